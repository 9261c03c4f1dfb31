"""Builds of one documentation with and without the extension, each in a process of its own, and what each took.

Needs a system with ``wait4`` (Linux, macOS).
"""

from __future__ import annotations

import compileall
import importlib.util
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

WITHOUT, WITH = 'without', 'with'
SWITCH = 'KWINDEX_BENCHMARK'
SUFFIXES = frozenset({'.rst', '.md', '.txt'})
ROOT_MARKS = ('.git', 'pyproject.toml', 'setup.py', 'setup.cfg', 'configure')

ADDITION = f"""

# -- added to a copy of the file by the benchmark
import os as _os
extensions = [name for name in globals().get('extensions', ()) if name != 'sphinx_kwindex']
intersphinx_mapping = {{}}  # what is measured is not the network
if _os.environ['{SWITCH}'] == '{WITH}':
    extensions.append('sphinx_kwindex')
"""


class BuildFailed(Exception):
    """A build ended with an error; the message holds the end of what it said."""


@dataclass(frozen=True, slots=True)
class Usage:
    """What one build took: the process and all processes that it started and waited for."""

    cpu: float
    """Seconds of the processor, user and system, of all of them together."""
    wall: float
    """Seconds from the start of the process to its end."""
    memory: float
    """Bytes that the largest of them held at its peak."""


@dataclass(frozen=True, slots=True)
class Build:
    """What all builds of one measurement have in common."""

    source: Path
    work: Path
    builder: str = 'html'
    theme: str = ''
    jobs: str = '1'
    options: Sequence[str] = field(default=())
    """``NAME=VALUE``, for the builds with the extension alone."""

    def out(self, mode: str) -> Path:
        """The output folder of a mode."""
        return self.work / mode / 'out'

    def doctrees(self, mode: str) -> Path:
        """The folder of the doctrees of a mode."""
        return self.work / mode / 'doctrees'

    def run(self, mode: str) -> Usage:
        """Build once.

        :raises BuildFailed: where Sphinx reports an error
        """
        command = [sys.executable, '-m', 'sphinx', '-q', '-b', self.builder, '-j', self.jobs]
        command += ['-d', str(self.doctrees(mode))]
        if self.theme:
            command += ['-D', f'html_theme={self.theme}']
        if mode == WITH:
            for option in self.options:
                command += ['-D', option]
        command += [str(self.source), str(self.out(mode))]
        with tempfile.TemporaryFile() as said:
            start = time.perf_counter()
            process = subprocess.Popen(
                command, env={**os.environ, SWITCH: mode}, stdout=subprocess.DEVNULL, stderr=said
            )
            _, status, usage = os.wait4(process.pid, 0)
            wall = time.perf_counter() - start
            process.returncode = os.waitstatus_to_exitcode(status)
            if process.returncode:
                said.seek(0)
                raise BuildFailed('\n'.join(said.read().decode('utf-8', 'replace').splitlines()[-15:]))
        unit = 1 if sys.platform == 'darwin' else 1024
        return Usage(usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss * unit)

    def clear(self, mode: str) -> None:
        """Make the next build of *mode* a fresh one."""
        shutil.rmtree(self.work / mode, ignore_errors=True)


def prepare(source: Path) -> None:
    """Have the ``conf.py`` in *source* add the extension where a build asks for it, and have the extension compiled."""
    with (source / 'conf.py').open('a', encoding='utf-8') as stream:
        stream.write(ADDITION)
    spec = importlib.util.find_spec('sphinx_kwindex')
    assert spec is not None, 'sphinx_kwindex is not installed'
    for folder in spec.submodule_search_locations or ():
        compileall.compile_dir(folder, quiet=2)


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


def in_turn(number: int) -> tuple[str, str]:
    """The modes in the order of a round: what comes first changes from one to the next."""
    return (WITHOUT, WITH) if number % 2 == 0 else (WITH, WITHOUT)
