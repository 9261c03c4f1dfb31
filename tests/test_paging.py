"""Long lists on pages of bounded size: nothing lost, nothing out of order, nothing too long that can be cut."""

from __future__ import annotations

import random
from collections.abc import Sequence
from itertools import pairwise

import pytest
from markupsafe import Markup

from sphinx_kwindex.output.paging import Group, paged, pieces


def group(name: str, *sizes: int) -> Group:
    return Group(name, name.upper(), 'entries', tuple(Markup(chr(97 + i % 26) * size) for i, size in enumerate(sizes)))


def shape(pages: Sequence[Sequence[Group]]) -> list[list[tuple[str, list[int], bool]]]:
    return [[(part.id, [len(item) for item in part.items], part.continued) for part in page] for page in pages]


@pytest.mark.parametrize(
    ('groups', 'expected'),
    [
        ([], [[]]),
        ([group('a', 3, 4)], [[('a', [3, 4], False)]]),
        ([group('a', 5), group('b', 5)], [[('a', [5], False), ('b', [5], False)]]),
        ([group('a', 5), group('b', 6)], [[('a', [5], False)], [('b', [6], False)]]),
        ([group('a', 5), group('b', 3, 3)], [[('a', [5], False), ('b', [3], False)], [('b', [3], True)]]),
        ([group('a', 6, 6, 6)], [[('a', [6], False)], [('a', [6], True)], [('a', [6], True)]]),
        ([group('a', 25)], [[('a', [25], False)]]),
        ([group('a', 1, 25, 1)], [[('a', [1], False)], [('a', [25], True)], [('a', [1], True)]]),
        ([group('a', 25), group('b', 1)], [[('a', [25], False)], [('b', [1], False)]]),
        ([group('a'), group('b', 10)], [[('a', [], False), ('b', [10], False)]]),
    ],
)
def test_pages(groups: list[Group], expected: object) -> None:
    assert shape(paged(groups, limit=10)) == expected


def test_size_is_counted_in_bytes() -> None:
    umlauts = Group('a', 'A', 'entries', (Markup('ü') * 3, Markup('ü') * 3))
    assert umlauts.size == 12
    assert len(paged([umlauts], limit=10)) == 2
    assert len(paged([umlauts], limit=12)) == 1


def test_parts_keep_what_the_group_says() -> None:
    (_first,), (second,) = paged([group('a', 6, 6)], limit=10)
    assert (second.id, second.title, second.sort, second.continued) == ('a', 'A', 'entries', True)


@pytest.mark.parametrize('seed', range(20))
def test_any_groups(seed: int) -> None:
    dice = random.Random(seed)
    groups = [group(f'g{n}', *(dice.randint(1, 14) for _ in range(dice.randint(1, 8)))) for n in range(12)]
    pages = paged(groups, limit=10)
    flat = [(part.id, item) for page in pages for part in page for item in part.items]
    assert flat == [(each.id, item) for each in groups for item in each.items]
    assert all(sum(part.size for part in page) <= 10 or len(page) == len(page[0].items) == 1 for page in pages)
    assert all(len({part.id for part in page}) == len(page) for page in pages)
    started = [part.id for page in pages for part in page if not part.continued]
    assert started == [each.id for each in groups]
    # No page could take the first item of the next one as well.
    for page, following in pairwise(pages):
        assert sum(part.size for part in page) + len(following[0].items[0]) > 10


def test_pieces_fit_and_hold_everything() -> None:
    def render(cut: Sequence[str], continued: bool) -> Markup:
        return Markup('').join([Markup('>' if continued else '['), *cut])

    parts = ['x' * 10] * 10
    assert len(pieces(render, parts, 200)) == 1
    cut = pieces(render, parts, 45)
    assert [len(piece) for piece in cut] == [41, 41, 21]
    assert [piece[0] for piece in cut] == ['[', '>', '>']
    # A part that fits nowhere stands alone; nothing is left out.
    assert len(pieces(render, parts, 5)) == 10
    assert pieces(render, [], 5) == ['[']


def test_most_items_fit_without_being_encoded() -> None:
    asked = []

    class Item(Markup):
        def encode(self, *_how: str) -> bytes:
            asked.append(self)
            return str(self).encode()

    assert pieces(lambda parts, _on: Item('ü' * len(parts)), 'ab', limit=8) == ['üü']
    assert asked == []
    assert pieces(lambda parts, _on: Item('ü' * len(parts)), 'abcd', limit=4) == ['üü', 'üü']
    assert len(asked) == 3
