"""What pages are made from, as digests: where a page's is what it was in an earlier build, the page is what it was.

A key covers all that a page prints of the index, and all that its links go by besides what is the same in two builds with
the same options, templates and versions (:func:`sphinx_kwindex.facts.groundwork`). To tell it takes a small part of the
time that the page takes.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence

from sphinx_kwindex.index.model import Document, Keyword
from sphinx_kwindex.output.page import PageMaker


def key_of(*parts: object) -> str:
    """One digest of texts, numbers, bytes and tuples or lists of them."""
    return hashlib.blake2b(repr(parts).encode('utf-8', 'surrogatepass'), digest_size=16).hexdigest()


class Lengths:
    """How long the entries of the whole index are, each in the pieces that it was cut into."""

    def __init__(self, known: Mapping[str, Sequence[int]]) -> None:
        """Begin with what is *known* from an earlier build."""
        self._known = known
        self.now: dict[str, list[int]] = {}
        """Key of an entry -> for each of its pieces the number of places and the bytes."""

    def of(self, key: str) -> list[tuple[int, int]]:
        """The pieces of an entry, each with the number of its places and its bytes; none where they are not known."""
        flat = self._known.get(key, ())
        if flat:
            self.now[key] = list(flat)
        return list(zip(flat[::2], flat[1::2], strict=True))

    def note(self, key: str, pieces: Iterable[tuple[int, int]]) -> None:
        """Remember the pieces of an entry."""
        self.now[key] = [number for piece in pieces for number in piece]


class Keys:
    """The keys of the pages of one index. Those of documents and folders can be told once the whole index is cut into pages."""

    def __init__(self, maker: PageMaker) -> None:
        self._maker = maker
        frame = maker.frame
        root = frame.site.folder_page('')
        self._shared = (frame.site.index, root, frame.title, frame.general_index, frame.site.evaded)
        """What all pages link to, and what decides on the names of those that they go on with."""
        self._headers = {document.docname: self._header(document) for document in frame.index.documents}
        self._said: dict[str, str] = {}

    def _header(self, document: Document) -> str:
        places = [(place.anchor, place.path, place.depth, place.described) for place in document.places]
        return key_of(document.docname, document.title, self._maker.titles[document.docname], places)

    def entry(self, keyword: Keyword) -> str:
        """The key of an entry of the whole index, as it is before it is known on which page each entry stands.

        How often the keyword stands anywhere is the sum of what the places tell.
        """
        docnames, places = keyword.locators.told()
        return key_of(
            keyword.name,
            str(keyword.kind),
            keyword.head,
            keyword.variants,
            keyword.see_also,
            [self._headers[docname] for docname in docnames],
            places,
        )

    def part(self, page: str, *told: object) -> str:
        """The key of a page of the whole index, of all that is *told* of it."""
        return key_of('part', self._shared, page, told)

    def document(self, document: Document, name: str) -> str:
        """The key of the page of a document."""
        frame, docname = self._maker.frame, document.docname
        return key_of(
            'document',
            self._shared,
            name,
            self._headers[docname],
            self._keywords(document),
            frame.site.folder_page(document.folder),
            tuple(frame.source_of(name, docname)),
            [(other, self._maker.titles[other], frame.site.document(other)) for other in document.related],
        )

    def folder(self, folder: str, name: str, below: Sequence[Document], children: Sequence[tuple[str, int]]) -> str:
        """The key of the page of a folder: with the documents *below* it, and folders with the number of theirs."""
        site = self._maker.frame.site
        return key_of(
            'folder',
            self._shared,
            name,
            folder,
            site.folder_page(folder.rpartition('/')[0]),
            [(d.docname, d.title, len(d.keywords), site.document(d.docname)) for d in below if d.folder == folder],
            # That of the root lists no keywords.
            [(self._headers[d.docname], self._keywords(d)) for d in below] if folder else [],
            [(child, count, site.folder_page(child)) for child, count in children],
        )

    def _keywords(self, document: Document) -> str:
        """The key of all that a document says of keywords, in the order of their importance to it."""
        known = self._said.get(document.docname)
        if known is None:
            by_name, pages = self._maker.frame.index.by_name, self._maker.entry_pages
            said = []
            for name in document.keywords:
                keyword = by_name[name]
                inside = keyword.locators.told_inside(document.docname)
                said.append((name, str(keyword.kind), keyword.head, pages.get(name), inside))
            known = self._said[document.docname] = key_of(said)
        return known
