"""Commands, options and variables in scripts and sessions of shells."""

from __future__ import annotations

from textwrap import dedent

import pytest

from sphinx_kwindex.collect.code import code_candidates
from sphinx_kwindex.collect.subcommands import WHOLE_COMMANDS


def names(code: str, language: str) -> list[str]:
    """``name/hint`` of each candidate, but for commands together with the words behind them."""
    found = [candidate for candidate in code_candidates(dedent(code), language) if candidate.hint not in WHOLE_COMMANDS]
    return [f'{candidate.name}/{candidate.hint}' for candidate in found]


SESSION = """\
    $ cd /tmp && python3 -m http.server --bind=127.0.0.1 | grep -v foo_bar
    Serving out_put on setup.cfg
    $ export DJANGO_SETTINGS_MODULE=my.settings
    $ sudo apt-get install "quo_ted" $HOME # com_ment
    (venv) user@host:~$ git commit \\
    >   --amend
    # a_comment of somebody who is no superuser
    """
SESSION_NAMES = """\
    cd/builtin python3/command -m/option http.server/module --bind/option grep/command -v/option foo_bar/identifier
    export/builtin DJANGO_SETTINGS_MODULE/envvar sudo/command apt-get/command install/second quo_ted/installed HOME/envvar
    git/command commit/second --amend/option
    """


@pytest.mark.parametrize('language', ['console', 'shell-session', 'bash', 'sh', 'shell'])
def test_session(language: str) -> None:
    assert names(SESSION, language) == SESSION_NAMES.split()


@pytest.mark.parametrize(
    ('language', 'code', 'found'),
    [
        ('console', '# apt-get install --yes git\nout_put\n', 'apt-get/command install/second --yes/option git/installed'),
        ('doscon', 'C:\\Users> py -m pip install x\nout_put\n', 'py/command -m/option pip/module install/second'),
        ('console', '...\\> py manage.py runserver\nout_put\n', 'py/command manage.py/file runserver/subcommand'),
        ('shell', '...\\> dir\n', 'dir/command'),
        ('ps1con', 'PS C:\\> Get-Item -Path x\nout_put\nPS> $env:FOO = 1\n', 'Get-Item/command -Path/option FOO/envvar'),
        ('console', 'django-admin migrate --settings=my.settings\nset-it\n',
         'django-admin/command migrate/second --settings/option my.settings/identifier set-it/command'),
        ('console', 'Found 3 of a_b\n  in setup.py\n', 'a_b/identifier setup.py/file'),
        ('bash', 'grep foo_a\\|bar_b file.txt', 'grep/command foo_a/identifier bar_b/identifier file.txt/file'),
        ('bash', 'cmake .. -DCMAKE_X=Y -DA', 'cmake/command -DCMAKE_X/option'),
        ('bash', 'php artisan list', 'php/command artisan/second list/second'),
        ('bash', 'curl https://x.org --http1.1', 'curl/command --http1.1/option'),
        ('bat', 'set DEBUG=1\ncd %HOMEPATH%\n', 'set/command DEBUG/envvar cd/command HOMEPATH/envvar'),
    ],
)  # fmt: skip
def test_other_sessions(language: str, code: str, found: str) -> None:
    assert names(code, language) == found.split()


