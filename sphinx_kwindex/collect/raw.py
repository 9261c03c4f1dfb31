"""Raw HTML among the nodes of a document: what authors of Markdown write, and the directive ``raw``."""

from __future__ import annotations

import re

from docutils import nodes

CODE = frozenset({'code', 'samp', 'tt', 'var'})
"""Elements that hold inline code."""
_TAG = re.compile(r'<(/?)([a-z]+)(?:\s[^<>]*)?>', re.IGNORECASE)


def is_html(node: nodes.Node) -> bool:
    """Whether a node holds HTML as it is."""
    return isinstance(node, nodes.raw) and 'html' in str(node.get('format', '')).split()


def opens_code(node: nodes.Node, sort: str) -> str:
    """The sort of the text behind a node in a line, of which the one before it has a *sort*: ``<code>`` begins a literal."""
    tag = _TAG.fullmatch(node.astext()) if is_html(node) else None
    if tag is None:
        return sort
    name = tag[2].lower()
    if name not in CODE and name != 'kbd':
        return sort
    return 'text' if tag[1] else 'literal' if name in CODE else 'skip'
