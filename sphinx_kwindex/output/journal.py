"""What a build has written since the memory of the output folder was saved: where it is killed, the next one knows it."""

from __future__ import annotations

import json
import re
from contextlib import suppress
from pathlib import Path

JOURNAL = '.kwindex.journal'
_DIGEST = re.compile('[0-9a-f]{64}')


class Journal:
    """The files that were written, each on a line with the digest of its content.

    It lies beside the memory and is there only while a build writes: what builder it is, and where its doctrees are, makes
    no difference. A line is added before the file is put in its place; processes may add theirs side by side.
    """

    def __init__(self, outdir: Path) -> None:
        self.path = outdir / JOURNAL

    def read(self) -> dict[str, set[str]]:
        """Path from the output folder -> digests of what was written there; lines that are damaged say nothing."""
        found: dict[str, set[str]] = {}
        try:
            lines = self.path.read_bytes().splitlines()
        except OSError:
            return found
        for line in lines:
            with suppress(ValueError, TypeError, RecursionError):
                name, digest = json.loads(line)
                if isinstance(name, str) and _DIGEST.fullmatch(digest):
                    found.setdefault(name, set()).add(digest)
        return found

    def note(self, name: str, digest: str) -> None:
        """Add a file that is about to be put in its place. It begins a line, whatever a build that was killed has left."""
        # Where that fails nothing is known of it if this build is killed.
        with suppress(OSError), self.path.open('ab') as file:
            file.write(f'\n{json.dumps([name, digest])}\n'.encode())

    def clear(self) -> None:
        """Take it away: the memory knows all now."""
        with suppress(OSError):
            self.path.unlink(missing_ok=True)
