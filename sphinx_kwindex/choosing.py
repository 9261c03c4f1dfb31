"""What has a say in the choice of names besides the rules: the options, and extensions that listen to the event."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from sphinx_kwindex.config import Settings, is_in_english
from sphinx_kwindex.diagnostics import Subtype, warn
from sphinx_kwindex.host import plain_names
from sphinx_kwindex.index.grouping import Grouping
from sphinx_kwindex.index.model import Choices
from sphinx_kwindex.index.selection import Selection

if TYPE_CHECKING:
    from sphinx.events import EventManager

SELECT_EVENT = 'kwindex-select'
"""Emitted once for each index, with a :class:`Selection`, before keywords are made of names."""


def choices(
    settings: Settings, stop_words: frozenset[str], language: str | None, changelogs: frozenset[str]
) -> Choices:
    """What the author's options say about the choice of keywords, in a documentation of a language."""
    return Choices(
        settings.roles,
        settings.include,
        settings.exclude,
        settings.min_mentions,
        english=is_in_english(language),
        terms=frozenset(name for term in settings.terms for name in (term, settings.spellings.get(term, term))),
        spellings=settings.spellings,
        changelogs=changelogs,
        stop_words=stop_words,
        plain_names=plain_names(language),
    )


def selected(grouping: Grouping, events: EventManager) -> Selection:
    """What is decided of each name, after every extension that listens has had its say.

    :raises sphinx.errors.ExtensionError: where a handler fails
    """
    selection = Selection(grouping, partial(warn, Subtype.EVENT, '%s: %s', SELECT_EVENT))
    if events.listeners.get(SELECT_EVENT):
        events.emit(SELECT_EVENT, selection)
    return selection
