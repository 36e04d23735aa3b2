"""Measure the reader on dreams with gold answers; prints one figure a line.

`measure.py FILE [--show WHAT]`; every line of FILE holds id, text, emotion, category (the first
is the best, the others are acceptable), cuts, keywords and english (ideas, each a list of words).
`--show` prints what went wrong in a development file; it refuses a file called test.
"""

import argparse
import json
import re
import time
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from mongyudo.reading import read
from mongyudo.reading.korean import analyse
from mongyudo.records import EMOTIONS, Dream, Reading

Gold = dict[str, Any]
CUT_TOLERANCE_CHARS = 3
LEAST_SHARED = 0.5
_PARTICLES = re.compile("(?<=..)(?:에서|으로|에게|이랑|의|을|를|이|가|은|는|에|로|와|과|도|만|랑)$")
_CONTENT = ("N", "V", "XR", "MAG", "SL", "MM")


def bare(phrase: str) -> list[str]:
    """The phrase's words without particles."""
    return [_PARTICLES.sub("", word) for word in phrase.lower().split()]


def same(ours: str, gold: str, *, strict: bool = False) -> bool:
    """One equals the other, or holds its head and shares half of the characters.

    Half of the shorter phrase's characters; `strict`: of the longer one's.
    """
    a, b = bare(ours), bare(gold)
    if not a or not b:
        return False
    left, right = "".join(a), "".join(b)
    shared = (Counter(left) & Counter(right)).total()
    holds = a[-1] in right or b[-1] in left
    whole = (max if strict else min)(len(left), len(right))
    return left == right or (holds and shared >= LEAST_SHARED * whole)


def matched(ours: list[str], gold: list[str], *, strict: bool = False) -> dict[int, int]:
    """A largest one-to-one matching: index in `ours` by index in `gold`."""
    edges = [[j for j, mine in enumerate(ours) if same(mine, want, strict=strict)] for want in gold]
    owner: dict[int, int] = {}

    def seek(i: int, seen: set[int]) -> bool:
        for j in edges[i]:
            if j not in seen:
                seen.add(j)
                if j not in owner or seek(owner[j], seen):
                    owner[j] = i
                    return True
        return False

    for i in range(len(gold)):
        seek(i, set())
    return {i: j for j, i in owner.items()}


def stems(phrase: str) -> set[str]:
    """The content stems of a phrase."""
    return {
        t.lemma.removesuffix("다") for t in analyse(phrase).tokens if t.tag.startswith(_CONTENT)
    }


def keywords_of(reading: Reading) -> list[str]:
    """All keywords of a dream."""
    return [keyword.ko for segment in reading.segments for keyword in segment.keywords]


def english_of(reading: Reading) -> str:
    """Everything English that a backend is given."""
    parts = [segment.prompt for segment in reading.segments]
    parts += [keyword.en for segment in reading.segments for keyword in segment.keywords]
    return " . ".join(parts).lower()


def holds_idea(english: str, idea: list[str]) -> bool:
    """Whether one of the idea's words stands in the English as a whole word."""
    return any(re.search(rf"\b{re.escape(word.lower())}\b", english) for word in idea)


def cut_right(gold: Gold, reading: Reading) -> bool:
    """Whether the first cut is one that the gold accepts; without gold cuts, one scene is right."""
    if not gold["cuts"]:
        return len(reading.segments) == 1
    if len(reading.segments) == 1:
        return False
    ours = len(gold["text"][: reading.segments[0].end_char].rstrip())
    accepted = [len(gold["text"][:cut].rstrip()) for cut in gold["cuts"]]
    return any(abs(ours - cut) <= CUT_TOLERANCE_CHARS for cut in accepted)


def lossless(gold: Gold, reading: Reading) -> bool:
    """Whether the scenes joined are the dream."""
    return "".join(segment.text for segment in reading.segments) == Dream.of(gold["text"]).text


def mean(values: Iterable[float]) -> float:
    """The mean, 0 for nothing."""
    found = list(values)
    return sum(found) / len(found) if found else 0.0


def keyword_figures(pairs: list[tuple[Gold, Reading]]) -> dict[str, float]:
    """One-to-one precision, recall and F1, keywords a dream, recall of multi-word phrases."""
    hits = strict = ours_total = gold_total = most = 0
    multi: list[bool] = []
    for gold, reading in pairs:
        ours = keywords_of(reading)
        hits += len(matched(ours, gold["keywords"]))
        strict += len(matched(ours, gold["keywords"], strict=True))
        ours_total, gold_total = ours_total + len(ours), gold_total + len(gold["keywords"])
        most = max(most, len(ours))
        have = [stems(phrase) for phrase in ours]
        wanted = [stems(phrase) for phrase in gold["keywords"] if " " in phrase]
        multi += [any(want <= mine for mine in have) for want in wanted]
    precision, recall = hits / max(1, ours_total), hits / max(1, gold_total)
    return {
        "keyword precision": precision,
        "keyword recall": recall,
        "keyword F1": 2 * precision * recall / max(1e-9, precision + recall),
        "  of the longer phrase": 2 * strict / max(1, ours_total + gold_total),
        "keywords a dream": ours_total / len(pairs),
        "most keywords": most,
        "multi-word recall": mean(multi),
    }


