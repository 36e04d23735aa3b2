"""A place that is drawn as one of another kind is told apart by what stands in it."""

import pytest
from tests.unit.backends.told import directed


@pytest.mark.parametrize(
    ("text", "thing"),
    [
        ("빨래방에서 친구를 기다렸다.", "washing_machine"),
        ("주유소에서 친구를 만났다.", "fuel"),
        ("서버실에 혼자 서 있었다.", "cabinet"),
        ("미용실에서 울었다.", "mirror"),
        ("우체국에서 친구를 만났다.", "mailbox"),
        ("은행에서 엄마를 만났다.", "cash_machine"),
        ("동물원에서 친구를 만났다.", "fence"),
        ("악기점에서 동생을 만났다.", "piano"),
        ("로비에서 친구를 만났다.", "couch"),
    ],
)
def test_what_a_place_is_known_by_stands_in_it(text: str, thing: str):
    """빨래방: a shop with washing machines."""
    assert thing in {prop.concept for prop in directed(text).scenes[0].props}


def test_it_stands_nowhere_else():
    """주유소에서 바다로 갔다: no pump stands at the sea."""
    scenes = directed("주유소에서 친구를 만났다. 그리고 바다로 가서 헤엄을 쳤다.").scenes
    at_sea = [s for s in scenes if s.setting != "street"]
    assert at_sea
    assert "fuel" not in {prop.concept for s in at_sea for prop in s.props}
