"""One name before the rules: its evidence, and the questions that rules, kinds and ranks ask of it."""

from __future__ import annotations

from dataclasses import dataclass

from sphinx_kwindex.index.evidence import Corpus
from sphinx_kwindex.index.examples import is_anybodys
from sphinx_kwindex.index.joints import parts
from sphinx_kwindex.index.model import Choices, Evidence
from sphinx_kwindex.occurrences import Role
from sphinx_kwindex.posix import is_endpoint, is_of_service
from sphinx_kwindex.shapes import WEAK_HINTS, is_acronym, is_strong

DEFINING = frozenset(
    {'class', 'exception', 'function', 'method', 'field', 'constant', 'type', 'macro', 'table', 'directive'}
)
"""What code says of a name that it defines."""
USING = frozenset({'import', 'module', 'annotation', 'decorator', 'base', 'raised', 'typed', 'filter', 'tag'})
"""What code says of a name that it takes from elsewhere, and that can't be a variable."""
CALLS = frozenset({'call', 'invoked', 'queried', 'attribute'})
"""What code does with the members of modules and objects."""

_REAL = frozenset({'setting', 'package', 'installed', 'linked', 'item', 'registered'})
"""What is said of things that somebody has, and gave a name."""


@dataclass(frozen=True, slots=True)
class Case:
    """A name, what the corpus says of it and of all else, and what the user wants."""

    name: str
    evidence: Evidence
    corpus: Corpus
    choices: Choices

    @property
    def last(self) -> str:
        """The last link of a chain."""
        return parts(self.name)[-1]

    @property
    def defined(self) -> bool:
        """Whether a document describes an object of this name."""
        return bool(self.evidence.definitions)

    @property
    def code(self) -> frozenset[str]:
        """What code says of it."""
        return self.evidence.hints(Role.CODE)

    @property
    def literal(self) -> bool:
        """Whether an author set it as inline code."""
        return self.evidence.has(Role.LITERAL)

    @property
    def prose(self) -> frozenset[str]:
        """What running text and titles say of it."""
        return self.evidence.hints(Role.PROSE, Role.HEADING)

    @property
    def firm_prose(self) -> bool:
        """Whether running text shows it in the form of a name."""
        return not self.prose <= WEAK_HINTS

    @property
    def written_small(self) -> int:
        """How often running text has the word in lower case."""
        return self.corpus.words[self.name.lower()]

    @property
    def small_is_coined(self) -> bool:
        """Whether the word in lower case is in no dictionary: then small letters do not make it an ordinary word."""
        small = self.corpus.names.get(self.name.lower())
        return small is not None and 'coined' in small.hints()

    @property
    def in_chains(self) -> bool:
        """Whether chains have it as a class (``Blueprint.open_resource``), half as often as running text has it alone."""
        links = self.corpus.company.links[self.name]
        return links > 0 and 2 * links >= self.evidence.times(Role.PROSE)

    @property
    def distinct(self) -> bool:
        """Whether its form is not that of a word of prose: a capital counts where it is followed by small letters."""
        name = self.name
        return is_strong(name) or is_acronym(name) or (name[:1].isupper() and len(name) > 2 and not name.isupper())

    @property
    def asked_for(self) -> bool:
        """Whether a path is what a server is asked for: one of a service, or of one step where texts speak of endpoints."""
        if is_of_service(self.name):
            return True
        spoken_of = any(self.corpus.words[word] for word in ('endpoint', 'endpoints'))
        return spoken_of and is_endpoint(self.name) and 'folder' not in self.evidence.hints()

    def code_of(self, other: str) -> frozenset[str]:
        """What code says of another name."""
        evidence = self.corpus.names.get(other)
        return frozenset() if evidence is None else evidence.hints(Role.CODE)

    @property
    def of_example(self) -> bool:
        """Whether an example gave the name, and it is not that of a product (MyChart), which texts have as often as code."""
        if not is_anybodys(self.name) or not self.evidence.hints().isdisjoint(_REAL):
            return False
        texts = self.evidence.times(Role.PROSE) + self.evidence.times(Role.HEADING)
        return texts < max(1, self.evidence.times(Role.CODE) + self.evidence.times(Role.LITERAL))
