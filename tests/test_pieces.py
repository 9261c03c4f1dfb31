"""A text that is read piece by piece says what it says when it is read as a whole."""

from __future__ import annotations

import random
from collections import Counter

import pytest

from sphinx_kwindex.collect import prose
from sphinx_kwindex.collect.words import Token, lower_words, words

FRAGMENTS = [
    'a', 'foo', 'Foo', 'FOO', 'fooBar', 'foo_bar', '_x', 'RFC', 'ISO/IEC', 'ISO', '1234', '-12', 'v2', 'é', 'É', '中', 'Я',
    '.', '..', '/', '-', '--', '–', '(', ')', '()', '[', '"', "'", '“', ',', ';', ':', '::', '\\', '$', '%', '{', '}', '=',
    '+', '++', '#', '@', '~', '*', ' ', ' ', ' ', ' ', '\n', '\t', '  ', '\xa0', 'http://', 'www.', 'e.g.', 'x.y', 'text/plain',
]  # fmt: skip


def made_up(seed: int) -> str:
    choice = random.Random(seed)
    return ''.join(choice.choices(FRAGMENTS, k=choice.randint(1, 25)))


def shaped(found: Token, text: str) -> bool:
    """Whether a token may be a name: the words in lower case that call nothing are left out by pieces."""
    plain = found.sort == 'word' and found.text.islower() and '_' not in found.text
    return not plain or text.startswith('()', found.end)


@pytest.mark.parametrize('seed', range(40))
def test_tokens(seed: int) -> None:
    for text in map(made_up, range(seed * 50, seed * 50 + 50)):
        for start in (0, len(text) // 2):
            whole = [found for found in prose._tokens(prose._TOKEN.finditer(text, start)) if shaped(found, text)]
            pieces = [
                found for found in prose._unusual_tokens(text, start, len(text), english=False) if shaped(found, text)
            ]
            assert pieces == whole, text


def test_what_stands_behind_a_part_makes_a_call_of_its_last_word() -> None:
    text = 'Call it()'
    assert [found.text for found in prose._unusual_tokens(text, 0, 7, english=False)] == ['Call', 'it']
    assert [found.text for found in prose._unusual_tokens(text, 0, 9, english=False)] == ['Call', 'it']
    assert [found.text for found in prose._unusual_tokens('Call it ()', 0, 7, english=False)] == ['Call']


def test_a_number_behind_white_space() -> None:
    text = 'see (ISO 8601) and ISO foo'
    assert [
        (found.text, found.start)
        for found in prose._unusual_tokens(text, 0, len(text), english=False)
        if found.sort != 'word'
    ] == [('ISO 8601', 5)]


def test_words_in_lower_case() -> None:
    texts = ['The django of Django: a snake_case', 'of os.path, x2 é\nüber ÜBER', 'dja', 'ngo', '']
    found = Counter(word for text in texts for word in words(text) if word.islower())
    assert lower_words(texts) == found
    assert list(lower_words(texts)) == list(found)
