"""Blocks in languages that no lexer knows or that stand under another name: what their lines look like tells their names."""

from __future__ import annotations

import pytest

from sphinx_kwindex.collect.braced import braced_settings, keyed_lines, listed_settings
from sphinx_kwindex.collect.code import code_candidates
from sphinx_kwindex.collect.forms import language_by_form
from sphinx_kwindex.collect.literals import literal_candidates
from sphinx_kwindex.collect.sql import typed_statements


def keys(code: str, language: str) -> list[str]:
    return [each.name for each in code_candidates(code, language) if each.hint == 'key']


def named(code: str, language: str) -> list[str]:
    return [f'{each.name}/{each.hint}' for each in code_candidates(code, language)]


ZONES = """\
catalog-zones {
    zone "catalog.it"
        default-primaries { 10.53.0.1; }
        in-memory no
        min-update-interval 10;
};
"""
NATS = """\
leafnodes {
  port: ...
  remotes [
    {
      urls: ["tls://it:7422"]
    }
    {user: leaf, password: "x"}
    ...
  ]
}
"""


@pytest.mark.parametrize(
    ('code', 'found'),
    [
        (ZONES, ['catalog-zones', 'zone', 'default-primaries', 'in-memory', 'min-update-interval']),
        (NATS, ['leafnodes', 'port', 'remotes', 'urls', 'user', 'password']),
        ('it {\n  [...]\n  of_it=yes # or no\n}\n', ['it', 'of_it']),
    ],
)
@pytest.mark.parametrize('language', ['default', 'none', 'named.conf'])
def test_settings_in_braces(code: str, found: list[str], language: str) -> None:
    assert keys(code, language) == found


@pytest.mark.parametrize(
    'code',
    [
        'catalog-zones {\n    in-memory no\n}\n',
        'for-each {\n    in-memory(no);\n}\n',
        'catalog {\n    memory no;\n}\n',
        'a-b c;\n' * 300,
    ],
)
def test_braces_of_programs(code: str) -> None:
    assert braced_settings(code) == []


def test_lists_of_settings() -> None:
    dune = '(library\n (public_name it)\n (libraries lwt fmt))\n; a comment\n'
    assert keys(dune, 'default') == ['library', 'public_name', 'libraries']
    assert listed_settings('(define (run x)\n (print x))\n') == []
    assert listed_settings('(see the manual)\n(or ask)\n') == []
    assert listed_settings('(library)\n') == []


def test_keys_of_an_unknown_language() -> None:
    cabal = 'cabal-version: 3.0\n-- it\nexecutable it\n  main-is: Main.hs\n  build-depends:\n      base\n'
    assert keys(cabal, 'cabal') == ['cabal-version', 'main-is', 'build-depends']
    assert keyed_lines(cabal, 'log') == []
    assert keyed_lines('aa: b\ncc: d\nmore\nand more\nand more\n', 'cabal') == []
    assert keyed_lines('aa: b\nmore\nand more\ncc: d\n', 'cabal') != []
    assert keyed_lines('aa: b\n', 'cabal') == []


def test_nix() -> None:
    code = (
        'pet = buildIt rec {\n  pname = "pet"; # name = "x"\n  src = fetchIt {\n    owner = "me";\n  };\n'
        '  tags = [ "a" ] ++ lib.optionals withIt [ "b" ];\n  hash = lib.fakeHash;\n  patches = [ "it.patch" ];\n};\n'
    )
    found = named(code, 'nix')
    assert [name for name in found if name.endswith('/key')] == [
        f'{name}/key' for name in ('pet', 'pname', 'src', 'owner', 'tags', 'hash', 'patches')
    ]
    others = [
        'buildIt/call',
        'fetchIt/call',
        'lib.optionals/attribute',
        'withIt/call',
        'lib.fakeHash/attribute',
        'it.patch/file',
    ]
    assert [name for name in found if not name.endswith('/key')] == others


SESSION = """\
shop=# CREATE FUNCTION symmetric_it(geo_point)
shop-# RETURNS geo_point;
CREATE OK, 1 row of a_table
shop=# SELECT log_it(x) FROM orders;
+-----+
| col_it |
"""


