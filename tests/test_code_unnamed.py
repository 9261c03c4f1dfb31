"""Blocks of code of which nobody names the language, and languages by names that Pygments does not know."""

from __future__ import annotations

from textwrap import dedent

import pytest

from sphinx_kwindex.collect.braced import braced_settings, messages_in_text, nested_lines
from sphinx_kwindex.collect.code import code_candidates
from sphinx_kwindex.collect.forms import language_by_form
from sphinx_kwindex.collect.prototypes import prototype_candidates
from sphinx_kwindex.collect.unsigned import required_packages, unsigned_settings


def names(code: str, language: str) -> list[str]:
    """``name/hint`` of each candidate."""
    return [f'{candidate.name}/{candidate.hint}' for candidate in code_candidates(dedent(code), language)]


C = """\
    struct uio_map {
            struct kobject kobj;
    };

    void kobject_init(struct kobject *kobj);
    """
C_NAMES = 'uio_map/type kobject/typed kobj/field void/builtin kobject_init/function kobject/typed kobj/variable'
PHP = """\
    namespace App\\Event;

    return function(Listener $one): void {
        $one->start_up();
    };
    """
PHP_NAMES = 'App\\Event/module Listener/typed $one/variable void/variable start_up/call-on-object'
SETTINGS = """\
    # of a socket
    [Socket]
    ListenStream=127.0.0.1:3000

    [Install]
    WantedBy = sockets.target
    """
MESSAGE = """\
    INFO: Sending request
    User-Agent: Example
    Accept: application/json; q=1.0
    Host: example.org
    """
MESSAGE_NAMES = 'User-Agent/header Accept/header application/json/mime Host/header'


@pytest.mark.parametrize('language', ['default', 'none', ''])
@pytest.mark.parametrize(('code', 'found'), [(C, C_NAMES), (PHP, PHP_NAMES), (MESSAGE, MESSAGE_NAMES)])
def test_statements_and_messages(language: str, code: str, found: str) -> None:
    assert names(code, language) == found.split()


@pytest.mark.parametrize('language', ['default', 'none'])
def test_settings_in_sections(language: str) -> None:
    found = names(SETTINGS, language)
    assert {'Socket/key', 'ListenStream/key', 'Install/key', 'WantedBy/key'} <= set(found)


def test_lines_that_only_begin_like_settings_are_text() -> None:
    assert not any(name.endswith('/key') for name in names('[Note]\nwords of a_text here\n', 'none'))


def test_python_and_json_where_their_parsers_take_them() -> None:
    code = 'from rest.views import View\n\ndef get(one):\n    return View(one)\n'
    assert {'rest.views/module', 'rest.views.View/import', 'get/function'} <= set(names(code, 'none'))
    assert 'cache_size/key' in names('{"cache_size": 1}', 'none')


@pytest.mark.parametrize(
    'code',
    [
        'from here import it is not possible\n',
        'import the words, and some more of_them!\n',
        '{not json: cache_size',
        'words only, of_them one\n',
    ],
)
def test_text_is_not_taken_for_code(code: str) -> None:
    assert {name.rpartition('/')[2] for name in names(code, 'none')} <= {'identifier'}


def test_who_says_text_means_text() -> None:
    assert names('from rest.views import View\n', 'text') == ['rest.views/identifier']
    assert 'kobject_init/function' not in names(C, 'text')


@pytest.mark.parametrize(
    ('language', 'code', 'found'),
    [
        ('js{7,12}', 'class FooBar {}', 'FooBar/class'),
        ('yml', 'cache_size: 1', 'cache_size/key'),
        ('.go', 'func GetIt() {}', 'GetIt/function'),
        ('vue', '<div v-if="x"><my-elem/></div>', 'v-if/key'),
        ('svelte', '<my-elem/>', 'my-elem/tag'),
    ],
)
def test_names_of_languages_that_sites_use(language: str, code: str, found: str) -> None:
    assert found in names(code, language)


