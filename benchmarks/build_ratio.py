"""Measure how much more a build takes with the extension than without it: time, memory, and bytes of output.

The same documentation is built in turns with and without ``sphinx_kwindex``, each in a process and an output folder of
its own. Printed are rows of a table in Markdown, from the medians of both, for these scenarios:

fresh     nothing is there yet
no-op     nothing has changed since the build before
touched   one document has another time and the same content
edited    one document has a new line that holds a new name

The documentation is a folder with a ``conf.py``, which is copied and not changed, or made up (``--synthetic``).
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import product
from pathlib import Path
from statistics import median

import sizes
from builds import (
    WITH,
    WITHOUT,
    Build,
    BuildFailed,
    Usage,
    copy_corpus,
    document_to_edit,
    in_turn,
    prepare,
    project_root,
)
from rows import Row, both, print_rows, size
from synthetic import write_project

SCENARIOS = ('fresh', 'no-op', 'touched', 'edited')
MEASURES = ('cpu', 'wall', 'memory', 'size')
TIMES = {'cpu': 'CPU time', 'wall': 'wall time', 'memory': 'peak memory'}
RATIOS = {('cpu', 'alabaster'): 1.04, ('cpu', 'furo'): 1.02, ('cpu', 'sphinx_book_theme'): 1.05}
"""Goals of a fresh build, by theme."""
SECONDS = {'no-op': 0.2, 'touched': 0.5, 'edited': 0.5}
"""Goals of what comes after it: CPU seconds that are added."""


@dataclass(slots=True)
class Taken:
    """What the builds of one scenario took and wrote, by mode, one a round."""

    usage: dict[str, list[Usage]] = field(default_factory=lambda: defaultdict(list))
    written: dict[str, list[sizes.Written]] = field(default_factory=lambda: defaultdict(list))

    def values(self, mode: str, measure: str) -> list[float]:
        """One measure of all rounds."""
        return [getattr(usage, measure) for usage in self.usage[mode]]


def edit(document: Path, number: int) -> None:
    """Add a line that is the same in reStructuredText and in Markdown."""
    with document.open('a', encoding='utf-8') as stream:
        stream.write(f'\n\nA line with ``benchmark_name_{number}`` in it.\n')


def measure(build: Build, scenarios: Sequence[str], rounds: int, report: Callable[[str], None]) -> dict[str, Taken]:
    """Build in turns; the one that comes first changes from round to round.

    :raises BuildFailed: where Sphinx reports an error
    """
    taken = {scenario: Taken() for scenario in scenarios}
    document, edits = document_to_edit(build.source), 0
    for number in range(rounds):
        for scenario, mode in product(scenarios, in_turn(number)):
            before: sizes.State = {}
            if scenario == 'fresh':
                build.clear(mode)
            else:
                build.run(mode)  # up to date, whatever was edited for the other mode
                before = sizes.state(build.out(mode))
            if scenario == 'touched':
                document.touch()
            elif scenario == 'edited':
                edits += 1
                edit(document, edits)
            usage = build.run(mode)
            taken[scenario].usage[mode].append(usage)
            report(
                f'round {number + 1} of {rounds}, {scenario}, {mode}: CPU {usage.cpu:.2f} s, '
                f'wall {usage.wall:.2f} s, memory {size(usage.memory)}'
            )
            if scenario != 'fresh':
                out = build.out(mode)
                found = sizes.written(before, sizes.state(out), sizes.made_by_us(out))
                taken[scenario].written[mode].append(found)
    return taken


def usage_rows(taken: dict[str, Taken], measures: Sequence[str], theme: str, jobs: str) -> Iterator[Row]:
    """The medians compared, a row for each scenario and measure."""
    for scenario, one in taken.items():
        for wanted in measures:
            plain, ours = one.values(WITHOUT, wanted), one.values(WITH, wanted)
            added, ratio = median(ours) - median(plain), median(ours) / median(plain)
            most = goal(scenario, wanted, theme, jobs)
            if wanted == 'memory':
                yield Row(f'{scenario}, peak memory', f'{ratio:.3f}', most, both(plain, ours, 'B'))
            else:
                measured = f'{ratio:.3f}' if scenario == 'fresh' else f'{added:+.2f} s'
                details = f'{both(plain, ours, "s")}; {added:+.2f} s, ratio {ratio:.3f}'
                yield Row(f'{scenario}, {TIMES[wanted]}', measured, most, details)
        if one.written:
            yield written_row(scenario, one.written[WITHOUT][-1], one.written[WITH][-1])


def goal(scenario: str, wanted: str, theme: str, jobs: str) -> str:
    """What the figure is to be, '' where nothing is said of it."""
    if scenario != 'fresh':
        return f'at most {SECONDS[scenario]:+.1f} s' if wanted == 'cpu' else ''
    if wanted == 'memory' and jobs == '1':
        return 'at most 1.05'
    if wanted == 'wall' and jobs == '2':
        return 'at most 1.05'
    most = RATIOS.get((wanted, theme))
    return f'at most {most:.2f}' if most and jobs == '1' else ''


def written_row(scenario: str, plain: sizes.Written, ours: sizes.Written) -> Row:
    """Which files the last build of a scenario wrote."""
    return Row(
        f'{scenario}, generated files written with the content that they had',
        str(ours.ours - ours.ours_new),
        '0',
        f'generated: {ours.ours} written, {ours.ours_new} of them new or changed; others: {plain.others} written without '
        f'({plain.others_new} changed), {ours.others} with ({ours.others_new} changed)',
    )


def size_rows(plain: sizes.Output, ours: sizes.Output, store: sizes.Store, *, options: bool) -> Iterator[Row]:
    """What the output holds more, the largest page, and the store."""
    added = ours.size - plain.size
    yield Row(
        'bytes added to the output',
        f'{added / plain.size:+.1%}',
        'at most +15 %' if options else '',
        f'{size(plain.size)} without, {size(ours.size)} with; {size(ours.ours)} in {ours.pages} generated pages and '
        f'other files of the extension, {size(added - ours.ours)} in other pages',
    )
    yield page_row(ours)
    yield store_row(store)


def page_row(output: sizes.Output) -> Row:
    """The generated page with the most markup of ours."""
    return Row(
        'own markup of the largest generated page', size(output.largest), 'at most 200 KB', f'`{output.largest_page}`'
    )


def store_row(store: sizes.Store) -> Row:
    """The store against the text."""
    return Row(
        'store, for each character of text indexed',
        f'{store.ratio:.2f} bytes',
        'under 1.5',
        f'{size(store.size)} for {store.text / 1e6:.2f} million characters',
    )


def arguments() -> argparse.Namespace:
    """What the user wants measured."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument('corpus', nargs='?', type=Path, help='a folder of documentation with its conf.py')
    what.add_argument('--synthetic', type=int, metavar='N', help='make up a documentation of N documents')
    parser.add_argument('--builder', default='html', help='the builder (%(default)s)')
    parser.add_argument('--theme', default='', help="the HTML theme (that of conf.py, or Sphinx's default)")
    parser.add_argument('--rounds', type=int, default=5, help='how many times each is measured (%(default)s)')
    parser.add_argument('--jobs', default='1', help="Sphinx's option -j (%(default)s)")
    parser.add_argument(
        '--option', action='append', default=[], metavar='NAME=VALUE', help='an option for the side with the extension'
    )
    parser.add_argument(
        '--scenario', action='append', choices=SCENARIOS, help='measure this one; may be given again (all)'
    )
    parser.add_argument(
        '--measure', action='append', choices=MEASURES, help='print this; may be given again, all from one run (cpu)'
    )
    parser.add_argument('--name', default='', help='what to call the documentation (as its folder)')
    wanted = parser.parse_args()
    if wanted.corpus is not None and not (wanted.corpus / 'conf.py').is_file():
        parser.error(f'there is no conf.py in {wanted.corpus}')
    if wanted.rounds < 1 or (wanted.synthetic is not None and wanted.synthetic < 1):
        parser.error('numbers begin at 1')
    wanted.scenario = [scenario for scenario in SCENARIOS if scenario in (wanted.scenario or SCENARIOS)]
    wanted.measure = [name for name in MEASURES if name in (wanted.measure or ('cpu',))]
    return wanted


