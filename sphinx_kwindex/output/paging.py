"""Cut long lists into pages of bounded size."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
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

    What is too long is cut in the middle, and its halves again. *render* is told whether a piece goes on with the item.
    """
    return _halved(render, parts, limit, False)


def _halved(
    render: Callable[[Sequence[_T], bool], Markup],
    parts: Sequence[_T],
    limit: int,
    continued: bool,
) -> list[Markup]:
    item = render(parts, continued)
    if _fits(item, limit) or len(parts) < 2:
        return [item]
    middle = len(parts) // 2
    return [*_halved(render, parts[:middle], limit, continued), *_halved(render, parts[middle:], limit, True)]


def _fits(item: Markup, limit: int) -> bool:
    """Whether an item has at most *limit* bytes; a character has four at most, so most items need not be encoded."""
    return 4 * len(item) <= limit or len(item.encode()) <= limit


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
