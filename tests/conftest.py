"""Fixtures: projects to build."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from projects import Project

MakeProject = Callable[..., Project]


@pytest.fixture(scope='module')
def module_project(tmp_path_factory: pytest.TempPathFactory) -> MakeProject:
    """Make a project that the tests of a module share."""
    return lambda files, **conf: make(tmp_path_factory.mktemp('project'), files, conf)


@pytest.fixture
def make_project(tmp_path: Path) -> MakeProject:
    """Make a project from files by name, with values for ``conf.py``."""
    return lambda files, **conf: make(tmp_path, files, conf)


def make(root: Path, files: Mapping[str, str], conf: Mapping[str, Any]) -> Project:
    project = Project(root)
    project.configure(**conf)
    project.write(files)
    return project
