"""Calls that no round bracket shows, and names that languages join in ways of their own."""

from __future__ import annotations

from textwrap import dedent

import pytest

from sphinx_kwindex.collect.code import code_candidates


def hints(code: str, language: str) -> dict[str, str]:
    """Name -> hint, that of its first place."""
    found: dict[str, str] = {}
    for candidate in code_candidates(dedent(code), language):
        found.setdefault(candidate.name, candidate.hint)
    return found


@pytest.mark.parametrize(
    ('language', 'code', 'called'),
    [
        (
            'ocaml',
            'let line = input_line ic in\nprint_endline line;\nList.map show items\n',
            'input_line print_endline List.map',
        ),
        ('haskell', 'main = do\n  putStrLn greeting\n', 'putStrLn'),
        ('fsharp', 'printfn "%d" total\n', 'printfn'),
        ('elixir', 'assert_receive {:put, "milk"}\nplug :accepts\n', 'assert_receive plug'),
        ('groovy', 'buildscript {\n  dependencies {\n  }\n}\n', 'buildscript dependencies'),
        ('kotlin', 'plugins {\n}\n', 'plugins'),
        ('cpp', 'auto it = create_subscription<std_msgs::msg::Float32>("t", 10);\n', 'create_subscription'),
        ('typescript', 'const it = createStore<State>(x);\n', 'createStore'),
        ('erlang', 'start() ->\n    gen_server:start_link(Name, []).\n', 'gen_server:start_link'),
        ('elixir', ':gen_tcp.send(socket)\n', 'gen_tcp.send'),
    ],
)
def test_called_without_a_round_bracket(language: str, code: str, called: str) -> None:
    found = hints(code, language)
    for name in called.split():
        assert found.get(name) in {'call', 'invoked'}, (name, found)


@pytest.mark.parametrize(
    ('language', 'code', 'name'),
    [
        ('ocaml', 'let line = input_line ic in line\n', 'line'),
        ('ocaml', 'let channel = ic in channel\n', 'ic'),
        ('ocaml', 'type table = item list\n', 'item'),
        ('ocaml', 'val find : path string -> bool\n', 'path'),
        ('haskell', 'find :: Path -> many items\n', 'many'),
        ('haskell', 'main = print total rest\n', 'total'),
        ('elixir', 'value = other\n', 'value'),
        ('groovy', 'def it = thing\n', 'thing'),
        ('cpp', 'bool it = low_mark < high_mark && that > (other_mark);\n', 'low_mark'),
        ('cpp', 'std::vector<int> all_items;\n', 'std::vector'),
        ('cpp', 'return std::vector<int>{1, 2};\n', 'std::vector'),
        ('cpp', 'if (low_mark < high_mark, that_mark > (other)) {}\n', 'low_mark'),
        ('c', 'while (first_it<last_it & a>(b)) {}\n', 'first_it'),
        ('ocaml', 'val fold :\n  string list ->\n  result option -> bool\n', 'result'),
        ('haskell', 'foldIt\n  :: Monad m\n  => item a\n  -> holder b\n', 'holder'),
        ('haskell', 'foldIt\n  :: Monad m\n  => item a\n  -> holder b\n', 'item'),
        ('python', 'dependencies {\n', 'dependencies'),
    ],
)
def test_what_is_not_called(language: str, code: str, name: str) -> None:
    assert hints(code, language).get(name) not in {'call', 'invoked', 'function'}


def test_atoms_and_variables_of_erlang() -> None:
    code = """\
        -module(channels).
        -behaviour(gen_server).
        init(Args) ->
            process_flag(trap_exit, true),
            {ok, alloc(Args)}.
        """
    found = hints(code, 'erlang')
    assert found['channels'] == found['gen_server'] == 'module'
    assert found['trap_exit'] == 'identifier'
    assert found['alloc'] == 'call'
    assert found.keys().isdisjoint({'Args', 'ok', 'behaviour'})


def test_directives_and_placeholders_of_caddy() -> None:
    code = 'localhost {\n\thandle_errors {\n\t\trespond "{err.status_code} {path}"\n\t}\n}\n'
    assert hints(code, 'caddy') == {'handle_errors': 'key', 'respond': 'key', 'err.status_code': 'identifier'}


