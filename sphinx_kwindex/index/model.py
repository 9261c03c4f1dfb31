"""What the index stage hands to the outputs: keywords with their locators, documents with their keywords."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from functools import lru_cache
from re import Pattern
from types import MappingProxyType
from typing import Any

from sphinx_kwindex.index.places import Locators
from sphinx_kwindex.occurrences import ON_OBJECT, Definition, DocumentRecord, Kind, Occurrence, Reference, Role, Section

Records = Callable[[], Iterable[DocumentRecord]]
"""Gives every document of the corpus, always with the same answer."""

Resolve = Callable[[str, Reference], str | None]
"""The full name of the object that a reference in a document (by docname) leads to, ``None`` where it leads nowhere."""


@dataclass(frozen=True, slots=True)
class Keyword:
    """One entry of the index."""

    name: str
    kind: Kind
    variants: tuple[str, ...]
    """Other spellings that the documents use, sorted."""
    defined: bool
    count: int
    locators: Locators
    see_also: tuple[str, ...] = ()
    head: str = ''
    """What the entry is filed under: the last part of a defined chain (``getLogger``), else the name."""
    passing: bool = False
    """Whether it stands in the documentation in passing: a built-in, or a name that examples give their own things."""

    @property
    def qualifier(self) -> str:
        """What stands before the part that the entry is filed under: ``logging`` of ``logging.getLogger``."""
        return self.name.removesuffix(self.head).rstrip('.: ')


@dataclass(frozen=True, slots=True)
class SeeReference:
    """A heading without places, which names the keywords that it means."""

    heading: str
    targets: tuple[str, ...]
    """Names of keywords, sorted."""


@dataclass(frozen=True, slots=True)
class Document:
    """One indexed document."""

    docname: str
    title: str
    """Its title, or the docname where it has none."""
    places: tuple[Section, ...]
    keywords: tuple[str, ...]
    """Names, most important to this document first."""
    related: tuple[str, ...]
    """Docnames of the documents that share its rare keywords, closest first."""

    @property
    def folder(self) -> str:
        """The folder that holds the document, '' for the root."""
        return self.docname.rpartition('/')[0]


@dataclass(frozen=True, slots=True)
class KeywordIndex:
    """Everything: keywords in collation order, documents in reading order."""

    keywords: tuple[Keyword, ...]
    documents: tuple[Document, ...]
    by_name: Mapping[str, Keyword] = field(repr=False)
    references: tuple[SeeReference, ...] = ()
    """Spellings that are no keywords and lead to some."""

    @property
    def occurrences(self) -> int:
        """How many times any keyword stands anywhere."""
        return sum(keyword.count for keyword in self.keywords)


@dataclass(frozen=True, slots=True)
class Choices:
    """What the user's options say about the choice of keywords."""

    roles: frozenset[Role] = frozenset(Role)
    include: tuple[Pattern[str], ...] = ()
    exclude: tuple[Pattern[str], ...] = ()
    min_mentions: int = 1
    english: bool = True
    """Whether the documentation is written in English, so that its dictionary has a say."""
    terms: frozenset[str] = frozenset()
    """Names that the author lists, as they are spelled in the index."""
    spellings: Mapping[str, str] = field(default_factory=dict)
    """Spelling of the texts -> the name to list it under."""
    changelogs: frozenset[str] = frozenset()
    """Docnames of the documents that name everything: none of their places is a keyword's main one if it has another."""
    stop_words: frozenset[str] = frozenset()
    """Lower-case words of the documentation's language that are never names by themselves."""
    plain_names: frozenset[str] = frozenset()
    """Names of months, days, languages and countries, and signs of units, in the language of the documentation."""


ON_OBJECTS: Mapping[str, str] = {f'{hint}{ON_OBJECT}': hint for hint in ('call', 'invoked')}
"""Hint of a call on an object -> of any call."""
NOTHING: frozenset[Any] = frozenset()
_NO_REFERENCES: Mapping[str, int] = MappingProxyType({})


class _Forms:
    """The roles and hints in which names stand, without the numbers: many names have the same."""

    __slots__ = ('_hints', '_pairs', 'roles')

    def __init__(self, pairs: tuple[tuple[Role, str], ...]) -> None:
        self._pairs = pairs
        self._hints: dict[tuple[Role, ...], frozenset[str]] = {}
        self.roles = frozenset(role for role, _hint in pairs)

    def hints(self, roles: tuple[Role, ...]) -> frozenset[str]:
        """The hints in some roles, in all if none is given."""
        found = self._hints.get(roles)
        if found is None:
            found = frozenset(hint for role, hint in self._pairs if not roles or role in roles)
            self._hints[roles] = found
        return found


_forms = lru_cache(maxsize=1 << 14)(_Forms)


@dataclass(slots=True)
class Evidence:
    """All that the corpus says of one name as written."""

    roles: dict[tuple[Role, str], int] = field(default_factory=dict)
    """How often it stands in each role with each hint."""
    definitions: AbstractSet[Definition] = NOTHING  # most names have none, and there are many names
    references: Mapping[str, int] = field(default_factory=lambda: _NO_REFERENCES)
    """Types of the references that name it (``py:class``), with their numbers."""

    on_objects: int = 0
    """How many of its calls are on objects (``open(path).read()``), and not of what a module has."""
    _told: _Forms | None = field(default=None, init=False, repr=False, compare=False)
    """Made of the roles when somebody asks."""

    def note(self, found: Occurrence) -> None:
        """Take one more occurrence into account."""
        hint = found.hint
        if hint in ON_OBJECTS:
            hint = ON_OBJECTS[hint]
            self.on_objects += found.count
        key = (found.role, hint)
        self.roles[key] = self.roles.get(key, 0) + found.count
        self._told = None
        if found.definition is not None:
            self.definitions |= {found.definition}
        if found.reference is not None:
            self._refer(f'{found.reference.domain}:{found.reference.type}', found.count)

    def add(self, other: Evidence) -> None:
        """Take into account what another name says of the same thing."""
        for key, count in other.roles.items():
            self.roles[key] = self.roles.get(key, 0) + count
        self._told = None
        self.definitions |= other.definitions
        self.on_objects += other.on_objects
        for label, count in other.references.items():
            self._refer(label, count)

    @property
    def _form(self) -> _Forms:
        if self._told is None:
            self._told = _forms(tuple(self.roles))
        return self._told

    def _refer(self, label: str, count: int) -> None:
        self.references = {**self.references, label: self.references.get(label, 0) + count}

    def has(self, *roles: Role) -> bool:
        """Whether it stands anywhere in one of *roles*."""
        return not self._form.roles.isdisjoint(roles)

    def hints(self, *roles: Role) -> frozenset[str]:
        """The hints of its occurrences in *roles*, in any role if none is given."""
        return self._form.hints(roles)

    def times(self, role: Role, *hints: str) -> int:
        """How often it stands in *role* with one of *hints*, with any if none is given."""
        times = 0
        for (at, hint), count in self.roles.items():  # a loop: it is asked some hundred thousand times
            if at is role and (not hints or hint in hints):
                times += count
        return times

    @property
    def count(self) -> int:
        """How often it stands anywhere."""
        return sum(self.roles.values())
