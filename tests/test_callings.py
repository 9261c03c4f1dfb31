"""What lists, tables and titles call the names that stand first in them, and which words behind commands are theirs."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from docutils import nodes
from docutils.core import publish_doctree

from sphinx_kwindex.collect import callings
from sphinx_kwindex.collect.document import Options, collect_document
from sphinx_kwindex.collect.nouns import noun_of_column, noun_of_list
from sphinx_kwindex.occurrences import Role


def hints(text: str, *roles: Role) -> dict[str, str]:
    """Name -> hint of the names of a document that stand in the given roles, in inline code if none is given."""
    tree = publish_doctree(text, settings_overrides={'doctitle_xform': False, 'report_level': 5})
    record = collect_document(tree, 'doc', written=(), objects={}, options=Options())
    return {found.name: found.hint for found in record.occurrences if found.role in (roles or (Role.LITERAL,))}


def test_sentence_before_a_list() -> None:
    found = hints(
        """
The following settings may be given:

* ``cache_size`` is for ``other``
* ``aa``, ``bb``: two

Some words.

* ``cc``
"""
    )
    assert found == {'cache_size': 'setting', 'other': '', 'aa': 'setting', 'bb': 'setting', 'cc': ''}


def test_title_over_a_definition_list_and_over_titles() -> None:
    found = hints(
        """
Page
====

Environment variables
---------------------

``CACHE_SIZE``
    How much of ``LESS``.

Known commands
--------------

``serve``
~~~~~~~~~

Words.

Else
----

``more``
    Words.
""",
        Role.LITERAL,
        Role.HEADING,
    )
    assert {name: found[name] for name in ('CACHE_SIZE', 'LESS', 'serve', 'more')} == {
        'CACHE_SIZE': 'envvar',
        'LESS': '',
        'serve': 'command',
        'more': '',
    }


def test_names_in_the_sentence_before_a_list_call_nothing() -> None:
    assert hints('Moved to ``shop.exceptions``:\n\n* ``aa_b``\n') == {'shop.exceptions': '', 'aa_b': ''}


def test_noun_beside_a_name_comes_before_the_one_over_it() -> None:
    assert hints('Some settings:\n\n* the ``aa`` method\n* ``bb`` method\n* ``cc``\n') == {
        'aa': 'method',
        'bb': 'method',
        'cc': 'setting',
    }


TABLE = """
================== ========== =========
{}
================== ========== =========
``aa``             ``bb``     ``cc``
item_id            dd_d       of ``ee``
================== ========== =========
"""


def test_head_of_a_column() -> None:
    found = hints(TABLE.format('Setting name       Meaning    Function'), Role.LITERAL, Role.PROSE)
    assert {name: hint for name, hint in found.items() if len(name) > 1 and name.islower()} == {
        'aa': 'setting',
        'bb': '',
        'cc': 'function',
        'item_id': 'setting',
        'dd_d': 'identifier',
        'ee': '',
    }


@pytest.mark.parametrize(
    ('text', 'hint'),
    [
        ('Settings', 'setting'),
        ('The following environment variables are read:', 'envvar'),
        ('Commands and their options', ''),
        ('Options, options', 'setting'),
        ('A setting', ''),
        ('Class', ''),
        ('The class of settings', 'setting'),
        ('Types', ''),
        ('', ''),
    ],
)
def test_noun_of_a_list(text: str, hint: str) -> None:
    assert noun_of_list(text) == hint


@pytest.mark.parametrize(
    ('text', 'hint'),
    [
        ('Option', 'setting'),
        ('Setting name', 'setting'),
        ('Method/Attribute', ''),
        ('Environment variable', 'envvar'),
        ('Name', ''),
        ('What the setting does here', ''),
        ('Type', 'type'),
        ('', ''),
    ],
)
def test_noun_of_a_column(text: str, hint: str) -> None:
    assert noun_of_column(text) == hint


def test_entry_that_begins_in_bold_letters_explains_that_word() -> None:
    found = hints(
        'Commands\n========\n\n**run** (*or* **r**)\n   Run it.\n\n**not this one**\n   Words.\n', Role.LITERAL
    )
    assert found == {'run': 'command'}


SUBCOMMANDS = """
::

   $ {0} create one
   $ {0} edit two

