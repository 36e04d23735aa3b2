"""Where the diary keeps its data: databases and films, under one folder."""

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import make_url
from sqlalchemy.exc import ArgumentError

from mongyudo.errors import SettingsError
from mongyudo.settings import Settings, data_folder


@dataclass(frozen=True, slots=True)
class Home:
    """The diary's folder and its two databases (SQLAlchemy URLs)."""

    folder: Path
    diary_url: str
    jobs_url: str
    storage_url: str = ""
    """Object storage for films; "" where they lie in the folder."""

    @property
    def is_shared(self) -> bool:
        """Whether processes of other machines may work on the same diary."""
        return not self.diary_url.startswith("sqlite")

    @property
    def films(self) -> Path:
        """The folder that holds a folder for each film."""
        return self.folder / "films"


def home_from(settings: Settings) -> Home:
    """The home that the settings name; its folder is made, for nobody else to read."""
    folder = data_folder(settings)
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    folder = folder.resolve()
    if settings.database_url:
        url = _postgres(settings.database_url, settings.database_password_file)
        return Home(folder, url, url, settings.storage)
    return Home(
        folder,
        f"sqlite:///{folder / 'diary.sqlite'}",
        f"sqlite:///{folder / 'jobs.sqlite'}",
        settings.storage,
    )


def _postgres(given: str, password_file: Path | None) -> str:
    """The URL of a PostgreSQL, spoken to through psycopg; SettingsError for anything else."""
    try:
        url = make_url(given)
    except ArgumentError as error:
        raise SettingsError(
            "database_url is not a URL. Example: postgresql://name:password@host/mongyudo"
        ) from error
    if url.get_backend_name() not in ("postgresql", "postgres"):
        raise SettingsError(
            f"database_url names {url.get_backend_name()!r}; the diary knows PostgreSQL. "
            "Leave it empty for SQLite under `home`."
        )
    if password_file is not None:
        url = url.set(password=_password_in(password_file))
    return url.set(drivername="postgresql+psycopg").render_as_string(hide_password=False)


def _password_in(file: Path) -> str:
    try:
        password = file.read_text(encoding="utf-8").strip()
    except OSError as error:
        told = f"database_password_file: {file} cannot be read ({error.strerror})."
        raise SettingsError(told) from error
    if not password:
        raise SettingsError(f"database_password_file: {file} is empty.")
    return password
