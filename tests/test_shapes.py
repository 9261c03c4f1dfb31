"""Names by their form: tables of texts with exactly what is found in them."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from sphinx_kwindex.shapes import (
    MAX_NAME,
    Candidate,
    file_extensions,
    is_acronym,
    is_camel,
    is_constant,
    is_dotted,
    is_file_name,
    is_snake,
    is_strong,
    literal_candidates,
    lower_words,
    mime_types,
    prose_candidates,
    wanted_names,
)

Names = list[tuple[str, str]]


def prose(text: str) -> Names:
    return [(candidate.name, candidate.hint) for candidate in prose_candidates(text)]


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
        ('a models.Model of it', [('models.Model', 'identifier')]),
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
        ('set $HOME, ${PATH} or %TEMP%', [('HOME', 'envvar'), ('PATH', 'envvar'), ('TEMP', 'envvar')]),
        ('edit /etc/hosts and ./run.sh.', [('/etc/hosts', 'file'), ('./run.sh', 'file')]),
        ('see setup.py or docs/conf.py.', [('setup.py', 'file'), ('docs/conf.py', 'file')]),
        ('a ../b/c folder', [('../b/c', 'file')]),
        ('send text/html as application/json', [('text/html', 'mime'), ('application/json', 'mime')]),
        ('the Accept-Language header', [('Accept-Language', 'header')]),
        ('see RFC 2616, PEP 8 and PEP-484', [('RFC 2616', 'standard'), ('PEP 8', 'standard'), ('PEP-484', 'standard')]),
        ('by ISO 8601 and ISO/IEC 9899', [('ISO 8601', 'standard'), ('ISO/IEC 9899', 'standard')]),
        ('ISO 3166-1 codes', [('ISO 3166-1', 'standard')]),
        ('in UTF-8 with SHA-256', [('UTF-8', 'acronym'), ('SHA-256', 'acronym')]),
        ('a NumPy-style text', [('NumPy', 'identifier')]),
        ('an API, many APIs', [('API', 'acronym'), ('API', 'acronym')]),
        ('on GPU/CPU', [('GPU', 'acronym'), ('CPU', 'acronym')]),
        ('C++ and C# programs', [('C++', 'acronym'), ('C#', 'acronym')]),
        ('a GET request', [('GET', 'acronym')]),
        ('We like Django a lot', [('Django', 'capital')]),
    ],
)  # fmt: skip
def test_other_forms_in_prose(text: str, found: Names) -> None:
    assert prose(text) == found


@pytest.mark.parametrize(
    'text',
    [
        'The parser reads plain words.',
        'It ends. Then it starts again! Why? Because: Nothing.',
        '(Perhaps) it does. “Quoted” here.',
        'It ends.” Then it goes… “On”',
        'e.g. this, i.e. that, under U.S. law, Y.M.C.A.',
        'chapters IV, XII and MCMXC',
        'version 3.11 and v2.0.1 of 1_000',
        'in A Title Of Things',
        'a Look & Feel page',
        'in Ruby-on-rails',
        'a well-known re-use of x-y',
        'I and A, x or C',
        'and/or, n/a, I/O, 24/7',
        'Stop.Next starts here',
        'foo..bar, .foo, foo.',
        '100% of $5',
        '1st, 2nd_x and 0x1F_FF',
        'a Content-Type is no name by its form',
        '- _ __ -- --- :: ... / // ~ @',
        'MIT-licensed',
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
        ('тут данные.Поле есть', [('данные.Поле', 'identifier')]),
        ('变量 用户_名 在', [('用户_名', 'identifier')]),
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
    assert [c.name for c in prose_candidates(text, 7)] == ['Flask_x']
    assert [c.name for c in prose_candidates(text, 3, 13)] == []
    assert [c.name for c in prose_candidates('we use Django')] == ['Django']


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
        ('-O2', [('-O2', 'option')]),
        ('-X importtime', [('-X', 'option'), ('importtime', 'value')]),
        ('-W error::Foo', [('-W', 'option')]),
        ('$HOME', [('HOME', 'envvar')]),
        ('${HOME}', [('HOME', 'envvar')]),
        ('%PATH%', [('PATH', 'envvar')]),
        ('DEBUG=True', [('DEBUG', 'parameter')]),
        ("'get_x'", [('get_x', 'string')]),
        ('text/html', [('text/html', 'mime')]),
        ('/etc/hosts', [('/etc/hosts', 'file')]),
        ('setup.py', [('setup.py', 'file')]),
        ('Content-Type', [('Content-Type', 'header')]),
        ('Content-Type: text/html', [('Content-Type', 'header')]),
        ('RFC 2616', [('RFC 2616', 'standard')]),
        ('call foo bar_baz', [('bar_baz', 'identifier')]),
        ('foo.bar[0]', [('foo.bar', 'identifier')]),
        ('git commit -m', [('-m', 'option')]),
        ('lambda x: y_z', [('y_z', 'identifier')]),
    ],
)  # fmt: skip
def test_literals(text: str, found: Names) -> None:
    assert literal_candidates(text) == found


@pytest.mark.parametrize(
    'text',
    ['', '   ', '3.11', 'v2.0', '42', '1e5', '"utf-8"', '"a b"', 'a = b', 'x + y', '*args', '<div>', '{name}', 'a|b',
     '1/2', 'not in', 'GET /items', '=', '::', '--', '...', 'x.', 'http://x.org/a_b', 'me_too@x.org', 'Use Django API',
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
        (is_acronym, 'Api', False),
        (is_acronym, '', False),
        (is_file_name, 'setup.py', True),
        (is_file_name, 'a.tar.gz', True),
        (is_file_name, '.py', False),
        (is_file_name, 'x.PY', False),
        (is_file_name, 'README', False),
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
    assert {'text/html', 'application/json', 'image/png'} <= mime_types()
    assert 'foo/bar' not in mime_types()


def test_lower_words() -> None:
    text = 'The django of Django: a snake_case, os.path, x2 é über ÜBER .hidden'
    assert list(lower_words(text)) == ['django', 'of', 'a', 'snake_case', 'os', 'x2', 'é', 'über']


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
    assert list(lower_words(f'{line} end'))[-1] == 'end'


@pytest.mark.parametrize('tail', ['@' + '-' * LENGTH, 'A' * LENGTH + 'bC', '{' + 'a' * LENGTH])
def test_hostile_tails(tail: str) -> None:
    assert prose(f'a{tail} the_end') == [('the_end', 'identifier')]


@pytest.mark.parametrize(
    'name', ['A' * LENGTH + '!', 'A' * LENGTH + 'bC', '_' * LENGTH, 'a_' * LENGTH + '!', 'a.' * LENGTH]
)
@pytest.mark.parametrize('predicate', [is_snake, is_camel, is_constant, is_acronym, is_file_name, is_dotted, is_strong])
def test_hostile_names_have_a_verdict(predicate: Predicate, name: str) -> None:
    assert predicate(name) in {True, False}