def test_http() -> None:
    code = 'GET /x HTTP/1.1\nAccept: application/json; q=1.0\nX-Trace-Id: 1\n\n'
    assert names(code, 'http') == ['GET/identifier', 'Accept/header', 'application/json/mime', 'X-Trace-Id/header']


def test_constant_of_ruby_is_a_class_unless_in_capitals() -> None:
    found = names('use ActionDispatch::Static\nLIMIT = 3\n', 'ruby')
    assert 'ActionDispatch::Static/constant' not in found
    assert any(name.startswith('ActionDispatch::Static/') for name in found)


def test_media_type_in_a_string() -> None:
    assert names("foo('application/json', 'text/x y')", 'js') == ['foo/call', 'application/json/mime']


def test_two_signs_are_no_decorator() -> None:
    assert not any(name.endswith('/decorator') for name in names('@@filename(a)\nclass A {}\n', 'typescript'))
    assert 'Injectable/decorator' in names('@Injectable()\nclass A {}\n', 'typescript')


def test_sign_of_a_variable_is_no_decorator() -> None:
    assert names('@one_name = 1\n@@two_names = 2\n', 'ruby') == ['one_name/variable', 'two_names/variable']


DOCKERFILE = """\
    # what it is made from
    FROM docker.io/library/fedora AS base
    RUN dnf -y update && dnf install -y httpd
    ENV PORT_OF_IT=80
    """
MANIFEST = """\
    apiVersion: v1
    metadata:
      name: a-name
    spec:
      - image: redis
    """
SCRIPT = """\
    # once
    systemctl start --no-block automatic-backup
    borg init --encryption="of the disk" /mnt/backup \\
        --progress
    """


SERVER = """\
    server {  # of it
        listen 80;
        location / {
            proxy_pass http://localhost:8000;
            uwsgi_param QUERY_STRING $query_string;
        }
    }
    """


@pytest.mark.parametrize('language', ['default', 'none', ''])
@pytest.mark.parametrize(
    ('code', 'found'),
    [
        (DOCKERFILE, {'dnf/command', '-y/option', 'PORT_OF_IT/envvar'}),
        (MANIFEST, {'apiVersion/key', 'metadata/key', 'spec/key', 'image/key'}),
        (
            SCRIPT,
            {'systemctl/command', 'borg/command', '--no-block/option', '--encryption/option', '--progress/option'},
        ),
        ('journalctl -fu it', {'journalctl/command', '-fu/option'}),
        ('uv pip install --system it', {'uv/command', '--system/option'}),
        ('sudo ./configure --prefix=/usr', {'--prefix/option'}),
        (
            SERVER,
            {
                'server/key',
                'listen/key',
                'proxy_pass/key',
                'uwsgi_param/key',
                'QUERY_STRING/identifier',
                'query_string/sigil',
            },
        ),
    ],
)
def test_form_of_the_lines(language: str, code: str, found: set[str]) -> None:
    assert found <= set(names(code, language))


@pytest.mark.parametrize(
    'code',
    [
        'FROM here to there\nRUN it\n',
        'FROM fedora\nfor a while\n',
        'Name: it\nSize: 3\n',
        'note: this\nand that: not\n',
        'usage: prog [-h] --foo\n',
        'error of the --foo option\n',
        'the option is --foo.\n',
        'x = a --b\n',
        'return a -b\n',
        'unknown option --foo\n',
        'ls -l\ntotal 5\n',
        'Returns:\n    bool: True if it went well, False if not.\n',
        'Run it --now\n',
        ('pip install -U it\n' * 61),
        'size_t len;\nuv_loop_t loop;\n',
        "require_once __DIR__ . '/vendor/autoload.php';\n",
        "include 'lib/it.php';\n",
        'include $file;\n',
        'print_r $x;\n',
        'gpio_set_value a/b;\n',
        "server_name 'a/b' . $c;\n",
        'return $x->y;\n',
        'if ($a) {\n  return $b;\n}\n',
        'my_half = a / b;\n',
        'take the /x away --now\n',
        'wind -L it\n',
        'run_it($x);\n',
        'server {\n  listen 80\n}\n',
        'the_user a:1;\nand you;\n',
        ('pip install -U it ' + 'a' * 20_000),
    ],
)
def test_form_that_tells_nothing(code: str) -> None:
    assert language_by_form(code) == ''


