"""The options: good values pass, each bad one is named with what is used instead."""

from __future__ import annotations

import re
from dataclasses import fields
from types import SimpleNamespace
from typing import Any, cast

import pytest

from sphinx_kwindex import config
from sphinx_kwindex.config import CHANGELOGS, OPTIONS, PAGES, Option, Settings, Unusable, validate
from sphinx_kwindex.diagnostics import Subtype
from sphinx_kwindex.occurrences import Role

BY_NAME = {option.name.removeprefix('kwindex_'): option for option in OPTIONS}
ROLES = [str(role) for role in Role]

GOOD: dict[str, list[Any]] = {
    'enabled': [True, False],
    'pages': [[], ['index'], ('documents', 'folders'), list(PAGES)],
    'roles': [[], ['definition'], tuple(ROLES)],
    'include': [[], ['^a.b$', '(?i)x'], ('x',), [re.compile('x')]],
    'exclude': [[], ['^a.b$'], (re.compile('x'),)],
    'terms': [[], ['inode', 'lazy loading'], ('C++', '名前', '.NET'), ['lazy\n loading']],
    'spellings': [{}, {'Postgres': 'PostgreSQL', 'np': 'numpy'}, {'a': 'b', 'b': 'a', 'c': 'c'}],
    'exclude_documents': [[], ['api/*', '**/x'], ('a',)],
    'changelogs': [[], ['**/changes*'], ('a', '[Nn]ews')],
    'min_mentions': [1, 2, 10**6],
    'folder': ['kw', 'a', '0', 'key-words_2'],
    'title': ['', 'Schlagwörter', '<b>'],
    'source_url': ['', 'https://x.org/{path}', 'https://x.org/{docname}.txt?{path}', 'plain', '{{}}', '{path!r}'],
    'page_links': [True, False],
    'export': [True, False],
    'share_sidebars': [True, False],
    'pace_gc': [True, False],
    'light_pages': [True, False],
}
BAD: dict[str, list[tuple[Any, str, Any]]] = {
    'enabled': [('yes', 'it is of type str, not bool', True), (1, 'of type int, not bool', True), (None, 'NoneType', True)],
    'pages': [
        ('index', 'it is of type str, not list or tuple', list(PAGES)),
        (['index', 'x', 'y'], "'x', 'y' is not one of index, documents, folders", ['index']),
        ([1, 'folders'], '1 is not one of', ['folders']),
        ([['index']], 'is not one of', []),
        ({'index': 1}, 'of type dict', list(PAGES)),
    ],
    'roles': [
        ('code', 'of type str', ROLES),
        (['code', 'Prose'], "'Prose' is not one of definition, heading", ['code']),
        ([None], 'None is not one of', []),
    ],
    'include': [
        ('x', 'it is of type str, not list or tuple', []),
        (['(', 'ok', '*'], r"'\(' is no regular expression .*; '\*' is no regular expression", ['ok']),
        ([1, 'ok'], '1 is no regular expression', ['ok']),
        ([b'x', 'ok'], "b'x' is no regular expression", ['ok']),
        ([re.compile(b'x')], 'is no regular expression', []),
        ([None, ['a']], "None is no regular expression .*'a'. is no", []),
        (['a{99999999999}'], 'is no regular expression', []),
    ],
    'exclude': [(re.compile('x'), 'of type Pattern', []), (['[', 'ok'], 'is no regular expression', ['ok'])],
    'terms': [
        ('inode', 'it is of type str, not list or tuple', []),
        (['', 'ok', ' ', '--'], "'', ' ', '--' is no text with a letter or digit in it", ['ok']),
        ([None, 3, b'x', ['a'], 'ok'], "None, 3, b'x', .'a'. is no text", ['ok']),
    ],
    'spellings': [
        ([('a', 'b')], 'it is of type list, not dict', {}),
        ({'': 'b', 'a': '', 'ok': 'fine'}, "'': 'b', 'a': '' is no pair of texts", {'ok': 'fine'}),
        ({1: 'b', 'a': None, ' ': '-', 'ok': 'fine'}, "1: 'b', 'a': None, ' ': '-' is no pair", {'ok': 'fine'}),
    ],
    'changelogs': [
        ('changes', 'of type str', list(CHANGELOGS)),
        (['[z-a]', 'a', 3], r"'\[z-a\]' is no glob pattern .*; 3 is no string", ['a']),
    ],
    'exclude_documents': [('a', 'of type str', []), (['a', 3, None], '3 is no string; None is no string', ['a'])],
    'min_mentions': [
        (0, 'it is less than 1', 1),
        (-5, 'it is less than 1', 1),
        ('2', 'of type str, not int', 1),
        (True, 'of type bool, not int', 1),
        (2.5, 'of type float', 1),
    ],
    'folder': [
        (folder, 'a folder is one word', 'kw') for folder in ('', 'a/b', '../x', 'KW', 'ü', '-a', '_a', 'a b', 'a.b', 'a\n')
    ] + [(None, 'of type NoneType', 'kw')],
    'title': [(None, 'of type NoneType, not str', ''), (['x'], 'of type list', '')],
    'source_url': [
        ('{file}', r'\{path\} and \{docname\} are the only fields \(KeyError', ''),
        ('{}', 'IndexError', ''),
        ('{path', 'ValueError', ''),
        ('}', 'ValueError', ''),
        ('{path:d}', 'ValueError', ''),
        ('{path.x}', 'AttributeError', ''),
        ('{path[x]}', 'TypeError', ''),
        (None, 'of type NoneType', ''),
    ],
    'page_links': [('no', 'of type str', True)],
    'export': [(1, 'of type int', False)],
    'share_sidebars': [(0, 'of type int', True)],
    'pace_gc': [(0, 'of type int', True), (None, 'NoneType', True)],
    'light_pages': [('yes', 'of type str', False), (1, 'of type int', False)],
}  # fmt: skip


