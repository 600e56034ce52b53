"""A wheel built from this checkout, installed in a clean environment elsewhere, works on its own."""

import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


def run(*command: str | Path, cwd: Path) -> str:
    environment = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "VIRTUAL_ENV")}
    result = subprocess.run(
        list(map(str, command)), cwd=cwd, env=environment, capture_output=True, encoding="utf-8", check=False
    )
    assert result.returncode == 0, result.stdout + result.stderr
    return result.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, ROOT, cwd=folder)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def programs(wheel, tmp_path_factory) -> Path:
    """The folder of programs of an environment that holds the wheel and borrows its dependencies from this one."""
    folder = tmp_path_factory.mktemp("elsewhere")
    venv.create(folder, symlinks=os.name != "nt")
    scheme = {"base": str(folder), "platbase": str(folder)}
    packages = Path(sysconfig.get_path("purelib", "venv", scheme))
    scripts = Path(sysconfig.get_path("scripts", "venv", scheme))
    pip = [sys.executable, "-m", "pip", "--python", scripts / "python"]
    run(*pip, "install", "--no-deps", "--no-index", "--quiet", wheel, cwd=folder)
    (packages / "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    return scripts


def test_it_holds_the_program_and_its_resources_and_nothing_else(wheel):
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
    tops = {name.partition("/")[0] for name in names}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"journal"}
    carried = {name.removeprefix("journal/") for name in names if name.startswith("journal/resources/")}
    present = {path.relative_to(ROOT).as_posix() for path in (ROOT / "resources").rglob("*") if path.is_file()}
    assert carried == {path for path in present if "__pycache__" not in path}


def test_it_finds_its_resources(programs, tmp_path):
    code = "import journal; from journal.system import resources; print(journal.__file__); print(resources.folder())"
    package, resources = map(Path, run(programs / "python", "-c", code, cwd=tmp_path).split("\n")[:2])
    assert ROOT not in package.parents
    assert resources == package.parent / "resources"
    assert any(resources.iterdir())


def test_its_command_answers(programs, tmp_path):
    command = programs / "networking-journal"
    assert "0.1.0" in run(command, "--version", cwd=tmp_path)
    assert "--journal" in run(command, "--help", cwd=tmp_path)
