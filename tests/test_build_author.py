"""What an author says by hand, in reStructuredText and Markdown alike: terms, blocks and documents left out, change logs."""

from __future__ import annotations

import pytest

from conftest import MakeProject
from projects import Built

CONF = {
    'extensions': ['sphinx_kwindex', 'myst_parser'],
    'myst_enable_extensions': ['attrs_inline', 'attrs_block'],
    'html_theme': 'basic',
    'kwindex_terms': ['lazy loading', 'inode', 'many-to-one relationship', 'no term', 'kept term'],
    'kwindex_include': ['^wanted_word$', 'wanted phrase'],
}
FILES = {
    'index.rst': """
        Top
        ===

        .. toctree::
           :glob:

           *
        """,
    'terms_rst.rst': """
        Of Lazy Loading
        ===============

        Inodes are loaded *lazily*: *lazy*
        **loading**, with a many-to-one
        relationship, and an inode's ``inode`` of ``Inode``.

        Kept apart: `lazy <https://example.org>`__, loading.

        .. index:: Lazy loading

        Deeper
        ------

        Again lazy loading::

            lazy loading
        """,
    'terms_md.md': """
        # Of Lazy Loading

        Inodes are loaded *lazily*: *lazy*
        **loading**, with a many-to-one
        relationship, and an inode's `inode` of `Inode`.

        ## Deeper

        Again lazy loading.
        """,
    'blocks_rst.rst': """
        .. role:: no-kwindex

        Blocks with a :no-kwindex:`title_out`
        =====================================

        Before ``stays_before``; :no-kwindex:`a span_out of wanted phrase`, lazy :no-kwindex:`x` loading, ``stays_after``.

        .. rst-class:: no-kwindex

        A ``paragraph_out`` with inode, wanted_word and :py:func:`reference_out`.

        .. container:: no-kwindex

           .. index:: entry_out

           A ``container_out`` and entry_out.

        .. note::
           :class: no-kwindex

           Of ``admonition_out``.

        .. code-block:: python
           :class: no-kwindex

           code_out()

        .. code-block:: python
           :class: no-kwindex
           :caption: Of ``caption_out``

           captioned_out()

        .. rst-class:: no-kwindex

        .. code-block:: python
           :caption: Of ``caption_out``

           captioned_out()

        .. parsed-literal::

           **parsed_stays** :no-kwindex:`parsed_out`

        .. list-table:: Of ``table_out``
           :class: no-kwindex

           * - ``cell_out``

        .. rst-class:: no-kwindex

        .. py:function:: described_out(x: annotated_out)

           Returns ``content_out``.

           .. py:method:: inner_out()

        .. py:function:: described_stays(x)

           .. rst-class:: no-kwindex

           Of ``inside_out``.

        .. rst-class:: no-kwindex

        Section of ``heading_out``
        --------------------------

        A ``section_out``.

        Deeper
        ~~~~~~

        And ``deep_out``.

        After it
        --------

        And ``stays_last`` of :py:func:`described_out`.
        """,
    'blocks_md.md': """
        # Blocks with a [title_out]{.no-kwindex}

        Before `stays_before`; [a span_out of wanted phrase]{.no-kwindex}, lazy [x]{.no-kwindex} loading,
        `literal_out`{.no-kwindex}, [`link_out`](terms_md.md){.no-kwindex}, `stays_after`.

        {.no-kwindex}
        A `paragraph_out` with inode, wanted_word and {py:func}`reference_out`.

        ```{container} no-kwindex
        A `container_out`.
        ```

        ```{note}
        :class: no-kwindex

        Of `admonition_out`.
        ```

        {.no-kwindex}
        ```python
        code_out()
        ```

        ```{code-block} python
        :class: no-kwindex
        :caption: Of `caption_out`

        captioned_out()
        ```

        {.no-kwindex}
        | Of         |
        | ---------- |
        | `cell_out` |

        ```{rst-class} no-kwindex
        ```

        ```{py:function} described_md_out(x)
        Returns `content_out`.
        ```

        {.no-kwindex}
        ## Section of `heading_out`

        A `section_out`.

        ### Deeper

        And `deep_out`.

        ## After it

        And `stays_last`.
        """,
    'whole_rst.rst': """
        :no-kwindex:

        Whole
        =====

        A ``whole_out``.
        """,
    'whole_md.md': """
        ---
        no-kwindex: true
        ---
        # Whole

        A `whole_out`.
        """,
    'denied_rst.rst': """
        :no-kwindex: No

        Denied
        ======

        A ``denied_name``.
        """,
    'denied_md.md': """
        ---
        no-kwindex: false
        ---
        # Denied

        A `denied_name`.
        """,
    'titled_out.rst': """
        .. rst-class:: no-kwindex

        The ``whole_title``
        ===================

        A ``whole_out``.
        """,
}


@pytest.fixture(scope='module')
def built(module_project: MakeProject) -> Built:
    return module_project(FILES, **CONF).build('html', '-W', '--keep-going')


def locators(built: Built, name: str, docname: str) -> list[tuple[str, int, list[str]]]:
    keyword = built.keywords.get(name, {'locators': []})
    return [(each['anchor'], each['count'], each['roles']) for each in keyword['locators'] if each['doc'] == docname]


