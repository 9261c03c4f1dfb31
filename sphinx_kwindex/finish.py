"""The finish of a build that writes pages or an export: what nothing bears on that has changed is not made again."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from typing import TYPE_CHECKING, NamedTuple

from sphinx.util.parallel import ParallelTasks

from sphinx_kwindex import facts
from sphinx_kwindex.choosing import SELECT_EVENT
from sphinx_kwindex.gcpause import sweep
from sphinx_kwindex.host import reading_order
from sphinx_kwindex.index.model import KeywordIndex
from sphinx_kwindex.output.keys import Lengths
from sphinx_kwindex.output.making import NOTHING_LEFT, Left, Making, samples, shorter
from sphinx_kwindex.output.page import Page
from sphinx_kwindex.output.pages import Follow, Step, shared_out
from sphinx_kwindex.output.site import Site
from sphinx_kwindex.output.standing import Standing
from sphinx_kwindex.output.writer import PageWriter, Part, stamp
from sphinx_kwindex.store import OccurrenceStore

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.builders.html import StandaloneHTMLBuilder


_SAMPLES = 8
"""How many pages, at most, show whether others put on pages what they did."""
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
    """What a finish has to make: the index, the steps in which its pages are made, the files besides."""

    index: KeywordIndex
    steps: Sequence[Step]
    follow: Follow
    files: Iterable[tuple[str, Iterable[bytes]]]


class _Done(NamedTuple):
    """What came of some steps."""

    left: Left
    sample: Page | None
    part: Part


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
        self._seen_by_others = self._edited() if facts.foreign_hands(app, builder) else frozenset()
        """The documents that were edited, where others have a hand in pages, which may tell of them."""
        self.now.ground = facts.groundwork(app, builder)
        self.now.frame = facts.digest(self.now.ground, facts.surroundings(builder), self.now.structure)
        self.now.inputs = facts.digest(self.now.frame, self.now.objects, facts.told(self._corpus(app)))
        self._jobs = app.parallel if builder.parallel_ok else 1
        # Who writes all documents (-a, another theme) wants all pages written; who listens may decide anything.
        self._all_anew = set(env.all_docs) <= resolved
        self._decided_elsewhere = bool(app.events.listeners.get(SELECT_EVENT))
        self._earlier = NOTHING_LEFT
        self._drafts: dict[str, Sequence[str]] = {}
        self._pages: dict[str, tuple[str, str, int, int]] = {}
        self._sample: Page | None = None
        self._anew: frozenset[str] = frozenset()
        """Pages that are rendered in any case."""
        if self.now.ground == self._last.ground:
            drafts = {} if facts.has_own_markup(builder) else self._last.drafts
            self._earlier = Left(drafts, {name: (*page,) for name, page in self._last.pages.items()})
        self.lengths = Lengths(self._last.entries if self._earlier.drafts else {})
        """Of the entries of the index, as far as they are known."""

    def _edited(self) -> frozenset[str]:
        last = self._last.read
        return frozenset(name for name, (_time, text) in self.now.read.items() if last.get(name, ['', ''])[1] != text)

    def _corpus(self, app: Sphinx) -> list[object]:
        docnames = sorted(self.now.rows)
        return [
            self.now.rows,
            reading_order(app.env, docnames),
            [str(app.env.doc2path(name, False)) for name in docnames],
        ]

    def run(self, writer: PageWriter, make: Callable[[], Made | None], site: Site | None) -> bool:
        """Make what is to be made; ``False`` where there is no index.

        Where nothing is to be made no file is touched, but for scratch files that a build left which was killed.
        """
        frame = not self._all_anew and self._frame_stands(writer)
        same = self.now.inputs == self._last.inputs and not self._seen_by_others
        if frame and same and not self._decided_elsewhere and writer.all_stand():
            writer.kept.update(writer.memory.files)
            writer.clear_scratch()
            writer.memory.journal.clear()  # nothing of it could be read
            last, now = self._last, self.now
            now.drafts, now.pages, now.entries = last.drafts, last.pages, last.entries
            now.sample, now.counts = last.sample, last.counts
        else:
            made = make()
            if made is None:
                return False
            if site is not None:
                self._anew = frozenset(chain.from_iterable(map(site.pages_about, self._seen_by_others)))
            self._write(writer, made, framed=frame)
            writer.finish(None if site is None else site.state())
        self._save(writer)
        return True

    def _frame_stands(self, writer: PageWriter) -> bool:
        """Whether the theme would put around each page what it did: nothing says otherwise, and one page shows it.

        Where others have a hand in pages and documents were edited, some more pages are to show it.
        """
        last = self._last
        if self.now.frame != last.frame or last.memory != writer.memory.digest():
            return False
        pages = [Page(*last.sample)] if last.sample else []
        if self._seen_by_others:
            names = sorted(self._earlier.pages)
            pages.extend(samples(writer, self._earlier.pages, names[:: len(names) // _SAMPLES + 1]))
        return all(map(writer.is_rendered_as_it_was, pages))

    def _write(self, writer: PageWriter, made: Made, *, framed: bool) -> None:
        """Write all pages and files; pages in as many processes as Sphinx writes documents in."""
        first, parts = shared_out(made.steps, self._jobs)
        progress = iter(made.follow([*first, *chain.from_iterable(parts)]) if first else ())
        self._count(self._written(writer, islice(progress, len(first)), framed))

        missing = list(range(len(parts)))

        def done(number: int, result: _Done) -> None:
            missing.remove(number)
            writer.take(result.part)
            self._count(result)
            for _step in islice(progress, len(parts[number])):
                pass

        tasks = ParallelTasks(len(parts))
        for number in range(len(parts)):
            tasks.add_task(lambda number: self._written(writer.beside(), parts[number], framed), number, done)
        tasks.join()
        for number in missing:  # Sphinx says nothing of a process that ends before all have begun, and ends the others
            self._count(self._written(writer, parts[number], framed))
        for _step in progress:  # there is none left; the line of progress ends
            pass
        for name, chunks in made.files:
            writer.file(name, chunks)
        self.now.drafts = {name: list(draft) for name, draft in self._drafts.items()}
        self.now.pages = {name: list(page) for name, page in self._pages.items()}
        self.now.entries = self.lengths.now
        self.now.counts = [len(made.index.keywords), len(self._pages)]
        self._take_sample(writer)

    def _written(self, writer: PageWriter, steps: Iterable[Step], framed: bool) -> _Done:
        """Write the pages of some steps."""
        making = Making(writer, self._earlier, framed=framed, anew=self._anew)
        swept = 0
        for draft in chain.from_iterable(step.drafts for step in steps):
            if writer.rendered >= swept:
                sweep()
                swept = writer.rendered + _SWEEP
            making.make(draft)
        return _Done(Left(making.drafts, making.pages), making.sample, writer.part())

    def _count(self, done: _Done) -> None:
        self._drafts |= done.left.drafts
        self._pages |= done.left.pages
        self._sample = shorter(self._sample, done.sample)

    def _take_sample(self, writer: PageWriter) -> None:
        """Keep one page to show the next build whether all are rendered as they were: one that is short."""
        sample, last = self._sample, self._last.sample
        if last and self._earlier.pages.get(last[0]) == self._pages.get(last[0]) is not None:
            sample = shorter(sample, Page(*last))
        sample = sample or next(samples(writer, self._pages), None)
        self.now.sample = [sample.name, sample.title, sample.body] if sample else []

    def _save(self, writer: PageWriter) -> None:
        self.now.memory = writer.memory.digest()
        self.now.store = stamp(self._store_path)
        self.now.stamps = writer.stamps()
        self.now.save(self._path)
