"""The garbage collector is as it was before, whatever happens between."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator

import pytest

from sphinx_kwindex.gcpause import sweep, without_gc


@pytest.fixture(autouse=True)
def _collector() -> Iterator[None]:
    yield
    gc.enable()


@pytest.mark.parametrize('enabled', [True, False])
def test_is_as_it_was(enabled: bool) -> None:
    (gc.enable if enabled else gc.disable)()
    with without_gc():
        assert not gc.isenabled()
        with without_gc():
            pass
        assert not gc.isenabled()
    assert gc.isenabled() is enabled


def test_after_an_exception() -> None:
    with pytest.raises(ValueError, match='x'), without_gc():
        raise ValueError('x')
    assert gc.isenabled()


class Knot:
    def __init__(self) -> None:
        self.own = self


def test_sweep_frees_cycles_while_the_collector_is_held_back() -> None:
    with without_gc():
        knot = weakref.ref(Knot())
        assert knot() is not None
        sweep()
        assert knot() is None
        assert not gc.isenabled()
