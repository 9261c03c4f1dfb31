"""What a document is about, and which documents belong together."""

from __future__ import annotations

import pytest

from factories import keyword, locator
from sphinx_kwindex.index.rank import RARE, RELATED, importance, ranked, related_documents
from sphinx_kwindex.occurrences import Role


def score(*roles: Role, count: int = 1, others: int = 0, documents: int = 10) -> float:
    here = locator('a', roles=roles, count=count)
    elsewhere = [locator(f'other{number}') for number in range(others)]
    return importance(keyword('x', here, *elsewhere), [here], documents)


def test_stronger_roles_weigh_more() -> None:
    order = [Role.PROSE, Role.LITERAL, Role.REFERENCE, Role.HEADING, Role.DEFINITION]
    scores = [score(role) for role in order]
    assert scores == sorted(scores)
    assert len(set(scores)) == len(scores)
    assert score(Role.PROSE, Role.CODE) > score(Role.PROSE)


def test_more_mentions_and_fewer_documents_weigh_more() -> None:
    assert score(Role.PROSE, count=5) > score(Role.PROSE, count=2) > score(Role.PROSE)
    assert score(Role.PROSE) > score(Role.PROSE, others=1) > score(Role.PROSE, others=5)


def test_ranked_most_important_first_and_ties_in_reading_order() -> None:
    strong = keyword('z', locator('a', order=(0, 5), roles=(Role.DEFINITION,)))
    late = keyword('b', locator('a', order=(0, 3)))
    early = keyword('c', locator('a', order=(0, 1)))
    same = keyword('a', locator('a', order=(0, 1)))
    given = [(each, each.locators) for each in (late, early, strong, same)]
    assert ranked(given, 3) == ('z', 'a', 'c', 'b')
    assert ranked(reversed(given), 3) == ('z', 'a', 'c', 'b')
    assert ranked([], 3) == ()


def test_related_documents_share_rare_keywords() -> None:
    keywords = [
        keyword('x', locator('a'), locator('b')),
        keyword('y', locator('a'), locator('b'), locator('c')),
        keyword('z', locator('c'), locator('c', 'deep')),
        keyword('lone', locator('d')),
    ]
    assert related_documents(keywords) == {'a': ('b', 'c'), 'b': ('a', 'c'), 'c': ('a', 'b')}


@pytest.mark.parametrize(('spread', 'related'), [(RARE, True), (RARE + 1, False)])
def test_common_keywords_relate_nothing(spread: int, related: bool) -> None:
    found = related_documents([keyword('x', *(locator(f'doc{number:02}') for number in range(spread)))])
    assert bool(found) is related


def test_at_most_so_many_related_documents() -> None:
    keywords = [keyword(f'k{n}', locator('hub'), *(locator(f'doc{i}') for i in range(n + 1))) for n in range(9)]
    assert related_documents(keywords)['hub'] == tuple(f'doc{number}' for number in range(RELATED))
