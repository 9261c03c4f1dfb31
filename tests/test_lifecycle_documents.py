"""Documents come, change and go: after every edit our markup and the export are those of a clean build."""

from __future__ import annotations

import os

import pytest

import living
from conftest import MakeProject
from projects import Built, Project, assert_like_clean


@pytest.fixture
def project(make_project: MakeProject) -> Project:
    """The living documentation, built once."""
    project = make_project(living.FILES, **living.CONF)
    assert project.build().resolved == living.ALL
    return project


def test_fresh(project: Project) -> None:
    built = Built(project.out(), '')
    assert built.places('core.fetch') == [('api/core', 'core.fetch'), ('guide/index', 'guide')]
    assert built.places('CORE_HOME') == [('guide/setup', 'settings')]
    assert 'special_note' not in built.keywords
    assert_like_clean(project, built)


def test_no_op_touches_no_file(project: Project) -> None:
    def state() -> dict[str, int]:
        built = Built(project.out(), '')
        files = {name: project.out() / name for name in built.ours()} | {'store': project.store}
        return {name: path.stat().st_mtime_ns for name, path in files.items()}

    before = state()
    assert len(before) == 21
    built = project.build()
    assert (built.read, built.resolved) == ([], [])
    assert state() == before
    assert f'keyword index: {len(built.keywords)} keywords on 15 pages (0 files changed); open ' in built.output
    assert_like_clean(project, built)


def test_touched(project: Project) -> None:
    project.touch('api/core.rst')
    built = project.build()
    assert (built.read, built.resolved) == (['api/core'], ['api/core', 'index'])
    assert_like_clean(project, built)


def test_edited(project: Project) -> None:
    project.edit('api/core.rst', 'raises ``FetchError``', 'raises ``TimeoutError``')
    built = project.build()
    assert (built.read, built.resolved) == (['api/core'], ['api/core', 'index'])
    assert 'FetchError' not in built.keywords
    assert built.places('TimeoutError') == [('api/core', 'core.fetch')]
    assert_like_clean(project, built)


def test_only_pages_that_changed_are_written(project: Project) -> None:
    def state() -> dict[str, int]:
        return {name: (project.out() / name).stat().st_mtime_ns for name in Built(project.out(), '').ours()}

    before = state()
    project.edit('lone/page.rst', 'lone_name', 'other_name')
    project.build()
    changed = {name for name, time in state().items() if before.get(name) != time and name.startswith('kw')}
    assert changed == {'kw-index.html', 'kw/doc/lone/page.html', 'kw/folder/lone/index.html'}


def test_added(project: Project) -> None:
    project.write({'api/extra.rst': ':orphan:\n\nExtra\n=====\n\nThe ``extra_name`` and the ``Loader``.\n'})
    built = project.build()
    assert (built.read, built.resolved) == (['api/extra'], ['api/extra'])
    assert built.places('extra_name') == [('api/extra', 'extra')]
    assert ('api/extra', 'extra') in built.places('core.Loader')
    assert built.has('kw/doc/api/extra.html')
    assert_like_clean(project, built)


def test_deleted(project: Project) -> None:
    project.delete('api/more.rst')
    project.edit('index.rst', '   api/more\n', '')
    built = project.build()
    assert (built.read, built.resolved) == (['index'], ['index'])
    assert 'get_url' not in built.keywords
    assert not built.has('kw/doc/api/more.html')
    assert_like_clean(project, built)


def test_renamed(project: Project) -> None:
    project.rename('api/more.rst', 'api/less.rst')
    project.edit('index.rst', 'api/more', 'api/less')
    built = project.build()
    assert (built.read, built.resolved) == (['api/less', 'index'], ['api/less', 'index'])
    assert built.places('get_url') == [('api/less', 'details')]
    assert built.has('kw/doc/api/less.html')
    assert not built.has('kw/doc/api/more.html')
    assert_like_clean(project, built)


