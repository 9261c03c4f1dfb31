"""Measure what a document costs in a small and in a large documentation, with documents that are made up.

usage: growth.py 1000 10000      time and memory that the extension adds, for each document of both, and their quotient
       growth.py 50000           one build with the extension: time, memory, size of the store and of the pages

The builds are those of ``html``, from nothing, with and without the extension in turns. Printed are rows of a table in
Markdown. ``--generator`` names another program than ``synthetic.py`` that writes documents; it is called with their number
and a folder.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median

import sizes
from build_ratio import page_row, store_row
from builds import WITH, WITHOUT, Build, BuildFailed, Usage, in_turn, prepare
from rows import Row, both, print_rows, seconds, size

GENERATOR = Path(__file__).parent / 'synthetic.py'


@dataclass(frozen=True, slots=True)
class Measured:
    """The builds of one size."""

    documents: int
    usage: dict[str, list[Usage]]
    output: sizes.Output
    store: sizes.Store

    def values(self, mode: str, measure: str) -> list[float]:
        """One measure of all rounds."""
        return [getattr(usage, measure) for usage in self.usage[mode]]

    def added(self, measure: str) -> float:
        """What the extension adds for each document."""
        return (median(self.values(WITH, measure)) - median(self.values(WITHOUT, measure))) / self.documents


def measure(documents: int, wanted: argparse.Namespace, modes: frozenset[str]) -> Measured:
    """Make up so many documents and build them.

    :raises BuildFailed: where Sphinx reports an error
    """
    usage: dict[str, list[Usage]] = defaultdict(list)
    with tempfile.TemporaryDirectory(prefix='kwindex-growth-') as folder:
        work = Path(folder).resolve()
        source = work / 'project'
        subprocess.run([sys.executable, str(wanted.generator), str(documents), str(source)], check=True)
        prepare(source)
        build = Build(source, work, theme=wanted.theme, options=wanted.option)
        for number in range(wanted.rounds):
            for mode in filter(modes.__contains__, in_turn(number)):
                build.clear(mode)
                taken = build.run(mode)
                usage[mode].append(taken)
                print(
                    f'{documents} documents, round {number + 1} of {wanted.rounds}, {mode}: CPU {taken.cpu:.1f} s, '
                    f'wall {taken.wall:.1f} s, memory {size(taken.memory)}',
                    file=sys.stderr,
                    flush=True,
                )
        output, store = sizes.output(build.out(WITH)), sizes.store(build.doctrees(WITH), build.builder)
    return Measured(documents, usage, output, store)


def alone(one: Measured) -> Iterator[Row]:
    """What one size takes."""
    usage = {name: median(one.values(WITH, name)) for name in ('cpu', 'wall', 'memory')}
    yield Row('time', seconds(usage['cpu']), 'stated', f'CPU; {seconds(usage["wall"])} from start to end')
    yield Row('peak memory', size(usage['memory']), 'stated', f'{size(usage["memory"] / one.documents)} a document')
    yield store_row(one.store)
    yield Row(
        'generated pages',
        size(one.output.ours),
        'stated',
        f'{one.output.pages} pages; {size(one.output.size)} is all of the output',
    )
    yield page_row(one.output)


def compared(small: Measured, large: Measured) -> Iterator[Row]:
    """What a document costs in both, and how much more in the large one."""
    for name, called, unit in (('cpu', 'CPU time', 's'), ('memory', 'peak memory', 'B')):
        costs = [one.added(name) for one in (small, large)]
        shown = ' and '.join(f'{cost * 1000:.2f} ms' if unit == 's' else size(cost) for cost in costs)
        details = '; '.join(
            f'{one.documents}: {both(one.values(WITHOUT, name), one.values(WITH, name), unit)}'
            for one in (small, large)
        )
        yield Row(
            f'growth of the {called} added for each document',
            f'{costs[1] / costs[0]:.3f}',
            'at most 1.10',
            f'{shown} a document; {details}',
        )


def arguments() -> argparse.Namespace:
    """What the user wants measured."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('documents', type=int, nargs='+', help='one number, or two to compare')
    parser.add_argument('--rounds', type=int, default=1, help='how many times each is built (%(default)s)')
    parser.add_argument('--theme', default='', help='the HTML theme (that of conf.py: alabaster)')
    parser.add_argument('--generator', type=Path, default=GENERATOR, help='the program that writes the documents')
    parser.add_argument(
        '--option', action='append', default=[], metavar='NAME=VALUE', help='an option for the side with the extension'
    )
    wanted = parser.parse_args()
    if len(wanted.documents) > 2:
        parser.error('one number, or two')
    if min(*wanted.documents, wanted.rounds) < 1:
        parser.error('numbers begin at 1')
    return wanted


def main() -> int:
    """Measure and print."""
    wanted = arguments()
    modes = frozenset({WITH, WITHOUT} if len(wanted.documents) == 2 else {WITH})
    try:
        measured = [measure(documents, wanted, modes) for documents in wanted.documents]
    except BuildFailed as error:
        print(f'The build failed:\n{error}', file=sys.stderr)
        return 1
    name = f'{" and ".join(map(str, wanted.documents))} synthetic documents'
    print_rows(name, compared(*measured) if len(measured) == 2 else alone(*measured))
    return 0


if __name__ == '__main__':
    sys.exit(main())
