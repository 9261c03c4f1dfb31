"""The text of raw HTML, in which authors write tables and details: inline code, and what stands around it."""

from __future__ import annotations

from html.parser import HTMLParser

from sphinx_kwindex.collect.raw import CODE
from sphinx_kwindex.collect.texts import Run

_SILENT = frozenset({'kbd', 'pre', 'script', 'style', 'svg', 'template'})
_INLINE = frozenset({'a', 'b', 'em', 'font', 'i', 'mark', 'small', 'span', 'strong', 'sub', 'sup', 'u'})
"""Elements that end no block."""


_LONGEST = 10_000
"""Characters; the parser of Python 3.11 takes the square of the time for what is left open."""


def blocks_of_html(source: str) -> list[list[Run]]:
    """The blocks of text in a piece of HTML, each as its runs; of scripts, styles, keys and preformatted text nothing is read.

    Elements may begin or end elsewhere: Markdown cuts HTML into pieces at empty lines.
    """
    if len(source) > _LONGEST:
        return []
    parser = _Parser()
    parser.feed(source)
    parser.close()
    return [block for block in parser.blocks if block]


class _Parser(HTMLParser):
    """Collects the blocks; what a browser would mend is no error here."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[list[Run]] = [[]]
        self._silent = ''
        self._code = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what the element means for the text in it."""
        if tag in _SILENT:
            self._silent = self._silent or tag
        elif tag in CODE:
            self._code = True
        elif tag not in _INLINE:
            self.blocks.append([])

    def handle_endtag(self, tag: str) -> None:
        """Go back to what is around the element."""
        if tag == self._silent:
            self._silent = ''
        elif tag in CODE:
            self._code = False
        elif tag not in _INLINE:
            self.blocks.append([])

    def handle_data(self, data: str) -> None:
        """Take a stretch of text."""
        if self._silent or not (data.strip() or self.blocks[-1]):
            return
        text = ' '.join(data.split()) if self._code else data.replace('\n', ' ')
        self.blocks[-1].append(Run(text, 'literal' if self._code else 'text'))
