"""Names that public registers have as those of software: which they are, where texts have them, and what becomes of them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import make_software
from factories import coded, index_of, occurrence, record, written
from sphinx_kwindex import lexicon
from sphinx_kwindex.collect.document import Options
from sphinx_kwindex.lexicon import is_software
from sphinx_kwindex.occurrences import Kind, Occurrence
from test_document import collected, section, text
from test_lexicon import names


@pytest.mark.parametrize(
    'name',
    ['redis', 'graphql', 'uvicorn', 'raspberry pi', 'scikit-learn', 'restructuredtext', 'virtualenv', 'cookiecutter'],
)
def test_registered(name: str) -> None:
    assert is_software(name)


@pytest.mark.parametrize(
    'name',
    [
        'express',
        'go',
        'max',
        'readme',
        'checksums',
        'schema',
        'human-readable',
        'c',
        'the',
        '',
        'backoff',
        'validators',
        'datasets',
    ],
)
def test_word_that_says_nothing_of_software(name: str) -> None:
    assert not is_software(name)


def test_a_register_takes_no_word_for_known() -> None:
    assert len([word for word in map(str, range(200_000)) if is_software(word)]) < 3


def test_what_a_register_is_made_of(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    words, icons, languages, classifiers, table = (
        tmp_path / name for name in ('words', 'icons', 'languages', 'classifiers', 'table')
    )
    words.mkdir()
    (words / 'english-words.35').write_text('express\nredis-like\nwindows\n')
    (words / 'english-words.60').write_text('redis\n')
    titles = (
        'Express',
        'Redis',
        'Raspberry Pi',
        'Let’s Go',
        'A Name of Many Words',
        'B&B',
        'Io',
        'Apache Zolr',
        'Amazon Zynamo',
    )
    icons.write_text(json.dumps([{'title': title} for title in titles]))
    languages.write_text('Ruby:\n  type: programming\nChecksums:\n  type: data\n')
    classifiers.write_text(
        '    "Framework :: Zjango :: 5.2",\n    "Operating System :: Microsoft :: Windows",\n'
        '    "Operating System :: OS Independent",\n    "Topic :: Snorgd",\n'
    )
    table.write_text('download_count,project\n9,Uvicorn\n8,human-readable\n7,asgi-lifespan\n6,schema\n5,snorgd\n')
    monkeypatch.setattr(make_software, 'MOST_LOADED', 4)
    monkeypatch.setattr(lexicon, '__file__', str(tmp_path / 'lexicon.py'))
    make_software.main(*map(str, (words, icons, languages, classifiers, table)))
    made = (tmp_path / 'software.bloom').read_bytes()
    known = {
        *('redis', 'raspberry pi', "let's go", 'ruby', 'uvicorn', 'asgi-lifespan', 'zjango', 'microsoft'),
        *('apache zolr', 'zolr', 'amazon zynamo', 'Express', 'Windows'),
    }
    assert made == lexicon.filter_of(sorted(known), len(known) * make_software.BITS)


@pytest.mark.parametrize(
    ('source', 'found'),
    [
        ('written in clickhouse, it runs', ['clickhouse']),
        ('the clickhouse of it, a clickhouse, each clickhouse', []),
        ('using meson', ['meson']),
        ('as meson decays', []),
        ('with scikit-learn and non-redis', ['scikit-learn']),
        ('of lib/scikit-learn/x, scikit-learn.x', []),
        ('it was Graphviz that ran', []),
        ('Redis is here', []),
        ('Uvicorn Labs runs it', ['Uvicorn']),
    ],
)
def test_running_text(source: str, found: list[str]) -> None:
    assert [name for name, hint in names(source) if hint == 'coined'] == found


@pytest.mark.parametrize(
    ('source', 'found'),
    [
        ('der Dienst nutzt uvicorn und clickhouse', []),
        ('une jolie interface de scikit-learn', ['scikit-learn']),
        ('In vielen nutzt Uvicorn das', []),
        ('Uvicorn ist hier', ['Uvicorn']),
        ('snorgd ist hier', []),
    ],
)
def test_text_in_a_language_without_a_dictionary(source: str, found: list[str]) -> None:
    assert [name for name, hint in names(source, english=False) if hint == 'coined'] == found


def kinds_of(*found: Occurrence, words: dict[str, int] | None = None) -> dict[str, tuple[str, int]]:
    index = index_of(record('doc', *found, words=words or {}))
    return {keyword.name: (keyword.kind.value, keyword.count) for keyword in index.keywords}


def test_capital_of_a_sentence_is_that_of_a_name() -> None:
    assert kinds_of(written('Redis', 'initial')) == {'Redis': ('product', 1)}
    assert kinds_of(written('Servers', 'initial')) == {}
    assert kinds_of(written('Meta', 'initial'), words={'meta': 1}) == {}
    assert kinds_of(written('Uvicorn', 'capital'), words={'uvicorn': 5}) == {'Uvicorn': ('product', 1)}
    assert kinds_of(written('Redis', 'capital'), words={'redis': 5}) == {'Redis': ('product', 1)}
    assert kinds_of(written('Windows', 'capital'), words={'windows': 5}) == {}
    assert kinds_of(written('Redis', 'initial', count=9), words={'redis': 1}) == {}
    assert kinds_of(written('Kessel', 'capital'), words={'kessel': 5}) == {}


def test_capital_of_a_sentence_where_authors_set_the_word_as_code() -> None:
    small = occurrence('uvicorn'), written('uvicorn', 'coined')
    assert kinds_of(*small, written('Uvicorn', 'coined')) == {'uvicorn': ('product', 3)}
    assert kinds_of(*small, written('Uvicorn', 'initial')) == {'uvicorn': ('product', 3)}
    assert kinds_of(*small, written('Uvicorn', 'capital')) == {'Uvicorn': ('product', 1), 'uvicorn': ('product', 2)}
    of_code = coded('uvicorn', 'module'), written('Uvicorn', 'coined')
    assert kinds_of(*of_code) == {'Uvicorn': ('product', 1), 'uvicorn': ('module', 1)}


def test_word_of_english_that_stands_with_articles_more_often() -> None:
    assert kinds_of(written('meson', 'coined', count=4), words={'meson': 5}) == {'meson': ('product', 4)}
    assert kinds_of(written('meson', 'coined', count=3), words={'meson': 4}) == {}


def test_large_documentation() -> None:
    size = {'a': 100_001}
    assert kinds_of(written('zsh', 'coined'), words=size) == {'zsh': ('product', 1)}
    assert kinds_of(written('clickhouse', 'coined'), words=size) == {}
    assert kinds_of(written('clickhouse', 'coined', count=2), words=size) == {'clickhouse': ('product', 2)}


def test_name_of_several_words() -> None:
    assert kinds_of(written('Raspberry Pi', 'proper')) == {'Raspberry Pi': ('product', 1)}
    assert kinds_of(written('Raspberry Pi', 'initial')) == {'Raspberry Pi': ('product', 1)}
    assert kinds_of(written('Raspberry Tea', 'initial')) == {}


def test_part_of_a_longer_name_is_a_name() -> None:
    both = [written('Grafana Labs', 'proper', count=2), written('Grafana', 'initial', count=2)]
    assert kinds_of(*both) == {'Grafana Labs': ('product', 2), 'Grafana': ('product', 2)}
    other = [written('Kessel Labs', 'proper', count=2), written('Kessel', 'capital', count=2)]
    assert kinds_of(*other) == {'Kessel Labs': ('product', 2)}


def test_word_that_authors_set_as_code() -> None:
    assert index_of(record('doc', occurrence('uvicorn'))).keywords[0].kind is Kind.PRODUCT
    assert index_of(record('doc', occurrence('redis'))).keywords[0].kind is Kind.NAME  # a word, by its dictionary
    assert index_of(record('doc', occurrence('zedix'))).keywords[0].kind is Kind.NAME


def test_text_that_writes_nouns_with_capitals() -> None:
    german = (
        'Der Rechner liest eine Datei und der Nutzer sieht das Fenster, dann endet der Lauf ohne Fehler in der Ausgabe.'
    )
    tree = section(
        't',
        text(german),
        text('Der Nutzer nimmt Uvicorn für den Rechner, oder Kessel, oder -Unterklasse und -x, ein Sonar'),
    )
    hints = {(each.name, each.hint) for each in collected(tree).occurrences}
    assert ('Uvicorn', 'compound') in hints
    assert ('Sonar', 'initial') in hints
    assert ('Kessel', 'initial') in hints
    assert ('-x', 'option') in hints
    assert '-Unterklasse' not in {name for name, _hint in hints}


def test_capital_behind_another_name() -> None:
    assert ('Uvicorn', 'capital') in names('Snorgd Uvicorn is fast of it')
    assert ('Kessel', 'capital') not in names('Snorgd Kessel is fast of it')


def test_end_of_a_word_is_no_option() -> None:
    assert '-Methode' not in {name for name, _hint in names('die “x”-Methode, die (y)-Methode', english=False)}
    assert ('-Path', 'option') in names('run it with -Path now')


def test_options_of_compilers_in_english() -> None:
    tree = section(
        't', text('Red Hat and Debian pass -Wpedantic, Fedora -Wconversion to GCC and Clang of Google and Mozilla')
    )
    assert {each.name for each in collected(tree, options=Options(english=True)).occurrences} >= {
        '-Wpedantic',
        '-Wconversion',
    }
