"""A prepared set is read back as written, and says so when it was changed."""

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from mongyudo.errors import DataError
from mongyudo.training.prepared import (
    CLIPS,
    MANIFEST,
    Origin,
    PreparedClip,
    Rejected,
    digest_of,
    is_prepared,
    read_prepared,
    write_prepared,
    write_rejected,
)

REJECTED = Rejected("b.mp4", 0.0, 2.0, "short", 2.0, 3.0, "2.0 s of at least 3.0 s")


def clip(folder: Path, id: str = "a-0000") -> PreparedClip:
    """Five frames of 16x8."""
    path = folder / "rgb" / f"{id}.npy"
    path.parent.mkdir(exist_ok=True)
    np.save(path, np.arange(5 * 8 * 16 * 3, dtype=np.uint8).reshape(5, 8, 16, 3))
    origin = Origin("a.mp4", 0.0, 0.5, 24.0, 12, (1920, 1080))
    labels = ("공포", "지상동물", "forest", "dark", "self", "CC0-1.0")
    return PreparedClip(
        id, "a tiger", *labels, (16, 8), 10, 5, "hash", path, origin, {"motion": 2.0}, ("cropped",)
    )


def written(folder: Path) -> Path:
    """A set of one clip and one rejected stretch."""
    write_rejected(folder, (REJECTED,))
    write_prepared(folder, (clip(folder),), {"backend": "wan2.1-1.3b"})
    return folder


def test_what_is_written_is_read_back(tmp_path: Path) -> None:
    """Clips, pixels, what was rejected, and the manifest."""
    found = read_prepared(written(tmp_path))
    assert found.clips == (clip(tmp_path),)
    assert found.rejected == (REJECTED,)
    assert found.backend == "wan2.1-1.3b"
    assert found.clips[0].pixels().shape == (5, 8, 16, 3)


def test_a_set_may_be_moved(tmp_path: Path) -> None:
    """Paths are kept relative to the folder."""
    (tmp_path / "old").mkdir()
    written(tmp_path / "old")
    (tmp_path / "old").rename(tmp_path / "new")
    assert read_prepared(tmp_path / "new").clips[0].pixels()[0, 0, 1, 0] == 3


def test_an_unfinished_set_is_none(tmp_path: Path) -> None:
    """Without its manifest, which comes last."""
    (written(tmp_path) / MANIFEST).unlink()
    assert not is_prepared(tmp_path)
    with pytest.raises(DataError, match="data prepare"):
        read_prepared(tmp_path)


@pytest.mark.parametrize(
    "change", ["caption", "emotion", "category", "background", "mood", "content_hash", "fps"]
)
def test_the_digest_covers_what_training_sees(tmp_path: Path, change: str) -> None:
    """A changed caption or label is another set."""
    before = clip(tmp_path)
    other = 12 if change == "fps" else "other"
    assert digest_of((before,)) != digest_of((replace(before, **{change: other}),))


def test_a_changed_list_is_refused(tmp_path: Path) -> None:
    """Its digest stands in the manifest."""
    path = written(tmp_path) / CLIPS
    row = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps({**row, "caption": "a cat"}), encoding="utf-8")
    with pytest.raises(DataError, match="was changed"):
        read_prepared(tmp_path)


def test_another_versions_set_is_refused(tmp_path: Path) -> None:
    """Its form may mean something else."""
    path = written(tmp_path) / MANIFEST
    made = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps({**made, "format": 99}), encoding="utf-8")
    with pytest.raises(DataError, match="format is 99"):
        read_prepared(tmp_path)


@pytest.mark.parametrize("fault", ["short", "shape", "kind", "gone"])
def test_damaged_pixels_are_named(tmp_path: Path, fault: str) -> None:
    """Cut off, of another shape, or gone."""
    found = read_prepared(written(tmp_path)).clips[0]
    if fault == "short":
        found.path.write_bytes(found.path.read_bytes()[:200])
    elif fault == "shape":
        np.save(found.path, np.zeros((5, 8, 8, 3), np.uint8))
    elif fault == "kind":
        np.save(found.path, found.pixels().astype(np.float32))
    else:
        found.path.unlink()
    with pytest.raises(DataError, match=found.path.name):
        found.pixels()
