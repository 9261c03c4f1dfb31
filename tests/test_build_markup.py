"""What every sort of markup contributes, in reStructuredText and Markdown alike, as the export has it."""

from __future__ import annotations

from typing import Any

import pytest

from conftest import MakeProject
from projects import Built

Expected = dict[str, tuple[str, list[str]]]
"""Keyword -> anchor and roles of its locator in the document."""

CASES: dict[str, tuple[str, Expected, list[str]]] = {
    'inline.rst': (
        """
        Inline
        ======

        A ``plain_literal``, :file:`etc/some.conf`, :command:`runner`, :envvar:`MY_ENV`, :mimetype:`text/x-thing`,
        :abbr:`ABBR (an abbreviation)`, :kbd:`Ctrl_C`, :guilabel:`Menu_Item`, :samp:`some {var_part}`, ``--some-flag=3``,
        ``call_me(arg_one)``, ``@decorated_by``, and ordinary words. An e-mail to me_too@example.org, a link to
        https://example.org/path_name, and :math:`x_y`.
        """,
        {
            'plain_literal': ('inline', ['literal']),
            'etc/some.conf': ('inline', ['literal']),
            'runner': ('inline', ['literal']),
            'MY_ENV': ('inline', ['reference']),
            'text/x-thing': ('inline', ['literal']),
            'ABBR': ('inline', ['literal']),
            '--some-flag': ('inline', ['literal']),
            'call_me': ('inline', ['literal']),
            'decorated_by': ('inline', ['literal']),
        },
        ['Ctrl_C', 'Menu_Item', 'x_y', 'me_too', 'path_name', 'ordinary', 'words', 'Inline', 'An'],
    ),
    'inline_md.md': (
        """
        # Inline in Markdown

        A `md_literal`, {file}`etc/md.conf`, {envvar}`MD_ENV`, a link to <https://example.org/md_path>,
        a [text `md_linked`](https://example.org), and **strong_words** of prose_name.

        | Head       | `md_cell` |
        | ---------- | --------- |
        | `md_first` | cell      |

        ```{note}
        An `md_noted` admonition.
        ```
        """,
        {
            'md_literal': ('inline-in-markdown', ['literal']),
            'etc/md.conf': ('inline-in-markdown', ['literal']),
            'MD_ENV': ('inline-in-markdown', ['reference']),
            'md_linked': ('inline-in-markdown', ['literal']),
            'strong_words': ('inline-in-markdown', ['prose']),
            'prose_name': ('inline-in-markdown', ['prose']),
            'md_cell': ('inline-in-markdown', ['literal']),
            'md_first': ('inline-in-markdown', ['literal']),
            'md_noted': ('inline-in-markdown', ['literal']),
        },
        ['md_path', 'Head'],
    ),
    'blocks.rst': (
        """
        Blocks
        ======

        Code
        ----

        .. code-block:: python
           :caption: Of ``caption_name``

           from any_package import AnyThing as alias_name
           # a comment_name

           @wrapper_of
           def own_function(parameter_name):
               return AnyThing.build_it("a string")

        Session
        -------

        >>> import doc_module
        >>> doc_module.doc_call(1)
        output_name

        .. code-block:: console

           $ run-me --deep-flag $SHELL_VAR
           printed_name

        Unknown
        -------

        .. code-block:: c

           #include <any_header.h>
           static int c_function(struct c_struct *it) { return c_call(it->c_field); }

        Plain
        -----

        ::

            literal_block_name = 3
        """,
        {
            'any_package': ('code', ['code']),
            'any_package.AnyThing': ('code', ['code']),
            'own_function': ('code', ['code']),
            'wrapper_of': ('code', ['code']),
            'caption_name': ('code', ['literal']),
            'AnyThing.build_it': ('code', ['code']),
            'doc_module': ('session', ['code']),
            'doc_module.doc_call': ('session', ['code']),
            'run-me': ('session', ['code']),
            '--deep-flag': ('session', ['code']),
            'SHELL_VAR': ('session', ['code']),
            'any_header.h': ('unknown', ['code']),
            'c_function': ('unknown', ['code']),
            'c_call': ('unknown', ['code']),
            'literal_block_name': ('plain', ['code']),
        },
        ['comment_name', 'alias_name', 'output_name', 'printed_name', 'return', 'def', 'static'],
    ),
    'structures.rst': (
        """
        Structures
        ==========

        .. list-table::
           :header-rows: 1

           * - ``table_head``
             - x
           * - ``table_cell``
             - y

        .. warning:: An ``admonished_name``.

        A note [#]_, a citation [Cit2002]_.

        .. [#] The ``footnoted_name``.
        .. [Cit2002] The ``cited_name``.

        a term of list
           The ``described_term``.

        .. figure:: none.png

           A ``captioned_figure``.

        .. topic:: A ``topic_title``

           With ``topic_name``.

        .. |sub| replace:: ``substituted_name``

        Here |sub|.

        .. only:: html

           An ``html_only_name``.

        .. only:: latex

           A ``latex_only_name``.

        .. raw:: html

           <table><tr><td><code>raw_name</code></td><td>some <i>words</i></td></tr></table>
           <script>var scripted_name = 1;</script>

        .. raw:: latex

           \\code{latex_raw_name}

        .. comment_of_mine ``commented_name``

        :field_name: ``field_value``
        """,
        {
            name: ('structures', ['literal'])
            for name in (
                'table_head',
                'table_cell',
                'admonished_name',
                'described_term',
                'captioned_figure',
                'topic_title',
                'topic_name',
                'substituted_name',
                'html_only_name',
                'raw_name',
                'field_value',
                'footnoted_name',
                'cited_name',
            )
        },
        ['latex_only_name', 'latex_raw_name', 'scripted_name', 'commented_name'],
    ),
    'objects.rst': (
        """
        Objects
        =======

        Words first.

        .. py:module:: pkg.mod

        The :py:mod:`pkg.mod` itself.

        .. py:module:: pkg.quiet
           :no-index-entry:

        The ``pkg.quiet`` one.

        .. py:currentmodule:: pkg.mod

        .. py:class:: Thing(size)

           A thing.

           .. py:attribute:: width

              Its width.

        .. py:exception:: BadThing

        .. py:data:: LIMIT

        .. c:function:: int c_entry(char *name)

        .. cpp:class:: ns::Klass

        .. js:function:: jsCall(a)

        .. rst:directive:: drawing

        .. option:: --colour <name>

        .. envvar:: THING_HOME

        .. confval:: thing_setting

        .. glossary::

           thing of things
              A term.

        .. py:function:: hidden()
           :no-index:

           Described without an entry.

        .. py:attribute:: unread_name = 'day'
        """,
        {
            'pkg.mod': ('objects', ['definition', 'reference']),
            'pkg.quiet': ('objects', ['definition', 'literal']),
            'pkg.mod.Thing': ('pkg.mod.Thing', ['definition']),
            'pkg.mod.Thing.width': ('pkg.mod.Thing.width', ['definition']),
            'pkg.mod.BadThing': ('pkg.mod.BadThing', ['definition']),
            'pkg.mod.LIMIT': ('pkg.mod.LIMIT', ['definition']),
            'c_entry': ('c.c_entry', ['definition']),
            'jsCall': ('jsCall', ['definition']),
            'drawing': ('directive-drawing', ['definition']),
            '--colour': ('cmdoption-colour', ['definition']),
            'THING_HOME': ('envvar-THING_HOME', ['definition']),
            'thing_setting': ('confval-thing_setting', ['definition']),
            'thing of things': ('objects', ['entry']),
            'hidden': ('objects', ['literal']),
            'unread_name': ('objects', ['literal']),
        },
        ["unread_name = 'day'"],
    ),
    'references.rst': (
        """
        References
        ==========

        To :py:class:`~pkg.mod.Thing`, :py:meth:`no.such_method`, :py:attr:`the width <pkg.mod.Thing.width>`,
        :option:`--colour`, :term:`thing of things`, :doc:`objects`, :ref:`genindex`, :ref:`odd_label`, :pep:`8`,
        :c:func:`c_entry`.
        """,
        {
            'pkg.mod.Thing': ('references', ['reference']),
            'no.such_method': ('references', ['reference']),
            '--colour': ('references', ['reference']),
            'thing of things': ('references', ['reference']),
            'c_entry': ('references', ['reference']),
            'PEP 8': ('references', ['literal']),
        },
        ['Objects', 'the width', 'odd_label', 'heading_literal'],
    ),
    'entries.rst': (
        """
        Entries
        =======

        .. index:: ! lazy thinking

        Here is some lazy thinking. More :index:`inline entry`.

        .. index:: single: eager loading; of things

        Eager loading
        -------------

        It is what eager loading means.

        .. index:: see: somewhere; elsewhere

        .. index:: never said here
        """,
        {
            'lazy thinking': ('entries', ['entry']),
            'inline entry': ('entries', ['entry']),
            'eager loading': ('eager-loading', ['entry']),
        },
        ['somewhere', 'elsewhere', 'never said here'],
    ),
    'headings.rst': (
        """
        The heading_name of all
        =======================

        .. _odd_label:

        Using ``heading_literal``
        -------------------------

        And so on.

        :py:class:`pkg.mod.Thing` in a heading
        --------------------------------------

        Words.
        """,
        {
            'heading_name': ('the-heading-name-of-all', ['heading']),
            'heading_literal': ('using-heading-literal', ['heading']),
            'pkg.mod.Thing': ('pkg-mod-thing-in-a-heading', ['heading']),
        },
        ['Using'],
    ),
}


