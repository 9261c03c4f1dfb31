"""Walk one resolved document once and record what it says of each name, place by place."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, field
from functools import partial
from operator import attrgetter
from typing import NamedTuple, cast

from docutils import nodes
from sphinx import addnodes
from sphinx.util.index_entries import split_index_msg

from sphinx_kwindex.collect.callings import Callings, explained, is_plain_cell
from sphinx_kwindex.collect.capitals import in_title, is_capital, is_shouted, judged_capitals, of_heading
from sphinx_kwindex.collect.code import code_candidates
from sphinx_kwindex.collect.definitions import (
    Objects,
    defined_module,
    glossary_terms,
    may_be_unsaid,
    parameters_of,
    shown_name,
    signature_definitions,
)
from sphinx_kwindex.collect.html import blocks_of_html
from sphinx_kwindex.collect.inline import found_names, joined, loose_references, readable, runs
from sphinx_kwindex.collect.literals import literal_candidates
from sphinx_kwindex.collect.marks import WrittenReference, xref_mark
from sphinx_kwindex.collect.persons import Persons
from sphinx_kwindex.collect.raw import is_html
from sphinx_kwindex.collect.sorts import Sort, sort_of
from sphinx_kwindex.collect.subcommands import SECOND, WHOLE_COMMANDS, Subcommands, may_be_subcommand
from sphinx_kwindex.collect.tally import Tally
from sphinx_kwindex.collect.targets import last_part, without_call
from sphinx_kwindex.collect.terms import Terms, with_terms
from sphinx_kwindex.collect.texts import Found, Run, line_at
from sphinx_kwindex.collect.unread import entries_and_anchors, is_kept_out, is_left_out, open_elements
from sphinx_kwindex.collect.words import is_in_another_language, is_in_any_language, lower_words, wanted_names
from sphinx_kwindex.collect.written import without_references, written_text
from sphinx_kwindex.occurrences import Definition, DocumentRecord, Role, Section
from sphinx_kwindex.shapes import WEAK_HINTS


class MergedDocuments(Exception):
    """The tree holds several documents: what it says is not what one document says."""


@dataclass(frozen=True, slots=True)
class Options:
    """What a walk depends on besides the tree."""

    show_todos: bool = True
    """Whether the writers print ``todo`` directives."""
    wanted: tuple[re.Pattern[str], ...] = ()
    """Names to record wherever they stand in running text, whatever their form."""
    terms: Terms = field(default_factory=Terms)
    """The author's terms, to record in running text wherever no other name stands."""
    stop_words: frozenset[str] = frozenset()
    """Lower-case words that are never names by themselves."""
    english: bool = False
    """Whether the documentation is written in English: what no dictionary of it has may be a name."""


def collect_document(
    doctree: nodes.document, docname: str, *, written: Sequence[WrittenReference], objects: Objects, options: Options
) -> DocumentRecord:
    """The record of one resolved document.

    *written* are the marked references of the tree, *objects* the objects that the domains know in this document.

    :raises MergedDocuments: for the tree of a builder that puts all documents into one
    """
    walk = _Walk(docname, written, objects, options)
    walk.children(doctree, 0)
    return walk.record()


class _Entry(NamedTuple):
    """An object or a hand-made entry, until the text of its place is known."""

    place: int
    name: str
    definition: Definition | None = None
    target: str = ''
    """The id that the entry leads to, where that may be another place's."""


