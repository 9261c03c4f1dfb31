"""What builds leave behind: bytes of output, markup of generated pages, the store, and which files a build wrote."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from sphinx_kwindex.output.writer import MEMORY, Memory
from sphinx_kwindex.store import OccurrenceStore

OPENING = b'<section class="kwindex"'
_SECTION = re.compile(rb'<(/?)section\b')

State = Mapping[str, tuple[int, int, str]]
"""Path from the output folder -> time, inode and digest of the file."""


@dataclass(frozen=True, slots=True)
class Output:
    """The size of one output folder."""

    size: int
    """Bytes of all files."""
    ours: int
    """Bytes of the files that the extension made, its memory among them."""
    pages: int
    """The generated pages."""
    largest: int
    """Bytes of own markup of the page that has most."""
    largest_page: str


@dataclass(frozen=True, slots=True)
class Store:
    """The size of one store."""

    size: int
    text: int
    """Characters of text that was indexed."""

    @property
    def ratio(self) -> float:
        """Bytes of the store for each character of text."""
        return self.size / self.text if self.text else 0.0


@dataclass(frozen=True, slots=True)
class Written:
    """How many files a build wrote, and of how many of them the content is new."""

    ours: int
    ours_new: int
    others: int
    others_new: int


def files(folder: Path) -> Iterator[Path]:
    """All files below a folder."""
    return (path for path in folder.rglob('*') if path.is_file())


def made_by_us(out: Path) -> frozenset[str]:
    """The files that the extension made, by their path from the output folder, as it remembers them itself."""
    known = Memory(out)
    return frozenset({MEMORY, *known.files}) if known.path.exists() else frozenset()


def own_markup(page: bytes) -> int:
    """The bytes of a page that come from the extension's templates: one section with all in it.

    A page without that section counts as a whole.
    """
    if (start := page.find(OPENING)) < 0:
        return len(page)
    depth = 0
    for match in _SECTION.finditer(page, start):
        depth += -1 if match[1] else 1
        if depth == 0:
            return match.end() + len(b'>') - start
    return len(page) - start


def output(out: Path) -> Output:
    """Measure an output folder."""
    ours = made_by_us(out)
    pages = {name: own_markup((out / name).read_bytes()) for name in ours if name.endswith('.html')}
    largest = max(pages, key=lambda name: (pages[name], name), default='')
    return Output(
        sum(path.stat().st_size for path in files(out)),
        sum((out / name).stat().st_size for name in ours if (out / name).is_file()),
        len(pages),
        pages.get(largest, 0),
        largest,
    )


def store(doctrees: Path, builder: str) -> Store:
    """Measure the store of a builder."""
    path = doctrees / 'kwindex' / f'{builder}.sqlite'
    size = sum(found.stat().st_size for found in path.parent.glob(f'{path.name}*'))
    return Store(size, sum(record.text_length for record in OccurrenceStore(path).documents()))


def state(out: Path) -> State:
    """What can be seen of each file."""
    return {path.relative_to(out).as_posix(): _seen(path) for path in files(out)}


def _seen(path: Path) -> tuple[int, int, str]:
    status = path.stat()
    return status.st_mtime_ns, status.st_ino, hashlib.sha256(path.read_bytes()).hexdigest()


def written(before: State, after: State, ours: frozenset[str]) -> Written:
    """Compare two states; a file that is new or has another time or inode was written."""
    touched = {name for name, seen in after.items() if before.get(name) != seen}
    new = {name for name in touched if name not in before or before[name][2] != after[name][2]}
    return Written(len(touched & ours), len(new & ours), len(touched - ours), len(new - ours))