@pytest.fixture(scope='module')
def built(module_project: MakeProject) -> Built:
    index = 'Top\n===\n\n.. toctree::\n   :glob:\n\n   *\n'
    project = module_project(
        {'index.rst': index, 'none.png': '', **{name: text for name, (text, _expected, _absent) in CASES.items()}},
        extensions=['sphinx_kwindex', 'myst_parser'],
        html_theme='basic',
        suppress_warnings=['ref.option', 'image.not_readable'],
    )
    return project.build()


def here(built: Built, docname: str) -> dict[str, tuple[str, list[str]]]:
    """The keywords of one document, each with the anchor and the roles of its first locator there."""
    found: dict[str, tuple[str, list[str]]] = {}
    for name, keyword in built.keywords.items():
        places: list[dict[str, Any]] = [locator for locator in keyword['locators'] if locator['doc'] == docname]
        if places:
            found[name] = (places[0]['anchor'], places[0]['roles'])
    return found


@pytest.mark.parametrize('name', sorted(CASES))
def test_what_is_found(built: Built, name: str) -> None:
    _text, expected, absent = CASES[name]
    found = here(built, name.rpartition('.')[0])
    assert {name: found.get(name) for name in expected} == expected
    assert [name for name in absent if name in found] == []


def test_nothing_is_counted_twice(built: Built) -> None:
    for name in ('MY_ENV', 'MD_ENV', 'plain_literal', 'captioned_figure', 'topic_title', 'inline entry', 'jsCall'):
        assert built.keywords[name]['count'] == 1, name


