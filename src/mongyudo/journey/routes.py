"""Routes: named presets over one and the same journey."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal


@dataclass(frozen=True, slots=True)
class Route:
    """Who reads, who films, where the first frame comes from; "" leaves it to the settings."""

    reader: str = ""
    backend: str = ""
    still: str = ""


RouteName = Literal["local", "runway", "still", "runpod"]
LOCAL: RouteName = "local"
ROUTES: Mapping[RouteName, Route] = MappingProxyType(
    {
        LOCAL: Route(),
        "runway": Route(reader="llm", backend="runway-gen4.5"),
        "still": Route(reader="llm", backend="runway-gen4-turbo", still="openai"),
        "runpod": Route(backend="runpod:wan2.1-1.3b"),
    }
)
