"""Words that no dictionary of English has: which they are, where running text has them, and what becomes of them."""

from __future__ import annotations

import random
import re
import string
from pathlib import Path

import pytest
from docutils import nodes

import make_lexicon
from conftest import MakeProject
from factories import coded, defined, index_of, occurrence, record, written
from sphinx_kwindex import lexicon
from sphinx_kwindex.collect import prose
from sphinx_kwindex.collect.document import Options
from sphinx_kwindex.lexicon import is_coined, is_common, is_english, is_in_dictionary, is_software
from sphinx_kwindex.occurrences import Kind, Role
from test_document import collected, section, text
from test_pieces import FRAGMENTS


@pytest.mark.parametrize(
    'word',
    [
        'the',
        'documentation',
        'colour',
        'color',
        'isn',
        'doesn',
        'dont',
        'isnt',
        'youre',
        'vii',
        'etc',
        'config',
        'namespace',
        'hashable',
        'subclassing',
        'codebase',
        'docstring',
        'timezones',
        'dirname',
        'unescaped',
        'preprocessor',
        'geolocation',
        'memoized',
        'queryset',
        'row1',
        'user42',
        'x86',
        'r9562',
        'd41d8cd98f',
        'nnnn',
        'declaraction',
        'toprevent',
        'priori',
        'stringified',
        'stringifying',
    ],
)
def test_words(word: str) -> None:
    assert is_english(word)


@pytest.mark.parametrize(
    'word',
    [
        'systemd',
        'kubelet',
        'pytest',
        'mypy',
        'kobject',
        'udev',
        'epoll',
        'nginx',
        'uvicorn',
        'psycopg2',
        'numpy',
        'h5py',
        'docutils',
        'gunicorn',
        'json',
    ],
)
def test_names(word: str) -> None:
    assert not is_english(word)
    assert is_coined(word)


def test_two_letters_are_no_name_and_other_letters_no_word() -> None:
    assert not is_coined('zq')
    assert is_coined('zqx')
    assert not is_coined('zqé')
    assert is_coined('libcurl')
    assert not is_coined('library')


def test_what_no_file_can_hold_is_no_word() -> None:
    assert not any(asked('zlo\ud800g') for asked in (is_common, is_in_dictionary, is_software))


def test_few_words_are_taken_for_known() -> None:
    made_up = random.Random(7)
    words = {''.join(made_up.choices(string.ascii_lowercase, k=7)) for _ in range(5000)}
    assert sum(map(lexicon._has, words)) < 5


def test_a_filter_knows_what_it_was_made_of(tmp_path: Path) -> None:
    lists = {
        'english-words.35': 'plain\nAPI\nna\u00efve\n',
        'english-contractions.40': "isn't\n",
        'british-words.70': 'colour\n',
        'english-words.80': 'zymurgy\n',
        'english-abbreviations.50': 'etc\nMTech\n',
        'special-roman-numerals.35': 'xii\n',
    }
    for name, words in lists.items():
        (tmp_path / name).write_text(words, encoding='iso-8859-1')
    assert make_lexicon.words_of(tmp_path, 70) == {'plain', 'isn', 'isnt', 'colour', 'etc', 'xii'}
    assert make_lexicon.words_of(tmp_path, 40) == {'plain', 'isn', 'isnt', 'xii'}
    made = lexicon.filter_of(['plain', 'colour'], 4096)
    bits = {bit for word in ('plain', 'colour') for bit in lexicon.bits_of(word, 4096)}
    assert {at for at in range(4096) if made[at >> 3] >> (at & 7) & 1} == bits
    assert len(bits) > lexicon.HASHES


def names(source: str, start: int = 0, end: int | None = None, *, english: bool = True) -> list[tuple[str, str]]:
    found = prose.prose_candidates(source, start, end, english=english)
    return [(each.name, each.hint) for each in found if each.hint != 'initial']


