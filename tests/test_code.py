"""Names in code: what holds for every language, and blocks that are made to do harm."""

from __future__ import annotations

from textwrap import dedent
from time import process_time

import pytest
from pygments.lexers import get_all_lexers

from sphinx_kwindex.collect.code import code_candidates

Names = list[tuple[str, str]]


def names(code: str, language: str) -> Names:
    return [(candidate.name, candidate.hint) for candidate in code_candidates(dedent(code), language)]


@pytest.mark.parametrize('language', ['text', 'none', '', 'output', 'no-such-language'])
def test_read_as_text(language: str) -> None:
    assert names('The a_b of Django and API in setup.py\n', language) == [('a_b', 'identifier'), ('setup.py', 'file')]


def test_blocks_without_end_are_read_as_text() -> None:
    assert names('x = 1\n' * 70_000 + 'a_b', 'python') == []
    assert names('a_b x = 1\n' * 41_000, 'python')[:2] == [('a_b', 'identifier'), ('a_b', 'identifier')]


@pytest.mark.parametrize(
    ('language', 'code'),
    [
        ('python', 'import json\njson.dumps(x_y)\n@a.b\ndef f(c=1): self.d.e()'),
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


@pytest.mark.parametrize(
    ('language', 'code', 'name', 'last'),
    [
        ('python', 'import numpy as np\nnp.zeros()', 'numpy.zeros', 'zeros'),
        ('rust', 'use a::{b, C as D};\nD::new()', 'a::C::new', 'new'),
        ('go', 'import r "math/rand"\nfunc f() { r.Int() }', 'rand.Int', 'Int'),
        ('diff', '+++ a.py\n+import a as b\n+b.c', 'a.c', 'c'),
        ('rst', 'x::\n\n   a_b\n\n.. code:: python\n\n   import a as b\n   b.c', 'a.c', 'c'),
    ],
)
def test_last_part_of_a_followed_name_stands_at_its_place(language: str, code: str, name: str, last: str) -> None:
    (start,) = [candidate.start for candidate in code_candidates(code, language) if candidate.name == name]
    assert code.find(last, start) == code.rindex(last)


UNITS = {
    'python': ('(', 'a.', 'if:', 'import a,', 'class A: ', 'a b ', '"'),
    'rust': ('{', 'a::', 'use a::{', 'struct ', 'a<'),
    'cpp': ('a->', 'typedef ', 'using ', 'a b ', '('),
    'javascript': ('import {', '{', 'class '),
    'bash': ('[ -f ', '--a ', 'a=', '$(', "'"),
    'yaml': ('a: ', '"', '[a,'),
    'sql': ('SELECT a.', 'a b ', '('),
    'html+django': ('{% a ', '{{ a.', '<a'),
    'rst': ('.. code-block:: rst\n\n   ', '`a <', 'a::\n\n '),
    'markdown': ('```{note}\n', '`a ', '~~~\n'),
    'diff': ('+a(\n', '@@ \n'),
    'text': ('a.', 'x', '('),
}


@pytest.mark.parametrize(
    ('language', 'unit'), [(language, unit) for language, units in UNITS.items() for unit in units]
)
def test_time_is_linear(language: str, unit: str) -> None:
    """Sixteen times the text takes not two hundred and fifty times as long."""

    def seconds(length: int) -> float:
        code = unit * (length // len(unit))
        before = process_time()
        code_candidates(code, language)
        return process_time() - before

    seconds(1_000)
    assert seconds(48_000) < 80 * seconds(3_000) + 0.5


def test_a_megabyte_is_read_as_text() -> None:
    before = process_time()
    for language in UNITS:
        assert code_candidates('x' * 1_000_000, language) == []
    assert process_time() - before < 10


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
