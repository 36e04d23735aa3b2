"""What a style card keeps: the dreamer, the accent, the lines, the title's hand, the seal."""

from dataclasses import replace

from mongyudo.ink.scene import Actor, Rgb, Scene, Taste
from mongyudo.records import PLAIN_CARD, StyleCard


def personal(scene: Scene, card: StyleCard, dreamer: str) -> Scene:
    """`scene` as the card wants it; `dreamer` is the concept of the figure that is its first."""
    if card == PLAIN_CARD:
        return scene
    actors = list(scene.actors)
    at = next((i for i, actor in enumerate(actors) if actor.concept == dreamer), None)
    if at is not None:
        actors[at] = _own(actors[at], card)
    accent = colour_of(card.accent) if card.accent else None
    taste = Taste(accent, card.line, card.hand)
    return replace(scene, actors=tuple(actors), taste=taste, seal=card.seal)


def _own(actor: Actor, card: StyleCard) -> Actor:
    """The dreamer with their own hair, glasses and colour; costumes keep their colours, and what
    the dream says of its colours goes before."""
    cloth = colour_of(card.cloth) if card.cloth else None
    if card.clothes and actor.clothes not in ("", card.clothes):
        cloth = None
    return replace(actor, hair=card.hair, glasses=card.glasses, cloth=actor.cloth or cloth)


def colour_of(written: str) -> Rgb:
    """#rrggbb as a colour."""
    red, green, blue = bytes.fromhex(written[1:])
    return (red, green, blue)
