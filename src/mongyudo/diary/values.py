"""Records and choices as JSON and back: what goes into the database and to the painters."""

from pathlib import Path
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError

from mongyudo.errors import InputError

T = TypeVar("T")


def to_json(kind: type[T], value: T) -> Any:
    """`value` as plain JSON values."""
    return TypeAdapter(kind).dump_python(value, mode="json")


def from_json(kind: type[T], value: Any) -> T:
    """The value that plain JSON describes; raises InputError for what is none."""
    try:
        return TypeAdapter(kind).validate_python(value)
    except ValidationError as error:
        told = "; ".join(f"{'.'.join(map(str, e['loc']))}: {e['msg']}" for e in error.errors())
        raise InputError(f"값이 맞지 않습니다 ({kind.__name__}: {told}).") from error


def write_json(kind: type[T], value: T, path: Path) -> None:
    """`value` into a file."""
    path.write_bytes(TypeAdapter(kind).dump_json(value))
