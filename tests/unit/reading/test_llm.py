"""What a language model answers is held against the dream; what goes wrong with it is told."""

import json
import logging
import math
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import SecretStr, TypeAdapter
from tests.fakes.openai import MODEL, FakeOpenAI, Said, plain_reply, said
from tests.fakes.server import Fault, broken, cut, garbage, lost, slow, too_many, unheard

from mongyudo.chat import Model, Server, Usage, cost_usd, prices, server_from, what_leaves
from mongyudo.errors import MissingKeyError, SettingsError
from mongyudo.reading import read
from mongyudo.reading.llm import read_with
from mongyudo.reading.llm.answers import Understood
from mongyudo.reading.llm.english import invented, is_english, shortened, things_of
from mongyudo.records import EMOTIONS, KINDS, Dream, Reading
from mongyudo.settings import Settings

DREAM = Dream.of(
    "할머니 집 마당에서 호랑이에게 쫓기다가 절벽에서 떨어졌다. 김민수는 숲에서 웃었다."
)
KEY = SecretStr("sk-canary-1447")
ONE = {"ko": "호랑이", "en": "tiger", "kind": "actor", "plain": "호랑이"}


@pytest.fixture
def fake() -> Iterator[FakeOpenAI]:
    """The provider, which wants the key."""
    with FakeOpenAI(key=KEY.get_secret_value()) as fake:
        yield fake


def model_of(fake: FakeOpenAI, *, cache: Path | None = None, **more: Any) -> Model:
    """The model at the fake."""
    given = {"title": "OpenAI", "url": fake.base_url, "model": MODEL, "key": KEY, "timeout_s": 5.0}
    return Model(Server(**{**given, "is_openai": True, **more}), cache)


def reading_of(fake: FakeOpenAI, *scenes: dict[str, Any], **more: Any) -> Reading:
    """The reading of DREAM when the model answers with these scenes."""
    fake.reply = lambda _task, _text: said(list(scenes), **more)
    return read_with(model_of(fake), DREAM)


def scene(
    *words: dict[str, Any], prompt: str = "a tiger in a yard", first: int = 1
) -> dict[str, Any]:
    """One scene of an answer."""
    return {"first": first, "keywords": list(words), "prompt": prompt}


def test_english_is_told_from_other_scripts() -> None:
    """Digits and signs alone are none; accents are."""
    assert is_english("a café, 3 o'clock")
    for text in ("호랑이", "a 호랑이", "tigre 虎", "123", "тигр", ""):
        assert not is_english(text)


def test_a_prompt_is_cut_at_a_comma() -> None:
    """At most 74 words; one phrase that is longer is cut inside."""
    assert shortened(", ".join(["one two three"] * 30)).count("one") == 24
    assert len(shortened("word " * 90).split()) == 74


def test_what_the_dream_has_not_is_invented() -> None:
    """By concept, or by a word that the dream's English has; people and light come with scenes."""
    things = things_of(None)
    assert invented("two dragons and a wolf", {"wolf"}, "", things) == ["dragon"]
    assert invented("a puppy by a woman in soft light", {"dog"}, "", things) == []
    assert invented("tigers leap", set(), "striped tiger", things) == []


def test_prices_have_a_day_and_a_source() -> None:
    """Dated snapshots cost as their model; what is not listed has no price."""
    assert prices().as_of >= "2026-11"
    server = Server("OpenAI", "https://api.openai.com/v1", "gpt-6-sol", KEY, 5, is_openai=True)
    assert cost_usd(server, Usage(1_000_000, 100_000)) == 3.0

    def named(model: str) -> Server:
        return Server("OpenAI", server.url, model, KEY, 5, is_openai=True)

    assert cost_usd(named("gpt-6-sol-2026-09-22"), Usage(1_000_000, 0)) == 2.0
    assert cost_usd(named("gpt-6-sol-pro"), Usage(1, 1)) is None
    here = Server("own", "http://127.0.0.1:11434/v1", "qwen3", None, 5, is_openai=False)
    assert cost_usd(here, Usage(1_000_000, 0)) == 0.0


