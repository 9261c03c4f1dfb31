"""The author's own terms in a text: whole words, whatever their case and white space, one name for all."""

from __future__ import annotations

import time

import pytest

from sphinx_kwindex.collect.terms import Terms, with_terms
from sphinx_kwindex.collect.texts import Found
from sphinx_kwindex.occurrences import Role

WORDS = ('lazy loading', 'loading', 'many-to-one relationship', 'inode', "author's own", 'naïveté', '커널', '索引')
TERMS = Terms([*WORDS, 'C', 'C++', '.NET'])


@pytest.mark.parametrize(
    ('text', 'found'),
    [
        ('of lazy loading.', [(3, 15, 'lazy loading', 'lazy loading')]),
        ('LAZY\n  Loading', [(0, 14, 'lazy loading', 'LAZY Loading')]),
        ('lazy\u00a0loading', [(0, 12, 'lazy loading', 'lazy loading')]),
        ('lazy loadings', [(0, 13, 'lazy loading', 'lazy loadings')]),
        ('lazyloading, lazy-load, a lazy_loading, lazy loadingly', []),
        ('lazy-loading', [(5, 12, 'loading', 'loading')]),
        ('Many-to-one relationships', [(0, 25, 'many-to-one relationship', 'Many-to-one relationships')]),
        ('many to one relationship', []),
        ('inodes, inode’s', [(0, 6, 'inode', 'inodes'), (8, 13, 'inode', 'inode')]),
        ('inodees inodess xinode inode2 inode_t', [(0, 7, 'inode', 'inodees')]),
        ('the author’s own', [(4, 16, "author's own", 'author’s own')]),
        ('C, C++; C# is none', [(0, 1, 'C', 'C'), (3, 6, 'C++', 'C++')]),
        ('of .net', [(3, 7, '.NET', '.net')]),
        ('NAÏVETÉS', [(0, 8, 'naïveté', 'NAÏVETÉS')]),
        ('커널은 索引を', [(0, 2, '커널', '커널'), (4, 6, '索引', '索引')]),
        ('', []),
    ],
)
def test_found(text: str, found: list[tuple[int, int, str, str]]) -> None:
    assert [tuple(each) for each in TERMS.find(text)] == found


def test_the_first_of_two_that_differ_by_case() -> None:
    assert [each.name for each in Terms(['Inode', 'inode', 'inodes']).find('inode INODES')] == ['Inode', 'inodes']


def test_named() -> None:
    assert TERMS.named('Lazy Loading') == 'lazy loading'
    assert TERMS.named('Lazy Loadings') == 'Lazy Loadings'
    assert TERMS.named('of lazy loading') == 'of lazy loading'
    assert Terms().named('x') == 'x'


def added(text: str, *names: Found, terms: Terms = TERMS) -> list[tuple[int, str, Role, str, str | None]]:
    found = with_terms(names, list(terms.find(text)), text)
    return [(each.start, each.name, each.role, each.hint, each.spelling) for each in found]


def test_a_term_takes_the_place_of_what_running_text_says() -> None:
    text = 'Inodes and an inode'
    assert added(text, Found(0, 'Inodes', Role.PROSE, 'initial')) == [
        (0, 'inode', Role.PROSE, 'wanted', 'Inodes'),
        (14, 'inode', Role.PROSE, 'wanted', ''),
    ]


def test_what_is_known_of_the_same_name_stays() -> None:
    terms = Terms(['API', 'Visual Studio'])
    names = (Found(0, 'API', Role.PROSE, 'acronym'), Found(5, 'Visual Studio', Role.PROSE, 'proper'))
    assert added('APIs Visual Studio', *names, terms=terms) == [
        (0, 'API', Role.PROSE, 'acronym', None),
        (5, 'Visual Studio', Role.PROSE, 'proper', None),
    ]


@pytest.mark.parametrize(
    'found',
    [
        Found(0, 'Inode', Role.LITERAL),
        Found(0, 'inode', Role.LITERAL),
        Found(0, 'linux.Inode', Role.REFERENCE),
        Found(0, 'inode.i_size', Role.PROSE, 'identifier'),
    ],
)
def test_code_and_longer_names_stay_what_they_are(found: Found) -> None:
    text = 'inode.i_size' if found.hint else found.name.rpartition('.')[2]
    assert added(text, found) == [(0, found.name, found.role, found.hint, None)]


def test_names_inside_a_term_are_found_too() -> None:
    assert added('lazy loading', Found(5, 'loading', Role.LITERAL)) == [
        (0, 'lazy loading', Role.PROSE, 'wanted', ''),
        (5, 'loading', Role.LITERAL, '', None),
    ]


def test_time_is_linear() -> None:
    terms = Terms([f'lazy {number}' for number in range(300)])
    start = time.perf_counter()
    assert list(Terms(['a b c']).find('a b ' * 50_000 + 'a' + ' ' * 100_000)) == []
    assert len(list(terms.find('lazy 299 ' * 5_000))) == 5_000
    assert time.perf_counter() - start < 5
