"""Bad input: one clear line with the remedy, the right exit code, nothing left behind."""

from pathlib import Path

import pytest

from mongyudo.cli import run

DREAM = "하늘을 나는 꿈을 꾸었다."


def lines_of(capfd: pytest.CaptureFixture[str], *words: str) -> tuple[int, list[str]]:
    """The exit code and the lines on stderr."""
    code = run(list(words))
    shown = capfd.readouterr().err.replace("\r", "\n").splitlines()
    return code, [line for line in shown if line.strip()]


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        ([""], 1, "글자가 없습니다"),
        (["   \n "], 1, "글자가 없습니다"),
        (["🐯🌙😱"], 1, "글자가 없습니다"),
        (["I was chased by a tiger in my dream."], 1, "한국어"),
        (["꿈" * 20_001], 1, "20,001"),
        (["no/such/dream.txt"], 1, "no/such/dream.txt"),
        (["tests/unit"], 1, "폴더입니다: tests/unit"),
        (["호랑이", "꿈"], 2, "mongyudo film '호랑이 꿈'"),
        ([DREAM, "--size", "0x0"], 2, "0x0"),
        ([DREAM, "--size", "7x5"], 2, "7x5"),
        ([DREAM, "--size", "8000x8000"], 2, "8000x8000"),
        ([DREAM, "--size", "big"], 2, "768x432, or one of wide, square, tall, 1080p"),
        ([DREAM, "--fps", "0"], 2, "fps 0"),
        ([DREAM, "--seconds", "99"], 2, "seconds 99"),
        ([DREAM, "--seed", "-1"], 2, "seed -1"),
        ([DREAM, "--segments", "7"], 2, "7"),
        ([DREAM, "--backend", "sora"], 1, "ink"),
        ([DREAM, "--weights", "x"], 2, "--weights"),
        ([DREAM, "--still", "ink"], 2, "--still"),
        ([DREAM, "--frobnicate"], 2, "--frobnicate"),
    ],
)
def test_refused_before_any_work(
    words: list[str],
    code: int,
    told: str,
    tmp_path: Path,
    capfd: pytest.CaptureFixture[str],
) -> None:
    """The message names the value or the remedy, and no folder is made."""
    folder = tmp_path / "film"
    found, lines = lines_of(capfd, "film", *words, "-o", str(folder))
    assert found == code
    assert told in lines[-1]
    assert len(lines) == 1 or lines[0].startswith("Usage")
    assert not folder.exists()


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"\xff\xfe\xfa dream", "iconv"),
        ("꿈".encode("cp949"), "UTF-8"),
        (b"\x00\x01\x02\x03", "not a text file"),
        ("가".encode() * 400_000, "too"),
    ],
)
def test_files_that_are_no_dreams(
    data: bytes, told: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """Bytes that are not UTF-8 text are named, with the remedy."""
    (tmp_path / "dream.txt").write_bytes(data)
    code, lines = lines_of(capfd, "film", str(tmp_path / "dream.txt"), "-o", str(tmp_path / "f"))
    assert code == 1
    assert len(lines) == 1
    assert told in lines[0] or "너무" in lines[0]
    assert not (tmp_path / "f").exists()


def test_folder_that_is_a_file(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """A folder that cannot be written into is named, with the remedy."""
    (tmp_path / "taken").write_text("a file")
    code, lines = lines_of(capfd, "film", DREAM, "-o", str(tmp_path / "taken"))
    assert code == 1
    assert "-o" in lines[0]
    assert "taken" in lines[0]


def test_unknown_setting_is_refused(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """A misspelt variable is told, with the known ones."""
    from mongyudo.settings import load_settings

    load_settings.cache_clear()
    monkeypatch.setenv("MONGYUDO_STILE", "paper")
    code, lines = lines_of(capfd, "film", DREAM)
    load_settings.cache_clear()
    assert code == 2
    assert "MONGYUDO_STILE" in lines[0]
    assert "MONGYUDO_STYLE" in lines[0]


def test_a_bad_line_does_not_stop_the_others(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """In --jsonl one unreadable dream gets an error; the rest are read; the exit code is 1."""
    lines = ['{"id": "a", "text": "🐯"}', f'{{"id": "b", "text": "{DREAM}"}}']
    (tmp_path / "in.jsonl").write_text("\n".join(lines), encoding="utf-8")
    assert run(["read", "--jsonl", str(tmp_path / "in.jsonl")]) == 1
    out = capfd.readouterr().out.splitlines()
    assert [('"error"' in line, '"segments"' in line) for line in out] == [
        (True, False),
        (False, True),
    ]


@pytest.mark.parametrize("line", ["no json", "[]", '{"id": "a"}'])
def test_a_line_that_is_no_dream_is_named(
    line: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """The number of the line stands in the message."""
    (tmp_path / "in.jsonl").write_text(f"\n{line}\n")
    code, lines = lines_of(capfd, "read", "--jsonl", str(tmp_path / "in.jsonl"))
    assert code == 1
    assert "line 2" in lines[0]


def test_a_dream_without_a_command_is_shown_the_way(capfd: pytest.CaptureFixture[str]) -> None:
    """The dream comes back behind the command that films it; another word does not."""
    code, lines = lines_of(capfd, "호랑이를 봤다")
    assert code == 2
    assert lines[-1].endswith("mongyudo film '호랑이를 봤다'")
    assert "'flim'" in lines_of(capfd, "flim")[1][-1]


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        (["flim", "x.txt"], "Did you mean 'film'?"),
        (["data", "prepar"], "Did you mean 'prepare'?"),
        (["film", DREAM, "--bakend", "ink"], "Did you mean '--backend'?"),
        (["film", DREAM, "--backend", "imk"], "Did you mean 'ink'?"),
        (["film", DREAM, "--backend", "wan2.1-1.3"], "Did you mean 'wan2.1-1.3b' or "),
    ],
)
def test_a_misspelt_name_brings_the_one_that_is_meant(
    words: list[str], meant: str, capfd: pytest.CaptureFixture[str]
) -> None:
    """Commands, options and backends."""
    assert meant in lines_of(capfd, *words)[1][-1]


@pytest.mark.parametrize("words", [["qqqqq"], ["film", DREAM, "--backend", "qqqqq"]])
def test_what_resembles_nothing_brings_no_guess(
    words: list[str], capfd: pytest.CaptureFixture[str]
) -> None:
    """The name is told all the same."""
    told = lines_of(capfd, *words)[1][-1]
    assert "'qqqqq'" in told
    assert "mean" not in told


def test_a_refusal_says_why_and_where(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """The rules' categories and the kept reading, but no word of the dream."""
    code, lines = lines_of(capfd, "film", "친구를 칼로 찔러 죽였다.", "-o", str(tmp_path / "f"))
    assert code == 3
    assert "생성이 불가합니다" in lines[-1]
    assert "violence" in lines[-1]
    assert lines[-1].endswith(str(tmp_path / "f" / "film.json"))
    assert "일기" not in lines[-1]  # there is no diary here
    assert "친구" not in lines[-1]
    assert (tmp_path / "f" / "film.json").is_file()


def test_videos_that_are_no_set_yet_are_imported_first(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """The remedy reads from the folder that was given, and no bar stands before it."""
    given = ("data", "prepare", str(tmp_path), "-o", str(tmp_path / "p"), "--backend", "svd")
    code, lines = lines_of(capfd, *given)
    assert code == 1
    assert len(lines) == 1
    assert f"`mongyudo data import {tmp_path} -o clips`" in lines[0]


def test_what_is_not_prepared_is_told_how(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """The remedy is a whole command: preparing needs the model's name."""
    code, lines = lines_of(capfd, "data", "inspect", str(tmp_path))
    assert code == 1
    assert "--backend MODEL" in lines[0]
