"""The corpus grouped: which occurrences go to which name, before anybody decides which of the names are keywords."""

from __future__ import annotations

from array import array
from collections.abc import Mapping, Sequence

from sphinx_kwindex.index.case import Case
from sphinx_kwindex.index.chain_kinds import is_variable
from sphinx_kwindex.index.evidence import Corpus, canonical_reference, survey
from sphinx_kwindex.index.here import Standpoint
from sphinx_kwindex.index.joints import parts
from sphinx_kwindex.index.merge import canonical
from sphinx_kwindex.index.model import NOTHING, ON_OBJECTS, Choices, Evidence, Records, Resolve
from sphinx_kwindex.index.places import STRIDE, Numbers, Shelf, bit
from sphinx_kwindex.occurrences import DocumentRecord, Occurrence, Role

_CALLED = frozenset(ON_OBJECTS.values())


class Group:
    """All that goes to one name."""

    __slots__ = ('evidence', 'found', 'numbers', 'variants')

    def __init__(self) -> None:
        self.evidence = Evidence()
        self.variants: set[str] | frozenset[str] = NOTHING
        """Other spellings of it."""
        self.numbers: Numbers = array('I')
        """Its places, as :class:`~sphinx_kwindex.index.places.Places` takes them."""
        self.found: list[tuple[int, str, Occurrence]] | None = None
        """Position of the document, anchor, occurrence: gathered only where somebody put a list here."""

    def note(self, name: str, found: Occurrence) -> None:
        """Take into account that an occurrence goes to this *name*."""
        self.evidence.note(found)
        for text in (found.name, found.spelling):
            if text and text != name:
                if not self.variants:
                    self.variants = set()
                self.variants |= {text}


def _is_variable(name: str, found: Occurrence) -> bool:
    """Whether code has a word as a variable: where nothing else of a document speaks of it, it means no name of others."""
    return found.role is Role.CODE and found.hint == 'variable' and name.islower() and name.isalpha()


class _Place:
    """A name in one place of the document that is being read."""

    __slots__ = ('count', 'first', 'roles', 'section')

    def __init__(self, found: Occurrence) -> None:
        self.first = found
        self.section = found.section
        self.roles = 0
        self.count = 0

    def take(self, found: Occurrence) -> None:
        self.roles |= bit(found.role)
        self.count += found.count
        if found.section < self.section:
            self.section = found.section
        if found.position < self.first.position:
            self.first = found


class Grouping:
    """The second pass: occurrences go to their names."""

    def __init__(
        self, corpus: Corpus, choices: Choices, resolve: Resolve, order: Mapping[str, int], *, in_full: bool = False
    ) -> None:
        self.corpus = corpus
        self.choices = choices
        self.resolve = resolve
        self.shelf = Shelf(order)
        self.groups: dict[str, Group] = {}
        self._known: dict[tuple[str, Role, str], str] = {}
        """Name, role and hint of what is no reference and describes nothing -> where it goes, in whatever document."""
        self.left_out: dict[str, Group] | None = {} if in_full else None
        """What goes to no name, by the name as written; gathered, as each occurrence is, only for who asks *in_full*."""

    def add(self, record: DocumentRecord) -> None:
        """Take the occurrences of one document."""
        position = self.shelf.positions[record.docname]
        self.shelf.headers[record.docname] = (record.title or record.docname, record.sections)
        anchors = [section.anchor for section in record.sections]
        here: dict[tuple[str, str], _Place] = {}
        named = [(self._name(record.docname, found), found) for found in record.occurrences]
        spoken_of = {name for name, found in named if not _is_variable(name, found)}
        for name, found in named:
            if name and (name in spoken_of or not self._is_of_others(name)):
                self._group(self.groups, name, position, anchors, found)
                key = (name, anchors[found.section])
                place = here.get(key)
                if place is None:
                    place = here[key] = _Place(found)
                place.take(found)
            elif self.left_out is not None:
                self._group(self.left_out, found.name, position, anchors, found)
        for (name, _anchor), place in here.items():
            context = self.shelf.contexts.put(place.first.context)
            self.groups[name].numbers.extend((position, place.section, place.roles, place.count, context))

    def _is_of_others(self, name: str) -> bool:
        """Whether the documentation speaks of a word, and neither describes it nor does the author ask for it."""
        evidence = self.corpus.names.get(name)
        spoken_of = evidence is not None and any(key != (Role.CODE, 'variable') for key in evidence.roles)
        return spoken_of and not self.corpus.is_defined(name) and not self.corpus.is_wanted(name)

    def _name(self, docname: str, found: Occurrence) -> str:
        """The name that an occurrence goes to, '' where it goes to none."""
        if found.role not in self.choices.roles:
            return ''
        if found.definition is not None or found.reference is not None:
            return self._canonical(canonical_reference(docname, found, self.resolve), found, Standpoint(docname))
        key = found.name, found.role, found.hint
        name = self._known.get(key)
        if name is None:
            at = Standpoint(docname)
            name = self._canonical(found.name, found, at)
            if not at.asked:
                self._known[key] = name
        return name

    def _canonical(self, name: str, found: Occurrence, at: Standpoint) -> str:
        return canonical(name, found, self.corpus, at) if self.corpus.is_mention(found) else ''

    def _group(
        self, groups: dict[str, Group], name: str, position: int, anchors: Sequence[str], found: Occurrence
    ) -> None:
        group = groups.get(name)
        if group is None:
            group = groups[name] = Group()
        group.note(name, found)
        if found.hint in _CALLED and found.role is Role.CODE and found.name.endswith(f'.{name}'):
            head, *_links, last = parts(found.name)
            docname = self.shelf.docnames[position]
            if is_variable(head, last, self.corpus) or docname in self.corpus.variables.get(head, ()):
                group.evidence.on_objects += found.count  # "stack.push"
        if self.left_out is not None:
            if group.found is None:
                group.found = []
            group.found.append((position, anchors[found.section], found))

    def case(self, name: str) -> Case:
        """The case of a name that was found.

        :raises KeyError: for any other name
        """
        return Case(name, self.groups[name].evidence, self.corpus, self.choices)

    def documents_of(self, group: Group) -> tuple[str, ...]:
        """The docnames of the documents that a group has places in, in reading order."""
        positions = (
            group.numbers[::STRIDE] if group.found is None else [position for position, _anchor, _found in group.found]
        )
        return tuple(self.shelf.docnames[position] for position in sorted(set(positions)))


def group_corpus(
    records: Records, reading_order: Sequence[str], choices: Choices, resolve: Resolve, *, in_full: bool = False
) -> Grouping:
    """Survey the corpus, then group it. It is read twice, and never in memory as a whole.

    *reading_order* names every document of the corpus, in the order in which a reader meets them. *in_full* gathers
    what an index has no use for as well: occurrences that go to no name, and each of those that do.
    """
    corpus = survey(records, choices, resolve)
    order = {docname: position for position, docname in enumerate(reading_order)}
    grouping = Grouping(corpus, choices, resolve, order, in_full=in_full)
    for record in records():
        grouping.add(record)
    return grouping
