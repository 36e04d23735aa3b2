"""A trained filter beside the rules: a folder that `mongyudo policy train` wrote."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.metadata import entry_points
from pathlib import Path
from typing import Any, Protocol, cast

from mongyudo.errors import PolicyError
from mongyudo.policy import light
from mongyudo.policy.hangul import is_syllable
from mongyudo.policy.restore import restored
from mongyudo.policy.rules import book
from mongyudo.policy.views import clean
from mongyudo.records import Analysis, PolicyCategory, Reason, Span, Verdict

GROUP = "mongyudo.classifiers"
"""Entry points of engines beside the light one: each loads the filter in a folder."""
CARD = "card.json"
SOURCE = "classifier"
Analyse = Callable[[str], Analysis]


class Classifier(Protocol):
    """A trained model that knows the categories of the policy."""

    def odds(self, text: str, analyse: Analyse) -> Mapping[str, float]:
        """A probability for "allow" and for each category, in sum 1."""
        ...


@dataclass(frozen=True, slots=True)
class Filter:
    """A classifier with its card; it refuses where all categories together pass `threshold`."""

    classifier: Classifier
    threshold: float
    card: Mapping[str, Any]

    def judge(self, text: str, analyse: Analyse) -> Verdict:
        """Refused for the likeliest category, at the sentence that tells it most clearly.

        What is not Korean, such as a prompt in English, is not judged: passages are Korean.
        """
        if not is_korean(text) or self.refusal(text, analyse) <= self.threshold:
            return Verdict("allow")
        odds = {k: p for k, p in self.classifier.odds(text, analyse).items() if k != "allow"}
        category = cast(PolicyCategory, max(odds, key=lambda name: odds[name]))
        place = self._clearest(text, analyse)
        term = text[place.start_char : place.end_char]
        return Verdict(
            "refuse", (Reason(category, term, place.start_char, place.end_char, SOURCE),)
        )

    def refusal(self, text: str, analyse: Analyse) -> float:
        """The probability that the text may not be filmed, 0..1."""
        return 1.0 - self.classifier.odds(text, analyse)["allow"]

    def _clearest(self, text: str, analyse: Analyse) -> Span:
        sentences = analyse(text).sentences or (Span(0, len(text)),)
        if len(sentences) == 1:
            return sentences[0]
        return max(sentences, key=lambda s: self.refusal(text[s.start_char : s.end_char], analyse))


def is_korean(text: str) -> bool:
    """Whether Hangul tells at least as much as Latin letters, of which two make a syllable;
    disguises undone."""
    meant = restored(clean(text), book()).text
    hangul = sum(is_syllable(char) for char in meant)
    return hangul > 0 and 2 * hangul >= sum("a" <= char <= "z" for char in meant)


@cache
def filter_in(folder: Path) -> Filter:
    """The filter of a folder, read once.

    Raises PolicyError where there is none, where card and weights are not of one training, or
    where its engine is not installed: a filter that was asked for is never left out.
    """
    card = read_card(folder)
    if card["weights_hash"] != hash_of(folder, card["weights"]):
        raise PolicyError(
            f"{folder}: the weights are not those that {CARD} tells of. Train the filter again."
        )
    try:
        classifier = _engine(str(card["engine"]))(folder)
    except ImportError as error:
        raise PolicyError(
            f"{folder}: a filter of this kind needs the package {error.name}. "
            'Run: pip install "mongyudo[models]"'
        ) from error
    except (OSError, KeyError, ValueError) as error:
        raise PolicyError(f"{folder}: the filter cannot be read: {error}") from error
    return Filter(classifier, float(card["threshold"]), card)


def _engine(name: str) -> Callable[[Path], Classifier]:
    if name == "light":
        return light.load
    found = next((entry for entry in entry_points(group=GROUP) if entry.name == name), None)
    if found is None:
        raise PolicyError(f"no engine {name!r} for filters is installed. Reinstall mongyudo.")
    engine: Callable[[Path], Classifier] = found.load()
    return engine


def read_card(folder: Path) -> dict[str, Any]:
    """What a filter says of itself; raises PolicyError where there is none."""
    try:
        card: dict[str, Any] = json.loads((folder / CARD).read_text("utf-8"))
        missing = {"engine", "threshold", "weights", "weights_hash"} - card.keys()
    except (OSError, ValueError, AttributeError) as error:
        raise PolicyError(
            f"policy_classifier = {folder}: no filter is there ({error}). "
            "Make one with: mongyudo policy train DATA.jsonl -o DIR"
        ) from error
    if missing:
        raise PolicyError(f"{folder / CARD} lacks {', '.join(sorted(missing))}")
    return card


def hash_of(folder: Path, names: list[str]) -> str:
    """SHA-256 over the names and bytes of a filter's files of weights."""
    digest = sha256()
    for name in sorted(names):
        digest.update(name.encode() + b"\0" + (folder / name).read_bytes())
    return digest.hexdigest()