def test_the_settings_name_the_server(monkeypatch: pytest.MonkeyPatch) -> None:
    """OpenAI where nothing is said; a server of one's own needs a model, and gets no other key."""
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")
    for name in ("OPENAI_API_KEY", "OPENAI_BASE_URL"):
        monkeypatch.delenv(name, raising=False)
    with pytest.raises(MissingKeyError, match="OpenAI"):
        server_from(Settings())
    monkeypatch.setenv("OPENAI_API_KEY", KEY.get_secret_value())
    monkeypatch.setenv("OPENAI_BASE_URL", "")
    assert server_from(Settings()).host == "api.openai.com"
    with pytest.raises(SettingsError, match="llm_model"):
        server_from(Settings(llm_base_url="http://localhost:11434/v1"))
    own = server_from(Settings(llm_base_url="http://localhost:11434/v1/", llm_model="qwen3"))
    assert (own.key, own.is_here, own.url) == (None, True, "http://localhost:11434/v1")
    away = server_from(Settings(llm_base_url="http://192.168.0.9:8000/v1", llm_model="qwen3"))
    assert "not https" in what_leaves(away)
    assert "nothing leaves" in what_leaves(own)
    with pytest.raises(SettingsError, match="no address") as told:
        server_from(Settings(llm_base_url=f"http://me:{KEY.get_secret_value()}@h/", llm_model="m"))
    assert KEY.get_secret_value() not in str(told.value)


@pytest.mark.slow
def test_names_stay_here_and_come_back(fake: FakeOpenAI) -> None:
    """The model sees signs; its keywords name the person, its prompt does not."""
    word = {"ko": "[사람1]", "en": "[사람1]", "kind": "actor", "plain": "사람"}
    reading = reading_of(fake, scene(ONE, word, prompt="a tiger, [사람1] laughs"))
    sent = fake.requests[0].body.decode()
    assert "민수" not in json.dumps(json.loads(sent), ensure_ascii=False)
    assert [k.ko for k in reading.segments[0].keywords] == ["호랑이", "김민수"]
    assert reading.segments[0].keywords[1].en == "a person"
    assert reading.segments[0].prompt == "a tiger, a person laughs"
    assert reading.read_by.hidden == 1


@pytest.mark.slow
@pytest.mark.parametrize(
    ("word", "why"),
    [
        ({"ko": "용"}, "no ground"),
        ({"ko": "호랑이 등에 탄 도사"}, "no ground"),
        ({"ko": "[사람7]"}, "no ground"),
        ({"ko": ""}, "no ground"),
        ({"ko": DREAM.text}, "over 40"),
        ({"ko": "호랑이"}, "said already"),
        ({"ko": "절벽", "en": "절벽"}, "not English"),
    ],
)
def test_a_keyword_without_ground_is_dropped(
    fake: FakeOpenAI, word: dict[str, Any], why: str
) -> None:
    """And told, with the reason; the others stand. English that is none is the lexicon's."""
    reading = reading_of(fake, scene(ONE, {**ONE, "en": "x", **word}))
    assert why in "; ".join(reading.read_by.dropped)
    kept = {k.ko: k.en for s in reading.segments for k in s.keywords}
    assert kept == (
        {"호랑이": "tiger", "절벽": "cliff"} if word["ko"] == "절벽" else {"호랑이": "tiger"}
    )


@pytest.mark.slow
def test_what_the_text_denies_is_dropped_unless_the_keyword_denies_it_too(fake: FakeOpenAI) -> None:
    """뱀 is no keyword of 뱀은 없었다; 뱀 없음 is."""
    dream = Dream.of("뱀은 없었다. 호랑이가 마당에 있었다.")
    words = [{**ONE, "ko": ko, "en": "x", "plain": ""} for ko in ("뱀", "뱀 없음")]
    fake.reply = lambda _task, _text: said([scene(*words)])
    reading = read_with(model_of(fake), dream)
    assert [k.ko for k in reading.segments[0].keywords] == ["뱀 없음"]
    assert "denies" in reading.read_by.dropped[0]


