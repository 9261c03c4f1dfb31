"""Elements in the code of JavaScript, and the text that they hold, which is none of code: https://react.dev/learn/writing-markup-with-jsx."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sphinx_kwindex.collect.chains import BREAK, NAME, SIGN, WORD, Link

JAVASCRIPTS = frozenset({'JavaScript', 'JSX', 'TypeScript', 'TSX'})
"""Lexers, by name, of code that may have elements."""
_CLOSES = re.compile(r'</[A-Za-z][\w.]*>|</>|<[A-Za-z][^<>\n]*/>')
_QUOTED = re.compile(r'"[^"\n]*+"|\'[^\'\n]*+\'|`[^`]*+`')
_BEFORE = frozenset({'(', ',', '{', '}', '[', '>', '&&', '||', '?', ':', '=>', '='})
"""Signs behind which an element may begin, and no comparison and no type."""
_OPENING = frozenset({'<', '<>'})


def has_elements(code: str) -> bool:
    """Whether a block has the end of an element, which no other code has."""
    return _CLOSES.search(_QUOTED.sub('""', code)) is not None


def without_texts(found: Sequence[Link]) -> Sequence[Link]:
    """The links without the words of texts between tags; all of them where elements do not end as they begin."""
    walk = _Walk(found)
    kept = [link for at, link in enumerate(found) if walk.keeps(at)]
    return found if walk.elements else kept


class _Walk:
    """Where in elements the walk over links is."""

    def __init__(self, found: Sequence[Link]) -> None:
        self.found = found
        self.elements = 0
        """How many elements are open."""
        self._tag = ''
        """The sign that the tag begins with in which the walk is."""
        self._braces: list[int] = []
        """For each open brace inside elements, how many of these there are around it; 0 for one of a tag."""

    def keeps(self, at: int) -> bool:
        """Whether the next link is code."""
        link = self.found[at]
        if link.sort is SIGN and not self._tag and self._begins(at):
            self._tag = link.text if link.text in {'<', '</'} else ''
            self.elements += (link.text == '<>') - (link.text == '</>')
        elif self._tag and link.text == '{':
            self._braces.append(0)
        elif self._braces and link.text == '}':
            self._braces.pop()
        elif self._tag and not (self._braces and self._braces[-1] == 0) and link.text in {'>', '/>'}:
            closed = self._tag == '</' or link.text == '/>' or self.found[at - 1].text == '/'
            self.elements += -1 if self._tag == '</' else 0 if closed else 1
            self._tag = ''
        elif self.elements and not self._tag and link.text == '{':
            self._braces.append(self.elements)
        elif self.elements and not self._tag and self._is_text():
            return link.sort is BREAK or link.sort is SIGN
        return True

    def _is_text(self) -> bool:
        """Whether what stands here is between tags, and in no braces of its own."""
        return not self._braces or self._braces[-1] < self.elements

    def _begins(self, at: int) -> bool:
        link = self.found[at]
        if link.text in {'</', '</>'}:
            return self.elements > 0
        if link.text not in _OPENING:
            return False
        follows = at + 1 < len(self.found) and self.found[at + 1].start == link.start + 1
        if link.text == '<' and not (follows and self.found[at + 1].sort is NAME):
            return False
        if self.elements and self._is_text():
            return True
        before = next((each for each in reversed(self.found[max(at - 2, 0) : at]) if each.sort is not BREAK), None)
        return (
            before is None or before.text in _BEFORE or (before.sort is WORD and before.text in {'return', 'default'})
        )
