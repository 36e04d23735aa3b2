"""Clauses, cues and evidence: what the emotion reader hangs its judgement on."""

from pathlib import Path

import numpy as np
import pytest

from mongyudo.reading.emotion_clauses import Clause, clauses_of
from mongyudo.reading.emotion_cues import matches_in, read_cues
from mongyudo.reading.emotion_evidence import VOICES, evidence_of
from mongyudo.reading.emotion_model import WEIGHTS
from mongyudo.reading.korean import analyse
from mongyudo.records import EMOTIONS

DATA = WEIGHTS.parent


def clauses(text: str) -> tuple[Clause, ...]:
    """The clauses of a text."""
    return clauses_of(analyse(text))


def evidence(text: str, voice: str, emotion: str) -> float:
    """How much of an emotion a voice tells in a text."""
    return float(evidence_of(clauses(text))[VOICES.index(voice), EMOTIONS.index(emotion)])


def test_a_sentence_falls_into_its_clauses() -> None:
    """Connective endings part clauses; auxiliaries do not."""
    found = clauses("문을 열고 들어가니 귀신이 서 있었다. 나는 도망쳤다.")
    assert [clause.units[-1].lemma for clause in found] == [
        "열다", "들어가다", "서다", "도망치다",
    ]  # fmt: skip
    assert found[0].sentence == found[2].sentence != found[3].sentence


@pytest.mark.parametrize(
    "text",
    [
        "안 무서웠다.",
        "무섭지 않았다.",
        "무섭진 않았다.",
        "무섭다기보다 불쾌했다.",
        "무섭기는커녕 웃겼다.",
        "무섭지도 않았다.",
        "무섭지도 슬프지도 않았다.",
    ],
)
def test_denial_is_seen(text: str) -> None:
    """Every common way to deny a feeling marks it as denied."""
    assert next(u for c in clauses(text) for u in c.units if u.lemma == "무섭다").negated


@pytest.mark.parametrize("text", ["너무 무서웠다.", "무서워서 말도 못 했다.", "무서워서 안 갔다."])
def test_affirmation_is_not_denial(text: str) -> None:
    """A denial elsewhere in the sentence leaves the feeling standing."""
    assert not next(u for c in clauses(text) for u in c.units if u.lemma == "무섭다").negated


def test_evidence_knows_whose_tears_they_are() -> None:
    """Acts of a named other are that other's; without a subject they are the dreamer's."""
    assert evidence("엄마가 울고 있었다.", "other", "슬픔") > 0
    assert evidence("엄마가 울고 있었다.", "shown", "슬픔") == 0
    assert evidence("펑펑 울었다.", "shown", "슬픔") > 0


def test_a_feeling_adjective_is_the_dreamers_own() -> None:
    """'The tiger was frightening' tells the dreamer's fear."""
    assert evidence("호랑이가 무서웠다.", "named", "공포") > 0


def test_denied_evidence_stands_apart() -> None:
    """What is denied is neither felt nor forgotten."""
    assert evidence("하나도 안 무서웠다.", "denied", "공포") > 0
    assert evidence("하나도 안 무서웠다.", "named", "공포") == 0


def test_events_speak_without_feelings() -> None:
    """An event carries its emotion where no feeling is named."""
    assert evidence("누가 나를 쫓아왔다.", "event", "공포") > 0


def test_only_the_end_is_closing() -> None:
    """The same words count as closing only in the last sentence or after waking."""
    assert evidence("무서웠다. 그리고 집에 갔다.", "closing", "공포") == 0
    assert evidence("집에 갔다. 그리고 무서웠다.", "closing", "공포") > 0


def test_no_clause_no_evidence() -> None:
    """An empty dream tells nothing."""
    assert not np.any(evidence_of(()))


def test_the_longer_cue_wins() -> None:
    """Of cues that end at one word only the longest is counted."""
    (clause,) = clauses("이빨이 우수수 빠졌다.")
    ends = [match.unit for match in matches_in(clause) if match.unit is not None]
    assert len(ends) == len({(unit.start_char, unit.lemma) for unit in ends})


def test_every_line_of_the_lexicon_is_read() -> None:
    """Both cue files parse, no emotion is left out, and no cue outweighs a named feeling."""
    cues = [cue for path in sorted(DATA.glob("*.tsv")) for cue in read_cues(path)]
    told = {e: sum(any(n == e for n, _ in cue.weights) for cue in cues) for e in EMOTIONS}
    assert min(told.values()) >= 40
    assert all(0 < weight <= 2 for cue in cues for _, weight in cue.weights)


def test_a_broken_line_is_named(tmp_path: Path) -> None:
    """An unknown emotion is reported with file and line."""
    path = tmp_path / "cues.tsv"
    path.write_text("cue\tkind\tweights\n무섭다\tfeeling\t무서움:2\n", "utf-8")
    with pytest.raises(ValueError, match=r"cues\.tsv:2"):
        list(read_cues(path))


@pytest.mark.parametrize(
    ("text", "voice", "emotion", "is_meant"),
    [
        ("혼자 분을 삭였다.", "named", "분노", True),
        ("직원분이 리본을 묶어 주셨다.", "named", "분노", False),
        ("혈압이 올랐다.", "named", "분노", True),
        ("혈압을 재 달라고 했다.", "named", "분노", False),
        ("바퀴벌레가 나왔다.", "event", "혐오", True),
        ("바퀴가 굴러갔다.", "event", "혐오", False),
    ],
)
def test_words_that_only_look_alike_are_no_cue(
    text: str, voice: str, emotion: str, *, is_meant: bool
) -> None:
    assert (evidence(text, voice, emotion) > 0) == is_meant


def test_a_silent_wheel_is_less_than_a_lost_voice() -> None:
    """바퀴 소리가 안 나고 is told of a train; 목소리가 안 나왔다 of the dreamer's fright."""
    silent, lost = (
        evidence(t, "shown", "공포") for t in ("바퀴 소리가 안 났다.", "목소리가 안 났다.")
    )
    assert 0 < silent < lost
