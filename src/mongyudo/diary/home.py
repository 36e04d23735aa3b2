"""Where the diary keeps its data: databases and films, under one folder."""

from dataclasses import dataclass
from pathlib import Path

import click

from mongyudo.settings import Settings


@dataclass(frozen=True, slots=True)
class Home:
    """The diary's folder and its two databases (SQLAlchemy URLs)."""

    folder: Path
    diary_url: str
    jobs_url: str

    @property
    def films(self) -> Path:
        """The folder that holds a folder for each film."""
        return self.folder / "films"


def home_from(settings: Settings) -> Home:
    """The home that the settings name; its folder is made, for nobody else to read."""
    folder = settings.home or Path(click.get_app_dir("mongyudo"))
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    folder = folder.resolve()
    if settings.database_url:
        return Home(folder, settings.database_url, settings.database_url)
    return Home(
        folder, f"sqlite:///{folder / 'diary.sqlite'}", f"sqlite:///{folder / 'jobs.sqlite'}"
    )
