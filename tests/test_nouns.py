"""The noun beside a name, and what it makes of the names of a list."""

from __future__ import annotations

from pathlib import Path

import pytest
import sphinx.locale
from docutils import nodes

from sphinx_kwindex.collect.inline import found_names, runs
from sphinx_kwindex.collect.nouns import JOINING, fitting, noun_beside, noun_of_list
from sphinx_kwindex.occurrences import Role


def beside(text: str) -> str:
    """What the noun beside the name that stands in backquotes says."""
    before, name, after = text.split('`')
    return noun_beside(before + name + after, len(before), len(before) + len(name))


@pytest.mark.parametrize(
    ('text', 'hint'),
    [
        ('the `X` setting', 'setting'),
        ('the `X` options are', 'setting'),
        ('class `X`', 'class'),
        ('the Class `X`', 'class'),
        ('`X` Methods', 'method'),
        ('the method\n`X`', 'method'),
        ('environment variable `X`', 'envvar'),
        ('the `X` environment variables', 'envvar'),
        ('the `X` keyword argument', 'parameter'),
        ('keyword argument `X`', 'parameter'),
        ('(`X`) function', 'function'),
        ('the class (`X`)', 'class'),
        ('the "`X`" command', 'command'),
        ('`X` decorator', 'decorator'),
        ('the `X` package', 'package'),
        ('the `X` property', 'field'),
        ('role `X`', ''),
        ('`X` filter', 'filter'),
        ('key `X` setting', 'setting'),
        ('the `related_name` model field option', 'setting'),
        ('the `of_it` class method', 'method'),
        ('the `Of` class method', 'class'),
        ('the `of_it` command option', 'command'),
        ('the `of_it` model of an option', 'class'),
        ('a `context.Context` argument', ''),
        ('a `BucketName` argument', 'parameter'),
        ('the `MAX` argument', 'parameter'),
        ('the `it.security` logger', 'syntax'),
        ('the `empty_value` decorator parameter', 'parameter'),
        ('the `Request` object', 'class'),
        ('two `http.Request` instances', 'class'),
        ('the `request` object', ''),
        ('the `JSON` object', ''),
        ('the `pool_ping` flag', 'setting'),
        ('the `BUF_FORMAT` flag', 'constant'),
        ('the `x` config', 'setting'),
        ('the `compat` section of', 'setting'),
        ('the `Compat` section of', ''),
        ('the `tx` preference', 'setting'),
        ('the `x-y` configuration option', 'setting'),
        ('the `x` YAML configuration keys', 'setting'),
        ('the `x` config parameters', 'setting'),
        ('the `x` configuration block', ''),
        ('the `x` config file', 'file'),
        ('the `target` directory', 'file'),
        ('your `git` repository', 'installed'),
        ('the `on_done` callback', 'function'),
        ('you call `close_it` then', 'call'),
        ('by calling `close_it` then', 'call'),
        ('you call `Close` then', ''),
        ('the calls `close_it` makes', 'call'),
        ('of “`list_head`” structs', 'type'),
        ('the struct “`list_head`”', 'type'),
        ('it raises `SkipFile` then', 'exception'),
        ('raise a `SkipFile` there', 'exception'),
        ('throws `forms.SkipFile`', 'exception'),
        ('`SkipFile` is raised', 'exception'),
        ('`SkipFile` will be thrown', 'exception'),
        ('it raises `skip_file`', ''),
        ('it raises `X`', ''),
        ('`skip_file` is raised', ''),
        ('`SkipFile` is a raised', ''),
        ('raise of a `SkipFile`', ''),
        ('`X` is a class', ''),
        ('`X`, a class', ''),
        ('`X`. Setting it', ''),
        ('`X`-class', ''),
        ('setting of `X`', ''),
        ('the class named `X`', ''),
        ('environment `X`', ''),
        ('the subclass `X`', ''),
        ('`X` thing', ''),
        ('`X`', ''),
    ],
)
def test_noun_beside_a_name(text: str, hint: str) -> None:
    assert beside(text) == hint


