"""Every warning of the extension: its subtype, and the one way to give it."""

from __future__ import annotations

from enum import Enum
from typing import Any

from sphinx.util import logging

WARNING_TYPE = 'kwindex'
logger = logging.getLogger('sphinx_kwindex')


class Subtype(Enum):
    """Subtypes of the warnings, as used in ``suppress_warnings``: the value is what the documentation says of each."""

    CONFIG = (
        "An option has a value that can't be used. The message names the option, the value, and what is used instead."
    )
    COLLISION = 'A generated page has the name of one of your documents. The document is kept, the page is not written.'
    STORE = "The store of occurrences can't be read or written even after it was built anew; the build goes on without an index."

    EVENT = (
        "A handler of the event ``kwindex-select`` asked for what can't be done: a name that no document has, or an "
        'unknown kind. The message says which; the rest of what it asked for is done.'
    )

    @property
    def label(self) -> str:
        """The name after the dot: ``kwindex.config``."""
        return self.name.lower()


def warn(subtype: Subtype, message: str, *arguments: Any, location: Any = None) -> None:
    """Give one warning of type ``kwindex``."""
    logger.warning(message, *arguments, type=WARNING_TYPE, subtype=subtype.label, location=location)
