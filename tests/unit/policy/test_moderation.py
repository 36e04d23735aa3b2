"""A moderation elsewhere: asked last, without names, and its silence films nothing."""

import logging
from collections.abc import Iterator
from typing import get_args

import pytest
from pydantic import SecretStr
from tests.fakes.openai import MODERATED, FakeOpenAI
from tests.fakes.server import Answer, Fault, broken, cut, garbage, lost, slow, too_many, unheard

from mongyudo.chat import Server
from mongyudo.errors import PolicyError
from mongyudo.journey.filters import filters_from, without_names
from mongyudo.policy.combining import Filters, review
from mongyudo.policy.moderation import MEANT, MODEL, Moderator
from mongyudo.reading.korean import analyse
from mongyudo.records import POLICY_CATEGORIES
from mongyudo.settings import Settings

CALM = "박서준 부장님과 바닷가를 걸었다. 하늘이 맑았다."
REFUSED = "모르는 사람이 친구를 살해했다."
KEY = SecretStr("sk-canary-1447")


@pytest.fixture
def fake() -> Iterator[FakeOpenAI]:
    """The provider, which wants the key."""
    with FakeOpenAI(key=KEY.get_secret_value()) as fake:
        yield fake


def filters(fake: FakeOpenAI, key: SecretStr = KEY, timeout_s: float = 10) -> Filters:
    """The rules, and the moderation at the fake."""
    server = Server("OpenAI", fake.base_url, MODEL, key, timeout_s, is_openai=True)
    return Filters(moderator=Moderator(server, lambda text: without_names(None, text)))


@pytest.mark.slow
def test_all_its_categories_are_ours() -> None:
    """Those that the SDK knows; each is one of the policy's."""
    from openai.types.moderation import Categories  # slow to import, which collecting need not do

    known = {field.alias or name for name, field in Categories.model_fields.items()}
    assert known == set(MODERATED) == set(MEANT)
    assert set(MEANT.values()) <= set(POLICY_CATEGORIES)


@pytest.mark.slow
def test_what_it_flags_is_refused_with_its_name(fake: FakeOpenAI) -> None:
    """Once a category of ours; nothing flagged is allowed."""
    assert review(CALM, analyse, filters(fake)).outcome == "allow"
    fake.flagged = lambda _: {"violence/graphic", "self-harm", "self-harm/intent"}
    reasons = review(CALM, analyse, filters(fake)).reasons
    assert [(r.source, r.category) for r in reasons] == [
        ("openai", "self-harm"),
        ("openai", "gore"),
    ]
    assert all(CALM[r.start_char : r.end_char] == r.term for r in reasons)


def test_what_is_refused_here_is_sent_nowhere(fake: FakeOpenAI) -> None:
    """The rules speak first, and nobody is asked whether it might pass after all."""
    verdict = review(REFUSED, analyse, filters(fake))
    assert {r.source for r in verdict.reasons} == {"rules"}
    assert fake.requests == []


@pytest.mark.slow
def test_no_name_leaves(fake: FakeOpenAI, caplog: pytest.LogCaptureFixture) -> None:
    """Nor does a word of the dream or the key stand in a log."""
    caplog.set_level(logging.DEBUG)
    review(CALM, analyse, filters(fake))
    (request,) = fake.requests
    assert request.json["model"] == "omni-moderation-latest"
    assert "서준" not in request.json["input"]
    assert "바닷가" in request.json["input"]
    assert "바닷가" not in caplog.text
    assert KEY.get_secret_value() not in caplog.text


@pytest.mark.slow
@pytest.mark.parametrize(
    "fault",
    [
        broken(503), lost(), unheard(), too_many(0), slow(1.0), garbage(), cut(),
        garbage(b'{"results": []}'), garbage(b'{"id": 1}'), garbage(b"[]"), garbage(b'"allow"'),
        Fault(Answer({"error": {"message": "no"}}, 400), delivered=0),
    ],
)  # fmt: skip
def test_silence_films_nothing(
    fake: FakeOpenAI, fault: Fault, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever befalls the last try: an error in words, without the dream and the key."""
    monkeypatch.setattr("mongyudo.chat.RETRIES", 0)
    fake.then(fault)
    with pytest.raises(PolicyError, match="심사를 마치지 못해") as caught:
        review(CALM, analyse, filters(fake, timeout_s=0.5 if fault.delay_s else 10))
    assert "바닷가" not in str(caught.value)
    assert caught.value.exit_code == 1


@pytest.mark.slow
def test_a_wrong_key_and_an_unknown_reason_film_nothing(fake: FakeOpenAI) -> None:
    """Neither is taken for an allowance, and the key is not shown."""
    with pytest.raises(PolicyError) as caught:
        review(CALM, analyse, filters(fake, SecretStr("sk-wrong-canary")))
    assert "sk-wrong" not in str(caught.value)
    fake.flagged = lambda _: {"weather"}
    with pytest.raises(PolicyError, match="weather"):
        review(CALM, analyse, filters(fake))


def test_nobody_is_asked_unless_chosen(monkeypatch: pytest.MonkeyPatch) -> None:
    """The setting is off by default, whatever keys are there."""
    monkeypatch.setenv("OPENAI_API_KEY", "sk-canary")
    assert filters_from(Settings()).moderator is None
    chosen = filters_from(Settings(policy_moderation="openai")).moderator
    assert chosen is not None
    assert (chosen.server.host, chosen.server.model) == ("api.openai.com", MODEL)
    assert get_args(Settings.model_fields["policy_moderation"].annotation)[0] == "off"
