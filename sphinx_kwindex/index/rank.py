"""What a document is about: its keywords in order of importance, and the documents that share its rare ones."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from sphinx_kwindex.index.model import Keyword, Locator
from sphinx_kwindex.occurrences import Role

_WEIGHT = {
    Role.DEFINITION: 8.0,
    Role.HEADING: 5.0,
    Role.ENTRY: 3.0,
    Role.REFERENCE: 3.0,
    Role.LITERAL: 2.5,
    Role.CODE: 1.5,
    Role.PROSE: 1.5,
}
RELATED = 6
"""How many related documents a page names at most."""
RARE = 12
"""A keyword that stands in more documents than this relates none of them."""


def importance(keyword: Keyword, locators: Sequence[Locator], documents: int) -> float:
    """How much a keyword matters to a document where it has *locators*, in a corpus of so many *documents*.

    tf-idf with the roles as weights: a definition or a heading says more than a mention (Salton and Buckley 1988).
    """
    roles = {role for locator in locators for role in locator.roles}
    frequency = 1 + math.log(sum(locator.count for locator in locators))
    spread = len({locator.docname for locator in keyword.locators})
    rarity = 1 + math.log((1 + documents) / (1 + spread))
    return round(sum(_WEIGHT[role] for role in sorted(roles)) * frequency * rarity, 9)


def ranked(names: Iterable[tuple[Keyword, Sequence[Locator]]], documents: int) -> tuple[str, ...]:
    """The names of a document's keywords, most important first; ties in reading order."""
    scored = [
        (-importance(keyword, locators, documents), locators[0].order, keyword.name) for keyword, locators in names
    ]
    return tuple(name for _score, _order, name in sorted(scored))


def related_documents(keywords: Iterable[Keyword]) -> Mapping[str, tuple[str, ...]]:
    """For each docname those of the documents that share its rare keywords, closest first."""
    shared: defaultdict[str, defaultdict[str, float]] = defaultdict(lambda: defaultdict(float))
    for keyword in keywords:
        docnames = sorted({locator.docname for locator in keyword.locators})
        if 1 < len(docnames) <= RARE:
            weight = 1 / (len(docnames) - 1)
            for one in docnames:
                for other in docnames:
                    if one != other:
                        shared[one][other] += weight
    return {
        one: tuple(
            other for other, _weight in sorted(others.items(), key=lambda item: (-round(item[1], 9), item[0]))[:RELATED]
        )
        for one, others in shared.items()
    }
