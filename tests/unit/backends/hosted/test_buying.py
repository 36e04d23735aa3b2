"""Whatever a provider does, a clip is bought once, lost never, and what is unclear is told."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pydantic import TypeAdapter
from tests.contract.test_backends import shot_for
from tests.fakes.makers import KEY, Market, clip, market, posts
from tests.fakes.server import Fault, broken, cut, garbage, lost, slow, too_many, twice, unheard

from mongyudo.backends.contract import Options, Rendering
from mongyudo.backends.hosted.ledger import FOLDER, Ledger, unclear_tasks
from mongyudo.backends.hosted.runway import units_of
from mongyudo.backends.registry import get
from mongyudo.cli import run
from mongyudo.errors import (
    BudgetError,
    MissingKeyError,
    MongyudoError,
    NotAcceptedError,
    ProviderError,
    RenderCancelledError,
    UnclearPaymentError,
)
from mongyudo.settings import load_settings

pytestmark = pytest.mark.slow

CREDITS = 24
"""What one clip of two seconds costs."""
POST = "POST /v1/"
LOOK = "GET /v1/tasks"
OUT = "GET /out"


@pytest.fixture
def shop(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Market]:
    """All providers."""
    with market(monkeypatch, tmp_path) as found:
        yield found


@pytest.fixture
def ledger(shop: Market) -> Iterator[Ledger]:
    """The ledger of this home."""
    opened = Ledger(shop.home / FOLDER)
    yield opened
    opened.close()


def film(
    name: str = "runway-gen4.5",
    *,
    still: str = "",
    agreed_usd: float = 5.0,
    cancelled: Callable[[], bool] = lambda: False,
    **changes: object,
) -> Rendering:
    """One scene of two seconds, in a session of its own."""
    backend = get(name)
    session = backend.open(Options(agreed_usd=agreed_usd, still=still))
    try:
        rendering = session.render(shot_for(backend, **changes), cancelled)
        frames = list(rendering.frames)
    finally:
        session.close()
    assert len(frames) == rendering.frame_count == 48
    return rendering


def test_the_same_scene_is_bought_once(shop: Market, ledger: Ledger) -> None:
    """In every session; another seed or another scene is another clip."""
    first, again = film(), film()
    assert first.made_with == again.made_with
    assert first.made_with["cost_usd"] == pytest.approx(0.24)
    assert shop.runway.charged == CREDITS
    film(seed=6)
    film(index=1)
    assert shop.runway.charged == 3 * CREDITS
    assert [task.state for task in ledger.tasks()] == ["downloaded"] * 3


@pytest.mark.parametrize("fault", [too_many(0), too_many(None), broken(502), broken(503)])
def test_a_busy_provider_is_asked_again(shop: Market, fault: Fault) -> None:
    """It took nothing, as its documentation says; Retry-After is honoured."""
    shop.runway_server.then(replace(fault, on=POST), replace(fault, on=POST))
    film()
    assert shop.runway.charged == CREDITS
    assert len(posts(shop.runway_server)) == 3


def test_a_provider_that_stays_busy_is_left_alone(shop: Market, ledger: Ledger) -> None:
    """After six times; nothing was bought, and the next run asks again."""
    shop.runway_server.then(*[too_many(0, on=POST)] * 6)
    with pytest.raises(NotAcceptedError, match=r"Runway.*429"):
        film()
    assert ledger.spent_usd(0) == 0
    film()
    assert shop.runway.charged == CREDITS


UNCLEAR = {
    "dropped after": lost(on=POST),
    "dropped before": unheard(on=POST),
    "500": broken(500, on=POST),
    "504": broken(504, on=POST),
    "garbage": garbage(on=POST),
    "no id": garbage(b'{"id": 7}', on=POST),
    "half an answer": cut(on=POST),
}


@pytest.mark.parametrize("fault", UNCLEAR.values(), ids=UNCLEAR)
def test_what_is_unclear_is_told_and_not_sent_again(
    shop: Market, fault: Fault, capsys: pytest.CaptureFixture[str]
) -> None:
    """Not by the next run either; doctor tells it; `again` or `adopt` settle it, paid once."""
    shop.runway_server.then(fault)
    for _ in range(2):
        with pytest.raises(UnclearPaymentError, match="mongyudo paid again 1"):
            film()
    assert len(posts(shop.runway_server)) == 1
    assert [task.provider for task in unclear_tasks(load_settings())] == ["runway"]
    assert run(["paid"]) == 0
    assert "unclear" in capsys.readouterr().out
    settle = ["adopt", "1", shop.runway.tasks[0].id] if shop.runway.tasks else ["again", "1"]
    assert run(["paid", *settle]) == 0
    film()
    assert shop.runway.charged == CREDITS
    assert not unclear_tasks(load_settings())
    assert run(["paid", "again", "1"]) == 2


def test_a_provider_out_of_reach_sold_nothing(
    shop: Market, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No connection, no order: it may be sent again at once."""
    monkeypatch.setenv("RUNWAYML_BASE_URL", "http://127.0.0.1:9")
    with pytest.raises(NotAcceptedError, match="cannot be reached"):
        film()
    monkeypatch.setenv("RUNWAYML_BASE_URL", shop.runway_server.url)
    film()
    assert shop.runway.charged == CREDITS


