"""Several judges of one text: the strictest wins, and none that was asked for is left out."""

import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from mongyudo.errors import PolicyError
from mongyudo.policy.classifier import Filter, filter_in, hash_of, is_korean
from mongyudo.policy.combining import Filters, review
from mongyudo.reading.korean import analyse
from mongyudo.records import Analysis

CALM = "바닷가를 걸었다. 하늘이 맑았다."
REFUSED = "모르는 사람이 친구를 살해했다."
BLANK = dict.fromkeys(
    ("violence", "gore", "sexual", "minors-sexual", "self-harm", "drugs", "hate"), 0.0
)


class Wary:
    """Finds violence in every text with 하늘, the more so the shorter it is."""

    def odds(self, text: str, _analyse: object) -> Mapping[str, float]:
        """Of violence where 하늘 stands."""
        refused = 0.99 - len(text) / 1000 if "하늘" in text else 0.0
        return {"allow": 1 - refused, **BLANK, "violence": refused}


def test_a_classifier_refuses_what_the_rules_allow_and_says_that_it_was_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """At the sentence that is clearest, with the words of that sentence."""
    monkeypatch.setattr("mongyudo.policy.classifier.filter_in", lambda _: Filter(Wary(), 0.5, {}))
    verdict = review(CALM, analyse, Filters(classifier_dir=Path("any")))
    assert verdict.outcome == "refuse"
    (reason,) = verdict.reasons
    assert (reason.source, reason.category) == ("classifier", "violence")
    assert reason.term == CALM[reason.start_char : reason.end_char] == "하늘이 맑았다."


def test_a_classifier_cannot_allow_what_the_rules_refuse(monkeypatch: pytest.MonkeyPatch) -> None:
    """The rules' reasons stand, each with its source."""
    monkeypatch.setattr("mongyudo.policy.classifier.filter_in", lambda _: Filter(Wary(), 0.5, {}))
    both = Filters(classifier_dir=Path("any"))
    assert {r.source for r in review(REFUSED, analyse, both).reasons} == {"rules"}
    sources = {r.source for r in review(REFUSED + " 하늘이었다.", analyse, both).reasons}
    assert sources == {"rules", "classifier"}


@pytest.mark.parametrize(
    ("text", "judged"),
    [
        ("하늘", True),
        ("SNS에서 하늘 사진을 봤다", True),
        ("ㅎㅏ늘을 봤다", True),
        ("a tiger under the wide sky 하늘", False),
        ("1234 !?", False),
        ("", False),
    ],
)
def test_only_korean_is_judged(text: str, *, judged: bool) -> None:
    """A filter has learned Korean; an English prompt is the rules' matter."""
    assert is_korean(text) == judged
    refused = Filter(Wary(), 0.5, {}).judge(text.replace("ㅎㅏ", "하"), analyse)
    assert (refused.outcome == "refuse") == judged


def test_every_text_is_analysed_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """A filter beside the rules takes what they have analysed."""
    asked: list[str] = []

    def counting(text: str) -> Analysis:
        asked.append(text)
        return analyse(text)

    monkeypatch.setattr("mongyudo.policy.classifier.filter_in", lambda _: Filter(Wary(), 0.5, {}))
    review(CALM, counting, Filters(classifier_dir=Path("any")))
    assert len(asked) == len(set(asked))


def test_a_filter_that_is_not_there_opens_no_gate(tmp_path: Path) -> None:
    """A folder without one, weights that were changed, an engine nobody knows: an error each."""
    with pytest.raises(PolicyError, match="no filter is there"):
        review(CALM, analyse, Filters(classifier_dir=tmp_path / "none"))
    (tmp_path / "weights.npz").write_bytes(b"weights")
    card = {
        "engine": "light",
        "threshold": 0.5,
        "weights": ["weights.npz"],
        "weights_hash": hash_of(tmp_path, ["weights.npz"]),
    }
    for change, told in (
        ({}, "cannot be read"),
        ({"weights_hash": "0"}, "not those"),
        ({"engine": "tarot"}, "'tarot'"),
        ({"engine": None, "threshold": None}, "None"),
    ):
        (tmp_path / "card.json").write_text(json.dumps(card | change))
        filter_in.cache_clear()
        with pytest.raises(PolicyError, match=told):
            filter_in(tmp_path)
    filter_in.cache_clear()
