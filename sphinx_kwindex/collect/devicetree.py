"""Names in descriptions of hardware, as Linux, U-Boot and Zephyr read them.

https://www.devicetree.org/specifications/ (release 0.4, section 6.3)
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sphinx_kwindex.shapes import Candidate

DEVICETREE = 'Devicetree'
"""The name of the lexer, to which properties are variables and nodes functions."""
_MASKED = re.compile(r'"[^"\n]{0,400}"|/\*(?:[^*]|\*(?!/)){0,2000}\*/|//[^\n]{0,400}')
"""What holds no names of the tree: values in quotation marks, and remarks."""
_PROPERTY = re.compile(r'(?:^|(?<=[;{]))[ \t]{0,80}(#?[a-z][\w,.+?#-]{1,60})[ \t]{0,9}(?=[=;])', re.MULTILINE)
_NODE = re.compile(
    r'(?:^|(?<=[;{]))[ \t]{0,80}(?:(\w{1,60}):[ \t]{0,9})?([a-z][\w,.+-]{0,60})(?:@[\da-f,]{1,40})?[ \t]{0,9}(?=\{)',
    re.MULTILINE,
)
_COMPATIBLE = re.compile(r'(?<![\w-])compatible[ \t]{0,9}=([^;]{0,400});')
_MADE_BY = re.compile(r'"([a-z][\w-]{0,40},[\w.,+-]{1,60})"')


def is_devicetree(code: str) -> bool:
    """Whether a block of no language says what a device is compatible with, maker and model, and closes a node."""
    told = _COMPATIBLE.search(code)
    return told is not None and '};' in code and _MADE_BY.search(told[1]) is not None


def devicetree_candidates(code: str) -> Iterator[Candidate]:
    """Properties, what drivers are known by (``"vendor,device"``), and nodes with their labels."""
    tree = _MASKED.sub(lambda cut: ' ' * len(cut[0]), code)
    for match in _PROPERTY.finditer(tree):
        yield Candidate(match.start(1), match[1], 'key')
    for match in _NODE.finditer(tree):
        if match[1]:
            yield Candidate(match.start(1), match[1], 'variable')
        if '-' in match[2]:
            yield Candidate(match.start(2), match[2], 'identifier')
    for match in _COMPATIBLE.finditer(tree):
        for device in _MADE_BY.finditer(code, *match.span(1)):
            yield Candidate(device.start(1), device[1], 'identifier')
