"""Write ``sphinx_kwindex/software.bloom`` from public registers of software.

usage: make_software.py WORDS ICONS LANGUAGES CLASSIFIERS PACKAGES

WORDS is the folder that ``make_lexicon.py`` takes, ICONS ``data/simple-icons.json`` of Simple Icons
(https://simpleicons.org, CC0), LANGUAGES ``lib/linguist/languages.yml`` of GitHub's Linguist (MIT), CLASSIFIERS the
module of trove-classifiers (Apache 2.0), from which systems and frameworks are taken, PACKAGES ``top-pypi-packages.csv``,
the packages that are loaded most from PyPI (https://hugovk.dev/top-pypi-packages/). The same files give the same filter; that
of the package was made from those of August, August, September and April 2026.

Names are in small letters; those that English has as common words (Go, Windows) have the capital with which texts write them.
"""

from __future__ import annotations

import csv
import json
import re
import sys
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from make_lexicon import small_words_of
from sphinx_kwindex import lexicon

LARGEST = 40
"""The size of SCOWL up to which a word in small letters says nothing of a name ("express", "homepage")."""
SPOKEN = frozenset({'programming', 'markup', 'prose'})
"""Types of languages; forms of data ("Checksums") are called by ordinary words."""
MOST_LOADED = 3000
"""Packages that are loaded often enough for texts to speak of them."""
LONGEST_JOINED = 8
"""Letters of two common words that texts may write as one."""
BITS = 40
"""Of the filter, for each name: of a hundred thousand other words it takes one for known, or none."""
MOST_WORDS = 4
"""Of a name of several words."""
_LANGUAGE = re.compile(r'^("?)([^\s#"-][^"\n]*?)\1:\n(?:[ ].*\n)*?  type: (\w+)$', re.MULTILINE)
"""A language and its type, in the YAML of Linguist."""
_CLASSIFIER = re.compile(r'^ +"(Operating System|Framework) :: (.+)",?$', re.MULTILINE)
_NO_SYSTEM = re.compile('Other|.*Independent')
_NAME = re.compile(r"[a-z0-9.+#'-]+(?: [a-z0-9.+#'-]+)*")


def titles(icons: Path, languages: Path, classifiers: Path) -> Iterator[str]:
    """Names of products, projects, languages and systems, as these write them."""
    yield from (icon['title'] for icon in json.loads(icons.read_text(encoding='utf-8')))
    known = _LANGUAGE.finditer(languages.read_text(encoding='utf-8'))
    yield from (match[2] for match in known if match[3] in SPOKEN)
    for match in _CLASSIFIER.finditer(classifiers.read_text(encoding='utf-8')):
        yield from (
            name for name in match[2].split(' :: ')[: match[1] == 'Framework' or None] if not _NO_SYSTEM.match(name)
        )


def short_names(title: str) -> Iterator[str]:
    """The title, and what most say for that of a project of the Apache Software Foundation: Solr, of Apache Solr."""
    yield title
    first, _blank, second = title.partition(' ')
    if first == 'Apache' and second.isalnum():
        yield second


def packages(table: Path) -> Iterator[str]:
    """Names of packages."""
    with table.open(encoding='utf-8', newline='') as lines:
        yield from (row['project'] for row in csv.DictReader(lines))


def is_telling(name: str) -> bool:
    """Whether a name has the form of one, is not cut short by programmers, nor made of English words with a hyphen."""
    if (
        lexicon.is_clipped(name)
        or not _NAME.fullmatch(name)
        or len(name) < lexicon.SHORTEST_SOFTWARE
        or name.count(' ') >= MOST_WORDS
    ):
        return False
    return '-' not in name or any(map(lexicon.is_coined, name.split('-')))


def is_no_word(name: str) -> bool:
    """Whether no dictionary has a name, though English words may be joined in it (virtualenv), nor what it is the plural of.

    Short ones of two common words are words soon: a backoff, in realtime.
    """
    if lexicon.is_coined(name):
        return True
    if lexicon.is_in_dictionary(name) or (name.endswith('s') and lexicon.is_english(name[:-1])):
        return False
    halves = [(name[:at], name[at:]) for at in range(2, len(name) - 1)]
    if any(all(map(lexicon.is_common, pair)) and min(map(len, pair)) > 2 for pair in halves):
        return len(name) > LONGEST_JOINED
    return any(all(lexicon.is_in_dictionary(half) or lexicon.is_clipped(half) for half in pair) for pair in halves)


def main(words: str, icons: str, languages: str, classifiers: str, table: str) -> None:
    """Write the file into the package."""
    known = titles(Path(icons), Path(languages), Path(classifiers))
    titled = {
        name for title in known for short in short_names(title) if is_telling(name := short.replace('’', "'").lower())
    }
    # Packages are called by any word, so one of English says nothing, nor does the plural of what may be one.
    loaded = {name.lower() for name in islice(packages(Path(table)), MOST_LOADED)}
    common = titled & small_words_of(Path(words), LARGEST)
    names = (titled - common) | {name.capitalize() for name in common}
    names |= {name for name in loaded if is_telling(name) and ('-' in name or is_no_word(name))}
    size = -(-len(names) * BITS // 8) * 8
    path = Path(lexicon.__file__).with_name('software.bloom')
    path.write_bytes(lexicon.filter_of(sorted(names), size))
    print(f'{path.name}: {len(names)} names, {size // 8} bytes')


if __name__ == '__main__':
    main(*sys.argv[1:])
