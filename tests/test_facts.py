"""What pages depend on, told so that another process can compare it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from pprint import pformat
from types import SimpleNamespace
from typing import Any, cast

import pytest

import conftest
from sphinx_kwindex import facts
from sphinx_kwindex.facts import Untold, digest, foreign_hands, told
from sphinx_kwindex.occurrences import Kind


class Plain:
    """An object that says nothing of itself."""


class Spoken:
    def __repr__(self) -> str:
        return 'Spoken()'


@pytest.mark.parametrize(
    ('value', 'text'),
    [
        (None, 'None'),
        ('a', "'a'"),
        (b'a', "b'a'"),
        (1.5, '1.5'),
        ([1, 'a', (2,)], "[1, 'a', [2]]"),
        ({'b': 1, 'a': {2}}, "{'a': {2}, 'b': 1}"),
        (frozenset({'b', 'a'}), "{'a', 'b'}"),
        (re.compile('a+'), "re.compile('a+')"),
        (Plain, 'test_facts.Plain'),
        (digest, 'sphinx_kwindex.facts.digest'),
        ('x'.join, 'None.str.join'),
        (facts, 'sphinx_kwindex.facts'),
        (Spoken(), 'Spoken()'),
        (Kind.CLASS, "<Kind.CLASS: 'class'>"),
    ],
)
def test_told(value: object, text: str) -> None:
    assert told(value) == text


@pytest.mark.parametrize('value', [Plain(), [Plain()], {'a': Plain()}, object()])
def test_place_in_memory_tells_nothing(value: object) -> None:
    with pytest.raises(Untold):
        told(value)


def test_what_can_not_be_told_is_never_the_same() -> None:
    endless: list[Any] = []
    endless.append(endless)
    for value in (Plain(), endless):
        assert facts._told_digest(lambda value=value: [value]) != facts._told_digest(lambda value=value: [value])  # type: ignore[misc]
    assert facts._told_digest(lambda: [1]) == facts._told_digest(lambda: [1])


def test_digest_keeps_parts_apart() -> None:
    assert digest('a', 'b') != digest('ab')
    assert digest('a', 'b') == digest('a', 'b')
    assert digest('\ud800') != digest('?')


def test_stamps(tmp_path: Path) -> None:
    (tmp_path / 'static').mkdir()
    (tmp_path / 'deep').mkdir()
    (tmp_path / 'deep/b.html').write_text('b')
    (tmp_path / 'a.html').write_text('aa')
    before = facts._stamps(tmp_path)
    assert [(name, size) for name, size, _time in before] == [('a.html', 2), ('deep/b.html', 1)]
    (tmp_path / 'static/c.html').write_text('c')
    assert facts._stamps(tmp_path) == before
    (tmp_path / 'a.html').unlink()
    assert facts._stamps(tmp_path) == before[1:]
    assert facts._stamps(tmp_path / 'none') == []


def _handled(*modules: str | None, theme: Path | None = None, tables: Mapping[str, Mapping[str, object]] = {}) -> bool:
    listeners = [SimpleNamespace(handler=SimpleNamespace(__module__=module)) for module in modules]
    app = SimpleNamespace(events=SimpleNamespace(listeners={'html-page-context': listeners}))
    names = ('globals', 'filters', 'tests')
    builder = SimpleNamespace(
        theme=SimpleNamespace(get_theme_dirs=lambda: [theme]) if theme else None,
        config=SimpleNamespace(html_context=tables.get('context', {})),
        templates=SimpleNamespace(environment=SimpleNamespace(**{name: tables.get(name, {}) for name in names})),
    )
    return foreign_hands(cast('Any', app), cast('Any', builder))


def test_foreign_handlers() -> None:
    package = Path(pytest.__file__).parent
    assert not _handled('sphinx.ext.mathjax', 'sphinx_kwindex.build')
    assert not _handled('alabaster')
    assert _handled('sphinx.ext.mathjax', 'pytest.hooks')
    assert _handled(None)
    assert _handled('no_such_module')
    assert not _handled('pytest.hooks', theme=package)
    assert not _handled('pytest.hooks', theme=package / 'themes' / 'one')
    assert _handled('conftest', theme=Path(conftest.__file__).parent / 'theme')
    assert _handled('pytest.hooks', theme=package.parent / 'other')


@pytest.mark.parametrize('table', ['context', 'globals', 'filters', 'tests'])
def test_foreign_functions(table: str) -> None:
    ours: dict[str, object] = {'a': len, 'b': 'text', 'c': pformat, 'd': digest, 'e': dict}
    assert not _handled('sphinx.ext.mathjax', tables={table: ours})
    assert _handled('sphinx.ext.mathjax', tables={table: {**ours, 'f': pytest.fail}})
    written: dict[str, object] = {}
    exec('def words(page): return page', written)  # as conf.py is read
    assert _handled('sphinx.ext.mathjax', tables={table: {'words': written['words']}})


def test_stamps_of_what_links_lead_to(tmp_path: Path) -> None:
    (tmp_path / 'own').mkdir()
    (tmp_path / 'theirs').mkdir()
    (tmp_path / 'theirs/a.html').write_text('a')
    (tmp_path / 'own/linked').symlink_to(tmp_path / 'theirs')
    (tmp_path / 'theirs/round').symlink_to(tmp_path / 'theirs')
    assert [name for name, _size, _time in facts._stamps(tmp_path / 'own')] == ['linked/a.html']


def test_stamps_of_templates_of_the_project(tmp_path: Path) -> None:
    (tmp_path / 'static').mkdir()
    (tmp_path / 'static/a.html').write_text('a')
    assert [name for name, _size, _time in facts._stamps(tmp_path, facts._NO_TEMPLATES)] == ['static/a.html']
