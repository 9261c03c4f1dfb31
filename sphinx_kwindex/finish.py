"""The finish of a build that writes pages or an export: what nothing bears on that has changed is not made again."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sphinx_kwindex import facts
from sphinx_kwindex.choosing import SELECT_EVENT
from sphinx_kwindex.gcpause import sweep
from sphinx_kwindex.host import reading_order
from sphinx_kwindex.index.model import KeywordIndex
from sphinx_kwindex.output.page import Page
from sphinx_kwindex.output.standing import Standing, body_digest
from sphinx_kwindex.output.writer import PageWriter, stamp
from sphinx_kwindex.store import OccurrenceStore

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.builders.html import StandaloneHTMLBuilder


_SWEEP = 20
"""After how many pages their contexts are freed: themes leave each in a cycle, with all that stands in it."""


class Before:
    """What is known at the start of a build of the last one."""

    def __init__(self, store: OccurrenceStore) -> None:
        self.path = store.path.with_suffix('.json')
        self.last = Standing.load(self.path)
        self.store = store
        self._untouched = self.last.store == stamp(store.path)
        """Whether the store is still as the last finish left it; only then its word on the rows counts."""

    def rows(self, resolved: set[str]) -> dict[str, str]:
        """Docname -> digest of what the store holds now, some documents having been *resolved* since.

        :raises StoreDamaged: where the store can't be read
        """
        docnames = self.store.stamps()
        known = self.last.rows if self._untouched else {}
        same = {name: row for name, row in known.items() if name in docnames and name not in resolved}
        return same | self.store.digests(sorted(docnames.keys() - same.keys()))


@dataclass(frozen=True, slots=True)
class Made:
    """What a finish has to make: the index, its pages, the files besides."""

    index: KeywordIndex
    pages: Iterable[Page]
    files: Iterable[tuple[str, Iterable[bytes]]]


class Finish:
    """One finish. Its inputs are told when it is made, so that it stands before anything is written."""

    def __init__(self, app: Sphinx, builder: StandaloneHTMLBuilder, before: Before, resolved: set[str]) -> None:
        env = app.env
        self._last, self._path, self._store_path = before.last, before.path, before.store.path
        self.now = Standing(rows=before.rows(resolved))
        self.now.read = facts.documents_read(env, self._last.read)
        # What was read is as it was: so is what reading gave.
        same = self.now.read == self._last.read
        self.now.structure = self._last.structure if same else facts.structure(env)
        self.now.objects = self._last.objects if same else facts.objects(env)
        sources = [sources for _time, sources in self.now.read.values()] if facts.foreign_handlers(app, builder) else []
        self.now.frame = facts.digest(facts.surroundings(app, builder), self.now.structure, *sources)
        self.now.inputs = facts.digest(self.now.frame, self.now.objects, facts.told(self._corpus(app)))
        # Who writes all documents (-a, another theme) wants all pages written; who listens may decide anything.
        self._all_anew = set(env.all_docs) <= resolved
        self._decided_elsewhere = bool(app.events.listeners.get(SELECT_EVENT))

    def _corpus(self, app: Sphinx) -> list[object]:
        docnames = sorted(self.now.rows)
        return [
            self.now.rows,
            reading_order(app.env, docnames),
            [str(app.env.doc2path(name, False)) for name in docnames],
        ]

    def run(self, writer: PageWriter, make: Callable[[], Made | None], site: Mapping[str, str] | None) -> bool:
        """Make what is to be made; ``False`` where there is no index.

        Where nothing is to be made no file is touched.
        """
        frame = not self._all_anew and self._frame_stands(writer)
        if frame and self.now.inputs == self._last.inputs and not self._decided_elsewhere and writer.all_stand():
            writer.kept.update(writer.memory.files)
            self.now.bodies, self.now.sample, self.now.counts = self._last.bodies, self._last.sample, self._last.counts
        else:
            made = make()
            if made is None:
                return False
            self._write(writer, made, self._last.bodies if frame else {})
            writer.finish(site)
        self._save(writer)
        return True

    def _frame_stands(self, writer: PageWriter) -> bool:
        """Whether the theme would put around each page what it did: nothing says otherwise, and one page shows it."""
        last = self._last
        return (
            self.now.frame == last.frame
            and last.memory == writer.memory.digest()
            and (not last.sample or writer.is_rendered_as_it_was(Page(*last.sample)))
        )

    def _write(self, writer: PageWriter, made: Made, known: Mapping[str, str]) -> None:
        for number, page in enumerate(made.pages):
            if number % _SWEEP == 0:
                sweep()
            body = body_digest(page)
            writer.page(page, known=known.get(page.name) == body)
            self.now.bodies[page.name] = body
            if not self.now.sample or len(page.body) < len(self.now.sample[2]):
                self.now.sample = [page.name, page.title, page.body]
        for name, chunks in made.files:
            writer.file(name, chunks)
        self.now.counts = [len(made.index.keywords), len(self.now.bodies)]

    def _save(self, writer: PageWriter) -> None:
        self.now.memory = writer.memory.digest()
        self.now.store = stamp(self._store_path)
        self.now.stamps = writer.stamps()
        self.now.save(self._path)
