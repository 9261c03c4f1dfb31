"""Names in files that are no programs: settings, queries, templates, build files, changes and quoted documents."""

from __future__ import annotations

from textwrap import dedent

import pytest

from sphinx_kwindex.collect.code import code_candidates
from sphinx_kwindex.collect.subcommands import WHOLE_COMMANDS


def names(code: str, language: str) -> list[str]:
    """``name/hint`` of each candidate, but for commands together with the words behind them."""
    found = [candidate for candidate in code_candidates(dedent(code), language) if candidate.hint not in WHOLE_COMMANDS]
    return [f'{candidate.name}/{candidate.hint}' for candidate in found]


YAML = """\
    version: 2
    build:
      os: "ubuntu_lts"
      "quoted key": Some plain words
      - uses: django.core.mail
      run: |
        pip install --upgrade word
    base: &anchor
      <<: *anchor
    flow: {a_b: 1, c: [x_y, z]}
    # a_comment: 1
    """
YAML_NAMES = [
    'version/key',
    'build/key',
    'os/key',
    'ubuntu_lts/string',
    'quoted key/key',
    'uses/key',
    'django.core.mail/string',
    'run/key',
    'pip/command',
    'install/second',
    '--upgrade/option',
    'word/installed',
    'base/key',
    'flow/key',
    'a_b/key',
    'c/key',
]

TOML = """\
    [tool.ruff.lint] # a_comment
    line-length = 120
    select = ["E", "a_b"]
    a.b.c = true
    [[source]]
    file = "setup.py"
    """
TOML_NAMES = [
    'tool.ruff.lint/key',
    'line-length/key',
    'select/key',
    'a_b/string',
    'a.b.c/key',
    'source/key',
    'file/key',
    'setup.py/file',
]


@pytest.mark.parametrize(
    ('language', 'code', 'found'),
    [
        ('yaml', YAML, YAML_NAMES),
        ('toml', TOML, TOML_NAMES),
        ('ini', '[mypy]\nstrict_it = True\nwords = some words\n; com_ment\nclass = a.b_c\n',
         ['mypy/key', 'strict_it/key', 'words/key', 'class/key', 'a.b_c/string']),
        ('json', '{"foo_bar": {"baz": 1, "x": [true, null, "a.b_c", "word"]}}',
         ['foo_bar/key', 'baz/key', 'x/key', 'a.b_c/string']),
        ('yaml', 'name: "{{ .Release.Name }}-{{ .x }}"\nlabel: {{- .Chart.Version | quote }}\n',
         ['name/key', 'Release.Name/sigil', 'label/key', 'Chart.Version/sigil', 'quote/filter']),
        ('yaml', 'x: "{{ .Values.a_b.name_x }}:tag"\nfsl,pins: 1\n', ['x/key', 'Values.a_b.name_x/sigil', 'fsl,pins/key']),
        ('yaml', 'x: ${{ secrets.A_TOKEN }}\nall of it is held as: y\n', ['x/key', 'secrets.A_TOKEN/identifier']),
        ('json', '{"description": "Please use the foo_bar option of this thing"}', ['description/key']),
        ('yaml', 'x: sum by (words of it) (a_b_total)\ny: ["--secure-port=44", "run it"]\n',
         ['x/key', 'a_b_total/identifier', 'y/key', '--secure-port/option']),
        ('yaml', 'x: go $HOME_DIR or a_b() or setup.py\n',
         ['x/key', 'HOME_DIR/envvar', 'a_b/call', 'setup.py/file']),
        ('xml', '<?xml version="1.0"?><a:b xmlns:a="x" c="d_e"><f/></a:b>', ['a:b/key', 'c/key', 'd_e/string', 'f/key']),
        ('apache', '<Files wsgi.py>\nRequire all granted\n</Files>', ['Files/key', 'wsgi.py/file', 'Require/key']),
        ('nginx', 'server { listen 80; }', ['server/key', 'listen/key']),
        ('nginx', 'uwsgi_param A_B $the_uri;', ['uwsgi_param/key', 'A_B/identifier', 'the_uri/sigil']),
        ('yaml', 'apiVersion: v1\nkind: Pod\nx:\n  kind: Volume\n',
         ['apiVersion/key', 'kind/key', 'Pod/typed', 'x/key', 'kind/key']),
        ('yaml', 'kind: Pod\n', ['kind/key']),
        ('yaml', 'apiVersion: v1\n---\nkind: Pod\n', ['apiVersion/key', 'kind/key']),
        ('yaml', 'kind: Pod\napiVersion: v1\n---\nkind: Job\n', ['kind/key', 'Pod/typed', 'apiVersion/key', 'kind/key']),
        ('yaml', 'environment:\n  name: PRODUCTION\n', ['environment/key', 'name/key']),
        ('yaml', 'env:\n# of it\n  A_B: |\n    SELECT: x\n', ['env/key', 'A_B/envvar']),
        ('yaml', '- env:\n    A: 1\n  ARGS: 2\n', ['env/key', 'A/envvar', 'ARGS/key']),
        ('yaml', 'variables:\n  - GET\n', ['variables/key']),
        ('yaml', 'variables:\n  A_B: 1\n', ['variables/key', 'A_B/envvar']),
        ('yaml', 'environment: &it\n  A_B: 1\n', ['environment/key', 'A_B/envvar']),
        ('yaml+jinja', 'a.b.c:\n  x: "{{ one | two }}"\n  y: d_e\n',
         ['a.b.c/key', 'x/key', 'one/variable', 'two/filter', 'y/key', 'd_e/string']),
        ('yaml', 'env:\n  A_B: 1\n  x: 2\nC_D: 3\n', ['env/key', 'A_B/envvar', 'x/key', 'C_D/key']),
        ('yaml', 'environment: # of it\n  - A_B=1\n  - CD\nE_F: 3\n', ['environment/key', 'A_B/envvar', 'CD/envvar', 'E_F/key']),
        ('yaml', 'env:\n- name: A_B # its\n  value: C_D\nx: 1\n',
         ['env/key', 'name/key', 'A_B/envvar', 'value/key', 'C_D/string', 'x/key']),
    ],
)  # fmt: skip
def test_settings(language: str, code: str, found: list[str]) -> None:
    assert names(code, language) == found