@pytest.mark.parametrize('between', [', ', ' and ', ', and ', ' or ', '/', '、', ' und ', ' ou '])
def test_what_joins_the_names_of_a_list(between: str) -> None:
    assert JOINING.fullmatch(between)


def test_objects_and_flags_of_a_column_are_told_by_their_names() -> None:
    assert fitting('object', 'Request') == 'class'
    assert fitting('object', 'request') == ''
    assert fitting('flag', 'O_RDONLY') == 'constant'
    assert fitting('flag', 'read_only') == 'setting'
    assert fitting('parameter', 'Hash') == ''
    assert fitting('parameter', 'hash') == 'parameter'
    assert noun_of_list('The following objects:') == ''
    assert noun_of_list('The following types of arguments:') == ''
    assert noun_of_list('Arguments of it:') == 'parameter'
    assert noun_of_list('The following flags:') == ''


@pytest.mark.parametrize('between', ['; ', ' with ', '', '. ', ' android '])
def test_what_does_not(between: str) -> None:
    assert not JOINING.fullmatch(between)


def hints(*parts: str) -> list[tuple[str, str]]:
    """The literals, every second of *parts*, with their hints."""
    block = nodes.paragraph()
    for number, part in enumerate(parts):
        block += nodes.literal(part, part) if number % 2 else nodes.Text(part)
    return [(found.name, found.hint) for found in found_names(list(runs(block, ()))) if found.role is Role.LITERAL]


@pytest.mark.parametrize(
    ('parts', 'found'),
    [
        (('the ', 'aa', ', ', 'bb', ' and ', 'cc', ' methods'), [('aa', 'method'), ('bb', 'method'), ('cc', 'method')]),
        (('use ', 'aa', '. The ', 'bb', ' method'), [('aa', ''), ('bb', 'method')]),
        (('class ', 'aa', ' or ', 'bb', ''), [('aa', 'class'), ('bb', '')]),
        (
            ('the functions (', 'aa', ', ', 'bb', '), and ', 'cc', ''),
            [('aa', 'function'), ('bb', 'function'), ('cc', '')],
        ),
        (
            ('commands such as ', 'aa', ' and ', 'bb', '. See ', 'cc', ''),
            [('aa', 'command'), ('bb', 'command'), ('cc', '')],
        ),
        (('required methods: ', 'aa(bb_cc)', ''), [('aa', 'method'), ('bb_cc', 'identifier')]),
        (('environment variable ', 'AA_BB=on', ''), [('AA_BB', 'envvar')]),
        (('the ', 'AA_BB=True', ' setting'), [('AA_BB', 'setting')]),
        (('the ', 'AA_BB=10', ' macro'), [('AA_BB', 'macro')]),
        (('a ', 'A::b_c', ' object'), [('A::b_c', '')]),
        (('with these exceptions: ', 'is_it', ' is'), [('is_it', '')]),
        (('Unlike most functions, ', 'aa', ' is a variable'), [('aa', '')]),
        (('the methods ', 'aa', ' and ', 'bb', ' do'), [('aa', 'method'), ('bb', 'method')]),
        (('the ', 'bad_error', ' exception'), [('bad_error', 'exception')]),
        (('the ', 'aa', ' class and ', 'bb', ' method'), [('aa', 'class'), ('bb', 'method')]),
        (('the ', '--aa', ' setting'), [('--aa', 'option')]),
        (('environment variables (e.g. ', 'AA', ', ', 'BB', ')'), [('AA', 'envvar'), ('BB', 'envvar')]),
        (('headers ', '<iostream>', ' and ', '<experimental/it>'), [('iostream', 'file'), ('experimental/it', 'file')]),
        (('the ', '<iostream>', ' of it'), []),
        (('the ', 'app/jobs', ' directory'), [('app/jobs', 'folder')]),
        (('the ', 'app/it.py', ' file'), [('app/it.py', 'file')]),
        (('the ', 'owner/own_it', ' package'), [('owner/own_it', 'package')]),
        (('the ', 'owner/it.py', ' module'), [('owner/it.py', 'file')]),
        (('the ', 'owner/of/it', ' package'), [('owner/of/it', 'file')]),
        (('the ', 'aa()', ' method'), [('aa', 'method')]),
        (('fields (for example ', 'aa()', ')'), [('aa', 'call')]),
        (('fields (for example ', 'aa', ')'), [('aa', 'field')]),
        (('the ', 'aa.py', ' module'), [('aa.py', 'file')]),
    ],
)
def test_noun_of_a_list_counts_for_all_before_it(parts: tuple[str, ...], found: list[tuple[str, str]]) -> None:
    assert hints(*parts) == found


