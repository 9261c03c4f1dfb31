"""Every option changes the output, and no more is done for it than its rebuild says; bad values are one warning each."""

from __future__ import annotations

from typing import Any

import pytest

import living
from conftest import MakeProject
from projects import Built, Project, assert_like_clean
from sphinx_kwindex.config import OPTIONS


@pytest.fixture
def project(make_project: MakeProject) -> Project:
    """The living documentation, built once."""
    project = make_project(living.FILES, **living.CONF)
    assert project.build().resolved == living.ALL
    return project


def reconfigured(project: Project, **values: Any) -> Built:
    """Build again with other options, and compare with a clean build."""
    project.configure(**living.CONF, **values)
    built = project.build()
    assert built.read == [], 'no option makes Sphinx read documents again'
    assert_like_clean(project, built)
    return built


def test_every_option_is_tried_here() -> None:
    tried = {name.removeprefix('test_kwindex_') for name in globals() if name.startswith('test_kwindex_')}
    elsewhere = {'enabled', 'pace_gc', 'share_sidebars'}
    assert tried | elsewhere == {option.name.removeprefix('kwindex_') for option in OPTIONS}


def test_kwindex_pages(project: Project) -> None:
    built = reconfigured(project, kwindex_pages=['documents'])
    assert built.has('kw/doc/api/core.html')
    assert not built.has('kw-index.html')
    assert not built.has('kw/folder')
    assert 'kw-index' not in built.text('api/core.html')
    assert 'kw/folder' not in built.text('kw/doc/api/core.html')
    built = reconfigured(project, kwindex_pages=['index'])
    assert built.has('kw-index.html')
    assert not built.has('kw')
    assert 'kw/doc' not in built.text('api/core.html')
    built = reconfigured(project, kwindex_pages=[])
    assert not built.has('kw-index.html')
    assert not built.has('kw')
    assert 'kwindex-link' not in built.text('api/core.html')
    assert built.keywords


def test_kwindex_roles(project: Project) -> None:
    built = reconfigured(project, kwindex_roles=['definition', 'reference'])
    assert built.resolved == []
    assert sorted(built.keywords) == ['core', 'core.Loader', 'core.Loader.load_all', 'core.fetch', 'fetch']
    assert built.places('core.fetch') == [('api/core', 'core.fetch'), ('guide/index', 'guide')]


def test_kwindex_include(project: Project) -> None:
    # Rows hold what was searched for, so they are made anew; nothing is read again.
    built = reconfigured(project, kwindex_include=['where to start', '^everything$', 'Deta', '^lone_name$'])
    assert built.resolved == living.ALL
    assert built.keywords['lone_name']['count'] == 1
    assert 'Deta' not in built.keywords
    assert built.places('where to start') == [('index', 'handbook')]
    assert built.places('everything') == [('api/core', 'core.Loader.load_all')]


def test_wanted_word_that_begins_a_sentence(project: Project) -> None:
    built = reconfigured(project, kwindex_include=['^Everywhere$'])
    assert built.places('Everywhere') == [('notes', 'notes')]


def test_kwindex_terms(project: Project) -> None:
    # As for kwindex_include: rows are made anew, nothing is read again.
    built = reconfigured(project, kwindex_terms=['installing thing', 'EVERYWHERE', 'lone_name', 'nothing'])
    assert built.resolved == living.ALL
    # Which of the two ids of a section comes first differs between the versions of docutils.
    assert [docname for docname, _anchor in built.places('installing thing')] == ['guide/setup']
    assert built.keywords['installing thing']['variants'] == ['Installing things']
    assert built.keywords['installing thing']['kind'] == 'term'
    assert built.keywords['EVERYWHERE']['variants'] == ['Everywhere']
    assert built.keywords['lone_name']['count'] == 1
    assert 'nothing' not in built.keywords
    assert reconfigured(project).keywords.keys().isdisjoint({'installing thing', 'EVERYWHERE'})


