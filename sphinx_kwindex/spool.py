"""Texts put aside while something is made of all of them: in memory as long as they are few, then in a file."""

from __future__ import annotations

import os
import weakref
from array import array
from tempfile import SpooledTemporaryFile

_IN_MEMORY = 1_000_000
"""Bytes; more of them go to a file without a name, which the system takes away with the process."""


class Spool:
    """Put texts in, take any of them out again by the number that :meth:`put` gave."""

    def __init__(self) -> None:
        self._file = SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115  # it lasts as long as the spool
        self._starts = array('Q', [0])
        """Where each text begins, and at last where the next one will."""
        self._at_end = self._flushed = True
        weakref.finalize(self, self._file.close)

    def put(self, text: str) -> int:
        """Put one text aside.

        :raises OSError: where the file can't be written
        """
        data = text.encode()
        if not self._at_end:
            self._file.seek(self._starts[-1])
            self._at_end = True
        self._file.write(data)
        self._flushed = False
        self._starts.append(self._starts[-1] + len(data))
        return len(self._starts) - 2

    def get(self, number: int) -> str:
        """The text that :meth:`put` gave this number.

        :raises OSError: where the file can't be read
        """
        start, end = self._starts[number : number + 2]
        if self._starts[-1] > _IN_MEMORY and hasattr(os, 'pread'):
            # Processes that were forked have one position in the file between them.
            if not self._flushed:
                self._file.flush()
                self._flushed = True
            return os.pread(self._file.fileno(), end - start, start).decode()
        self._at_end = False
        self._file.seek(start)
        return self._file.read(end - start).decode()
