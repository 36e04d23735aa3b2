"""Talking to a language model: OpenAI, or any server that speaks as it does (vLLM, Ollama,
llama.cpp). What is asked for is a pydantic model; what comes back is one, or an error in words.

Nothing of what is said reaches a log or an error: the SDK's own logger is kept from it.
"""

import json
import logging
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from ipaddress import ip_address
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Generic, TypeVar
from urllib.parse import urlsplit

from pydantic import BaseModel, SecretStr, ValidationError

from mongyudo.errors import ProviderError, SettingsError
from mongyudo.keys import PLACES, find_key, key_for
from mongyudo.settings import Settings, data_folder

if TYPE_CHECKING:
    from openai import OpenAI, OpenAIError

T = TypeVar("T", bound=BaseModel)

OPENAI_URL = "https://api.openai.com/v1"
OPENAI_MODEL = "gpt-6-luna"
"""OpenAI's model for much work at little cost (2026-09-22)."""
RETRIES = 2
"""After a 429 (as long as its Retry-After says, up to a minute), a 5xx or a lost connection; also
of a question that may have been answered, for it costs little."""
PRICES = Path(__file__).parent / "chat_prices.json"
UNENCRYPTED = (
    " 암호화되지 않은 http라 가는 길에서 누가 볼 수 있습니다. (It is http, not https: others on "
    "the way can read it.)"
)
_DATE = re.compile(r"-\d{4}-\d{2}-\d{2}$")
_LOGGERS = ("openai", "httpx", "httpx2", "httpcore", "httpcore2")
_REASONS = ("gpt-5", "gpt-6")
"""Families of OpenAI that think first, and are asked to do so briefly."""


@dataclass(frozen=True, slots=True)
class Server:
    """Who answers: `url` ends before /chat/completions; `key` None where none is wanted."""

    title: str
    url: str
    model: str
    key: SecretStr | None
    timeout_s: float
    is_openai: bool

    @property
    def host(self) -> str:
        """Where what is said goes, such as api.openai.com."""
        return urlsplit(self.url).netloc

    @property
    def is_here(self) -> bool:
        """Whether it is this machine itself, which nothing leaves then."""
        name = urlsplit(self.url).hostname or ""
        try:
            return ip_address(name).is_loopback
        except ValueError:
            return name == "localhost"


@dataclass(frozen=True, slots=True)
class Model:
    """Whom to ask, and the folder in which answers are kept (None: nowhere)."""

    server: Server
    cache: Path | None = None


@dataclass(frozen=True, slots=True)
class Usage:
    """Tokens that an exchange took, as the server counts them."""

    tokens_in: int = 0
    tokens_out: int = 0


@dataclass(frozen=True, slots=True)
class Answer(Generic[T]):
    """What was asked for, and what it took."""

    value: T
    usage: Usage


class UnansweredError(ProviderError):
    """The model did not give what it was asked for; `usage` is what it took all the same."""

    def __init__(self, told: str, usage: Usage = Usage()) -> None:
        super().__init__(told)
        self.usage = usage


def server_from(settings: Settings) -> Server:
    """The server that the settings name.

    Raises ProviderError without the SDK; SettingsError for an address that is none, or a server of
    one's own without a model; MissingKeyError where OpenAI is meant and there is no key.
    """
    if settings.llm_base_url:
        _need_sdk()
        url = _checked(settings.llm_base_url)
        if not settings.llm_model:
            raise SettingsError(
                f"llm_model이 없습니다. {urlsplit(url).netloc}의 모델 이름을 적어 주세요: "
                "MONGYUDO_LLM_MODEL=qwen3:8b (llm_model is not set: name a model.)"
            )
        key = find_key("llm", settings)
        title = f"{PLACES['llm'].title} {urlsplit(url).netloc}"
        return Server(title, url, settings.llm_model, key, settings.llm_timeout_s, is_openai=False)
    return openai_server(settings, settings.llm_model or OPENAI_MODEL)


def openai_server(settings: Settings, model: str) -> Server:
    """OpenAI itself, whatever other server reads; errors of server_from."""
    _need_sdk()
    url = _checked(os.environ.get("OPENAI_BASE_URL", "").strip() or OPENAI_URL)
    key = key_for("openai", settings)
    return Server("OpenAI", url, model, key, settings.llm_timeout_s, is_openai=True)


def _need_sdk() -> None:
    if find_spec("openai") is None:
        raise ProviderError(
            "언어 모델과 유료 서비스를 부르는 꾸러미가 없습니다. 먼저 ./mongyudo setup hosted를 "
            "실행해 주세요. (The packages that call a language model or a paid service are "
            "missing: run ./mongyudo setup hosted in a clone, or pip install 'mongyudo[hosted]'.)"
        )


def model_from(settings: Settings) -> Model:
    """The model that the settings name, and where its answers are kept; errors of server_from.

    A diary that is encrypted keeps none of them beside it in the clear.
    """
    folder = None if settings.encrypt else data_folder(settings) / "answers"
    return Model(server_from(settings), folder)


def what_leaves(server: Server) -> str:
    """Where a dream goes to be read, in Korean and English, to be told before it goes."""
    if server.is_here:
        return (
            f"이 기계의 언어 모델이 읽습니다: {server.model} ({server.host}). 글은 이 기계를 "
            "떠나지 않습니다. (A language model of this machine reads; nothing leaves it.)"
        )
    return (
        f"언어 모델이 읽습니다: 꿈의 글이 {server.host} ({server.model})로 갑니다. 이름, 번호, "
        "장소는 가리고 보냅니다. (A language model reads: the text of the dream goes there; names, "
        "numbers and places are hidden before.)"
        + (UNENCRYPTED if server.url.startswith("http:") else "")
    )


