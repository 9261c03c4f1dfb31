"""See and see also: what a keyword leads to besides its places, and which spellings lead to one."""

from __future__ import annotations

import pytest

from factories import coded, defined, index_of, occurrence, record, referred, written
from sphinx_kwindex.index.see import MOST
from sphinx_kwindex.occurrences import Definition, Occurrence, Role


def see_also(*occurrences: Occurrence) -> dict[str, tuple[str, ...]]:
    """What each keyword of one document leads to, those left out that lead nowhere."""
    index = index_of(record('doc', *occurrences))
    return {keyword.name: keyword.see_also for keyword in index.keywords if keyword.see_also}


def option(name: str, owner: str) -> Occurrence:
    definition = Definition('std', 'cmdoption', name, owner)
    return Occurrence(name, 0, Role.DEFINITION, 'definition', definition=definition)


TABLE = defined('db.Table', objtype='class')


@pytest.mark.parametrize(
    ('found', 'also'),
    [
        ([TABLE, defined('db.Table.create', objtype='method')], {'db.Table.create': ('db.Table',)}),
        ([TABLE, defined('db.Table.name', objtype='attribute')], {'db.Table.name': ('db.Table',)}),
        ([defined('ns::Row', objtype='class'), defined('ns::Row::id', objtype='member')], {'ns::Row::id': ('ns::Row',)}),
        ([defined('db.Oops', objtype='exception'), defined('db.Oops.code', objtype='attribute')], {'db.Oops.code': ('db.Oops',)}),
        ([TABLE, defined('db.Table.Row', objtype='class')], {}),
        ([defined('db', objtype='module'), defined('db.connect')], {}),
        ([defined('db.Table.create', objtype='method')], {}),
        ([coded('Table', 'class'), occurrence('Table.create_all')], {'Table.create_all': ('Table',)}),
    ],
)  # fmt: skip
def test_member_leads_to_its_class(found: list[Occurrence], also: dict[str, tuple[str, ...]]) -> None:
    assert see_also(*found) == also


def test_option_leads_to_the_commands_that_take_it() -> None:
    found = (option('--all', 'ls'), option('--all', 'git-add'), option('--all', 'unknown'), option('--one', ''))
    commands = (coded('ls', 'command'), coded('git-add', 'command'))
    assert see_also(*found, *commands) == {'--all': ('git-add', 'ls')}
    assert see_also(*found) == {}


def test_commands_and_their_subcommands_lead_to_each_other() -> None:
    names = ('git', 'git add', 'git commit', 'hg add')
    found = [coded(name, 'command', count=1 + (name == 'git commit')) for name in names]
    assert see_also(*found) == {
        'git': ('git commit', 'git add'),
        'git add': ('git',),
        'git commit': ('git',),
    }


def test_short_name_leads_to_the_full_ones_that_it_may_mean() -> None:
    index = index_of(
        record('one', defined('a.run'), defined('b.run', count=3), defined('c.walk')), record('two', occurrence('run'))
    )
    assert index.by_name['run'].see_also == ('b.run', 'a.run')
    assert [index.by_name[name].see_also for name in ('a.run', 'b.run', 'c.walk')] == [(), (), ()]


def test_short_name_that_is_described_leads_to_none() -> None:
    assert see_also(defined('run'), defined('a.run')) == {}


def test_short_name_leads_to_what_references_give_in_full() -> None:
    assert see_also(referred('a.run'), referred('b.run'), occurrence('run')) == {'run': ('a.run', 'b.run')}
    assert see_also(occurrence('a.run'), occurrence('run')) == {}


def test_short_name_leads_to_those_that_stand_most_often() -> None:
    many = [defined(f'm{number:02}.run', count=1 + number % 2) for number in range(MOST + 3)]
    index = index_of(record('one', *many), record('two', occurrence('run')))
    also = index.by_name['run'].see_also
    assert len(also) == MOST
    assert also[:2] == ('m01.run', 'm03.run')
    assert also[-1] == 'm08.run'


def test_names_that_differ_by_case_lead_to_each_other() -> None:
    found = see_also(occurrence('date_time'), occurrence('DATE_TIME'), occurrence('date_times'))
    assert found == {'date_time': ('DATE_TIME',), 'DATE_TIME': ('date_time',)}


def test_no_name_is_told_twice() -> None:
    found = (TABLE, defined('db.Table.TABLE', objtype='attribute'), defined('db.table'), occurrence('Db.table'))
    assert all(len(set(also)) == len(also) for also in see_also(*found).values())
    assert all(name not in also for name, also in see_also(*found).items())


def references(*occurrences: Occurrence) -> list[tuple[str, tuple[str, ...]]]:
    index = index_of(record('api', defined('store.Loader', objtype='class')), record('guide', *occurrences))
    return [(reference.heading, reference.targets) for reference in index.references]


@pytest.mark.parametrize(
    ('found', 'headings'),
    [
        ([occurrence('Loader', spelling='Loaders')], []),
        ([occurrence('Loader', spelling='MyLoader')], [('MyLoader', ('store.Loader',))]),
        ([occurrence('Loader', spelling='loader')], []),
        ([occurrence('Loader')], []),
        ([occurrence('Loader', spelling='SubLoader'), occurrence('SubLoader')], []),
    ],
)
def test_spelling_that_stands_elsewhere_in_the_alphabet_leads_to_its_keyword(
    found: list[Occurrence], headings: list[tuple[str, tuple[str, ...]]]
) -> None:
    assert references(*found) == headings


def test_spelling_of_two_keywords_leads_to_both() -> None:
    found = (occurrence('get_it', spelling='xget_it'), occurrence('it', spelling='xget_it'))
    assert references(*found) == [('xget_it', ('get_it', 'it'))]


def test_headings_of_see_are_no_keywords() -> None:
    index = index_of(record('doc', occurrence('Loader', spelling='MyLoader'), written('Loader_x')))
    assert [reference.heading for reference in index.references] == ['MyLoader']
    assert 'MyLoader' not in index.by_name
    assert len(index.keywords) == 2