@pytest.mark.parametrize(
    ('code', 'found'),
    [
        ('FOO_BAR=1 make install', 'FOO_BAR/envvar make/command'),
        ('A_B="x y" make', 'A_B/envvar make/command'),
        ('A_B=a_b.c_d', 'A_B/envvar'),
        ('A_B=$(git log) make', 'A_B/envvar git/command log/second make/command'),
        ('name=1 make $name', 'name/variable make/command name/variable'),
        ('echo ${HOME}', 'echo/builtin HOME/envvar'),
        ('git commit -m msg \\\n  --amend', 'git/command commit/second -m/option --amend/option'),
        ('python -m one -m x', 'python/command -m/option one/module -m/option x/module'),
        (
            './configure --prefix=/usr && ./manage.py test',
            'configure/command --prefix/option manage.py/file test/second',
        ),
        ('gcc -Wall -Wa -xzf -name -O2', 'gcc/command -Wall/option -Wa/option -name/option -O2/option'),
        ('tool [-h] [-c command | --file name]', 'tool/command -h/option -c/option --file/option'),
        ('if [ -f setup.py ]; then run; fi', 'setup.py/file run/command'),
        ('if test -f setup.py; then run; fi', 'test/builtin -f/option setup.py/file run/command'),
        ('while read line; do cat; done', 'read/builtin cat/command'),
        ('for x in a_b; do cat; done', 'a_b/identifier cat/command'),
        ('my_func() { cat; }', 'my_func/function cat/command'),
        ('cat > out.txt <<EOF\na_b c\nEOF', 'cat/command out.txt/file'),
        ('find . -type f | xargs grep x', 'find/command -type/option xargs/command grep/command'),
        ('#!/bin/sh\n# a_b', ''),
        ('echo word "a_b"', 'echo/builtin'),
        ('Ran 22 tests in 1s\n\nOK', ''),
        ('restic -r /srv/store mount /mnt', 'restic/command -r/option /srv/store/file mount/second'),
        ('sphinx-build -b html docs out', 'sphinx-build/command -b/option'),
        ('mkdir static', 'mkdir/command'),
        ('git clone https://x.org/y.git', 'git/command clone/second'),
        ('docker compose up', 'docker/command compose/second'),
        (
            'pip install black==24.1 -r req.txt --pre "django[argon2]>=4"',
            (
                'pip/command install/second black/installed -r/option req.txt/file --pre/option django/installed '
                'django[argon2]/installed'
            ),
        ),
        ('npm install @nestjs/core vue@3', 'npm/command install/second @nestjs/core/installed vue/installed'),
        ('apt-get -y install cmake', 'apt-get/command -y/option install/second cmake/installed'),
        ('make install target', 'make/command'),
        ('serve --providers.nomad.stale=true', 'serve/command --providers.nomad.stale/option'),
        ('java -XX:+UseG1 -XX:MaxHeap=1g', 'java/command -XX:+UseG1/option -XX:MaxHeap/option'),
        ('php bin/console cache:clear --env=x', 'php/command bin/console/file cache:clear/second --env/option'),
        ('php artisan make:model', 'php/command artisan/second artisan/command make:model/second'),
        ('mvn dependency:tree -X', 'mvn/command dependency:tree/second -X/option'),
        ('poetry run pytest -x', 'poetry/command run/second pytest/command -x/option'),
        ('other run pytest -x', 'other/command run/second -x/option'),
        (
            'composer require --dev a-b/c_d',
            'composer/command require/second --dev/option a-b/c_d/installed',
        ),
        ('pip install -U --no-deps tox', 'pip/command install/second -U/option --no-deps/option tox/installed'),
        ('uv add --group docs_only x_y', 'uv/command add/second --group/option docs_only/identifier x_y/installed'),
        ('uv add x_y', 'uv/command add/second x_y/installed'),
        ('composer require a-b/c_d', 'composer/command require/second a-b/c_d/installed'),
        ('npm install a-b/c_d', 'npm/command install/second'),
        ('cat /proc/meminfo /home/me /etc', 'cat/command /proc/meminfo/file'),
        ('node app one two-x', 'node/command app/second one/second'),
        ('npm install "@angular/cli"', 'npm/command install/second @angular/cli/installed'),
        ('python -m pkg:func', 'python/command -m/option'),
        ('A_B=x\nexport A_B\ncurl $A_B', 'A_B/envvar export/builtin A_B/identifier curl/command A_B/envvar'),
        ('PATH=/x\ncurl $PATH', 'PATH/envvar curl/command PATH/envvar'),
        ('nc host:8000', 'nc/command'),
        ('python it/manage.py it_all --x y', 'python/command it/manage.py/file it_all/subcommand --x/option'),
        ('./manage.py shell', 'manage.py/file shell/second'),
        ('python it.py runserver', 'python/command it.py/file runserver/second'),
        ('systemctl --user daemon-reload', 'systemctl/command --user/option daemon-reload/subcommand'),
        ('sudo --user www-data ls', 'sudo/command --user/option ls/command'),
        ('$VENV/bin/pip --x', 'VENV/envvar pip/command --x/option'),
        ('$VENV /bin/pip', 'VENV/envvar'),
        ('java -Djdk.tls.it=1 -Dx', 'java/command -Djdk.tls.it/option -Dx/option'),
        (
            'docker exec -it -u root db psql -U x',
            'docker/command exec/second -it/option -u/option psql/command -U/option',
        ),
        ('docker compose exec db psql', 'docker/command compose/second psql/command'),
        ('kubectl exec db psql', 'kubectl/command exec/second'),
        ('docker run --rm it/db:latest', 'docker/command run/second --rm/option it/db/installed'),
        ('docker run img python scripts/run.py', 'docker/command run/second scripts/run.py/file'),
        ('docker exec $CID pg_dump mydb', 'docker/command exec/second CID/envvar pg_dump/command mydb/second'),
        ('docker exec --env-file cfg db psql', 'docker/command exec/second --env-file/option psql/command'),
        ('chmod +rwx it.sh', 'chmod/command it.sh/file'),
        ('podman pull ghcr.io/it/db', 'podman/command pull/second ghcr.io/it/db/installed'),
        ('docker run -v ./it:/db db', 'docker/command run/second -v/option'),
        (
            'python -m pip install "x_y[io]"',
            'python/command -m/option pip/module install/second x_y/installed x_y[io]/installed',
        ),
        ('dig +short it.org +x', 'dig/command +short/option it.org/file'),
        ('cct +proj=utm +zone=32', 'cct/command +proj/option +zone/option'),
        ('cargo +nightly build', 'cargo/command +nightly/option build/second'),
        ('date +%s', 'date/command'),
        ('pacman -Syu mariadb lib-x', 'pacman/command -S/option mariadb/installed lib-x/installed'),
        ('wget https://x.org/a_b.tar.gz', 'wget/command'),
        ('A_SAN=leaks_on=1:depth=2 ./it', 'A_SAN/envvar leaks_on/key depth/key it/command'),
        ('a=leaks_on=1', 'a/variable'),
        ('A_B=$(cat x)\ncurl "$A_B"', 'A_B/variable cat/command curl/command A_B/variable'),
        ('A_B="$x/y:$A_B"\ncurl $A_B', 'A_B/envvar curl/command A_B/envvar'),
        ('A_B=-x\nA_B="$A_B -y"\ncurl $A_B', 'A_B/variable A_B/variable -y/option curl/command A_B/variable'),
        ('A_B=/a C_D=$A_B/b\ncurl $A_B', 'A_B/variable C_D/envvar curl/command A_B/variable'),
        ('pip install -f whe_els x_y', 'pip/command install/second -f/option whe_els/identifier x_y/installed'),
        (
            'pip install --no-binary a_ll x_y',
            'pip/command install/second --no-binary/option a_ll/identifier x_y/installed',
        ),
        ('A_B=1 make\ncurl $A_B', 'A_B/envvar make/command curl/command A_B/envvar'),
        ('export A_B=1\ncurl $A_B', 'export/builtin A_B/envvar curl/command A_B/envvar'),
        ('opt -disable-output x.ll', 'opt/command -disable-output/option x.ll/file'),
    ],
)
def test_script(code: str, found: str) -> None:
    assert names(code, 'bash') == found.split()


