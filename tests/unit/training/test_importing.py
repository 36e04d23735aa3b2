"""Folders of videos come in whichever layout, with what is known of each, or with a clear error."""

import json
import unicodedata
from pathlib import Path

import pytest
from tests.unit.training.videos import moving, write_tone, write_video

from mongyudo.errors import DataError
from mongyudo.training.clips import SourceClip, media_path, read_clips
from mongyudo.training.importing import bring_in, look_at

RIGHTS = {"source": "self", "licence": "CC0-1.0"}


def video(path: Path) -> Path:
    """A short one."""
    return write_video(path, moving(1, 2))


def brought(root: Path, out: Path, *, link: bool = False) -> tuple[SourceClip, ...]:
    """What comes into the set."""
    return bring_in(look_at(root), out, defaults=RIGHTS, link=link)


def test_a_text_file_beside_is_the_caption(tmp_path: Path) -> None:
    """Of the same name; a clip without one has none yet."""
    video(tmp_path / "in/a.mp4")
    video(tmp_path / "in/sub/b.MOV")
    (tmp_path / "in/a.txt").write_text("\ufeffa tiger\r\nruns ", encoding="utf-8")
    first, second = brought(tmp_path / "in", tmp_path / "out")
    assert (first.file, first.caption) == ("media/in/a.mp4", "a tiger runs")
    assert (second.file, second.caption) == ("media/in/sub/b.MOV", "")
    assert (first.source, first.licence) == ("self", "CC0-1.0")
    assert read_clips(tmp_path / "out") == (first, second)


@pytest.mark.parametrize(
    ("folder", "label"),
    [
        ("공포", ("공포", "")),
        ("Fear", ("공포", "")),
        ("지상동물", ("", "지상동물")),
        ("joy/plant", ("행복", "식물")),
        ("others", ("", "")),
    ],
)
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_folders_are_labels(tmp_path: Path, folder: str, label: tuple[str, str], form: str) -> None:
    """In Korean or English, an emotion, a category or both."""
    video(tmp_path / "in" / unicodedata.normalize(form, folder) / "a.mp4")
    (clip,) = brought(tmp_path / "in", tmp_path / "out")
    assert (clip.emotion, clip.category) == label
    assert media_path(tmp_path / "out", clip.file)


@pytest.mark.parametrize("kind", ["jsonl", "csv", "pairs"])
def test_a_list_tells_all(tmp_path: Path, kind: str) -> None:
    """JSON lines or CSV by any of the usual column names, or two files line by line."""
    root = tmp_path / "in"
    video(root / "clips/호랑이 1.mp4")
    video(root / "clips/more.mp4")
    if kind == "jsonl":
        row = {"file_name": "clips/호랑이 1.mp4", "text": 'a "tiger"', "emotion": "fear", "n": 3}
        (root / "metadata.jsonl").write_text(json.dumps(row) + "\n\n", encoding="utf-8")
    elif kind == "csv":
        lines = 'video,prompt,emotion,license\nclips/호랑이 1.mp4,"a ""tiger""",공포,CC-BY-4.0\n'
        (root / "metadata.csv").write_text(lines, encoding="utf-8")
    else:
        (root / "videos.txt").write_text("clips/호랑이 1.mp4\n", encoding="utf-8")
        (root / "prompts.txt").write_text('a "tiger"\n', encoding="utf-8")
    findings = look_at(root)
    (clip,) = bring_in(findings, tmp_path / "out", defaults=RIGHTS, link=False)
    assert clip.caption == 'a "tiger"'
    assert clip.emotion == ("" if kind == "pairs" else "공포")
    assert clip.licence == ("CC-BY-4.0" if kind == "csv" else "CC0-1.0")
    assert [path.name for path in findings.unlisted] == ["more.mp4"]


def test_links_leave_the_videos_where_they_are(tmp_path: Path) -> None:
    """And copies do not follow a later change."""
    path = video(tmp_path / "in/a.mp4")
    (linked,) = brought(tmp_path / "in", tmp_path / "linked", link=True)
    (copied,) = brought(tmp_path / "in", tmp_path / "copied")
    assert (tmp_path / "linked" / linked.file).resolve() == path
    assert not (tmp_path / "copied" / copied.file).is_symlink()
    assert (tmp_path / "copied" / copied.file).read_bytes() == path.read_bytes()


def test_a_second_folder_is_added_the_same_one_refused(tmp_path: Path) -> None:
    """Nothing that was labelled before is lost."""
    video(tmp_path / "one/a.mp4")
    video(tmp_path / "two/a.mp4")
    brought(tmp_path / "one", tmp_path / "out")
    brought(tmp_path / "two", tmp_path / "out")
    assert [clip.file for clip in read_clips(tmp_path / "out")] == [
        "media/one/a.mp4",
        "media/two/a.mp4",
    ]
    with pytest.raises(DataError, match=r"already: media/one/a\.mp4"):
        brought(tmp_path / "one", tmp_path / "out")


def test_rights_that_are_not_known_are_asked_for(tmp_path: Path) -> None:
    """Only those that some clip lacks."""
    video(tmp_path / "a.mp4")
    row = {"file": "a.mp4", "caption": "x", "source": "a broadcaster"}
    (tmp_path / "metadata.jsonl").write_text(json.dumps(row), encoding="utf-8")
    assert look_at(tmp_path).lacking == ("licence",)


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ('{"file": "gone.mp4"}', "gone.mp4"),
        ('{"file": "../a.mp4"}', "../a.mp4"),
        ('{"caption": "x"}', "column"),
        ("{", "line 1"),
        ("[]", "line 1"),
    ],
)
def test_a_list_that_names_nothing_is_an_error(tmp_path: Path, rows: str, told: str) -> None:
    """With the file or the line."""
    video(tmp_path / "a.mp4")
    (tmp_path / "in").mkdir()
    (tmp_path / "in/metadata.jsonl").write_text(rows, encoding="utf-8")
    with pytest.raises(DataError, match=told):
        look_at(tmp_path / "in")


@pytest.mark.parametrize("name", ["broken.mp4", "tone.mp4"])
def test_unreadable_files_are_listed_and_nothing_is_brought_in(tmp_path: Path, name: str) -> None:
    """A broken file, or sound alone."""
    video(tmp_path / "in/a.mp4")
    if name == "tone.mp4":
        write_tone(tmp_path / "in" / name)
    else:
        (tmp_path / "in" / name).write_bytes(b"\0" * 100)
    with pytest.raises(DataError, match=name):
        brought(tmp_path / "in", tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_a_folder_without_videos_is_an_error(tmp_path: Path) -> None:
    """Empty, or no folder at all."""
    with pytest.raises(DataError, match="no video"):
        look_at(tmp_path)
    with pytest.raises(DataError, match="no folder"):
        look_at(tmp_path / "gone")


def test_captions_in_another_encoding_are_told(tmp_path: Path) -> None:
    """With the command that mends them."""
    video(tmp_path / "a.mp4")
    (tmp_path / "a.txt").write_bytes("호랑이".encode("cp949"))
    with pytest.raises(DataError, match="iconv"):
        look_at(tmp_path)
