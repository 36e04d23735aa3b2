"""Keywords or a summary: which leaves more of the dream in the prompt, and in the clip?

The notes claim that keywords keep more. Both are made of the same dream, the summary no longer
than the keywords: {keywords, summary} x {raw, in the model's habit}. What is measured on the text
is measured on every dream; clips are filmed of the first so many.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from mongyudo.backends.registry import get
from mongyudo.errors import UsageError
from mongyudo.lab.dreams import GoldDream
from mongyudo.lab.filming import Studio, shot_of
from mongyudo.lab.questions import Asked, Heard, Input, Measure, Question
from mongyudo.lab.retention import drawn, kept_in_english, kept_in_korean, share
from mongyudo.lab.runs import Run, Sample, Score
from mongyudo.lab.summary import summarise
from mongyudo.reading import read
from mongyudo.reading.korean import analyse
from mongyudo.records import Dream, Reading, Segment

SUMMARIES = "summaries"
"""Summaries by dream that a language model or a person has written."""
FORMS = ("raw", "habit")


@dataclass(frozen=True, slots=True)
class Told:
    """A dream as one way tells it: in Korean, and as a scene with its English prompt."""

    way: str
    text: str
    segment: Segment


def tellings(dream: Dream, summaries: Mapping[str, str]) -> tuple[Reading, tuple[Told, ...]]:
    """The dream's reading, and its tellings: its keywords; a summary of its own sentences, as long
    at most; the summary in `summaries`, where there is one."""
    analysis = analyse(dream.text)
    reading = read(dream, analysis, segments=1)
    keywords = reading.segments[0].keywords
    words = ", ".join(keyword.ko for keyword in keywords)
    spans = summarise(analysis, len(words))
    own = " ".join(dream.text[span.start_char : span.end_char].strip() for span in spans)
    told = [
        Told("keywords", words, _scene(words, ", ".join(keyword.en for keyword in keywords))),
        Told("summary", own, _scene(own)),
    ]
    if dream.id in summaries:
        told.append(Told("llm", summaries[dream.id], _scene(summaries[dream.id])))
    return reading, tuple(told)


def _scene(text: str, prompt: str = "") -> Segment:
    """`text` as one scene; its English, where none is given, is what the lexicon says of its words,
    in their order."""
    segment = read(Dream.of(text), segments=1).segments[0]
    glosses = dict.fromkeys(each.en for each in segment.elements if not each.negated)
    return replace(segment, prompt=prompt or ", ".join(glosses))


def make(run: Run, asked: Asked, heard: Heard) -> None:
    """Film each way of telling, backend after backend."""
    told = list(_told_ways(asked))
    for backend in asked.backends:
        for form in forms_of(backend):
            options = replace(asked.options, raw_prompt=form == "raw")
            with Studio(backend, options) as studio:
                for dream, reading, way in told:
                    arm = "-".join(filter(None, (backend, way.way, form)))
                    shot = shot_of(asked.of(backend), dream, reading, way.segment, way.text)
                    run.sample(dream.id, arm, partial(studio.film, shot))
                    heard()


def _told_ways(asked: Asked) -> Iterator[tuple[Dream, Reading, Told]]:
    """Each filmed dream in each way of telling it; each is read one time."""
    for gold in asked.filmed:
        reading, ways = tellings(gold.dream, asked.given.get(SUMMARIES, {}))
        yield from ((gold.dream, reading, way) for way in ways)


def forms_of(backend: str) -> tuple[str, ...]:
    """Raw and in its habit for a model; what takes no prompt has one form."""
    return FORMS if get(backend).spec.trained else ("",)


def count(asked: Asked) -> int:
    """How many clips there will be."""
    ways = 3 if asked.given.get(SUMMARIES) else 2
    return len(asked.filmed) * ways * sum(len(forms_of(backend)) for backend in asked.backends)


def score(run: Run, asked: Asked) -> Iterator[Score]:
    """Of texts and of clips."""
    gold = {each.dream.id: each for each in asked.dreams if each.elements}
    for each in gold.values():
        yield from _text_scores(each, asked)
    for sample in run.samples():
        if sample.dream in gold:
            for measure, value in _clip_scores(sample, gold[sample.dream]):
                yield Score(sample.dream, sample.arm, measure, value)


def _text_scores(gold: GoldDream, asked: Asked) -> Iterator[Score]:
    for each in tellings(gold.dream, asked.given.get(SUMMARIES, {}))[1]:
        found = {
            "kept_ko": share(kept_in_korean(gold.elements, each.text)),
            "kept_en": share(kept_in_english(gold.elements, each.segment.prompt)),
            "chars": float(len(each.text)),
            "words": float(len(each.segment.prompt.replace(",", " ").split())),
        }
        yield from (Score(gold.dream.id, each.way, *item) for item in found.items())


def _clip_scores(sample: Sample, gold: GoldDream) -> Iterator[tuple[str, float]]:
    """What of the dream reached the clip: the prompt as sent, or what the ink says it drew."""
    facts = sample.facts
    if "tokens" in facts:
        yield "sent", share(kept_in_english(gold.elements, facts["prompt"]))
        yield "tokens", float(facts["tokens"])
        yield "cut", float(len(facts["cut"]))
    else:
        pictured = [each for each in gold.elements if each.pictured]
        yield "drawn", share(drawn(pictured, [each["keyword"] for each in facts["drawn"]]))


def summaries_in(path: Path) -> dict[str, str]:
    """By dream; raises UsageError for a file that holds none."""
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
        told = [json.loads(line) for line in lines if line.strip()]
        return {str(each["id"]): str(each["summary"]) for each in told}
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise UsageError(
            f'{path} holds no summaries ({error!r}). A line is {{"id", "summary"}}.'
        ) from error


def pairs(arms: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Keywords with each summary, all else alike."""
    for first in arms:
        for way in ("summary", "llm"):
            parts = first.split("-")
            second = "-".join(way if part == "keywords" else part for part in parts)
            if "keywords" in parts and second in arms:
                yield first, second


