"""From records to the index: locators, the main one, counts, documents, and that no order of anything matters."""

from __future__ import annotations

import gc
import random
from collections.abc import Iterator
from dataclasses import replace

import pytest

from factories import coded, defined, index_of, names, occurrence, record, referred, written
from sphinx_kwindex.index.assemble import build_index
from sphinx_kwindex.index.model import Choices
from sphinx_kwindex.occurrences import Definition, DocumentRecord, Kind, Occurrence, Role, Section

HEADING = Role.HEADING


def test_locators_of_one_keyword() -> None:
    index = index_of(
        record(
            'guide',
            occurrence('run', section=2, position=3, context='third', count=2),
            coded('run', 'call', section=2, position=2, context='second'),
            occurrence('run', section=1, position=1, context='first'),
            sections=('one', 'two'),
        ),
        record('lone', occurrence('run', position=1, context='other')),
    )
    (keyword,) = index.keywords
    assert keyword.name == 'run'
    assert keyword.count == 5
    assert [
        (x.docname, x.anchor, x.count, context, x.order, x.main)
        for x, context in zip(keyword.locators, keyword.locators.contexts(), strict=True)
    ] == [
        ('guide', 'one', 1, 'first', (0, 1), True),
        ('guide', 'two', 3, 'second', (0, 2), False),
        ('lone', '', 1, 'other', (1, 0), False),
    ]
    assert keyword.locators[1].roles == (Role.CODE, Role.LITERAL)
    assert keyword.locators[1].path == ('Guide', 'Two')
    assert keyword.locators[2].path == ('Lone',)
    assert index.occurrences == 5


def _entry(name: str, objtype: str, *, section: int) -> Occurrence:
    """An entry of the general index, or of a glossary."""
    definition = Definition('std', objtype, name) if objtype else None
    return occurrence(name, Role.ENTRY, 'entry', section=section, definition=definition)


@pytest.mark.parametrize(
    ('found', 'main'),
    [
        ([occurrence('run', section=1), occurrence('run', section=2)], 'one'),
        ([occurrence('run', section=1), occurrence('run', HEADING, 'identifier', section=2)], 'two'),
        (
            [
                occurrence('run', HEADING, 'identifier', section=1),
                occurrence('run', section=2),
                defined('run', section=3),
            ],
            'three',
        ),
        ([defined('run', section=2), defined('run', objtype='data', section=3), occurrence('run', section=1)], 'two'),
        ([referred('run', section=3), occurrence('run', section=2)], 'two'),
        ([occurrence('run', HEADING, 'identifier', section=1), _entry('run', 'term', section=2)], 'two'),
        ([occurrence('run', section=1), _entry('run', '', section=2)], 'one'),
        ([_entry('run', 'term', section=1), defined('run', section=2)], 'two'),
    ],
)
def test_main_locator(found: list[Occurrence], main: str) -> None:
    (keyword,) = index_of(record('doc', *found, sections=('one', 'two', 'three'))).keywords
    assert keyword.locators[0].anchor == main
    assert [locator.main for locator in keyword.locators] == [True] + [False] * (len(keyword.locators) - 1)
    rest = [locator.order for locator in keyword.locators[1:]]
    assert rest == sorted(rest)


def test_main_locator_goes_by_reading_order_not_by_name() -> None:
    documents = (record('a', occurrence('run')), record('b', occurrence('run')))
    (keyword,) = index_of(*documents, order=('b', 'a')).keywords
    assert [locator.docname for locator in keyword.locators] == ['b', 'a']


def test_places_with_one_anchor_are_one_locator() -> None:
    sections = (Section('', ('T',)), Section('x', ('T', 'X'), 1), Section('x', ('T', 'X', 'Y'), 2))
    found = (occurrence('run', section=2, position=1), occurrence('run', section=1, position=2))
    (keyword,) = index_of(DocumentRecord('doc', 'T', sections, found)).keywords
    (locator,) = keyword.locators
    assert (locator.path, locator.count, locator.order) == (('T', 'X'), 2, (0, 1))


