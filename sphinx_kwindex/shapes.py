"""Names by their form: the patterns that tell an identifier from a word, and what a piece of markup wraps around one.

Every pattern is linear: each is anchored at a character that can't be skipped twice, and none nests repetitions
over the same characters.
"""

from __future__ import annotations

import mimetypes
import re
from collections.abc import Container, Iterable, Iterator
from functools import lru_cache
from keyword import kwlist
from typing import NamedTuple

from pygments.lexers import get_all_lexers

MAX_NAME = 120
"""Longer tokens are data (hashes, base64), not names."""


WEAK_HINTS = frozenset(
    {'capital', 'compound', 'initial', 'proper', 'foreign', 'acronym', 'item', 'linked', 'first', 'joint'}
)
"""What a word alone may be: only the corpus can tell whether it is a name."""


class Candidate(NamedTuple):
    """A name found in a text: where it starts, the name, and what its dress says of it."""

    start: int
    name: str
    hint: str


@lru_cache(maxsize=1)
def file_extensions() -> frozenset[str]:
    """The file name extensions that Pygments and the MIME registry know, without the dot, in lower case."""
    registry = mimetypes.MimeTypes(())
    known = {extension[1:] for extension in (*registry.types_map[True], *registry.encodings_map)}
    for _name, _aliases, patterns, _types in get_all_lexers(plugins=False):
        known.update(pattern[2:].lower() for pattern in patterns if re.fullmatch(r'\*\.[A-Za-z0-9+_]+', pattern))
    # Compiled and installed things; a registry of text formats and media has no reason to know them.
    known.update(('pyc', 'pyd', 'pth', 'whl', 'egg', 'mo', 'dll', 'lock', 'log', 'cfg', 'conf', 'db', 'env'))
    return frozenset(extension for extension in known if extension.islower() and not extension.isdigit())


@lru_cache(maxsize=1)
def mime_types() -> frozenset[str]:
    """The registered MIME types that the standard library knows."""
    return frozenset(mimetypes.MimeTypes(()).types_map[True].values())


_UNSPACED = (
    r'\u0e00-\u0eff\u1000-\u109f\u2100-\u218f\u1100-\u11ff\u1780-\u17ff\u2e80-\u303f\u3040-\u31ff\u3400-\u9fff\ua960-\ua97f\uac00-\ud7ff'
    r'\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff'
)
"""Scripts that are written without blanks between words, or that join particles to foreign words (Korean): where one
of their characters stands beside a Latin letter, a word ends."""
WORD_CHARACTER = _W = rf'[^\W{_UNSPACED}]'
_L = rf'[^\W\d{_UNSPACED}]'
_WORD = rf'{_L}{_W}*'
_FORMS = rf"""
    (?P<url> \b[a-z][a-z0-9+.-]{{1,15}}://[^\s<>"]+ | \bwww\.[^\s<>"]+ | (?<![\w.+-])[\w.+-]{{1,64}}@[\w-]+\.[\w.-]+ )
  | (?<![\w\-/.–—])(?P<long> (?:--|–)[A-Za-z][\w-]* )
  | (?<!{_W})(?P<standard> (?:RFC|PEP|ISO(?:/IEC)?|IEEE|ECMA|POSIX|FIPS|ANSI)[ ]?-?[0-9]{{1,6}}(?:[-.][0-9]+)*(?!{_W}) )
  | (?<![\w\-/.+=])(?P<short> -(?:[A-Za-z]|[A-Z][a-z]+) )(?![\w-])
  | (?<!\w)(?P<signed> [A-Z](?:\+\+|\#) )(?![\w+#])
  | (?<![\w$])(?P<dollar> \$[A-Za-z_]\w+ | \$\{{[A-Za-z_]\w*\}} )
  | (?<![\w%])(?P<percent> %[A-Za-z_]\w+% )
  | (?<!{_W})(?P<protocol> [A-Z]{{2,8}}/[0-9](?:\.[0-9]+)?(?!{_W}) | [A-Z]/[A-Z](?![\w/+#]) | [A-Z][0-9]{{2,4}}(?!{_W}) )
  | (?<!{_W})(?P<manual> [a-z_][\w.+-]{{1,40}}\([1-9][a-z]{{0,2}}\) )
  | (?P<path> (?<![\w/.:~-])(?:~|\.{{1,2}})?/[\w.+@-]+(?:/[\w.+@*-]+)*/? )
  | (?P<slashed> (?<![\w/.:+-])[\w.+-]+(?:/[\w.+-]+)+/? )
  | (?<![A-Za-z0-9_])(?P<chain> {_WORD}(?:(?:\.|::|\\){_WORD})+ | _{_WORD} )
  | (?<![A-Za-z0-9_])(?P<hyphen> {_WORD}(?:-{_W}+)+ )
  | (?<![A-Za-z0-9_])(?P<word> {_WORD} )
    """
