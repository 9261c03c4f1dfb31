"""The command line, in a process of its own."""

from __future__ import annotations

import json
import os
import pkgutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from conftest import MakeProject
from projects import Project, Said, assert_like_clean
from sphinx_kwindex.command import main
from sphinx_kwindex.index.explain import reasons

FILES = {
    'index.rst': """
        Handbook
        ========

        .. py:module:: core

        .. py:function:: fetch_it(url)

           It calls ``fetch_it`` and takes ``--lazy``, else ``None``.

        The rest
        --------

        .. code-block:: python

           print(data)

        .. only:: special

           There is ``special_name``.
        """
}
NOT_FOUND = 'No doctrees were found, so all documents are read; --doctrees names those of a build.\n'


@pytest.fixture(scope='module')
def shared(module_project: MakeProject) -> Project:
    """A project with doctrees of a finished build, for questions that change nothing."""
    project = module_project(FILES)
    project.build()
    return project


def warm(project: Project, command: str, *arguments: str) -> Said:
    return project.ask(command, '--source', 'source', '--doctrees', 'doctrees', *arguments)


def test_cold(make_project: MakeProject) -> None:
    project = make_project(FILES)
    before = sorted(path for path in project.root.rglob('*') if path.name != '__pycache__' and path.suffix != '.pyc')
    said = project.ask('why', '--source', 'source', 'fetch_it')
    assert (said.status, said.error) == (0, NOT_FOUND)
    assert said.out.startswith('fetch_it → core.fetch_it\n  Listed            yes, as core.fetch_it (function)\n')
    assert '  Decided by        defined (keeps): a description of the object: reference pages\n' in said.out
    assert '      Handbook › fetch_it  (index#core.fetch_it)\n' in said.out
    assert said.read == ['index']
    after = {path for path in project.root.rglob('*') if path.name != '__pycache__' and path.suffix != '.pyc'}
    assert after - set(before) == {project.root / 'probe'}


def test_warm_doctrees_are_used_and_nothing_is_read(shared: Project) -> None:
    said = warm(shared, 'why', 'fetch_it')
    assert (said.status, said.error) == (0, 'Using the doctrees in doctrees.\n')
    assert 'core.fetch_it' in said.out
    assert said.read == []


@pytest.mark.parametrize('folder', ['_build/doctrees', '_build/html/.doctrees', '_build/.doctrees'])
def test_doctrees_are_looked_for(make_project: MakeProject, folder: str) -> None:
    project = make_project(FILES, exclude_patterns=['_build'])
    project.build()
    (project.source / folder).parent.mkdir(parents=True)
    project.doctrees.rename(project.source / folder)
    said = project.ask('why', '--source', 'source', 'fetch_it')
    assert (said.status, said.error) == (0, f'Using the doctrees in {Path("source", folder)}.\n')
    assert said.read == []


def test_a_question_does_not_change_the_next_build(make_project: MakeProject) -> None:
    project = make_project(FILES)
    project.build()
    project.edit('index.rst', 'else ``None``', 'else ``new_name``')
    said = warm(project, 'why', 'new_name')
    assert said.status == 0
    assert said.read == ['index']
    built = project.build()
    assert 'new_name' in built.keywords
    assert_like_clean(project, built)


def test_source_is_this_folder_unless_named(make_project: MakeProject) -> None:
    project = make_project(FILES)
    said = project.ask('why', 'fetch_it')
    assert said.status == 2
    assert said.error.endswith('error: no conf.py in .; name the source folder with --source\n')
    assert said.out == ''
    inside = subprocess.run(
        [sys.executable, '-m', 'sphinx_kwindex', 'why', 'fetch_it'],
        cwd=project.source,
        env=project.environment(),
        check=False,
        capture_output=True,
    )
    assert inside.returncode == 0


def test_exit_status_says_whether_every_name_was_found(shared: Project) -> None:
    said = warm(shared, 'why', 'fetch_it', 'data')
    assert said.status == 0
    assert '\ndata\n  Listed            no\n  Decided by        no-evidence' in said.out
    said = warm(shared, 'why', 'fetch_it', 'fetch_its')
    assert said.status == 1
    assert 'fetch_its\n  Listed            no: no document' in said.out
    assert '  Names like it     fetch_it, core.fetch_it' in said.out


def test_names_that_begin_with_a_dash(shared: Project) -> None:
    said = warm(shared, 'why', '--', '--lazy')
    assert said.status == 0
    assert said.out.startswith('--lazy\n  Listed            yes, as --lazy (option)\n')
    said = shared.ask('why', 'data', '--source', 'source', 'fetch_it', '--doctrees', 'doctrees', '--', '--lazy')
    assert (said.status, said.out.count('  Listed')) == (0, 3)


