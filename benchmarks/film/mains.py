"""Whether films show the main actor, place and event that the dreams' own writers named.

Usage: python benchmarks/film/mains.py FILE... [--show] [--segments N]. Every line of a file holds
id, text and `main`: [actor, place, event] as they stand in the text, null for what a dream has not.
A phrase counts as shown where something that `drawn` names stands in it, an event only where that
stands in its predicate: who does it is not what happens. `--show` lists what is not shown, with the
cause.
"""

import argparse
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from drawn import MUST, Shown, Told, lines

from mongyudo.backends.director.direct import direct
from mongyudo.backends.director.repertoire import repertoire
from mongyudo.journey.choices import Choices, set_out
from mongyudo.pipeline import plan_shots
from mongyudo.reading import read
from mongyudo.records import Dream

AUXILIARY = re.compile(
    "있|없|버리|버렸|버림|버려|놓|놨|두었|뒀|주|줬|줌|가|갔|감$|간|오|왔|옴|온|와"
    "|싶|시작|보더|보았|봤|말|하|했|한|함|해|되|됐|됨|된|나$|났|남$"
)
"""How words begin that lean on a predicate (먹어 버렸다) or make one of a noun (절을 했다)."""


def predicate(phrase: str) -> str:
    """The end of `phrase` that says what happens: its last word, with what that leans on."""
    words = phrase.rstrip(". ").split()
    last = len(words) - 1
    while last and AUXILIARY.match(words[last]):
        last -= 1
    return " ".join(words[last:])


def films(file: Path, segments: int) -> Iterator[Shown]:
    """Every dream of `file` that says what its main elements are, read and directed."""
    for line in lines(file):
        if "main" not in line:
            continue
        dream = Dream.of(line["text"], line["id"])
        journey = set_out(dream, Choices(segments=segments))
        shots = tuple(plan_shots(read(dream, segments=segments), journey))
        gold = tuple(
            Told(role, predicate(word) if role == "event" else word, pictured=True, main=True)
            for role, word in zip(MUST, line["main"], strict=True)
            if word
        )
        directions = tuple(direct(shot, repertoire()) for shot in shots)
        yield Shown(dream.id, dream.text, gold, (), shots, directions)


def main() -> None:
    """Count and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", type=Path, nargs="+")
    parser.add_argument("--show", action="store_true")
    parser.add_argument("--segments", type=int, default=2)
    args = parser.parse_args()
    told, shown = Counter[str](), Counter[str]()
    number = whole = 0
    for film in (film for file in args.files for film in films(file, args.segments)):
        missed = [t for t in film.gold if not film.shows(t.word)]
        told.update(t.role for t in film.gold)
        shown.update(t.role for t in film.gold if t not in missed)
        number, whole = number + 1, whole + (not missed)
        for each in missed if args.show else []:
            print(f"{film.id}\t{each.role}\t{each.word}\t{film.cause(each)}")
    print(f"{whole} of {number} films show all three")
    for role, name in MUST.items():
        print(f"{name}: {shown[role]} of {told[role]}")


if __name__ == "__main__":
    main()
