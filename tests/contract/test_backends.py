"""One suite over every registered backend: the promises of backends/contract.py."""

import subprocess
import sys
from itertools import islice

import numpy as np
import pytest

from mongyudo.backends.contract import Backend, Rendering
from mongyudo.backends.registry import get, names
from mongyudo.errors import RenderCancelledError
from mongyudo.records import Element, Keyword, Segment, Shot

TEXT = "숲에서 호랑이에게 쫓겼다."
HEAVY = ("skia", "torch", "diffusers", "transformers", "av")


def shot_for(backend: Backend, **changes: object) -> Shot:
    """A very small shot of a tiger in a wood."""
    words = (("숲", "setting", "forest"), ("호랑이", "actor", "tiger"), ("쫓겼", "motion", "chase"))
    elements = tuple(
        Element(w, c, k, c, TEXT.index(w), TEXT.index(w) + len(w))  # type: ignore[arg-type]
        for w, k, c in words
    )
    keywords = tuple(
        Keyword(e.lemma, e.en, e.kind, e.start_char, e.end_char, e.concept) for e in elements
    )
    segment = Segment(0, len(TEXT), TEXT, keywords, "a tiger chases a woman", elements)
    values: dict[str, object] = {
        "index": 0, "segment": segment, "emotion": "공포", "category": "지상동물",
        "adapter": None, "seed": 5, "size_px": (128, 72), "fps": backend.spec.fps,
        "duration_s": 6 / backend.spec.fps,
    }  # fmt: skip
    return Shot(**(values | changes))  # type: ignore[arg-type]


@pytest.fixture(params=names())
def backend(request) -> Backend:
    """Each registered backend in turn."""
    return get(request.param)


@pytest.fixture
def ready(backend) -> Backend:
    """A backend that can render here."""
    state = backend.check()
    if not state.ready:
        pytest.skip(f"{backend.spec.name}: {state.reason}")
    return backend


def render(backend: Backend, shot: Shot, **how: object) -> Rendering:
    """Render without being cancelled, unless `how` says so."""
    return backend.open().render(shot, how.get("cancelled", lambda: False))  # type: ignore[arg-type]


def test_the_spec_declares_sizes_that_fit_together(backend):
    """The default size is a multiple of the step and within the limits; names match."""
    spec = backend.spec
    assert spec.name in names()
    assert all(side % spec.size_step_px == 0 for side in spec.size_px)
    assert all(a <= b for a, b in zip(spec.size_px, spec.size_most_px, strict=True))
    assert spec.fps > 0
    assert spec.licence
    assert spec.memory_bytes > 0


def test_the_check_says_ready_or_why_not_and_what_helps(backend):
    """Not ready comes with a reason and a remedy; ready with neither."""
    state = backend.check()
    assert state.ready or (state.reason and state.remedy)
    assert not (state.ready and state.reason)


@pytest.mark.parametrize("name", names())
def test_naming_a_backend_imports_nothing_heavy(name):
    """The spec is there before anything heavy is imported."""
    code = (
        "import sys; from mongyudo.backends.registry import get; "
        f"get({name!r}).spec; "
        f"sys.exit(','.join(m for m in {HEAVY!r} if m in sys.modules) or 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.mark.slow
def test_a_rendering_has_exactly_its_frames(ready):
    """As many frames as promised, each (H, W, 3) uint8 of the promised size."""
    shot = shot_for(ready)
    rendering = render(ready, shot)
    frames = list(rendering.frames)
    width, height = rendering.size_px
    assert len(frames) == rendering.frame_count
    assert all(f.shape == (height, width, 3) and f.dtype == np.uint8 for f in frames)
    assert float(np.std(frames[-1])) > 2, "the picture is empty"


def test_a_change_of_size_is_noted(ready):
    """Odd sizes are rounded by the spec's rule, and the rendering says so."""
    shot = shot_for(ready, size_px=(131, 75))
    rendering = render(ready, shot)
    step = ready.spec.size_step_px
    assert all(side % step == 0 for side in rendering.size_px)
    assert (rendering.size_px == shot.size_px) or rendering.notes


def test_every_keyword_is_drawn_or_missing(ready):
    """A backend that reports what it shows leaves no keyword out and counts none twice."""
    shot = shot_for(ready)
    rendering = render(ready, shot)
    if not rendering.drawn and not rendering.missing:
        pytest.skip("this backend reports its prompt instead")
    told = [d.keyword for d in rendering.drawn] + list(rendering.missing)
    assert sorted(told) == sorted(k.ko for k in shot.segment.keywords)


@pytest.mark.slow
def test_cancelling_stops_before_the_next_frame(ready):
    """Once `cancelled` is true no further frame comes."""
    asked = iter([False, False])
    rendering = render(ready, shot_for(ready), cancelled=lambda: next(asked, True))
    assert len(list(islice(rendering.frames, 2))) == 2
    with pytest.raises(RenderCancelledError):
        next(rendering.frames)


@pytest.mark.slow
def test_the_same_shot_gives_the_same_frames(ready):
    """Seeds decide everything."""
    first, second = (list(islice(render(ready, shot_for(ready)).frames, 2)) for _ in range(2))
    assert all(np.array_equal(a, b) for a, b in zip(first, second, strict=True))
