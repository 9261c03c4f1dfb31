"""Files in the output folder: written where they changed, remembered, deleted where they are still ours."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest

from sphinx_kwindex.output.journal import JOURNAL
from sphinx_kwindex.output.page import Page
from sphinx_kwindex.output.writer import MEMORY, Memory, PageWriter, digest, stamp, write_if_changed

LONG_AGO = 1_000_000_000


def age(path: Path) -> None:
    os.utime(path, (LONG_AGO, LONG_AGO))


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob('*') if path.is_file()}


def test_digest(tmp_path: Path) -> None:
    (tmp_path / 'a').write_bytes(b'abc')
    assert digest(tmp_path / 'a') == 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'
    assert digest(tmp_path / 'none') == ''
    assert digest(tmp_path) == ''


def test_write_if_changed(tmp_path: Path) -> None:
    path = tmp_path / 'deep' / 'er' / 'a.txt'
    assert write_if_changed(path, b'one') is True
    age(path)
    assert write_if_changed(path, b'one') is False
    assert path.stat().st_mtime == LONG_AGO
    assert write_if_changed(path, b'two') is True
    assert files(tmp_path) == {'deep/er/a.txt': b'two'}


def remembered(outdir: Path, *names: str) -> Memory:
    """The memory of a build that wrote files of these names, each holding its name."""
    memory = Memory(outdir)
    for name in names:
        write_if_changed(outdir / name, name.encode())
        memory.files[name] = digest(outdir / name)
    return memory


def test_memory_is_kept(tmp_path: Path) -> None:
    memory = remembered(tmp_path, 'a', 'ü/b')
    site = {'': '', 'x': 'kw/doc/x'}
    memory.site = site
    memory.save()
    again = Memory(tmp_path)
    assert again.files == memory.files
    assert again.site == site
    age(memory.path)
    again.save()
    assert memory.path.stat().st_mtime == LONG_AGO


def test_nothing_to_remember_leaves_no_file(tmp_path: Path) -> None:
    memory = remembered(tmp_path, 'a')
    memory.save()
    assert memory.path.name == MEMORY
    memory.files.clear()
    memory.save()
    assert not memory.path.exists()
    memory.save()
    memory.site = {}
    memory.save()
    assert memory.path.exists()


@pytest.mark.parametrize(
    'data',
    [
        b'', b'{', b'null', b'[]', b'{}', b'"text"', b'\xff\xfe', b'{"files": []}', b'{"files": null, "site": null}',
        b'{"files": {}, "site": 3}', b'{"files": {}, "site": ["ab"]}', b'{"site": {}}',
    ],
)  # fmt: skip
def test_damaged_memory_is_as_good_as_none(tmp_path: Path, data: bytes) -> None:
    (tmp_path / MEMORY).write_bytes(data)
    memory = Memory(tmp_path)
    assert memory.files == {}
    assert memory.site is None or data == b'{"files": {}, "site": ["ab"]}'
    memory.files['a'] = 'x'
    memory.save()
    assert Memory(tmp_path).files == {'a': 'x'}


def test_memory_in_the_place_of_a_folder(tmp_path: Path) -> None:
    (tmp_path / MEMORY).mkdir()
    assert Memory(tmp_path).files == {}


def test_forget_all_but(tmp_path: Path) -> None:
    memory = remembered(tmp_path, 'keep', 'go', 'deep/go', 'deep/er/go', 'full/go')
    (tmp_path / 'full' / 'theirs').write_bytes(b'theirs')
    assert memory.forget_all_but(['keep', 'new']) == ['deep/er/go', 'deep/go', 'full/go', 'go']
    assert files(tmp_path) == {'keep': b'keep', 'full/theirs': b'theirs'}
    assert sorted(path.name for path in tmp_path.iterdir()) == ['full', 'keep']
    assert list(memory.files) == ['keep']


def test_files_that_somebody_else_changed_stay(tmp_path: Path) -> None:
    memory = remembered(tmp_path, 'kw/ours', 'kw/theirs', 'kw/gone')
    (tmp_path / 'kw' / 'theirs').write_bytes(b'of somebody else')
    (tmp_path / 'kw' / 'gone').unlink()
    assert memory.forget_all_but([]) == ['kw/ours']
    assert files(tmp_path) == {'kw/theirs': b'of somebody else'}
    assert memory.files == {}


def test_output_folder_itself_is_never_removed(tmp_path: Path) -> None:
    outdir = tmp_path / 'out'
    memory = remembered(outdir, 'a')
    memory.forget_all_but([])
    assert outdir.is_dir()


class FakeBuilder:
    """As much of an HTML builder as the writer asks for: a page is its body between two lines of the theme."""

    def __init__(self, outdir: Path) -> None:
        self.outdir = outdir
        self.handled: list[tuple[str, dict[str, Any], str]] = []
        self.fails = False
        self.body: Callable[[str], str] = str

    def get_output_path(self, page: str) -> Path:
        return self.outdir / f'{page}.html'

    def handle_page(self, page: str, context: dict[str, Any], template: str, *, outfilename: Path) -> None:
        self.handled.append((page, context, template))
        if not self.fails:
            outfilename.write_text(f'<h1>{context["title"]}</h1>\n{self.body(context["body"])}', encoding='utf-8')


def writer(outdir: Path) -> tuple[PageWriter, FakeBuilder]:
    builder = FakeBuilder(outdir)
    return PageWriter(cast('Any', builder), Memory(outdir)), builder


def test_pages_go_through_the_builder(tmp_path: Path) -> None:
    pages, builder = writer(tmp_path)
    pages.page(Page('kw/doc/ü', 'Title', 'Body'))
    pages.file('_static/x.json', [b'{', b'}'])
    pages.finish({'': 'kw-index'})
    assert builder.handled == [('kw/doc/ü', {'title': 'Title', 'body': 'Body'}, 'page.html')]
    assert pages.written == 2
    found = files(tmp_path)
    assert set(found) == {'kw/doc/ü.html', '_static/x.json', MEMORY}
    assert found['kw/doc/ü.html'].decode() == '<h1>Title</h1>\nBody'
    assert set(json.loads(found[MEMORY])['files']) == {'kw/doc/ü.html', '_static/x.json'}
    assert json.loads(found[MEMORY])['site'] == {'': 'kw-index'}


def test_second_build_touches_nothing(tmp_path: Path) -> None:
    for number in range(2):
        pages, _builder = writer(tmp_path)
        pages.page(Page('kw/a', 'A', 'Body'))
        pages.file('x.json', [b'{}'])
        pages.finish(None)
        if number == 0:
            for name in files(tmp_path):
                age(tmp_path / name)
    assert pages.written == 0
    assert {(tmp_path / name).stat().st_mtime for name in files(tmp_path)} == {LONG_AGO}


def test_pages_that_are_no_longer_made_are_deleted(tmp_path: Path) -> None:
    first, _builder = writer(tmp_path)
    first.page(Page('kw/a', 'A', 'Body'))
    first.page(Page('kw/deep/b', 'B', 'Body'))
    first.finish(None)
    second, _builder = writer(tmp_path)
    second.page(Page('kw/a', 'A', 'New'))
    second.finish(None)
    assert second.written == 1
    assert set(files(tmp_path)) == {'kw/a.html', MEMORY}
    assert not (tmp_path / 'kw' / 'deep').exists()
    assert b'New' in files(tmp_path)['kw/a.html']


def killed(outdir: Path, *names: str) -> None:
    """A build that writes pages of these names and never ends."""
    pages, _builder = writer(outdir)
    for name in names:
        pages.page(Page(f'kw/{name}', name, 'New'))
    pages.file('_static/kwindex/export/x.json', [b'{', b'}'])
    (outdir / '_static/kwindex/export/y.json.kwindex-tmp').write_bytes(b'half')
    for name in ('.kwindex.tmp', '.kwindex.tmp-12', f'{MEMORY}.kwindex-tmp'):
        (outdir / name).write_bytes(b'half')


@pytest.mark.parametrize('before', [(), ('a', 'b')])
def test_what_a_build_wrote_that_was_killed_is_deleted(tmp_path: Path, before: tuple[str, ...]) -> None:
    first, _builder = writer(tmp_path)
    for name in before:
        first.page(Page(f'kw/{name}', name, 'Body'))
    first.finish(None)
    killed(tmp_path, 'a', 'c', 'deep/d', 'theirs')
    killed(tmp_path, 'c', 'e')
    (tmp_path / 'kw/theirs.html').write_text('by hand', encoding='utf-8')
    second, _builder = writer(tmp_path)
    assert not second.all_stand()
    second.page(Page('kw/e', 'e', 'Body'))
    second.finish(None)
    assert set(files(tmp_path)) == {'kw/e.html', 'kw/theirs.html', MEMORY}
    assert sorted(path.name for path in tmp_path.iterdir()) == [MEMORY, 'kw']
    assert not (tmp_path / 'kw/deep').exists()
    third, _builder = writer(tmp_path)
    assert third.all_stand()


def test_page_of_a_build_that_was_killed_is_not_taken_for_that_of_the_last(tmp_path: Path) -> None:
    first, _builder = writer(tmp_path)
    first.page(Page('kw/a', 'A', 'Body'))
    first.finish(None)
    killed(tmp_path, 'a')
    second, _builder = writer(tmp_path)
    assert not second.keep('kw/a')


@pytest.mark.parametrize(
    'damage', [b'', b'\xff', b'[', b'["kw/a.html"', b'\n3\n', b'\n["kw/a.html", 3]\n', b'[' * 100_000]
)
def test_damaged_journal_says_what_is_whole(tmp_path: Path, damage: bytes) -> None:
    journal = tmp_path / JOURNAL
    journal.write_bytes(damage)
    killed(tmp_path, 'a')
    journal.write_bytes(journal.read_bytes() + damage)
    (tmp_path / 'kw/b.html').write_bytes(b'')
    pages, _builder = writer(tmp_path)
    pages.finish(None)
    assert set(files(tmp_path)) == {'kw/b.html'}


def test_journal_in_the_place_of_a_folder(tmp_path: Path) -> None:
    (tmp_path / JOURNAL).mkdir()
    pages, _builder = writer(tmp_path)
    pages.page(Page('kw/a', 'A', 'Body'))
    pages.finish(None)
    assert set(files(tmp_path)) == {'kw/a.html', MEMORY}


def test_page_that_the_builder_could_not_write_is_not_ours(tmp_path: Path) -> None:
    pages, builder = writer(tmp_path)
    builder.fails = True
    pages.page(Page('kw/a', 'A', 'Body'))
    pages.finish(None)
    assert pages.written == 0
    assert files(tmp_path) == {}


def test_older_builders_name_their_files_as_text(tmp_path: Path) -> None:
    given: list[Any] = []
    builder = SimpleNamespace(
        outdir=tmp_path,
        get_outfilename=lambda page: str(tmp_path / f'{page}.html'),
        handle_page=lambda _page, _context, _template, outfilename: given.append(outfilename),
    )
    PageWriter(cast('Any', builder), Memory(tmp_path)).page(Page('a', 'A', 'Body'))
    assert [type(path) for path in given] == [str]


def test_page_is_kept_where_its_file_stands(tmp_path: Path) -> None:
    first, _builder = writer(tmp_path)
    assert not first.keep('kw/a')
    for name in ('a', 'b', 'c'):
        first.page(Page(f'kw/{name}', name.upper(), 'Body'))
    first.finish(None)
    (tmp_path / 'kw/b.html').write_text('by hand', encoding='utf-8')
    second, builder = writer(tmp_path)
    assert not second.all_stand()
    assert [second.keep(f'kw/{name}') for name in ('a', 'b')] == [True, False]
    second.page(Page('kw/b', 'B', 'Body'))
    second.finish(None)
    assert [page for page, _context, _template in builder.handled] == ['kw/b']
    assert (second.written, second.rendered) == (1, 1)
    assert second.all_stand()
    assert set(files(tmp_path)) == {'kw/a.html', 'kw/b.html', MEMORY}


def test_body_is_read_back(tmp_path: Path) -> None:
    pages, builder = writer(tmp_path)
    start, length = pages.page(Page('kw/a', 'Ä', '<p>größer</p>'))
    assert (start, length) == (len('<h1>Ä</h1>\n'.encode()), len('<p>größer</p>'.encode()))
    assert pages.body('kw/a', start, length) == '<p>größer</p>'
    assert pages.body('kw/a', start - 1, length) == '\n<p>größer</p'
    assert pages.body('kw/a', start + len('<p>grö'.encode()) - 1, length) == ''  # inside a character
    assert pages.body('kw/a', -1, 0) == ''
    assert pages.body('kw/none', start, length) == ''
    builder.fails = True
    assert pages.page(Page('kw/b', 'B', 'Body')) == (-1, 0)


def test_body_that_the_theme_does_not_print_as_it_is(tmp_path: Path) -> None:
    pages, builder = writer(tmp_path)
    builder.body = json.dumps
    assert pages.page(Page('kw/a', 'A', '<p class="b">')) == (-1, 0)
    assert pages.page(Page('kw/b', 'B', 'plain')) == (len('<h1>B</h1>\n"'), 5)


def test_sample_tells_whether_a_page_would_be_as_it_was(tmp_path: Path) -> None:
    first, _builder = writer(tmp_path)
    first.page(Page('kw/a', 'A', 'Body'))
    first.finish(None)
    before = files(tmp_path)
    second, builder = writer(tmp_path)
    assert second.is_rendered_as_it_was(Page('kw/a', 'A', 'Body'))
    assert not second.is_rendered_as_it_was(Page('kw/a', 'A', 'Other'))
    assert not second.is_rendered_as_it_was(Page('kw/b', 'A', 'Body'))
    builder.fails = True
    assert not second.is_rendered_as_it_was(Page('kw/a', 'A', 'Body'))
    assert files(tmp_path) == before


def test_files_that_are_as_they_were_are_not_put_down(tmp_path: Path) -> None:
    for number in range(2):
        pages, _builder = writer(tmp_path)
        pages.page(Page('kw/a', 'A', 'Body'))
        pages.file('x.json', [b'{}'])
        pages.adopt('x.json')
        assert (tmp_path / JOURNAL).exists() == (number == 0)
        pages.finish(None)
        assert not (tmp_path / JOURNAL).exists()


def test_stamp_is_that_of_what_the_file_holds(tmp_path: Path) -> None:
    path = tmp_path / 'x'
    assert stamp(path) == []
    path.write_bytes(b'one')
    before = stamp(path)
    assert before == stamp(path) != []
    os.utime(path, ns=(before[1], before[1] + 1))
    assert stamp(path) == [before[0], before[1] + 1]
    path.write_bytes(b'longer')
    os.utime(path, ns=(before[1], before[1]))
    assert stamp(path) == [6, before[1]]
    path.unlink()
    assert stamp(path) == []
