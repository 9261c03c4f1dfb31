"""What a build asks of Sphinx, without one: orders, stop words, ids and paths."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest

from sphinx_kwindex.choosing import choices
from sphinx_kwindex.config import OPTIONS, Settings
from sphinx_kwindex.host import fragment_of, reading_order, shown, stop_words


@pytest.mark.parametrize(
    ('toctrees', 'order'),
    [
        ({}, ['index', 'a', 'b', 'c']),
        ({'index': ['c', 'a']}, ['index', 'c', 'a', 'b']),
        ({'index': ['c', 'a'], 'c': ['b']}, ['index', 'c', 'b', 'a']),
        ({'index': ['a'], 'a': ['index', 'a', 'b']}, ['index', 'a', 'b', 'c']),
        ({'index': ['gone', 'b'], 'gone': ['c']}, ['index', 'c', 'b', 'a']),
        ({'b': ['a']}, ['index', 'a', 'b', 'c']),
    ],
)
def test_reading_order(toctrees: dict[str, list[str]], order: list[str]) -> None:
    env = cast('Any', SimpleNamespace(config=SimpleNamespace(root_doc='index'), toctree_includes=toctrees))
    assert reading_order(env, ['c', 'b', 'a', 'index']) == order
    assert reading_order(env, ['a']) == ['a']


def test_stop_words() -> None:
    assert {'the', 'and'} <= stop_words('en')
    assert 'und' in stop_words('de')
    assert 'und' not in stop_words('en')
    assert stop_words(None) == stop_words('en') == stop_words('no-such-language')
    assert 'inode' not in stop_words('en')


def test_fragment_of() -> None:
    assert fragment_of(cast('Any', SimpleNamespace()))('a:b') == 'a:b'
    epub = SimpleNamespace(fix_fragment=lambda prefix, fragment: prefix + fragment.replace(':', '-'))
    assert fragment_of(cast('Any', epub))('a:b') == 'a-b'


def test_shown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert shown(tmp_path / 'a' / 'b') == str(Path('a', 'b'))
    assert shown(tmp_path.parent) == '..'


def test_choices() -> None:
    values: dict[str, Any] = {option.name: option.default for option in OPTIONS}
    values |= {'kwindex_terms': ['k8s', 'inode'], 'kwindex_spellings': {'k8s': 'Kubernetes', 'np': 'numpy'}}
    settings = Settings.from_config(cast('Any', SimpleNamespace(**values)))
    chosen = choices(settings, frozenset(['the']), 'de', frozenset(['changes']))
    assert chosen.terms == {'k8s', 'Kubernetes', 'inode'}
    assert chosen.spellings == {'k8s': 'Kubernetes', 'np': 'numpy'}
    assert chosen.changelogs == {'changes'}
    assert chosen.stop_words == {'the'}
    assert 'Januar' in chosen.plain_names