@pytest.mark.parametrize(
    ('code', 'found'),
    [
        ('CREATE TABLE "app_book" (id integer NOT NULL, "title" varchar(10), area double precision);',
         ['app_book/table', 'id/table', 'integer/builtin', 'title/table', 'varchar/builtin', 'area/table', 'double/builtin']),
        ("SELECT b.x, my_func(y) AS z FROM book b JOIN other ON b.id = other.id WHERE name = 'abc_d' -- a_comment",
         ['x/table', 'my_func/queried', 'y/table', 'z/variable', 'book/table', 'b/variable', 'other/table', 'id/table',
          'other.id/table', 'name/table']),
        ('INSERT INTO book (a, b) VALUES (%(a)s, :c, <d>)', ['book/table', 'a/table', 'b/table']),
        ('CREATE FUNCTION twice(n int)', ['twice/function', 'n/table', 'int/builtin']),
        ('BEGIN; COMMIT;', []),
        ('CREATE MATERIALIZED VIEW v AS SELECT 1', ['v/table']),
        ('ALTER TABLE a ALTER COLUMN STATUS_ID TYPE bigint', ['a/table', 'STATUS_ID/table', 'bigint/builtin']),
        ('WITH tree (a) AS (SELECT b)', ['tree/table', 'a/table', 'b/table']),
    ],
)  # fmt: skip
def test_sql(code: str, found: list[str]) -> None:
    assert names(code, 'sql') == found


def test_sql_session() -> None:
    assert names('mydb=# SELECT a FROM b_c;\n x_y\n-----\n', 'psql') == ['a/table', 'b_c/table']


