"""The running text of one block: what is read as a name, as a literal, as a reference, and what is not read at all."""

from __future__ import annotations

from typing import Any

import pytest
from docutils import nodes
from sphinx import addnodes

from sphinx_kwindex.collect.context import context_of, whole_word
from sphinx_kwindex.collect.inline import found_names, joined, runs
from sphinx_kwindex.collect.links import is_plain_title
from sphinx_kwindex.collect.marks import WrittenReference, xref_mark
from sphinx_kwindex.collect.targets import clean_target, last_part, reference_name, without_call
from sphinx_kwindex.collect.texts import Found, Run, runs_of_title
from sphinx_kwindex.collect.unread import plain_text
from sphinx_kwindex.occurrences import CONTEXT_LENGTH, Reference, Role


def paragraph(*children: nodes.Node | str) -> nodes.paragraph:
    block = nodes.paragraph()
    block += [nodes.Text(child) if isinstance(child, str) else child for child in children]
    return block


def literal(text: str, *classes: str) -> nodes.literal:
    return nodes.literal(text, text, classes=list(classes))


def xref(
    target: str, text: str | None = None, *, domain: str = 'py', reftype: str = 'func', explicit: bool = False
) -> WrittenReference:
    """A reference as its author typed it; the text is the target's where none is given."""
    node = addnodes.pending_xref(refdomain=domain, reftype=reftype, reftarget=target, refexplicit=explicit)
    node += literal(target if text is None else text)
    return WrittenReference(node)


def marked(number: int, *shown: nodes.Node) -> list[nodes.Node]:
    return [xref_mark(number=str(number)), *shown, xref_mark(number=str(number), end=True)]


def read(*children: nodes.Node | str, written: tuple[WrittenReference, ...] = ()) -> list[tuple[str, Role, str]]:
    return [(found.name, found.role, found.hint) for found in found_names(list(runs(paragraph(*children), written)))]


def test_text_and_literals() -> None:
    block = paragraph('use a_b or ', literal('data'), ' with ', nodes.emphasis('', 'c_d'), '.')
    found = list(found_names(list(runs(block, ()))))
    assert found == [
        Found(4, 'a_b', Role.PROSE, 'identifier'),
        Found(11, 'data', Role.LITERAL, ''),
        Found(21, 'c_d', Role.PROSE, 'parameter'),
    ]
    assert all(block.astext().startswith(each.name, each.start) for each in found)


def test_capital_is_judged_in_the_whole_block() -> None:
    assert read('we use ', nodes.strong('', 'Django'), ' here') == [('Django', Role.PROSE, 'capital')]
    assert read('it is. ', nodes.strong('', 'Django'), ' is') == [('Django', Role.PROSE, 'initial')]


@pytest.mark.parametrize(
    ('node', 'found'),
    [
        (literal('x.cfg', 'file'), [('x.cfg', Role.LITERAL, 'file')]),
        (literal('ls', 'command'), [('ls', Role.LITERAL, 'command')]),
        (nodes.strong('', 'ls(1)', classes=['manpage']), [('ls', Role.LITERAL, 'command')]),
        (literal('HOME', 'envvar'), [('HOME', Role.LITERAL, 'envvar')]),
        (nodes.emphasis('', 'lazy  loading', classes=['dfn']), [('lazy loading', Role.LITERAL, 'term')]),
        (nodes.strong('', 'RFC 2616', classes=['rfc']), [('RFC 2616', Role.LITERAL, 'standard')]),
        (nodes.strong('', 'RFC 9110 Section 12.5.5', classes=['rfc']), [('RFC 9110', Role.LITERAL, 'standard')]),
        (nodes.strong('', 'PEP 440: Version Specifiers', classes=['pep']), [('PEP 440', Role.LITERAL, 'standard')]),
        (nodes.strong('', 'the standard', classes=['rfc']), []),
        (nodes.strong('', 'If-None-Match', classes=['rfc']), [('If-None-Match', Role.PROSE, 'header')]),
        (literal('run_it(x)', 'samp'), [('run_it', Role.LITERAL, 'call')]),
        (literal('py_it', 'code', 'python'), [('py_it', Role.LITERAL, '')]),
        (nodes.abbreviation('', 'lifo'), [('lifo', Role.LITERAL, 'acronym')]),
        (literal('a_b', 'kbd'), []),
        (nodes.inline('', 'File_Menu', classes=['guilabel']), []),
        (nodes.inline('', 'a_b --> c_d', classes=['menuselection']), []),
        (literal('a_b', 'regexp'), []),
        (nodes.math('', 'a_b'), []),
        (nodes.raw('', 'a_b', format='html'), []),
        (nodes.title_reference('', '/tags/findIt'), [('/tags/findIt', Role.LITERAL, 'file')]),
        (nodes.title_reference('', 'limit=X'), [('limit', Role.LITERAL, 'parameter')]),
        (nodes.title_reference('', 'of it'), []),
        (nodes.strong('', 'copies=3'), [('copies', Role.LITERAL, 'parameter')]),
        (nodes.strong('', 'copies = 3'), []),
        (nodes.image(uri='a_b.png', alt='c_d'), []),
        (nodes.footnote_reference('', 'a_b'), []),
        (nodes.problematic('', 'a_b'), []),
        (nodes.generated('', '1.2_x'), []),
        (nodes.target('', 'a_b'), []),
    ],
)
def test_markup(node: nodes.Node, found: list[tuple[str, Role, str]]) -> None:
    assert read('see ', node, ' now') == found


