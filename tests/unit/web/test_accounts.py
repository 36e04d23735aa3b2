"""Accounts: coming in, sessions, cookies, limits."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select
from tests.unit.web.members import ADDRESS, HERE, PASSWORD, THERE, Several, several

from mongyudo.diary import accounts, audit, films, invitations, limits, passwords, sessions
from mongyudo.diary.account_tables import AuditRecord, LoginSession
from mongyudo.diary.accounts import Credentials
from mongyudo.diary.tables import Dreamer, now
from mongyudo.errors import MongyudoError
from mongyudo.web.accounts import own_path
from mongyudo.web.members import session_key

pytestmark = pytest.mark.slow


@pytest.fixture
def diary(tmp_path: Path) -> Iterator[Several]:
    made = several(tmp_path)
    yield made
    made.store.close()


def login(diary: Several, name: str, password: str = PASSWORD, base: str = HERE) -> int:
    told = {"name": name, "password": password}
    return diary.ask("POST", "/login", data=told, base=base).status_code


def test_a_dreamer_signs_up_logs_out_and_logs_in(diary: Several) -> None:
    told = {"name": " 꿈꾸는 이 ", "password": PASSWORD}
    assert diary.ask("POST", "/sign-up", data=told).status_code == 422  # a blank inside
    told["name"] = "Dreamer"
    answer = diary.ask("POST", "/sign-up", data=told)
    assert answer.headers["location"] == "/welcome"
    cookie = answer.cookies["session"]
    assert diary.ask("GET", "/api/v1/account", cookie).json()["name"] == "dreamer"
    out = diary.ask("POST", "/logout", cookie)
    assert out.headers["clear-site-data"] == '"cache", "storage"'
    assert diary.ask("GET", "/api/v1/account", cookie).status_code == 401
    assert login(diary, "DREAMER") == 303


def test_a_cookie_holds_a_session_id_and_no_more(diary: Several) -> None:
    dreamer_id = diary.dreamer("one")
    cookie = diary.cookie(dreamer_id)
    with diary.store.transaction() as session:
        assert cookie.partition(".")[0] == session.scalar(select(LoginSession.id))
    assert dreamer_id not in cookie


@pytest.mark.parametrize("base", [HERE, THERE])
def test_cookies_are_secure_unless_on_this_machine(diary: Several, base: str) -> None:
    diary.dreamer("one")
    told = {"name": "one", "password": PASSWORD}
    kept = diary.ask("POST", "/login", data=told, base=base).headers["set-cookie"].lower()
    assert "httponly" in kept
    assert "samesite=lax" in kept
    assert ("secure" in kept) == kept.startswith("__host-session=") == (base == THERE)


def test_a_password_is_not_taken_without_tls_on_a_network(diary: Several) -> None:
    diary.dreamer("one")
    assert login(diary, "one", base="http://diary.example.org") == 422


def test_forged_cut_and_strange_cookies_are_nobody_s(diary: Several) -> None:
    good = diary.cookie(diary.dreamer("one"))
    session_id, _, signature = good.partition(".")
    assert diary.ask("GET", "/api/v1/draft", good).status_code == 200
    forged = [
        session_id, f"{session_id}.", good[:-1], f"{'0' * 32}.{signature}", f".{signature}",
        "x" * 4000, "%00", "꿈".encode().decode("latin-1"), f"{session_id}.{'A' * len(signature)}",
    ]  # fmt: skip
    for cookie in forged:
        assert diary.ask("GET", "/api/v1/draft", cookie).status_code == 401, cookie


def test_an_expired_session_is_nobody_s(diary: Several) -> None:
    cookie = diary.cookie(diary.dreamer("one"))
    with diary.store.transaction() as session:
        for each in session.scalars(select(LoginSession)):
            each.expires_at = now() - timedelta(seconds=1)
    assert diary.ask("GET", "/api/v1/draft", cookie).status_code == 401


CHROME = (
    "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) "
    "Chrome/139.0.0.0 Mobile Safari/537.36"
)


def test_sessions_say_what_browser_they_are_in(diary: Several) -> None:
    dreamer_id = diary.dreamer("one")
    told = {"address": "203.0.113.9"}
    opened = sessions.open_session(diary.store, dreamer_id, agent=CHROME, **told)
    sessions.open_session(diary.store, dreamer_id, agent="my own program", **told)
    assert diary.state.signer is not None
    shown = diary.ask("GET", "/account", diary.state.signer.sign(opened).decode()).text
    assert "Chrome Mobile · Android" in shown
    assert "알 수 없는 프로그램" in shown


def test_sessions_are_listed_and_revoked(diary: Several) -> None:
    dreamer_id = diary.dreamer("one")
    here, there, elsewhere = (diary.cookie(dreamer_id) for _ in range(3))
    shown = diary.ask("GET", "/account", here).text
    path = f"/account/sessions/{there.partition('.')[0]}/revoke"
    assert path in shown
    assert diary.ask("POST", path, here).status_code == 303
    assert diary.ask("GET", "/api/v1/draft", there).status_code == 401
    assert diary.ask("GET", "/api/v1/draft", elsewhere).status_code == 200
    diary.ask("POST", "/account/sessions/revoke-others", here)
    assert diary.ask("GET", "/api/v1/draft", elsewhere).status_code == 401
    assert diary.ask("GET", "/api/v1/draft", here).status_code == 200


def test_another_password_ends_every_other_session(diary: Several) -> None:
    dreamer_id = diary.dreamer("one")
    here, there = diary.cookie(dreamer_id), diary.cookie(dreamer_id)
    new = {"password": "not the password", "new": "another password"}
    assert diary.ask("POST", "/account/password", here, data=new).status_code == 401
    assert diary.ask("GET", "/api/v1/draft", there).status_code == 200
    new["password"] = PASSWORD
    assert diary.ask("POST", "/account/password", here, data=new).status_code == 200
    assert diary.ask("GET", "/api/v1/draft", there).status_code == 401
    assert diary.ask("GET", "/api/v1/draft", here).status_code == 200
    assert (login(diary, "one"), login(diary, "one", "another password")) == (401, 303)


def test_deleting_an_account_deletes_everything_in_it(diary: Several) -> None:
    dreamer_id = diary.dreamer("one")
    cookie = diary.cookie(dreamer_id)
    diary.ask("PUT", "/api/v1/draft", cookie, json={"text": "꿈"})
    film_id = diary.filmed(dreamer_id, "꿈")
    assert diary.ask("POST", "/account/delete", cookie, data={}).status_code == 401
    answer = diary.ask("POST", "/account/delete", cookie, data={"password": PASSWORD})
    assert answer.headers["location"] == "/login"
    assert not films.folder_of(diary.store, film_id).exists()
    with diary.store.transaction() as session:
        for table in reversed(Dreamer.metadata.sorted_tables):
            if table.name not in ("audit", "diary_version"):
                assert session.execute(select(table)).all() == [], table.name


def test_a_locked_account_is_out_at_once(diary: Several) -> None:
    cookie = diary.cookie(diary.dreamer("one"))
    with diary.store.transaction() as session:
        accounts.lock(session, accounts.account_of(session, "one"), locked=True)
    assert diary.ask("GET", "/api/v1/draft", cookie).status_code == 401
    assert login(diary, "one") == 401


def test_wrong_passwords_are_limited_and_unknown_names_alike(
    diary: Several, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "FAILED_AS", limits.Rate(3, limits.QUARTER))
    diary.dreamer("one")
    for name in ("one", "nobody"):
        tried = [login(diary, name, "wrong password") for _ in range(limits.FAILED_AS.most + 1)]
        assert tried == [*[401] * limits.FAILED_AS.most, 429]
    assert login(diary, "one") == 429
    answer = diary.ask("POST", "/login", data={"name": "one", "password": PASSWORD})
    assert 0 < int(answer.headers["retry-after"]) <= limits.QUARTER.total_seconds()
    with diary.store.transaction() as session:
        for each in session.scalars(select(AuditRecord)):
            each.at = now() - limits.QUARTER
    assert login(diary, "one") == 303


def test_one_address_is_limited_for_all_names(
    diary: Several, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "FAILED_FROM", limits.Rate(3, limits.QUARTER))
    assert [login(diary, f"name-{at}") for at in range(4)] == [401, 401, 401, 429]


def test_who_guesses_elsewhere_keeps_the_dreamer_out_only_after_many_more(
    diary: Several, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "FAILED_AS", limits.Rate(1, limits.QUARTER))
    monkeypatch.setattr(limits, "FAILED_FOR", limits.Rate(3, limits.QUARTER))
    diary.dreamer("one")
    wrong = {"name": "one", "password": "wrong password"}
    for at in range(3):
        guessed = diary.ask("POST", "/login", data=wrong, address=f"198.51.100.{at}")
        assert guessed.status_code == 401
    assert diary.ask("POST", "/login", data=wrong, address="198.51.100.9").status_code == 429
    assert login(diary, "two", "wrong password") == 401


def test_an_unknown_name_takes_as_long_as_a_known_one(
    diary: Several, monkeypatch: pytest.MonkeyPatch
) -> None:
    verified: list[str] = []
    real = passwords.is_right
    monkeypatch.setattr(
        passwords, "is_right", lambda kept, given: verified.append(kept) or real(kept, given)
    )
    assert login(diary, "nobody", "wrong password") == 401
    assert verified == [passwords.NOBODY]


def test_a_session_of_a_locked_account_that_was_opened_late_is_nobody_s(diary: Several) -> None:
    cookie = diary.cookie(diary.dreamer("one"))
    with diary.store.transaction() as session:
        accounts.account_of(session, "one").locked_at = now()
    assert diary.ask("GET", "/api/v1/draft", cookie).status_code == 401


def test_what_was_refused_is_not_written_down_as_done(diary: Several) -> None:
    cookie = diary.cookie(diary.dreamer("one"))
    assert diary.ask("POST", f"/entries/{'0' * 32}/delete", cookie).status_code == 404
    with diary.store.transaction() as session:
        assert audit.recent(session) == []


def test_sign_ups_are_limited(diary: Several, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "SIGN_UPS", limits.Rate(2, limits.QUARTER))
    told = [
        diary.ask("POST", "/sign-up", data={"name": name, "password": "short"}).status_code
        for name in ("one", "two", "three")
    ]
    assert told == [422, 422, 429]


def test_changes_are_limited(tmp_path: Path) -> None:
    diary = several(tmp_path, changes_a_minute=2)
    one, two = diary.cookie(diary.dreamer("one")), diary.cookie(diary.dreamer("two"))
    told = [diary.ask("POST", "/welcome", one).status_code for _ in range(3)]
    assert told == [303, 303, 429]
    assert 0 < int(diary.ask("POST", "/welcome", one).headers["retry-after"]) <= 60
    assert diary.ask("GET", "/account", one).status_code == 200
    assert diary.ask("POST", "/welcome", two).status_code == 303
    diary.store.close()


def test_an_invitation_lets_one_person_in_once(tmp_path: Path) -> None:
    diary = several(tmp_path, is_open=False)
    with diary.store.transaction() as session:
        token = invitations.invite(session)
    told = {"name": "one", "password": PASSWORD}
    assert diary.ask("GET", "/sign-up").status_code == 404
    assert diary.ask("POST", "/sign-up", data=told).status_code == 404
    assert diary.ask("GET", f"/sign-up?invitation={token}").status_code == 200
    told["invitation"] = token
    assert diary.ask("POST", "/sign-up", data={**told, "password": "short"}).status_code == 422
    assert diary.ask("POST", "/sign-up", data=told).status_code == 303
    assert diary.ask("POST", "/sign-up", data={**told, "name": "two"}).status_code == 404
    diary.store.close()


def test_an_invitation_ends(diary: Several) -> None:
    with diary.store.transaction() as session:
        token = invitations.invite(session)
        invitations.pending(session)[0].expires_at = now() - timedelta(seconds=1)
    told = {"name": "one", "password": PASSWORD, "invitation": token}
    assert diary.ask("POST", "/sign-up", data=told).status_code == 404


def test_a_name_is_taken_in_any_spelling(diary: Several) -> None:
    diary.dreamer("one")
    told = {"name": "ＯＮＥ", "password": PASSWORD}
    assert diary.ask("POST", "/sign-up", data=told).status_code == 422


@pytest.mark.parametrize(
    ("wished", "led"),
    [
        ("/calendar", "/calendar"),
        ("", "/"),
        ("https://evil.example", "/"),
        ("//evil.example", "/"),
        ("/\\evil.example", "/"),
        ("/a\r\nset-cookie: x", "/"),
    ],
)
def test_nobody_is_led_elsewhere_by_logging_in(wished: str, led: str) -> None:
    assert own_path(wished) == led


def test_another_origin_changes_nothing_and_other_names_are_not_answered(diary: Several) -> None:
    cookie = diary.cookie(diary.dreamer("one"))
    path, evil = "/account/sessions/revoke-others", {"origin": "https://evil.example"}
    assert diary.ask("POST", path, cookie, base=THERE, headers=evil).status_code == 403
    own = {"origin": THERE}
    assert diary.ask("POST", path, cookie, base=THERE, headers=own).status_code == 303
    assert diary.ask("GET", "/login", base="https://evil.example").status_code == 421


def test_the_audit_log_tells_who_what_whence_and_no_word_of_a_dream(diary: Several) -> None:
    dreamer_id = diary.dreamer("one")
    login(diary, "one")
    cookie = diary.cookie(dreamer_id)
    film_id = diary.filmed(dreamer_id, "호랑이")
    diary.ask("PUT", "/api/v1/draft", cookie, json={"text": "호랑이"})
    diary.ask("POST", f"/films/{film_id}/revoke", cookie)
    diary.ask("GET", "/export.json", cookie)
    with diary.store.transaction() as session:
        told = [(r.what, r.dreamer_id, r.about, r.address) for r in audit.recent(session)]
    assert told == [
        ("GET /export.json", dreamer_id, "", ADDRESS),
        ("POST /films/{film_id}/revoke", dreamer_id, film_id, ADDRESS),
        ("login", dreamer_id, "", ADDRESS),
    ]


def test_an_ipv6_household_is_one() -> None:
    assert audit.household("2001:db8::1") == audit.household("2001:db8::2") == "2001:db8::/64"
    assert audit.household("203.0.113.7") == "203.0.113.7"


def test_old_records_are_thrown_away(diary: Several) -> None:
    with diary.store.transaction() as session:
        audit.record(session, "login")
        audit.record(session, "login")
        audit.recent(session)[0].at = now() - audit.KEPT - timedelta(days=1)
    with diary.store.transaction() as session:
        audit.forget_old(session)
        assert len(audit.recent(session)) == 1


def test_the_key_is_made_once_for_nobody_else_to_read(tmp_path: Path) -> None:
    key = session_key(None, tmp_path)
    assert session_key(None, tmp_path) == key
    assert (tmp_path / "session.key").stat().st_mode & 0o777 == 0o600
    (tmp_path / "short").write_text("short")
    with pytest.raises(MongyudoError, match="holds 5 bytes"):
        session_key(tmp_path / "short", tmp_path)


def test_pages_of_a_dreamer_are_not_kept_by_the_browser(diary: Several) -> None:
    cookie = diary.cookie(diary.dreamer("one"))
    assert diary.ask("GET", "/account", cookie).headers["cache-control"] == "no-store"


def test_credentials_do_not_tell_the_password() -> None:
    assert PASSWORD not in repr(Credentials("one", PASSWORD))


def test_whoever_comes_without_an_invitation_is_told_of_none_that_is_over(tmp_path: Path) -> None:
    diary = several(tmp_path, is_open=False)
    answer = diary.ask("GET", "/sign-up")
    assert answer.status_code == 404
    assert "초대받은 분만" in answer.text
    assert "이 초대는 더" in diary.ask("GET", "/sign-up?invitation=made-up").text
    diary.store.close()
