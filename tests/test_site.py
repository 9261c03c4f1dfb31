"""Names of generated pages and the addresses between them."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Collection
from urllib.parse import unquote

import pytest

from sphinx_kwindex.output.site import Links, Site, entry_id, slug

ALL = ('index', 'documents', 'folders')


def html(page: str) -> str:
    return f'{page}.html'


def dirhtml(page: str) -> str:
    return '' if page == 'index' else page.removesuffix('index') if page.endswith('/index') else f'{page}/'


def site(
    *docnames: str,
    kinds: Collection[str] = ALL,
    user_pages: Collection[str] = (),
    target_uri: Callable[[str], str] = html,
    folder: str = 'kw',
) -> Site:
    return Site(docnames, folder=folder, kinds=kinds, user_pages=user_pages or docnames, target_uri=target_uri)


@pytest.mark.parametrize(
    ('page', 'ours'),
    [
        ('kw-index', True),
        ('kw/doc/a', True),
        ('kw/folder/index', True),
        ('kw/doc/own', False),
        ('kw', False),
        ('kw-index-2', False),
        ('kwx/doc/a', False),
        ('a', False),
        ('genindex', False),
    ],
)
def test_which_pages_are_ours(page: str, ours: bool) -> None:
    assert site('a', 'kw/doc/own').is_ours(page) is ours


@pytest.mark.parametrize('name', ['index', 'a/b-c_d.e', 'API/Index', '1.0/x'])
def test_slug_of_plain_names(name: str) -> None:
    assert slug(name) == name


@pytest.mark.parametrize(
    ('name', 'start'),
    [
        ('über/straße', 'uber/strae-'),
        ('日本/語', '_/_-'),
        ('a b', 'a-b-'),
        ('a~2', 'a-2-'),
        ('c++/é', 'c/e-'),
        ('%2e', '2e-'),
    ],
)
def test_slug_of_other_names(name: str, start: str) -> None:
    assert re.fullmatch(re.escape(start) + '[0-9a-f]{8}', slug(name))
    assert slug(name) == slug(name)


def test_slugs_are_safe_and_different() -> None:
    names = ['日本', '日本語', 'a b', 'a-b', 'a  b', 'ä', 'a', 'å', 'a%b', 'a?b', 'a#b']
    slugs = [slug(name) for name in names]
    assert len({name.casefold() for name in slugs}) == len(names)
    assert all(re.fullmatch('[A-Za-z0-9._/-]+', name) for name in slugs)


NAMES = [
    'getLogger',
    '--verbose',
    'a b',
    'a.b',
    'a_b',
    'C++',
    '=2B',
    '+',
    '名',
    '<script>',
    '"',
    '=',
    '%',
    "it's",
    'A',
    'a',
    '~',
]


def test_entry_ids_are_unique_reversible_and_plain() -> None:
    ids = [entry_id(name) for name in NAMES]
    assert len(set(ids)) == len(NAMES)
    assert [unquote(each.removeprefix('kw-').replace('=', '%')) for each in ids] == NAMES
    assert all(re.fullmatch(r'kw-[A-Za-z0-9._=~-]+', each) for each in ids)


@pytest.mark.parametrize(
    ('name', 'identifier'),
    [
        ('logging.getLogger', 'kw-logging.getLogger'),
        ('--all', 'kw---all'),
        ('C++', 'kw-C=2B=2B'),
        ('é b', 'kw-=C3=A9=20b'),
    ],
)
def test_entry_id_never_changes(name: str, identifier: str) -> None:
    assert entry_id(name) == identifier


def test_pages_by_kind() -> None:
    here = site('index', 'a/b/c', 'a/d')
    assert here.index == 'kw-index'
    assert here.docnames == ['a/b/c', 'a/d', 'index']
    assert [here.document(name) for name in here.docnames] == ['kw/doc/a/b/c', 'kw/doc/a/d', 'kw/doc/index']
    assert here.folders == ['', 'a', 'a/b']
    assert [here.folder_page(name) for name in here.folders] == [
        'kw/folder/index', 'kw/folder/a/index', 'kw/folder/a/b/index',
    ]  # fmt: skip
    assert here.document('unknown') is None
    assert here.folder_page('unknown') is None
    assert here.collisions == []


@pytest.mark.parametrize('kind', ALL)
def test_pages_that_are_not_wanted_have_no_name(kind: str) -> None:
    here = site('a/b', kinds=[each for each in ALL if each != kind])
    pages = {'index': here.index, 'documents': here.document('a/b'), 'folders': here.folder_page('a')}
    assert {each for each, page in pages.items() if page is None} == {kind}
    assert here.collisions == []


def test_other_folder() -> None:
    here = site('a/b', folder='names')
    assert here.index == 'names-index'
    assert here.document('a/b') == 'names/doc/a/b'
    assert here.folder_page('a') == 'names/folder/a/index'
    assert here.index_part('A', 1) == 'names/index/a'


def test_names_that_differ_only_in_case() -> None:
    here = site('API/index', 'api/index', 'Api/x')
    pages = [here.document(name) for name in here.docnames] + [here.folder_page(name) for name in here.folders]
    assert None not in pages
    addresses = [html(str(page)).casefold() for page in pages]
    assert len(set(addresses)) == len(addresses)
    assert here.document('API/index') == 'kw/doc/API/index'
    assert re.fullmatch('kw/doc/api/index-[0-9a-f]{8}', str(here.document('api/index')))
    moved = [page for page in pages if page and page.startswith('kw/folder/') and '-' in page]
    assert len(moved) == 2
    assert all(page.endswith('/index') for page in moved)


def test_names_that_share_an_address_in_folders() -> None:
    here = site('a', 'a/index', target_uri=dirhtml)
    pages = [here.document('a'), here.document('a/index')]
    assert pages[0] == 'kw/doc/a'
    assert dirhtml(str(pages[0])) != dirhtml(str(pages[1]))


@pytest.mark.parametrize('target_uri', [html, dirhtml])
def test_collisions_with_documents_of_the_user(target_uri: Callable[[str], str]) -> None:
    users = ['index', 'kw-index', 'kw/doc/index', 'kw/folder/Index']
    here = site('index', user_pages=users, target_uri=target_uri)
    assert here.index is None
    assert here.document('index') is None
    assert here.collisions[:2] == ['kw-index', 'kw/doc/index']
    if target_uri is html:
        assert here.folder_page('') is None
        assert len(here.collisions) == 3


def test_no_page_takes_the_name_of_another() -> None:
    digest = slug('a b').rpartition('-')[2]
    here = site('a b', f'a-b-{digest}')
    assert len({here.document(name) for name in here.docnames}) == 2


@pytest.mark.parametrize(
    ('heading', 'number', 'page'),
    [
        ('A', 1, 'kw/index/a'),
        ('A', 2, 'kw/index/a~2'),
        ('#', 1, 'kw/index/symbols'),
        ('И', 3, 'kw/index/u0418~3'),
    ],
)
def test_index_parts(heading: str, number: int, page: str) -> None:
    assert site('index').index_part(heading, number) == page
    assert site('index').index_contents(heading, number) == page.replace('kw/index/', 'kw/index/parts/')


@pytest.mark.parametrize(
    ('page', 'number', 'name'),
    [
        ('kw/doc/a', 1, 'kw/doc/a'),
        ('kw/doc/a', 2, 'kw/doc/a~2'),
        ('kw/folder/a/index', 1, 'kw/folder/a/index'),
        ('kw/folder/a/index', 3, 'kw/folder/a~3/index'),
        ('kw/doc/index', 2, 'kw/doc~2/index'),
    ],
)
def test_continuations(page: str, number: int, name: str) -> None:
    assert site('index').continuation(page, number) == name
    assert name.count('/') == page.count('/')
    assert dirhtml(name).count('/') == dirhtml(page).count('/')


def test_no_document_has_the_name_of_a_continuation() -> None:
    assert '~' not in str(site('a~2').document('a~2'))


@pytest.mark.parametrize('target_uri', [html, dirhtml])
@pytest.mark.parametrize(
    ('make', 'name', 'other'),
    [
        (lambda here: here.index_part('N', 1), 'kw/index/n', 'kw/index/n-{}'),
        (lambda here: here.index_part('N', 2), 'kw/index/n~2', 'kw/index/n~2-{}'),
        (lambda here: here.index_contents('N', 1), 'kw/index/parts/n', 'kw/index/parts/n-{}'),
        (lambda here: here.continuation('kw/doc/a', 2), 'kw/doc/a~2', 'kw/doc/a~2-{}'),
        (lambda here: here.continuation('kw/doc/index', 2), 'kw/doc~2/index', 'kw/doc~2-{}/index'),
        (lambda here: here.continuation('kw/folder/a/index', 3), 'kw/folder/a~3/index', 'kw/folder/a~3-{}/index'),
    ],
)
def test_pages_that_make_way_for_a_document(
    target_uri: Callable[[str], str], make: Callable[[Site], str], name: str, other: str
) -> None:
    digest = hashlib.sha256(name.encode()).hexdigest()[:8]
    same = name.removesuffix('/index') if name.endswith('/index') else f'{name}/index'  # with dirhtml
    for users in (name, name.title().replace('Index', 'index'), *([same] if target_uri is dirhtml else [])):
        here = site('index', user_pages=['index', users], target_uri=target_uri)
        assert make(here) == other.format(digest)
        assert here.is_ours(make(here))
        assert not here.collisions
        assert target_uri(make(here)).count('/') == target_uri(name).count('/')
    assert make(site('index', 'other', target_uri=target_uri)) == name


def test_page_makes_way_as_often_as_it_must() -> None:
    taken = ['kw/index/n', site('x', 'kw/index/n').index_part('N', 1)]
    page = site('x', *taken).index_part('N', 1)
    assert re.fullmatch(re.escape(taken[1]) + '-[0-9a-f]{8}', page)
    assert site('x', *taken).index_part('N', 2) == 'kw/index/n~2'


def test_state_and_what_changed_since() -> None:
    here = site('a', 'B b')
    state = dict(here.state())
    assert state == {'': 'kw-index', 'B b': here.document('B b')}
    assert here.changed_since(state) == []
    assert here.changed_since({'': 'kw-index'}) == ['B b']
    assert here.changed_since({**state, 'a': ''}) == ['a']
    assert here.changed_since({**state, '': ''}) == ['B b', 'a']
    assert here.changed_since({}) == ['B b', 'a']
    assert here.changed_since({**state, 'gone': 'x'}) == []
    assert here.changed_since(dict(site('a', 'B b', user_pages=['kw/doc/a']).state())) == ['a']
    assert site('a', 'B b', kinds=('index',)).changed_since(state) == ['B b', 'a']


@pytest.mark.parametrize(
    ('target_uri', 'page', 'target', 'anchor', 'address'),
    [
        (html, 'kw-index', 'a/b', '', 'a/b.html'),
        (html, 'kw/doc/a', 'a', 'x', '../../a.html#x'),
        (html, 'kw/doc/a', 'kw/doc/b', '', '../../kw/doc/b.html'),
        (dirhtml, 'kw-index', 'a', '', '../a/'),
        (dirhtml, 'kw/doc/a', 'index', '', '../../../'),
        (dirhtml, 'index', 'index', '', './'),
        (html, 'a', 'b', 'größe x', 'b.html#gr%C3%B6%C3%9Fe%20x'),
        (html, 'a', 'b', 'a:b(c)&<"', 'b.html#a:b(c)&%3C%22'),
    ],
)
def test_links(target_uri: Callable[[str], str], page: str, target: str, anchor: str, address: str) -> None:
    assert Links(target_uri, lambda anchor: anchor).to(page, target, anchor) == address


def test_links_ask_the_builder_for_fragments() -> None:
    assert Links(html, lambda anchor: anchor.replace(':', '-')).to('a', 'b', 'x:y') == 'b.html#x-y'
