"""One suite over every registered backend: the promises of backends/contract.py."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import nullcontext
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from tests.fakes.makers import market

from mongyudo.backends.contract import Backend, BackendSpec, Options, Rendering
from mongyudo.backends.diffusion.backend import DiffusionBackend
from mongyudo.backends.registry import get, names
from mongyudo.errors import RenderCancelledError
from mongyudo.records import Element, Keyword, Segment, Shot

TEXT = "숲에서 호랑이에게 쫓겼다."
HEAVY = ("skia", "torch", "diffusers", "transformers", "av")


def shot_for(backend: "Backend | Ready", **changes: object) -> Shot:
    """A very small shot of a tiger in a wood."""
    words = (("숲", "setting", "forest"), ("호랑이", "actor", "tiger"), ("쫓겼", "motion", "chase"))
    elements = tuple(
        Element(w, c, k, c, TEXT.index(w), TEXT.index(w) + len(w)) for w, k, c in words
    )
    keywords = tuple(
        Keyword(e.lemma, e.en, e.kind, e.start_char, e.end_char, e.concept) for e in elements
    )
    segment = Segment(0, len(TEXT), TEXT, keywords, "a tiger chases a woman", elements)
    values: dict[str, object] = {
        "index": 0, "segment": segment, "emotion": "공포", "category": "지상동물",
        "adapter": None, "seed": 5, "size_px": (128, 72), "fps": backend.spec.fps,
        "duration_s": backend.spec.frames.nearest(6) / backend.spec.fps,
    }  # fmt: skip
    return Shot(**(values | changes))


def small_shot(backend: "Backend | Ready", adapter: str | None = None) -> Shot:
    """The smallest that every model films, where nothing is asked of the size."""
    return shot_for(backend, adapter=adapter, size_px=(64, 64))


@pytest.fixture(params=names())
def backend(request) -> Backend:
    """Each registered backend in turn."""
    return get(request.param)


@pytest.fixture(scope="session")
def tiny_weights(tmp_path_factory) -> Callable[[DiffusionBackend], Path]:
    """Small weights of an open model, written once a session."""
    made: dict[str, Path] = {}

    def weights(backend: DiffusionBackend) -> Path:
        name = backend.spec.name
        if name not in made:
            made[name] = tmp_path_factory.mktemp(name)
            backend.write_tiny(made[name], 1447)
        return made[name]

    return weights


@dataclass(frozen=True)
class Ready:
    """A backend that can render here, with the options that make it so."""

    backend: Backend
    options: Options

    @property
    def spec(self) -> BackendSpec:
        """The backend's."""
        return self.backend.spec


@pytest.fixture
def ready(backend, tiny_weights, monkeypatch, tmp_path) -> Iterator[Ready]:
    """Open models film with small random weights, hosted ones at a fake provider."""
    options = Options(acknowledged=frozenset({backend.spec.licence}), steps=2, agreed_usd=1.0)
    with market(monkeypatch, tmp_path) if backend.spec.provider else nullcontext():
        yield made_ready(backend, options, tiny_weights)


def made_ready(backend: Backend, options: Options, tiny_weights: Any) -> Ready:
    """The backend with what it needs; skips the test where that is not to be had."""
    if isinstance(backend, DiffusionBackend):
        options = replace(options, weights=str(tiny_weights(backend)))
    state = backend.check(options)
    if not state.ready:
        pytest.skip(f"{backend.spec.name}: {state.reason}")
    return Ready(backend, options)


def render(ready: Ready, shot: Shot, **how: object) -> Rendering:
    """Render without being cancelled, unless `how` says so."""
    session = ready.backend.open(ready.options)
    return session.render(shot, how.get("cancelled", lambda: False))


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


def test_naming_a_backend_imports_nothing_heavy():
    """Every spec is there before anything heavy is imported; the first that fails is named."""
    code = (
        "import sys; from mongyudo.backends.registry import get, names\n"
        "for name in names():\n"
        "    get(name).spec\n"
        f"    heavy = [m for m in {HEAVY!r} if m in sys.modules]\n"
        "    if heavy: sys.exit(f'{name} imports {heavy}')\n"
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


@pytest.mark.slow
def test_a_change_of_size_is_noted(ready):
    """Odd sizes are rounded by the spec's rule, and the rendering says so."""
    shot = shot_for(ready, size_px=(131, 75))
    rendering = render(ready, shot)
    step = ready.spec.size_step_px
    assert all(side % step == 0 for side in rendering.size_px)
    assert (rendering.size_px == shot.size_px) or rendering.notes


@pytest.mark.slow
def test_every_keyword_is_drawn_or_missing(ready):
    """A backend that reports what it shows leaves no keyword out."""
    if ready.spec.trained:
        pytest.skip("models report their prompt instead")
    shot = shot_for(ready)
    rendering = render(ready, shot)
    keywords, drawn = [k.ko for k in shot.segment.keywords], [d.keyword for d in rendering.drawn]
    assert drawn[: len(keywords) - len(rendering.missing)] == [
        word for word in keywords if word not in rendering.missing
    ]
    assert set(rendering.missing) <= set(keywords)


@pytest.mark.slow
def test_cancelling_stops_before_the_next_frame(ready):
    """Once `cancelled` is true no further frame comes."""
    asked = iter([False, False])
    given = []

    def film() -> None:
        shot = shot_for(ready)
        given.extend(render(ready, shot, cancelled=lambda: next(asked, True)).frames)

    with pytest.raises(RenderCancelledError):
        film()
    assert len(given) <= 2


@pytest.mark.slow
def test_the_same_shot_gives_the_same_frames(ready):
    """Seeds decide everything."""
    first, second = (list(islice(render(ready, shot_for(ready)).frames, 2)) for _ in range(2))
    assert all(np.array_equal(a, b) for a, b in zip(first, second, strict=True))