@pytest.mark.parametrize(
    ('source', 'found'),
    [
        ('it runs snorgd, and systemd starts it', ['snorgd', 'systemd']),
        ("The kubelet's log, “udev” and (pyzorg)", ['kubelet', 'udev', 'pyzorg']),
        ('of /a/nginx, x.udev, udev.x, --udev, udev-x, udev=1, $udev, &nbsp;, udev()', []),
        ("nginx'll and y'udev", []),
        ('Vornik is fast. Traefik routes it', ['Vornik', 'Traefik']),
        ('Vornik Server', []),
        ('with snorgd/udev, and not of snorgd/udev/it', ['snorgd', 'udev']),
        ('Georg Brandlmayr wrote it', []),
        ('Servers are fast', []),
    ],
)
def test_running_text(source: str, found: list[str]) -> None:
    assert [name for name, hint in names(source) if hint == 'coined'] == found
    assert not [name for name, hint in names(source, english=False) if hint == 'coined']


@pytest.mark.parametrize(
    ('source', 'found'),
    [
        ("the 'stdin' and ‘kubelet’ of it, 'hashable' and 'netcat'", ['stdin', 'kubelet']),
        ('the "stdin" and “stdin” of it, stdin', []),
        ("the 'wonderful' of it, 'stdin, stdin'", []),
    ],
)
def test_single_quotation_marks(source: str, found: list[str]) -> None:
    assert [name for name, hint in names(source) if hint == 'coined'] == found
    assert not names(source, english=False)


def test_where_it_stands() -> None:
    source = 'run nginx or run udev'
    assert [each.start for each in prose.prose_candidates(source, english=True)] == [4, 17]
    assert names(source, 10) == [('udev', 'coined')]
    assert names(source, 0, 9) == [('nginx', 'coined')]
    assert names('用nginx和udev做', english=True) == [('nginx', 'foreign'), ('udev', 'foreign')]


@pytest.mark.parametrize('seed', range(20))
def test_pieces_say_what_the_whole_says(seed: int) -> None:
    choice = random.Random(seed)
    fragments = [*FRAGMENTS, 'zqx', 'nginx', ' zqx ', "n't"]
    for _ in range(100):
        source = ''.join(choice.choices(fragments, k=choice.randint(1, 25)))
        tokens = prose._tokens(prose._TOKEN.finditer(source))
        whole = [each for each in tokens if each.sort == 'word' and is_coined(each.text)]
        pieces = prose._unusual_tokens(source, 0, len(source), english=True)
        assert [each for each in pieces if each.sort == 'word' and is_coined(each.text)] == whole, source


ENGLISH = Options(english=True)


def test_a_title_has_it() -> None:
    found = collected(section('Using nginx', text('a b')), options=ENGLISH).occurrences
    assert [(each.name, each.role, each.hint) for each in found if each.hint != 'initial'] == [
        ('nginx', Role.HEADING, 'coined')
    ]


def test_text_of_another_language_has_none() -> None:
    polish = (
        'wszystkie obiekty naszego modelu musimy utworzyć teraz, zanim zajmiemy obiekt bazy danych oraz pliku; chcemy zamiast'
        ' tego dodać wpisy naszej aplikacji, a powinien wtedy znajduje się nasz. Wszystko jest nginx.'
    )
    found = collected(section('t', text(polish)), options=ENGLISH).occurrences
    assert {(each.name, each.hint) for each in found} == {('Wszystko', 'initial'), ('nginx', 'coined')}
    marked = nodes.paragraph('', '', nodes.Text(f'{polish} Tu '), nodes.emphasis('', 'wpisy'))
    found = collected(section('t', marked), options=ENGLISH).occurrences
    assert 'wpisy' not in {each.name for each in found}
    assert 'wpisy' in {
        each.name for each in collected(section('t', nodes.paragraph('', '', *marked[1:])), options=ENGLISH).occurrences
    }
    few = collected(section('t', text('Wszystko i nginx')), options=ENGLISH).occurrences
    assert {(each.name, each.hint) for each in few} == {('Wszystko', 'coined'), ('nginx', 'coined')}


def test_kind_and_number() -> None:
    index = index_of(record('doc', written('udev', 'coined', count=3), written('mkdir', 'coined')))
    assert {each.name: (each.kind, each.count) for each in index.keywords} == {
        'udev': (Kind.PRODUCT, 3),
        'mkdir': (Kind.COMMAND, 1),
    }


