"""The garbage collector runs by the pace of a build while it lasts, where nobody else has a say in it, and is then as it was."""

from __future__ import annotations

import gc
import sys
import weakref
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from conftest import MakeProject
from projects import BuildFailed, Built, Project, assert_same
from sphinx_kwindex import pace

HOOK = """

    import gc
    from probe import note

    def tell(*_):
        note(gc=[gc.isenabled(), *gc.get_threshold()])

    def fail(*_):
        raise ValueError('no more')

    def setup(app):
        tell()
        app.connect('source-read', tell)
        app.connect('doctree-resolved', tell)
        app.connect('build-finished', tell, priority=9999)
        return {'parallel_read_safe': True, 'parallel_write_safe': True}
"""
FILES = {f'{name}.rst': 'Title\n=====\n\nA ``some_name``.\n' for name in ('index', 'other', 'third')}
PACED = [True, 50_000, *gc.get_threshold()[1:]]


def spied(make_project: MakeProject, before: str = '') -> Project:
    project = make_project({**FILES, 'spy.py': HOOK}, extensions=['sphinx_kwindex', 'spy'], exclude_patterns=['spy.py'])
    project.edit(
        'conf.py',
        'project =',
        f'import pathlib, sys, gc\nsys.path.append(str(pathlib.Path(__file__).parent))\n{before}\nproject =',
    )
    project.edit('index.rst', 'A ', '.. toctree::\n\n   other\n   third\n\nA ')
    return project


def states(built: Built) -> tuple[Any, list[Any], Any]:
    """How the collector was set in the beginning, while documents were read and resolved, and at the end."""
    first, *between, last = built.facts('gc')
    return first, between, last


@pytest.mark.parametrize('arguments', [(), ('-j', '2'), ('-b', 'latex')])
def test_pace_of_a_build(make_project: MakeProject, arguments: tuple[str, ...]) -> None:
    first, between, last = states(spied(make_project).build('html', *arguments))
    assert first != PACED
    assert last == first
    records = 'latex' not in arguments
    assert between == [PACED if records else first] * len(between)
    assert len(between) == (6 if records else 4)


@pytest.mark.parametrize('option', ['kwindex_pace_gc=0', 'kwindex_enabled=0'])
def test_turned_off(make_project: MakeProject, option: str) -> None:
    first, between, last = states(spied(make_project).build('html', '-D', option))
    assert between == [first] * 6
    assert last == first


@pytest.mark.parametrize(
    'before',
    ['gc.set_threshold(100_000, 5, 5)', 'gc.set_threshold(10_000, 20, 20)', 'gc.disable()', 'gc.set_threshold(0)'],
)
def test_what_somebody_else_has_set_stands(make_project: MakeProject, before: str) -> None:
    first, between, last = states(spied(make_project, before).build())
    assert first[:2] in ([True, 100_000], [True, 10_000], [False, gc.get_threshold()[0]], [True, 0])
    assert between == [first] * 6
    assert last == first


def test_what_somebody_sets_meanwhile_stands(make_project: MakeProject) -> None:
    project = spied(make_project)
    project.edit(
        'spy.py',
        "app.connect('source-read', tell)",
        "app.connect('env-updated', lambda *_: gc.set_threshold(9000, 3, 3))",
    )
    first, between, last = states(project.build())
    assert first != last
    assert [last, *between] == [[True, 9000, 3, 3]] * 4


def test_build_that_fails(make_project: MakeProject) -> None:
    project = spied(make_project)
    project.edit('spy.py', "'doctree-resolved', tell", "'doctree-resolved', fail")
    with pytest.raises(BuildFailed, match='no more'):
        project.build()
    first, *between, last = (note['gc'] for note in project._notes() if 'gc' in note)
    assert PACED in between
    assert last == first


def test_build_whose_end_fails(make_project: MakeProject) -> None:
    """Where a handler of the end raises, those behind it are not called."""
    project = spied(make_project)
    project.edit(
        'spy.py',
        'def setup(app):',
        "def setup(app):\n    import atexit\n    atexit.register(tell)\n    app.connect('build-finished', fail, priority=400)",
    )
    with pytest.raises(BuildFailed, match='no more'):
        project.build()
    first, *between, last = (note['gc'] for note in project._notes() if 'gc' in note)
    assert PACED in between
    assert last == first


def test_pages_are_the_same_without_it(make_project: MakeProject) -> None:
    project = spied(make_project)
    built, clean = project.build(), project.clean_build('html', '-D', 'kwindex_pace_gc=0')
    assert PACED in states(built)[1]
    assert PACED not in states(clean)[1]
    assert_same(built, clean)


class Knot:
    def __init__(self) -> None:
        self.own = self


class App:
    """Handlers by event, and some documents."""

    def __init__(self, documents: int) -> None:
        self.env = self
        self.all_docs = dict.fromkeys(range(documents))
        self.handlers: dict[str, Callable[..., Any]] = {}

    def connect(self, event: str, handler: Callable[..., Any], priority: int = 500) -> None:
        self.handlers[event] = handler

    def emit(self, event: str) -> bool:
        """Whether garbage was there before and is not there after the handler has run."""
        knot = weakref.ref(Knot())
        assert knot() is not None
        self.handlers[event](self)
        return knot() is None


@pytest.fixture
def started() -> Iterator[Callable[[int], App]]:
    before = gc.get_threshold()

    def start(documents: int) -> App:
        app = App(documents)
        pace.set_pace(app)  # type: ignore[arg-type]
        app.emit('env-before-read-docs')
        return app

    yield start
    gc.set_threshold(*before)


def test_all_is_looked_through_when_the_heap_has_grown(
    started: Callable[[int], App], monkeypatch: pytest.MonkeyPatch
) -> None:
    app = started(10)
    freed = []
    for held in (1000, 1050, 1051, 1100, 1103, 1104, 900, 1150):
        monkeypatch.setattr(sys, 'getallocatedblocks', lambda held=held: held)
        freed.append(app.emit('doctree-resolved'))
    # What is still held after 1051 and 1104 becomes the measure: 1103.55 and 1159.2.
    assert freed == [False, False, True, False, False, True, False, False]
    app.emit('build-finished')
    monkeypatch.setattr(sys, 'getallocatedblocks', lambda: 10_000)
    assert not app.emit('doctree-resolved')


@pytest.mark.parametrize(('written', 'freed'), [(0, False), (1, False), (2, True)])
def test_before_pages_are_made_where_many_were_written(
    started: Callable[[int], App], written: int, freed: bool
) -> None:
    app = started(15)
    for _ in range(written):
        app.emit('doctree-resolved')
    assert app.emit('html-collect-pages') is freed


def test_pages_of_its_own_are_none(started: Callable[[int], App]) -> None:
    app = started(1)
    assert app.handlers['html-collect-pages'](app) == []


@pytest.mark.parametrize('change', [gc.disable, lambda: gc.set_threshold(9000, 3, 3)])
def test_nothing_is_looked_through_where_somebody_else_decides(
    started: Callable[[int], App], change: Callable[[], object]
) -> None:
    app = started(1)
    change()
    try:
        app.emit('doctree-resolved')
        assert not app.emit('html-collect-pages')
    finally:
        gc.enable()


def test_heap_that_is_not_measured(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, 'getallocatedblocks', lambda: 0)
    app = App(1)
    pace.set_pace(app)  # type: ignore[arg-type]
    assert not app.handlers


def test_other_interpreters(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.implementation, 'name', 'pypy')
    app = App(1)
    pace.set_pace(app)  # type: ignore[arg-type]
    assert not app.handlers
