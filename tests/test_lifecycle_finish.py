"""What nothing bears on that changed is not made again, and everything that something bears on is."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable

import pytest

import living
from conftest import MakeProject
from projects import BuildFailed, Built, Project, assert_like_clean, assert_same

CONF = {
    **living.CONF,
    'html_theme': 'alabaster',
    'html_theme_options': {'description': 'Said of it'},
    'html_context': {'a_fact': 'one'},
    'html_static_path': ['own'],
    'html_css_files': ['own.css'],
    'templates_path': ['templates'],
    'kwindex_source_url': 'https://example.org/{path}',
}
FILES = {
    **living.FILES,
    'own/own.css': 'p { color: red }\n',
    'templates/layout.html': '{% extends "!layout.html" %}{% block footer %}{{ a_fact }}{{ super() }}{% endblock %}\n',
    'templates/kwindex/link.html': '<p class="kwindex-link">{{ title }}</p>\n',
}
PAGES = 15
WITH_PROBE = ['sphinx_kwindex', 'myst_parser', 'sphinx.ext.todo', 'page_probe']


@pytest.fixture
def project(make_project: MakeProject) -> Project:
    """The living documentation, built once: each page of ours was rendered once."""
    project = make_project(FILES, **CONF)
    built = project.build()
    assert len(built.rendered) == len(set(built.rendered)) == PAGES
    return project


def state(project: Project, builder: str = 'html') -> dict[str, tuple[int, bytes]]:
    """Every file of ours with its time, what is kept below the doctrees included."""
    built = Built(project.out(builder), '')
    paths = [built.out / name for name in built.ours()] + sorted(project.store.parent.iterdir())
    return {str(path): (path.stat().st_mtime_ns, path.read_bytes()) for path in paths}


def changed(before: dict[str, bytes], after: dict[str, bytes]) -> list[str]:
    return sorted(name for name in after if after[name] != before.get(name) and name.endswith('.html'))


def assert_nothing_to_do(project: Project, builder: str = 'html', *arguments: str) -> None:
    """Another build renders one page of ours for a sample, at most, and touches no file."""
    before = state(project, builder)
    built = project.build(builder, *arguments)
    assert len(built.rendered) == 1
    assert state(project, builder) == before
    assert f'on {PAGES} pages (0 files changed)' in built.output


def test_no_op_renders_nothing_but_a_sample(project: Project) -> None:
    assert_nothing_to_do(project)
    assert_nothing_to_do(project)
    assert_like_clean(project, Built(project.out(), ''))


def imported(project: Project) -> set[str]:
    """The modules of ours that a build imports."""
    script = """
        import sys
        from sphinx.cmd.build import main
        assert main(['-q', '-d', sys.argv[1], sys.argv[2], sys.argv[3]]) == 0
        print(*(name for name in sys.modules if name.startswith('sphinx_kwindex')), sep='\\n', file=sys.stderr)
        """
    return set(project.run_script(script, project.doctrees, project.source, project.out()))


def test_build_that_resolves_nothing_imports_nothing_of_what_collects(project: Project) -> None:
    reading = {'sphinx_kwindex.recording', 'sphinx_kwindex.collect.document', 'sphinx_kwindex.collect.prose'}
    assert imported(project).isdisjoint(reading)
    assert 'sphinx_kwindex.finish' in imported(project)
    project.edit('notes.rst', 'plain_note', 'other_note')
    assert imported(project) >= reading


def test_file_of_the_same_size_and_time_is_not_read_again(project: Project) -> None:
    """What a file of ours is known by; any other is compared by its content."""
    path = project.out() / 'kw' / 'doc' / 'notes.html'
    text, status = path.read_bytes(), path.stat()
    path.write_bytes(text.replace(b'plain_note', b'other_note'))
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert len(project.build().rendered) == 1
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns + 1))
    project.build()
    assert path.read_bytes() == text


@pytest.mark.parametrize('builder', ['dirhtml', 'json'])
def test_other_builders(project: Project, builder: str) -> None:
    built = project.build(builder)
    assert len(built.rendered) == (PAGES if builder == 'dirhtml' else 0)
    before = state(project, builder)
    again = project.build(builder)
    assert len(again.rendered) == (1 if builder == 'dirhtml' else 0)
    assert state(project, builder) == before
    assert f'on {PAGES} pages (0 files changed)' in again.output
    assert_nothing_to_do(project)
    assert_like_clean(project, again, builder=builder)


def test_touched_document_says_what_it_said(project: Project) -> None:
    ours = Built(project.out(), '').ours()
    project.touch('api/core.rst')
    built = project.build()
    assert built.read == ['api/core']
    assert len(built.rendered) == 1
    assert built.ours() == ours
    assert_nothing_to_do(project)


def test_edited_document_has_those_pages_rendered_that_change(project: Project) -> None:
    before = Built(project.out(), '').ours()
    project.edit('api/core.rst', 'raises ``FetchError``', 'raises ``TimeoutError``')
    built = project.build()
    pages = changed(before, built.ours())
    assert pages == ['kw-index.html', 'kw/doc/api/core.html', 'kw/folder/api/index.html']
    assert len(built.rendered) == len(pages) + 1
    assert {f'{page}.html' for page in built.rendered} >= set(pages)
    assert built.made == ['Keyword index', 'Keywords in api/', 'Keywords: Core module']
    assert_like_clean(project, built)
    assert_nothing_to_do(project)


def test_edit_that_is_taken_back(project: Project) -> None:
    text = (project.source / 'api/core.rst').read_text(encoding='utf-8')
    ours = Built(project.out(), '').ours()
    project.edit('api/core.rst', 'raises ``FetchError``', 'raises ``TimeoutError``')
    assert project.build().ours() != ours
    project.write({'api/core.rst': text})
    assert project.build().ours() == ours
    assert_nothing_to_do(project)


def _in_conf(old: str, new: str) -> Callable[[Project], None]:
    return lambda project: project.edit('conf.py', old, new)


def _in_file(name: str, old: str, new: str) -> Callable[[Project], None]:
    return lambda project: project.edit(name, old, new)


def _title_of_a_document(project: Project) -> None:
    project.edit('notes.rst', 'Notes\n=====', 'Remarks\n=======')


def _table_of_contents(project: Project) -> None:
    project.edit('index.rst', '   notes\n   todos\n', '   todos\n   notes\n')


def _order_below(project: Project) -> None:
    """Nothing that the sidebar shows, but the reading order."""
    project.edit('index.rst', '   api/core\n   api/more\n', '   api/more\n   api/core\n')


def _new_template(project: Project) -> None:
    project.write({'templates/page.html': '{% extends "!page.html" %}{% block body %}New{{ super() }}{% endblock %}\n'})


def _template_is_gone(project: Project) -> None:
    project.delete('templates/layout.html')


def _another_theme(project: Project) -> None:
    project.edit('conf.py', "html_theme = 'alabaster'", "html_theme = 'classic'")
    project.edit('conf.py', "{'description': 'Said of it'}", '{}')


CHANGES = {
    'theme option': _in_conf('Said of it', 'Said anew'),
    'html_context': _in_conf("'a_fact': 'one'", "'a_fact': 'two'"),
    'release': _in_conf("release = '1.0'", "release = '2.0'"),
    'html_title': _in_conf('html_theme =', "html_title = 'Another'\nhtml_theme ="),
    'html_sidebars': _in_conf('html_theme =', "html_sidebars = {'**': ['globaltoc.html']}\nhtml_theme ="),
    'theme': _another_theme,
    'template': _in_file('templates/layout.html', '{{ a_fact }}', '{{ a_fact }}!'),
    'new template': _new_template,
    'template is gone': _template_is_gone,
    'style sheet': _in_file('own/own.css', 'red', 'green'),
    'title': _title_of_a_document,
    'table of contents': _table_of_contents,
    'order': _order_below,
}


@pytest.mark.parametrize('change', CHANGES)
def test_all_pages_are_rendered_where_their_frame_changes(project: Project, change: str) -> None:
    CHANGES[change](project)
    built = project.build()
    assert len(set(built.rendered)) == PAGES
    assert (len(built.made) == PAGES) == (change not in {'title', 'table of contents', 'order', 'style sheet'})
    assert_like_clean(project, built)
    assert_nothing_to_do(project)


def test_sidebars_that_the_sample_has_not(project: Project) -> None:
    """One page has a table of contents: whether another is as it was says nothing of it."""
    project.edit(
        'conf.py', 'html_theme =', "html_sidebars = {'**': [], 'kw/doc/api/core': ['globaltoc.html']}\nhtml_theme ="
    )
    project.build()
    assert_nothing_to_do(project)
    _title_of_a_document(project)
    built = project.build()
    assert 'Remarks' in built.text('kw/doc/api/core.html')
    assert_like_clean(project, built)


@pytest.mark.parametrize('argument', ['-a', '-E'])
def test_all_pages_are_rendered_where_all_documents_are_written(project: Project, argument: str) -> None:
    built = project.build('html', argument)
    assert len(built.rendered) == PAGES
    assert '(0 files changed)' in built.output
    assert_nothing_to_do(project)


@pytest.mark.parametrize(
    ('old', 'new'),
    [
        ('https://example.org', 'https://example.com'),
        ('kwindex_export = True', 'kwindex_export = False'),
        ('html_theme =', "kwindex_exclude = ['Loader']\nhtml_theme ="),
        ('html_theme =', 'kwindex_min_mentions = 2\nhtml_theme ='),
        ('html_theme =', "kwindex_roles = ['literal']\nhtml_theme ="),
    ],
)
def test_options_for_which_no_document_is_written(project: Project, old: str, new: str) -> None:
    project.edit('conf.py', old, new)
    built = project.build()
    assert built.resolved == []
    assert_like_clean(project, built)
    assert_nothing_to_do(project)


def test_light_pages_are_made_anew_and_no_page_of_a_document(project: Project) -> None:
    def documents() -> dict[str, tuple[int, bytes]]:
        paths = [project.out() / f'{docname}.html' for docname in living.ALL]
        return {path.name: (path.stat().st_mtime_ns, path.read_bytes()) for path in paths}

    full, pages = Built(project.out(), '').ours(), documents()
    project.edit('conf.py', 'html_theme =', 'kwindex_light_pages = True\nhtml_theme =')
    built = project.build()
    assert built.resolved == []
    assert len(set(built.rendered)) == PAGES == len(changed(full, built.ours()))
    assert documents() == pages
    assert_like_clean(project, built)
    assert_nothing_to_do(project)
    project.edit('conf.py', 'kwindex_light_pages = True', 'kwindex_light_pages = False')
    assert project.build().ours() == full
    assert documents() == pages


def test_pages_that_are_damaged_by_hand_are_repaired(project: Project) -> None:
    ours = Built(project.out(), '').ours()
    gone, damaged = project.out() / 'kw/doc/notes.html', project.out() / 'kw-index.html'
    gone.unlink()
    text = damaged.read_text(encoding='utf-8')
    damaged.write_text(text.replace('Loader', 'Lodaer'), encoding='utf-8')
    built = project.build()
    assert built.ours() == ours
    assert {'kw/doc/notes', 'kw-index'} <= set(built.rendered)
    assert len(built.rendered) == 3
    assert '(2 files changed)' in built.output
    assert_nothing_to_do(project)


@pytest.mark.parametrize('name', ['_static/kwindex/export/keywords.jsonl', '_static/kwindex/kwindex.css'])
def test_other_files_that_are_damaged_by_hand_are_repaired(project: Project, name: str) -> None:
    ours = Built(project.out(), '').ours()
    (project.out() / name).write_text('damaged', encoding='utf-8')
    assert project.build().ours() == ours
    assert_nothing_to_do(project)


def test_output_folder_is_deleted(project: Project) -> None:
    ours = Built(project.out(), '').ours()
    shutil.rmtree(project.out())
    built = project.build()
    assert built.ours() == ours
    assert len(built.rendered) == PAGES
    assert_nothing_to_do(project)


def test_two_output_folders_over_the_same_doctrees(project: Project) -> None:
    """What stands in one says nothing of the other."""
    first = Built(project.out(), '').ours()
    project.out().rename(project.root / 'first')
    project.edit('notes.rst', 'plain_note', 'other_note')
    second = project.build().ours()
    assert second != first
    shutil.move(project.out(), project.root / 'second')
    (project.root / 'first').rename(project.out())
    built = project.build()
    assert built.ours() == second
    assert_nothing_to_do(project)


@pytest.mark.parametrize('data', ['', '{', 'x\n{}', None])
def test_what_is_kept_is_damaged(project: Project, data: str | None) -> None:
    kept = project.store.with_suffix('.json')
    whole = kept.read_text(encoding='utf-8')
    kept.write_text(whole.replace('"counts": [', '"counts": [1') if data is None else data, encoding='utf-8')
    ours = Built(project.out(), '').ours()
    built = project.build()
    assert len(built.rendered) == PAGES
    assert built.ours() == ours
    assert kept.read_text(encoding='utf-8') == whole
    assert_nothing_to_do(project)


def test_build_that_is_killed_before_the_finish(project: Project) -> None:
    """The store has what the pages do not say yet, and no document is resolved again for it."""
    project.edit('api/core.rst', 'raises ``FetchError``', 'raises ``TimeoutError``')
    with pytest.raises(BuildFailed):
        project.build(environment={'KWINDEX_KILLED_AT': 'html-collect-pages'})
    built = project.build()
    assert built.resolved == []
    assert 'TimeoutError' in built.keywords
    assert_like_clean(project, built)


def test_memory_is_lost(project: Project) -> None:
    ours = Built(project.out(), '').ours()
    (project.out() / '.kwindex.json').unlink()
    built = project.build()
    assert built.ours() == ours
    assert_nothing_to_do(project)


def test_what_others_put_on_pages(make_project: MakeProject) -> None:
    """Nobody can know what it depends on: samples show what it says everywhere, a page is made again with its document."""
    project = make_project(FILES, **{**CONF, 'extensions': WITH_PROBE})
    project.build()
    assert_nothing_to_do(project)
    said = project.build(environment={'KWINDEX_SAID': 'Said by the world'})
    assert set(said.rendered) == set(said.facts('page')) & set(said.rendered)
    assert len(set(said.rendered)) == PAGES
    assert all('Said by the world' in said.text(f'{page}.html') for page in said.rendered)
    assert len(set(project.build().rendered)) == PAGES
    project.edit('api/core.rst', 'raises ``FetchError``', 'raises ``TimeoutError``')
    edited = project.build()
    assert set(edited.rendered) >= {'kw/doc/api/core', 'kw/folder/api/index', 'kw/folder/index'}
    assert len(set(edited.rendered)) < PAGES
    assert edited.made == ['Keyword index', 'Keywords in api/', 'Keywords: Core module']
    assert_like_clean(project, edited)
    project.touch('api/core.rst')
    assert len(project.build().rendered) == 1


def test_who_decides_of_names_is_asked_in_each_build(project: Project) -> None:
    project.edit('conf.py', 'html_theme =', 'from decide import setup\nhtml_theme =')
    project.edit(
        'conf.py',
        'project =',
        'import sys\nfrom pathlib import Path\nsys.path.insert(0, str(Path(__file__).parent))\nproject =',
    )
    project.write(
        {
            'decide.py': """
            from pathlib import Path

            def setup(app):
                vetoes = Path(__file__).with_name('vetoes')
                app.connect('kwindex-select', lambda app, names: [names.veto(n) for n in vetoes.read_text().split()])
            """,
            'vetoes': 'FetchError\n',
        }
    )
    assert 'FetchError' not in project.build().keywords
    project.write({'vetoes': 'get_url\n'})
    built = project.build()
    assert built.resolved == []
    assert 'FetchError' in built.keywords
    assert 'get_url' not in built.keywords
    assert_like_clean(project, built)


def test_what_can_not_be_told_makes_pages_be_rendered(project: Project) -> None:
    """Of an object nothing but its place in memory is known, and that another process can't compare."""
    project.edit(
        'conf.py', 'kwindex_source_url', "import string\nhtml_context['fact'] = string.Formatter()\nkwindex_source_url"
    )
    project.edit('conf.py', 'html_theme =', "suppress_warnings = ['config.cache']\nhtml_theme =")
    first = project.build().ours()
    built = project.build()
    assert len(built.rendered) == PAGES
    assert built.ours() == first


def test_parallel_builds(project: Project) -> None:
    assert_nothing_to_do(project, 'html', '-j2')
    project.edit('notes.rst', 'plain_note', 'other_note')
    assert_same(project.build('html', '-j2'), project.clean_build('html', '-j2'))
    assert_nothing_to_do(project, 'html', '-j2')
