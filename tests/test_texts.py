"""What a role marks, and what the text of a link is."""

from __future__ import annotations

import pytest

from sphinx_kwindex.collect.texts import Run, runs_of_role


@pytest.mark.parametrize(
    ('text', 'command', 'rest'),
    [
        ('conan inspect ... --format=json', 'conan inspect', ' ... --format=json'),
        ('conan install . -pr it', 'conan install', ' . -pr it'),
        ('conan -h', 'conan', ' -h'),
        ('conan list it/1.3 --remote it', 'conan list', ' it/1.3 --remote it'),
        ('openssl dgst -verify', 'openssl dgst', ' -verify'),
    ],
)
def test_command_with_its_options(text: str, command: str, rest: str) -> None:
    assert list(runs_of_role(text, 'command')) == [Run(command, 'name', 'command'), Run(rest, 'literal')]


@pytest.mark.parametrize('text', ['make', 'make html', 'conan cache clean', 'git-annex', 'Ctrl -x'])
def test_command_that_is_all(text: str) -> None:
    assert list(runs_of_role(text, 'command')) == [Run(text, 'name', 'command')]


def test_other_roles() -> None:
    assert list(runs_of_role('conan -h', 'file')) == [Run('conan -h', 'name', 'file')]