@pytest.mark.slow
def test_a_dream_has_fourteen_keywords_at_most(fake: FakeOpenAI) -> None:
    """Also when the model names more; the first stand."""
    names = [f"{char}집" for char in "빵꽃벌새닭개소말양꿀흙돌밥떡술"]
    fake.reply = lambda _task, _text: said([scene(*({**ONE, "ko": name} for name in names))])
    reading = read_with(model_of(fake), Dream.of(", ".join(names) + "이 있었다."))
    assert [k.ko for s in reading.segments for k in s.keywords] == names[:14]
    assert "over 14" in reading.read_by.dropped[-1]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("shares", "scores"),
    [
        ([("행복", 3.0), ("공포", 0.5)], {"행복": 2 / 3, "공포": 1 / 3}),
        ([("행복", -1.0), ("공포", 0.5), ("공포", 0.2)], {"공포": 1.0}),
        ([("행복", math.inf), ("슬픔", 1.0)], {"슬픔": 1.0}),
        ([("행복", 0.0)], None),
    ],
)
def test_shares_out_of_bounds_are_brought_into_them(
    fake: FakeOpenAI, shares: list[tuple[str, float]], scores: dict[str, float] | None
) -> None:
    """Or, where none is left, are the offline reader's."""
    told = [{"label": label, "share": share} for label, share in shares]
    reading = reading_of(fake, scene(ONE), emotions=told)
    found = {label: score for label, score in reading.emotion.scores.items() if score}
    assert found == (scores or pytest.approx(read(DREAM).emotion.scores))


@pytest.mark.slow
def test_inflected_and_named_words_have_ground(fake: FakeOpenAI) -> None:
    """쫓김 for 쫓기다가, 추락 for 떨어졌다, a phrase of which most is there."""
    told = ("쫓김", "추락", "웃음", "어두운 숲")
    reading = reading_of(fake, scene(*({**ONE, "ko": ko, "en": "x"} for ko in told)))
    found = [k for s in reading.segments for k in s.keywords]
    at = [DREAM.text[k.start_char : k.end_char] for k in found]
    assert at == ["쫓기", "떨어졌", "숲", "웃"]


@pytest.mark.slow
def test_a_word_that_the_lexicon_lacks_is_drawn_by_its_plain_noun(fake: FakeOpenAI) -> None:
    """The model says what it is; the director gets that concept."""
    dream = Dream.of("할머니가 구렁덩덩을 말했다.")
    assert read(dream).unknown == ("구렁덩덩",)
    word = {"ko": "구렁덩덩", "en": "horned snake", "kind": "actor", "plain": "뱀"}
    fake.reply = lambda _task, _text: said([scene(word, prompt="a horned snake")])
    reading = read_with(model_of(fake), dream)
    (keyword,) = reading.segments[0].keywords
    assert (keyword.concept, keyword.start_char, reading.unknown) == ("snake", 5, ())
    assert "snake" in {element.concept for element in reading.segments[0].elements}


@pytest.mark.slow
@pytest.mark.parametrize(
    ("prompt", "kept"),
    [
        ("a tiger runs, a dragon flies above, cold moonlight", "a tiger runs, cold moonlight"),
        ("호랑이가 달린다", None),
        ("", None),
        ("a dragon", None),
    ],
)
def test_a_prompt_tells_only_of_the_dream(fake: FakeOpenAI, prompt: str, kept: str | None) -> None:
    """What it invents goes; where nothing stands, the prompt is made of the keywords."""
    reading = reading_of(fake, scene(ONE, prompt=prompt))
    if kept is None:
        assert reading.segments[0].prompt.startswith("tiger")
        assert reading.read_by.dropped
    else:
        assert reading.segments[0].prompt == kept


