"""Pages are written in as many processes as documents are, and are the same then."""

from __future__ import annotations

import os
import re

import pytest

from conftest import MakeProject
from projects import BuildFailed, Built, Project, assert_same
from sphinx_kwindex.output.pages import Step, shared_out

HOOK = """

    import os
    from probe import note

    def told(app, pagename, template, context, doctree):
        if pagename.startswith('kw'):
            note(by=[os.getpid(), pagename])
            if pagename == app.config.broken:
                raise ValueError('not that one')

    def setup(app):
        app.add_config_value('broken', '', '')
        app.connect('html-page-context', told)
        return {'parallel_read_safe': True, 'parallel_write_safe': SAFE}
"""
NAMES = [f'd{number:02}' for number in range(40)]
FILES = {f'{name}.rst': f'{name}\n===\n\nIts ``own_{name}`` and ``a_common`` one.\n' for name in NAMES}
INDEX = 'Top\n===\n\n.. toctree::\n   :glob:\n\n   *\n'


def project_of(make_project: MakeProject, *, safe: bool = True) -> Project:
    files = {**FILES, 'index.rst': INDEX, 'spy.py': HOOK.replace('SAFE', str(safe))}
    project = make_project(files, extensions=['sphinx_kwindex', 'spy'])
    project.edit(
        'conf.py', 'project =', 'import pathlib, sys\nsys.path.append(str(pathlib.Path(__file__).parent))\nproject ='
    )
    return project


def processes(built: Built) -> int:
    """How many processes rendered pages of ours; each page was rendered by one."""
    by = built.facts('by')
    assert len({page for _process, page in by}) == len(by)
    return len({process for process, _page in by})


def test_pages_are_written_side_by_side(make_project: MakeProject) -> None:
    project = project_of(make_project)
    serial = project.build()
    assert processes(serial) == 1
    parallel = project.clean_build('html', '-j', '3')
    assert processes(parallel) == 4
    assert sorted(page for _, page in serial.facts('by')) == sorted(page for _, page in parallel.facts('by'))
    assert_same(parallel, serial)
    for built in (serial, parallel):
        assert re.search(r'writing keyword pages\.\.\. \[100%\]', built.output)


def test_builds_one_after_the_other(make_project: MakeProject) -> None:
    """What other processes have written is known to the next build."""
    project = project_of(make_project)
    project.build('html', '-j', '2')
    assert len(project.build('html', '-j', '2').facts('by')) == 1  # a sample
    project.edit('d07.rst', 'a_common', 'a_rare')
    project.edit('d08.rst', 'd08\n===', 'Eighth\n======')  # in the sidebars of all pages
    built = project.build('html', '-j', '2')
    assert processes(built) > 1
    assert_same(built, project.clean_build())
    project.delete('d09.rst')
    built = project.build('html', '-j', '2')
    assert not built.has('kw/doc/d09.html')
    assert_same(built, project.clean_build())


def test_extension_that_is_not_safe(make_project: MakeProject) -> None:
    project = project_of(make_project, safe=False)
    warnings = ['WARNING: the spy extension is not safe for parallel writing', 'WARNING: doing serial write']
    assert processes(project.build('html', '-j', '3', warnings=warnings)) == 1


def test_page_that_fails(make_project: MakeProject) -> None:
    project = project_of(make_project)
    with pytest.raises(BuildFailed, match='not that one'):
        project.build('html', '-j', '3', '-D', 'broken=kw/doc/d17')
    (project.out() / f'.kwindex.tmp-{os.getpid()}').touch()
    (project.out() / '.kwindex.tmpl').touch()
    (project.out() / '.kwindex.tmp.d').mkdir()
    built = project.build('html', '-j', '3')
    assert sorted(path.name for path in built.out.glob('.kwindex.tmp*')) == ['.kwindex.tmp.d', '.kwindex.tmpl']
    (built.out / '.kwindex.tmpl').unlink()
    (built.out / '.kwindex.tmp.d').rmdir()
    assert_same(built, project.clean_build())


def test_page_that_fails_before_all_processes_have_begun(make_project: MakeProject) -> None:
    """Sphinx then ends the others and says nothing."""
    project = project_of(make_project)
    project.write({f'e{number:03}.rst': f'E\n=\n\nIts ``own_{number}``.\n' for number in range(100)})
    for first in ('d01', 'd02', 'd03'):
        with pytest.raises(BuildFailed, match='not that one'):
            project.build('html', '-j', '8', '-D', f'broken=kw/doc/{first}')
    built = project.build('html', '-j', '8')
    assert len(list((built.out / 'kw' / 'doc').iterdir())) == 141
    assert_same(built, project.clean_build())


def made(*pages: str) -> list[Step]:
    return [Step(page, iter(())) for page in pages]


def test_first_comes_one_of_each_depth() -> None:
    steps = made('kw-index', *(f'kw/doc/{name}' for name in NAMES), 'kw/folder/index', 'kw/folder/a/index')
    first, parts = shared_out(steps, 3)
    assert [step.page for step in first] == ['kw-index', 'kw/doc/d00', 'kw/folder/a/index']
    assert len(parts) == 3
    assert sorted(step.page for part in parts for step in part) == sorted(
        {s.page for s in steps} - {s.page for s in first}
    )
    assert max(map(len, parts)) - min(map(len, parts)) <= 1


@pytest.mark.parametrize(
    ('pages', 'jobs', 'parts'), [(41, 1, 0), (20, 8, 0), (21, 8, 2), (41, 3, 3), (41, 8, 4), (0, 8, 0)]
)
def test_as_many_parts_as_are_worth_it(pages: int, jobs: int, parts: int) -> None:
    steps = made(*(f'kw/doc/{number}' for number in range(pages)))
    first, found = shared_out(steps, jobs)
    assert len(found) == parts
    assert len(first) + sum(map(len, found)) == pages
    if not parts:
        assert first == steps
