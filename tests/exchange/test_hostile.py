"""What is made to hang or to fill the memory ends at once, with what can be taken of it taken."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("limits of a process are those of Unix", allow_module_level=True)

from tests.exchange.hostile_files import FILES

PROGRAM = Path(__file__).with_name("hostile_files.py")
MOST_MEMORY = 256  # MB more than before


@pytest.mark.parametrize("name", FILES)
def test_a_hostile_file_ends_soon_and_in_little_memory(name, tmp_path):
    done = subprocess.run(
        [sys.executable, str(PROGRAM), name, str(tmp_path)], capture_output=True, text=True, timeout=300, check=False
    )
    assert done.returncode == 0, f"stopped by its limit of the processor, or failed: {done.stderr[-2000:]}"
    told = json.loads(done.stdout)
    assert told["new"] == FILES[name][2], told
    assert told["memory"] < MOST_MEMORY, told
