"""Blocks that show which files a folder has, one in each line, as ``tree`` prints them or as an author draws them."""

from __future__ import annotations

import re

from sphinx_kwindex.shapes import Candidate, is_file_name

_LINE = re.compile(
    r'[ \t\xa0│├└─┬|`+-]*+(?:((?:\./)?[\w.@][\w.@-]*+(?:/[\w.@-]++)*/?)(?:[ \t]++(?:#|//|<-|\().*)?[ \t]*|\.\.\.|…)?'
)
_DRAWN = re.compile(r'[├└]|[|`]--')
_MOST = 200
"""Lines."""


def listed_files(code: str) -> list[Candidate]:
    """The files of a listing; nothing where a line shows something else, or where neither a folder nor a branch is seen.

    Folders are called by any word, and those of an example by any name.
    """
    lines = code.split('\n')
    if len(lines) > _MOST:
        return []
    found, start, folders = [], 0, False
    for line in lines:
        match = _LINE.fullmatch(line)
        if match is None:
            return []
        if name := match[1]:
            folders = folders or name.endswith('/')
            if is_file_name(name):
                found.append(Candidate(start + match.start(1), name, 'file'))
        start += len(line) + 1
    return found if folders or _DRAWN.search(code) else []
