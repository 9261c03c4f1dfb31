"""Chains that begin with a variable are about the member that they end in."""

from __future__ import annotations

import pytest

from factories import coded, defined, index_of, names, occurrence, record, written
from sphinx_kwindex.occurrences import Kind, Occurrence, Role

STREAMS = record(
    'api',
    defined('net.Stream.getboolean', objtype='method'),
    defined('net.Stream.name', objtype='attribute'),
    defined('net.Peer.name', objtype='attribute'),
)
"""One class alone has *getboolean*, two have *name*."""
CONFIG = record('log', coded('config', 'module'))
"""A document in which *config* is a module."""


@pytest.mark.parametrize(
    'found',
    [
        coded('s.getboolean', 'call'),
        coded('S1.getboolean', 'call'),
        written('s.getboolean', 'call'),
        occurrence('s.getboolean', hint='call'),
        coded('s.peer.getboolean', 'attribute'),
    ],
)
def test_letter_stands_for_any_object(found: Occurrence) -> None:
    index = index_of(STREAMS, record('guide', found))
    assert set(names(index)) == {'net.Peer.name', 'net.Stream.getboolean', 'net.Stream.name'}
    assert index.by_name['net.Stream.getboolean'].count == 2


def test_member_of_several_classes_stays_by_itself() -> None:
    index = index_of(STREAMS, record('guide', written('s.name'), occurrence('s.name')))
    assert set(names(index)) == {'name', 'net.Peer.name', 'net.Stream.getboolean', 'net.Stream.name'}
    assert index.by_name['name'].variants == ('s.name',)


@pytest.mark.parametrize(
    ('found', 'beside'),
    [
        (coded('A.todense_of', 'call'), coded('it', 'variable')),
        (coded('k.name', 'call'), coded('k', 'module')),
        (coded('z.name', 'call'), coded('z', 'import')),
        (written('a::getboolean', 'call'), coded('it', 'variable')),
        (coded('s.getboolean', 'string'), coded('it', 'variable')),
    ],
)
def test_letter_of_which_nothing_of_the_kind_is_known(found: Occurrence, beside: Occurrence) -> None:
    assert found.name in index_of(STREAMS, record('guide', found, beside)).by_name


def test_class_that_is_called_by_a_letter() -> None:
    index = index_of(
        STREAMS, record('more', defined('net.C.name', objtype='method')), record('guide', occurrence('C.name'))
    )
    assert index.by_name['net.C.name'].count == 2
    assert 'name' not in index.by_name


def test_variable_of_one_document_is_a_module_of_another() -> None:
    chain = coded('config.sections_of', 'call')
    held = index_of(CONFIG, record('guide', chain, coded('config', 'variable')))
    assert 'sections_of' in held.by_name
    assert 'config.sections_of' not in held.by_name
    assert held.by_name['sections_of'].kind is Kind.METHOD
    assert 'config.sections_of' in index_of(CONFIG, record('guide', chain)).by_name
    both = record('guide', chain, coded('config', 'variable'), coded('config', 'module'))
    assert 'config.sections_of' in index_of(CONFIG, both).by_name


def test_where_each_document_has_its_own_the_chain_is_read_in_its_own() -> None:
    chain = coded('config.sections_of', 'call')
    index = index_of(CONFIG, record('a', chain, coded('config', 'variable')), record('b', chain))
    assert [
        [place.docname for place in index.by_name[name].locators] for name in ('config.sections_of', 'sections_of')
    ] == [
        ['b'],
        ['a'],
    ]


def test_what_an_object_has_is_no_module() -> None:
    queue = record('more', coded('queue', 'module'))
    assert 'closes_it' in index_of(queue, record('guide', coded('queue.closes_it', 'call-on-object'))).by_name
    assert 'queue.closes_it' in index_of(queue, record('guide', coded('queue.closes_it', 'call'))).by_name


def test_what_follows_a_variable_is_its_own() -> None:
    found = [coded('form.sender.errors_of', 'attribute'), coded('form', 'variable')]
    elsewhere = record('more', coded('form', 'module'), coded('sender', 'module'))
    index = index_of(elsewhere, record('guide', *found))
    assert 'errors_of' in index.by_name
    assert 'sender.errors_of' not in index.by_name


def test_variable_that_is_called_as_a_class_tells_which() -> None:
    api = record('api', *(defined(f'x.{name}.errors', objtype='attribute') for name in ('BoundField', 'Form')))
    found = [coded('form.errors', 'attribute'), coded('form', 'variable'), occurrence('app.form', Role.CODE, 'import')]
    index = index_of(api, record('more', found[2]), record('guide', *found[:2]))
    assert index.by_name['x.Form.errors'].count == 2


def test_only_member_of_a_word_that_no_dictionary_has() -> None:
    api = record('api', defined('x.Parser.getboolean', objtype='method'), defined('x.Parser.get', objtype='method'))
    found = [coded('config.getboolean', 'call'), coded('config.get', 'call'), coded('config', 'variable')]
    index = index_of(api, CONFIG, record('guide', *found))
    assert index.by_name['x.Parser.getboolean'].count == 2
    assert index.by_name['x.Parser.get'].count == 1
