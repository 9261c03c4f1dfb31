"""References as they were written, and trees that carry no mark when a writer meets them."""

from __future__ import annotations

from typing import Any

import pytest
from docutils import nodes
from docutils.utils import new_document
from sphinx import addnodes

from sphinx_kwindex.collect.marks import WrittenReference, clean, take_marks, xref_mark
from sphinx_kwindex.occurrences import Reference


def pending(content: nodes.Node | None, **attributes: Any) -> addnodes.pending_xref:
    node = addnodes.pending_xref(**attributes)
    if content is not None:
        node += content
    return node


def test_reference_as_written() -> None:
    attributes = {'refdomain': 'py', 'reftype': 'func', 'reftarget': 'm.run', 'refdoc': 'api', 'refwarn': True}
    context = {'py:module': 'm', 'py:class': None, 'refspecific': True, 'other:thing': ['no', 'text']}
    written = WrittenReference(pending(nodes.literal('', 'run()'), **attributes, **context))
    assert written.reference == Reference('py', 'func', 'm.run', (('py:module', 'm'), ('refspecific', True)))
    assert (written.text, written.literal, written.explicit, written.by_object) == ('run()', True, False, True)


@pytest.mark.parametrize(
    ('target', 'name'), [('python:os.path', 'os.path'), ('pybind11::index_error', 'pybind11::index_error')]
)
def test_inventory_before_a_name(target: str, name: str) -> None:
    written = WrittenReference(pending(nodes.literal('', target), refdomain='py', reftype='class', reftarget=target))
    assert (written.target, written.text) == (name, name)


@pytest.mark.parametrize(
    ('domain', 'reftype', 'explicit', 'text', 'by_object'),
    [
        ('std', 'ref', False, '', False),
        ('std', 'ref', True, 'shown', False),
        ('std', 'doc', False, '', False),
        ('std', 'numref', False, '', False),
        ('citation', 'ref', False, '', False),
        ('math', 'numref', False, '', False),
        ('std', 'term', False, 'shown', True),
        ('std', 'option', False, 'shown', True),
        ('', 'any', False, 'shown', True),
        ('c', 'func', True, 'shown', True),
    ],
)
def test_text_that_is_another_documents_is_none(
    domain: str, reftype: str, explicit: bool, text: str, by_object: bool
) -> None:
    node = pending(nodes.inline('', 'shown'), refdomain=domain, reftype=reftype, reftarget='x', refexplicit=explicit)
    written = WrittenReference(node)
    assert (written.text, written.by_object, written.literal) == (text, by_object, False)


def test_empty_reference() -> None:
    written = WrittenReference(pending(None))
    assert (written.text, written.reference) == ('', Reference('', '', ''))


def marked_tree() -> nodes.document:
    tree = new_document('doc.rst')
    block = nodes.paragraph(
        '', '', nodes.Text('a'), xref_mark(number='0'), nodes.Text('b'), xref_mark(number='0', end=True)
    )
    tree += nodes.section('', block, nodes.emphasis('', '', xref_mark(number='1')))
    return tree


def test_clean_takes_every_mark_out() -> None:
    tree = marked_tree()
    tree.kwindex_references = written = [WrittenReference(pending(None))]  # type: ignore[attr-defined]
    assert take_marks(tree) is written
    clean(tree)
    assert list(tree.findall(xref_mark)) == []
    assert [part.astext() for part in tree.findall(nodes.Text)] == ['a', 'b']
    assert take_marks(tree) is None
    clean(tree)
    assert take_marks(tree) is None


def test_terms_end_in_white_space() -> None:
    tree = new_document('doc.rst')
    last, classified = nodes.term('', 'one'), nodes.term('', 'two')
    tree += [
        nodes.definition_list_item('', last, nodes.definition('', nodes.paragraph('', 'It'))),
        nodes.definition_list_item('', classified, nodes.classifier('', 'int'), nodes.definition()),
    ]
    clean(tree)
    assert last.astext() == 'one\n'
    assert classified.astext() == 'two'


@pytest.mark.parametrize(
    ('reftype', 'label', 'text'),
    [
        ('doc', 'LeakSanitizer', ''),
        ('ref', 'CONFIG_IT_TIMER', 'CONFIG_IT_TIMER'),
        ('ref', 'FAQ_PAGE', ''),
        ('ref', 'it-wasm(1)', 'it-wasm(1)'),
        ('ref', 'some-label', ''),
        ('ref', 'label', ''),
        ('doc', 'ref/LeakSanitizer', ''),
        ('numref', 'LeakSanitizer', ''),
    ],
)
def test_place_that_is_called_by_a_name(reftype: str, label: str, text: str) -> None:
    node = pending(
        nodes.inline('', label), refdomain='std', reftype=reftype, reftarget=label.lower(), refexplicit=False
    )
    assert WrittenReference(node).text == text