Then ``{0} view three`` and ``other word``; ``{0} create``.
"""


def test_subcommands_of_a_program_shown_with_several() -> None:
    found = hints(SUBCOMMANDS.format('vault'), Role.LITERAL, Role.CODE)
    assert {name: hint for name, hint in found.items() if name != 'vault'} == {
        'vault create': 'command',
        'vault edit': 'command',
        'vault view': 'command',
        'other': 'first',
        'word': 'second',
    }
    coined = hints(SUBCOMMANDS.replace('create', 'makeit').replace('edit', 'set-it').format('vault'), Role.CODE)
    assert coined == {'vault': 'command', 'makeit': 'subcommand', 'set-it': 'subcommand', 'vault set-it': 'command'}


def test_arguments_of_utilities_and_single_words_are_no_subcommands() -> None:
    text = '::\n\n   $ mkdir static\n   $ mkdir media\n   $ createdb shop\n'
    assert hints(text, Role.CODE) == {'mkdir': 'command', 'createdb': 'command', 'shop': 'second'}


def test_words_of_no_program_are_no_subcommands() -> None:
    """Nothing shows that ``unsigned`` is run."""
    assert hints('``unsigned int`` and ``unsigned long``') == {'unsigned': 'first', 'int': 'second', 'long': 'second'}


def test_a_command_and_its_subcommand_are_a_name_together() -> None:
    found = hints(SUBCOMMANDS.format('vault'), Role.LITERAL, Role.CODE)
    pairs = {name: hint for name, hint in found.items() if ' ' in name}
    assert pairs == {'vault create': 'command', 'vault edit': 'command', 'vault view': 'command'}


def test_each_command_has_its_own_subcommands() -> None:
    found = hints('``git commit -m x``, ``git push -f``; ``hg commit -m x`` and ``hg push -f``.')
    assert {name for name in found if ' ' in name} == {'git commit', 'git push', 'hg commit', 'hg push'}
    assert not {'commit', 'push'} & found.keys()


def test_program_that_no_register_has_but_inline_code_often() -> None:
    assert hints('``lever init`` and ``lever init``')['lever'] == 'first'
    found = hints('``lever init``, ``lever init``; ``lever init``.')
    assert found == {'lever': 'command', 'lever init': 'command', 'init': 'second'}
    assert 'lever paint' not in hints('``lever paint``, ``lever paint``; ``lever paint``.')


def test_argument_that_begins_like_a_command_is_none() -> None:
    found = hints('::\n\n   $ git checkout set-theme\n   $ git branch get-search\n', Role.CODE)
    assert not [name for name in found if name.count(' ') > 1]


def test_three_words_that_do_something() -> None:
    found = hints('``lever migration run`` and ``lever migration redo``')
    assert {name for name in found if name.count(' ') > 1} == {'lever migration run', 'lever migration redo'}
    assert not [name for name in hints('``lever migration run`` alone') if name.count(' ') > 1]
    found = hints('::\n\n   $ lever config get-value it\n   $ lever db migrate\n', Role.CODE)
    assert {name for name in found if name.count(' ') > 1} == {'lever config get-value', 'lever db migrate'}


def test_words_that_nobody_runs_are_no_commands() -> None:
    assert (
        'command'
        not in hints('``constexpr int``, ``constexpr auto``, ``mutex lock`` and ``nombre de lignes``').values()
    )


def test_two_words_are_a_name_where_they_stand_more_than_once() -> None:
    once = '::\n\n   $ zebra\n\nRun ``zebra -t`` and ``zebra reload``.'
    assert 'zebra reload' not in hints(once)
    assert hints(f'{once}\n\nThen ``zebra reload`` again.')['zebra reload'] == 'command'


def test_two_words_of_which_no_dictionary_has_the_first_are_a_name() -> None:
    found = hints('Run ``kessel -t``, ``kessel reload`` and ``zebra reload``, ``zqtool it_file``, ``mutex lock``.')
    assert {name for name, hint in found.items() if hint == 'command'} == {'kessel reload', 'kessel', 'zqtool'}
    assert 'ng update' not in hints('Run ``ng update``.')
    assert {'tofu init', 'tofu apply'} <= hints('Run ``tofu init`` or ``tofu apply``.').keys()
    assert 'tofu init' not in hints('Run ``tofu init`` or ``tofu it``.')
    assert not {'borg serve', 'schema update'} & hints('Run ``borg serve`` and ``schema update``.').keys()
    assert hints('Run ``zqtool-it-now <it.txt>`` on a ``read-only <file>``.')['zqtool-it-now'] == 'command'
    assert hints('Run ``read-only <file>``.')['read-only'] == 'first'
    assert {'ng update', 'ng add'} <= hints('Run ``ng update`` or ``ng add``, of ``ng``.').keys()


def test_two_words_of_registered_software_are_a_name_where_they_stand_alone() -> None:
    assert hints('Run ``nginx reload``, or ``helm install``.') == {
        'nginx': 'command',
        'reload': 'second',
        'nginx reload': 'command',
        'helm': 'command',
        'install': 'second',
        'helm install': 'command',
    }
    assert 'nginx reload' not in hints('Run ``nginx reload it``.')
    assert {'nginx reload', 'nginx stop'} <= hints('Run ``nginx reload a``, ``nginx stop b``.').keys()


def test_an_action_that_is_typed_once_needs_no_other() -> None:
    assert 'git clean' in hints('Run ``git clean -fxd``.')
    assert 'git sweep' not in hints('Run ``git sweep -fxd``.')
    lines = '::\n\n   $ git push --tags\n   $ docker-compose up\n   $ zqtool-it up\n   $ hg it\n\n'
    assert {name for name in hints(lines, Role.CODE) if ' ' in name} == {'git push', 'docker-compose up'}


def test_subcommand_behind_an_option_with_its_value() -> None:
    found = hints(
        '::\n\n   $ zqtool --repo=it init --all\n   $ zqtool --repo=it prune\n   $ zqtool --repo it\n\n', Role.CODE
    )
    assert {name: hint for name, hint in found.items() if hint != 'option'} == {
        'zqtool': 'command',
        'init': 'subcommand',
        'prune': 'subcommand',
    }


def test_lines_of_prose_among_commands() -> None:
    lines = ['zqtool run', 'version being released', 'needed now', 'you see', 'modprobe can', 'vim the']
    code = '\n   $ '.join(lines)
    found = hints(f'::\n\n   $ {code}\n\n', Role.CODE)
    assert found == {'zqtool': 'command', 'run': 'second', 'modprobe': 'command', 'vim': 'command'}


def test_scripts_of_a_project() -> None:
    assert 'npm run lint-it' in hints('Run ``npm run lint-it``.')
    assert 'pip run lint-it' not in hints('Run ``pip run lint-it``.')
    assert 'bundle install' in hints('Run ``bundle install``.')


def test_variables_under_a_title_that_promises_some() -> None:
    text = """
