"""Pages are made as far as they are not there from an earlier build."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from pathlib import Path

import pytest

from sphinx_kwindex.output.making import NOTHING_LEFT, Left, Making, samples, shorter
from sphinx_kwindex.output.page import Draft, Page
from test_writer import FakeBuilder, writer


class Drafts:
    """Drafts that write down which of them were made."""

    def __init__(self) -> None:
        self.made: list[str] = []

    def of(self, name: str, key: str, *bodies: str) -> Draft:
        return Draft(name, key, partial(self._make, name, bodies))

    def _make(self, name: str, bodies: Iterable[str]) -> Iterable[Page]:
        self.made.append(name)
        for number, body in enumerate(bodies):
            yield Page(f'{name}~{number}' if number else name, name.upper(), body)


def run(folder: Path, earlier: Left, *drafts: Draft, framed: bool) -> tuple[Making, FakeBuilder]:
    pages, builder = writer(folder)
    making = Making(pages, earlier, framed=framed)
    for draft in drafts:
        making.make(draft)
    pages.finish(None)
    return making, builder


@pytest.fixture
def left(tmp_path: Path) -> Left:
    drafts = Drafts()
    making, builder = run(
        tmp_path, NOTHING_LEFT, drafts.of('a', '1', '<p>ä</p>', 'more'), drafts.of('b', '', 'of b'), framed=True
    )
    assert drafts.made == ['a', 'b']
    assert [page for page, *_ in builder.handled] == ['a', 'a~1', 'b']
    assert making.sample == Page('a~1', 'A', 'more')
    return Left(making.drafts, making.pages)


def test_what_stands_is_neither_made_nor_rendered(tmp_path: Path, left: Left) -> None:
    drafts = Drafts()
    again = drafts.of('a', '1', 'is not asked for'), drafts.of('b', '', 'of b')
    making, builder = run(tmp_path, left, *again, framed=True)
    assert drafts.made == ['b']  # which has no key
    assert builder.handled == []
    assert Left(making.drafts, making.pages) == left


def test_another_key(tmp_path: Path, left: Left) -> None:
    drafts = Drafts()
    making, builder = run(tmp_path, left, drafts.of('a', '2', '<p>ä</p>', 'other'), framed=True)
    assert drafts.made == ['a']
    assert [page for page, *_ in builder.handled] == ['a~1']  # the first has the body that it had
    assert making.drafts == {'a': ['2', 'a', 'a~1']}
    assert making.pages['a'] == left.pages['a']


def test_another_frame_around_what_is_read_back(tmp_path: Path, left: Left) -> None:
    drafts = Drafts()
    making, builder = run(tmp_path, left, drafts.of('a', '1', 'is not asked for'), framed=False)
    assert drafts.made == []
    assert [(page, context['body']) for page, context, _ in builder.handled] == [('a', '<p>ä</p>'), ('a~1', 'more')]
    assert making.pages == {name: left.pages[name] for name in ('a', 'a~1')}


@pytest.mark.parametrize('damage', ['other', None])
@pytest.mark.parametrize('framed', [True, False])
def test_file_that_is_not_as_it_was_written(tmp_path: Path, left: Left, damage: str | None, framed: bool) -> None:
    path = tmp_path / 'a~1.html'
    text = path.read_text(encoding='utf-8')
    path.write_text(text.replace('more', damage)) if damage else path.unlink()
    drafts = Drafts()
    making, _builder = run(tmp_path, left, drafts.of('a', '1', '<p>ä</p>', 'more'), framed=framed)
    assert drafts.made == ['a']
    assert path.read_text(encoding='utf-8') == text
    assert making.pages == {name: left.pages[name] for name in ('a', 'a~1')}


def test_page_of_which_nothing_is_known(tmp_path: Path, left: Left) -> None:
    known = {name: page for name, page in left.pages.items() if name != 'a~1'}
    drafts = Drafts()
    run(tmp_path, Left(left.drafts, known), drafts.of('a', '1', '<p>ä</p>', 'more'), framed=True)
    assert drafts.made == ['a']


def test_samples(tmp_path: Path, left: Left) -> None:
    pages, _builder = writer(tmp_path)
    assert [page.body for page in samples(pages, left.pages)] == ['more', 'of b', '<p>ä</p>']
    (tmp_path / 'a~1.html').write_text('damaged')
    assert next(samples(pages, left.pages)) == Page('b', 'B', 'of b')
    assert list(samples(pages, {})) == []


def test_shorter() -> None:
    one, other, long = Page('b', '', 'x'), Page('a', '', 'y'), Page('0', '', 'long')
    assert shorter(one, other) == shorter(long, other) == shorter(None, other) == other
    assert shorter(None, None) is None