LATER = {
    "look busy": too_many(0, on=LOOK),
    "look broken": broken(500, on=LOOK),
    "look garbage": garbage(on=LOOK),
    "look nonsense": garbage(b'{"status": "DANCING"}', on=LOOK),
    "look dropped": lost(on=LOOK),
    "look slow": slow(0.2, on=LOOK),
    "out broken": broken(500, on=OUT),
    "out dropped": lost(on=OUT),
    "out half": cut(on=OUT),
    "out garbage": garbage(b"no video", on=OUT),
    "out an empty file": garbage(b"", on=OUT),
    "out cut clip": garbage(clip(48)[:900], on=OUT),
}


@pytest.mark.parametrize("fault", LATER.values(), ids=LATER)
def test_what_fails_after_the_order_is_tried_again(shop: Market, fault: Fault) -> None:
    """The clip comes whole, and nothing is ordered twice."""
    shop.runway_server.then(fault, replace(fault, delay_s=0.0))
    film()
    assert shop.runway.charged == CREDITS
    assert len(posts(shop.runway_server)) == 1


def test_an_address_that_expired_is_asked_for_anew(shop: Market, ledger: Ledger) -> None:
    """Runway's live a day or two; the task gives a fresh one."""
    shop.runway.expired.add("00000000-0000-4000-8000-000000000000/0")
    film()
    assert shop.runway.charged == CREDITS
    (ledger.folder / ledger.tasks()[0].file).unlink()
    film()
    assert (shop.runway.charged, shop.runway.downloads) == (CREDITS, 2)


@pytest.mark.parametrize("code", ["SAFETY.INPUT.TEXT", "SAFETY.OUTPUT.VIDEO"])
def test_what_a_filter_refused_is_never_sent_again(shop: Market, ledger: Ledger, code: str) -> None:
    """It costs, is told in plain words, and counts in the day's budget."""
    shop.runway.stands, shop.runway.failure_code = ("PENDING", "FAILED"), code
    with pytest.raises(ProviderError, match="심사"):
        film()
    with pytest.raises(ProviderError, match="거절"):
        film()
    assert shop.runway.charged == CREDITS
    assert ledger.spent_usd(0) == pytest.approx(0.24)


@pytest.mark.parametrize(
    ("stands", "code", "told"),
    [
        ("FAILED", "INTERNAL.BAD_OUTPUT.CODE01", "쓸 만한 그림이"),
        ("FAILED", "ASSET.INVALID", "첫 그림을"),
        ("FAILED", "", "Runway 안에서"),
        ("CANCELLED", "", "취소"),
    ],
)
def test_a_failure_is_told_in_plain_words_and_may_be_tried_again(
    shop: Market, stands: str, code: str, told: str
) -> None:
    """A new run orders anew."""
    shop.runway.stands, shop.runway.failure_code = ("THROTTLED", stands), code
    with pytest.raises(ProviderError, match=told):
        film()
    shop.runway.stands = ("SUCCEEDED",)
    film()
    assert len(shop.runway.tasks) == 2


