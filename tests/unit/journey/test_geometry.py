"""How long scenes are: as asked for, as the backend can, else as long as it takes to read."""

import pytest

from mongyudo.backends.registry import get
from mongyudo.film.captions import captions
from mongyudo.journey.choices import Choices, set_out
from mongyudo.journey.geometry import SECONDS_RANGE, USUAL_S, film_shape
from mongyudo.pipeline import plan_shots
from mongyudo.reading import read
from mongyudo.records import Dream

LONG = (
    "어제 꿈에서 외할머니 댁에 갔는데 마당에 커다란 흰 소가 누워 있었다. 소가 나를 보더니 "
    "천천히 일어나서 대문 밖으로 걸어 나갔고 나는 홀린 듯이 뒤를 따라갔다. "
    "논두렁길을 걷다 보니 갑자기 하늘이 까매지고 비가 쏟아졌다. 소는 강가에서 멈춰 서더니 "
    "물속으로 걸어 들어가 버렸고 나는 발이 땅에 붙어서 움직일 수가 없었다. 무서워서 울었다."
)


def test_a_scene_lasts_until_it_is_read() -> None:
    """What takes longer to read is shown longer, so that no caption is left out."""
    journey = set_out(Dream.of(LONG), Choices())
    shots = plan_shots(read(journey.dream, segments=2), journey)
    assert all(USUAL_S < shot.duration_s < SECONDS_RANGE[1] for shot in shots)
    assert len({shot.duration_s for shot in shots}) == 2
    assert captions([s.segment for s in shots], [s.duration_s for s in shots]).complete
    usual = [USUAL_S] * len(shots)
    assert not captions([s.segment for s in shots], usual).complete


def test_the_dreamer_and_the_model_have_their_own_length() -> None:
    """A length that was asked for holds for every scene, and a model films what it can."""
    assert film_shape(get("ink").spec, None, None, 3.0).length_s(LONG) == 3.0
    wan = get("wan2.1-1.3b").spec
    assert film_shape(wan, None, None, None).length_s(LONG) == wan.frames.usual / wan.fps


@pytest.mark.parametrize(
    ("text", "length_s"), [("", 4.0), ("꿈", 4.0), ("꿈을 꾸었다. " * 80, 10.0)]
)
def test_no_scene_is_a_blink_or_a_bore(text: str, length_s: float) -> None:
    """Between 4 and 10 seconds, whatever is told."""
    assert film_shape(get("ink").spec, None, None, None).length_s(text) == length_s


def test_a_bill_counts_no_less_than_is_filmed() -> None:
    """A backend of any length is billed for the longest before the dream is read."""
    assert film_shape(get("ink").spec, None, None, None).most_s == SECONDS_RANGE[1]
    assert film_shape(get("ink").spec, None, None, 6.0).most_s == 6.0
