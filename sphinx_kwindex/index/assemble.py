"""From the records of all documents to the keyword index: what is grouped and chosen, put in order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from operator import attrgetter

from sphinx_kwindex.index.collate import entry_key, head
from sphinx_kwindex.index.grouping import Grouping, group_corpus
from sphinx_kwindex.index.model import Choices, Document, Keyword, KeywordIndex, Locator, Records, Resolve
from sphinx_kwindex.index.rank import is_passing, ranked, rarity, related_documents
from sphinx_kwindex.index.see import see_references, with_see_also
from sphinx_kwindex.index.selection import Selection
from sphinx_kwindex.occurrences import ROLE_ORDER, Kind, Occurrence, Role

_ORDER = attrgetter('order')
_POSITION = attrgetter('position')


def build_index(records: Records, reading_order: Sequence[str], choices: Choices, resolve: Resolve) -> KeywordIndex:
    """The keyword index of a corpus, as the rules alone decide.

    *reading_order* names every document of the corpus, in the order in which a reader meets them.
    """
    grouping = group_corpus(records, reading_order, choices, resolve)
    return assemble(grouping, Selection(grouping))


def assemble(grouping: Grouping, selection: Selection) -> KeywordIndex:
    """The index of the names that are selected: keywords in collation order, documents in reading order."""
    kept = (_keyword(grouping, name, selection.kind(name)) for name in selection if selection.verdict(name).keep)
    keywords = with_see_also(sorted(kept, key=entry_key), grouping.corpus)
    return KeywordIndex(
        keywords,
        _documents(grouping, keywords),
        {keyword.name: keyword for keyword in keywords},
        see_references(keywords),
    )


def _keyword(grouping: Grouping, name: str, kind: Kind) -> Keyword:
    group, case = grouping.groups[name], grouping.case(name)
    locators = sorted((_locator(grouping, *key, found) for key, found in group.places.items()), key=_ORDER)
    main = min(locators, key=lambda locator: _precedence(locator, grouping.choices.changelogs))
    ordered = (replace(main, main=True), *(locator for locator in locators if locator is not main))
    return Keyword(
        name,
        kind,
        tuple(sorted(group.spellings - {name})),
        case.defined,
        sum(locator.count for locator in locators),
        ordered,
        head=head(name, kind),
        passing=is_passing(case),
    )


def _locator(grouping: Grouping, position: int, anchor: str, found: Sequence[tuple[int, Occurrence]]) -> Locator:
    docname = grouping.docnames[position]
    title, places = grouping.headers[docname]
    section, first = found[0]
    count, roles = first.count, {first.role}
    for number, other in found[1:]:
        section, first = min(section, number), min(first, other, key=_POSITION)
        count += other.count
        roles.add(other.role)
    ordered = tuple(roles) if len(roles) == 1 else tuple(sorted(roles, key=ROLE_ORDER.__getitem__))
    return Locator(
        docname, anchor, places[section].path or (title,), ordered, count, first.context, (position, section)
    )


def _documents(grouping: Grouping, keywords: Sequence[Keyword]) -> tuple[Document, ...]:
    """The documents in reading order, each with its keywords."""
    changelogs, headers = grouping.choices.changelogs, grouping.headers
    inside: defaultdict[str, list[tuple[Keyword, list[Locator], float]]] = defaultdict(list)
    for keyword in keywords:
        rare = rarity(keyword, len(headers), changelogs)
        by_document: defaultdict[str, list[Locator]] = defaultdict(list)
        for locator in keyword.locators:
            by_document[locator.docname].append(locator)
        for docname, locators in by_document.items():
            inside[docname].append((keyword, sorted(locators, key=_ORDER), rare))
    related = related_documents(keywords, changelogs)
    return tuple(
        Document(docname, *headers[docname], ranked(inside[docname]), related.get(docname, ()))
        for docname in sorted(headers, key=lambda docname: grouping.order[docname])
    )


def _precedence(locator: Locator, changelogs: frozenset[str]) -> tuple[bool, int, tuple[int, int]]:
    """The main locator: the definition, else a heading, else the earliest in reading order; change logs come last."""
    if Role.DEFINITION in locator.roles:
        return False, 0, locator.order
    return locator.docname in changelogs, (1 if Role.HEADING in locator.roles else 2), locator.order
