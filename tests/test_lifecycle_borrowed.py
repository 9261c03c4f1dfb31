"""What a document shows of others is not its own: after the others change, its row is right though nobody resolves it."""

from __future__ import annotations

import sqlite3

import pytest

from conftest import MakeProject
from projects import BuildFailed, Built, Project, assert_like_clean, assert_same

OTHER = '.. _place:\n\nInstalling OldThing\n===================\n\nWords.\n\n.. py:class:: foo.Bar\n'
EXTENSION = """
    from docutils import nodes
    from docutils.parsers.rst import Directive
    from sphinx import addnodes

    class box(nodes.General, nodes.Element):
        pass

    class Box(Directive):
        has_content = True

        def run(self):
            node = box()
            for line in self.content:
                reference = addnodes.pending_xref(
                    '', nodes.inline(line, line), refdomain='std', reftype='ref', reftarget=line, refexplicit=False,
                    refdoc=self.state.document.settings.env.docname, refwarn=True)
                node += reference
            return [node]

    def draw(self, node):
        raise nodes.SkipNode

    def setup(app):
        app.add_node(box, html=(draw, None))
        app.add_directive('box', Box)
        return {'parallel_read_safe': True, 'parallel_write_safe': True}
"""
SHOWING = {
    'parsed-literal': '.. parsed-literal::\n\n   see :ref:`place` now, and ``own_name``\n',
    'annotation': '.. py:function:: own_name(x: foo.Bar) -> foo.Bar\n',
    'list field': ':param own_name: see :ref:`place`\n',
    'container': '``own_name``\n\n.. box::\n   place\n',
}


def showing(make_project: MakeProject, text: str) -> Project:
    project = make_project(
        {
            'index.rst': 'Top\n===\n\n.. toctree::\n\n   a\n   b\n',
            'a.rst': f'Showing\n=======\n\n{text}',
            'b.rst': OTHER,
            'boxes.py': EXTENSION,
        },
        extensions=['sphinx_kwindex', 'boxes'],
        python_use_unqualified_type_names=True,
        html_theme='basic',
    )
    conf = (project.source / 'conf.py').read_text(encoding='utf-8')
    header = 'import sys\nfrom pathlib import Path\nsys.path.insert(0, str(Path(__file__).parent))\n'
    project.write({'conf.py': f'{header}sys.dont_write_bytecode = True\n{conf}'})
    return project


@pytest.mark.parametrize('way', SHOWING)
def test_text_of_another_document(make_project: MakeProject, way: str) -> None:
    project = showing(make_project, SHOWING[way])
    built = project.build()
    assert 'own_name' in built.keywords
    assert [docname for docname, _anchor in built.places('OldThing')] == ['b']
    project.edit('b.rst', 'Installing OldThing', 'Installing NewThing')
    project.edit('b.rst', 'foo.Bar', 'foo.Baz')
    built = project.build()
    assert 'a' not in built.resolved
    assert 'OldThing' not in built.keywords
    assert [docname for docname, _anchor in built.places('NewThing')] == ['b']
    assert_like_clean(project, built)


def candidates(make_project: MakeProject, number: int) -> Project:
    """Documents that define methods of one name, and refer to it in a way that fits them all."""
    files = {
        f'd{n:02}.rst': f':orphan:\n\nD{n}\n===\n\n.. py:method:: K{n:02}.load_it()\n\nTo :py:meth:`.load_it`.\n'
        for n in range(number)
    }
    return make_project(
        {'index.rst': 'Top\n===\n\nWords.\n', **files}, suppress_warnings=['ref.python'], html_theme='basic'
    )


def test_reference_that_fits_several(make_project: MakeProject) -> None:
    project = candidates(make_project, 3)
    built = project.build()
    assert len(built.keywords['K00.load_it']['locators']) == 4
    project.touch('d00.rst')
    built = project.build()
    assert built.resolved == ['d00']
    assert_like_clean(project, built)


def test_reference_that_fits_several_in_parallel(make_project: MakeProject) -> None:
    project = candidates(make_project, 12)
    built = project.build('html', '-j4')
    assert built.facts('parallel') == [True]
    assert_same(built, project.clean_build())


def test_term_that_two_glossaries_define(make_project: MakeProject) -> None:
    glossary = 'Terms\n=====\n\n.. glossary::\n\n   widget\n      Meaning.\n'
    project = make_project(
        {'index.rst': 'Top\n===\n\n.. toctree::\n\n   a\n   b\n', 'a.rst': glossary, 'b.rst': glossary}
    )
    built = project.build(warnings=['WARNING: duplicate term description of widget, other instance in a'])
    assert built.places('widget') == [('a', 'terms'), ('b', 'terms')]
    project.delete('b.rst')
    project.edit('index.rst', '   b\n', '')
    built = project.build()
    assert 'a' not in built.resolved
    assert built.keywords['widget']['defined']
    assert_like_clean(project, built)


