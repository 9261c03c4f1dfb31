"""What is ours in the output folder and what is the user's: neither is ever taken for the other."""

from __future__ import annotations

import pytest

import living
from conftest import MakeProject
from projects import Built, Project, assert_like_clean, assert_same

COLLISION = (
    'WARNING: the page {page!r} is a document of yours; the generated page of that name is not written '
    '(set kwindex_folder to another name) [kwindex.collision]'
)


@pytest.fixture
def project(make_project: MakeProject) -> Project:
    """The living documentation, not yet built."""
    return make_project(living.FILES, **living.CONF)


@pytest.mark.parametrize('page', ['kw-index', 'kw/doc/api/core', 'kw/folder/index', 'kw/folder/api/index'])
def test_users_document_wins(project: Project, page: str) -> None:
    project.build()
    project.write({f'{page}.rst': ':orphan:\n\nMine\n====\n\nMy own words, and ``own_name``.\n'})
    built = project.build(warnings=[COLLISION.format(page=page)])
    assert 'My own words' in built.text(f'{page}.html')
    assert built.places('own_name') == [(page, 'mine')]
    assert_like_clean(project, built, warnings=[COLLISION.format(page=page)])
    project.delete(f'{page}.rst')
    freed = project.build()
    assert 'My own words' not in freed.text(f'{page}.html')
    assert_like_clean(project, freed)


def test_users_document_is_named_like_an_output_address(make_project: MakeProject) -> None:
    """With dirhtml ``kw-index/index`` and ``kw-index`` are one address."""
    project = make_project(living.FILES, **living.CONF)
    project.write({'kw-index/index.rst': ':orphan:\n\nMine\n====\n\nMy own words.\n'})
    built = project.build('dirhtml', warnings=[COLLISION.format(page='kw-index')])
    assert 'My own words' in built.text('kw-index/index.html')


def test_users_document_where_a_part_of_the_index_or_a_second_page_lies(make_project: MakeProject) -> None:
    names = '\n\n'.join(f'Some text around ``name_{number:04}`` here.' for number in range(1500))
    project = make_project({'index.rst': f'Long\n====\n\n{names}\n'})
    usual = ['kw/doc/index.html', 'kw/doc~2/index.html', 'kw/index/n.html', 'kw/index/n~2.html']
    built = project.build()
    assert [name for name in usual if built.has(name)] == usual
    users = ['kw/index/n', 'kw/doc~2/index']
    project.write({f'{page}.rst': ':orphan:\n\nMine\n====\n\nMy own words.\n' for page in users})
    built = project.build(warnings=[])
    assert all('My own words' in built.text(f'{page}.html') for page in users)
    (part,) = built.out.glob('kw/index/n-*.html')
    (second,) = built.out.glob('kw/doc~2-*/index.html')
    assert f'href="kw/index/{part.name}"' in built.text('kw-index.html')
    assert f'href="../../kw/{second.parent.name}/index.html"' in built.text('kw/doc/index.html')
    assert_like_clean(project, built, warnings=[])
    for page in users:
        project.delete(f'{page}.rst')
    freed = project.build()
    assert not part.exists()
    assert not second.exists()
    assert_like_clean(project, freed)


def test_users_extra_file_stays(project: Project) -> None:
    """A file that somebody put in place of ours after the build is not deleted with ours."""
    project.build()
    mine = project.out() / 'kw/doc/lone/page.html'
    mine.write_text('a page of my own', encoding='utf-8')
    other = project.out() / 'kw/doc/mine.html'
    other.write_text('another', encoding='utf-8')
    project.delete('lone/page.rst')
    project.edit('index.rst', '   lone/page\n', '')
    built = project.build()
    assert mine.read_text(encoding='utf-8') == 'a page of my own'
    assert other.read_text(encoding='utf-8') == 'another'
    mine.unlink()
    mine.parent.rmdir()
    other.unlink()
    assert_like_clean(project, built)


def test_html_extra_path_under_our_name(project: Project) -> None:
    """What the user copies into the output is not ours to delete when ours is switched off."""
    project.write({'extra/kw/notes.txt': 'kept'})
    project.edit('conf.py', 'html_theme', "html_extra_path = ['extra']\nhtml_theme")
    built = project.build()
    assert built.text('kw/notes.txt') == 'kept'
    off = project.build('html', '-D', 'kwindex_enabled=0')
    assert off.text('kw/notes.txt') == 'kept'
    assert not off.has('kw/doc')


def test_shared_sidebars_are_rendered_once_for_a_depth(make_project: MakeProject) -> None:
    extensions = ['sphinx_kwindex', 'myst_parser', 'sphinx.ext.todo', 'page_probe']
    project = make_project(living.FILES, **{**living.CONF, 'html_theme': 'furo', 'extensions': extensions})
    shared = project.build()
    ours = [page for page in shared.facts('sidebar') if page.startswith('kw')]
    pages = {page for page in shared.facts('page') if page.startswith('kw')}
    depths = {page.count('/') for page in pages}
    assert len(pages) == 15
    assert len(ours) == len(depths) == 4
    single = project.clean_build('html', '-D', 'kwindex_share_sidebars=0')
    assert {page for page in single.facts('sidebar') if page.startswith('kw')} == pages
    assert 'href="../../../guide/setup.html"' in single.text('kw/doc/api/core.html')
    assert_same(shared, single)


