"""Sphinx configuration of this project's own documentation, which is built with the extension that it describes."""

from __future__ import annotations

import sys
from pathlib import Path

from sphinx_kwindex import __version__

sys.path.insert(0, str(Path(__file__).parent / '_ext'))

project = 'sphinx-kwindex'
author = 'sphinx-kwindex contributors'
copyright = '2026, sphinx-kwindex contributors'
version = release = __version__

extensions = ['myst_parser', 'sphinx_kwindex', 'declared']
exclude_patterns = ['_build', '_ext']
nitpicky = True

myst_enable_extensions = ['colon_fence', 'deflist', 'fieldlist']
myst_heading_anchors = 3

html_theme = 'furo'
html_title = f'sphinx-kwindex {release}'

# The extension's own option in its own documentation: everything else is left at its default.
kwindex_export = True
