"""``python -m sphinx_kwindex``."""

from __future__ import annotations

import sys

from sphinx_kwindex.command import main

if __name__ == '__main__':
    sys.exit(main())
