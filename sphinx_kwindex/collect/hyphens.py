"""Words that hyphens join: names as a whole, or words beside a name."""

from __future__ import annotations

import re

from sphinx_kwindex.lexicon import is_coined, is_software
from sphinx_kwindex.shapes import is_acronym, is_camel, is_capitalised, is_header_field, is_hyphenated, is_snake

_OVER = 3
"""Parts of a protocol that another carries: DNS-over-HTTPS."""


_BEFORE = frozenset(
    """
    add anti auto bi co cross de double eight five four half in inter intra left low micro mid mono multi n non nine no off on one
    plug pre post pseudo quasi re right self semi seven single six sub super ten three tri two un up
    """.split()  # noqa: SIM905 (words to read)
)
"""What begins a compound of English, whatever follows."""
_BEHIND = re.compile(
    r'(?:agnostic|aware|based|bound|capable|centric|code|compatible|compliant|data|dependent|driven|enabled|encoded|endian|facing|'
    r'files?|formats?|formatted|free|'
    r'friendly|heavy|independent|internal|less|level|like|native|only|oriented|parties|party|powered|private|public|ready|related|relative|safe|'
    r'side|sized|specific|style|styled|type|wide|wise|\w+(?:ed|ing|able|ness))\Z'
)
"""What makes an adjective or a noun of anything before it: "depset-based"."""


_SHORTEST_SIZE = 3
"""Digits of what is no number of one of several things: ``rsa-2048``."""


def has_coined_part(word: str) -> bool:
    """Whether hyphens join words in small letters of which one is none of English, *lib-it-all*."""
    return is_hyphenated(word) and any(map(is_coined, word.split('-')))


def is_coined_compound(word: str) -> bool:
    """Whether words with hyphens in small letters are a name, since no dictionary has one of them: ``virtio-scsi``."""
    if not has_coined_part(word):
        return False
    first, *rest = parts = word.split('-')
    counted = len(rest) == 1 and rest[0].isdigit() and len(rest[0]) < _SHORTEST_SIZE
    one_letter = any(len(part) == 1 and part.isalpha() for part in parts)
    return not (counted or one_letter or first in _BEFORE or _BEHIND.match(rest[-1]))


def judge_hyphen(token: str, following: str, *, initial: bool) -> tuple[str, str] | None:
    """``UTF-8`` and ``SHA-256`` are names, and so is what a text calls a header; of ``NumPy-style`` the first part is."""
    parts = token.split('-')
    if all(part[:1].isupper() for part in parts) and (following.startswith(' header') or is_header_field(token)):
        return token, 'header'
    if len(parts) > 2 and is_acronym(parts[0]) and following.startswith(': ') and all(map(is_capitalised, parts[1:])):
        return token, 'header'  # "SPDX-License-Identifier: MIT"
    if is_capitalised(parts[0]) and all(len(part) > 1 and part.isupper() for part in parts[1:]):
        return token, 'identifier'
    if is_camel(parts[0]) or is_snake(parts[0]):
        # MyST-NB, TensorFloat-32, and not "NumPy-style"
        capitals = all(part.isdigit() or (len(part) > 1 and part.isupper()) for part in parts[1:])
        return (token if capitals else parts[0]), 'identifier'
    if parts[0].isupper() and len(parts[0]) > 1 and all(part.isdigit() or part.isupper() for part in parts):
        return token, 'acronym'
    first = parts[0].lower()
    numbered = is_capitalised(parts[0]) and all(len(part) > 1 and part.isdigit() for part in parts[1:])
    if numbered and is_coined(first) and not is_software(first):
        return token, 'identifier'  # Keccak-256
    if len(parts[1]) == 1 and parts[1].isupper():
        return None  # a key and another: Ctrl-D
    if len(parts) == 2 and len(parts[0]) == 1 and parts[0].isupper() and is_capitalised(parts[1]):
        return token, 'proper'  # "U-Boot"
    if len(parts) == _OVER and is_acronym(parts[0]) and is_acronym(parts[2]) and parts[1] in {'in', 'on', 'over'}:
        return token, 'acronym'  # DNS-over-HTTPS
    if is_acronym(parts[0]) and is_camel(parts[1]):
        return token, 'identifier'
    if parts[-1][0].islower() and is_camel(parts[-1]) and parts[0].islower() and len(parts) > 2:
        return token, 'identifier'  # id-kp-serverAuth
    if all(map(is_capitalised, parts)):
        return token, 'joint'  # "Content-Type", and in German "Docker-Image": a name where the corpus knows it
    if is_capitalised(parts[0]) or is_acronym(parts[0]):  # "Unix-like", "API-Schlüssel"
        return parts[0], 'acronym' if parts[0].isupper() else 'initial' if initial else 'compound'
    return None