@pytest.mark.parametrize(
    ('code', 'language'),
    [
        (DOCKERFILE, 'docker'),
        (MANIFEST, 'yaml'),
        (SCRIPT, 'bash'),
        ('- a:\n    - b\n', 'yaml'),
        ('...\na-b:\n  c: d\n...\n', 'yaml'),
        ('curl -L https://x.org/y > z\n', 'bash'),
    ],
)
def test_form_that_tells_the_language(code: str, language: str) -> None:
    assert language_by_form(dedent(code)) == language


def test_word_that_something_else_continues() -> None:
    found = names('$ dnf install a-$(uname -r) kernel-devel-$(uname -r) b', 'console')
    assert 'uname/command' in found
    assert not [each for each in found if each.startswith('kernel-devel')]


def test_script_that_an_author_calls_python() -> None:
    assert '--nproc_per_node/option' in names('torchrun --nproc_per_node=8 2d_setup.py', 'python')
    assert names('a --b', 'python') == names('a - -b', 'python')


@pytest.mark.parametrize(
    ('language', 'code', 'found'),
    [
        ('python', '>>> import a.b as c\n>>> c.run()\nc.not_run()\n', 'a.b/module a.b.run/call'),
        (
            'sh',
            'POST /x?y=1 HTTP/1.1\nContent-Type: text/html\n\na_b=1',
            'POST/identifier Content-Type/header text/html/mime',
        ),
        (
            'rst',
            'sphinx-build -M x -D y=C:\\a\\dot.exe _b_c',
            'sphinx-build/command -M/option -D/option _b_c/identifier',
        ),
        ('rst', 'sphinx-build -M html . _build', 'sphinx-build/command -M/option _build/identifier'),
        ('none', '# of the site\nDB_NAME=x_y\nDEBUG=1\n', 'DB_NAME/envvar DEBUG/envvar'),
        ('.env.testing', 'DB_NAME=x_y', 'DB_NAME/envvar'),
        ('none', 'CONFIG_FOO=y\n', 'CONFIG_FOO/identifier'),
        ('none', 'CONFIG_HZ=1000\n', 'CONFIG_HZ/identifier'),
        ('default', 'MAX_SIZE=10\nMIN_SIZE=a\n', 'MAX_SIZE/constant MIN_SIZE/constant a/variable'),
        ('none', 'DB_USER=nobody\n', 'DB_USER/envvar'),
        ('none', 'DB_USER=nobody\nsome words\n', 'DB_USER/identifier'),
        (
            'default',
            'KUBELET_ARGS="--cluster-dns=10.0.0.1 --port 1"\n',
            'KUBELET_ARGS/envvar --cluster-dns/option --port/option',
        ),
        ('default', 'DASH="--Ab--"\n', 'DASH/constant'),
        ('default', 'SEP="-x"\nNAME=foo_it()\n', 'SEP/constant NAME/constant foo_it/call'),
        ('default', '# a = b\nOPTS="-x"\n', 'OPTS/envvar -x/option'),
        ('default', 'MESSAGE="a-b"\n', 'MESSAGE/constant'),
        ('default', 'ARGS = "--port"\n', 'ARGS/constant --port/option'),
        (
            'json',
            'PUT /_cluster/settings\n{"a_b": {"c_d": 1}}\nGET {some-index}/_settings?include_it=true\n',
            'PUT/identifier _cluster/settings/file a_b/key c_d/key GET/identifier _settings/file',
        ),
        ('none', 'GET /users\n', 'GET/identifier'),
        ('json', '  GET /a/b_c?d_e=f\n', 'GET/identifier /a/b_c/file'),
        ('none', 'GET https://x.org/a_b\n', ''),
        ('none', 'GET /_cat/allocationDetails\n', 'GET/identifier /_cat/allocationDetails/file'),
        ('sql', 'DELETE some_table\nFROM other_table\n', 'some_table/table other_table/table'),
        ('kconfig', 'CONFIG_A=y\n# CONFIG_B_C is not set\n# CONFIG_D is good\n', 'CONFIG_A/setting CONFIG_B_C/setting'),
        (
            'kconfig',
            'menuconfig A_B # of it\n\thelp\n\t  if the PCI bus is found\n\n\t  default is HTTP\n\tdefault "C_D" if E_F\n',
            'A_B/setting E_F/setting',
        ),
        ('kconfig', 'config A_B\n\tint "C_D" if E_F\n\trange 1 G_H1\n', 'A_B/setting E_F/setting G_H1/setting'),
        (
            'kconfig',
            'config A_B\n\tbool "C_D"\n\tdepends on E_F && !G_H\n\tselect I_J if K_L\n',
            'A_B/setting E_F/setting G_H/setting I_J/setting K_L/setting',
        ),
        (
            'none',
            'it: a-loader {\n\tbootph-all;\n\tcompatible = "u-boot,a-loader";\n\t/* no-it; */\n\treg = <&mmc 1>;\n};\n',
            'it/variable a-loader/identifier bootph-all/key compatible/key u-boot,a-loader/identifier reg/key',
        ),
        ('none', 'a {\n\tcompatible = "u-boot,a-loader";\n', 'a/variable compatible/variable'),
        (
            'devicetree',
            'a { b-c@4 { d-e; fg = "g; h-i = j", "http://k,l"; m-n = <1>; }; }; // o-p;\n/* q * r-s; */\n',
            'b-c/identifier d-e/key fg/key m-n/key',
        ),
        (
            'devicetree',
            '&i2c0 { status = "okay"; node@40 { #cells = <1>; }; };',
            'status/key #cells/key',
        ),
        (
            'bash',
            'net --size 1\n$ for p in `list -f`\ndo\n  it --all\ndone\n',
            'net/command --size/option list/command -f/option it/command --all/option',
        ),
        ('console', 'collecting foo packages\ndone\n$ make install\n', 'make/command'),
        (
            'yaml',
            '  [ a_b:\n    [ - <string> ] ]\n  [ c:\n    # of it\n    [ D-E: <string> ]\n',
            'a_b/key c/key D-E/key',
        ),
        ('php', "return ['host' => env('A_B', '1')];", 'host/key env/call A_B/envvar'),
        (
            'python',
            "env('A_B')\nenv.bool('C_D')\nenv('e_f')\n",
            'env/call A_B/envvar env.bool/call C_D/envvar env/call e_f/string',
        ),
        (
            'text',
            (
                'frontend one\n    # of it\n    bind :80\n    acl is_it path_beg /x\n    option forwardfor\n\n'
                'backend two\n    http-request set-header X-Host %[src]\n    timeout client 10s\n'
            ),
            (
                'frontend/key bind/key acl/key path_beg/key option/key forwardfor/key backend/key http-request/key '
                'set-header/key X-Host/header timeout/key client/key'
            ),
        ),
        ('text', 'backend two\n    bind :80\nand a sentence\n', ''),
        (
            'text',
            '--server N   name, set by the IT_SERVER environment variable or IT_HOST\n',
            '--server/option IT_SERVER/envvar IT_HOST/identifier',
        ),
        ('rust', 'fn run(a: &mut Ab) {}', 'run/function a/variable Ab/typed'),
        ('bash', 'it --one ${a-name} ${b}', 'it/command --one/option'),
        ('nginx', 'location / {\n  if ($a) {\n    return 301 /x;\n  }\n}\n', 'location/key'),
        ('dotnetcli', 'dotnet --info', 'dotnet/command --info/option'),
        ('c', 'ninja --verbose', 'ninja/command --verbose/option'),
        ('js', 'npm --verbose', 'npm/command --verbose/option'),
        ('kotlin', 'import *', ''),
        ('python', ' >>> a_b()', 'a_b/call'),
        (
            'default',
            'static struct a_b c_d[] = {\n    1,\n};\n...\nrun_it(c_d);\n...\n',
            'a_b/typed c_d/variable run_it/invoked c_d/variable',
        ),
    ],
)
def test_languages_that_are_named_otherwise(language: str, code: str, found: str) -> None:
    assert names(code, language) == found.split()


