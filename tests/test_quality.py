"""The score on labelled pages of real documentation, where those stand beside the project."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

QUALITY = Path(os.environ.get('KWINDEX_QUALITY', Path(__file__).parents[2] / 'shared' / 'quality'))
MIN_PRECISION, MIN_RECALL = 0.93, 0.93

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


def test_precision_and_recall(html: Path) -> None:
    printed = run('score.py', QUALITY / 'labels', html / '_static/kwindex/export/documents.jsonl')
    total = re.search(r'TOTAL precision ([\d.]+) recall ([\d.]+)', printed)
    assert total is not None
    assert float(total[1]) >= MIN_PRECISION, printed
    assert float(total[2]) >= MIN_RECALL, printed


def test_every_locator_leads_to_its_name(html: Path) -> None:
    assert ' 0 failed of ' in run('check_locators.py', html, html / '_static/kwindex/export')
