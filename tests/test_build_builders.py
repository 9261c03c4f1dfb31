"""Every builder: those with pages get them, those without are left alone, and none warns."""

from __future__ import annotations

import json
import re
import zipfile
from pathlib import Path

import pytest

from conftest import MakeProject
from links import dead_links, links, target
from projects import Project

FILES = {
    'index.rst': """
        Top
        ===

        See :ref:`the keywords <kw-index>`. The ``first_name``.

        .. toctree::

           part
        """,
    'part.rst': """
        Part
        ====

        .. py:function:: some.call(x)

           Calls :py:func:`some.call`.

        :sup:`a` A ``second_name``, and a term\\ ``glued_name``.

        one term
           Its definition.
        """,
}
PLAIN = {**FILES, 'index.rst': FILES['index.rst'].replace('See :ref:`the keywords <kw-index>`. ', '')}
CONF = {
    'version': '1',
    'epub_copyright': '2026',
    'html_theme': 'basic',
    'extensions': ['sphinx_kwindex', 'sphinx.ext.doctest'],
}


@pytest.fixture
def project(make_project: MakeProject) -> Project:
    return make_project(PLAIN, **CONF)


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob('*') if path.is_file()}


@pytest.mark.parametrize('builder', ['singlehtml', 'text', 'latex', 'man', 'texinfo', 'xml', 'pseudoxml', 'dummy'])
def test_builders_without_pages_are_left_alone(project: Project, builder: str) -> None:
    """The output is what it is without the extension, and nothing is kept for it."""
    with_it = project.build(builder)
    assert not (project.doctrees / 'kwindex').exists()
    assert 'keyword index' not in with_it.output
    found = files(with_it.out)
    without = project.clean_build(builder, '-D', 'kwindex_enabled=0')
    expected = files(without.out)
    for side, root in ((found, project.root), (expected, without.out.parent)):
        side.pop('.buildinfo', None)  # holds a digest of the options
        for name, data in side.items():
            side[name] = re.sub(rb'(?m)^Last.*|20\d\d-\d\d-\d\d \d\d:\d\d', b'', data.replace(bytes(root), b''))
    assert found == expected


@pytest.mark.parametrize('builder', ['gettext', 'linkcheck', 'doctest'])
def test_builders_that_print_nothing_cost_nothing(project: Project, builder: str) -> None:
    built = project.build(builder)
    assert not (project.doctrees / 'kwindex').exists()
    assert 'keyword index' not in built.output
    assert not any('kw' in name for name in files(built.out))


@pytest.mark.parametrize('builder', ['htmlhelp', 'devhelp', 'qthelp', 'pickle'])
def test_html_like_builders_get_pages(project: Project, builder: str) -> None:
    built = project.build(builder)
    assert 'some.call' in built.keywords
    name = 'kw-index.fpickle' if builder == 'pickle' else 'kw-index.html'
    assert list(built.out.rglob(name))


def test_json(project: Project) -> None:
    built = project.build('json')
    page = json.loads(built.text('kw-index.fjson'))
    assert page['title'] == 'Keyword index'
    assert 'id="kw-second_name"' in page['body']
    part = json.loads(built.text('part.fjson'))
    assert 'class="kwindex-link"' in part['body']
    assert built.documents['part']['uri'] == 'part/'
    again = project.build('json')
    assert again.ours() == built.ours()
    assert '(0 files changed)' in again.output


def test_epub_has_its_export_beside_the_book_and_no_pages(project: Project) -> None:
    built = project.build('epub')
    with zipfile.ZipFile(next(built.out.glob('*.epub'))) as book:
        names = book.namelist()
        part = book.read('part.xhtml').decode()
        assert 'kwindex' not in book.read('content.opf').decode()
    assert not any('kw' in name for name in names)
    assert 'kwindex' not in part
    assert built.documents['part']['uri'] == 'part.xhtml'
    (place,) = (x for x in built.keywords['some.call']['locators'] if x['main'])
    assert place['uri'] == 'part.xhtml#some.call'
    assert 'id="some.call"' in part
    again = project.build('epub')
    assert again.ours() == built.ours()


