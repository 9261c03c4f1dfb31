"""What the walk over a document does with a node, by its class."""

from __future__ import annotations

from enum import Enum, auto
from functools import lru_cache

from docutils import nodes
from sphinx import addnodes

from sphinx_kwindex.collect.unread import SKIPPED


class Sort(Enum):
    """What the walk does with a node."""

    INDEX = auto()
    MERGED = auto()
    SKIPPED = auto()
    SECTION = auto()
    DESCRIPTION = auto()
    CODE = auto()
    TEXT = auto()
    OTHER = auto()


_SORTS: tuple[tuple[tuple[type[nodes.Element], ...], Sort], ...] = (
    ((addnodes.index,), Sort.INDEX),
    ((addnodes.start_of_file,), Sort.MERGED),
    (SKIPPED, Sort.SKIPPED),
    ((nodes.section,), Sort.SECTION),
    ((addnodes.desc,), Sort.DESCRIPTION),
    ((nodes.literal_block, nodes.doctest_block), Sort.CODE),
    ((nodes.document,), Sort.OTHER),
    ((nodes.TextElement,), Sort.TEXT),
)


@lru_cache(maxsize=1024)
def sort_of(kind: type[nodes.Element]) -> Sort:
    """What the walk does with nodes of a class."""
    return next((sort for kinds, sort in _SORTS if issubclass(kind, kinds)), Sort.OTHER)