class _Walk:
    """The state of one walk: the places met so far and what stands in them."""

    def __init__(self, docname: str, written: Sequence[WrittenReference], objects: Objects, options: Options) -> None:
        self.docname = docname
        self.written = written
        self.objects = objects
        self.options = options
        self.sections: list[Section] = [Section('', ())]
        self.title = ''
        self.length = 0
        self.prose: list[str] = []
        """The stretches of running text outside headings."""
        self.texts: defaultdict[int, list[str]] = defaultdict(list)
        self.entries: list[_Entry] = []
        self.opened: dict[str, int] = {}
        """Every id of a section -> its place."""
        self.tally = Tally()
        self.subcommands = Subcommands()
        self.callings = Callings(written)
        self.persons = Persons()
        self.parameters: frozenset[str] = frozenset()
        """What the description around a text calls its parameters."""
        self.describes = False
        """Whether an object was described so far."""

    def record(self) -> DocumentRecord:
        """Close the walk."""
        self._add_entries()
        words = lower_words(self.prose)
        sections = tuple(
            Section(place.anchor, place.path or (self.title or self.docname,), place.depth, place.described)
            for place in self.sections
        )
        judged = self.subcommands.judged(judged_capitals(self.tally, words, english=self.options.english))
        ordered = sorted(judged, key=attrgetter('position', 'name', 'role'))
        return DocumentRecord(self.docname, self.title, sections, tuple(ordered), words, self.length)

    # -- the tree ---------------------------------------------------------------------------------------------

    def children(self, element: nodes.Element, place: int) -> None:
        """Visit the children of *element*, which belong to *place* unless they open one of their own."""
        children: Iterable[nodes.Node] = element.children
        if any(isinstance(child, xref_mark) for child in element.children):
            # References that stand in no text of their own; what they became is not this document's.
            self._read(list(loose_references(element, self.written)), place, None)
            children = without_references(element)
        for child in children:
            if isinstance(child, nodes.Element):
                self.visit(child, place)

    def visit(self, node: nodes.Element, place: int) -> None:
        """Record one node and all below it."""
        sort = sort_of(type(node))  # type: ignore[arg-type]  # a class is hashable, whatever its metaclass says
        if sort is Sort.INDEX:
            self._index(cast('addnodes.index', node), place)
        elif sort is Sort.MERGED:
            raise MergedDocuments
        elif is_kept_out(node):
            self._keep_out(node, place)
        elif is_html(node):
            for block in blocks_of_html(node.astext()):
                if block[0].sort == 'code':
                    self._read_code(block[0].text, block[0].hint, place)
                else:
                    self._read(joined(block), place, None)
        elif sort is Sort.SKIPPED or is_left_out(node, show_todos=self.options.show_todos):
            return
        elif sort is Sort.SECTION:
            self._section(cast('nodes.section', node), place)
        elif sort is Sort.DESCRIPTION:
            self._description(cast('addnodes.desc', node), place)
        else:
            self._objects_at(node, place)
            if sort is Sort.CODE:
                self._code(node, place)
            elif sort is Sort.TEXT:
                titled = isinstance(node, nodes.title) and isinstance(node.parent, nodes.section)
                self._text(cast('nodes.TextElement', node), place, Role.HEADING if titled else None)
            else:
                self.children(node, place)

    def _keep_out(self, node: nodes.Element, place: int) -> None:
        """Read nothing of a node; but a document is called by its title in any case."""
        if isinstance(node, nodes.section) and place == 0:
            self.title = self.title or self._title(node)

    def _title(self, node: nodes.section) -> str:
        title = next((child for child in node.children if isinstance(child, nodes.title)), None)
        return ' '.join(''.join(run.text for run in runs(title, self.written)).split()) if title else ''

    def _section(self, node: nodes.section, place: int) -> None:
        text = self._title(node)
        if not self.title and place == 0:
            self.title = text
        inside = self._place(node['ids'][0] if node['ids'] else '', text, place)
        self.opened.update((str(anchor), inside) for anchor in node['ids'])
        self._objects_at(node, inside)
        self.children(node, inside)

    def _place(self, anchor: str, title: str, parent: int, *, described: bool = False) -> int:
        above = self.sections[parent]
        path = above.path or ((self.title,) if self.title and self.title != title else ())
        self.sections.append(
            Section(anchor or above.anchor, (*path, title) if title else path, above.depth + 1, described)
        )
        return len(self.sections) - 1

    def _description(self, node: addnodes.desc, place: int) -> None:
        """An object description is a place of its own: the finest that a locator can lead to."""
        if node.get('objtype') == 'alias':
            return  # c:alias and cpp:alias show signatures of other documents
        inside = place
        for child in node.children:
            if is_kept_out(child):
                continue
            if isinstance(child, addnodes.desc_signature):
                opened = self._signature(child, place)
                if inside == place:
                    inside = opened
            elif isinstance(child, addnodes.desc_content):
                outside, self.parameters = self.parameters, self.parameters | parameters_of(node)
                self.children(child, inside)
                self.parameters = outside
            elif isinstance(child, nodes.Element):
                self.visit(child, place)

    def _signature(self, node: addnodes.desc_signature, place: int) -> int:
        text = ' '.join(written_text(node, self.written).split())
        definitions = signature_definitions(node, self.objects, self.written)
        if definitions:
            self.describes = True
            place = self._place(node['ids'][0], shown_name(node, self.written), place, described=True)
            for definition in definitions:
                self.tally.add(definition.name, place, Role.DEFINITION, 'definition', text, 0, definition=definition)
        else:  # not indexed, or a line that its domain can't read: "lookup_name = 'hour'"
            for name, hint in literal_candidates(shown_name(node, self.written)):
                if hint in WEAK_HINTS or hint in WHOLE_COMMANDS:
                    continue  # "key in d" is no command
                self.tally.add(name, place, Role.LITERAL, 'signature', text, max(text.find(name), 0))
        self.texts[place].append(text)
        for element in open_elements(node):
            for child in element.children:
                if isinstance(child, xref_mark) and not child.get('end'):
                    self._signature_reference(self.written[int(child['number'])], place, text)
        return place

    def _signature_reference(self, written: WrittenReference, place: int, text: str) -> None:
        name = written.target.strip()
        if written.by_object and not written.kept_out and name and written.text and written.text in text:
            start = max(text.find(written.text), 0)
            self.tally.add(name, place, Role.REFERENCE, 'annotation', text, start, reference=written.reference)

    def _objects_at(self, node: nodes.Element, place: int) -> None:
        """Objects that a directive without a description defines here: settings, modules, glossary terms.

        A glossary says itself what it defines, and so does the entry of a Python module: the domain forgets what
        another document defines as well.
        """
        if isinstance(node, nodes.term) and (terms := glossary_terms(node)):
            self.entries.extend(_Entry(place, term, Definition('std', 'term', term)) for term in terms)
            return
        for anchor in node.attributes.get('ids', ()):
            definition = self.objects.get(str(anchor))
            if definition is not None:
                self.entries.append(_Entry(place, definition.name, definition))

    def _index(self, node: addnodes.index, place: int, said: Container[str] = ()) -> None:
        """Note hand-made entries, but for names that the text around them is known to have *said*."""
        if isinstance(node.next_node(descend=False, siblings=True), addnodes.desc):
            return  # those that a description makes for itself
        for entry_type, value, target, *_rest in node['entries']:
            if module := defined_module(entry_type, value, target):
                self.entries.append(_Entry(place, module, Definition('py', 'module', module), target))
                continue
            if target in self.objects or entry_type in {'seealso', 'see'}:
                continue
            if isinstance(node.parent, nodes.term) and target in node.parent['ids']:
                continue  # the entry of a glossary's term
            try:
                parts = split_index_msg(entry_type, value)
            except ValueError:
                continue
            for part in parts if entry_type != 'single' else parts[:1]:
                if (name := self.options.terms.named(without_call(part))) not in said:
                    self.entries.append(_Entry(place, name, target=str(target)))

    # -- texts ------------------------------------------------------------------------------------------------

    def _text(self, node: nodes.TextElement, place: int, heading: Role | None) -> None:
        block = self.persons.left_out(node, joined(readable(runs(node, self.written))))
        if name := explained(node, block) if isinstance(node, nodes.term) else self.callings.in_bold(node, block):
            before, _name, behind = block[0].text.partition(name)
            item = Run(name, 'name', self.callings.over(node) or ('identifier' if is_plain_cell(node) else 'item'))
            block[:1] = [*([Run(before, 'skip')] if before else []), item, Run(behind, 'text')]
        block = of_heading(block) if heading else block
        said = self._read(block, place, heading, node)
        for child in entries_and_anchors(node):
            if isinstance(child, addnodes.index):
                self._index(child, place, said)
            else:
                self._objects_at(child, place)

    def _read(
        self, block: Sequence[Run], place: int, heading: Role | None, node: nodes.TextElement | None = None
    ) -> set[str]:
        """Record the names of one block of text, which may be that of a *node*; return them."""
        text = ''.join(run.text for run in block)
        self.length += len(text)
        self.texts[place].append(text)
        if heading is None:
            self.prose.extend([run.text for run in block if run.sort == 'text'])
        wanted = list(self.options.terms.find(text))
        names = self.callings.variables(with_terms(self._names_in(block, text, heading, node), wanted, text), node)
        if self.parameters:
            names = [found._replace(hint='parameter') if self._is_parameter(found) else found for found in names]
        sure = {term.name for term in wanted}
        self.subcommands.read((found.name, found.hint) for found in names)
        for found in names:
            weak = found.role is Role.PROSE and is_capital(found.name, found.hint) and found.name not in sure
            role = heading if heading and not weak else found.role
            self.tally.add(
                found.name,
                place,
                role,
                found.hint,
                text,
                found.start,
                reference=found.reference,
                spelling=found.spelling,
            )
        if self.options.wanted:
            firm = [found for found in names if not is_capital(found.name, found.hint) and found.hint != 'coined']
            known = {at for found in firm for at in range(found.start, found.start + len(found.name))}
            counted = {(found.start, found.name) for found in names}
            for start, name in wanted_names(text, self.options.wanted):
                if start not in known and (start, name) not in counted:
                    self.tally.add(name, place, heading or Role.PROSE, 'wanted', text, start)
        return {found.name for found in names}

    def _names_in(
        self, block: Sequence[Run], text: str, heading: Role | None, node: nodes.TextElement | None
    ) -> list[Found]:
        shouted, options = is_shouted(text, title=heading is not None), self.options
        called = partial(self.callings.over, node) if node else str
        every = found_names(block, options.stop_words, called, english=options.english, described=self.describes)
        names = [
            found
            for found in every
            if found.hint not in WEAK_HINTS or not (shouted or last_part(found.name).lower() in options.stop_words)
        ]
        if is_in_another_language(text, sum(found.hint == 'coined' for found in names)):
            names = [each for each in names if each.hint != 'coined' or is_in_any_language(each.name)]
        if heading:
            names = in_title(names, block)
            if not names and may_be_subcommand(text):
                names = [Found(0, text, Role.PROSE, SECOND)]  # a page of commands has a section for each
        return names

    def _is_parameter(self, found: Found) -> bool:
        """Whether inline code is a parameter of the object that is described around it."""
        return found.role is Role.LITERAL and not found.hint and found.name in self.parameters

    def _code(self, node: nodes.Element, place: int) -> None:
        code = written_text(node, self.written)
        language = node.get('language', 'default') if isinstance(node, nodes.literal_block) else 'pycon'
        if isinstance(node, nodes.literal_block) and (node.rawsource != node.astext() and 'language' not in node):
            language = 'text'  # a parsed literal: its text is typeset, not highlighted
        self._read_code(code, language, place)

    def _read_code(self, code: str, language: str, place: int) -> None:
        """Record the names of a block of code."""
        self.length += len(code)
        self.texts[place].append(code)
        candidates = code_candidates(code, language)
        self.subcommands.read((candidate.name, candidate.hint) for candidate in candidates)
        for candidate in candidates:
            line, start = line_at(code, candidate.start)
            self.tally.add(candidate.name, place, Role.CODE, candidate.hint, line, start)

    def _add_entries(self) -> None:
        """Objects and hand-made entries, now that the text of every place is known.

        An entry leads to a place where its name stands, in whatever case; one that is said nowhere in its section is
        left to the general index, unless it is an object, to whose place its references lead (``TEST_NAME``, under the
        heading *NAME*). A directive before a heading is about what the heading opens.
        """
        texts: dict[int, str] = {}
        defined: set[tuple[int, Definition]] = set()
        for place, name, definition, target in self.entries:
            place = self.opened.get(target, place)
            if definition is not None:
                if (place, definition) in defined:
                    continue  # told by the document and by the domain
                defined.add((place, definition))
            if place not in texts:
                texts[place] = ' '.join(' '.join(self.texts[place]).split())
            text = texts[place]
            shown = re.escape(last_part(name) if definition else name)
            flags = 0 if definition else re.IGNORECASE
            match = re.search(rf'(?<!\w){shown}(?!\w)', text, flags)
            if not name or (match is None and not (text and may_be_unsaid(definition))):
                continue
            role = Role.DEFINITION if definition and definition.type != 'term' else Role.ENTRY
            spelling = '' if match is None or match[0] == last_part(name) else match[0]
            start = 0 if match is None else match.start()
            self.tally.add(name, place, role, 'entry', text, start, definition=definition, spelling=spelling)
