"""What is put into the context of pages: links, relations, an entry of the general index."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

import pytest

from sphinx_kwindex.output.context import add_document_links, add_general_entry, add_relation
from sphinx_kwindex.output.rendering import Renderer
from sphinx_kwindex.output.site import Links, Site


def site(kinds: Collection[str] = ('index', 'documents', 'folders')) -> Site:
    return Site(['a/b'], folder='kw', kinds=kinds, user_pages=['a/b'], target_uri=uri)


def uri(page: str) -> str:
    return f'{page}.html'


LINKS = Links(uri, lambda anchor: anchor)


@pytest.mark.parametrize(
    ('kinds', 'addresses'),
    [
        (('index', 'documents'), ['../kw/doc/a/b.html', '../kw-index.html']),
        (('index',), ['../kw-index.html']),
        (('documents',), ['../kw/doc/a/b.html']),
        (('folders',), []),
    ],
)
def test_links_on_documents(kinds: Collection[str], addresses: list[str]) -> None:
    context: dict[str, Any] = {'body': '<p>Body</p>'}
    add_document_links(context, 'a/b', site(kinds), LINKS, Renderer([]), 'Title & more')
    assert context['body'].startswith('<p>Body</p>')
    for address in ('../kw/doc/a/b.html', '../kw-index.html'):
        assert (f'href="{address}"' in context['body']) is (address in addresses)
    assert ('Title &amp; more' in context['body']) is ('index' in kinds)
    assert (context['body'] == '<p>Body</p>') is (not addresses)


def test_relation_stands_behind_the_general_index() -> None:
    general, modules = ('genindex', 'General Index', 'I', 'index'), ('py-modindex', 'Modules', '', 'modules')
    bar = [general, modules]
    context: dict[str, Any] = {'rellinks': bar}
    ours = ('kw-index', 'Keyword index', '', 'keywords')
    add_relation(context, site(), 'Keyword index', 'keywords')
    assert context['rellinks'] == [general, ours, modules]
    add_relation(context, site(), 'Keyword index', 'keywords')
    assert context['rellinks'] == [general, ours, modules]
    # The list is the builder's, the same for every page.
    assert bar == [general, modules]


def test_relation_without_a_general_index_or_a_bar() -> None:
    context: dict[str, Any] = {'rellinks': []}
    add_relation(context, site(), 'T', 'k')
    assert [item[0] for item in context['rellinks']] == ['kw-index']
    for context in ({}, {'rellinks': None}):
        before = dict(context)
        add_relation(context, site(), 'T', 'k')
        assert context == before
    context = {'rellinks': []}
    add_relation(context, site(('documents',)), 'T', 'k')
    assert context == {'rellinks': []}


def entry(name: str) -> tuple[str, list[Any]]:
    return name, [[('', f'{name}.html')], [], None]


def general(
    context: dict[str, Any], title: str = 'Keyword index', page: str = 'genindex'
) -> list[tuple[str, list[str]]]:
    add_general_entry(context, page, site(), LINKS, title)
    return [(letter, [name for name, _rest in group]) for letter, group in context['genindexentries']]


def test_entry_of_the_general_index() -> None:
    given = [
        ('Symbols', [entry('*')]),
        ('A', [entry('a')]),
        ('K', [entry('kwarg'), entry('keep')]),
        ('Z', [entry('z')]),
    ]
    context: dict[str, Any] = {'genindexentries': given}
    assert general(context) == [
        ('Symbols', ['*']),
        ('A', ['a']),
        ('K', ['keep', 'Keyword index', 'kwarg']),
        ('Z', ['z']),
    ]
    assert context['genindexentries'][2][1][1] == ('Keyword index', [[('', 'kw-index.html')], [], None])
    assert [len(group) for _letter, group in given] == [1, 1, 2, 1]


@pytest.mark.parametrize(
    ('letters', 'expected'),
    [
        (['A', 'Z'], ['A', 'K', 'Z']),
        (['A'], ['A', 'K']),
        (['Symbols', 'Z'], ['Symbols', 'K', 'Z']),
        ([], ['K']),
    ],
)
def test_new_letter_of_the_general_index(letters: list[str], expected: list[str]) -> None:
    context: dict[str, Any] = {'genindexentries': [(letter, [entry(letter)]) for letter in letters]}
    assert [letter for letter, _names in general(context)] == expected


def test_index_that_is_split_gets_no_new_letter() -> None:
    context: dict[str, Any] = {'genindexentries': [('A', [entry('a')])], 'split_index': True}
    assert general(context) == [('A', ['a'])]


def test_pages_without_entries_are_left_alone() -> None:
    context: dict[str, Any] = {'x': 1}
    add_general_entry(context, 'genindex', site(), LINKS, 'T')
    assert context == {'x': 1}
