"""python3 tests: lint, types, import contracts and every test, in the environment that requirements-dev.lock pins.

python3 tests                everything but benchmarks and soak runs; the last line is pytest's
python3 tests bench [...]    the benchmarks, each as a ratio measured side by side
python3 tests soak [...]     the long runs
python3 tests offline [...]  the tests without a network (Linux); fails on any connection that is tried
python3 tests PATH|OPTION... only pytest, with these arguments
"""

import os
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[0] = str(ROOT)  # not tests/, whose folders bear the names of the rooms

import bootstrap  # noqa: E402

CHECKS = {
    "lint": ["-m", "ruff", "check", "."],
    "types": ["-m", "mypy", "journal"],
    "imports": ["-c", "from importlinter.cli import lint_imports_command as run; run()", "--no-logo"],
}


def python(*arguments: str) -> int:
    sys.stdout.flush()
    return subprocess.run([sys.executable, *arguments], cwd=ROOT, check=False).returncode


def check(name: str, arguments: list[str]) -> bool:
    """Run one tool; what it prints is shown only where it found something."""
    started = time.monotonic()
    result = subprocess.run(
        [sys.executable, *arguments], cwd=ROOT, check=False, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )
    if result.returncode:
        sys.stdout.write(result.stdout.decode(errors="replace"))
    verdict = "FAILED" if result.returncode else "ok"
    print(f"{name}: {verdict} ({time.monotonic() - started:.1f} s)", flush=True)
    return result.returncode == 0


def everything() -> int:
    failed = [name for name, arguments in CHECKS.items() if not check(name, arguments)]
    if failed:
        print(f"Not clean: {', '.join(failed)}. The tests all the same:", flush=True)
    status = python("-m", "pytest", "-n", "2")
    return status or bool(failed)


def main(arguments: list[str]) -> int:
    if not arguments:
        return everything()
    if arguments[0] == "bench":
        from tests.benchmarks.run import main as bench

        return int(bench(arguments[1:]))
    if arguments[0] == "offline":
        from tests.offline import run as offline

        return offline(["-n", "2", *arguments[1:]])
    if arguments[0] == "soak":
        return python("-m", "pytest", "-m", "soak", *arguments[1:])
    return python("-m", "pytest", *arguments)


if __name__ == "__main__":
    bootstrap.enter(["requirements.lock", "requirements-dev.lock"], qt="offscreen")
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    sys.exit(main(sys.argv[1:]))
