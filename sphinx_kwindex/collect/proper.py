"""Names of several words in running text: Visual Studio, Ruby on Rails, Wi-Fi."""

from __future__ import annotations

import re
import sys
from collections.abc import Container, Iterable, Iterator, Sequence

from sphinx_kwindex.collect.credits import is_credited
from sphinx_kwindex.collect.sentences import in_title_case, starts_sentence
from sphinx_kwindex.collect.words import Token
from sphinx_kwindex.lexicon import is_capital_software, is_coined, is_common, is_english, is_software
from sphinx_kwindex.shapes import Candidate, file_extensions, is_capitalised

_LONGEST_PROPER_NAME = 4
_SHORT_FOR = re.compile(r' \(([A-Z]{2,6})[),;]')
"""What the initials of a name are told to be behind it: Common Trace Format (CTF)."""
_SYSTEM = re.compile(
    r'\b(?:Mac )?OS X\b|(?<![\w.])(?:\.NET(?: (?:CLI|Core|Framework|MAUI|SDK|Standard))?|ASP\.NET Core)(?![\w-])'
    r'|\bTCP/IP\b(?!/)|\bJSON Schema\b'
)
_IN_SYSTEM = ('OS X', '.NET', 'TCP/IP', 'JSON Schema')
"""The one that a letter ends, which is no initial, and the one that a full stop begins, with its parts: .NET Framework."""


def proper_names(
    text: str, chain: Sequence[Token], stop_words: Container[str] = (), *, foreign: bool, english: bool
) -> Iterator[Candidate]:
    """The name of several words that a row of capitalised words makes: ``Visual Studio``, ``Microsoft SQL Server``.

    Where the first word has more capitals and registers do not have the whole as software (``IntelliJ IDEA``), the hint is
    ``headed``: the whole may be a name, ``AWS Lambda``, or none, "an API Reference". One of *stop_words*, in lower case, is
    no part of it where it begins the sentence: "In Nomad Enterprise, you".
    """
    if len(chain) > 1 and chain[0].text.lower() in stop_words and _begins_plain(text, chain) and _is_known(chain[1:]):
        chain = chain[1:]
    if min((len(token.text) for token in chain), default=0) < 2:
        return  # an initial: "Fred L. Drake"
    if not 1 < len(chain) <= _LONGEST_PROPER_NAME:
        return
    told = _told_in_short(text, chain)
    chain = told or chain
    start, end = chain[0].start, chain[-1].end
    known = is_capitalised(chain[0].text) or is_software(text[start:end].lower())
    headed = not known and (_is_row(chain) if foreign else english and _is_headed(chain, text[start:end]))
    if (known or headed) and not text.startswith(('-', '()'), end):
        weak = starts_sentence(text, start) and not (english and _is_name_and_word(chain, text))
        hint = 'credited' if is_credited(text, start) else 'initial' if weak else 'proper' if known else 'headed'
        if told:
            hint = 'expanded'
        if foreign and text[start:end].isascii():
            hint = 'foreign'
        yield Candidate(start, text[start:end], hint)


_GOES_ON_PLAIN = re.compile(r',? [a-z]')


def _begins_plain(text: str, chain: Sequence[Token]) -> bool:
    """Whether a row of capitals begins a sentence that goes on in small letters, and is no title."""
    return starts_sentence(text, chain[0].start) and _GOES_ON_PLAIN.match(text, chain[-1].end) is not None


def _is_known(chain: Sequence[Token]) -> bool:
    """Whether a row of capitals begins with the name of software, and ends in no noun of any: "Nomad Enterprise"."""
    first, *others = (token.text.lower() for token in chain)
    known = is_coined(first) or is_software(first) or is_capital_software(chain[0].text)
    plain = all(is_capitalised(token.text) for token in chain[1:])
    return known and plain and not any(word in _NOUNS or word.removesuffix('s') in _NOUNS for word in others)


_OF_ANYTHING = frozenset(
    """
    API CI CLI CPU DNS FTP GPU GUI HTTP HTTPS ID IDE IO IP NULL ORM OS README RPC SDK SSH SSL TCP TLS TODO UDP UI URI URL USB UTF
    VPN WSGI
    """.split()  # noqa: SIM905 (words to read)
)
"""Acronyms that no maker has for a name, and that stand before a title of anything: "the HTTP Host header"."""


