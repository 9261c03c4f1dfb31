"""Names in descriptions of hardware, as Linux, U-Boot and Zephyr read them.

https://www.devicetree.org/specifications/ (release 0.4, section 6.3)
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sphinx_kwindex.shapes import Candidate

DEVICETREE = 'Devicetree'
"""The name of the lexer, to which properties are variables and nodes functions."""
_COMPATIBLE = re.compile(
    r'^[ \t]{0,80}compatible[ \t]{0,9}=[ \t\n]{0,9}"[a-z][\w-]{0,40},[\w.,+-]{1,60}"', re.MULTILINE
)
_PROPERTY = re.compile(r'(?:^|[;{])[ \t]{0,80}(#?[a-z][\w,.+?#-]{1,60})[ \t]{0,9}(?:=(?!=)|;)', re.MULTILINE)
_NODE = re.compile(
    r'(?:^|[;{])[ \t]{0,80}(?:(\w{1,60}):[ \t]{0,9})?([a-z][\w,.+-]{0,60})(?:@[\da-f,]{1,40})?[ \t]{0,9}\{',
    re.MULTILINE,
)
_QUOTED = re.compile(r'"([a-z][\w-]{0,40},[\w.,+-]{1,60})"')
_TREE_REMARK = re.compile(r'/\*[^*]{0,2000}\*/|//[^\n]{0,400}')


def is_devicetree(code: str) -> bool:
    """Whether a block of no language says what a device is compatible with, maker and model, and ends statements."""
    return '};' in code and _COMPATIBLE.search(code) is not None


def devicetree_candidates(code: str) -> Iterator[Candidate]:
    """Properties, what drivers are known by (``"vendor,device"``), and nodes with their labels."""
    code = _TREE_REMARK.sub(lambda remark: ' ' * len(remark[0]), code)
    for match in _PROPERTY.finditer(code):
        yield Candidate(match.start(1), match[1], 'key')
    for match in _QUOTED.finditer(code):
        yield Candidate(match.start(1), match[1], 'identifier')
    for match in _NODE.finditer(code):
        if match[1]:
            yield Candidate(match.start(1), match[1], 'variable')
        if '-' in match[2]:
            yield Candidate(match.start(2), match[2], 'identifier')