@pytest.mark.parametrize(
    ('language', 'prompt'),
    [
        ('default', '(venv) ~/shop$ '),
        ('none', '% '),
        ('none', '~/shop$ '),
        ('text', 'me@host:~/shop$ '),
        ('console', '(venv) /srv/shop$ '),
        ('console', '/srv/shop:~$ '),
        ('bash', '(venv)$ '),
        ('default', '(venv) C:\\Users\\me\\shop> '),
        ('text', 'C:\\shop>'),
    ],
)
def test_prompt_with_environment_and_folder(language: str, prompt: str) -> None:
    code = f'{prompt}python manage.py migrate\nset_up done\n'
    found = code_candidates(code, language)
    assert [f'{each.name}/{each.hint}' for each in found] == ['python/command', 'manage.py/file', 'migrate/second']
    assert all(code.startswith(each.name, each.start) for each in found)


@pytest.mark.parametrize('text', ['it costs ~5 $ a day', 'total (x) $ 5', 'a\\b> c'])
def test_no_prompt(text: str) -> None:
    assert 'command' not in {found.hint for found in code_candidates(text, 'text')}


def test_properties_of_java() -> None:
    assert names('java -Dkotlinx.coroutines.debug -Dspring.it=y', 'bash') == [
        'java/command',
        '-Dkotlinx.coroutines.debug/option',
        '-Dspring.it/option',
    ]


def test_comments_in_a_session_without_prompts() -> None:
    session = '# Rebuild the index\nphp bin/console it:build\n# And see\nls -l\n'
    assert names(session, 'console') == [
        *('php/command', 'bin/console/file', 'it:build/second'),
        *('ls/command', '-l/option'),
    ]
    assert names('# apt-get install x_y\n# Then see\n', 'console')[0] == 'apt-get/command'
    assert names('# apt-get install\nDone now: it\n', 'console') == ['apt-get/command', 'install/second']


@pytest.mark.parametrize('language', ['default', 'none', 'console'])
def test_session_of_a_debugger(language: str) -> None:
    session = """\
        (gdb) target remote localhost:1234
        Remote debugging using localhost
        (gdb) attach 2
        (gdb) print value
        (gdb) add-inferior
        (lldb) breakpoint set -n main
        """
    found = [f'{each.name}/{each.hint}' for each in code_candidates(dedent(session), language)]
    assert found == [
        *('target/command', 'target remote/command', 'attach/command', 'print/command', 'add-inferior/command'),
        *('breakpoint/command', 'breakpoint set/command'),
    ]


def test_no_session_of_a_debugger() -> None:
    assert 'command' not in {each.hint for each in code_candidates('see (gdb) and more', 'text')}