@pytest.mark.parametrize('prompts', [('shop=# ', 'shop-# '), ('cr> ', '... '), ('mysql> ', '    -> ')])
def test_sessions_of_databases(prompts: tuple[str, str]) -> None:
    code = SESSION.replace('shop=# ', prompts[0]).replace('shop-# ', prompts[1])
    found = named(code, 'default')
    assert {'symmetric_it/function', 'log_it/queried', 'orders/table'} <= set(found)
    assert not [name for name in found if name.startswith(('a_table', 'col_it'))]
    assert len(typed_statements(code)) == len(code)


@pytest.mark.parametrize(
    'code',
    [
        '>>> select = 1\n',
        'a > select it\n',
        'SELECT a FROM b;\n',
        'Router# show ip route\n',
        'grub> set root=(hd0,1)\n',
        '$ mysql -u root\nmysql> SELECT 1;\n',
    ],
)
def test_no_session_of_a_database(code: str) -> None:
    assert typed_statements(code) == ''


@pytest.mark.parametrize(
    ('code', 'language'),
    [
        ('<div x-data>\n  <b x-log="it"></b>\n</div>\n', 'html'),
        ('<!DOCTYPE html>\n<html></html>\n', 'html'),
        ('<?xml version="1.0"?>\n<plist></plist>\n', 'xml'),
        ('<plist></plist>\n', ''),
        ('<div> of it\n', ''),
        (
            '<filter it.**>\n  @type parser\n  key_name log\n  <parse>\n    @type it\n  </parse>\n</filter>\n',
            'apacheconf',
        ),
        ('<filter it>\n  a = b\n</filter>\n', ''),
        ('<note>\nRemember the milk\n</note>\n', ''),
        ('<VirtualHost *:80>\n  ServerName it\n</VirtualHost>\n', 'apacheconf'),
        ('mov eax, ebx\nmov ecx, edx\n', ''),
        ('docker build failed\n', ''),
        ('eth0 up\neth0 down\n', ''),
        ('mkdir build  # of the output\ncd build\n', 'bash'),
        ('cmake ..\n', ''),
        ('wpctl set-it D\nwpctl set-it -   # as the one before\n', 'bash'),
        ('wpctl set-it D\n', ''),
        ('make it\nmake that\n', ''),
    ],
)
def test_form(code: str, language: str) -> None:
    assert language_by_form(code) == language


def test_markup_under_a_name_that_nobody_knows() -> None:
    assert keys('<div x-data>\n  <b x-log="it"></b>\n</div>\n', 'alpine') == ['x-data', 'x-log']


def test_script_of_a_component_begins_with_an_import() -> None:
    assert named("<script>\n\timport { getIt } from './it';\n</script>\n", 'svelte')[0] == 'getIt/import'


@pytest.mark.parametrize('language', ['js', 'json:title=package.json', 'javascript'])
def test_json_under_other_names(language: str) -> None:
    assert keys('{"debug": true, "run": {"echo": 1}}\n', language) == ['debug', 'run', 'echo']


def test_yaml_under_the_name_of_a_shell() -> None:
    assert keys('apiVersion: v1\nkind: It\n', 'shell') == ['apiVersion', 'kind']
    assert keys('echo: it\n', 'shell') == []


PRINTED = """\
$ cat > users.json << EOF
{"users": [{"Password": "x"}]}
EOF
$ cat /etc/systemd/it.socket
[Socket]
SocketMode=0660
$ ls
mode=none
"""


def test_files_that_a_session_writes_and_prints() -> None:
    assert keys(PRINTED, 'console') == ['users', 'Password', 'Socket', 'SocketMode']


def test_keys_of_php_whatever_their_form() -> None:
    assert keys("<?php return ['class' => 'It', 'dsn' => ['x']];", 'php') == ['class', 'dsn']


def test_references_of_settings() -> None:
    assert keys('[forwarders: <list of strings>]\nit:\n  [ limit: <int> | default = 0 ]\n  a: [x: 1]\n', 'yaml')[:4] == [
        'forwarders', 'it', 'limit', 'a',
    ]  # fmt: skip


def test_actions_that_a_policy_allows() -> None:
    assert 'xray:PutIt/instruction' in named('Action:\n  - xray:PutIt\n  - a:b\n', 'yaml')


