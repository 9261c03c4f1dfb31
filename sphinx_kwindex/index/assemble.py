"""From the records of all documents to the keyword index: survey, then one pass that groups what is kept."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from sphinx_kwindex.index.case import Case
from sphinx_kwindex.index.classify import classify
from sphinx_kwindex.index.collate import entry_key, head
from sphinx_kwindex.index.evidence import Corpus, canonical_reference, survey
from sphinx_kwindex.index.merge import canonical
from sphinx_kwindex.index.model import (
    Choices,
    Document,
    Evidence,
    Keyword,
    KeywordIndex,
    Locator,
    Records,
    Resolve,
)
from sphinx_kwindex.index.rank import is_passing, ranked, related_documents
from sphinx_kwindex.index.see import see_references, with_see_also
from sphinx_kwindex.index.select import verdict
from sphinx_kwindex.occurrences import ROLE_ORDER, DocumentRecord, Occurrence, Role, Section


def build_index(records: Records, reading_order: Sequence[str], choices: Choices, resolve: Resolve) -> KeywordIndex:
    """The keyword index of a corpus.

    *reading_order* names every document of the corpus, in the order in which a reader meets them.
    """
    corpus = survey(records, choices, resolve)
    grouping = _Grouping(corpus, choices, resolve, {docname: i for i, docname in enumerate(reading_order)})
    for record in records():
        grouping.add(record)
    keywords = with_see_also(grouping.keywords(), corpus)
    return KeywordIndex(
        keywords,
        grouping.documents(keywords),
        {keyword.name: keyword for keyword in keywords},
        see_references(keywords),
    )


class _Group:
    """A keyword in the making."""

    __slots__ = ('evidence', 'places', 'spellings')

    def __init__(self) -> None:
        self.evidence = Evidence()
        self.spellings: set[str] = set()
        self.places: dict[tuple[int, str], list[tuple[int, Occurrence]]] = {}
        """(position of the document, anchor) -> section and occurrence."""


class _Grouping:
    """The second pass: occurrences go to their keywords."""

    def __init__(self, corpus: Corpus, choices: Choices, resolve: Resolve, order: Mapping[str, int]) -> None:
        self.corpus = corpus
        self.choices = choices
        self.resolve = resolve
        self.order = order
        self.groups: defaultdict[str, _Group] = defaultdict(_Group)
        self.headers: dict[str, tuple[str, tuple[Section, ...]]] = {}
        self.docnames = {position: docname for docname, position in order.items()}

    def add(self, record: DocumentRecord) -> None:
        """Take the occurrences of one document."""
        position = self.order[record.docname]
        self.headers[record.docname] = (record.title or record.docname, record.sections)
        for found in record.occurrences:
            if found.role not in self.choices.roles or not self.corpus.is_mention(found):
                continue
            name = canonical(
                canonical_reference(record.docname, found, self.resolve), found, self.corpus, record.docname
            )
            group = self.groups[name]
            group.evidence.note(found)
            group.spellings.update((found.name, found.spelling) if found.spelling else (found.name,))
            anchor = record.sections[found.section].anchor
            group.places.setdefault((position, anchor), []).append((found.section, found))

    def keywords(self) -> tuple[Keyword, ...]:
        """The groups that are keywords, in collation order."""
        kept = (
            self._keyword(name, self.groups[name])
            for name in sorted(self.groups)
            if verdict(Case(name, self.groups[name].evidence, self.corpus, self.choices)).keep
        )
        return tuple(sorted(kept, key=entry_key))

    def _keyword(self, name: str, group: _Group) -> Keyword:
        locators = sorted((self._locator(*key, found) for key, found in group.places.items()), key=lambda x: x.order)
        main = min(locators, key=lambda locator: _precedence(locator, self.choices.changelogs))
        ordered = (replace(main, main=True), *(locator for locator in locators if locator is not main))
        case = Case(name, group.evidence, self.corpus, self.choices)
        kind, defined = classify(case), case.defined
        return Keyword(
            name,
            kind,
            tuple(sorted(group.spellings - {name})),
            defined,
            sum(locator.count for locator in locators),
            ordered,
            head=head(name, kind),
            passing=is_passing(case),
        )

    def _locator(self, position: int, anchor: str, found: Sequence[tuple[int, Occurrence]]) -> Locator:
        docname = self.docnames[position]
        title, places = self.headers[docname]
        section = min(section for section, _found in found)
        first = min((occurrence for _section, occurrence in found), key=lambda o: o.position)
        roles = sorted({occurrence.role for _section, occurrence in found}, key=lambda role: ROLE_ORDER[role])
        return Locator(
            docname,
            anchor,
            places[section].path or (title,),
            tuple(roles),
            sum(o.count for _s, o in found),
            first.context,
            (position, section),
        )

    def documents(self, keywords: Sequence[Keyword]) -> tuple[Document, ...]:
        """The documents in reading order, each with its keywords."""
        inside: defaultdict[str, list[tuple[Keyword, list[Locator]]]] = defaultdict(list)
        for keyword in keywords:
            by_document: defaultdict[str, list[Locator]] = defaultdict(list)
            for locator in keyword.locators:
                by_document[locator.docname].append(locator)
            for docname, locators in by_document.items():
                inside[docname].append((keyword, sorted(locators, key=lambda x: x.order)))
        changelogs = self.choices.changelogs
        related = related_documents(keywords, changelogs)
        return tuple(
            Document(
                docname,
                *self.headers[docname],
                ranked(inside[docname], len(self.headers), changelogs),
                related.get(docname, ()),
            )
            for docname in sorted(self.headers, key=lambda docname: self.order[docname])
        )


def _precedence(locator: Locator, changelogs: frozenset[str]) -> tuple[bool, int, tuple[int, int]]:
    """The main locator: the definition, else a heading, else the earliest in reading order; change logs come last."""
    if Role.DEFINITION in locator.roles:
        return False, 0, locator.order
    return locator.docname in changelogs, (1 if Role.HEADING in locator.roles else 2), locator.order