def test_epub_without_export_keeps_nothing(make_project: MakeProject) -> None:
    project = make_project(PLAIN, **{**CONF, 'kwindex_export': False})
    built = project.build('epub')
    assert built.ours() == {}


def test_kwindex_builder_has_the_addresses_of_html(project: Project) -> None:
    built = project.build('kwindex')
    assert sorted(files(built.out)) == ['documents.jsonl', 'keywords.jsonl', 'manifest.json']
    assert re.search(r'(?m)^keyword index: 4 keywords in 2 documents, exported to \S+kwindex$', built.output)
    html = project.build('html')
    assert built.lines('keywords.jsonl') == html.lines('keywords.jsonl')
    for keyword in built.keywords.values():
        for locator in keyword['locators']:
            path, _fragment = target(html.out / 'index.html', locator['uri']) or (None, '')
            assert path is not None
            assert path.is_file()


def test_kwindex_builder_takes_only_html(make_project: MakeProject) -> None:
    text = 'Top\n===\n\n.. only:: html\n\n   In ``html_name``.\n\n.. only:: not html\n\n   In ``other_name``.\n'
    built = make_project({'index.rst': text}).build('kwindex')
    assert sorted(built.keywords) == ['html_name']


def test_export_is_the_contract(project: Project) -> None:
    built = project.build('kwindex')
    raw = {name: (built.out / name).read_bytes() for name in ('keywords.jsonl', 'documents.jsonl', 'manifest.json')}
    for data in raw.values():
        assert data.endswith(b'\n')
        assert b'\r' not in data
    for name in ('keywords.jsonl', 'documents.jsonl'):
        lines = raw[name].decode().splitlines()
        assert lines == sorted(lines)
        assert all(json.dumps(json.loads(line), sort_keys=True, ensure_ascii=False) == line for line in lines)
    assert built.keywords['some.call'] == {
        'count': 2,
        'defined': True,
        'kind': 'function',
        'locators': [
            {
                'anchor': 'some.call',
                'context': 'some.call(x)',
                'count': 2,
                'doc': 'part',
                'main': True,
                'path': ['Part', 'some.call'],
                'roles': ['definition', 'reference'],
                'uri': 'part.html#some.call',
            }
        ],
        'name': 'some.call',
        'see_also': [],
        'variants': [],
    }
    assert built.documents['part'] == {
        'doc': 'part',
        'folder': '',
        'keywords': ['some.call', 'glued_name', 'second_name'],
        'source': 'part.rst',
        'title': 'Part',
        'uri': 'part.html',
    }
    manifest = json.loads(raw['manifest.json'])
    assert re.fullmatch(r'sphinx-kwindex \d+\.\d+(\.\w+)*', manifest.pop('generator'))
    assert manifest == {
        'format': 1,
        'project': 'Test',
        'release': '1.0',
        'language': 'en',
        'counts': {'documents': 2, 'keywords': 4, 'locators': 4, 'occurrences': 5},
    }


def test_reference_to_the_index_is_text_where_there_is_none(make_project: MakeProject) -> None:
    project = make_project(FILES, **CONF)
    assert '<a class="reference internal" href="kw-index.html"' in project.build('html').text('index.html')
    assert 'See the keywords.' in project.build('text').text('index.txt')
    assert 'the keywords' in project.build('latex').text('test.tex')
    without = project.build('html', '-D', 'kwindex_pages=documents')
    assert 'kw-index' not in without.text('index.html')
    assert 'the keywords' in without.text('index.html')


def test_terms_do_not_run_into_their_definitions(project: Project) -> None:
    """The text of a page can be searched for what we lead to."""
    page = project.build('html').text('part.html')
    assert re.search(r'<dt>one term\s+</dt>', page)


def test_unknown_themes_settings_are_no_matter(make_project: MakeProject) -> None:
    project = make_project(PLAIN, **{**CONF, 'html_theme': 'classic', 'html_copy_source': False})
    built = project.build()
    page = built.text('kw/doc/part.html')
    assert '<code>part.rst</code>' in page
    assert '_sources' not in page


