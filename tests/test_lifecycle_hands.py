"""Who has a hand in pages besides the packaged templates: no page of theirs is left as it was, and no other is made anew."""

from __future__ import annotations

from importlib.resources import files

import pytest

from conftest import MakeProject
from projects import Project, assert_like_clean

FILES = {
    'index.rst': 'T\n=\n\n``load_all`` and ``get_url``.\n\n.. toctree::\n\n   a\n   guide/b\n',
    'a.rst': 'A\n=\n\n``other_one`` and ``load_all``.\n',
    'guide/b.rst': 'B\n=\n\n``names_there`` and ``load_all``.\n',
}
MACROS = files('sphinx_kwindex') / 'templates' / 'kwindex' / 'macros.html'


@pytest.mark.parametrize('theme', ['alabaster', 'classic', 'furo', 'sphinx_rtd_theme'])
def test_edit_of_plain_words_has_one_page_rendered_in_any_theme(make_project: MakeProject, theme: str) -> None:
    project = make_project(FILES, html_theme=theme)
    assert len(set(project.build().rendered)) > 1
    project.edit('a.rst', '``other_one`` and', '``other_one`` or else')
    built = project.build()
    assert built.read == ['a']
    assert len(built.rendered) == 1 + ('kw-index' in built.rendered)
    assert_like_clean(project, built)


PRINTED = '<dt>{{ headed(keyword, href) }}{{ kind_of(keyword.kind) }}</dt>'


def test_own_markup_that_prints_more_than_ours(make_project: MakeProject) -> None:
    packaged = MACROS.read_text(encoding='utf-8')
    assert packaged.count(PRINTED) == 1
    own = packaged.replace(PRINTED, PRINTED.replace('</dt>', ' {{ mentions(keyword.count) }}</dt>'))
    project = make_project({**FILES, 'templates/kwindex/macros.html': own}, templates_path=['templates'])
    page = project.build().text('kw/folder/guide/index.html')
    project.edit('a.rst', '``load_all``', '``load_all``, ``load_all``')
    built = project.build()
    assert built.read == ['a']
    assert built.text('kw/folder/guide/index.html') != page
    assert_like_clean(project, built)


UNPICKLED = (
    "WARNING: cannot cache unpickleable configuration value: 'html_context' (because it contains a function, class, "
    'or module object) [config.cache]'
)
GLOBAL = """
def setup(app):
    app.connect('builder-inited', lambda app: app.builder.templates.environment.globals.update(words=words))
"""
WORDS = """
from pathlib import Path
_source = Path(__file__).parent

def words(pagename):
    path = _source / (pagename.removeprefix('kw/doc/') + '.rst')
    return f'{len(path.read_text().split())} words' if pagename.startswith('kw/doc/') and path.exists() else ''

"""


def _with_words(make_project: MakeProject, given: str, shown: str) -> Project:
    layout = '{% extends "!layout.html" %}{% block footer %}' + shown + '{{ super() }}{% endblock %}\n'
    project = make_project({**FILES, 'templates/layout.html': layout}, templates_path=['templates'])
    conf = project.source / 'conf.py'
    conf.write_text(conf.read_text(encoding='utf-8') + WORDS + given, encoding='utf-8')
    return project


EDITS = ['``other_one`` and some more words and', '``other_one`` and\n\n.. A remark\n\nand']


@pytest.mark.parametrize('edited', EDITS)
@pytest.mark.parametrize(
    ('given', 'warnings'),
    [
        ("html_context = {'words': words}\n", [UNPICKLED]),
        (GLOBAL, []),
    ],
)
def test_function_that_templates_call(make_project: MakeProject, given: str, warnings: list[str], edited: str) -> None:
    project = _with_words(make_project, given, '{{ words(pagename) }}')
    before = project.build(warnings=warnings).text('kw/doc/a.html')
    assert ' words' in before
    project.edit('a.rst', '``other_one`` and', edited)
    built = project.build(warnings=warnings)
    assert built.text('kw/doc/a.html') != before
    assert_like_clean(project, built, warnings=warnings)


ALL = ['kw-index', 'kw/doc/a', 'kw/doc/guide/b', 'kw/doc/index', 'kw/folder/guide/index', 'kw/folder/index']


@pytest.mark.parametrize('where', ['True', "pagename.startswith('kw/doc/')"])
def test_what_all_pages_or_all_of_a_sort_tell_of_one_document(make_project: MakeProject, where: str) -> None:
    project = _with_words(make_project, GLOBAL, f"{{% if {where} %}}{{{{ words('kw/doc/a') }}}}{{% endif %}}")
    before = project.build().text('kw/doc/guide/b.html')
    project.edit('a.rst', '``other_one`` and', EDITS[0])
    built = project.build()
    assert sorted(set(built.rendered)) == ALL
    assert built.text('kw/doc/guide/b.html') != before
    assert_like_clean(project, built)


def test_pages_of_other_documents_are_left_alone(make_project: MakeProject) -> None:
    """However many they are, eight of them show that what others put on pages is as it was."""
    many = {f'many/d{number:02}.rst': f'D {number}\n====\n\n``load_all``.\n' for number in range(40)}
    project = make_project({**FILES, **many, 'a.rst': FILES['a.rst'] + '\n.. toctree::\n   :glob:\n\n   many/*\n'})
    conf = project.source / 'conf.py'
    conf.write_text(conf.read_text(encoding='utf-8') + WORDS + GLOBAL, encoding='utf-8')
    assert len(set(project.build().rendered)) == len(ALL) + 41
    project.edit('a.rst', '``other_one`` and', EDITS[0])
    built = project.build()
    rendered = set(built.rendered)
    assert rendered >= {'kw/doc/a', 'kw/folder/index'}
    assert len(rendered - {'kw/doc/a', 'kw/folder/index', 'kw-index'}) <= 9
    assert_like_clean(project, built)
