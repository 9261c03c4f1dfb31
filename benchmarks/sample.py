#!/usr/bin/env python3
"""Draw entries of a whole index at random for somebody to judge, and sum up what was judged.

usage: sample.py draw EXPORT_DIR FILE [--entries N] [--seed S]
       sample.py sum FILE [FILE ...]

``draw`` writes N entries (200 unless told) of ``keywords.jsonl`` as tab-separated lines: verdict (empty, to be filled in),
fault, name, kind, count, documents, variants, first place, context. A verdict is ``right``, or ``wrong`` with one word for
the fault (``word``, ``fragment``, ``example``, ``kind``, ``merge`` and so on). ``sum`` prints the share of entries that are
right and the faults by their number.
"""

from __future__ import annotations

import argparse
import csv
import json
import random
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

FIELDS = ('verdict', 'fault', 'name', 'kind', 'count', 'documents', 'variants', 'place', 'context')
VERDICTS = ('right', 'wrong')


def entries(export: Path) -> Iterator[dict[str, Any]]:
    """The keywords of an export, in the order of its lines."""
    for line in (export / 'keywords.jsonl').read_text(encoding='utf-8').splitlines():
        yield json.loads(line)


def row(keyword: dict[str, Any]) -> list[str]:
    """One keyword as a line to judge."""
    first = next(locator for locator in keyword['locators'] if locator['main'])
    documents = len({locator['doc'] for locator in keyword['locators']})
    variants = ', '.join(keyword['variants'][:4])
    place = f'{first["doc"]}#{first["anchor"]}'
    return [
        '',
        '',
        keyword['name'],
        keyword['kind'],
        str(keyword['count']),
        str(documents),
        variants,
        place,
        first['context'],
    ]


def draw(export: Path, target: Path, number: int, seed: int) -> None:
    """Write the sample."""
    drawn = random.Random(seed).sample(list(entries(export)), number)
    with target.open('w', encoding='utf-8', newline='') as file:
        writer = csv.writer(file, delimiter='\t', lineterminator='\n')
        writer.writerow(FIELDS)
        writer.writerows(row(keyword) for keyword in sorted(drawn, key=lambda keyword: str(keyword['name'])))


def summed(files: Sequence[Path]) -> bool:
    """Print a line for each file; whether every line of all is judged."""
    whole = True
    for path in files:
        with path.open(encoding='utf-8', newline='') as file:
            lines = list(csv.DictReader(file, delimiter='\t'))
        verdicts = Counter(line['verdict'] for line in lines)
        unjudged = len(lines) - sum(verdicts[verdict] for verdict in VERDICTS)
        whole = whole and not unjudged
        faults = Counter(line['fault'] for line in lines if line['verdict'] == 'wrong')
        told = ', '.join(f'{fault} {count}' for fault, count in faults.most_common())
        print(f'{path.stem}: {verdicts["right"]} of {len(lines)} right ({verdicts["right"] / len(lines):.3f}); {told}')
        if unjudged:
            print(f'{path.stem}: {unjudged} not judged', file=sys.stderr)
    return whole


def main() -> int:
    """Do one or the other."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    actions = parser.add_subparsers(dest='action', required=True)
    drawing = actions.add_parser('draw')
    drawing.add_argument('export', type=Path)
    drawing.add_argument('file', type=Path)
    drawing.add_argument('--entries', type=int, default=200)
    drawing.add_argument('--seed', type=int, default=1938)
    summing = actions.add_parser('sum')
    summing.add_argument('files', type=Path, nargs='+')
    args = parser.parse_args()
    if args.action == 'draw':
        draw(args.export, args.file, args.entries, args.seed)
        return 0
    return 0 if summed(args.files) else 1


if __name__ == '__main__':
    sys.exit(main())
