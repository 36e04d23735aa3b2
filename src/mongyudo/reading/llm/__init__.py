"""Dream -> Reading by a language model, held to the text: what has no ground in it is dropped.

Names, numbers and places stay here (mongyudo.reading.anonymising). Where the model cannot be asked
or gives nothing to use, the offline reader reads, and the reading says so.
"""

from dataclasses import replace
from pathlib import Path

from mongyudo.chat import Model, Server, UnansweredError, Usage, ask, cost_usd
from mongyudo.errors import ProviderError
from mongyudo.reading import check_text, read
from mongyudo.reading.anonymising import Hidden, hide
from mongyudo.reading.elements import find_hits
from mongyudo.reading.korean import analyse
from mongyudo.reading.lexicon import load_lexicon
from mongyudo.reading.llm.answers import MOST_TOKENS, Understood, task_for, told_in_parts
from mongyudo.reading.llm.cache import Cache
from mongyudo.reading.llm.english import things_of
from mongyudo.reading.llm.grounding import Ground, grounded
from mongyudo.reading.segments import is_one_scene, places
from mongyudo.records import Analysis, Dream, ReadBy, Reading, Span


def read_with(
    model: Model,
    dream: Dream,
    *,
    segments: int = 2,
    lexicon_dir: Path | None = None,
    spans: tuple[Span, ...] | None = None,
) -> Reading:
    """Read a dream by `model`; arguments and errors are those of mongyudo.reading.read."""
    check_text(dream.text)
    analysis = analyse(dream.text)
    lexicon = load_lexicon(lexicon_dir)
    hits = find_hits(analysis, lexicon)
    offline = read(dream, analysis, segments=segments, lexicon_dir=lexicon_dir, spans=spans)
    hidden = hide(analysis, hits)
    parts = spans or _parts(analysis, segments)
    by = ReadBy(
        "llm", model.server.model, model.server.host, cost_usd=0.0, hidden=len(hidden.stands_for)
    )
    try:
        answer, by = _asked(model, by, hidden, parts, segments, is_fixed=spans is not None)
    except ProviderError as error:
        usage = error.usage if isinstance(error, UnansweredError) else Usage()
        return replace(offline, read_by=_paid(by, model.server, usage, str(error)))
    ground = Ground(
        offline, analysis, hits, lexicon, things_of(lexicon_dir), hidden, parts, segments
    )  # fmt: skip
    return grounded(answer, ground, by, is_fixed=spans is not None)


def _parts(analysis: Analysis, segments: int) -> tuple[Span, ...]:
    """The stretches between which scenes may be cut, as the offline reader sees them."""
    options = places(analysis)
    starts = [0]
    if segments > 1 and not is_one_scene(analysis, options):
        starts += [place.start_char for place in options]
    ends = [*starts[1:], len(analysis.text)]
    return tuple(Span(*edges) for edges in zip(starts, ends, strict=True))


def _asked(
    model: Model,
    by: ReadBy,
    hidden: Hidden,
    parts: tuple[Span, ...],
    segments: int,
    *,
    is_fixed: bool,
) -> tuple[Understood, ReadBy]:
    task = task_for(len(parts) if is_fixed else min(segments, len(parts)), is_fixed=is_fixed)
    text = told_in_parts(hidden, parts)
    cache = Cache(model.cache, model.server, task, text)
    if (kept := cache.find(Understood)) is not None:
        return kept, replace(by, is_cached=True)
    answer = ask(model.server, task, text, Understood, MOST_TOKENS)
    cache.keep(answer.value)
    return answer.value, _paid(by, model.server, answer.usage)


def _paid(by: ReadBy, server: Server, usage: Usage, fallback: str = "") -> ReadBy:
    return replace(
        by,
        reader="offline" if fallback else "llm",
        tokens_in=usage.tokens_in,
        tokens_out=usage.tokens_out,
        cost_usd=cost_usd(server, usage),
        fallback=fallback,
    )
