"""The event ``kwindex-select``: another extension adds, vetoes and re-kinds names, and may change its mind."""

from __future__ import annotations

import inspect
import json
import re
from collections import defaultdict
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from conftest import MakeProject
from factories import grouping_of, occurrence, record
from projects import BuildFailed, Project, assert_like_clean
from sphinx_kwindex.choosing import SELECT_EVENT, selected
from sphinx_kwindex.index.selection import Selection

EVENTS = (Path(__file__).parents[1] / 'docs' / 'events.md').read_text(encoding='utf-8')
EXAMPLE = re.search(r'```python\n(.*?)```', EVENTS, re.DOTALL)

FILES = {
    'index.rst': """
        Handbook
        ========

        It takes ``plain_name`` and ``test_it``, and ``site_title``.

        .. code-block:: python

           print(data)

        .. toctree::

           other
        """,
    'other.rst': """
        Other
        =====

        .. code-block:: python

           show(data)

        Again ``plain_name``.
        """,
}
CHOOSER = """
    import sys
    from probe import note

    def choose(app, selection):
        note(selected=len(selection))
        selection.veto('plain_name', 'not for readers')
        selection.add('data')
        selection.set_kind('test_it', 'term')

    def setup(app):
        app.connect('kwindex-select', choose)
        return {'parallel_read_safe': True, 'parallel_write_safe': True}
    """


def project_with(make_project: MakeProject, chooser: str) -> Project:
    project = make_project({**FILES, 'chooser.py': chooser}, extensions=['sphinx_kwindex', 'chooser'])
    conf = project.source / 'conf.py'
    text = 'import sys\nfrom pathlib import Path\nsys.path.insert(0, str(Path(__file__).parent))\n'
    conf.write_text(text + conf.read_text(encoding='utf-8'), encoding='utf-8')
    return project


def test_names_are_added_vetoed_and_of_another_kind(make_project: MakeProject) -> None:
    project = project_with(make_project, CHOOSER)
    built = project.build()
    assert {
        name: each['kind'] for name, each in built.keywords.items() if name in {'data', 'plain_name', 'test_it'}
    } == {
        'data': 'name',
        'test_it': 'term',
    }
    assert built.places('data') == [('index', 'handbook'), ('other', 'other')]
    assert 'plain_name' not in built.text('kw-index.html')
    assert 'data' in built.documents['other']['keywords']
    assert built.facts('selected') == [built.facts('selected')[0]]
    assert_like_clean(project, built)


def test_own_builder_asks_once_as_well(make_project: MakeProject) -> None:
    project = project_with(make_project, CHOOSER)
    built = project.build('kwindex')
    assert len(built.facts('selected')) == 1
    assert 'data' in built.keywords
    assert 'plain_name' not in built.keywords


def test_nothing_is_emitted_where_nobody_listens() -> None:
    emitted: list[str] = []
    listeners: defaultdict[str, list[str]] = defaultdict(list)
    events: Any = SimpleNamespace(listeners=listeners, emit=lambda name, *_arguments: emitted.append(name))
    grouping = grouping_of(record('a', occurrence('plain')), in_full=False)
    assert selected(grouping, events).names() == ('plain',)
    assert emitted == []
    assert SELECT_EVENT not in listeners
    listeners[SELECT_EVENT].append('a handler')
    selected(grouping, events)
    assert emitted == [SELECT_EVENT]


@pytest.mark.parametrize('builder', ['singlehtml', 'text'])
def test_builders_without_an_index_ask_nobody(make_project: MakeProject, builder: str) -> None:
    assert project_with(make_project, CHOOSER).build(builder).facts('selected') == []


def test_the_decision_is_taken_anew_and_nothing_is_read(make_project: MakeProject) -> None:
    project = project_with(make_project, CHOOSER)
    project.build()
    # The size of the file must not stay the same: Python takes a module of the same size and second for unchanged.
    project.edit('chooser.py', "veto('plain_name', 'not for readers')", "veto('test_it', 'a test')")
    project.edit('chooser.py', "selection.add('data')", "selection.set_kind('plain_name', 'setting')")
    built = project.build()
    assert (built.read, built.resolved) == ([], [])
    assert built.keywords['plain_name']['kind'] == 'setting'
    assert {'data', 'test_it'}.isdisjoint(built.keywords)
    assert_like_clean(project, built)
    project.edit('chooser.py', "    app.connect('kwindex-select', choose)\n", '')
    built = project.build()
    assert (built.read, built.facts('selected')) == ([], [])
    assert built.keywords['plain_name']['kind'] == 'attribute'
    assert_like_clean(project, built)


