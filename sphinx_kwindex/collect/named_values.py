"""Settings that a list of YAML gives by name and value, each: of components of Dapr, parameters of Tekton."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sphinx_kwindex.shapes import Candidate

_NAMED = re.compile(
    r'^([ ]*)-[ ]+name:[ ]*(["\']?)([A-Za-z][\w.-]*)\2[ ]*(?:#.*)?\n'
    r'\1[ ]+(?:value|valueFrom|secretKeyRef|default):(?=\s|\Z)',
    re.MULTILINE,
)
_LEAST = 2
"""Of these a list has one alone that is no list of settings."""


def named_values(text: str) -> Iterator[Candidate]:
    """The names of a list whose items have a name and a value: ``- name: token`` and ``value: it`` below it."""
    found = list(_NAMED.finditer(text))
    for match in found if len(found) >= _LEAST else ():
        yield Candidate(match.start(3), match[3], 'envvar' if match[3].isupper() else 'key')
