"""What a text calls the names that stand first in a list, a table or a title: by the words over it.

``The following settings are available:``, a column that is headed *Option*, a section *Environment variables*.
"""

from __future__ import annotations

from collections.abc import Sequence

from docutils import nodes

from sphinx_kwindex.collect.inline import Run, runs
from sphinx_kwindex.collect.links import is_one_word
from sphinx_kwindex.collect.marks import WrittenReference
from sphinx_kwindex.collect.nouns import noun_of_column, noun_of_list
from sphinx_kwindex.collect.unread import OMITTED

_LISTS = (nodes.bullet_list, nodes.enumerated_list, nodes.definition_list, nodes.field_list, nodes.option_list)
_ITEMS = (nodes.list_item, nodes.definition_list_item)


class Callings:
    """The nouns over the lists, columns and sections of one document, each looked up once."""

    def __init__(self, written: Sequence[WrittenReference]) -> None:
        self._written = written
        self._known: dict[int, str] = {}
        """The identity of a list, a header cell or a title -> the hint of the noun over or in it."""

    def over(self, node: nodes.TextElement) -> str:
        """The hint for a name that the block *node* begins with, '' where nothing over it calls it anything."""
        parent = node.parent
        if isinstance(node, nodes.term) and isinstance(parent, _ITEMS):
            return self._of_list(parent.parent)
        if isinstance(parent, nodes.list_item) and parent.children[0] is node:
            return self._of_list(parent.parent)
        if isinstance(parent, nodes.entry):
            return self._of_column(parent)
        if isinstance(node, nodes.title) and isinstance(parent, nodes.section):
            return self._of_section(parent.parent)
        return ''

    def _of_list(self, listing: nodes.Node | None) -> str:
        if not isinstance(listing, _LISTS) or not isinstance(listing.parent, nodes.Element):
            return ''
        if id(listing) not in self._known:
            siblings = listing.parent.children
            at = next(number for number, sibling in enumerate(siblings) if sibling is listing)
            said = ''
            if at and isinstance(before := siblings[at - 1], nodes.paragraph):
                text = self._text(before).rstrip()
                said = noun_of_list(text.rpartition('. ')[2]) if text.endswith(':') else ''
            self._known[id(listing)] = said or self._of_section(listing.parent)
        return self._known[id(listing)]

    def _of_section(self, section: nodes.Node | None) -> str:
        """What the title of a section promises; a list inside another element is about that, and not about the title."""
        if not isinstance(section, nodes.section) or not section.children:
            return ''
        title = section.children[0]
        if not isinstance(title, nodes.title):
            return ''
        if id(title) not in self._known:
            self._known[id(title)] = noun_of_list(self._text(title))
        return self._known[id(title)]

    def _of_column(self, entry: nodes.entry) -> str:
        row = entry.parent
        group = row.parent.parent if row is not None and row.parent is not None else None
        if not isinstance(group, nodes.tgroup) or any(_is_wide(cell) for cell in row.children):
            return ''
        column = next(number for number, cell in enumerate(row.children) if cell is entry)
        head = next((child for child in group.children if isinstance(child, nodes.thead)), None)
        if head is None or len(head.children) != 1 or len(head.children[0].children) <= column:
            return ''
        cell = head.children[0].children[column]
        if id(cell) not in self._known:
            self._known[id(cell)] = noun_of_column(' '.join(self._text(block) for block in cell.children))
        return self._known[id(cell)]

    def _text(self, block: nodes.Node) -> str:
        if not isinstance(block, nodes.Element):
            return ''
        return ''.join(run.text if run.sort == 'text' else OMITTED for run in runs(block, self._written))


def _is_wide(cell: nodes.Node) -> bool:
    return isinstance(cell, nodes.entry) and 'morecols' in cell


def explained_in_list(block: nodes.TextElement) -> str:
    """The word in small letters and bold that an item of a list begins with, where others of its items do; else ''."""
    item = block.parent
    if (
        not isinstance(item, nodes.list_item)
        or item.children[0] is not block
        or not isinstance(item.parent, nodes.Element)
    ):
        return ''
    shown = _bold_start(item)
    if not (shown.islower() and is_one_word(shown)):
        return ''
    return shown if sum(1 for other in item.parent.children if _bold_start(other).islower()) > 1 else ''


def _bold_start(item: nodes.Node) -> str:
    block = item.children[0] if item.children else None
    if not isinstance(block, nodes.paragraph):
        return ''
    shown = [child for child in block.children if not isinstance(child, nodes.Text) or child.strip()]
    if not shown or type(shown[0]) is not nodes.strong or isinstance(shown[-1 if len(shown) < 2 else 1], nodes.literal):
        return ''  # a parameter, which Sphinx writes so; "**optional** `size`"
    return shown[0].astext()


def explained(term: nodes.term, block: Sequence[Run]) -> str:
    """The one word that an entry of a list explains, or begins with in bold letters; '' where it is no word."""
    if not block or block[0].sort != 'text':
        return ''
    first = term.children[0]
    shown = first.astext() if isinstance(first, nodes.strong) else block[0].text if len(block) == 1 else ''
    return shown if is_one_word(shown) and block[0].text.startswith(shown) else ''