@pytest.mark.slow
@pytest.mark.parametrize("firsts", [[2], [1, 1], [2, 1], [1, 99], [1, 2, 3], [], [0], [-1]])
def test_scenes_out_of_order_are_the_offline_readers(fake: FakeOpenAI, firsts: list[int]) -> None:
    """Nothing of the text can be lost by a model's numbers."""
    reading = reading_of(fake, *(scene(ONE, first=first) for first in firsts))
    offline = read(DREAM)
    assert [s.text for s in reading.segments] == [s.text for s in offline.segments]
    assert "scenes" in "; ".join(reading.read_by.dropped)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("fault", "told"),
    [
        (too_many(0.01), "rate limit"),
        (broken(503), "HTTP 503"),
        (slow(5), "in time"),
        (lost(), "reached"),
        (cut(), "reached"),
    ],
)
def test_what_passes_is_tried_again(fake: FakeOpenAI, fault: Fault, told: str) -> None:
    """After three failures the offline reader reads, and says so."""
    model = model_of(fake, timeout_s=0.2)
    fake.then(fault, fault, fault)
    reading = read_with(model, DREAM)
    assert (reading.read_by.reader, reading.segments) == ("offline", read(DREAM).segments)
    assert "OpenAI" in reading.read_by.fallback
    assert told in reading.read_by.fallback


@pytest.mark.slow
def test_retry_after_is_kept(fake: FakeOpenAI) -> None:
    """A second is waited for when a second is asked for, and one failure is nothing to tell."""
    fake.then(unheard(), too_many(1))
    began = time.monotonic()
    assert read_with(model_of(fake), DREAM).read_by.reader == "llm"
    assert time.monotonic() - began >= 1


@pytest.mark.slow
@pytest.mark.parametrize(
    ("answer", "told"),
    [
        (Said(None, refusal="I can't help with that."), "declined"),
        (Said('{"emotions": [{"lab', finish_reason="length"), "cut"),
        (Said('{"emotions": [{"lab'), "form"),
        (Said("나는 언어 모델입니다."), "form"),
        (Said('{"emotions": [], "categories": []}'), "form"),
        (Said(None), "empty"),
        (Said(None, finish_reason="content_filter"), "filter"),
    ],
)
def test_an_answer_that_is_none_is_paid_and_told(fake: FakeOpenAI, answer: Said, told: str) -> None:
    """The offline reader reads; what it cost is counted all the same."""
    fake.reply = lambda _task, _text: answer
    reading = read_with(model_of(fake), DREAM)
    assert reading.segments == read(DREAM).segments
    assert (reading.read_by.tokens_in, reading.read_by.tokens_out) == answer.tokens
    assert told in reading.read_by.fallback
    fake.then(garbage())
    assert "form" in read_with(model_of(fake), DREAM).read_by.fallback


@pytest.mark.slow
def test_a_wrong_key_or_model_is_told_without_the_key(fake: FakeOpenAI) -> None:
    """Also when the server repeats it; nothing is tried twice."""
    fake.key = "another"
    told = read_with(model_of(fake), DREAM).read_by.fallback
    assert "key was refused" in told
    assert KEY.get_secret_value() not in told
    assert len(fake.requests) == 1


@pytest.mark.slow
def test_an_answer_is_paid_once(fake: FakeOpenAI, tmp_path: Path) -> None:
    """The same dream comes out of the cache, which shows nothing of it by its names."""
    model = model_of(fake, cache=tmp_path / "answers")
    first, second = read_with(model, DREAM), read_with(model, DREAM)
    assert len(fake.requests) == 1
    assert (second.read_by.is_cached, second.read_by.cost_usd) == (True, 0.0)
    assert second.segments == first.segments
    kept = sorted((tmp_path / "answers").iterdir())
    assert len(kept) == 2
    assert all(path.stat().st_mode & 0o077 == 0 for path in kept)
    assert "민수" not in "".join(path.name + path.read_text("latin-1") for path in kept)
    read_with(model_of(fake, cache=tmp_path / "answers", model="gpt-6-sol"), DREAM)
    assert len(fake.requests) == 2


