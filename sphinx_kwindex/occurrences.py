"""The values that travel between the stages: what a document says of a name, and where.

Nothing here knows Sphinx, docutils or a builder: an occurrence names documents and anchors, never URIs.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

_SURROGATE = re.compile('[\ud800-\udfff]')


def encodable(text: str) -> str:
    """The text with U+FFFD for lone surrogates: a directive may leave some in a document, and no file can hold them."""
    return text if text.isascii() else _SURROGATE.sub('\ufffd', text)


class Role(StrEnum):
    """How a name stands in a document, strongest first."""

    DEFINITION = 'definition'
    """The document describes the object here."""
    HEADING = 'heading'
    """The name stands in the title of the section."""
    ENTRY = 'entry'
    """An ``index`` directive or a glossary lists it."""
    REFERENCE = 'reference'
    """A cross-reference names it, resolved or not."""
    CODE = 'code'
    """It is a token of a code block."""
    LITERAL = 'literal'
    """It stands in inline code."""
    PROSE = 'prose'
    """It stands in running text and has the form of a name."""


ROLE_ORDER = {role: position for position, role in enumerate(Role)}


class Kind(StrEnum):
    """What a name is: one vocabulary for all domains and languages."""

    CLASS = 'class'
    EXCEPTION = 'exception'
    FUNCTION = 'function'
    METHOD = 'method'
    ATTRIBUTE = 'attribute'
    MODULE = 'module'
    CONSTANT = 'constant'
    TYPE = 'type'
    MACRO = 'macro'
    SETTING = 'setting'
    OPTION = 'option'
    ENVVAR = 'envvar'
    COMMAND = 'command'
    FILE = 'file'
    ACRONYM = 'acronym'
    PRODUCT = 'product'
    PROTOCOL = 'protocol'
    TERM = 'term'
    NAME = 'name'


KIND_ORDER = {kind: position for position, kind in enumerate(Kind)}


class Reference(NamedTuple):
    """A cross-reference as written, before anybody asked whether it resolves.

    ``context`` holds what the domain needs to resolve it again (the current module, class, program), sorted.
    """

    domain: str
    type: str
    target: str
    context: tuple[tuple[str, str | bool], ...] = ()


class Definition(NamedTuple):
    """What a document defines at one anchor: the domain, the object type, and the full name."""

    domain: str
    type: str
    name: str
    owner: str = ''
    """The program of an option, '' for anything else."""


class Occurrence(NamedTuple):
    """One appearance of a name in one place of one document.

    A tuple, as references and definitions are: there are some hundred thousand, and a store makes them from rows.
    """

    name: str
    """The name, without the marks that markup puts around it (``~``, ``()``, ``$``)."""
    section: int
    """Position of the owning place in :attr:`DocumentRecord.sections`."""
    role: Role
    hint: str = ''
    """What the markup, the grammar or the shape says of its sort, in one word, or ''."""
    count: int = 1  # type: ignore[assignment]  # nobody counts in an occurrence
    """How often it stands there in this way."""
    position: int = 0
    """Where in the document it stands first there (a running number)."""
    spelling: str = ''
    """The whole word that it stands in where that is longer (``QuerySets``); '' where it stands alone."""
    context: str = ''
    """Plain text around the first appearance, at most :data:`CONTEXT_LENGTH` characters."""
    definition: Definition | None = None
    reference: Reference | None = None


ON_OBJECT = '-on-object'
"""What ends the hint of a call where something is called on what no chain of names leads to: ``open(path).read()``."""
CONTEXT_LENGTH = 120


@dataclass(frozen=True, slots=True)
class Section:
    """A place that a locator can lead to: a section, or the description of an object inside one."""

    anchor: str
    """The id in the page; '' where no id is nearer than the document itself."""
    path: tuple[str, ...]
    """The titles from the document's own title down to this place."""
    depth: int = 0
    """0 for the document, one more for each level below."""
    described: bool = False
    """Whether this is the description of an object rather than a section."""


@dataclass(frozen=True, slots=True)
class DocumentRecord:
    """All that the store keeps of one document: what it says itself, in reading order."""

    docname: str
    title: str
    """'' for a document without a title."""
    sections: tuple[Section, ...]
    occurrences: tuple[Occurrence, ...]
    words: Mapping[str, int] = field(default_factory=dict)
    """The words that stand in lower case in its running text, with their numbers."""
    text_length: int = 0
    """Characters of text that were read."""
