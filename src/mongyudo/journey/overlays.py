"""What is laid over every backend's frames: the AI mark, and the captions when wished."""

from mongyudo.film.captions import captions
from mongyudo.film.picture import Overlay
from mongyudo.ink.lettering import CAPTION_TONES, caption_image, mark_image
from mongyudo.journey.choices import Choices
from mongyudo.policy.label import VISIBLE_MARK
from mongyudo.records import Shot

MARGIN_SHARE = 0.02
"""Distance from the frame's edges, as a share of its height."""

MARK_SHARE = 0.028
"""Height of the mark's letters, as a share of the frame's."""


def overlays_for(shot: Shot, choices: Choices) -> tuple[Overlay, ...]:
    """The mark in the lower right corner; captions at the foot when they are burnt in."""
    margin_px = max(2, round(shot.size_px[1] * MARGIN_SHARE))
    mark = mark_image(VISIBLE_MARK, size_px=max(7.0, shot.size_px[1] * MARK_SHARE))
    corner = Overlay(
        mark,
        shot.size_px[0] - mark.shape[1] - margin_px,
        shot.size_px[1] - mark.shape[0] - margin_px,
    )
    return (corner, *(_burnt(shot, margin_px) if choices.burn_captions else ()))


def _burnt(shot: Shot, margin_px: int) -> tuple[Overlay, ...]:
    overlays = []
    for cue in captions((shot.segment,), (shot.duration_s,)).cues:
        image = caption_image(
            cue.text, shot.size_px[0], size_px=_letters_px(shot), tone=CAPTION_TONES[shot.style]
        )
        left = (shot.size_px[0] - image.shape[1]) // 2
        top = shot.size_px[1] - image.shape[0] - 3 * margin_px
        overlays.append(Overlay(image, left, top, cue.start_s, cue.end_s))
    return tuple(overlays)


def _letters_px(shot: Shot) -> float:
    """Two lines of seventeen letters fill a phone's width; a wide frame needs no larger ones."""
    width, height = shot.size_px
    return max(9.0, min(width / 21, height / 16))
