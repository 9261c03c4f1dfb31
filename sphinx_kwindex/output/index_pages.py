"""The pages of the whole index: one, or a page of letters and the letters in parts."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import accumulate, groupby
from typing import NamedTuple

from markupsafe import Markup

from sphinx_kwindex.index.collate import entry_key, letter, sort_key
from sphinx_kwindex.index.model import Keyword
from sphinx_kwindex.index.places import NOWHERE, Locator
from sphinx_kwindex.occurrences import Kind
from sphinx_kwindex.output.keys import Keys, Lengths
from sphinx_kwindex.output.page import Draft, Link, Page, PageMaker, letter_id
from sphinx_kwindex.output.paging import PAGE_LIMIT, Group, pieces
from sphinx_kwindex.output.site import entry_id
from sphinx_kwindex.spool import Spool

MENTIONED_MOST = 12
"""How many keywords the page of letters names for each."""
MOST_PARTS = 400
"""More parts than this are named on pages of their own: with two names each, so many fit on one."""
FLAT_LOCATORS = 6
"""More locators than this are grouped and folded (the indexers' rule; Mulvany, Indexing Books, chapter 5)."""


_Folder = tuple[str, list[tuple[Link, list[Link]]]]
"""A folder, and its documents with the sections that a keyword stands in."""


@dataclass(frozen=True, slots=True)
class Part:
    """One page of the index: a letter, or a piece of one."""

    heading: str
    page: str
    pieces: list[Piece]
    """What stands on it: each an entry, or a piece of a long one."""

    @property
    def keywords(self) -> list[Keyword]:
        """The keywords of the entries that begin or go on here, in their order."""
        return list({piece.keyword.name: piece.keyword for piece in self.pieces if piece.keyword.locators}.values())


def _keywords(parts: Iterable[Part]) -> list[Keyword]:
    """The keywords of several parts, each once."""
    return list({keyword.name: keyword for part in parts for keyword in part.keywords}.values())


class Piece(NamedTuple):
    """An entry as far as it stands on one page."""

    keyword: Keyword
    start: int
    """The first of the places that it shows."""
    stop: int
    key: str
    """Of the whole entry."""
    markup: int | None = None
    """Where it was put aside as it was rendered when pages were cut; ``None`` where it was not, or names other entries, whose
    pages were not known then."""


class IndexPages:
    """The index of everything: one page, or a page of letters and the letters in parts."""

    def __init__(self, maker: PageMaker, keys: Keys, lengths: Lengths) -> None:
        self.maker = maker
        self.keys, self.lengths = keys, lengths
        self.frame = maker.frame
        headings = [
            Keyword(reference.heading, Kind.NAME, (), False, 0, NOWHERE, reference.targets, reference.heading)
            for reference in self.frame.index.references
        ]
        self.entries = sorted([*self.frame.index.keywords, *headings], key=entry_key)
        """Keywords, and the spellings that lead to them, in the order of the index."""
        self._spool = Spool()

    def drafts(self) -> Iterator[Draft]:
        """The page of everything, then the parts it leads to, if any."""
        home = self.frame.site.index
        assert home is not None
        self.maker.entry_pages.update((keyword.name, home) for keyword in self.frame.index.keywords)
        groups = self._groups(home, limit=PAGE_LIMIT)
        if groups is not None:
            yield Draft(home, '', partial(self._whole, home, groups))
            return
        parts = self._parts()
        for page in self._contents(home, parts):
            yield Draft(page.name, '', partial(list, [page]))
        names = [part.page for part in parts]
        for number, part in enumerate(parts):
            key = self.keys.part(
                part.page,
                part.heading,
                (number, len(names), names[max(0, number - 1) : number + 2]),
                self._jumps(part.page, parts),
                [self._told(piece) for piece in part.pieces],
            )
            yield Draft(part.page, key, partial(self._part, parts, names, number))

    def _whole(self, home: str, groups: Sequence[Group]) -> Iterator[Page]:
        jumps = [Link(f'#{group.id}', group.title) for group in groups]
        yield self.maker.page(
            'index.html', [home], 0, self.frame.title, groups=groups, jumps=jumps, counts=self._counts(), ranges=()
        )

    def _part(self, parts: Sequence[Part], names: Sequence[str], number: int) -> Iterator[Page]:
        part = parts[number]
        entries = tuple(self._markup(part.page, piece) for piece in part.pieces)
        group = Group(letter_id(part.heading), part.heading, 'entries', entries)
        yield self.maker.page(
            'index.html',
            names,
            number,
            f'{self.frame.title}: {part.heading}',
            groups=[group],
            jumps=self._jumps(part.page, parts),
            counts=None,
            ranges=(),
        )

    def _told(self, piece: Piece) -> tuple[str, int, int, list[str | None]]:
        """All that an entry shows on one page."""
        return piece.key, piece.start, piece.stop, [self.maker.entry_pages.get(name) for name in piece.keyword.see_also]

    def _groups(self, page: str, limit: int) -> list[Group] | None:
        """All entries by letter, or ``None`` as soon as they are too much for one page."""
        groups, size = [], 0
        for heading, keywords in groupby(self.entries, key=lambda keyword: letter(keyword.head)):
            items = []
            for keyword in keywords:
                items.append(self._entry(page, keyword, keyword.locators, False))
                size += len(items[-1].encode())
                if size > limit:
                    return None
            groups.append(Group(letter_id(heading), heading, 'entries', tuple(items)))
        return groups

    def _parts(self) -> list[Part]:
        """The letters, cut where a page is full. All parts lie at one depth, so an entry is the same on any of them."""
        parts: list[Part] = []
        for heading, group in groupby(self.entries, key=lambda keyword: letter(keyword.head)):
            first = self.frame.site.index_part(heading, 1)
            room, number = 0, 0
            for keyword in group:
                for piece, size in self._pieces(first, keyword):
                    if size > room:
                        number += 1
                        parts.append(Part(heading, self.frame.site.index_part(heading, number), []))
                        room = PAGE_LIMIT
                    parts[-1].pieces.append(piece)
                    room -= size
        for part in reversed(parts):  # an entry begins on the first page that has a piece of it
            self.maker.entry_pages.update((keyword.name, part.page) for keyword in part.keywords)
        return parts

    def _pieces(self, page: str, keyword: Keyword) -> list[tuple[Piece, int]]:
        """An entry in pieces that fit on a page, each with its size in bytes."""
        key = self.keys.entry(keyword)
        known = self.lengths.of(key)
        if known:
            stops = accumulate(places for places, _size in known)
            return [
                (Piece(keyword, stop - places, stop, key), size)
                for stop, (places, size) in zip(stops, known, strict=True)
            ]
        shown: dict[Markup, int] = {}

        def render(locators: Sequence[Locator], continued: bool) -> Markup:
            markup = self._entry(page, keyword, locators, continued)
            shown[markup] = len(locators)
            return markup

        found, start = [], 0
        for markup in pieces(render, keyword.locators):
            stop = start + shown[markup]
            aside = None if keyword.see_also else self._spool.put(markup)
            found.append((Piece(keyword, start, stop, key, aside), len(markup.encode())))
            start = stop
        self.lengths.note(key, ((piece.stop - piece.start, size) for piece, size in found))
        return found

    def _markup(self, page: str, piece: Piece) -> Markup:
        if piece.markup is None:
            everywhere = piece.keyword.locators
            whole = piece.stop - piece.start == len(everywhere)
            locators = everywhere if whole else everywhere[piece.start : piece.stop]
            return self._entry(page, piece.keyword, locators, piece.start > 0)
        return Markup(self._spool.get(piece.markup))

    def _contents(self, home: str, parts: Sequence[Part]) -> Iterator[Page]:
        """The page of letters: where each part begins and ends, and what the letter mentions most.

        Where the parts are too many for one page, it names pages that name them.
        """
        heads = Counter(keyword.head for keyword in self.frame.index.keywords)
        others: dict[str, Sequence[Part]] = {}
        ranges = []
        for heading, group in groupby(parts, key=lambda part: part.heading):
            section = list(group)
            keywords = _keywords(section)
            most = sorted(keywords, key=lambda keyword: (-keyword.count, entry_key(keyword)))[:MENTIONED_MOST]
            named: Iterable[tuple[str, Sequence[Part]]] = [(part.page, [part]) for part in section]
            if len(parts) > MOST_PARTS:
                shares = [section[start : start + MOST_PARTS] for start in range(0, len(section), MOST_PARTS)]
                named = [
                    (self.frame.site.index_contents(heading, at), share) for at, share in enumerate(shares, start=1)
                ]
                others.update(named)
            mentioned = [
                Link(self.maker.entry_href(home, k.name), k.head if heads[k.head] == 1 else k.name, '', k.count)
                for k in sorted(most, key=entry_key)
            ]
            ranges.append(_headed(section, [self._range(home, page, inside) for page, inside in named], mentioned))
        yield self._page_of_ranges([home], 0, parts, ranges)
        names = list(others)
        for number, (page, inside) in enumerate(others.items()):
            links = [self._range(page, part.page, [part]) for part in inside]
            yield self._page_of_ranges(names, number, parts, [_headed(inside, links, [])])

    def _range(self, page: str, target: str, parts: Sequence[Part]) -> Link:
        """What leads from *page* to *target*, which has some parts that follow each other or names them."""
        first, last = parts[0].pieces[0].keyword, parts[-1].pieces[-1].keyword
        return Link(self.frame.links.to(page, target), f'{first.head} – {last.head}', '', len(_keywords(parts)))

    def _page_of_ranges(
        self, names: Sequence[str], number: int, parts: Sequence[Part], ranges: Sequence[Mapping[str, object]]
    ) -> Page:
        """One page of the sequence *names* that names parts of the index; the first of all counts what there is."""
        home = names[number] == self.frame.site.index
        return self.maker.page(
            'index.html',
            names,
            number,
            self.frame.title if home else f'{self.frame.title}: {ranges[0]["title"]}',
            groups=[],
            jumps=self._jumps(names[number], parts),
            counts=self._counts() if home else None,
            ranges=ranges,
        )

    def _jumps(self, page: str, parts: Sequence[Part]) -> list[Link]:
        """The bar of letters: each leads to the first part of its letter."""
        first = {part.heading: part.page for part in reversed(parts)}
        return [
            Link(self.frame.links.to(page, first[heading]), heading)
            for heading in dict.fromkeys(part.heading for part in parts)
        ]

    def _counts(self) -> Mapping[str, int]:
        index = self.frame.index
        return {'keywords': len(index.keywords), 'documents': len(index.documents), 'mentions': index.occurrences}

    def _entry(self, page: str, keyword: Keyword, locators: Sequence[Locator], continued: bool) -> Markup:
        """One keyword with locators of it: a few flat, of many all but the main one grouped and folded."""
        flat: Sequence[Locator] = locators
        rest: Sequence[Locator] = ()
        if len(keyword.locators) > FLAT_LOCATORS:
            flat = () if continued else _main_ones(locators)
            rest = locators[len(flat) :]
        places = [self.maker.place(page, locator) for locator in flat]
        folded = self._folded(page, rest)
        documents = len({locator.docname for locator in rest})
        # What the full name ends in is there to be read already.
        variants = [variant for variant in keyword.variants if not _ends_in(keyword.name, variant)]
        return self.frame.renderer.macro(
            'entry',
            '' if continued else entry_id(keyword.name),
            keyword,
            variants,
            places,
            folded,
            len(rest),
            documents,
            [Link(self.maker.entry_href(page, name), name) for name in keyword.see_also],
        )

    def _folded(self, page: str, rest: Sequence[Locator]) -> list[_Folder]:
        """Locators by folder and document."""
        folders: defaultdict[str, dict[str, list[Locator]]] = defaultdict(dict)
        for locator in rest:
            folders[locator.docname.rpartition('/')[0]].setdefault(locator.docname, []).append(locator)
        return [
            (
                f'{folder}/' if folder else '',
                [
                    (
                        Link(self.frame.links.to(page, docname), self.maker.titles[docname]),
                        [self.maker.place(page, locator, with_document=False) for locator in locators],
                    )
                    for docname, locators in documents.items()
                ],
            )
            for folder, documents in sorted(folders.items(), key=lambda item: sort_key(item[0]))
        ]


def _headed(parts: Sequence[Part], links: Sequence[Link], most: Sequence[Link]) -> Mapping[str, object]:
    """What the template prints of parts of one letter: *links* that lead to them, and the keywords mentioned *most*."""
    heading = parts[0].heading
    return {'id': letter_id(heading), 'title': heading, 'parts': links, 'most': most}


def _main_ones(locators: Sequence[Locator]) -> Sequence[Locator]:
    """The locators that are never folded: the main one, and those that follow it and define the keyword as well."""
    count = 1
    while count < len(locators) and count < FLAT_LOCATORS and locators[count].defines:
        count += 1
    return locators[:count]


def _ends_in(name: str, part: str) -> bool:
    return name == part or name.endswith((f'.{part}', f'::{part}'))
