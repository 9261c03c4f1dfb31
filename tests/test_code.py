"""Names in code: what each language's grammar gives, and what it leaves out."""

from __future__ import annotations

from textwrap import dedent

import pytest
from pygments.lexers import get_all_lexers

from sphinx_kwindex.collect.code import code_candidates
from sphinx_kwindex.shapes import MAX_NAME

Names = list[tuple[str, str]]


def names(code: str, language: str) -> Names:
    return [(candidate.name, candidate.hint) for candidate in code_candidates(dedent(code), language)]


@pytest.mark.parametrize(
    ('code', 'found'),
    [
        ('import os.path', [('os.path', 'import')]),
        ('import os.path as osp, json', [('os.path', 'import'), ('json', 'import')]),
        ('from abc import ABC as log, abstract', [('abc', 'import'), ('ABC', 'import'), ('abstract', 'import')]),
        ('from .b import (\n  A1,\n  B1,\n)\nC1', [('b', 'import'), ('A1', 'import'), ('B1', 'import'), ('C1', 'variable')]),
        ('class Foo(Base): pass', [('Foo', 'class'), ('Base', 'variable')]),
        ('def save(self, name=None): pass', [('save', 'function'), ('name', 'parameter')]),
        ('@functools.wraps(f)', [('functools.wraps', 'decorator'), ('f', 'variable')]),
        ('@cached\ndef run(): pass', [('cached', 'decorator'), ('run', 'function')]),
        ('self.session.commit()', [('session.commit', 'call')]),
        ('self.x\ncls.make()\nself\ncls', [('x', 'variable'), ('make', 'call')]),
        ('super().save(timeout=3)', [('save', 'call'), ('timeout', 'parameter')]),
        ('os.environ["HOME_DIR"]', [('os.environ', 'attribute'), ('HOME_DIR', 'string')]),
        ('raise KeyError', [('KeyError', 'exception')]),
        ('len(x)', [('len', 'builtin'), ('x', 'variable')]),
        ('__name__', [('__name__', 'magic')]),
        ('"get_it"; \'setup.py\'', [('get_it', 'string'), ('setup.py', 'file')]),
        ('x[a::b]', [('x', 'variable'), ('a', 'variable'), ('b', 'variable')]),
    ],
)  # fmt: skip
def test_python(code: str, found: Names) -> None:
    assert names(code, 'python') == found


@pytest.mark.parametrize(
    'code',
    ['"a word"', '"word"', '"it has a_name in it"', '# a_comment', '"""Doc of a_name."""', 'None, True', 'if not 1_000: pass',
     '"127.0.0.1"', '"' + 'a_' * 60 + '"', 'a_' * MAX_NAME],
)  # fmt: skip
def test_no_names_in_python(code: str) -> None:
    assert names(code, 'python') == []


DOCTEST = """\
    >>> import json
    >>> json.dumps(x_y)
    'out_put'
    >>> json.loads('')
    Traceback (most recent call last):
    KeyError: the key_x is bad
    >>> last_one
    """


def test_doctest_output_and_messages_are_left_out() -> None:
    found = [
        ('json', 'import'),
        ('json.dumps', 'call'),
        ('x_y', 'variable'),
        ('json.loads', 'call'),
        ('last_one', 'variable'),
    ]
    assert names(DOCTEST, 'pycon') == found
    assert names(DOCTEST, 'default') == found


def test_console_session() -> None:
    session = """\
        $ cd /tmp && python3 -m http.server --bind 127.0.0.1 | grep -v foo_bar
        Serving out_put on setup.cfg
        $ export DJANGO_SETTINGS_MODULE=my.settings
        $ sudo apt-get install "quo_ted" $HOME # com_ment
        """
    assert names(session, 'console') == [
        ('cd', 'command'),
        ('python3', 'command'),
        ('-m', 'option'),
        ('http.server', 'identifier'),
        ('--bind', 'option'),
        ('grep', 'command'),
        ('-v', 'option'),
        ('foo_bar', 'identifier'),
        ('export', 'command'),
        ('DJANGO_SETTINGS_MODULE', 'envvar'),
        ('sudo', 'command'),
        ('apt-get', 'command'),
        ('HOME', 'envvar'),
    ]