@pytest.mark.parametrize('language', ['peg', 'scheme', 'emacs-lisp'])
def test_signs_that_lexers_give_with_a_name_are_no_part_of_it(language: str) -> None:
    found = [name.partition('/')[0] for name in names('f(A_B, C_D, e)', language)]
    assert {'A_B', 'C_D'} <= set(found)


def test_one_header_of_a_message() -> None:
    assert names('Content-Disposition: attachment; filename="bud.gif"\n', 'default') == ['Content-Disposition/header']


PROTOTYPES = """\
    struct gpio_desc *gpiod_get(struct device *dev, const char *con_id,
                                enum gpiod_flags flags)

    void run_it(void);
    int stop_it()
    unsigned int get_it(unsigned int, ...)
    """


def test_prototypes_without_semicolons() -> None:
    found = [
        'gpio_desc/typed',
        'gpiod_get/function',
        'device/typed',
        'gpiod_flags/typed',
        'run_it/function',
        'stop_it/function',
        'get_it/function',
    ]
    assert names(PROTOTYPES, 'default') == found
    assert names(PROTOTYPES, '') == found
    assert names(PROTOTYPES, 'text') != found


@pytest.mark.parametrize(
    'code',
    [
        'see the other(some text)',
        'see the long way home(it is short)',
        'fn foo(int a)',
        'int x(int a)\nfoo bar',
        'one run_it(a b)',
        'int run_it(a b, c)',
        'int run_it(char *a) of it',
        'void run_it(void)\n' * 2000,
    ],
)
def test_what_is_no_prototype(code: str) -> None:
    assert prototype_candidates(code) == []


