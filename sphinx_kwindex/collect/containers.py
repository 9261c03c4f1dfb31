"""What command lines of Docker and its likes say of containers: their images, and the commands that are run in them."""

from __future__ import annotations

import re

from sphinx_kwindex.shapes import is_file_name

_PROGRAMS = frozenset({'docker', 'docker-compose', 'nerdctl', 'podman'})
_WITH_IMAGE = frozenset({'create', 'pull', 'push', 'run'})
_SWITCHES = frozenset(
    '--detach --interactive --privileged --rm --tty -T -d -di -dit -i -it -itd -t -td -ti'.split()  # noqa: SIM905
)
"""Options without a value."""
_IMAGE = re.compile(r'([a-z][\w-]*(?:\.[\w-]+)*/[a-z][\w.-]*(?:/[a-z][\w.-]*)?)(?::[\w.-]+)?')
"""An image with its owner, and its tag."""


def image_of(command: str, subcommand: str, option: str, word: str) -> str:
    """The image that a word is which a container is made of, behind an *option* or none, without its tag; '' for others."""
    image = _IMAGE.fullmatch(word) if command in _PROGRAMS and subcommand in _WITH_IMAGE else None
    told = image and not is_file_name(word) and (not option or option in _SWITCHES or ':' in word)
    return image[1] if image and told else ''


def opens_container(command: str, word: str) -> bool:
    """Whether a word says that a command follows the name of a container: ``docker exec``."""
    return word == 'exec' and command in _PROGRAMS


def may_be_container(option: str) -> bool:
    """Whether a word behind an *option*, or none, may be the name of a container and no value."""
    return not option or option in _SWITCHES