def test_the_store_is_damaged(make_project: MakeProject) -> None:
    project = project_with(make_project, CHOOSER)
    project.build()
    project.store.write_bytes(b'nonsense')
    built = project.build()
    assert len(built.facts('selected')) == 1
    assert_like_clean(project, built)


def test_faults_give_one_warning_each(make_project: MakeProject) -> None:
    project = project_with(
        make_project,
        """
        def choose(app, selection):
            for _time in range(2):
                selection.add('nowhere', 'a reason')
                selection.set_kind('test_it', 'thing')
            selection.veto('nowhere')
            selection.veto('plain_name')

        def setup(app):
            app.connect('kwindex-select', choose)
            return {'parallel_read_safe': True, 'parallel_write_safe': True}
        """,
    )
    kinds = (
        'class, exception, function, method, attribute, module, constant, type, macro, setting, option, envvar, command, '
        'file, acronym, product, protocol, term, name'
    )
    where = '(those that were found are in names())'
    warnings = [
        f"WARNING: kwindex-select: add: no document has the name 'nowhere' {where} [kwindex.event]",
        f"WARNING: kwindex-select: set_kind: 'thing' is not one of {kinds} (for the name 'test_it') [kwindex.event]",
    ]
    built = project.build(warnings=warnings)
    assert built.keywords['test_it']['kind'] == 'attribute'
    assert 'plain_name' not in built.keywords
    project.edit('conf.py', 'project =', "suppress_warnings = ['kwindex.event']\nproject =")
    project.build()


@pytest.mark.parametrize('error', ['KeyError("no such name")', 'OSError("no such file")'])
@pytest.mark.parametrize('builder', ['html', 'kwindex'])
def test_handler_that_fails_ends_the_build(make_project: MakeProject, builder: str, error: str) -> None:
    project = project_with(
        make_project,
        f"""
        def choose(app, selection):
            raise {error}

        def setup(app):
            app.connect('kwindex-select', choose)
            return {{'parallel_read_safe': True, 'parallel_write_safe': True}}
        """,
    )
    with pytest.raises(
        BuildFailed, match=r"Handler <function choose at 0x\w+> for event 'kwindex-select' threw an exception"
    ):
        project.build(builder)


def test_example_of_the_documentation(make_project: MakeProject) -> None:
    assert EXAMPLE is not None
    project = project_with(make_project, EXAMPLE[1])
    built = project.build()
    assert built.keywords['data']['count'] == 2
    assert built.keywords['site_title']['kind'] == 'setting'
    assert 'plain_name' in built.keywords
    assert 'test_it' not in built.keywords
    assert_like_clean(project, built)


def test_the_explanation_names_the_decision(make_project: MakeProject) -> None:
    project = project_with(make_project, CHOOSER)
    project.build()
    folders = ['--source', 'source', '--doctrees', 'doctrees']
    said = project.ask('why', *folders, 'plain_name', 'test_it')
    assert (said.status, said.read) == (0, [])
    printed = said.out
    assert '  Decided by        event: not for readers (drops): a handler of the event kwindex-select' in printed
    assert '  Applies as well   literal (keeps): ' in printed
    assert '  Kind from         an extension (event kwindex-select)\n' in printed
    (line,) = project.ask('dropped', *folders, '--rule', 'event', '--format', 'jsonl').out.splitlines()
    assert (json.loads(line)['name'], json.loads(line)['rule']) == ('plain_name', 'event: not for readers')


def test_the_whole_api_is_documented() -> None:
    members = {name for name in vars(Selection) if not name.startswith('_')}
    documented = dict(re.findall(r'\{py:(?:method|property)\} (\w+)(\(.*\))?', EVENTS))
    assert documented.keys() == members
    for name, written in documented.items():
        member = vars(Selection)[name]
        if inspect.isfunction(member):
            parameters = list(inspect.signature(member).parameters.values())[1:]
            shown = [
                each.name if each.default is each.empty else f'{each.name}={each.default!r}' for each in parameters
            ]
            assert written == f'({", ".join(shown)})'
    assert f'{{event}} {SELECT_EVENT} (app, selection)' in EVENTS
