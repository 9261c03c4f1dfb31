"""What a text calls the names that stand first in a list, a table or a title: by the words over it.

``The following settings are available:``, a column that is headed *Option*, a section *Environment variables*.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from docutils import nodes

from sphinx_kwindex.collect.inline import runs
from sphinx_kwindex.collect.links import is_one_word
from sphinx_kwindex.collect.marks import WrittenReference
from sphinx_kwindex.collect.nouns import noun_of_column, noun_of_list
from sphinx_kwindex.collect.texts import Found, Run
from sphinx_kwindex.collect.unread import OMITTED
from sphinx_kwindex.lexicon import is_coined
from sphinx_kwindex.occurrences import Role
from sphinx_kwindex.shapes import is_camel, is_constant, is_joined

_LISTS = (nodes.bullet_list, nodes.enumerated_list, nodes.definition_list, nodes.field_list, nodes.option_list)
_ITEMS = (nodes.list_item, nodes.definition_list_item)


class Callings:
    """The nouns over the lists, columns and sections of one document, each looked up once."""

    def __init__(self, written: Sequence[WrittenReference]) -> None:
        self._written = written
        self._known: dict[int, str] = {}
        """The identity of a list, a header cell or a title -> the hint of the noun over or in it."""
        self._bold: dict[int, bool] = {}
        """The identity of a list or of the rows of a table -> whether several of them begin with a word in bold."""
        self._names: dict[int, bool] = {}
        """The identity of what holds sections, or of the rows of a table -> whether their titles or first cells are names."""
        self._small: dict[int, bool] = {}
        """The identity of a list of fields -> whether all are words in small letters."""

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

    def variables(self, names: list[Found], node: nodes.Node | None) -> list[Found]:
        """The names of a block, constants in inline code as variables where a title over it promises those of the environment."""
        if not any(map(_may_be_variable, names)):
            return names
        while node is not None and self._of_section(node) != 'envvar':
            node = node.parent
        return names if node is None else [_as_variable(each) for each in names]

    def in_bold(self, block: nodes.TextElement, first: Sequence[Run]) -> str:
        """The word in bold that the item of a list which *block* begins explains, where others of its items do so; else ''.

        So does the name of a field, a name in bold that is a line of its own, a word in bold that a row of a table begins
        with, and one that is all of a title or of the first cell of a row, among others that are names by their form.

        *first* are the runs of the block.
        """
        if name := self._name_of_field(block) or _bold_alone(block) or self._bold_in_column(block):
            return name
        if name := self._among_names(block):
            return name
        item = block.parent
        if (
            not isinstance(item, nodes.list_item)
            or item.children[0] is not block
            or not isinstance(item.parent, nodes.Element)
        ):
            return ''
        shown = _bold_start(item)
        if not shown or not first or first[0].sort != 'text' or not first[0].text.startswith(shown):
            return ''
        listing = item.parent
        if id(listing) not in self._bold:
            self._bold[id(listing)] = sum(1 for other in listing.children if _bold_start(other)) > 1
        return shown if self._bold[id(listing)] else ''

    def _bold_in_column(self, block: nodes.TextElement) -> str:
        shown = _bold_cell(block.parent)
        row = block.parent.parent if shown and block.parent is not None else None
        if row is None or row.children[0] is not block.parent or not isinstance(row.parent, nodes.tbody):
            return ''
        rows = row.parent
        if id(rows) not in self._bold:
            words = [word for other in rows.children if other.children and (word := _bold_cell(other.children[0]))]
            self._bold[id(rows)] = len(words) > 1 and any(is_joined(word) or is_coined(word) for word in words)
        return shown if self._bold[id(rows)] else ''

    def _among_names(self, block: nodes.TextElement) -> str:
        """The word that is all of a title or cell, where most titles beside it, or cells of the column, are one."""
        parent = block.parent
        around = parent.parent if parent is not None else None
        if not isinstance(around, nodes.Element) or not (name := _one_name(block)):
            return ''
        if isinstance(parent, nodes.entry):
            row, around = around, around.parent
            first = len(parent.children) == 1 and len(row.children) > 1 and row.children[0] is parent
            if not first or not isinstance(around, nodes.tbody):
                return ''
        elif not (isinstance(block, nodes.title) and isinstance(parent, nodes.section)):
            return ''
        if id(around) not in self._names:
            self._names[id(around)] = _are_names(list(_beside(around)))
        return name if self._names[id(around)] else ''

    def _name_of_field(self, block: nodes.TextElement) -> str:
        """What the field of a list explains where all are words in small letters, as none of a bibliography are."""
        field = block.parent
        listing = field.parent if isinstance(block, nodes.field_name) and field is not None else None
        if not isinstance(listing, nodes.field_list):
            return ''
        if id(listing) not in self._small:
            names = [each.children[0].astext() for each in listing.children if isinstance(each, nodes.field)]
            small = all(name == name.lower() and ' ' not in name for name in names)
            self._small[id(listing)] = small and _OF_OBJECTS.isdisjoint(names) and len(names) >= _LEAST_FIELDS
        found = _FIELD.fullmatch(block.astext()) if self._small[id(listing)] else None
        return found[1] if found else ''

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
            said = said or self._of_section(listing.parent)
            self._known[id(listing)] = said or ('setting' if _are_typed(listing) else '')
        return self._known[id(listing)]

    def _of_section(self, section: nodes.Node | None) -> str:
        """What the title of a section promises; a list inside another element is about that, and not about the title."""
        if not isinstance(section, nodes.section) or not section.children:
            return ''
        title = section.children[0]
        if not isinstance(title, nodes.title):
            return ''
        if id(title) not in self._known:
            said = noun_of_list(self._text(title))
            around = self._of_section(section.parent) if said == 'setting' else ''
            # "Specific settings", of a page "Environment variables"
            self._known[id(title)] = 'envvar' if around == 'envvar' else said
        return self._known[id(title)]

    def _of_column(self, entry: nodes.entry) -> str:
        """What the head of a column says, and of the first, where that says nothing ("Name"), the title of the section."""
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
            said = noun_of_column(' '.join(self._text(block) for block in cell.children))
            table = group.parent
            self._known[id(cell)] = said or (self._of_section(table.parent) if column == 0 and table else '')
        return self._known[id(cell)]

    def _text(self, block: nodes.Node) -> str:
        if not isinstance(block, nodes.Element):
            return ''
        return ''.join(run.text if run.sort == 'text' else OMITTED for run in runs(block, self._written))


def _may_be_variable(found: Found) -> bool:
    return found.role is Role.LITERAL and not found.hint and is_constant(found.name)


def _as_variable(found: Found) -> Found:
    return found._replace(hint='envvar') if _may_be_variable(found) else found


_FIELD = re.compile(r'%?([a-z][\w.-]*)')
_OF_OBJECTS = frozenset('meta raises return returns rtype yield yields'.split())  # noqa: SIM905 (words to read)
"""Fields that say what an object gives back, and name none."""
_LEAST_FIELDS = 2


def _bold_alone(block: nodes.TextElement) -> str:
    """The name of several words that is a line of its own in bold, where others of its section are: **prefer-file**."""
    shown = _shown_alone(block)
    if not shown or not isinstance(block.parent, nodes.Element):
        return ''
    at = block.parent.children.index(block)
    around = block.parent.children[max(0, at - _NEAR) : at + _NEAR + 1]
    return shown if '_' in shown or sum(bool(_shown_alone(other)) for other in around) > 1 else ''


_NEAR = 6
"""Blocks before and behind, among which another name stands so."""


def _shown_alone(block: nodes.Node) -> str:
    if (
        not isinstance(block, nodes.paragraph)
        or len(block.children) != 1
        or type(block.children[0]) is not nodes.strong
    ):
        return ''
    shown = block.children[0].astext()
    return shown if is_joined(shown) else ''


_TYPED = re.compile(
    r'\((?:\[\])?(?:any|arrays?|bool|boolean|duration|float|int|integer|list|map|number|object|path|slice|string|table)'
    r'(?:\)|,|:? (?:\||or|optional|required|default)\b)'
)


def _are_typed(listing: nodes.Node) -> bool:
    """Whether what a list explains has a type each, in brackets, as settings have: "``noProxy``: (``string``) A list"."""
    if not isinstance(listing, nodes.definition_list):
        return False
    said = [
        _TYPED.match(definition.astext()) is not None for item in listing.children for definition in item.children[1:]
    ]
    return sum(said) > 1 and 2 * sum(said) >= len(said)


def _bold_cell(cell: nodes.Node | None) -> str:
    """The word in small letters that is all of a cell, in bold; else ''."""
    if not isinstance(cell, nodes.entry) or len(cell.children) != 1:
        return ''
    shown = [child for child in cell.children[0].children if not isinstance(child, nodes.Text) or child.strip()]
    word = shown[0].astext() if len(shown) == 1 and type(shown[0]) is nodes.strong else ''
    return word if word.islower() and is_one_word(word) else ''


def is_plain_cell(block: nodes.Element) -> bool:
    """Whether a block is one of a cell, and begins with no mark: what its column is of, its head may say, and nothing else."""
    return isinstance(block.parent, nodes.entry) and bool(block.children) and type(block.children[0]) is nodes.Text


def _is_wide(cell: nodes.Node) -> bool:
    return isinstance(cell, nodes.entry) and 'morecols' in cell


def _bold_start(item: nodes.Node) -> str:
    """The word in small letters and bold that an item of a list begins with, where what follows goes on about it; else ''.

    Other marks in bold, references among them, are no word: what they show may be another document's.
    """
    block = item.children[0] if item.children else None
    if not isinstance(block, nodes.paragraph):
        return ''
    shown = [child for child in block.children if not isinstance(child, nodes.Text) or child.strip()]
    if not shown or type(shown[0]) is not nodes.strong or not all(isinstance(n, nodes.Text) for n in shown[0].children):
        return ''  # Sphinx writes parameters in a strong of its own
    word = shown[0].astext()
    if not (word.islower() and is_one_word(word)):
        return ''
    behind = shown[1] if len(shown) > 1 else None
    goes_on = isinstance(behind, nodes.raw) or (isinstance(behind, nodes.Text) and _GOES_ON.match(behind) is not None)
    named = '_' in word or '-' in word or is_coined(word)
    return word if goes_on or (named and not isinstance(behind, nodes.literal)) else ''


_GOES_ON = re.compile(r'\s+[a-z(]|\s*\(')
"""What follows an option, and no praise ("**fast** It runs"), in a list that begins with them."""


_ALONE = re.compile(r'[:.]?([a-z](?:[^\W_]|[._-](?=\w))*+)(?: \([a-z ]{1,30}\))?')
_LEAST_NAMES = 3
_LEAST_BY_FORM = 2


def _one_name(block: nodes.Node) -> str:
    """The one word that begins small and is all of a title or cell, but for a remark: "ttl (optional)"; else ''."""
    if not isinstance(block, nodes.TextElement) or not all(type(child) is nodes.Text for child in block.children):
        return ''
    found = _ALONE.fullmatch(block.astext())
    return found[1] if found else ''


def _beside(around: nodes.Element) -> Iterator[nodes.Node]:
    """The titles of the sections that an element holds, or what is alone in the first cells of the rows of a table."""
    for each in around.children:
        if isinstance(each, nodes.section) and each.children:
            yield each.children[0]
        elif isinstance(each, nodes.row) and each.children:
            cell = each.children[0]
            if isinstance(cell, nodes.entry) and len(cell.children) == 1:
                yield cell.children[0]


def _are_names(beside: Sequence[nodes.Node]) -> bool:
    """Whether three quarters of some titles or cells are one word that begins small, and several have the form of a name."""
    names = {block.astext(): name for block in beside if (name := _one_name(block))}
    by_form = [text for text, name in names.items() if text[0] == ':' or is_joined(name) or is_camel(name)]
    return len(names) >= _LEAST_NAMES and 4 * len(names) >= 3 * len(beside) and len(by_form) >= _LEAST_BY_FORM


_QUOTES = '"\'‘’“”'
_QUOTED = re.compile(r'["\'‘“](\w+)["\'’”]')


def explained(term: nodes.term, block: Sequence[Run]) -> str:
    """The one word that an entry of a list explains, or begins with in bold letters; '' where it is no word."""
    if not block or block[0].sort != 'text':
        return ''
    first = term.children[0]
    shown = first.astext() if isinstance(first, nodes.strong) else block[0].text if len(block) == 1 else ''
    if quoted := _QUOTED.fullmatch(shown):
        shown = quoted[1]
    return shown if is_one_word(shown) and block[0].text.strip(_QUOTES).startswith(shown) else ''
