"""What a finish left is kept whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from sphinx_kwindex.output import standing
from sphinx_kwindex.output.page import Page
from sphinx_kwindex.output.standing import Standing, body_digest


def left() -> Standing:
    return Standing(inputs='i', memory='m', rows={'ä': 'stamp'}, sample=['a', 'A', '<p>'], counts=[3, 2])


def test_kept(tmp_path: Path) -> None:
    left().save(tmp_path / 'kept.json')
    assert Standing.load(tmp_path / 'kept.json') == left() != Standing()


def test_none_there(tmp_path: Path) -> None:
    assert Standing.load(tmp_path / 'none.json') == Standing()
    assert Standing.load(tmp_path) == Standing()


@pytest.mark.parametrize(('old', 'new'), [('stamp', 'stomp'), ('\n', ''), ('}', ''), ('{', '[')])
def test_damaged(tmp_path: Path, old: str, new: str) -> None:
    path = tmp_path / 'kept.json'
    left().save(path)
    path.write_text(path.read_text().replace(old, new))
    assert Standing.load(path) == Standing()


def test_of_another_form(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / 'kept.json'
    left().save(path)
    monkeypatch.setattr(standing, '_FORM', 0)
    assert Standing.load(path) == Standing()


def test_what_can_not_be_kept_is_not_there(tmp_path: Path) -> None:
    path = tmp_path / 'kept.json'
    left().save(path)
    path.with_name('kept.json.kwindex-tmp').mkdir()
    Standing(inputs='other').save(path)
    assert not path.exists()


def test_body_digest() -> None:
    assert body_digest(Page('a', 'A', 'B')) == body_digest(Page('b', 'A', 'B'))
    assert len({body_digest(Page('a', *other)) for other in (('A', 'B'), ('AB', ''), ('A', 'C'))}) == 3
