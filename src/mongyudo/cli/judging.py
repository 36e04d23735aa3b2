"""Who judges, and what is told before a dream is sent to be judged."""

import click

from mongyudo.policy.combining import Filters
from mongyudo.settings import Settings


def filters_for(settings: Settings) -> Filters:
    """The filters of the settings, once it is told where the dream goes."""
    from mongyudo.journey.filters import filters_from

    filters = filters_from(settings)
    if filters.moderator is not None:
        click.echo(
            f"심사: 꿈의 글이 {filters.moderator.server.host}로도 갑니다. 이름, 번호, 장소는 "
            "가리고 보냅니다. (The text is judged there as well; names, numbers and places are "
            "hidden.)",
            err=True,
        )
    return filters
