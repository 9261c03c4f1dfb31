"""Lists of people: authors, contributors, maintainers, whose names are no names of a documentation."""

from __future__ import annotations

import re

from docutils import nodes

from sphinx_kwindex.collect.credits import PARTICLE
from sphinx_kwindex.collect.links import is_mailbox
from sphinx_kwindex.collect.texts import Run
from sphinx_kwindex.shapes import UPPER

_LISTS = (nodes.bullet_list, nodes.enumerated_list)
_LEAST = 3
"""Items of a list, from which on addresses say that it is one of people."""
_OF_PEOPLE = re.compile(
    r'(?:(?:and|core|current|emeritus|former|lead|main|original|other|past|project|special) |'
    r'(?:authors|committers|contributors|maintainers),? )*'
    r'(?:authors?|committers|contributors?|credits|acknowledge?ments|maintainers|thanks'
    r'|autor(?:en|innen|es)|mitwirkende|danksagung|auteurs|contributeurs|remerciements|colaboradores|agradecimientos)',
    re.IGNORECASE,
)
"""Titles of sections that list people."""
_BEHIND_NAME = re.compile(r'(?: -{1,3}| [–—]|[:,(<]|—)')
"""What parts somebody's name from what they did."""


class Persons:
    """The lists of people of one document, each looked at once."""

    def __init__(self) -> None:
        self._known: dict[int, bool] = {}
        """The identity of a list -> whether it is one of people."""

    def left_out(self, block: nodes.TextElement, read: list[Run]) -> list[Run]:
        """The runs of a block; of one that begins an item of a list of people without the name that it begins with."""
        item = block.parent
        if not isinstance(item, nodes.list_item) or item.children[0] is not block:
            return read
        listing = item.parent
        return _without_name(read) if isinstance(listing, _LISTS) and self._of_people(listing) else read

    def _of_people(self, listing: nodes.Element) -> bool:
        known = self._known.get(id(listing))
        if known is None:
            addresses = sum(map(_begins_with_address, listing.children))
            many = len(listing.children) >= _LEAST and 2 * addresses >= len(listing.children)
            known = self._known[id(listing)] = many or _is_under_title(listing)
        return known


def _begins_with_address(item: nodes.Node) -> bool:
    """Whether an item of a list begins with a link to a mailbox, which shows something else than the address."""
    first: nodes.Node = item
    while isinstance(first, nodes.Element) and first.children and not isinstance(first, nodes.reference):
        first = first.children[0]
    return isinstance(first, nodes.reference) and is_mailbox(first) and '@' not in first.astext()


def _is_under_title(listing: nodes.Element) -> bool:
    section = listing.parent
    title = next(iter(section.children), None) if isinstance(section, nodes.section) else None
    return isinstance(title, nodes.title) and _OF_PEOPLE.fullmatch(title.astext().strip()) is not None


_WORD = rf"(?:[{UPPER}][\w.'’-]*|{PARTICLE})"
_PERSON = re.compile(rf'{_WORD}(?: {_WORD}){{0,4}}|[\w-]+(?: [a-z]+)?')
"""The name of somebody: up to five words with capitals, or what somebody is called on a site."""


def _without_name(read: list[Run]) -> list[Run]:
    """The runs without the text up to the first mark behind a name, all of it where there is none; code always stays."""
    if not read or read[0].sort != 'text':
        return read
    text = read[0].text
    mark = _BEHIND_NAME.search(text)
    if mark is None and len(read) > 1:
        return read
    end = mark.start() if mark else len(text)
    if not _PERSON.fullmatch(text[:end].strip()):
        return read
    return [run for run in (Run(text[:end], 'skip'), read[0]._replace(text=text[end:]), *read[1:]) if run.text]