_TOKEN = re.compile(
    rf"""(?:[a-z]+(?:[\s,;]+|\.\s+))*+ (?: {_FORMS} | (?P<none> [\s()\[\]{{}},;"'“”‘’]+ | . | \Z ) )""",
    re.VERBOSE | re.DOTALL,
)
"""A form of a name, behind the words that have none: these are skipped where no word can be one."""
_EVERY_TOKEN = re.compile(_FORMS, re.VERBOSE)
_NO_FORM = re.compile(r'[a-z\s,;"\'“”‘’]*')

_CAMEL = re.compile(r'[A-Z]*[a-z0-9]+[A-Z]\w*|[A-Z]{2,}[a-z]{2,}\w*')
_CONSTANT = re.compile(r'[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+_?')
_ACRONYM = re.compile(r'[A-Z]{2,}v[0-9]+|[A-Z][0-9]*[A-Z][A-Z0-9]*s?|[A-Z]{2,}[0-9]*(?:s|[a-z])?')
_ROMAN = re.compile(r'X{0,3}(?:IX|IV|V?I{0,3})')
"""Up to 39: larger ones number nothing in documentation, and CLI, MD and CD are acronyms."""
_ABBREVIATION = re.compile(r'(?:[^\W\d_]\.)+[^\W\d_]?')
_SENTENCE_END = re.compile(r'[.!?:;…。！？]["\')\]”’»]*\s*$')
_ALNUM_SPLIT = re.compile(r'[._:]+')


def is_snake(name: str) -> bool:
    """Whether the word has an underscore between or before letters, as no word of prose has."""
    return '_' in name.strip('_') or (name.startswith('_') and len(name.strip('_')) > 1)


def is_camel(name: str) -> bool:
    """Whether capitals stand inside the word: ``CamelCase``, ``mixedCase``, ``JSONField``."""
    return bool(_CAMEL.fullmatch(name)) and not _ACRONYM.fullmatch(name) and not name[0].isdigit()


def is_constant(name: str) -> bool:
    """Whether the word is CONSTANT_CASE of at least two parts."""
    return bool(_CONSTANT.fullmatch(name))


def is_acronym(name: str) -> bool:
    """Whether the word is written in capitals, Roman numerals and single letters aside."""
    stem = name.removesuffix('s') if name[:-1].isupper() else name
    return len(stem) > 1 and bool(_ACRONYM.fullmatch(name)) and not _ROMAN.fullmatch(stem)


def is_file_name(name: str) -> bool:
    """Whether the name ends in a file extension that is known and has a stem before it."""
    stem, dot, extension = name.rpartition('.')
    return bool(dot and stem and extension == extension.lower() and extension in file_extensions())


def is_dotted(name: str) -> bool:
    """Whether the name is a chain of identifiers, abbreviations (``e.g``), numbers and sentence joints aside."""
    if _ABBREVIATION.fullmatch(name):
        return False
    parts = _ALNUM_SPLIT.split(name.strip('._:'))
    return len(parts) > 1 and all(parts) and not all(part.isdigit() for part in parts)


def is_strong(name: str) -> bool:
    """Whether the form alone says that this is an identifier and no word."""
    return is_snake(name) or is_camel(name) or is_constant(name) or ('::' in name) or ('.' in name and is_dotted(name))


