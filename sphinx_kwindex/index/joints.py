"""Chains of names, taken apart where they are joined."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

JOINT = re.compile(r'\.|::')


@lru_cache(maxsize=1 << 16)
def parts(name: str) -> tuple[str, ...]:
    """The links of a dotted or ``::`` chain; a path or an option is one link."""
    return (name,) if '/' in name or name.startswith('-') else tuple(JOINT.split(name))


def suffixes(name: str) -> Iterator[str]:
    """The proper endings of a chain at its joints, longest first."""
    for match in JOINT.finditer(name):
        if match.end() < len(name):
            yield name[match.end() :]


def spelled(name: str, spellings: Mapping[str, str]) -> str:
    """The name that the author lists another under, by the whole of it or by what its chain begins with; once."""
    if name in spellings:
        return spellings[name]
    if spellings and len(parts(name)) > 1:
        for match in reversed(list(JOINT.finditer(name))):
            if target := spellings.get(name[: match.start()]):
                return target + name[match.start() :]
    return name