def test_module_that_two_documents_define(make_project: MakeProject) -> None:
    text = 'Part\n====\n\nWords.\n\n.. py:module:: foo.bar\n\nThe module ``foo.bar``.\n'
    files = {'index.rst': 'Top\n===\n\n.. toctree::\n\n   a\n   b\n', 'a.rst': text, 'b.rst': text}
    project = make_project(files, html_theme='basic')
    for _build in range(2):
        with pytest.raises(BuildFailed, match='duplicate'):
            project.build()
        locators = Built(project.out(), '').keywords['foo.bar']['locators']
        assert [(x['doc'], x['roles']) for x in locators] == [
            ('a', ['definition', 'literal']),
            ('b', ['definition', 'literal']),
        ]
        project.touch('a.rst')
    project.delete('b.rst')
    project.edit('index.rst', '   b\n', '')
    built = project.build()
    assert built.keywords['foo.bar']['kind'] == 'module'
    assert_like_clean(project, built)


def test_names_of_javascript_modules(make_project: MakeProject) -> None:
    text = 'Code\n====\n\n.. js:module:: m\n\n.. js:function:: foo_bar(x)\n'
    files = {'index.rst': 'Top\n===\n\n.. toctree::\n\n   a\n   b\n', 'a.rst': text, 'b.rst': text}
    project = make_project(files, html_theme='basic')
    with pytest.raises(BuildFailed, match='duplicate'):
        project.build()
    # The domain remembers one of the two.
    assert list(Built(project.out(), '').keywords) == ['m.foo_bar']


def test_what_ifconfig_leaves_out(make_project: MakeProject) -> None:
    text = """
        Top
        ===

        .. ifconfig:: release == '1.0'

           Here ``shown_name``.

        .. ifconfig:: False

           .. py:function:: hidden_fn()

        .. ifconfig:: release == '2.0'

           Here ``later_name``.
        """
    project = make_project({'index.rst': text}, extensions=['sphinx_kwindex', 'sphinx.ext.ifconfig'])
    built = project.build()
    assert list(built.keywords) == ['shown_name']
    assert 'later_name' not in built.text('index.html')
    export = project.build('kwindex')
    assert list(export.keywords) == ['shown_name']
    project.edit('index.rst', "release == '2.0'", "html_title == 'Two'")
    project.build('kwindex')
    # An option that makes Sphinx read nothing decides the condition.
    export = project.build('kwindex', '-D', 'html_title=Two')
    assert export.read == []
    assert sorted(export.keywords) == ['later_name', 'shown_name']


def test_store_that_is_lost_while_it_is_refilled(make_project: MakeProject) -> None:
    files = {f'd{n}.rst': f':orphan:\n\nD{n}\n===\n\nA ``name_{n}``.\n' for n in range(4)}
    project = make_project({'index.rst': 'Top\n===\n\nWords.\n', **files})
    before = project.build().ours()
    with sqlite3.connect(project.store) as connection:
        connection.execute("DELETE FROM document WHERE docname = 'd2'")
        connection.execute(
            "CREATE TRIGGER fault BEFORE INSERT ON document BEGIN SELECT RAISE(ABORT, 'a fault of the disk'); END"
        )
    connection.close()
    built = project.build()
    assert built.output.count('(a fault of the disk); it is built anew') == 1
    assert built.ours() == before
    assert project.build().resolved == []


def test_document_whose_tree_names_another_source(make_project: MakeProject) -> None:
    """It can't be told from a tree that somebody made up, so it has no keywords; its page is there all the same."""
    project = make_project({'index.rst': 'Top\n===\n\nA ``any_name``.\n'})
    hook = (
        '\n\ndef on_read(app, doctree):\n    doctree["source"] = "elsewhere.rst"\n\n\n'
        'def setup(app):\n    app.connect("doctree-read", on_read)\n'
    )
    with (project.source / 'conf.py').open('a', encoding='utf-8') as file:
        file.write(hook)
    built = project.build()
    assert built.has('kw/doc/index.html')
    assert 'No keywords stand in this document.' in built.text('kw/doc/index.html')
    assert_like_clean(project, project.build())
    project.edit('conf.py', 'app.connect', '(lambda *_: None)')
    project.touch('index.rst')
    built = project.build()
    assert list(built.keywords) == ['any_name']
    assert_like_clean(project, built)


