"""Every warning has a type and a subtype that can be suppressed, and a place where there is one."""

from __future__ import annotations

import logging
from collections.abc import Iterator

import pytest

from sphinx_kwindex.diagnostics import WARNING_TYPE, Subtype, logger, warn


class Collected(logging.Handler):
    def __init__(self) -> None:
        super().__init__()
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)


@pytest.fixture
def collected() -> Iterator[list[logging.LogRecord]]:
    # A handler of our own: once a Sphinx application was made in this process, no record reaches the root logger.
    handler = Collected()
    logger.logger.addHandler(handler)
    yield handler.records
    logger.logger.removeHandler(handler)


@pytest.mark.parametrize('subtype', Subtype)
def test_warning(subtype: Subtype, collected: list[logging.LogRecord]) -> None:
    warn(subtype, 'the page %r of %s', 'a', 2, location=('docname', 3))
    (record,) = collected
    assert record.levelno == logging.WARNING
    assert record.getMessage() == "the page 'a' of 2"
    assert record.args == ('a', 2)
    facts = vars(record)
    assert (facts['type'], facts['subtype'], facts['location']) == (WARNING_TYPE, subtype.label, ('docname', 3))


def test_subtypes() -> None:
    assert [subtype.label for subtype in Subtype] == ['config', 'collision', 'store', 'event']
    assert WARNING_TYPE == 'kwindex'
    assert all(subtype.value.endswith('.') for subtype in Subtype)
