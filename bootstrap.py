"""Set-up before anything else, for main.py and for tests, with the standard library alone.

Makes .venv beside this file, installs what a lock file pins, looks for Qt's system libraries and goes on inside
.venv. What was done is stamped, so that the next start only compares stamps. Nothing is installed outside .venv,
except system libraries, and those only as root with apt-get. An installed wheel never comes here.
"""

import contextlib
import hashlib
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

# This file and main.py keep to a syntax that older ones can read, so that they get here.
if sys.version_info < (3, 11):  # noqa: UP036
    sys.exit("Networking Journal: Python 3.11 or newer is needed / il faut Python 3.11 ou plus récent.")

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
LOG = ROOT / ".venv-setup.log"
UNFINISHED = ROOT / ".venv.unfinished"  # there while .venv is being changed; found at a start, .venv is made anew

# What Qt needs from a Linux system: shared library -> Debian package. Without a screen, to a window by X11 or Wayland.
OFFSCREEN_LIBRARIES = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libglib-2.0.so.0": "libglib2.0-0",
}
X11_LIBRARIES = OFFSCREEN_LIBRARIES | {
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
}
WAYLAND_LIBRARIES = OFFSCREEN_LIBRARIES | {
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
}
LIBRARIES = {"offscreen": OFFSCREEN_LIBRARIES, "x11": X11_LIBRARIES, "wayland": WAYLAND_LIBRARIES}

OPTIONS_WITH_VALUE = {"--journal", "--language", "--passphrase-file", "--now"}
OPTIONS_OF_THE_WINDOW = {"--demo", "--hidden"}

MESSAGES = {
    "en": {
        "making": "Setting up Networking Journal (once; a minute or so)…",
        "waiting": "Another start is setting things up; waiting for it…",
        "package": "  [{number}/{total}] {name}",
        "installing": "  Installing…",
        "ready": "Ready.",
        "stopped": "Set-up was stopped; the next start begins it again.",
        "no_network": (
            "Set-up needs the internet once and could not reach it: connect and start again (details: {log})."
        ),
        "failed": "Set-up did not succeed: {reason} (details: {log}).",
        "refused": "Set-up did not succeed: {reason}.",
        "no_venv": "Python's venv module is missing: install it with `{command}` and start again.",
        "no_venv_unknown": "Python's venv and ensurepip modules are missing: install Python with them and start again.",
        "no_screen": (
            "There is no screen to open a window on: to try it without one, run "
            "`python3 main.py screenshots DIR --demo` or set QT_QPA_PLATFORM=offscreen."
        ),
        "libraries": "Installing the system libraries that the window needs: {names}…",
        "no_libraries": "The window needs system libraries that are missing: run `{command}` and start again.",
        "no_libraries_unknown": "The window needs system libraries that are missing: {names}.",
    },
    "fr": {
        "making": "Mise en place du Journal de réseau (une seule fois, environ une minute)…",
        "waiting": "Un autre démarrage fait la mise en place ; on l'attend…",
        "package": "  [{number}/{total}] {name}",
        "installing": "  Installation…",
        "ready": "C'est prêt.",
        "stopped": "La mise en place a été interrompue ; le prochain démarrage la reprendra.",
        "no_network": (
            "La mise en place a besoin d'internet une fois et ne l'a pas trouvé : "
            "connectez-vous et recommencez (détails : {log})."
        ),
        "failed": "La mise en place n'a pas abouti : {reason} (détails : {log}).",
        "refused": "La mise en place n'a pas abouti : {reason}.",
        "no_venv": "Il manque le module venv de Python : installez-le avec `{command}` et recommencez.",
        "no_venv_unknown": (
            "Il manque les modules venv et ensurepip de Python : installez un Python qui les a et recommencez."
        ),
        "no_screen": (
            "Il n'y a pas d'écran où ouvrir la fenêtre : pour essayer sans écran, lancez "
            "`python3 main.py screenshots DOSSIER --demo` ou définissez QT_QPA_PLATFORM=offscreen."
        ),
        "libraries": "Installation des bibliothèques système dont la fenêtre a besoin : {names}…",
        "no_libraries": (
            "Il manque des bibliothèques système dont la fenêtre a besoin : lancez `{command}` et recommencez."
        ),
        "no_libraries_unknown": "Il manque des bibliothèques système dont la fenêtre a besoin : {names}.",
    },
}

