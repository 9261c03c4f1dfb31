"""Make pages, as far as they are not there from an earlier build.

A draft whose key is what it was stands for the pages that were made of it then. Where nothing has changed in what the theme
puts around them, their files are left alone. Else the markup of each is read back from its file, where the theme prints it
as it is, and goes through the theme again: what its digest confirms need not be made a second time.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from sphinx_kwindex.output.page import Draft, Page
from sphinx_kwindex.output.standing import body_digest
from sphinx_kwindex.output.writer import PageWriter


class Left(NamedTuple):
    """What a build left of its pages."""

    drafts: Mapping[str, Sequence[str]]
    """Name of a draft -> its key, and behind it the names of the pages that were made of it."""
    pages: Mapping[str, tuple[str, str, int, int]]
    """Page -> title, digest of title and body, where in the file the body stands (-1 where it does not) and its bytes."""


NOTHING_LEFT = Left({}, {})


class Making:
    """Make the pages of drafts, one draft after the other."""

    def __init__(self, writer: PageWriter, earlier: Left, *, framed: bool, anew: Container[str] = ()) -> None:
        """Begin, with what an *earlier* build left.

        *framed* says that the theme would put around each page what it did then, but for the pages of drafts to make *anew*.
        """
        self.writer = writer
        self._earlier, self._framed, self._anew = earlier, framed, anew
        self.drafts: dict[str, Sequence[str]] = {}
        self.pages: dict[str, tuple[str, str, int, int]] = {}
        """Of both see :class:`Left`."""
        self.sample: Page | None = None
        """The shortest of the pages whose bodies were at hand, the first by name where several are."""

    def make(self, draft: Draft) -> None:
        """Write the pages of a draft."""
        names = self._known(draft)
        framed = self._framed and draft.name not in self._anew
        if names and framed and all(map(self.writer.keep, names)):
            self.pages.update((name, self._earlier.pages[name]) for name in names)
        else:
            pages = list(map(self._read_back, names))
            made = [page for page in pages if page is not None]
            names = []
            for page in made if pages and len(made) == len(pages) else draft.make():
                names.append(page.name)
                self._write(page, framed=framed)
        self.drafts[draft.name] = [draft.key, *names]

    def _known(self, draft: Draft) -> list[str]:
        """The pages that an earlier build made of just this draft; none where it made none, or of another."""
        key, *names = self._earlier.drafts.get(draft.name, [''])
        return names if key == draft.key != '' and all(name in self._earlier.pages for name in names) else []

    def _read_back(self, name: str) -> Page | None:
        title, digest, start, length = self._earlier.pages[name]
        page = Page(name, title, self.writer.body(name, start, length))
        return page if body_digest(page) == digest else None

    def _write(self, page: Page, *, framed: bool) -> None:
        self.sample = shorter(self.sample, page)
        digest = body_digest(page)
        earlier = self._earlier.pages.get(page.name)
        if framed and earlier and earlier[1] == digest and self.writer.keep(page.name):
            self.pages[page.name] = earlier
        else:
            self.pages[page.name] = (page.title, digest, *self.writer.page(page))


def shorter(one: Page | None, other: Page | None) -> Page | None:
    """That of two pages that has the shorter body, or comes first by name."""
    return min(filter(None, (one, other)), key=lambda page: (len(page.body), page.name), default=None)


def samples(
    writer: PageWriter, pages: Mapping[str, tuple[str, str, int, int]], names: Iterable[str] | None = None
) -> Iterator[Page]:
    """Pages that were written, read back from their files: those of some *names*, else all, the fewest bytes first."""
    for name in sorted(pages, key=lambda name: (pages[name][3], name)) if names is None else names:
        title, digest, start, length = pages[name]
        page = Page(name, title, writer.body(name, start, length))
        if body_digest(page) == digest:
            yield page
