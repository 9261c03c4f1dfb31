"""The choice knows no name: where the names of the labelled pages are others of the same shape, the verdicts are the same."""

from __future__ import annotations

import builtins
import json
import keyword
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from http import HTTPMethod
from pathlib import Path

import pytest
from docutils.parsers.rst import directives, roles
from pygments.lexers import get_lexer_by_name
from pygments.token import Keyword, Name
from sphinx.search.en import SearchEnglish
from sphinx.util.nodes import indextypes

from sphinx_kwindex.collect import nouns
from sphinx_kwindex.collect.tokens import is_a
from sphinx_kwindex.index.kinds import CLASS_WORDS, HOLDERS, STATEMENTS
from sphinx_kwindex.index.verbs import VERBS
from sphinx_kwindex.shapes import _HEADER_FIELDS, file_extensions

QUALITY = Path(__file__).parents[2] / 'shared' / 'quality'
pytestmark = pytest.mark.skipif(not QUALITY.is_dir(), reason='the labelled pages are not beside the project')

_VOWELS, _CONSONANTS = 'aeiou', 'bcdfghjklmnpqrstvwz'
_WORD = re.compile(r'[A-Z]{2,}(?=s\b)|[A-Z]+(?![a-z])|[A-Z]?[a-z]+')
"""A word of a name: ``getLogger`` has two, ``HTTP_PROXY`` has two."""
_LANGUAGES = ('python', 'c++', 'bash')


def turned(word: str) -> str:
    """The word with each vowel replaced by the next, and each consonant; case and length stay."""
    letters = []
    for letter in word:
        ring = _VOWELS if letter.lower() in _VOWELS else _CONSONANTS
        at = ring.find(letter.lower())
        new = letter if at < 0 else ring[(at + 1) % len(ring)]
        letters.append(new.upper() if letter.isupper() else new)
    return ''.join(letters)


def known_words() -> set[str]:
    """Words that mean something to the libraries that read pages: languages, markup, registries, the words of texts."""
    known = {*keyword.kwlist, *keyword.softkwlist, *dir(builtins), *SearchEnglish.stopwords, *file_extensions()}
    known |= {'application', 'audio', 'image', 'message', 'text', 'video', 'html', 'json', 'plain'}  # MIME types
    known |= {
        'bfloat',
        'complex',
        'datetime',
        'timedelta',
        *HOLDERS,
        *CLASS_WORDS,
        *STATEMENTS,
        *VERBS,
    }  # types of numbers, parts of names, statements of SQL, what functions do
    known |= _HEADER_FIELDS
    known |= {part for noun in nouns._ENGLISH for part in noun.split()}
    known |= {*HTTPMethod.__members__, *indextypes, *directives._directive_registry}  # type: ignore[attr-defined]
    known |= set(vars(roles)['_role_registry'])
    return {part.lower() for word in known for part in _WORD.findall(word)}


def of_grammar(code: str) -> Iterator[str]:
    """The words that a lexer knows by themselves."""
    for language in _LANGUAGES:
        for kind, text in get_lexer_by_name(language).get_tokens(code):
            if any(
                is_a(kind, known)
                for known in (Keyword, Name.Builtin, Name.Exception, Name.Function.Magic, Name.Variable.Magic)
            ):
                yield from _WORD.findall(text)


def renaming(pages: Mapping[str, str], labels: Mapping[str, Mapping[str, object]]) -> dict[str, str]:
    """Word of a labelled name -> the word that takes its place everywhere, in every page."""
    known = known_words()
    for text in pages.values():
        known.update(word.lower() for word in of_grammar(text))
        # What markup is made of: roles and directives, their options, the words of addresses.
        for markup in re.findall(r':[\w:+-]+:|\.\. [\w:-]+::|https?://\S+|^```\S*|\{[\w:-]+\}', text, re.MULTILINE):
            known.update(word.lower() for word in _WORD.findall(markup))
        # The initials of a name go on to spell what stands in brackets behind it.
        for expanded in re.findall(r'((?:[A-Z]\w+\s+){2,4})\([A-Z]{2,6}\)', text):
            known.update(word.lower() for word in _WORD.findall(expanded))
    words = {word for each in labels.values() for name in each['must'] for word in _WORD.findall(name)}  # type: ignore[attr-defined]
    taken = {word.lower() for text in pages.values() for word in _WORD.findall(text)} | known
    table = {}
    for word in sorted(words):
        new = turned(word.lower())
        if len(word) > 3 and word.lower() not in known and new not in taken:
            table[word.lower()] = new
    return table


