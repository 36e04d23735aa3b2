"""What an emotion asks of the picture: mood, hour, camera, particles and faces.

After the association of colour and emotion measured by Valdez and Mehrabian (1994) and the habits
of film: low-key light and nearness raise tension, brightness and distance calm. Craft, not law.
"""

from dataclasses import dataclass, replace

from mongyudo.ink.scene import Camera, Effect, Mood, TimeOfDay


@dataclass(frozen=True, slots=True)
class Feeling:
    """An emotion as the camera sees it.

    `zoom` and `shake` are added to a vignette's camera; `idle` replaces a camera that only pushes
    in. `air` are particles and shadows out of doors, `room` those of a room; the first two that
    the ink knows are taken.
    """

    mood: Mood
    hour: TimeOfDay
    idle: Camera
    zoom: float
    shake: float
    sway: float
    face: str
    bystander: str
    air: tuple[Effect, ...]
    room: tuple[Effect, ...]
    idle_motion: str = "stand"


FEELINGS: dict[str, Feeling] = {
    "공포": Feeling(
        "fear", "night", Camera(zoom_from=1.0, zoom_to=1.13, sway=1.3, shake=0.1), 0.05, 0.10, 1.3,
        "scared", "plain", (Effect("leaves", 0.3, 0.44), Effect("long_shadow", 0.1, 0.44)),
        (Effect("long_shadow", 0.1, 0.44), Effect("dust", 0.2, 0.4)),
    ),
    "슬픔": Feeling(
        "sadness", "day", Camera(zoom_from=1.14, zoom_to=1.0, sway=0.7), 0.0, 0.0, 0.7,
        "sad", "plain", (Effect("drizzle", 0.2, 0.4), Effect("mist", 0.1, 0.4)),
        (Effect("mist", 0.1, 0.3),), "stand",
    ),
    "분노": Feeling(
        "anger", "dusk", Camera(zoom_from=1.0, zoom_to=1.16, sway=1.4, shake=0.45), 0.06, 0.30, 1.5,
        "angry", "plain", (Effect("embers", 0.3, 0.44), Effect("ink_splash", 0.1, 0.5)),
        (Effect("embers", 0.2, 0.44), Effect("ink_splash", 0.1, 0.5)),
    ),
    "행복": Feeling(
        "joy", "day", Camera(pan_x=0.10, pan_y=-0.06, zoom_from=1.08, zoom_to=1.0), 0.0, 0.0, 1.0,
        "happy", "happy", (Effect("petals", 0.25, 0.44), Effect("birds", 0.2, 0.4)),
        (Effect("light_rays", 0.2, 0.44), Effect("sparkles", 0.1, 0.3)),
    ),
    "놀람": Feeling(
        "surprise", "dusk", Camera(zoom_from=1.28, zoom_to=1.0, sway=1.1), 0.0, 0.08, 1.1,
        "surprised", "plain", (Effect("ink_bloom", 0.0, 1.0), Effect("sparks", 0.2, 0.4)),
        (Effect("ink_bloom", 0.0, 1.0),),
    ),
    "혐오": Feeling(
        "disgust", "day", Camera(zoom_from=1.0, zoom_to=1.10, sway=0.9, pan_y=0.03), 0.03, 0.0, 0.9,
        "disgusted", "plain", (Effect("blots", 0.1, 0.6), Effect("flies", 0.3, 0.44)),
        (Effect("blots", 0.1, 0.6), Effect("flies", 0.3, 0.44)),
    ),
    "중립": Feeling(
        "calm", "day", Camera(pan_x=0.12, zoom_from=1.02, zoom_to=1.04), 0.0, 0.0, 0.8,
        "plain", "plain", (Effect("petals", 0.1, 0.3),), (Effect("dust", 0.1, 0.3),), "walk",
    ),
}  # fmt: skip

FACES_FELT: dict[tuple[str, str], str] = {
    ("놀람", "scared"): "surprised", ("분노", "scared"): "angry", ("분노", "sad"): "angry",
    ("공포", "happy"): "scared", ("공포", "plain"): "scared", ("슬픔", "happy"): "sad",
    ("행복", "angry"): "happy", ("중립", "angry"): "plain",
    ("슬픔", "angry"): "sad", ("공포", "angry"): "scared", ("놀람", "angry"): "surprised",
    ("혐오", "happy"): "disgusted", ("혐오", "scared"): "disgusted",
}  # fmt: skip
"""The dreamer's face where an event's own does not go with what the dream feels like."""


