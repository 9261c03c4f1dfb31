"""Is it a keyword? The verdict on one name, from all that the corpus says of it: the first rule that applies decides."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from sphinx_kwindex.index.case import Case
from sphinx_kwindex.index.rules import RULES, Rule


class Verdict(NamedTuple):
    """Whether a name is listed, and the rule that decided."""

    keep: bool
    rule: str


NO_RULE = Verdict(keep=False, rule='no-evidence')
"""Nothing that was found says that it is a name."""


def applying(case: Case) -> Iterator[Rule]:
    """Every rule that applies to a name, in the order in which they are asked."""
    return (rule for rule in RULES if rule.applies(case))


def verdict(case: Case) -> Verdict:
    """Whether the index lists the name, and why."""
    rule = next(applying(case), None)
    return NO_RULE if rule is None else Verdict(rule.keep, rule.name)