def figures(pairs: list[tuple[Gold, Reading]]) -> dict[str, float]:
    """Every figure but the speed."""
    result = {"emotion accuracy": mean(g["emotion"] == r.emotion.label for g, r in pairs)}
    for emotion in EMOTIONS:
        own = [r.emotion.label == emotion for g, r in pairs if g["emotion"] == emotion]
        result[f"  recall {emotion} ({len(own)})"] = mean(own)
    result["category first"] = mean(g["category"][0] == r.category.label for g, r in pairs)
    result["category acceptable"] = mean(r.category.label in g["category"] for g, r in pairs)
    result["cut accepted"] = mean(cut_right(g, r) for g, r in pairs)
    result |= keyword_figures(pairs)
    ideas = [holds_idea(english_of(r), idea) for g, r in pairs for idea in g.get("english", [])]
    result["English ideas"] = mean(ideas)
    result["lossless"] = mean(lossless(g, r) for g, r in pairs)
    words = [len(s.prompt.split()) for _, r in pairs for s in r.segments]
    result["longest prompt (words)"] = max(words)
    return result


def show_emotion(gold: Gold, reading: Reading) -> str:
    """The wrong emotion and the right one."""
    if gold["emotion"] == reading.emotion.label:
        return ""
    return f"{reading.emotion.label} should be {gold['emotion']}: {gold['text']}"


def show_category(gold: Gold, reading: Reading) -> str:
    """The wrong category, its best scores, and the right ones."""
    if reading.category.label == gold["category"][0]:
        return ""
    mark = "second" if reading.category.label in gold["category"] else "WRONG"
    best = sorted(reading.category.scores.items(), key=lambda item: -item[1])[:4]
    scores = " ".join(f"{label} {score:.2f}" for label, score in best)
    return f"{mark}: {scores} | gold {gold['category']}: {gold['text']}"


def show_cut(gold: Gold, reading: Reading) -> str:
    """Where the text was cut (/) and where it should be (|)."""
    if cut_right(gold, reading):
        return ""
    marks = [(cut, "|") for cut in gold["cuts"]]
    marks += [(segment.end_char, "/") for segment in reading.segments[:-1]]
    text: str = gold["text"]
    for position, mark in sorted(marks, reverse=True):
        text = f"{text[:position]} {mark}{mark}{mark} {text[position:]}"
    return text


def show_keywords(gold: Gold, reading: Reading) -> str:
    """What was missed, what was too much and what matched."""
    ours, want = keywords_of(reading), gold["keywords"]
    pairs = matched(ours, want)
    missed = [phrase for i, phrase in enumerate(want) if i not in pairs]
    spare = [phrase for j, phrase in enumerate(ours) if j not in pairs.values()]
    good = [f"{want[i]}={ours[j]}" for i, j in pairs.items()]
    return f"{gold['text']}\n   - {missed}\n   + {spare}\n   = {good}"


def show_english(gold: Gold, reading: Reading) -> str:
    """The ideas that the English lacks."""
    english = english_of(reading)
    lacking = ["|".join(idea) for idea in gold.get("english", []) if not holds_idea(english, idea)]
    return f"lacks {lacking} unknown {reading.unknown}\n   {gold['text']}\n   {english}"


SHOWS: dict[str, Callable[[Gold, Reading], str]] = {
    "emotion": show_emotion,
    "category": show_category,
    "cut": show_cut,
    "keywords": show_keywords,
    "english": show_english,
}


def main() -> None:
    """Read the file, print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--show", choices=SHOWS)
    options = parser.parse_args()
    if options.show and "test" in options.file.stem:
        parser.error("a test file is only counted, never shown")
    golds = [json.loads(line) for line in options.file.read_text("utf-8").splitlines() if line]
    read(Dream.of("꿈을 꾸었다."))
    start = time.perf_counter()
    pairs = [(gold, read(Dream.of(gold["text"], gold["id"]))) for gold in golds]
    rate = len(golds) / (time.perf_counter() - start)
    for name, value in figures(pairs).items():
        print(f"{name:28} {value:6.3f}")
    print(f"{'dreams a second, warm':28} {rate:6.1f}")
    for gold, reading in pairs if options.show else []:
        if shown := SHOWS[options.show](gold, reading):
            print(f"{gold['id']} {shown}")


if __name__ == "__main__":
    main()
