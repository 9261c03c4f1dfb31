"""The collector of cycles is off for a while, and then as it was."""

from __future__ import annotations

import gc

import pytest

from sphinx_kwindex.collector import without_gc


def test_collector_is_off_for_a_while() -> None:
    assert gc.isenabled()
    with without_gc():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_collector_comes_back_after_a_failure() -> None:
    with pytest.raises(ZeroDivisionError), without_gc():
        1 / 0  # noqa: B018
    assert gc.isenabled()


def test_who_works_without_it_goes_on_without_it() -> None:
    gc.disable()
    try:
        with without_gc(), without_gc():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()
