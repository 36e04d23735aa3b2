"""The director: a shot of the dream becomes scenes that the ink can paint."""

from dataclasses import dataclass

from mongyudo.backends.director.blocking import BLOCKINGS, Call, Role, solo
from mongyudo.backends.director.dreamer import dreamer_of
from mongyudo.backends.director.ledger import account
from mongyudo.backends.director.places import GROUND, setting_of, time_of
from mongyudo.backends.director.repertoire import Repertoire
from mongyudo.backends.director.story import Event, Story, tell
from mongyudo.backends.director.vignettes import Vignette, vignettes
from mongyudo.ink.scene import Camera, Mood, Scene
from mongyudo.records import Drawn, Shot

MOODS: dict[str, Mood] = {
    "행복": "joy", "슬픔": "sadness", "분노": "anger", "공포": "fear", "놀람": "surprise",
    "혐오": "disgust", "중립": "calm",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Direction:
    """The scenes of a shot, one after the other, and what they show of its keywords."""

    scenes: tuple[Scene, ...]
    drawn: tuple[Drawn, ...]
    missing: tuple[str, ...]
    notes: tuple[str, ...] = ()


def direct(shot: Shot, known: Repertoire) -> Direction:
    """Stage `shot` with what the ink knows."""
    story = tell(shot.segment)
    event = main_event(story)
    scene = _scene(shot, story, event, known)
    drawn, missing = account(shot.segment, (scene,), (event,) if event else ())
    return Direction((scene,), drawn, missing)


def main_event(story: Story) -> Event | None:
    """The event that stands out most; of equal ones the later."""
    table = vignettes()
    span = max(1, len(story.text))

    def weight(event: Event) -> float:
        place = (event.start_char - story.start_char) / span
        return table[event.concept].weight + 0.8 * place + (0.7 if event.keyed else 0)

    return max(story.events, key=weight, default=None)


def _scene(shot: Shot, story: Story, event: Event | None, known: Repertoire) -> Scene:
    vignette = vignettes()[event.concept] if event else None
    setting, _ = setting_of(story, vignette, shot.emotion, known)
    call = _call(story, vignette, known)
    placed = BLOCKINGS.get(vignette.blocking if vignette else "solo", solo)(call)
    return Scene(
        size_px=shot.size_px, fps=shot.fps, duration_s=shot.duration_s, seed=shot.seed,
        setting=setting, mood=MOODS[shot.emotion], time_of_day=time_of(story, shot.emotion),
        material=shot.style, actors=placed.actors, props=placed.props,
        effects=tuple(e for e in placed.effects if e.name in known.effects),
        camera=placed.camera, title=shot.title,
    )  # fmt: skip


def _call(story: Story, vignette: Vignette | None, known: Repertoire) -> Call:
    person = dreamer_of(story.text)
    people = [p.concept for p in story.people if p.concept in known.actors]
    lead = Role(
        person.concept, 0.42, clothes=person.clothes,
        motion=known.first_motion(vignette.lead) if vignette else "stand",
        face=vignette.face if vignette else "plain",
    )  # fmt: skip
    others = [
        Role(
            concept, 0.42, face=vignette.other_face if vignette else "plain",
            motion=known.first_motion(vignette.other) if vignette else "stand",
        )
        for concept in dict.fromkeys(people)
        if concept != person.concept
    ]  # fmt: skip
    things = [t.concept for t in story.things if t.concept in known.props]
    if not things and vignette:
        things = [p for p in vignette.props if p in known.props]
    return Call(
        lead, others[0] if others else None, tuple(others[1:3]),
        tuple((t, 0.2) for t in dict.fromkeys(things))[:3], GROUND,
        CAMERAS.get(vignette.camera if vignette else "push", Camera()),
        vignette.effects if vignette else (),
    )  # fmt: skip


CAMERAS: dict[str, Camera] = {
    "track": Camera(pan_x=0.9, zoom_to=1.12),
    "plunge": Camera(pan_y=1.6),
    "rise": Camera(pan_y=-0.5, zoom_from=1.12, zoom_to=1.0),
    "push": Camera(zoom_to=1.14),
    "pull": Camera(zoom_from=1.2, zoom_to=1.0),
    "handheld": Camera(shake=0.6, zoom_to=1.1),
    "snap": Camera(shake=0.4, zoom_to=1.25),
}