def test_shared_sidebars_with_documents_below_our_folder(make_project: MakeProject) -> None:
    files = {
        **living.FILES,
        'kw/doc/own.rst': 'Own\n===\n\nAn ``own_name``.\n\n.. toctree::\n\n   deep/lower\n',
        'kw/doc/deep/lower.rst': 'Lower\n=====\n\nA ``low_name``.\n',
    }
    project = make_project(files, **{**living.CONF, 'html_theme': 'furo'})
    project.edit('index.rst', '   lone/page', '   lone/page\n   kw/doc/own')
    single = project.clean_build('html', '-D', 'kwindex_share_sidebars=0')
    assert_same(project.build(), single)


def test_progress_is_told_as_sphinx_tells_its_own(project: Project) -> None:
    lines = project.build().output.splitlines()
    assert 'choosing keywords... done' in lines
    steps = [line.partition('[')[2].split('] ') for line in lines if line.startswith('writing keyword pages... [')]
    assert steps[0][1] == 'kw-index'
    assert [' 20%', 'kw/doc/guide/index'] in steps
    assert steps[-1] == ['100%', 'kw/folder/lone/index']
    again = project.build().output
    assert 'keyword pages... ' not in again
    assert 'choosing' not in again
    project.edit('notes.rst', 'plain_note', 'other_note')
    assert project.build('html', '-q').output == ''


@pytest.mark.parametrize('theme', ['alabaster', 'classic', 'furo', 'sphinxdoc'])
def test_frame_is_that_of_the_other_generated_pages(make_project: MakeProject, theme: str) -> None:
    """Style sheets and their checksums are the same on our pages as on the general index, in every build."""
    project = make_project(living.FILES, **{**living.CONF, 'html_theme': theme})

    def sheets(built: Built, page: str) -> list[str]:
        lines = built.text(page).splitlines()
        return [line.strip() for line in lines if 'stylesheet' in line and 'kwindex.css' not in line]

    built = project.build()
    assert sheets(built, 'kw-index.html') == sheets(built, 'genindex.html') != []
    assert any('kwindex/kwindex.css?v=' in line for line in built.text('kw-index.html').splitlines())
    project.edit('notes.rst', 'plain_note', 'other_note')
    assert_like_clean(project, project.build())


def test_two_applications_in_one_process(project: Project) -> None:
    """Two projects built one after the other, and in turns, do not meet."""
    other = Project(project.root / 'other')
    other.configure(kwindex_folder='idx')
    other.write({'index.rst': 'Other\n=====\n\nAn ``other_name``.\n'})
    script = """
        import sys
        from sphinx.application import Sphinx
        first, second = sys.argv[1:3], sys.argv[3:5]
        apps = [Sphinx(s, s, o, o + '-doctrees', 'html', status=None, freshenv=True) for s, o in (first, second)]
        for app in reversed(apps):
            app.build()
        assert all(app.statuscode == 0 for app in apps)
        """
    said = project.run_script(script, project.source, project.out(), other.source, other.out())
    # Sphinx says of its own nodes that they are registered twice; that is all.
    assert [line for line in said if 'is already registered' not in line] == []
    assert_like_clean(project, Built(project.out(), ''))
    both = Built(other.out(), '')
    assert list(both.keywords) == ['other_name']
    assert both.has('idx-index.html')
    assert not both.has('kw-index.html')
    assert 'other_name' not in Built(project.out(), '').keywords


def test_one_application_builds_twice(project: Project) -> None:
    """What the first build knew of the objects is not taken for true in the second."""
    script = """
        import sys
        from pathlib import Path
        from sphinx.application import Sphinx
        source, out, doctrees = sys.argv[1:]
        app = Sphinx(source, source, out, doctrees, 'html', status=None)
        app.build()
        core = Path(source, 'api', 'core.rst')
        core.write_text(core.read_text() + '\\nThe late one\\n------------\\n\\n.. py:module:: late_one\\n\\nIt is late_one.\\n')
        app.build()
        assert app.statuscode == 0
        """
    said = project.run_script(script, project.source, project.out(), project.doctrees)
    assert said == []
    built = Built(project.out(), '')
    assert built.keywords['late_one']['defined']
    assert_like_clean(project, built)


def test_pages_that_move_change_the_links_of_documents(make_project: MakeProject) -> None:
    """A document that was not edited is written again where its keyword page has another name now."""
    files = {**living.FILES, 'a b.rst': ':orphan:\n\nBlank\n=====\n\nA ``blank_name``.\n'}
    project = make_project(files, **living.CONF)
    project.build()
    project.write({'kw/doc/api/core.rst': ':orphan:\n\nMine\n====\n\nWords.\n'})
    warnings = [COLLISION.format(page='kw/doc/api/core')]
    built = project.build(warnings=warnings)
    assert built.read == ['kw/doc/api/core']
    assert 'api/core' in built.resolved
    assert 'Keywords of this page' not in built.text('api/core.html')
    assert_like_clean(project, built, warnings=warnings)
