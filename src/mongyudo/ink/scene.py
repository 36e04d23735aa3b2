"""A scene as plain data: what to draw, where, how it moves. Knows nothing of dreams.

Positions are shares of the frame: x 0 (left) .. 1 (right), y 0 (top) .. 1 (bottom); y of an actor
or a prop is where its foot stands. Times are shares of the scene's duration, 0..1.
"""

from dataclasses import dataclass, field
from typing import Literal

Mood = Literal["joy", "sadness", "anger", "fear", "surprise", "disgust", "calm"]
MOODS: tuple[Mood, ...] = ("joy", "sadness", "anger", "fear", "surprise", "disgust", "calm")
TimeOfDay = Literal["day", "dusk", "night"]
Weather = Literal["clear", "rain", "snow", "fog", "wind", "storm"]
Rgb = tuple[int, int, int]
Material = Literal["ink", "paper", "minhwa", "geumni"]
"""Ink on hanji, cut paper in a light box, folk painting in flat mineral pigments (민화), gold and
silver on paper dyed with indigo (감지금니)."""
Facing = Literal["left", "right", "front", "back"]


@dataclass(frozen=True, slots=True)
class Key:
    """A moment on an actor's path; between two keys the values are eased."""

    at: float
    x: float
    y: float
    scale: float = 1.0
    turn_deg: float = 0.0
    alpha: float = 1.0


@dataclass(frozen=True, slots=True)
class Turn:
    """What an actor does from the moment `at` of the scene on, and with which face."""

    at: float
    motion: str
    expression: str = "plain"


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody or an animal. `height` is a share of the frame's height at scale 1.

    `menace` turns an animal or a person into a threat: darker, glowing eyes, low angle, shadow.
    `holds` is the concept of a prop carried in the arms. With a `duet` (a name of ink.duets) this
    one and the next actor of the scene are drawn as one, hand on shoulder or on each other's back;
    the path is then this one's.
    `turns`, in the order of time, are what they do after `motion`, one after the other.
    `hair`, `glasses` and `cloth`, the colour of the clothes, make a person somebody; left out,
    they are as the concept has them. `traits` is what has become of a person's body (bald, a great
    belly, spots), names of ink.figures_traits.
    """

    concept: str
    path: tuple[Key, ...]
    height: float = 0.4
    motion: str = "stand"
    facing: Facing = "right"
    expression: str = "plain"
    clothes: str = ""
    menace: bool = False
    holds: str | None = None
    silhouette: bool = False
    duet: str = ""
    turns: tuple[Turn, ...] = ()
    hair: str = ""
    glasses: bool = False
    cloth: Rgb | None = None
    traits: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Taste:
    """What somebody keeps the same in all their pictures: one `accent` instead of the mood's own,
    the strength of lines (1 is the material's), the hand that writes the title."""

    accent: Rgb | None = None
    line: float = 1.0
    hand: Literal["brush", "book"] = "brush"


@dataclass(frozen=True, slots=True)
class Prop:
    """A thing. `glow` makes it the key object, the one with saturated colour; `dye` is a colour
    that it has apart from others of its kind."""

    concept: str
    path: tuple[Key, ...]
    height: float = 0.2
    motion: str = "still"
    glow: bool = False
    count: int = 1
    behind: bool = False
    dye: Rgb | None = None


@dataclass(frozen=True, slots=True)
class Effect:
    """Something that happens to the whole picture (rising water, fire, streaks, a shadow).

    `strength` runs from `start` to `end`, both shares of the effect's full force.
    """

    name: str
    start: float = 0.0
    end: float = 1.0
    concept: str | None = None


@dataclass(frozen=True, slots=True)
class CutIn:
    """A cut to a near view within the shot, from `start` to `end` (shares of its time): what lies
    at `focus` (shares of the frame) is seen `zoom` times as large, as near to the middle as the
    frame stays filled."""

    start: float
    end: float
    focus: tuple[float, float]
    zoom: float


@dataclass(frozen=True, slots=True)
class Camera:
    """Eased travel. Pans are shares of the frame's width and height for a layer of parallax 1.

    Positive pans look to the right and down. The cast stands in the world, so a small pan moves
    it through the frame; half way through the camera looks straight. A `pan_x` beyond 0.3 tracks:
    the cast keeps its place in the frame and the world runs by, endlessly; a `pan_y` beyond 0.8
    is a fall (or, negative, a lift) and the setting becomes an endless shaft.
    """

    pan_x: float = 0.0
    pan_y: float = 0.0
    zoom_from: float = 1.0
    zoom_to: float = 1.06
    sway: float = 1.0
    shake: float = 0.0
    focus: tuple[float, float] = (0.5, 0.5)
    cut_in: CutIn | None = None


@dataclass(frozen=True, slots=True)
class Scene:
    """Everything that decides the frames of one shot; the same scene gives the same frames.

    `sign` is the name of the place, lettered on a board that hangs or stands in it. `dyes` are
    colours of concepts (things, and animals) in place of their own. `view` is the setting that is
    seen through the windows, "" for what is usual there.
    """

    size_px: tuple[int, int]
    fps: int
    duration_s: float
    seed: int
    setting: str
    mood: Mood = "calm"
    time_of_day: TimeOfDay = "day"
    weather: Weather = "clear"
    material: Material = "ink"
    actors: tuple[Actor, ...] = ()
    props: tuple[Prop, ...] = ()
    effects: tuple[Effect, ...] = ()
    camera: Camera = field(default_factory=Camera)
    title: str = ""
    seal: str = "꿈"
    taste: Taste = Taste()
    sign: str = ""
    dyes: tuple[tuple[str, Rgb], ...] = ()
    view: str = ""

    def dye_of(self, concept: str | None) -> Rgb | None:
        """The colour of `concept` in this picture, None for its own."""
        return next((dye for name, dye in self.dyes if name == concept), None)
