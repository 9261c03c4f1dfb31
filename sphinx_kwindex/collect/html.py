"""The text of raw HTML, in which authors write tables and details: inline code, and what stands around it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html.parser import HTMLParser

from sphinx_kwindex.collect.raw import CODE
from sphinx_kwindex.collect.texts import Run
from sphinx_kwindex.collect.tokens import lexer_of

_SILENT = frozenset({'kbd', 'script', 'style', 'svg', 'template'})
_INLINE = frozenset({'a', 'b', 'em', 'font', 'i', 'mark', 'small', 'span', 'strong', 'sub', 'sup', 'u'})
"""Elements that end no block."""
_HEADINGS = frozenset({'h5', 'h6'})
"""Elements that tables of settings are written with, around the name of each, as none of a text has them in a cell."""


_LONGEST = 10_000
"""Characters; the parser of Python 3.11 takes the square of the time for what is left open."""


def blocks_of_html(source: str) -> list[list[Run]]:
    """The blocks of text in a piece of HTML, each as its runs; of scripts, styles and keys nothing is read.

    What is preformatted makes a block of its own, one run of code in the language that its class names.

    Elements may begin or end elsewhere: Markdown cuts HTML into pieces at empty lines.
    """
    found: list[list[Run]] = []
    if len(source) > _LONGEST_TABLE or (len(source) > _LONGEST and _NO_ROWS.search(source)):
        return found
    for piece in _ROW.split(source) if len(source) > _LONGEST else (source,):
        if len(piece) <= _LONGEST:
            parser = _Parser()
            try:
                parser.feed(piece)
                parser.close()
            except AssertionError:
                continue  # of Python 3.11, for a section that no browser knows: "<![it"
            found += [block for block in parser.blocks if block]
    return found


_ROW = re.compile(r'(?<=</tr>)', re.IGNORECASE)
"""The end of a row, behind which a table is cut."""
_NO_ROWS = re.compile(r'<!--|<(?:script|style)\b', re.IGNORECASE)
"""What may hold the end of a row that is none."""
_LONGEST_TABLE = 200_000
_KEY = re.compile(r'[a-z][\w.-]*')
"""The name of a setting, and no title of a card."""


class _Parser(HTMLParser):
    """Collects the blocks; what a browser would mend is no error here."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[list[Run]] = [[]]
        self._silent = ''
        self._code = False
        self._cell = self._headed = False
        """Whether a cell was opened and nothing else since, and whether a heading was in it."""
        self._language: str | None = None
        """That of the preformatted text which is open."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what the element means for the text in it."""
        if self._silent:
            return
        if tag in _SILENT:
            self._silent = tag
        elif self._language is not None:
            self._language = self._language or _language(attrs)
        elif tag == 'pre':
            self._language = _language(attrs)
            self.blocks.append([])
        elif tag in CODE:
            self._code = True
        elif tag not in _INLINE:
            self.blocks.append([])
            self._headed, self._cell = tag in _HEADINGS and self._cell, tag == 'td'

    def handle_endtag(self, tag: str) -> None:
        """Go back to what is around the element."""
        if self._silent:
            self._silent = '' if tag == self._silent else self._silent
        elif self._language is not None:
            if tag == 'pre':
                self._language = None
                self.blocks.append([])
        elif tag in CODE:
            self._code = False
        elif tag not in _INLINE:
            self.blocks.append([])
            self._headed = self._cell = False

    def handle_data(self, data: str) -> None:
        """Take a stretch of text."""
        if self._language is not None and not self._silent:
            before = self.blocks[-1].pop().text if self.blocks[-1] else ''
            self.blocks[-1].append(Run(before + data, 'code', self._language or 'none'))
            return
        if self._silent or not (data.strip() or self.blocks[-1]):
            return
        code = self._code or (self._headed and _KEY.fullmatch(data.strip()) is not None)
        text = ' '.join(data.split()) if code else data.replace('\n', ' ')
        self.blocks[-1].append(Run(text, 'literal' if code else 'text'))


def _language(attrs: Iterable[tuple[str, str | None]]) -> str:
    """The last language that Pygments has among the classes of an element; '' where there is none."""
    classes = next((value for name, value in attrs if name == 'class' and value), '')
    named = (each.removeprefix('language-').removeprefix('lang-') for each in reversed(classes.split()))
    return next((name for name in named if lexer_of(name)), '')
