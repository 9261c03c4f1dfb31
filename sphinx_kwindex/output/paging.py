"""Cut long lists into pages of bounded size."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import ceil
from typing import TypeVar

from markupsafe import Markup

_T = TypeVar('_T')
PAGE_LIMIT = 160_000
"""Bytes of items on one page: with what stands around them a page stays under 200 KB."""


@dataclass(frozen=True)
class Group:
    """A headed list of rendered items."""

    id: str
    title: str
    sort: str
    """What the items are: the template picks the list element by it."""
    items: tuple[Markup, ...]
    continued: bool = False
    """Whether it began on the page before."""

    @cached_property
    def size(self) -> int:
        """Bytes of the items."""
        return len(self.markup.encode())

    @cached_property
    def markup(self) -> Markup:
        """The items one behind the other."""
        return Markup(''.join(self.items))


def pieces(
    render: Callable[[Sequence[_T], bool], Markup], parts: Sequence[_T], limit: int = PAGE_LIMIT
) -> list[Markup]:
    """One item rendered from its *parts*, in pieces that each fit on a page; nearly always there is one.

    What is too long is cut into as many pieces as should fit, and a piece that does not fit is cut again. *render* is
    told whether a piece goes on with the item.
    """
    return _pieces(render, parts, limit, False)


def _pieces(
    render: Callable[[Sequence[_T], bool], Markup],
    parts: Sequence[_T],
    limit: int,
    continued: bool,
) -> list[Markup]:
    item = render(parts, continued)
    # A character has four bytes at most, so most items need not be encoded.
    size = 0 if 4 * len(item) <= limit else len(item.encode())
    if size <= limit or len(parts) < 2:
        return [item]
    count = max(2, ceil(_SLACK * size / limit))
    step = ceil(len(parts) / count)
    found: list[Markup] = []
    for start in range(0, len(parts), step):
        found.extend(_pieces(render, parts[start : start + step], limit, continued or start > 0))
    return found


_SLACK = 1.2
"""How much longer than others a piece may be that is cut by the number of its parts, and still fit."""


def paged(groups: Iterable[Group], limit: int = PAGE_LIMIT) -> list[list[Group]]:
    """Distribute groups over as few pages as hold at most *limit* bytes each, in order; at least one page.

    A group is cut between two items; an item longer than the limit has a page of its own.
    """
    pages: list[list[Group]] = [[]]
    room = limit
    for group in groups:
        for part in _cut(group, room, limit):
            if part.size > room and pages[-1]:
                pages.append([])
                room = limit
            pages[-1].append(part)
            room -= part.size
    return pages


def _cut(group: Group, room: int, limit: int) -> Iterator[Group]:
    """The group in parts: the first for the room that is left, the others for whole pages."""
    if group.size <= room:
        yield group
        return
    items: list[Markup] = []
    used, capacity, continued = 0, room, False
    for item in group.items:
        size = len(item.encode())
        if items and used + size > capacity:
            yield _part(group, items, continued=continued)
            items, used, capacity, continued = [], 0, limit, True
        elif not items and size > capacity:
            capacity = limit
        items.append(item)
        used += size
    yield _part(group, items, continued=continued)


def _part(group: Group, items: Sequence[Markup], *, continued: bool) -> Group:
    return Group(group.id, group.title, group.sort, tuple(items), continued)