TEMPLATE = """\
    {% extends "base.html" %}{% load static i18n %}{% load one two from three %}
    <div class="foo_bar" data-x_y="z" data-title="q" aria-label="r"
    ><my-elem title="{{ a.b|lower|date:"D" }}">words_of text</my-elem></div>
    {# a_comment #}<!-- b_comment -->
    {% for x in items %}{% csrf_token %}{% url 'name_x' x.pk as y %}{% endfor %}
    {% if user.is_authenticated and not x %}{% my_tag foo=1 %}{% else %}{% endif %}
    <script>const a = find_it(b.c);</script><style>.d_e { color: red }</style>
    """
TEMPLATE_NAMES = """\
    extends/tag base.html/file load/tag static/module i18n/module load/tag one/import two/import three/module
    data-title/key my-elem/tag a.b/attribute lower/filter date/filter
    for/tag x/variable items/variable csrf_token/tag url/tag x.pk/attribute y/variable
    if/tag user.is_authenticated/attribute x/variable my_tag/tag foo/parameter
    a/variable find_it/call b.c/attribute
    """


@pytest.mark.parametrize(
    ('language', 'code', 'found'),
    [
        ('html+django', TEMPLATE, TEMPLATE_NAMES),
        ('jinja', '{% set x = url_for(filename=y) %}{{ x|upper }}',
         'set/tag x/variable url_for/call filename/parameter y/variable x/variable upper/filter'),
        ('jinja', '{%- macro field(name) -%}{{ super() }}{%- endmacro -%}', 'macro/tag field/function name/variable super/call'),
        ('html', '<p id="a_b">c_d &amp; <x-y onclick="go()">e</x-y>', 'x-y/tag'),
        ('html', '<p title="%CDE_F%">%API_B_URL% %C3_A9% 50%</p>', 'CDE_F/envvar API_B_URL/envvar'),
        ('css', '.a-b #c_d { color: red; --my-var: 1 }', 'a-b/variable c_d/variable --my-var/setting'),
    ],
)  # fmt: skip
def test_markup(language: str, code: str, found: str) -> None:
    assert names(code, language) == found.split()


DOCKERFILE = """\
    FROM python:3.12 AS base
    ENV DEBUG_IT=1
    COPY --from=base setup.py /app
    RUN pip install -r requirements.txt && \\
        apt-get update --quiet
    CMD ["python", "-m", "http.server"]
    """
DOCKERFILE_NAMES = """\
    FROM/instruction ENV/instruction DEBUG_IT/envvar COPY/instruction --from/option setup.py/file
    RUN/instruction pip/command install/second -r/option requirements.txt/file apt-get/command update/second --quiet/option
    CMD/instruction python/command -m/option http.server/module
    """

CMAKE = """\
    project(Shop LANGUAGES CXX)
    set(CMAKE_CXX_STANDARD 17)
    find_package(Boost REQUIRED)
    function(my_function name)
    endfunction()
    if(WIN32)
      target_link_libraries(shop PRIVATE ${LIBS} Boost::system main.cpp)
    endif()
    """
CMAKE_NAMES = """\
    project/command set/command CMAKE_CXX_STANDARD/variable find_package/command Boost/module my_function/function
    target_link_libraries/command LIBS/variable Boost::system/identifier main.cpp/file
    """

HCL = """\
    variable "docker_ports" {
      type  = list(string)
      ports = toset(var.docker_ports.all)
    }
    resource "aws_instance" "web" {
    }
    log_file {
    }
    locals {
    }
    """
HCL_NAMES = """\
    docker_ports/key type/key list/call ports/key toset/call var.docker_ports.all/identifier aws_instance/type
    log_file/key
    """

MAKEFILE = """\
    CC = gcc
    include common.mk
    all: main.o
    \t@$(CC) -o prog $(CFLAGS) --verbose
    .PHONY: clean
    clean:
    \t-rm -f *.o
    """
MAKEFILE_NAMES = """\
    CC/envvar common.mk/module all/key CC/envvar -o/option CFLAGS/envvar --verbose/option
    .PHONY/instruction clean/key rm/command -f/option
    """


MESON = """\
    project('it', 'c', default_options: ['a=b'])
    e = executable('prog', 'testprog.c') # a_comment
    test('of it', e, is_parallel : false)
    if host == 'x'
      conf.set_quoted('A_B', 'c')
    endif
    """
