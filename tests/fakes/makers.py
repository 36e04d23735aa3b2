"""Fakes of those who make clips and pictures for money: Runway, OpenAI's images, an mj proxy.

Each charges when it takes a task, not when it answers, and counts what it charged.
"""

import base64
import io
import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import av
import numpy as np
import pytest
from tests.fakes.server import Answer, Fake, Request

KEY = "key_canary1447"
SIZE_PX = (128, 72)
FPS = 24
CREDITS = {"gen4.5": 12, "gen4_turbo": 5, "gen4_image": 8}
RATIOS = {
    "text_to_video": ("1280:720", "720:1280"),
    "image_to_video": ("1280:720", "720:1280", "1104:832", "832:1104", "960:960", "1584:672"),
    "text_to_image": ("1920:1080", "1080:1920", "1080:1080", "1440:1080", "1080:1440", "2112:912"),
}
USUAL = ("PENDING", "RUNNING", "SUCCEEDED")


@cache
def clip(frames: int, hue: int = 0) -> bytes:
    """A small H.264 clip in which something moves."""
    file = io.BytesIO()
    with av.open(file, "w", format="mp4") as container:
        stream = container.add_stream("libx264", rate=FPS)
        stream.width, stream.height = SIZE_PX
        stream.pix_fmt = "yuv420p"
        for at in range(frames):
            picture = np.full((SIZE_PX[1], SIZE_PX[0], 3), 40, np.uint8)
            picture[20:50, at % 90 : at % 90 + 30, hue % 3] = 220
            frame = av.VideoFrame.from_ndarray(picture, format="rgb24")
            container.mux(stream.encode(frame))
        container.mux(stream.encode())
    return file.getvalue()


@cache
def picture(hue: int = 0) -> bytes:
    """A small PNG."""
    from PIL import Image

    pixels = np.full((SIZE_PX[1], SIZE_PX[0], 3), 30, np.uint8)
    pixels[:, :, hue % 3] = np.linspace(240, 90, SIZE_PX[0]).astype(np.uint8)
    file = io.BytesIO()
    Image.fromarray(pixels).save(file, "PNG")
    return file.getvalue()


@dataclass
class Made:
    """A task that the fake has taken, and how it will stand the next times it is asked."""

    id: str
    endpoint: str
    body: dict[str, object]
    stands: list[str]
    credits: int
    deleted: bool = False


@dataclass
class Runway:
    """Speaks as api.dev.runwayml.com does; `stands` is what becomes of the next tasks.

    `watch` hears of what is about to happen and of what has happened.
    """

    stands: Sequence[str] = USUAL
    failure_code: str = ""
    tasks: list[Made] = field(default_factory=list)
    charged: int = 0
    downloads: int = 0
    expired: set[str] = field(default_factory=set)
    watch: Callable[[str], None] = lambda _: None

    def serve(self) -> Fake:
        """The server; its url goes into RUNWAYML_BASE_URL."""
        kinds = "|".join(RATIOS)
        return Fake(
            [
                ("POST", rf"/v1/({kinds})", self._create),
                ("GET", r"/v1/tasks/([\w-]+)", self._look),
                ("DELETE", r"/v1/tasks/([\w-]+)", self._delete),
                ("GET", r"/out/([\w-]+)/(\d+)", self._download),
            ]
        )

    def _create(self, request: Request) -> Answer:
        fault = _refused(request) or _fault(request.groups[0], request.json)
        if fault is not None:
            return fault
        body = request.json
        cost = CREDITS[body["model"]] * int(body.get("duration", 1))
        made = Made(
            f"00000000-0000-4000-8000-{len(self.tasks):012d}", request.groups[0], body,
            list(self.stands), cost,
        )  # fmt: skip
        self.tasks.append(made)
        self.charged += cost
        self.watch("after create")
        return Answer({"id": made.id, "estimatedCost": {"credits": cost}})

    def _look(self, request: Request) -> Answer:
        self.watch("before look")
        made = self._made(request.groups[0])
        if made is None:
            return _refused(request) or Answer({"error": "not found"}, 404)
        state = made.stands.pop(0) if len(made.stands) > 1 else made.stands[0]
        told: dict[str, object] = {
            "id": made.id, "createdAt": "2026-11-29T17:00:00.000Z", "status": state,
        }  # fmt: skip
        if state in ("SUCCEEDED", "FAILED", "CANCELLED"):
            told["cost"] = {"credits": made.credits}
        else:
            told["estimatedCost"] = {"credits": made.credits}
        if state == "RUNNING":
            told["progress"] = 0.5
        if state == "SUCCEEDED":
            turn = sum(address.startswith(made.id) for address in self.expired)
            told["output"] = [f"http://{request.headers['host']}/out/{made.id}/{turn}"]
        if state == "FAILED":
            told |= {"failure": "The task did not work out.", "failureCode": self.failure_code}
        return _refused(request) or Answer(told)

    def _delete(self, request: Request) -> Answer:
        made = self._made(request.groups[0])
        if made is None:
            return Answer({"error": "not found"}, 404)
        made.deleted = True
        if made.stands[0] in ("PENDING", "THROTTLED"):
            self.charged -= made.credits
        return Answer(b"", 204)

    def _download(self, request: Request) -> Answer:
        task_id, turn = request.groups
        self.watch("before download")
        made = self._made(task_id)
        if made is None or f"{task_id}/{turn}" in self.expired:
            return Answer(b"<Error>expired</Error>", 403, {"content-type": "text/xml"})
        self.downloads += 1
        hue = self.tasks.index(made)
        if made.endpoint == "text_to_image":
            return Answer(picture(hue), headers={"content-type": "image/png"})
        frames = int(str(made.body["duration"])) * FPS
        return Answer(clip(frames, hue), headers={"content-type": "video/mp4"})

    def _made(self, task_id: str) -> Made | None:
        return next((each for each in self.tasks if each.id == task_id and not each.deleted), None)


