"""One document: its places, what stands in each, and what is no part of it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

import pytest
from docutils import nodes
from docutils.utils import new_document
from sphinx import addnodes

from sphinx_kwindex.collect.document import MergedDocuments, Options, collect_document
from sphinx_kwindex.occurrences import CONTEXT_LENGTH, Definition, DocumentRecord, Occurrence, Role, Section


def text(words: str) -> nodes.paragraph:
    return nodes.paragraph(words, words)


def literal(name: str) -> nodes.paragraph:
    return nodes.paragraph('', '', nodes.literal(name, name))


def section(title: str, *children: nodes.Node, anchor: str | None = None) -> nodes.section:
    ids = [title.lower()] if anchor is None else [anchor] if anchor else []
    return nodes.section('', nodes.title(title, title), *children, ids=ids)


def described(name: str, *content: nodes.Node, ids: Sequence[str] = (), **attributes: Any) -> addnodes.desc:
    signature = addnodes.desc_signature(name, '', addnodes.desc_name(name, name), ids=list(ids), **attributes)
    return addnodes.desc('', signature, addnodes.desc_content('', *content), domain='py', objtype='function')


def collected(
    *children: nodes.Node,
    objects: Mapping[str, Definition] | None = None,
    options: Options | None = None,
    docname: str = 'doc',
) -> DocumentRecord:
    tree = new_document('doc.rst')
    tree += children
    return collect_document(tree, docname, written=(), objects=objects or {}, options=options or Options())


def firm(record: DocumentRecord) -> list[Occurrence]:
    """All but the words whose capital may be that of a sentence or a title."""
    return [each for each in record.occurrences if each.hint != 'initial']


def found(record: DocumentRecord) -> list[tuple[str, Role, int]]:
    return [(each.name, each.role, each.section) for each in firm(record)]


def test_places() -> None:
    record = collected(section('Title', literal('x'), section('One', section('Deep', literal('y'))), section('Two')))
    assert record.title == 'Title'
    assert record.sections == (
        Section('', ('Title',)),
        Section('title', ('Title',), 1),
        Section('one', ('Title', 'One'), 2),
        Section('deep', ('Title', 'One', 'Deep'), 3),
        Section('two', ('Title', 'Two'), 2),
    )
    assert found(record) == [('x', Role.LITERAL, 1), ('y', Role.LITERAL, 3)]


def test_document_without_a_title() -> None:
    record = collected(literal('data'), docname='a/b')
    assert record.title == ''
    assert record.sections == (Section('', ('a/b',)),)
    assert found(record) == [('data', Role.LITERAL, 0)]


def test_several_top_sections() -> None:
    record = collected(section('One'), section('Two'))
    assert record.title == 'One'
    assert [place.path for place in record.sections] == [('One',), ('One',), ('One', 'Two')]


def test_section_without_an_id_leads_to_the_one_above() -> None:
    record = collected(section('Title', section('Lost', literal('data'), anchor='')))
    assert record.sections[2] == Section('title', ('Title', 'Lost'), 2)


def test_same_name_in_the_same_way_is_counted() -> None:
    record = collected(section('T', text('a_b and a_b'), text('a_b'), literal('a_b')))
    assert [(each.name, each.role, each.count, each.position) for each in record.occurrences] == [
        ('a_b', Role.PROSE, 3, 1),
        ('a_b', Role.LITERAL, 1, 4),
    ]


def test_a_text_in_another_language_has_no_coined_words() -> None:
    latin = (
        'Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed eiusmod tempor incididunt ut labore magna aliqua.'
    )
    tools = 'Install ripgrep, fzf, tmux, neovim, zsh, starship and kubectl for work.'
    assert collected(section('T', text(tools)), options=Options(english=True)).occurrences
    english = 'The kubelet runs on each node, and systemd starts it; the words around them are in any dictionary.'
    found = collected(section('T', text(latin), text(english)), options=Options(english=True)).occurrences
    assert {each.name for each in found if each.hint == 'coined'} == {'kubelet', 'systemd'}


def test_first_context_is_kept() -> None:
    record = collected(section('T', text('first a_b here'), text('second a_b there')))
    assert [each.context for each in record.occurrences] == ['first a_b here']


def test_headings() -> None:
    record = collected(section('use of Django with a_b', text('as many words as a text has beside one name')))
    assert found(record) == [('Django', Role.PROSE, 1), ('a_b', Role.HEADING, 1)]
    assert 'use' not in record.words


def test_words_in_lower_case_are_counted_in_running_text_only() -> None:
    record = collected(section('the title', text('The django of django'), nodes.literal_block('the code', 'the code')))
    assert dict(record.words) == {'django': 2, 'of': 1}
    assert record.text_length == len('the title') + len('The django of django') + len('the code')


def code(block: str, **attributes: Any) -> nodes.literal_block:
    return nodes.literal_block(block, block, **attributes)


def test_code_goes_by_its_language() -> None:
    record = collected(code('import os.path\nrun_it()', language='python'), code('ls --all', language='bash'))
    assert [(each.name, each.hint, each.context) for each in record.occurrences] == [
        ('os.path', 'module', 'import os.path'),
        ('run_it', 'call', 'run_it()'),
        ('ls', 'command', 'ls --all'),
        ('--all', 'option', 'ls --all'),
    ]
    assert {each.role for each in record.occurrences} == {Role.CODE}


def test_doctest_block_and_parsed_literal() -> None:
    doctest = nodes.doctest_block('>>> run_it()\nout_put', '>>> run_it()\nout_put')
    parsed = nodes.literal_block('raw', 'import a_b')
    assert [(each.name, each.hint) for each in collected(doctest, parsed).occurrences] == [
        ('run_it', 'call'),
        ('a_b', 'identifier'),
    ]


@pytest.mark.parametrize(
    'node',
    [
        nodes.comment('', 'a_b'),
        nodes.raw('', 'a_b', format='latex'),
        nodes.raw('', '<script>a_b()</script><!-- e_f -->', format='html'),
        nodes.math_block('', 'a_b'),
        nodes.system_message('a_b', text('a_b')),
        nodes.image(uri='a_b.png', alt='a_b'),
        nodes.substitution_definition('', '', nodes.Text('a_b')),
        addnodes.toctree(),
        nodes.topic('', text('a_b'), classes=['contents']),
        nodes.footnote('', nodes.label('', 'a_b')),
    ],
)
def test_not_read(node: nodes.Node) -> None:
    assert collected(section('T', node)).occurrences == ()


def test_tables_lists_and_notes_are_read() -> None:
    entry = nodes.entry('', literal('cell'))
    table = nodes.table('', nodes.tgroup('', nodes.tbody('', nodes.row('', entry)), cols=1))
    bullets = nodes.bullet_list('', nodes.list_item('', literal('item')))
    caption = nodes.figure('', nodes.image(uri='x.png'), nodes.caption('the a_b', 'the a_b'))
    record = collected(section('T', table, bullets, nodes.note('', literal('note')), caption))
    assert [each.name for each in record.occurrences] == ['cell', 'item', 'note', 'a_b']


class todo_node(nodes.Admonition, nodes.Element):  # noqa: N801 (as the extension names it)
    """What ``sphinx.ext.todo`` puts into trees."""


def test_todos_are_read_where_they_are_printed() -> None:
    tree = section('T', todo_node('', literal('data')))
    assert [each.name for each in collected(tree).occurrences] == ['data']
    assert collected(tree, options=Options(show_todos=False)).occurrences == ()


def test_trees_of_several_documents_are_refused() -> None:
    with pytest.raises(MergedDocuments):
        collected(section('T', addnodes.start_of_file('', section('Other'))))


def test_description_is_a_place_of_its_own() -> None:
    record = collected(
        section('T', described('run', literal('data'), ids=['m.run'], module='m', fullname='run'), literal('after'))
    )
    assert record.sections[2] == Section('m.run', ('T', 'run'), 2, described=True)
    first, *rest = record.occurrences
    assert first == Occurrence(
        'm.run', 2, Role.DEFINITION, 'definition', 1, 1, '', 'run', Definition('py', 'function', 'm.run')
    )
    assert [(each.name, each.section) for each in rest] == [('data', 2), ('after', 1)]


def test_parameters_of_what_is_described() -> None:
    inner = described('f.g', literal('sep'), literal('key'), ids=['f.g'])
    parameters = addnodes.desc_parameterlist(
        '',
        '',
        *(
            addnodes.desc_parameter('', '', addnodes.desc_sig_operator('', '**'), addnodes.desc_sig_name('', name))
            if name == 'more'
            else addnodes.desc_parameter('', '', addnodes.desc_sig_name('', name))
            for name in ('sep', 'more')
        ),
    )
    outer = described('f', literal('sep'), literal('more'), literal('other'), inner, ids=['f'])
    next(outer.findall(addnodes.desc_signature)).append(parameters)
    record = collected(section('T', outer, literal('sep')))
    hints = [(each.name, each.section, each.hint) for each in record.occurrences if each.role is Role.LITERAL]
    assert sorted(hints) == [
        ('key', 3, ''),
        ('more', 2, 'parameter'),
        ('other', 2, ''),
        ('sep', 1, ''),
        ('sep', 2, 'parameter'),
        ('sep', 3, 'parameter'),
    ]


def test_types_stand_before_the_parameters_of_other_languages() -> None:
    shown = described('f', literal('size_t'), ids=['f'])
    shown['domain'] = 'c'
    parameter = addnodes.desc_parameter('', '', addnodes.desc_sig_name('', 'size_t'))
    next(shown.findall(addnodes.desc_signature)).append(addnodes.desc_parameterlist('', '', parameter))
    record = collected(section('T', shown))
    assert [each.hint for each in record.occurrences if each.role is Role.LITERAL] == ['']


def test_emphasised_words_are_parameters_where_objects_are_described() -> None:
    def stressed() -> nodes.paragraph:
        return nodes.paragraph('', '', nodes.Text('the '), nodes.emphasis('', 'csvfile'), nodes.Text(' is'))

    record = collected(section('T', stressed(), described('f', ids=['f']), stressed()), options=Options(english=True))
    assert [(each.section, each.hint) for each in record.occurrences if each.name == 'csvfile'] == [
        (1, 'coined'),
        (1, 'parameter'),
    ]


def test_signature_of_an_expression_names_no_command() -> None:
    shown = described('key in d', ids=[])
    assert [each.name for each in collected(section('T', shown)).occurrences if each.hint == 'signature'] == []


def test_description_that_is_not_indexed_defines_nothing() -> None:
    record = collected(section('T', described('run', literal('data'), fullname='run')))
    assert [(each.name, each.role, each.hint, each.definition) for each in record.occurrences] == [
        ('run', Role.LITERAL, 'signature', None),
        ('data', Role.LITERAL, '', None),
    ]
    assert not any(place.described for place in record.sections)


def test_descriptions_that_show_others_are_left_out() -> None:
    alias = described('run', ids=['x'], fullname='run')
    alias['objtype'] = 'alias'
    assert collected(section('T', alias)).occurrences == ()


@pytest.mark.parametrize(
    ('definition', 'listed'),
    [
        (Definition('std', 'setting', 'DEBUG'), True),
        (Definition('std', 'setting', 'TEST_DEBUG'), True),
        (Definition('py', 'module', 'test'), True),
        (Definition('std', 'fieldlookup', 'exact :noindex:'), False),
        (Definition('js', 'module', 'test'), False),
        (Definition('js', 'module', 'value'), True),
    ],
)
def test_object_of_a_directive_without_description(definition: Definition, listed: bool) -> None:
    """It stands where its directive is, said there or not: references lead there."""
    target = nodes.target('', '', ids=['it'])
    record = collected(section('T', target, text('The DEBUG value')), objects={'it': definition})
    found = [each for each in record.occurrences if each.role is Role.DEFINITION]
    assert [(each.name, each.section, each.definition, each.context, each.spelling) for each in found] == [
        (definition.name, 1, definition, 'T The DEBUG value', '')
    ] * listed


def test_glossary_term_is_an_entry() -> None:
    term = Definition('std', 'term', 'lazy loading')
    node = nodes.term('lazy loading', 'lazy loading', ids=['term-lazy'])
    item = nodes.definition_list_item('', node, nodes.definition('', text('It waits.')))
    record = collected(section('T', nodes.definition_list('', item)), objects={'term-lazy': term})
    assert [(each.name, each.role, each.definition) for each in firm(record)] == [('lazy loading', Role.ENTRY, term)]


def index(*entries: tuple[str, str]) -> addnodes.index:
    return addnodes.index(entries=[(sort, value, 'index-0', '', None) for sort, value in entries])


@pytest.mark.parametrize(
    ('entry', 'names'),
    [
        (('single', 'locking'), ['locking']),
        (('single', 'locking; of files'), ['locking']),
        (('pair', 'locking; files'), ['files', 'locking']),
        (('single', 'locking()'), ['locking']),
        (('single', 'nowhere'), []),
        (('see', 'locking; files'), []),
        (('seealso', 'locking; files'), []),
        (('single', ''), []),
    ],
)
def test_hand_made_entries_lead_where_their_name_stands(entry: tuple[str, str], names: list[str]) -> None:
    record = collected(section('T', index(entry), text('About locking of files.')))
    assert sorted(each.name for each in firm(record)) == names
    assert {each.role for each in firm(record)} <= {Role.ENTRY}


def test_wanted_names() -> None:
    options = Options(wanted=(re.compile('lazy loading'), re.compile('^carrot$')))
    record = collected(section('T', text('Use lazy loading in carrot, not lazy loadings')), options=options)
    assert [(each.name, each.role, each.hint) for each in firm(record)] == [
        ('lazy loading', Role.PROSE, 'wanted'),
        ('carrot', Role.PROSE, 'wanted'),
    ]


def test_part_of_a_word_keeps_its_spelling() -> None:
    plural = nodes.paragraph('', '', nodes.literal('', 'QuerySet'), nodes.Text('s are lazy'))
    (occurrence,) = collected(section('T', plural)).occurrences
    assert (occurrence.name, occurrence.spelling, occurrence.context) == ('QuerySet', 'QuerySets', 'QuerySets are lazy')


def test_context_is_bounded() -> None:
    record = collected(section('T', text('word ' * 100 + 'a_b' + ' word' * 100)))
    assert len(record.occurrences[0].context) <= CONTEXT_LENGTH


def test_tree_is_not_changed() -> None:
    tree = section('T', text('a_b'), code('x', language='python'), described('run', ids=['x'], fullname='run'))
    before = tree.pformat()
    collected(tree)
    assert tree.pformat() == before


GERMAN = (
    'Der Rechner liest eine Datei und der Nutzer sieht das Fenster. Dann endet der Lauf ohne Fehler in der Ausgabe.'
)


def test_nouns_with_capitals_say_nothing_of_a_word() -> None:
    german = collected(section('t', text(GERMAN), text('Hier steht Kessler, ein Kessler-Image mit `x`')))
    hints = {(each.name, each.hint) for each in german.occurrences}
    assert ('Datei', 'initial') in hints
    assert ('Kessler', 'initial') in hints
    assert not {hint for _name, hint in hints} & {'capital', 'proper', 'compound'}
    joined = collected(
        section('t', text(GERMAN), text('Hier steht ein Docker-Image, ein Redis-Wert und ein Wi-Fi-Netz'))
    )
    assert {each.name for each in joined.occurrences if each.hint == 'compound'} == {'Docker', 'Redis'}
    often = 'Ein Zarafa-Server, ein Zarafa-Benutzer, eine Datenbank-Tabelle, ein Konsolen-Befehl, ein Konsolen-Skript'
    joined = collected(section('t', text(GERMAN), text(often)))
    assert {each.name for each in joined.occurrences if each.hint == 'compound'} == {'Zarafa'}
    mixed = collected(
        section('t', text(GERMAN), text('the machine reads what it was told. ' * 4 + 'Hier steht Kessler'))
    )
    assert 'capital' in {each.hint for each in mixed.occurrences}
    few = 'und das wird aus einem vor der so geänderten und auf die eine ' * 3 + 'Datei geschrieben'
    assert {each.hint for each in collected(section('t', text(few))).occurrences} == {'initial'}
    english = collected(section('t', text('the machine reads a file of Kessler, and a user of it sees the window')))
    assert [(each.name, each.hint) for each in english.occurrences] == [('Kessler', 'capital')]


def test_words_with_accents_are_of_another_language() -> None:
    words = 'trong cơ sở dữ liệu bạn có thể truy xuất quốc gia và hiển thị trang cho người dùng sau khi được cấu hình'
    english = Options(english=True)
    found = collected(section('t', text(words)), options=english).occurrences
    assert [each for each in found if each.hint == 'coined'] == []
    mixed = 'the naïve café of it reads what kubelet gives and then the naïve user reads it'
    found = collected(section('t', text(mixed)), options=english).occurrences
    assert [each.name for each in found if each.hint == 'coined'] == ['kubelet']


def test_capital_in_a_short_text() -> None:
    assert [(each.name, each.hint) for each in firm(collected(section('t', text('We use Django here.'))))] == [
        ('Django', 'capital')
    ]


def listed(*terms: nodes.term) -> DocumentRecord:
    items = [nodes.definition_list_item('', term, nodes.definition('', text('it is so'))) for term in terms]
    return collected(section('t', nodes.definition_list('', *items)))


def test_list_that_explains_one_word_each() -> None:
    record = listed(nodes.term('', 'timeout'), nodes.term('', 'two words'), nodes.term('', 'keep-alive'))
    assert [(each.name, each.role, each.hint) for each in record.occurrences] == [
        ('timeout', Role.PROSE, 'item'),
        ('keep-alive', Role.PROSE, 'item'),
    ]


def test_word_in_quotation_marks_that_a_list_explains() -> None:
    record = listed(nodes.term('', "'sec2'"), nodes.term('', '‘core’'), nodes.term('', '"two words"'))
    assert [(each.name, each.hint) for each in record.occurrences] == [('sec2', 'item'), ('core', 'item')]


def test_code_in_a_list_that_explains() -> None:
    record = listed(nodes.term('', '', nodes.literal('data', 'data')))
    assert [(each.name, each.role) for each in record.occurrences] == [('data', Role.LITERAL)]


def test_stop_words_are_no_names() -> None:
    options = Options(stop_words=frozenset({'the', 'data'}))
    record = collected(section('t', text('of THE words and The ones, data_x'), literal('data')), options=options)
    assert [(each.name, each.role) for each in record.occurrences] == [('data_x', Role.PROSE), ('data', Role.LITERAL)]


def test_title_in_capitals_says_nothing() -> None:
    assert found(collected(section('API OF a_b'))) == [(name, Role.HEADING, 1) for name in ('API', 'OF', 'a_b')]
    assert found(collected(section('API OF IT'))) == []
    assert found(collected(section('API OF A_B'))) == [('A_B', Role.HEADING, 1)]


def item(*children: nodes.Node) -> nodes.list_item:
    return nodes.list_item('', nodes.paragraph('', '', *children))


def bold(word: str) -> nodes.strong:
    return nodes.strong(word, word)


def test_list_whose_items_begin_in_bold() -> None:
    options = nodes.bullet_list(
        '', item(nodes.Text(''), bold('output'), nodes.Text(' is it')), item(bold('level_of'), nodes.Text(': of it'))
    )
    record = collected(section('t', options))
    assert [(each.name, each.hint) for each in record.occurrences] == [('output', 'item'), ('level_of', 'item')]


@pytest.mark.parametrize(
    'items',
    [
        [item(bold('output'), nodes.Text(' is it')), item(nodes.Text('it is'))],
        [item(bold('Fast'), nodes.Text(' it is')), item(bold('Small'), nodes.Text(' it is'))],
        [
            item(bold('optional'), nodes.Text(' '), nodes.literal('1', '1')),
            item(bold('other'), nodes.Text(' '), nodes.literal('2', '2')),
        ],
        [item(bold('fast'), nodes.Text(' It runs')), item(bold('small'), nodes.Text(': it is'))],
        [
            item(nodes.strong('', '', nodes.emphasis('a', 'a')), nodes.Text(' is')),
            item(bold('output'), nodes.Text(' is')),
        ],
        [item(nodes.strong()), item(nodes.strong('', '', nodes.math('x', 'x')))],
        [item(bold('two words'), nodes.Text(' it')), item(bold('three of them'), nodes.Text(' it'))],
        [item(addnodes.literal_strong('node', 'node')), item(addnodes.literal_strong('args', 'args'))],
    ],
)
def test_list_whose_items_explain_nothing(items: list[nodes.Node]) -> None:
    record = collected(section('t', nodes.bullet_list('', *items)))
    assert 'item' not in {each.hint for each in record.occurrences}


def test_title_in_capitals_that_is_software() -> None:
    assert [(found.name, found.hint) for found in collected(section('NGINX')).occurrences] == [('NGINX', 'acronym')]
    assert not collected(section('SYNOPSIS')).occurrences


def test_title_in_which_each_word_has_a_capital() -> None:
    assert firm(collected(section('Loading Contexts by Hand'))) == []
    assert [each.name for each in firm(collected(section('Loading contexts with Django')))] == ['Django']


def commands(*titles: str) -> list[tuple[str, Role, str]]:
    """What is found in the titles of sections in which ``zqtool`` runs, with the words of *RUN* behind it."""
    shown = [code(f'$ zqtool {word} y\n', language='console') for word in RUN]
    sections = [section(title, text('x'), block) for title, block in zip(titles, shown, strict=True)]
    return [(each.name, each.role, each.hint) for each in collected(*sections).occurrences if each.role is Role.HEADING]


RUN = ('list', 'new')


def test_title_that_is_a_subcommand() -> None:
    assert commands('list', 'new') == [('list', Role.HEADING, 'subcommand'), ('new', Role.HEADING, 'subcommand')]
    assert commands('help', 'start') == []
