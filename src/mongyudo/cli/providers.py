"""Each hosted service, tried out by a question that costs nothing and tells nothing of dreams."""

from collections.abc import Callable, Iterator
from importlib.util import find_spec

from mongyudo.chat import client, server_from, told
from mongyudo.errors import ProviderError
from mongyudo.keys import PLACES, Provider, find_key, key_for
from mongyudo.settings import Settings

TIMEOUT_S = 15.0
"""Whoever asks the doctor waits for the answer."""
Trial = Callable[[], str]


def trials(settings: Settings) -> Iterator[tuple[str, Trial | None]]:
    """Each provider's title with what tries it out, None where nothing is set for it.

    A trial returns what it found, or raises ProviderError that names the provider.
    """
    tried: dict[Provider, Trial] = {
        "openai": lambda: _language_model(settings.model_copy(update={"llm_base_url": ""})),
        "llm": lambda: _language_model(settings),
        "runway": lambda: _runway(settings),
        "runpod": lambda: _runpod(settings),
        "mj": lambda: _mj_proxy(settings),
    }
    own = {"llm": settings.llm_base_url, "mj": settings.mj_url}
    for provider, trial in tried.items():
        is_set = bool(own[provider]) if provider in own else _has_key(provider, settings)
        yield PLACES[provider].title, trial if is_set else None


def _has_key(provider: Provider, settings: Settings) -> bool:
    """Whether there is something in the place of a key; a bad one is for the trial to tell."""
    try:
        return find_key(provider, settings) is not None
    except ProviderError:
        return True


def _language_model(settings: Settings) -> str:
    """OpenAI, or the server of the settings: is it there, takes it the key, has it the model?"""
    from openai import OpenAIError

    if not settings.llm_base_url and settings.reader == "offline":
        settings = settings.model_copy(update={"llm_model": ""})  # it may be another server's
    server = server_from(settings)
    try:
        with client(server) as talking:
            asking = talking.with_options(timeout=TIMEOUT_S, max_retries=0)
            if server.is_openai:
                asking.models.retrieve(server.model)
                return f"{server.title}: {server.model} at {server.host}"
            kept = list(asking.models.list())
    except OpenAIError as error:
        raise told(server, error) from None
    names = [model.id for model in kept]
    if server.model not in names and not any(m.owned_by == "llamacpp" for m in kept):
        raise ProviderError(
            f"{server.title}: 모델 {server.model!r}이 없습니다 (no such model); it has "
            f"{', '.join(names) or 'none'}: see llm_model"
        )
    return f"{server.title}: {server.model}"


def _runway(settings: Settings) -> str:
    """Runway: takes it the key, and how many credits are left?"""
    title, key = PLACES["runway"].title, key_for("runway", settings)
    if find_spec("runwayml") is None:
        raise ProviderError(
            f"{title}: 꾸러미가 없습니다. ./mongyudo setup hosted를 실행해 주세요. (It is missing.)"
        )
    import runwayml

    try:
        with runwayml.RunwayML(
            api_key=key.get_secret_value(), timeout=TIMEOUT_S, max_retries=0
        ) as runway:
            return f"{title}: {runway.organization.retrieve().credit_balance} credits left"
    except runwayml.APIStatusError as error:
        why = "API 키가 맞지 않습니다 (the key was refused)" if error.status_code == 401 else ""
        why = why or f"HTTP {error.status_code}"
    except runwayml.RunwayMLError as error:
        why = f"연결되지 않습니다: {type(error).__name__} (It cannot be reached.)"
    raise ProviderError(f"{title}: {why}")


def _runpod(settings: Settings) -> str:
    """RunPod: takes the endpoint the key, and what do its workers do?"""
    from mongyudo.backends.hosted.runpod_api import RunPod

    title, key = PLACES["runpod"].title, key_for("runpod", settings)
    if not settings.runpod_endpoint:
        return f"{title}: API 키가 있습니다 (a key, but no runpod_endpoint to try)"
    workers = RunPod(settings.runpod_url, settings.runpod_endpoint, key).health()
    return f"{title}: endpoint {settings.runpod_endpoint}, {workers.running} running"


def _mj_proxy(settings: Settings) -> str:
    """A proxy of one's own: does it answer, takes it the secret? It is asked for no such task."""
    import httpx

    title, key = PLACES["mj"].title, find_key("mj", settings)
    url = settings.mj_url.rstrip("/")
    headers = {} if key is None else {"mj-api-secret": key.get_secret_value()}
    try:
        answer = httpx.get(f"{url}/mj/task/0/fetch", headers=headers, timeout=TIMEOUT_S)
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        why = f"{settings.mj_url}에 닿지 않습니다: {type(error).__name__} (It cannot be reached.)"
        raise ProviderError(f"{title}: {why}") from None
    if answer.status_code in (401, 403):
        raise ProviderError(f"{title}: mj_api_secret이 맞지 않습니다 (the secret was refused)")
    if answer.status_code >= 500:
        raise ProviderError(f"{title}: HTTP {answer.status_code}")
    return f"{title}: answers at {url}"
