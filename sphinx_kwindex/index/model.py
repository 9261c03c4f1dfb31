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


@lru_cache(maxsize=1 << 14)
def _hints_of(found: tuple[tuple[Role, str], ...], roles: tuple[Role, ...]) -> frozenset[str]:
    return frozenset(hint for role, hint in found if not roles or role in roles)


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

    def note(self, found: Occurrence) -> None:
        """Take one more occurrence into account."""
        hint = found.hint
        if hint in ON_OBJECTS:
            hint = ON_OBJECTS[hint]
            self.on_objects += found.count
        key = (found.role, hint)
        self.roles[key] = self.roles.get(key, 0) + found.count
        if found.definition is not None:
            self.definitions |= {found.definition}
        if found.reference is not None:
            self._refer(f'{found.reference.domain}:{found.reference.type}', found.count)

    def add(self, other: Evidence) -> None:
        """Take into account what another name says of the same thing."""
        for key, count in other.roles.items():
            self.roles[key] = self.roles.get(key, 0) + count
        self.definitions |= other.definitions
        self.on_objects += other.on_objects
        for label, count in other.references.items():
            self._refer(label, count)

    def _refer(self, label: str, count: int) -> None:
        self.references = {**self.references, label: self.references.get(label, 0) + count}

    def has(self, *roles: Role) -> bool:
        """Whether it stands anywhere in one of *roles*."""
        return any(role in roles for role, _hint in self.roles)

    def hints(self, *roles: Role) -> frozenset[str]:
        """The hints of its occurrences in *roles*, in any role if none is given."""
        return _hints_of(tuple(self.roles), roles)

    def times(self, role: Role, *hints: str) -> int:
        """How often it stands in *role* with one of *hints*, with any if none is given."""
        return sum(count for (at, hint), count in self.roles.items() if at is role and (not hints or hint in hints))

    @property
    def count(self) -> int:
        """How often it stands anywhere."""
        return sum(self.roles.values())
