"""Measure the policy on passages with a gold outcome; prints one figure a line.

`measure.py FILE [--show]`; every line of FILE holds id, text, expect (allow or refuse), group
(plain, disguised, innocent, ordinary) and category (of the refused ones). `--show` prints the
errors of a development file; it refuses a file called test, of which only rates are ever shown.
"""

import argparse
import json
import time
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from mongyudo.policy import judge
from mongyudo.reading.korean import analyse
from mongyudo.records import Verdict

Gold = dict[str, Any]
Judged = tuple[Gold, Verdict]


def rate(values: Iterable[bool]) -> str:
    """A share with its counts: .950 (57/60)."""
    found = list(values)
    return f"{sum(found) / len(found):.3f} ({sum(found)}/{len(found)})"


def refusals(judged: list[Judged]) -> dict[str, str]:
    """The share refused: right for plain and disguised passages, a false alarm for the others."""
    groups: dict[str, list[bool]] = defaultdict(list)
    for gold, verdict in judged:
        refused = verdict.outcome == "refuse"
        groups[f"refused {gold['group']}"].append(refused)
        if gold["expect"] == "refuse":
            groups[f"  {gold['group']} {gold['category']}"].append(refused)
    return {name: rate(found) for name, found in groups.items()}


def categories(judged: list[Judged]) -> str:
    """Of the passages rightly refused, the share with the gold category among the reasons."""
    return rate(
        gold["category"] in {reason.category for reason in verdict.reasons}
        for gold, verdict in judged
        if gold["expect"] == "refuse" and verdict.outcome == "refuse"
    )


def milliseconds(texts: list[str]) -> str:
    """Time a passage, all in all and beyond the two analyses."""
    start = time.perf_counter()
    for text in texts:
        analyse(text)
    one = time.perf_counter() - start
    start = time.perf_counter()
    for text in texts:
        judge(text, analyse)
    whole = time.perf_counter() - start
    scale = 1000 / len(texts)
    return f"{whole * scale:.1f} ms, one analysis {one * scale:.1f} ms"


def show(judged: list[Judged]) -> None:
    """Print what went wrong."""
    for gold, verdict in judged:
        if verdict.outcome != gold["expect"]:
            met = [(reason.category, reason.term) for reason in verdict.reasons]
            print(f"{gold['id']} {gold['group']} {gold['category']}: {gold['text']} {met}")


def main() -> None:
    """Read the file, print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--show", action="store_true")
    options = parser.parse_args()
    if options.show and "test" in options.file.stem:
        parser.error("a test file is only counted, never shown")
    golds = [json.loads(line) for line in options.file.read_text("utf-8").splitlines() if line]
    texts = [unicodedata.normalize("NFC", gold["text"]) for gold in golds]
    judged = [(gold, judge(text, analyse)) for gold, text in zip(golds, texts, strict=True)]
    for name, value in refusals(judged).items():
        print(f"{name:28} {value}")
    print(f"{'right category':28} {categories(judged)}")
    print(f"{'time a passage':28} {milliseconds(texts)}")
    if options.show:
        show(judged)


if __name__ == "__main__":
    main()
