"""Blocks of settings and of requirements, in nobody's language, that hold lines of one name alone."""

from __future__ import annotations

import re

from sphinx_kwindex.collect.tokens import told_by_all
from sphinx_kwindex.collect.uses import firm_candidates
from sphinx_kwindex.lexicon import is_in_dictionary
from sphinx_kwindex.shapes import Candidate

_SETTING = re.compile(
    r'[ \t]{0,20}(?:[#;].*|(?P<set>[a-z][a-z0-9]*(?:[-_.][a-z0-9]+)*) ?= ?(?P<value>[^=\s].*)?'
    r'|(?P<alone>[a-z][a-z0-9]*(?:-[a-z0-9]+)+))?[ \t]*'
)
_PATH = re.compile(r'(?:~|\.{1,2})?/[\w./*-]+')


def unsigned_settings(code: str) -> list[Candidate]:
    """The settings of a block of which each line sets one, ``realm=it``, or switches one on, ``use-auth-secret``.

    A name with a hyphen is set, as no program can, or all values are paths without quotation marks.
    """
    found: list[Candidate] = []
    values: list[Candidate] = []
    joined, paths = False, True
    for start, match in told_by_all(_SETTING.fullmatch, code) if '=' in code else ():
        if name := match['set'] or match['alone']:
            found.append(Candidate(start + match.string.index(name), name, 'key'))
        if match['value']:
            values += (
                each._replace(start=start + match.start('value') + each.start)
                for each in firm_candidates(match['value'])
            )
        if match['set']:
            joined = joined or '-' in match['set']
            paths = paths and bool(_PATH.fullmatch((match['value'] or '').strip()))
    return [*found, *values] if len(found) > 1 and (joined or paths) else []


_REQUIREMENT = re.compile(
    r'[ \t]{0,20}(?:\#.*|(?P<name>[A-Za-z0-9](?:[\w.-]*[A-Za-z0-9])?)(?:\[[\w, -]+\])?'
    r'(?P<version>(?:(?:[=!~<>]=|===|[<>])[ ]?\d[\w.*+!-]*,?[ ]{0,9})*)(?:;.*|\#.*)?)?[ \t]*'
)
"""https://pip.pypa.io/en/stable/reference/requirements-file-format/"""


def required_packages(code: str) -> list[Candidate]:
    """The packages of a file of requirements, each in a line of its own; one has a version: ``pytest>=5.4``."""
    found: list[Candidate] = []
    versions = False
    for start, match in told_by_all(_REQUIREMENT.fullmatch, code):
        if match['name']:
            found.append(Candidate(start + match.start('name'), match['name'], 'installed'))
            versions = versions or bool(_VERSION.search(match['version']))
    sure = len(found) > 1 or not all(is_in_dictionary(each.name.lower()) for each in found)
    return found if versions and sure else []


_VERSION = re.compile(r'[=~<>]=\d+\.\d')
"""With a dot, as what conditions compare to seldom has."""
