"""The words that the pages say, in the language of the documentation."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.locale import get_translation

from sphinx_kwindex.occurrences import Kind

if TYPE_CHECKING:
    from sphinx.application import Sphinx

CATALOG = 'kwindex'
_ = get_translation(CATALOG)


def register(app: Sphinx) -> None:
    """Make the translations known to Sphinx."""
    app.add_message_catalog(CATALOG, str(Path(__file__).parent.parent / 'locale'))


def index_title(configured: str) -> str:
    """The title of the page of everything."""
    return configured or str(_('Keyword index'))


def kind_label(kind: Kind) -> str:
    """What one keyword of a kind is called."""
    return str(
        {
            Kind.CLASS: _('class'),
            Kind.EXCEPTION: _('exception'),
            Kind.FUNCTION: _('function'),
            Kind.METHOD: _('method'),
            Kind.ATTRIBUTE: _('attribute'),
            Kind.MODULE: _('module'),
            Kind.CONSTANT: _('constant'),
            Kind.TYPE: _('type'),
            Kind.MACRO: _('macro'),
            Kind.SETTING: _('setting'),
            Kind.OPTION: _('option'),
            Kind.ENVVAR: _('environment variable'),
            Kind.COMMAND: _('command'),
            Kind.FILE: _('file'),
            Kind.ACRONYM: _('acronym'),
            Kind.PRODUCT: _('product'),
            Kind.PROTOCOL: _('protocol'),
            Kind.TERM: _('term'),
            Kind.NAME: _('name'),
        }[kind]
    )


def kind_headings() -> dict[Kind, str]:
    """What the keywords of each kind are called together."""
    return {
        kind: str(heading)
        for kind, heading in {
            Kind.CLASS: _('Classes'),
            Kind.EXCEPTION: _('Exceptions'),
            Kind.FUNCTION: _('Functions'),
            Kind.METHOD: _('Methods'),
            Kind.ATTRIBUTE: _('Attributes'),
            Kind.MODULE: _('Modules'),
            Kind.CONSTANT: _('Constants'),
            Kind.TYPE: _('Types'),
            Kind.MACRO: _('Macros'),
            Kind.SETTING: _('Settings'),
            Kind.OPTION: _('Options'),
            Kind.ENVVAR: _('Environment variables'),
            Kind.COMMAND: _('Commands'),
            Kind.FILE: _('Files'),
            Kind.ACRONYM: _('Acronyms'),
            Kind.PRODUCT: _('Products'),
            Kind.PROTOCOL: _('Protocols and formats'),
            Kind.TERM: _('Terms'),
            Kind.NAME: _('Other names'),
        }.items()
    }
