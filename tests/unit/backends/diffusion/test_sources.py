"""Every figure of every open model has its source, or stands there as not established."""

import inspect
import re
from importlib import import_module, metadata
from pathlib import PurePosixPath
from typing import Any

import pytest

from mongyudo.backends.diffusion.backend import DiffusionBackend
from mongyudo.backends.diffusion.memory import NAMES as RUNGS
from mongyudo.backends.diffusion.release import CLIP, PIPELINES, TOPICS, Topic
from mongyudo.backends.external.videotuna_flows import FLOWS
from mongyudo.backends.registry import get, names

MODELS = [name for name in names() if isinstance(get(name), DiffusionBackend)]
ARGUMENTS: dict[Topic, tuple[str, ...]] = {
    "size": ("width", "height"),
    "length": ("num_frames",),
    "rate": ("fps", "frame_rate"),
    "steps": ("num_inference_steps",),
    "guidance": ("guidance_scale", "max_guidance_scale"),
    "text": ("max_sequence_length",),
}


def model(name: str) -> DiffusionBackend:
    """An open model."""
    backend = get(name)
    assert isinstance(backend, DiffusionBackend)
    return backend


def claimed(backend: DiffusionBackend) -> dict[Topic, list[str]]:
    """What spec and release say, as the figures must say it; nothing where nothing is said."""
    spec, release = backend.spec, backend.release
    return {
        "size": [f"{spec.size_px[0]}x{spec.size_px[1]}"],
        "length": [f"{spec.frames.usual}"],
        "rate": [f"{spec.fps}"],
        "steps": [f"{release.steps}"],
        "guidance": [f"{release.guidance:g}"],
        "text": [f"{spec.text_limit_tokens}"] if spec.text_limit_tokens else [],
        "memory": [f"{gb:g}" for gb in release.published_gb.values()] or ["counted|0.6 GB"],
        "speed": [f"{s:g}" for s in release.published_s.values()],
    }


def told(backend: DiffusionBackend, topic: Topic) -> str:
    """All figures on a topic, in words."""
    figures = (f.value for f in backend.release.figures if topic in f.topics)
    return " ".join(figures).replace(",", "")


@pytest.mark.parametrize("name", MODELS)
def test_every_topic_has_a_source_or_is_not_established(name) -> None:
    """One or the other, never both, never neither; a model without words has no text limit."""
    backend = model(name)
    sourced = {topic for figure in backend.release.figures for topic in figure.topics}
    if backend.release.parameters_m:
        sourced.add("parameters")
    if backend.spec.text_limit_tokens is None:
        sourced.add("text")
    unestablished = backend.release.unestablished
    assert sorted([*sourced, *unestablished]) == sorted(TOPICS)


@pytest.mark.parametrize("name", MODELS)
def test_what_is_claimed_is_what_the_source_says(name) -> None:
    """The number itself stands in a sourced figure; no speed without one."""
    backend = model(name)
    for topic, numbers in claimed(backend).items():
        if topic in backend.release.unestablished:
            assert topic != "speed" or not numbers
            continue
        for number in numbers:
            pattern = rf"(?<![\d.])(?:{number})(?!\d|\.[1-9])"
            assert re.search(pattern, told(backend, topic)), (topic, number)


@pytest.mark.parametrize("name", MODELS)
def test_every_source_can_be_opened_and_is_dated(name) -> None:
    """An address or a file of this repository, and a month or a day."""
    assert model(name).spec.sources
    for figure in model(name).release.figures:
        assert figure.source.startswith(("https://", "../../scripts/")), figure
        assert re.fullmatch(r"20\d\d-\d\d(-\d\d)?", figure.date), figure
    assert set(model(name).release.published_gb) <= set(RUNGS)


@pytest.mark.parametrize("name", FLOWS)
def test_every_flow_of_videotuna_has_its_sources(name) -> None:
    """Text, memory and time from a page; size, frames and rate from its script at one commit."""
    topics = {topic for figure in FLOWS[name].figures for topic in figure.topics}
    assert {"text", "memory"} <= topics
    assert all(figure.source.startswith("https://") for figure in FLOWS[name].figures)


@pytest.mark.slow
@pytest.mark.parametrize("name", MODELS)
def test_what_diffusers_is_named_for_is_what_it_does(name) -> None:
    """Figures with a pipeline's address are the defaults of its call, in the version named."""
    backend = model(name)
    for figure in backend.release.figures:
        if not figure.source.startswith(PIPELINES):
            continue
        default = defaults(figure.source)
        for topic in figure.topics:
            values = [default[key] for key in ARGUMENTS.get(topic, ()) if default.get(key)]
            if not values:  # taken from the weights' own configuration
                continue
            words = "x".join(f"{value:g}" for value in values)
            assert words in claimed(backend)[topic], (figure.name, words)


@pytest.mark.slow
def test_clip_reads_as_many_tokens_as_is_told() -> None:
    """77 positions, by its class."""
    from transformers import CLIPTextConfig

    positions = CLIPTextConfig().max_position_embeddings
    for name in MODELS:
        if any(figure.source == CLIP for figure in model(name).release.figures):
            assert model(name).spec.text_limit_tokens == positions


def defaults(source: str) -> dict[str, Any]:
    """The defaults of the pipeline whose file is named; the installed version must be the same."""
    version = metadata.version("diffusers")
    assert f"/v{version}/" in source, "diffusers was renewed: read the defaults again"
    path = PurePosixPath(source.partition("/src/")[2]).with_suffix("")
    module = import_module(".".join(path.parts))
    (kind,) = (
        value
        for key, value in vars(module).items()
        if key.endswith("Pipeline") and value.__module__ == module.__name__
    )
    signature = inspect.signature(kind.__call__)
    return {key: value.default for key, value in signature.parameters.items()}