def test_variables_options_and_headers_of_apache() -> None:
    code = (
        'RewriteRule ^ https://%{HTTP_HOST}/ [R=301]\n'
        'FastCgiServer /usr/lib/it -host 127.0.0.1 -pass-header Authorization\n'
        'Header set Strict-Transport-Security "max-age=1"\n'
        'SetEnv it %{HTTP:X-Forwarded-Proto}\n'
    )
    found = hints(code, 'apache')
    assert found['HTTP_HOST'] == 'instruction'
    assert found['-host'] == found['-pass-header'] == 'option'
    assert found['Strict-Transport-Security'] == found['X-Forwarded-Proto'] == 'header'


@pytest.mark.parametrize('language', ['sql', 'mysql', 'postgres'])
def test_answers_of_a_database_name_nothing(language: str) -> None:
    code = 'SELECT total FROM orders;\n1 row in set (0.01 sec)\nQuery OK, 1 rader affected\n'
    found = hints(code, language)
    assert {'total', 'orders'} <= found.keys()
    assert found.keys().isdisjoint({'sec', 'rader', 'affected', 'OK'})


def test_group_and_version_of_an_interface() -> None:
    assert hints('apiVersion: kubelet.config.k8s.io/v1beta1\n', 'yaml') == {
        'apiVersion': 'key',
        'kubelet.config.k8s.io/v1beta1': 'instruction',
    }


@pytest.mark.parametrize(
    ('line', 'image'),
    [
        ('FROM ghcr.io/acme/base:latest', 'ghcr.io/acme/base'),
        ('FROM --platform=linux/amd64 envoyproxy/envoy AS build', 'envoyproxy/envoy'),
        ('FROM localhost:5000/acme/it@sha256:abc', 'localhost:5000/acme/it'),
    ],
)
def test_image_that_another_is_made_from(line: str, image: str) -> None:
    assert hints(f'{line}\nRUN true\n', 'dockerfile')[image] == 'installed'


def test_image_without_an_owner_is_told_by_texts() -> None:
    assert hints('FROM python:3.12\nRUN true\n', 'dockerfile').keys() == {'FROM', 'RUN', 'true'}


def test_functions_of_a_shell_with_a_prefix() -> None:
    found = hints('if bashio::jq.exists "${options}"; then\n  bashio::log.info "gone"\nfi\n', 'bash')
    assert found['bashio::jq.exists'] == found['bashio::log.info'] == 'command'


def test_bracket_behind_a_word_begins_no_command() -> None:
    found = hints('run it\nTraceback (most recent call last):\n(cd there && make it)\n', 'bash')
    assert 'most' not in found
    assert 'make' in found
    assert hints('test_it (tests.Case) ... ok\n', 'bash').get('tests.Case') != 'command'
    assert {'sort', 'uniq'} <= hints('diff <(sort a) <(uniq b)\n', 'bash').keys()
    assert 'Get-Date' in hints('Write-Host (Get-Date)\n', 'powershell')
    assert 'Get-ChildItem' in hints('foreach ($x in (Get-ChildItem)) { }\n', 'powershell')


def test_option_of_two_letters_of_which_one_is_a_capital() -> None:
    assert hints('nmap -sV --reason 10.0.0.1\n', 'bash')['-sV'] == 'option'


@pytest.mark.parametrize('language', ['text', 'default', 'none'])
def test_files_of_a_listing(language: str) -> None:
    code = 'addon/\n  translations/\n    en.yaml\n  config.yaml  # settings\n  ...\n'
    assert hints(code, language) == {'en.yaml': 'file', 'config.yaml': 'file'}


def test_files_of_a_drawn_tree() -> None:
    assert hints('.\n├── conf.py\n│   └── main_notes\n└── setup.cfg\n', 'text') == {
        'conf.py': 'file',
        'setup.cfg': 'file',
    }


def test_text_beside_files_is_no_listing() -> None:
    assert 'SomeName' in hints('en.yaml\nSomeName\n', 'text')
    assert 'SomeName' in hints('addon/\n  en.yaml\nis what SomeName reads\n', 'text')


def test_files_below_any_folder() -> None:
    assert hints("LOCK = '**/Cargo.lock | **/uv.lock'\n", 'toml') == {
        'LOCK': 'key',
        'Cargo.lock': 'file',
        'uv.lock': 'file',
    }


