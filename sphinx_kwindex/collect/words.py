"""Words of running text: those in lower case, those that no dictionary has, and those that an author asks for."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from sphinx_kwindex.lexicon import is_clipped, is_only_software
from sphinx_kwindex.shapes import MAX_NAME, WORD, WORD_CHARACTER


class Token(NamedTuple):
    """A match of the pattern that is more than white space or a sign."""

    sort: str
    text: str
    start: int
    end: int


_WORDS = re.compile(rf'(?<![\w.@/-]){WORD}(?!{WORD_CHARACTER}|[-/@]\w)')


def words(text: str) -> list[str]:
    """The words of a text, no parts of paths or of words with hyphens, none that follows a dot.

    Those in lower case tell what a capital elsewhere may hide.
    """
    return _WORDS.findall(text)


@lru_cache(maxsize=1 << 16)
def _lower_words(piece: str) -> tuple[str, ...]:
    return tuple(word for word in words(piece) if word.islower())


def lower_words(texts: Iterable[str]) -> dict[str, int]:
    """The words in lower case of some texts, each with its number; each text begins and ends a word."""
    found: dict[str, int] = {}
    for piece, count in Counter('\n'.join(texts).split()).items():
        for word in _lower_words(piece):
            found[word] = found.get(word, 0) + count
    return found


_LONG = 8
"""Words in small letters, from which on a text shows the language that it is in."""


def is_in_another_language(text: str, coined: int) -> bool:
    """Whether a text of which so many words are *coined*, to the dictionary of English, is in some other language.

    A quotation, or what fills a page: "Lorem ipsum".
    """
    if coined < _LONG // 2:
        return False
    small = _SMALL_WORD.findall(text)
    return 3 * coined > len(small) >= _LONG and _OF_ENGLISH.isdisjoint(small)


def is_in_any_language(name: str) -> bool:
    """Whether what no dictionary of English has is a name in other languages as well: it has a capital, or is well known."""
    return not name.islower() or is_only_software(name)


_OF_ENGLISH = frozenset('and are for from is of that the this to with'.split())  # noqa: SIM905 (words to read)
_SMALL_WORD = re.compile(r'(?<!\w)[a-z]{2,}(?!\w)')
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


_QUOTES = frozenset({"''", '‘’'})
"""Single ones: what stands in double ones is said with a reserve (“teardown”)."""


def is_quoted(word: str, text: str, start: int, end: int) -> bool:
    """Whether single quotation marks make a name of a word of a text that programmers cut short: 'stdin'."""
    return 0 < start < end < len(text) and text[start - 1] + text[end] in _QUOTES and len(word) > 2 and is_clipped(word)


_JOINED_BEFORE = re.compile(r"(?:[\w./@:$%{<\\=*#&~+-]|\w['’])\Z")
_JOINED_BEHIND = re.compile(r"[\w/@$%\\(\[{=+*<>#&~-]|[.:]\w|['’](?!s\b)\w")


def stands_alone(text: str, start: int, end: int) -> bool:
    """Whether what stands around a word joins it to nothing: neither to a path, a call, an entity nor a contraction."""
    return not _JOINED_BEFORE.search(text[max(0, start - 2) : start]) and not _JOINED_BEHIND.match(text, end)
