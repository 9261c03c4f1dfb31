"""The pages of a real project, read as a reader would: what they say, and that every link leads where it says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from conftest import MakeProject
from links import dead_links, ids, links, parsed, target
from projects import Built, Project

MENTION = 'Here ``much_used`` again.\n\n'
FILES = {
    'index.rst': """
        Top
        ===

        See the :ref:`kw-index` and the :ref:`names <kw-index>`.

        .. toctree::

           start
           api/index
           api/logs
           guide/one
           guide/two
           guide/lower/three
        """,
    'start.md': """
        # Getting started

        Call {py:func}`logs.get_logger` or `much_used`.

        ## First steps

        Set `START_UP` and `much_used`; the `rare_pair` helps.

        ### Details of it

        Use `--verbose` and `much_used`.
        """,
    'api/index.rst': """
        Interface
        =========

        All of it: ``much_used``.
        """,
    'api/logs.rst': """
        Logs
        ====

        .. py:module:: logs

        .. py:function:: get_logger(name)

           The ``much_used`` one.

        .. py:class:: Handler

           .. py:method:: emit(record)

              Emits.
        """,
    'guide/one.rst': f"""
        Guide
        =====

        {MENTION}
        Writing
        -------

        {MENTION}
        Reading
        -------

        Before :py:meth:`logs.Handler.emit`, ``rare_pair``.
        """,
    'guide/two.rst': f'Guide\n=====\n\n{MENTION}',
    'guide/lower/three.rst': f'Lower\n=====\n\n{MENTION}',
    'orphan.rst': ':orphan:\n\nNothing but words stands here.\n',
}
LONG = {
    'long.rst': ':orphan:\n\nLong\n====\n\n'
    + '\n\n'.join(
        f'Part {part}\n---------\n\n' + ' '.join(f'``name_{part}_{n}_of_many_others``' for n in range(300))
        for part in range(10, 20)
    )
}


@pytest.fixture(scope='module')
def project(module_project: MakeProject) -> Project:
    return module_project(
        {**FILES, **LONG},
        extensions=['sphinx_kwindex', 'myst_parser'],
        html_theme='alabaster',
        html_context={'github_user': 'someone', 'github_repo': 'something', 'conf_py_path': '/docs/'},
    )


@pytest.fixture(scope='module', params=['html', 'dirhtml'])
def built(request: pytest.FixtureRequest, project: Project) -> Built:
    return project.build(request.param)


@pytest.fixture(scope='module')
def html(project: Project) -> Built:
    return project.build('html')


@pytest.fixture(scope='module')
def small(module_project: MakeProject) -> Built:
    """The same without the document that makes the index too long for one page."""
    return module_project(
        FILES, extensions=['sphinx_kwindex', 'myst_parser'], html_theme='alabaster', html_copy_source=True
    ).build()


def generated(built: Built) -> list[Path]:
    return sorted(built.out / name for name in built.ours() if name.endswith('.html'))


def entry(page: Path, name: str) -> str:
    """The text of one entry of an index page."""
    (found,) = (e for e in parsed(page).xpath('//div[@class="kw-entry"]') if name in e.xpath('string(dt)').split())
    return ' '.join(found.text_content().split())


def test_every_link_of_every_page_is_alive(built: Built) -> None:
    pages = generated(built)
    assert len(pages) > 20
    assert {str(page): dead_links(page) for page in pages if dead_links(page)} == {}
    documents = [page for page in built.out.rglob('*.html') if 'kwindex-link' in page.read_text(encoding='utf-8')]
    assert len(documents) == 9
    assert {str(page): dead_links(page) for page in documents if dead_links(page)} == {}


def test_every_locator_leads_to_its_section(built: Built) -> None:
    for keyword in built.keywords.values():
        for locator in keyword['locators']:
            path, fragment = target(built.out / 'index.html', locator['uri']) or (None, '')
            assert path is not None
            assert fragment == locator['anchor']
            assert not fragment or fragment in ids(path)


def test_ids_are_unique_on_every_page(built: Built) -> None:
    for page in generated(built):
        found = parsed(page).xpath('//@id')
        assert len(found) == len(set(found)), page


def test_entry_with_few_locators(small: Built) -> None:
    page = small.out / 'kw-index.html'
    assert entry(page, 'emit') == (
        'emit (logs.Handler) method 2 mentions Logs › Handler.emit defined here Guide (guide/one) › Reading '
        'see also logs.Handler'
    )
    assert entry(page, 'START_UP') == 'START_UP constant 1 mention Getting started › First steps'
    assert entry(page, '--verbose') == '--verbose option 1 mention Getting started › Details of it'


def test_entry_with_many_locators_is_folded_and_nothing_is_dropped(small: Built) -> None:
    page = small.out / 'kw-index.html'
    (found,) = parsed(page).xpath('//*[@id="kw-much_used"]')
    locators = small.keywords['much_used']['locators']
    assert len(locators) == 9
    hrefs = {href for href in found.xpath('.//a/@href') if '#' in href}
    assert hrefs == {locator['uri'] for locator in locators}
    flat = found.xpath('.//dd/ul/li[not(details)]')
    assert [' '.join(item.text_content().split()) for item in flat] == ['Getting started']
    (details,) = found.xpath('.//details')
    assert details.get('open') is None
    assert details.xpath('string(summary)') == '8 more places in 6 documents'
    assert details.xpath('.//p[@class="kw-folder"]/text()') == ['api/', 'guide/', 'guide/lower/']
    (row,) = (item for item in details.xpath('.//li') if 'guide/one' in item.text_content())
    assert ' '.join(row.text_content().split()) == 'Guide (guide/one): Guide; Writing'


def test_letters_and_jump_bar(small: Built) -> None:
    page = parsed(small.out / 'kw-index.html')
    headings = page.xpath('//section[contains(@class, "kw-group")]/h2')
    letters = [heading.text_content() for heading in headings]
    assert letters == sorted(letters)
    jumps = page.xpath('//p[@class="kw-jump"]/a')
    assert [(jump.text, jump.get('href')) for jump in jumps] == [
        (heading.text_content(), '#' + heading.get('id')) for heading in headings
    ]
    heads = page.xpath('//*[@class="kw-head"]/text()')
    assert heads == sorted(heads, key=lambda head: head.strip('-').casefold())
    names = []
    for term in page.xpath('//div[@class="kw-entry"]/dt'):
        head, qualifier = term.xpath('string(.//*[@class="kw-head"])'), term.xpath('string(.//*[@class="kw-full"])')
        names.append(f'{qualifier.strip("()")}.{head}' if qualifier else head)
    assert len(names) == len(small.keywords)
    assert set(names) == set(small.keywords)
    assert {'logs.Handler.emit', 'logs.get_logger', '--verbose'} <= set(names)


def test_document_page(small: Built) -> None:
    page = small.out / 'kw/doc/start.html'
    tree = parsed(page)
    assert tree.xpath('string(//h1)') == 'Keywords: Getting started'
    facts = [' '.join(dd.text_content().split()) for dd in tree.xpath('//dl[@class="kw-facts"]/dd')]
    assert facts == ['Getting started', 'start.md', 'Top folder', '5 (Keyword index)']
    found = links(page)
    assert found['start.md'] == '../../_sources/start.md.txt'
    assert found['Top folder'] == '../../kw/folder/index.html'
    kinds = tree.xpath('//section[contains(@class, "kw-group-keywords")]/h2/text()')
    assert kinds == ['Functions', 'Attributes', 'Constants', 'Options']
    rows = [' '.join(row.text_content().split()) for row in tree.xpath('//h2[@id="kwindex-kind-attribute"]/..//li')]
    assert rows == ['much_used: Getting started; First steps; Details of it', 'rare_pair: First steps']
    assert '../../kw-index.html#kw-much_used' in tree.xpath('//a/@href')
    assert '../../start.html#first-steps' in tree.xpath('//a/@href')


def test_section_map_has_the_sections_in_order_each_with_its_own_keywords(small: Built) -> None:
    tree = parsed(small.out / 'kw/doc/start.html')
    rows = [
        (row.xpath('string(a)'), row.xpath('./span[@class="kw-names"]//code/text()'))
        for row in tree.xpath('//h2[@id="kwindex-sections"]/..//li')
    ]
    assert [(where, sorted(names)) for where, names in rows] == [
        ('Getting started', ['logs.get_logger', 'much_used']),
        ('First steps', ['START_UP', 'much_used', 'rare_pair']),
        ('Details of it', ['--verbose', 'much_used']),
    ]
    anchors = tree.xpath('//h2[@id="kwindex-sections"]/..//li/a/@href')
    assert anchors == [f'../../start.html#{anchor}' for anchor in ('getting-started', 'first-steps', 'details-of-it')]


def test_related_documents_share_rare_keywords(small: Built) -> None:
    tree = parsed(small.out / 'kw/doc/start.html')
    related = [' '.join(row.text_content().split()) for row in tree.xpath('//h2[@id="kwindex-related"]/..//li')]
    assert related[:2] == ['Logs (its keywords)', 'Guide (guide/one) (its keywords)']


def test_document_without_keywords_has_a_page(small: Built) -> None:
    tree = parsed(small.out / 'kw/doc/orphan.html')
    assert 'No keywords stand in this document.' in tree.text_content()
    assert tree.xpath('string(//h1)') == 'Keywords: orphan'


def test_original_file_in_the_repository(html: Built) -> None:
    assert links(html.out / 'kw/doc/guide/one.html')['guide/one.rst'] == (
        'https://github.com/someone/something/blob/main/docs/guide/one.rst'
    )


def test_folder_pages(small: Built) -> None:
    root = parsed(small.out / 'kw/folder/index.html')
    rows = [' '.join(row.text_content().split()) for row in root.xpath('//section[contains(@class, "kw-group")]//li')]
    assert rows == [
        'Top index – 0 keywords',
        'Getting started start – 5 keywords',
        'orphan orphan – 0 keywords',
        'api/ – 2 documents',
        'guide/ – 3 documents',
    ]
    assert links(small.out / 'kw/folder/index.html')['Keyword index'] == '../../kw-index.html'
    assert not root.xpath('//div[@class="kw-entry"]')
    guide = parsed(small.out / 'kw/folder/guide/index.html')
    names = guide.xpath('//*[contains(@class, "kw-head")]')
    assert [name.text_content() for name in names] == ['emit', 'much_used', 'rare_pair']
    assert 'Lower' in guide.text_content()
    assert 'Getting started' not in guide.xpath('string(//section[@class="kwindex"])')
    found = links(small.out / 'kw/folder/guide/index.html')
    assert found['guide/lower/'] == '../../../kw/folder/guide/lower/index.html'
    assert found['Top folder'] == '../../../kw/folder/index.html'


def test_documents_lead_to_their_keywords_and_back(built: Built) -> None:
    for document in built.documents.values():
        page, _fragment = target(built.out / 'index.html', document['uri']) or (None, '')
        assert page is not None
        here = links(page, '//p[@class="kwindex-link"]')
        keywords, _fragment = target(page, here['Keywords of this page']) or (None, '')
        assert keywords is not None
        back, _fragment = target(keywords, links(keywords)[document['title']]) or (None, '')
        assert back == page


def test_general_index_and_ours_lead_to_each_other(built: Built) -> None:
    general = built.out / ('genindex.html' if built.out.name == 'html' else 'genindex/index.html')
    ours = built.out / ('kw-index.html' if built.out.name == 'html' else 'kw-index/index.html')
    assert target(general, links(general)['Keyword index']) == (ours, '')
    assert target(ours, links(ours)['general index']) == (general, '')


def test_reference_to_the_index(built: Built) -> None:
    page = built.out / 'index.html'
    ours = built.out / ('kw-index.html' if built.out.name == 'html' else 'kw-index/index.html')
    found = links(page)
    assert target(page, found['Keyword index']) == (ours, '')
    assert target(page, found['names']) == (ours, '')


def test_long_index_is_cut_into_pages_of_bounded_size(built: Built) -> None:
    for page in generated(built):
        (body,) = re.findall(r'<section class="kwindex".*</section>', page.read_text(encoding='utf-8'), re.DOTALL)
        assert len(body.encode()) < 200_000, page
    home = built.out / ('kw-index.html' if built.out.name == 'html' else 'kw-index/index.html')
    assert not parsed(home).xpath('//div[@class="kw-entry"]')
    entries: list[str] = []
    found = target(home, next(iter(links(home, '//p[@class="kw-jump"]').values())))
    while found is not None:
        page, _fragment = found
        entries += [e.get('id') for e in parsed(page).xpath('//div[@class="kw-entry"]')]
        following = parsed(page).xpath('(//a[@rel="next" and text()="Next part"]/@href)[1]')
        found = target(page, following[0]) if following else None
    assert len(entries) == len(set(entries)) == len(built.keywords)


def test_long_document_page_goes_on(html: Built) -> None:
    first, second = html.out / 'kw/doc/long.html', html.out / 'kw/doc/long~2.html'
    names = [
        text
        for page in sorted(html.out.glob('kw/doc/long*.html'))
        for text in parsed(page).xpath('//section[contains(@class, "kw-group-keywords")]//li/a[1]/code/text()')
    ]
    assert len(names) == len(set(names)) == 3000
    assert links(first)['Next part'] == '../../kw/doc/long~2.html'
    assert links(second)['Previous part'] == '../../kw/doc/long.html'
    assert '(continued)' in second.read_text(encoding='utf-8')


def test_pages_need_no_script_and_nothing_from_elsewhere(small: Built) -> None:
    for page in generated(small):
        (section,) = parsed(page).xpath('//section[@class="kwindex"]')
        assert not section.xpath('.//script | .//style | .//@style | .//@onclick | .//img | .//iframe')
        assert section.get('data-pagefind-ignore') == 'all'
        assert not [href for href in section.xpath('.//@href') if '//' in href]


def test_pages_are_not_in_the_search_index(small: Built) -> None:
    index = small.text('searchindex.js')
    assert 'kw/doc' not in index
    assert 'kw-index' not in index
    assert 'api/logs' in index


def test_closing_line(small: Built) -> None:
    line = next(line for line in small.output.splitlines() if line.startswith('keyword index:'))
    assert re.fullmatch(r'keyword index: 8 keywords on 13 pages \(16 files changed\); open \S+kw-index\.html', line)
