"""Whether a name says what a function does: by the word that it begins with, or by one inside."""

from __future__ import annotations

import re

VERBS = frozenset(
    """
    add apply assert attach bind build calculate cancel check clean clear close compute configure connect convert create decode
    decrypt delete detach disable drop dump emit enable encode encrypt ensure evaluate execute extract fetch find flush generate
    get handle init initialize inject insert invoke join load make merge normalize notify on open parse poll print publish push
    put quit raise read receive refresh register reload remove rename render replace reset resolve restore run save send
    serialize set should spawn split start stop submit subscribe transform truncate unbind unlock unregister unsubscribe update
    upload validate verify wait walk wrap write
    """.split()  # noqa: SIM905 (words to read)
)
"""What functions do, by the words that hardly are nouns: they begin the names of functions. So does ``on``: ``on_connect``."""
HUMP = re.compile(r'[A-Z]?[a-z]+|[A-Z]+(?![a-z])|[0-9]+')
"""A part of a name with capitals inside."""


_ASKS = re.compile(r'(?:is|has)[A-Z][a-z]')
"""What functions and methods that tell yes or no begin with, where words have capitals: ``isValid``."""
_TURNS = re.compile(r'^(?:from|to)_|[a-z]_with_[a-z]')
"""What functions have in their names that begin with no verb: ``from_fn``, ``stream_with_context``."""
_OF_VALUES = frozenset(
    """
    bind build clean close connect dump fetch flush join load open publish push read refresh render run save send spawn start stop
    submit transform update upload wait write
    """.split()  # noqa: SIM905 (words to read)
)
_VALUES = frozenset(
    """
    address addr args buffer class count date delay dir directory email field format host id index interval key kwargs level
    limit method mode name offset options params path policy port position prefix queue rate size status strategy suffix time
    timeout token type uri url user value values version
    """.split()  # noqa: SIM905
)
"""What names of values end in, whose first word is a verb that tells what the value is for: ``connect_timeout``."""
_NOUNS = frozenset({'start', 'stop', 'transform'})
"""Verbs that are nouns where they stand alone: ``error.start``."""
OPENING = frozenset({'new', 'with'})
"""What functions begin with in languages that write them with a capital (https://go.dev/doc/effective_go)."""


def acts(name: str) -> bool:
    """Whether a name begins with a verb, as those of functions do."""
    if '__' in name.strip('_') or '-' in name:
        return False  # a path through data; no language joins the words of a function by hyphens
    if _ASKS.match(name):
        return True
    humps = [hump for hump in name.split('_') if hump] if '_' in name else HUMP.findall(name)
    if _TURNS.search(name) and name.rpartition('_')[2] not in _VALUES:
        return True
    if not humps or humps[0] not in VERBS or (len(humps) == 1 and humps[0] in _NOUNS):
        return False
    return not (len(humps) > 1 and humps[0] in _OF_VALUES and humps[-1].lower() in _VALUES)


_ACCESSOR = re.compile(r'(?:Get|Has|Is|Set|Try)[A-Z][a-z]\w*(?<![0-9])')


def is_accessor(name: str) -> bool:
    """Whether a name of words with capitals reads or sets what an object has, as methods of C++ and C# do: ``SetRegions``."""
    return _ACCESSOR.fullmatch(name) is not None


def acts_in_capitals(name: str) -> bool:
    """Whether a name in CamelCase begins with a verb, as functions do where each word has a capital: ``SetMode``."""
    humps = HUMP.findall(name)
    return bool(humps) and humps[0].istitle() and (acts(name[0].lower() + name[1:]) or humps[0].lower() in OPENING)
