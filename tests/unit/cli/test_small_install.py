"""What the launcher installs for a film, and that a film needs no more."""

import os
import re
import shutil
import subprocess
import sys
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[3]
DREAM = "할머니 집 마당에서 호랑이에게 쫓기다가 절벽에서 떨어졌다."
WITHOUT_DIARY = """
import sys
for name in {absent!r}:
    sys.modules[name] = None  # an import of it now says that it is not there
from mongyudo.cli import main
main()
"""
MODELS = ("torch", "diffusers", "transformers", "peft", "accelerate")
"""Not there either, and they would ask for packages that the diary also needs."""
UV = """#!/bin/sh
echo "$*" >>"$(dirname "$0")/calls"
[ "$1" = venv ] || exit 0
for last; do :; done
mkdir -p "$last/bin" && echo "#!/bin/sh" >"$last/bin/python" && chmod +x "$last/bin/python"
"""
"""A uv that notes what it was asked and makes an environment whose Python does nothing."""


def packages(lock: str) -> set[str]:
    """The names of the packages in a lock."""
    text = (ROOT / "requirements" / f"{lock}.txt").read_text(encoding="utf-8")
    return set(re.findall("^([a-z0-9-]+)==", text, re.MULTILINE))


def run_without_diary(*words: str) -> subprocess.CompletedProcess[str]:
    """`mongyudo` where no package of the diary can be imported."""
    left_out = packages("diary") - packages("base")
    absent = [
        module for module, names in packages_distributions().items()
        if {name.lower().replace("_", "-") for name in names} <= left_out
    ]  # fmt: skip
    assert {"sqlalchemy", "fastapi", "dbos", "prometheus_client"} <= set(absent)
    script = WITHOUT_DIARY.format(absent=[*absent, *MODELS])
    return subprocess.run(
        [sys.executable, "-c", script, *words],
        capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip


def test_the_smallest_lock_is_part_of_the_whole() -> None:
    """What films need, the diary brings too."""
    assert packages("base") < packages("diary") < packages("dev")


def test_a_diary_without_its_packages_says_what_to_do() -> None:
    """No traceback: the one line that installs them."""
    done = run_without_diary("serve")
    assert done.returncode == 2
    assert "./mongyudo setup diary" in done.stderr


def test_a_film_needs_no_package_of_the_diary(tmp_path: Path) -> None:
    """The whole journey, the reading, the policy, and what a user asks first."""
    small = ("--size", "256x144", "--fps", "12", "--seconds", "1")
    done = run_without_diary("film", DREAM, *small, "-o", str(tmp_path / "film"))
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "film" / "film.mp4").stat().st_size > 0
    for words in (
        ("read", DREAM),
        ("check", DREAM),
        ("doctor",),
        ("backends",),
        ("--help",),
    ):
        done = run_without_diary(*words)
        assert done.returncode == 0, (words, done.stderr)


def test_the_launcher_installs_what_a_command_needs(tmp_path: Path) -> None:
    """A film first, then the diary; what is there is neither installed again nor taken away."""
    shutil.copytree(ROOT / "requirements", tmp_path / "requirements")
    for name in ("mongyudo", "pyproject.toml"):
        shutil.copy2(ROOT / name, tmp_path)
    uv = tmp_path / "bin" / "uv"
    uv.parent.mkdir()
    uv.write_text(UV)
    uv.chmod(0o755)

    def installed(*words: str) -> list[str]:
        """The locks that a command of the launcher installs."""
        calls = uv.with_name("calls")
        calls.unlink(missing_ok=True)
        path = f"{uv.parent}{os.pathsep}{os.environ['PATH']}"
        subprocess.run([tmp_path / "mongyudo", *words], check=True, env={"PATH": path})
        text = calls.read_text() if calls.exists() else ""
        return re.findall(r"requirements/(\w+)\.txt", text)

    assert installed("film", DREAM) == ["base"]
    assert installed("read", DREAM) == []
    assert installed("worker") == ["diary"]
    assert installed("film", DREAM) == []
    assert installed("setup", "voice") == ["voice"]
    assert installed("setup", "storage") == ["storage"]
    assert installed("serve") == []
    assert installed("setup") == []
    ink = ("lab", "prompts", "--backend", "ink")
    assert installed(*ink) == ["lab"]
    assert installed("lab", "prompts", "--clips", "0") == []
    assert "models" in installed("lab", "cuts")
