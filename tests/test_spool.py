"""Texts that are put aside: they come back as they went in, from memory and from a file."""

from __future__ import annotations

import gc
import multiprocessing
import random
from typing import Any

import pytest

from sphinx_kwindex import spool as module
from sphinx_kwindex.spool import Spool

TEXTS = ['', 'plain', 'größe 日本語 🙂', 'two\nlines\0and more', 'x' * 5000, '']


@pytest.mark.parametrize('in_memory', [1, 40, 1_000_000])
def test_texts_come_back_in_any_order(monkeypatch: pytest.MonkeyPatch, in_memory: int) -> None:
    monkeypatch.setattr(module, '_IN_MEMORY', in_memory)
    spool = Spool()
    numbers = [spool.put(text) for text in TEXTS]
    assert numbers == list(range(len(TEXTS)))
    for number in random.Random(1).sample(numbers, len(numbers)):
        assert spool.get(number) == TEXTS[number]


def test_put_after_get_overwrites_nothing() -> None:
    spool = Spool()
    first = spool.put('first')
    second = spool.put('second')
    assert spool.get(first) == 'first'
    third = spool.put('third')
    assert [spool.get(number) for number in (third, second, first)] == ['third', 'second', 'first']


def test_number_that_was_never_given() -> None:
    spool = Spool()
    spool.put('only')
    with pytest.raises(ValueError, match='unpack'):
        spool.get(1)


def test_file_is_closed_with_the_spool() -> None:
    spool = Spool()
    file = spool._file
    assert not file.closed
    del spool
    gc.collect()
    assert file.closed


def _read_often(spool: Spool) -> None:
    for number in random.Random(1).choices(range(len(TEXTS)), k=20_000):
        assert spool.get(number) == TEXTS[number]


def test_processes_that_were_forked_read_side_by_side(monkeypatch: pytest.MonkeyPatch) -> None:
    """They have one position in the file between them."""
    monkeypatch.setattr(module, '_IN_MEMORY', 1)
    spool = Spool()
    for text in TEXTS:
        spool.put(text)
    context: Any = multiprocessing.get_context('fork')
    readers = [context.Process(target=_read_often, args=(spool,)) for _ in range(4)]
    for reader in readers:
        reader.start()
    for reader in readers:
        reader.join()
    assert [reader.exitcode for reader in readers] == [0] * 4
