"""The dream's own words as captions: WebVTT beside the film, cues that can be read in time."""

import re
from dataclasses import dataclass

from mongyudo.records import Segment

READ_CHARS_PER_S = 14.0
"""Reading speed for Korean subtitles, close to broadcasters' upper limit of about 13-15."""

_PHRASE_END = re.compile(r"(?<=[.!?…~\n,;])\s+|(?<=(?:는데|다가|더니|하고|해서|지만|니까))\s+")
_LONGEST_CUE_CHARS = 34


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


def captions(segments: tuple[Segment, ...], duration_s: float) -> Captions:
    """Cues for segments of `duration_s` each.

    A segment that cannot be read in its time keeps the phrases that hold its keywords, unaltered
    and in order; the full text is in the manifest.
    """
    cues: list[Cue] = []
    complete = True
    for index, segment in enumerate(segments):
        phrases = _phrases(segment.text)
        chosen = _readable(phrases, segment, duration_s)
        complete = complete and len(chosen) == len(phrases)
        cues.extend(_timed(chosen, index * duration_s, duration_s))
    return Captions(tuple(cues), complete)


def webvtt(cues: tuple[Cue, ...]) -> str:
    """The WebVTT file of `cues`."""
    blocks = ["WEBVTT\nLanguage: ko"]
    for number, cue in enumerate(cues, start=1):
        times = f"{_clock(cue.start_s)} --> {_clock(cue.end_s)}"
        blocks.append(f"{number}\n{times}\n{_escape(cue.text)}")
    return "\n\n".join(blocks) + "\n"


def _phrases(text: str) -> list[str]:
    """Sentences, cut further at commas and clause endings until each fits a cue."""
    pieces: list[str] = []
    for piece in _PHRASE_END.split(" ".join(text.split(" "))):
        pieces.extend(_wrapped(" ".join(piece.split())))
    return _merged([piece for piece in pieces if piece])


def _wrapped(piece: str) -> list[str]:
    lines: list[str] = []
    line = ""
    for word in piece.split(" "):
        for part in _chopped(word):
            if line and len(line) + 1 + len(part) > _LONGEST_CUE_CHARS:
                lines.append(line)
                line = part
            else:
                line = f"{line} {part}".strip()
    return [*lines, line]


def _chopped(word: str) -> list[str]:
    size = _LONGEST_CUE_CHARS
    return [word[at : at + size] for at in range(0, len(word), size)]


def _merged(pieces: list[str]) -> list[str]:
    """Neighbours that fit one cue together share it."""
    merged: list[str] = []
    for piece in pieces:
        fits = merged and len(merged[-1]) + 1 + len(piece) <= _LONGEST_CUE_CHARS * 2 // 3
        if fits and not merged[-1].endswith((".", "!", "?", "…")):
            merged[-1] += f" {piece}"
        else:
            merged.append(piece)
    return merged


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


def _clock(seconds: float) -> str:
    millis = round(seconds * 1000)
    minutes, millis = divmod(millis, 60_000)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02}:{minutes:02}:{millis // 1000:02}.{millis % 1000:03}"


def _escape(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