@pytest.mark.parametrize(
    ('arguments', 'message'),
    [
        ([], 'the following arguments are required: COMMAND'),
        (['why'], 'the following arguments are required: NAME'),
        (['why', '--lazy'], 'unrecognized arguments: --lazy (names that begin with a dash stand after "--")'),
        (['why', 'x', '-D', 'language'], "argument -D: KEY=VALUE is expected, not 'language'"),
        (['dropped', 'x'], 'unrecognized arguments: x'),
        (['dropped', '--', 'x'], 'unrecognized arguments: x'),
        (['dropped', '--rule', 'defined'], "argument --rule: invalid choice: 'defined'"),
        (['dropped', '--format', 'xml'], "argument --format: invalid choice: 'xml'"),
        (['rules', 'x'], 'unrecognized arguments: x'),
        (['what'], 'invalid choice'),
    ],
)
def test_usage(arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as raised:
        main(arguments)
    assert raised.value.code == 2
    out, error = capsys.readouterr()
    assert out == ''
    assert error.startswith('usage: sphinx-kwindex')
    assert message in error


def test_options_of_the_build(shared: Project) -> None:
    assert warm(shared, 'why', 'special_name').status == 1
    assert warm(shared, 'why', 'special_name', '-t', 'special').status == 0
    said = warm(shared, 'why', 'fetch_it', '-D', 'kwindex_exclude=fetch')
    assert (said.status, said.read) == (0, [])
    assert '  Decided by        excluded (drops): kwindex_exclude: the author does not want it\n' in said.out
    assert '  Applies as well   defined (keeps)' in said.out
    said = warm(shared, 'why', 'fetch_it', '-D', 'kwindex_min_mentions=0')
    assert 'invalid value 0 for option kwindex_min_mentions' in said.error
    said = warm(shared, 'why', 'fetch_it', '-D', 'kwindex_enabled=0')
    assert (said.status, said.out) == (1, '')
    assert 'sphinx-kwindex: there is no index: kwindex_enabled is false' in said.error


def test_configuration_elsewhere(make_project: MakeProject) -> None:
    project = make_project(FILES)
    (project.root / 'conf').mkdir()
    (project.source / 'conf.py').rename(project.root / 'conf' / 'conf.py')
    said = project.ask('why', '--source', 'source', '-c', 'conf', 'fetch_it')
    assert (said.status, said.error) == (0, NOT_FOUND)


def test_project_that_does_not_name_the_extension(make_project: MakeProject) -> None:
    project = make_project(FILES)
    project.write({'conf.py': "project = 'Plain'\nprint('said by conf.py')\n"})
    said = project.ask('dropped', '--source', 'source', '--format', 'jsonl')
    assert said.status == 0
    assert 'said by conf.py' in said.error
    assert {'None', 'data'} <= {json.loads(line)['name'] for line in said.out.splitlines()}


def test_failure_of_sphinx(make_project: MakeProject) -> None:
    project = make_project(FILES)
    project.write({'conf.py': 'nonsense here'})
    said = project.ask('why', '--source', 'source', 'x')
    assert (said.status, said.out) == (2, '')
    assert 'sphinx-kwindex: ConfigError: ' in said.error
    assert 'Traceback' not in said.error


def test_dropped(shared: Project) -> None:
    said = warm(shared, 'dropped')
    assert said.status == 0
    unreadable = 'unreadable: no letter, one character, a version, an issue, or a value of a language: any page\n'
    assert f'{unreadable}  names: 1, occurrences: 1\n    None  occurrences: 1, documents: 1 (literal' in said.out
    assert 'fetch_it' not in said.out
    only = warm(shared, 'dropped', '--rule', 'unreadable', '--format', 'jsonl')
    (line,) = [json.loads(line) for line in only.out.splitlines()]
    assert line.keys() == {'name', 'rule', 'reads', 'count', 'documents', 'evidence'}
    assert (line['name'], line['rule'], line['count'], line['documents']) == ('None', 'unreadable', 1, 1)
    assert warm(shared, 'dropped', '--rule', 'host')[:2] == (0, '')
    everything = [json.loads(line)['name'] for line in warm(shared, 'dropped', '--format', 'jsonl').out.splitlines()]
    assert everything == sorted(everything)
    assert {'None', 'data'} <= set(everything)


def test_rules(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(['rules']) == 0
    out, error = capsys.readouterr()
    assert [line.split()[0] for line in out.splitlines()] == [reason.rule for reason in reasons()]
    assert error == ''


@pytest.mark.skipif(os.name != 'posix', reason='needs a shell with pipes')
def test_nobody_reads_on(shared: Project) -> None:
    """The reader closes the pipe before anything was written into it."""
    process = subprocess.Popen(
        [sys.executable, '-m', 'sphinx_kwindex', 'rules'],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=shared.environment(),
        text=True,
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    with process.stderr as stream:
        error = stream.read()
    assert (process.wait(timeout=60), error) == (0, '')


def test_output_that_can_not_hold_every_character(shared: Project) -> None:
    done = subprocess.run(
        [sys.executable, '-m', 'sphinx_kwindex', 'why', '--source', 'source', '--doctrees', 'doctrees', 'fetch_it'],
        cwd=shared.root,
        env=shared.environment(PYTHONIOENCODING='ascii', PYTHONUTF8='0'),
        check=False,
        capture_output=True,
    )
    assert done.returncode == 0
    assert done.stdout.startswith(b'fetch_it \\u2192 core.fetch_it')


def test_console_script() -> None:
    pyproject = tomllib.loads((Path(__file__).parents[1] / 'pyproject.toml').read_text(encoding='utf-8'))
    assert pyproject['project']['scripts'] == {'sphinx-kwindex': 'sphinx_kwindex.command:main'}
    assert pkgutil.resolve_name('sphinx_kwindex.command:main') is main