@pytest.mark.parametrize(
    ('code', 'language'),
    [
        ('func CreateOrder(ctx context.Context) (int64, error) {\n\tx := 1\n}\n', 'go'),
        ('package main\nfunc (s *Server) Serve() {\n}\n', 'go'),
        ('func greet(person: String) -> String {\n}\n', ''),
        ('pub fn main() !void {\n}\n', ''),
        ('use Data::Dumper;\n', ''),
        ('import std.stdio;\n', ''),
        ('use a' + '::b' * 60 + '\n', ''),
        ('x, err := run()\nif err != nil {\n}\n', 'go'),
        ('package main\n', ''),
        ('use a::{b, c::*};\n', 'rust'),
        ('pub async fn run<T>(it: T) -> u8 {\n}\n', 'rust'),
        ('use serde::{Deserialize, Serialize};\n', 'rust'),
        ('#include <vector>\nint x;\n', 'cpp'),
        ("const {a, b} = require('it');\n", 'js'),
        ("import it, {a} from 'it';\n", 'js'),
        ('export default it;\n', 'js'),
        ('import java.util.List;\n', 'java'),
        ('using System.Text;\n', 'csharp'),
        ('defmodule It.Web do\nend\n', 'elixir'),
        ('sudo apt install it-dev\n', 'bash'),
        ('ls\ncd\n', 'bash'),
        ('pip3 install it\n', 'bash'),
        ('go get it\nnpm ci\n', 'bash'),
        ('go on with it\n', ''),
        ('run install it\n', ''),
        ('<?php\necho 1;\n', 'php'),
        ('use App\\Event\\Listener;\n', 'php'),
        ('import it\nfrom it import a\n', ''),
        ('{-# LANGUAGE DataKinds #-}\n', 'haskell'),
        ('data Tree a = Leaf | Node a\n', 'haskell'),
        ('instance Show a => Show (Tree a) where\n', 'haskell'),
        ("run' :: Int -> IO ()\n", 'haskell'),
        ('a :: b\n', ''),
        ('suspend fun load(id: Int): Body {\n}\n', 'kotlin'),
        ('local it = require("it")\n', 'lua'),
        ('locally it = 1\n', ''),
        ('find_package(Qt6 REQUIRED)\n', 'cmake'),
        ('-module(it).\n', 'erlang'),
        ('(defn run [x] x)\n', 'clojure'),
        ('case class Point(x: Int)\n', 'scala'),
        ('  def map(it: Int): Int =\n', 'scala'),
        ("require 'json'\n", 'ruby'),
        ('def run?\n  true\nend\n', 'ruby'),
        ('def run():\n  end = 1\n', ''),
        ('org.it.jvm=-Xmx1g\n# more\nshort=1\n', 'properties'),
        ('a.b=1\n', ''),
        ('a.b.c = 1\n', ''),
        ('a.b.c=1\nand more\n', ''),
        ('func it\n', ''),
        ('use it wisely;\n', ''),
        ('package it: done\n', ''),
        ('namespace It;\n', ''),
        ('server {\n  listen 80;\n  add_header A-B "one; two";\n  proxy_pass https://x;\n}\n', 'nginx'),
        ("'a_b' => true,\n'c' =>\narray (\n  0 => 'd',\n),\n", 'php'),
        ('events {\n  worker_connections 1024;\n}\nhttp {\n  keepalive 15;\n  proxy_pass https://x;\n}\n', 'nginx'),
    ],
)
def test_line_of_a_language(code: str, language: str) -> None:
    assert language_by_form(code) == language


