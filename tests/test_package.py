"""The wheel, as a user installs it."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path, PurePosixPath

import pytest

from summarizer import __version__

PROJECT = Path(__file__).parents[1]
PROMPTS = sorted(path.name for path in (PROJECT / "prompts").glob("*.md"))


def run(*command: str | Path, cwd: Path) -> str:
    """Standard output of a command that must succeed, in an environment without ours."""
    environ = {k: v for k, v in os.environ.items() if k not in ("PYTHONPATH", "VIRTUAL_ENV")}
    done = subprocess.run(
        command, cwd=cwd, env=environ, capture_output=True, text=True, check=False, timeout=300
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A wheel of this checkout, built without a network."""
    folder = tmp_path_factory.mktemp("dist")
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir"]
    run(*build, folder, PROJECT, cwd=folder)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """``bin`` of a fresh environment with the wheel; the dependencies are those of this one."""
    home = tmp_path_factory.mktemp("fresh")
    venv.create(home, with_pip=False)
    python = home / "bin" / "python"
    pip = [sys.executable, "-m", "pip", "--python", str(python), "install"]
    run(*pip, "--no-deps", "--no-index", "--disable-pip-version-check", wheel, cwd=home)
    # A path line adds the folder only: the .pth file of an editable install in it is not read.
    (site,) = home.glob("lib/python*/site-packages")
    (site / "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n")
    return python.parent


def test_the_wheel_holds_the_package_and_its_prompts_only(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = [PurePosixPath(name) for name in archive.namelist()]
    assert {name.parts[0] for name in names} == {
        "summarizer",
        f"summarizer-{__version__}.dist-info",
    }
    assert sorted(n.name for n in names if n.parent.as_posix() == "summarizer/prompts") == PROMPTS
    assert PurePosixPath("summarizer/py.typed") in names
    modules = {p.relative_to(PROJECT).as_posix() for p in (PROJECT / "summarizer").rglob("*.py")}
    assert {name.as_posix() for name in names if name.suffix == ".py"} == modules


def test_the_installed_code_is_the_wheels(installed: Path, tmp_path: Path) -> None:
    code = "import summarizer; print(summarizer.__file__)"
    found = Path(run(installed / "python", "-c", code, cwd=tmp_path).strip())
    assert found.is_relative_to(installed.parent)


def test_the_command_works_from_any_folder(installed: Path, tmp_path: Path) -> None:
    command = installed / "summarizer"
    assert run(command, "--version", cwd=tmp_path) == f"summarizer {__version__}\n"
    assert "--published" in run(command, "summarize", "--help", cwd=tmp_path)


def test_the_prompts_load_from_any_folder(installed: Path, tmp_path: Path) -> None:
    code = (
        "from importlib.resources import files\n"
        "print(*sorted(f.name for f in (files('summarizer') / 'prompts').iterdir()))\n"
        "from summarizer.prompting import load_prompts\n"
        "from summarizer.prompting import load_prompt\n"
        "print(*sorted([*load_prompts(), *(load_prompt(n).id for n in ('entail', 'same'))]))\n"
        "from summarizer.briefing.comparison.vocabulary import matters\n"
        "from summarizer.briefing.comparison.weights import SAME\n"
        "print(bool(matters('Two died.')) and bool(SAME))"
    )
    shown = run(installed / "python", "-c", code, cwd=tmp_path).splitlines()
    ids = " ".join(name.removesuffix(".md") for name in PROMPTS)
    assert shown == [" ".join(PROMPTS), ids, "True"]
