"""What the package declares, as documentation: options, warnings and rules, each with an anchor and an index entry.

The directives write MyST Markdown and have it parsed where they stand, so they are for Markdown documents.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from sphinx_kwindex import config, diagnostics
from sphinx_kwindex.index import explain, rules

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

REBUILDS = {
    'html': '`html`. After a change every page is written again.',
    '': 'none. After a change those generated pages and export files are written that come out differently.',
}


class DeclaredOptions(SphinxDirective):
    """Describe every option of :data:`sphinx_kwindex.config.OPTIONS` as a ``confval``."""

    def run(self) -> list[nodes.Node]:
        """Read the options anew whenever their module changes."""
        self.env.note_dependency(config.__file__)
        return self.parse_text_to_nodes('\n'.join(line for option in config.OPTIONS for line in _option(option)))


def _option(option: config.Option) -> Iterator[str]:
    yield f':::{{confval}} {option.name}'
    yield f':type: {" or ".join(f"`{kind.__name__}`" for kind in option.types)}'
    yield f':default: `{option.default!r}`'
    yield from ('', option.help, '', f'*Rebuild:* {REBUILDS[option.rebuild]}', ':::', '')


class DeclaredWarnings(SphinxDirective):
    """Describe every member of :class:`sphinx_kwindex.diagnostics.Subtype`."""

    def run(self) -> list[nodes.Node]:
        """Read the warnings anew whenever their module changes."""
        self.env.note_dependency(diagnostics.__file__)
        lines = (line for subtype in diagnostics.Subtype for line in _warning(subtype))
        return self.parse_text_to_nodes('\n'.join(lines))


def _warning(subtype: diagnostics.Subtype) -> Iterator[str]:
    name = f'{diagnostics.WARNING_TYPE}.{subtype.label}'
    yield f':::{{warningtype}} {name}'
    yield from ('', subtype.value, '', f'*To suppress it:* `suppress_warnings = [{name!r}]`', ':::', '')


class DeclaredRules(SphinxDirective):
    """Describe everything that decides on a name, in the order of :func:`sphinx_kwindex.index.explain.reasons`."""

    def run(self) -> list[nodes.Node]:
        """Read the rules anew whenever a module that declares one changes."""
        for module in (explain, rules):
            self.env.note_dependency(str(module.__file__))
        lines = (line for number, reason in enumerate(explain.reasons(), 1) for line in _rule(number, reason))
        return self.parse_text_to_nodes('\n'.join(lines))


EFFECTS = {True: 'Keeps', False: 'Drops', None: 'Keeps or drops'}


def _rule(number: int, reason: explain.Reason) -> Iterator[str]:
    yield f':::{{selectionrule}} {reason.rule}'
    yield f'({number}) {EFFECTS[reason.keep]}. *Reads:* {reason.reads.replace("*", chr(92) + "*")}.'
    yield from (':::', '')


def setup(app: Sphinx) -> ExtensionMetadata:
    """Declare the directives, and the object types that warnings, rules and events are described as."""
    app.add_object_type('warningtype', 'warningtype', indextemplate='pair: %s; type of warning')
    app.add_object_type('selectionrule', 'selectionrule', indextemplate='pair: %s; rule of selection')
    app.add_object_type('event', 'event', indextemplate='pair: %s; event')
    app.add_directive('declared-rules', DeclaredRules)
    app.add_directive('declared-options', DeclaredOptions)
    app.add_directive('declared-warnings', DeclaredWarnings)
    return {'parallel_read_safe': True, 'parallel_write_safe': True}