def test_kwindex_spellings(project: Project) -> None:
    spellings = {'plain_note': 'PlainNote', 'core': 'kernel', 'CORE_HOME': 'plain_note', 'Loader': 'Charger'}
    built = reconfigured(project, kwindex_spellings=spellings)
    assert built.resolved == []
    assert built.places('PlainNote') == [('notes', 'notes')]
    assert built.keywords['PlainNote']['variants'] == ['plain_note']
    # One step only.
    assert built.keywords['plain_note']['variants'] == ['CORE_HOME']
    # What the documents define keeps its name, and what refers to it goes there.
    assert {'core.Loader', 'core.Loader.load_all', 'core.fetch'} <= built.keywords.keys()
    assert not [name for name in built.keywords if name.startswith('kernel.')]
    assert ('api/more', 'details') in built.places('core.Loader')
    # The shorter name, which none defines, is another.
    assert ('index', 'handbook') in built.places('Charger')
    assert ('index', 'handbook') not in built.places('core.Loader')


def test_kwindex_changelogs(project: Project) -> None:
    project.edit('index.rst', 'is where to start', 'and ``lone_name`` and :py:func:`core.fetch`')
    assert project.build().places('lone_name') == [('index', 'handbook'), ('lone/page', 'lone-page')]
    built = reconfigured(project, kwindex_changelogs=['ind*'])
    assert built.resolved == []
    assert built.places('lone_name') == [('lone/page', 'lone-page'), ('index', 'handbook')]
    assert built.places('core.fetch')[:2] == [('api/core', 'core.fetch'), ('index', 'handbook')]
    built = reconfigured(project, kwindex_changelogs=['**'])
    assert built.resolved == []
    assert built.places('lone_name') == [('index', 'handbook'), ('lone/page', 'lone-page')]


def test_kwindex_exclude(project: Project) -> None:
    built = reconfigured(project, kwindex_exclude=['(?i)^core', '_name$'])
    assert built.resolved == []
    assert sorted(built.keywords) == ['FetchError', 'deep_value', 'fetch', 'get_url', 'pip', 'plain_note']
    assert 'lone_name' not in built.text('kw/doc/lone/page.html')


def test_kwindex_exclude_documents(project: Project) -> None:
    built = reconfigured(project, kwindex_exclude_documents=['api/*'])
    assert 'core.Loader.load_all' not in built.keywords
    assert not built.has('kw/doc/api/core.html')
    assert not built.has('kw/folder/api')
    assert 'Keywords of this page' not in built.text('api/core.html')
    assert 'Keywords of this page' in built.text('notes.html')
    assert built.places('core.fetch') == [('guide/index', 'guide')]
    back = reconfigured(project)
    assert set(back.resolved) >= {'api/core', 'api/more'}


def test_kwindex_min_mentions(project: Project) -> None:
    built = reconfigured(project, kwindex_min_mentions=2)
    assert built.resolved == []
    assert sorted(built.keywords) == ['core', 'core.Loader', 'core.Loader.load_all', 'core.fetch']


def test_kwindex_folder(project: Project) -> None:
    project.configure(**living.CONF, kwindex_folder='words')
    built = project.build()
    assert built.read == []
    assert not built.has('kw-index.html')
    assert not built.has('kw')
    assert built.has('words-index.html')
    assert built.has('words/folder/index.html')
    assert 'href="../words/doc/api/core.html"' in built.text('api/core.html')
    clean = project.clean_build()
    for name in ('words-index.html', 'words/doc/api/core.html', '.kwindex.json', 'api/core.html'):
        assert built.text(name) == clean.text(name)


def test_kwindex_title(project: Project) -> None:
    built = reconfigured(project, kwindex_title='Names & <places>')
    assert 'Names &amp; &lt;places&gt;</h1>' in built.text('kw-index.html')
    assert 'title="Names &amp; &lt;places&gt;"' in built.text('api/core.html')
    for name in ('api/core.html', 'genindex.html', 'kw/doc/api/core.html'):
        assert 'Names &amp; &lt;places&gt;' in built.text(name)
        assert '<places>' not in built.text(name)


def test_kwindex_source_url(project: Project) -> None:
    built = reconfigured(project, kwindex_source_url='https://example.org/{path}?plain={docname}')
    assert built.resolved == []
    assert 'href="https://example.org/guide/setup.md?plain=guide/setup"' in built.text('kw/doc/guide/setup.html')


def test_kwindex_page_links(project: Project) -> None:
    built = reconfigured(project, kwindex_page_links=False)
    assert 'kwindex-link' not in built.text('api/core.html')
    assert built.has('kw/doc/api/core.html')