Environment variables
=====================

One
---

* Name: ``IT_ONE``, which ``set_it`` sets as ``of_this``

Others
======

``IT_TWO``
"""
    assert hints(text) == {'IT_ONE': 'envvar', 'set_it': '', 'of_this': '', 'IT_TWO': ''}
    assert hints('Set ``a.b`` (environment variable ``IT_ONE`` for it).')['IT_ONE'] == 'envvar'
    assert hints('The ``local_it`` system variable')['local_it'] == 'setting'


def test_statements_of_sql_in_links() -> None:
    found = hints(
        'See `SELECT INTO OUTFILE <https://it.org/a>`_ and `GROUP BY <https://it.org/b>`_.'
        ' And `READ ME <https://it.org>`_, `DELETE ACCOUNT <https://it.org>`_.'
    )
    assert found == {'SELECT INTO OUTFILE': 'command'}


def test_words_with_colons_are_subcommands() -> None:
    lines = '::\n\n   $ kessel db:migrate\n   $ kessel db:reset\n   $ hobel cache:clear\n   $ hobel user:add\n\n'
    found = hints(f'{lines}Then ``db:seed --fast``, ``db:drop [x]`` and ``width:auto [x]``.', Role.LITERAL, Role.CODE)
    assert {name for name, hint in found.items() if hint == 'subcommand'} == {
        *('db:migrate', 'db:reset', 'db:drop', 'cache:clear', 'user:add'),
    }
    assert found['db:seed'] == 'command'
    assert found['width:auto'] == 'first'


def test_other_words_with_colons_are_none() -> None:
    lines = '::\n\n   $ uvicorn main:app\n   $ uvicorn site:app\n   $ trivy alpine:latest\n\n'
    found = hints(f'{lines}Then ``uvicorn main:app`` and ``main:other [x]``.', Role.LITERAL, Role.CODE)
    assert 'subcommand' not in found.values()


def test_two_words_with_something_between_them_are_none() -> None:
    found = hints('::\n\n   $ git -C x commit\n   $ git   add\n   $ git log\n', Role.CODE)
    assert {name for name in found if ' ' in name} == {'git log'}


def test_subcommands_with_names_of_their_own() -> None:
    """No dictionary has ``makethings``, so nobody needs the command to find it."""
    lines = ('vault makethings', 'vault create', 'vault set-it', 'vault.py run', 'vault.py list')
    found = hints('::\n\n' + ''.join(f'   $ {line}\n' for line in lines), Role.CODE)
    assert {name for name in found if ' ' in name} == {'vault create', 'vault set-it'}
    assert found['set-it'] == 'subcommand'


def triples(text: str) -> set[str]:
    return {name for name, hint in hints(text, Role.LITERAL, Role.CODE).items() if name.count(' ') == 2}


@pytest.mark.parametrize(
    ('text', 'found'),
    [
        ('::\n\n   $ zqtool image prune\n', {'zqtool image prune'}),
        (
            '::\n\n   $ zqtool nature add-it a\n   $ zqtool nature info\n',
            {'zqtool nature add-it', 'zqtool nature info'},
        ),
        ('::\n\n   $ zqtool image   prune\n   $ zqtool -q image prune\n', set()),
        ('::\n\n   $ zqtool mod get\n   $ zqtool mod graph\n', {'zqtool mod get', 'zqtool mod graph'}),
        ('::\n\n   $ zqtool mod tree\n   $ zqtool mod graph\n', set()),
        ('::\n\n   $ zqtool create monitor\n   $ zqtool create postgresql\n',
         {'zqtool create monitor', 'zqtool create postgresql'}),
        ('::\n\n   $ zqtool create monitor\n', set()),
        ('::\n\n   $ zqtool install one\n   $ zqtool install test\n', set()),
        ('::\n\n   $ zqtool -v\n\n``zqtool mod vendor`` and ``zqtool mod other it``', set()),
        ('::\n\n   $ service nginx restart\n   $ service nginx stop\n', set()),
        ('::\n\n   $ zqtool -v\n\n``zqtool zqapp vendor``', set()),
        ('``zqtool mod vendor``', set()),
    ],
)  # fmt: skip
def test_two_words_behind_a_command(text: str, found: set[str]) -> None:
    assert triples(text) == found


def test_word_that_runs_is_a_command_where_it_stands_with_a_verb() -> None:
    found = hints('Run ``kessel build``, and no other.')
    assert (found['kessel'], found['kessel build']) == ('command', 'command')
    assert 'command' not in hints('``for update``, ``for update``, ``string list``, ``string list``').values()


def test_fields_in_small_letters_are_explained() -> None:
    found = hints('Text.\n\n:a_b: one\n:%cd: two\n:%%: three\n:word: four\n\nEnd.', Role.PROSE)
    assert {name for name, hint in found.items() if hint == 'item'} == {'a_b', 'cd', 'word'}
    assert 'item' not in hints('Text.\n\n:Author: one\n:word: two\n', Role.PROSE).values()
    assert 'item' not in hints('Text.\n\n:returns: one\n:rtype: two\n', Role.PROSE).values()
    assert 'item' not in hints('Text.\n\n:word: two\n', Role.PROSE).values()


def test_name_in_bold_that_is_a_line_of_its_own() -> None:
    found = hints('Text\n\n**prefer-file**\n\nMore\n\n**cli-file**\n\n**word**\n\nand **other-file** here.', Role.PROSE)
    assert found['prefer-file'] == found['cli-file'] == 'item'
    assert 'read-only' not in hints('Text\n\n**read-only**\n\nMore', Role.PROSE)
    assert hints('Text\n\n**read_only**\n\nMore', Role.PROSE)['read_only'] == 'item'
    assert 'word' not in found
    assert found.get('other-file') != 'item'


def test_title_over_a_table_whose_first_column_is_headed_by_no_noun() -> None:
    table = """
