"""Texts in which a capital says nothing, or a word that no dictionary of English has."""

from __future__ import annotations

import re
import string
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

from sphinx.search.de import SearchGerman
from sphinx.search.en import SearchEnglish

from sphinx_kwindex.collect.nouns import NOUNS_OF_WORDS
from sphinx_kwindex.collect.tally import Tally
from sphinx_kwindex.collect.texts import Found, Run
from sphinx_kwindex.lexicon import is_capital_software, is_coined, is_only_software, is_software
from sphinx_kwindex.occurrences import Occurrence, Role

_LONG_TEXT = 40
"""Characters from which on a text in capitals is no list of acronyms."""
_CAPITAL_LETTERS = string.ascii_uppercase.encode()


def is_shouted(text: str, *, title: bool) -> bool:
    """Whether a text is all in capitals, as some titles and licences are: then no capital of it says anything.

    A title that is the name of some software, NGINX, is none of them.
    """
    if title:
        return text.isupper() and not is_software(text.lower())
    return len(text) > _LONG_TEXT and _capitals(text) * 2 > len(text)


_TITLE_WORD = re.compile(r'[^\W\d_]{4,}')


def is_title_case(title: str) -> bool:
    """Whether all words of a title have a capital but short ones: "Loading Contexts by Hand". Of two words none tells."""
    words = _TITLE_WORD.findall(title)
    return len(words) > 2 and all(word[0].isupper() for word in words)


_ADDRESS = re.compile(r'\s{0,9}\{\s?[#/][^{}]{0,200}\}\s{0,9}\Z')


def without_address(title: list[Run]) -> list[Run]:
    """The runs of a heading, the address that generators of sites take from its end told from it: ``Usage {#usage}``."""
    if not title or title[-1].sort != 'text' or (address := _ADDRESS.search(title[-1].text)) is None:
        return title
    last = title[-1].text
    return [*title[:-1], Run(last[: address.start()], 'text'), Run(last[address.start() :], 'skip')]


def in_title(names: Iterable[Found], block: Iterable[Run]) -> list[Found]:
    """The names of a heading, of which capitals say little: none of a row of them, nor where all words have one."""
    titled = is_title_case(''.join(run.text for run in block if run.sort != 'skip'))
    weak = _CAPITALISED if titled else _IN_A_ROW
    return [found._replace(hint='initial') if found.hint in weak else found for found in names]


_TITLED_SECTION = re.compile(r'\[(?!v\d|(?:draft|unreleased|wip|yanked)\])[a-z][\w.:-]*\]')


def of_heading(block: list[Run]) -> list[Run]:
    """The runs of a heading without its address; as inline code where it is a section of a file of settings, ``[core]``."""
    block = without_address(block)
    text = ''.join(run.text for run in block).strip()
    return [Run(text, 'literal')] if _TITLED_SECTION.fullmatch(text) else block


_IN_A_ROW = frozenset({'headed', 'proper'})
_CAPITALISED = frozenset({'capital', 'headed', 'proper'})


def _capitals(text: str) -> int:
    if text.isascii():  # most are, and of these the capitals are counted in a tenth of the time
        return len(text) - len(text.encode().translate(None, _CAPITAL_LETTERS))
    return sum(map(str.isupper, text))


_CAPITALS = frozenset(
    {'capital', 'compound', 'initial', 'headed', 'proper', 'registered', 'credited', 'expanded', 'foreign'}
)
_FEW_WORDS = 12
"""Words inside sentences, below which no share of theirs tells a language."""
_CAPITALISED_NOUNS = 0.17
"""Share of capitalised words inside sentences from which on they are nouns. In English documentation (Django, Sphinx,
Black) the median document has 0.02 and 95 of 100 have less than 0.09; in German every fifth word is a noun."""


_COINED_WORDS = 0.15
"""Share of different words that no dictionary of English has, as it has none with accents, from which on a text is of another
language."""


_TEXTS = frozenset({Role.PROSE, Role.HEADING})


def is_capital(name: str, hint: str) -> bool:
    """Whether nothing but a capital, or its script, makes a word look like a name."""
    return hint in _CAPITALS or (hint == 'coined' and not name.islower())