def renamed(text: str, table: Mapping[str, str]) -> str:
    """The text with every word of *table* replaced, in the case that it has."""

    def new(match: re.Match[str]) -> str:
        word = match[0]
        return turned(word) if word.lower() in table else word

    return _WORD.sub(new, text)


BUILD = """
import json, re, sys
from sphinx.cmd.build import main
from sphinx_kwindex import lexicon
originals = json.loads(sys.argv[1])
is_english, is_derived, is_software, has = lexicon.is_english, lexicon.is_derived, lexicon.is_software, lexicon._has
original = lambda word: re.sub('[a-z]+', lambda part: originals.get(part[0], part[0]), word)
lexicon.is_english = lambda word: is_english(original(word))
lexicon.is_derived = lambda word: is_derived(original(word))
lexicon.is_software = lambda name: is_software(original(name))
lexicon._has = lambda word: has(original(word))
raise SystemExit(main(sys.argv[2:]))
"""
"""Sphinx, with a dictionary, its endings of English among it, and a register that have the words in place of their own."""


def keywords(pages: Mapping[str, str], folder: Path, originals: Mapping[str, str]) -> dict[str, set[tuple[str, str]]]:
    """Page -> the names that its index has, each with its kind.

    *originals* are words that were replaced, by those in their place.
    """
    (folder / 'pages').mkdir(parents=True)
    shutil.copy(QUALITY / 'conf.py', folder)
    for name, text in pages.items():
        (folder / 'pages' / name).write_text(text, encoding='utf-8')
    shutil.copy(QUALITY / 'pages' / 'index.rst', folder / 'pages')
    command = [sys.executable, '-c', BUILD, json.dumps(originals)]
    command += ['-q', '-b', 'kwindex', '-c', str(folder), str(folder / 'pages'), str(folder / 'out')]
    subprocess.run(command, check=True)
    kinds = {}
    for line in (folder / 'out' / 'keywords.jsonl').read_text(encoding='utf-8').splitlines():
        record = json.loads(line)
        kinds[record['name']] = record['kind']
    found = {}
    for line in (folder / 'out' / 'documents.jsonl').read_text(encoding='utf-8').splitlines():
        record = json.loads(line)
        found[record['doc']] = {(name, kinds[name]) for name in record['keywords']}
    return found


def test_names_of_the_same_shape_have_the_same_verdicts(tmp_path: Path) -> None:
    pages = {
        path.name: path.read_text(encoding='utf-8')
        for path in sorted((QUALITY / 'pages').iterdir())
        if path.name != 'index.rst'
    }
    labels = {path.name: json.loads(path.read_text(encoding='utf-8')) for path in (QUALITY / 'labels').iterdir()}
    table = renaming(pages, labels)
    assert len(table) > 300, 'too few names are renamed for this to say anything'
    before = keywords(pages, tmp_path / 'before', {})
    originals = {new: word for word, new in table.items()}
    after = keywords({name: renamed(text, table) for name, text in pages.items()}, tmp_path / 'after', originals)
    expected = {doc: {(renamed(name, table), kind) for name, kind in names} for doc, names in before.items()}
    assert sum(map(len, after.values())) > 1000
    gained = {doc: names - expected[doc] for doc, names in after.items() if names - expected[doc]}
    lost = {doc: expected[doc] - names for doc, names in after.items() if expected[doc] - names}
    assert (gained, lost) == ({}, {})
