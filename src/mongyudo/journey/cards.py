"""Style cards as files: TOML that a person can read and change, or a film.json to go on from."""

import json
import tomllib
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from mongyudo.errors import InputError
from mongyudo.journey.manifest import card_json
from mongyudo.records import StyleCard

_FIELDS = tuple(StyleCard.__dataclass_fields__)


def load_card(path: Path) -> StyleCard:
    """The card in `path`, or the one of the film whose film.json it is.

    A film's own material counts as its card's. Raises InputError for what is no card.
    """
    try:
        words = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"cannot read the style card {path}: {error}") from error
    try:
        told = _of_film(json.loads(words)) if path.suffix == ".json" else tomllib.loads(words)
    except ValueError as error:
        raise InputError(f"{path} is no style card: {error}") from error
    return card_from(told, str(path))


def _of_film(manifest: Any) -> Any:
    if not isinstance(manifest, dict) or "style" not in manifest:
        raise ValueError("a film.json has the key style; this has not")
    return {"style": manifest["style"], **manifest.get("card", {})}


def card_from(told: Any, name: str) -> StyleCard:
    """The card that plain values describe; raises InputError naming each that cannot stand."""
    unknown = sorted(set(told) - set(_FIELDS)) if isinstance(told, dict) else []
    if unknown:
        raise InputError(f"{name}: no {', '.join(unknown)} in a style card; it has {_FIELDS}")
    try:
        return TypeAdapter(StyleCard).validate_python(told)
    except ValidationError as error:
        faults = "; ".join(f"{'.'.join(map(str, e['loc']))}: {e['msg']}" for e in error.errors())
        raise InputError(f"{name} is no style card: {faults}") from error


def card_toml(card: StyleCard) -> str:
    """The card as a file that `load_card` reads."""
    lines = [f"{name} = {json.dumps(v, ensure_ascii=False)}" for name, v in card_json(card).items()]
    return "\n".join(["# 몽유도 화첩 카드 (Mongyudo style card)", *lines, ""])