@pytest.mark.slow
def test_nothing_of_it_is_logged(
    fake: FakeOpenAI, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither key nor text nor name, even where the SDK is told to log everything."""
    monkeypatch.setenv("OPENAI_LOG", "debug")
    monkeypatch.setenv("OPENAI_ORG_ID", "org-canary")
    caplog.set_level(logging.DEBUG)
    logging.getLogger("openai").setLevel(logging.DEBUG)
    fake.then(broken())
    reading = read_with(model_of(fake, is_openai=False), DREAM)
    assert reading.read_by.reader == "llm"
    assert not [r for r in caplog.records if r.name.startswith(("openai", "httpx", "httpcore"))]
    shown = caplog.text + repr(reading.read_by)
    for secret in (KEY.get_secret_value(), "호랑이", "민수"):
        assert secret not in shown
    assert "org-canary" not in json.dumps(dict(fake.requests[-1].headers))


@pytest.mark.slow
def test_the_exchange_is_as_the_sdk_has_it(fake: FakeOpenAI) -> None:
    """What was sent and what the fake answered fit the SDK's own types."""
    from openai.types.chat import ChatCompletion
    from openai.types.chat.completion_create_params import CompletionCreateParamsNonStreaming

    read_with(model_of(fake), DREAM)
    request, answer = fake.exchanges[0]
    assert answer is not None
    told = TypeAdapter(CompletionCreateParamsNonStreaming).validate_python(request.json)
    assert told["model"] == MODEL
    assert set(request.json) <= {
        "model", "messages", "response_format", "stream", "max_completion_tokens",
        "reasoning_effort",
    }  # fmt: skip
    completion = ChatCompletion.model_validate(answer.body, strict=True)
    assert ChatCompletion.model_fields.keys() >= set(answer.body)
    Understood.model_validate_json(completion.choices[0].message.content or "")


@pytest.mark.slow
def test_whatever_a_model_says_the_dream_is_whole(fake: FakeOpenAI) -> None:
    """Any answer of the form leaves scenes, offsets and scores right."""
    from tests.contract.test_readers import check

    words = st.sampled_from(
        ["호랑이", "집", "[사람1]", "쫓김", "용", "", "마당에서 호랑이", "a", "🐍"]
    )
    word = st.fixed_dictionaries(
        {"ko": words, "en": st.sampled_from(["tiger", "호랑이", "", "[사람1] x"]),
         "kind": st.sampled_from(KINDS), "plain": words}
    )  # fmt: skip
    scenes = st.lists(
        st.fixed_dictionaries(
            {"first": st.integers(-1, 5), "keywords": st.lists(word, max_size=18),
             "prompt": st.sampled_from(["", "a tiger, [사람1]", "용", ", ,", "dragon", "a " * 200])}
        ), max_size=4,
    )  # fmt: skip
    share = st.fixed_dictionaries(
        {"label": st.sampled_from(EMOTIONS), "share": st.sampled_from([-1.0, 0.0, 0.5, 1e300])}
    )

    @given(scenes, st.lists(share, max_size=4))
    @settings(max_examples=40, deadline=None)
    def stands(scenes: list[dict[str, Any]], shares: list[dict[str, Any]]) -> None:
        fake.reply = lambda _task, _text: said(scenes, emotions=shares)
        reading = read_with(model_of(fake), DREAM)
        assert reading.read_by.reader == "llm"
        check(reading, DREAM.text, 2)

    stands()


@pytest.mark.slow
def test_a_model_of_ones_own_is_asked_in_its_words(
    fake: FakeOpenAI, monkeypatch: pytest.MonkeyPatch
) -> None:
    """max_tokens, no thinking, no key; the form is asked for as with OpenAI. On this machine no
    proxy comes between."""
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    monkeypatch.delenv("NO_PROXY", raising=False)
    monkeypatch.delenv("no_proxy", raising=False)
    fake.key, fake.reply = None, plain_reply
    server = {"title": "LLM server", "key": None, "is_openai": False, "model": "qwen3"}
    assert read_with(model_of(fake, **server), DREAM).read_by.reader == "llm"
    sent = fake.requests[0].json
    assert {"max_completion_tokens", "reasoning_effort"}.isdisjoint(sent)
    assert sent["response_format"]["json_schema"]["strict"]
