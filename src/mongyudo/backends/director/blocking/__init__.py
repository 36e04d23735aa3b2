"""Where actors stand and how they move: one function per way of staging an event."""

from mongyudo.backends.director.blocking.core import Call, Placement, Role, Thing, mirrored
from mongyudo.backends.director.blocking.fill import fill
from mongyudo.backends.director.blocking.table import BLOCKINGS

__all__ = ["BLOCKINGS", "Call", "Placement", "Role", "Thing", "fill", "mirrored"]
