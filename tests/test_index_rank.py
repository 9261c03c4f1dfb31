"""What a document is about, and which documents belong together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import pytest

from factories import coded, defined, index_of, keyword, locator, occurrence, record, referred, written
from sphinx_kwindex.index.model import Keyword
from sphinx_kwindex.index.places import Locator, Locators
from sphinx_kwindex.index.rank import RARE, RELATED, importance, ranked, rarity, related_documents
from sphinx_kwindex.occurrences import Kind, Occurrence, Role


def score(*roles: Role, count: int = 1, others: int = 0, documents: int = 10) -> float:
    here = locator('a', roles=roles, count=count)
    elsewhere = [locator(f'other{number}') for number in range(others)]
    return weight(keyword('x', here, *elsewhere), here, documents)


def weight(found: Keyword, here: Locator, documents: int) -> float:
    return importance(found, found.locators.presence(here.docname), rarity(found, documents))


def in_order(names: Iterable[tuple[Keyword, Locators]]) -> tuple[str, ...]:
    """The names as they are ranked in a corpus of three documents, each with its places in one of them."""
    return ranked((name, places.presence(places[0].docname), rarity(name, 3)) for name, places in names)


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
    assert in_order(given) == ('z', 'a', 'c', 'b')
    assert in_order(reversed(given)) == ('z', 'a', 'c', 'b')
    assert in_order([]) == ()


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


def passing(*occurrences: Occurrence, words: Mapping[str, int] | None = None) -> list[str]:
    index = index_of(record('doc', *occurrences, words=words))
    return sorted(each.name for each in index.keywords if each.passing)


@pytest.mark.parametrize(
    ('found', 'in_passing'),
    [
        (occurrence('__init__'), True),
        (occurrence('Loader.__call__'), True),
        (occurrence('init'), False),
        (occurrence('str'), True),
        (occurrence('builtins.open'), True),
        (occurrence('os.open'), False),
        (occurrence('ValueError'), False),
        (occurrence('Exception'), True),
        (occurrence('a_view'), True),
        (occurrence('the_name'), True),
        (occurrence('summary_it'), False),
        (occurrence('Mystery'), False),
        (coded('-x', 'option'), True),
        (coded('-xz', 'option'), False),
        (occurrence('-x', hint='option'), False),
        (written('-x', 'option'), False),
        (coded('connect', 'call'), True),
        (coded('connect_it', 'call'), False),
        (coded('MAX_SIZE', 'variable'), True),
        (coded('json', 'import'), False),
        (coded('Dockerfile.py', 'file'), True),
        (occurrence('Dockerfile.py', hint='file'), False),
        (referred('my_view'), True),
        (referred('MyModel'), True),
        (referred('SomeThing'), True),
        (referred('mymodel'), True),
        (referred('yourmodel'), True),
        (referred('view'), False),
        (referred('lazy', domain='std', reftype='term'), True),
        (referred('lazy', domain='std', reftype='option'), False),
    ],
)
def test_names_in_passing(found: Occurrence, in_passing: bool) -> None:
    assert passing(found) == ([found.name] if in_passing else [])


@pytest.mark.parametrize('name', ['mypy', 'MySQL', 'mysql', 'myst_parser'])
def test_products_that_begin_like_examples(name: str) -> None:
    assert passing(occurrence(name)) == []


def test_numbered_names_are_in_passing() -> None:
    assert passing(occurrence('key1'), occurrence('key2'), occurrence('key4'), occurrence('sha1')) == ['key1', 'key2']
    assert passing(defined('key1'), occurrence('key2')) == ['key2']
    assert passing(occurrence('v_1'), occurrence('v_2')) == []


def test_plain_words_in_code_are_values() -> None:
    assert passing(occurrence('auto'), words={'auto': 3}) == ['auto']
    assert passing(occurrence('auto'), words={'auto': 2}) == []
    assert passing(occurrence('auto', hint='method'), words={'auto': 3}) == []
    assert passing(occurrence('auto_it'), words={'auto_it': 3}) == []


def test_passing_names_come_last_but_where_a_document_is_about_them() -> None:
    often = keyword('my_view', locator('a', order=(0, 1), count=99), passing=True)
    once = keyword('load', locator('a', order=(0, 2)))
    assert in_order([(each, each.locators) for each in (often, once)]) == ('load', 'my_view')
    for role in (Role.DEFINITION, Role.HEADING):
        main = keyword('my_view', locator('a', order=(0, 1), count=99, roles=(role,)), passing=True)
        assert in_order([(each, each.locators) for each in (main, once)]) == ('my_view', 'load')
    elsewhere = keyword('my_view', *often.locators, locator('b', roles=(Role.HEADING,)), passing=True)
    assert in_order([(elsewhere, often.locators), (once, once.locators)]) == ('load', 'my_view')


def test_plain_words_weigh_less() -> None:
    here = locator('a')
    assert weight(keyword('auto', here), here, 9) < weight(keyword('auto_it', here), here, 9)
    assert weight(keyword('auto', here, kind=Kind.COMMAND), here, 9) == weight(
        keyword('a_b', here, kind=Kind.COMMAND), here, 9
    )


def test_kinds_that_readers_look_up_weigh_more() -> None:
    def order(role: Role) -> list[float]:
        here = locator('a', roles=(role,))
        kinds = (Kind.OPTION, Kind.FUNCTION, Kind.NAME, Kind.FILE)
        return [weight(keyword('a_b', here, kind=kind), here, 9) for kind in kinds]

    assert order(Role.CODE) == sorted(order(Role.CODE), reverse=True)
    assert len(set(order(Role.CODE))) == 4
    assert len(set(order(Role.HEADING))) == 1  # what stands in a title is what the page is about
    here = locator('a')
    assert weight(keyword('git add', here, kind=Kind.COMMAND), here, 9) < weight(
        keyword('git', here, kind=Kind.COMMAND), here, 9
    )
