"""Print figures as a table in Markdown, with the goal of each and the command that printed them."""

from __future__ import annotations

import shlex
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

HEADER = ('| measure | goal | measured | |', '|---|---|---|---|')


@dataclass(frozen=True, slots=True)
class Row:
    """One figure."""

    measure: str
    measured: str
    goal: str = ''
    details: str = ''


def print_rows(name: str, rows: Iterable[Row]) -> None:
    """Print what was measured, the command, and the table."""
    print(f'**{name}**: `{shown_command(sys.argv)}`\n')
    print('\n'.join(HEADER))
    for row in rows:
        print('|', ' | '.join((row.measure, row.goal, row.measured, row.details)), '|')
    print(flush=True)


def shown_command(argv: Sequence[str]) -> str:
    """The command line as it is written down: of a path only the last two parts, so that it tells of no machine."""
    shown = ('/'.join(Path(part).parts[-2:]) if Path(part).is_absolute() else part for part in argv[1:])
    return shlex.join(['python', f'benchmarks/{Path(argv[0]).name}', *shown])


def seconds(value: float) -> str:
    """Seconds with a digit that means something."""
    return f'{value:.1f} s' if abs(value) >= 20 else f'{value:.2f} s'


def size(value: float) -> str:
    """Bytes, in the unit that suits, with three digits that mean something or more."""
    for unit, factor in (('GB', 1e9), ('MB', 1e6), ('KB', 1e3)):
        if abs(value) >= factor:
            return f'{value / factor:.{1 if abs(value) >= 10 * factor else 2}f} {unit}'
    return f'{value:.0f} bytes'


def both(without: Sequence[float], ours: Sequence[float], unit: str) -> str:
    """The medians of both sides, and their ranges where there is more than one figure of each."""
    shown = seconds if unit == 's' else size
    text = f'{shown(median(without))} without, {shown(median(ours))} with'
    if len(without) > 1:
        ranges = (f'{shown(min(values))} to {shown(max(values))}' for values in (without, ours))
        text += f'; {len(without)} rounds, {" / ".join(ranges)}'
    return text
