"""What somebody carries in the arms: a thing, an animal or a child, drawn between the hands."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from mongyudo.ink.canvas import Rgb
from mongyudo.ink.creatures_act import Act
from mongyudo.ink.creatures_dyed import draw_in
from mongyudo.ink.creatures_pen import BeastPen
from mongyudo.ink.creatures_species import SPECIES
from mongyudo.ink.dyes import dyed
from mongyudo.ink.figures import KINDS, Dressed, Held, Manner, Shown, draw_figure, outfit_of
from mongyudo.ink.figures_face import FACES
from mongyudo.ink.figures_pen import INK, Pen, smooth
from mongyudo.ink.poses_keys import CARRIED
from mongyudo.ink.props_bake import icon_dye
from mongyudo.ink.sprites import draw_icon, sprites, trimmed

_LEAST, _MOST = 0.085, 0.32
_OVER = frozenset({"umbrella", "balloon", "kite", "parachute", "flag", "sky_lantern"})
_STRUNG = frozenset({"balloon", "kite", "sky_lantern"})
_HANGING = frozenset({
    "bag", "backpack", "luggage", "bucket", "basket", "lantern", "plastic_bag", "pouch", "cage",
    "handbag", "suitcase", "shopping_bags", "briefcase", "wind_chime", "siren", "temple_bell",
})  # fmt: skip
_IN_HAND = frozenset({
    "knife", "dagger", "sword", "gun", "axe", "hammer", "spoon", "pen", "pencil", "phone", "candle",
    "torch", "flashlight", "microphone", "flower", "rose", "tulip", "key", "old_key", "magic_wand",
    "scissors", "cigarette", "folding_fan", "teacup", "cup_with_straw", "wine_glass", "beer_mug",
    "paintbrush", "screwdriver", "wrench", "saw", "syringe", "bell", "stick", "club", "cane",
    "rope", "net",
    "shovel", "broom", "spear", "bow_and_arrow", "fishing_pole", "toothbrush", "comb", "lipstick",
    "razor", "needle", "chopsticks", "fork_and_knife", "lighter", "matchstick", "watch", "ring",
    "remote", "camera", "lotus", "chrysanthemum", "sunflower", "mirror", "letter",
    "envelope",
    "photograph", "ticket", "id_card", "credit_card", "receipt", "note", "talisman", "report_card",
})  # fmt: skip
_ON_BACK = frozenset({"wings"})
_DISHES = frozenset({
    "rice", "soup", "noodles", "steaming_bowl", "bowl", "bowl_with_spoon", "curry_rice",
    "spaghetti", "kimchi", "tteokbokki", "side_dishes", "fish_dish", "shaved_ice", "pet_food",
})  # fmt: skip
_MOST_OF: dict[Manner, float] = {
    "arms": _MOST, "hand": 0.42, "over": 0.66, "hang": 0.30, "back": 0.62, "head": 0.26,
    "shoulder": 0.30, "pack": 0.32,
}  # fmt: skip
_BORNE: dict[str, Manner] = {"bear_on_head": "head", "bear_on_shoulder": "shoulder",
                           "bear_on_back": "pack"}  # fmt: skip
"""Motions that tell where a thing is borne, whatever it is."""

_WIDEST: dict[Manner, float] = {"over": 0.70, "back": 0.92}


def held_painter(
    concept: str | None, dye: Rgb | None = None, motions: Iterable[str] = ()
) -> Held | None:  # fmt: skip
    """How `concept` is painted in somebody's hands, or where one of their `motions` bears it,
    things and animals in the colour `dye`; None where it cannot be."""
    if concept is None:
        return None
    if concept in sprites():
        borne = (_BORNE[motion] for motion in motions if motion in _BORNE)
        return _thing(concept, dye, next(borne, _manner(concept)))
    if concept in SPECIES:
        return _animal(concept, dye)
    return _person(concept) if concept in KINDS else None


def _manner(concept: str) -> Manner:
    if concept in _OVER:
        return "over"
    if concept in _HANGING:
        return "hang"
    if concept in _ON_BACK:
        return "back"
    return "hand" if concept in _IN_HAND else "arms"


def _size(height_m: float, manner: Manner = "arms") -> float:
    """A thing's height in heights of its bearer: shown larger than life when small."""
    return min(_MOST_OF[manner], max(_LEAST, float((height_m / 1.65) ** 0.7) * 0.62))


_GRIP: dict[Manner, float] = {
    "arms": 0.42, "hand": 0.16, "over": 0.04, "hang": 0.97, "back": 0.38, "head": 0.04,
    "shoulder": 0.14, "pack": 0.80,
}  # fmt: skip
"""How much of the thing lies below the hand, or the shoulders."""


def _thing(concept: str, dye: Rgb | None, manner: Manner) -> Held:
    sprite = sprites()[concept]
    left, top, right, bottom = trimmed(sprite.icon)
    tall = _size(sprite.height_m, manner) * (1.35 if manner == "over" else 1.0)
    wide = tall * (right - left) / max(0.02, bottom - top)
    widest = _WIDEST.get(manner, 0.42)
    if wide > widest:
        tall *= widest / wide
    side = tall / max(0.02, bottom - top)
    below = -0.26 if concept in _STRUNG and manner == "over" else tall * _GRIP[manner]
    ahead = 0.03 if manner == "arms" else 0.0
    colours = icon_dye(sprite.icon, dye)

    def paint(pen: Pen, at: tuple[float, float], turned: float) -> None:
        canvas = pen.canvas
        if below < 0:
            string = smooth(
                [at, (at[0] + 0.02, at[1] + below / 2), (at[0], at[1] + below)], closed=False
            )
            canvas.drawPath(string, pen.brush(INK, 0.006))
        canvas.save()
        canvas.translate(at[0] + ahead * turned, at[1] + below)
        canvas.translate(-side * (left + right) / 2, -side * bottom)
        with dyed(canvas, colours):
            draw_icon(canvas, sprite.icon, side)
        canvas.restore()

    return Held(paint, manner, is_dish=concept in _DISHES)


def _animal(concept: str, dye: Rgb | None) -> Held:
    species, draw = SPECIES[concept], draw_in(concept, dye)
    tall = _size(species.height_m)

    def paint(pen: Pen, at: tuple[float, float], turned: float) -> None:
        with _scaled(pen, (at[0] - 0.04 * turned, at[1] + tall * 0.30), tall):
            beast_pen = BeastPen(
                pen.canvas, line=pen.line, dark=pen.dark, hint=pen.hint, rim=pen.rim
            )
            draw(beast_pen, Act(species.motion("lie"), 0.0))

    return Held(paint)


def _person(concept: str) -> Held:
    kind = KINDS[concept]
    shown = Shown(Dressed(kind, outfit_of(kind, ""), FACES["asleep"]), 62.0)

    def paint(pen: Pen, at: tuple[float, float], turned: float) -> None:
        tall = min(0.42, kind.height_m / 1.65)
        with _scaled(pen, (at[0] - 0.05 * turned, at[1] + 0.06), tall):
            draw_figure(pen, shown, CARRIED)

    return Held(paint)


@contextmanager
def _scaled(pen: Pen, at: tuple[float, float], scale: float) -> Iterator[None]:
    """The canvas moved to `at` and scaled, the contour's width kept."""
    line, rim = pen.line, pen.rim
    pen.canvas.save()
    pen.canvas.translate(*at)
    pen.canvas.scale(scale, scale)
    pen.line, pen.rim = line / scale, rim / scale
    try:
        yield
    finally:
        pen.line, pen.rim = line, rim
        pen.canvas.restore()
