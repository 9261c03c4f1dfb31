"""The order of an index, and the letters it is grouped under."""

from __future__ import annotations

import random
import sys
from itertools import groupby

import pytest

from factories import keyword
from sphinx_kwindex.index.collate import entry_key, head, letter, sort_key
from sphinx_kwindex.occurrences import Kind

ORDERED = [
    '::', '3DES', '404', 'Abc', 'abc', 'Ábc', 'abd', '--dry-run', 'Été', 'éte2', 'getLogger', '_private', '__str__',
    'Straße', 'strasse', '--verbose', 'zeta', 'Ω', 'имя', '名前',
]  # fmt: skip


def test_order() -> None:
    shuffled = random.Random(1).sample(ORDERED, len(ORDERED))
    assert sorted(shuffled, key=sort_key) == ORDERED


@pytest.mark.parametrize(
    ('name', 'heading'),
    [
        ('--verbose', 'V'),
        ('_private', 'P'),
        ('__init__', 'I'),
        ('$HOME', 'H'),
        ('.rst', 'R'),
        ('été', 'E'),
        ('Ångström', 'A'),
        ('ß', 'S'),
        ('имя', 'И'),
        ('名前', '字'),
        ('変数', '字'),
        ('ısı', 'ı'),
        ('item', 'I'),
        ('グラフ', 'ク'),
        ('404', '#'),
        ('::', '#'),
        ('_', '#'),
        ('', '#'),
    ],
)
def test_letter(name: str, heading: str) -> None:
    assert letter(name) == heading


def test_names_that_differ_only_in_dress_are_told_apart() -> None:
    alike = ['Set', 'set', '_set', '--set', 'sét', 'SET']
    assert len({sort_key(name) for name in alike}) == len(alike)
    assert {letter(name) for name in alike} == {'S'}


@pytest.mark.parametrize(
    ('name', 'kind', 'filed'),
    [
        ('git commit', Kind.COMMAND, 'commit'),
        ('git', Kind.COMMAND, 'git'),
        ('Visual Studio', Kind.COMMAND, 'Visual Studio'),
        ('go mod tidy', Kind.COMMAND, 'tidy'),
        ('show ip route map', Kind.COMMAND, 'show ip route map'),
        ('lazy loading', Kind.TERM, 'lazy loading'),
        ('logging.getLogger', Kind.FUNCTION, 'getLogger'),
        ('std::vector', Kind.CLASS, 'vector'),
        ('a.B.c', Kind.METHOD, 'c'),
        ('os.path', Kind.MODULE, 'os.path'),
        ('Node.js', Kind.PRODUCT, 'Node.js'),
        ('python3.11', Kind.PRODUCT, 'python3.11'),
        ('setup.py', Kind.FILE, 'setup.py'),
        ('--a.b', Kind.OPTION, '--a.b'),
        ('HTTP/1.1', Kind.PROTOCOL, 'HTTP/1.1'),
        ('kernel.sysctl', Kind.NAME, 'kernel.sysctl'),
        ('lazy e.g. loading', Kind.TERM, 'lazy e.g. loading'),
        ('odd.', Kind.FUNCTION, 'odd.'),
        ('plain', Kind.FUNCTION, 'plain'),
    ],
)
def test_head(name: str, kind: Kind, filed: str) -> None:
    assert head(name, kind) == filed


def test_what_stands_before_the_head() -> None:
    assert keyword('git commit', head='commit').qualifier == 'git'
    assert keyword('logging.getLogger', head='getLogger').qualifier == 'logging'


def test_entries_are_sorted_by_head_then_name() -> None:
    entries = [
        keyword('z.copy', head='copy'), keyword('copy'), keyword('a.copy', head='copy'), keyword('b.Zip', head='Zip'),
    ]  # fmt: skip
    assert [each.name for each in sorted(entries, key=entry_key)] == ['a.copy', 'copy', 'z.copy', 'b.Zip']


def test_every_heading_is_one_run_of_names() -> None:
    """A heading that came twice would be two pages of one name; every letter of Unicode is tried."""
    letters = [chr(code) for code in range(sys.maxunicode + 1) if chr(code).isalpha()]
    headings = [letter(name) for name in sorted(letters, key=sort_key)]
    runs = [heading for heading, _group in groupby(headings)]
    assert len(runs) == len(set(runs))
    assert len(runs) > 500
