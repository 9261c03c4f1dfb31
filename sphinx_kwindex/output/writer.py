"""Write generated pages through the builder, only where they changed, and delete those that are no longer made.

What was written is remembered beside the pages, in ``.kwindex.json`` of the output folder, with a digest of each
file: a file that somebody else has since written under the same name is neither deleted nor taken for ours. Until that is
saved a journal tells of each file (see :mod:`sphinx_kwindex.output.journal`).
"""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from markupsafe import escape

from sphinx_kwindex.output.journal import Journal
from sphinx_kwindex.output.page import Page

if TYPE_CHECKING:
    from sphinx.builders.html import StandaloneHTMLBuilder

MEMORY = '.kwindex.json'
_SCRATCH = '.kwindex.tmp'
_LONG_SCRATCH = '.kwindex-tmp'
_SCRATCHES = re.compile(r'\.kwindex\.tmp(?:-\d+)?')


def digest(path: Path) -> str:
    """SHA-256 of a file, '' where there is none."""
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return ''


def stamp(path: Path) -> list[int]:
    """Size and time of a file, nothing where there is none."""
    try:
        status = path.stat()
    except OSError:
        return []
    return [status.st_size, status.st_mtime_ns]


def write_if_changed(path: Path, data: bytes) -> bool:
    """Replace *path* atomically where its content differs; return whether it did."""
    try:
        if path.read_bytes() == data:
            return False
    except OSError:
        pass
    return write_long(path, [data])[0]


