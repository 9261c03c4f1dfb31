"""Rows of capitalised words: which are names of several words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sphinx_kwindex.lexicon import is_capital_software, is_coined, is_in_dictionary, is_software
from sphinx_kwindex.occurrences import Role

if TYPE_CHECKING:
    from sphinx_kwindex.index.model import Evidence

LARGE = 100_000
"""Words of a documentation in which what stands seldom, and in no dictionary, is a slip rather than a name."""


_MAKERS = frozenset({'amazon', 'apple', 'azure', 'chrome', 'oracle'})
"""Words of English that head the names of several products: of those in Simple Icons 13 as well."""


def is_row_of_capitals(name: str, evidence: Evidence, size: int) -> bool:
    """Whether capitalised words in a row are a name: twice inside sentences, or once if one is no word of English.

    Behind an acronym stands a word of a title as often, so of such a row once never tells.

    In a large corpus, of more than so many words as *size* may tell, once is too seldom.
    """
    times = evidence.times(Role.PROSE, 'proper')
    headed = evidence.times(Role.PROSE, 'headed')
    words = [word.lower() for word in re.split('[ -]', name)]
    if words[0] in _MAKERS and not headed and size <= LARGE and not all(map(is_in_dictionary, words[1:])):
        return times > 0 or evidence.times(Role.PROSE, 'initial') > 0
    if headed or times != 1 or size > LARGE:
        return times + headed > 1
    return any(is_coined(word) or is_software(word) or is_capital_software(word.capitalize()) for word in words) or (
        ' ' not in name
    )