@pytest.mark.parametrize('language', ['default', 'none', 'text'])
def test_lines_of_settings_without_a_sign(language: str) -> None:
    code = '# of a server\ntls-port 6379\nport 0\n\ntls-key-file /path/to/it\ntls-auth "no" yes\n'
    assert names(code, language) == ['tls-port/key', 'port/key', 'tls-key-file/key', 'tls-auth/key']


@pytest.mark.parametrize(
    'code', ['port 0\n', 'apt-get update\ntls-port 3\n', 'tls-port 3\nis one of them\n', 'tls-port 3\n' * 300]
)
def test_lines_that_set_nothing(code: str) -> None:
    assert not [name for name in names(code, 'none') if name.endswith('/key')]


@pytest.mark.parametrize(
    'code', ['cd /srv\ntls-port 3\n', 'ssh-add /home/me/id\n', 'one-add /a/b\ntwo-add /a/b\n', 'tls-port 3\n']
)
def test_commands_are_no_settings(code: str) -> None:
    assert not [name for name in names(code, 'none') if name.endswith('/key')]


def test_settings_whose_values_are_paths() -> None:
    assert names('tls-cert /a/b\ntls-key /a/c\n', 'none') == ['tls-cert/key', 'tls-key/key']


@pytest.mark.parametrize('language', ['default', 'none', 'text'])
def test_settings_with_blanks_in_their_names(language: str) -> None:
    code = '# of a store\nit crypt auth = token\nit file = /etc/it.d/key\n'
    assert names(code, language) == ['it crypt auth/key', 'it file/key', '/etc/it.d/key/file']
    assert names('it crypt auth = token\n', language) == ['it crypt auth/key']
    assert not [name for name in names('it crypt = token\n', language) if name.endswith('/key')]
    assert not [name for name in names('it crypt auth = token\nOr not.\n', language) if name.endswith('/key')]


BRACED = """\
it {
  stdout-level = DEBUG
  # what is said of it
  loggers = ["a.b",
    "c.d"]
  "actor" {
    receive: on
  }
}
"""


@pytest.mark.parametrize('language', ['hocon', 'default', 'none', 'text'])
def test_settings_in_braces(language: str) -> None:
    keys = [name for name in names(BRACED, language) if name.endswith('/key')]
    assert keys == ['it/key', 'stdout-level/key', 'loggers/key', 'actor/key', 'receive/key']


@pytest.mark.parametrize(
    'code', ['it {\n}\n', 'a = 1\nb = 2\n', 'it {\n  a = 1;\n}\n', 'if (it) {\n  a = 1\n}\n', 'it {\n  says this\n}\n']
)
def test_braces_of_something_else(code: str) -> None:
    assert braced_settings(code) == []


