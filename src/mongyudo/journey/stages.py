"""The stages of the journey that need processes and files."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from mongyudo.backends.contract import Backend
from mongyudo.backends.registry import get, ready
from mongyudo.journey.choices import Choices, Journey
from mongyudo.journey.filming import Filmed, Work, film_shots
from mongyudo.journey.workers import Aide, Ask, call
from mongyudo.records import Dream, ReadBy, Reading, Segment, Shot, Verdict

Progress = Callable[[str, float], None]
"""Called with a stage (reading, painting, joining) and the share of it that is done, 0..1."""
NOT_SENT = "영상 정책에 어긋나 보내지 않음 (refused by the policy, so it was not sent)"
NOT_FILMED = "모델의 답이 영상 정책에 어긋남 (the policy refuses what the model answered)"


def read_and_judge(dream: Dream, choices: Choices, ask: Ask = call) -> tuple[Reading, Verdict]:
    """What is understood of a dream, and whether it may be filmed.

    It is judged first: what may not be filmed is sent to no language model. `ask` calls where the
    analyser is loaded.
    """
    from mongyudo.policy import strictest

    verdicts = [_judged(dream.text, choices, ask)]
    for _, phrase in choices.correction.added:  # what was added is filmed as well
        added = _judged(phrase, choices, ask)
        reasons = tuple(replace(reason, start_char=0, end_char=0) for reason in added.reasons)
        verdicts.append(replace(added, reasons=reasons))
    verdict = strictest(verdicts)
    return ask(_read, dream, choices, verdict), verdict


def _judged(text: str, choices: Choices, ask: Ask) -> Verdict:
    """The verdict: judged here, but for a trained filter, whose weights stay where `ask` calls."""
    from mongyudo.policy import review
    from mongyudo.reading.korean import analyse

    if choices.filters.classifier_dir is not None:
        return ask(_reviewed, text, choices)
    return review(text, partial(ask, analyse), choices.filters)


def _reviewed(text: str, choices: Choices) -> Verdict:
    from mongyudo.policy import review
    from mongyudo.reading.korean import analyse

    return review(text, analyse, choices.filters)


def _read(dream: Dream, choices: Choices, verdict: Verdict) -> Reading:
    """The reading by the reader that was chosen. A language model's answer is judged, too."""
    from mongyudo.policy import review
    from mongyudo.reading.correcting import read_corrected
    from mongyudo.reading.korean import analyse

    def read_by(**reader: Any) -> Reading:
        segments = 1 if choices.method == "category" else choices.segments
        return read_corrected(
            dream, choices.correction, segments=segments, lexicon_dir=choices.lexicon_dir, **reader
        )

    if choices.model is None:
        return read_by()
    asked = ReadBy(model=choices.model.server.model, server=choices.model.server.host)
    if verdict.outcome == "refuse":
        return replace(read_by(), read_by=replace(asked, fallback=NOT_SENT))
    from mongyudo.reading.llm import read_with

    reading = read_by(reader=partial(read_with, choices.model))
    told = "\n".join(
        words for s in reading.segments for words in (s.prompt, *(k.en for k in s.keywords))
    )
    if reading.read_by.reader == "llm" and review(told, analyse, choices.filters).reasons:
        by = replace(reading.read_by, reader="offline", fallback=NOT_FILMED)
        return replace(read_by(), read_by=by)
    return reading


def read_beside_imports(journey: Journey, progress: Progress) -> tuple[Reading, Verdict]:
    """`read_and_judge` with the analyser in a child, since loading it holds the interpreter.

    Meanwhile this process imports what filming needs, and reads the policy's rules.
    """
    progress("reading", 0.0)
    aide = Aide()
    try:
        aide.begin(_load_analyser)
        backend = ready(journey.choices.backend, journey.choices.options)
        if backend.spec.parallel_shots:
            _rehearse(backend, journey)
        understood = read_and_judge(journey.dream, journey.choices, aide.ask)
    finally:
        aide.stop()
    journey.watch.note("reading")
    progress("reading", 1.0)
    return understood


def _load_analyser() -> None:
    """It loads half of itself at its first call; the lexicon is loaded with it."""
    from mongyudo.reading import read

    read(Dream.of("꿈을 꾸었다."))


def _rehearse(backend: Backend, journey: Journey) -> None:
    """Render one frame of nothing: what is imported and cached here, the painters inherit."""
    nothing = Segment(0, 0, "", (), "")
    shot = Shot(
        0, nothing, "중립", "기타", None, 0, journey.shape.size_px, journey.shape.fps, 1.0,
        style=journey.choices.style,
    )  # fmt: skip
    session = backend.open()
    try:
        next(session.render(shot, lambda: False).frames)
    finally:
        session.close()


def paint(shots: list[Shot], journey: Journey, bench: Path, progress: Progress) -> list[Filmed]:
    """Film every shot into `bench`."""
    from mongyudo.journey.overlays import overlays_for

    def report(share: float) -> None:
        if share > 0:
            journey.watch.note("first_frame")
        progress("painting", share)

    choices = journey.choices
    works = [
        Work(
            choices.backend,
            shot,
            bench,
            overlays_for(shot, choices),
            choices.sound,
            choices.options,
            choices.frames_check,
        )
        for shot in shots
    ]
    filmed = film_shots(works, report)
    journey.watch.note("painting")
    return filmed


def _sign(journey: Journey, bench: Path, names: list[str]) -> None:
    """Sign what was made, where the operator has set a certificate and a key."""
    from mongyudo import __version__
    from mongyudo.film.credentials import KINDS, sign
    from mongyudo.policy.label import TITLE, source_type

    choices = journey.choices
    if choices.seal is not None:
        files = [bench / name for name in names if Path(name).suffix in KINDS]
        kind = source_type(trained=get(choices.backend).spec.trained)
        sign(files, choices.seal, version=__version__, title=TITLE, source_type=kind)


def put_together(
    filmed: list[Filmed], journey: Journey, bench: Path, progress: Progress
) -> list[str]:
    """Join, sound, caption and label what was painted; the names of the files in `bench`."""
    from mongyudo.film.assemble import Assembly, assemble
    from mongyudo.film.captions import captions
    from mongyudo.film.sheet import write_sheet
    from mongyudo.ink import reveal
    from mongyudo.journey.manifest import label_of

    progress("joining", 0.0)
    first = filmed[0].clip
    segments = [each.clip.shot.segment for each in filmed]
    parts = Assembly(
        pieces=tuple(each.piece for each in filmed),
        beds=tuple(each.bed for each in filmed if each.bed is not None),
        cues=captions(segments, [each.clip.duration_s for each in filmed]).cues,
        label=label_of(journey.choices.backend),
        bleed_field=reveal(first.size_px, journey.seed, journey.choices.style),
    )
    names = assemble(bench, parts, journey.choices.cut)
    if journey.choices.sheet:
        names.append(write_sheet(bench, parts.pieces))
    _sign(journey, bench, names)
    names += [each.log for each in filmed if each.log]
    journey.watch.note("joining")
    progress("joining", 1.0)
    return names