def called(wanted: argparse.Namespace) -> str:
    """What the rows call that which was measured."""
    of_corpus = (
        project_root(wanted.corpus.resolve()).name if wanted.corpus else f'{wanted.synthetic} synthetic documents'
    )
    parts = [wanted.name or of_corpus, wanted.theme, f'-j {wanted.jobs}' if wanted.jobs != '1' else '', *wanted.option]
    return ', '.join(filter(None, parts))


def main() -> int:
    """Measure and print."""
    wanted = arguments()
    with tempfile.TemporaryDirectory(prefix='kwindex-benchmark-') as folder:
        work = Path(folder).resolve()
        if wanted.corpus is not None:
            source = copy_corpus(wanted.corpus.resolve(), work)
        else:
            source = write_project(work / 'project', wanted.synthetic)
        prepare(source)
        build = Build(source, work, wanted.builder, wanted.theme, wanted.jobs, wanted.option)
        try:
            taken = measure(
                build, wanted.scenario, wanted.rounds, lambda line: print(line, file=sys.stderr, flush=True)
            )
        except BuildFailed as error:
            print(f'The build failed:\n{error}', file=sys.stderr)
            return 1
        times = [name for name in wanted.measure if name in TIMES]
        rows = list(usage_rows(taken, times, wanted.theme, wanted.jobs))
        if 'size' in wanted.measure:
            without, ours = sizes.output(build.out(WITHOUT)), sizes.output(build.out(WITH))
            store = sizes.store(build.doctrees(WITH), wanted.builder)
            rows += size_rows(without, ours, store, options=bool(wanted.option))
    print_rows(called(wanted), rows)
    return 0


if __name__ == '__main__':
    sys.exit(main())
