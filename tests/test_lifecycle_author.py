"""What an author says by hand comes and goes: after every edit our markup and the export are those of a clean build."""

from __future__ import annotations

import pytest

import living
from conftest import MakeProject
from projects import Built, Project, assert_like_clean


@pytest.fixture
def project(make_project: MakeProject) -> Project:
    """The living documentation, built once."""
    project = make_project(living.FILES, **living.CONF)
    assert project.build().resolved == living.ALL
    return project


def check_opted_out(project: Project, built: Built) -> None:
    assert 'api/core' not in built.documents
    assert not built.has('kw/doc/api/core.html')
    assert 'Keywords of this page' not in built.text('api/core.html')
    assert 'kw/doc/api/core' not in built.text('kw/folder/api/index.html')
    assert not built.keywords['core.fetch']['defined']
    assert built.places('core.fetch') == [('guide/index', 'guide')]
    assert 'FetchError' not in built.keywords
    assert_like_clean(project, built)


@pytest.mark.parametrize('field', [':no-kwindex:', ':no-kwindex: true'])
def test_document_opts_out_and_back(project: Project, field: str) -> None:
    start = Built(project.out(), '').ours()
    text = (project.source / 'api/core.rst').read_text(encoding='utf-8')
    project.write({'api/core.rst': f'{field}\n\n{text}'})
    built = project.build()
    assert (built.read, built.resolved) == (['api/core'], ['api/core', 'index'])
    check_opted_out(project, built)
    again = project.build()
    assert (again.read, again.resolved) == ([], [])
    check_opted_out(project, again)
    project.write({'api/core.rst': text})
    back = project.build()
    assert (back.read, back.resolved) == (['api/core'], ['api/core', 'index'])
    assert back.ours() == start
    assert_like_clean(project, back)


def test_document_in_markdown_opts_out_and_back(project: Project) -> None:
    start = Built(project.out(), '').ours()
    text = (project.source / 'guide/setup.md').read_text(encoding='utf-8')
    project.write({'guide/setup.md': f'---\nno-kwindex: true\n---\n{text}'})
    built = project.build()
    assert (built.read, built.resolved) == (['guide/setup'], ['guide/setup', 'index'])
    assert 'guide/setup' not in built.documents
    assert 'CORE_HOME' not in built.keywords
    assert_like_clean(project, built)
    project.edit('guide/setup.md', 'true', 'false')
    back = project.build()
    assert (back.read, back.resolved) == (['guide/setup'], ['guide/setup', 'index'])
    assert back.ours() == start
    assert_like_clean(project, back)


def test_document_opts_out_with_another_builder(project: Project) -> None:
    project.write({'lone/page.rst': ':no-kwindex:\n\nLone page\n=========\n\nIt says ``lone_name``.\n'})
    project.build('dirhtml')
    built = project.build()
    assert built.read == []
    assert 'lone_name' not in built.keywords
    assert_like_clean(project, built)


def test_block_opts_out_and_back(project: Project) -> None:
    start = Built(project.out(), '').ours()
    project.edit('api/core.rst', '.. py:function:: fetch', '.. rst-class:: no-kwindex\n\n.. py:function:: fetch')
    built = project.build()
    assert (built.read, built.resolved) == (['api/core'], ['api/core', 'index'])
    assert not built.keywords['core.fetch']['defined']
    assert built.places('core.fetch') == [('guide/index', 'guide')]
    assert 'FetchError' not in built.keywords
    assert 'core.Loader' in built.keywords
    assert_like_clean(project, built)
    project.edit('api/core.rst', '.. rst-class:: no-kwindex\n\n', '')
    back = project.build()
    assert (back.read, back.resolved) == (['api/core'], ['api/core', 'index'])
    assert back.ours() == start


def test_terms_are_changed(project: Project) -> None:
    project.configure(**living.CONF, kwindex_terms=['First read'])
    built = project.build()
    assert (built.read, built.resolved) == ([], living.ALL)
    assert built.places('First read') == [('guide/index', 'guide')]
    project.edit('guide/index.rst', 'First read', 'First  skim')
    built = project.build()
    assert built.read == ['guide/index']
    assert 'First read' not in built.keywords
    assert_like_clean(project, built)
    project.configure(**living.CONF, kwindex_terms=['first skim'])
    built = project.build()
    assert (built.read, built.resolved) == ([], living.ALL)
    assert built.keywords['first skim']['variants'] == ['First skim']
    again = project.build()
    assert (again.read, again.resolved) == ([], [])
    assert_like_clean(project, again)


def test_a_document_becomes_a_change_log(project: Project) -> None:
    project.edit('guide/index.rst', 'First read', '``lone_name`` first, read')
    assert project.build().places('lone_name')[0] == ('guide/index', 'guide')
    project.rename('guide/index.rst', 'guide/changelog.rst')
    project.edit('index.rst', 'guide/index', 'guide/changelog')
    built = project.build()
    assert built.read == ['guide/changelog', 'index']
    assert built.places('lone_name') == [('lone/page', 'lone-page'), ('guide/changelog', 'guide')]
    assert_like_clean(project, built)
