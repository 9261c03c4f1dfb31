"""What tells that documents are about reStructuredText itself."""

from __future__ import annotations

from sphinx_kwindex.occurrences import Occurrence, Role

_DIRECTIVES = frozenset(
    """
    autoclass autofunction automodule autosummary code-block csv-table list-table literalinclude parsed-literal rst-class toctree
    """.split()  # noqa: SIM905 (words to read)
)
"""Those of docutils and Sphinx that no other software has."""


def is_of_markup(found: Occurrence) -> bool:
    """Whether an occurrence shows, describes or calls by its noun a directive or a role of reStructuredText."""
    if found.definition is not None:
        return found.definition.domain == 'rst'
    return found.hint == 'directive' and (found.role is Role.CODE or found.name in _DIRECTIVES)
