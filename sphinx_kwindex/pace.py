"""The pace of Python's garbage collector during a build: it runs when there is memory to win."""

from __future__ import annotations

import gc
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx

_YOUNG = 50_000
"""How many objects are made before the young ones are looked through; Python has 700, and 2,000 from 3.13 on."""
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

    Nobody who has set thresholds of their own, or turned the collector off, is overruled, and what was set is set again when
    the build is over.
    """

    def __init__(self, app: Sphinx) -> None:
        self._thresholds: tuple[int, int, int] | None = None
        self._limit = 0.0
        self._written = 0
        app.connect('env-before-read-docs', self._on_start)
        app.connect('doctree-resolved', self._on_document, priority=100)
        app.connect('html-collect-pages', self._on_pages, priority=100)
        app.connect('build-finished', self._on_end)

    def _on_start(self, *_: object) -> None:
        thresholds = gc.get_threshold()
        if gc.isenabled() and 0 < thresholds[0] < _YOUNG:
            self._thresholds, self._limit, self._written = thresholds, 0.0, 0
            gc.set_threshold(_YOUNG, *thresholds[1:])

    def _on_document(self, *_: object) -> None:
        self._written += 1
        if self._limit and sys.getallocatedblocks() > self._limit:
            self._collect()
        elif not self._limit:
            self._limit = sys.getallocatedblocks() * _ROOM

    def _on_pages(self, app: Sphinx) -> list[tuple[str, dict[str, object], str]]:
        if self._written * _MANY > len(app.env.all_docs):
            self._collect()
        return []

    def _collect(self) -> None:
        if self._thresholds is not None:
            gc.collect()
            self._limit = max(self._limit, sys.getallocatedblocks() * _ROOM)

    def _on_end(self, *_: object) -> None:
        if self._thresholds is not None:
            gc.set_threshold(*self._thresholds)
            self._thresholds = None


def set_pace(app: Sphinx) -> None:
    """Run the collector of this build by :class:`Pace`, from its first document to its end.

    Only CPython has generations and thresholds; elsewhere nothing is changed.
    """
    if sys.implementation.name == 'cpython':
        Pace(app)
