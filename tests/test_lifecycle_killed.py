"""A build that is killed when it has written our pages and nothing is remembered of them yet."""

from __future__ import annotations

import pytest

import living
from conftest import MakeProject
from projects import BuildFailed, Built, Project, assert_like_clean

NEW = ':orphan:\n\nNew\n===\n\nA ``brand_new`` name.\n'
MORE = {f'new/d{number}.rst': NEW.replace('new', f'new_{number}') for number in range(25)}


@pytest.fixture
def project(make_project: MakeProject) -> Project:
    """The living documentation, not yet built."""
    return make_project(living.FILES, **living.CONF)


def kill(project: Project, builder: str = 'html', *arguments: str) -> None:
    """Build and be killed at the end."""
    with pytest.raises(BuildFailed):
        project.build(builder, *arguments, environment={'KWINDEX_KILLED_AT': 'finish'})


@pytest.mark.parametrize('before', [True, False])
@pytest.mark.parametrize('arguments', [(), ('-j2',)])
def test_documents_are_taken_away_again(project: Project, before: bool, arguments: tuple[str, ...]) -> None:
    project.build('html', '-D', f'kwindex_enabled={before:d}')
    project.write(MORE)
    kill(project, 'html', *arguments)
    assert Built(project.out(), '').has('kw/doc/new/d24.html')
    for name in MORE:
        project.delete(name)
    built = project.build('html', *arguments)
    assert not built.has('kw/doc/new')
    assert not built.has('.kwindex.journal')
    assert_like_clean(project, built)


def test_killed_twice(project: Project) -> None:
    project.build()
    for number in (1, 2):
        project.write({f'new{number}.rst': NEW})
        kill(project)
        project.delete(f'new{number}.rst')
    assert_like_clean(project, project.build())


def test_edit_is_taken_back(project: Project) -> None:
    """A page that the killed build has changed is not taken for what the last one left."""
    project.build()
    project.edit('notes.rst', 'plain_note', 'other_note')
    kill(project)
    assert 'other_note' in Built(project.out(), '').text('kw-index.html')
    project.edit('notes.rst', 'other_note', 'plain_note')
    assert_like_clean(project, project.build())


def test_extension_is_switched_off(project: Project) -> None:
    project.build('html', '-D', 'kwindex_enabled=0')
    kill(project)
    off = project.build('html', '-D', 'kwindex_enabled=0')
    assert off.ours() == {}


def test_another_builder_in_the_same_folder(project: Project) -> None:
    kill(project)
    project.out().rename(project.out('dirhtml'))
    built = project.build('dirhtml')
    assert not built.has('kw-index.html')
    assert not built.has('kw/doc/notes.html')
    assert_like_clean(project, built, builder='dirhtml')


def test_document_of_the_user_stands_there_now(project: Project) -> None:
    project.build()
    project.write({'new.rst': NEW})
    kill(project)
    project.delete('new.rst')
    project.write({'kw/doc/new.rst': NEW.replace('brand_new', 'my_own')})
    built = project.build()
    assert 'my_own' in built.text('kw/doc/new.html')
    assert_like_clean(project, built)


def test_file_of_the_user_stands_there_now(project: Project) -> None:
    project.build()
    project.write({'new.rst': NEW})
    kill(project)
    project.delete('new.rst')
    mine = project.out() / 'kw/doc/new.html'
    mine.write_text('a page of my own', encoding='utf-8')
    assert project.build().text('kw/doc/new.html') == 'a page of my own'


def test_scratch_files_are_deleted_where_there_is_nothing_to_do(project: Project) -> None:
    project.build()
    folder = project.out()
    before = {path: path.stat().st_mtime_ns for path in folder.rglob('*') if path.is_file()}
    scratch = ('.kwindex.tmp', '.kwindex.tmp-123', '.kwindex.json.kwindex-tmp', '_static/kwindex/export/x.kwindex-tmp')
    for name in scratch:
        (folder / name).write_text('half', encoding='utf-8')
    (folder / '.kwindex.journal').write_text('[half', encoding='utf-8')
    built = project.build()
    assert '(0 files changed)' in built.output
    assert not built.has('.kwindex.journal')
    assert not [name for name in scratch if built.has(name)]
    ours = {folder / name: before[folder / name] for name in built.ours()}
    assert {path: path.stat().st_mtime_ns for path in ours} == ours
