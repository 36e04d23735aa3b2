"""The operator's pages and commands."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.unit.web.members import PASSWORD, Several, several

from mongyudo.cli import group
from mongyudo.diary import accounts, audit, entries
from mongyudo.diary.entries import Writing
from mongyudo.settings import load_settings

pytestmark = pytest.mark.slow

SECRET = "아무도 모르는 호랑이"


@pytest.fixture
def diary(tmp_path: Path) -> Iterator[Several]:
    made = several(tmp_path)
    yield made
    made.store.close()


@pytest.fixture
def operator(diary: Several) -> str:
    """The cookie of an operator."""
    return diary.cookie(diary.dreamer("operator", is_admin=True))


def test_the_admin_page_shows_who_and_how_much_and_no_dream(diary: Several, operator: str) -> None:
    film_id = diary.filmed(diary.dreamer("one"), SECRET)
    shown = diary.ask("GET", "/admin", operator)
    assert shown.status_code == 200
    assert film_id in shown.text  # it failed
    assert "1.0/10 MB" in shown.text
    assert SECRET not in shown.text


def test_who_is_no_operator_finds_no_admin_page(diary: Several) -> None:
    cookie = diary.cookie(diary.dreamer("one"))
    assert diary.ask("GET", "/admin", cookie).status_code == 404
    assert diary.ask("POST", "/admin/invitations", cookie).status_code == 404


def test_an_invitation_made_on_the_page_works_and_can_be_withdrawn(
    diary: Several, operator: str
) -> None:
    for withdrawn in (False, True):
        shown = diary.ask("POST", "/admin/invitations", operator, data={"note": "친구"}).text
        link = shown.partition('value="http://127.0.0.1:1447')[2].partition('"')[0]
        assert link.startswith("/sign-up?invitation=")
        if withdrawn:
            path = shown.partition('action="/admin/invitations/')[2].partition('"')[0]
            answer = diary.ask("POST", f"/admin/invitations/{path}", operator)
            assert answer.status_code == 303
        assert diary.ask("GET", link).status_code == (404 if withdrawn else 200)
        token = link.partition("=")[2]
        told = {"name": f"friend-{withdrawn}", "password": PASSWORD, "invitation": token}
        assert diary.ask("POST", "/sign-up", data=told).status_code == (404 if withdrawn else 303)


def test_locking_and_quotas_are_the_operator_s(diary: Several, operator: str) -> None:
    one = diary.dreamer("one")
    cookie = diary.cookie(one)
    assert diary.ask("POST", f"/admin/accounts/{one}/lock", operator).status_code == 303
    assert diary.ask("GET", "/account", cookie).status_code == 303
    diary.ask("POST", f"/admin/accounts/{one}/unlock", operator)
    told = {"films_a_day": "50", "films_at_once": "", "disk_mb": "0"}
    diary.ask("POST", f"/admin/accounts/{one}/quota", operator, data=told)
    use = diary.ask("GET", "/api/v1/account", diary.cookie(one)).json()["use"]
    assert use["allowed"] == {"films_a_day": 50, "films_at_once": 2, "disk_mb": 0}


def test_an_operator_cannot_lock_themselves_out(diary: Several, operator: str) -> None:
    with diary.store.transaction() as session:
        own = accounts.account_of(session, "operator").dreamer_id
    assert diary.ask("POST", f"/admin/accounts/{own}/lock", operator).status_code == 422
    assert diary.ask("GET", "/admin", operator).status_code == 200


def test_the_operator_s_commands(diary: Several, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MONGYUDO_HOME", str(diary.store.home.folder))
    load_settings.cache_clear()
    with diary.store.transaction() as session:
        single = entries.single_dreamer(session)
        written = entries.write(session, single.id, Writing(SECRET, single.made_at.date())).id
    run = CliRunner()

    def done(*words: str, typed: str = "") -> str:
        return run.invoke(group, ["accounts", *words], input=typed, catch_exceptions=False).output

    assert "taken over: 1" in done("create-admin", "Boss", "--take-over", typed=PASSWORD)
    assert "admin" in done("list")
    link = done("invite").strip().partition("1447")[2]
    assert diary.ask("GET", link).status_code == 200
    with diary.store.transaction() as session:
        boss = accounts.account_of(session, "boss").dreamer_id
    cookie = diary.cookie(boss)
    assert diary.ask("GET", f"/entries/{written}", cookie).status_code == 200
    done("password", "boss", typed="another password")
    assert diary.ask("GET", "/account", cookie).status_code == 303
    cookie = diary.cookie(boss)
    done("lock", "boss")
    assert "locked" in done("list")
    assert diary.ask("GET", "/account", cookie).status_code == 303
    done("unlock", "boss")
    assert "open" in done("list")
    with diary.store.transaction() as session:
        told = [record.what for record in reversed(audit.recent(session))]
    assert told == ["create-admin", "invite", "password", "lock", "unlock"]
    load_settings.cache_clear()