@pytest.mark.parametrize(('name', 'value'), [(name, value) for name, values in GOOD.items() for value in values])
def test_good_values(name: str, value: Any) -> None:
    assert BY_NAME[name].validate(value) is value


@pytest.mark.parametrize(
    ('name', 'value', 'reason', 'instead'), [(name, *row) for name, rows in BAD.items() for row in rows]
)
def test_bad_values(name: str, value: Any, reason: str, instead: Any) -> None:
    option = BY_NAME[name]
    with pytest.raises(Unusable, match=reason) as raised:
        option.validate(value)
    assert raised.value.instead == instead
    assert option.validate(raised.value.instead) == instead


def test_every_option_is_tested() -> None:
    assert GOOD.keys() == BAD.keys() == BY_NAME.keys()


def test_options_and_settings_agree() -> None:
    assert [f'kwindex_{field.name}' for field in fields(Settings)] == [option.name for option in OPTIONS]


@pytest.mark.parametrize('option', OPTIONS, ids=lambda option: option.name)
def test_options_are_declared_whole(option: Option) -> None:
    assert option.validate(option.default) == option.default
    assert option.help.endswith('.')
    assert option.rebuild in {'', 'html'}


def test_settings_from_config() -> None:
    values: dict[str, Any] = {option.name: option.default for option in OPTIONS}
    values |= {
        'kwindex_pages': ('index',),
        'kwindex_roles': ['code'],
        'kwindex_include': ['a+'],
        'kwindex_folder': 'names',
        'kwindex_terms': ['lazy \n loading ', 'inode'],
        'kwindex_spellings': {' np': 'num  py\n'},
    }
    settings = Settings.from_config(cast('Any', SimpleNamespace(**values)))
    assert settings.pages == {'index'}
    assert settings.roles == {Role.CODE}
    assert settings.include == (re.compile('a+'),)
    assert settings.folder == 'names'
    assert settings.terms == ('lazy loading', 'inode')
    assert settings.spellings == {'np': 'num py'}
    assert settings.min_mentions == 1
    assert settings.page_links is True


def test_validate_replaces_each_bad_value_with_one_warning(monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[tuple[Subtype, str]] = []

    def warn(subtype: Subtype, message: str, *arguments: object) -> None:
        given.append((subtype, message % arguments))

    monkeypatch.setattr(config, 'warn', warn)
    values: dict[str, Any] = {option.name: option.default for option in OPTIONS}
    pages = ['x']
    built = SimpleNamespace(**{**values, 'kwindex_pages': pages, 'kwindex_min_mentions': 0})
    validate(cast('Any', None), cast('Any', built))
    assert given == [
        (
            Subtype.CONFIG,
            "invalid value ['x'] for option kwindex_pages: 'x' is not one of index, documents, folders; using [] instead",
        ),
        (Subtype.CONFIG, 'invalid value 0 for option kwindex_min_mentions: it is less than 1; using 1 instead'),
    ]
    assert vars(built) == {**values, 'kwindex_pages': []}
    assert pages == ['x']