def test_coordinates_of_maven_and_sbt() -> None:
    pom = '<dependency>\n  <groupId>io.dropwizard</groupId>\n  <artifactId>rx-client</artifactId>\n</dependency>\n'
    found = hints(pom, 'xml')
    assert found['io.dropwizard'] == found['rx-client'] == 'package'
    sbt = 'import scala.concurrent.duration._\nlibraryDependencies += "org.it" %% "effect-testkit" % "3.4" % Test\n'
    found = hints(sbt, 'scala')
    assert found['scala.concurrent.duration'] == 'module'
    assert found['effect-testkit'] == 'package'
    assert '3.4' not in found


def test_text_of_other_elements_is_no_package() -> None:
    assert 'plain-text' not in hints('<name>\nplain-text\n</name>\n', 'xml')


def test_modules_of_node() -> None:
    code = "const fs = require('node:fs')\nconst other = require('original-fs')\nfs.readFileSync('x')\nimport.meta.client\n"
    found = hints(code, 'js')
    assert found['fs.readFileSync'] == 'call'
    assert found['import.meta.client'] == 'identifier'


def test_action_of_a_workflow() -> None:
    assert hints('steps:\n  - uses: actions/checkout@v4\n', 'yaml')['actions/checkout'] == 'installed'
    assert hints('  - uses: it/it/.github/workflows/x.yml@main\n', 'yaml')['it/it/.github/workflows/x.yml'] == 'file'


def test_language_of_two() -> None:
    code = '>>> it = session.scalars(\n...     select(User).limit(1)\n... )\n'
    assert hints(code, 'pycon+zql')['session.scalars'] == hints(code, 'pycon')['session.scalars'] == 'call'
    assert hints('<button phx-click="it" phx-value-ref={it}>x</button>', 'heex') == {
        'phx-click': 'key',
        'phx-value-ref': 'key',
    }


def test_variables_with_what_stands_for_them() -> None:
    found = hints(
        'a:\n  one: ${IT_ONE:kept}\n  two: "${IT_TWO:}"\n  three: ${sys:it.three}\n  four: ${IT FOUR:x}\n', 'yaml'
    )
    assert {name for name, hint in found.items() if hint == 'envvar'} == {'IT_ONE', 'IT_TWO'}


def test_variables_that_a_string_of_terraform_takes_in() -> None:
    code = 'env {\n  ALLOC = "${NOMAD_ALLOC_ID}-$${NOT_THIS}"\n}\n'
    found = hints(code, 'hcl')
    assert found['NOMAD_ALLOC_ID'] == 'envvar'
    assert 'NOT_THIS' not in found


@pytest.mark.parametrize('language', ['text', 'default'])
def test_commands_behind_the_prompt_of_the_superuser(language: str) -> None:
    found = hints('# xbps-reconfigure -f linux\n# vkpurge --all rm\n', language)
    assert found['xbps-reconfigure'] == found['vkpurge'] == 'command'
    assert found['-f'] == 'option'
    assert 'command' not in hints('# a comment\n# that goes on\n', language).values()


@pytest.mark.parametrize(
    ('code', 'found'),
    [
        ('# mkfs.ext4 /dev/sda2\n', {'mkfs.ext4': 'command', '/dev/sda2': 'file'}),
        (
            '# A_B=$C xbps-install -S -r /mnt\n',
            {'A_B': 'envvar', 'xbps-install': 'command', '-S': 'option', '-r': 'option'},
        ),
        ('[xchroot /mnt] # passwd\n', {'passwd': 'command'}),
        ('[root@it ~]# passwd --all\nout-put\n', {'passwd': 'command', '--all': 'option'}),
        ('# zqtool is not for you/me\n', {}),
        ('# see it/that\n', {}),
        ('# zqtool\n', {}),
        ('[server] # the main part\nit_is = 1\n', {'server': 'variable', 'it_is': 'variable'}),
    ],
)
def test_one_command_behind_the_prompt_of_the_superuser(code: str, found: dict[str, str]) -> None:
    assert hints(code, 'default') == found


def test_superuser_of_a_machine() -> None:
    found = hints('guest# mount -t virtiofs it_is /mnt\n', 'default')
    assert found == {'mount': 'command', '-t': 'option', 'it_is': 'identifier'}