QUESTION = Question(
    name="prompts",
    ko="키워드가 나은가, 요약이 나은가?",
    en="Keywords or a summary?",
    measures=(
        Measure("kept_ko", "글에 남은 꿈", "of the dream, kept in the Korean text", "more"),
        Measure("kept_en", "프롬프트에 남은 꿈", "kept in the English prompt", "more"),
        Measure("sent", "모델이 받은 꿈", "kept in the prompt as sent", "more"),
        Measure("drawn", "그려진 꿈", "drawn, by the ink's own word", "more"),
        Measure("chars", "글자 수", "characters"),
        Measure("words", "영어 낱말 수", "English words"),
        Measure("tokens", "토큰 수", "tokens"),
        Measure("cut", "잘려 나간 부분", "parts cut", "less"),
    ),
    make=make,
    count=count,
    score=score,
    pairs=pairs,
    takes={
        SUMMARIES: Input(
            'Summaries by a language model or a person: lines of {"id", "summary"}.', summaries_in
        )
    },
    arms={
        "keywords": "키워드 keywords",
        "summary": "꿈의 문장으로 된 요약 extractive summary",
        "llm": "언어 모델의 요약 summary by a language model",
        "raw": "그대로 as it is",
        "habit": "모델의 버릇대로 in the model's habit",
    },
    limits=(
        "영어는 어휘집이 옮긴 것입니다. 요약을 문장으로 번역하면 다를 수 있습니다.",
        "English is what the lexicon says; a summary translated as sentences may differ.",
        "꿈의 요소가 프롬프트에 있다고 해서 모델이 그린 것은 아닙니다. 그것은 투표가 말해 줍니다.",
        "That an element is in the prompt does not mean that a model shows it; votes tell that.",
    ),
)