NETWORK_SIGNS = (
    "Failed to establish a new connection",
    "Temporary failure in name resolution",
    "getaddrinfo failed",
    "Network is unreachable",
    "ConnectionError",
    "ConnectTimeoutError",
    "ReadTimeoutError",
    "ProxyError",
    "Connection refused",
    "Connection broken",
)


class SetUpError(Exception):
    """The one sentence that the person at the keyboard is told."""


def language(arguments: Sequence[str] = ()) -> str:
    """'fr' or 'en': the --language option, else what the system speaks."""
    for place, argument in enumerate(arguments):
        name, _, value = argument.partition("=")
        if name == "--language":
            return "fr" if (value or "".join(arguments[place + 1 : place + 2])).startswith("fr") else "en"
    spoken = next(filter(None, map(os.environ.get, ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"))), "")
    if not spoken and sys.platform in ("win32", "darwin"):
        import locale

        spoken = locale.getlocale()[0] or ""  # "French_France" on Windows
    return "fr" if spoken.lower().startswith("fr") else "en"


def message(key: str, **values: object) -> str:
    return MESSAGES[language(sys.argv[1:])][key].format(**values)


def tell(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


# What is asked for


def qt_use(arguments: Sequence[str]) -> str | None:
    """'window', 'offscreen' for the one command that draws without a screen, or None for the command line."""
    remaining = iter(arguments)
    for argument in remaining:
        name, equals, _ = argument.partition("=")
        if name in OPTIONS_WITH_VALUE:
            if not equals:
                next(remaining, None)
        elif argument not in OPTIONS_OF_THE_WINDOW:
            return "offscreen" if argument == "screenshots" else None
    return "window"


def has_screen() -> bool:
    if not sys.platform.startswith("linux"):
        return True
    return any(map(os.environ.get, ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")))


def platform_for(qt: str) -> str:
    """Which of LIBRARIES a use of Qt needs on this Linux."""
    chosen = os.environ.get("QT_QPA_PLATFORM", "").partition(":")[0].partition(";")[0]
    if qt == "offscreen" or chosen in ("offscreen", "minimal", "vnc"):
        return "offscreen"
    if chosen.startswith("wayland") or (not chosen and os.environ.get("WAYLAND_DISPLAY")):
        return "wayland"
    return "x11"


# Stamps: a small file in .venv for each thing that is done


def stamp(name: str) -> Path:
    return VENV / f"{name}.stamp"


def key(lock: str) -> str:
    """What a lock file's stamp must hold: the same pins in the same Python, whichever Python starts us."""
    about = os.fsencode(venv_python().resolve()) + (VENV / "pyvenv.cfg").read_bytes()
    return hashlib.sha256(about + (ROOT / lock).read_bytes()).hexdigest()


def is_stamped(name: str, value: str) -> bool:
    try:
        return stamp(name).read_text(encoding="utf-8") == value
    except (OSError, UnicodeDecodeError):
        return False


def missing_locks(locks: Iterable[str]) -> list[str]:
    if UNFINISHED.exists() or not (venv_python().exists() and (VENV / "pyvenv.cfg").exists()):
        return list(locks)
    return [lock for lock in locks if not is_stamped(lock, key(lock))]


# .venv


def venv_python() -> Path:
    return VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def is_inside() -> bool:
    return Path(sys.prefix).resolve() == VENV.resolve()


@contextlib.contextmanager
def only_one() -> Iterator[None]:
    """One set-up at a time; the operating system lets go of the lock if the process dies."""
    with (ROOT / ".venv.lock").open("a+b") as file:
        if sys.platform == "win32":
            import msvcrt

            said = False
            while True:
                try:
                    file.seek(0)
                    msvcrt.locking(file.fileno(), msvcrt.LK_LOCK, 1)  # gives up after ten seconds
                    break
                except OSError:
                    if not said:
                        tell(message("waiting"))
                    said = True
        else:
            import fcntl

            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                tell(message("waiting"))
                fcntl.flock(file, fcntl.LOCK_EX)
        yield


def may_apt() -> bool:
    import shutil

    return hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get") is not None


def apt_install(packages: Sequence[str]) -> bool:
    import subprocess

    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}

    def apt(*arguments: str) -> bool:
        with LOG.open("ab") as log:
            command = ["apt-get", "-y", *arguments]
            return subprocess.run(command, env=environment, stdout=log, stderr=log, check=False).returncode == 0

    install = ("install", "--no-install-recommends", *packages)
    return apt(*install) or (apt("update") and apt(*install))


def is_usable() -> bool:
    """Can an environment that is already there be added to? Not after its Python was replaced by another version."""
    import subprocess

    if UNFINISHED.exists() or not venv_python().exists():
        return False
    probe = [str(venv_python()), "-c", "import pip, sys; sys.exit(sys.version_info < (3, 11))"]
    return subprocess.run(probe, capture_output=True, check=False).returncode == 0


def make_venv() -> None:
    import importlib.util
    import subprocess
    import venv

    if importlib.util.find_spec("ensurepip") is None:  # Debian has it in a package of its own
        package = f"python3.{sys.version_info.minor}-venv"
        installed = may_apt() and apt_install([package])
        importlib.invalidate_caches()
        if not (installed and importlib.util.find_spec("ensurepip")):
            import shutil

            if shutil.which("apt-get"):
                raise SetUpError(message("no_venv", command=f"sudo apt-get install {package}"))
            raise SetUpError(message("no_venv_unknown"))
    try:
        venv.EnvBuilder(with_pip=True, clear=True, symlinks=os.name != "nt").create(VENV)
    except subprocess.CalledProcessError as error:
        LOG.write_bytes(error.output or b"")
        raise SetUpError(message("failed", reason="ensurepip", log=LOG)) from error


def install(locks: Sequence[str]) -> None:
    """Install what the lock files pin, telling each package on standard error; everything else goes to LOG."""
    import re
    import subprocess

    pins = [line for line in lines_of(locks) if line[:1].isalnum()]
    applicable = sum("sys_platform" not in line or f"sys_platform == '{sys.platform}'" in line for line in pins)
    command = [str(venv_python()), "-m", "pip", "install", "--require-hashes", "--only-binary=:all:"]
    command += ["--no-input", "--progress-bar=off", "--disable-pip-version-check", "--retries=2"]
    for lock in locks:
        command += ["-r", str(ROOT / lock)]
    environment = os.environ | {"PYTHONUTF8": "1", "PIP_USER": "0"}  # a person's own setting would refuse
    seen: set[str] = set()
    printed: list[str] = []
    with (
        LOG.open("w", encoding="utf-8") as log,
        subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT) as pip,
    ):
        assert pip.stdout is not None
        try:
            for raw in pip.stdout:
                line = raw.decode("utf-8", errors="replace")
                log.write(line)
                printed.append(line)
                found = re.match(r"(?:Collecting|Requirement already satisfied:) ([\w.-]+)", line)
                if found and found[1] not in seen:
                    seen.add(found[1])
                    tell(message("package", number=len(seen), total=max(applicable, len(seen)), name=found[1]))
                elif line.startswith("Installing collected packages"):
                    tell(message("installing"))
        except BaseException:
            pip.terminate()
            raise
        status = pip.wait()
    if status:
        text = "".join(printed)
        if any(sign in text for sign in NETWORK_SIGNS):
            raise SetUpError(message("no_network", log=LOG))
        errors = [line.removeprefix("ERROR:").strip() for line in printed if line.startswith("ERROR:")]
        raise SetUpError(message("failed", reason=errors[0] if errors else f"pip: {status}", log=LOG))
    LOG.unlink(missing_ok=True)
    compile_ours()


def compile_ours() -> None:
    """As pip does for what it installs: without it, a start that may not write its byte code compiles all each time."""
    import subprocess

    command = [str(venv_python()), "-m", "compileall", "-q", str(ROOT / "journal")]
    subprocess.run(command, stdout=subprocess.DEVNULL, check=False)  # a folder that cannot be written to starts slower


def lines_of(locks: Iterable[str]) -> set[str]:
    return {line for lock in locks for line in (ROOT / lock).read_text(encoding="utf-8").splitlines()}


def ensure_packages(locks: Sequence[str]) -> None:
    if not missing_locks(locks):
        return
    with only_one():
        missing = missing_locks(locks)  # another start may have done it meanwhile
        if not missing:
            return
        tell(message("making"))
        make = not (is_inside() or is_usable())
        UNFINISHED.touch()
        if make:
            make_venv()
        for lock in missing:
            stamp(lock).unlink(missing_ok=True)
        try:
            install(missing)
        except SetUpError:  # pip has put back what it had replaced
            UNFINISHED.unlink()
            raise
        for lock in missing:
            stamp(lock).write_text(key(lock), encoding="utf-8")
        UNFINISHED.unlink()
        tell(message("ready"))


# Qt's system libraries


def missing_libraries(libraries: Iterable[str]) -> list[str]:
    import ctypes

    missing = []
    for name in libraries:
        try:
            ctypes.CDLL(name)
        except OSError:
            missing.append(name)
    return missing


def libraries_sentence(missing: Sequence[str], packages: Sequence[str]) -> str:
    """The exact command where the system's package manager is a known one, else the names."""
    import shutil

    if shutil.which("apt-get"):
        return message("no_libraries", command=f"sudo apt-get install {' '.join(packages)}")
    for manager in ("dnf", "zypper"):
        if shutil.which(manager):
            capabilities = " ".join(f"'{name}()(64bit)'" for name in missing)
            return message("no_libraries", command=f"sudo {manager} install {capabilities}")
    return message("no_libraries_unknown", names=", ".join(missing))


def ensure_libraries(qt: str) -> None:
    if not sys.platform.startswith("linux"):
        return
    platform = platform_for(qt)
    libraries = LIBRARIES[platform]
    value = " ".join(libraries)
    if is_stamped(f"qt-{platform}", value):
        return
    missing = missing_libraries(libraries)
    if missing:
        packages = [libraries[name] for name in missing]
        if may_apt():
            tell(message("libraries", names=" ".join(packages)))
            apt_install(packages)
            missing = missing_libraries(missing)
        if missing:
            raise SetUpError(libraries_sentence(missing, [libraries[name] for name in missing]))
    stamp(f"qt-{platform}").write_text(value, encoding="utf-8")


# Together


def enter(locks: Sequence[str], *, qt: str | None) -> None:
    """Returns inside .venv with everything there; outside it, starts the same command inside it instead."""
    try:
        if qt == "window" and not has_screen():
            raise SetUpError(message("no_screen"))
        ensure_packages(locks)
        if qt:
            ensure_libraries(qt)
    except SetUpError as error:
        tell(str(error))
        sys.exit(1)
    except OSError as error:
        tell(message("refused", reason=error))
        sys.exit(1)
    except KeyboardInterrupt:
        tell(message("stopped"))
        sys.exit(130)
    if is_inside():
        return
    command = [str(venv_python()), *sys.orig_argv[1:]]
    sys.stdout.flush()
    if os.name == "nt":  # where exec would give the prompt back at once
        import subprocess

        sys.exit(subprocess.run(command, check=False).returncode)
    os.execv(command[0], command)