MESON_NAMES = """\
    project/call default_options/parameter executable/call testprog.c/file test/call is_parallel/parameter set_quoted/call
    """


@pytest.mark.parametrize(
    ('language', 'code', 'found'),
    [
        ('meson', MESON, MESON_NAMES),
        ('hcl', HCL, HCL_NAMES),
        ('docker', DOCKERFILE, DOCKERFILE_NAMES),
        ('cmake', CMAKE, CMAKE_NAMES),
        ('make', MAKEFILE, MAKEFILE_NAMES),
    ],
)
def test_build_files(language: str, code: str, found: str) -> None:
    assert names(code, language) == found.split()


DIFF = """\
    diff --git a/shop/old_name.py b/shop/views.py
    index 0123..4567 100644
    --- a/shop/old_name.py
    +++ b/shop/views.py
    @@ -1,2 +1,2 @@ def in_the_head():
     class A:
    -    def old(self): pass
    +    def new(self): np_it()
    --- /dev/null
    +++ b/conf/app.toml
    @@ -0,0 +1 @@
    +line_length = 1
    """


def test_diff() -> None:
    """Each file in its own language; a line begins behind its mark, so a class's body is one."""
    assert names(DIFF, 'diff') == [
        'shop/views.py/file',
        'A/class',
        'old/method',
        'new/method',
        'np_it/call',
        'conf/app.toml/file',
        'line_length/key',
    ]


def test_diff_without_file_names_is_read_by_shape() -> None:
    assert names('-old_name = 1\n+word = x\n', 'diff') == ['old_name/identifier']


RST = """\
    A Title of a_title
    ==================

    The a_word, *some_emphasis*, `a_default`, ``get_it()`` and :py:func:`~os.path.join` in :ref:`a title <a_label>`.

    .. code-block:: python
       :linenos:

       import json
       if x:
           json.dumps()

    .. py:function:: run_it(x)
       :module: shop

       Body of text::

         plain some_shape

    Words again.
    """
RST_NAMES = """\
    get_it/call py:func/directive os.path.join/identifier ref/directive
    code-block/directive linenos/parameter json/module x/variable json.dumps/call
    py:function/directive run_it/identifier module/parameter some_shape/identifier
    """

MARKDOWN = """\
    # A Title of a_title

    The a_word, *some_emphasis*, `get_it()` and {py:func}`os.path.join`.

    ```python
    import json
    ```

    ```{note} words_of note
    :class: my_class
    ```

    ~~~
    plain some_shape
    ~~~

    a_word `call_b()`
    """
MARKDOWN_NAMES = """\
    get_it/call py:func/directive os.path.join/identifier
    json/module note/directive class/parameter some_shape/identifier call_b/call
    """


@pytest.mark.parametrize(
    ('language', 'code', 'found'), [('rst', RST, RST_NAMES), ('markdown', MARKDOWN, MARKDOWN_NAMES)]
)
def test_quoted_documents(language: str, code: str, found: str) -> None:
    assert names(code, language) == found.split()


def test_a_quotation_in_a_quotation_is_read_as_text() -> None:
    code = '.. code-block:: rst\n\n   .. code-block:: python\n\n      import some_module, word\n'
    assert names(code, 'rst') == ['code-block/directive', 'some_module/identifier']


def test_places_beside_templates() -> None:
    code = 'env:\n  HTTP_PROXY: "{{ proxy }}"\n  NO_PROXY: "{{ no_proxy }}"\n'
    found = [each for each in code_candidates(code, 'yaml+jinja') if each.name.isupper()]
    assert [(each.name, each.hint) for each in found] == [('HTTP_PROXY', 'envvar'), ('NO_PROXY', 'envvar')]
    assert all(code.startswith(each.name, each.start) for each in found)


def test_paths_are_keys_of_yaml() -> None:
    assert names('/opt/it:\n  - a: 1\n/srv: {}\n', 'yaml') == ['/opt/it/file', 'a/key', '/srv/file']


