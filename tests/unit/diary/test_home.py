"""Where the diary's data lie, and how its database is reached."""

from pathlib import Path

import pytest
from sqlalchemy import make_url

from mongyudo.diary.home import home_from
from mongyudo.errors import SettingsError
from mongyudo.settings import Settings

URL = "postgresql://mongyudo@db.example.org/mongyudo"


def test_the_password_comes_from_its_file(tmp_path: Path) -> None:
    file = tmp_path / "password"
    file.write_text("p@ss/word:1\n")
    home = home_from(Settings(home=tmp_path, database_url=URL, database_password_file=file))
    url = make_url(home.diary_url)
    assert (url.password, url.host, url.username) == ("p@ss/word:1", "db.example.org", "mongyudo")
    assert home.jobs_url == home.diary_url


@pytest.mark.parametrize("content", [None, "", "\n"])
def test_a_password_file_that_is_lost_or_empty_is_told(tmp_path: Path, content: str | None) -> None:
    file = tmp_path / "password"
    if content is not None:
        file.write_text(content)
    with pytest.raises(SettingsError, match="database_password_file"):
        home_from(Settings(home=tmp_path, database_url=URL, database_password_file=file))
