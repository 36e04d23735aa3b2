"""What an adapter must reach to pass; a recipe may ask for more or less (`[verify.rules]`)."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

Share = Annotated[float, Field(ge=0, le=1)]


class Rules(BaseModel):
    """Limits of the checks, all as shares. The defaults are the project's own."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    base_least: Share = 0.5
    """How often the base itself must show the subject, where something recognises it: on a base
    that shows nothing, nothing is proved."""
    style_least: Share = 0.7
    """Of the clips of held-out prompts: how many must be nearest to the adapter's own style."""
    identity_least: Share = 0.9
    """How often the subject must be kept, as a share of how often the base keeps it."""
    proxy_least: Share = 0.6
    """The same where only the picture's structure is compared, the base's own being 1."""
    loss_below: Annotated[float, Field(gt=0, le=1)] = 1.0
    """Held-out loss over the base's: the upper end of its interval must be below."""
    memorised_below: Share = 0.5
    """Of the clips of held-out prompts: how many may be copies of clips learned from."""
    diversity_least: Share = 0.5
    """How different the clips must be from each other, as a share of the base's."""
    motion_least: Share = 0.25
    """How much must move, as a share of the base's, or of the learned clips' if they move less."""
    leak_below: Share | None = None
    """How many clips without the adapter's own trigger may take its style; unset: told, not judged.

    A film wears an adapter only for its own emotion, so a leak does no harm there.
    """
