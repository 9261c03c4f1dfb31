"""Names of several words: those that a row of capitals makes, that hyphens join, that registers have with small words."""

from __future__ import annotations

import subprocess
import sys

import pytest

from factories import coded, index_of, occurrence, record, written
from sphinx_kwindex.lexicon import is_capital_software
from sphinx_kwindex.occurrences import Occurrence, Role
from test_document import collected, section, text
from test_lexicon import names
from test_patterns import TOO_LONG


def listed(*found: Occurrence, words: dict[str, int] | None = None) -> set[str]:
    return {keyword.name for keyword in index_of(record('doc', *found, words=words or {})).keywords}


@pytest.mark.parametrize(
    ('source', 'found'),
    [
        ('we use Ruby on Rails here', [('Ruby on Rails', 'registered')]),
        ('it is on Read the Docs.', [('Read the Docs', 'registered')]),
        ('from Let’s Encrypt, for free', [("Let's Encrypt", 'registered')]),
        ("of Let's Encrypt's server", [("Let's Encrypt", 'registered')]),
        ('it runs on Mac OS X, and on OS X too', [('Mac OS X', 'registered'), ('OS X', 'registered')]),
        ('the Ruby on Rails Guides', [('Ruby on Rails', 'registered')]),
        ('a Ruby and Ruby on Rails', [('Ruby on Rails', 'registered'), ('Ruby', 'capital')]),
        ('we Wait for Godot here', [('Wait', 'capital'), ('Godot', 'capital')]),
        ('an IntelliJ IDEA project', [('IntelliJ', 'identifier'), ('IDEA', 'acronym'), ('IntelliJ IDEA', 'proper')]),
        ('an XmlHttp Zebra project', [('XmlHttp', 'identifier'), ('XmlHttp Zebra', 'headed')]),
    ],
)
def test_names_that_registers_have(source: str, found: list[tuple[str, str]]) -> None:
    assert names(source) == found


def test_parts_of_a_registered_name_are_words_elsewhere() -> None:
    assert names('Ruby on Rails, with rails in Ruby') == [('Ruby on Rails', 'registered'), ('Ruby', 'capital')]


@pytest.mark.parametrize(
    ('source', 'hint'),
    [
        ('over a Wi-Fi link', 'proper'),
        ('Wi-Fi is slow', 'joint'),
        ('for Greg Kroah-Hartman to say', 'joint'),
        ('the User-Requested one', 'joint'),
    ],
)
def test_words_that_hyphens_join(source: str, hint: str) -> None:
    assert [each for name, each in names(source) if '-' in name] == [hint]


def test_words_that_hyphens_join_have_no_say_without_a_dictionary() -> None:
    assert ('Wi-Fi', 'joint') in names('par le Wi-Fi du lieu', english=False)


def test_a_row_of_capitals_counts_once_but_in_a_large_corpus() -> None:
    once, twice = written('Kessel Exporter', 'proper'), written('Kessel Exporter', 'proper', count=2)
    assert listed(once) == {'Kessel Exporter'}
    assert listed(written('Save As', 'proper'), written('User Guide', 'proper')) == set()
    assert listed(written('Docker Compose', 'proper'), written('D-Bus', 'proper')) == {'Docker Compose', 'D-Bus'}
    assert listed(once, words={'a': 100_001}) == set()
    assert listed(twice, words={'a': 100_001}) == {'Kessel Exporter'}
    assert listed(written('Ruby on Rails', 'registered'), words={'a': 100_001}) == {'Ruby on Rails'}


def test_a_row_of_capitals_in_a_title_says_nothing() -> None:
    titled = collected(section('Notes on Handler Registration', text('so the Node Exporter runs')))
    assert {(each.name, each.hint) for each in titled.occurrences} >= {
        ('Handler Registration', 'initial'),
        ('Node Exporter', 'proper'),
    }


@pytest.mark.parametrize('name', ['Windows', 'Android', 'Helm'])
def test_common_word_that_is_software_with_a_capital(name: str) -> None:
    assert is_capital_software(name)
    assert not is_capital_software(name.lower())
    assert not is_capital_software(name.upper())


def test_common_word_with_a_capital_among_more_that_are_small() -> None:
    assert listed(written('Windows', 'capital'), words={'windows': 3}) == {'Windows'}
    assert listed(written('Windows', 'capital'), words={'windows': 4}) == set()
    assert listed(written('Windows', 'initial', count=3), words={'windows': 1}) == set()
    run = coded('helm', 'command')
    assert 'Helm' in listed(written('Helm', 'initial'), run)
    assert 'Helm' not in listed(written('Helm', 'initial'))
    assert listed(written('Doors', 'capital'), words={'doors': 3}) == set()


@pytest.mark.parametrize(
    ('title', 'said'),
    [
        ('Usage {#usage_it}', 'Usage'),
        ('Usage { #usage_it }', 'Usage'),
        ('Usage {/usage_it/}', 'Usage'),
        ('Usage {usage_it}', 'Usage usage_it'),
    ],
)
def test_address_of_a_title_is_no_part_of_it(title: str, said: str) -> None:
    found = collected(section(title, anchor='x')).occurrences
    assert {each.name for each in found if each.role is Role.HEADING} == set(said.split()) - {'Usage'}


def test_processors() -> None:
    assert names('on x86 and arm64 chips, not on y86') == [('x86', 'acronym'), ('arm64', 'coined')]


def test_endings_of_files() -> None:
    assert [name for name, hint in names('read .npy or .npz files, and .5 of .it') if hint == 'file'] == ['npy', 'npz']


def test_multiples_of_a_byte_are_no_names() -> None:
    assert listed(written('MiB', 'identifier')) == set()
    assert listed(occurrence('MiB')) == {'MiB'}