def test_a_task_that_is_gone_is_told(shop: Market) -> None:
    """Somebody deleted it there."""
    shop.runway_server.then(lost(on=POST))
    with pytest.raises(UnclearPaymentError):
        film()
    run(["paid", "adopt", "1", "00000000-0000-4000-8000-999999999999"])
    with pytest.raises(ProviderError, match="no such task"):
        film()


def test_stopped_before_it_began_a_task_is_cancelled(shop: Market) -> None:
    """Runway gives its price back then; the next run orders it."""
    shop.runway.stands = ("PENDING",)
    with pytest.raises(RenderCancelledError):
        film(cancelled=lambda: len(shop.runway_server.requests) > 1)
    assert shop.runway.tasks[0].deleted
    assert shop.runway.charged == 0
    shop.runway.stands = ("SUCCEEDED",)
    film()
    assert shop.runway.charged == CREDITS


def test_stopped_while_it_runs_a_task_is_kept_for_the_next_run(shop: Market) -> None:
    """It is paid: cancelling would lose the clip."""
    shop.runway.stands = ("RUNNING",)
    with pytest.raises(RenderCancelledError):
        film(cancelled=lambda: len(shop.runway_server.requests) > 1)
    shop.runway.tasks[0].stands = ["SUCCEEDED"]
    film()
    assert shop.runway.charged == CREDITS
    assert len(shop.runway.tasks) == 1


def test_a_request_delivered_twice_is_one_clip_here(shop: Market) -> None:
    """The provider's answer counts; what a proxy doubles on its way is beyond us."""
    shop.runway_server.then(twice(on=POST))
    rendering = film()
    assert rendering.made_with["task"] == shop.runway.tasks[1].id
    film()
    assert len(shop.runway.tasks) == 2


@pytest.mark.usefixtures("shop")
def test_a_refused_key_is_told_without_the_key(monkeypatch: pytest.MonkeyPatch) -> None:
    """And names the provider."""
    monkeypatch.setenv("RUNWAYML_API_SECRET", "key_wrong")
    with pytest.raises(MissingKeyError, match="Runway") as told:
        film()
    assert "key_wrong" not in str(told.value)
    monkeypatch.setenv("RUNWAYML_API_SECRET", KEY)
    film()  # nothing was taken, so it may be asked for at once
    monkeypatch.delenv("RUNWAYML_API_SECRET")
    state = get("runway-gen4.5").check()
    assert "Runway API 키가 없습니다" in state.reason
    assert "no API key of Runway" in state.remedy
    assert "runwayml_api_secret" in state.remedy