Page
====

{title}
{line}

========== =====
{head}       Default
========== =====
``a_b``    ``c_d``
========== =====
"""
    found = hints(table.format(title='Plugin options', line='-' * 20, head='Name'))
    assert (found['a_b'], found['c_d']) == ('setting', '')
    assert hints(table.format(title='Plugin options', line='-' * 20, head='Type'))['a_b'] == 'type'
    assert hints(table.format(title='Words of it', line='-' * 20, head='Name'))['a_b'] == ''


def test_rows_that_begin_in_bold() -> None:
    rows = """
========== ========
**riscv**  One.
**web**    Two.
**Editor** Three.
========== ========
"""
    found = hints(rows, Role.PROSE)
    assert {name for name, hint in found.items() if hint == 'item'} == {'riscv', 'web'}
    assert hints(rows.replace('**web**', 'web    '), Role.PROSE).get('riscv') != 'item'
    plain = rows.replace('riscv', 'total').replace('**web**  ', '**other**')
    assert 'item' not in hints(plain, Role.PROSE).values()
    second = '\n'.join(' '.join(reversed(line.split())) for line in rows.splitlines() if '*' in line)
    table = f'======= ==========\n{second}\n======= ==========\n'
    assert 'item' not in hints(table, Role.PROSE).values()


def test_list_of_what_has_types_is_one_of_settings() -> None:
    found = hints('``aa``\n    (``string``) One.\n\n``bb``\n    (``[]int``) Two.\n\n``cc``\n    Three.\n')
    assert (found['aa'], found['bb'], found['cc']) == ('setting',) * 3
    assert set(hints('``aa``\n    (``string``) One.\n').values()) == {''}
    prose = hints('``aa``\n    (string theory) One.\n\n``bb``\n    (map of it) Two.\n')
    assert set(prose.values()) == {''}
    untold = hints('``aa``\n    (``string``) One.\n\n``bb``\n    Two.\n\n``cc``\n    (see it) Three.\n')
    assert set(untold.values()) == {''}


def test_settings_of_a_page_about_variables() -> None:
    page = """
{title}
=====================

