"""Names that examples give their own things, known by what they begin with: MyModel, ``some_view``, ``your-branch``."""

from __future__ import annotations

import re

from sphinx_kwindex.lexicon import is_english, is_software

_DETERMINED = re.compile(
    r'(?:[Mm]y|MY|[Yy]our|YOUR|[Ss]ome|SOME)(?:[_-](?=[A-Za-z])|(?<![A-Z])(?=[A-Z][a-z]))|(?:my|your)(?=([a-z]{3,}))'
)
_JOINT = re.compile(r'[./:\\]+')


def is_anybodys(name: str) -> bool:
    """Whether a link of a name begins with a determiner, as that of nothing real does but of a few products (mysql)."""
    return any(map(_is_determined, _JOINT.split(name)))


def _is_determined(link: str) -> bool:
    match = _DETERMINED.match(link)
    if match is None or is_software(link.lower()):
        return False
    return match[1] is None or is_english(match[1])