def _checked(url: str) -> str:
    """The address without a last slash; one with a password in it would show it."""
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.username:
        raise SettingsError(
            "llm_base_url (OPENAI_BASE_URL) is no address of a server. Example: "
            "http://127.0.0.1:11434/v1; a key belongs in llm_api_key."
        )
    return url.rstrip("/")


def ask(server: Server, task: str, text: str, kind: type[T], most_tokens: int) -> Answer[T]:
    """What the model makes of `text` as `task` says, as `kind`, in at most `most_tokens` tokens.

    Raises ProviderError, naming the server, where it cannot be asked; UnansweredError where it
    declined, or answered with what is not `kind`. Neither repeats what was said.
    """
    import openai

    limit = "max_completion_tokens" if server.is_openai else "max_tokens"
    options: dict[str, Any] = {limit: most_tokens}
    if server.is_openai and server.model.startswith(_REASONS):
        options["reasoning_effort"] = "low"
    with client(server) as talking:
        try:
            raw = talking.chat.completions.with_raw_response.parse(
                model=server.model,
                messages=[{"role": "system", "content": task}, {"role": "user", "content": text}],
                response_format=kind,
                **options,
            )
        except openai.OpenAIError as error:
            raise told(server, error) from None
    return _understood(server, raw, kind)


def _understood(server: Server, raw: Any, kind: type[T]) -> Answer[T]:
    import openai

    usage = _usage(raw.text)
    try:
        choices = raw.parse().choices
    except openai.LengthFinishReasonError:
        fault = "답이 도중에 끊겼습니다 (the answer was cut at its most tokens)"
    except openai.ContentFilterFinishReasonError:
        fault = "내용 거름막에 걸렸습니다 (its content filter stopped the answer)"
    except (ValidationError, ValueError, openai.OpenAIError):
        fault = "답이 정해진 꼴이 아닙니다 (the answer has not the form that was asked for)"
    else:
        message = choices[0].message if choices else None
        if message is not None and isinstance(message.parsed, kind):
            return Answer(message.parsed, usage)
        fault = (
            "답하기를 거절했습니다 (the model declined)"
            if message is not None and message.refusal
            else "빈 답이 왔습니다 (the answer is empty)"
        )
    raise UnansweredError(f"{server.title} ({server.model}): {fault}", usage) from None


def _usage(text: str) -> Usage:
    """What the server counted; nothing where it does not say."""
    try:
        counted = json.loads(text)["usage"]
        return Usage(int(counted["prompt_tokens"]), int(counted["completion_tokens"]))
    except (ValueError, KeyError, TypeError):
        return Usage()


def client(server: Server) -> "OpenAI":
    """The SDK's client. On this machine no proxy of the environment comes between, and what is
    OpenAI's (key, organisation) goes to OpenAI alone."""
    import openai

    for name in _LOGGERS:
        logging.getLogger(name).setLevel(logging.WARNING)
    own = None if server.is_openai else ""
    return openai.OpenAI(
        api_key=server.key.get_secret_value() if server.key else "none",
        base_url=server.url,
        timeout=server.timeout_s,
        max_retries=RETRIES,
        http_client=openai.DefaultHttpxClient(trust_env=False) if server.is_here else None,
        organization=own,
        project=own,
    )


def told(server: Server, error: "OpenAIError") -> ProviderError:
    """The SDK's error in words, naming the server and the remedy, never what was sent."""
    import openai

    place = PLACES["openai" if server.is_openai else "llm"]
    status = error.status_code if isinstance(error, openai.APIStatusError) else 0
    code = error.code if isinstance(error, openai.APIError) else None
    remedies = {
        401: f"API 키가 맞지 않습니다. {place.setting} 값을 살펴 주세요. (The key was refused.)",
        403: "이 API 키로는 쓸 수 없습니다 (this key may not use the model)",
        404: f"모델 {server.model!r}이 없습니다. llm_model과 llm_base_url을 살펴 주세요. "
        "(There is no such model.)",
        429: "지금은 너무 바쁩니다. 기다리거나 다른 모델을 골라 주세요. (A rate limit: wait.)",
    }
    if code == "insufficient_quota":
        why = "남은 금액이 없습니다 (the account has no credit left)"
    elif status:
        why = remedies.get(status, f"HTTP {status}")
    elif isinstance(error, openai.APITimeoutError):
        why = (
            f"{server.timeout_s:g}초 안에 답이 없습니다. llm_timeout_s를 늘려 보세요. "
            "(There was no answer in time.)"
        )
    elif isinstance(error, openai.APIConnectionError):
        why = (
            f"{server.host}에 닿지 않습니다. 서버가 켜져 있는지, 네트워크가 되는지 살펴 주세요. "
            "(It cannot be reached: is it running, is there a network?)"
        )
    else:
        why = type(error).__name__
    return ProviderError(f"{server.title}: {why}")


@dataclass(frozen=True, slots=True)
class Prices:
    """US dollars per million tokens, (in, out) by model, as of a day, from `source`."""

    as_of: str
    source: str
    usd: Mapping[str, tuple[float, float]]


@cache
def prices() -> Prices:
    """What stands in the dated file beside this one."""
    kept = json.loads(PRICES.read_text("utf-8"))
    usd = {model: (float(each[0]), float(each[1])) for model, each in kept["usd"].items()}
    return Prices(kept["as_of"], kept["source"], MappingProxyType(usd))


def cost_usd(server: Server, usage: Usage) -> float | None:
    """What `usage` costs; 0 on this machine, None where no price is known."""
    if server.is_here:
        return 0.0
    known = prices().usd if server.is_openai else {}
    model = _DATE.sub("", server.model)
    if model not in known:
        return None
    per_in, per_out = known[model]
    return round((usage.tokens_in * per_in + usage.tokens_out * per_out) / 1e6, 6)
