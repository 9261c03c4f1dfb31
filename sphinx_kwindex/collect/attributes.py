"""Attributes of Rust in inline code, ``#[serde(rename_all = "camelCase")]``, and of PHP, where they are classes.

What stands in the brackets is a path, and behind it other attributes or a value:
https://doc.rust-lang.org/reference/attributes.html
"""

from __future__ import annotations

import re

from sphinx_kwindex.collect.imports import last_link

_LONGEST = 400
"""Characters of an attribute in a text."""
_ATTRIBUTE = re.compile(r'#!?\[([^\W\d][\w:\\]*+)[ ]*+((?:[(=].*)?)\]', re.DOTALL)
_STRING = re.compile(r'(?<![#\w])(?:br?|r)?#{0,8}"(?:[^"\\]|\\.)*+(?:"#{0,8}|\\?\Z)', re.DOTALL)
_OTHERS = re.compile(r"['\\]|\w:(?!:)")
"""What attributes of other languages have: PHP quotes with one sign, and names its arguments with a colon."""
_INNER = re.compile(r'[^\W\d][\w:]*+')
_OF_PHP = re.compile(r'(?<![\w\\])([^\W\d][\w\\]*+)::class\b')
"""https://www.php.net/manual/en/language.attributes.overview.php"""
_DERIVED = re.compile(r'\bderive\(([^()]*)\)')
_GRAMMAR = re.compile(r'all|any|not|true|false|derive|[iuf]\d+')
"""What joins conditions, and types of numbers."""


def attribute_candidates(text: str) -> list[tuple[str, str]] | None:
    """The names in a piece of inline code that is one attribute, each with its hint; nothing where it is none."""
    match = _ATTRIBUTE.fullmatch(text) if len(text) <= _LONGEST else None
    if match is None:
        return None
    inside = _STRING.sub('', match[2])
    if _OTHERS.search(inside):
        return None
    whole = f'{match[1]}{inside}'
    types = {name for listed in _DERIVED.findall(whole) for name in _INNER.findall(listed)}
    names = [name for name in _INNER.findall(inside) if not _GRAMMAR.fullmatch(name)]
    if _OF_PHP.search(text) or last_link(match[1])[:1].isupper():
        return [(match[1], 'class'), *((name, 'typed') for name in _OF_PHP.findall(inside))]
    return [(match[1], 'macro'), *((name, 'type' if name in types else 'key') for name in names)]
