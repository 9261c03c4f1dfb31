"""The score on labelled pages of real documentation, where those stand beside the project."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

QUALITY = Path(os.environ.get('KWINDEX_QUALITY', Path(__file__).parents[2] / 'shared' / 'quality'))
GOALS = {'precision': 0.98, 'recall': 0.955, 'rank': 0.87, 'kinds': 0.94}

pytestmark = pytest.mark.skipif(
    not (QUALITY / 'score.py').exists(), reason='no labelled pages; name them with KWINDEX_QUALITY'
)


@pytest.fixture(scope='module')
def html(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The labelled pages, built with pages and export."""
    root = tmp_path_factory.mktemp('quality')
    command = [sys.executable, '-m', 'sphinx', '-q', '-b', 'html', '-c', str(QUALITY), '-d', str(root / 'doctrees')]
    options = ['-D', 'kwindex_export=1', str(QUALITY / 'pages'), str(root / 'html')]
    subprocess.run([*command, *options], check=True, timeout=300)
    return root / 'html'


def run(script: str, *arguments: str | Path) -> str:
    command = [sys.executable, str(QUALITY / script), *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=300)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope='module')
def printed(html: Path) -> str:
    """What the score says of the export."""
    export = html / '_static/kwindex/export'
    return run('score.py', QUALITY / 'labels', export / 'documents.jsonl', '--kinds', export / 'keywords.jsonl')


@pytest.mark.parametrize(('measure', 'goal'), GOALS.items())
def test_score(printed: str, measure: str, goal: float) -> None:
    """Names are right and whole, those that matter come first, and their kinds are right."""
    line = re.search(
        rf'^(?:TOTAL|KINDS)\b.*?\b{measure}(?: right)? ([\d.]+)', printed.replace('KINDS', 'KINDS kinds'), re.MULTILINE
    )
    assert line is not None, printed
    assert float(line[1]) >= goal, printed


def test_every_locator_leads_to_its_name(html: Path) -> None:
    assert ' 0 failed of ' in run('check_locators.py', html, html / '_static/kwindex/export')
