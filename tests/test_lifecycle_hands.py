"""Who has a hand in pages besides the packaged templates: no page of theirs is left as it was, and no other is made anew."""

from __future__ import annotations

from importlib.resources import files

import pytest

from conftest import MakeProject
from projects import assert_like_clean

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


@pytest.mark.parametrize(
    ('given', 'warnings'),
    [
        ("html_context = {'words': words}\n", [UNPICKLED]),
        (GLOBAL, []),
    ],
)
def test_function_that_templates_call(make_project: MakeProject, given: str, warnings: list[str]) -> None:
    layout = '{% extends "!layout.html" %}{% block footer %}{{ words(pagename) }}{{ super() }}{% endblock %}\n'
    project = make_project({**FILES, 'templates/layout.html': layout}, templates_path=['templates'])
    conf = project.source / 'conf.py'
    conf.write_text(conf.read_text(encoding='utf-8') + WORDS + given, encoding='utf-8')
    before = project.build(warnings=warnings).text('kw/doc/a.html')
    assert ' words' in before
    project.edit('a.rst', '``other_one`` and', '``other_one`` and some more words and')
    built = project.build(warnings=warnings)
    assert built.text('kw/doc/a.html') != before
    assert_like_clean(project, built, warnings=warnings)