_NOUNS = frozenset(
    """
    address and application argument class client code command configuration error example field file flag format function guide
    header header host id key level library license link list manual message method mode module name not number object option or
    page parameter pointer project protocol reference request response section set string table tag text type value version
    """.split()  # noqa: SIM905 (words to read)
)
"""What anything has that an acronym stands before: "the VPN Address"."""


def _told_in_short(text: str, chain: Sequence[Token]) -> Sequence[Token]:
    """The last words of a row, where their initials stand behind it: of "The Common Trace Format (CTF)" all but the first.

    Nothing where none do.
    """
    short = _SHORT_FOR.match(text, chain[-1].end)
    told = chain[-len(short[1]) :] if short else ()
    return told if len(told) > 1 and short and short[1] == ''.join(token.text[0] for token in told) else ()


def _is_row(chain: Sequence[Token]) -> bool:
    """Whether words of Latin letters in a text of another script, of which the last is no acronym, are a name: VS Code."""
    return chain[0].text not in _OF_ANYTHING and is_capitalised(chain[-1].text)


def _is_headed(chain: Sequence[Token], name: str) -> bool:
    """Whether capitalised words follow what heads the names of a maker's products, and is no format (JSON) or protocol."""
    first = chain[0].text
    generic = first in _OF_ANYTHING or (
        first.isupper() and (first.lower() in file_extensions() or is_common(first.lower()))
    )
    one_of_several = is_software(f'{name.lower()}s')  # a "GitHub Action"
    named = all(is_capitalised(token.text) and token.text.lower() not in _NOUNS for token in chain[1:])
    return named and not generic and not one_of_several


def _is_name_and_word(chain: Sequence[Token], text: str) -> bool:
    """Whether capitalised words begin with one that no dictionary has, and another is English: "Actix Web", no person.

    Where the sentence goes on in small letters the first may be one that registers have: "Redux Toolkit exports it".
    """
    first, *others = (token.text.lower() for token in chain)
    known = is_software(first) and _is_known(chain) and _GOES_ON_PLAIN.match(text, chain[-1].end) is not None
    return (known or is_coined(first)) and any(other.isascii() and not is_coined(other) for other in others)


def is_proper_joint(name: str, text: str, start: int) -> bool:
    """Whether words with capitals that hyphens join make a name inside a sentence: one is none of English (Wi-Fi)."""
    if starts_sentence(text, start) or in_title_case(text, start, start + len(name)):
        return False
    return not all(is_english(part.lower()) for part in name.split('-'))


_WITH_SMALL_WORDS = re.compile(
    r"[A-Z](?<![\w'’.-][A-Z])\w{1,20}"  # the letter first: a search for a set of letters is the fastest
    r"(?:['’]\w{1,2}(?: [A-Z]\w{1,20}){1,3}| (?:and|for|in|of|on|the|to|with) [A-Z]\w{1,20}(?: [A-Z]\w{1,20})?)"
    r'(?![\w-])'
)
"""Words with capitals, with a small one or an apostrophe between them."""


def registered_names(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where a part of a text has names of several words that registers have, not all of them with capitals: Ruby on Rails."""
    if any(part in text for part in _IN_SYSTEM):
        yield from (found.span() for found in _SYSTEM.finditer(text, start, end))
    at = start
    while found := _WITH_SMALL_WORDS.search(text, at, end):
        name = found[0]
        if not _is_registered(name) and name.count(' ') > 1:
            name = name.rpartition(' ')[0]
        known = _is_registered(name)
        if known:
            yield found.start(), found.start() + len(name)
        # Behind a word that begins no name another may: "Ruby and Ruby on Rails".
        at = found.start() + (len(name) if known else 1)


def _is_registered(name: str) -> bool:
    return is_software(name.replace('’', "'").lower())


_NO_MORE = sys.maxsize


def outside(tokens: Iterable[Token], known: Iterable[tuple[int, int]]) -> Iterator[Token]:
    """The tokens that are no parts of *known* names."""
    spans = iter(sorted(known))
    first, behind = next(spans)
    for token in tokens:
        while token.start >= behind and first < behind:
            first, behind = next(spans, (_NO_MORE, _NO_MORE))
        if not first <= token.start < behind:
            yield token