def test_functions_of_templates_in_settings() -> None:
    assert names('a: {{ .Release.Name | quote }}\nb: {{ x || y_z }}\n', 'yaml') == [
        *('a/key', 'Release.Name/sigil', 'quote/filter', 'b/key'),
    ]


def test_fields_of_headers_in_settings_of_a_server() -> None:
    lines = (
        'proxy_set_header X-Forwarded-Proto $scheme',
        'proxy_set_header Host $it',
        'add_header X-Http2-Push Enabled',
    )
    code = 'location / {\n' + ''.join(f'  {line};\n' for line in (*lines, 'it Some')) + '}\n'
    found = names(code, 'nginx')
    assert {each for each in found if each.endswith('/header')} == {
        *('X-Forwarded-Proto/header', 'Host/header', 'X-Http2-Push/header'),
    }


def test_variables_of_a_server_that_follow_each_other() -> None:
    found = names('fastcgi_param SCRIPT $document_root$fastcgi_script_name;\n', 'nginx')
    assert {'document_root/sigil', 'fastcgi_script_name/sigil'} <= set(found)


@pytest.mark.parametrize('language', ['none', 'default', 'text'])
def test_fences_that_a_dialect_indents(language: str) -> None:
    fenced = '```bash\nmy-tool --fast\n```\n'
    assert names(fenced, language) == ['my-tool/command', '--fast/option']
    assert names(f'Say\n{fenced}', language) == ['--fast/option']


@pytest.mark.parametrize(
    ('code', 'found'),
    [
        ('stream: ext://sys.stdout\n', ['stream/key', 'sys.stdout/string']),
        ('options:\n- -threaded\n- --with-rtsopts=-N\n- -fno-it\n- -12\n- - one\n',
         ['options/key', '-threaded/option', '--with-rtsopts/option', '-fno-it/option']),
    ],
)  # fmt: skip
def test_values_of_settings(code: str, found: list[str]) -> None:
    assert names(code, 'yaml') == found


def test_settings_that_are_called_text() -> None:
    code = 'server:\n    interface: 127.0.0.1\n    tls-key: "key.pem"\n'
    assert names(code, 'text') == names(code, 'yaml') == ['server/key', 'interface/key', 'tls-key/key', 'key.pem/file']
    assert names('Found:\n  3 of 4 in setup.py\n', 'text') == ['setup.py/file']
    assert names(code, 'output') == ['key.pem/file']


def test_scripts_of_a_workflow() -> None:
    code = """\
        - name: one
          run: npx vitest --merge-reports
        - run: |
            echo "$A_B" | jq -c '.[]'

            npm ci
          env:
            C_D: 1
        - run: "quoted it"
        """
    found = dict(each.split('/') for each in names(code, 'yaml'))
    commands = {name for name, hint in found.items() if hint == 'command'}
    assert commands == {'npx', 'jq', 'npm'}
    assert found['--merge-reports'] == found['-c'] == 'option'
    assert found['A_B'] == found['C_D'] == 'envvar'
    assert found['env'] == found['name'] == 'key'


def test_host_of_an_image_is_no_file() -> None:
    assert names('image: docker.io/library/it\n', 'yaml') == ['image/key']


def test_program_of_one_line_in_a_shell() -> None:
    found = names("python3 -W all -c 'import a.b; a.b.run_it()'\nnode -c 'import c'\n", 'bash')
    assert found == [
        'python3/command',
        '-W/option',
        '-c/option',
        'a.b/module',
        'a.b.run_it/call',
        'node/command',
        '-c/option',
    ]
    told = names('python -c "not a program"\n', 'bash')
    assert told == ['python/command', '-c/option']


def test_words_behind_run_that_are_no_script() -> None:
    assert 'always/command' not in names('- run: always on weekdays\n- run: Build the app\n', 'yaml')
    assert 'npm/command' in names('- run: npm ci\n  uses: x\n', 'yaml')
    assert 'npm/command' in names('- run: | # of it\n    npm ci\n', 'yaml')


