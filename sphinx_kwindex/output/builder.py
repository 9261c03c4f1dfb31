"""The builder ``kwindex``: the export alone, without any page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Set
from typing import TYPE_CHECKING
from urllib.parse import quote

from sphinx.builders import Builder
from sphinx.locale import __
from sphinx.util.display import status_iterator

if TYPE_CHECKING:
    from docutils import nodes

    from sphinx_kwindex.index.explain import Findings


class KeywordIndexBuilder(Builder):
    """Resolve the documents that changed and export the index; addresses are those of the ``html`` builder."""

    name = 'kwindex'
    format = 'html'
    epilog = __('The keyword export is in %(outdir)s.')
    allow_parallel = True
    math_renderer_name = 'mathjax'
    """Sphinx asks every builder of the format ``html`` for it; nothing is rendered here."""

    embedded = True
    """No page of this output is ever shown, so handlers that render parts of pages may stay away (CPython's do)."""

    outdated: Callable[[], Iterable[str]] = staticmethod(tuple)
    """Names the documents without a fresh row; set by the build that owns the store, where there is one."""

    exports = True
    """Whether the export is written in the end; who only asks for the findings has no use for it."""

    findings: Callable[[], Findings | None] = staticmethod(lambda: None)
    """What can be asked about the index, set by the build as well; ``None`` where there is no index."""

    def get_outdated_docs(self) -> Iterable[str]:
        """The documents whose row is missing or stale."""
        return self.outdated()

    def get_target_uri(self, docname: str, typ: str | None = None) -> str:
        """The address that the ``html`` builder gives the document."""
        suffix = self.config.html_link_suffix
        if suffix is None:
            suffix = self.config.html_file_suffix
        return quote(docname) + ('.html' if suffix is None else suffix)

    def write_documents(self, docnames: Set[str]) -> None:
        """Resolve the documents, which records them; tables of contents are not needed for that."""
        ordered = sorted(docnames)
        verbosity = getattr(self.config, 'verbosity', 0)  # Sphinx 8.2 keeps it elsewhere
        for docname in status_iterator(ordered, __('collecting keywords... '), 'darkgreen', len(ordered), verbosity):
            self.env.apply_post_transforms(self.env.get_doctree(docname), docname)

    def write_doc(self, docname: str, doctree: nodes.document) -> None:
        """Write nothing: documents have no file in this output."""