def test_what_is_set_as_code_keeps_its_kind() -> None:
    index = index_of(record('doc', coded('udev', 'import'), coded('udev', 'call'), written('udev', 'coined', count=9)))
    assert index.by_name['udev'].kind is Kind.FUNCTION
    assert index.by_name['udev'].count == 11


def test_plural_goes_to_what_stands_more_often() -> None:
    index = index_of(record('doc', written('kobject', 'coined', count=2), written('kobjects', 'coined', count=2)))
    assert {each.name: each.variants for each in index.keywords} == {'kobject': ('kobjects',)}
    index = index_of(record('doc', written('pygment', 'coined'), written('pygments', 'coined', count=2)))
    assert set(index.by_name) == {'pygment', 'pygments'}


@pytest.mark.parametrize(('one', 'plurals', 'left'), [(1, 3, 2), (2, 4, 1)])
def test_product_whose_name_is_a_plural(one: int, plurals: int, left: int) -> None:
    found = written('FlexBuffer', count=one), written('FlexBuffers', count=plurals)
    assert len(index_of(record('doc', *found)).keywords) == left
    assert len(index_of(record('doc', *found, occurrence('FlexBuffer'))).keywords) == 1


@pytest.mark.parametrize(
    ('name', 'times', 'kept'),
    [('Serialization', 2, False), ('Serialization', 3, True), ('Cabal', 1, True), ('Fleet', 1, True)],
)
def test_words_that_english_has_made_of_others(name: str, times: int, kept: bool) -> None:
    index = index_of(record('doc', written(name, 'capital', count=times)))
    assert (name in index.by_name) is kept


@pytest.mark.parametrize(
    ('large', 'small', 'hint', 'kept'),
    [
        (1, 3, 'capital', 'Jupyter'),
        (1, 4, 'capital', 'jupyter'),
        (1, 2, 'coined', 'jupyter'),
        (9, 1, 'coined', 'Jupyter'),
    ],
)
def test_spellings_are_one(large: int, small: int, hint: str, kept: str) -> None:
    found = written('Jupyter', hint, count=large), written('jupyter', 'coined', count=small)
    index = index_of(record('doc', *found, words={'jupyter': small}))
    assert {each.name: each.count for each in index.keywords} == {kept: large + small}


def test_capital_of_a_sentence_is_none_of_the_name() -> None:
    index = index_of(record('doc', occurrence('nginx'), written('Nginx', 'coined'), words={'nginx': 1}))
    assert {each.name: each.count for each in index.keywords} == {'nginx': 2}


def test_object_that_is_described() -> None:
    index = index_of(record('api', defined('i18n.zgettext')), record('doc', written('zgettext', 'coined')))
    assert index.by_name['i18n.zgettext'].count == 2
    index = index_of(record('api', defined('http.gzipx', objtype='module')), record('doc', written('gzipx', 'coined')))
    assert index.by_name['http.gzipx'].count == 1
    assert index.by_name['gzipx'].kind is Kind.PRODUCT


def test_acronym_in_small_letters() -> None:
    found = written('GDB', 'acronym'), written('gdb', 'coined', count=9)
    index = index_of(record('doc', *found, words={'gdb': 9}))
    assert {each.name: (each.kind, each.count) for each in index.keywords} == {'GDB': (Kind.ACRONYM, 10)}
    known = index_of(record('doc', *found, coded('gdb', 'variable'), words={'gdb': 9}))
    assert {each.name: each.count for each in known.keywords} == {'GDB': 1, 'gdb': 9}
    ordinary = index_of(record('doc', written('AND', 'acronym'), words={'and': 9}))
    assert not ordinary.keywords


def test_name_and_word_that_begin_a_sentence() -> None:
    assert names('Vornix Web is fast of it') == [('Vornix Web', 'proper')]
    assert names('Georg Brandlmayr is fast of it') == []
    assert names('Since Django is fast of it') == [('Django', 'capital')]


