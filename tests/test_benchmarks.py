"""The parts of the benchmarks that make figures of what was measured."""

from __future__ import annotations

import runpy
from pathlib import Path
from random import Random

import pytest

import build_ratio
import growth
import rows
import sizes
import synthetic
from builds import SWITCH, WITH, WITHOUT, Usage, copy_corpus, in_turn, prepare


def usage(cpu: float, memory: float = 1.0) -> Usage:
    return Usage(cpu, cpu, memory)


def taken(without: list[Usage], ours: list[Usage]) -> build_ratio.Taken:
    found = build_ratio.Taken()
    found.usage[WITHOUT] += without
    found.usage[WITH] += ours
    return found


def test_ratio_of_the_medians() -> None:
    one = taken([usage(10), usage(30), usage(11)], [usage(12), usage(99), usage(11)])
    row = next(build_ratio.usage_rows({'fresh': one}, ['cpu'], 'furo', '1'))
    assert row == rows.Row(
        'fresh, CPU time',
        '1.091',
        'at most 1.02',
        '11.00 s without, 12.00 s with; 3 rounds, 10.00 s to 30.0 s / 11.00 s to 99.0 s; +1.00 s, ratio 1.091',
    )


def test_incremental_builds_are_compared_by_difference() -> None:
    row = next(build_ratio.usage_rows({'no-op': taken([usage(1)], [usage(1.25)])}, ['cpu'], 'furo', '1'))
    assert (row.measured, row.goal) == ('+0.25 s', 'at most +0.2 s')


def test_written_files_with_their_old_content_are_counted() -> None:
    before = {'kw/a': (1, 1, 'x'), 'kw/b': (1, 2, 'x'), 'c': (1, 3, 'x'), 'd': (1, 4, 'x'), 'e': (1, 5, 'x')}
    after = {'kw/a': (2, 1, 'x'), 'kw/b': (1, 9, 'y'), 'c': (2, 3, 'y'), 'd': (1, 4, 'x'), 'kw/f': (2, 6, 'z')}
    found = sizes.written(before, after, frozenset({'kw/a', 'kw/b', 'kw/f'}))
    assert found == sizes.Written(ours=3, ours_new=2, others=1, others_new=1)
    assert build_ratio.written_row('edited', found, found).measured == '1'


def test_own_markup_is_one_section_with_all_in_it() -> None:
    own = b'<section class="kwindex"><section>b</section><section id="c"></section></section>'
    assert sizes.own_markup(b'<section>a' + own + b'</section><section></section>') == len(own)


def test_a_page_of_another_form_counts_as_a_whole() -> None:
    assert sizes.own_markup(b'<p>light</p>') == 12


def test_growth_is_that_of_what_is_added_for_each_document() -> None:
    nothing = sizes.Output(0, 0, 0, 0, ''), sizes.Store(0, 0)
    small = growth.Measured(10, {WITHOUT: [usage(5, 100)], WITH: [usage(6, 200)]}, *nothing)
    large = growth.Measured(100, {WITHOUT: [usage(50, 700)], WITH: [usage(65, 1200)]}, *nothing)
    assert [row.measured for row in growth.compared(small, large)] == ['1.500', '0.500']


@pytest.mark.parametrize(
    ('size', 'expected'),
    [
        (999, '999 bytes'),
        (1234, '1.23 KB'),
        (164_500, '164.5 KB'),
        (-2_500_000, '-2.50 MB'),
        (1_060_000_000, '1.06 GB'),
    ],
)
def test_sizes_have_the_unit_that_suits(size: int, expected: str) -> None:
    assert rows.size(size) == expected


def test_paths_of_a_command_tell_of_no_machine() -> None:
    argv = ['/some/where/growth.py', '/home/someone/django/docs', '--option', 'a=b', '1000']
    assert rows.shown_command(argv) == 'python benchmarks/growth.py django/docs --option a=b 1000'


def test_each_side_comes_first_in_turn() -> None:
    assert [in_turn(number)[0] for number in range(3)] == [WITHOUT, WITH, WITHOUT]


@pytest.mark.parametrize('mode', [WITHOUT, WITH])
@pytest.mark.parametrize('named', ["extensions = ['sphinx_kwindex']", "extensions = ['one']", ''])
def test_one_side_has_the_extension(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, mode: str, named: str) -> None:
    conf = tmp_path / 'conf.py'
    conf.write_text(named, encoding='utf-8')
    prepare(tmp_path)
    monkeypatch.setenv(SWITCH, mode)
    assert runpy.run_path(str(conf))['extensions'].count('sphinx_kwindex') == (mode == WITH)


def test_copy_has_what_lies_beside_the_documentation(tmp_path: Path) -> None:
    docs, work = tmp_path / 'project' / 'a' / 'docs', tmp_path / 'work'
    docs.mkdir(parents=True)
    work.mkdir()
    for path in (docs / 'conf.py', docs.parent / 'beside', docs.parents[1] / 'setup.py'):
        path.touch()
    copy = copy_corpus(docs, work)
    assert copy == work / 'project' / 'a' / 'docs'
    assert not (copy / 'conf.py').is_symlink()
    assert (copy.parent / 'beside').is_symlink()
    assert (copy.parents[1] / 'setup.py').is_symlink()


def test_synthetic_documents_are_the_same_in_every_run(tmp_path: Path) -> None:
    first, second = (synthetic.write_project(tmp_path / name, 60) for name in 'ab')
    names = sorted(path.relative_to(first) for path in first.rglob('*.*'))
    assert len([name for name in names if name.name.startswith('page')]) == 60
    assert all((first / name).read_bytes() == (second / name).read_bytes() for name in names)


def test_few_names_of_a_synthetic_documentation_are_used_everywhere() -> None:
    names = synthetic.Names(5000, Random(1))
    documents = [{names.pick() for _ in range(150)} for _ in range(200)]
    shares = [sum(name in document for document in documents) / 200 for name in names.all]
    assert len(set(names.all)) == 5000
    assert 3 < sum(share > 0.5 for share in shares) < 50
    assert sum(share < 0.05 for share in shares) > 4000
