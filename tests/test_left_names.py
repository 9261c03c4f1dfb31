"""Names that no reader of lines looks for and whose form tells them, and what stands behind options of command lines."""

from __future__ import annotations

import pytest

from sphinx_kwindex.collect.code import code_candidates
from sphinx_kwindex.collect.literals import literal_candidates
from sphinx_kwindex.collect.remainder import left_of_settings
from sphinx_kwindex.shapes import Candidate
from test_code_calls import hints


def test_left_of_settings() -> None:
    assert hints('max-it 3\nmin-it 4 OneTwo\nlow-it yes\n', 'default').get('OneTwo') == 'identifier'


@pytest.mark.parametrize(
    ('code', 'left'),
    [
        ('it 3 OneTwo\nit 4 OneTwo --keep\n', ['OneTwo', '--keep']),
        ('it Two-Words User-Agent\n', ['User-Agent']),
        ('it myName MyName foo_bar\n', []),
    ],
)
def test_forms_that_are_left(code: str, left: list[str]) -> None:
    assert [each.name for each in left_of_settings(code, [Candidate(0, 'it', 'key')])] == left
    assert not list(left_of_settings(code, [Candidate(0, 'it', 'file')]))


@pytest.mark.parametrize(
    ('code', 'keys'),
    [
        ('helm install it x --set a.b=c --set-string routeIt=y\n', 'a.b routeIt'),
        ('git -c user.name=Me commit\n', 'user.name'),
        ('docker volume create --opt type=tmpfs it\n', 'type'),
        ('docker build --build-arg VERSION=1 .\n', 'VERSION'),
        ('it --name a.b=c\n', ''),
        ('it -o out.txt\n', ''),
    ],
)
def test_setting_behind_an_option(code: str, keys: str) -> None:
    assert {name for name, hint in hints(code, 'bash').items() if hint == 'key'} == set(keys.split())


def test_setting_behind_an_option_of_inline_code() -> None:
    assert literal_candidates('--set routeIt=native') == [('--set', 'option'), ('routeIt', 'key')]
    assert ('routeIt', 'key') not in literal_candidates('--get routeIt=native')


@pytest.mark.parametrize(
    ('code', 'commands'),
    [
        ('sudo -u postgres psql\n', 'sudo psql'),
        ('sudo -E make it\n', 'sudo make'),
        ('env -u HOME make\n', 'env make'),
        ('time -p make\n', 'make'),
        ('xargs -n 1 rm\n', 'xargs rm'),
        ('it -u postgres psql\n', 'it'),
        ('bin/rails db:migrate\n', 'bin/rails'),
        ('vendor/bin/phpunit x\n', 'phpunit'),
    ],
)
def test_commands_that_others_run(code: str, commands: str) -> None:
    assert [name for name, hint in hints(code, 'bash').items() if hint == 'command'] == commands.split()


@pytest.mark.parametrize(
    ('code', 'services'),
    [
        ('systemctl restart postfix\n', 'postfix'),
        ('systemctl enable --now nginx\n', 'nginx'),
        ('systemctl restart network\n', ''),
        ('service create --name web nginx\n', ''),
        ('service dovecot restart\n', 'dovecot'),
        ('systemctl stop postfix.service\n', 'postfix'),
        ('systemctl daemon-reload\n', ''),
        ('systemctl show postfix\n', ''),
        ('it stop postfix\n', ''),
    ],
)
def test_services(code: str, services: str) -> None:
    assert [name for name, hint in hints(code, 'bash').items() if hint == 'installed'] == services.split()


def test_a_command_under_the_name_of_text() -> None:
    found = hints('java -jar it-is.jar db status it.yml\n', 'text')
    assert found == {'java': 'command', '-jar': 'option', 'it-is.jar': 'file', 'it.yml': 'file'}
    assert 'java' not in hints('It ran java\n', 'text')


def test_options_that_say_more_by_more_letters() -> None:
    assert hints('pip -vvv list\n', 'bash')['-vvv'] == hints('gcc -O2 it.c\n', 'bash')['-O2'] == 'option'
    assert ('-vvv', 'option') in literal_candidates('pip install -vvv')
    assert '-xzf' not in hints('tar -xzf it\n', 'bash')


@pytest.mark.parametrize(
    ('text', 'names'),
    [
        ('// deno-fmt-ignore', [('deno-fmt-ignore', '')]),
        ('<!-- it-ignore-start -->', [('it-ignore-start', '')]),
        ('# noqa', [('noqa', '')]),
        ('# type: ignore', [('type: ignore', '')]),
        ('#general-talk', []),
        ('// see below', []),
        ('GET, OPTIONS', [('GET', ''), ('OPTIONS', '')]),
        ('Accept, Content-Type', [('Accept', 'header'), ('Content-Type', 'header')]),
        ('Foo, Bar', []),
        ('CREATE TABLE IF NOT EXISTS', [('CREATE TABLE', 'command')]),
        ('values(std::initializer_list<T>)', [('values', 'call'), ('std::initializer_list', 'identifier')]),
        ('expect(actual: Stream<T>)', [('expect', 'call'), ('Stream', 'typed')]),
        ('expect(actual: None)', [('expect', 'call')]),
        ('adapt(<type>)', [('adapt', 'call')]),
        ('println!("{}", x)', [('println!', 'call')]),
        ('vec![]', [('vec!', 'call')]),
        ('push!(a, b)', [('push!', 'call')]),
        ('Base.push!', [('Base.push!', 'call')]),
        ('any?(x)', [('any?', 'call')]),
        ('com.it.one:it-client', [('com.it.one:it-client', 'package')]),
        ('com.it.one:it-client:1.0', [('com.it.one:it-client', 'package')]),
    ],
)
def test_forms_of_inline_code(text: str, names: list[tuple[str, str]]) -> None:
    assert literal_candidates(text) == names


