"""A scene's prompt in a model's own habit, within its token limit, with what was cut."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from mongyudo.backends.diffusion.release import Habit
from mongyudo.records import Shot

FEELINGS = {
    "행복": "joyful", "슬픔": "sorrowful", "분노": "angry", "공포": "frightening",
    "놀람": "astonishing", "혐오": "disgusting", "중립": "calm",
}  # fmt: skip

# Light and camera of each emotion (the look table of the ink backend, in a prompt's words).
LOOKS = {
    "행복": ("bright spring daylight, clear colours", "the camera rises slowly"),
    "슬픔": ("blue-green back light, drizzle", "the camera pulls back slowly"),
    "분노": ("red-brown haze, low fire light", "shaky handheld camera"),
    "공포": ("cold dark night, low moon, long shadows", "tracking shot"),
    "놀람": ("sudden flash of light in the dark", "quick pull-back"),
    "혐오": ("flat yellow-green light from below", "slow creeping camera"),
    "중립": ("pale diffuse light, mist", "slow pan"),
}


@dataclass(frozen=True, slots=True)
class Written:
    """A prompt as it is sent: its tokens by the model's own tokenizer, and the parts cut."""

    prompt: str
    negative: str
    tokens: int
    cut: tuple[str, ...]


def write(
    shot: Shot,
    habit: Habit,
    limit: int | None,
    count: Callable[[str], int],
    trigger: str = "",
    *,
    raw: bool = False,
) -> Written:
    """The prompt of `shot`; what exceeds `limit` tokens by `count` is cut, the least first.

    Emotion, subject and action stand first; a part that does not fit is left out whole.
    `trigger` is an adapter's own word and is never cut. `raw` adds nothing to the scene's prompt.
    """
    if raw:
        habit = replace(habit, long=False)
    chosen: list[str] = []
    cut: list[str] = []
    for part in _scene(shot) if raw else _parts(shot, habit):
        text = _joined([*chosen, part], habit, trigger)
        (chosen if limit is None or count(text) <= limit else cut).append(part)
    prompt = _joined(chosen, habit, trigger)
    return Written(prompt, habit.negative, count(prompt), tuple(cut))


def _parts(shot: Shot, habit: Habit) -> Iterator[str]:
    """Parts of the prompt, the most important first."""
    light, camera = LOOKS.get(shot.emotion, LOOKS["중립"])
    yield f"{FEELINGS.get(shot.emotion, 'calm')} dream"
    yield from _scene(shot)
    yield from (light, camera) if habit.long else (light,)


def _scene(shot: Shot) -> list[str]:
    return shot.segment.prompt.split(", ") if shot.segment.prompt else []


def _joined(parts: list[str], habit: Habit, trigger: str) -> str:
    """A list with commas, or sentences: the scene, then light, then camera."""
    if not habit.long or len(parts) < 2:
        return trigger + ", ".join(parts) + habit.suffix
    mood, *scene = parts
    article = "An" if mood[0] in "aeiou" else "A"
    return f"{trigger}{article} {mood}: {', '.join(scene)}.{habit.suffix}"