def test_moved_to_another_markup(project: Project) -> None:
    project.delete('lone/page.rst')
    project.write({'lone/page.md': '# Lone page\n\nIt says `lone_name` and `marked_down`.\n'})
    built = project.build()
    assert (built.read, built.resolved) == (['lone/page'], ['index', 'lone/page'])
    assert built.documents['lone/page']['source'] == 'lone/page.md'
    assert built.places('marked_down') == [('lone/page', 'lone-page')]
    assert_like_clean(project, built)


def test_folder_emptied(project: Project) -> None:
    assert project.out().joinpath('kw/folder/lone/index.html').exists()
    project.delete('lone/page.rst')
    project.edit('index.rst', '   lone/page\n', '')
    built = project.build()
    assert built.resolved == ['index']
    assert not built.has('kw/folder/lone')
    assert not built.has('kw/doc/lone')
    assert 'lone/' not in built.text('kw/folder/index.html')
    assert_like_clean(project, built)


def test_definition_moved(project: Project) -> None:
    moved = '\n.. py:function:: core.fetch(url)\n\n   Fetches; raises ``FetchError``.\n'
    project.edit('api/core.rst', '.. py:function:: fetch(url)\n\n   Fetches; raises ``FetchError``.\n', '')
    with (project.source / 'lone/page.rst').open('a', encoding='utf-8') as file:
        file.write(moved)
    built = project.build()
    assert built.read == ['api/core', 'lone/page']
    assert built.resolved == ['api/core', 'index', 'lone/page']
    assert built.places('core.fetch')[0] == ('lone/page', 'core.fetch')
    assert ('guide/index', 'guide') in built.places('core.fetch')
    assert_like_clean(project, built)


def test_definition_renamed(project: Project) -> None:
    project.edit('api/core.rst', '.. py:class:: Loader(path)', '.. py:class:: Reader(path)')
    built = project.build()
    assert (built.read, built.resolved) == (['api/core'], ['api/core', 'index'])
    assert 'core.Reader' in built.keywords
    # Documents that were not resolved again lead to the definition no longer.
    assert not built.keywords['Loader']['defined']
    assert built.places('Loader') == [('index', 'handbook'), ('guide/deep/inner', 'inner-parts')]
    # What imports and references give in full keeps its name.
    assert not built.keywords['core.Loader']['defined']
    assert ('guide/setup', 'settings') in built.places('core.Loader')
    assert_like_clean(project, built)


def test_definition_removed_and_back(project: Project) -> None:
    start = Built(project.out(), '').ours()
    text = (project.source / 'api/core.rst').read_text(encoding='utf-8')
    project.edit('api/core.rst', '.. py:function:: fetch(url)\n\n   Fetches; raises ``FetchError``.\n', '')
    built = project.build()
    assert built.resolved == ['api/core', 'index']
    assert not built.keywords['core.fetch']['defined']
    assert built.places('core.fetch') == [('guide/index', 'guide')]
    assert_like_clean(project, built)
    project.write({'api/core.rst': text})
    again = project.build()
    assert again.keywords['core.fetch']['defined']
    assert again.ours() == start


def test_reference_resolved_by_its_context(project: Project) -> None:
    """Where a reference leads is asked of its domain, with the module around it, each time anew."""
    inside = ':orphan:\n\n.. py:currentmodule:: core\n\nInside\n======\n\nTo :py:func:`fetch`.\n'
    project.write({'api/inside.rst': inside})
    built = project.build()
    assert ('api/inside', 'inside') in built.places('core.fetch')
    project.edit('api/core.rst', 'function:: fetch(url)', 'function:: fetch_all(url)')
    built = project.build()
    assert built.resolved == ['api/core', 'index']
    assert ('api/inside', 'inside') in built.places('fetch')
    assert ('api/inside', 'inside') not in built.places('core.fetch')
    assert_like_clean(project, built)


def test_definition_becomes_ambiguous(project: Project) -> None:
    project.edit('lone/page.rst', 'It says', '.. py:class:: other.Loader\n\nIt says')
    built = project.build()
    assert built.resolved == ['index', 'lone/page']
    # "Loader" alone now may be either, so documents that were not resolved again name neither; an import names one.
    assert built.places('Loader') == [('index', 'handbook'), ('guide/deep/inner', 'inner-parts')]
    assert built.places('core.Loader') == [
        ('api/core', 'core.Loader'),
        ('guide/setup', 'settings'),
        ('api/more', 'details'),
    ]
    assert_like_clean(project, built)


