"""The text of a node as its author wrote it: with each reference as it was typed, and without what extensions add."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from docutils import nodes

from sphinx_kwindex.collect.marks import WrittenReference, xref_mark
from sphinx_kwindex.collect.unread import OMITTED, is_kept_out

_LINKS = frozenset({'viewcode-link', 'headerlink'})


def without_references(element: nodes.Element) -> Iterator[nodes.Node]:
    """The children of *element* but for the marks and what stands between them."""
    children = iter(element.children)
    for child in children:
        if isinstance(child, xref_mark):
            skip_to_end(children, child)
        else:
            yield child


def skip_to_end(children: Iterator[nodes.Node], mark: xref_mark) -> None:
    """Go on behind the mark that ends what *mark* begins."""
    for inside in children:
        if isinstance(inside, xref_mark) and inside['number'] == mark['number']:
            return


def is_all_of(element: nodes.Element, mark: xref_mark) -> bool:
    """Whether *element* holds nothing but the reference that *mark* begins."""
    first, last = element.children[0], element.children[-1]
    return first is mark and isinstance(last, xref_mark) and last['number'] == mark['number']


def written_text(element: nodes.Element, written: Sequence[WrittenReference]) -> str:
    """What ``astext`` gives, with each reference as it was written, and without the links that other extensions add."""
    changed: list[tuple[nodes.Element, Sequence[nodes.Node]]] = []
    try:
        for parent in [found for found in element.findall(nodes.Element) if _needs_writing(found)]:
            changed.append((parent, parent.children))
            parent.children = list(_as_written(parent, written))
        return element.astext()
    finally:
        for parent, children in changed:
            parent.children = list(children)


def _needs_writing(node: nodes.Element) -> bool:
    return any(isinstance(child, xref_mark) or _is_link(child) or is_kept_out(child) for child in node.children)


def _is_link(node: nodes.Node) -> bool:
    return isinstance(node, nodes.Element) and not _LINKS.isdisjoint(node.get('classes', ()))


def _as_written(parent: nodes.Element, written: Sequence[WrittenReference]) -> Iterator[nodes.Node]:
    children = iter(parent.children)
    for child in children:
        if isinstance(child, xref_mark):
            skip_to_end(children, child)
            reference = written[int(child['number'])]
            yield nodes.Text(OMITTED if reference.kept_out else reference.text)
        elif is_kept_out(child):
            yield nodes.Text(OMITTED)
        elif not _is_link(child):
            yield child