def test_document_that_was_refused_for_a_time(make_project: MakeProject) -> None:
    """Nothing is read again when the reason goes, so the empty row must not count as fresh."""
    project = make_project({'index.rst': 'Top\n===\n\nA ``any_name``.\n'})
    hook = (
        '\n\ndef on_resolved(app, doctree, docname):\n    if app.config.odd:\n        doctree["source"] = "elsewhere.rst"\n\n\n'
        'def setup(app):\n    app.add_config_value("odd", True, "")\n'
        '    app.connect("doctree-resolved", on_resolved, priority=50)\n'
    )
    with (project.source / 'conf.py').open('a', encoding='utf-8') as file:
        file.write(hook)
    assert project.build().keywords == {}
    built = project.build('html', '-D', 'odd=0')
    assert built.read == []
    assert list(built.keywords) == ['any_name']
    assert_like_clean(project, built, '-D', 'odd=0')


def test_file_renamed_to_another_suffix(make_project: MakeProject) -> None:
    """A plain move keeps the time, so Sphinx reads nothing, and its tree names the file that is gone."""
    suffixes = {'.rst': 'restructuredtext', '.txt': 'restructuredtext'}
    files = {'index.rst': 'Top\n===\n\n.. toctree::\n\n   a\n', 'a.rst': 'A\n=\n\nThe ``name_a``.\n'}
    project = make_project(files, source_suffix=suffixes)
    project.build()
    project.rename('a.rst', 'a.txt')
    project.store.unlink()
    built = project.build()
    assert built.read == []
    assert built.places('name_a') == [('a', 'a')]
    assert built.documents['a']['source'] == 'a.txt'
    assert_like_clean(project, built)


def test_entries_that_descriptions_make(make_project: MakeProject) -> None:
    """Sphinx's own entry of an object that another document defines too is no hand-made one."""
    text = 'Part\n====\n\nA built-in function and an environment variable.\n\n.. py:function:: foo_fn()\n\n.. envvar:: FOO_VAR\n'
    files = {'index.rst': 'Top\n===\n\n.. toctree::\n\n   a\n   b\n', 'a.rst': text, 'b.rst': text}
    project = make_project(files, suppress_warnings=['*'], html_theme='basic')
    with pytest.raises(BuildFailed, match='duplicate'):
        project.build()
    assert sorted(Built(project.out(), '').keywords) == ['FOO_VAR', 'foo_fn']
    project.touch('a.rst')
    with pytest.raises(BuildFailed, match='duplicate'):
        project.build()
    assert sorted(Built(project.out(), '').keywords) == ['FOO_VAR', 'foo_fn']
    project.delete('b.rst')
    project.edit('index.rst', '   b\n', '')
    built = project.build()
    assert 'a' not in built.resolved
    assert_like_clean(project, built)


def test_links_of_other_extensions_are_no_part_of_a_context(make_project: MakeProject) -> None:
    files = {
        'index.rst': 'Top\n===\n\n.. automodule:: viewed\n   :members:\n',
        'viewed.py': '"""A module."""\n\n\ndef go_on(x):\n    """It goes on."""\n',
    }
    extensions = ['sphinx_kwindex', 'sphinx.ext.autodoc', 'sphinx.ext.viewcode']
    project = make_project(files, extensions=extensions, html_theme='basic')
    conf = (project.source / 'conf.py').read_text(encoding='utf-8')
    project.write(
        {'conf.py': f'import sys\nsys.path.insert(0, {str(project.source)!r})\nsys.dont_write_bytecode = True\n{conf}'}
    )
    built = project.build()
    assert '[source]' in built.text('index.html')
    assert [x['context'] for x in built.keywords['viewed.go_on']['locators']] == ['viewed.go_on(x)']


def test_reference_in_bold_that_an_item_begins_with(make_project: MakeProject) -> None:
    """What it shows is the title of another document, so it is no option that the list explains."""
    files = {
        'index.md': '# Top\n\n```{toctree}\na\nb\nc\n```\n',
        'a.md': '(one)=\n# alpha\n\nThe `name_a`.\n',
        'b.md': '(two)=\n# beta\n\nThe `name_b`.\n',
        'c.md': '# Items\n\n- **{ref}`one`** holds it\n- **{ref}`two`** holds the rest\n- **output** is `name_c`\n',
    }
    extensions = ['sphinx_kwindex', 'myst_parser']
    project = make_project(files, extensions=extensions, html_theme='basic')
    assert set(project.build().keywords) == {'name_a', 'name_b', 'name_c'}
    project.edit('a.md', '# alpha', '# gamma')
    built = project.build()
    assert 'gamma' in built.text('a.html')
    assert set(built.keywords) == {'name_a', 'name_b', 'name_c'}
    assert 'a' in built.resolved
    assert 'c' not in built.resolved  # Sphinx leaves the old title on its page
    assert_like_clean(project, built)
