"""The occurrences of one document while it is walked: each way in which a name stands in a place, counted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sphinx_kwindex.collect.context import context_of, whole_word
from sphinx_kwindex.collect.targets import last_part
from sphinx_kwindex.occurrences import Definition, Occurrence, Reference, Role

_Key = tuple[str, int, Role, str, str, Definition | None, Reference | None]


@dataclass(slots=True)
class _First:
    """Where a name stands first in one way, and how often it does in all."""

    position: int
    context: str
    count: int = 1


class Tally:
    """Count occurrences; what is the same but for where in its place it stands is one with a number."""

    def __init__(self) -> None:
        self._seen: dict[_Key, _First] = {}
        self._position = 0

    def add(
        self,
        name: str,
        place: int,
        role: Role,
        hint: str,
        text: str,
        start: int,
        *,
        definition: Definition | None = None,
        reference: Reference | None = None,
        spelling: str | None = None,
    ) -> None:
        """Note a name that stands in *text* at *start* or after; a name of white space alone is none.

        *spelling* is the whole word that it stands in, '' where it stands alone, looked up in the text if not given.
        """
        if ' ' in name or not name.isprintable():
            name = ' '.join(name.split())
        if not name:
            return
        self._position += 1
        if spelling is None:
            spelling = whole_word(text, start, last_part(name))
        key = (name, place, role, hint, spelling, definition, reference)
        known = self._seen.get(key)
        if known is None:
            self._seen[key] = _First(self._position, context_of(text, start, len(name)))
        else:
            known.count += 1

    def count(self, hint: str) -> int:
        """How often any name was noted with *hint*."""
        return sum(first.count for key, first in self._seen.items() if key[3] == hint)

    def occurrences(self) -> Iterator[Occurrence]:
        """What was counted, in the order in which it was met."""
        for (name, place, role, hint, spelling, definition, reference), first in self._seen.items():
            yield Occurrence(
                name, place, role, hint, first.count, first.position, spelling, first.context, definition, reference
            )