def prose_candidates(
    text: str, start: int = 0, end: int | None = None, stop_words: Container[str] = ()
) -> Iterator[Candidate]:
    """Find what looks like a name in running text, or in the part of it from *start* to *end*.

    Capitalised words are given for the corpus to decide on: with the hint ``capital`` inside a sentence, ``initial``
    where the sentence or a title may have made the capital, ``proper`` for two to four of them in a row. A word of
    Latin letters in a text of another script has the hint ``foreign``. Other words without any form of a name are not
    given. Of *stop_words*, in lower case, a capital at the start of a sentence makes no title ("On Windows").
    """
    foreign = _is_foreign(text)
    chain: list[re.Match[str]] = []
    end = len(text) if end is None else end
    if not foreign and _NO_FORM.fullmatch(text, start, end):
        return
    for match in (_EVERY_TOKEN if foreign else _TOKEN).finditer(text, start, end):
        sort = match.lastgroup or ''
        if sort in {'none', ''}:
            continue
        token = match[sort]
        if sort == 'word' and token.islower() and '_' not in token and not text.startswith('()', match.end()):
            if foreign and token.isascii() and len(token) > 2:
                yield Candidate(match.start(sort), token, 'foreign')
            continue  # most words end here
        if len(token) > MAX_NAME or sort == 'url':
            continue
        if sort == 'word' and token[0].isupper():
            if chain and (match.start(sort) != chain[-1].end() + 1 or text[chain[-1].end()] != ' '):
                yield from _proper_names(text, chain)
                chain = []
            chain.append(match)
        found = _judge(sort, token, text, match.start(sort), match.end())
        if found is not None:
            if found[1] in {'initial', 'capital'} and foreign:
                found = found[0], 'compound'  # no grammar of the text's makes this capital
            elif found[1] == 'initial' and _follows(text, match.start(sort), stop_words):
                found = found[0], 'capital'
            yield Candidate(match.start(sort), *found)
        elif sort == 'slashed':  # "GPU/CPU": no path, so each side is a word of its own
            for part in re.finditer(r'[^/]+', token):
                for inner in prose_candidates(part[0]):
                    if inner.hint != 'initial':
                        yield Candidate(match.start(sort) + part.start() + inner.start, inner.name, inner.hint)
    yield from _proper_names(text, chain)


def _is_foreign(text: str) -> bool:
    """Whether a fifth of the text or more is of a script in which no identifier is written."""
    return not text.isascii() and len(_OTHER_SCRIPT.findall(text)) * 5 > len(text)


_WORD_BEFORE = re.compile(r'([A-Z][a-z]*) $')


def _follows(text: str, start: int, stop_words: Container[str]) -> bool:
    """Whether the word before, which begins a sentence, is one of those that only grammar puts there."""
    before = _WORD_BEFORE.search(text[max(0, start - 16) : start])
    return before is not None and before[1].lower() in stop_words and _starts_sentence(text, start - len(before[0]))


_LONGEST_PROPER_NAME = 4


def _proper_names(text: str, chain: list[re.Match[str]]) -> Iterator[Candidate]:
    """The name of several words that a row of capitalised words makes: ``Visual Studio``, ``Microsoft SQL Server``."""
    if 1 < len(chain) <= _LONGEST_PROPER_NAME and _is_capitalised(chain[0]['word']):
        start, end = chain[0].start('word'), chain[-1].end()
        if not text.startswith(('-', '()'), end):
            yield Candidate(start, text[start:end], 'initial' if _starts_sentence(text, start) else 'proper')


def _is_capitalised(token: str) -> bool:
    return len(token) > 1 and token[0].isupper() and token[1:].islower()


def _judge(sort: str, token: str, text: str, start: int, end: int) -> tuple[str, str] | None:
    """Name and hint of one token, or nothing."""
    if sort in {'long', 'short'}:
        return token.replace('–', '--'), 'option'
    if sort in {'standard', 'signed', 'protocol'}:
        return token, 'standard' if sort == 'standard' else 'acronym'
    if sort == 'manual':
        name, _joint, section = token.partition('(')
        return name, _MANUAL.get(section[0], 'identifier')
    if sort in {'dollar', 'percent'}:
        return token.strip('${}%'), 'envvar'
    if sort == 'path':
        name = token.rstrip('.')
        return (name, 'file') if name.count('/') > 1 or is_file_name(name) else None
    if sort == 'slashed':
        return _judge_slashed(token)
    if text.startswith('()', end):
        return token, 'call'
    if sort == 'chain':
        return _judge_chain(token)
    if sort == 'hyphen':
        return _judge_hyphen(token, text[end : end + 8], initial=_starts_sentence(text, start))
    return _judge_word(token, text, start)


_MANUAL = {'1': 'command', '2': 'call', '3': 'call', '5': 'file', '8': 'command'}
"""What the sections of the manual hold (``man man``)."""


def _judge_slashed(token: str) -> tuple[str, str] | None:
    name = token.rstrip('.')
    if name in mime_types():
        return name, 'mime'
    return (name, 'file') if is_file_name(name) or name.endswith('/') else None


def _judge_chain(token: str) -> tuple[str, str] | None:
    if _ABBREVIATION.fullmatch(token):
        return None
    if is_file_name(token) and '::' not in token:
        return token, 'file'
    if '\\' in token:  # a namespace of PHP; without a capital it may be a path or an escape
        return (token, 'identifier') if not token.islower() else None
    if '::' in token or is_snake(token):
        return token, 'identifier'
    # "end.Next": a full stop without its blank joins two words; a real chain starts small or has a cased joint.
    if is_dotted(token) and (
        token[0].islower() or is_strong(token.rpartition('.')[2]) or is_camel(token.split('.', maxsplit=1)[0])
    ):
        first, _joint, second = token.partition('.')
        # "behaviour.The": where only a capital speaks for it, the corpus decides.
        return token, 'joint' if first.isalpha() and first.islower() and _is_capitalised(second) else 'identifier'
    return None