def test_long_form_behind_the_short_one() -> None:
    assert ('--bind', 'option') in literal_candidates('it env -b/--bind')


@pytest.mark.parametrize(
    ('language', 'code', 'found'),
    [
        ('rust', 'println!("a"); std::mem::run!(x); keep!(y); a != b;', 'println! std::mem::run! keep!'),
        ('julia', 'push!(a, b)\nBase.sort!(x)\n', 'push! Base.sort!'),
        ('ruby', 'user.save!\nredirect_to x if user.admin?\n', 'user.save! user.admin?'),
        ('elixir', 'Enum.empty?(x)\nFile.read!("x")\n', 'Enum.empty? File.read!'),
        ('typescript', 'let x?: number; c!.run();', ''),
        ('kotlin', 'it!!.run(); val a: String? = null', ''),
    ],
)
def test_names_that_end_in_a_sign(language: str, code: str, found: str) -> None:
    names = hints(code, language)
    assert {name for name in names if name[-1] in '!?'} == set(found.split())
    assert all(names[name] == 'call' for name in found.split())


@pytest.mark.parametrize(
    ('language', 'code', 'name', 'hint'),
    [
        (
            'yaml',
            '- "@type": type.it.org/it.filters.v3.LambdaConfig\n',
            'type.it.org/it.filters.v3.LambdaConfig',
            'type',
        ),
        ('yaml', '- gomod: go.it.io/collector/x v0.1.2\n', 'go.it.io/collector/x', 'import'),
        ('yaml', 'apiVersion: batch/v1\n', 'batch/v1', 'instruction'),
        ('hcl', 'resource "it_release" "x" {\n  a = data.it_config.p.token\n}\n', 'it_release', 'type'),
        ('hcl', 'resource "it_release" "x" {\n  a = data.it_config.p.token\n}\n', 'it_config', 'type'),
        ('alloy', 'it.scrape "demo" {\n  forward_to = [x]\n}\n', 'forward_to', 'key'),
        ('ini', 'ssl.versions.1 = a\nssl.versions.2 = b\n', 'ssl.versions', 'key'),
        ('kotlin', 'it("io.insert-it:it-ktor:1.2")', 'io.insert-it:it-ktor', 'package'),
        ('kotlin', 'it("127.0.0.1:x")', '127.0.0.1:x', 'string'),
    ],
)
def test_values_and_blocks(language: str, code: str, name: str, hint: str) -> None:
    assert hints(code, language).get(name, '') == hint


def test_acronyms_in_what_a_program_says_of_its_options() -> None:
    told = 'usage: it\n\n  -h, --help   Show it\n  --key=FLXD     TLS to verify\n  --url=x      DO it, or MQTT\n'
    assert {'TLS', 'MQTT'} <= hints(told, 'none').keys()
    assert not {'FLXD', 'DO'} & hints(told, 'none').keys()
    assert not {'TLS', 'MQTT'} & hints('A log: TLS MQTT\n', 'none').keys()


def test_property_of_a_file_of_settings() -> None:
    def told(code: str) -> set[str]:
        return {each.hint for each in code_candidates(code, 'xml') if each.name == 'handlerQueue'}

    assert 'key' in told('<bean><property name="handlerQueue" value="a"/></bean>')
    assert 'key' not in told('<bean name="handlerQueue"/>')


@pytest.mark.parametrize(
    ('text', 'names'),
    [
        ('operator[]', [('operator[]', 'method')]),
        ('dynamic::operator==', [('dynamic::operator==', 'method')]),
        (':openapi/example', [('openapi/example', 'key')]),
        ('# to-do', []),
        ('// end-user', []),
        ('AND, OR', []),
        ('file.txt!', [('file.txt', 'file')]),
        ('pip install', [('pip', 'command'), ('install', 'second'), ('pip install', 'alone')]),
        ('vagrant cloud box create NAME', [('vagrant', 'command'), ('vagrant cloud box create', 'command')]),
    ],
)
def test_more_forms_of_inline_code(text: str, names: list[tuple[str, str]]) -> None:
    assert literal_candidates(text) == names


def test_words_of_a_sentence_are_no_command() -> None:
    assert ('docker can only build', 'command') not in literal_candidates('docker can only build')


@pytest.mark.parametrize(
    ('language', 'code', 'name', 'hint'),
    [
        ('clojure', '{:it/example 1 :no-doc true :a 2}', 'it/example', 'key'),
        ('clojure', '{:it/example 1 :no-doc true :a 2}', 'no-doc', 'key'),
        ('javascript', 'run("it", ["--keep-it"])', '--keep-it', 'option'),
        ('javascript', 'run("a --keep-it")', '--keep-it', ''),
        ('default', '[realms]\n  IT.LOCAL = {\n    kdc = it\n  }\n', 'kdc', 'key'),
        ('yaml', 'branch: release/v2\n', 'release/v2', ''),
        ('bash', 'ps -o pid=\n', 'pid', ''),
        ('bash', 'sudo --user=www-data ls\n', 'ls', 'command'),
        ('bash', 'sudo --user=www-data ls\n', 'www-data', ''),
        ('bash', 'sudo -Hu postgres psql\n', 'psql', 'command'),
        ('bash', 'sudo -u $APP psql\n', 'psql', 'command'),
        ('text', 'timeout 30\nuse-it\ntls-port 6379 --foo\n', 'timeout', ''),
    ],
)
def test_found_or_not(language: str, code: str, name: str, hint: str) -> None:
    assert hints(code, language).get(name, '') == hint
