"""The places of keywords, kept as numbers: a large documentation has millions of them."""

from __future__ import annotations

from abc import abstractmethod
from array import array
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple, TypeAlias, overload

from sphinx_kwindex.occurrences import Role, Section
from sphinx_kwindex.spool import Spool

STRIDE = 5
"""Numbers of one place: position of the document, of the section in it, roles, count, and the context in the spool."""
_WITHOUT_DOCUMENT = (1, 2, 3)
"""Those of them that are neither the document nor the context."""
Numbers: TypeAlias = 'array[int]'


@dataclass(frozen=True, slots=True)
class Locator:
    """One place where a keyword stands."""

    docname: str
    anchor: str
    path: tuple[str, ...]
    """Titles from the document down to the section."""
    roles: tuple[Role, ...]
    """Every way in which it stands there, strongest first."""
    count: int
    order: tuple[int, int]
    """Place in reading order: position of the document, then of the section in it."""
    main: bool = False

    @property
    def defines(self) -> bool:
        """Whether the keyword is defined here."""
        return Role.DEFINITION in self.roles


class Presence(NamedTuple):
    """All that one document says of a keyword."""

    docname: str
    roles: tuple[Role, ...]
    """Every way in which it stands in the document, strongest first."""
    mentions: int
    """How often it stands there."""
    places: int
    """In how many places."""
    order: tuple[int, int]
    """The first of them in reading order."""
    anchor: str
    """Where to go: to the main place of the keyword if the document has it, else to the first."""
    defined: bool
    """Whether the keyword is defined where that leads."""


class Locators(Sequence[Locator]):
    """The places of one keyword: the main one first, then in reading order."""

    __slots__ = ()

    @abstractmethod
    def contexts(self) -> Iterator[str]:
        """The text around the first appearance in each place."""

    @abstractmethod
    def docnames(self) -> list[str]:
        """The documents, each once, that of the main place first, the others in reading order."""

    @abstractmethod
    def inside(self, docname: str) -> Sequence[Locator]:
        """The places in one document in reading order, none for a document that has none."""

    @abstractmethod
    def presence(self, docname: str) -> Presence:
        """What one of the documents says of the keyword.

        :raises KeyError: for a document that says nothing of it
        """

    @abstractmethod
    def told(self) -> tuple[list[str], bytes]:
        """All that is known of the places but their contexts: the document of each, and the rest, alike for those alike alone."""

    @abstractmethod
    def told_inside(self, docname: str) -> bytes:
        """The same of the places in one document, with whether the main one is among them."""

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Locators):
            return NotImplemented
        return tuple(self) == tuple(other) and list(self.contexts()) == list(other.contexts())

    def __hash__(self) -> int:
        return hash(tuple(self))


class Shelf:
    """What the places of all keywords of an index have in common."""

    def __init__(self, order: Mapping[str, int]) -> None:
        self.positions = order
        """Docname -> position in reading order."""
        self.docnames = {position: docname for docname, position in order.items()}
        self.headers: dict[str, tuple[str, tuple[Section, ...]]] = {}
        """Docname -> title and sections."""
        self.contexts = Spool()


_BITS = {role: 1 << number for number, role in enumerate(Role)}


def bit(role: Role) -> int:
    """A role among the roles of a place."""
    return _BITS[role]


@lru_cache(maxsize=1 << len(Role))
def roles_of(bits: int) -> tuple[Role, ...]:
    """The roles that were added up, strongest first."""
    return tuple(role for role in Role if bits & _BITS[role])


