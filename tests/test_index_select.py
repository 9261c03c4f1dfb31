"""Is it a keyword? Names that are listed, names that are not, and what the corpus and the options change."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import pytest

from factories import coded, defined, index_of, names, occurrence, record, referred, written
from sphinx_kwindex.index.rows import LARGE
from sphinx_kwindex.occurrences import Occurrence, Role


def listed(*occurrences: Occurrence, words: Mapping[str, int] | None = None, **choices: Any) -> list[str]:
    return names(index_of(record('doc', *occurrences, words=words), **choices))


HEADING = Role.HEADING
ENTRY = Role.ENTRY


@pytest.mark.parametrize(
    'found',
    [
        defined('run'),
        defined('x', objtype='data'),
        defined('if', objtype='term'),
        referred('run'),
        referred('404', reftype='term'),
        occurrence('data'),
        occurrence('import_it', HEADING, 'identifier'),
        occurrence('run', HEADING, 'call'),
        coded('json', 'import'),
        coded('Loader', 'class'),
        coded('run', 'function'),
        coded('--flag', 'option'),
        coded('make', 'command'),
        coded('HOME', 'envvar'),
        coded('setup.py', 'file'),
        coded('getIt', 'variable'),
        coded('Loader', 'variable'),
        coded('HTTP', 'attribute'),
        coded('Os.path', 'attribute'),
        coded('connect', 'call'),
        written('get_it', 'identifier'),
        written('run', 'call'),
        written('--flag', 'option'),
        written('text/html', 'mime'),
        written('RFC 2616', 'standard'),
        written('HTTP', 'acronym'),
        written('Django', 'capital'),
        occurrence('get_it', ENTRY, 'entry'),
        occurrence('lazy loading', ENTRY, 'entry'),
        occurrence('one two', hint='file'),
    ],
)
def test_listed(found: Occurrence) -> None:
    assert listed(found) == [found.name]


@pytest.mark.parametrize(
    'found',
    [
        occurrence('x'),
        occurrence('404'),
        occurrence('1_000.5'),
        occurrence('::'),
        occurrence('None'),
        occurrence('self'),
        occurrence('true'),
        occurrence('a name', hint='samp'),
        coded('i', 'class'),
        coded('data', 'variable'),
        coded('get_it', 'variable'),
        coded('data', 'parameter'),
        coded('int', 'builtin'),
        coded('get_it', 'magic'),
        coded('run', 'attribute'),
        written('word', 'unknown'),
        occurrence('loading', ENTRY, 'entry'),
    ],
)
def test_not_listed(found: Occurrence) -> None:
    assert listed(found, occurrence('witness')) == ['witness']


def test_capital_words_are_judged_by_the_corpus() -> None:
    channels = written('Channels', 'capital', count=4)
    assert listed(channels, words={'channels': 2}) == ['Channels']
    assert listed(channels, words={'channels': 3}) == []
    assert listed(channels, words={'Channels': 9}) == ['Channels']
    assert listed(written('Loading', 'capital'), words={'loading': 1}) == []
    assert listed(written('Loading', 'compound', count=2), words={'loading': 1}) == ['Loading']


def test_capitals_of_a_rare_word_weigh_more() -> None:
    once = written('Ethernet', 'capital')
    assert listed(once, words={'ethernet': 2}) == ['Ethernet']
    assert listed(once, words={'ethernet': 3}) == []
    assert listed(once, written('Ethernet', 'initial'), words={'ethernet': 3}) == ['Ethernet']
    assert listed(once, words={'ethernet': 2}, english=False) == []
    # In a large documentation a capital may be anybody's mistake.
    assert listed(once, words={'ethernet': 2, 'the': LARGE}) == []


def test_a_word_that_stands_in_a_longer_name_alone_is_none() -> None:
    whole = [written('Internet Explorer', 'proper', count=2), written('Internet Explorer', 'initial')]
    part = [written('Explorer', 'capital'), written('Explorer', 'initial', count=2)]
    assert listed(*whole, *part) == ['Internet Explorer']
    assert listed(*whole, *part, written('Explorer', 'capital')) == ['Explorer', 'Internet Explorer']
    # The longer one is no name itself where it stands once, and is made of words.
    assert listed(written('Internet Explorer', 'proper'), written('Explorer', 'capital')) == ['Explorer']
    assert listed(written('Kessel Explorer', 'proper'), written('Explorer', 'capital')) == ['Kessel Explorer']


def test_capital_words_are_counted_over_all_documents() -> None:
    one, two = written('Channels', 'capital'), written('Channels', 'capital')
    assert names(index_of(record('a', one, words={'channels': 1}))) == []
    assert names(index_of(record('a', one, words={'channels': 1}), record('b', two))) == ['Channels']


def test_a_word_that_markup_shows_is_a_name_whatever_the_corpus_says() -> None:
    assert listed(written('Django', 'capital'), occurrence('Django'), words={'django': 99}) == ['Django']


def test_acronyms_are_judged_by_the_corpus() -> None:
    assert listed(written('AND', 'acronym'), words={'and': 2}) == []
    assert listed(written('SQL', 'acronym'), words={'sql': 1}) == ['SQL']
    # No dictionary has it, so small letters make it no word.
    assert listed(written('HTTPS', 'acronym'), words={'https': 9}) == ['HTTPS']
    # It has this one, which few know.
    assert listed(written('SSH', 'acronym'), words={'ssh': 9}) == ['SSH']
    assert listed(written('JAMAIS', 'acronym'), words={'jamais': 9}, english=False) == []
    assert listed(written('GET', 'acronym'), words={'get': 99}) == ['GET']


def test_calls_in_code_are_judged_by_the_corpus() -> None:
    assert listed(coded('connect', 'attribute'), words={'connect': 1}) == []
    assert listed(coded('connect', 'call'), words={'connect': 1}) == ['connect']
    assert listed(coded('connect_all', 'call'), words={'connect_all': 1}) == ['connect_all']


def test_stop_words() -> None:
    stop = frozenset({'the', 'inode'})
    assert listed(written('The', 'capital'), written('THE', 'acronym'), stop_words=stop) == []
    # A stop word that markup shows is a name: a list must not hide it.
    assert listed(occurrence('inode'), stop_words=stop) == ['inode']
    assert listed(written('the_', 'identifier'), stop_words=stop) == ['the_']


def test_include() -> None:
    wanted = written('lazy loading', 'wanted')
    assert listed(wanted, include=(re.compile('^lazy'),)) == ['lazy loading']
    assert listed(written('lazy loading', 'no form')) == []
    assert listed(coded('i', 'variable'), include=(re.compile('i'),)) == ['i']


def test_exclude_wins() -> None:
    chosen = (re.compile('run'),)
    assert listed(defined('pkg.run'), occurrence('other'), exclude=chosen) == ['other']
    assert listed(occurrence('run'), include=chosen, exclude=chosen) == []


def test_min_mentions_counts_the_whole_corpus() -> None:
    documents = [record('a', occurrence('both'), occurrence('one')), record('b', coded('both', 'call'))]
    assert names(index_of(*documents, min_mentions=2)) == ['both']
    assert names(index_of(*documents, min_mentions=3)) == []
    assert names(index_of(*documents)) == ['both', 'one']
    assert names(index_of(*documents, min_mentions=3, include=(re.compile('one'),))) == ['one']


def test_roles() -> None:
    found = (occurrence('lit'), written('pro_se'), defined('def_ined'))
    assert listed(*found, roles=frozenset({Role.LITERAL})) == ['lit']
    assert listed(*found, roles=frozenset()) == []