@pytest.fixture
def german(monkeypatch: pytest.MonkeyPatch) -> None:
    """The language of the documentation is German."""
    monkeypatch.setattr(sphinx.locale, 'translators', {})
    sphinx.locale.init([Path(sphinx.locale.__file__).parent], 'de')


@pytest.mark.usefixtures('german')
@pytest.mark.parametrize(
    ('text', 'hint'),
    [
        ('die Klasse `X` ist', 'class'),
        ('das Modul `X`', 'package'),
        ('die Methode `X`', 'method'),
        ('die Umgebungsvariable `X`', 'envvar'),
        ('die `X`-Klasse', ''),
        ('das Ding `X`', ''),
        ('the `X` setting', 'setting'),
    ],
)
def test_nouns_of_the_language_of_the_documentation(text: str, hint: str) -> None:
    assert beside(text) == hint


@pytest.mark.parametrize(
    ('text', 'hint'),
    [
        ('die Klasse `X` ist', 'class'),
        ('la méthode `x` est', 'method'),
        ('la función `x` y', 'function'),
        ('a propriedade `x` é', 'field'),
        ('параметр, команда `x` и', 'command'),
        ('настройку `x_y` можно', 'setting'),
        ('das Ding `X`', ''),
        ('`x`メソッドを', 'method'),
        ('使用 `x` 方法', 'method'),
        ('使用方法 `x`', 'method'),
        ('「`x_y`」オプション経由で', 'setting'),
        ('환경 `x` 함수를', 'function'),
        ('это `x` メ', ''),
        ('`x`を使うメソッド', ''),
        ('`main`文件', ''),
        ('`MANIFEST.in`文件', 'file'),
    ],
)
def test_nouns_of_other_languages_than_that_of_the_documentation(text: str, hint: str) -> None:
    assert beside(text) == hint


@pytest.mark.parametrize(
    ('before', 'names', 'hints'),
    [
        ('uses ', ['Tx'], ['']),
        ('uses ', ['sql.Tx'], ['']),
        ('uses ', ['tx'], ['method']),
        ('uses ', ['POST'], ['method']),
        ('uses ', ['Exec', 'Query'], ['method', 'method']),
    ],
)
def test_noun_of_what_a_class_has(before: str, names: list[str], hints: list[str]) -> None:
    block = nodes.paragraph('', '', nodes.Text(before))
    for name in names:
        block += [*([nodes.Text(' and ')] if len(block) > 1 else []), nodes.literal(name, name)]
    block += nodes.Text(' methods that take it')
    assert [each.hint for each in found_names(list(runs(block, ()))) if each.role is Role.LITERAL] == hints


@pytest.mark.parametrize('name', ['sys.stdout', 'tarfile.open', 'go.zq'])
def test_what_a_module_has_is_no_file(name: str) -> None:
    assert noun_beside(f'{name} file', 0, len(name)) == ''
    assert noun_beside('MANIFEST.in file', 0, 11) == 'file'
