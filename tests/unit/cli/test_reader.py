"""A language model reads at the terminal: told before, told after, and no secret anywhere."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.fakes.openai import FakeOpenAI, Said
from tests.fakes.server import Request

from mongyudo.cli import group
from mongyudo.settings import load_settings

pytestmark = pytest.mark.slow

KEY = "sk-canary-1447"
DREAM = (
    "김민수와 강남역에서 호랑이에게 쫓겼다. 010-1234-5678로 전화를 했다. 물고기가 하늘을 날았다."
)
NAMES = ("김민수", "민수", "강남역", "1234-5678")


@pytest.fixture
def fake(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[FakeOpenAI]:
    """OpenAI, named by the variables that its SDK reads."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")
    monkeypatch.setenv("MONGYUDO_HOME", str(tmp_path / "home"))
    with FakeOpenAI(key=KEY) as fake:
        monkeypatch.setenv("OPENAI_API_KEY", KEY)
        monkeypatch.setenv("OPENAI_BASE_URL", fake.base_url)
        load_settings.cache_clear()
        yield fake
    load_settings.cache_clear()


def told(*words: object) -> Result:
    """What a command says."""
    return CliRunner().invoke(group, [str(word) for word in words])


def sent(request: Request) -> str:
    """A request as one text, its Korean readable."""
    return json.dumps(request.json, ensure_ascii=False)


def test_a_film_of_what_the_model_read_holds_no_secret(fake: FakeOpenAI, tmp_path: Path) -> None:
    """Names stay out of requests, prompts and logs, the key out of everything but its header."""
    done = subprocess.run(
        [sys.executable, "-m", "mongyudo", "film", DREAM, "--reader", "llm", "--seconds", "0.5",
         "--fps", "4", "-o", "made"],
        env={**os.environ, "OPENAI_LOG": "debug"}, capture_output=True, text=True, check=True,
        timeout=120,
    )  # fmt: skip
    manifest = json.loads((tmp_path / "made" / "film.json").read_text("utf-8"))
    reading = manifest["reading"]
    assert (reading["read_by"]["reader"], reading["read_by"]["hidden"]) == ("llm", 3)
    assert "".join(segment["text"] for segment in reading["segments"]) == DREAM
    drawn = {each["concept"] for shot in manifest["shots"] for each in shot["drawn"]}
    assert {"tiger", "fish"} <= drawn
    assert [s["prompt"] for s in reading["segments"]] == ["a quiet scene, soft light"] * 2
    assert fake.url.removeprefix("http://") in done.stderr  # where it goes, before it goes
    (request,) = fake.requests
    for name in NAMES:
        assert name not in sent(request) + done.stderr + done.stdout
        assert name not in "".join(segment["prompt"] for segment in reading["segments"])
    assert request.headers["authorization"] == f"Bearer {KEY}"
    kept = b"".join(p.read_bytes() for p in tmp_path.rglob("*") if p.is_file())
    assert KEY.encode() not in kept + sent(request).encode() + (done.stderr + done.stdout).encode()
    assert "호랑이" not in done.stderr


def test_what_may_not_be_filmed_is_not_sent(fake: FakeOpenAI) -> None:
    """It is read offline, and the reading says so."""
    done = told("read", "--reader", "llm", "사람을 칼로 찔러 죽였다. 피가 낭자했다.")
    found = json.loads(done.stdout)
    assert found["verdict"]["outcome"] == "refuse"
    assert found["read_by"]["reader"] == "offline"
    assert "not sent" in done.stderr
    assert not fake.requests


def test_what_the_model_says_is_judged_too(fake: FakeOpenAI) -> None:
    """An answer that may not be filmed is not used."""
    scene = {"first": 1, "keywords": [], "prompt": "a man stabs a woman, blood everywhere"}
    whole = {"emotions": [], "categories": [], "scenes": [scene]}
    fake.reply = lambda _task, _text: Said(json.dumps(whole))
    done = told("read", "--reader", "llm", DREAM)
    found = json.loads(done.stdout)
    assert "stabs" not in done.stdout
    assert (found["read_by"]["reader"], found["read_by"]["tokens_in"]) == ("offline", 1000)
    assert "policy refuses what the model answered" in done.stderr


def test_a_fallback_is_told_for_each_dream(fake: FakeOpenAI, tmp_path: Path) -> None:
    """And every line comes out all the same."""
    fake.key = "another"
    lines = "\n".join(json.dumps({"id": f"d{n}", "text": "뱀이 나왔다."}) for n in range(2))
    (tmp_path / "dreams.jsonl").write_text(lines)
    done = told("read", "--jsonl", "--reader", "llm", tmp_path / "dreams.jsonl")
    assert done.exit_code == 0
    assert [json.loads(line)["id"] for line in done.stdout.splitlines()] == ["d0", "d1"]
    assert done.stderr.count("read offline instead") == 2


def test_nothing_is_sent_unless_it_is_chosen(
    fake: FakeOpenAI, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A key alone chooses nothing; without one the choice is a clear error."""
    assert json.loads(told("read", DREAM).stdout)["read_by"]["reader"] == "offline"
    assert not fake.requests
    monkeypatch.setenv("MONGYUDO_READER", "llm")
    load_settings.cache_clear()
    assert json.loads(told("read", DREAM).stdout)["read_by"]["reader"] == "llm"
    assert json.loads(told("read", "--reader", "offline", DREAM).stdout)["read_by"]["server"] == ""
    monkeypatch.delenv("OPENAI_API_KEY")
    done = told("read", DREAM)
    assert done.exit_code != 0
    assert "OpenAI" in str(done.exception)


def test_summaries_are_written_once_and_at_their_length(fake: FakeOpenAI, tmp_path: Path) -> None:
    """In Korean, no longer than the keywords; what failed is asked for again, others are not."""
    dreams = [
        {"id": n, "text": text, "emotion": ["공포"], "category": ["지상동물"], "elements": []}
        for n, text in (("one", DREAM), ("two", "뱀이 마당에 나왔다. 할머니가 웃었다."))
    ]
    file, out = tmp_path / "dreams.jsonl", tmp_path / "summaries.jsonl"
    file.write_text("\n".join(json.dumps(dream) for dream in dreams), "utf-8")
    answers = iter(["A tiger.", "가" * 300, "뱀과 할머니"])
    fake.reply = lambda _task, _text: Said(json.dumps({"summary": next(answers)}))
    done = told("lab", "summaries", file, "-o", out)
    assert done.exit_code == 1
    assert "one: 300 characters" in done.stderr
    assert "not Korean" in fake.requests[1].json["messages"][0]["content"]
    fake.reply = lambda _task, _text: Said(json.dumps({"summary": "[사람1], 호랑이"}))
    assert told("lab", "summaries", file, "-o", out).exit_code == 0
    lines = [json.loads(line) for line in out.read_text("utf-8").splitlines()]
    assert {line["id"]: line["summary"] for line in lines} == {
        "two": "뱀과 할머니", "one": "김민수, 호랑이",
    }  # fmt: skip
    assert lines[0]["tokens_in"] == 1000
    for name in NAMES:
        assert name not in "".join(map(sent, fake.requests))
