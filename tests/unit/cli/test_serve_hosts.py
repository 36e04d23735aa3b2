"""At which addresses a diary is opened."""

import pytest

from mongyudo.cli.serve import _check_host
from mongyudo.errors import UsageError
from mongyudo.settings import Settings

NAMED = Settings(host_names=("diary.example.org",))


@pytest.mark.parametrize("several", [False, True])
@pytest.mark.parametrize("host", ["127.0.0.1", "::1", "localhost"])
def test_this_machine_is_always_answered(host: str, *, several: bool) -> None:
    _check_host(host, Settings(), several=several)


def test_a_diary_without_accounts_is_not_opened_to_a_network() -> None:
    with pytest.raises(UsageError, match="--multi-user"):
        _check_host("0.0.0.0", NAMED, several=False)


def test_a_diary_on_a_network_has_a_name() -> None:
    with pytest.raises(UsageError, match="host_names"):
        _check_host("0.0.0.0", Settings(), several=True)
    _check_host("0.0.0.0", NAMED, several=True)
