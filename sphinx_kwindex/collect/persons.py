"""Lists of people: authors, contributors, maintainers, whose names are no names of a documentation."""

from __future__ import annotations

import re
from collections.abc import Sequence

from docutils import nodes

from sphinx_kwindex.collect.inline import Run
from sphinx_kwindex.collect.links import is_mailbox

_LISTS = (nodes.bullet_list, nodes.enumerated_list)
_LEAST = 3
"""Items of a list, from which on addresses say that it is one of people."""
_OF_PEOPLE = re.compile(
    r'(?:.*\s)?(?:authors?|committers|contributors?|credits|acknowledge?ments|maintainers|thanks)', re.IGNORECASE
)
"""Titles of sections that list people."""
_BEHIND_NAME = re.compile(r'(?: -{1,3}| [–—]|[:,(<]|—)\s?')
"""What parts somebody's name from what they did."""


class Persons:
    """The lists of people of one document, each looked at once."""

    def __init__(self) -> None:
        self._known: dict[int, bool] = {}
        """The identity of a list -> whether it is one of people."""

    def left_out(self, block: nodes.TextElement, read: Sequence[Run]) -> list[Run]:
        """The runs of a block; of one that begins an item of a list of people without the name that it begins with."""
        item = block.parent
        if not isinstance(item, nodes.list_item) or item.children[0] is not block:
            return list(read)
        listing = item.parent
        if not isinstance(listing, _LISTS) or not self._of_people(listing):
            return list(read)
        return _without_name(read)

    def _of_people(self, listing: nodes.Element) -> bool:
        known = self._known.get(id(listing))
        if known is None:
            addresses = sum(map(_has_address, listing.children))
            many = len(listing.children) >= _LEAST and 2 * addresses >= len(listing.children)
            known = self._known[id(listing)] = many or _is_under_title(listing)
        return known


def _has_address(item: nodes.Node) -> bool:
    return any(map(is_mailbox, item.findall(nodes.reference)))


def _is_under_title(listing: nodes.Element) -> bool:
    section = listing.parent
    title = next(iter(section.children), None) if isinstance(section, nodes.section) else None
    return isinstance(title, nodes.title) and _OF_PEOPLE.fullmatch(title.astext().strip()) is not None


def _without_name(read: Sequence[Run]) -> list[Run]:
    """The runs without the text up to the first mark behind a name, all of it where there is none."""
    result: list[Run] = []
    for number, run in enumerate(read):
        if run.sort != 'text':
            result.append(run if number else Run(run.text, 'skip'))
            continue
        mark = _BEHIND_NAME.search(run.text)
        if mark is None:
            result.append(Run(run.text, 'skip'))
            continue
        result += [Run(run.text[: mark.end()], 'skip'), run._replace(text=run.text[mark.end() :]), *read[number + 1 :]]
        break
    return [run for run in result if run.text]
