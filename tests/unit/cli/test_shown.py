"""What the command line shows: bars, answers, and what can film here."""

import io
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from mongyudo.cli import group, progress, run
from mongyudo.cli.lines import COLUMNS, spread
from mongyudo.cli.progress import Lines, bar
from mongyudo.settings import load_settings
from mongyudo.web.render import one_of

DREAM = "커다란 분홍 돼지가 대문으로 들어왔다."


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        """Whether somebody watches."""
        return True


def test_a_bar_in_a_file_is_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    """No carriage return and no blocks: what is said anew stands in a line of its own."""
    heard = io.StringIO()
    monkeypatch.setattr(sys, "stderr", heard)
    with bar(total=100, desc="그리기", delay=0.0) as shown:
        for _ in range(100):
            shown.update()
    told = heard.getvalue()
    assert "\r" not in told
    assert "█" not in told
    assert re.fullmatch(r"그리기 0% 00:00\n그리기 100% 00:00\n", told)


def test_a_bar_on_a_terminal_moves(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is drawn over itself, as long as somebody can watch."""
    watched = Terminal()
    monkeypatch.setattr(sys, "stderr", watched)
    with bar(total=2, desc="그리기") as shown:
        shown.update()
    assert "\r" in watched.getvalue()


def test_the_same_is_not_told_twice() -> None:
    """A bar is refreshed more often than it says something new."""
    heard = io.StringIO()
    lines = Lines(heard)
    for text in ("\r그리기 5%", "\r그리기 5%   ", "\n", "\r그리기 6%"):
        lines.write(text)
    assert heard.getvalue() == "그리기 5%\n그리기 6%\n"


def test_long_work_is_told_of_now_and_then(monkeypatch: pytest.MonkeyPatch) -> None:
    """A training that is written into a file says every while how far it is."""
    heard = io.StringIO()
    monkeypatch.setattr(sys, "stderr", heard)
    monkeypatch.setattr(progress, "EVERY_S", 0.0)
    with bar(total=4, desc="공포", miniters=1) as shown:
        for _ in range(4):
            shown.update()
    assert [line.split()[1] for line in heard.getvalue().splitlines()][:4] == [
        "0%", "25%", "50%", "75%",
    ]  # fmt: skip


@pytest.mark.parametrize(("command", "name"), [("read", "emotion"), ("check", "outcome")])
def test_an_answer_is_spread_out_for_a_person_alone(
    command: str, name: str, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """One line for a program, and with --json; several on a terminal; the same JSON."""
    assert run([command, DREAM]) == 0
    piped = capfd.readouterr().out
    assert piped.count("\n") == 1
    for words, is_line in (
        ((command, DREAM), command == "check"),
        ((command, DREAM, "--json"), True),
    ):
        watched = Terminal()
        monkeypatch.setattr(sys, "stdout", watched)
        run(list(words))
        monkeypatch.undo()
        assert (watched.getvalue().count("\n") == 1) is is_line
        assert json.loads(watched.getvalue())[name] == json.loads(piped)[name]


def test_what_is_short_stays_in_one_line() -> None:
    """A keyword is one line, a long list one line for each; tuples are lists, too."""
    keyword = {"ko": "돼지", "en": "pig", "kind": "actor"}
    told = spread({"keywords": (keyword,) * 4, "none": [], "said": "꿈" * 200})
    assert json.loads(told) == {"keywords": [keyword] * 4, "none": [], "said": "꿈" * 200}
    assert told.count(json.dumps(keyword, ensure_ascii=False)) == 4
    assert max(len(line) for line in told.splitlines() if "said" not in line) < COLUMNS


def test_what_many_models_lack_is_said_once() -> None:
    """The ready ones first; each model under what it lacks, its weights beside it."""
    told = CliRunner().invoke(group, ["backends"]).output
    assert told.startswith("준비됨 (ready)\n  ink ")
    assert told.count("Run `mongyudo backends download NAME`, or give a folder with") == 1
    assert re.search(r"\n  wan2.1-1.3b +832x480 +Apache-2.0  Wan-AI/Wan2.1-T2V-1.3B-D", told)
    assert "videotuna_dir" in told


def test_the_doctor_tells_what_was_set(monkeypatch: pytest.MonkeyPatch) -> None:
    """Not all there is to set; and who cannot film in one line."""
    load_settings.cache_clear()
    monkeypatch.setenv("MONGYUDO_STYLE", "paper")
    told = CliRunner().invoke(group, ["doctor"]).output
    load_settings.cache_clear()
    settings = next(line for line in told.splitlines() if "settings:" in line)
    assert "style = 'paper'" in settings
    assert "disk_mb" not in settings
    assert "{" not in settings
    assert sum("svd" in line for line in told.splitlines()) == 1


@pytest.mark.parametrize(
    "words",
    [
        ("film", "no/such/dream.txt"),
        ("film", "tests/unit"),
        ("film", "호랑이", "꿈"),
        ("film", DREAM, "--size", "8000x8000"),
        ("film", DREAM, "--route", "runway"),
        ("film", DREAM, "--reader", "llm"),
        ("worker", "--queues", "nobody"),
    ],
)
def test_korean_comes_first_and_english_after(
    words: tuple[str, ...], monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """Two whole sentences, not words of one in the other: each stands without the other."""
    for variable in ("OPENAI_API_KEY", "MONGYUDO_OPENAI_API_KEY"):
        monkeypatch.delenv(variable, raising=False)
    assert run(list(words)) in (1, 2)
    line = capfd.readouterr().err.strip().splitlines()[-1]
    english = one_of("en", line)
    assert english != line
    assert not re.search("[가-힣]", english)
    assert len(english.split()) > 3


def test_a_refusal_names_its_reason_in_both_languages(
    capfd: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """Each in its own sentence."""
    assert run(["film", "칼로 사람을 찔러 죽였다.", "-o", str(tmp_path / "film")]) == 3
    line = capfd.readouterr().err.strip().splitlines()[-1]
    assert "까닭: 폭력. (" in line
    assert "Why: violence.)" in line


def test_a_route_says_why_it_wants_a_key(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """Who asked for Runway and hears of OpenAI is told that a language model reads there."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("OPENAI_API_KEY", raising=False)
    assert run(["film", DREAM, "--route", "runway"]) == 1
    told = capfd.readouterr().err
    assert "--route runway: 언어 모델이 읽고 runway-gen4.5로 찍습니다" in told
    assert "OPENAI_API_KEY" in told
    assert run(["film", DREAM, "--reader", "llm"]) == 1
    assert "--route" not in capfd.readouterr().err


def test_a_misspelt_label_is_told_before_clips_are_prepared(
    capfd: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """Preparing may take hours; the emotions there are stand in the message."""
    recipe = str(Path("recipes/demo.toml").resolve())
    words = ["train", "run", recipe, "--label", "무서움", "-o", str(tmp_path / "run")]
    assert run(words) == 2
    told = capfd.readouterr().err
    assert told.startswith("mongyudo: --label 무서움")
    assert "공포" in told
    assert not (tmp_path / "run").exists()


def test_every_command_says_in_korean_what_it_does() -> None:
    """First in Korean, as the list of commands shows it, then in English."""
    silent = [path for path, told in _told(group, "mongyudo") if not re.match(".*[가-힣]", told)]
    assert silent == []


def _told(command: click.Command, path: str) -> Iterator[tuple[str, str]]:
    """Each command's path and what it is said to do."""
    yield path, command.help or ""
    if isinstance(command, click.Group):
        ctx = click.Context(command, info_name=path)
        for name in command.list_commands(ctx):
            below = command.get_command(ctx, name)
            assert below is not None
            yield from _told(below, f"{path} {name}")
