"""Where references lead, asked of the domains when the whole corpus is known."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from operator import itemgetter
from typing import TYPE_CHECKING, Any, cast
from urllib.parse import unquote

from docutils import nodes
from sphinx import addnodes
from sphinx.errors import NoUri
from sphinx.util.logging import suppress_logging

from sphinx_kwindex.occurrences import Definition, Reference

if TYPE_CHECKING:
    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment


class _Places:
    """The builder, but that a target's address is its docname."""

    def __init__(self, builder: Builder) -> None:
        self._builder = builder

    def __getattr__(self, name: str) -> Any:
        if name.startswith('_'):  # also before there is a builder, while a copy is made
            raise AttributeError(name)
        return getattr(self._builder, name)

    def get_target_uri(self, docname: str, typ: str | None = None) -> str:
        return docname

    def get_relative_uri(self, from_: str, to: str, typ: str | None = None) -> str:
        return to


@contextmanager
def in_order_of_names(env: BuildEnvironment) -> Iterator[None]:
    """Have the domains search their tables in the order of names as long as this lasts.

    Where several objects match (``:py:meth:`.close```) a domain takes the first that it holds, and it holds them in the
    order in which documents were read or came back from processes, which is history.
    """
    before = {domain: domain.data for domain in env.domains.values()}
    try:
        for domain, data in before.items():
            domain.data = {name: _by_name(table) for name, table in data.items()}
        yield
    finally:
        for domain, data in before.items():
            domain.data = data


def _by_name(table: Any) -> Any:
    if type(table) is not dict:
        return table
    try:
        return dict(sorted(table.items(), key=itemgetter(0)))
    except TypeError:  # keys of several types
        return table


class ReferenceResolver:
    """Give the full name of the object that a reference leads to.

    The reference is made again from what was written and handed to its domain, so the rules are the domain's own.
    """

    def __init__(
        self, env: BuildEnvironment, builder: Builder, objects: Mapping[str, Mapping[str, Definition]]
    ) -> None:
        self._env = env
        self._objects = objects
        self._places = cast('Builder', _Places(builder))
        self._known: dict[Reference, str | None] = {}

    def __call__(self, docname: str, reference: Reference) -> str | None:
        """The name of the object, ``None`` where the reference leads nowhere or to no object."""
        try:
            return self._known[reference]
        except KeyError:
            with suppress_logging():
                name = self._known[reference] = self._resolve(docname, reference)
            return name

    def _resolve(self, docname: str, reference: Reference) -> str | None:
        attributes: dict[str, Any] = dict(reference.context)
        node = addnodes.pending_xref(
            '',
            refdoc=docname,
            refdomain=reference.domain,
            reftype=reference.type,
            reftarget=reference.target,
            refexplicit=True,
            **attributes,
        )
        content = nodes.literal(reference.target, reference.target)
        node += content
        found = self._ask(docname, reference, node, content)
        if found is None:
            return None
        target = found.get('refuri') or f'{docname}#{found.get("refid", "")}'
        where, _, anchor = str(target).partition('#')
        definition = self._objects.get(unquote(where), {}).get(anchor)
        return definition.name if definition else None

    def _ask(
        self, docname: str, reference: Reference, node: addnodes.pending_xref, content: nodes.Element
    ) -> nodes.Element | None:
        try:
            if reference.domain:
                domain = self._env.domains[reference.domain]
                return domain.resolve_xref(
                    self._env, docname, self._places, reference.type, reference.target, node, content
                )
            if reference.type == 'any':
                for domain in self._env.domains.sorted():
                    if found := domain.resolve_any_xref(
                        self._env, docname, self._places, reference.target, node, content
                    ):
                        return found[0][1]
        except (KeyError, NoUri, NotImplementedError):
            # An unknown domain, no address for the target, or a domain without support for "any": it leads nowhere.
            pass
        return None