@pytest.mark.parametrize(
    ('literal', 'found'),
    [
        ('lfs.transfer.<name>.args', [('lfs.transfer.<name>.args', 'key')]),
        ('lfs.transfer.<name>', [('lfs.transfer.<name>', 'key')]),
        ('lfs.<name>', []),
        ('self.<name>.it', []),
    ],
)
def test_setting_of_each_of_several_things(literal: str, found: list[tuple[str, str]]) -> None:
    assert literal_candidates(literal) == found


@pytest.mark.parametrize(
    ('code', 'language'),
    [
        ('number of rows = 5\ntotal run time = 3.2\n', 'text'),
        ('int count = 0;\nint total = 5;\n', 'default'),
        ('Error: it failed\nDetails {\nCode: 5\n}\n', 'text'),
        ('Config {\n  name: "x",\n  port: 80,\n}\n', 'none'),
        ('server: {\n  listen [\n', 'default'),
        ('User: hello\nAssistant: hi there\n', 'prompt'),
        ('(myenv) pip install it\n(myenv) python -m it\n', 'none'),
    ],
)
def test_what_sets_nothing(code: str, language: str) -> None:
    assert keys(code, language) == []


def test_files_behind_other_signs() -> None:
    code = 'cat <<<hello\nx=$((1<<n))\ncat > it.ini <<EOF\n# of it\n[part]\nof_it = 1\nEOF\n'
    assert keys(code, 'bash') == []  # a comment first: no form tells
    assert keys(code.replace('# of it\n', ''), 'bash') == ['part', 'of_it']
    assert keys('$ cat <<EOF\n[a]\nb_c = 1\nEOF\n', 'console') == ['a', 'b_c']
    assert keys('$ cat it.conf\n[part]\nof_it = 1\n# more\nand_it = 2\n$ ls\n', 'console') == [
        'part',
        'of_it',
        'and_it',
    ]


def test_notes_in_other_dialects_of_markdown() -> None:
    note = 'When possible we recommend using the `--format it` option\nof `lint-it`, as the one that is complete.\n'
    assert {'--format/option', 'lint-it/identifier'} <= set(named(note, 'none'))
    assert named('  --it  of `a`\n  --more\n', 'none')[0] == '--it/option'


def test_object_of_javascript_that_stands_alone() -> None:
    code = '{\n  host: "it",\n  ...\n  logging: true,\n}\n'
    found = [each for each in code_candidates(code, 'typescript') if each.hint == 'key']
    assert [(each.name, each.start) for each in found] == [
        ('host', code.index('host')),
        ('logging', code.index('logging')),
    ]
    assert keys('{\n  const it: string = 1;\n}\n', 'typescript') == []


def test_quoted_parts_of_attributes_in_nix() -> None:
    found = named('services.nginx.virtualHosts."it.org" = {\n  root = "/srv";\n};\n', 'nix')
    assert not [name for name in found if '"' in name]
    assert 'root/key' in found


def test_attribute_with_its_path_in_nix() -> None:
    found = named('{\n  services.nginx.enable = true;\n  imports = [ lib.extra ];\n}\n', 'nix')
    assert found == ['services.nginx.enable/key', 'imports/key', 'lib.extra/attribute']


def test_classes_of_haskell_with_and_without_a_context() -> None:
    found = named('class Shape a where\n  area :: a -> Double\nclass Eq a => Ranked a where\n', 'haskell')
    assert {'Shape/class', 'Ranked/class', 'Eq/typed', 'Double/typed'} <= set(found)


def test_what_haskell_derives_and_takes_is_not_defined() -> None:
    found = named(
        'newtype Age = Age Int\n  deriving newtype (Show, Num)\ntype Run m = Monad m => Request -> m ()\n', 'haskell'
    )
    assert {'Age/type', 'Run/type', 'Show/typed', 'Request/typed'} <= set(found)
    assert not {'Show/type', 'Request/type', 'Monad/type'} & set(found)


def test_end_of_an_element_in_a_string() -> None:
    assert 'const/variable' not in named('if (i <n && x) { run(i); }\nconst s = "</div>";\n', 'js')


def test_keys_that_are_no_rules() -> None:
    assert named("x = {'application/json': 1, 'src/components': 2}", 'js') == ['x/variable', 'application/json/mime']


@pytest.mark.parametrize('code', ['>>> %timeit run_it(x)\n', '>>> %%timeit\n... run_it(x)\n'])
def test_magics(code: str) -> None:
    assert named(code, 'pycon')[:2] == ['timeit/command', 'run_it/call']