@pytest.mark.parametrize(
    ('code', 'found'),
    [
        ('FOO_BAR=1 make install', [('FOO_BAR', 'envvar'), ('make', 'command')]),
        ('A_B="x y" make', [('A_B', 'envvar'), ('make', 'command')]),
        ('A_B=a_b.c_d', [('A_B', 'envvar')]),
        ('A_B=$(git log) make', [('A_B', 'envvar'), ('git', 'command')]),
        ('echo ${HOME}', [('echo', 'command'), ('HOME', 'envvar')]),
        ('git commit -m msg \\\n  --amend', [('git', 'command'), ('-m', 'option'), ('--amend', 'option')]),
        ('if test -f setup.py; then run; fi', [('test', 'command'), ('-f', 'option'), ('setup.py', 'file'), ('run', 'command')]),
        ('while read line; do cat; done', [('read', 'command'), ('cat', 'command')]),
        ('for x in a_b; do cat; done', [('a_b', 'identifier'), ('cat', 'command')]),
        ('#!/bin/sh\n# a_b', []),
        ('echo word "a_b"', [('echo', 'command')]),
    ],
)  # fmt: skip
def test_bash(code: str, found: Names) -> None:
    assert names(code, 'bash') == found


def test_c() -> None:
    code = """\
        #include <stdio.h>
        #include "my_lib.h"
        #define MAX_LEN OTHER_LEN
        #ifdef HAVE_IT
        int run(struct item *p) {
          p->next_one = my_alloc(MAX_LEN); /* a_comment */
        }
        #endif
        """
    assert names(code, 'c') == [
        ('stdio.h', 'import'),
        ('my_lib.h', 'import'),
        ('MAX_LEN', 'macro'),
        ('OTHER_LEN', 'identifier'),
        ('HAVE_IT', 'macro'),
        ('int', 'builtin'),
        ('run', 'function'),
        ('item', 'class'),
        ('p', 'variable'),
        ('next_one', 'attribute'),
        ('my_alloc', 'call'),
        ('MAX_LEN', 'variable'),
    ]


def test_cpp() -> None:
    code = 'std::vector<int> v;\nFoo::bar();\nclass Widget : public QObject {};\nthis->show();\na ? b : c;\n'
    assert names(code, 'cpp') == [
        ('std::vector', 'attribute'),
        ('int', 'builtin'),
        ('v', 'variable'),
        ('Foo::bar', 'call'),
        ('Widget', 'class'),
        ('QObject', 'variable'),
        ('show', 'call'),
        ('a', 'variable'),
        ('b', 'variable'),
        ('c', 'variable'),
    ]


def test_rust_and_ruby_chains() -> None:
    assert names('Vec::new();', 'rust') == [('Vec::new', 'call')]
    assert names('A::B.new', 'ruby') == [('A::B.new', 'attribute')]


def test_javascript() -> None:
    code = """\
        import { useState } from "react";
        document.getElementById("my-id");
        this.props.value;
        foo?.bar();
        """
    assert names(code, 'javascript') == [
        ('useState', 'import'),
        ('document.getElementById', 'call'),
        ('props.value', 'attribute'),
        ('bar', 'call'),
    ]


def test_html_with_a_template_language() -> None:
    code = '{% load static %}<a class="foo_bar" href="x">words_of text</a>{{ user|lower }}'
    assert names(code, 'html+django') == [
        ('static', 'variable'),
        ('foo_bar', 'string'),
        ('user', 'variable'),
        ('lower', 'function'),
    ]


