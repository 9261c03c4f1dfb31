"""What pages depend on, told so that another process can compare it."""

from __future__ import annotations

import re
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest

from sphinx_kwindex import facts
from sphinx_kwindex.facts import Untold, digest, foreign_handlers, told
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


def _handled(*modules: str | None, theme: Path | None = None) -> bool:
    listeners = [SimpleNamespace(handler=SimpleNamespace(__module__=module)) for module in modules]
    app = SimpleNamespace(events=SimpleNamespace(listeners={'html-page-context': listeners}))
    builder = SimpleNamespace(theme=SimpleNamespace(get_theme_dirs=lambda: [theme]) if theme else None)
    return foreign_handlers(cast('Any', app), cast('Any', builder))


def test_foreign_handlers() -> None:
    package = Path(pytest.__file__).parent
    assert not _handled('sphinx.ext.mathjax', 'sphinx_kwindex.build')
    assert _handled('sphinx.ext.mathjax', 'pytest.hooks')
    assert _handled(None)
    assert _handled('no_such_module')
    assert not _handled('pytest.hooks', theme=package)
    assert not _handled('pytest.hooks', theme=package / 'themes' / 'one')
    assert _handled('pytest.hooks', theme=package.parent / 'other')
