#!/usr/bin/env python3
"""Measure which share of a whole HTML build the extraction of names takes.

usage: extraction.py SOURCE [--rounds N] [--profile N] [-- SPHINX_OPTION ...]

The documentation is built by ``sphinx-build -b html`` from nothing, in turns without the extension and with it; SOURCE is not
changed. Printed are the medians of the processor time of the whole build without the extension, and of what extraction takes
in the build with it: marks around references, the walk over each resolved document with Pygments and all patterns, taking the
marks out, and writing the store. Runs of Python's collector of cycles that fall into it are told apart, since when one comes
is chance; what all of its runs take is printed for both builds. ``--profile`` prints the functions of the extraction that
take most. Options behind ``--`` go to Sphinx (``-D html_theme=alabaster``); the extension is added to those of ``conf.py``.
"""

from __future__ import annotations

import argparse
import cProfile
import gc
import json
import pstats
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from functools import wraps
from pathlib import Path
from typing import Any
from unittest.mock import patch

from sphinx.cmd.build import main as sphinx_build
from sphinx.config import Config

from sphinx_kwindex import build as kwindex_build
from sphinx_kwindex.collect.marks import MarkReferences


class Collector:
    """What the runs of Python's collector of cycles take from here on."""

    def __init__(self) -> None:
        self.inside = False
        """Whether runs fall into the extraction now."""
        self._figures = {'collector': 0.0, 'collector_inside': 0.0, 'full_runs': 0.0}
        self._began = 0.0
        gc.callbacks.append(self._called)

    def _called(self, phase: str, details: Mapping[str, int]) -> None:
        if phase == 'start':
            self._began = time.process_time()
            return
        took = time.process_time() - self._began
        self._figures['collector'] += took
        self._figures['collector_inside'] += took * self.inside
        self._figures['full_runs'] += details['generation'] == 2

    def figures(self) -> dict[str, float]:
        """Seconds of all runs and of those inside the extraction, and how often all objects were looked through."""
        return self._figures | {'whole': time.process_time()}


def run(source: Path, options: list[str], profile: int) -> None:
    """Build once with the extension; print the seconds of extraction and of the whole process as JSON."""
    spent, collector = [0.0], Collector()
    profiler = cProfile.Profile() if profile else None

    def timed(function: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(function)
        def measured(*args: Any, **kwargs: Any) -> Any:
            before, collector.inside = time.process_time(), True
            if profiler:
                profiler.enable()
            try:
                return function(*args, **kwargs)
            finally:
                if profiler:
                    profiler.disable()
                spent[0] += time.process_time() - before
                collector.inside = False

        return measured

    read = Config.read

    def with_extension(*args: Any, **kwargs: Any) -> Config:
        config = read(*args, **kwargs)
        config._raw_config.setdefault('extensions', []).append('sphinx_kwindex')
        return config

    with ExitStack() as stack, tempfile.TemporaryDirectory() as out:
        stack.enter_context(patch.object(Config, 'read', with_extension))
        build = kwindex_build.KeywordBuild
        stack.enter_context(patch.object(build, '_record', timed(build._record)))
        stack.enter_context(patch.object(MarkReferences, 'run', timed(MarkReferences.run)))
        stack.enter_context(patch.object(kwindex_build, 'clean', timed(vars(kwindex_build)['clean'])))
        status = sphinx_build(['-q', '-b', 'html', str(source), out, *options])
    print(json.dumps({'status': status, 'extraction': spent[0], **collector.figures()}))
    if profiler:
        pstats.Stats(profiler, stream=sys.stderr).sort_stats('tottime').print_stats(profile)


def bare(source: Path, options: list[str]) -> None:
    """Build once without the extension; print the seconds of the whole process as JSON."""
    collector = Collector()
    with tempfile.TemporaryDirectory() as out:
        status = sphinx_build(['-q', '-b', 'html', str(source), out, *options])
    print(json.dumps({'status': status, **collector.figures()}))


def once(mode: str, source: Path, options: list[str]) -> dict[str, float]:
    """The figures of one build, in a process of its own."""
    command = [sys.executable, __file__, str(source), '--mode', mode, '--', *options]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    figures: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return figures


def report(without: Sequence[Mapping[str, float]], ours: Sequence[Mapping[str, float]]) -> None:
    """Print the medians of builds without the extension and with it."""

    def median(name: str, builds: Sequence[Mapping[str, float]] = ours) -> float:
        return statistics.median(build[name] for build in builds)

    whole, part = median('whole', without), median('extraction')
    print(f'build without the extension: {whole:.1f} s of processor time (median of {len(without)})')
    print(f'extraction: {part:.2f} s, {part / whole:.3f} of it')
    print(f'{median("collector_inside"):.2f} s of that are runs of the collector of cycles')
    for name, builds in (('without', without), ('with', ours)):
        took, full = median('collector', builds), median('full_runs', builds)
        print(f'collector, build {name} the extension: {took:.1f} s, {full:.0f} times through all objects')


def main() -> int:
    """Alternate builds and print the medians, or do one build where a parent process says so."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('source', type=Path)
    parser.add_argument('--rounds', type=int, default=3)
    parser.add_argument('--profile', type=int, default=0, metavar='N')
    parser.add_argument('--mode', choices=('with', 'without'), help=argparse.SUPPRESS)
    words = sys.argv[1:]
    end = words.index('--') if '--' in words else len(words)
    args, options = parser.parse_args(words[:end]), words[end + 1 :]
    if args.mode == 'without':
        bare(args.source, options)
    elif args.mode == 'with' or args.profile:
        run(args.source, options, args.profile)
    else:
        without, ours = [], []
        for _round in range(args.rounds):
            without.append(once('without', args.source, options))
            ours.append(once('with', args.source, options))
        report(without, ours)
    return 0


if __name__ == '__main__':
    sys.exit(main())