def write_long(path: Path, chunks: Iterable[bytes], note: Callable[[str], object] = str) -> tuple[bool, str]:
    """The same for a file that is made bit by bit; return whether it was replaced, and the SHA-256 of the content.

    *note* is told that digest before the file is replaced.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    scratch = path.with_name(f'{path.name}{_LONG_SCRATCH}')
    seen = hashlib.sha256()
    with scratch.open('wb') as stream:
        for chunk in chunks:
            seen.update(chunk)
            stream.write(chunk)
    new = seen.hexdigest()
    if digest(path) == new:
        scratch.unlink()
        return False, new
    note(new)
    scratch.replace(path)
    return True, new


class Memory:
    """What earlier builds left in one output folder."""

    def __init__(self, outdir: Path) -> None:
        self.outdir = outdir
        self.path = outdir / MEMORY
        self.files: dict[str, str] = {}
        """Path from the output folder -> digest of the file as we wrote it."""
        self.site: dict[str, str] | None = None
        """See :meth:`sphinx_kwindex.output.site.Site.state`; ``None`` where no build has left any."""
        self.journal = Journal(outdir)
        self.unsaved = self.journal.read()
        """Path from the output folder -> digests of what a build that was killed may have written there."""
        try:
            known = json.loads(self.path.read_text(encoding='utf-8'))
            self.files = {str(name): str(value) for name, value in known['files'].items()}
            self.site = None if known['site'] is None else dict(known['site'])
        except (OSError, ValueError, KeyError, AttributeError, TypeError):
            pass  # nothing there, or nothing that we wrote

    def save(self) -> None:
        """Write the memory, or take the file away where nothing is left to remember."""
        if not self.files and self.site is None:
            self.path.unlink(missing_ok=True)
            return
        text = json.dumps({'files': self.files, 'site': self.site}, sort_keys=True, indent=0)
        write_if_changed(self.path, text.encode())

    def digest(self) -> str:
        """What the file holds, as a digest; '' where there is none."""
        return digest(self.path)

    def forget_all_but(self, kept: Iterable[str]) -> list[str]:
        """Delete the remembered files that are not *kept* and that nobody else has touched; return their paths.

        Those of a build that was killed are among them.
        """
        gone = sorted({*self.files, *self.unsaved}.difference(kept))
        deleted = []
        for name in gone:
            path = self.outdir / name
            ours = {self.files.pop(name, ''), *self.unsaved.get(name, ())}
            if (found := digest(path)) and found in ours:
                path.unlink()
                deleted.append(name)
                self.prune(path.parent)
        return deleted

    def prune(self, folder: Path) -> None:
        """Remove a folder that a deletion left empty, and those above it."""
        while folder != self.outdir and self.outdir in folder.parents:
            try:
                folder.rmdir()
            except OSError:
                return
            folder = folder.parent


class Part(NamedTuple):
    """What one writer has written: each file, by its path from the output folder, with its digest; how many were changed."""

    files: dict[str, str]
    written: int


class PageWriter:
    """Write the pages of one build into one output folder."""

    def __init__(
        self, builder: StandaloneHTMLBuilder, memory: Memory, stamps: Mapping[str, list[int]] | None = None
    ) -> None:
        """Begin; a file that has the size and time of its *stamps* is taken to be as it was written."""
        self._stamps = stamps or {}
        self.builder = builder
        self.memory = memory
        self.outdir = Path(builder.outdir)
        self._scratch = self.outdir / _SCRATCH
        self.written = 0
        """How many files were changed."""
        self.rendered = 0
        """How many pages the theme was asked for."""
        self.kept: set[str] = set()

    def beside(self) -> PageWriter:
        """A writer of some of the pages, in a process of its own, which has written nothing yet."""
        writer = PageWriter(self.builder, self.memory, self._stamps)
        writer._scratch = self.outdir / f'{_SCRATCH}-{os.getpid()}'
        return writer

    def part(self) -> Part:
        """What was written."""
        return Part({name: self.memory.files[name] for name in sorted(self.kept)}, self.written)

    def take(self, part: Part) -> None:
        """Count what another process has written."""
        self.kept.update(part.files)
        self.memory.files.update(part.files)
        self.written += part.written

    def page(self, page: Page) -> tuple[int, int]:
        """Render one page in the theme and write it if the file is not so already.

        Returned is where in the file its body stands, and how many bytes it has; (-1, 0) where it does not stand there as it is.
        """
        data = self._move(self._render(page), self.outdir / self.name(page.name))
        body = page.body.encode('utf-8', 'surrogatepass')
        start = data.find(body)
        return (start, len(body)) if start >= 0 else (-1, 0)

    def keep(self, page: str) -> bool:
        """Leave a page as it is, by its name; ``False`` where its file is not as it was written."""
        name = self.name(page)
        if not self.stands(name):
            return False
        self.kept.add(name)
        return True

    def body(self, page: str, start: int, length: int) -> str:
        """What stands in the file of a page, by its name, where the body of one is expected; '' where no text does."""
        try:
            with (self.outdir / self.name(page)).open('rb') as file:
                file.seek(start)
                return file.read(length).decode()
        except (OSError, ValueError):
            return ''

    def is_rendered_as_it_was(self, page: Page) -> bool:
        """Render one page, and tell whether that gives what was written of it."""
        scratch = self._render(page)
        found = digest(scratch)
        scratch.unlink(missing_ok=True)
        return found != '' and found == self.memory.files.get(self.name(page.name))

    def stands(self, name: str) -> bool:
        """Whether a file is there as it was written, by its path from the output folder."""
        path = self.outdir / name
        if name in self.memory.files and (known := self._stamps.get(name)) and stamp(path) == known:
            return True
        return digest(path) == self.memory.files.get(name, ' ')

    def stamps(self) -> dict[str, list[int]]:
        """Size and time of each file that was kept."""
        return {name: stamp(self.outdir / name) for name in sorted(self.kept)}

    def all_stand(self) -> bool:
        """Whether all files that were written are there and as they were, and no build was killed since."""
        return not self.memory.unsaved and all(map(self.stands, self.memory.files))

    def name(self, page: str) -> str:
        """The file of a page, by its path from the output folder."""
        return Path(output_path(self.builder, page)).relative_to(self.outdir).as_posix()

    def _render(self, page: Page) -> Path:
        """Have the builder write a page to a scratch file.

        A fresh dict of plain values goes to the builder: the JSON builder changes it, and can't serialise objects.
        Titles are markup to Sphinx and its themes.
        """
        scratch = self._scratch
        self.rendered += 1
        self.builder.handle_page(
            page.name,
            {'title': str(escape(page.title)), 'body': page.body},
            'page.html',
            outfilename=_as_wanted(self.builder, scratch),
        )
        return scratch

    def _move(self, scratch: Path, path: Path) -> bytes:
        if not scratch.exists():
            return b''  # the builder has given its own warning
        data = scratch.read_bytes()
        name = path.relative_to(self.outdir).as_posix()
        self.kept.add(name)
        self.memory.files[name] = hashlib.sha256(data).hexdigest()
        if digest(path) == self.memory.files[name]:
            scratch.unlink()
            return data
        path.parent.mkdir(parents=True, exist_ok=True)
        self.memory.journal.note(name, self.memory.files[name])
        scratch.replace(path)
        self.written += 1
        return data

    def file(self, name: str, chunks: Iterable[bytes]) -> None:
        """Write one file that needs no theme, by its path from the output folder."""
        note = partial(self.memory.journal.note, name)
        changed, self.memory.files[name] = write_long(self.outdir / name, chunks, note)
        self.kept.add(name)
        self.written += changed

    def adopt(self, name: str) -> None:
        """Take a file for ours that is there already, by its path from the output folder."""
        if found := digest(self.outdir / name):
            if self.memory.files.get(name) != found:
                self.memory.journal.note(name, found)
            self.kept.add(name)
            self.memory.files[name] = found

    def finish(self, site: Mapping[str, str] | None) -> None:
        """Delete what earlier builds wrote and this one did not, and remember what is there."""
        self.memory.forget_all_but(self.kept)
        self.clear_scratch()
        self.memory.site = None if site is None else dict(site)
        self.memory.save()
        self.memory.journal.clear()

    def clear_scratch(self) -> None:
        """Delete the scratch files that a build left which was killed."""
        pages = (path for path in self.outdir.glob(f'{_SCRATCH}*') if _SCRATCHES.fullmatch(path.name))
        others = self.outdir.joinpath('_static', 'kwindex').rglob(f'*{_LONG_SCRATCH}')
        for left in [*pages, *others, self.outdir / f'{MEMORY}{_LONG_SCRATCH}']:
            if left.is_file():
                left.unlink(missing_ok=True)
                self.memory.prune(left.parent)


def output_path(builder: StandaloneHTMLBuilder, page: str) -> Any:
    """Where the builder puts a page; the method was renamed in Sphinx 9."""
    if hasattr(builder, 'get_output_path'):
        return builder.get_output_path(page)
    return builder.get_outfilename(page)


def _as_wanted(builder: StandaloneHTMLBuilder, path: Path) -> Any:
    """A path of the type that the builder's own methods return."""
    return type(output_path(builder, 'index'))(path)