def face_of_another(face: str, emotion: str, concept: str) -> str:
    """The face of one who leads and is not the dreamer: nobody is glad in a nightmare but who
    laughs, and who only calls is not angry."""
    if face == "happy" and emotion in ("공포", "혐오", "분노"):
        return face if concept == "laugh" else "plain"
    calls = face == "angry" and concept == "shout" and emotion in ("슬픔", "행복", "중립")
    return "plain" if calls else face


CAMERAS: dict[str, Camera] = {
    "still": Camera(zoom_from=1.0, zoom_to=1.05, sway=0.8),
    "track": Camera(pan_x=0.9, zoom_from=1.0, zoom_to=1.10),
    "drift": Camera(pan_x=0.20, zoom_from=1.02, zoom_to=1.06),
    "plunge": Camera(pan_y=1.7, zoom_from=1.0, zoom_to=1.08),
    "rise": Camera(pan_y=-0.45, zoom_from=1.14, zoom_to=1.0),
    "up": Camera(pan_y=-0.22, zoom_from=1.08, zoom_to=1.0),
    "down": Camera(pan_y=0.30, zoom_from=1.0, zoom_to=1.08),
    "push": Camera(zoom_from=1.0, zoom_to=1.12),
    "slow_push": Camera(zoom_from=1.0, zoom_to=1.08, sway=0.8),
    "pull": Camera(zoom_from=1.20, zoom_to=1.0),
    "creep": Camera(pan_x=0.05, zoom_from=1.0, zoom_to=1.10),
    "arc": Camera(pan_x=0.16, pan_y=-0.05, zoom_from=1.08, zoom_to=1.0),
    "handheld": Camera(zoom_from=1.04, zoom_to=1.12, sway=1.6, shake=0.4),
    "snap": Camera(zoom_from=1.0, zoom_to=1.22, sway=1.3, shake=0.3),
    "quake": Camera(zoom_from=1.06, zoom_to=1.10, sway=1.5, shake=1.0),
}
"""Camera moves by the names of vignettes.tsv."""

_YIELDING = {"push", "slow_push", "pull", "creep"}
"""Moves that give way to the emotion's own."""


def camera_for(name: str, emotion: str) -> Camera:
    """The camera of a vignette as `emotion` moves it."""
    feeling = FEELINGS[emotion]
    if name in _YIELDING:
        return feeling.idle
    camera = CAMERAS.get(name, feeling.idle)
    return replace(
        camera,
        zoom_to=camera.zoom_to + feeling.zoom,
        shake=min(1.0, camera.shake + feeling.shake),
        sway=camera.sway * feeling.sway,
    )


@dataclass(frozen=True, slots=True)
class CategoryLook:
    """The natural world of a category, for the journey that goes by category."""

    setting: str
    mood: Mood
    hour: TimeOfDay


CATEGORY_LOOKS: dict[str, CategoryLook] = {
    "지상동물": CategoryLook("mountain", "calm", "dusk"),
    "수중동물": CategoryLook("underwater", "calm", "day"),
    "새·곤충": CategoryLook("field", "joy", "day"),
    "상상동물·귀신": CategoryLook("forest", "fear", "night"),
    "식물": CategoryLook("field", "joy", "day"),
    "자연·날씨": CategoryLook("mountain", "calm", "day"),
    "물·바다": CategoryLook("sea", "sadness", "day"),
    "불": CategoryLook("village", "anger", "dusk"),
    "사람·가족": CategoryLook("yard", "joy", "dusk"),
    "신체": CategoryLook("room", "disgust", "day"),
    "음식": CategoryLook("kitchen", "joy", "day"),
    "집·건물": CategoryLook("home", "calm", "dusk"),
    "물건·돈": CategoryLook("room", "joy", "dusk"),
    "탈것": CategoryLook("street", "calm", "dusk"),
    "행동·사건": CategoryLook("street", "surprise", "dusk"),
    "죽음": CategoryLook("graveyard", "sadness", "dusk"),
    "기타": CategoryLook("mountain", "calm", "day"),
}

EMOTION_SETTING: dict[str, str] = {
    "행복": "field", "슬픔": "room", "분노": "street", "공포": "forest", "놀람": "mountain",
    "혐오": "alley", "중립": "mountain",
}  # fmt: skip
"""Where somebody is who feels so, when nothing else tells it."""
