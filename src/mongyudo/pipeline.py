"""The journey of a dream, to be read aloud.

By emotion (method 2): the dream is read, its emotion chooses the adapter, it is split into two
scenes, each scene's keywords make a prompt, the policy judges, and each scene becomes a clip.
By category (method 1): the dream stays whole, its keywords make the prompt and its category
chooses the adapter; the policy judges, and it becomes one clip.
"""

from pathlib import Path

from mongyudo.errors import RefusedError
from mongyudo.film.assemble import CAPTIONS, FILM, POSTER, segment_name
from mongyudo.film.folder import MANIFEST, move_in, workshop, write_manifest
from mongyudo.journey.choices import Choices, Journey, set_out
from mongyudo.journey.manifest import describe_film, describe_refusal
from mongyudo.journey.stages import Progress, paint, put_together, read_beside_imports
from mongyudo.policy.label import REASONS_KO, REFUSAL_EN, REFUSAL_KO
from mongyudo.reading.title import suggest_title
from mongyudo.records import Clip, Dream, Film, Reading, Shot, Verdict


def make_film(dream: Dream, choices: Choices, folder: Path, progress: Progress) -> Film:
    """The whole journey: `dream` becomes a film in `folder`, with film.json beside it.

    Raises:
        RefusedError: the policy refuses the dream, or what was painted of it; the reading and the
            verdict are in film.json, and which frame showed what.
        MongyudoError: anything else that is foreseen; no half file stands under a final name.
    """
    journey = set_out(dream, choices)
    with workshop(folder) as bench:
        reading, verdict = read_beside_imports(journey, progress)
        try:
            _insist_on_allowed(verdict, folder / MANIFEST)
            filmed = paint(plan_shots(reading, journey), journey, bench, progress)
        except RefusedError as error:
            manifest = describe_refusal(journey, reading, verdict, error)
            move_in(bench, folder, [write_manifest(bench, manifest)])
            raise
        names = put_together(filmed, journey, bench, progress)
        clips = tuple(each.clip for each in filmed)
        names.append(write_manifest(bench, describe_film(journey, reading, verdict, clips)))
        move_in(bench, folder, names)
    return film_in(folder, clips, choices)


def _insist_on_allowed(verdict: Verdict, told_in: Path) -> None:
    if verdict.outcome != "refuse":
        return
    found = dict.fromkeys(reason.category for reason in verdict.reasons)
    raise RefusedError(
        f"{REFUSAL_KO} 까닭: {', '.join(REASONS_KO[each] for each in found)}. "
        f"({REFUSAL_EN} Why: {', '.join(found)}.) "
        f"읽은 내용과 심사 결과 (what was read, and the verdict): {told_in}"
    )


def plan_shots(reading: Reading, journey: Journey) -> list[Shot]:
    """One shot a segment, with the adapter of its emotion, or of its category in that method."""
    method = journey.choices.method
    label = reading.category.label if method == "category" else reading.emotion.label
    title = suggest_title(reading)
    whole = "".join(segment.text for segment in reading.segments)
    return [
        Shot(
            index=index,
            segment=segment,
            emotion=reading.emotion.label,
            category=reading.category.label,
            adapter=f"{method}:{label}",
            seed=journey.seed + index,
            size_px=journey.shape.size_px,
            fps=journey.shape.fps,
            duration_s=journey.shape.length_s(segment.text),
            style=journey.choices.style,
            card=journey.choices.card,
            title="" if index else title,
            context=whole,
            earlier=tuple(e for before in reading.segments[:index] for e in before.elements),
        )
        for index, segment in enumerate(reading.segments)
    ]


def film_in(folder: Path, clips: tuple[Clip, ...], choices: Choices) -> Film:
    """The record of a film that stands finished in `folder`."""
    return Film(
        folder=folder,
        clips=clips,
        segments=tuple(
            folder / segment_name(clip.shot.index) for clip in clips if choices.cut != "joined"
        ),
        joined=None if choices.cut == "separate" else folder / FILM,
        poster=folder / POSTER,
        captions=folder / CAPTIONS,
    )