def test_program_that_holds_tex_is_none() -> None:
    code = "latex_elements = {\n    'preamble': r'''\n\\usepackage{foo}\n''',\n}\nhtml_theme = sphinx.get_it()\n"
    assert 'sphinx.get_it/call' in names(code, 'default')


@pytest.mark.parametrize('language', ['latex', 'tex', 'none', 'default'])
def test_tex(language: str) -> None:
    code = """\
        \\usepackage[a_b]{hyperref, pdf-x}
        % \\NotThis in a comment
        \\begin{document}
        \\hypersetup{pdfapart=3} 5\\% \\setkeys{Gin}
        \\end{document}
        """
    assert set(names(code, language)) == {'hyperref/package', 'pdf-x/package', 'hypersetup/macro', 'setkeys/macro'}


@pytest.mark.parametrize('language', ['go-html-template', 'gotmpl'])
def test_templates_of_go(language: str) -> None:
    code = """\
        {{ with resources.GetRemote $url (dict "key" "not.This") }}
          {{ with .Err }}{{ errorf "%s" . }}{{ else with .Value.MediaType }}{{ range slice 1 2 }}
          {{- $data = . | transform.Unmarshal -}}{{ /* not.This | nor_this */ }}
        <p class="x">{{ .Title }}</p> with words and not
        <a href="{{ .Site.BaseURL }}">{{ end }}
        """
    assert names(code, language) == [
        'resources.GetRemote/call', 'dict/call', 'Err/attribute', 'errorf/call', 'Value.MediaType/attribute', 'slice/call',
        'transform.Unmarshal/call', 'Title/attribute', 'Site.BaseURL/attribute',
    ]  # fmt: skip


@pytest.mark.parametrize('language', ['none', 'default'])
def test_arrays_of_php_that_nobody_calls_so(language: str) -> None:
    assert names("'cache' => [\n    'ignored_url' => [\n        'a_b',\n    ],\n]\n", language) == [
        *('cache/key', 'ignored_url/key', 'a_b/string'),
    ]


def test_instructions() -> None:
    found = names('FROM zq\nRUN zqtool --all\n', 'docker')
    assert found == ['FROM/instruction', 'RUN/instruction', 'zqtool/command', '--all/option']


def test_attribute_that_a_stylesheet_selects_by() -> None:
    found = names('<style>\nhtml[data-theme="light"] { }\n</style>\n<my-element></my-element>\n', 'html')
    assert found[-1] == 'my-element/tag'
    assert 'data-theme/tag' not in found


def test_statements_of_sql_that_nobody_calls_so() -> None:
    code = "insert into zqdomains (zq_id, kind) values (5, 'x');\nselect id from zqusers where a_b=1;\n"
    assert names(code, 'default') == names(code, 'sql')
    assert names('Select one from the list.\n', 'none') == []


def plain(code: str, language: str) -> list[str]:
    return [each.name for each in code_candidates(code, language)]


def test_settings_that_a_list_gives_by_name_and_value() -> None:
    code = (
        'metadata:\n- name: token # if any\n  value: it\n- name: "userName"\n  valueFrom:\n    key: it\n'
        '- name: MAIL_HOST\n  value: it\n'
    )
    found = {each.name: each.hint for each in code_candidates(code, 'yaml')}
    assert (found['token'], found['userName'], found['MAIL_HOST']) == ('key', 'key', 'envvar')
    assert [each.name for each in code_candidates(code, 'yaml')].count('MAIL_HOST') == 1
    # one alone, or without a value, is the name of a thing
    assert 'token' not in plain('- name: token\n  value: it\n', 'yaml')
    assert 'token' not in plain('- name: token\n  image: it\n- name: other\n  image: it\n', 'yaml')


@pytest.mark.parametrize('version', ['$ktor', '${it.ktor}', '1.0', ''])
def test_artifact_with_a_version_that_is_filled_in(version: str) -> None:
    code = f'implementation("io.ktor:ktor-core:{version}")\n'
    assert 'io.ktor:ktor-core' in plain(code, 'kotlin')
    assert 'io.ktor:ktor-core' in plain(code, 'groovy')
