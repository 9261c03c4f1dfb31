"""A search of a tree for the places of nodes rather than for the nodes."""

from __future__ import annotations

from collections.abc import Iterator

from docutils import nodes


def parents_of(root: nodes.Element, *kinds: type[nodes.Element]) -> Iterator[nodes.Element]:
    """The elements from *root* on, level by level, that have children of *kinds*; one search for all of them.

    The children of an element that is given may be changed, by adding and removing such as have no children.
    """
    elements = [root]
    for parent in elements:
        wanted = False
        for child in parent.children:
            if isinstance(child, nodes.Element):
                elements.append(child)
                wanted = wanted or isinstance(child, kinds)
        if wanted:
            yield parent