@pytest.mark.parametrize(
    ('language', 'code', 'found'),
    [
        ('yaml', 'build_it:\n  os: ubuntu-22.04\n  python: "3.11"\n', ['build_it', 'os', 'python']),
        ('toml', 'line-length = 120\nselect = ["E"]\n', ['line-length', 'select']),
        ('ini', '[mypy]\nstrict_it = True\n; com_ment\n', ['strict_it']),
        ('json', '{"foo_bar": {"baz": 1, "x": [true, null]}}', ['foo_bar', 'baz', 'x']),
    ],
)
def test_keys(language: str, code: str, found: list[str]) -> None:
    assert names(code, language) == [(name, 'key') for name in found]


@pytest.mark.parametrize('language', ['text', 'none', '', 'output', 'diff', 'rst', 'markdown', 'no-such-language'])
def test_read_as_text(language: str) -> None:
    assert names('The a_b of Django and API in setup.py\n', language) == [('a_b', 'identifier'), ('setup.py', 'file')]


def test_diff() -> None:
    diff = '--- a/old.py\n+++ b/new.py\n@@ -1 +1 @@\n-old_name = 1\n+new_name = 1\n'
    assert names(diff, 'diff') == [
        ('a/old.py', 'file'),
        ('b/new.py', 'file'),
        ('old_name', 'identifier'),
        ('new_name', 'identifier'),
    ]


def test_default_language_falls_back_to_text() -> None:
    assert names('foo_bar(x)', 'default') == [('foo_bar', 'call'), ('x', 'variable')]
    assert names("What is foo_bar(x)? It's $ unclosed", 'default') == [('foo_bar', 'identifier')]


def test_named_language_is_believed_in_spite_of_errors() -> None:
    assert ('x', 'variable') in names('x ? $', 'python')


def test_blocks_without_end_are_read_as_text() -> None:
    assert names('x = 1\n' * 70_000 + 'a_b', 'python') == []
    assert names('a_b x = 1\n' * 41_000, 'python')[:2] == [('a_b', 'identifier'), ('a_b', 'identifier')]


@pytest.mark.parametrize(
    ('language', 'code'),
    [
        ('python', DOCTEST.replace('>>> ', '')),
        ('javascript', 'import { useState } from "react"; a.b.c(d)'),
        ('bash', 'FOO_BAR=1 make --all setup.py'),
        ('json', '{"a_b": 1}'),
        ('cpp', 'x = std::max(p.q, 1);'),
    ],
)
def test_candidates_carry_their_place(language: str, code: str) -> None:
    found = code_candidates(code, language)
    assert found
    assert all(code.startswith(candidate.name, candidate.start) for candidate in found)
    assert [candidate.start for candidate in found] == sorted(candidate.start for candidate in found)


def test_preprocessor_line_of_blanks() -> None:
    assert names('#' + ' ' * 100_000 + 'define A_B', 'c') == [('A_B', 'macro')]


HOSTILE = (
    '',
    '\n',
    '$ ls -la\n',
    'int main(){return a->b::c;}\n',
    '<a href="x">{{ y|z }}</a>\n',
    '\r\n# c\r\n"unclosed',
    'def f(x):\n  import os.path as p\n',
    '>>> x.y\n1\nTraceback (most recent call last):\n  File "x"\nFoo: bar\n',
    '\x00\ufffe\U0001f600 ı 使用DataLoader类',
    '{"a": {"b": [1,2]}}',
    '%%\n\\frac{a}{b}',
    '@\n',
    '->x',
    'a->',
    'error: a\nwarning: b\n',
)


@pytest.mark.parametrize(
    'first', sorted({aliases[0][0] for _name, aliases, _patterns, _types in get_all_lexers() if aliases})
)
def test_no_language_stops_the_build(first: str) -> None:
    """Every lexer of Pygments on text that it was not made for: some names or none, and an end."""
    aliases = [
        names[0] for _name, names, _patterns, _types in get_all_lexers(plugins=False) if names and names[0][0] == first
    ]
    for alias in aliases:
        for code in HOSTILE:
            assert all(c.name for c in code_candidates(code, alias)), (alias, code)