def _judge_hyphen(token: str, following: str, *, initial: bool) -> tuple[str, str] | None:
    """``UTF-8`` and ``SHA-256`` are names, and so is what a text calls a header; of ``NumPy-style`` the first part is."""
    parts = token.split('-')
    if all(part[:1].isupper() for part in parts) and following.startswith(' header'):
        return token, 'header'
    if _is_capitalised(parts[0]) and all(len(part) > 1 and part.isupper() for part in parts[1:]):
        return token, 'identifier'
    if is_camel(parts[0]) or is_snake(parts[0]):
        return parts[0], 'identifier'
    if parts[0].isupper() and len(parts[0]) > 1 and all(part.isdigit() or part.isupper() for part in parts):
        return token, 'acronym'
    if _is_capitalised(parts[0]) or is_acronym(parts[0]):  # "Docker-Image", "Unix-like", "API-Schlüssel"
        return parts[0], 'acronym' if parts[0].isupper() else 'initial' if initial else 'compound'
    return None


def _judge_word(token: str, text: str, start: int) -> tuple[str, str] | None:
    if is_constant(token) or is_snake(token) or is_camel(token):
        return token, 'identifier'
    if is_acronym(token):
        plural = token.endswith('s') and token[:-1].isupper()
        return (token.removesuffix('s') if plural else token), 'acronym'
    if _is_capitalised(token):
        if _OTHER_SCRIPT.match(token):
            return None
        weak = _starts_sentence(text, start) or _in_title_case(text, start, start + len(token))
        return token, 'initial' if weak else 'capital'
    return None


_CAPITAL_BEFORE = re.compile(r'(?:^|\W)[A-Z]\w*(?:-\w+)*(?: & |[ -])$')
_CAPITAL_AFTER = re.compile(r'(?: & |[ -])[A-Z][a-z]')


def _in_title_case(text: str, start: int, end: int) -> bool:
    """Whether a neighbour is capitalised too: then the capital may be a title's and says nothing."""
    return bool(_CAPITAL_BEFORE.search(text[max(0, start - 40) : start])) or bool(_CAPITAL_AFTER.match(text, end))


_OPENING_QUOTES = frozenset('"“‘«„')


def _starts_sentence(text: str, start: int) -> bool:
    before = text[max(0, start - 8) : start].rstrip(' "\'(“‘«[*')
    if text[start - 1 : start] in _OPENING_QUOTES and start:
        return True  # a title, or the text of a button
    return not before or bool(_SENTENCE_END.search(before))


_OTHER_SCRIPT = re.compile(r'[\u0370-\u03ff\u0400-\u058f\u0590-\u08ff\u0900-\u1fff\u3040-\ud7ff]')
"""Letters of a script in which no identifier is written: Greek, Cyrillic, Hebrew, Arabic, Indic, CJK and others."""
_WORDS = re.compile(rf'(?<![\w.]){_WORD}')


def words(text: str) -> list[str]:
    """The words of a text, none that follows a dot; those in lower case tell what a capital elsewhere may hide."""
    return _WORDS.findall(text)


_ANY_WORD = re.compile(r'\w+')


def wanted_names(text: str, patterns: Iterable[re.Pattern[str]]) -> list[tuple[int, str]]:
    """Where a text holds what one of *patterns* asks for, whatever its form: start and name, each place once.

    A pattern is met by whole words: by one word that it matches from end to end, so ``^`` and ``$`` are those of a
    name, or by what it finds between two word boundaries, several words included.
    """
    found: dict[int, str] = {}
    for pattern in patterns:
        for match in pattern.finditer(text):
            before, after = text[max(0, match.start() - 1) : match.start()], text[match.end() : match.end() + 1]
            if not (_ANY_WORD.match(before) and _ANY_WORD.match(match[0])) and not (
                _ANY_WORD.match(after) and _ANY_WORD.match(match[0][-1:])
            ):
                found.setdefault(match.start(), match[0])
        for word in _ANY_WORD.finditer(text):
            if pattern.fullmatch(word[0]):
                found.setdefault(word.start(), word[0])
    return sorted((start, name) for start, name in found.items() if name.strip() and len(name) <= MAX_NAME)


def _option_value(text: str, option: str) -> list[tuple[str, str]]:
    """The one word that a short option carries, ``-X importtime``, where its form is a name's."""
    value = text[len(option) :].strip().partition('=')[0]
    return [(value, 'value')] if re.fullmatch(r'[a-z][a-z0-9_]+', value) and not option.startswith('--') else []