def test_escaped_blanks_are_no_characters() -> None:
    assert read(literal('Foo'), 's') == [('Foo', Role.LITERAL, '')]
    assert [run.text for run in runs(paragraph('a\x00 b'), ())] == ['ab']


def test_reference_gives_what_was_written_not_what_is_shown() -> None:
    written = xref('~logging.getLogger')
    shown = nodes.reference('', '', literal('something.of_another_document'))
    block = paragraph('call ', *marked(0, shown), ' and x_y')
    assert list(found_names(list(runs(block, [written])))) == [
        Found(5, 'logging.getLogger', Role.REFERENCE, '', Reference('py', 'func', '~logging.getLogger')),
        Found(28, 'x_y', Role.PROSE, 'identifier'),
    ]


def test_reference_inside_other_markup() -> None:
    inner = nodes.strong('', '', *marked(0, nodes.Text('shown_it')))
    assert read(inner, written=(xref('run'),)) == [('run', Role.REFERENCE, '')]


def test_nested_literal_around_a_reference_is_no_literal() -> None:
    inner = literal('')
    inner += marked(0, nodes.Text('shown_it'))
    assert read(inner, written=(xref('run'),)) == [('run', Role.REFERENCE, '')]


@pytest.mark.parametrize(
    ('written', 'found'),
    [
        (xref('other-page', 'My_Title', domain='std', reftype='doc'), []),
        (
            xref('label', 'the a_b part', domain='std', reftype='ref', explicit=True),
            [('the', Role.LITERAL, 'first'), ('a_b', Role.LITERAL, 'identifier')],
        ),
        (
            xref('it.conf.tls-port', 'tls-port', domain='std', reftype='ref', explicit=True),
            [('tls-port', Role.LITERAL, '')],
        ),
        (
            xref('it.conf.tls_port', 'tls_port', domain='std', reftype='ref', explicit=True),
            [('tls_port', Role.LITERAL, '')],
        ),
        (
            xref('it-tls-port', 'tls-port', domain='std', reftype='ref', explicit=True),
            [('tls-port', Role.LITERAL, '')],
        ),
        (xref('mod.run', 'other words', explicit=True), []),
        (xref('mod.run', 'see_it', explicit=True), [('see_it', Role.REFERENCE, '')]),
        (xref('mod.Run', 'see_it', reftype='class', explicit=True), [('see_it', Role.LITERAL, '')]),
        (xref('mod.Run', 'Run.prepare()', reftype='class', explicit=True), [('Run.prepare', Role.LITERAL, 'call')]),
        (xref('mod.A_RUN', 'RUN', reftype='class', explicit=True), [('RUN', Role.REFERENCE, '')]),
        (xref('mod.ARUN', 'RUN', reftype='class', explicit=True), [('RUN', Role.LITERAL, '')]),
        (xref('mod.Run', 'Tasks', reftype='class', explicit=True), [('Tasks', Role.PROSE, 'initial')]),
        (xref('http.Response', 'response', reftype='class', explicit=True), []),
        (xref('models.ProtectedError', 'cross-references', reftype='exc', explicit=True), []),
        (xref('mod.run', 'run()', explicit=True), [('mod.run', Role.REFERENCE, '')]),
        (xref('', ''), []),
    ],
)
def test_references_by_label_and_with_texts(written: WrittenReference, found: list[tuple[str, Role, str]]) -> None:
    assert read('see ', *marked(0, nodes.Text('Shown_Title')), written=(written,)) == found


