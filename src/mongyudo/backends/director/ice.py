"""Ice that one walks on is no cube: 얼음이 쩍쩍 갈라졌다."""

import re

from mongyudo.backends.director.story import Mention

_UNDERFOOT = re.compile(
    r"얼음 ?(밑|아래|위|판|속|한가운데)|얼음(이|은)? ?([가-힣]{1,5} ){0,2}(금|갈라|얇)"
    r"|얼음(이|을)? ?([가-힣]{1,4} )?(깨[지져졌고]|꺼[지져졌]|밟)|(꽁꽁 )?(언|얼어붙은) "
    r"(강|호수|바다|연못)"
)
_TO_DRINK = re.compile("컵|잔에|음료|커피|주스|콜라|빙수|냉동|냉장|씹|깨물|얼음물|아이스|그릇")


def is_underfoot(text: str) -> bool:
    """Whether the ice of which `text` tells bears people."""
    return bool(_UNDERFOOT.search(text)) and not _TO_DRINK.search(text)


def is_ice_underfoot(thing: Mention, text: str) -> bool:
    """Whether `thing` is such ice, which frost shows and no cube."""
    return thing.concept == "ice" and is_underfoot(text)