def test_long_words_are_data() -> None:
    assert not is_coined('un' * 990 + 'x')
    assert not is_coined('acgt' * 8000)


@pytest.mark.parametrize(
    ('found', 'kept'),
    [
        ([('dn', 'literal', 2), ('dns', 'coined', 1)], {'dn': 2, 'dns': 1}),
        (
            [('GDB', 'acronym', 1), ('gdb', 'coined', 2), ('Gdb', 'coined', 1), ('gdbs', 'coined', 1)],
            {'GDB': 4, 'gdbs': 1},
        ),
        ([('kobject', 'coined', 5), ('Kobject', 'coined', 1), ('Kobjects', 'coined', 1)], {'kobject': 7}),
        ([('thing', 'wanted', 5), ('things', 'coined', 1)], {'things': 1}),
    ],
)
def test_spellings_follow_one_another(found: list[tuple[str, str, int]], kept: dict[str, int]) -> None:
    said = [occurrence(name, count=n) if hint == 'literal' else written(name, hint, count=n) for name, hint, n in found]
    words = {name: n for name, hint, n in found if hint == 'coined' and name.islower()}
    index = index_of(record('doc', *said, words=words))
    listed = {each.name: each.count for each in index.keywords}
    assert {name: listed.get(name) for name in kept} == kept


def test_slip_in_the_title_of_a_large_documentation() -> None:
    found = occurrence('overveiw', Role.HEADING, 'coined')
    assert index_of(record('doc', found)).by_name['overveiw'].count == 1
    assert not index_of(record('doc', found, words={'a': 200_000})).keywords


def test_what_the_author_asks_for_goes_before_a_part_of_it() -> None:
    options = Options(english=True, wanted=(re.compile('nginx ingress'),))
    found = collected(section('t', text('the nginx ingress is set')), options=options).occurrences
    assert ('nginx ingress', 'wanted') in {(each.name, each.hint) for each in found}


def test_marks_of_their_own_in_another_language() -> None:
    italian = 'sono molti altri elementi della pagina che vengono mostrati dalla libreria esegue questo valore nuovo'
    found = collected(section('t', text(f'{italian} systemctl(1) e $KUBECONFIG')), options=ENGLISH).occurrences
    assert {(each.name, each.hint) for each in found} == {('systemctl', 'command'), ('KUBECONFIG', 'envvar')}


def test_noun_beside_it() -> None:
    (found,) = collected(section('t', text("set the environment variable 'ncip' to it")), options=ENGLISH).occurrences
    assert (found.name, found.hint) == ('ncip', 'envvar')
    italian = 'sono molti altri elementi della pagina che vengono mostrati dalla libreria, il comando nuovo esegue questo valore'
    found_there = collected(section('t', text(f'{italian} class nuovo')), options=ENGLISH).occurrences
    assert not [each for each in found_there if each.hint != 'initial']


TEXT = """\
Title
=====

The service is run by systemd, see below.

Running under snorgd
--------------------

Again systemd and snorgd; the word isn't one that matters.
"""


def test_index_leads_to_each_place(make_project: MakeProject) -> None:
    project = make_project({'index.rst': TEXT})
    found = project.build().keywords
    assert set(found) == {'snorgd', 'systemd'}
    assert [place['anchor'] for place in found['systemd']['locators']] == ['title', 'running-under-snorgd']
    assert found['snorgd']['locators'][0]['roles'] == ['heading', 'prose']


@pytest.mark.parametrize('language', ['de', 'pt_BR'])
def test_documentation_in_another_language(make_project: MakeProject, language: str) -> None:
    project = make_project({'index.rst': TEXT}, language=language)
    assert not project.build().keywords


@pytest.mark.parametrize('word', ['uint16', 'float32', 'u64', 'datetime64'])
def test_types_of_numbers_are_no_words(word: str) -> None:
    assert is_coined(word)


@pytest.mark.parametrize('word', ['tokenizer', 'optimizers', 'gamification', 'pragmas', 'uint', 'u7', 'i18'])
def test_words_of_programmers_are_no_names(word: str) -> None:
    assert not is_coined(word)