@pytest.mark.parametrize(
    ('written', 'name'),
    [
        (xref('mod.run'), 'mod.run'),
        (xref('~mod.run', 'run()'), 'mod.run'),
        (xref('!run'), 'run'),
        (xref('.Foo.bar'), 'Foo.bar'),
        (xref('std::max(int)', domain='cpp'), 'std::max'),
        (xref('python --all', '--all', domain='std', reftype='option'), '--all'),
        (xref('all', 'the words', domain='std', reftype='option'), ''),
        (xref('queryset', 'Query  Sets', domain='std', reftype='term'), 'Query Sets'),
        (xref('mod.run', 'mod.run', explicit=True), 'mod.run'),
        (xref('mod.run', 'a::run', explicit=True), 'mod.run'),
        (xref('mod.run', 'runs', explicit=True), ''),
    ],
)
def test_reference_name(written: WrittenReference, name: str) -> None:
    assert reference_name(written) == name


@pytest.mark.parametrize(
    ('target', 'clean'),
    [
        ('~a.b', 'a.b'),
        ('!a', 'a'),
        ('@a', 'a'),
        ('..a', 'a'),
        ('a.b()', 'a.b'),
        ('f(int, (x))', 'f'),
        (' a \n b ', 'a b'),
        ('(x', '(x'),
        ('x)', 'x)'),
        ('f(x) y', 'f(x) y'),
        ('', ''),
    ],
)
def test_clean_target(target: str, clean: str) -> None:
    assert clean_target(target) == clean


def test_hostile_targets() -> None:
    assert clean_target('(' * 200_000) == '(' * 200_000
    assert without_call('(' * 200_000 + ')') == ''
    assert whole_word('a' * 200_000, 0, 'a') == ''
    assert whole_word('ab' * 100_000 + ' ab', 0, 'ab') == ''


@pytest.mark.parametrize(('name', 'last'), [('a.b', 'b'), ('a::b', 'b'), ('a.b::c', 'c'), ('a', 'a'), ('a.', '')])
def test_last_part(name: str, last: str) -> None:
    assert last_part(name) == last


@pytest.mark.parametrize(
    ('text', 'start', 'word'),
    [
        ('QuerySets here', 0, 'QuerySets'),
        ('a MyQuerySet', 0, 'MyQuerySet'),
        ('QuerySet here', 0, ''),
        ('QuerySets and QuerySet', 0, ''),
        ('QuerySet and QuerySets', 9, 'QuerySets'),
        ('QuerySet-s', 0, ''),
        ('nothing', 0, ''),
        ('QuerySet' + 's' * 200, 0, ''),
    ],
)
def test_whole_word(text: str, start: int, word: str) -> None:
    assert whole_word(text, start, 'QuerySet') == word


def test_context() -> None:
    assert context_of('short text', 0, 5) == 'short text'
    words = ' '.join(f'word{number:03}' for number in range(100))
    start = words.index('word050')
    context = context_of(words, start, 7)
    assert len(context) <= CONTEXT_LENGTH
    assert context.startswith('… word0')
    assert context.endswith(' …')
    assert 'word050' in context
    assert all(len(word) == 7 for word in context.strip('… ').split())
    assert context_of(words, 0, 7).startswith('word000 word001')
    assert context_of(words, len(words) - 7, 7).endswith('word098 word099')


@pytest.mark.parametrize('length', [1, 115, 116, 119, 120, 121, 500])
def test_context_is_bounded_whatever_the_name(length: int) -> None:
    name = 'x' * length
    context = context_of(f'{"before " * 50}{name}{" after" * 50}', 350, length)
    assert len(context) <= CONTEXT_LENGTH
    assert name[:100] in context


def test_context_is_one_line() -> None:
    assert context_of('a\n  b\tc', 0, 1) == 'a b c'


def test_runs_say_how_they_are_read() -> None:
    assert list(runs(paragraph('a', literal('b'), literal('c', 'kbd'), literal('d', 'file')), ())) == [
        Run('a', 'text'), Run('b', 'literal'), Run('c', 'skip'), Run('d', 'name', 'file'),
    ]  # fmt: skip


def test_role_that_nobody_knows() -> None:
    assert read('after ', nodes.problematic('', ':signal:`spider_closed`'), ' x') == [
        ('spider_closed', Role.LITERAL, '')
    ]
    assert read('after ', nodes.problematic('', ':ref:`Two words <a_b>`')) == []
    assert read('after ', nodes.problematic('', ':git:`it/x.conf </tree/x.conf>`')) == [
        ('it/x.conf', Role.PROSE, 'file')
    ]


@pytest.mark.parametrize(
    ('parts', 'found'),
    [
        (('the ', literal('<case>'), ' element'), ['case']),
        (('the ', literal('<case>'), ' and ', literal('<sys-out>'), ' elements'), ['case', 'sys-out']),
        (('a ', literal('<link />'), ' here'), ['link']),
        (('the ', literal('<name>'), ' is filled in'), []),
        (('the ', literal('<name>'), ' and the element'), []),
    ],
)
def test_elements(parts: tuple[Any, ...], found: list[str]) -> None:
    assert [(name, hint) for name, _role, hint in read(*parts)] == [(name, 'syntax') for name in found]


