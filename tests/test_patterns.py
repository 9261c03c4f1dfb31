"""No pattern is super-linear: each of the package reads lines of a megabyte that are made to mislead it."""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

import sphinx_kwindex

TOO_LONG = 120
"""Seconds for all hostile lines together; a quadratic pattern would need hours for one of them."""

HOSTILE = """
import importlib, re, sys
module, name, *methods = sys.argv[1:]
pattern = getattr(importlib.import_module(module), name)
size = 1_000_000
units = [
    'a', 'A', '_', '.', '-', '/', ' ', '(', '"', "'", '`', '$', '%', '<', ':', '=', '*', '@', '1', '\\\\', 'é', '字', '\\n',
    'a.', 'a_', 'A_', '--a', '-a ', 'a/', '/a', 'a::', 'aA', 'A a', 'Aa ', '$a', '%a', 'a(', '()', '"a', '{a', '[a',
    '1.', 'a-', ' and ', ', ', 'www.', 'a@', 'http://', 'a=', 'a*', '<a', '\\\\a',
]
lines = [unit * (size // len(unit)) for unit in units]
lines += ['A' + 'a' * size, '"\\\\' * (size // 2)]
lines += ['"' + 'a' * size, "'" + 'a.' * (size // 2), '`' + 'a ' * (size // 2), 'a' * size + '.', 'A' * size + '!']
for line in lines:
    for method in methods:
        if method == 'sub':
            pattern.sub('', line)
        elif method == 'finditer':
            for _match in pattern.finditer(line):
                pass
        else:
            getattr(pattern, method)(line)
"""


METHODS = ('match', 'fullmatch', 'search', 'finditer', 'findall', 'sub', 'split')


@cache
def uses() -> dict[str, set[str]]:
    """Name of a pattern -> the methods that the package calls of it; a name that is handed on has all of them."""
    found: dict[str, set[str]] = {}
    for path in Path(sphinx_kwindex.__file__).parent.rglob('*.py'):
        tree = ast.parse(path.read_text(encoding='utf-8'))
        called = [node for node in ast.walk(tree) if isinstance(node, ast.Attribute)]
        of_methods: set[int] = set()
        for attribute in called:
            # "(_ONE if short else _OTHER).finditer(...)" is a use of both.
            owner = attribute.value
            names = [owner.body, owner.orelse] if isinstance(owner, ast.IfExp) else [owner]
            of_methods.update(map(id, names))
            for name in names:
                if isinstance(name, ast.Name) and attribute.attr in METHODS:
                    found.setdefault(name.id, set()).add(attribute.attr)
        for node in ast.walk(tree):
            if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load) and id(node) not in of_methods:
                found.setdefault(node.id, set()).update(('handed on',))
    return {name: set(METHODS) if 'handed on' in methods else methods for name, methods in found.items()}


@cache
def patterns() -> list[tuple[str, str]]:
    """Every pattern that a module of the package holds under a name, each once."""
    found: dict[tuple[str, int], tuple[str, str]] = {}
    for info in pkgutil.walk_packages(sphinx_kwindex.__path__, 'sphinx_kwindex.'):
        if not info.name.endswith('__main__'):
            for name, value in sorted(vars(importlib.import_module(info.name)).items()):
                if isinstance(value, re.Pattern):
                    found.setdefault((value.pattern, value.flags), (info.name, name))
    return sorted(found.values())


def test_patterns_are_found() -> None:
    assert ('sphinx_kwindex.collect.prose', '_TOKEN') in set(patterns())
    assert len(patterns()) > 30
    assert uses()['_CAMEL'] == {'fullmatch'}


@pytest.mark.parametrize(('module', 'name'), patterns())
def test_linear(module: str, name: str) -> None:
    methods = uses()[name]
    assert methods, 'a pattern that nothing uses'
    subprocess.run([sys.executable, '-c', HOSTILE, module, name, *sorted(methods)], check=True, timeout=TOO_LONG)
