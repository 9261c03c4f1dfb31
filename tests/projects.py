"""Projects in temporary folders: written, built in a process of their own, edited, compared with a clean build."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from textwrap import dedent
from typing import Any, NamedTuple

TESTS = Path(__file__).parent
OURS = re.compile(r'^(kw/|kw-index|_static/kwindex/|\.kwindex)')
CONF = {'project': 'Test', 'release': '1.0', 'extensions': ['sphinx_kwindex'], 'kwindex_export': True}


@dataclass
class Built:
    """What one run of ``sphinx-build`` left behind."""

    out: Path
    output: str
    """What it printed."""
    notes: list[dict[str, Any]] = field(default_factory=list)

    def facts(self, sort: str) -> list[Any]:
        """What the probe wrote down of one sort, in order."""
        return [note[sort] for note in self.notes if sort in note]

    @property
    def read(self) -> list[str]:
        """The documents that were read."""
        return sorted({docname for docnames in self.facts('read') for docname in docnames})

    @property
    def rendered(self) -> list[str]:
        """Those of our pages that were rendered in the theme, as often as they were."""
        return sorted(page for page in self.facts('rendered') if page.startswith(('kw/', 'kw-index')))

    @property
    def made(self) -> list[str]:
        """The titles of those of our pages of which the markup was made, as often as it was."""
        return sorted(self.facts('made'))

    @property
    def resolved(self) -> list[str]:
        """The documents that were resolved, each once."""
        return sorted(set(self.facts('resolved')))

    def text(self, name: str) -> str:
        return (self.out / name).read_text(encoding='utf-8')

    def has(self, name: str) -> bool:
        return (self.out / name).exists()

    @property
    def export_folder(self) -> Path:
        inside = self.out / '_static' / 'kwindex' / 'export'
        return inside if inside.exists() else self.out

    def lines(self, name: str) -> list[dict[str, Any]]:
        return [json.loads(line) for line in (self.export_folder / name).read_text(encoding='utf-8').splitlines()]

    @property
    def keywords(self) -> dict[str, dict[str, Any]]:
        """The exported keywords by name."""
        return {keyword['name']: keyword for keyword in self.lines('keywords.jsonl')}

    @property
    def documents(self) -> dict[str, dict[str, Any]]:
        """The exported documents by docname."""
        return {document['doc']: document for document in self.lines('documents.jsonl')}

    def places(self, name: str) -> list[tuple[str, str]]:
        """Where a keyword stands: (docname, anchor), as the export has them."""
        return [(locator['doc'], locator['anchor']) for locator in self.keywords[name]['locators']]

    def ours(self) -> dict[str, bytes]:
        """Every file that the extension wrote, by its path."""
        paths = (path for path in self.out.rglob('*') if path.is_file())
        found = {path.relative_to(self.out).as_posix(): path.read_bytes() for path in paths}
        return {name: data for name, data in sorted(found.items()) if OURS.match(name)}

    def markup(self) -> dict[str, list[str]]:
        """What the extension put on pages that are not its own."""
        found = {}
        for path in sorted(self.out.rglob('*.html')):
            name = path.relative_to(self.out).as_posix()
            if not OURS.match(name) and not name.startswith('_static'):
                page = path.read_text(encoding='utf-8')
                found[name] = re.findall(r'<p class="kwindex-link.*?</p>|<[^<>]*kw-index[^<>]*>', page, re.DOTALL)
        return found


class Said(NamedTuple):
    """What the command line answered."""

    status: int
    out: str
    error: str
    notes: list[dict[str, Any]]

    @property
    def read(self) -> list[str]:
        """The documents that were read for it."""
        return sorted({docname for note in self.notes for docname in note.get('read', ())})


class BuildFailed(AssertionError):
    """``sphinx-build`` ended in an error, or warned of something that was not expected."""


@dataclass
class Project:
    """One documentation project: sources, and outputs by builder over the same doctrees."""

    root: Path

    @property
    def source(self) -> Path:
        return self.root / 'source'

    @property
    def doctrees(self) -> Path:
        return self.root / 'doctrees'

    @property
    def store(self) -> Path:
        return self.doctrees / 'kwindex' / 'html.sqlite'

    def write(self, files: Mapping[str, str]) -> None:
        """Write files, their texts dedented."""
        for name, text in files.items():
            path = self.source / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(dedent(text).lstrip('\n'), encoding='utf-8')

    def configure(self, **values: Any) -> None:
        """Write ``conf.py``: a value of each option as Python has it."""
        settings = {**CONF, **values}
        settings['extensions'] = [*settings['extensions'], 'probe']
        self.write({'conf.py': ''.join(f'{name} = {value!r}\n' for name, value in settings.items())})

    def edit(self, name: str, old: str, new: str) -> None:
        """Replace a text that must be there."""
        path = self.source / name
        text = path.read_text(encoding='utf-8')
        assert old in text
        path.write_text(text.replace(old, new), encoding='utf-8')

    def touch(self, name: str) -> None:
        (self.source / name).touch()

    def delete(self, name: str) -> None:
        (self.source / name).unlink()

    def rename(self, old: str, new: str) -> None:
        target = self.source / new
        target.parent.mkdir(parents=True, exist_ok=True)
        (self.source / old).rename(target)

    def out(self, builder: str = 'html') -> Path:
        return self.root / builder

    def command(self, builder: str, arguments: Sequence[str] = ()) -> list[str]:
        folders = [str(self.source), str(self.out(builder))]
        return [
            *(sys.executable, '-m', 'sphinx', '-N', '-b', builder, '-d', str(self.doctrees)),
            *('-w', str(self.root / 'warnings')),
            *arguments,
            *folders,
        ]

    def environment(self, **more: str) -> dict[str, str]:
        path = os.pathsep.join(filter(None, (str(TESTS), os.environ.get('PYTHONPATH', ''))))
        fixed = {'KWINDEX_PROBE': str(self.root / 'probe'), 'PYTHONPATH': path, 'SOURCE_DATE_EPOCH': '1700000000'}
        # What Sphinx says of its progress holds control sequences where ``CI`` is set, with ``-N`` as well.
        return {**os.environ, **fixed, 'NO_COLOR': '1', **more}

    def build(
        self, builder: str = 'html', *arguments: str, warnings: Iterable[str] = (), environment: Mapping[str, str] = {}
    ) -> Built:
        """Build in a process of its own.

        *warnings* are all the warnings that must come, in order, without their location.

        :raises BuildFailed: where the build fails or the warnings are others
        """
        for name in ('warnings', 'probe'):
            (self.root / name).unlink(missing_ok=True)
        done = subprocess.run(
            self.command(builder, arguments),
            capture_output=True,
            text=True,
            encoding='utf-8',
            check=False,
            env=self.environment(PYTHONUTF8='1', **environment),
            timeout=240,
        )
        if done.returncode:
            raise BuildFailed(done.stdout + done.stderr)
        given = (self.root / 'warnings').read_text(encoding='utf-8').splitlines()
        given = [
            re.sub(r'^.*?(WARNING|ERROR): ', r'\1: ', line.replace(str(self.source), '')) for line in given if line
        ]
        if given != list(warnings):
            raise BuildFailed('\n'.join(['warnings:', *given, 'instead of:', *warnings]))
        return Built(self.out(builder), done.stdout, self._notes())

    def run_script(self, script: str, *arguments: Path) -> list[str]:
        """Run a Python script in a process of its own; return what it said on its standard error stream."""
        command = [sys.executable, '-c', dedent(script), *map(str, arguments)]
        done = subprocess.run(command, env=self.environment(), capture_output=True, text=True, check=False, timeout=120)
        assert done.returncode == 0, done.stderr
        return done.stderr.splitlines()

    def ask(self, *arguments: str) -> Said:
        """Run the command line in the project's folder; the probe starts anew."""
        (self.root / 'probe').unlink(missing_ok=True)
        done = subprocess.run(
            [sys.executable, '-m', 'sphinx_kwindex', *arguments],
            cwd=self.root,
            capture_output=True,
            text=True,
            encoding='utf-8',
            check=False,
            env=self.environment(PYTHONUTF8='1'),
            timeout=120,
        )
        return Said(done.returncode, done.stdout, done.stderr, self._notes())

    def _notes(self) -> list[dict[str, Any]]:
        probe = self.root / 'probe'
        return [json.loads(line) for line in probe.read_text().splitlines()] if probe.exists() else []

    def clean_build(self, builder: str = 'html', *arguments: str, **options: Any) -> Built:
        """Build a copy of the sources as they are now, somewhere else, from nothing."""
        copy = Project(self.root / f'clean-{len(list(self.root.glob("clean-*")))}')
        shutil.copytree(self.source, copy.source)
        return copy.build(builder, *arguments, **options)


def assert_same(built: Built, clean: Built) -> None:
    """The files of ours, and what we put on other pages, equal those of a clean build, byte for byte."""
    ours, theirs = built.ours(), clean.ours()
    assert ours
    assert list(ours) == list(theirs)
    different = [name for name in ours if ours[name] != theirs[name]]
    for name in different:
        assert ours[name].decode().splitlines() == theirs[name].decode().splitlines(), name
    assert not different
    # Sphinx itself leaves the pages of deleted documents where they are.
    markup, expected = built.markup(), clean.markup()
    assert {name: markup[name] for name in expected} == expected


def assert_like_clean(project: Project, built: Built, *arguments: str, builder: str = 'html', **options: Any) -> Built:
    """Compare with a clean build of the same sources in another process; return that build."""
    clean = project.clean_build(builder, *arguments, **options)
    assert_same(built, clean)
    return clean
