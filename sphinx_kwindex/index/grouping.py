"""The corpus grouped: which occurrences go to which name, before anybody decides which of the names are keywords."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sphinx_kwindex.index.case import Case
from sphinx_kwindex.index.evidence import Corpus, canonical_reference, survey
from sphinx_kwindex.index.merge import canonical
from sphinx_kwindex.index.model import Choices, Evidence, Records, Resolve
from sphinx_kwindex.occurrences import DocumentRecord, Occurrence, Section


class Group:
    """All that goes to one name."""

    __slots__ = ('evidence', 'places', 'spellings')

    def __init__(self) -> None:
        self.evidence = Evidence()
        self.spellings: set[str] = set()
        self.places: dict[tuple[int, str], list[tuple[int, Occurrence]]] = {}
        """(position of the document, anchor) -> section and occurrence."""

    def take(self, position: int, record: DocumentRecord, found: Occurrence) -> None:
        """Take one occurrence in the document that is at *position* in reading order."""
        self.evidence.note(found)
        self.spellings.update((found.name, found.spelling) if found.spelling else (found.name,))
        anchor = record.sections[found.section].anchor
        self.places.setdefault((position, anchor), []).append((found.section, found))


class Grouping:
    """The second pass: occurrences go to their names."""

    def __init__(self, corpus: Corpus, choices: Choices, resolve: Resolve, order: Mapping[str, int]) -> None:
        self.corpus = corpus
        self.choices = choices
        self.resolve = resolve
        self.order = order
        self.groups: dict[str, Group] = {}
        self.headers: dict[str, tuple[str, tuple[Section, ...]]] = {}
        """docname -> title and places."""
        self.docnames = {position: docname for docname, position in order.items()}
        self.left_out: dict[str, Group] | None = None
        """What goes to no name, by the name as written; gathered only where somebody put a table here."""

    def add(self, record: DocumentRecord) -> None:
        """Take the occurrences of one document."""
        position = self.order[record.docname]
        self.headers[record.docname] = (record.title or record.docname, record.sections)
        for found in record.occurrences:
            name = ''
            if found.role in self.choices.roles and self.corpus.is_mention(found):
                shown = canonical_reference(record.docname, found, self.resolve)
                name = canonical(shown, found, self.corpus, record.docname)
            if name:
                _group(self.groups, name).take(position, record, found)
            elif self.left_out is not None:
                _group(self.left_out, found.name).take(position, record, found)

    def case(self, name: str) -> Case:
        """The case of a name that was found.

        :raises KeyError: for any other name
        """
        return Case(name, self.groups[name].evidence, self.corpus, self.choices)

    def documents_of(self, group: Group) -> tuple[str, ...]:
        """The docnames of the documents that a group has places in, in reading order."""
        return tuple(self.docnames[position] for position in sorted({position for position, _anchor in group.places}))


def _group(groups: dict[str, Group], name: str) -> Group:
    group = groups.get(name)
    if group is None:
        group = groups[name] = Group()
    return group


def group_corpus(
    records: Records, reading_order: Sequence[str], choices: Choices, resolve: Resolve, *, with_left_out: bool = False
) -> Grouping:
    """Survey the corpus, then group it. It is read once: what is grouped stays in memory anyway.

    *reading_order* names every document of the corpus, in the order in which a reader meets them. *with_left_out*
    gathers what an index has no use for as well: occurrences that go to no name.
    """
    documents = list(records())
    corpus = survey(lambda: documents, choices, resolve)
    grouping = Grouping(corpus, choices, resolve, {docname: i for i, docname in enumerate(reading_order)})
    if with_left_out:
        grouping.left_out = {}
    for record in documents:
        grouping.add(record)
    return grouping
