"""A theme's navigation rendered once for the generated pages, which all have the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable
from typing import Any, NamedTuple


class _Generator(NamedTuple):
    """Something in the context of a page that costs much and gives the same on pages that lie equally deep."""

    name: str
    late: bool
    """Whether the theme puts it there when our first handler has been called."""
    printed: str | None = None
    """What it must be asked for (``kind``) for the result to be nothing but printed; anything where this is ``None``."""


GENERATORS = (
    # Sphinx: the table of contents of everything, which themes print, or make their own navigation of.
    _Generator('toctree', late=False),
    # PyData and what builds on it (Sphinx Book Theme): the same, taken apart by a parser and put together again. The
    # tree of the parser is what a theme gets that asks for "raw": it may change it, so that is never shared.
    _Generator('generate_toctree_html', late=True, printed='sidebar'),
)


class SharedSidebars:
    """Render the navigation once for all generated pages at the same depth.

    Such a page stands in no toctree, so what a table of contents looks like differs between two of them only in the way
    back to the root; where documents lie below our own folder, in the folder as well.
    """

    def __init__(self, *, by_folder: bool) -> None:
        self._by_folder = by_folder
        self._known: dict[Hashable, Any] = {}
        self._given: Any = None
        """The table of contents as the page at hand was given it."""
        self.rendered: Counter[str] = Counter()
        """How many times each generator was really called."""

    def share(self, uri: str, context: dict[str, Any], *, late: bool = False) -> None:
        """Replace the generators that are in the *context* of the page at *uri* by some that remember.

        To be called twice: before themes look at the context, and *late*, when they have put their own into it.
        """
        if late and context.get('toctree') is not self._given:
            return  # somebody else's table of contents may differ from page to page, and what is made of it as well
        place = uri.rpartition('/')[0] if self._by_folder else uri.count('/')
        for each in GENERATORS:
            if each.late is late and callable(generate := context.get(each.name)):
                context[each.name] = self._remembering(each, place, generate)
        self._given = context.get('toctree')

    def _remembering(self, generator: _Generator, place: Hashable, generate: Callable[..., Any]) -> Callable[..., Any]:
        # A function, not an object: builders that dump contexts leave out what is one.
        def remembering(*arguments: Any, **named: Any) -> Any:
            if generator.printed not in {None, named.get('kind', *arguments[:1])}:
                return generate(*arguments, **named)
            key = (generator.name, place, arguments, *sorted(named.items()))
            if key not in self._known:
                self.rendered[generator.name] += 1
                found = generate(*arguments, **named)
                self._known[key] = found if generator.printed is None else str(found)
            return self._known[key]

        return remembering