@pytest.mark.parametrize('language', ['none', 'default'])
def test_script_that_says_what_runs_it(language: str) -> None:
    script = '#!/usr/bin/env bash\nif [ -f x ]; then\n  my-tool --fast\nfi\n'
    assert 'my-tool/command' in names(script, language)
    assert 'my_tool/function' in names(script.replace('bash', 'python3').replace('if [', 'def my_tool(): #'), language)


@pytest.mark.parametrize(
    ('code', 'found'),
    [
        ('gunicorn -c $ROOT/gunicorn.conf.py', 'gunicorn/command -c/option ROOT/envvar gunicorn.conf.py/file'),
        ('configure --prefix=/usr/local/it', 'configure/command --prefix/option /usr/local/it/file'),
        ('mkdir -p ~/.config/it/user', 'mkdir/command -p/option ~/.config/it/user/file'),
        ('cp ~/it/user x', 'cp/command'),
        ('kanidm system domain set-level 3', 'kanidm/command system/second set-level/subcommand'),
        ('kanidm system run set-level 3', 'kanidm/command system/second'),
        ('python setup.py build_ext --inplace', 'python/command setup.py/file build_ext/subcommand --inplace/option'),
        ('createdb shop_db', 'createdb/command shop_db/second'),
        ('openssl req -new -x509', 'openssl/command req/second -new/option -x509/option'),
        ('tar -xzf it.tgz', 'tar/command it.tgz/identifier'),
    ],
)
def test_arguments(code: str, found: str) -> None:
    assert names(code, 'bash') == found.split()


MANIFEST = """\
    kubectl apply -f - <<EOF
    apiVersion: v1
    kind: Secret
    type: kubernetes.io/it-token
    EOF
    cat > /etc/it.conf <<'END'
    [server]
    max_size = 3
    END
    cat <<TEXT
    nothing that key: sets
    TEXT
    kubectl get secrets
    """
MANIFEST_NAMES = """\
    kubectl/command apply/second -f/option apiVersion/key kind/key Secret/typed type/key
    kubernetes.io/it-token/instruction cat/command /etc/it.conf/file server/key max_size/key cat/command
    kubectl/command get/second
    """


def test_files_in_scripts() -> None:
    found = names(MANIFEST, 'bash')
    assert found == MANIFEST_NAMES.split()


@pytest.mark.parametrize('code', ['cat <<EOF\na:\n  b: 1\n', 'x << 2\ny: 1\n2\n', 'cat <<EOF\n\nEOF\n'])
def test_files_that_have_no_end_or_say_nothing(code: str) -> None:
    assert not [name for name in names(code, 'bash') if name.endswith('/key')]


def plain(code: str, language: str) -> list[str]:
    return [each.name for each in code_candidates(code, language)]


HELP = """
# Parameters
    [-h]             Show the help of it
    --error_email    Address, if it is needed
    [--nginx_port NGINX_PORT]
        Port of the server; it will be
        taken (or not) by it
"""


def test_what_a_program_says_of_its_options_is_no_script() -> None:
    assert plain(HELP, 'bash') == ['-h', '--error_email', '--nginx_port', 'NGINX_PORT']
    assert 'taken' in plain(HELP.replace('--error_email', 'error_email'), 'bash')  # too few begin with an option


@pytest.mark.parametrize('sign', ['\\', '`', '^'])
def test_options_that_go_on_a_command(sign: str) -> None:
    assert plain(f'it run {sign}\n  --one {sign}\n  --two {sign}\n  --three\nother --four\n', 'bash')[0] == 'it'


def test_script_that_a_shell_is_given_in_one_line() -> None:
    assert plain('sudo su -c "echo MAIL_HOST=$IT >> .env"\n', 'bash') == ['sudo', 'su', '-c', 'echo', 'MAIL_HOST', 'IT']
    assert 'flask' in plain("$ bash -lc 'pip install flask'\n", 'console')
    assert 'flask' not in plain('it -c "pip install flask"\n', 'bash')
    assert 'flask' not in plain('its.sh -c "pip install flask"\n', 'bash')


def test_variable_in_quotation_marks() -> None:
    found = {each.name: each.hint for each in code_candidates('echo "MAIL_HOST=it" >> .env\n', 'bash')}
    assert found['MAIL_HOST'] == 'envvar'
    told = plain('grep "MAIL_HOST==it" "NOT=x" "a MAIL_PORT=x" it\n', 'bash')
    assert {'MAIL_HOST', 'NOT', 'MAIL_PORT'}.isdisjoint(told)


def test_variable_that_is_printed() -> None:
    found = {each.name: each.hint for each in code_candidates('echo MAIL_HOST=it >> .env\nmake TARGET=it\n', 'bash')}
    assert (found['MAIL_HOST'], found['TARGET']) == ('envvar', 'key')
