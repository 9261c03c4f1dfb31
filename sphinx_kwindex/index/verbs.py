"""Whether a name says what a function does: by the word that it begins with."""

from __future__ import annotations

import re

VERBS = frozenset(
    """
    add apply calculate check clean clear close compute configure connect convert create decode delete disable drop dump emit
    enable encode ensure evaluate execute extract fetch find flush generate get handle init initialize insert invoke load
    make merge notify open parse print push put raise read receive register reload remove rename render replace reset resolve
    restore run save send serialize set should split submit truncate unlock update upload validate verify wait walk wrap
    write
    """.split()  # noqa: SIM905 (words to read)
)
"""What functions do, by the words that hardly are nouns: they begin the names of functions."""
HUMP = re.compile(r'[A-Z]?[a-z]+|[A-Z]+(?![a-z])|[0-9]+')
"""A part of a name with capitals inside."""


def acts(name: str) -> bool:
    """Whether a name begins with a verb, as those of functions do."""
    if '__' in name.strip('_'):
        return False  # a path through data
    humps = [hump for hump in name.split('_') if hump] if '_' in name else HUMP.findall(name)
    return bool(humps) and humps[0] in VERBS
