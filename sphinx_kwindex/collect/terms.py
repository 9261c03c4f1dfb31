"""The author's own terms, of one or several words, found in the text of a block."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from sphinx_kwindex.collect.targets import last_part
from sphinx_kwindex.collect.texts import Found
from sphinx_kwindex.occurrences import Role
from sphinx_kwindex.shapes import WEAK_HINTS, WORD_CHARACTER

_PIECE = re.compile(rf'{WORD_CHARACTER}+|\S')
_SAME = {"'": "['’]", '’': "['’]"}
"""Characters that Sphinx puts in the place of those that the author typed."""
_PLURALS = ('', 's', 'es')


class TermFound(NamedTuple):
    """A place of a text that holds a term."""

    start: int
    end: int
    name: str
    """The term as the author spells it."""
    spelling: str
    """As the text spells it, on one line."""


class _Term(NamedTuple):
    name: str
    pattern: re.Pattern[str]


class Terms:
    """Terms to look up: a text is read once, however many they are."""

    def __init__(self, names: Iterable[str] = ()) -> None:
        self._by_start: dict[str, list[_Term]] = {}
        for name in dict.fromkeys(' '.join(name.split()) for name in names):
            if first := _PIECE.match(name):
                # Of a term of one word the plural is another word.
                endings = _PLURALS if first[0] == name and _has_plural(name) else ('',)
                for ending in endings:
                    self._by_start.setdefault(f'{first[0].casefold()}{ending}', []).append(_Term(name, _pattern(name)))
        for terms in self._by_start.values():
            terms.sort(key=lambda term: -len(term.name))  # stable: of two that differ by case the first has precedence

    def find(self, text: str) -> Iterator[TermFound]:
        """The terms of a text from its start on: where several begin the longest, and none inside another."""
        end = 0
        for token in _PIECE.finditer(text) if self._by_start else ():
            if token.start() < end:
                continue
            for term in self._by_start.get(token[0].casefold(), ()):
                if match := term.pattern.match(text, token.start()):
                    end = match.end()
                    yield TermFound(match.start(), end, term.name, ' '.join(match[0].split()))
                    break

    def named(self, text: str) -> str:
        """The author's spelling where a text is a term and nothing else, in whatever case; else the text."""
        names = (term.name for term in self.find(text))
        return next((name for name in names if name.casefold() == text.casefold()), text)


_NONE = TermFound(0, 0, ' ', '')


def with_terms(names: Sequence[Found], terms: Sequence[TermFound], text: str) -> list[Found]:
    """The names of the *text* of a block with the author's terms among them, in reading order.

    A term has precedence over what running text says of the same place; what is set as code or refers to an object, and
    a longer name that has the form of one (``inode.i_size``), stay what they are.
    """
    if not terms:
        return list(names)
    by_start = {term.start: term for term in terms}
    kept: list[Found] = []
    taken: set[int] = set()
    for found in names:
        term = by_start.get(found.start, _NONE)
        is_term = len(term.name) <= len(found.name) <= term.end - term.start
        if is_term and found.name != term.name and found.role is Role.PROSE:
            continue
        kept.append(found)
        if found.hint not in WEAK_HINTS or (is_term and found.name == term.name):
            shown = found.name if text.startswith(found.name, found.start) else last_part(found.name)
            taken.update(range(found.start, found.start + len(shown)))
    kept.extend(
        Found(term.start, term.name, Role.PROSE, 'wanted', None, '' if term.spelling == term.name else term.spelling)
        for term in terms
        if term.start not in taken
    )
    return sorted(kept, key=lambda found: found.start)


def _has_plural(name: str) -> bool:
    """Whether a term ends in a letter to which a plural can be put."""
    return unicodedata.name(name[-1], '').startswith('LATIN ')


def _pattern(name: str) -> re.Pattern[str]:
    """What a term looks like in a text: any white space between its words, and perhaps a plural."""
    words = r'\s+'.join(
        ''.join(_SAME.get(character, re.escape(character)) for character in word) for word in name.split()
    )
    plural = f'(?:{"|".join(reversed(_PLURALS))})' if _has_plural(name) else ''
    end = rf'(?!{WORD_CHARACTER}|\+\+|\#)' if re.fullmatch(WORD_CHARACTER, name[-1]) else ''
    return re.compile(words + plural + end, re.IGNORECASE)
