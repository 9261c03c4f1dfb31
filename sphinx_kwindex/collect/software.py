"""Names of software in small letters: words of English that public registers have too ("meson", "clickhouse")."""

from __future__ import annotations

import re

from sphinx_kwindex.collect.words import stands_alone
from sphinx_kwindex.lexicon import is_in_dictionary, is_only_software, is_software

_BEFORE = re.compile(r"(?<![A-Za-z'’])([A-Za-z'’]{1,20})[\s\"'“‘(]{1,4}\Z")
_LOOKS_BACK = 24
"""Characters before a word that hold the one before it."""
_DETERMINERS = frozenset(
    """
    a an another any both certain common custom different each either every few first her his its last many more most multiple
    my neither new next no one other our own said same second separate several simple single some special specific such that
    the their these this those two valid what which whose your
    """.split()  # noqa: SIM905 (words to read)
)
"""What stands before a word that may be counted or pointed at, as no name is."""
_LEADS = frozenset('import install installing like uses using via with'.split())  # noqa: SIM905
"""What stands before a name where it stands without an article: "install meson", "with julia"."""


def is_name_of_software(word: str, text: str, start: int, end: int) -> bool:
    """Whether a *word* that English has or could make is the name of a project: it stands without an article.

    Before a word that a dictionary has ("meson"), another must lead to a name.
    """
    if not is_software(word) or not stands_alone(text, start, end):
        return False
    found = _BEFORE.search(text, max(0, start - _LOOKS_BACK), start)
    before = found[1].lower() if found else ''
    word_of_english = is_in_dictionary(word) and not is_only_software(word)
    return before in _LEADS if word_of_english else before not in _DETERMINERS