def test_time_in_a_string_is_no_name() -> None:
    assert listed(coded('2015-09-09T15:59:37.97', 'string'), coded('a.b', 'string')) == {'a.b'}


def test_many_registered_names_are_read_in_time_that_grows_with_the_text() -> None:
    """As in ``test_patterns``: if each token looked at each name, this took hours."""
    program = """
from sphinx_kwindex.collect.prose import prose_candidates
found = prose_candidates('the Ruby on Rails thing, OS X ' * 40_000, english=True)
print(sum(each.hint == 'registered' for each in found))
"""
    done = subprocess.run([sys.executable, '-c', program], check=True, capture_output=True, text=True, timeout=TOO_LONG)
    assert int(done.stdout) == 80_000


@pytest.mark.parametrize(
    ('source', 'found'),
    [
        ('the Common Trace Format (CTF), which', [('Common Trace Format', 'expanded'), ('CTF', 'acronym')]),
        ('The Common Trace Format (CTF) is', [('Common Trace Format', 'expanded'), ('CTF', 'acronym')]),
        ('Common Trace Format (CTF) is', [('Common Trace Format', 'expanded'), ('CTF', 'acronym')]),
        ('the Common Trace Format (XTF), which', [('Common Trace Format', 'proper'), ('XTF', 'acronym')]),
        ('the Keccak-256 hash', [('Keccak-256', 'identifier')]),
        ('the Debian-12 image', [('Debian', 'compound')]),
        ('see Step-2 for it', [('Step', 'compound')]),
        ('see zqtool-10 for it', []),
        ('by DNS-over-HTTPS and', [('DNS-over-HTTPS', 'acronym')]),
        ('by API-plus-HTTPS and', [('API', 'acronym')]),
        ('a World\\r\\n b', []),
        ('the .NET Framework, and .NET', [('.NET Framework', 'registered'), ('.NET', 'registered')]),
        ('for .NET Developers', [('.NET', 'registered')]),
        ('of ASP.NET Core', [('ASP.NET Core', 'registered')]),
    ],
)
def test_names_beside_brackets_and_hyphens(source: str, found: list[tuple[str, str]]) -> None:
    assert [each for each in names(source) if each[1] not in {'capital', 'initial'} or each[0] == 'Optional'] == found


@pytest.mark.parametrize(
    ('source', 'row'),
    [
        ('использует VS Code для работы и для проверки', 'VS Code'),
        ('使用TOAST UI Editor的功能，可以进行编辑', 'TOAST UI Editor'),
        ('описание API Reference для работы и проверки', ''),
        ('описание VS CODE для работы и проверки', ''),
    ],
)
def test_row_in_a_text_of_another_script(source: str, row: str) -> None:
    assert [name for name, hint in names(source) if hint == 'foreign' and ' ' in name] == ([row] if row else [])


def test_capital_behind_what_is_explained() -> None:
    assert 'Zebra' not in dict(names('tx_pin (Zebra, or not)'))
    assert dict(names('the pin of it (Zebra, or not)'))['Zebra'] == 'capital'


@pytest.mark.parametrize(
    'source',
    [
        'host - (Zebra) of it',
        'destination (string: "local/") - Zebra runs',
        'exec (of it) - (Optional) Zebra runs',
        '<1> Zebra runs',
    ],
)
def test_capital_of_what_is_explained_in_an_item(source: str) -> None:
    assert 'Zebra' not in dict(names(source))
    assert 'Zebra' in dict(names(source.replace('- ', 'or ').replace('<1>', 'the')))


def test_files_below_any_folder() -> None:
    assert names('see **/it.lock or {path}/index.php and /etc/it.conf') == [
        ('it.lock', 'file'),
        ('index.php', 'file'),
        ('/etc/it.conf', 'file'),
    ]


def test_what_initials_stand_for_is_listed_at_once() -> None:
    assert listed(written('Common Trace Format', 'expanded')) == {'Common Trace Format'}
    assert listed(written('Common Trace Format', 'proper')) == set()


@pytest.mark.parametrize(
    ('source', 'headed'),
    [
        ('on AWS Lambda today', ['AWS Lambda']),
        ('the KesselSearch Dashboards do', ['KesselSearch Dashboards']),
        ('the HTTP Host header', []),
        ('some SQL Equivalent here', []),
        ('a README File here', []),
        ('you MUST Not do', []),
        ('an AWS Function of it', []),
        ('a GitHub Action for it', []),
        ('AWS Lambda runs', []),
    ],
)
def test_row_behind_the_name_of_a_maker(source: str, headed: list[str]) -> None:
    assert [name for name, hint in names(source) if hint == 'headed'] == headed
    assert not [name for name, hint in names(source, english=False) if hint == 'headed']


def test_such_a_row_is_a_name_where_it_stands_twice() -> None:
    assert listed(written('AWS Lambda', 'headed')) == set()
    assert listed(written('AWS Lambda', 'headed', count=2)) == {'AWS Lambda'}


@pytest.mark.parametrize(
    ('source', 'found'),
    [
        ('uses virtio-scsi disks', ['virtio-scsi']),
        ('supports rsa-2048 keys', ['rsa-2048']),
        ('the network (lb-mgmt-net) is', ['lb-mgmt-net']),
        ('supports rsa-20 keys', []),
        ('a depset-based thing', []),
        ('the napari-specific one', []),
        ('one-qubit gates, non-lcore threads, add-ons', []),
        ('in little-endian order', []),
        ('a well-known word', []),
        ('the x-qubit', []),
    ],
)
def test_compound_of_a_word_that_no_dictionary_has(source: str, found: list[str]) -> None:
    assert [name for name, hint in names(source) if hint == 'coined' and '-' in name] == found
    assert not [name for name, hint in names(source, english=False) if hint == 'coined']
