"""Which kind a keyword is: its domain first, then references, then grammar, then form."""

from __future__ import annotations

import pytest

from factories import coded, defined, index_of, occurrence, record, referred, written
from sphinx_kwindex.index.classify import classify
from sphinx_kwindex.index.model import Evidence
from sphinx_kwindex.occurrences import Kind, Occurrence, Role


def kind_of(*occurrences: Occurrence) -> Kind:
    (keyword,) = index_of(record('doc', *occurrences)).keywords
    return keyword.kind


@pytest.mark.parametrize(
    ('name', 'objtype', 'kind'),
    [
        ('a.Foo', 'class', Kind.CLASS),
        ('a.FooError', 'class', Kind.EXCEPTION),
        ('a.Error', 'exception', Kind.EXCEPTION),
        ('a.run', 'function', Kind.FUNCTION),
        ('A.run', 'classmethod', Kind.METHOD),
        ('A.x', 'property', Kind.ATTRIBUTE),
        ('a.x', 'data', Kind.ATTRIBUTE),
        ('a.LIMIT', 'data', Kind.CONSTANT),
        ('A.LIMIT', 'attribute', Kind.ATTRIBUTE),
        ('a.b', 'module', Kind.MODULE),
        ('node', 'struct', Kind.TYPE),
        ('RED', 'enumerator', Kind.CONSTANT),
        ('MAX', 'macro', Kind.MACRO),
        ('--x', 'cmdoption', Kind.OPTION),
        ('HOME', 'envvar', Kind.ENVVAR),
        ('DEBUG', 'confval', Kind.SETTING),
        ('DEBUG', 'my_setting', Kind.SETTING),
        ('migrate', 'django-admin', Kind.COMMAND),
        ('lower', 'templatefilter', Kind.FUNCTION),
        ('lazy loading', 'term', Kind.TERM),
        ('note', 'directive', Kind.FUNCTION),
    ],
)
def test_by_domain(name: str, objtype: str, kind: Kind) -> None:
    assert kind_of(defined(name, objtype=objtype)) is kind


def test_definition_wins_over_everything() -> None:
    evidence = (referred('run_it', reftype='class'), coded('run_it', 'option'), occurrence('run_it', hint='file'))
    assert kind_of(defined('run_it'), *evidence) is Kind.FUNCTION
    assert kind_of(*evidence) is Kind.CLASS


def test_first_kind_wins_where_two_objects_share_a_name() -> None:
    assert kind_of(defined('x_y', objtype='data'), defined('x_y', objtype='class')) is Kind.CLASS


def test_object_type_that_says_nothing_leaves_it_to_the_rest() -> None:
    assert kind_of(defined('HTTP', objtype='thing')) is Kind.ACRONYM


def test_most_frequent_reference_wins() -> None:
    assert kind_of(referred('x_y', reftype='meth', count=2), referred('x_y', reftype='func')) is Kind.METHOD
    assert kind_of(referred('x_y', reftype='meth'), referred('x_y', reftype='func', count=2)) is Kind.FUNCTION


@pytest.mark.parametrize(
    ('found', 'kind'),
    [
        (coded('ValueError', 'call'), Kind.EXCEPTION),
        (coded('Foo', 'class'), Kind.CLASS),
        (coded('Oops', 'exception'), Kind.EXCEPTION),
        (coded('--all', 'option'), Kind.OPTION),
        (coded('HOME', 'envvar'), Kind.ENVVAR),
        (occurrence('text/html', hint='mime'), Kind.PROTOCOL),
        (written('RFC 2616', 'standard'), Kind.PROTOCOL),
        (coded('make', 'command'), Kind.COMMAND),
        (occurrence('cached', hint='decorator'), Kind.FUNCTION),
        (occurrence('-v'), Kind.OPTION),
        (coded('MAX_SIZE', 'variable'), Kind.CONSTANT),
        (coded('DEBUG', 'variable'), Kind.CONSTANT),
        (coded('JSONField', 'call'), Kind.CLASS),
        (coded('Loader.run', 'call'), Kind.METHOD),
        (coded('json.loads', 'import', count=1), Kind.MODULE),
        (occurrence('get_it', hint='call'), Kind.FUNCTION),
        (coded('os.path', 'import'), Kind.MODULE),
        (coded('Path', 'import'), Kind.CLASS),
        (coded('line_length', 'key'), Kind.SETTING),
        (coded('stdio.h', 'import'), Kind.MODULE),
    ],
)
def test_by_grammar(found: Occurrence, kind: Kind) -> None:
    assert kind_of(found) is kind


@pytest.mark.parametrize(
    ('found', 'kind'),
    [
        (written('HTTP', 'acronym'), Kind.ACRONYM),
        (occurrence('docs/conf.py'), Kind.FILE),
        (occurrence('a/b'), Kind.FILE),
        (written('Django', 'capital'), Kind.PRODUCT),
        (occurrence('timeout', hint='parameter'), Kind.ATTRIBUTE),
        (occurrence('lazy loading', Role.ENTRY, 'entry'), Kind.TERM),
        (occurrence('data'), Kind.NAME),
    ],
)
def test_by_form(found: Occurrence, kind: Kind) -> None:
    assert kind_of(found) is kind


def test_header_file_that_is_included_is_a_file() -> None:
    assert kind_of(occurrence('stdio.h', hint='file'), coded('stdio.h', 'import')) is Kind.FILE
    assert kind_of(occurrence('html.parser', hint='file'), coded('html.parser', 'import')) is Kind.MODULE


@pytest.mark.parametrize('name', ['', '.', 'a.', '.a', '::', '-', 'clojure.string/join', 'a/b.c', '/', '名.前'])
@pytest.mark.parametrize('hint', ['', 'function', 'call', 'import', 'attribute', 'file'])
def test_every_name_has_a_kind(name: str, hint: str) -> None:
    assert classify(name, Evidence({(Role.CODE, hint): 1})) in Kind
