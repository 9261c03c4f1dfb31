"""What is read of a tree whose author kept parts of it out, and where terms stand in it."""

from __future__ import annotations

from docutils import nodes
from docutils.utils import new_document
from sphinx import addnodes

from sphinx_kwindex.collect.document import Options, collect_document
from sphinx_kwindex.collect.terms import Terms
from sphinx_kwindex.collect.tree import parents_of
from sphinx_kwindex.collect.unread import OPT_OUT, entries_and_anchors, is_kept_out, open_elements
from sphinx_kwindex.occurrences import Definition, DocumentRecord, Role

OUT = [OPT_OUT]


def collected(*children: nodes.Node, terms: Terms | None = None, **objects: Definition) -> DocumentRecord:
    tree = new_document('doc.rst')
    tree += nodes.section('', nodes.title('Docker', 'Docker'), *children, ids=['top'])
    return collect_document(tree, 'doc', written=(), objects=objects, options=Options(terms=terms or Terms()))


def listed(record: DocumentRecord) -> list[tuple[str, Role]]:
    return [(each.name, each.role) for each in record.occurrences if each.hint != 'initial']


def literal(name: str) -> nodes.paragraph:
    return nodes.paragraph('', '', nodes.literal(name, name))


def described(*, signature: bool, content: bool) -> addnodes.desc:
    shown = addnodes.desc_signature('run', '', addnodes.desc_name('run', 'run'), ids=['run'], fullname='run')
    inside = addnodes.desc_content('', literal('inner_name'))
    shown['classes'] += OUT * signature
    inside['classes'] += OUT * content
    return addnodes.desc('', shown, inside, domain='py', objtype='function')


def test_parts_of_a_description() -> None:
    defined, inner = ('run', Role.DEFINITION), ('inner_name', Role.LITERAL)
    assert listed(collected(described(signature=False, content=False))) == [defined, inner]
    assert listed(collected(described(signature=True, content=False))) == [inner]
    assert listed(collected(described(signature=False, content=True))) == [defined]


def test_objects_and_entries_inside_words() -> None:
    def paragraph(classes: list[str]) -> nodes.paragraph:
        entry = addnodes.index(entries=[('single', 'other_thing', 'here', '', None)])
        words = nodes.inline('', 'a_name of other_thing', entry, nodes.inline(ids=['here']), classes=classes)
        return nodes.paragraph('', '', words, nodes.Text(' and a_name of other_thing'))

    setting = Definition('std', 'confval', 'a_name')
    every = listed(collected(paragraph([]), here=setting))
    assert ('a_name', Role.DEFINITION) in every
    assert listed(collected(paragraph(OUT), here=setting)) == [('a_name', Role.PROSE), ('other_thing', Role.PROSE)]


def test_kept_out() -> None:
    image, code = nodes.image(classes=OUT), nodes.literal_block('x', 'x', classes=OUT)
    assert is_kept_out(image)
    assert is_kept_out(nodes.figure('', image, nodes.caption('', 'x')))
    assert is_kept_out(nodes.figure('', nodes.reference('', '', nodes.image(classes=OUT))))
    assert is_kept_out(nodes.container('', nodes.caption('', 'x'), code, literal_block=True))
    assert not is_kept_out(nodes.container('', nodes.paragraph(), nodes.literal_block('x', 'x', classes=OUT)))
    assert not is_kept_out(nodes.figure('', nodes.image(), nodes.legend('', nodes.image(classes=OUT))))
    assert not is_kept_out(nodes.section('', nodes.paragraph(classes=OUT)))
    assert not is_kept_out(nodes.paragraph(classes=['no-kwindex-at-all']))
    assert not is_kept_out(nodes.Text(OPT_OUT))


def test_open_elements() -> None:
    inside = nodes.strong()
    tree = nodes.paragraph('', 'x', nodes.emphasis('', '', inside), nodes.inline('', '', nodes.strong(), classes=OUT))
    assert list(open_elements(tree)) == [tree, tree[1], inside]


def test_a_term_in_a_title() -> None:
    # A capital in a title says nothing of a word, unless the author says it is a term.
    assert Role.HEADING not in {each.role for each in collected().occurrences}
    for term in ('Docker', 'docker'):
        (found,) = collected(terms=Terms([term])).occurrences
        assert (found.name, found.role, found.spelling) == (term, Role.HEADING, '' if term == 'Docker' else 'Docker')


def test_entries_and_anchors() -> None:
    entry, anchor, inside = addnodes.index(entries=[]), nodes.inline('', 'x', ids=['a']), nodes.target(ids=['b'])
    kept_out = nodes.inline('', '', nodes.target(ids=['c']), classes=OUT)
    tree = nodes.paragraph('', 'x', entry, anchor, nodes.strong('', 'x'), nodes.emphasis('', '', inside), kept_out)
    assert entries_and_anchors(tree) == [entry, anchor, inside]


def test_parents_of() -> None:
    one, two = nodes.strong(), nodes.literal()
    above = nodes.emphasis('', '', one, one)
    tree = nodes.section('', nodes.paragraph('', '', two, above), nodes.paragraph('', 'x'))
    assert list(parents_of(tree, nodes.strong, nodes.literal)) == [tree[0], above]
    assert list(parents_of(tree, nodes.section)) == []