def _refused(request: Request) -> Answer | None:
    """What the real one does with a missing key or version."""
    if request.headers.get("authorization") != f"Bearer {KEY}":
        return Answer({"error": "Unauthorized"}, 401)
    if request.headers.get("x-runway-version") != "2024-11-06":
        return Answer({"error": "X-Runway-Version is missing"}, 400)
    return None


def _fault(endpoint: str, body: dict[str, object]) -> Answer | None:
    """What is wrong with a request, by the rules of the SDK's types."""
    text = str(body.get("promptText", ""))
    seconds = body.get("duration")
    rules = {
        "promptText": 0 < len(text.encode("utf-16-le")) // 2 <= 1000,
        "ratio": body.get("ratio") in RATIOS[endpoint],
        "model": body.get("model") in CREDITS,
        "seed": isinstance(body.get("seed"), int) and 0 <= int(str(body["seed"])) < 2**32,
        "duration": endpoint == "text_to_image"
        or (isinstance(seconds, int) and 2 <= seconds <= 10),
        "promptImage": ("promptImage" in body) == (endpoint == "image_to_video")
        and str(body.get("promptImage", "data:image/")).startswith("data:image/"),
        "gen4_turbo wants promptImage": body.get("model") != "gen4_turbo" or "promptImage" in body,
    }
    broken = [name for name, holds in rules.items() if not holds]
    return Answer({"error": f"Validation of body failed: {broken}"}, 400) if broken else None


@dataclass
class OpenAIImages:
    """Speaks as POST /images/generations does; `moderated` refuses all."""

    moderated: bool = False
    drawn: int = 0

    def serve(self) -> Fake:
        """The server; its url goes into OPENAI_BASE_URL."""
        return Fake([("POST", "/images/generations", self._generate)])

    def _generate(self, request: Request) -> Answer:
        if request.headers.get("authorization") != f"Bearer {KEY}":
            return _openai_error(401, "invalid_api_key", f"Incorrect API key provided: {KEY}")
        if self.moderated:
            return _openai_error(400, "moderation_blocked", "Your request was rejected")
        width, height = map(int, request.json["size"].split("x"))
        if width % 16 or height % 16 or request.json["n"] != 1:
            return _openai_error(400, "invalid_value", "size")
        self.drawn += 1
        told = base64.b64encode(picture(self.drawn)).decode()
        usage = {
            "input_tokens": 50, "output_tokens": 1568, "total_tokens": 1618,
            "input_tokens_details": {"image_tokens": 0, "text_tokens": 50},
        }  # fmt: skip
        return Answer({"created": 1796000000, "data": [{"b64_json": told}], "usage": usage})