def test_section_title_shown_elsewhere(project: Project) -> None:
    project.edit('guide/setup.md', '## Installing things', '## Installing `core_tools`')
    built = project.build()
    assert (built.read, built.resolved) == (['guide/setup'], ['guide/setup', 'index'])
    # guide/index and guide/deep/inner show that title, and say nothing of the sort themselves.
    assert [docname for docname, _anchor in built.places('core_tools')] == ['guide/setup']
    assert_like_clean(project, built)


def test_document_title_shown_elsewhere(project: Project) -> None:
    project.edit('api/core.rst', 'Core module\n===========', 'The ``core_title``\n==================')
    built = project.build()
    assert built.resolved == ['api/core', 'index']
    assert [docname for docname, _anchor in built.places('core_title')] == ['api/core']
    assert 'The core_title' in built.text('kw/folder/api/index.html')
    assert_like_clean(project, built)


def test_todo_shown_elsewhere(project: Project) -> None:
    assert Built(project.out(), '').places('todo_name') == [('notes', 'notes')]
    project.edit('notes.rst', 'todo_name', 'done_name')
    built = project.build()
    assert 'todos' not in built.read
    assert built.places('done_name') == [('notes', 'notes')]
    assert 'todo_name' not in built.keywords
    assert_like_clean(project, built)


def test_order_of_reading_changed(project: Project) -> None:
    project.edit('index.rst', '   guide/index\n   guide/setup\n', '')
    project.edit('index.rst', '   lone/page\n', '   lone/page\n   guide/setup\n   guide/index\n')
    built = project.build()
    assert (built.read, built.resolved) == (['index'], ['index'])
    order = [docname for docname, _anchor in built.places('core.Loader')]
    assert order.index('guide/setup') < order.index('guide/deep/inner')
    assert_like_clean(project, built)


def test_documents_that_differ_only_by_case(project: Project) -> None:
    project.write({'API/core.rst': ':orphan:\n\nLoud\n====\n\nA ``loud_name``.\n'})
    built = project.build()
    pages = {name.casefold() for name in built.ours()}
    assert len(pages) == len(built.ours())
    assert built.places('loud_name') == [('API/core', 'loud')]
    assert_like_clean(project, built)
    project.delete('API/core.rst')
    assert_like_clean(project, project.build())


def test_nothing_below_the_sources(project: Project) -> None:
    def listing() -> list[str]:
        return sorted(str(path) for path in project.source.rglob('*') if '__pycache__' not in str(path))

    before = listing()
    project.edit('index.rst', 'to start', 'to begin')
    project.build()
    project.build('kwindex')
    assert listing() == before


def test_many_edits_one_after_another(project: Project) -> None:
    project.edit('api/core.rst', 'class:: Loader', 'class:: Reader')
    project.build()
    project.write({'new/place.rst': ':orphan:\n\nNew\n===\n\nA ``Reader`` and ``new_name``.\n'})
    project.delete('notes.rst')
    project.edit('index.rst', '   notes\n', '')
    project.build()
    project.edit('api/core.rst', 'class:: Reader', 'class:: Loader')
    project.rename('new/place.rst', 'new/home.rst')
    built = project.build()
    assert built.resolved == ['api/core', 'index', 'new/home']
    assert built.keywords['Reader']['defined'] is False
    assert_like_clean(project, built)


def test_edit_within_one_second(project: Project) -> None:
    """Two states of a file with the same time: Sphinx sees no change, and what we say is what it says."""
    path = project.source / 'lone/page.rst'
    stat = path.stat()
    project.edit('lone/page.rst', 'lone_name', 'late_name')
    os.utime(path, ns=(stat.st_atime_ns, stat.st_mtime_ns))
    built = project.build()
    assert built.resolved == []
    assert 'late_name' not in built.keywords
    project.touch('lone/page.rst')
    assert_like_clean(project, project.build())
