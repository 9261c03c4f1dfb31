"""Names in running text, by their form and by what stands around them."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator
from functools import lru_cache

from sphinx_kwindex.collect.credits import is_credited
from sphinx_kwindex.collect.hyphens import is_coined_compound
from sphinx_kwindex.collect.judging import OTHER_SCRIPT, is_part, judged
from sphinx_kwindex.collect.proper import is_proper_joint, outside, proper_names, registered_names
from sphinx_kwindex.collect.sentences import follows_name, follows_stop_word, in_title_case, starts_sentence
from sphinx_kwindex.collect.software import is_name_of_software
from sphinx_kwindex.collect.words import Token, is_quoted, stands_alone
from sphinx_kwindex.lexicon import is_coined, is_in_dictionary, is_only_software, is_software
from sphinx_kwindex.shapes import MAX_NAME, WORD, WORD_CHARACTER, Candidate, is_acronym

_W = WORD_CHARACTER
_BODIES = 'RFC|PEP|ISO(?:/IEC)?|IEEE|ECMA|POSIX|FIPS|ANSI'
"""Who numbers standards."""
_FORMS = rf"""
    (?P<url> \bU\+[0-9A-F]{{4,6}}\b | \b[a-z][a-z0-9+.-]{{1,15}}://[^\s<>"]+ | \bwww\.[^\s<>"]+
      | (?<![\w.+-])[\w.+-]{{1,64}}@[\w-]+\.[\w.-]+ )
  | (?<![A-Za-z0-9_\-/.–—])(?P<long> (?:--|–)[A-Za-z][A-Za-z0-9_-]*+(?:\.[a-z][A-Za-z0-9_-]*+)*+ )
  | (?<![\w-])(?P<tuned> -XX:[+-]?[A-Z]\w+ | -D[a-z]\w*(?:\.\w+)++ | -(?!self\.|this\.)[a-z]+(?:\.[a-z]\w*[A-Z]\w*)++(?![\w(]) )
  | (?<!{_W}) (?P<standard> (?:{_BODIES})[ ]?-?[0-9]{{1,6}}(?:[-.][0-9]+)*(?!{_W}) | [A-Z]\.[0-9]{{2,4}}(?!\w|\.\w) )
  | (?<![\w\-/.+=])(?P<short> -(?:[A-Za-z]|[a-z][A-Z]|f[A-Z]{{3}}|D[A-Z][A-Z0-9_]+|(?<![”’“»)\]…]-)[A-Z][a-z]+) )(?!\.?[\w-])
  | (?<!\w)(?P<signed> [A-Z](?:\+\+(?:[0-9][0-9a-z])?|\#) | [a-z]{{3,12}}\+\+[a-z]* )(?![\w+#])
  | (?<![\w$])(?P<dollar> \$[A-Za-z_]\w+ | \$\{{(?:[A-Za-z_]\w*|[A-Z][A-Z0-9_]*:[^{{}}\s]{{0,80}})\}} )
  | (?<![\w%])(?P<percent> %[A-Za-z_]\w*[A-Za-z0-9]% )
  | (?<!{_W})(?P<protocol> [A-Z]{{2,8}}/[0-9](?:\.[0-9]+)?(?!{_W}) | [A-Z]/[A-Z](?![\w/+#]) | [A-Z][0-9]{{2,4}}(?!{_W})
      | [A-Z]{{3,6}}[1-9]\.[0-9](?!\w|\.\w) | [1-9][A-Z]{{3,5}}(?!{_W}) | [A-Z]{{3,8}}\#[0-9]{{1,2}}(?!{_W})
      | ASN\.1(?!\w|\.\w) | (?:i[3-6]86|x(?:64|8[67]|509))(?!{_W})
      | [A-Z]{{3,8}}-[0-9](?:\.[0-9])?-(?:Clause|only|or-later)(?![\w-]) )
  | (?<!{_W})(?P<manual> [a-z_][\w.+-]{{1,40}}\([1-9][a-z]{{0,2}}\) )
  | (?<!{_W})(?P<drive> (?:[A-Za-z]:|HK(?:CC|CR|CU|LM|U):)(?:\\[\w.-]++)++ )
  | (?P<path> (?<![\w/.:~-])(?:~|\.{{1,2}})?/[\w.+@-]+(?:/[\w.+@*-]++)*+/? )
  | (?P<slashed> (?<![\w/.:+-])@?[\w.+-]++(?:/[\w.+-]++)++/? )
  | (?<![A-Za-z0-9_])(?P<chain> {WORD}(?:(?:\.|::|\\){WORD})++(?:(?<=\.UTF|\.utf)-8(?!\w))? | _{WORD} )
  | (?<![A-Za-z0-9_])(?P<hyphen> {WORD}(?:-{_W}++)++ )
  | (?<![A-Za-z0-9_])(?P<word> {WORD} )
    """
_TOKEN = re.compile(_FORMS, re.VERBOSE)
_CUT_OFF = re.compile(r'[*}]_\Z|O[\'’][A-Z]\Z')
"""Between what and what nothing begins: ``*_Free``, ``{name}_amd64``, O'Reilly."""
_ENDING = re.compile(r'(?<= )\.([a-z][a-z0-9]{1,5})(?=(?:(?:,| and| or) \.\w{1,6}){0,3} (?:files?|format|extension)\b)')
"""That of the names of files: "in .npy or .npz format"."""
_NO_FORM = re.compile(r'[a-z\s,;"\'“”‘’]*')


def prose_candidates(
    text: str, start: int = 0, end: int | None = None, stop_words: Container[str] = (), *, english: bool = False
) -> Iterator[Candidate]:
    """Find what looks like a name in running text, or in the part of it from *start* to *end*.

    Capitalised words are given for the corpus to decide on: with the hint ``capital`` inside a sentence, ``initial``
    where the sentence or a title may have made the capital, ``proper`` for two to four of them in a row, ``credited``
    where they are the name of a person who did something, ``registered`` for a name of software that has small words
    between them. A word of Latin letters in a text of another script has the hint ``foreign``; in a text that is said to
    be *english*, one that no dictionary has, in small letters or where a capital says nothing, has the hint ``coined``;
    so has a name of software that registers have. Other words are not given. Of *stop_words*, in lower case, a capital
    at the start of a sentence makes no title ("On Windows").
    """
    foreign, end = is_foreign(text), len(text) if end is None else end
    english = english and not foreign
    chain: list[Token] = []
    known = list(registered_names(text, start, end))
    yield from _across_words(text, start, end, known)
    tokens = _all_tokens(text, start, end) if foreign else _unusual_tokens(text, start, end, english=english)
    for token in tokens if not known else outside(tokens, known):
        sort, word, at, stop = token
        if sort == 'word' and word.islower() and '_' not in word and not text.startswith('()', stop):
            if foreign and word.isascii() and len(word) > 2:
                yield Candidate(at, word, 'foreign')
            elif _is_name(word, text, at, stop, english=english):
                yield Candidate(at, word, 'coined')
            continue
        if len(word) > MAX_NAME or sort == 'url' or (at and _CUT_OFF.search(text, max(0, at - 2), at + 1)):
            continue
        if sort == 'word' and word[0].isupper():
            if chain and (at != chain[-1].end + 1 or text[chain[-1].end] != ' '):
                yield from proper_names(text, chain, stop_words, foreign=foreign, english=english)
                chain = []
            chain.append(token)
        found = judged(sort, word, text, at, stop)
        if found is not None:
            name, hint = found
            if hint == 'file':
                at, name = _below_any_folder(name, text, at)
            elif hint in {'initial', 'capital'}:
                hint = _capital_hint(token, hint, text, stop_words, foreign=foreign, english=english)
            elif hint == 'joint' and english and sort == 'hyphen' and is_proper_joint(name, text, at):
                hint = 'proper'
            yield Candidate(at, name, hint)
        elif sort == 'hyphen':
            yield from _in_hyphens(token, text, english=english)
        elif sort == 'slashed':
            yield from _on_sides(word, at, english=english)
    yield from proper_names(text, chain, stop_words, foreign=foreign, english=english)


def _below_any_folder(name: str, text: str, start: int) -> tuple[int, str]:
    """A file without the slash behind what stands for any folder, and its place: ``**/uv.lock``, ``{path}/index.php``."""
    if name.startswith('./'):
        return start + 2, name[2:]
    told = name[0] == '/' != name[-1] and start and text[start - 1] in '*}'
    return (start + 1, name[1:]) if told else (start, name)


def _across_words(text: str, start: int, end: int, known: Iterable[tuple[int, int]]) -> Iterator[Candidate]:
    """What no piece between blanks shows: *known* names with small words in them, and endings of files."""
    if ' .' in text:
        yield from (Candidate(found.start(1), found[1], 'file') for found in _ENDING.finditer(text, start, end))
    yield from (Candidate(first, text[first:behind].replace('’', "'"), 'registered') for first, behind in known)


def _in_hyphens(token: Token, text: str, *, english: bool) -> Iterator[Candidate]:
    """What words with hyphens hold that have no form of a name: a registered one, a coined one, the capitals of "non-ASCII"."""
    part = token.text.rpartition('-')[2]
    named = is_software(token.text) or (english and is_coined_compound(token.text))
    if named and stands_alone(text, token.start, token.end):
        yield Candidate(token.start, token.text, 'coined')
    elif part.isupper() and is_acronym(part):
        yield Candidate(token.end - len(part), part, 'acronym')


def _is_name(word: str, text: str, start: int, end: int, *, english: bool) -> bool:
    """Whether a word in small letters is a name; of other languages than English registers of software tell alone."""
    if not english:
        return is_only_software(word) and stands_alone(text, start, end)
    return (
        (is_coined(word) and stands_alone(text, start, end))
        or is_quoted(word, text, start, end)
        or is_name_of_software(word, text, start, end)
    )


def _on_sides(word: str, start: int, *, english: bool) -> Iterator[Candidate]:
    """What stands on the sides of a slash where it makes no path ("GPU/CPU"): each is a word of its own."""
    for side in re.finditer(r'[^/]+', word):
        if side.start() == 0 and word.count('/') > 1 and _HOST.fullmatch(side[0]):
            continue  # "docker.io/library/nginx"
        for inner in prose_candidates(side[0], english=english):
            # Of three words or more most are steps of a path.
            registered = is_software(inner.name.lower()) and (word.count('/') == 1 or not inner.name.islower())
            if registered or not (inner.hint == 'initial' or (inner.hint == 'coined' and word.count('/') > 1)):
                yield Candidate(start + side.start() + inner.start, inner.name, inner.hint)


_HOST = re.compile(r'(?:[a-z0-9-]+\.)+[a-z]{2,}')


def _all_tokens(text: str, start: int, end: int) -> Iterator[Token]:
    return _tokens(_TOKEN.finditer(text, start, end))


def _tokens(matches: Iterable[re.Match[str]]) -> Iterator[Token]:
    for match in matches:
        if sort := match.lastgroup:
            yield Token(sort, match[sort], match.start(sort), match.end())


def _may_be_name(token: Token, piece: str) -> bool:
    return is_software(token.text) or is_coined(token.text) or is_quoted(token.text, piece, token.start, token.end)


@lru_cache(maxsize=1 << 16)
def _tokens_within(piece: str, english: bool) -> tuple[Token, ...]:
    """The tokens of a text without white space, but for the words in lower case that call nothing.

    In *english* those stay that no dictionary has.
    """
    return tuple(
        token
        for token in _tokens(_TOKEN.finditer(piece))
        if token.sort != 'word'
        or not token.text.islower()
        or '_' in token.text
        or piece.startswith('()', token.end)
        or (english and _may_be_name(token, piece))
        or (not english and is_only_software(token.text))
    )


_NUMBER_BEHIND = re.compile(r' -?[0-9]')


def _unusual_tokens(text: str, start: int, end: int, *, english: bool) -> Iterator[Token]:
    """The tokens in a part of a text, but for most of its words in lower case.

    The part is cut at its white space, which no form but the number of a standard reaches across, and each piece is
    read once in all: half a million of them stand in a large manual (Django's), and 25 000 are different.
    """
    if text.startswith(('(', ')'), end):  # what stands behind may make a call of the last word
        if english or not _NO_FORM.fullmatch(text, start, end):
            yield from _all_tokens(text, start, end)
        return
    at = start
    for piece in text[start:end].split():
        found = _tokens_within(piece, english)
        if not found:
            continue
        at = _place_of(piece, text, at, end)
        stop = at + len(piece)
        if _NUMBER_BEHIND.match(text, stop, end):
            yield from _tokens(_TOKEN.finditer(text, at, end))
            return
        if at == start and at and not text[at - 1].isspace():  # what stands before may forbid a form
            yield from _tokens(_TOKEN.finditer(text, at, stop))
        else:
            for sort, word, first, behind in found:
                yield Token(sort, word, at + first, at + behind)
        at = stop


def _place_of(piece: str, text: str, start: int, end: int) -> int:
    """Where *piece* stands first in a part of a text that holds it, between white space or the ends of the part."""
    at = start - 1
    while True:
        at = text.find(piece, at + 1, end)
        stop = at + len(piece)
        if (at == start or text[at - 1].isspace()) and (stop == end or text[stop].isspace()):
            return at


def is_foreign(text: str) -> bool:
    """Whether a fifth of the text or more is of a script in which no identifier is written."""
    return not text.isascii() and len(OTHER_SCRIPT.findall(text)) * 5 > len(text)


def _capital_hint(
    token: Token, hint: str, text: str, stop_words: Container[str], *, foreign: bool, english: bool
) -> str:
    """What is to be thought of a capital that the grammar of the text may have made."""
    if foreign:  # the grammar of another script makes none, so a name has it, or a part of a name
        note = text.startswith(':', token.end) and not is_coined(token.text.lower())
        heads = note and starts_sentence(text, token.start)  # "Note:"
        return 'initial' if heads or in_title_case(text, token.start, token.end) else 'compound'
    if is_credited(text, token.start):
        return 'credited'
    if is_part(token.text, text, token.end):
        return 'initial'
    if hint == 'initial' and follows_stop_word(text, token.start, stop_words):
        return 'capital'
    lower = token.text.lower()
    if hint == 'initial' and is_software(lower) and (is_coined(lower) or (english and not is_in_dictionary(lower))):
        return 'coined' if stands_alone(text, token.start, token.end) else hint
    if hint == 'capital' and english and follows_name(text, token.start) and not is_software(lower):
        return 'initial'
    if hint == 'initial' and english and token.sort == 'word' and is_coined(lower):
        # A neighbour with a capital may make it one of a person's names.
        titled = in_title_case(text, token.start, token.end)
        return hint if titled or not stands_alone(text, token.start, token.end) else 'coined'
    return hint
