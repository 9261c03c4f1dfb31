"""What a name means in one document, by what that document describes, imports or names in full."""

from __future__ import annotations

import builtins
from collections.abc import Container

from sphinx_kwindex.index.evidence import Corpus
from sphinx_kwindex.index.joints import parts
from sphinx_kwindex.occurrences import Occurrence, Role
from sphinx_kwindex.shapes import is_camel


class Standpoint:
    """The document that a name stands in, and whether its going to one keyword or another was asked of just this document."""

    __slots__ = ('asked', 'docname')

    def __init__(self, docname: str) -> None:
        self.docname = docname
        self.asked = False

    def is_among(self, docnames: Container[str]) -> bool:
        """Whether the document is one of some."""
        self.asked = True
        return self.docname in docnames


def described_here(name: str, corpus: Corpus, at: Standpoint) -> str | None:
    """The one object of this ending that the document itself describes: what ``stack.push()`` calls there."""
    matches = [match for match in corpus.endings.get(name, ()) if at.is_among(corpus.homes[match])]
    return matches[0] if len(matches) == 1 else None


def imported_here(name: str, corpus: Corpus, at: Standpoint) -> str | None:
    """The one name of this ending that code of the document imports, and that nothing of the documentation defines."""
    matches = [match for match in corpus.cited.get(name, ()) if at.is_among(corpus.homes.get(match, ()))]
    longest = max(matches, key=lambda match: (len(match), match), default='')
    return longest if longest and all(is_same(match, longest) for match in matches) else None


def in_full_here(name: str, found: Occurrence, corpus: Corpus, at: Standpoint) -> str | None:
    """The one class that the document names with its path as well: ``Node``, beside ``django.template.Node``."""
    if (
        (found.role is not Role.LITERAL and found.hint not in _OF_CLASSES)
        or found.hint == 'header'
        or hasattr(builtins, name)
    ):
        return None
    matches = [full for full in corpus.classes_in_full.get(name, ()) if at.is_among(corpus.named.get(full, ()))]
    return matches[0] if len(matches) == 1 else None


_OF_CLASSES = frozenset({'base', 'class', 'typed'})


def is_same(one: str, longest: str) -> bool:
    """Whether two cited names are one thing: an ending of the other, or the same class of the same package."""
    links, others = parts(one), parts(longest)
    return longest == one or longest.endswith(f'.{one}') or (links[0] == others[0] and is_camel(links[-1]))