def link(text: str, uri: str, *children: nodes.Node) -> nodes.reference:
    return nodes.reference('', '', *(children or (nodes.Text(text),)), refuri=uri)


@pytest.mark.parametrize(
    ('node', 'found'),
    [
        (link('celery', 'https://celery.dev/'), [('celery', Role.PROSE, 'linked')]),
        (link('Celery', 'https://github.com/x/celery'), [('Celery', Role.PROSE, 'linked')]),
        (link('here', 'https://celery.dev/'), []),
        (link('celery docs', 'https://celery.dev/'), []),
        (link('celery', '../celery.html'), []),
        (link('', 'https://celery.dev/', literal('celery')), [('celery', Role.LITERAL, 'linked')]),
        (link('', 'https://example.org/', literal('celery')), [('celery', Role.LITERAL, '')]),
        (link('Celery', 'https://example.org/'), [('Celery', Role.PROSE, 'initial')]),
        (nodes.title_reference('', 'get_it'), [('get_it', Role.LITERAL, '')]),
        (nodes.title_reference('', 'a book of it'), []),
    ],
)  # fmt: skip
def test_links_and_titles(node: nodes.Node, found: list[tuple[str, Role, str]]) -> None:
    assert read('see ', node, ' now') == found


def test_manual_page_is_a_command() -> None:
    assert read(nodes.strong('', 'git-add(1)', classes=['manpage'])) == [('git-add', Role.LITERAL, 'command')]
    assert read(nodes.strong('', 'x.509(7ssl)', classes=['manpage'])) == [('x.509', Role.LITERAL, 'command')]


def test_texts_beside_each_other_are_read_as_one() -> None:
    block = list(runs(paragraph(nodes.strong('', 'printf'), '(3) of it'), ()))
    assert [run.text for run in joined(block)] == ['printf(3) of it']
    assert [(each.name, each.hint) for each in found_names(joined(block))] == [('printf', 'call')]
    split = [Run('a', 'text'), Run('b', 'text', 'title'), Run('c', 'literal'), Run('d', 'text'), Run('e', 'text')]
    assert [run.text for run in joined(split)] == ['a', 'b', 'c', 'de']


def test_stop_words_before_a_capital() -> None:
    block = list(runs(paragraph('On Windows it is'), ()))
    assert ('Windows', 'capital') in [(each.name, each.hint) for each in found_names(block, {'on'})]
    assert ('Windows', 'initial') in [(each.name, each.hint) for each in found_names(block)]


@pytest.mark.parametrize(
    ('title', 'uri', 'hint'),
    [
        ('filepath.Match', 'https://pkg.go.dev/path/filepath#Match', 'identifier'),
        ('filepath.Match', 'https://pkg.go.dev/path/filepath#Glob', ''),
        ('std::map', 'https://en.cppreference.org/w/cpp/map.html', 'identifier'),
        ('/metrics/find', 'https://graphite.example.org/api.html#metrics-find', 'asked'),
        ('/metrics/find', '', ''),
        ('Value', 'https://crystal.example.org/api/Value.html', 'class'),
        ('Value', 'https://crystal.example.org/Value.html', ''),
        ('Value', 'https://crystal.example.org/api/Values.html', ''),
    ],
)
def test_link_to_where_an_object_is_documented(title: str, uri: str, hint: str) -> None:
    block = nodes.paragraph('', '', nodes.Text('we use '), nodes.reference('', title, refuri=uri), nodes.Text(' here'))
    hints = {each.name: each.hint for each in found_names(list(runs(block, ()))) if each.role is Role.LITERAL}
    assert hints == ({title: hint} if hint else {})


