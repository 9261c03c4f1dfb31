"""The pace of Python's garbage collector during a build: it runs when there is memory to win."""

from __future__ import annotations

import gc
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx

_PYTHONS = frozenset({(700, 10, 10), (2000, 10, 10)})
"""The thresholds that Python has, up to 3.12 and in 3.13; others were set by somebody."""
_YOUNG = 50_000
"""How many objects are made before the young ones are looked through, where Python has 700 or 2,000."""
_ROOM = 1.05
"""How far the heap may grow, times what it held when the first document was written, before all of it is looked through."""
_MANY = 8
"""The part of all documents, one in so many, whose trees are worth a look through all objects before pages are made."""


class Pace:
    """Let the collector look through all objects when the heap has grown, not whenever there are a quarter more of them.

    Sphinx keeps the trees of all documents from reading to writing. They only become more, and Python looks through them
    again and again; then each that is written is garbage in cycles. Some forty runs through millions of objects are two
    fifths of the time of a build of Django's documentation (https://github.com/python/cpython/issues/124567 tells of the like).
    Here young objects are looked through in larger lots, and all of them when memory was needed.

    Nobody who has set thresholds of their own, or turned the collector off, is overruled, before the build or during it. Python's
    are set again when the build is over, or has failed; one that is interrupted ends the process.
    """

    def __init__(self, app: Sphinx) -> None:
        self._thresholds: tuple[int, ...] = ()
        """Those that were there before, while others are set."""
        self._limit = 0.0
        self._written = 0
        app.connect('env-before-read-docs', self._on_start)
        app.connect('doctree-resolved', self._on_document, priority=100)
        app.connect('html-collect-pages', self._on_pages, priority=100)
        app.connect('build-finished', self._on_end, priority=1)  # others may raise

    def _on_start(self, *_: object) -> None:
        thresholds = gc.get_threshold()
        if gc.isenabled() and thresholds in _PYTHONS:
            self._thresholds, self._limit, self._written = thresholds, 0.0, 0
            gc.set_threshold(_YOUNG, *thresholds[1:])

    def _on_document(self, *_: object) -> None:
        self._written += 1
        held = sys.getallocatedblocks()
        if not self._limit:
            self._limit = held * _ROOM
        elif held > self._limit:
            self._collect()

    def _on_pages(self, app: Sphinx) -> list[tuple[str, dict[str, object], str]]:
        if self._written * _MANY > len(app.env.all_docs):
            self._collect()
        return []

    def _stands(self) -> bool:
        """Whether the pace is that of this build, and nobody has changed it since."""
        return self._thresholds != () and gc.get_threshold() == (_YOUNG, *self._thresholds[1:])

    def _collect(self) -> None:
        if self._stands() and gc.isenabled():
            gc.collect()
            self._limit = max(self._limit, sys.getallocatedblocks() * _ROOM)

    def _on_end(self, *_: object) -> None:
        if self._stands():
            gc.set_threshold(*self._thresholds)
        self._thresholds = ()


def set_pace(app: Sphinx) -> None:
    """Run the collector of this build by :class:`Pace`, from its first document to its end.

    Only CPython has generations and thresholds; elsewhere nothing is changed, nor where the heap can't be measured, since another
    allocator was chosen (``PYTHONMALLOC=malloc``).
    """
    if sys.implementation.name == 'cpython' and sys.getallocatedblocks():
        Pace(app)
