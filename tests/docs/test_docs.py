"""The docs say what is true: commands run, paths exist, help pages are fresh."""

import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest

from mongyudo.backends import registry
from mongyudo.journey.choices import Choices
from mongyudo.pipeline import make_film
from mongyudo.records import Dream

ROOT = Path(__file__).parents[2]
PAGES = sorted(
    page
    for page in [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("benchmarks/**/*.md")]
    if "results" not in page.parts
)
REFERENCE = ROOT / "docs" / "reference" / "commands.md"
NOT_HERE = (
    "./mongyudo test",
    "./mongyudo bench",
    "./mongyudo serve",  # runs until it is stopped; tests/browser and tests/chaos start it
    "git clone",
    "cd ",
    "apt-get",
    "sudo ",
    "scripts/",
)


def blocks(page: Path, language: str) -> list[str]:
    """The fenced code blocks of a language."""
    return re.findall(rf"```{language}\n(.*?)```", page.read_text(encoding="utf-8"), re.DOTALL)


def shell_commands() -> list[str]:
    """Each distinct command line that the docs tell a reader to type."""
    lines = {
        line.strip(): None
        for page in PAGES
        for block in blocks(page, "sh")
        for line in block.splitlines()
        if line.strip() and not line.startswith("#") and not line.startswith(NOT_HERE)
    }
    return list(lines)


@pytest.fixture(scope="module")
def reader_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder as a reader has it after cloning, with the launcher already set up."""
    folder = tmp_path_factory.mktemp("clone")
    for name in ("examples", "docs", "src", "benchmarks"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    launcher = folder / "mongyudo"
    launcher.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m mongyudo "$@"\n')
    launcher.chmod(0o755)
    return folder


@pytest.mark.slow
def test_every_command_in_the_docs_runs(reader_folder: Path) -> None:
    """Typed as printed, in order, each ends with 0, or with 3 where the docs show a refusal."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    for typed in shell_commands():
        line, _, comment = typed.partition("  # exits with ")
        done = subprocess.run(
            ["sh", "-c", line],
            cwd=reader_folder,
            env=environment,
            capture_output=True,
            text=True,
            timeout=240,
            check=False,
        )
        wished = int(comment.split()[0]) if comment else 0
        assert done.returncode == wished, f"{line}: {done.stderr[-2000:]}"


@pytest.mark.slow
@pytest.mark.parametrize(
    "block", [block for page in PAGES for block in blocks(page, "python")] or [""]
)
def test_every_python_block_runs(block: str, reader_folder: Path) -> None:
    """Each Python example runs by itself."""
    subprocess.run([sys.executable, "-c", block], cwd=reader_folder, check=True, timeout=240)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_path_exists(page: Path) -> None:
    """Links and named files of the repository are there."""
    text = page.read_text(encoding="utf-8")
    links = re.findall(r"\]\((?!https?:|#|mailto:)([^)#\s]+)", text)
    named = re.findall(
        r"`((?:src|docs|tests|scripts|examples|benchmarks|requirements)/[\w./-]+)`", text
    )
    lost = [link for link in links if not (page.parent / link).exists()]
    lost += [name for name in named if not (ROOT / name).exists()]
    assert not lost


@pytest.mark.parametrize("name", ["write_reference", "write_models"])
def test_written_references_are_fresh(name: str) -> None:
    """The pages that scripts write are what they write today."""
    spec = importlib.util.spec_from_file_location("ref", ROOT / "scripts" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    assert module.PAGE.read_text(encoding="utf-8") == module.page()


@pytest.mark.parametrize(
    "page",
    [page for page in PAGES if "how-to" in page.parts and not page.name.endswith(".ko.md")],
    ids=lambda page: page.name,
)
def test_how_tos_speak_both_languages(page: Path) -> None:
    """Every how-to has its Korean twin."""
    assert page.with_name(page.name.replace(".md", ".ko.md")).exists()


@pytest.mark.skipif(not (ROOT / ".git").exists(), reason="no clone: nothing to keep clean")
def test_what_the_docs_write_is_not_the_repositorys() -> None:
    """Whoever types the commands in a clone has no new files for git to ask about."""
    text = "\n".join(page.read_text(encoding="utf-8") for page in PAGES if page != REFERENCE)
    written = sorted(set(re.findall(r"\./mongyudo [^\n]*? -o ([\w./-]+)", text)))
    assert "films/flight" in written
    ignored = subprocess.run(
        ["git", "-C", str(ROOT), "check-ignore", "--no-index", *written],
        capture_output=True, text=True, check=False,
    ).stdout.split()  # fmt: skip
    assert [name for name in written if name not in ignored] == []


def test_readmes_agree() -> None:
    """Both READMEs show the same commands."""
    english, korean = ROOT / "README.md", ROOT / "README.ko.md"
    assert blocks(english, "sh") == blocks(korean, "sh")


@pytest.mark.slow
@pytest.mark.parametrize("name", ["add-a-backend.md", "add-a-backend.ko.md"])
def test_the_backend_of_the_how_to_films(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The class as printed comes through its entry point and makes a film."""
    module = f"sheet_of_{name.replace('-', '_').replace('.', '_')}"
    code = blocks(ROOT / "docs" / "how-to" / name, "python")[0]
    (tmp_path / f"{module}.py").write_text(code, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    entry = EntryPoint("sheet", f"{module}:SheetBackend", registry.GROUP)
    monkeypatch.setattr(registry, "_entries", lambda: {"sheet": entry})
    choices = Choices(backend="sheet", seconds=0.5, sound=False)
    film = make_film(Dream.of("호랑이가 나왔다."), choices, tmp_path / "film", lambda *_: None)
    manifest = json.loads((film.folder / "film.json").read_text(encoding="utf-8"))
    assert manifest["shots"][0]["missing"] == ["호랑이"]
    assert film.joined is not None
    assert film.joined.is_file()
