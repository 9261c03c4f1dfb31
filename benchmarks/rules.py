#!/usr/bin/env python3
"""What each rule of the choice is worth on labelled pages, and how the choice does on pages that had no say in it.

usage: rules.py QUALITY_DIR [--json FILE]

QUALITY_DIR holds ``conf.py``, ``pages/``, ``labels/`` and ``score.py``. The pages are indexed once with all rules and once
without each of them. A rule is chosen for a project unless leaving it out raises F1 over the pages of all *other* projects
(by more than one name would); then the project's own pages are scored with the rules so chosen. Two tables are printed:
the projects with the figures of the rules that were chosen without them, and the rules with the F1 that each gains.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import re
import sys
import tempfile
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple
from unittest.mock import patch

from sphinx.application import Sphinx

from sphinx_kwindex.index import select
from sphinx_kwindex.index.rules import RULES

AUTHORS = frozenset({'excluded', 'included', 'rare'})
"""Rules that carry out what an author asks for; the labelled pages ask for nothing."""


NOISE = 0.0005
"""F1; about one name of the labelled pages. What a rule loses by less is no reason to leave it out."""


class Counts(NamedTuple):
    """Sums over pages."""

    must: int = 0
    found: int = 0
    right: int = 0
    wrong: int = 0
    first: int = 0

    def __add__(self, other: object) -> Counts:
        assert isinstance(other, Counts)
        return Counts(*(a + b for a, b in zip(self, other, strict=True)))

    @property
    def precision(self) -> float:
        """Right names among those listed."""
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 0.0

    @property
    def recall(self) -> float:
        """MUST names that are listed."""
        return self.found / self.must if self.must else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def load_scorer(folder: Path) -> ModuleType:
    """The scorer that comes with the labels."""
    spec = importlib.util.spec_from_file_location('score', folder / 'score.py')
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


class Pages:
    """The labelled pages, indexed with one set of rules or another."""

    def __init__(self, folder: Path, scratch: Path) -> None:
        self.folder = folder
        self.scratch = scratch
        self.score: Any = load_scorer(folder)
        self.labels: dict[str, Mapping[str, Any]] = {}
        for path in sorted((folder / 'labels').glob('*.labels.json')):
            page = self.score.stem(path.name.removesuffix('.labels.json'))
            self.labels[page] = json.loads(path.read_text(encoding='utf-8'))

    def projects(self) -> dict[str, list[str]]:
        """Project -> its pages, by the first word of what the labels call their source."""
        found = defaultdict(list)
        for page, labels in self.labels.items():
            words = re.findall(r'[A-Za-z]+', str(labels['source']))
            found['pytorch' if 'pytorch' in words else words[0].lower()].append(page)
        return dict(found)

    def scored(self, without: Collection[str] = ()) -> dict[str, Counts]:
        """Page -> its counts, when the rules named in *without* are not asked."""
        asked = tuple(rule for rule in RULES if rule.name not in without)
        with patch.object(select, 'RULES', asked), redirect_stdout(StringIO()), redirect_stderr(StringIO()):
            out = self.scratch / 'out'
            pages, doctrees = str(self.folder / 'pages'), str(self.scratch / 'doctrees')
            Sphinx(pages, str(self.folder), str(out), doctrees, 'kwindex', status=None, warning=None).build()
        predicted = self.score.load_predictions(out / 'documents.jsonl')
        return {page: self._counts(page, list(dict.fromkeys(predicted.get(page, [])))) for page in self.labels}

    def _counts(self, page: str, predicted: Sequence[str]) -> Counts:
        must, may = list(self.labels[page]['must']), self.labels[page]['may']
        missed, wrong, right = self.score.score_page(must, may, predicted)
        first = self.score.first_ranked(must, predicted)
        return Counts(len(must), len(must) - len(missed), right, len(wrong), first)


def total(scores: Mapping[str, Counts], pages: Iterable[str]) -> Counts:
    """The sum over some pages."""
    return sum((scores[page] for page in pages), start=Counts())


def main() -> int:
    """Print both tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('quality', type=Path)
    parser.add_argument('--json', type=Path, help='also write the figures to a file')
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        pages = Pages(args.quality.resolve(), Path(scratch))
        everything = pages.scored()
        rules = [rule for rule in RULES if rule.name not in AUTHORS]
        without = {rule.name: pages.scored({rule.name}) for rule in rules}
        projects = pages.projects()
        gains: dict[str, list[float]] = {rule.name: [] for rule in rules}
        report: dict[str, Any] = {'projects': {}, 'rules': {}}
        print(f'{"left out":<12} {"pages":>5} {"must":>5} {"precision":>9} {"recall":>7} {"rank":>6}  rules not chosen')
        for project, own in projects.items():
            others = [page for page in pages.labels if page not in own]
            base = total(everything, others).f1
            for name, scores in without.items():
                gains[name].append(base - total(scores, others).f1)
            rejected = [name for name, gain in gains.items() if gain[-1] < -NOISE]
            held = total(pages.scored(rejected) if rejected else everything, own)
            rank = held.first / held.must
            print(
                f'{project:<12} {len(own):>5} {held.must:>5} {held.precision:>9.3f} {held.recall:>7.3f} {rank:>6.3f}  '
                f'{", ".join(rejected) or "-"}'
            )
            report['projects'][project] = {'precision': held.precision, 'recall': held.recall, 'rank': rank}
        print(f'\n{"rule":<14} {"decides":>7} {"F1 gained on the others, x 1000: least":>8} {"mean":>6}  reads')
        for rule in rules:
            least, mean = min(gains[rule.name]) * 1000, sum(gains[rule.name]) / len(projects) * 1000
            print(f'{rule.name:<14} {"keep" if rule.keep else "drop":>7} {least:>38.1f} {mean:>6.1f}  {rule.reads}')
            report['rules'][rule.name] = {'least': least / 1000, 'mean': mean / 1000}
        if args.json:
            args.json.write_text(json.dumps(report, indent=1, sort_keys=True) + '\n', encoding='utf-8')
    return 0


if __name__ == '__main__':
    sys.exit(main())