@pytest.mark.parametrize('language', ['default', 'none', 'text'])
def test_settings_that_are_switched_on(language: str) -> None:
    code = 'use-auth-secret\nstatic-auth-secret=[your key here]\n\n# of it\nrealm=it # here\n'
    assert names(code, language) == ['use-auth-secret/key', 'static-auth-secret/key', 'realm/key']
    assert names('root=/dev/sda1\nit=/bin/sh\n', language) == ['root/key', '/dev/sda1/file', 'it/key', '/bin/sh/file']


@pytest.mark.parametrize(
    'code',
    [
        'a = 1\nb = 2\n',
        'pre-commit\nruff-format\n',
        'it-is=1\nOr it is not.\n',
        'it-is == 1\nit\n',
        'a-b = 1\n',
        'x="/a"\ny="/b"\n',
    ],
)
def test_lines_that_switch_nothing_on(code: str) -> None:
    assert unsigned_settings(code) == []


COREFILE = """\
example.org {
    etcd {
        path /skydns
    }
    # of it
    cache 160 example.org
    loadbalance
}
"""


def test_blocks_of_a_server_that_no_lexer_knows() -> None:
    assert names(COREFILE, 'corefile') == ['etcd/key', 'path/key', 'cache/key', 'loadbalance/key']
    for code in (
        'function foo {\n  let x 3\n  print y\n}\n',
        'it {\n}\n',
        'it {\n  a 1\n  b 2\n',
        'it {\n  a 1;\n  b 2;\n}\n',
        'cache 1\nlog\n',
    ):
        assert nested_lines(code) == []


def test_messages_that_are_written_as_text() -> None:
    code = 'buffers {\n    size_kb: 2048,\n    fill: RING_BUFFER\n}\n'
    assert names(code, 'javascript') == ['buffers/key', 'size_kb/key', 'fill/key', 'RING_BUFFER/string']
    for other in ('{\n  a_b: 1\n}\n', 'it: {\n  a: 1\n}\n', 'it {\n  a_b: 1;\n}\n', 'a_b: 1\n'):
        assert messages_in_text(other) == []


def test_what_a_program_says_of_its_options() -> None:
    code = '  -a, --all          tells all of it\n      --max int      at most\n  -x, --A-----\n'
    assert {'-a/option', '--all/option', '--max/option'} <= set(names(code, 'default'))


def test_drawing_with_dashes_has_no_options() -> None:
    assert not [name for name in names('it --A-------\n--ABCD --EF\nnone of it\n', 'default') if '--' in name]


@pytest.mark.parametrize('language', ['default', 'none', 'text'])
def test_file_of_requirements(language: str) -> None:
    code = '# for tests\nzqtest>=5.4\nzqtest-django[all]>=3.9.0,<4  # of it\nother; python_version < "3.9"\n'
    assert names(code, language) == ['zqtest/installed', 'zqtest-django/installed', 'other/installed']
    assert required_packages('count>=10.5\n') == required_packages('Temperature>=10\nPressure<=3\n') == []
    assert required_packages('zqtest\nother\n') == []
    assert required_packages('zqtest==a\n') == []
    assert required_packages('zqtest>=5.4\nfor all of it\n') == []


def test_configuration_of_apache_under_another_name() -> None:
    code = (
        '<VirtualHost *:80>\n    ## of it\n    ServerAdmin it@x.org\n    <If "-f %{REQUEST_FILENAME}">\n'
        '        RewriteCond %{REQUEST_METHOD}  =GET\n    </If>\n</VirtualHost>\n'
    )
    found = names(code, 'shell')
    assert {'VirtualHost/key', 'ServerAdmin/key', 'RewriteCond/key', 'REQUEST_METHOD/instruction'} <= set(found)
    assert not any(name.endswith('/command') for name in found)


def test_block_that_is_not_to_be_highlighted() -> None:
    assert 'apt/command' in names('sudo apt install -y it-dev\n', 'no-highlight')
