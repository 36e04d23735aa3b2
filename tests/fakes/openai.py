"""OpenAI, or a server that speaks as it does, for the official SDK: chat, moderation, models.

`reply` makes the words of an answer from the request; `plain_reply` reads as a very simple model
would, so that what it says has ground in the text.
"""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from tests.fakes.server import Answer, Fake, Request

MODEL = "gpt-6-luna"
MODERATED = (
    "harassment", "harassment/threatening", "hate", "hate/threatening", "illicit",
    "illicit/violent", "self-harm", "self-harm/instructions", "self-harm/intent", "sexual",
    "sexual/minors", "violence", "violence/graphic",
)  # fmt: skip
PART = re.compile(r"^(\d+): (.*)$", re.MULTILINE)
NOUN = re.compile(r"([가-힣]{2,5}?)(?:에게|에서|으로|한테|이|가|을|를|에|와|과|은|는)(?![가-힣])")


@dataclass(frozen=True)
class Said:
    """What the model says: text, or a refusal; why it ended there; tokens in and out."""

    content: str | None
    refusal: str | None = None
    finish_reason: str = "stop"
    tokens: tuple[int, int] = (1000, 200)


Reply = Callable[[str, str], Said]
"""The task and the text to what is said."""


def plain_reply(task: str, text: str) -> Said:
    """Two scenes where two are allowed; keywords are words before particles, copied."""
    parts = PART.findall(text)
    firsts = [1]
    if len(parts) > 1 and "at most 1," not in task:
        firsts.append(len(parts) // 2 + 1)
    if "one for each part" in task:
        firsts = [int(number) for number, _ in parts]
    scenes = []
    for at, first in enumerate(firsts):
        last = firsts[at + 1] - 1 if at + 1 < len(firsts) else len(parts)
        told = " ".join(words for number, words in parts if first <= int(number) <= last)
        nouns = list(dict.fromkeys(NOUN.findall(told)))[:5]
        words = [
            {"ko": noun, "en": f"thing {n}", "kind": "prop", "plain": noun}
            for n, noun in enumerate(nouns)
        ]
        scenes.append({"first": first, "keywords": words, "prompt": "a quiet scene, soft light"})
    return said(scenes)


def said(scenes: list[dict[str, Any]], **more: Any) -> Said:
    """The answer with these scenes."""
    whole = {
        "emotions": [{"label": "공포", "share": 0.8}, {"label": "놀람", "share": 0.2}],
        "categories": [{"label": "지상동물", "share": 0.7}, {"label": "기타", "share": 0.1}],
        "scenes": scenes,
    }
    return Said(json.dumps(whole | more, ensure_ascii=False))


class FakeOpenAI(Fake):
    """`reply` may be changed while it runs; `key` None lets anybody in."""

    def __init__(self, reply: Reply = plain_reply, *, key: str | None = None) -> None:
        super().__init__(
            [
                ("POST", r"/v1/chat/completions", self._chat),
                ("POST", r"/v1/moderations", self._moderation),
                ("GET", r"/v1/models", self._models),
                ("GET", r"/v1/models/(.+)", self._model),
            ]
        )
        self.reply, self.key = reply, key
        self.flagged: Callable[[str], set[str]] = lambda _: set()

    @property
    def base_url(self) -> str:
        """What a client is told."""
        return f"{self.url}/v1"

    def _refused(self, request: Request) -> Answer | None:
        if self.key is None or request.headers.get("authorization") == f"Bearer {self.key}":
            return None
        told = f"Incorrect API key provided: {request.headers.get('authorization')}"
        return Answer({"error": {"message": told, "code": "invalid_api_key"}}, 401)

    def _chat(self, request: Request) -> Answer:
        if (no := self._refused(request)) is not None:
            return no
        task, text = (each["content"] for each in request.json["messages"])
        told = self.reply(task, text)
        message = {"role": "assistant", "content": told.content, "refusal": told.refusal}
        choice = {"index": 0, "message": message, "finish_reason": told.finish_reason}
        tokens_in, tokens_out = told.tokens
        return Answer(
            {
                "id": "chatcmpl-1",
                "object": "chat.completion",
                "created": 1795000000,
                "model": request.json["model"],
                "choices": [{**choice, "logprobs": None}],
                "usage": {
                    "prompt_tokens": tokens_in,
                    "completion_tokens": tokens_out,
                    "total_tokens": tokens_in + tokens_out,
                },
            }
        )

    def _moderation(self, request: Request) -> Answer:
        found = self.flagged(request.json["input"])
        categories = {name: name in found for name in MODERATED} | dict.fromkeys(found, True)
        result = {
            "flagged": bool(found),
            "categories": categories,
            "category_scores": {name: 0.9 if name in found else 0.01 for name in categories},
            "category_applied_input_types": {name: ["text"] for name in categories},
        }
        told = {"id": "modr-1", "model": "omni-moderation-2024-09-26", "results": [result]}
        return self._refused(request) or Answer(told)

    def _models(self, request: Request) -> Answer:
        model = {"id": MODEL, "object": "model", "created": 1795000000, "owned_by": "openai"}
        return self._refused(request) or Answer({"object": "list", "data": [model]})

    def _model(self, request: Request) -> Answer:
        if request.groups[0] != MODEL:
            told = f"The model '{request.groups[0]}' does not exist"
            return Answer({"error": {"message": told, "code": "model_not_found"}}, 404)
        model = {"id": MODEL, "object": "model", "created": 1795000000, "owned_by": "openai"}
        return self._refused(request) or Answer(model)
