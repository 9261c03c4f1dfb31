"""Write ``sphinx_kwindex/english.bloom`` from the word lists of SCOWL.

usage: make_lexicon.py FOLDER

FOLDER is ``final/`` of SCOWL's distribution (http://wordlist.aspell.net/), or the folder in which a package of an operating
system has these lists (Debian: ``scowl``, /usr/share/dict/scowl). The same lists give the same file; that of the package was made
from version 2020.12.07.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

from sphinx_kwindex import lexicon

LARGEST = 70
"""SCOWL's size of a large dictionary; larger ones hold words that hardly anybody knows, and that names are made of."""
COMMON = 40
"""The size up to which words are common: most people know them."""
BITS = 20
"""Of the filter, for each word."""


def _lines(folder: Path, largest: int) -> Iterator[tuple[str, str]]:
    """Kind of a list and a line of it, of all lists up to a size."""
    for path in folder.iterdir():
        kind, _dot, size = path.name.rpartition('.')
        if size.isdigit() and int(size) <= largest:
            yield from ((kind, line) for line in path.read_text(encoding='iso-8859-1').splitlines())


def small_words_of(folder: Path, largest: int) -> set[str]:
    """The words of English that are written in small letters, and are no abbreviations."""
    return {
        line for kind, line in _lines(folder, largest) if kind.endswith('words') and line.isascii() and line.islower()
    }


def words_of(folder: Path, largest: int) -> set[str]:
    """The words of English, whatever its spelling, and Roman numerals, in small letters; of contractions the parts as well."""
    found: set[str] = set()
    for kind, line in _lines(folder, largest):
        if line.isupper() or not line.isascii() or (kind.endswith('abbreviations') and not line.islower()):
            continue
        found.update(re.findall(r'[a-z]{2,}', line.lower()))
        if "'" in line and not line.endswith("'s"):
            found.add(line.lower().replace("'", ''))  # "dont"
    return found


def main(folder: str) -> None:
    """Write the file into the package."""
    words = sorted(words_of(Path(folder), LARGEST) | {*map(lexicon.as_common, words_of(Path(folder), COMMON))})
    size = -(-len(words) * BITS // 8) * 8
    path = Path(lexicon.__file__).with_name('english.bloom')
    path.write_bytes(lexicon.filter_of(words, size))
    print(f'{path.name}: {len(words)} words, {size // 8} bytes')


if __name__ == '__main__':
    main(*sys.argv[1:])