_CALL = re.compile(r'([@~.]*)([^\W\d][\w.:]*)\((.*)\)', re.DOTALL)
_ASSIGNED = re.compile(r'([^\W\d][\w.-]*)=\S*')
_OPTION = re.compile(r'(--?[A-Za-z][\w-]*|-[A-Za-z0-9])(?:[ =:\[].*)?', re.DOTALL)
_VARIABLE = re.compile(r'\$\{?([A-Za-z_]\w*)\}?|%([A-Za-z_]\w*)%')
_FAMILY = re.compile(r'[@~!.]*(\w*(?:\*\w*){1,3})(?:\(\))?')
"""A family of names, with a star for what differs: ``pr_*_once()``, ``PYTHON*``."""
_PLAIN = re.compile(r'[@~!.\\]*([^\W\d](?:[\w.:+#\\-]*[\w+#])?)')
_PATH = re.compile(r'(?:[~.]{0,2}|\$\w+|%\w+%|\$\{\w+\})/?[\w.+@*{}<>-]+(?:/[\w.+@*{}<>\[\]-]*)+')
_CHAIN = re.compile(r'[\w.:-]+')
_QUOTED = re.compile(r'([\'"])(.+)\1')
_DECORATED = re.compile(r'@([^\W\d][\w.]*)')
_VERSION = re.compile(r'v?\d+(?:\.\d+)*\w*')
_HEADER = re.compile(r'([A-Z]\w*(?:-[A-Z]\w*)+)(?::(?: .*)?)?|([A-Z][a-z]+): ?(.+)')


def literal_candidates(text: str) -> list[tuple[str, str]]:
    """The names in one piece of inline code, the whole of it first, each with its hint.

    A literal of one token is a name whatever its form; of a longer one only what has the form of a name is kept.
    """
    text = ' '.join(text.split())
    if not text or len(text) > 4 * MAX_NAME:
        return []
    if whole := _whole_literal(text):
        return whole
    if quoted := _QUOTED.fullmatch(text):
        return [(quoted[2], 'string')] if is_strong(quoted[2]) and _CHAIN.fullmatch(quoted[2]) else []
    return [*_command_line(text), *((c.name, c.hint) for c in prose_candidates(text) if c.hint not in WEAK_HINTS)]


_COMMAND_LINE = re.compile(r'([a-z][\w.+-]*)((?: \S+)+)')


def _command_line(text: str) -> list[tuple[str, str]]:
    """The command that a literal of several words begins with; where no option follows, only the corpus can tell."""
    match = _COMMAND_LINE.fullmatch(text)
    if match is None or match[1] in kwlist:
        return []
    return [(match[1], 'command' if re.search(r' --?[A-Za-z]', match[2]) else 'first')]


def _whole_literal(text: str) -> list[tuple[str, str]]:
    """The literal as one name, together with the names among its arguments."""
    if len(text) > MAX_NAME or _VERSION.fullmatch(text):
        return []
    if match := _OPTION.fullmatch(text):
        return [(match[1], 'option'), *_option_value(text, match[1])]
    if match := _HEADER.fullmatch(text):
        told = [(match[3], 'value')] if match[3] and _is_capitalised(match[3]) else []
        return [(match[1] or match[2], 'header'), *told]
    if match := _VARIABLE.fullmatch(text):
        return [(match[1] or match[2], 'envvar')]
    if match := _CALL.fullmatch(text):
        inner = [(c.name, c.hint) for c in prose_candidates(match[3]) if c.hint == 'identifier']
        return [(match[2].strip('.:'), 'decorator' if '@' in match[1] else 'call'), *inner]
    if match := _DECORATED.fullmatch(text):
        return [(match[1], 'decorator')]
    if match := _ASSIGNED.fullmatch(text):
        value = text.partition('=')[2]
        return [
            (match[1], 'parameter'),
            *([(value, 'identifier')] if value.isidentifier() and is_strong(value) else []),
        ]
    if text in mime_types():
        return [(text, 'mime')]
    if _PATH.fullmatch(text) and any(map(str.isalpha, text)):
        return [(text, 'file')]
    if text.startswith('.') and is_file_name(text):
        return [(text, 'file')]
    if (match := _FAMILY.fullmatch(text)) and sum(map(str.isalpha, text)) > 2:
        return [(match[1], '')]
    if match := _PLAIN.fullmatch(text):
        return [(match[1], 'file' if is_file_name(match[1]) or ':\\' in text else '')]
    return []