def test_keywords_are_in_collation_order_of_their_heads() -> None:
    index = index_of(record('doc', defined('z.add'), occurrence('beta'), occurrence('Alpha'), occurrence('--verbose')))
    assert names(index) == ['z.add', 'Alpha', 'beta', '--verbose']
    assert index.by_name['z.add'].head == 'add'
    assert index.by_name['z.add'].defined
    assert not index.by_name['beta'].defined
    assert index.by_name['z.add'].kind is Kind.FUNCTION


def test_documents_are_in_reading_order_with_what_they_hold() -> None:
    index = index_of(
        record('b', occurrence('x_y'), sections=('s',)),
        record('a/c', occurrence('x_y'), written('only_c'), defined('run_it'), title=''),
        record('empty'),
        order=('a/c', 'b', 'empty'),
    )
    assert [(d.docname, d.title, d.folder) for d in index.documents] == [
        ('a/c', 'a/c', 'a'), ('b', 'B', ''), ('empty', 'Empty', ''),
    ]  # fmt: skip
    first, second, last = index.documents
    assert first.keywords == ('run_it', 'x_y', 'only_c')
    assert first.related == ('b',)
    assert second.keywords == ('x_y',)
    assert second.places == (Section('', ('B',), 0, described=False), Section('s', ('B', 'S'), 1, described=False))
    assert (last.keywords, last.related) == ((), ())


def test_document_of_the_order_without_a_record() -> None:
    assert [d.docname for d in index_of(record('a'), order=('gone', 'a')).documents] == ['a']


def test_empty_corpus() -> None:
    index = index_of()
    assert (index.keywords, index.documents, dict(index.by_name), index.occurrences) == ((), (), {}, 0)


CORPUS = [
    record(
        f'folder{number % 3}/doc{number}',
        defined(f'pkg.mod.fn_{number}', position=1),
        referred(f'fn_{(number + 1) % 7}', position=2, section=1),
        coded(f'obj.fn_{(number + 2) % 7}', 'call', position=3, section=2),
        occurrence('shared', position=4, section=number % 3),
        written('Django', 'capital', position=5),
        coded('Shared', 'class', position=6, spelling='Shareds'),
        defined('twice', objtype=('data', 'class', 'function')[number % 3], position=7),
        referred('maybe', reftype=('class', 'func')[number % 2], position=8),
        sections=('one', 'two'),
        words={'django': 1},
    )
    for number in range(7)
]
ORDER = [each.docname for each in CORPUS]


@pytest.mark.parametrize('seed', range(5))
def test_order_of_records_and_occurrences_does_not_matter(seed: int) -> None:
    shuffle = random.Random(seed)
    shuffled = [
        replace(each, occurrences=tuple(shuffle.sample(each.occurrences, len(each.occurrences))))
        for each in shuffle.sample(CORPUS, len(CORPUS))
    ]
    index = index_of(*shuffled, order=ORDER)
    assert index == index_of(*CORPUS)
    assert list(index.by_name) == names(index)


def test_order_of_sets_does_not_matter() -> None:
    roles = list(Role)
    forwards = index_of(*CORPUS, roles=frozenset(roles), stop_words=frozenset('abc'))
    backwards = index_of(*CORPUS, roles=frozenset(reversed(roles)), stop_words=frozenset('cba'))
    assert forwards == backwards
    assert len(forwards.keywords) > 9


def test_one_document_is_in_memory_at_a_time() -> None:
    def alive() -> int:
        return sum(type(each) is Occurrence for each in gc.get_objects())

    most, others = 0, alive()

    def records() -> Iterator[DocumentRecord]:
        nonlocal most
        for number in range(20):
            found = [occurrence(f'name_{number}_{i}', context=f'text {number} {i}') for i in range(10)]
            yield record(f'doc{number:02}', *found)
            del found
            most = max(most, alive() - others)

    order = [f'doc{number:02}' for number in range(20)]
    index = build_index(records, order, Choices(), lambda _docname, _reference: None)
    assert len(index.keywords) == 200
    assert list(index.by_name['name_7_3'].locators.contexts()) == ['text 7 3']
    assert 0 < most <= 20  # this one, and the one before as long as the loop holds it
