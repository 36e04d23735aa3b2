"""What lasts from picture to picture: clothes, size, hour, weather, and the way one goes."""

from dataclasses import replace

import pytest

from mongyudo.backends.director import direct
from mongyudo.backends.director.continuity import LARGE, SMALL, clothes_of_self, stature
from mongyudo.records import Segment


@pytest.mark.parametrize(
    ("dream", "told", "worn"),
    [
        ("나는 버스를 탔다. 교복을 입은 채 서 있었다.", "나는 버스를 탔다.", "school"),
        ("할머니가 한복을 입고 계셨다.", "", ""),
        ("남자친구가 웨딩드레스를 입은 여자와 있었다.", "", ""),
        ("잠옷을 입고 있었다. 드레스로 갈아입었다.", "", "pyjamas"),
        ("집에 갔다. 나는 한복을 입었다.", "집에 갔다.", ""),
        ("집에 갔다. 나는 한복을 입었다.", "집에 갔다. 나는 한복을 입었다.", "hanbok"),
        ("친구가 왔고 나는 정장을 입고 있었다.", "", "suit"),
    ],
)
def test_clothes_are_worn_from_the_time_they_are_put_on(dream, told, worn):
    """What one has on one has always had; what others wear is theirs."""
    assert clothes_of_self(dream, told)[0] == worn


@pytest.mark.parametrize(
    ("told", "size"),
    [
        ("내 몸이 개미만큼 작아졌다.", SMALL),
        ("몸이 작아졌다가 원래대로 돌아왔다.", 1.0),
        ("나는 산만 해졌다. 내가 점점 커졌다.", LARGE),
        ("강아지가 작아졌다.", 1.0),
    ],
)
def test_who_shrinks_stays_small_until_told_otherwise(told, size):
    """Only the dreamer's own size is meant."""
    assert stature(told) == size


def parts(segment_of, *pieces):
    """Segments of one dream, one after the other, and its whole text."""
    made: list[Segment] = []
    text = ""
    for piece in pieces:
        one, at = segment_of(*piece), len(text)
        moved = tuple(
            replace(e, start_char=e.start_char + at, end_char=e.end_char + at) for e in one.elements
        )
        keywords = tuple(
            replace(k, start_char=k.start_char + at, end_char=k.end_char + at) for k in one.keywords
        )
        text += one.text
        made.append(Segment(at, len(text), one.text, keywords, "", moved))
    return made, text


def scenes_of(segment_of, shot_of, ink, emotion, *pieces):
    """The scenes of each segment, filmed as one film."""
    segments, text = parts(segment_of, *pieces)
    earlier: tuple = ()
    films = []
    for index, segment in enumerate(segments):
        shot = shot_of(segment, emotion, index=index, seed=2 + index, context=text,
                       earlier=earlier, duration_s=1.5)  # fmt: skip
        films.append(direct(shot, ink).scenes)
        earlier += segment.elements
    return films


def test_the_hour_lasts_and_turns(segment_of, shot_of, ink):
    """Evening stays evening in the next segment, until night is told; on waking it is over."""
    told = (
        ("저녁에 들판을 걸었다. ", ("저녁", "time", "evening"), ("들판", "setting", "field")),
        ("꽃이 피었다. ", ("꽃", "prop", "flower")),
        ("밤이 되었다. ", ("밤", "time", "night")),
        ("친구가 왔다. ", ("친구", "actor", "friend")),
        ("꿈에서 깼다. 방이었다.", ("방", "setting", "room")),
    )
    films = scenes_of(segment_of, shot_of, ink, "행복", *told)
    assert [f[0].time_of_day for f in films] == ["dusk", "dusk", "night", "night", "day"]


def test_the_light_of_a_long_film_turns_by_itself(segment_of, shot_of, ink):
    """Three bright segments that name no hour end at dusk; two do not."""
    told = [
        (text, (text[:2], "setting", "field")) for text in ("들판이다. ", "들판에. ", "들판을. ")
    ]
    hours = [f[0].time_of_day for f in scenes_of(segment_of, shot_of, ink, "행복", *told)]
    assert hours == ["day", "day", "dusk"]
    hours = [f[0].time_of_day for f in scenes_of(segment_of, shot_of, ink, "행복", *told[:2])]
    assert hours == ["day", "day"]


def test_rain_goes_on_until_it_stops_or_one_goes_in(segment_of, shot_of, ink):
    """It still rains on the next picture of the street."""
    rain = ("길에 비가 왔다. ", ("길", "setting", "street"), ("비", "weather", "rain"))
    friend = ("친구가 왔다. ", ("친구", "actor", "friend"))
    over = ("비가 그쳤다. 친구가 왔다.", ("친구", "actor", "friend"))
    room = ("방에 있었다. ", ("방", "setting", "room"))
    weathers = [
        [f[0].weather for f in scenes_of(segment_of, shot_of, ink, "슬픔", *told)]
        for told in ((rain, friend), (rain, over), (rain, room, friend))
    ]
    assert weathers == [["rain", "rain"], ["rain", "clear"], ["rain", "clear", "clear"]]


def test_the_dreamer_is_the_same_in_every_segment(segment_of, shot_of, ink):
    """Clothes and size of the first picture are those of the last; a chase keeps its direction."""
    tiger = ("호랑이", "actor", "tiger")
    told = (
        ("교복을 입고 몸이 개미만큼 작아졌다. 호랑이에게 쫓겼다. ", tiger,
         ("쫓겼/be chased", "motion", "chase")),
        ("호랑이가 또 쫓아왔다. ", tiger, ("쫓아왔", "motion", "chase")),
        ("마당에 서 있었다.", ("마당", "setting", "yard")),
    )  # fmt: skip
    films = scenes_of(segment_of, shot_of, ink, "공포", *told)
    selves = [a for f in films for s in f for a in s.actors if a.concept == "student"]
    assert len(selves) == 3
    assert {a.clothes for a in selves} == {"school"}
    assert max(a.height for a in selves) < 0.25
    ways = [a.path[-1].x > a.path[0].x for f in films[:2] for a in f[0].actors if a.motion == "run"]
    assert len(set(ways)) == 1


def test_the_small_see_large_animals(segment_of, shot_of, ink):
    """To whom shrank a spider is larger than they are."""
    words = ("거미", "actor", "spider"), ("쫓겼", "motion", "chase")
    small = segment_of("몸이 개미만큼 작아졌다. 거미에게 쫓겼다.", *words)
    (scene,) = direct(shot_of(small, duration_s=1.5), ink).scenes
    heights = {a.concept: a.height for a in scene.actors}
    assert heights["spider"] > heights["woman"]


def test_a_cut_within_a_segment_lies_in_the_movement(segment_of, shot_of, ink):
    """Who runs into the cut does not stop before it; and each picture is as long as it is told."""
    segment = segment_of(
        "마당에서 커다란 호랑이에게 한참을 쫓기다가 달아났다. 할머니가 안아 주셨다.",
        ("호랑이", "actor", "tiger"), ("쫓기", "motion", "chase"),
        ("할머니", "actor", "grandmother"), ("안아", "motion", "hug"),
    )  # fmt: skip
    first, last = direct(shot_of(segment, duration_s=4.0), ink).scenes
    assert first.actors[0].path[-1].at > 1
    assert first.actors[0].path[0].at == 0
    assert last.actors[0].path[0].at < 0
    assert last.actors[0].path[-1].at == 1
    assert first.duration_s > 1.2 * last.duration_s
    assert round((first.duration_s + last.duration_s) * 24) == 96