class Places(Locators):
    """The places of one keyword, each :data:`STRIDE` numbers, on a shelf that tells what they mean."""

    __slots__ = ('_numbers', '_shelf')

    def __init__(
        self, numbers: Numbers, shelf: Shelf, changelogs: frozenset[str], *, defining: Role = Role.DEFINITION
    ) -> None:
        """Put *numbers* of places, in any order, into order.

        The main place is where the keyword is defined, else a heading, else the earliest in reading order; the documents of
        *changelogs* come last, unless they define it. It is defined where it has the role *defining*, which of a term is
        that of its entry in the glossary.
        """
        self._shelf = shelf
        self._numbers = numbers
        if len(numbers) > STRIDE:
            rows = sorted(zip(*[iter(numbers)] * STRIDE, strict=True))
            main = min(rows, key=lambda row: _precedence(row, shelf, changelogs, defining))
            self._numbers = array(numbers.typecode, main)
            self._numbers.extend(number for row in rows if row is not main for number in row)

    def __len__(self) -> int:
        return len(self._numbers) // STRIDE

    @overload
    def __getitem__(self, index: int) -> Locator: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Locator, ...]: ...

    def __getitem__(self, index: int | slice) -> Locator | tuple[Locator, ...]:
        if isinstance(index, slice):
            return tuple(map(self._locator, range(*index.indices(len(self)))))
        return self._locator(range(len(self))[index])

    def __iter__(self) -> Iterator[Locator]:
        return map(self._locator, range(len(self)))

    def _locator(self, index: int) -> Locator:
        at = index * STRIDE
        position, section, bits, count = self._numbers[at : at + 4]
        docname = self._shelf.docnames[position]
        title, sections = self._shelf.headers[docname]
        place = sections[section]
        return Locator(
            docname, place.anchor, place.path or (title,), roles_of(bits), count, (position, section), index == 0
        )

    def contexts(self) -> Iterator[str]:
        """See :meth:`Locators.contexts`; each is read when its turn comes."""
        return map(self._shelf.contexts.get, self._numbers[4::STRIDE])

    def docnames(self) -> list[str]:
        """See :meth:`Locators.docnames`."""
        return [self._shelf.docnames[position] for position in dict.fromkeys(self._numbers[::STRIDE])]

    def inside(self, docname: str) -> tuple[Locator, ...]:
        """See :meth:`Locators.inside`."""
        return tuple(map(self._locator, self._run(self._shelf.positions[docname])))

    def presence(self, docname: str) -> Presence:
        """See :meth:`Locators.presence`."""
        numbers, position = self._numbers, self._shelf.positions[docname]
        run = self._run(position)
        if not run:
            raise KeyError(docname)
        lead = 0 if numbers[0] == position else run[0]
        bits = mentions = 0
        for index in run:
            bits |= numbers[index * STRIDE + 2]
            mentions += numbers[index * STRIDE + 3]
        _title, sections = self._shelf.headers[docname]
        return Presence(
            docname,
            roles_of(bits),
            mentions,
            len(run),
            (position, numbers[run[0] * STRIDE + 1]),
            sections[numbers[lead * STRIDE + 1]].anchor,
            bool(numbers[lead * STRIDE + 2] & _BITS[Role.DEFINITION]),
        )

    def told(self) -> tuple[list[str], bytes]:
        """See :meth:`Locators.told`."""
        numbers, docnames = self._numbers, self._shelf.docnames
        rest = b''.join(numbers[column::STRIDE].tobytes() for column in _WITHOUT_DOCUMENT)
        return [docnames[position] for position in numbers[::STRIDE]], rest

    def told_inside(self, docname: str) -> bytes:
        """See :meth:`Locators.told_inside`."""
        numbers, position = self._numbers, self._shelf.positions[docname]
        run = self._run(position)
        main = bytes([numbers[0] == position]) if numbers else b''
        return main + b''.join(
            bytes([index == 0]) + numbers[index * STRIDE + 1 : index * STRIDE + 4].tobytes() for index in run
        )

    def _run(self, position: int) -> list[int]:
        """Which places lie in a document, in reading order."""
        numbers, length = self._numbers, len(self)
        start = end = bisect_left(range(length), position, 1, key=lambda index: numbers[index * STRIDE])
        while end < length and numbers[end * STRIDE] == position:
            end += 1
        run = list(range(start, end))
        if numbers and numbers[0] == position:
            run.append(0)
            run.sort(key=lambda index: numbers[index * STRIDE + 1])
        return run


def _precedence(
    row: Sequence[int], shelf: Shelf, changelogs: frozenset[str], defining: Role
) -> tuple[bool, int, Sequence[int]]:
    bits = row[2]
    if bits & _BITS[defining]:
        return False, 0, row
    return shelf.docnames[row[0]] in changelogs, 1 if bits & _BITS[Role.HEADING] else 2, row


NOWHERE = Places(array('I'), Shelf({}), frozenset())
"""No place."""
