"""The first pass over the corpus: what is known of each name, before anything is decided."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from sphinx_kwindex.index.model import Choices, Evidence, Records, Resolve
from sphinx_kwindex.occurrences import Occurrence, Role

JOINT = re.compile(r'\.|::')


def parts(name: str) -> list[str]:
    """The links of a dotted or ``::`` chain; a path or an option is one link."""
    return [name] if '/' in name or name.startswith('-') else JOINT.split(name)


def suffixes(name: str) -> Iterator[str]:
    """The proper endings of a chain at its joints, longest first."""
    for match in JOINT.finditer(name):
        if match.end() < len(name):
            yield name[match.end() :]


@dataclass(slots=True)
class Corpus:
    """The names of all documents, with the evidence for each."""

    names: dict[str, Evidence] = field(default_factory=dict)
    words: Counter[str] = field(default_factory=Counter)
    """Words that stand in lower case in running text, with their numbers."""
    heads: set[str] = field(default_factory=set)
    """Names that a chain may begin with: modules, classes, namespaces that are defined, imported or referred to."""
    endings: dict[str, set[str]] = field(default_factory=dict)
    """Ending of a chain -> the defined names that end so."""

    def is_defined(self, name: str) -> bool:
        """Whether a document describes an object of exactly this name."""
        evidence = self.names.get(name)
        return evidence is not None and bool(evidence.definitions)


def canonical_reference(docname: str, found: Occurrence, resolve: Resolve) -> str:
    """The name that an occurrence stands under: of the object it refers to, where that ends in what is shown."""
    if found.definition is not None:
        return found.definition.name
    if found.reference is not None:
        target = resolve(docname, found.reference)
        if target and target != found.name and parts(target)[-1] == parts(found.name)[-1]:
            return target
    return found.name


def survey(records: Records, choices: Choices, resolve: Resolve) -> Corpus:
    """Read the whole corpus once."""
    corpus = Corpus()
    for record in records():
        corpus.words.update(record.words)
        for found in record.occurrences:
            if found.role in choices.roles:
                _note(corpus, canonical_reference(record.docname, found, resolve), found)
    _find_heads(corpus)
    return corpus


def _note(corpus: Corpus, name: str, found: Occurrence) -> None:
    evidence = corpus.names.get(name)
    if evidence is None:
        evidence = corpus.names[name] = Evidence()
    evidence.note(found)


_HEAD_HINTS = frozenset({'import', 'class', 'exception', 'annotation'})


def _find_heads(corpus: Corpus) -> None:
    for name, evidence in corpus.names.items():
        if evidence.definitions or evidence.has(Role.REFERENCE) or not _HEAD_HINTS.isdisjoint(evidence.hints()):
            corpus.heads.add(name)
            links = parts(name)
            if len(links) > 1:
                corpus.heads.add(links[0])
                if evidence.definitions:
                    for ending in suffixes(name):
                        corpus.endings.setdefault(ending, set()).add(name)