@pytest.mark.parametrize(
    ('title', 'uri', 'names'),
    [
        ('VS Code', 'https://code.visualstudio.com/', ['VS Code', 'VS']),
        ('Vue CLI', 'https://cli.vuejs.org/guide/', ['Vue CLI', 'CLI']),
        ('Repl.it Teams', 'https://replit.com/x', ['Repl.it Teams']),
        ('Getting Started', 'https://docs.example.org/getting-started/', []),
        ('Vue and more', 'https://vuejs.org/', []),
        ('Vue CLI', '../vue/cli.html', ['CLI']),
        ('Swagger UI', 'https://github.com/swagger-api/swagger-ui', ['Swagger UI', 'UI']),
        ('Swagger UI', 'https://github.com/swagger-api/swagger-ui/wiki', ['Swagger UI', 'UI']),
        ('The Packagist', 'https://packagist.org', ['Packagist']),
        ('Supervisor', 'http://supervisord.org/', ['Supervisor']),
        ('Post', 'http://postd.org/', []),
        ('Pub/Sub', 'https://redis.io/topics/pubsub', ['Pub/Sub']),
        ('zedix/bridge-it', 'https://github.com/zedix/bridge-it', ['zedix/bridge-it']),
        ('read/write', 'https://github.com/zedix/bridge-it', []),
        ('tests/it', 'https://github.com/zedix/bridge/tree/main/tests/it', []),
        ('Read/Write', 'https://redis.io/topics/pubsub', []),
        ('Kessel.Hosting', 'https://github.com/x/Kessel.Hosting', ['Kessel.Hosting']),
        ('Kessel.Hosting', 'https://github.com/x/kessel', []),
        ('Kessel.Io', 'https://kessel.io', ['Kessel.Io']),
        ('Kessel.Io', 'https://kessel.io/', ['Kessel.Io']),
        ('Kessel.Io', '', []),
        ('Kessel.Io', 'mailto:x', []),
    ],
)
def test_link_to_the_site_of_what_it_names(title: str, uri: str, names: list[str]) -> None:
    block = nodes.paragraph('', '', nodes.Text('we use '), nodes.reference('', title, refuri=uri), nodes.Text(' here'))
    found = [each for each in found_names(list(runs(block, ()))) if each.hint in {'linked', 'acronym'}]
    assert [each.name for each in found] == names


def test_link_in_bold_to_what_it_names() -> None:
    def named(*children: nodes.Node) -> list[str]:
        shown = nodes.reference('', '', *children, refuri='https://docs.rs/actix-session/0.7')
        return [each.name for each in found_names(runs(nodes.paragraph('', '', shown), ())) if each.hint == 'linked']

    assert named(nodes.strong('', 'actix-session')) == ['actix-session']
    assert named(nodes.strong('', 'actix-other')) == []
    assert named(nodes.strong('', 'actix-session'), nodes.Text(' it')) == []


@pytest.mark.parametrize(
    ('title', 'hints'),
    [
        ('Set up the Redis server', {'Set': 'initial', 'Redis': 'capital', 'Rust': 'capital'}),
        (
            'Getting Started with Channels',
            {'Getting': 'initial', 'Started': 'initial', 'Channels': 'initial', 'Rust': 'capital'},
        ),
        ('Guide to Channels', {'Guide': 'initial', 'Channels': 'initial', 'Rust': 'capital'}),
    ],
)
def test_capitals_of_links(title: str, hints: dict[str, str]) -> None:
    """Those of a title, and those of the text behind it."""
    texts = nodes.Text('we use '), nodes.reference('', title, refuri='a.html'), nodes.Text(' of other Rust users')
    found = found_names(joined(runs(nodes.paragraph('', '', *texts), ())))
    assert {each.name: each.hint for each in found if ' ' not in each.name} == hints


@pytest.mark.parametrize(
    ('source', 'plain'),
    [
        ('/// note | Nota', ' ' * 15),
        ('///', '   '),
        ('!!! warning "Of it"', ' ' * 19),
        ('::: tip Of it\nthe text\n:::', ' ' * 13 + '\nthe text\n   '),
        ('a {{< glossary x="y" >}} b', 'a ' + ' ' * 22 + ' b'),
        ('what /// is it', 'what /// is it'),
        ('std:::x', 'std:::x'),
        ('{{ name }}', '{{ name }}'),
        ('a {% include a.html %}', 'a ' + ' ' * 20),
        ('100 {% of it }', '100 {% of it }'),
        ('It is wrong!!! Very', 'It is wrong!!! Very'),
    ],
)
def test_marks_of_blocks_that_other_sites_know(source: str, plain: str) -> None:
    assert plain_text(nodes.Text(source)) == plain


def test_marks_inside_a_line_and_in_titles() -> None:
    literal = nodes.paragraph('', '', nodes.literal('x', 'x'), nodes.Text('::: the operator'))
    assert plain_text(literal.children[1]) == '::: the operator'  # type: ignore[arg-type]
    empty = nodes.paragraph('', '', nodes.Text(''), nodes.Text('::: tip'))
    assert plain_text(empty.children[1]) == ' ' * 7  # type: ignore[arg-type]
    title = nodes.title('', '', nodes.Text('/// doc comments'))
    assert plain_text(title.children[0]) == '/// doc comments'  # type: ignore[arg-type]


