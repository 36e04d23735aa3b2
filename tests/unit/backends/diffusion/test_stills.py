"""The first frame of a picture-to-video model: the ink's, a file's, a model's, or why not."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from tests.contract.test_backends import shot_for

from mongyudo.backends.contract import Options
from mongyudo.backends.diffusion import tiny
from mongyudo.backends.diffusion.animatediff import write_tiny_painter
from mongyudo.backends.diffusion.backend import packages_missing
from mongyudo.backends.diffusion.frames import covering
from mongyudo.backends.diffusion.ltx import LtxVideo
from mongyudo.backends.diffusion.stills import StillSession, fault, first_frame
from mongyudo.backends.diffusion.svd import Svd, SvdXt
from mongyudo.backends.ink import InkBackend
from mongyudo.errors import RenderCancelledError, UsageError

if packages_missing():
    pytest.skip("the models' packages are not installed", allow_module_level=True)

from PIL import Image

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def weights(tmp_path_factory) -> Path:
    """Small weights of SVD."""
    folder = tmp_path_factory.mktemp("svd")
    Svd().write_tiny(folder, 7)
    return folder


@pytest.fixture(scope="module")
def painter(tmp_path_factory) -> Path:
    """A small text-to-image model in Stable Diffusion's layout."""
    folder = tmp_path_factory.mktemp("painter")
    tiny.seeded(3)
    write_tiny_painter(folder)
    return folder


def still(options: Options, **changes: object):
    """The still of the small shot."""
    return first_frame(shot_for(Svd(), **changes), options, lambda: False)


def test_the_ink_gives_its_own_first_frame_without_the_title():
    """The title would be set in motion."""
    shot = shot_for(Svd(), title="호랑이 꿈")
    wanted = next(InkBackend().open().render(replace(shot, title=""), lambda: False).frames)
    found = still(Options(still="ink"), title="호랑이 꿈")
    assert np.array_equal(np.asarray(found.picture), wanted)
    assert found.told == {"from": "ink"}


def test_a_picture_file_is_taken_upright_and_named(tmp_path):
    """As it was meant to be looked at; the file's name and hash are told, not its place."""
    path = tmp_path / "꿈.jpg"
    exif = Image.Exif()
    exif[0x0112] = 6  # turned a quarter
    Image.new("RGB", (40, 20), (200, 10, 10)).save(path, exif=exif)
    found = still(Options(still=str(path)))
    assert found.picture.size == (20, 40)
    assert found.told["file"] == "꿈.jpg"
    assert len(str(found.told["hash"])) == 32


def test_a_picture_is_cut_to_shape_and_not_stretched():
    """The middle stays."""
    picture = Image.new("RGB", (300, 100), (0, 0, 0))
    picture.paste((255, 255, 255), (100, 0, 200, 100))
    made = np.asarray(covering(picture, (64, 64)))
    assert made.shape == (64, 64, 3)
    assert made.min() > 200


def test_a_model_paints_the_still_and_its_prompt_is_told(painter):
    """Seeded; in the shot's size."""
    first, second = (still(Options(still=str(painter)), size_px=(64, 64)) for _ in range(2))
    assert first.picture.size == (64, 64)
    assert np.array_equal(np.asarray(first.picture), np.asarray(second.picture))
    assert first.told["source"] == str(painter)
    assert "tiger" in str(first.told["prompt"])


def test_cancelling_stops_the_painter(painter):
    """At the end of a step."""
    asked = iter([False, False, False])
    with pytest.raises(RenderCancelledError):
        first_frame(
            shot_for(Svd(), size_px=(64, 64)),
            Options(still=str(painter)),
            lambda: next(asked, True),
        )


@pytest.mark.parametrize("wish", ["no/such/file.png", "owner/never-downloaded"])
def test_a_still_that_cannot_be_had_makes_the_backend_not_ready(weights, wish):
    """With what could be given instead."""
    state = Svd().check(Options(weights=str(weights), still=wish))
    assert not state.ready
    assert wish in state.reason
    assert "ink" in state.remedy


def test_a_folder_that_is_no_model_is_said_to_be_none(tmp_path):
    """Its index is missing."""
    found = fault(Options(still=str(tmp_path)))
    assert found is not None
    assert "model_index.json" in found.reason


def test_a_file_that_is_no_picture_is_refused_in_words(tmp_path):
    """By its name."""
    (tmp_path / "text.png").write_text("no picture", encoding="utf-8")
    with pytest.raises(UsageError, match=r"text\.png is no picture"):
        still(Options(still=str(tmp_path / "text.png")))


def test_the_film_follows_its_still(weights, tmp_path):
    """Another picture, another film; the manifest names it; there is no prompt."""
    Image.new("RGB", (128, 72), (220, 40, 40)).save(tmp_path / "red.png")
    options = Options(weights=str(weights), steps=2)
    films = []
    for wish in ("", str(tmp_path / "red.png")):
        session = Svd().open(replace(options, still=wish))
        assert isinstance(session, StillSession)
        rendering = session.render(shot_for(Svd()), lambda: False)
        films.append(np.stack(list(rendering.frames)))
        assert rendering.prompt == ""
        assert rendering.made_with["still"]["from"] == ("picture" if wish else "ink")
    assert films[0].shape == films[1].shape == (14, 72, 128, 3)
    assert not np.array_equal(films[0], films[1])


def test_svd_is_called_as_released():
    """The release's conditions reach the pipeline."""
    from mongyudo.backends.diffusion.backend import Request
    from mongyudo.backends.diffusion.prompting import Written

    picture = Image.new("RGB", (300, 300), (9, 8, 7))
    for backend, frames in ((Svd(), 14), (SvdXt(), 25)):
        shot = shot_for(backend)
        count = backend.spec.frames.nearest(6)
        request = Request(
            shot, Written("", "", 0, ()), count, 25, backend.release.guidance, None, None, picture
        )  # fmt: skip
        given = backend.arguments(None, request)
        assert given["image"].size == shot.size_px
        assert not {"prompt", "negative_prompt", "guidance_scale"} & set(given)
        assert given["num_frames"] == frames
        assert (given["min_guidance_scale"], given["max_guidance_scale"]) == (1.0, 3.0)
        assert (given["motion_bucket_id"], given["noise_aug_strength"]) == (127, 0.02)
        assert (given["decode_chunk_size"], given["fps"]) == (8, 7)


def test_only_a_model_that_needs_a_picture_takes_the_inks_unasked():
    """One that films from words too does so, until a still is asked for."""
    asked = Options(still="ink")
    assert Svd().settled(Options()).still == "ink"
    assert LtxVideo().settled(Options()).still == ""
    assert LtxVideo().settled(asked) == Svd().settled(asked) == asked


def test_a_still_that_nobody_asked_for_is_not_checked(tmp_path):
    """A model of both kinds is ready for words while the still is not to be had."""
    LtxVideo().write_tiny(tmp_path, 7)
    options = Options(weights=str(tmp_path))
    assert LtxVideo().check(options).ready
    state = LtxVideo().check(replace(options, still="no/such/file.png"))
    assert not state.ready
    assert "no/such/file.png" in state.reason
