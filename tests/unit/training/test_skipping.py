"""Pictures that nobody wants and no other refers to are not decoded; nothing else changes."""

from pathlib import Path

import av
import numpy as np
from tests.unit.training.videos import moving, write_video

from mongyudo.training.prepare.sampling import sample
from mongyudo.training.prepare.shots import ShotFinder
from mongyudo.training.prepare.source import Picture, Source, timetable


def pictures(path: Path, fps: int) -> list[Picture]:
    """What is decoded for moments at `fps`."""
    return list(Source(path, timetable(path, fps)).pictures())


def cuts(found: list[Picture]) -> list[float]:
    """Seconds at which shots are found to begin."""
    finder = ShotFinder()
    told = [each for p in found for each in finder.feed(sample(p.frame, p.time_s))]
    return [each.end_s for each in [*told, *finder.close()]]


def test_what_is_wanted_is_the_same_and_so_are_the_cuts(tmp_path: Path) -> None:
    """A source of 24 pictures a second with B-frames, for a model that takes 8."""
    shots = [*moving(1, 60), *moving(2, 60), *moving(3, 60)]
    more = {"x264-params": "b-adapt=0:scenecut=0:bframes=3", "preset": "medium"}
    path = write_video(tmp_path / "a.mp4", shots, **more)
    few, every = pictures(path, 8), pictures(path, 24)
    assert len(every) == len(shots)
    assert len(few) < 0.75 * len(shots)
    with av.open(str(path)) as container:
        plainly = [frame.to_ndarray() for frame in container.decode(video=0)]
    wanted = [each for each in few if each.moments]
    assert [each.index for each in wanted] == list(range(0, len(shots), 3))
    for each in wanted:
        assert np.array_equal(each.frame.to_ndarray(), plainly[each.index])
    assert np.allclose(cuts(few), cuts(every), atol=2 / 24)
    assert np.allclose(cuts(every), [2.5, 5.0], atol=2 / 24)