def test_capital_behind_code_that_an_item_begins_with() -> None:
    def hints(block: nodes.paragraph) -> list[tuple[str, str]]:
        return [(each.name, each.hint) for each in found_names(list(runs(block, ())))]

    described = nodes.paragraph('', '', nodes.literal('%a', '%a'), nodes.Text(' Remote address'))
    assert hints(described) == [('Remote', 'initial')]
    inside = nodes.paragraph('', '', nodes.Text('a '), nodes.literal('%a', '%a'), nodes.Text(' Django it'))
    assert hints(inside) == [('Django', 'capital')]


def test_capital_in_the_line_below_a_head() -> None:
    def hints(*children: nodes.Node) -> dict[str, str]:
        return {each.name: each.hint for each in found_names(list(runs(nodes.paragraph('', '', *children), ())))}

    bold = nodes.strong('', 'fmt')
    assert hints(bold, nodes.Text('\nFormats a Caddyfile'))['Formats'] == 'initial'
    assert (
        hints(nodes.Text(''), bold, nodes.Text(''), nodes.Text('\n'), nodes.Text('Formats it'))['Formats'] == 'initial'
    )
    assert hints(nodes.reference('', 'it'), nodes.Text('\nFormats it'))['Formats'] == 'capital'
    assert hints(nodes.strong('', 'long\nit'), nodes.Text('\nFormats it'))['Formats'] == 'capital'
    assert (
        hints(nodes.strong('', 'Component Object Model'), nodes.Text('\n(COM) is'))['Component Object Model']
        == 'expanded'
    )
    assert hints(bold, nodes.Text(' Formats it'))['Formats'] == 'capital'
    assert hints(nodes.Text('the '), bold, nodes.Text('\nFormats it'))['Formats'] == 'capital'
    assert hints(nodes.emphasis('', 'fmt'), nodes.Text('\nFormats it'))['Formats'] == 'capital'


def test_linked_text_that_is_code_in_part() -> None:
    def shown(text: str, *codes: tuple[int, int]) -> list[tuple[str, str]]:
        return [(run.text, run.sort) for run in runs_of_title(text, codes)]

    assert shown('the -x option', (4, 6)) == [('the ', 'text'), ('-x', 'literal'), (' option', 'text')]
    assert shown('a_b', (0, 3)) == [('a_b', 'literal')]
    assert shown('a and a', (0, 1), (6, 7)) == [('a', 'literal'), (' and ', 'text'), ('a', 'literal')]
    assert shown('plain title') == [('plain title', 'text')]


def test_capital_behind_what_is_said_in_brackets() -> None:
    def hints(text: str) -> dict[str, str]:
        return {each.name: each.hint for each in found_names([Run(text, 'text')])}

    assert hints('(required) Absolute path')['Absolute'] == 'initial'
    assert hints('callback {Type} Invoked once')['Invoked'] == 'initial'
    assert hints('It runs (required) Django now')['Django'] == 'capital'


def test_comments_of_mdx_are_not_read() -> None:
    def found(*children: nodes.Node) -> list[str]:
        return [each.name for each in found_names(list(runs(nodes.title('', '', *children), ()))) if '_' in each.name]

    assert found(nodes.Text('See {/* a_b */}c_d')) == ['c_d']
    assert found(nodes.Text('See {/'), nodes.emphasis('', 'a_b'), nodes.Text('/}')) == []
    assert found(nodes.Text('See {'), nodes.emphasis('', 'a_b'), nodes.Text('}')) == ['a_b']


@pytest.mark.parametrize(
    ('text', 'target', 'plain'),
    [
        ('arguments', 'the/arguments', True),
        ('Examples', '#examples', True),
        ('Examples', 'more/examples', False),
        ('nginx', 'nginx', False),
    ],
)
def test_ordinary_word_that_links_to_where_it_is_explained(text: str, target: str, plain: bool) -> None:
    assert is_plain_title(text, target) is plain


@pytest.mark.parametrize(
    ('text', 'found'),
    [
        ('maxheaderlen', [('maxheaderlen', 'parameter')]),
        ('de zfacto', []),
        ('note: the kubelet is restarted', [('kubelet', 'coined')]),
        ('wonderful', []),
        ('', []),
        ('a_b', [('a_b', 'parameter')]),
        ('A_b of', [('A_b', 'identifier')]),
    ],
)
def test_emphasised_words_that_no_dictionary_has(text: str, found: list[tuple[str, str]]) -> None:
    block = nodes.paragraph('', '', nodes.Text('where '), nodes.emphasis('', text), nodes.Text(' of maxlinelen is'))
    names = [(each.name, each.hint) for each in found_names(joined(runs(block, ())), english=True, described=True)]
    assert names == [*found, ('maxlinelen', 'coined')]


