"""Measure how much longer a build takes with the extension than without it.

The same documentation is built in turns with and without ``sphinx_kwindex``, each in a process and an output folder of
its own. Printed are the median times of both and their ratio, for three scenarios:

fresh     nothing is there yet
no-op     nothing has changed since the build before
edited    one document has a new line that holds a new name

The documentation is a folder with a ``conf.py``, which is copied and not changed, or made up (``--synthetic``).
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from synthetic import write_project

WITHOUT, WITH = 'without', 'with'
SCENARIOS = ('fresh', 'no-op', 'edited')
SWITCH = 'KWINDEX_BENCHMARK'
SUFFIXES = frozenset({'.rst', '.md', '.txt'})
ROOT_MARKS = ('.git', 'pyproject.toml', 'setup.py', 'setup.cfg')

ADDITION = f"""

# -- added to a copy of the file by the benchmark
import os as _os
extensions = list(globals().get('extensions', ()))
intersphinx_mapping = {{}}  # what is measured is not the network
if _os.environ['{SWITCH}'] == '{WITH}':
    extensions.append('sphinx_kwindex')
"""


Timings = dict[str, list[float]]
"""Mode -> seconds, one number a round."""


class BuildFailed(Exception):
    """A build ended with an error; the message holds the end of what it said."""


@dataclass(frozen=True, slots=True)
class Build:
    """What all builds of one measurement have in common."""

    source: Path
    work: Path
    builder: str
    theme: str
    jobs: str

    def run(self, mode: str) -> float:
        """Build once; return the seconds that it took.

        :raises BuildFailed: where Sphinx reports an error
        """
        command = [sys.executable, '-m', 'sphinx', '-q', '-b', self.builder, '-j', self.jobs]
        command += ['-d', str(self.work / mode / 'doctrees')]
        if self.theme:
            command += ['-D', f'html_theme={self.theme}']
        command += [str(self.source), str(self.work / mode / 'out')]
        start = time.perf_counter()
        done = subprocess.run(
            command, env={**os.environ, SWITCH: mode}, capture_output=True, text=True, check=False, encoding='utf-8'
        )
        seconds = time.perf_counter() - start
        if done.returncode:
            raise BuildFailed('\n'.join(done.stderr.splitlines()[-15:]))
        return seconds

    def clear(self, mode: str) -> None:
        """Make the next build of *mode* a fresh one."""
        shutil.rmtree(self.work / mode, ignore_errors=True)


def project_root(corpus: Path) -> Path:
    """The folder of the project that the documentation belongs to: its ``conf.py`` may look for files there."""
    for folder in corpus.parents:
        if any((folder / mark).exists() for mark in ROOT_MARKS):
            return folder
    return corpus


def copy_corpus(corpus: Path, work: Path) -> Path:
    """Copy the documentation to *work*, with links to all that lies beside it in its project; return where it is."""
    folder, target = project_root(corpus), work / 'project'
    target.mkdir()
    for part in corpus.relative_to(folder).parts:
        for entry in folder.iterdir():
            if entry.name != part:
                (target / entry.name).symlink_to(entry)
        folder, target = folder / part, target / part
        target.mkdir()
    shutil.copytree(corpus, target, symlinks=True, dirs_exist_ok=True, ignore=shutil.ignore_patterns('_build', '.git'))
    return target


def document_to_edit(source: Path) -> Path:
    """The document in the middle of the alphabet."""
    documents = sorted(path for path in source.rglob('*') if path.suffix in SUFFIXES and not path.is_symlink())
    documents = [path for path in documents if not any(part.startswith(('_', '.')) for part in path.parts)] or documents
    return documents[len(documents) // 2]


def edit(document: Path, number: int) -> None:
    """Add a line that is the same in reStructuredText and in Markdown."""
    with document.open('a', encoding='utf-8') as stream:
        stream.write(f'\n\nA line with ``benchmark_name_{number}`` in it.\n')


def measure(build: Build, scenarios: Sequence[str], rounds: int, report: Callable[[str], None]) -> dict[str, Timings]:
    """Build in turns; the one that comes first changes from round to round."""
    timings: dict[str, Timings] = {scenario: defaultdict(list) for scenario in scenarios}
    document, edits = document_to_edit(build.source), 0
    for number in range(rounds):
        modes = (WITHOUT, WITH) if number % 2 == 0 else (WITH, WITHOUT)
        for scenario in scenarios:
            for mode in modes:
                if scenario == 'fresh':
                    build.clear(mode)
                else:
                    build.run(mode)  # up to date, whatever was edited for the other mode
                if scenario == 'edited':
                    edits += 1
                    edit(document, edits)
                timings[scenario][mode].append(build.run(mode))
                report(f'round {number + 1} of {rounds}, {scenario}, {mode}: {timings[scenario][mode][-1]:.2f} s')
    return timings


def table(timings: dict[str, Timings]) -> Iterator[str]:
    """The medians and their ratio, a line for each scenario."""
    yield f'{"scenario":<10} {"without":>9} {"with":>9} {"difference":>11} {"ratio":>7}   range without / with'
    for scenario, modes in timings.items():
        plain, ours = median(modes[WITHOUT]), median(modes[WITH])
        ranges = ' / '.join(f'{min(modes[mode]):.2f}-{max(modes[mode]):.2f}' for mode in (WITHOUT, WITH))
        yield f'{scenario:<10} {plain:>7.2f} s {ours:>7.2f} s {ours - plain:>+9.2f} s {ours / plain:>7.3f}   {ranges}'


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
        '--scenario', action='append', choices=SCENARIOS, help='measure this one; may be given again (all)'
    )
    wanted = parser.parse_args()
    if wanted.corpus is not None and not (wanted.corpus / 'conf.py').is_file():
        parser.error(f'there is no conf.py in {wanted.corpus}')
    if wanted.rounds < 1 or (wanted.synthetic is not None and wanted.synthetic < 1):
        parser.error('numbers begin at 1')
    return wanted


def main() -> int:
    """Measure and print."""
    wanted = arguments()
    with tempfile.TemporaryDirectory(prefix='kwindex-benchmark-') as folder:
        work = Path(folder).resolve()
        if wanted.corpus is not None:
            source = copy_corpus(wanted.corpus.resolve(), work)
        else:
            source = write_project(work / 'project', wanted.synthetic)
        with (source / 'conf.py').open('a', encoding='utf-8') as stream:
            stream.write(ADDITION)
        build = Build(source, work, wanted.builder, wanted.theme, wanted.jobs)
        scenarios = [scenario for scenario in SCENARIOS if scenario in (wanted.scenario or SCENARIOS)]
        try:
            timings = measure(build, scenarios, wanted.rounds, lambda line: print(line, file=sys.stderr))
        except BuildFailed as error:
            print(f'The build failed:\n{error}', file=sys.stderr)
            return 1
    print('\n'.join(table(timings)))
    return 0


if __name__ == '__main__':
    sys.exit(main())
