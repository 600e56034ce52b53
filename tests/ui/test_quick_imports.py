"""What PySide loads late is there when something asks for it. In processes of their own: here all is loaded."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BEGIN = """
from journal.ui import quick_imports
quick_imports.import_quickly()
from PySide6.QtWidgets import QApplication, QLabel
app = QApplication([])
label = QLabel("x")
"""


def said(script: str) -> list[str]:
    done = subprocess.run([sys.executable, "-c", BEGIN + script], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


def test_a_start_leaves_the_signatures_for_later() -> None:
    assert said("print(len(quick_imports._left))") == ["7"]


def test_a_wrong_call_is_told_as_ever() -> None:
    wrong = "try:\n    label.setText(3)\nexcept TypeError as problem:\n    print(problem)\n"
    told = said(wrong)
    assert "called with wrong argument types" in told[0] and "setText(arg__1: str" in told[-1]
    assert said("quick_imports.load_the_rest()\n" + wrong) == told
    assert said("import shibokensupport.signature.layout as l; l.create_signature\n" + wrong) == told


def test_all_of_it_is_loaded_once_there_is_time() -> None:
    script = """
quick_imports.load_the_rest()
import sys
names = ["mapping", "errorhandler", "layout", "parser", "lib.enum_sig", "lib.pyi_generator", "lib.tool"]
modules = [sys.modules[f"shibokensupport.signature.{name}"] for name in names]
print(quick_imports._left, sum(hasattr(module, "load_now") for module in modules))
from shibokensupport.signature import get_signature
print(get_signature(QLabel.setText))
"""
    assert said(script) == ["{} 0", "(self, arg__1: str, /) -> None"]


def test_signatures_may_be_asked_for_before_that() -> None:
    script = "from shibokensupport.signature import get_signature\nprint(get_signature(QLabel.setText))"
    assert said(script) == ["(self, arg__1: str, /) -> None"]
