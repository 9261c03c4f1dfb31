"""From the records of all documents to the keyword index: what is grouped and chosen, put in order."""

from __future__ import annotations

from array import array
from collections.abc import Sequence

from sphinx_kwindex.index.collate import entry_key, head
from sphinx_kwindex.index.grouping import Grouping, group_corpus
from sphinx_kwindex.index.model import Choices, Document, Evidence, Keyword, KeywordIndex, Records, Resolve
from sphinx_kwindex.index.places import STRIDE, Places
from sphinx_kwindex.index.rank import is_passing, ranked, rarity, related_documents
from sphinx_kwindex.index.see import see_references, with_see_also
from sphinx_kwindex.index.selection import Selection
from sphinx_kwindex.occurrences import Kind, Role


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
    return Keyword(
        name,
        kind,
        tuple(sorted(group.variants)),
        case.defined,
        sum(group.numbers[3::STRIDE]),
        Places(group.numbers, grouping.shelf, grouping.choices.changelogs, defining=_defining(group.evidence)),
        head=head(name, kind),
        passing=is_passing(case),
    )


def _defining(evidence: Evidence) -> Role:
    """The role of the places where a keyword is explained: its description, or the entry of a glossary."""
    terms = evidence.definitions and all(each.type == 'term' for each in evidence.definitions)
    return Role.ENTRY if terms else Role.DEFINITION


def _documents(grouping: Grouping, keywords: Sequence[Keyword]) -> tuple[Document, ...]:
    """The documents in reading order, each with its keywords."""
    changelogs, headers = grouping.choices.changelogs, grouping.shelf.headers
    rarities = array('d', (rarity(keyword, len(headers), changelogs) for keyword in keywords))
    inside = {docname: array('I') for docname in headers}
    for number, keyword in enumerate(keywords):
        for docname in keyword.locators.docnames():
            inside[docname].append(number)
    related = related_documents(keywords, changelogs)
    return tuple(
        Document(
            docname,
            *headers[docname],
            ranked(
                (keywords[number], keywords[number].locators.presence(docname), rarities[number])
                for number in inside[docname]
            ),
            related.get(docname, ()),
        )
        for docname in sorted(headers, key=grouping.shelf.positions.__getitem__)
    )
