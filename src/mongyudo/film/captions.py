"""The dream's own words as captions: WebVTT beside the film, cues that can be read in time."""

from collections.abc import Sequence
from dataclasses import dataclass

from mongyudo.linebreaks import broken, in_lines
from mongyudo.records import Segment

READ_CHARS_PER_S = 14.0
"""Reading speed for Korean subtitles, close to broadcasters' upper limit of about 13-15."""

AT_EASE_CHARS_PER_S = 12.0
"""Speed at which everybody reads along (Netflix, Korean Timed Text Style Guide: 12 for adults)."""

LONGEST_CUE_CHARS = 34
"""Two lines of seventeen, the width of Korean subtitles."""

LONGEST_LINE_CHARS = 17
_IDEAL_CUE_CHARS = 20
_SHORT_CUE_CHARS = 8
"""A shorter cue is gone before it is read."""


@dataclass(frozen=True, slots=True)
class Cue:
    """A caption and when it is shown, in seconds from the start of the film."""

    start_s: float
    end_s: float
    text: str


@dataclass(frozen=True, slots=True)
class Captions:
    """The cues of a film; `complete` says whether every word of the dream is in them."""

    cues: tuple[Cue, ...]
    complete: bool


def read_along_s(text: str) -> float:
    """How many seconds it takes to read `text` at ease, caption by caption."""
    return sum(map(len, _phrases(text))) / AT_EASE_CHARS_PER_S


def captions(segments: Sequence[Segment], lengths_s: Sequence[float]) -> Captions:
    """Cues for segments that follow one another, each shown for its length of `lengths_s`.

    A segment that cannot be read in its time keeps the phrases that hold its keywords, unaltered
    and in order; the full text is in the manifest.
    """
    cues: list[Cue] = []
    complete, start_s = True, 0.0
    for segment, length_s in zip(segments, lengths_s, strict=True):
        phrases = _phrases(segment.text)
        chosen = _readable(phrases, segment, length_s)
        complete = complete and len(chosen) == len(phrases)
        cues.extend(_timed(chosen, start_s, length_s))
        start_s += length_s
    return Captions(tuple(cues), complete)


def webvtt(cues: tuple[Cue, ...]) -> str:
    """The WebVTT file of `cues`."""
    blocks = ["WEBVTT\nLanguage: ko"]
    for number, cue in enumerate(cues, start=1):
        times = f"{_clock(cue.start_s)} --> {_clock(cue.end_s)}"
        blocks.append(f"{number}\n{times}\n{_escape(_lines(cue.text))}")
    return "\n\n".join(blocks) + "\n"


def _phrases(text: str) -> list[str]:
    """The text in cues: between phrases, never inside a word that fits a cue, none too short."""
    words = [part for word in text.split() for part in _chopped(word)]

    def cost(first: int, end: int) -> float:
        length = sum(map(len, words[first:end])) + end - first - 1
        if length > LONGEST_CUE_CHARS:
            return float("inf")
        uneven = 1.5 * ((length - _IDEAL_CUE_CHARS) / _IDEAL_CUE_CHARS) ** 2
        short = 3.0 if length < _SHORT_CUE_CHARS else 0.0
        mixed = sum(word.endswith((".", "!", "?", "…")) for word in words[first : end - 1])
        return 0.6 + uneven + short + 1.6 * mixed

    return broken(words, cost)


def _chopped(word: str) -> list[str]:
    size = LONGEST_CUE_CHARS
    return [word[at : at + size] for at in range(0, len(word), size)]


def _readable(phrases: list[str], segment: Segment, duration_s: float) -> list[str]:
    budget_chars = READ_CHARS_PER_S * duration_s
    if sum(map(len, phrases)) <= budget_chars:
        return phrases
    ranked = sorted(range(len(phrases)), key=lambda at: (-_weight(phrases[at], segment), at))
    kept: set[int] = set()
    for at in ranked:
        if not kept or budget_chars >= len(phrases[at]):
            kept.add(at)
            budget_chars -= len(phrases[at])
    return [phrases[at] for at in sorted(kept)]


def _weight(phrase: str, segment: Segment) -> float:
    """Keywords a character; a keyword counts when its first word stands in the phrase."""
    words = [keyword.ko.split(" ")[0] for keyword in segment.keywords]
    return sum(word in phrase for word in words) / (10 + len(phrase))


def _timed(phrases: list[str], start_s: float, duration_s: float) -> list[Cue]:
    total = sum(map(len, phrases))
    cues = []
    at_s = start_s
    for phrase in phrases:
        end_s = at_s + duration_s * len(phrase) / total
        cues.append(Cue(at_s, end_s, phrase))
        at_s = end_s
    return cues


def _lines(text: str) -> str:
    """A cue on one line, or on two that are broken between phrases."""
    return "\n".join(in_lines(text, 1 if len(text) <= LONGEST_LINE_CHARS else 2))


def _clock(seconds: float) -> str:
    millis = round(seconds * 1000)
    minutes, millis = divmod(millis, 60_000)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02}:{minutes:02}:{millis // 1000:02}.{millis % 1000:03}"


def _escape(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
