"""Text from documents is data: odd names, titles and file names come out right, escaped, and with living links."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote

import pytest

from conftest import MakeProject
from links import dead_links, parsed
from projects import Built, assert_like_clean

SCRIPT = '<script>alert(1)</script>'
FILES = {
    'index.rst': """
        Top & <b>bottom</b> "quoted"
        ============================

        .. toctree::
           :glob:

           [!u]*
           folder/**
        """,
    'script.rst': f"""
        A {SCRIPT} title
        =================================

        Inline ``{SCRIPT}``, ``a<b>::c``, ``"double"``, ``'single'``, ``x&y``, ``back\\slash``.

        .. py:function:: evil(a='<script>x</script>')

           Evil, also :py:func:`evil`.

        .. index:: <i>an entry

        The <i>an entry stands here.

        ``</section><script>`` & more
        -----------------------------

        In here ``in_script``.
        """,
    'case.rst': """
        Case
        ====

        The ``Name_One`` and the ``name_one`` and the ``NAME_ONE`` differ.
        """,
    'latin.rst': """
        Ключ и Übung
        ============

        ``имя_файла``, ``naïve_name``, ``変数名``, ``ĝusta``; call ``größe()``.

        変数の節
        --------

        Here ``inside_名前``.

        ::

            переменная.метод()
        """,
    'untitled.rst': ':orphan:\n\nOnly a paragraph with ``untitled_name``.\n',
    'same1.rst': 'Same title\n==========\n\nA ``same_name``.\n',
    'same2.rst': 'Same title\n==========\n\nA ``same_name``.\n\n' + 'Part\n----\n\n``twice_named``\n\n' * 1,
    'twice.rst': 'Twice\n=====\n\nPart\n----\n\n``first_name``\n\n' + 'Part\n----\n\n``second_name``\n',
    'folder/index.rst': 'Folder itself\n=============\n\nA ``folder_name``.\n',
    'folder/a b (c)/d & e.rst': 'Odd\n===\n\nAn ``odd_name``.\n',
    "folder/it's 100%.rst": 'Percent\n=======\n\nA ``percent_name``.\n',
    'folder/ärger/ö.md': '# Ärger\n\nEin `ärger_name`.\n',
    'folder/<b>.rst': 'Bold\n====\n\nA ``bold_name``.\n',
    'folder/x.y.rst': 'Dots\n====\n\nA ``dotted.name_of``.\n',
    f'folder/{"l" * 230} ng.rst': 'Long\n====\n\nA ``long_name``.\n',
    'clash.rst': ':orphan:\n\nClash\n=====\n\nThe ``letter-a`` and ``sections``, ``kind-name``.\n',
    'lost.rst': ':orphan:\n\nLost\n====\n\nA ``lost_name``.\n',
    'terms.rst': """
        Terms
        =====

        .. glossary::

           lazy & <eager>
              One ``glossed_name``.

           Path/with/slashes
              Two.

        .. option:: -x <file>

           Three.

        .. rst:directive:: my-directive

           Four.

        .. envvar:: MY VAR

           Five.
        """,
}


@pytest.fixture(scope='module', params=['html', 'dirhtml'])
def built(request: pytest.FixtureRequest, module_project: MakeProject) -> Built:
    project = module_project(
        FILES,
        extensions=['sphinx_kwindex', 'myst_parser'],
        html_title=f'Title {SCRIPT}',
        kwindex_title=f'All {SCRIPT}',
        html_theme='basic',
    )
    return project.build(request.param)


def pages(built: Built) -> list[Path]:
    return [built.out / name for name in built.ours() if name.endswith('.html')]


def page_of(built: Built, name: str) -> Path:
    return built.out / (f'{name}.html' if built.out.name == 'html' else f'{name}/index.html')


def test_every_link_is_alive(built: Built) -> None:
    assert len(pages(built)) > 20
    assert {page.name: dead_links(page) for page in pages(built) if dead_links(page)} == {}


def test_markup_in_text_stays_text(built: Built) -> None:
    for page in pages(built):
        text = page.read_text(encoding='utf-8')
        assert 'alert(1)</script>' not in text, page
        (section,) = parsed(page).xpath('//section[@class="kwindex"]')
        assert not section.xpath('.//script | .//b | .//i'), page
    index = page_of(built, 'kw-index').read_text(encoding='utf-8')
    assert '&lt;script&gt;alert(1)&lt;/script&gt;' in index
    assert parsed(page_of(built, 'kw-index')).xpath('string(//h1)') == f'All {SCRIPT}'
    assert parsed(page_of(built, 'kw/doc/script')).xpath('string(//h1)') == f'Keywords: A {SCRIPT} title'


def test_odd_names_are_kept_as_they_are(built: Built) -> None:
    names = set(built.keywords)
    assert {'Name_One', 'name_one', 'NAME_ONE'} <= names
    assert {'имя_файла', 'naïve_name', '変数名', 'ĝusta', 'größe', 'inside_名前'} <= names
    assert {'lazy & <eager>', 'Path/with/slashes', '-x', 'my-directive', '<i>an entry'} <= names


def test_every_entry_has_an_id_of_its_own(built: Built) -> None:
    found = parsed(page_of(built, 'kw-index')).xpath('//div[@class="kw-entry"]/@id')
    assert len(found) == len(set(found)) == len(built.keywords)
    assert sorted(unquote(name.removeprefix('kw-').replace('=', '%')) for name in found) == sorted(built.keywords)


def test_no_id_stands_twice(built: Built) -> None:
    for page in pages(built):
        found = parsed(page).xpath('//@id')
        assert len(found) == len(set(found)), page


def test_ideographs_share_a_heading(built: Built) -> None:
    headings = parsed(page_of(built, 'kw-index')).xpath('//section[contains(@class, "kw-group")]/h2/text()')
    assert headings[-1] == '字'
    assert len(headings) == len(set(headings))


def test_names_of_every_document_are_on_its_page(built: Built) -> None:
    for docname, document in built.documents.items():
        holders = [page for page in pages(built) if document['keywords'] and _is_page_of(page, document)]
        assert len(holders) == (1 if document['keywords'] else 0), docname
        for page in holders:
            listed = parsed(page).xpath('//section[contains(@class, "kw-group-keywords")]//li/a[1]/code/text()')
            assert sorted(listed) == sorted(document['keywords'])


def _is_page_of(page: Path, document: dict[str, object]) -> bool:
    return document['source'] in parsed(page).xpath('//dl[@class="kw-facts"]//code/text()')


def test_generated_names_are_plain_and_unique_without_case(built: Built) -> None:
    names = [name for name in built.ours() if name.endswith('.html')]
    assert all(name.isascii() and not set(name) & set(' <>&"\'%()') for name in names)
    assert len({name.casefold() for name in names}) == len(names)


def test_document_without_a_title_goes_by_its_name(built: Built) -> None:
    assert built.documents['untitled']['title'] == 'untitled'
    (place,) = built.keywords['untitled_name']['locators']
    assert (place['anchor'], place['path']) == ('', ['untitled'])


def test_equal_titles_are_told_apart(built: Built) -> None:
    (entry,) = parsed(page_of(built, 'kw-index')).xpath('//*[@id="kw-same_name"]')
    assert [link.text for link in entry.xpath('.//a')] == ['Same title (same1)', 'Same title (same2)']


def test_equal_section_titles_have_their_own_anchors(built: Built) -> None:
    first, second = built.places('first_name'), built.places('second_name')
    assert first[0][0] == second[0][0] == 'twice'
    assert first != second


def test_orphans_and_folders_named_like_documents(built: Built) -> None:
    assert built.places('lost_name') == [('lost', 'lost')]
    assert built.places('folder_name') == [('folder/index', 'folder-itself')]
    assert built.documents['folder/index']['folder'] == 'folder'
    # With dirhtml a page named ".../index" is the folder's own.
    folder = parsed(built.out / 'kw/folder/folder/index.html')
    rows = folder.xpath('//h2[@id="kwindex-documents"]/..//li')
    assert sorted(row.xpath('string(a)') for row in rows) == ['Bold', 'Dots', 'Folder itself', 'Long', 'Percent']


def test_section_titles_with_markup_in_locators(built: Built) -> None:
    (place,) = built.keywords['in_script']['locators']
    assert place['path'] == [f'A {SCRIPT} title', '</section><script> & more']


def test_lone_surrogates_that_a_directive_leaves(make_project: MakeProject) -> None:
    """Sphinx writes such a document; what no file can hold is U+FFFD in the index."""
    text = """
        Top
        ===

        An ``odd_@_name`` and more @ text.

        Part @ of it
        ------------

        The zlo@g, ``load_all`` and :py:func:`core@.fetch`.

        .. code-block:: none

           $ run --with@out this_@one
        """
    project = make_project({'index.rst': text})
    project.edit(
        'conf.py',
        'project =',
        'def setup(app):\n'
        "    app.connect('source-read', lambda app, name, source: source.append(source.pop().replace('@', chr(0xd800))))\n"
        'project =',
    )
    built = project.build()
    assert 'An odd_\ufffd_name and more \ufffd text.' in {
        locator['context'] for keyword in built.keywords.values() for locator in keyword['locators']
    }
    assert 'core\ufffd.fetch' in built.keywords
    assert built.keywords['load_all']['locators'][0]['path'] == ['Top', 'Part \ufffd of it']
    assert 'Part \ufffd of it' in built.text('kw/doc/index.html')
    assert [dead_links(page) for page in pages(built)] == [[]] * 3
    assert_like_clean(project, project.build())
    project.edit('index.rst', 'Top', 'T@p')  # Sphinx can not write it into an inventory
    assert project.build('kwindex').documents['index']['title'] == 'T\ufffdp'
