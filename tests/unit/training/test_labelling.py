"""Labels are saved at once, by whoever holds the token and by nobody else."""

import http.client
import json
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from tests.unit.training.videos import moving, write_video

from mongyudo.errors import DataError
from mongyudo.training.clips import SourceClip, read_clips, write_clips
from mongyudo.training.labelling import LabelServer, LabelSet, label_from_captions

pytestmark = pytest.mark.slow

NAMES = ("a.mp4", "꿈 1.mp4")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A set of two clips."""
    for name in NAMES:
        write_video(tmp_path / name, moving(1, 3))
    write_clips(tmp_path, [SourceClip(name, "x", source="self", licence="CC0") for name in NAMES])
    return tmp_path


@pytest.fixture
def server(folder: Path) -> Iterator[LabelServer]:
    """The page of that set, served."""
    with LabelServer(LabelSet(folder)) as served:
        thread = Thread(target=served.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield served
        served.shutdown()
        thread.join()


def ask(
    server: LabelServer, path: str, body: bytes | None = None, **headers: str
) -> tuple[int, bytes, Any]:
    """Status, body and headers of an answer; with the token unless told otherwise."""
    whole = {"X-Token": server.token} | {key.replace("_", "-"): headers[key] for key in headers}
    with closing(http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=5)) as line:
        line.request("POST" if body is not None else "GET", path, body, whole)
        answer = line.getresponse()
        return answer.status, answer.read(), answer.headers


def post(server: LabelServer, number: int, **changes: Any) -> tuple[int, Any]:
    """Status and JSON of a change."""
    body = json.dumps(changes).encode()
    status, told, _ = ask(server, f"/clips/{number}", body, Content_Type="application/json")
    return status, json.loads(told)


def test_a_label_is_saved_at_once(server: LabelServer, folder: Path) -> None:
    """In the set's list, and what another program wrote meanwhile stays."""
    first, second = read_clips(folder)
    write_clips(folder, [SourceClip("a.mp4", "mended", source="self", licence="CC0"), second])
    status, told = post(server, 1, emotion="공포", mood="어둡다")
    assert (status, told["emotion"]) == (200, "공포")
    assert [clip.emotion for clip in read_clips(folder)] == ["", "공포"]
    assert read_clips(folder)[1].mood == "어둡다"
    assert read_clips(folder)[0].caption == "mended" != first.caption


def test_the_page_lists_the_clips(server: LabelServer) -> None:
    """With the labels that may be chosen; its scripts carry a nonce."""
    told = json.loads(ask(server, "/clips")[1])
    assert [clip["file"] for clip in told["clips"]] == list(NAMES)
    assert told["labels"]["emotion"][3] == "공포"
    status, page, headers = ask(server, "/")
    nonce = headers["Content-Security-Policy"].split("'nonce-")[1].split("'")[0]
    assert status == 200
    assert page.count(f'nonce="{nonce}"'.encode()) == 2


@pytest.mark.parametrize(
    ("asked", "first", "last"),
    [("", 0, None), ("bytes=10-19", 10, 19), ("bytes=100-", 100, None), ("bytes=-5", -5, None)],
)
def test_videos_are_played_in_parts(
    server: LabelServer, folder: Path, asked: str, first: int, last: int | None
) -> None:
    """As browsers ask for them when they seek."""
    whole = (folder / NAMES[1]).read_bytes()
    _, body, headers = ask(server, "/media/1", Range=asked)
    assert body == whole[first:][: last - first + 1 if last else None]
    assert headers["Content-Type"] == "video/mp4"


@pytest.mark.parametrize(
    "headers",
    [
        {"X_Token": "wrong"},
        {"X_Token": ""},
        {"Host": "evil.example"},
        {"Host": "evil.example:80"},
        {"X_Token": "틀림".encode().decode("latin-1")},
    ],
)
@pytest.mark.parametrize("path", ["/", "/clips", "/media/0"])
def test_nobody_else_is_served(server: LabelServer, path: str, headers: dict[str, str]) -> None:
    """Neither without the token nor under another name (a site that resolves to this machine)."""
    status, body, _ = ask(server, path, **headers)
    assert status == 403
    assert b"mongyudo data label" in body


@pytest.mark.parametrize(
    ("number", "changes", "told"),
    [
        (0, {"emotion": "fear"}, "no emotion"),
        (0, {"file": "/etc/passwd"}, "no label"),
        (0, {"licence": "none"}, "no label"),
        (0, {"mood": 3}, "no label"),
        (9, {"mood": "x"}, "no clip"),
    ],
)
def test_what_is_no_label_is_refused(
    server: LabelServer, folder: Path, number: int, changes: dict[str, Any], told: str
) -> None:
    """And nothing is changed."""
    before = read_clips(folder)
    status, answer = post(server, number, **changes)
    assert status == 400
    assert told in answer["error"]
    assert read_clips(folder) == before


@pytest.mark.parametrize(
    ("path", "body", "kind", "status"),
    [
        ("/clips/0", b"{}", "text/plain", 404),
        ("/clips/x", b"{}", "application/json", 404),
        ("/clips/0", b"[1]", "application/json", 400),
        ("/clips/0", b"{", "application/json", 400),
        ("/clips/0", b" " * 1_000_001, "application/json", 413),
        ("/nothing", None, "", 404),
        ("/media/7", None, "", 404),
        ("/media/..%2f..%2fetc", None, "", 404),
    ],
)
def test_odd_requests(
    server: LabelServer, path: str, body: bytes | None, kind: str, status: int
) -> None:
    """Each is answered, none changes anything or leads out of the set."""
    try:
        assert ask(server, path, body, Content_Type=kind)[0] == status
    except (BrokenPipeError, ConnectionResetError):
        assert status == 413  # it hung up before the body was sent


def test_labels_are_read_from_captions(tmp_path: Path) -> None:
    """Only those that are missing; a caption that is not Korean is named."""
    rights = {"source": "self", "licence": "CC0"}
    write_clips(
        tmp_path,
        [
            SourceClip("a.mp4", "어두운 숲에서 호랑이에게 쫓겨서 무서웠다.", **rights),
            SourceClip("b.mp4", "바다에서 상어가 나타나 무서웠다.", "행복", mood="밝다", **rights),
            SourceClip("c.mp4", "a tiger", **rights),
        ],
    )
    done = label_from_captions(tmp_path)
    first, second, third = read_clips(tmp_path)
    assert (first.emotion, first.category) == ("공포", "지상동물")
    assert "숲" in first.background
    assert (second.emotion, second.mood) == ("행복", "밝다")
    assert second.category == "수중동물"
    assert third == SourceClip("c.mp4", "a tiger", **rights)
    assert done.changed == ("a.mp4", "b.mp4")
    assert [file for file, _ in done.left] == ["c.mp4"]


def test_an_empty_set_has_no_page(tmp_path: Path) -> None:
    """There is nothing to label."""
    write_clips(tmp_path, [])
    with pytest.raises(DataError, match="data import"):
        LabelSet(tmp_path)
