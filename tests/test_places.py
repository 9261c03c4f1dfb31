"""The places of a keyword as numbers: their order, the main one, and what one document has of them."""

from __future__ import annotations

from array import array
from collections.abc import Collection

import pytest

from sphinx_kwindex.index.places import NOWHERE, Locator, Places, Presence, Shelf, bit, roles_of
from sphinx_kwindex.occurrences import Role, Section

DOCNAMES = ('intro', 'guide', 'changes', 'api')
PROSE, CODE, HEADING, DEFINITION = bit(Role.PROSE), bit(Role.CODE), bit(Role.HEADING), bit(Role.DEFINITION)
Row = tuple[int, int, int, int]
"""Position of the document, section, roles, count."""


def places(*rows: Row, changelogs: Collection[str] = ()) -> Places:
    """The places of a keyword in documents with three sections each; the context of each tells its row."""
    shelf = Shelf({docname: position for position, docname in enumerate(DOCNAMES)})
    for docname in DOCNAMES:
        sections = (Section('', ()), Section('one', (docname, 'One'), 1), Section('two', (docname, 'One', 'Two'), 2))
        shelf.headers[docname] = (docname.title(), sections)
    numbers = array('I')
    for row in rows:
        numbers.extend([*row, shelf.contexts.put(f'text {row[0]} {row[1]}')])
    return Places(numbers, shelf, frozenset(changelogs))


def where(found: Places) -> list[tuple[int, int]]:
    return [each.order for each in found]


def test_main_place_first_then_in_reading_order() -> None:
    found = places((3, 1, CODE, 1), (1, 2, PROSE, 1), (1, 0, HEADING, 4), (0, 2, PROSE, 1))
    assert where(found) == [(1, 0), (0, 2), (1, 2), (3, 1)]
    assert [each.main for each in found] == [True, False, False, False]
    assert list(found.contexts()) == ['text 1 0', 'text 0 2', 'text 1 2', 'text 3 1']
    assert found.docnames() == ['guide', 'intro', 'api']


@pytest.mark.parametrize(
    ('rows', 'main'),
    [
        ([(0, 0, PROSE, 9), (3, 1, DEFINITION | CODE, 1), (1, 0, HEADING, 1)], (3, 1)),
        ([(2, 0, DEFINITION, 1), (3, 0, HEADING, 1)], (2, 0)),  # even in a change log
        ([(2, 0, HEADING, 1), (3, 0, PROSE, 1)], (3, 0)),  # but no heading of one
        ([(2, 1, PROSE, 1), (2, 0, PROSE, 1)], (2, 0)),
    ],
)
def test_main_place(rows: list[Row], main: tuple[int, int]) -> None:
    assert where(places(*rows, changelogs=['changes']))[0] == main


def test_locators() -> None:
    found = places((1, 2, CODE | PROSE, 3), (0, 0, PROSE, 1))
    first, second = Locator('intro', '', ('Intro',), (Role.PROSE,), 1, (0, 0), main=True), found[1]
    assert found[0] == first
    assert (second.anchor, second.path, second.count) == ('two', ('guide', 'One', 'Two'), 3)
    assert second.roles == (Role.CODE, Role.PROSE)
    assert not second.defines
    assert found[-1] == second
    assert found[:1] == (first,)
    assert found[::-1] == (second, first)
    assert len(found) == 2
    with pytest.raises(IndexError):
        found[2]


def test_what_one_document_has() -> None:
    found = places((1, 2, PROSE, 1), (1, 1, DEFINITION, 2), (1, 0, CODE, 3), (3, 1, HEADING, 1), (0, 0, PROSE, 1))
    assert [each.order for each in found.inside('guide')] == [(1, 0), (1, 1), (1, 2)]
    assert [each.main for each in found.inside('guide')] == [False, True, False]
    assert [each.order for each in found.inside('api')] == [(3, 1)]
    assert found.inside('changes') == ()
    roles = (Role.DEFINITION, Role.CODE, Role.PROSE)
    assert found.presence('guide') == Presence('guide', roles, 6, 3, (1, 0), 'one', defined=True)
    assert found.presence('api') == Presence('api', (Role.HEADING,), 1, 1, (3, 1), 'one', defined=False)
    with pytest.raises(KeyError):
        found.presence('changes')


def test_every_document_of_many_is_found() -> None:
    rows = [(position, section, PROSE, 1 + section) for position in range(4) for section in range(3)]
    found = places(*reversed(rows))
    for docname in DOCNAMES:
        assert len(found.inside(docname)) == found.presence(docname).places == 3
        assert found.presence(docname).mentions == 6


def test_equal_where_places_and_contexts_are() -> None:
    rows = [(0, 1, CODE, 1), (2, 0, PROSE, 1)]
    assert places(*rows) == places(*reversed(rows))
    assert hash(places(*rows)) == hash(places(*reversed(rows)))
    assert places(*rows) != places(rows[0])
    assert places(*rows) != places(rows[0], (2, 0, PROSE, 2))
    assert places(*rows) != [*places(*rows)]


def test_nowhere() -> None:
    assert len(NOWHERE) == 0
    assert list(NOWHERE) == []
    assert list(NOWHERE.contexts()) == NOWHERE.docnames() == []


def test_roles_come_strongest_first() -> None:
    assert roles_of(sum(map(bit, Role))) == tuple(Role)
    assert roles_of(0) == ()