def test_fields_of_a_form_and_of_the_header_of_a_request() -> None:
    code = 'curl --data-urlencode grant_type=urn -d "subject_token=$X" -H "Accept: a/b; c=2" -H "Error: it"\n'
    found = hints(code, 'shell')
    assert found['grant_type'] == found['subject_token'] == 'key'
    assert found['Accept'] == 'header'
    assert 'Error' not in found
    assert hints('pip install --config-settings editable_mode=compat it\n', 'sh')['editable_mode'] == 'key'
    assert not {'result_is', 'Host', 'a_b'} & hints('echo "result_is=1" "Host: it"\npython it.py a_b=1\n', 'sh').keys()
    assert hints('export no_proxy=localhost\nno_way=1\n', 'sh')['no_proxy'] == 'envvar'


def test_names_of_hosts_with_their_last_dot() -> None:
    assert 'it.example.test.' not in hints('$ kdig it.example.test.\n', 'console')


ELEMENT = """\
<domain>
  ...
  <filesystem type='mount' accessmode='passthrough'>
    <memoryBacking/>
  </filesystem>
</domain>
"""


def test_element_of_xml_that_nobody_calls_so() -> None:
    found = hints(ELEMENT, 'default')
    assert found['memoryBacking'] == found['accessmode'] == 'key'
    assert 'key' not in hints('<domain> is set\nit <b>is</b>\n</domain>\n', 'default').values()
    assert 'key' not in hints('<a>\n<b>\nx = 1;\n</a>\n', 'default').values()


def test_prompt_of_a_session_that_is_said_to_be_a_script() -> None:
    found = hints('% dig +short it.org @localhost\n192.168.0.1\n', 'sh')
    assert (found['dig'], found['+short']) == ('command', 'option')
    assert hints('meson . build -Dvulkan-drivers=it\n', 'sh')['-Dvulkan-drivers'] == 'option'


def test_statements_with_templates_in_them() -> None:
    code = "{%- set given = x %}\n# The following is it\nselect a from {{ ref('b') }}_{{ it | trim }}\n{%- endset %}\n"
    found = hints(code, 'sql')
    assert (found['ref'], found['trim']) == ('call', 'filter')
    assert 'endset' not in found
    assert 'filter' not in hints('select a from b where c = 1\n', 'sql').values()


def test_variable_that_a_tool_hands_to_its_templates() -> None:
    assert hints('a:\n  b: "{{.GITHUB_SHA}}"\n', 'yaml')['GITHUB_SHA'] == 'envvar'


def test_custom_properties_of_a_stylesheet() -> None:
    assert hints(':root {\n  --vp-c-brand-1: #646cff;\n}\n.it { color: red }\n', 'css') == {
        '--vp-c-brand-1': 'setting',
        'it': 'variable',
    }


def test_name_of_a_folder_before_the_sign_of_a_prompt() -> None:
    code = '# Build it\nmesa $ meson compile -C build\nperfetto $ ./tools/gn gen\n'
    found = hints(code, 'sh')
    assert found['meson'] == 'command'
    assert 'mesa' not in found
    assert 'of' not in hints('$ it\ntotal $ of it\n', 'console')
    assert 'comment' not in hints('% comment of it\nfoo bar\n', 'sh')


def test_request_that_a_command_makes() -> None:
    found = hints('curl -X PUT http://it -H "Content-Type: text/plain" -H \'x: y\'\n', 'bash')
    assert found['PUT'] == found['Content-Type'] == 'header'


def test_variables_that_a_command_is_given() -> None:
    found = hints('make TARGET=SITL\ndocker run -e ROLLOVER=true it\n', 'bash')
    assert found['TARGET'] == 'key'
    assert found['ROLLOVER'] == 'envvar'


def test_python_that_is_typed_in_a_session_of_a_shell() -> None:
    code = '$ it shell\n>>> from a_b import CdEf\n>>> CdEf.run(\n...     x_y=1)\n1\n$ it --quit\n'
    found = hints(code, 'console')
    assert found['a_b'] == 'module'
    assert found['a_b.CdEf'] == 'import'
    assert found['a_b.CdEf.run'] == 'call'
    assert found['x_y'] == 'parameter'
    assert found['--quit'] == 'option'
    assert '...' not in hints('$ it\n... more_of it\n', 'console')


