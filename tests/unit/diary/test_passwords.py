"""Passwords: what an unknown name is verified against."""

import importlib.util

from mongyudo.diary import passwords


def test_an_unknown_name_costs_what_a_known_one_does() -> None:
    """As the module stands: other tests put cheaper hashes into it."""
    found = importlib.util.spec_from_file_location("fresh", passwords.__file__)
    assert found
    assert found.loader
    fresh = importlib.util.module_from_spec(found)
    found.loader.exec_module(fresh)
    assert not fresh.hasher.check_needs_rehash(fresh.NOBODY)
    assert not fresh.is_right(fresh.NOBODY, "any password at all")
