"""Which documents the index covers, by the author's options and by what the documents say of themselves."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sphinx.util.matching import Matcher

from sphinx_kwindex.collect.unread import OPT_OUT

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.environment import BuildEnvironment

_NOT_SAID = frozenset({'false', 'no', 'off', '0'})


class Scope:
    """The documents of an environment, as two lists of glob patterns of docnames divide them."""

    def __init__(self, env: BuildEnvironment, excluded: Sequence[str], changelogs: Sequence[str]) -> None:
        self._env = env
        self._excluded = Matcher(excluded)
        self._changelogs = Matcher(changelogs)

    def covers(self, docname: str) -> bool:
        """Whether a document that was read belongs to the index."""
        return docname in self._env.all_docs and not self._excluded(docname) and not self._opts_out(docname)

    def _opts_out(self, docname: str) -> bool:
        """Whether the document's metadata say so: a field without a text does, one that denies it does not."""
        said = self._env.metadata.get(docname, {}).get(OPT_OUT)
        return said is not None and str(said).strip().lower() not in _NOT_SAID

    def docnames(self) -> list[str]:
        """The documents that the index covers, sorted."""
        return sorted(filter(self.covers, self._env.all_docs))

    def changelogs(self) -> frozenset[str]:
        """Those of them that name everything: change logs and release notes."""
        return frozenset(
            docname for docname in self.docnames() if self._changelogs(docname) or self._changelogs(docname.lower())
        )

    def is_document(self, doctree: nodes.document, docname: str) -> bool:
        """Whether a tree is that of a whole document: todolist and its like resolve trees of their own making."""
        return self.covers(docname) and self._env.path2doc(str(doctree.get('source') or '')) == docname
