"""Generated pages of a hand-made index: titles, links, what is escaped, and what every page has."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection, Iterator, Mapping
from itertools import chain
from typing import Any

import pytest
from lxml import html

from factories import coded, defined, document, index_of, keyword, keyword_index, locator, occurrence, record
from sphinx_kwindex.index.model import KeywordIndex
from sphinx_kwindex.output import index_pages
from sphinx_kwindex.output.keys import Lengths
from sphinx_kwindex.output.page import Frame, Link, Page, PageMaker, SourceFile, letter_id
from sphinx_kwindex.output.pages import steps
from sphinx_kwindex.output.rendering import Renderer
from sphinx_kwindex.output.site import Links, Site, entry_id

EVIL = '<script>&"'


@pytest.fixture(scope='module')
def renderer() -> Renderer:
    return Renderer([])


def uri(page: str) -> str:
    return f'{page}.html'


def frame(index: KeywordIndex, renderer: Renderer, kinds: Collection[str] = ('index', 'documents', 'folders')) -> Frame:
    docnames = [each.docname for each in index.documents]
    return Frame(
        index,
        Site(docnames, folder='kw', kinds=kinds, user_pages=docnames, target_uri=uri),
        Links(uri, lambda anchor: anchor),
        renderer,
        'Keyword index',
        lambda _page, docname: SourceFile(f'{docname}.rst', ''),
    )


INDEX = index_of(
    record('index', occurrence('Loader')),
    record(
        'api/core', defined('core.Loader', objtype='class', section=1), coded('run_it', 'call'), sections=('loader',)
    ),
    record('api/more', occurrence('run_it'), title='Api/Core'),
    record('empty'),
)


@pytest.mark.parametrize(
    ('heading', 'identifier'),
    [('A', 'kwindex-letter-a'), ('#', 'kwindex-letter-symbols'), ('И', 'kwindex-letter-u0418')],
)
def test_letter_id(heading: str, identifier: str) -> None:
    assert letter_id(heading) == identifier


def test_titles_are_told_apart(renderer: Renderer) -> None:
    assert PageMaker(frame(INDEX, renderer)).titles == {
        'index': 'Index',
        'api/core': 'Api/Core (api/core)',
        'api/more': 'Api/Core (api/more)',
        'empty': 'Empty',
    }


def test_document_without_a_title_keeps_its_name(renderer: Renderer) -> None:
    index = index_of(record('a', title=''), record('b', title='a'))
    assert PageMaker(frame(index, renderer)).titles == {'a': 'a', 'b': 'a (b)'}


@pytest.mark.parametrize(
    ('path', 'with_document', 'text'),
    [
        (('Index',), True, 'Index'),
        (('Index', 'Part', 'Deep'), True, 'Index › Deep'),
        (('Index', 'Part', 'Deep'), False, 'Deep'),
        (('Index',), False, 'Index'),
    ],
)
def test_place(renderer: Renderer, path: tuple[str, ...], with_document: bool, text: str) -> None:
    maker = PageMaker(frame(INDEX, renderer))
    place = maker.place('kw/doc/a', locator('index', 'x', path=path, count=3), with_document=with_document)
    assert place == Link('../../index.html#x', text, '', 3)


def make_pages(made: Frame) -> Iterator[Page]:
    drafts = chain.from_iterable(step.drafts for step in steps(made, Lengths({})))
    return chain.from_iterable(draft.make() for draft in drafts)


def pages(
    index: KeywordIndex, renderer: Renderer, kinds: Collection[str] = ('index', 'documents', 'folders')
) -> dict[str, Page]:
    return {page.name: page for page in make_pages(frame(index, renderer, kinds))}


def test_every_page_is_made_once(renderer: Renderer) -> None:
    made = list(make_pages(frame(INDEX, renderer)))
    assert [page.name for page in made] == [
        'kw-index',
        'kw/doc/index',
        'kw/doc/api/core',
        'kw/doc/api/more',
        'kw/doc/empty',
        'kw/folder/index',
        'kw/folder/api/index',
    ]
    assert all(page.body.count('<h1>') == 1 and 'data-pagefind-ignore="all"' in page.body for page in made)
    assert [page.title for page in made][:2] == ['Keyword index', 'Keywords: Index']


def test_index_page(renderer: Renderer) -> None:
    body = pages(INDEX, renderer)['kw-index'].body
    assert body.index('id="kwindex-letter-l"') < body.index('id="kw-core.Loader"') < body.index('id="kw-run_it"')
    assert 'href="api/core.html#loader"' in body
    assert '<code class="kw-head">Loader</code>' in body
    assert '2 mentions' in body


def test_document_page(renderer: Renderer) -> None:
    body = pages(INDEX, renderer)['kw/doc/api/core'].body
    assert f'href="../../../kw-index.html#{entry_id("core.Loader")}"' in body
    assert 'href="../../../api/core.html#loader"' in body
    assert body.index('>Classes</h2>') < body.index('>Functions</h2>')
    assert '<code>api/core.rst</code>' in body
    assert 'No keywords stand in this document.' in pages(INDEX, renderer)['kw/doc/empty'].body


def test_folder_page(renderer: Renderer) -> None:
    made = pages(INDEX, renderer)
    assert 'href="../../kw/folder/api/index.html"' in made['kw/folder/index'].body
    below = made['kw/folder/api/index'].body
    assert {name for name in ('api/core', 'api/more', 'empty', 'index') if f'kw-path">{name}<' in below} == {
        'api/core',
        'api/more',
    }
    assert 'core.Loader' in below


@pytest.mark.parametrize('left_out', ['index', 'documents', 'folders'])
def test_nothing_links_to_pages_that_are_not_made(renderer: Renderer, left_out: str) -> None:
    kinds = [kind for kind in ('index', 'documents', 'folders') if kind != left_out]
    made = pages(INDEX, renderer, kinds)
    start = {'index': 'kw-index', 'documents': 'kw/doc/', 'folders': 'kw/folder/'}[left_out]
    assert made
    for page in made.values():
        assert not page.name.startswith(start)
        assert not re.search(rf'href="(?:\.\./)*{start}', page.body)


def test_links_lead_to_pages_and_ids_that_are_there(renderer: Renderer) -> None:
    made = pages(INDEX, renderer)
    files = {uri(name): page.body for name, page in made.items()}
    followed = 0
    for name, page in made.items():
        for href in re.findall(r'href="([^"]+)"', page.body):
            address, _, anchor = href.partition('#')
            target = address.removeprefix('../' * name.count('/')) or uri(name)
            if target in files and anchor:
                followed += 1
                assert f'id="{anchor}"' in files[target], (name, href)
            elif target not in files:
                assert target.removesuffix('.html') in {each.docname for each in INDEX.documents}, (name, href)
    assert followed > 5


def test_names_and_titles_are_escaped(renderer: Renderer) -> None:
    index = index_of(
        record(
            'a/b',
            occurrence(f'name{EVIL}', section=1),
            defined(f'def{EVIL}', objtype='class'),
            title=f'T{EVIL}',
            sections=(EVIL,),
        ),
        record('a/c', occurrence(f'name{EVIL}'), title=f'T{EVIL}'),
    )
    for page in make_pages(frame(index, renderer)):
        assert '<script' not in page.body, page.name
        assert '&lt;script&gt;&amp;&#34;' in page.body or page.name == 'kw/folder/index', page.name


def test_long_index_is_cut_into_letters(renderer: Renderer) -> None:
    names = [f'{letter}_{number:04}_name' for letter in 'ab' for number in range(500)]
    made = pages(index_of(record('index', *map(occurrence, names))), renderer)
    parts = [name for name in made if name.startswith('kw/index/')]
    assert parts[0] == 'kw/index/a'
    assert 'kw/index/b' in parts
    assert all(len(page.body.encode()) < 200_000 for page in made.values())
    for name in names:
        assert sum(f'id="kw-{name}"' in made[part].body for part in parts) == 1
    assert 'href="kw/index/a.html"' in made['kw-index'].body
    target = next(part for part in parts if 'id="kw-b_0499_name"' in made[part].body)
    documents = ''.join(page.body for name, page in made.items() if name.startswith('kw/doc'))
    assert f'href="../../{target}.html#kw-b_0499_name"' in documents


def test_parts_that_are_too_many_for_one_page_are_named_on_others(
    renderer: Renderer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(index_pages, 'MOST_PARTS', 2)
    names = [f'{letter}_{number:04}_name' for letter in 'ab' for number in range(1600 if letter == 'a' else 50)]
    made = pages(index_of(record('index', *map(occurrence, names))), renderer)
    parts = [name for name in made if re.fullmatch(r'kw/index/[ab](?:~\d)?', name)]
    assert parts == ['kw/index/a', 'kw/index/a~2', 'kw/index/a~3', 'kw/index/b']
    home = made['kw-index'].body
    assert re.findall(r'<a href="(kw/index/parts/[^"]*)">([^<]*)</a>', home) == [
        ('kw/index/parts/a.html', home_range(made, 'kw/index/a', 'kw/index/a~2')),
        ('kw/index/parts/a~2.html', home_range(made, 'kw/index/a~3', 'kw/index/a~3')),
        ('kw/index/parts/b.html', home_range(made, 'kw/index/b', 'kw/index/b')),
    ]
    assert '1650 keywords' in home
    first, second, other = (made[f'kw/index/parts/{name}'] for name in ('a', 'a~2', 'b'))
    assert re.findall(r'<li><a href="([^"]*)"', first.body) == [f'../../../kw/index/a{end}.html' for end in ('', '~2')]
    assert re.findall(r'<li><a href="([^"]*)"', second.body) == ['../../../kw/index/a~3.html']
    assert re.findall(r'<li><a href="([^"]*)"', other.body) == ['../../../kw/index/b.html']
    assert first.title.endswith(': A')
    assert 'kw-most' not in first.body
    assert 'kw-most' in home
    assert 'mention' not in first.body
    assert '50 keywords' in other.body
    assert 'href="../../../kw/index/parts/a~2.html"' in first.body  # the next


def home_range(made: Mapping[str, Page], first: str, last: str) -> str:
    """The first entry of one page and the last of another."""
    ids = [re.findall(r'id="kw-(\w+_name)"', made[page].body) for page in (first, last)]
    return f'{ids[0][0]} – {ids[1][-1]}'


def test_related_documents_are_linked(renderer: Renderer) -> None:
    assert [each.related for each in INDEX.documents if each.docname == 'api/core'] == [('api/more', 'index')]
    body = pages(INDEX, renderer)['kw/doc/api/core'].body
    assert 'href="../../../kw/doc/api/more.html"' in body
    assert document('x').folder == ''


def test_variants_that_the_name_ends_in_are_not_told_again(renderer: Renderer) -> None:
    place = locator('index', 'x')
    entry = keyword('a.b.call', place, variants=('b.call', 'call', 'callme', 'x.call'), defined=True, head='call')
    body = pages(keyword_index([entry], [document('index', 'a.b.call')]), renderer)['kw-index'].body
    assert '<code>x.call</code>' in body
    assert '<code>callme</code>' in body
    assert '<code>b.call</code>' not in body


def test_entry_that_fills_pages_goes_on(renderer: Renderer) -> None:
    """One keyword with more places than a page holds: cut between two of them, found where it begins."""
    documents = [document(f'd{n:04}', 'much') for n in range(60)]
    locators = [
        locator(d.docname, f'{"anchor" * 10}-{n}', path=(d.title, 'S' * 60)) for d in documents for n in range(60)
    ]
    made = pages(keyword_index([keyword('much', *locators)], documents), renderer)
    parts = [page for name, page in made.items() if name.startswith('kw/index/m')]
    assert len(parts) > 2
    assert all(len(page.body.encode()) < 200_000 for page in parts)
    assert [page.body.count('id="kw-much"') for page in parts] == [1] + [0] * (len(parts) - 1)
    assert all('(continued)' in page.body for page in parts[1:])
    found = re.findall(r'href="([^"#]*#anchor[^"]*)"', ''.join(page.body for page in parts))
    assert len(found) == len(set(found)) == 3600
    assert 'kw/index/m.html#kw-much' in made['kw/doc/d0000'].body
    folder = [page for name, page in made.items() if name.startswith('kw-index')]
    assert '1 keyword' in folder[0].body


RECORDS = (
    record(
        'api',
        defined('core.Loader', objtype='class'),
        defined('core.Loader.run', objtype='method'),
        defined('other.run'),
        occurrence('time_out'),
        occurrence('TIME_OUT'),
    ),
    record('guide', occurrence('run'), occurrence('Loader', spelling='MyLoader')),
)
SEEN = index_of(*RECORDS)


def tree_of(page: Page) -> Any:
    return html.fromstring(page.body)


def entries(page: Page) -> dict[str, Any]:
    """The entries of an index page by the text of their heads."""
    found = tree_of(page).xpath('//div[@class="kw-entry"]')
    return {' '.join(entry.xpath('string(dt)').split()): entry for entry in found}


def see_links(made: Mapping[str, Page]) -> dict[str, list[tuple[str, str]]]:
    """Where the *see* and *see also* of each entry lead: id of the entry, or its head -> page and id."""
    found: dict[str, list[tuple[str, str]]] = {}
    for name, page in made.items():
        if name.startswith(('kw-index', 'kw/index')):
            for text, entry in entries(page).items():
                hrefs = [href.partition('#') for href in entry.xpath('.//*[@class="kw-see"]/a/@href')]
                if hrefs:
                    base = name.rpartition('/')[0]
                    found[entry.get('id') or text] = [
                        (posixpath.normpath(posixpath.join(base, address)) if address else uri(name), anchor)
                        for address, _joint, anchor in hrefs
                    ]
    return found


def test_see_also_on_one_page(renderer: Renderer) -> None:
    made = pages(SEEN, renderer)
    assert see_links(made) == {
        'kw-core.Loader.run': [('kw-index.html', 'kw-core.Loader')],
        'kw-run': [('kw-index.html', 'kw-core.Loader.run'), ('kw-index.html', 'kw-other.run')],
        'kw-time_out': [('kw-index.html', entry_id('TIME_OUT'))],
        entry_id('TIME_OUT'): [('kw-index.html', 'kw-time_out')],
        'MyLoader see core.Loader': [('kw-index.html', 'kw-core.Loader')],
    }
    body = made['kw-index'].body
    assert all(f'id="{anchor}"' in body for targets in see_links(made).values() for _page, anchor in targets)


def test_heads_are_permuted(renderer: Renderer) -> None:
    heads = list(entries(pages(SEEN, renderer)['kw-index']))
    assert [head.partition(' method')[0].partition(' function')[0].partition(' class')[0] for head in heads] == [
        'Loader (core)',
        'MyLoader see core.Loader',
        'run (core.Loader)',
        'run (other)',
        'run 1 mention',
        *(head.partition(' function')[0] for head in heads if head.casefold().startswith('time_out')),
    ]


def test_see_heading_is_no_entry_of_its_own(renderer: Renderer) -> None:
    made = pages(SEEN, renderer)
    (heading,) = (entry for text, entry in entries(made['kw-index']).items() if text.startswith('MyLoader'))
    assert heading.get('id') is None
    assert heading.xpath('.//*[@class="kw-count"]') == []
    documents = ''.join(page.body for name, page in made.items() if name.startswith(('kw/doc', 'kw/folder')))
    assert 'MyLoader' not in documents
    assert '6 keywords' in made['kw-index'].body


def test_see_also_leads_from_part_to_part(renderer: Renderer) -> None:
    """In an index that is split, a line leads to the part that has the entry."""
    many = [occurrence(f'{letter}_{number:04}_name') for letter in 'abklrstyz' for number in range(150)]
    index = index_of(*(record(each.docname, *each.occurrences) for each in RECORDS), record('many', *many))
    made = pages(index, renderer)
    found = see_links(made)
    assert {name for name in made if name.startswith('kw/index/')} >= {'kw/index/l', 'kw/index/r'}
    assert found['kw-core.Loader.run'] == [('kw/index/l.html', 'kw-core.Loader')]
    assert found['MyLoader see core.Loader'] == [('kw/index/l.html', 'kw-core.Loader')]
    assert set(found) == set(see_links(pages(SEEN, renderer)))
    for targets in found.values():
        for page, anchor in targets:
            assert f'id="{anchor}"' in made[page.removesuffix('.html')].body


def letter_of_headings(renderer: Renderer) -> str:
    """What the home page of an index that is split says of a letter that has no keyword."""
    many = [occurrence(f'{letter}_{number:04}_name') for letter in 'ab' for number in range(700)]
    index = index_of(record('guide', *many, occurrence('b_0000_name', spelling='zb_0000_name')))
    assert [reference.heading for reference in index.references] == ['zb_0000_name']
    (letter,) = tree_of(pages(index, renderer)['kw-index']).xpath('//*[@id="kwindex-letter-z"]/..')
    return ' '.join(letter.text_content().split())


def test_headings_without_places_are_not_counted(renderer: Renderer) -> None:
    assert letter_of_headings(renderer).startswith('Z zb_0000_name – zb_0000_name 0 keywords')


def test_letter_without_keywords_mentions_none_most(renderer: Renderer) -> None:
    assert 'Mentioned most' not in letter_of_headings(renderer)
