"""From a resolved document to what the store keeps of it.

Nearly all patterns of the package are compiled when this module is imported. A build that resolves no document needs
none of them, so it is imported with the first that does.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sphinx_kwindex.collect.definitions import objects_by_document
from sphinx_kwindex.collect.document import MergedDocuments, Options, collect_document
from sphinx_kwindex.collect.marks import WrittenReference
from sphinx_kwindex.collect.terms import Terms
from sphinx_kwindex.config import Settings, is_in_english
from sphinx_kwindex.occurrences import DocumentRecord

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.environment import BuildEnvironment


class Recorder:
    """Read documents as the environment knows them when it is made."""

    def __init__(self, env: BuildEnvironment, settings: Settings, stop_words: frozenset[str]) -> None:
        self.objects = objects_by_document(env)
        """Docname -> anchor -> the object that is described there."""
        show_todos = bool(getattr(env.config, 'todo_include_todos', True))
        english = is_in_english(env.config.language)
        self._options = Options(show_todos, settings.include, Terms(settings.terms), stop_words, english)

    def read(self, doctree: nodes.document, docname: str, written: Sequence[WrittenReference]) -> DocumentRecord | None:
        """What a document says; ``None`` where the tree holds several documents."""
        objects = self.objects.get(docname, {})
        try:
            return collect_document(doctree, docname, written=written, objects=objects, options=self._options)
        except MergedDocuments:
            return None