def test_contexts_are_short_and_hold_the_name(built: Built) -> None:
    for name, keyword in built.keywords.items():
        last = name.rpartition('.')[2].rpartition('::')[2]
        for locator in keyword['locators']:
            assert len(locator['context']) <= 120
            assert any(spelling in locator['context'] for spelling in (last, *keyword['variants'])), (name, locator)


def test_kinds(built: Built) -> None:
    kinds = {name: keyword['kind'] for name, keyword in built.keywords.items()}
    expected = {
        'pkg.mod': 'module',
        'pkg.mod.Thing': 'class',
        'pkg.mod.BadThing': 'exception',
        'pkg.mod.LIMIT': 'constant',
        'pkg.mod.Thing.width': 'attribute',
        'c_entry': 'function',
        '--colour': 'option',
        'THING_HOME': 'envvar',
        'thing_setting': 'setting',
        'thing of things': 'term',
        'etc/some.conf': 'file',
        'run-me': 'command',
        'PEP 8': 'protocol',
    }
    assert {name: kinds[name] for name in expected} == expected


def test_markdown_says_the_same_as_restructuredtext(make_project: MakeProject) -> None:
    """The same document in both markups gives the same keywords, sections and counts."""
    project = make_project(
        {
            'index.rst': 'Top\n===\n\n.. toctree::\n\n   one\n   two\n',
            'one.rst': """
                Same thing
                ==========

                A ``same_literal`` and :py:func:`same.call` in prose_of_mine.

                First part
                ----------

                .. code-block:: python

                   import same_module

                .. note:: An ``inner_note``.

                .. py:class:: SameOne

                   It has ``inner_one``.
                """,
            'two.md': """
                # Same thing

                A `same_literal` and {py:func}`same.call` in prose_of_mine.

                ## First part

                ```python
                import same_module
                ```

                ```{note}
                An `inner_note`.
                ```

                ```{py:class} SameTwo
                It has `inner_one`.
                ```
                """,
        },
        extensions=['sphinx_kwindex', 'myst_parser'],
        html_theme='basic',
    )
    built = project.build()

    def told(docname: str) -> list[tuple[Any, ...]]:
        rows = [
            (name.replace('One', 'X').replace('Two', 'X'), x['path'], x['roles'], x['count'], x['context'])
            for name, keyword in built.keywords.items()
            for x in keyword['locators']
            if x['doc'] == docname
        ]
        return sorted((name, [part[:4] for part in path], *rest[:2]) for name, path, *rest in rows)

    assert told('one') == told('two')
    assert len(told('one')) == 7