def _openai_error(status: int, code: str, message: str) -> Answer:
    return Answer({"error": {"message": message, "code": code, "type": "x", "param": None}}, status)


@dataclass
class MjProxy:
    """Speaks as midjourney-proxy does; `stands` is what becomes of the next tasks."""

    stands: Sequence[str] = ("SUBMITTED", "IN_PROGRESS", "SUCCESS")
    tasks: list[list[str]] = field(default_factory=list)
    code: int = 1

    def serve(self) -> Fake:
        """The server; its url goes into MONGYUDO_MJ_URL."""
        return Fake(
            [
                ("POST", "/mj/submit/imagine", self._submit),
                ("GET", r"/mj/task/(\d+)/fetch", self._look),
                ("POST", r"/mj/task/(\d+)/cancel", lambda _: Answer({"code": 1})),
                ("GET", r"/pictures/(\d+).png", lambda r: Answer(picture(int(r.groups[0])))),
            ]
        )

    def _submit(self, request: Request) -> Answer:
        if request.headers.get("mj-api-secret") != KEY:
            return Answer({"code": 4, "description": "wrong secret"}, 401)
        if self.code not in (1, 22):
            return Answer({"code": self.code, "description": f"no: {request.json['prompt']}"})
        self.tasks.append(list(self.stands))
        number = str(len(self.tasks) - 1)
        return Answer({"code": self.code, "description": "ok", "result": number, "properties": {}})

    def _look(self, request: Request) -> Answer:
        number = request.groups[0]
        stands = self.tasks[int(number)]
        state = stands.pop(0) if len(stands) > 1 else stands[0]
        told = {"id": number, "status": state, "progress": "40%", "failReason": "no luck"}
        if state == "SUCCESS":
            host = request.headers["host"]
            told |= {"progress": "100%", "imageUrl": f"http://{host}/pictures/{number}.png"}
        return Answer(told)


def posts(fake: Fake) -> list[dict[str, object]]:
    """What was asked to be made, in order."""
    return [json.loads(each.body) for each in fake.requests if each.method == "POST"]


@dataclass(frozen=True)
class Market:
    """All makers at once, with their servers, and the folder that a buyer calls home."""

    runway: Runway
    openai: OpenAIImages
    mj: MjProxy
    runway_server: Fake
    openai_server: Fake
    mj_server: Fake
    home: Path

    @property
    def spoken(self) -> bytes:
        """Every byte that was sent to any of them."""
        servers = (self.runway_server, self.openai_server, self.mj_server)
        requests = [request for server in servers for request in server.requests]
        return b"".join(each.body + each.path.encode() for each in requests)


@contextmanager
def market(monkeypatch: pytest.MonkeyPatch, home: Path) -> Iterator[Market]:
    """The makers, with this process set up to buy from them without waiting long."""
    from mongyudo.backends.hosted import mj, paying, runway
    from mongyudo.settings import load_settings

    makers = Runway(), OpenAIImages(), MjProxy()
    with makers[0].serve() as one, makers[1].serve() as two, makers[2].serve() as three:
        given = {
            "RUNWAYML_BASE_URL": one.url, "RUNWAYML_API_SECRET": KEY, "OPENAI_BASE_URL": two.url,
            "OPENAI_API_KEY": KEY, "MONGYUDO_MJ_URL": three.url, "MJ_API_SECRET": KEY,
            "MONGYUDO_HOME": str(home), "PYTHON_KEYRING_BACKEND": "keyring.backends.null.Keyring",
        }  # fmt: skip
        for name, value in given.items():
            monkeypatch.setenv(name, value)
        monkeypatch.setattr(paying, "FIRST_PAUSE_S", 0.01)
        monkeypatch.setattr(runway.Runway, "poll_s", 0.01)
        monkeypatch.setattr(mj.MjProxy, "poll_s", 0.01)
        load_settings.cache_clear()
        yield Market(*makers, one, two, three, home)
    load_settings.cache_clear()
