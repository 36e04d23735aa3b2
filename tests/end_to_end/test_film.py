"""The whole journey in fresh processes, as a dreamer runs it."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import av
import c2pa
import numpy as np
import pytest
from tests.certificates import certified

from mongyudo.film.loudness import TARGET_LUFS, integrated_lufs, true_peak
from mongyudo.film.probe import probe

ROOT = Path(__file__).parents[2]
PORCELAIN = ROOT / "examples" / "porcelain.txt"
SMALL = ("--size", "256x144", "--fps", "12", "--seconds", "1")
REFUSED = "모르는 사람이 칼로 친구를 찔러 죽이는 꿈을 꿨다."

LONG = ("--seconds", "10", "-o")
HEARING = """
import os, signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)
os.execv(sys.argv[1], sys.argv[1:])
"""
"""Runs a command that hears Ctrl-C, also where a shell's "&" has had it ignored."""

pytestmark = pytest.mark.slow


def command(*words: str) -> list[str]:
    """A `mongyudo` command line for this Python."""
    return [sys.executable, "-m", "mongyudo", *words]


def film(folder: Path, *words: str, code: int = 0) -> dict[str, Any]:
    """Run `mongyudo film` small, expect an exit code, and give back film.json."""
    done = subprocess.run(
        command("film", *SMALL, *words, "-o", str(folder)),
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == code, done.stderr
    manifest: dict[str, Any] = json.loads((folder / "film.json").read_text(encoding="utf-8"))
    return manifest


@pytest.fixture(scope="module")
def porcelain(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example dream of the notes, filmed small."""
    folder = tmp_path_factory.mktemp("porcelain")
    film(folder, str(PORCELAIN))
    return folder


def test_a_film_has_all_its_files(porcelain: Path) -> None:
    """Exactly what the design names, nothing half-done beside it."""
    assert sorted(path.name for path in porcelain.iterdir()) == [
        "captions.ko.vtt",
        "film.json",
        "film.mp4",
        "poster.png",
        "segment-1.mp4",
        "segment-2.mp4",
    ]


def test_the_files_play(porcelain: Path) -> None:
    """Every mp4 is H.264 with sound, of the length that was asked for, and says what it is."""
    for name, frames in (("film.mp4", 24), ("segment-1.mp4", 12), ("segment-2.mp4", 12)):
        found = probe(porcelain / name)
        assert (found.codec, found.pixel_format, found.faststart) == ("h264", "yuv420p", True)
        assert (found.frames, found.size_px, found.sound) == (frames, (256, 144), "aac")
        assert abs(found.duration_s - frames / 12) < 0.1
        assert "AI" in found.metadata["comment"]


def test_the_sound_is_as_loud_as_a_film_should_be(porcelain: Path) -> None:
    """-16 LUFS and below -1 dBTP also after the codec; and film.json tells what is heard."""
    with av.open(str(porcelain / "film.mp4")) as container:
        frames = [frame.to_ndarray() for frame in container.decode(audio=0)]
    sound = np.concatenate(frames, axis=1).T
    assert integrated_lufs(sound) == pytest.approx(TARGET_LUFS, abs=0.7)
    assert true_peak(sound) < 10 ** (-1 / 20)
    told = json.loads((porcelain / "film.json").read_text(encoding="utf-8"))["sound"]
    assert [scene["music"].split()[0] for scene in told] == ["육자배기토리"] * 2
    assert all(0 <= at <= 1 for scene in told for times in scene["heard"].values() for at in times)


def test_a_long_dream_becomes_six_scenes_for_a_phone(tmp_path: Path) -> None:
    """All of them stand in the film, one after the other, in a tall frame."""
    dream = "".join(path.read_text("utf-8") for path in sorted(ROOT.glob("examples/f*.txt")))
    words = ("--segments", "6", "--seconds", "0.5", "--size", "144x256")
    manifest = film(tmp_path, dream, *words)
    assert len(manifest["shots"]) == len(manifest["sound"]) == 6
    assert probe(tmp_path / "film.mp4").frames == 36
    assert probe(tmp_path / "segment-6.mp4").size_px == (144, 256)


def test_the_manifest_tells_everything(porcelain: Path) -> None:
    """Reading, verdict, shots, what was drawn and what not, seeds, versions, timings, label."""
    manifest = json.loads((porcelain / "film.json").read_text(encoding="utf-8"))
    reading = manifest["reading"]
    text = PORCELAIN.read_text(encoding="utf-8")
    assert "".join(segment["text"] for segment in reading["segments"]) == text
    assert reading["verdict"]["outcome"] == "allow"
    assert [shot["adapter"] for shot in manifest["shots"]] == [
        f"emotion:{reading['emotion']['label']}"
    ] * 2
    drawn = {each["concept"] for shot in manifest["shots"] for each in shot["drawn"]}
    assert "porcelain" in drawn
    assert {"reading", "first_frame", "painting", "joining"} <= set(manifest["timings_s"])
    assert manifest["label"]["mark"] == "AI 생성"
    assert manifest["versions"]["mongyudo"]


def test_the_same_dream_gives_the_same_film(porcelain: Path, tmp_path: Path) -> None:
    """Byte for byte, in another process."""
    film(tmp_path, str(PORCELAIN))
    for name in ("film.mp4", "segment-2.mp4", "poster.png", "captions.ko.vtt"):
        assert (tmp_path / name).read_bytes() == (porcelain / name).read_bytes(), name


def test_another_seed_gives_another_film(porcelain: Path, tmp_path: Path) -> None:
    """The seed decides, and stands in the manifest."""
    assert film(tmp_path, str(PORCELAIN), "--seed", "5")["seed"] == 5
    assert (tmp_path / "film.mp4").read_bytes() != (porcelain / "film.mp4").read_bytes()


def test_a_refused_dream_loses_nothing(tmp_path: Path) -> None:
    """Exit code 3, the reading and the verdict kept, no film."""
    manifest = film(tmp_path, REFUSED, code=3)
    assert manifest["outcome"] == "refused"
    assert manifest["reading"]["verdict"]["reasons"][0]["category"] == "violence"
    assert manifest["dream"]["text"] == REFUSED
    assert [path.name for path in tmp_path.iterdir()] == ["film.json"]


def test_films_are_signed_with_the_operator_s_key(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every video and the poster, as made by an algorithm; they still play."""
    certificate, key = certified(tmp_path)
    monkeypatch.setenv("MONGYUDO_C2PA_CERTIFICATE", str(certificate))
    monkeypatch.setenv("MONGYUDO_C2PA_KEY", str(key))
    manifest = film(tmp_path / "film", str(PORCELAIN), "--seconds", "0.5")
    kind = "http://cv.iptc.org/newscodes/digitalsourcetype/algorithmicMedia"
    assert manifest["label"]["c2pa"] == {"signed": True, "digital_source_type": kind}
    made = [path for path in (tmp_path / "film").iterdir() if path.suffix in (".mp4", ".png")]
    assert len(made) == 4
    for path in made:
        with c2pa.Reader(path) as reader:
            assert reader.get_validation_state() == "Valid", path.name
            assert kind in reader.json()
            assert "도자기" not in reader.json()
    with av.open(str(tmp_path / "film" / "film.mp4")) as container:
        assert len(list(container.decode(video=0))) == 12


def test_the_category_journey_films_the_dream_whole(tmp_path: Path) -> None:
    """Method 1: one clip, the category's adapter."""
    manifest = film(tmp_path, str(PORCELAIN), "--method", "category")
    assert len(manifest["shots"]) == 1
    assert manifest["shots"][0]["adapter"] == f"category:{manifest['reading']['category']['label']}"


@pytest.mark.parametrize(
    ("cut", "present"), [("joined", "film.mp4"), ("separate", "segment-2.mp4")]
)
def test_cut_chooses_the_files(cut: str, present: str, tmp_path: Path) -> None:
    """Joined leaves only the film, separate only the segments."""
    film(tmp_path, str(PORCELAIN), "--cut", cut)
    videos = {path.name for path in tmp_path.glob("*.mp4")}
    assert present in videos
    assert ("film.mp4" in videos) != ("segment-1.mp4" in videos)


def test_options_change_the_picture(porcelain: Path, tmp_path: Path) -> None:
    """Paper, burnt-in captions, three scenes, no sound, a contact sheet: all take effect."""
    words = ("--style", "paper", "--captions", "burn", "--segments", "3", "--no-sound", "--sheet")
    manifest = film(tmp_path, str(PORCELAIN), *words)
    assert len(manifest["shots"]) == 3
    assert manifest["captions"]["burnt_in"]
    assert probe(tmp_path / "film.mp4").sound is None
    assert (tmp_path / "poster.png").read_bytes() != (porcelain / "poster.png").read_bytes()
    assert manifest["files"]["sheet"] == "sheet.jpg"
    with av.open(str(tmp_path / "sheet.jpg")) as sheet:
        assert sheet.streams.video[0].height > 3 * 144


def test_odd_sizes_are_rounded_aloud(tmp_path: Path) -> None:
    """An odd size becomes even, and the manifest says so."""
    manifest = film(tmp_path, "물고기가 헤엄쳤다.", "--size", "201x121")
    assert manifest["size_px"] == [200, 120]
    assert "201x121" in manifest["notes"][0]


def test_standard_input_is_read(tmp_path: Path) -> None:
    """`-` reads the dream from a pipe."""
    done = subprocess.run(
        command("film", "-", "-o", str(tmp_path), *SMALL, "--json"),
        input="돼지가 집으로 들어왔다.".encode(),
        capture_output=True,
        check=True,
    )
    assert json.loads(done.stdout)["outcome"] == "filmed"


def _started(folder: Path) -> "subprocess.Popen[bytes]":
    """A long film that is being painted."""
    process = subprocess.Popen(
        [sys.executable, "-c", HEARING, *command("film", str(PORCELAIN)), *LONG, str(folder)],
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    assert process.stderr is not None
    shown = b""
    while b"painting" not in shown:
        shown += process.stderr.read1(200)
    time.sleep(0.3)
    return process


def _group_is_gone(leader: int) -> bool:
    deadline_s = time.monotonic() + 5
    while time.monotonic() < deadline_s:
        try:
            os.killpg(leader, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.05)
    return False


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_stopping_leaves_nothing(number: int, tmp_path: Path) -> None:
    """Ctrl-C or SIGTERM in the middle: one line, exit code 1, no file, no process."""
    process = _started(tmp_path)
    process.send_signal(number)
    _, told = process.communicate(timeout=10)
    assert process.returncode == 1
    assert "멈췄습니다".encode() in told
    assert not list(tmp_path.iterdir())
    assert _group_is_gone(process.pid)


def test_a_killed_film_leaves_no_process_and_no_final_file(tmp_path: Path) -> None:
    """kill -9: the children notice and end; nothing stands under a final name."""
    process = _started(tmp_path)
    process.kill()
    process.communicate()
    assert _group_is_gone(process.pid)
    assert not [path for path in tmp_path.iterdir() if not path.name.endswith(".part")]


@pytest.fixture
def tiny_disk(tmp_path: Path) -> Any:
    """A file system of 192 KB."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=192k", "tmpfs", str(folder)]
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("needs the right to mount a small file system")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)


def test_a_full_disk_is_told(tiny_disk: Path) -> None:
    """No space left: one clear line, exit code 1, nothing half-done."""
    done = subprocess.run(
        command("film", str(PORCELAIN), "-o", str(tiny_disk)),
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 1
    line = done.stderr.strip().splitlines()[-1]
    assert "No space left" in line or "no space left" in line
    assert not list(tiny_disk.iterdir())


def test_the_film_path_stays_light() -> None:
    """Neither models nor the web are imported for a film."""
    script = (
        "import sys, mongyudo.pipeline, mongyudo.backends.ink, mongyudo.reading.korean; "
        "heavy = {'torch', 'fastapi', 'dbos', 'sklearn', 'scipy', 'cv2'} & set(sys.modules); "
        "sys.exit(str(heavy) if heavy else 0)"
    )
    subprocess.run([sys.executable, "-c", script], check=True)