def test_nothing_is_bought_beyond_what_was_agreed_or_budgeted(
    shop: Market, ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Consent, then the day; the figure, the limit and the remedy are told."""
    with pytest.raises(BudgetError, match=r"\$0\.24.*\$0\.10.*--yes"):
        film(agreed_usd=0.1)
    monkeypatch.setenv("MONGYUDO_BUDGET_DAY_USD", "0.3")
    load_settings.cache_clear()
    film()
    with pytest.raises(BudgetError, match=r"\$0\.24 \+ 이번 \$0\.24 > \$0\.30.*budget_day_usd"):
        film(seed=6)
    film()
    assert shop.runway.charged == CREDITS
    assert len(ledger.tasks()) == 1


def test_a_long_prompt_is_cut_and_told(shop: Market) -> None:
    """At 1,000 UTF-16 units: an emoji is two."""
    parts = [f"part {at}".ljust(90, "x") for at in range(30)]
    segment = replace(shot_for(get("runway-gen4.5")).segment, prompt=", ".join(parts))
    rendering = film(segment=segment)
    assert rendering.made_with["cut"] == parts[10:]
    assert units_of(rendering.prompt) > 900
    assert units_of("\N{TIGER FACE}") == 2
    assert shop.runway.charged == CREDITS


@pytest.mark.parametrize("name", ["openai", "runway", "mj"])
def test_a_still_is_bought_once_and_set_in_motion(shop: Market, name: str, ledger: Ledger) -> None:
    """Its picture is what the video begins with, and both stand in what it was made with."""
    first = film("runway-gen4-turbo", still=name)
    again = film("runway-gen4-turbo", still=name)
    assert first.made_with == again.made_with
    assert first.made_with["still"]["from"] == name
    bought = [task.provider for task in ledger.tasks()]
    assert sorted(bought) == sorted(["runway", name])
    [body] = [body for body in posts(shop.runway_server) if "promptImage" in body]
    assert str(body["promptImage"]).startswith("data:image/jpeg;base64,")
    assert film("runway-gen4-turbo", still="ink").made_with["still"] == {"from": "ink"}


@pytest.mark.parametrize("fault", [lost(), broken(500), garbage(), garbage(b"{}"), cut()])
def test_a_picture_that_got_lost_is_unclear(shop: Market, fault: Fault) -> None:
    """OpenAI's comes with the answer: nothing can be fetched later, and nothing is sent again."""
    shop.openai_server.then(fault)
    for _ in range(2):
        with pytest.raises(UnclearPaymentError, match="OpenAI"):
            film("runway-gen4-turbo", still="openai")
    assert len(posts(shop.openai_server)) == 1


def test_openai_refuses_in_plain_words(shop: Market, monkeypatch: pytest.MonkeyPatch) -> None:
    """Busy, moderated, a wrong key: nothing was bought, no key is told."""
    shop.openai_server.then(too_many(0))
    film("runway-gen4-turbo", still="openai")
    assert shop.openai.drawn == 1
    shop.openai.moderated = True
    with pytest.raises(NotAcceptedError, match="심사"):
        film("runway-gen4-turbo", still="openai", seed=6)
    monkeypatch.setenv("OPENAI_API_KEY", "key_wrong")
    with pytest.raises(MissingKeyError, match="OpenAI") as told:
        film("runway-gen4-turbo", still="openai", seed=7)
    assert KEY not in str(told.value)
    assert "key_wrong" not in str(told.value)


@pytest.mark.parametrize(
    ("code", "kind"), [(23, NotAcceptedError), (24, NotAcceptedError), (4, NotAcceptedError)]
)
def test_a_proxy_refuses_in_plain_words(shop: Market, code: int, kind: type[MongyudoError]) -> None:
    """A full queue is asked again, then left; what it repeats of the prompt is not told."""
    shop.mj.code = code
    with pytest.raises(kind, match="mj proxy") as told:
        film("runway-gen4-turbo", still="mj")
    assert "tiger" not in str(told.value)
    shop.mj.code, shop.mj.stands = 1, ("SUBMITTED", "FAILURE")
    with pytest.raises(ProviderError, match="no luck"):
        film("runway-gen4-turbo", still="mj")


@pytest.mark.usefixtures("shop")
def test_a_proxy_is_off_until_it_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """And the remedy tells what Midjourney's terms say."""
    monkeypatch.setenv("MONGYUDO_MJ_URL", "")
    load_settings.cache_clear()
    state = get("svd").check(Options(still="mj"))
    assert not state.ready
    state = get("runway-gen4-turbo").check(Options(still="mj"))
    assert "mj_url is not set" in state.reason
    assert "terms forbid automation" in state.remedy


def test_what_was_said_fits_the_sdks_own_types(shop: Market) -> None:
    """The fake's answers validate strictly against the models of the official SDK."""
    from runwayml.types import TaskRetrieveResponse, TextToVideoCreateResponse

    film()
    kinds = {"POST": TextToVideoCreateResponse, "GET": TaskRetrieveResponse}
    checked = 0
    for request, answer in shop.runway_server.exchanges:
        if request.path.startswith("/v1/"):
            assert answer is not None
            TypeAdapter(kinds[request.method]).validate_json(answer.bytes)
            checked += 1
    assert checked == 4
