"""Small files of a release, read with a clear error."""

import json
from pathlib import Path
from typing import Any

from mongyudo.errors import BackendError

AGAIN = "Download or copy the weights again."


def read_json(path: Path) -> dict[str, Any]:
    """A JSON object from a file; raises BackendError when it is absent or no JSON."""
    try:
        value: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise BackendError(
            f"{path} is missing: this is no folder of weights in diffusers' layout, or not all of "
            f"it. {AGAIN}"
        ) from error
    except ValueError as error:
        raise BackendError(f"{path} is no JSON ({error}). {AGAIN}") from error
    return value
