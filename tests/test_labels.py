"""The words that the pages say: one of each sort for every kind."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sphinx_kwindex.occurrences import KIND_ORDER, ROLE_ORDER, Kind, Role
from sphinx_kwindex.output.labels import index_title, kind_headings, kind_label


@pytest.mark.parametrize('label', [kind_label, lambda kind: kind_headings()[kind]])
def test_every_kind_has_a_label_of_its_own(label: Callable[[Kind], str]) -> None:
    labels = [label(kind) for kind in Kind]
    assert all(labels)
    assert len(set(labels)) == len(Kind)
    assert all(type(each) is str for each in labels)


@pytest.mark.parametrize(
    ('kind', 'label', 'heading'),
    [
        (Kind.CLASS, 'class', 'Classes'),
        (Kind.ENVVAR, 'environment variable', 'Environment variables'),
        (Kind.PROTOCOL, 'protocol', 'Protocols and formats'),
        (Kind.NAME, 'name', 'Other names'),
    ],
)
def test_labels(kind: Kind, label: str, heading: str) -> None:
    assert kind_label(kind) == label
    assert kind_headings()[kind] == heading


def test_index_title() -> None:
    assert index_title('') == 'Keyword index'
    assert index_title('Schlagwörter') == 'Schlagwörter'


def test_orders_hold_every_member() -> None:
    assert list(KIND_ORDER) == list(Kind)
    assert list(ROLE_ORDER) == list(Role)
    assert ROLE_ORDER[Role.DEFINITION] < ROLE_ORDER[Role.HEADING] < ROLE_ORDER[Role.PROSE]
