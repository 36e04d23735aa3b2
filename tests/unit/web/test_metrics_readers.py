"""Who is told the metrics of a diary for several."""

import pytest

from mongyudo.settings import Settings
from mongyudo.web.members import rules_from

USUAL = rules_from(Settings())
NAMED = rules_from(Settings.model_validate({"metrics_readers": ["10.1.0.0/16", "2001:db8::1"]}))


@pytest.mark.parametrize("address", ["127.0.0.1", "::1", "::ffff:127.0.0.1"])
def test_this_machine_is_told(address: str) -> None:
    assert USUAL.may_read_metrics(address)


@pytest.mark.parametrize("address", ["203.0.113.7", "127.0.0.2", "", "unix:", "10.1.2.3"])
def test_others_are_not(address: str) -> None:
    assert not USUAL.may_read_metrics(address)


@pytest.mark.parametrize(
    ("address", "told"),
    [("10.1.2.3", True), ("10.2.0.1", False), ("2001:db8::1", True), ("127.0.0.1", False)],
)
def test_those_that_the_operator_names_are(address: str, *, told: bool) -> None:
    assert NAMED.may_read_metrics(address) == told
