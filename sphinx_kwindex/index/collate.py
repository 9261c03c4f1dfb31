"""The order of an index, and the letters it is grouped under.

Leading punctuation does not count (``--verbose`` stands under V, ``_private`` under P), accents and case decide
only between names that are otherwise equal, as in the general index of Sphinx and in ISO 999.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from sphinx_kwindex.index.model import Keyword
from sphinx_kwindex.occurrences import Kind
from sphinx_kwindex.shapes import is_command_line

_LEADING = re.compile(r'^[^\w]*_*[^\w]*')


_WHOLE = frozenset(
    {
        Kind.MODULE,
        Kind.FILE,
        Kind.OPTION,
        Kind.ENVVAR,
        Kind.TERM,
        Kind.PROTOCOL,
        Kind.PRODUCT,
        Kind.COMMAND,
        Kind.NAME,
    }
)


def head(name: str, kind: Kind) -> str:
    """What an entry is filed under.

    A reader looks for ``getLogger``, not for ``logging.getLogger``, so a member stands under its last part, permuted:
    ``getLogger (logging)``, and a sub-command under its own word, ``commit (git)``. Modules, products (Node.js), and what
    is no chain of identifiers, stand under the whole.
    """
    if kind is Kind.COMMAND and is_command_line(name):
        return name.rpartition(' ')[2]
    return name if kind in _WHOLE else re.split(r'\.|::', name)[-1] or name


def entry_key(keyword: Keyword) -> tuple[tuple[int, str, str, str], tuple[int, str, str, str]]:
    """The key that entries are sorted by: what they are filed under, then their names."""
    return sort_key(keyword.head), sort_key(keyword.name)


@lru_cache(maxsize=65536)
def sort_key(name: str) -> tuple[int, str, str, str]:
    """The key that names are sorted by: symbols, digits, letters, ideographs; ties fall to the name itself."""
    stem = _LEADING.sub('', name)
    folded = ''.join(c for c in unicodedata.normalize('NFD', stem.casefold()) if not unicodedata.combining(c))
    first = folded[:1]
    rank = 0 if not first else 1 if not first.isalpha() else 3 if unicodedata.name(first, '').startswith('CJK ') else 2
    return rank, folded or name, stem, name


IDEOGRAPHS = '字'
"""The one heading of all ideographs: each is a letter of its own, and there are too many for a jump bar."""


def letter(name: str) -> str:
    """The heading that a name stands under: a letter, or ``#`` for digits and symbols.

    Names that are sorted side by side have one heading, and no two groups of them the same.
    """
    rank, folded, _stem, _name = sort_key(name)
    if rank < 2:
        return '#'
    if rank == 3:
        return IDEOGRAPHS
    first = folded[0]
    upper = first.upper()
    return upper if upper.casefold() == first else first  # the upper case of a dotless i is that of i