def test_kwindex_export(project: Project) -> None:
    built = reconfigured(project, kwindex_export=False)
    assert built.resolved == []
    assert not built.has('_static/kwindex/export')
    assert built.has('kw-index.html')


def test_kwindex_light_pages(make_project: MakeProject) -> None:
    conf = {**living.CONF, 'html_theme': 'alabaster'}
    project = make_project(living.FILES, **conf)
    assert 'lone/page.html' in project.build().text('kw/doc/notes.html')
    project.configure(**conf, kwindex_light_pages=True)
    built = project.build()
    assert built.read == built.resolved == []
    assert 'lone/page.html' not in built.text('kw/doc/notes.html')
    assert 'lone/page.html' in built.text('notes.html')
    assert_like_clean(project, built)


def test_language_changes_labels(project: Project) -> None:
    project.configure(**living.CONF, language='de')
    built = project.build()
    assert_like_clean(project, built)
    assert 'Stichwort' in built.text('kw-index.html')
    assert 'Keyword' not in built.text('kw/doc/api/core.html')


@pytest.mark.parametrize(
    ('option', 'value', 'reason', 'instead'),
    [
        ('kwindex_enabled', 'yes', 'it is of type str, not bool', True),
        ('kwindex_pages', ['index', 'letters'], "'letters' is not one of index, documents, folders", ['index']),
        ('kwindex_pages', 'index', 'it is of type str, not list or tuple', ['index', 'documents', 'folders']),
        (
            'kwindex_roles',
            ['code', 'poetry'],
            "'poetry' is not one of definition, heading, entry, reference, code, literal, prose",
            ['code'],
        ),
        (
            'kwindex_exclude',
            ['(', 'ok'],
            "'(' is no regular expression (missing ), unterminated subpattern at position 0)",
            ['ok'],
        ),
        ('kwindex_include', [3], '3 is no regular expression (first argument must be string or compiled pattern)', []),
        ('kwindex_exclude_documents', [7, 'x/*'], '7 is no string', ['x/*']),
        (
            'kwindex_exclude_documents',
            ['[z-a]*', 'x/*'],
            "'[z-a]*' is no glob pattern (bad character range z-a at position 1)",
            ['x/*'],
        ),
        ('kwindex_terms', ['ok', ''], "'' is no text with a letter or digit in it", ['ok']),
        (
            'kwindex_spellings',
            {'a': 'b', 'c': 1},
            "'c': 1 is no pair of texts with a letter or digit in each",
            {'a': 'b'},
        ),
        ('kwindex_changelogs', [7, 'x/*'], '7 is no string', ['x/*']),
        ('kwindex_min_mentions', 0, 'it is less than 1', 1),
        ('kwindex_min_mentions', True, 'it is of type bool, not int', 1),
        (
            'kwindex_folder',
            '../out',
            'a folder is one word of lower-case ASCII letters, digits, "-" and "_"',
            'kw',
        ),
        (
            'kwindex_source_url',
            'https://x/{file}',
            "{path} and {docname} are the only fields (KeyError: 'file')",
            '',
        ),
        ('kwindex_title', None, 'it is of type NoneType, not str', ''),
    ],
)
def test_bad_value_is_one_warning(
    make_project: MakeProject, option: str, value: Any, reason: str, instead: Any
) -> None:
    project = make_project({'index.rst': 'Top\n===\n\nA ``any_name``.\n'}, **{option: value})
    warning = (
        f'WARNING: invalid value {value!r} for option {option}: {reason}; using {instead!r} instead [kwindex.config]'
    )
    built = project.build(warnings=[warning])
    assert built.has('kw-index.html')
    proper = project.clean_build('html', '-D', 'suppress_warnings=kwindex.config')
    assert built.ours() == proper.ours()


def test_bad_values_on_the_command_line(make_project: MakeProject) -> None:
    project = make_project({'index.rst': 'Top\n===\n\nA ``any_name``.\n'})
    built = project.build('html', '-D', 'kwindex_exclude=any,other')
    assert list(built.keywords) == []
    built = project.build('html', '-D', 'kwindex_spellings.any_name=other', '-D', 'kwindex_terms=top,foo')
    assert list(built.keywords) == ['other', 'top']
    built = project.build('html', '-D', 'kwindex_min_mentions=2')
    assert list(built.keywords) == []
