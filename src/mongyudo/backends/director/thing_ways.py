"""What things do that have no legs and no will: they drive up, go by, turn, rise, come to light."""

from mongyudo.backends.director.tables import words


def of_a_thing(concept: str, lemma: str, thing: str) -> str:
    """버스가 왔다, 서랍에서 편지가 나왔다: what has no legs drives up, or comes to light."""
    if not thing:
        return concept
    if lemma.startswith(("굴러", "구르")) and thing in words("rolls"):
        concept = "run"
    if thing in words("waters") and lemma in words("pours_in") | {"올라가다"}:
        return "flood"
    if concept == "drive" and thing in words("vehicles"):
        return "pass_by"  # 배가 출발했다
    if concept == "move" and thing == "eye":
        return "stare"  # 인형의 눈이 움직였다
    if concept == "crawl" and lemma in words("swarms"):
        return "many_of"  # 쌀알이 바글바글했다
    if concept == "float" and lemma in words("drifts_by"):
        return "pass_by"  # 섬이 떠내려갔다
    flies = concept == "fly" and thing not in words("aircraft")
    if flies or concept not in words("moves_on") | {"chase", "move", "crawl", "dodge"}:
        return _at_its_place(concept, lemma, thing)
    return _way_of_a_thing(concept, lemma, thing)


def _at_its_place(concept: str, lemma: str, thing: str) -> str:
    """시계가 멈췄다, 빵이 까맣게 탔다: what a thing does that goes nowhere, or that drives."""
    if lemma == "뽑히다":
        return "come_off"  # 핸들이 뽑혔다
    if alive := _as_if_alive(concept, lemma, thing):
        return alive
    drives = thing in words("vehicles")
    if lemma in words("stops"):
        return "arrive" if drives else "stop"
    if lemma == "내려앉다":
        return "collapse" if thing in words("built") else "fall"
    if concept == "press" and lemma in words("switches"):
        return "go_out" if lemma.startswith(("끄", "꺼")) else "light_up"
    chars = concept == "burn" and thing in words("baked")
    if chars or (concept == "ride" and thing in words("flammable")):
        return "scorch"
    if concept == "slip":
        return "pass_by" if drives else "come_off"
    if concept == "fall" and thing in words("limbs"):
        return "come_off"  # 손가락이 떨어졌다
    own = {("call", "울리다"): "ring", ("call", "오다"): "ring", ("jump", "튀다"): "spurt"}
    if concept == "jump" and thing in words("body"):
        return "appear"  # 손이 튀어나왔다
    return own.get((concept, lemma), concept)


def _way_of_a_thing(concept: str, lemma: str, thing: str) -> str:
    """How a thing goes that no legs carry: round, past, towards one, up; into sight."""
    if lemma == "나오다" and thing in words("rolls"):
        return "appear"  # 항아리가 나왔다
    if lemma in words("goes_round") or (
        lemma in ("가다", "빨라지다") and thing in words("timepieces")
    ):
        return "spin"
    if thing in words("vehicles") | words("rolls"):
        return "pass_by" if lemma in words("goes_by") else "arrive"
    return next((way for name, way in _WAYS.items() if lemma in words(name)), concept)


_WAYS = {
    "comes_near": "arrive",
    "drifts_by": "pass_by",
    "goes_up": "rise",
    "comes_out": "appear",
    "moves_off": "recede",
    "moves_aside": "shift",
}


_ALIVE = {
    "bow": "tilt", "nod": "tilt", "lie_down": "turn_over", "faint": "turn_over",
    "watch": "stare", "look_back": "stare", "look_down": "stare", "peer": "stare", "wake": "stare",
    "laugh": "thing_laughs", "eat": "thing_bites", "bite": "thing_bites", "lick": "thing_bites",
    "dance": "hop", "jump": "hop",
    "cry": "drip", "shout": "thing_talks", "sing": "thing_talks", "listen": "ring",
    "freeze": "stop", "cut": "come_off", "pull_out": "come_off", "hang_out": "come_off",
    "attack": "thing_bites", "birth": "break",
}  # fmt: skip
"""What a thing is seen to do that does what only the living do, or to which hands did it."""


def _as_if_alive(concept: str, lemma: str, thing: str) -> str:
    """해바라기가 내려다보았다, 나무가 베어져 있었다; "" for what things do as any other does."""
    if thing in words("waters"):
        return "flood" if concept in ("push", "attack", "eat") else ""
    if lemma.startswith("고개") and thing in words("grows_anywhere"):
        return "wither"  # 수국이 고개를 떨구었다
    if lemma in words("sticks_to") and concept in ("tie", "make", "stick", "touch"):
        return "stick"
    if concept in ("put_down", "put_in", "grow", "make", "drape"):
        return _spreads_or_opens(concept, lemma, thing)
    if lemma in words("stops") or (
        concept == "jump" and (thing in words("body") or lemma == "튀다")
    ):
        return ""
    return _ALIVE.get(concept, "")


def _spreads_or_opens(concept: str, lemma: str, thing: str) -> str:
    """우산이 펴졌다, 덩굴이 창을 덮었다, 공이 자꾸 늘어났다."""
    if concept == "put_down" and lemma.startswith(("펴", "펼")):
        return "unfold"
    if lemma.startswith(("덮", "뒤덮", "채우", "메우", "감싸")):
        return "spread"
    many = lemma in words("multiplies")
    return "spread" if many and thing not in words("draws_out") | words("unchanging") else ""
