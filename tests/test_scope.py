"""Which documents the index covers, and which of them are change logs."""

from __future__ import annotations

from collections import defaultdict
from types import SimpleNamespace
from typing import Any, cast

import pytest

from sphinx_kwindex.config import CHANGELOGS
from sphinx_kwindex.scope import Scope

LOGS = (
    *('changelog', 'CHANGELOG', 'changelog-2', 'about/changelog', 'changelog/1.0', 'dev/ChangeLog/2/x', 'change_log'),
    *(
        'changes',
        'CHANGES',
        'changes-1.0',
        'changes/1.0',
        'a/changes2',
        'history',
        'HISTORY',
        'news',
        'NEWS',
        'news/2020',
    ),
    *(
        'release-notes',
        'release_notes',
        'releasenotes',
        'release-notes-5',
        'release_notes/5',
        'releases/1.2',
        'a/releases',
    ),
    *('whatsnew/3.1', 'whatsnew', 'whats_new', 'whats-new/v2', 'release-1.5'),
)
OTHERS = (
    'index',
    'changesets',
    'guide/history-api',
    'newsletter',
    'ref/newsgroups',
    'release',
    'releasing',
    'exchanges',
)


def scope(*docnames: str, excluded: tuple[str, ...] = (), **metadata: dict[str, Any]) -> Scope:
    known: defaultdict[str, dict[str, Any]] = defaultdict(dict, metadata)
    env = SimpleNamespace(all_docs=dict.fromkeys(docnames, 1), metadata=known)
    return Scope(cast('Any', env), excluded, CHANGELOGS)


@pytest.mark.parametrize('docname', LOGS)
def test_change_logs(docname: str) -> None:
    assert scope(docname, 'other').changelogs() == {docname}


@pytest.mark.parametrize('docname', OTHERS)
def test_no_change_logs(docname: str) -> None:
    assert scope(docname).changelogs() == frozenset()


@pytest.mark.parametrize('said', ['', 'true', 'True', 'yes', '1', 'null', 1, True, 'since it is generated'])
def test_opted_out(said: Any) -> None:
    assert scope('a', 'changes', changes={'no-kwindex': said}).docnames() == ['a']
    assert not scope('changes', changes={'no-kwindex': said}).covers('changes')
    assert scope('changes', changes={'no-kwindex': said}).changelogs() == frozenset()


@pytest.mark.parametrize('said', ['false', 'False', ' NO ', 'off', '0', 0, False])
def test_not_opted_out(said: Any) -> None:
    assert scope('b', 'a', b={'no-kwindex': said, 'orphan': ''}).docnames() == ['a', 'b']


def test_excluded_and_unknown() -> None:
    given = scope('a', 'b/c', excluded=('b/*',))
    assert given.docnames() == ['a']
    assert not given.covers('b/c')
    assert not given.covers('unknown')
