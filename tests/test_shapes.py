"""Names by their form: tables of texts with exactly what is found in them."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest

from sphinx_kwindex.collect.literals import literal_candidates
from sphinx_kwindex.collect.prose import prose_candidates
from sphinx_kwindex.collect.words import lower_words, wanted_names, words
from sphinx_kwindex.shapes import (
    MAX_NAME,
    Candidate,
    file_extensions,
    is_acronym,
    is_camel,
    is_constant,
    is_dotted,
    is_file_name,
    is_mime_type,
    is_random,
    is_snake,
    is_strong,
)

Names = list[tuple[str, str]]


def not_yet(*values: object, because: str) -> Any:
    return pytest.param(*values, marks=pytest.mark.xfail(strict=True, reason=because))


def every(text: str, *stop_words: str) -> Names:
    return [(candidate.name, candidate.hint) for candidate in prose_candidates(text, stop_words=stop_words)]


def prose(text: str) -> Names:
    """All but the words whose capital may be that of a sentence or a title."""
    return [(name, hint) for name, hint in every(text) if hint != 'initial']


@pytest.mark.parametrize(
    ('text', 'found'),
    [
        ('Set snake_case and _private here', [('snake_case', 'identifier'), ('_private', 'identifier')]),
        ('the __init__ of it', [('__init__', 'identifier')]),
        ('x86_64 machines', [('x86_64', 'identifier')]),
        ('a CamelCase mixedCase pair', [('CamelCase', 'identifier'), ('mixedCase', 'identifier')]),
        ('a JSONField of PostgreSQL', [('JSONField', 'identifier'), ('PostgreSQL', 'identifier')]),
        ('iPhone and macOS', [('iPhone', 'identifier'), ('macOS', 'identifier')]),
        ('OAuth2 with LaTeX', [('OAuth2', 'identifier'), ('LaTeX', 'identifier')]),
        ('raise MAX_SIZE', [('MAX_SIZE', 'identifier')]),
        ('call os.path.join then', [('os.path.join', 'identifier')]),
        ('a models.Model of it', [('models.Model', 'joint')]),
        ('use std::vector or a::B::c', [('std::vector', 'identifier'), ('a::B::c', 'identifier')]),
        ('run foo() and Bar()', [('foo', 'call'), ('Bar', 'call')]),
        ('run os.path.join() now', [('os.path.join', 'call')]),
        ('"foo_bar", (baz_qux) and it_is\'s', [('foo_bar', 'identifier'), ('baz_qux', 'identifier'), ('it_is', 'identifier')]),
        ('one_a,two_b;three_c', [('one_a', 'identifier'), ('two_b', 'identifier'), ('three_c', 'identifier')]),
        ('...foo.bar...', [('foo.bar', 'identifier')]),
    ],
)  # fmt: skip
def test_identifiers_in_prose(text: str, found: Names) -> None:
    assert prose(text) == found


@pytest.mark.parametrize(
    ('text', 'found'),
    [
        ('with --verbose, -v and -Wall', [('--verbose', 'option'), ('-v', 'option'), ('-Wall', 'option')]),
        ('a dash made long –help', [('--help', 'option')]),
        ('(--dry-run)', [('--dry-run', 'option')]),
        ('$prettyPrint is set', [('prettyPrint', 'sigil')]),
        ('set $HOME, ${PATH} or %TEMP%', [('HOME', 'envvar'), ('PATH', 'envvar'), ('TEMP', 'envvar')]),
        ('edit /etc/hosts and ./run.sh.', [('/etc/hosts', 'file'), ('run.sh', 'file')]),
        ('see setup.py or docs/conf.py.', [('setup.py', 'file'), ('docs/conf.py', 'file')]),
        ('a ../b/c folder', [('../b/c', 'file')]),
        ('send text/html as application/json', [('text/html', 'mime'), ('application/json', 'mime')]),
        ('the Accept-Language header', [('Accept-Language', 'header')]),
        ('see RFC 2616, PEP 8 and PEP-484', [('RFC 2616', 'standard'), ('PEP 8', 'standard'), ('PEP-484', 'standard')]),
        ('by ISO 8601 and ISO/IEC 9899', [('ISO 8601', 'standard'), ('ISO/IEC 9899', 'standard')]),
        ('ISO 3166-1 codes', [('ISO 3166-1', 'standard')]),
        ('in UTF-8 with SHA-256', [('UTF-8', 'acronym'), ('SHA-256', 'acronym')]),
        ('a NumPy-style text', [('NumPy', 'identifier')]),
        ('an API, many APIs', [('API', 'acronym'), ('APIs', 'acronym')]),
        ('on GPU/CPU', [('GPU', 'acronym'), ('CPU', 'acronym')]),
        ('at HKLM:\\SOFTWARE\\It and so', [('HKLM:\\SOFTWARE\\It', 'file')]),
        ('press F5 in Q3 on A4 or H1, see table B2', []),
        ('on an S3 and D0', [('S3', 'acronym')]),
        ('on Nginx/Apache/etc', [('Nginx', 'coined')]),
        ('with Akka.NET, of it', [('Akka.NET', 'identifier')]),
        ('with Akka.Net', []),
        ('fast I/O, A/B tests', [('I/O', 'acronym'), ('A/B', 'acronym')]),
        ('by HTTP/1.1 or HTTP/2', [('HTTP/1.1', 'acronym'), ('HTTP/2', 'acronym')]),
        ('over IPv6, IPv4 and TLSv1', [('IPv6', 'acronym'), ('IPv4', 'acronym'), ('TLSv1', 'acronym')]),
        ('an H264 stream, X509 keys', [('H264', 'acronym'), ('X509', 'acronym')]),
        ('the CLI reads MD from a CD', [('CLI', 'acronym'), ('MD', 'acronym'), ('CD', 'acronym')]),
        ('MIT-licensed', [('MIT', 'acronym')]),
        ('as CVE-2024-1234 says', [('CVE-2024-1234', 'acronym')]),
        ('call printf(3) and open(2)', [('printf', 'call'), ('open', 'call')]),
        ('run mount(8), then ls(1)', [('mount', 'command'), ('ls', 'command')]),
        ('edit passwd(5)', [('passwd', 'file')]),
        ('under $VAR/x or %APPDATA%\\x', [('VAR', 'envvar'), ('APPDATA', 'envvar')]),
        ('App\\Http\\Kernel, Str::slug', [('App\\Http\\Kernel', 'identifier'), ('Str::slug', 'identifier')]),
        ('the behaviour.The next', [('behaviour.The', 'joint')]),
        ('in Ruby-on-rails', [('Ruby', 'compound')]),
        ('ein Docker-Image, die API-Schlüssel', [('Docker-Image', 'joint'), ('API', 'acronym')]),
        ('C++ and C# programs', [('C++', 'acronym'), ('C#', 'acronym')]),
        ('in C++11 and C++1', [('C++11', 'acronym')]),
        ('of 3DES, x509 and i386, no 3MB, x1 or xi386', [('3DES', 'acronym'), ('x509', 'acronym'), ('i386', 'acronym')]),
        ('set -influx.maxSize and -maxSize', [('-influx.maxSize', 'option'), ('maxSize', 'identifier')]),
        ('link libc++abi and libstdc++, no count++', [('libc++abi', 'identifier'), ('libstdc++', 'identifier')]),
        ('as PKCS#8 and ASN.1, no ROOM#1 or 4GHZ', [('PKCS#8', 'acronym'), ('ASN.1', 'acronym')]),
        ('an id-kp-serverAuth, no pre-camelCase', [('id-kp-serverAuth', 'identifier')]),
        ('under GPL-2.0-only and BSD-3-Clause', [('GPL-2.0-only', 'acronym'), ('BSD-3-Clause', 'acronym')]),
        ('A-B-C-It: x', []),
        ('SPDX-License-Identifier: x', [('SPDX-License-Identifier', 'header')]),
        ('use --web.external-url or --web. It', [('--web.external-url', 'option'), ('--web', 'option')]),
        ('the key that signs it is, for all of us, 9FAA 6FFC 7EED  A208 B76C, 6FFC', [('6FFC', 'acronym')]),
        ('modes FACE DEAD BEEF CAFE', [('FACE', 'acronym'), ('CAFE', 'acronym')]),
        ('Step-By-Step: x', [('Step-By-Step', 'joint')]),
        ('in the etc/grafana directory, not etc/grafana', [('etc/grafana', 'file')]),
        ('with Gdx.input, no Ends.next or Kubernetes.it is', [('Gdx.input', 'identifier')]),
        ('a GET request', [('GET', 'acronym')]),
        ('LANG=en_US.UTF-8', [('LANG', 'acronym'), ('en_US.UTF-8', 'identifier')]),
        ('of TLS1.3 here', [('TLS1.3', 'acronym')]),
        ('of ABCD0.9.1 here', [('ABCD', 'acronym')]),
        ('MySQL8.0 is', [('MySQL', 'identifier')]),
        ('of {name}_amd64 here', []),
        ('We like Django a lot', [('Django', 'capital')]),
    ],
)  # fmt: skip
def test_other_forms_in_prose(text: str, found: Names) -> None:
    assert prose(text) == found


def test_word_that_tells_where_to_go() -> None:
    assert every('Go to the page of Go to see') == [('Go', 'capital')]
    assert every('Django to the end') == [('Django', 'initial')]


@pytest.mark.parametrize(
    'text',
    [
        'The parser reads plain words.',
        '📘 Tip: see',
        '{: .note} Note: see',
        'It ends. Then it starts again! Why? Because: Nothing.',
        '(Perhaps) it does. “Quoted” here.',
        'It ends.” Then it goes… “On”',
        'e.g. this, i.e. that, under U.S. law, Y.M.C.A.',
        'chapters I, IV, XII and XXXIX',
        'version 3.11 and v2.0.1 of 1_000',
        'in A Title Of Things',
        'a Look & Feel page',
        'f(3) and foo(x)',
        'a well-known re-use of x-y',
        'I and A, x or C',
        'and/or, n/a, 24/7',
        'a\\b and c\\n',
        'Stop.Next starts here',
        'foo..bar, .foo, foo.',
        '100% of $5',
        '1st, 2nd_x and 0x1F_FF',
        '- _ __ -- --- :: ... / // ~ @',
    ],
)
def test_nothing_in_prose(text: str) -> None:
    assert prose(text) == []


@pytest.mark.parametrize(
    'address',
    [
        'https://docs.python.org/Foo_Bar?x_y=Z#a.B',
        'ftp://host/X_Y',
        'git+ssh://host/X_Y',
        'www.Example.org/Foo_Bar',
        'first_name.LastName@example.org',
        'a+b_c@mail.example.org',
    ],
)
def test_addresses_hide_their_parts(address: str) -> None:
    assert prose(f'see {address} and get_it') == [('get_it', 'identifier')]


def test_address_ends_at_white_space_and_brackets() -> None:
    assert prose('<https://example.org/a_b> c_d') == [('c_d', 'identifier')]


@pytest.mark.parametrize(
    ('text', 'found'),
    [
        ('die größe_x und Straßen_Name', [('größe_x', 'identifier'), ('Straßen_Name', 'identifier')]),
        ('файл имя_файла.py тут', [('имя_файла.py', 'file')]),
        ('тут данные.Поле есть', [('данные.Поле', 'joint')]),
        ('变量 用户_名 在', []),  # where a word ends nobody can tell: such a name needs markup
        ('über Über Straße', [('Über', 'capital'), ('Straße', 'capital')]),
        ('простые слова', []),
    ],
)
def test_unicode_names(text: str, found: Names) -> None:
    if 'Über' in text:
        # Two capitals side by side are a title, so they are looked at apart.
        assert prose('ein Über geht') == found[:1]
        assert prose('die Straße geht') == found[1:]
    else:
        assert prose(text) == found


def test_candidates_carry_their_place() -> None:
    text = 'é use a/b, GPU/CPU and foo_bar()'
    found = list(prose_candidates(text))
    assert found == [Candidate(11, 'GPU', 'acronym'), Candidate(15, 'CPU', 'acronym'), Candidate(23, 'foo_bar', 'call')]
    assert all(text.startswith(candidate.name, candidate.start) for candidate in found)


def test_part_of_a_text_is_read_with_its_surroundings() -> None:
    text = 'It is. Django and Flask_x'
    assert list(prose_candidates(text, 7)) == [
        Candidate(7, 'Django', 'initial'),
        Candidate(18, 'Flask_x', 'identifier'),
    ]
    assert list(prose_candidates(text, 3, 13)) == [Candidate(7, 'Django', 'initial')]
    assert list(prose_candidates('we use Django')) == [Candidate(7, 'Django', 'capital')]


@pytest.mark.parametrize(
    ('text', 'found'),
    [
        ('We like Django a lot', [('We', 'initial'), ('Django', 'capital')]),
        ('It ends. Then. (Perhaps) it. “Quoted” it: Not', [(w, 'initial') for w in ('It', 'Then', 'Perhaps', 'Quoted', 'Not')]),
        ('in a Look & Feel page', [('Look', 'initial'), ('Feel', 'initial')]),
        ('Unix-like systems', [('Unix', 'initial')]),
        ('a Visual Studio user', [('Visual', 'initial'), ('Studio', 'initial'), ('Visual Studio', 'proper')]),
        ('Visual Studio is', [('Visual', 'initial'), ('Studio', 'initial'), ('Visual Studio', 'initial')]),
        ('see Chapter 10 and Listing B, or Redis 7', [('Chapter', 'initial'), ('Listing', 'initial'), ('Redis', 'capital')]),
        ('of Ch. 3 by it, Inc., in Java. Then', [('Java', 'capital'), ('Then', 'initial')]),
        ('written in Rust. pip installs it', [('Rust', 'capital')]),
        ('One, Two', [('One', 'initial'), ('Two', 'capital')]),
        ('the words of a text', []),
    ],
)  # fmt: skip
def test_capitals_that_grammar_may_have_made(text: str, found: Names) -> None:
    assert every(text) == found


def test_what_a_head_explains_begins_with_a_capital_of_its_own() -> None:
    assert [*prose_candidates('file - Reads it')][-1].hint == 'initial'
    assert [*prose_candidates('the file – Reads it')][-1].hint == 'initial'
    assert [*prose_candidates('we take the file - Redis has it')][-1].hint == 'capital'


def test_packages_with_a_scope() -> None:
    assert [*prose_candidates('of @vue/cli-x and @a/b/c')] == [(3, '@vue/cli-x', 'package')]


def test_a_row_of_capitals_is_a_name_of_four_words_at_most() -> None:
    assert every('in Red Hat Enterprise Linux')[-1] == ('Red Hat Enterprise Linux', 'proper')
    assert {hint for _name, hint in every('in One Two Three Four Five')} == {'initial'}
    assert 'proper' not in {hint for _name, hint in every('use Visual Studio() or Visual-Studio')}


def test_a_stop_word_that_begins_the_sentence_makes_no_title() -> None:
    assert ('Windows', 'capital') in every('On Windows it is', 'on')
    assert ('Windows', 'initial') in every('On Windows it is')
    assert ('Windows', 'initial') in every('Since Windows it is', 'on')
    assert ('Windows', 'initial') in every('in On Windows it is', 'on')


@pytest.mark.parametrize(
    ('text', 'found'),
    [
        ('使用DataLoader类', [('DataLoader', 'identifier')]),
        ('使用 PyTorch 的张量', [('PyTorch', 'identifier')]),
        ('调用get_it()函数', [('get_it', 'call')]),
        ('基于HTTP协议的API', [('HTTP', 'acronym'), ('API', 'acronym')]),
        ('これはPython3です', [('Python3', 'compound')]),
        ('서버에서 Docker를 쓴다', [('Docker', 'compound')]),
        ('на языке Python и Django', [('Python', 'compound'), ('Django', 'compound')]),
        ('вызов. Docker тоже', [('Docker', 'compound')]),
        ('请用 numpy 读取这个文件', [('numpy', 'foreign')]),
        ('请用 if 语句', []),
        ('We read 文', []),
        ('простые слова Здесь', []),
    ],
)
def test_names_in_texts_of_other_scripts(text: str, found: Names) -> None:
    assert prose(text) == found


@pytest.mark.parametrize(
    ('text', 'found'),
    [
        ('打开--verbose选项', [('--verbose', 'option')]),
        ('the Content-Type of it', [('Content-Type', 'header')]),
        ('A.12345 and H.265x', []),
        ('of X.509, H.264 and A.1', [('X.509', 'standard'), ('H.264', 'standard')]),
        ('press CTRL+C, or GMT+8 of CTRL', [('GMT', 'acronym'), ('CTRL', 'acronym')]),
        ('in drivers/usb/common/Makefile', [('drivers/usb/common/Makefile', 'file')]),
        ('an ASP.NET page', [('ASP.NET', 'identifier')]),
        ('in non-ASCII text', [('ASCII', 'acronym')]),
        ('in C:\\Windows\\System32', [('C:\\Windows\\System32', 'file')]),
    ],
)  # fmt: skip
def test_forms_with_signs_inside(text: str, found: Names) -> None:
    assert prose(text) == found


@pytest.mark.parametrize('text', ["by Tim O'Malley", 'by Tim O’Malley', 'the family of *_Free'])
def test_what_is_cut_off_by_a_sign(text: str) -> None:
    assert not {'Malley', '_Free'} & {name for _start, name, _hint in prose_candidates(text)}


def test_long_tokens_are_data() -> None:
    longest = 'a_' * (MAX_NAME // 2)
    assert prose(longest) == [(longest, 'identifier')]
    assert prose(f'{longest}a') == []


@pytest.mark.parametrize(
    ('text', 'found'),
    [
        ('data', [('data', '')]),
        ('getLogger', [('getLogger', '')]),
        ('~logging.getLogger', [('logging.getLogger', '')]),
        ('!x', [('x', '')]),
        ('.save', [('save', '')]),
        ('std::vector', [('std::vector', '')]),
        ('C++', [('C++', '')]),
        ('foo-bar', [('foo-bar', '')]),
        ('__init__', [('__init__', '')]),
        ('naïve', [('naïve', '')]),
        ('имя', [('имя', '')]),
        ('get_logger()', [('get_logger', 'call')]),
        ('Foo.bar()', [('Foo.bar', 'call')]),
        ('foo(bar_baz, Qux, 1)', [('foo', 'call'), ('bar_baz', 'identifier')]),
        ('f(\n  x)', [('f', 'call')]),
        ('@cached', [('cached', 'decorator')]),
        ('@app.route("/")', [('app.route', 'decorator')]),
        ('--verbose', [('--verbose', 'option')]),
        ('--level=INFO', [('--level', 'option')]),
        ('--out FILE', [('--out', 'option')]),
        ('-Dkotlinx.coroutines.debug=on', [('-Dkotlinx.coroutines.debug', 'option')]),
        ('-O2', [('-O2', 'option')]),
        ('-X importtime', [('-X', 'option'), ('importtime', 'value')]),
        ('-W error::Foo', [('-W', 'option')]),
        ('$HOME', [('HOME', 'envvar')]),
        ('${HOME}', [('HOME', 'envvar')]),
        ('$event', [('event', 'sigil')]),
        ('struct sockaddr_in', [('sockaddr_in', 'type')]),
        ('struct list_head *', [('list_head', 'type')]),
        ('class Table', [('Table', 'class')]),
        ('def open_it', [('open_it', 'function')]),
        ('class of a_table', [('a_table', 'identifier')]),
        ('%PATH%', [('PATH', 'envvar')]),
        ('DEBUG=True', [('DEBUG', 'parameter')]),
        ('USE_IT=True', [('USE_IT', 'parameter')]),
        ('CONFIG_IT=y', [('CONFIG_IT', 'parameter')]),
        ("NAME_IT='x'", [('NAME_IT', 'parameter')]),
        ('USE_IT=1', [('USE_IT', 'envvar')]),
        ('-x.y', []),
        ('-timedelta.min', [('timedelta.min', 'identifier')]),
        ('-test.run', [('-test.run', 'option')]),
        ('-server.http-listen-port=1', [('-server.http-listen-port', 'option')]),
        ('max_size: int', [('max_size', 'field')]),
        ('ImportError: No module named foo_bar', [('ImportError', 'identifier'), ('foo_bar', 'identifier')]),
        ('MAX_SIZE=10', [('MAX_SIZE', 'parameter')]),
        ('a/index.html#foo', [('a/index.html', 'file')]),
        ('CREATE TABLE', [('CREATE TABLE', 'command')]),
        ('WITHOUT ROWID', [('WITHOUT ROWID', 'command')]),
        ('varchar(32)', [('varchar', 'type')]),
        ('numeric(32, 2)', [('numeric', 'type')]),
        ('char(x)', [('char', 'call')]),
        ('helm.sh/resource-policy: keep', [('helm.sh/resource-policy', 'key')]),
        ('.tar.lzma', [('.tar.lzma', 'file')]),
        ("'get_x'", [('get_x', 'string')]),
        ('text/html', [('text/html', 'mime')]),
        ('/etc/hosts', [('/etc/hosts', 'file')]),
        ('setup.py', [('setup.py', 'file')]),
        ('Content-Type', [('Content-Type', 'header')]),
        ('Content-Type: text/plain', [('Content-Type', 'header'), ('text/plain', 'mime')]),
        ('RFC 2616', [('RFC 2616', 'standard')]),
        ('call foo bar_baz', [('call', 'first'), ('foo', 'second'), ('bar_baz', 'identifier')]),
        ('call foo_bar baz', [('call', 'first'), ('foo_bar', 'identifier')]),
        ('python manage.py migrate', [('python', 'command'), ('migrate', 'second'), ('manage.py', 'file')]),
        ('mkdir static', [('mkdir', 'command')]),
        ('constexpr int', [('constexpr', 'first'), ('int', 'second'), ('constexpr int', 'alone')]),
        ('kldload fuse', [('kldload', 'first'), ('fuse', 'second'), ('kldload fuse', 'alone')]),
        ('programowania bazie', [('programowania', 'first'), ('bazie', 'second'), ('programowania bazie', 'alone')]),
        ('x-axis label', [('x-axis', 'first'), ('label', 'second'), ('x-axis label', 'alone')]),
        ('eval-rst directive', [('eval-rst', 'first'), ('directive', 'second'), ('eval-rst directive', 'alone')]),
        ('non-empty list', [('non-empty', 'first'), ('list', 'second'), ('non-empty list', 'alone')]),
        ('allow_all = True', [('allow_all', 'first'), ('allow_all', 'identifier')]),
        ('mailto:', [('mailto', '')]),
        (':sync-group:', [('sync-group', '')]),
        ('v-on:click="x"', [('v-on:click', 'parameter')]),
        ('npm init', [('npm', 'command'), ('init', 'second'), ('npm init', 'alone')]),
        ('TensorFloat-32', [('TensorFloat-32', '')]),
        ('@vue/compiler-sfc', [('@vue/compiler-sfc', 'package')]),
        ('\\sffamily\\bfseries', [('sffamily', 'macro'), ('bfseries', 'macro')]),
        ('\\r\\n', []),
        ('\\x1d', []),
        ('import os', [('os', 'import')]),
        ('from flask import Markup', [('flask.Markup', 'import')]),
        ('<Suspense>', [('Suspense', 'tag')]),
        ('</KeepAlive>', [('KeepAlive', 'tag')]),
        ('--overwrite if-changed', [('--overwrite', 'option'), ('if-changed', 'value')]),
        ('<linux/kernel.h>', [('linux/kernel.h', 'file')]),
        ('--a.b-c.d=x', [('--a.b-c.d', 'option')]),
        ('-C embed-bitcode', [('-C', 'option'), ('embed-bitcode', 'value')]),
        ('foo.bar[0]', [('foo.bar', 'identifier')]),
        ('git commit -m', [('git', 'command'), ('commit', 'second'), ('git commit', 'typed-pair'), ('-m', 'option')]),
        ('git status', [('git', 'first'), ('status', 'second'), ('git status', 'alone')]),
        ('a = b', [('a', 'first')]),
        ('zqset it && zqctl reload zq', [('zqset', 'command'), ('it', 'second'), ('zqset it', 'alone'), ('zqctl', 'command'),
                                         ('reload', 'second'), ('zqctl reload', 'pair')]),
        ('go mod vendor', [('go', 'first'), ('mod', 'second'), ('go mod', 'pair'), ('go mod vendor', 'triple')]),
        ('go mod vendor x', [('go', 'first'), ('mod', 'second'), ('go mod', 'pair'), ('go mod vendor', 'triple')]),
        ('go mod --all vendor', [('go', 'command'), ('mod', 'second'), ('go mod', 'pair'), ('--all', 'option')]),
        ('Array#map', [('Array#map', 'method')]),
        ('Foo::Bar#run_it!(x)', [('Foo::Bar#run_it!', 'method')]),
        ('Issue#12', [('Issue#12', '')]),
        ('numpy >= 1.14', [('numpy', 'installed')]),
        ('Numpy[all]~=2.0,<3', [('Numpy', 'installed')]),
        ('p-value <= 0.05', [('p-value', 'first')]),
        ('width > 0 && height > 0', [('width', 'first')]),
        ('dmesg | less', [('dmesg', 'first')]),
        ('LIMIT >= 3.1', []),
        ('alpha >= 0.5', [('alpha', 'first')]),
        ('libzq >= 5', [('libzq', 'first')]),
        ('n_samples >= 1.5', [('n_samples', 'first'), ('n_samples', 'identifier')]),
        ('#[CoversIt(Invoice::class)]', [('CoversIt', 'class'), ('Invoice', 'typed')]),
        ('#[App\\Attribute\\CoversIt]', [('App\\Attribute\\CoversIt', 'class')]),
        ('#[must_use]', [('must_use', 'macro')]),
        ('std::vector<uint8_t>', [('std::vector', 'typed'), ('uint8_t', 'identifier')]),
        ('lambda x: y_z', [('y_z', 'identifier')]),
        ('printf(3)', [('printf', 'call')]),
        ('pr_*_once()', [('pr_*_once', '')]),
        ('base**exp', []),
        ('CC:=gcc', []),
        ('.db.session', [('db.session', '')]),
        ('.env.local', [('.env.local', 'file')]),
        ('.model.save', [('model.save', '')]),
        ('.py', [('py', 'file')]),
        ('libm.so.6', [('libm.so.6', 'file')]),
        ('PYTHON*', [('PYTHON*', '')]),
        ('$VAR/x', [('$VAR/x', 'file'), ('VAR', 'envvar')]),
        ('App\\Http\\Kernel', [('App\\Http\\Kernel', '')]),
        ('\\App\\Kernel', [('App\\Kernel', '')]),
        ('Cache-Control: no-cache', [('Cache-Control', 'header')]),
        ('Vary: Cookie', [('Vary', 'header'), ('Cookie', 'value')]),
        ('x=y_z', [('x', 'parameter'), ('y_z', 'identifier')]),
        ('image/png', [('image/png', 'mime')]),
        ('.bashrc', [('.bashrc', 'file')]),
        ('Vec::new()', [('Vec::new', 'call')]),
        ('Foo::bar', [('Foo::bar', '')]),
        ('HTTP/1.1', [('HTTP/1.1', 'acronym')]),
        ('I/O', [('I/O', 'acronym')]),
        ('~/.config', [('~/.config', 'file')]),
        ('/etc', [('/etc', 'file')]),
        ('*args', [('args', '')]),
        ('self.get_it', [('get_it', '')]),
        ('self.run_it(x)', [('run_it', 'call')]),
        ('this->size_of', [('size_of', '')]),
        ('$this->get_it', [('get_it', '')]),
        ('selfish.get_it', [('selfish.get_it', '')]),
        ('self', [('self', '')]),
        ('.label', [('label', '')]),
        ('adapt_<type>field', []),
        ('Vec<T>', [('Vec', 'typed')]),
        ('std::vector<int>', [('std::vector', 'typed')]),
        ('Map<String, List<MyItem>>&', [('Map', 'typed'), ('MyItem', 'identifier')]),
        ('a::Range<T>(first, last)', [('a::Range', 'call')]),
        ('Result<(), Box<dyn Error>>', [('Result', 'typed')]),
        ('Arc<Mutex<Vec<u8>>>', [('Arc', 'typed')]),
        ('CMAKE_CXX_FLAGS_<CONFIG>', []),
        ('Bearer<TOKEN>', []),
        ('HAVE<T>', []),
        ('Vec<T', []),
        ('\\faIcon', [('faIcon', 'macro')]),
        ('Reader<name>', []),
        ('Reader<your name>', []),
        ('read<T>', []),
        ('#[serde(tag_it = "a_b", flat(own = "x"))]', [('serde', 'macro'), ('tag_it', 'key'), ('flat', 'key'), ('own', 'key')]),
        ('#![no_std]', [('no_std', 'macro')]),
        ('#[cfg(not(any(unix, feature = "a\\"b")))]', [('cfg', 'macro'), ('unix', 'key'), ('feature', 'key')]),
        ('#[cfg_attr(test, derive(Debug))]', [('cfg_attr', 'macro'), ('test', 'key'), ('Debug', 'type')]),
        ('#[repr(u8)]', [('repr', 'macro')]),
        ('#[doc = r#"of it"#]', [('doc', 'macro')]),
        ('#[tokio::main]', [('tokio::main', 'macro')]),
        ('#[see the note]', []),
        ('404.html', [('404.html', 'file')]),
        ('404.5', []),
        ('*.ini', [('ini', 'file')]),
        ('*.nothing', []),
        ('wss://', [('wss://', 'scheme')]),
        ('wss://x', []),
        ('[patch]', [('patch', 'key')]),
        ('[script.*]', [('script.*', 'key')]),
        ('[options]', []),
        ('[n]', []),
        ('+proj', []),
        ('+proj=utm', [('+proj', 'option')]),
        ('+x', []),
        ('sudo it serve', [('sudo', 'command'), ('it', 'first'), ('serve', 'second'), ('it serve', 'alone')]),
        ('vendor/bin/it --version', [('vendor/bin/it', 'file'), ('--version', 'option')]),
        ('and/or not', []),
        ('<svelte:window>', [('svelte:window', 'tag')]),
        ('<svelte:window on:x={y} />', [('svelte:window', 'tag')]),
        ('<window>', []),
        ('/processorParam:Name=x', [('/processorParam', 'option')]),
        ('/importer:TextureImporter', [('/importer', 'option'), ('TextureImporter', 'value')]),
        ('./gradlew -Pprod', [('gradlew', 'command'), ('-Pprod', 'option')]),
        ('--device /dev/fuse', [('--device', 'option'), ('/dev/fuse', 'file')]),
        ('--device /path/to', [('--device', 'option')]),
        ('Test:1.jpg', [('Test:1.jpg', 'file')]),
        ('it.write(data): Promise<number>', [('it.write', 'call'), ('Promise', 'typed')]),
        ('get( [name] ): Blueprint', [('get', 'call'), ('Blueprint', 'typed')]),
        ('ctx.body<MyClass>()', [('ctx.body', 'call')]),
        ('on<EventName>(cb)', []),
        ('Warning(s): Something', []),
        ('table<std::string, int>({a})', [('table', 'call')]),
        ('Options:[rbind ro]', []),
        ('get(x) -> std::string', [('get', 'call'), ('std::string', 'typed')]),
        ('Accept:text/html', [('Accept', 'header'), ('text/html', 'mime')]),
        ('host=mail.example.co.uk', [('host', 'parameter')]),
        ('Form.clean_<name>()', []),
        ('*bytes.Buffer', [('bytes.Buffer', '')]),
        ('&http.Server', [('http.Server', '')]),
        ('&amp', []),
        ('-nostdinc++', [('-nostdinc++', 'option')]),
        ('run_it(x_y) -> list[int]', [('run_it', 'call'), ('x_y', 'identifier')]),
        ('run_it(x) is not', [('run_it', 'identifier')]),
        ('run_it(x): Map<String, MyItem>', [('run_it', 'call'), ('Map', 'typed'), ('String', 'typed'), ('MyItem', 'typed')]),
        ("IT='a_b.tags.RedisTags'", [('IT', 'parameter'), ('a_b.tags.RedisTags', 'identifier')]),
        ('state=np.random.mtrand._rand', [('state', 'parameter'), ('np.random.mtrand._rand', 'identifier')]),
        ('IT=mysite.settings', [('IT', 'parameter')]),
        ('./gradlew', [('gradlew', 'file')]),
        ('./it/dist/', [('./it/dist/', 'file')]),
        ('ls -lZ', [('ls', 'command'), ('-lZ', 'option')]),
        ('<int:name>', []),
        ('<host:port>', []),
        ('<image:tag>', []),
        ('/data:rw', []),
        ('[string]', []),
        (
            'gem install any of it',
            [('gem', 'first'), ('install', 'second'), ('gem install', 'pair'), ('gem install any', 'triple')],
        ),
        ('and/or --x', [('--x', 'option')]),
        ('Content-Type: text/html', [('Content-Type', 'header'), ('text/html', 'mime')]),
        ('Content-Type: it', [('Content-Type', 'header')]),
        ('akka.of.state-mode = "it"', [('akka.of.state-mode', 'key')]),
        ('C:\\Program Files\\Microsoft MPI\\Bin\\', [('C:\\Program Files\\Microsoft MPI\\Bin\\', 'file')]),
        ('gem install rx', [('gem', 'first'), ('install', 'second'), ('gem install', 'pair'), ('rx', 'installed')]),
        ('git add libpq-dev', [('git', 'first'), ('add', 'second'), ('git add', 'pair')]),
        ('[str]]', []),
        ('[build-system]', [('build-system', 'key')]),
        ('[tool.it]', [('tool.it', 'key')]),
        ('KEY=c2VjcmV0dmFsdWU=', [('KEY', 'parameter')]),
        ('A_URL=x://user:pass=word@h', [('A_URL', 'envvar')]),
        ('[[patch.it]]', [('patch.it', 'key')]),
        ('[see it]', []),
        ('A_SAN=leaks_on=1:depth=2', [('A_SAN', 'envvar'), ('leaks_on', 'key'), ('depth', 'key')]),
        ('a_san=leaks_on=1', [('a_san', 'parameter')]),
        ('CLI_ARGS_IT="-refresh=false"', [('CLI_ARGS_IT', 'parameter'), ('-refresh', 'option')]),
        ('SRID=4326;POINT(5 23)', []),
        ('-XX:+UseG1', [('-XX:+UseG1', 'option')]),
        ('chmod 0755 /x', [('chmod', 'command')]),
        ('make sure of it', [('make', 'first')]),
        ('make /x', [('make', 'command')]),
        ('AB=1 C=x tool --fast', [('AB', 'envvar'), ('C', 'envvar'), ('tool', 'command'), ('--fast', 'option')]),
        ('db:set-it --x', [('db:set-it', 'command'), ('--x', 'option')]),
        ('tool db:set --x', [('tool', 'command'), ('db:set', 'second'), ('--x', 'option')]),
        (
            'tool apply -force -xzf',
            [('tool', 'command'), ('apply', 'second'), ('tool apply', 'typed-pair'), ('-force', 'option')],
        ),
        ('$ mkdocs serve', [('mkdocs', 'first'), ('serve', 'second'), ('mkdocs serve', 'alone')]),
        ('inverted: true', [('inverted', 'key')]),
        ('type: extended-proxy', [('type', 'key')]),
        ('strict = false', [('strict', 'key')]),
        ('glob-i:"*.TXT"', [('glob-i', 'key')]),
        ('width: usize', [('width', 'field')]),
        ('lambda: 0', []),
        ('else: stop', []),
        ('note: this', []),
        ('x = 5', [('x', 'first')]),
        ('it is: so', [('it', 'first')]),
        ('-EINVAL', [('EINVAL', '')]),
        ('width = 20', [('width', 'first')]),
        ('name: value', []),
        ('result: [1, 2]', []),
        ('HELLO WORLD', []),
        ('IF EXISTS', [('IF EXISTS', 'syntax')]),
        ('double precision', [('double precision', 'type')]),
        ('INTERNAL SERVER ERROR', []),
        ('word[:2]', []),
        ('data["my_key"]', [('my_key', 'identifier')]),
        ('Hello!', []),
        ('java.util.{List,Map}', [('java.util', 'identifier')]),
        ('src/{main,lib}.rs', [('src/{main,lib}.rs', 'file')]),
        ('-Error', [('-Error', 'option')]),
        ('build/it.{sh,bat}', [('build/it.{sh,bat}', 'file')]),
        ('a{3,4}.b', []),
        ('init/1', [('init/1', 'arity')]),
        ('gen_server:call/2', [('gen_server:call/2', 'arity')]),
        ('Plug.Conn.assign/3', [('Plug.Conn.assign/3', 'arity')]),
        ('Yii::$app->db', [('Yii::$app->db', 'attribute')]),
        ('Yii::$app->get()', [('Yii::$app->get', 'attribute')]),
        ('<script setup>', [('<script setup>', 'tag')]),
        ('<script name>', []),
        ('<your name>', []),
        ('CONFIG SET', [('CONFIG SET', 'command')]),
        ('ON DELETE CASCADE', [('ON DELETE CASCADE', 'syntax')]),
        ('delete!', [('delete!', 'call')]),
        ('params[:_method]', [('params', ''), ('_method', 'key')]),
        ("os.environ['HOME']", [('os.environ', '')]),
        ('x[0]', []),
        ('%Y-%m-%d_%H-%M-%S_%f', []),
        ('%APP_HOME%', [('APP_HOME', 'envvar')]),
        ('-e ARCHIVE=true', [('-e', 'option'), ('ARCHIVE', 'envvar')]),
        ('{USER_SCRIPTS}/startup/bl_app_it', [('USER_SCRIPTS', 'envvar'), ('bl_app_it', 'file')]),
        ('--loglevel/-L LEVEL', [('--loglevel', 'option'), ('-L', 'option')]),
        ('pipx inject keyring', [('pipx', 'command'), ('inject', 'second'), ('pipx inject', 'pair')]),
        ('gatsby repl', [('gatsby', 'first'), ('repl', 'second'), ('gatsby repl', 'alone')]),
        ('#[derive(Copy, serde::Serialize)]', [('derive', 'macro'), ('Copy', 'type'), ('serde::Serialize', 'type')]),
        ('[tool:jinja]', [('tool:jinja', 'key')]),
        ('ftp:', [('ftp:', 'scheme')]),
        ('uvicorn[standard]', [('uvicorn[standard]', 'installed')]),
        ('more:', [('more', '')]),
        ('GET /items', [('GET', '')]),
        ('PING\\r\\n', [('PING', '')]),
        ('.env', [('.env', 'file')]),
        ('@Component', [('Component', 'annotation')]),
        ('.ini', [('ini', 'file')]),
        ('DELETE /items/a_b', [('DELETE', ''), ('/items/a_b', 'file')]),
        ('/var/lib/it/$APP/config.json', [('/var/lib/it/$APP/config.json', 'file'), ('APP', 'envvar')]),
    ],
)  # fmt: skip
def test_literals(text: str, found: Names) -> None:
    assert literal_candidates(text) == found


@pytest.mark.parametrize(
    'text',
    ['', '   ', '3.11', 'v2.0', '42', '1e5', '"utf-8"', '"a b"', '<div>', '{name}', 'a|b', '*', 'pr_*', 'a*b',
     not_yet('char*', because='listed with its star'),
     '1/2', 'not in', 'return x', '[start:stop:step]', '[i:j]', '[host:port]', '[a-z]',
     'settings.<env>.py', 'zedix[key]', '<name>', '<NAME>', '<your-key>',
     '=', '::', '--', '...', 'x.', 'http://x.org/a_b', 'me_too@x.org', 'Use Django API',
     'x' * (MAX_NAME + 1), 'a_b ' * (MAX_NAME + 1)],
)  # fmt: skip
def test_literals_without_a_name(text: str) -> None:
    assert literal_candidates(text) == []


Predicate = Callable[[str], bool]


@pytest.mark.parametrize(
    ('predicate', 'name', 'verdict'),
    [
        (is_snake, 'a_b', True),
        (is_snake, '_a', False),
        (is_snake, '_ab', True),
        (is_snake, 'a_', False),
        (is_snake, '__', False),
        (is_snake, '', False),
        (is_camel, 'CamelCase', True),
        (is_camel, 'mixedCase', True),
        (is_camel, 'HTTPServer', True),
        (is_camel, 'Word', False),
        (is_camel, 'WORD', False),
        (is_camel, 'word', False),
        (is_camel, 'APIs', False),
        (is_camel, '2ndCase', False),
        (is_camel, '', False),
        (is_constant, 'MAX_SIZE', True),
        (is_constant, 'MAX_', False),
        (is_constant, 'MAX', False),
        (is_constant, '_MAX_SIZE', False),
        (is_constant, 'Max_Size', False),
        (is_acronym, 'API', True),
        (is_acronym, 'APIs', True),
        (is_acronym, 'SHA1', True),
        (is_acronym, 'B2B', True),
        (is_acronym, 'A1', False),
        (is_acronym, 'A', False),
        (is_acronym, 'As', False),
        (is_acronym, 'IV', False),
        (is_acronym, 'XIIs', False),
        (is_acronym, 'XXXIX', False),
        (is_acronym, 'CLI', True),
        (is_acronym, 'XL', True),
        (is_acronym, 'IPv6', True),
        (is_acronym, 'Api', False),
        (is_acronym, '', False),
        (is_file_name, 'setup.py', True),
        (is_file_name, 'a.tar.gz', True),
        (is_file_name, '.py', False),
        (is_file_name, 'x.PY', False),
        (is_file_name, 'README', False),
        (is_file_name, 'sys.path', False),
        (is_file_name, 'import.meta.env', False),
        (is_file_name, 'network.target', True),
        (is_file_name, 'event.target', False),
        (is_file_name, 'document.xml', True),
        (is_file_name, 'hotfix.patch', True),
        (is_file_name, 'objects.inv', True),
        (is_file_name, 'v1.2', False),
        (is_file_name, 'a.nosuchthing', False),
        (is_dotted, 'ab.cd', True),
        (is_dotted, 'a.b', False),
        (is_dotted, 'a::b', True),
        (is_dotted, 'e.g', False),
        (is_dotted, 'e.g.', False),
        (is_dotted, 'a', False),
        (is_dotted, 'a.', False),
        (is_strong, 'os.path', True),
        (is_strong, 'a::b', True),
        (is_strong, 'Word', False),
        (is_strong, 'word', False),
        (is_strong, 'WORD', False),
    ],
)  # fmt: skip
def test_predicates(predicate: Predicate, name: str, verdict: bool) -> None:
    assert predicate(name) is verdict


def test_file_extensions() -> None:
    assert {'py', 'rst', 'toml', 'html', 'png', 'pyc', 'lock', 'c', 'hpp', 'gz', 'zip'} <= file_extensions()
    assert not {'', 'PY', '1', '.py'} & file_extensions()


def test_mime_types() -> None:
    assert all(map(is_mime_type, ('text/html', 'application/json', 'image/svg+xml', 'application/vnd.api+json')))
    assert not any(
        map(is_mime_type, ('foo/bar', 'text/', 'text/notes.txt', 'text/html; charset=utf-8', 'my/text/html'))
    )


def test_words() -> None:
    text = 'The django of Django: a snake_case, os.path, x2 é über ÜBER .hidden'
    assert words(text) == ['The', 'django', 'of', 'Django', 'a', 'snake_case', 'os', 'x2', 'é', 'über', 'ÜBER']


@pytest.mark.parametrize(
    ('pattern', 'text', 'found'),
    [
        ('^lazy$', 'a lazy one, lazily', [(2, 'lazy')]),
        ('lazy loading', 'Use lazy loading or lazy loadings', [(4, 'lazy loading')]),
        ('load', 'overload loaded load', [(16, 'load')]),
        ('a.*', 'x', []),
        ('', 'some text', []),
        (' ', 'some text', []),
        ('b+', 'b bb abb', [(0, 'b'), (2, 'bb')]),
    ],
)
def test_wanted_names(pattern: str, text: str, found: list[tuple[int, str]]) -> None:
    assert wanted_names(text, [re.compile(pattern)]) == found


def test_wanted_place_is_given_once() -> None:
    assert wanted_names('a lazy one', [re.compile('lazy'), re.compile('^lazy$'), re.compile('one')]) == [
        (2, 'lazy'),
        (7, 'one'),
    ]


HOSTILE = [
    'a.', '_', '-', '/a', 'A-', '::', '(', '`', 'é', 'a', 'A', '+', '.', '/', 'a/', 'a::', '_.', 'a@', '@', '1', '1-',
    '-a', '~/', '$a', '${a', '%a', 'a%', 'A ', 'Ab ', 'http://', 'www.', ' ', 'RFC ', 'RFC 1-', 'a-_', '--a', 'a+', '.a',
    '-.', '1.', '1/', '_a', '_1', '-/', 'é.', 'é-', '–', '::_', 'aA', 'A1', 'a.b/_-é@(`::$%~A+',
]  # fmt: skip
LENGTH = 200_000


@pytest.mark.parametrize('piece', HOSTILE)
def test_hostile_line_is_read_to_its_end(piece: str) -> None:
    # In quadratic time one of these lines takes minutes, and the job's time limit ends the run.
    line = (piece * (LENGTH // len(piece) + 1))[:LENGTH]
    found = prose(f'{line} the_end')
    assert found[-1] == ('the_end', 'identifier') or piece.endswith(('A ', 'Ab '))
    assert words(f'{line} end')[-1] == 'end'


@pytest.mark.parametrize('tail', ['@' + '-' * LENGTH, 'A' * LENGTH + 'bC', '{' + 'a' * LENGTH])
def test_hostile_tails(tail: str) -> None:
    assert prose(f'a{tail} the_end') == [('the_end', 'identifier')]


@pytest.mark.parametrize(
    'name', ['A' * LENGTH + '!', 'A' * LENGTH + 'bC', '_' * LENGTH, 'a_' * LENGTH + '!', 'a.' * LENGTH]
)
@pytest.mark.parametrize('predicate', [is_snake, is_camel, is_constant, is_acronym, is_file_name, is_dotted, is_strong])
def test_hostile_names_have_a_verdict(predicate: Predicate, name: str) -> None:
    assert predicate(name) in {True, False}


@pytest.mark.parametrize(
    ('text', 'found'),
    [
        ('Werkzeug >= 3.1 is needed', [('Werkzeug', 'capital')]),
        ('Werkzeug 3.1 is needed', []),
        ('Since Python is sensitive to blanks', [('Python', 'capital')]),
        ('Since Python', []),
        ('[!NOTE] it is', []),
        ('a NOTE here', [('NOTE', 'acronym')]),
        ('with X-Forwarded-For set', [('X-Forwarded-For', 'header')]),
        ('the MyST-NB here', [('MyST-NB', 'identifier')]),
        ('a NumPy-style text', [('NumPy', 'identifier')]),
    ],
)
def test_what_stands_beside_a_capital(text: str, found: Names) -> None:
    assert [each for each in prose(text) if ' ' not in each[0]] == found


def test_parts_of_names_are_no_words_of_the_text() -> None:
    words = lower_words(['ansible-vault and /etc/ansible, me@ansible; vault and ansible'])
    assert (words['ansible'], words['vault'], words['and']) == (1, 1, 2)


@pytest.mark.parametrize(
    ('text', 'found'),
    [
        ('~/Library/Application Support/it', [('~/Library/Application Support/it', 'file')]),
        ('C:\\Program Files\\it.exe', [('C:\\Program Files\\it.exe', 'file')]),
        ('C:\\Users\\<name>\\AppData', []),
        ('/bin/echo it/x', [('/bin/echo', 'file')]),
        ('/usr/bin/kill PID', [('/usr/bin/kill', 'file')]),
    ],
)
def test_paths_with_blanks(text: str, found: Names) -> None:
    assert [each for each in literal_candidates(text) if each[1] == 'file'] == [each for each in found if each[1]]


def test_word_in_capitals_that_heads_a_note() -> None:
    assert prose('NOTE: it is. See REST: it is') == [('REST', 'acronym')]
    assert prose('HTTP: it is') == [('HTTP', 'acronym')]
    assert prose('CI: it is') == [('CI', 'acronym')]
    assert prose('It is a NOTE for you') == [('NOTE', 'acronym')]


def test_sentence_behind_its_opening_mark() -> None:
    assert every('¿Quieres más? ¡Bienvenido!') == [('Quieres', 'initial'), ('Bienvenido', 'initial')]


def test_single_letter_before_a_hyphen() -> None:
    assert prose('It is U-Boot here, and Ctrl-D') == [('U-Boot', 'proper')]


def test_head_of_a_note_in_a_text_of_another_script() -> None:
    hints = {each.name: each.hint for each in prose_candidates('Note: コンソールで Redis を使う場合は')}
    assert hints['Note'] == 'initial'
    assert hints['Redis'] == 'compound'
    assert {each.name: each.hint for each in prose_candidates('Zarafa: 一个服务器')}['Zarafa'] == 'compound'


def test_alternatives_that_a_row_of_dots_ends() -> None:
    assert [each.name for each in prose_candidates('in AF_PACKET/AF_XDP/... it is')] == ['AF_PACKET', 'AF_XDP']
    assert [each.name for each in prose_candidates('in src/app/ it is')] == ['src/app/']


def test_option_of_a_compiler_in_a_command() -> None:
    found = literal_candidates('gcc it.c -fPIC -shared -o it.so')
    assert ('-fPIC', 'option') in found
    assert 'fPIC' not in {name for name, _hint in found}


@pytest.mark.parametrize(
    ('name', 'made'),
    [
        ('72KuPujbc065OdWB71poOmIq', True),
        ('2lDcmH2Nq1xKn6FPDWarCmFM2aNsQ', True),
        ('HTTP2ServerConnection', False),
        ('MK64FN1M0VLL12', False),
        ('R32G32B32A32Sfloat', False),
        ('I32x4TruncSatF64x2S', False),
        ('convertBase64ToUtf8String', False),
        ('aB3dE5fG7', False),
        ('application2configuration3', False),
    ],
)
def test_keys_that_programs_make(name: str, made: bool) -> None:
    assert is_random(name) is made


@pytest.mark.parametrize(
    ('text', 'found'), [('the Aa.Bb.Cc of it', [('Aa.Bb.Cc', 'identifier')]), ('at the end.Next one', [])]
)
def test_dots_between_capitals(text: str, found: Names) -> None:
    assert [each for each in prose(text) if each[1] == 'identifier'] == found