@pytest.mark.parametrize(
    ('text', 'found'),
    [
        ('libwire-module-settings', [('libwire-module-settings', 'coined')]),
        ('well-known', []),
        ('read-only', []),
        ('libwire-module and', []),
    ],
)
def test_emphasised_words_that_hyphens_join(text: str, found: list[tuple[str, str]]) -> None:
    block = nodes.paragraph('', '', nodes.Text('from '), nodes.emphasis('', text), nodes.Text(' of it'))
    assert [(each.name, each.hint) for each in found_names(joined(runs(block, ())), english=True)] == found
    assert list(found_names(joined(runs(block, ())))) == []  # "*celui-ci*"


@pytest.mark.parametrize(('behind', 'hint'), [(' is a tool', 'coined'), (' parameter', 'parameter')])
def test_emphasised_words_outside_descriptions(behind: str, hint: str) -> None:
    block = nodes.paragraph('', '', nodes.Text('the '), nodes.emphasis('', 'pyflakes'), nodes.Text(behind))
    assert [(each.name, each.hint) for each in found_names(joined(runs(block, ())), english=True)] == [
        ('pyflakes', hint)
    ]


def test_items_of_a_list_in_a_paragraph_are_no_one_word() -> None:
    items = [nodes.list_item('', nodes.paragraph('', '', nodes.Text(word))) for word in ('a_b', 'c_d')]
    block = nodes.paragraph('', '', nodes.Text('x'), nodes.bullet_list('', *items))
    assert [each.name for each in found_names(list(runs(block, ())))] == ['a_b', 'c_d']
    link = nodes.paragraph('', '', nodes.Text('x'), nodes.reference('', '', nodes.Text('a'), refuri='b'))
    assert ''.join(run.text for run in runs(link, ())) == 'xa'


def test_the_end_of_a_line_is_a_blank() -> None:
    """A name of several words goes on in the next line, and so does what calls a name."""
    block = nodes.paragraph(
        '', '', nodes.Text('of the Visual\nStudio shop, the '), nodes.literal('', 'a_b'), nodes.Text('\nsetting')
    )
    found = [(each.name, each.hint) for each in found_names(joined(runs(block, ())))]
    assert found == [('Visual', 'initial'), ('Studio', 'initial'), ('Visual Studio', 'proper'), ('a_b', 'setting')]


@pytest.mark.parametrize(('attributes', 'found'), [({'reflocalid': 'redis'}, ['initial']), ({}, ['linked'])])
def test_word_that_leads_to_a_heading_of_the_same_document(attributes: dict[str, str], found: list[str]) -> None:
    node = addnodes.pending_xref(refdomain=True, reftype='myst', reftarget='redis', refexplicit=True, **attributes)
    node += nodes.inline('Redis', 'Redis')
    assert [
        hint for _name, _role, hint in read('see ', *marked(0, nodes.Text('x')), written=(WrittenReference(node),))
    ] == found


@pytest.mark.parametrize('source', ['~typing.Generic', '!typing.Generic', 'typing.Generic'])
def test_single_backquotes_with_a_sign_before_the_name(source: str) -> None:
    assert read('a ', nodes.title_reference(source, source)) == [('typing.Generic', Role.LITERAL, '')]


@pytest.mark.parametrize(
    ('classes', 'text', 'found'),
    [
        (('xref', 'py', 'py-mod'), 'al', [('al', Role.LITERAL, 'package')]),
        (('xref', 'py', 'py-class'), 'http.DEVICE', [('http.DEVICE', Role.LITERAL, 'class')]),
        (('xref', 'py', 'py-meth'), 'has_key()', [('has_key', Role.LITERAL, 'method')]),
        (('xref', 'c', 'c-macro'), 'METH_OLD', [('METH_OLD', Role.LITERAL, 'macro')]),
        (('xref', 'std', 'std-ref'), 'al', [('al', Role.LITERAL, '')]),
        (('py-mod',), 'al', [('al', Role.LITERAL, '')]),
    ],
)
def test_role_without_a_reference(classes: tuple[str, ...], text: str, found: list[tuple[str, Role, str]]) -> None:
    assert read('see ', literal(text, *classes)) == found


@pytest.mark.parametrize(
    ('word', 'behind', 'found'),
    [
        ('listeners', ' command shows', [('listeners', Role.PROSE, 'second')]),
        ('zqlist', ' command shows', [('zqlist', Role.LITERAL, 'command')]),
        ('zqlist', ' function shows', [('zqlist', Role.LITERAL, 'function')]),
        ('pure', ' function shows', []),
        ('default', ' option shows', []),
        ('File', ' command shows', []),
    ],
)
def test_word_in_bold_that_a_noun_calls(word: str, behind: str, found: list[tuple[str, Role, str]]) -> None:
    assert [
        each for each in read('the ', nodes.strong('', word), behind) if each[2] not in {'initial', 'capital', 'coined'}
    ] == found