def judged_capitals(tally: Tally, words: Mapping[str, int], *, english: bool) -> Iterable[Occurrence]:
    """All occurrences of a text, those corrected that were judged as of another language.

    *words* are those in lower case, with their numbers. Where too many of them are in no dictionary of *english*, the text
    is of another language; one of few words is taken for English. In a text that writes nouns with capitals (German), a
    capital says nothing of a word.
    """
    found: Iterable[Occurrence] = tally.occurrences()
    coined = sum(is_coined(word) or not word.isascii() for word in words) if english else 0
    if not english or (coined >= _FEW_WORDS and coined > _COINED_WORDS * len(words)):
        found = (each for each in (_without_coined(found) if english else found) if not _is_half(each))
    capitals = tally.count('capital')
    all_words = sum(words.values()) + capitals
    if all_words >= _FEW_WORDS and (capitals > _CAPITALISED_NOUNS * all_words or _is_german(words)):
        found = _without_nouns(list(found))
    return found


_GERMAN = 0.25
"""Share of the words in small letters that are stop words of German alone, from which on a text is German. It is more than
half in German documentation, less than 0.03 in English."""
_OF_GERMAN = frozenset(SearchGerman.stopwords) - SearchEnglish.stopwords


def _is_german(words: Mapping[str, int]) -> bool:
    """Whether a text is in the one language of those that Sphinx searches which writes nouns with capitals."""
    return sum(count for word, count in words.items() if word in _OF_GERMAN) > _GERMAN * sum(words.values())


_HALF = re.compile(r'-[A-Z][a-z]{6,}')


def _is_half(found: Occurrence) -> bool:
    """Whether what looks like an option is the end of a word that another ends as well: "Klasse oder -Unterklasse"."""
    return found.role in _TEXTS and found.hint == 'option' and _HALF.fullmatch(found.name) is not None


_JOINED_OFTEN = 2
"""Nouns that a word is joined to, from which on it may be a product of which no register knows."""
_OF_NOUNS = re.compile(r'.*(?:en|er|ung|heit|keit|schaft|ion|tät|nis)')
"""Endings of German nouns, as they stand before a hyphen."""


def _without_nouns(found: Sequence[Occurrence]) -> Iterator[Occurrence]:
    """The occurrences of a text that writes all nouns with capitals, where a capital says nothing."""
    joined = {each.name for each in found if each.hint == 'joint' and '-' in each.name}
    heads = Counter(name.partition('-')[0] for name in joined)
    products = {
        head
        for head, times in heads.items()
        if times >= _JOINED_OFTEN and is_coined(head.lower()) and not _OF_NOUNS.fullmatch(head)
    }
    return (_among_capitals(each, products) for each in found)


def _among_capitals(found: Occurrence, products: Container[str]) -> Occurrence:
    """An occurrence in such a text; a name is joined to a noun there: "Docker-Image"."""
    if found.hint in {'joint', 'proper'} and found.name.find('-') > 1:
        found = found._replace(name=found.name.partition('-')[0], hint='compound')
    known = found.name in products or is_software(found.name.lower()) or is_capital_software(found.name)
    if found.hint == 'compound' and not known:
        return found._replace(hint='initial')  # "Datenbank-Tabelle"
    if found.hint == 'capital' and is_software(found.name.lower()) and is_coined(found.name.lower()):
        return found._replace(hint='compound')
    return found._replace(hint='initial') if found.hint in {'capital', 'headed', 'proper'} else found


def _is_by_noun(found: Occurrence) -> bool:
    """Whether nothing but a noun beside a word, or emphasis, made it a name, and no mark of its own (``$NAME``)."""
    noun = found.role in _TEXTS and (found.hint in NOUNS_OF_WORDS or found.hint == 'parameter')
    return noun and not found.name.isupper() and is_coined(found.name.lower())


def _without_coined(found: Iterable[Occurrence]) -> Iterator[Occurrence]:
    """Occurrences in a text that is not English after all."""
    for each in found:
        if each.hint == 'coined':
            if not each.name.islower():
                yield each._replace(hint='initial')
            elif is_only_software(each.name):
                yield each
        elif not _is_by_noun(each):
            yield each
