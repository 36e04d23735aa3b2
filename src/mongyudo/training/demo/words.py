"""What the demo set shows, and the caption of each clip."""

SUBJECTS: tuple[str, ...] = (
    "tiger", "pig", "frog", "cat", "rabbit", "whale", "octopus", "star", "umbrella", "car",
)  # fmt: skip
PLACES: tuple[str, ...] = ("forest", "sea", "room", "desert")
MOTIONS: tuple[str, ...] = ("left", "right", "down")

_VERBS = {
    "tiger": "runs", "pig": "runs", "frog": "jumps", "cat": "runs", "rabbit": "jumps",
    "whale": "swims", "octopus": "swims", "star": "flies", "umbrella": "flies", "car": "drives",
}  # fmt: skip
_WHERE = {
    "forest": "in the forest", "sea": "at sea", "room": "in the room", "desert": "in the desert",
}  # fmt: skip


def caption(subject: str, place: str, motion: str) -> str:
    """`tiger`, `forest`, `left` -> "a tiger runs left in the forest"; KeyError for others."""
    article = "an" if subject[0] in "aeiou" else "a"
    verb = "falls" if motion == "down" else _VERBS[subject]
    if motion not in MOTIONS:
        raise KeyError(motion)
    return f"{article} {subject} {verb} {motion} {_WHERE[place]}"