Specific settings
-----------------

``LOAD_IPS``
~~~~~~~~~~~~

Text
"""
    assert hints(page.format(title='Environment variables'), Role.HEADING)['LOAD_IPS'] == 'envvar'
    assert hints(page.format(title='What can be set      '), Role.HEADING)['LOAD_IPS'] == 'setting'


TITLES = """
Page
====

Keys
----

{}

Long form of it
---------------

Words.
"""


def sections(*titles: str) -> str:
    return TITLES.format(''.join(f'{title}\n{"~" * len(title)}\n\nWords.\n\n' for title in titles))


def test_title_among_titles_that_are_names() -> None:
    found = hints(sections('port', 'user (optional)', 'strict_host_key', 'onOneServer'), Role.HEADING)
    assert {'port', 'user', 'strict_host_key', 'onOneServer'} <= found.keys()
    assert 'optional' not in found
    # too few of a name's form; too few that are one word; too few of all; those of another section
    assert 'port' not in hints(sections('port', 'user', 'strict_host_key'), Role.HEADING)
    others = ['strict_host_key', 'onOneServer', 'words of it', 'more of it']
    assert 'port' not in hints(sections('port', *others), Role.HEADING)
    assert 'port' not in hints(sections('port', 'strict_host_key'), Role.HEADING)
    alone = sections('strict_host_key', 'onOneServer', 'user_name') + '\nOthers\n------\n\nport\n~~~~\n\nWords.\n'
    assert 'port' not in hints(alone, Role.HEADING)
    assert 'user_name' in hints(alone, Role.HEADING)


def table(*names: str, head: str = 'Field') -> str:
    return f'.. list-table::\n   :header-rows: 1\n\n   * - {head}\n     - Words\n' + ''.join(
        f'   * - {name}\n     - Said of it, as port.\n' for name in names
    )


def test_cell_among_cells_that_are_names() -> None:
    assert {'jwt', 'token'} <= hints(table('jwt', 'token', 'seedKey', 'tls_cert'), *Role).keys()
    assert {'tags', 'summary'} <= hints(table(':no-doc', ':tags', ':summary'), *Role).keys()
    assert 'tags' not in hints(table('tags', 'summary', 'no-doc'), *Role)
    assert 'jwt' not in hints(table('jwt', 'seedKey', 'tls_cert', 'many words', 'more words'), *Role)
    assert 'port' not in hints(table('seedKey', 'tls_cert', 'user_name'), *Role)


@pytest.mark.parametrize('row', ['{0}\n{1}\n\nWords.\n\n', '   {0},Words\n'])
def test_what_stands_beside_a_title_or_cell_is_looked_at_once(monkeypatch: pytest.MonkeyPatch, row: str) -> None:
    looked_at: list[object] = []
    beside = callings._beside

    def look(around: nodes.Element) -> Iterator[nodes.Node]:
        looked_at.append(around)
        return beside(around)

    monkeypatch.setattr(callings, '_beside', look)
    names = [f'size_of_{letter}' for letter in 'abcdefgh']
    rows = ''.join(row.format(name, '-' * len(name)) for name in names)
    over = '' if row.startswith('{') else 'Words.\n\n.. csv-table::\n\n'
    found = hints(f'Page\n====\n\n{over}{rows}', Role.HEADING, Role.PROSE, Role.LITERAL)
    assert found.keys() >= set(names)
    assert len(looked_at) == len({id(around) for around in looked_at}) <= 2
