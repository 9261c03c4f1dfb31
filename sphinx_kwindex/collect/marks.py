"""Remember every cross-reference as it was written, across its resolution.

What resolution puts in the place of a reference may be another document's text (``:ref:`` shows a title), and
depends on documents that change without this one.  So, before anything is resolved, a pair of empty nodes is put
around each ``pending_xref``; whatever stands between the two afterwards is replaced, when the tree is read, by what
the author wrote.  The marks are siblings because nothing on the node itself survives every resolver (``:ref:``
builds new nodes; a class on the reference makes docutils fail where a plain text takes its place), and they live
from the first post-transform to our ``doctree-resolved`` handler, so no pickled doctree and no writer meets them.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from itertools import zip_longest
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx import addnodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from sphinx_kwindex.collect.tree import parents_of
from sphinx_kwindex.collect.unread import is_kept_out
from sphinx_kwindex.gcpause import without_gc
from sphinx_kwindex.occurrences import Reference

if TYPE_CHECKING:
    from sphinx.config import Config

_RESOLVED_BY_TITLE = frozenset({'ref', 'doc', 'numref', 'keyword', 'eq', 'myst', 'footnote'})
"""Reference types that show a text of the target's unless the author gave one."""


class xref_mark(nodes.Invisible, nodes.Inline, nodes.Element):  # noqa: N801 (docutils names nodes so)
    """Start or end of the place of one cross-reference."""


class WrittenReference:
    """One cross-reference of a document: what its author typed."""

    __slots__ = ('codes', 'explicit', 'kept_out', 'near', 'reference', 'target', 'text')

    def __init__(self, node: addnodes.pending_xref, inventories: Container[str] = ()) -> None:
        shown = node.children[0] if node.children else None
        given = node.attributes.get
        domain, reftype = given('refdomain', '') or '', given('reftype', '') or ''
        self.reference = Reference(domain, reftype, str(given('reftarget', '')), _context(node))
        self.explicit = bool(given('refexplicit'))
        self.kept_out = is_kept_out(node)
        self.near = self.reference.target.startswith('#') or bool(given('reflocalid'))
        """Whether it leads to a place of the same document, as entries of its contents do (MyST)."""
        self.codes = tuple(_codes(node))
        """Start and end of each piece of the text that is inline code."""
        self.text = node.astext()
        if isinstance(shown, addnodes.pending_xref_condition):
            self.text = shown.astext()
        if not self.explicit and not self.by_object and not self._is_name():
            self.text = ''
        self.target = self.reference.target
        """The target, without the name of the inventory of another project that intersphinx looks it up in."""
        inventory, colon, rest = self.target.partition(':')
        # No name of Python has a colon: what stands before it is an inventory, known here or not.
        joint = rest.startswith(':')  # of C++, under a role of Python
        if colon and rest and not joint and self.by_object and (inventory in inventories or domain == 'py'):
            self.target = rest
            self.text = self.text.removeprefix(f'{inventory}:')

    @property
    def literal(self) -> bool:
        """Whether some of the text is inline code."""
        return bool(self.codes)

    def _is_name(self) -> bool:
        """Whether a place is called by the name that it is about: then the author has written that."""
        return self.reference.type in {'ref', 'doc'} and _CALLED_AS.fullmatch(self.text) is not None

    @property
    def by_object(self) -> bool:
        """Whether the reference is to an object by its name, rather than to a place by its label."""
        return self.reference.type not in _RESOLVED_BY_TITLE and self.reference.domain not in {'citation', 'math'}


def _codes(node: nodes.Element) -> Iterator[tuple[int, int]]:
    start = 0
    for text in node.findall(nodes.Text):
        end = start + len(text.astext())
        if isinstance(text.parent, nodes.literal):
            yield start, end
        start = end


_CALLED_AS = re.compile(r'[A-Z][A-Z0-9]*(?:_[A-Z0-9]+){2,}|[a-z][\w.-]+\([1-9]\)')
"""What no title and no label of a place looks like, but a name: ``CONFIG_ESP_TIMER``, ``unitctl(1)``."""


def _context(node: addnodes.pending_xref) -> tuple[tuple[str, str | bool], ...]:
    """The attributes that a domain looks at, beside the target, to resolve the reference."""
    names = [name for name in node.attributes if ':' in name or name == 'refspecific']
    values = [(name, node.attributes[name]) for name in sorted(names)]
    return tuple((name, value) for name, value in values if isinstance(value, str | bool) and value)


def inventory_names(config: Config) -> list[str]:
    """The names under which intersphinx knows other projects, sorted."""
    mapping = getattr(config, 'intersphinx_mapping', None)
    return sorted(str(name) for name in mapping) if isinstance(mapping, dict) else []


class MarkReferences(SphinxPostTransform):
    """Put the marks in, before any resolver runs (Sphinx's has priority 10, MyST's and intersphinx's 9)."""

    default_priority = 1
    formats = ('html',)

    def run(self, **kwargs: Any) -> None:
        """Mark every pending reference of the document."""
        written: list[WrittenReference] = []
        inventories = inventory_names(self.config)
        with without_gc():
            for parent in parents_of(self.document, addnodes.pending_xref):
                if not isinstance(parent, addnodes.pending_xref):
                    _mark_children(parent, written, inventories)
        self.document.kwindex_references = written  # type: ignore[attr-defined]


def _mark_children(parent: nodes.Element, written: list[WrittenReference], inventories: Container[str]) -> None:
    """Put marks around each pending reference among the children of *parent*, and add it to those *written*."""
    marked: list[nodes.Node] = []
    for child in parent.children:
        if isinstance(child, addnodes.pending_xref):
            number = str(len(written))
            written.append(WrittenReference(child, inventories))
            start, end = xref_mark(number=number), xref_mark(number=number, end=True)
            start.parent = end.parent = parent  # all else that docutils tells a child only costs time here
            marked += (start, child, end)
        else:
            marked.append(child)
    parent.children = marked


def take_marks(doctree: nodes.document) -> list[WrittenReference] | None:
    """The references that were marked in *doctree*, or ``None`` for a tree that never was."""
    found: list[WrittenReference] | None = getattr(doctree, 'kwindex_references', None)
    return found


def clean(doctree: nodes.document) -> None:
    """Take every mark out of *doctree* again, and end the terms of definition lists in a line break.

    Sphinx writes ``</dt><dd>`` without a blank, so in the text of the page a term and the first word of its definition
    are one word, which no search for the term finds. White space at the end of a term is not shown.
    """
    for parent in parents_of(doctree, xref_mark, nodes.term):
        parent.children = children = [child for child in parent.children if not isinstance(child, xref_mark)]
        for child, following in zip_longest(children, children[1:]):
            if isinstance(child, nodes.term) and not isinstance(following, nodes.classifier):
                child.append(nodes.Text('\n'))
    if take_marks(doctree) is not None:
        del doctree.kwindex_references  # type: ignore[attr-defined]
