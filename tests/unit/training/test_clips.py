"""A set of clips is read back as written; what keeps it from being used lists the files."""

import json
import unicodedata
from pathlib import Path

import pytest
from tests.unit.training.videos import moving, write_tone, write_video

from mongyudo.errors import DataError
from mongyudo.training.clips import (
    CLIPS,
    SourceClip,
    check_clips,
    media_path,
    read_clips,
    write_clips,
)


def clip(file: str, caption: str = "", **labels: str) -> SourceClip:
    """A clip with a source and a licence."""
    return SourceClip(file, caption or f"{file} moves", source="self", licence="CC0-1.0", **labels)


def the_set(folder: Path, *clips: SourceClip) -> Path:
    """A set whose files are small videos."""
    for each in clips:
        write_video(folder / each.file, moving(1, 3))
    write_clips(folder, clips)
    return folder


def test_what_is_written_is_read_back(tmp_path: Path) -> None:
    """Every field survives, line separators and quotes in a caption too."""
    clips = (
        SourceClip("a b/호랑이.mp4", 'a "tiger"\u2028\x85\nruns', "공포", "지상동물", "숲", "dark"),
        clip("b.mp4"),
    )
    write_clips(tmp_path, clips)
    assert read_clips(tmp_path) == clips


def test_labels_in_pieces_are_put_together(tmp_path: Path) -> None:
    """A label typed in NFD is the label of the records."""
    pieces = unicodedata.normalize("NFD", "공포")
    write_clips(tmp_path, [clip("a.mp4", emotion=pieces)])
    assert read_clips(tmp_path)[0].emotion == "공포"


@pytest.mark.parametrize("on_disk", ["NFC", "NFD"])
def test_korean_names_are_found_in_either_form(tmp_path: Path, on_disk: str) -> None:
    """The list may say NFC where the disk says NFD, and the other way round."""
    name = unicodedata.normalize(on_disk, "꿈 속/호랑이.mp4")
    (tmp_path / name).parent.mkdir()
    (tmp_path / name).write_bytes(b"x")
    for form in ("NFC", "NFD"):
        found = media_path(tmp_path, unicodedata.normalize(form, name))
        assert found is not None
        assert found.samefile(tmp_path / name)


@pytest.mark.parametrize("file", ["../out.mp4", "/etc/hostname", "", "a/../../out.mp4", "none.mp4"])
def test_a_name_never_leads_out_of_the_set(tmp_path: Path, file: str) -> None:
    """Neither upwards nor to an absolute path."""
    (tmp_path / "set").mkdir()
    (tmp_path / "out.mp4").write_bytes(b"x")
    assert media_path(tmp_path / "set", file) is None


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (["not json"], "line 1"),
        (['["a.mp4"]'], "no JSON object"),
        (['{"file": "a.mp4"}'], "caption"),
        (['{"file": "a.mp4", "caption": "x", "emotoin": "공포"}'], "emotoin"),
        (['{"file": "a.mp4", "caption": 3}'], "caption"),
    ],
)
def test_a_line_that_cannot_be_read_is_named(tmp_path: Path, lines: list[str], told: str) -> None:
    """With its number, and the key that is wrong."""
    (tmp_path / CLIPS).write_text("\n".join(lines), encoding="utf-8")
    with pytest.raises(DataError, match=told):
        read_clips(tmp_path)


def test_a_whole_set_passes(tmp_path: Path) -> None:
    """A caption may come again under another emotion, as each adapter has its own."""
    folder = the_set(
        tmp_path,
        clip("a.mp4", "a tiger runs", emotion="공포"),
        clip("b.mp4", "a tiger runs", emotion="행복"),
    )
    assert len(check_clips(folder, "emotion")) == 2


@pytest.mark.parametrize(
    ("clips", "told"),
    [
        ([], "lists no clip"),
        ([SourceClip("a.mp4", " ", source="self", licence="CC0")], "no caption: a.mp4"),
        ([SourceClip("a.mp4", "x", source="self")], "no licence: a.mp4"),
        ([SourceClip("a.mp4", "x", licence="CC0")], "no source: a.mp4"),
        ([clip("a.mp4", emotion="fear")], "unknown emotion .*: a.mp4"),
        ([clip("a.mp4", category="animals")], "unknown category .*: a.mp4"),
        ([clip("a.mp4", "x"), clip("b.mp4", "x ")], "the same caption .*: a.mp4, b.mp4"),
        ([clip("a.mp4"), clip("a.mp4")], "listed more than once: a.mp4"),
        ([clip("a.mp4")], "no emotion: a.mp4"),
    ],
)
def test_faults_list_the_files(tmp_path: Path, clips: list[SourceClip], told: str) -> None:
    """Each thing that is wrong, with the files that have it."""
    with pytest.raises(DataError, match=told):
        check_clips(the_set(tmp_path, *clips), "emotion")


def test_unreadable_files_are_listed(tmp_path: Path) -> None:
    """Missing, empty, no video at all, and sound without a picture."""
    (tmp_path / "empty.mp4").write_bytes(b"")
    (tmp_path / "words.mp4").write_text("꿈", encoding="utf-8")
    write_tone(tmp_path / "tone.m4a")
    names = ["gone.mp4", "empty.mp4", "words.mp4", "tone.m4a"]
    write_clips(tmp_path, [clip(name) for name in names])
    with pytest.raises(DataError) as caught:
        check_clips(tmp_path)
    told = str(caught.value)
    assert "no such file in the set's folder: gone.mp4" in told
    assert "no video that can be read: empty.mp4, words.mp4" in told
    assert "no video in it: tone.m4a" in told


def test_a_long_list_is_counted(tmp_path: Path) -> None:
    """Hundreds of names would hide the message."""
    write_clips(tmp_path, [clip(f"{number}.mp4") for number in range(50)])
    with pytest.raises(DataError, match="and 30 more"):
        check_clips(tmp_path)


def test_the_list_is_plain_json(tmp_path: Path) -> None:
    """Korean is readable in it, and an empty field is left out."""
    write_clips(tmp_path, [clip("a.mp4", "호랑이")])
    text = (tmp_path / CLIPS).read_text(encoding="utf-8")
    assert "호랑이" in text
    assert set(json.loads(text)) == {"file", "caption", "source", "licence"}
