"""What the last finish of a builder left and what it was made from, so that the next makes only what that bears on.

It is kept beside the store, below the folder of the doctrees: it tells of times, and what stands in the output folder
should be the same in every build of the same sources.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from sphinx_kwindex import __version__
from sphinx_kwindex.output.page import Page
from sphinx_kwindex.output.writer import write_if_changed

_FORM = 3
"""Raised with the fields of what is kept; a file of another form is as good as none."""


@dataclass(slots=True)
class Standing:
    """What a finish left. One without anything (``Standing()``) says that nothing is known."""

    inputs: str = ''
    """All that the pages and the export were made from."""
    ground: str = ''
    """What our own markup depends on besides the index."""
    frame: str = ''
    """What the theme's part of a page depends on."""
    memory: str = ''
    """The digest of the memory that the finish left in the output folder: it tells which files and how they were."""
    read: dict[str, list[str]] = field(default_factory=dict)
    """Docname -> when the document was read, and a digest of what it was read from."""
    structure: str = ''
    """Titles and tables of contents of the documents."""
    store: list[int] = field(default_factory=list)
    """Size and time of the store."""
    rows: dict[str, str] = field(default_factory=dict)
    """Docname -> digest of what the store holds of the document."""
    objects: str = ''
    """What the domains know."""
    stamps: dict[str, list[int]] = field(default_factory=dict)
    """Each file that was written, by its path from the output folder -> size and time."""
    drafts: dict[str, list[str]] = field(default_factory=dict)
    """See :class:`sphinx_kwindex.output.making.Left`."""
    pages: dict[str, list[Any]] = field(default_factory=dict)
    """See :class:`sphinx_kwindex.output.making.Left`."""
    entries: dict[str, list[int]] = field(default_factory=dict)
    """See :class:`sphinx_kwindex.output.keys.Lengths`."""
    sample: list[str] = field(default_factory=list)
    """One of the pages: name, title, body."""
    counts: list[int] = field(default_factory=lambda: [0, 0])
    """How many keywords stand on how many pages."""

    @classmethod
    def load(cls, path: Path) -> Standing:
        """What was saved there; nothing where there is no such file, or it is damaged or of another release."""
        try:
            seal, _line, text = path.read_text(encoding='utf-8').partition('\n')
            return cls(**json.loads(text)) if seal == _seal(text) else cls()
        except (OSError, ValueError, TypeError):
            return cls()

    def save(self, path: Path) -> None:
        """Keep it for the next build. Where that fails, the next one makes everything anew."""
        text = json.dumps(asdict(self), sort_keys=True)
        try:
            write_if_changed(path, f'{_seal(text)}\n{text}'.encode())
        except OSError:
            path.unlink(missing_ok=True)


def _seal(text: str) -> str:
    """What a file of this form that is whole begins with."""
    return hashlib.sha256(f'{_FORM} {__version__} {text}'.encode()).hexdigest()


def body_digest(page: Page) -> str:
    """What our own part of a page is known by."""
    return hashlib.sha256(f'{page.title}\0{page.body}'.encode()).hexdigest()