def test_kwindex_builder_switched_off(project: Project) -> None:
    built = project.build('kwindex', '-D', 'kwindex_enabled=0')
    assert files(built.out) == {}


@pytest.mark.parametrize(('builder', 'suffix'), [('html', ''), ('html', '.htm'), ('dirhtml', None)])
def test_closing_line_names_a_file(make_project: MakeProject, builder: str, suffix: str | None) -> None:
    project = make_project(PLAIN, **CONF, html_link_suffix=suffix)
    built = project.build(builder)
    (opened,) = re.findall(r'(?m)^keyword index: .*; open (.*)$', built.output)
    assert Path(opened).is_file()
    assert Path(opened).resolve().is_relative_to(built.out)


def test_domain_that_asks_the_builder_for_more(make_project: MakeProject) -> None:
    """What a domain may ask of a builder while it resolves, it may ask when the index is made."""
    extension = """
        from docutils import nodes
        from sphinx.domains import Domain
        from sphinx.roles import XRefRole

        class Own(Domain):
            name = 'own'
            roles = {'thing': XRefRole()}

            def resolve_xref(self, env, fromdocname, builder, typ, target, node, contnode):
                assert builder.config.project and builder.env is env and builder.outdir and builder.srcdir
                return nodes.reference('', '', contnode, refuri=builder.get_relative_uri(fromdocname, 'index') + '#top')

            def get_objects(self):
                yield 'full.thing', 'thing', 'thing', 'index', 'top', 1

        def setup(app):
            app.add_domain(Own)
            return {'parallel_read_safe': True, 'parallel_write_safe': True}
        """
    text = 'Top\n===\n\nTo :own:thing:`some.thing`.\n'
    project = make_project({'index.rst': text, 'own_domain.py': extension}, extensions=['sphinx_kwindex', 'own_domain'])
    conf = (project.source / 'conf.py').read_text(encoding='utf-8')
    project.write(
        {'conf.py': f'import sys\nsys.path.insert(0, {str(project.source)!r})\nsys.dont_write_bytecode = True\n{conf}'}
    )
    built = project.build()
    # The object that the domain leads to, and not the name as written.
    assert list(built.keywords) == ['full.thing']
    assert built.places('full.thing') == [('index', 'top')]


def test_code_in_a_language_of_the_project(make_project: MakeProject) -> None:
    text = 'Top\n===\n\n.. code-block:: ourlang\n\n   import ours\n   call_it(x)  # a comment_name\n'
    project = make_project({'index.rst': text})
    with (project.source / 'conf.py').open('a', encoding='utf-8') as file:
        file.write(
            "from pygments.lexers import PythonLexer\ndef setup(app):\n    app.add_lexer('ourlang', PythonLexer)\n"
        )
    assert sorted(project.build().keywords) == ['call_it', 'ours']


def test_original_file_with_two_dots(make_project: MakeProject) -> None:
    project = make_project({'index.rst.txt': FILES['part.rst']}, source_suffix={'.rst.txt': 'restructuredtext'})
    built = project.build()
    assert dead_links(built.out / 'kw/doc/index.html') == []
    assert 'index.rst.txt' in links(built.out / 'kw/doc/index.html')


def test_lexer_of_the_project_that_is_not_whole(make_project: MakeProject) -> None:
    """A lexer that has only what Sphinx's highlighter needs is no reason to stop; its block is read as text."""
    text = 'Top\n===\n\n.. code-block:: mine\n\n   own_name of ours\n'
    project = make_project({'index.rst': text})
    lexer = """
from pygments.lexer import Lexer
from pygments.token import Text

class Mine(Lexer):
    name = 'Mine'

    def get_tokens(self, text, unfiltered=False):
        yield Text, text

def setup(app):
    app.add_lexer('mine', Mine)
"""
    with (project.source / 'conf.py').open('a', encoding='utf-8') as file:
        file.write(lexer)
    assert list(project.build().keywords) == ['own_name']
