"""What things do that have no legs and no will: they drive up, go by, turn, rise, come to light."""

from mongyudo.backends.director.tables import words


def of_a_thing(concept: str, lemma: str, thing: str) -> str:
    """버스가 왔다, 서랍에서 편지가 나왔다: what has no legs drives up, or comes to light."""
    if not thing:
        return concept
    if lemma.startswith(("굴러", "구르")) and thing in words("rolls"):
        concept = "run"
    if thing in words("waters") and lemma in words("pours_in"):
        return "flood"
    flies = concept == "fly" and thing not in words("aircraft")
    if flies or concept not in words("moves_on") | {"chase", "move", "crawl"}:
        return _at_its_place(concept, lemma, thing)
    return _way_of_a_thing(concept, lemma, thing)


def _at_its_place(concept: str, lemma: str, thing: str) -> str:
    """시계가 멈췄다, 빵이 까맣게 탔다: what a thing does that goes nowhere, or that drives."""
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
    own = {("call", "울리다"): "ring", ("call", "오다"): "ring", ("jump", "튀다"): "spurt"}
    if concept == "jump" and thing in words("body"):
        return "appear"  # 손이 튀어나왔다
    return own.get((concept, lemma), concept)


def _way_of_a_thing(concept: str, lemma: str, thing: str) -> str:
    """How a thing goes that no legs carry: round, past, towards one, up; into sight."""
    if lemma in words("goes_round") or (lemma == "가다" and thing in words("timepieces")):
        return "spin"
    if thing in words("vehicles") | words("rolls"):
        return "pass_by" if lemma in words("goes_by") else "arrive"
    return next((way for name, way in _WAYS.items() if lemma in words(name)), concept)


_WAYS = {"comes_near": "arrive", "drifts_by": "pass_by", "goes_up": "rise", "comes_out": "appear"}
