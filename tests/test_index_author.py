"""The author's own terms, spellings and change logs, in the index."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

import pytest

from factories import coded, defined, index_of, keyword, locator, names, occurrence, record, referred, written
from sphinx_kwindex.index.joints import spelled
from sphinx_kwindex.index.model import Keyword
from sphinx_kwindex.index.rank import RARE, importance, rarity, related_documents
from sphinx_kwindex.occurrences import DocumentRecord, Kind, Occurrence, Role

SPELLINGS = {'np': 'numpy', 'Postgres': 'PostgreSQL', 'a': 'b', 'b': 'a', 'tf.keras': 'keras', 'std': 'core'}


@pytest.mark.parametrize(
    ('name', 'target'),
    [
        ('np', 'numpy'),
        ('np.zeros', 'numpy.zeros'),
        ('np.linalg.norm', 'numpy.linalg.norm'),
        ('std::max', 'core::max'),
        ('tf.keras.layers', 'keras.layers'),
        ('tf.nn', 'tf.nn'),
        ('Np', 'Np'),
        ('npy', 'npy'),
        ('x.np', 'x.np'),
        ('np/zeros.py', 'np/zeros.py'),
        ('--np', '--np'),
        ('a', 'b'),
        ('b', 'a'),
        ('a.b', 'b.b'),
        ('', ''),
    ],
)
def test_spelled(name: str, target: str) -> None:
    assert spelled(name, SPELLINGS) == target
    assert spelled(name, {}) == name


def test_spellings_go_to_one_keyword() -> None:
    index = index_of(
        record('one', occurrence('Postgres'), occurrence('PostgreSQL'), occurrence('postgres')),
        record('two', written('Postgres', 'capital'), coded('np.zeros', 'call'), coded('np', 'import')),
        spellings=SPELLINGS,
    )
    assert index.by_name['PostgreSQL'].count == 3
    assert index.by_name['PostgreSQL'].variants == ('Postgres',)
    assert index.by_name['numpy.zeros'].variants == ('np.zeros',)
    assert {'postgres', 'numpy'} <= index.by_name.keys()
    assert not {'Postgres', 'np', 'np.zeros'} & index.by_name.keys()


def test_spellings_are_exchanged_and_not_followed() -> None:
    index = index_of(record('one', occurrence('a1'), occurrence('b2')), spellings={'a1': 'b2', 'b2': 'a1'})
    assert [(each.name, each.variants) for each in index.keywords] == [('a1', ('b2',)), ('b2', ('a1',))]


def test_definitions_are_never_renamed() -> None:
    found = (defined('np.zeros'), coded('np.zeros', 'call'), referred('np.ones'))
    index = index_of(record('api', *found), spellings=SPELLINGS, resolve={'np.zeros': 'np.zeros'})
    assert sorted(names(index)) == ['np.zeros', 'numpy.ones']
    assert index.by_name['np.zeros'].count == 2


def test_a_spelling_may_lead_to_a_definition() -> None:
    index = index_of(
        record('api', defined('numpy.zeros')), record('guide', occurrence('np.zeros')), spellings=SPELLINGS
    )
    assert index.by_name['numpy.zeros'].defined
    assert index.by_name['numpy.zeros'].count == 2


def test_what_the_author_lists_a_head_under_is_no_variable() -> None:
    assert names(index_of(record('doc', coded('np.zeros', 'call')), spellings={})) != ['numpy.zeros']
    assert names(index_of(record('doc', coded('np.zeros', 'call')), spellings=SPELLINGS)) == ['numpy.zeros']


def test_a_capital_is_judged_by_the_word_that_is_written() -> None:
    capital, initial = written('Maria', 'capital'), written('Maria', 'initial', position=1)
    given: dict[str, Any] = {'spellings': {'Maria': 'MariaDB server'}}
    index = index_of(record('doc', capital, initial), **given)
    assert index.by_name['MariaDB server'].count == 2
    index = index_of(record('doc', capital, initial, words={'maria': 9}), **given)
    assert [each.count for each in index.keywords] in ([], [1])


@pytest.mark.parametrize(
    ('found', 'kind'),
    [
        (written('inode', 'wanted'), Kind.TERM),
        (written('lazy loading', 'wanted'), Kind.TERM),
        (written('client/server model', 'wanted'), Kind.TERM),
        (written('Visual Studio', 'proper'), Kind.PRODUCT),
        (written('API', 'acronym'), Kind.ACRONYM),
        (coded('inode', 'class'), Kind.CLASS),
        (occurrence('inode', hint='command'), Kind.COMMAND),
        (defined('inode', domain='c', objtype='struct'), Kind.TYPE),
    ],
)
def test_terms_are_listed(found: Occurrence, kind: Kind) -> None:
    (listed,) = index_of(record('doc', found), terms=frozenset([found.name])).keywords
    assert (listed.name, listed.kind, listed.passing) == (found.name, kind, False)


def test_terms_do_not_stand_in_passing() -> None:
    found = record('doc', occurrence('print', hint='call'))
    assert [each.passing for each in index_of(found).keywords] == [True]
    assert [each.passing for each in index_of(found, terms=frozenset(['print'])).keywords] == [False]


@pytest.mark.parametrize('hint', ['initial', 'foreign', 'first'])
def test_terms_leave_no_doubt(hint: str) -> None:
    found = record('doc', written('Number', hint), words={'number': 99})
    assert names(index_of(found)) == []
    assert names(index_of(found, terms=frozenset(['Number']))) == ['Number']
    assert names(index_of(found, include=(re.compile('^Num'),))) == ['Number']


def test_terms_give_way_to_exclude_and_to_nothing_else() -> None:
    found = record('doc', written('foo', 'wanted'), written('self', 'wanted'))
    given: dict[str, Any] = {'terms': frozenset(['foo', 'self']), 'min_mentions': 9}
    assert sorted(names(index_of(found, **given))) == ['foo', 'self']
    assert names(index_of(found, **given, exclude=(re.compile('foo'),))) == ['self']


def main_place(*records: DocumentRecord, changelogs: Sequence[str]) -> tuple[str, str]:
    locators = index_of(*records, changelogs=frozenset(changelogs)).keywords[0].locators
    assert [each.main for each in locators] == [True] + [False] * (len(locators) - 1)
    orders = [each.order for each in locators[1:]]
    assert orders == sorted(orders)
    return locators[0].docname, locators[0].anchor


def test_change_logs_give_no_main_place_unless_nothing_else_does() -> None:
    log = record('log', occurrence('x_y', Role.HEADING, section=1), sections=('top',))
    guide = record('guide', occurrence('x_y'), occurrence('x_y', section=1), sections=('later',))
    assert main_place(log, guide, changelogs=()) == ('log', 'top')
    assert main_place(log, guide, changelogs=('log',)) == ('guide', '')
    assert main_place(log, changelogs=('log',)) == ('log', 'top')
    assert main_place(log, guide, changelogs=('log', 'guide')) == ('log', 'top')
    assert main_place(guide, record('log', defined('x_y', section=1), sections=('s',)), changelogs=('log',)) == (
        'log',
        's',
    )


def test_mentions_in_change_logs_make_no_name_common() -> None:
    def score(*docnames: str) -> float:
        here = locator('a')
        found: Keyword = keyword('x', here, *map(locator, docnames))
        return importance(
            found,
            found.locators.presence(here.docname),
            rarity(found, 20, frozenset(f'log{number}' for number in range(9))),
        )

    assert score() == score('log1', 'log2') > score('b')
    assert score('b') == score('b', 'log1')
    # Of names that stand in change logs only, the rarer is still the more important.
    logs = [rarity(keyword('x', *map(locator, logs)), 20, frozenset(['log0', 'log1', 'log2']))
            for logs in (['log0'], ['log0', 'log1'], ['log0', 'log1', 'log2'])]  # fmt: skip
    assert logs == sorted(logs, reverse=True)
    assert len(set(logs)) == 3


def test_change_logs_are_related_least() -> None:
    keywords = [
        keyword('x', locator('a'), locator('log')),
        keyword('y', locator('a'), locator('log')),
        keyword('z', locator('a'), locator('b')),
    ]
    assert related_documents(keywords)['a'] == ('log', 'b')
    assert related_documents(keywords, frozenset(['log'])) == {'a': ('b', 'log'), 'b': ('a',), 'log': ('a',)}


def test_many_change_logs_hide_no_relation() -> None:
    logs = [f'log{number}' for number in range(RARE)]
    keywords = [keyword('x', locator('a'), locator('b'), *map(locator, logs))]
    assert related_documents(keywords) == {}
    assert related_documents(keywords, frozenset(logs)) == {'a': ('b',), 'b': ('a',)}
    assert related_documents([keyword('x', locator('a'), *map(locator, logs))], frozenset(logs)) == {}
