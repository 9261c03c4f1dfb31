"""Our own Jinja environment: it escapes, fails on what is undefined, and lets a project's templates win."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest
from jinja2 import TemplateNotFound, UndefinedError
from markupsafe import Markup, escape

from factories import keyword, locator
from sphinx_kwindex.occurrences import Kind
from sphinx_kwindex.output.page import Link
from sphinx_kwindex.output.rendering import Renderer, quick_escape

EVIL = '<script>alert("1")</script> & \'x\''
ESCAPED = '&lt;script&gt;alert(&#34;1&#34;)&lt;/script&gt; &amp; &#39;x&#39;'


@pytest.fixture(scope='module')
def renderer() -> Renderer:
    return Renderer([])


def test_macros_escape(renderer: Renderer) -> None:
    row = renderer.macro('document_keyword', EVIL, EVIL, [Link(EVIL, EVIL)])
    assert isinstance(row, Markup)
    assert '<script' not in row
    assert row.count(ESCAPED) == 4


def test_headed_names_escape(renderer: Renderer) -> None:
    entry = keyword(f'name {EVIL}', locator('a'), kind=Kind.CLASS, head=f'head {EVIL}')
    row = renderer.macro('folder_keyword', entry, f'href {EVIL}', [Link('a.html', f'title {EVIL}', 'defined', 2)])
    assert '<script' not in row
    for what in ('name', 'head', 'href', 'title'):
        assert f'{what} {ESCAPED}' in row, what
    assert 'class</span>' in row
    assert '×2' in row
    assert 'defined here' in row


def test_pages_escape(renderer: Renderer) -> None:
    page = renderer.page('link.html', {'keywords': EVIL, 'index': 'kw-index.html', 'title': EVIL})
    assert '<script' not in page
    assert page.count(ESCAPED) == 2
    assert page.endswith('</p>\n')


def test_markup_that_a_template_made_is_not_escaped_again(renderer: Renderer) -> None:
    link = renderer.macro('link', Link('a.html', 'a & b'))
    assert link == '<a href="a.html">a &amp; b</a>'
    assert renderer.macro('link', Link('', 'a')) == 'a'


@pytest.mark.parametrize('context', [{}, {'keywords': 'a', 'index': 'b'}])
def test_undefined_variable_raises(renderer: Renderer, context: dict[str, str]) -> None:
    with pytest.raises(UndefinedError, match='is undefined'):
        renderer.page('link.html', context)


def test_missing_attribute_raises(renderer: Renderer) -> None:
    with pytest.raises(UndefinedError, match='text'):
        renderer.macro('link', SimpleNamespace(href='a'))


def test_unknown_template_and_macro(renderer: Renderer) -> None:
    with pytest.raises(TemplateNotFound):
        renderer.page('no-such.html', {})
    with pytest.raises(AttributeError):
        renderer.macro('no_such')


def test_template_of_the_project_wins(tmp_path: Path) -> None:
    for name, text in (('first', '{{ title }} of the first'), ('second', 'never')):
        (tmp_path / name / 'kwindex').mkdir(parents=True)
        (tmp_path / name / 'kwindex' / 'link.html').write_text(text, encoding='utf-8')
    renderer = Renderer([tmp_path / 'none', tmp_path / 'first', tmp_path / 'second'])
    assert renderer.page('link.html', {'title': '<b>'}) == '&lt;b&gt; of the first\n'
    assert renderer.macro('link', Link('', 'a')) == 'a'


@pytest.mark.parametrize('value', [EVIL, Markup(EVIL), 3, True, 1.5, None, Kind.CLASS, Markup('&amp;'), '&amp;'])
def test_quick_escape_is_escape(value: object) -> None:
    for _again in range(2):
        found = quick_escape(value)
        assert found == escape(value)
        assert isinstance(found, Markup)


def test_number_that_equals_a_truth_value_is_no_truth_value() -> None:
    assert [quick_escape(value) for value in (1, True, 0, False)] == ['1', 'True', '0', 'False']