@pytest.mark.parametrize(('docname', 'entries'), [('terms_rst', 1), ('terms_md', 0)])
def test_terms(built: Built, docname: str, entries: int) -> None:
    deeper = ['entry', 'prose'] if entries else ['prose']
    assert locators(built, 'lazy loading', docname) == [
        ('of-lazy-loading', 2, ['heading', 'prose']),
        ('deeper', 1 + entries, deeper),
    ]
    assert locators(built, 'inode', docname) == [('of-lazy-loading', 3, ['literal', 'prose'])]
    assert locators(built, 'Inode', docname) == [('of-lazy-loading', 1, ['literal'])]
    assert locators(built, 'many-to-one relationship', docname) == [('of-lazy-loading', 1, ['prose'])]


def test_terms_are_listed_as_their_author_spells_them(built: Built) -> None:
    terms = {name: built.keywords[name] for name in ('lazy loading', 'inode', 'many-to-one relationship')}
    assert {name: (term['kind'], term['variants']) for name, term in terms.items()} == {
        'lazy loading': ('term', ['Lazy Loading']),
        'inode': ('term', ['Inodes']),
        'many-to-one relationship': ('term', []),
    }
    assert 'no term' not in built.keywords
    assert not {'Lazy Loading', 'Lazy loading', 'Inodes'} & built.keywords.keys()


@pytest.mark.parametrize('docname', ['blocks_rst', 'blocks_md'])
def test_blocks_that_are_left_out(built: Built, docname: str) -> None:
    listed = built.documents[docname]['keywords']
    assert {'stays_before', 'stays_after', 'stays_last'} <= set(listed)
    # What one document leaves out another may still refer to; nothing defines it then.
    assert [name for name in listed if name.endswith('_out')] == (['described_out'] if docname == 'blocks_rst' else [])
    assert not set(CONF['kwindex_terms']) & set(listed)
    assert not {'wanted_word', 'wanted phrase'} & set(listed)


def test_what_stands_around_them_is_found(built: Built) -> None:
    assert locators(built, 'described_stays', 'blocks_rst') == [('described_stays', 1, ['definition'])]
    assert locators(built, 'parsed_stays', 'blocks_rst') != []
    assert not built.keywords['described_out']['defined']
    assert locators(built, 'described_out', 'blocks_rst') == [('after-it', 1, ['reference'])]
    assert 'described_md_out' not in built.keywords


@pytest.mark.parametrize('docname', ['blocks_rst', 'blocks_md'])
def test_titles_are_whole_and_contexts_are_not(built: Built, docname: str) -> None:
    assert built.documents[docname]['title'] == 'Blocks with a title_out'
    (locator,) = [each for each in built.keywords['stays_before']['locators'] if each['doc'] == docname]
    assert 'span_out' not in locator['context']
    assert 'Before stays_before; …, lazy … loading' in locator['context']
    page = built.text(f'kw/doc/{docname}.html')
    assert 'heading_out' not in page
    assert 'After it' in page


def test_documents_that_are_left_out(built: Built) -> None:
    assert not {'whole_rst', 'whole_md'} & built.documents.keys()
    for docname in ('whole_rst', 'whole_md'):
        assert not built.has(f'kw/doc/{docname}.html')
        assert 'Keywords of this page' not in built.text(f'{docname}.html')
        assert docname not in built.text('kw/folder/index.html')
    assert 'whole_out' not in built.keywords


def test_documents_that_say_no(built: Built) -> None:
    assert [docname for docname, _anchor in built.places('denied_name')] == ['denied_md', 'denied_rst']


def test_a_document_whose_one_section_is_left_out_keeps_its_title(built: Built) -> None:
    assert built.documents['titled_out']['title'] == 'The whole_title'
    assert built.documents['titled_out']['keywords'] == []


LOGS = {
    'index.rst': """
        Top
        ===

        .. toctree::

           NEWS
           news-history-api
           whatsnew/3.1
           guide
        """,
    'NEWS.md': '# News\n\nAll of `told_everywhere`, `told_twice`, `told_here`.\n\n## The `told_title`\n\nAnd `told_guide`.\n',
    'whatsnew/3.1.rst': 'New\n===\n\n``told_everywhere``, ``told_here`` and\n\n.. py:function:: told_guide()\n',
    'news-history-api.rst': 'News API\n========\n\nA ``told_twice``.\n',
    'guide.rst': 'Guide\n=====\n\nOf ``told_everywhere``, ``told_title`` and ``told_guide``.\n',
}


def test_change_logs_are_no_main_places(make_project: MakeProject) -> None:
    built = make_project(LOGS, **CONF).build()

    def order(name: str) -> list[str]:
        return [docname for docname, _anchor in built.places(name)]

    assert order('told_everywhere') == ['guide', 'NEWS', 'whatsnew/3.1']
    assert order('told_title') == ['guide', 'NEWS']
    assert order('told_twice') == ['news-history-api', 'NEWS']
    assert order('told_here') == ['NEWS', 'whatsnew/3.1']
    assert order('told_guide') == ['whatsnew/3.1', 'NEWS', 'guide']


def test_markup_that_is_left_out_gives_no_warning(make_project: MakeProject) -> None:
    project = make_project(FILES, **CONF)
    for builder in ('latex', 'text', 'kwindex'):
        project.build(builder, '-W', '--keep-going')
