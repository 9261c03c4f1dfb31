"""Light pages: what stands in the place of a theme's navigation, and that nothing else changes."""

from __future__ import annotations

from typing import Any

import pytest
from lxml import etree

import living
from conftest import MakeProject
from links import dead_links, parsed, target
from projects import Built, Project
from sphinx_kwindex.output.light import NAVIGATIONS, lighten
from sphinx_kwindex.output.rendering import Renderer

THEMES = (
    *('alabaster', 'furo', 'pydata_sphinx_theme', 'sphinx_book_theme', 'sphinx_rtd_theme'),
    *('shibuya', 'sphinxawesome_theme'),
)
"""Some print the table of contents as it is, some take it apart by a parser; PyData prints links in a bar of its own."""


def context() -> dict[str, Any]:
    """As much of the context of a page as counts here."""
    return {
        'pathto': lambda page: f'../{page}.html',
        'root_doc': 'start',
        'shorttitle': 'Parts & <pieces>',
        **{navigation.name: lambda *_given, **_named: 'everything' for navigation in NAVIGATIONS},
    }


def lightened(index: str | None, *, late: bool = False) -> dict[str, Any]:
    found = context()
    lighten(found, Renderer([]), index, 'Names & more', late=late)
    return found


def read(markup: str) -> list[tuple[str | None, str | None]]:
    """Addresses and texts of links in well-formed markup; one theme reads it as XML."""
    return [(link.get('href'), link.text) for link in etree.fromstring(f'<nav>{markup}</nav>').iter('a')]


def test_links_in_place_of_the_table_of_contents() -> None:
    found = lightened('kw-index')['toctree'](maxdepth=3, collapse=True)
    assert read(found) == [('../start.html', 'Parts & <pieces>'), ('../kw-index.html', 'Names & more')]
    assert found.startswith('<ul>')
    assert found.count('<li class="toctree-l1">') == 2
    assert type(found) is str, 'markup that a theme puts around it must stay markup'


def test_links_in_place_of_a_bar() -> None:
    found = lightened('kw-index', late=True)['generate_header_nav_html'](n_links_before_dropdown=5)
    assert read(found) == [('../start.html', 'Parts & <pieces>'), ('../kw-index.html', 'Names & more')]
    assert found.startswith('<li class="nav-item">')


def test_start_alone_where_no_index_is_written() -> None:
    assert read(lightened(None)['toctree']()) == [('../start.html', 'Parts & <pieces>')]


def test_each_in_its_time() -> None:
    early, late = lightened(None), lightened(None, late=True)
    assert early['generate_header_nav_html']() == 'everything'
    assert late['toctree']() == 'everything'


def test_builder_or_theme_without_any() -> None:
    found: dict[str, Any] = {'toctree': None, 'generate_header_nav_html': 'text'}
    for late in (False, True):
        lighten(found, Renderer([]), 'kw-index', 'Names', late=late)
    assert found == {'toctree': None, 'generate_header_nav_html': 'text'}


def around(built: Built, name: str) -> dict[str, set[str]]:
    """The files that links around the markup of one of our pages lead to, with the texts of the links."""
    page = built.out / name
    found: dict[str, set[str]] = {}
    for link in parsed(page).xpath('//a[@href][not(ancestor::section[@class="kwindex"])]'):
        where = target(page, link.get('href'))
        if where is not None:
            file = where[0].relative_to(built.out.resolve()).as_posix()
            found.setdefault(file, set()).add(' '.join(link.text_content().split()))
    return found


@pytest.fixture(params=THEMES)
def themed(request: pytest.FixtureRequest, make_project: MakeProject) -> Project:
    return make_project(living.FILES, **{**living.CONF, 'html_theme': request.param})


def test_pages_without_the_table_of_contents(themed: Project) -> None:
    full = themed.build()
    light = themed.clean_build('html', '-D', 'kwindex_light_pages=1')
    pages = [name for name in light.ours() if name.endswith('.html')]
    assert pages == [name for name in full.ours() if name.endswith('.html')]
    others = {f'{docname}.html' for docname in living.ALL} - {'index.html'}
    for name in pages:
        assert around(full, name).keys() & others
        found = around(light, name)
        assert not found.keys() & others
        assert 'Test 1.0 documentation' in found['index.html']
        assert 'Keyword index' in found['kw-index.html']
        assert 'search.html"' in light.text(name)
        assert dead_links(light.out / name) == []
        assert _markup(light, name) == _markup(full, name)
        assert len(light.text(name)) < len(full.text(name))


def _markup(built: Built, name: str) -> bytes:
    (section,) = parsed(built.out / name).xpath('//section[@class="kwindex"]')
    return etree.tostring(section)


def test_pages_in_folders_of_their_own(make_project: MakeProject) -> None:
    project = make_project(living.FILES, **{**living.CONF, 'html_theme': 'alabaster', 'kwindex_light_pages': True})
    built = project.build('dirhtml')
    for name in ('kw-index/index.html', 'kw/doc/api/core/index.html', 'kw/folder/api/index.html'):
        assert set(around(built, name)) >= {'index.html', 'kw-index/index.html'}
        assert 'api/core/index.html' not in around(built, name)
        assert dead_links(built.out / name) == []


def test_other_pages_keep_their_navigation(make_project: MakeProject) -> None:
    files = {**living.FILES, 'kw/doc/own.rst': 'Own\n===\n\nAn ``own_name``.\n'}
    project = make_project(files, **{**living.CONF, 'html_theme': 'alabaster', 'kwindex_light_pages': True})
    project.edit('index.rst', '   lone/page', '   lone/page\n   kw/doc/own')
    built = project.build()
    for name in ('kw/doc/own.html', 'api/core.html', 'genindex.html', 'search.html'):
        assert 'notes.html' in around(built, name)
    assert 'notes.html' not in around(built, 'kw/doc/lone/page.html')