def test_object_that_a_request_sends() -> None:
    code = 'curl http://it -H "X-API-KEY: $k" -X PUT -d \'\n{\n  "plugins": {"limit-count": {"time_window": 60}}\n}\'\n'
    found = hints(code, 'bash')
    assert found['X-API-KEY'] == 'header'
    assert found['plugins'] == found['limit-count'] == found['time_window'] == 'key'
    assert 'a_b' not in hints("curl http://it -d '{a_b: 1}'\n", 'bash')
    assert 'a_b' not in hints('echo \'{"a_b": 1}\'\n', 'bash')


@pytest.mark.parametrize('language', ['sh', 'text', 'default'])
def test_options_that_a_slash_begins(language: str) -> None:
    found = hints(
        '/outputDir:<directory>\n/importer:TextureImporter\n/define:X=Y\n/path/to:it\n/port:80\nPOST /users:get\n',
        language,
    )
    assert found['/outputDir'] == found['/importer'] == found['/define'] == 'option'
    assert found['TextureImporter'] == 'string'
    assert not {'/port', '/path', '/path/to', '/users'} & {name for name, hint in found.items() if hint == 'option'}


def test_keys_of_tables_of_powershell() -> None:
    code = "$rule = @{\n    LocalPort = 22\n    Name = 'x'; PropertyType = 'y'\n}\nNew-It @rule\n"
    found = hints(code, 'powershell')
    assert found['LocalPort'] == found['PropertyType'] == 'key'
    assert found['New-It'] == 'command'
    assert 'Other' not in hints("$x = @{ AB = 'x; Other = 1' }\n", 'powershell')
    assert 'Other' not in hints('$x = 1\nOther = 2\n', 'powershell')


def test_packages_behind_the_short_form_of_install() -> None:
    assert hints('npm i -D @vitest/coverage-v8 lodash\n', 'bash')['@vitest/coverage-v8'] == 'installed'


def test_sub_command_of_a_sub_command_by_what_it_does() -> None:
    assert hints('kanidm domain set-ldap-basedn x\n', 'bash')['set-ldap-basedn'] == 'subcommand'
    assert 'subcommand' not in hints('git branch add-feature\ngit checkout set-it\n', 'bash').values()


def test_script_in_a_folder_by_its_path() -> None:
    found = hints('A_B=1 tools/sample_data.sh\n./run_it.sh\n/usr/bin/all_it.sh\n', 'bash')
    assert {'tools/sample_data.sh', 'run_it.sh', 'all_it.sh'} <= found.keys()


@pytest.mark.parametrize('language', ['php', 'text', 'python'])
def test_script_is_what_its_first_line_says(language: str) -> None:
    assert hints('#!/bin/bash\ncd "${BASH_SOURCE[0]}"\n', language)['BASH_SOURCE'] == 'envvar'


def test_directive_of_a_server_on_several_lines() -> None:
    code = (
        'http {\n    # of it\n    gzip_types text/plain\n               text/css;\n    access_log /var/log/it.log;\n}\n'
    )
    assert {'http', 'gzip_types', 'access_log'} <= hints(code, 'default').keys()
    assert set(hints(code, 'default').values()) >= {'key'}


def test_key_with_dots_that_a_section_of_toml_quotes() -> None:
    assert hints('[plugins."io.it.grpc.v1"]\na = 1\n', 'toml') == {
        'plugins': 'key',
        'io.it.grpc.v1': 'string',
        'a': 'key',
    }
    assert hints('[plugins."it"]\na = 1\n', 'toml') == {'plugins': 'key', 'a': 'key'}


@pytest.mark.parametrize('section', ['host."https://mirror.it"', "host.'https://mirror.it'.header", 'host'])
def test_section_of_toml_up_to_what_is_quoted(section: str) -> None:
    assert hints(f'[{section}]\nca = "x"\n', 'toml') == {'host': 'key', 'ca': 'key'}


@pytest.mark.parametrize(
    ('language', 'code', 'hint'),
    [
        ('php', "$it = ['exchange_type' => 'direct'];\n", 'key'),
        ('ruby', "it = {'exchange_type' => 'direct'}\n", 'key'),
        ('rust', 'match it { "exchange_type" => run(), _ => {} }\n', 'string'),
    ],
)
def test_arrow_behind_a_string(language: str, code: str, hint: str) -> None:
    assert hints(code, language)['exchange_type'] == hint


def test_line_of_a_string_is_no_answer_of_a_database() -> None:
    assert 'col_b' in hints("INSERT INTO it VALUES ('a line\nQuery OK of it', col_b);\n", 'sql')