@pytest.mark.parametrize(
    ('word', 'address', 'linked'),
    [
        ('Flask-Login', 'https://pypi.org/project/Flask-Login/', True),
        ('systemd-coredump', 'https://systemd.io/man/latest/systemd-coredump.html', True),
        ('it-plugins', 'https://forge.org/it-plugins?tab=x#listeners', True),
        ('it-plugins', 'https://forge.org/it-plugin', False),
        ('prosemirror-state', 'https://prosemirror.net/docs/ref/#state', True),
        ('universal-pathlib', 'https://forge.org/fsspec/universal_pathlib', True),
        ('read-only', 'https://forge.org/read', False),
        ('how-to', 'https://forge.org/show/tools', False),
        ('built-in', 'https://forge.org/x/built/y/in/z', False),
    ],
)
def test_words_with_a_hyphen_that_end_an_address(word: str, address: str, linked: bool) -> None:
    found = read('see ', nodes.reference('', '', nodes.Text(word), refuri=address))
    assert ((word, Role.PROSE, 'linked') in found) is linked


@pytest.mark.parametrize(
    ('text', 'address', 'hints'),
    [
        ('boot/zephyr', 'https://github.com/it/boot/tree/main/boot/zephyr', ['file']),
        ('boot/zephyr', 'https://github.com/boot/zephyr', ['linked']),
        ('boot/zephyr', 'https://example.org/a/b/c/boot/zephyr', []),
        ('boot/zephyr', 'https://github.com/it/boot/tree/main/zephyr', []),
    ],
)
def test_path_that_leads_to_a_file_of_a_repository(text: str, address: str, hints: list[str]) -> None:
    found = read('see ', nodes.reference('', '', nodes.Text(text), refuri=address))
    assert [hint for name, _role, hint in found if name == text] == hints


def test_role_that_knows_no_titles_here() -> None:
    assert read('the ', literal('custom target <add_target>', 'command')) == [('add_target', Role.LITERAL, 'command')]
    assert read('the ', literal('add_target', 'command')) == [('add_target', Role.LITERAL, 'command')]


def test_line_of_a_table_of_contents_is_no_name() -> None:
    node = addnodes.pending_xref(refdomain=True, reftype='myst', reftarget='/docs/cache.md', refexplicit=True)
    node += nodes.inline('Cache', 'Cache')
    reference = marked(0, nodes.Text('Cache'))
    assert ('Cache', Role.PROSE, 'linked') in read('see ', *reference, written=(WrittenReference(node),))
    assert read(*reference, written=(WrittenReference(node),)) == [('Cache', Role.PROSE, 'initial')]


@pytest.mark.parametrize(('place', 'hint'), [('', 'linked'), ('#DB.Exec', '')])
def test_code_that_leads_to_a_place_of_a_reference_is_no_product(place: str, hint: str) -> None:
    link = nodes.reference('', '', literal('Exec'), refuri=f'https://pkg.dev/exec{place}')
    assert read('see ', link) == [('Exec', Role.LITERAL, hint)]


@pytest.mark.parametrize(('shown', 'found'), [('middleware', []), ('redis', ['redis']), ('memoryview', ['memoryview'])])
def test_word_that_leads_to_a_page_of_its_name(shown: str, found: list[str]) -> None:
    written = xref(f'/topics/{shown}', shown, domain='std', reftype='doc', explicit=True)
    assert [
        name for name, _role, hint in read(*marked(0, nodes.Text('x')), written=(written,)) if hint == 'linked'
    ] == found


def test_link_without_an_address() -> None:
    assert read('see ', nodes.reference('', '', literal('Exec'))) == [('Exec', Role.LITERAL, '')]


@pytest.mark.parametrize(
    ('target', 'text', 'found'),
    [
        ('it.conf.tls-port', 'tls-port', [('tls-port', Role.LITERAL, '')]),
        ('types.built-in', 'built-in', []),
        ('index:getting-started', 'getting-started', []),
    ],
)
def test_text_of_a_label_that_ends_in_it(target: str, text: str, found: list[tuple[str, Role, str]]) -> None:
    node = addnodes.pending_xref(refdomain='std', reftype='ref', reftarget=target, refexplicit=True)
    node += nodes.inline(text, text)
    assert read('see ', *marked(0, nodes.Text('Shown')), written=(WrittenReference(node),)) == found
