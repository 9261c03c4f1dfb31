"""Our own Jinja environment: it escapes, and looks for a project's own templates first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from jinja2 import ChoiceLoader, Environment, FileSystemLoader, PackageLoader, StrictUndefined
from jinja2.compiler import CodeGenerator
from markupsafe import Markup, escape
from sphinx.locale import get_translator

from sphinx_kwindex.occurrences import Kind
from sphinx_kwindex.output.labels import CATALOG, kind_label

_escaped = lru_cache(maxsize=1 << 14)(escape)


def quick_escape(value: object) -> Markup:
    """What ``escape`` gives; of texts and numbers it is remembered: names, titles, addresses come again and again."""
    kind = type(value)
    if kind is str or kind is int:
        return _escaped(value)
    return value if isinstance(value, Markup) else escape(value)


class _Generator(CodeGenerator):
    """Have compiled templates escape by :func:`quick_escape`, which every place of the index goes through."""

    def write_commons(self) -> None:
        super().write_commons()
        self.writeline('escape = environment.quick_escape')


class _Environment(Environment):
    code_generator_class = _Generator
    quick_escape = staticmethod(quick_escape)


class Renderer:
    """Render the templates of ``sphinx_kwindex/templates``; a file of the same name under ``templates_path`` wins.

    Sphinx's own environment does not escape; in this one every value is text unless a template made it.
    """

    def __init__(self, template_folders: Iterable[Path]) -> None:
        self._environment = _Environment(
            loader=ChoiceLoader(
                [*(FileSystemLoader(folder) for folder in template_folders), PackageLoader('sphinx_kwindex')]
            ),
            autoescape=True,
            trim_blocks=True,
            lstrip_blocks=True,
            undefined=StrictUndefined,
            extensions=['jinja2.ext.i18n'],
        )
        translator = get_translator(CATALOG, 'general')
        self._environment.install_gettext_translations(translator, newstyle=True)  # type: ignore[attr-defined]
        labels = {kind: kind_label(kind) for kind in Kind}
        self._environment.globals.update(kind_label=labels.__getitem__, remembered=cache)
        self._macros = self._environment.get_template('kwindex/macros.html').make_module()

    def macro(self, name: str, *arguments: Any) -> Markup:
        """Call one macro of ``kwindex/macros.html``."""
        markup: Markup = getattr(self._macros, name)(*arguments)
        return markup

    def page(self, template: str, context: Mapping[str, Any]) -> str:
        """Render one template of ``kwindex/``."""
        return self._environment.get_template(f'kwindex/{template}').render(context).strip() + '\n'
