"""What is not read of a document: what no writer prints, and what its author keeps out of the index.

The author sets the class ``no-kwindex`` on a node, and means it with all below it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from docutils import nodes
from sphinx import addnodes

from sphinx_kwindex.collect.sentences import LINE

OPT_OUT = 'no-kwindex'
"""The class of a node, and the metadata field of a document."""
OMITTED = '…'
"""What is read in the place of such a node inside a text: no name, and nothing that joins the words around it."""

SKIPPED = (
    nodes.comment,
    nodes.substitution_definition,
    nodes.raw,
    nodes.math_block,
    nodes.system_message,
    nodes.meta,
    nodes.image,
    nodes.decoration,
    nodes.label,
    nodes.pending,
    addnodes.toctree,
    addnodes.tabular_col_spec,
    addnodes.highlightlang,
    addnodes.production,
    addnodes.index,
)
"""What no writer prints, or prints as no text of the document."""
_PICTURES = frozenset({'inheritance_diagram', 'graphviz'})


def is_left_out(node: nodes.Element, *, show_todos: bool) -> bool:
    """Whether the writers leave the node out, or it repeats the document's own headings."""
    if isinstance(node, nodes.topic) and 'contents' in node['classes']:
        return True
    return node.tagname in _PICTURES or (node.tagname == 'todo_node' and not show_todos)


def is_kept_out(node: nodes.Node) -> bool:
    """Whether the author set the class on a node, or on the one thing that it wraps and gives a caption to.

    The option ``class`` of a code block and of a figure goes to the code and to the image.
    """
    if not isinstance(node, nodes.Element):
        return False
    classes = node.attributes.get('classes')  # asked of every node: past the method of docutils
    if classes and OPT_OUT in classes:
        return True
    return isinstance(node, _WRAPPERS) and _wraps_kept_out(node)


_WRAPPERS = (nodes.figure, nodes.container)


def _wraps_kept_out(node: nodes.Element) -> bool:
    if isinstance(node, nodes.figure) and node.children:
        return any(OPT_OUT in image['classes'] for image in node.children[0].findall(nodes.image))
    if isinstance(node, nodes.container) and node.get('literal_block'):
        return any(isinstance(child, nodes.literal_block) and OPT_OUT in child['classes'] for child in node.children)
    return False


def open_elements(element: nodes.Element) -> Iterator[nodes.Element]:
    """The element and all elements below it, in their order, but for what is kept out."""
    if not is_kept_out(element):
        yield element
        for child in element.children:
            if isinstance(child, nodes.Element):
                yield from open_elements(child)


def entries_and_anchors(element: nodes.Element) -> list[nodes.Element]:
    """The index entries below *element* and the elements that have an id, in their order, but for what is kept out."""
    found: list[nodes.Element] = []
    for child in element.children:
        if not isinstance(child, nodes.Element):
            continue
        inside = child.children
        here = child.attributes.get('ids') or isinstance(child, addnodes.index)
        below = len(inside) > 1 or (inside and not isinstance(inside[0], nodes.Text))
        if (here or below) and not is_kept_out(child):
            if here:
                found.append(child)
            if below:
                found += entries_and_anchors(child)
    return found


_FOREIGN_MARKS = re.compile(
    r'^(?:/{3,}[ ]?[\w -]*(?:\|.*)?|!{3}\+?[ ]\w+(?:[ ].*)?|:{3,}[ ]?[\w{}-]*.*)$'
    r'|\{\{[<%][^\n{}]*[%>]\}\}|\{%-? ?[a-z][^\n{}%]*%\}',
    re.MULTILINE,
)
"""What opens and closes a block in PyMdown's extensions, MkDocs, VitePress, Hugo and Jekyll, where MyST reads it as text."""
_ASIDE = re.compile(r'\{/\*[^{}]{0,400}\*/\}')
"""What MDX has as a comment: sites that are written in it set the address of a title so."""


def in_one_line(text: nodes.Text, block: nodes.Element) -> str:
    """A text of a block, with blanks for the ends of lines, as a reader has them.

    One stays: that behind what is in bold, in a line of its own, at the start of the block, where a word follows.
    """
    plain = plain_text(text)
    joined = plain.replace('\n', ' ')
    return LINE + joined[1:] if plain[:1] == LINE and _is_behind_head(text, block) else joined


def _is_behind_head(text: nodes.Text, block: nodes.Element) -> bool:
    shown = [child for child in block.children if child.astext()]
    if len(shown) < _HEAD_AND_TEXT or shown[1] is not text or not isinstance(shown[0], nodes.strong):
        return False
    behind = ''.join(child.astext() for child in shown[1:3])  # MyST has the end of a line in a text of its own
    return '\n' not in shown[0].astext() and behind.lstrip()[:1].isalpha()


_HEAD_AND_TEXT = 2


def plain_text(text: nodes.Text) -> str:
    """What ``astext`` gives of a text, which keeps escaped blanks as NUL, without the marks of blocks of other sites."""
    plain = text.astext() if '\x00' in text else str(text)
    if '{/*' in plain:
        plain = _ASIDE.sub(lambda aside: ' ' * len(aside[0]), plain)
    if not ('///' in plain or '!!!' in plain or ':::' in plain or '{{' in plain or '{%' in plain) or isinstance(
        text.parent, nodes.title
    ):
        return plain
    # What stands behind other text in its line opens no block; MyST puts an empty text first.
    begins = text.parent is None or next((n for n in text.parent.children if n.astext().strip()), text) is text
    line = plain if begins else f'.{plain}'
    return _FOREIGN_MARKS.sub(lambda mark: ' ' * len(mark[0]), line)[len(line) - len(plain) :]
