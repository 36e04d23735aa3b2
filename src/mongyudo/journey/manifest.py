"""film.json: everything about a film, so that it can be understood and made again."""

import platform
from collections.abc import Mapping
from dataclasses import asdict
from datetime import UTC, datetime
from importlib.metadata import version
from typing import Any

from mongyudo import __version__
from mongyudo.backends.registry import get
from mongyudo.errors import RefusedError
from mongyudo.film.assemble import CAPTIONS, FILM, POSTER, segment_name
from mongyudo.film.captions import captions
from mongyudo.film.music import music_name
from mongyudo.film.sheet import SHEET
from mongyudo.journey.choices import Choices, Journey
from mongyudo.policy.combining import strictest
from mongyudo.policy.frames import FramesRefusedError
from mongyudo.policy.label import (
    NOTICE_EN,
    NOTICE_KO,
    VISIBLE_MARK,
    container_metadata,
    source_type,
)
from mongyudo.records import (
    PLAIN_CARD,
    Clip,
    Heard,
    Reading,
    Scored,
    Segment,
    StyleCard,
    Verdict,
)

LIBRARIES = ("av", "kiwipiepy", "kiwipiepy_model", "numpy", "skia-python")


def label_of(backend: str) -> dict[str, str]:
    """The container metadata of a film made by `backend`."""
    return container_metadata(__version__, backend, trained=get(backend).spec.trained)


def reading_json(reading: Reading, verdict: Verdict) -> dict[str, Any]:
    """The line that `mongyudo read --json` prints (design.md, Commands)."""
    return {
        "id": reading.id,
        "emotion": _scored_json(reading.emotion),
        "category": _scored_json(reading.category),
        "segments": [_segment_json(segment) for segment in reading.segments],
        "verdict": asdict(verdict),
        "unknown": list(reading.unknown),
        "read_by": asdict(reading.read_by),
    }


def _scored_json(scored: Scored) -> dict[str, Any]:
    scores = {label: round(score, 4) for label, score in scored.scores.items()}
    return {"label": scored.label, "scores": scores}


def _segment_json(segment: Segment) -> dict[str, Any]:
    full = asdict(segment)
    order = ("start_char", "end_char", "text", "keywords", "prompt", "elements")
    return {name: full[name] for name in order}


def card_json(card: StyleCard) -> dict[str, Any]:
    """What a style card says, without what it leaves to the dream; {} for a plain one."""
    return {name: value for name, value in asdict(card).items() if value != _PLAIN[name]}


_PLAIN = asdict(PLAIN_CARD)


def describe_refusal(
    journey: Journey, reading: Reading, verdict: Verdict, error: RefusedError
) -> dict[str, Any]:
    """The manifest of a dream that may not be filmed: what was read, and why not; and what a frame
    showed that may not be shown, where that was the reason."""
    head = _head(journey, "refused")
    if not isinstance(error, FramesRefusedError):
        return {**head, "reading": reading_json(reading, verdict)}
    verdict = strictest([verdict, Verdict("refuse", (error.reason,))])
    return {
        **head,
        "reading": reading_json(reading, verdict),
        "backend": journey.choices.backend,
        "frames_refused": [asdict(error.seen)],
    }


def describe_film(
    journey: Journey, reading: Reading, verdict: Verdict, clips: tuple[Clip, ...]
) -> dict[str, Any]:
    """The manifest of a finished film."""
    choices, shape = journey.choices, journey.shape
    lengths_s = [clip.duration_s for clip in clips]
    told = captions([clip.shot.segment for clip in clips], lengths_s)
    return {
        **_head(journey, "filmed"),
        "reading": reading_json(reading, verdict),
        "backend": choices.backend,
        "licence": get(choices.backend).spec.licence,
        "style": choices.style,
        "card": card_json(choices.card),
        "cut": choices.cut,
        "size_px": list(clips[0].size_px),
        "fps": clips[0].fps,
        "duration_s": round(sum(lengths_s), 3),
        "notes": list(shape.notes),
        "shots": [_shot_json(clip, keeps_file=choices.cut != "joined") for clip in clips],
        "files": {
            "film": None if choices.cut == "separate" else FILM,
            "poster": POSTER,
            "captions": CAPTIONS,
            "sheet": SHEET if choices.sheet else None,
        },
        "captions": {"complete": told.complete, "burnt_in": choices.burn_captions},
        "sound": _sound_json(clips) if choices.sound else [],
        "label": {"mark": VISIBLE_MARK, "notice": [NOTICE_KO, NOTICE_EN]}
        | {"container": label_of(choices.backend), "c2pa": _c2pa_json(choices)},
        "cost_usd": _cost_usd(clips),
        "timings_s": journey.watch.stages_s,
    }


def _cost_usd(clips: tuple[Clip, ...]) -> float:
    """What was paid for the film, stills too; the estimate where a provider did not say."""
    bought = [clip.made_with for clip in clips]
    bought += [still for told in bought if isinstance(still := told.get("still"), Mapping)]
    paid = (told.get("cost_usd") or told.get("estimate_usd") for told in bought)
    return round(sum(usd for usd in paid if isinstance(usd, float)), 4)


def _c2pa_json(choices: Choices) -> dict[str, Any]:
    """Whether the files are signed, as what; else why not."""
    if choices.seal is None:
        return {"signed": False, "reason": "c2pa_certificate and c2pa_key are not set"}
    trained = get(choices.backend).spec.trained
    return {"signed": True, "digital_source_type": source_type(trained=trained)}


def _head(journey: Journey, outcome: str) -> dict[str, Any]:
    return {
        "outcome": outcome,
        "created_at": datetime.now(UTC).isoformat(timespec="seconds"),
        "dream": asdict(journey.dream),
        "route": journey.choices.route,
        "method": journey.choices.method,
        "seed": journey.seed,
        "versions": _versions(),
    }


def _versions() -> dict[str, str]:
    libraries = {name: version(name) for name in LIBRARIES}
    return {"mongyudo": __version__, "python": platform.python_version(), **libraries}


def _shot_json(clip: Clip, *, keeps_file: bool) -> dict[str, Any]:
    shot = clip.shot
    return {
        "index": shot.index,
        "file": segment_name(shot.index) if keeps_file else None,
        "emotion": shot.emotion,
        "category": shot.category,
        "adapter": shot.adapter,
        "seed": shot.seed,
        "frames": clip.frames,
        "size_px": list(clip.size_px),
        "fps": clip.fps,
        "title": shot.title,
        "prompt": clip.prompt,
        "drawn": [asdict(drawn) for drawn in clip.drawn],
        "missing": list(clip.missing),
        "notes": list(clip.notes),
        **clip.made_with,
    }


def _sound_json(clips: tuple[Clip, ...]) -> list[dict[str, Any]]:
    """Per scene the music, and each sound with the seconds at which it begins."""
    return [
        {"music": music_name(clip.shot.emotion), "heard": _heard_json(clip.heard)} for clip in clips
    ]


def _heard_json(heard: tuple[Heard, ...]) -> dict[str, list[float]]:
    found: dict[str, list[float]] = {}
    for each in heard:
        found.setdefault(each.sound, []).append(round(each.at_s, 2))
    return found
