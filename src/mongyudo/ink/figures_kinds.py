"""Who there is: proportions, head, clothes and what is carried, as a table."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from mongyudo.ink.figures_bones import Build
from mongyudo.ink.figures_face import Head
from mongyudo.ink.figures_pen import Colour, rgb


@dataclass(frozen=True, slots=True)
class Kind:
    """A sort of person. `height_m` is the real height in metres; `cut` chooses between a woman's
    and a man's outfit of the same name; `tool` is carried in the near hand; `extra` is drawn
    behind the body (wings, cape, tails); `aura` lights one up from behind."""

    build: Build = field(default_factory=Build)
    head: Head = field(default_factory=Head)
    clothes: str = "shirt"
    height_m: float = 1.7
    cut: str = "man"
    tool: str = ""
    extra: str = ""
    expression: str = ""
    aura: bool = False
    motion: str = ""


HAIR: Colour = rgb(40, 35, 36)
GREY: Colour = rgb(176, 172, 166)
WHITE: Colour = rgb(232, 228, 220)
TAN: Colour = rgb(226, 188, 152)
PALE: Colour = rgb(224, 220, 212)

_W = Build()
_M = Build(
    head=0.108, torso=0.272, thigh=0.232, shin=0.228, shoulders=0.094, hips=0.044, chest_r=0.060,
    belly_r=0.057, hip_r=0.058, arm_r=0.0255, leg_r=0.037, foot=0.064, upper_arm=0.148,
    forearm=0.136,
)  # fmt: skip
_BIG = replace(_M, head=0.094, shoulders=0.112, chest_r=0.078, belly_r=0.082, arm_r=0.033,
               leg_r=0.044)  # fmt: skip
_STOUT = replace(_M, belly_r=0.086, hip_r=0.074, chest_r=0.07, arm_r=0.029, leg_r=0.041)
_OLD_W = replace(_W, hunch=16.0, belly_r=0.06, hip_r=0.064, thigh=0.214, shin=0.208)
_OLD_M = replace(_M, hunch=13.0, thigh=0.222, shin=0.214)
_CHILD = Build(
    head=0.158, neck=0.022, torso=0.252, thigh=0.172, shin=0.170, upper_arm=0.118, forearm=0.105,
    foot=0.062, shoulders=0.078, hips=0.045, chest_r=0.058, belly_r=0.062, hip_r=0.064,
    arm_r=0.025, leg_r=0.036,
)  # fmt: skip
_TEEN = replace(_W, head=0.122, torso=0.256, thigh=0.218, shin=0.21)
_TEEN_M = replace(_M, head=0.120, torso=0.262, thigh=0.216, shin=0.212, shoulders=0.084)
_BABY = Build(
    head=0.172, neck=0.010, torso=0.290, thigh=0.120, shin=0.100, upper_arm=0.098, forearm=0.085,
    foot=0.062, shoulders=0.088, hips=0.052, chest_r=0.082, belly_r=0.098, hip_r=0.092,
    arm_r=0.036, leg_r=0.048,
)  # fmt: skip
_DWARF = replace(_CHILD, head=0.17, belly_r=0.09, chest_r=0.08, arm_r=0.034, leg_r=0.045)
_TALL = replace(_M, head=0.09, thigh=0.25, shin=0.246)

_LONG = Head("long", HAIR)
_PONY = Head("ponytail", HAIR)
_BUN = Head("bun", HAIR)
_BOB = Head("bob", HAIR)
_SHORT = Head("short", HAIR, lips=rgb(160, 92, 80))
_CREW = Head("crew", HAIR, TAN, lips=rgb(160, 92, 80))
_GREY_M = Head("short", GREY, lips=rgb(160, 96, 84), wrinkles=True)
_GREY_W = Head("bun", GREY, wrinkles=True)
_SAGE = Head("topknot", WHITE, beard="long", wrinkles=True)
_GAT = Head("topknot", HAIR, beard="goatee", hat="gat", hat_colour=rgb(34, 32, 35))
_REAPER = Head("topknot", HAIR, PALE, hat="gat", hat_colour=rgb(26, 25, 28), lips=rgb(70, 50, 60))
_BALD = Head("bald", HAIR, TAN)
_CAP = rgb(50, 62, 92)
_RED = rgb(176, 48, 44)


def _woman(clothes: str, head: Head = _LONG, build: Build = _W, **more: object) -> Kind:
    return replace(Kind(build, head, clothes, 1.62, "woman"), **more)  # type: ignore[arg-type]


def _man(clothes: str, head: Head = _SHORT, build: Build = _M, **more: object) -> Kind:
    return replace(Kind(build, head, clothes, 1.74, "man"), **more)  # type: ignore[arg-type]


# fmt: off
KINDS: Mapping[str, Kind] = {
    # the dreamer and the people around
    "woman": _woman("nightgown"),
    "man": _man("pyjamas"),
    "girl": _woman("girl", _PONY, _CHILD, height_m=1.2),
    "boy": _man("child", _SHORT, _CHILD, height_m=1.2),
    "child": _man("child", _BOB, _CHILD, height_m=1.1),
    "baby": _man("romper", Head("tuft", HAIR), _BABY, height_m=0.7, motion="crawl"),
    "grandmother": _woman("hanbok_jade", _GREY_W, _OLD_W, height_m=1.5),
    "grandfather": _man("durumagi", Head("short", WHITE, beard="goatee", wrinkles=True), _OLD_M,
                        height_m=1.62, tool="stick"),
    "mother": _woman("cardigan", replace(_BOB, hair="curly")),
    "father": _man("sweater"),
    "brother": _man("shirt", _CREW),
    "sister": _woman("blouse", _LONG),
    "friend": _woman("blouse", _BOB),
    "stranger": _man("trench", _SHORT),
    "neighbor": _woman("cardigan", _PONY),
    "boss": _man("suit", replace(_SHORT, glasses=True), _STOUT),
    "clerk": _man("shirt", replace(_SHORT, glasses=True)),
    "teacher": _woman("skirt_suit", replace(_BUN, glasses=True)),
    "student": _woman("school_girl", _LONG, _TEEN, height_m=1.58),
    "schoolboy": _man("school", _SHORT, _TEEN_M, height_m=1.62),
    "celebrity": _woman("gown", replace(_LONG, lips=rgb(190, 50, 56)), aura=True),
    "singer": _man("star", replace(_SHORT, hair="wild", hair_colour=rgb(120, 84, 60)),
                   tool="microphone"),
    "dancer": _woman("dress", _BUN),
    "actor": _man("tuxedo"),
    "reporter": _woman("skirt_suit", _BOB, tool="microphone"),
    "musician": _man("tuxedo", replace(_SHORT, hair="wild")),
    "model": _woman("gown", _BUN),
    "rich_person": _man("tuxedo", _SHORT, _STOUT, tool="stick"),
    "president": _man("suit", _GREY_M),
    "politician": _man("suit", _SHORT, _STOUT),
    "lawyer": _man("suit", replace(_SHORT, glasses=True)),
    "judge": _man("judge", _GREY_M),
    "writer": _woman("sweater", replace(_BOB, glasses=True)),
    "painter": _man("apron", replace(_SHORT, hair="wild", beard="goatee")),
    "scientist": _man("doctor", replace(_SHORT, hair="wild", hair_colour=GREY, glasses=True)),
    "doctor": _man("doctor", replace(_SHORT, glasses=True)),
    "nurse": _woman("nurse", replace(_BUN, hat="nurse")),
    "patient": _woman("hospital", _PONY),
    "sick": _man("hospital", replace(_SHORT, skin=rgb(228, 210, 188))),
    "pregnant_woman": _woman("cardigan", _PONY, replace(_W, belly_r=0.092)),
    "police": _man("police", replace(_SHORT, hat="cap", hat_colour=_CAP)),
    "detective": _man("trench", _SHORT),
    "spy": _man("trench", replace(_SHORT, hat="hood", hat_colour=rgb(60, 58, 62))),
    "soldier": _man("soldier", replace(_CREW, hat="field_cap", hat_colour=rgb(108, 110, 74))),
    "firefighter": _man("fire", replace(_CREW, hat="helmet", hat_colour=_RED)),
    "sailor": _man("sailor", replace(_CREW, hat="cap", hat_colour=rgb(236, 232, 222))),
    "pilot": _man("police", replace(_SHORT, hat="cap", hat_colour=rgb(40, 46, 66))),
    "driver": _man("shirt", replace(_SHORT, hat="cap", hat_colour=rgb(70, 78, 90))),
    "flight_attendant": _woman("skirt_suit", _BUN),
    "worker": _man("worker", replace(_CREW, hat="helmet", hat_colour=rgb(226, 190, 80))),
    "engineer": _man("worker", replace(_CREW, hat="helmet", hat_colour=rgb(236, 232, 222))),
    "delivery_person": _man("worker", replace(_SHORT, hat="helmet", hat_colour=rgb(90, 140, 150))),
    "cleaner": _woman("apron", replace(_BOB, hair="curly"), tool="stick"),
    "chef": _man("chef", replace(_SHORT, hat="chef")),
    "cook": _man("chef", replace(_SHORT, hat="chef")),
    "merchant": _woman("apron", replace(_BOB, hair="curly"), _STOUT),
    "hairdresser": _woman("apron", _PONY),
    "farmer": _man("rags", replace(_CREW, hat="straw", hat_colour=rgb(214, 184, 116))),
    "fisherman": _man("worker", replace(_CREW, hat="straw", hat_colour=rgb(206, 176, 110)),
                      tool="rod"),
    "hunter": _man("trench", _CREW, tool="rod"),
    "athlete": _man("sport", _CREW),
    "coach": _man("sport", replace(_CREW, hat="field_cap", hat_colour=rgb(70, 90, 130))),
    "drunkard": _man("shirt", replace(_SHORT, hair="wild", skin=rgb(232, 176, 150),
                                       beard="stubble")),
    "beggar": _man("rags", replace(_SHORT, hair="wild", beard="goatee"), _OLD_M),
    "thief": _man("black", replace(_SHORT, hat="mask", hat_colour=rgb(44, 42, 46)), tool="sack"),
    "criminal": _man("black", replace(_SHORT, hat="hood", hat_colour=rgb(44, 42, 46))),
    "thug": _man("black", replace(_CREW, beard="stubble"), _BIG, expression="angry"),
    "masked_person": _man("black", replace(_SHORT, hat="full_mask", hat_colour=rgb(40, 36, 40))),
    "prisoner": _man("prison", _CREW),
    "victim": _woman("dress", _LONG, expression="scared"),
    "clown": _man("star", replace(_SHORT, hair="curly", hair_colour=_RED, skin=PALE,
                                  lips=_RED), expression="happy"),
    "bald": _man("shirt", _BALD),
    "giant": _man("rags", replace(_SHORT, hair="wild", beard="goatee"), _BIG, height_m=6.0),
    "dwarf": _man("worker", replace(_SHORT, beard="long", hair_colour=rgb(150, 110, 76)), _DWARF,
                  height_m=1.1),
    "caveman": _man("fur", replace(_SHORT, hair="wild", beard="goatee"), tool="club"),
    "superhero": _man("hero", _SHORT, _BIG, extra="cape"),
    "astronaut": _man("space", replace(_SHORT, hat="space")),
    "knight": _man("knight", replace(_SHORT, hat="helmet", hat_colour=rgb(160, 164, 170)),
                   tool="sword"),
    "pirate": _man("pirate", replace(_SHORT, hat="band", hat_colour=_RED, beard="goatee"),
                   tool="sword"),
    "santa": _man("king", replace(_SHORT, hair_colour=WHITE, beard="long", hat="santa",
                                  hat_colour=_RED), _STOUT, tool="sack"),
    "priest": _man("priest", _GREY_M),
    "nun": _woman("nun", replace(_BOB, hat="hood", hat_colour=rgb(44, 41, 45))),
    "bride": _woman("bride", replace(_BUN, hat="veil")),
    "groom": _man("tuxedo"),
    "corpse": _man("sobok", replace(_SHORT, skin=PALE), expression="asleep", motion="lie"),
    "double": _woman("nightgown", replace(_LONG, skin=PALE)),
    "mannequin": _woman("dress", Head("bald", HAIR, rgb(222, 210, 194))),
    # of old
    "king": _man("king", replace(_SHORT, hair="topknot", hat="king", beard="goatee")),
    "queen": _woman("queen", replace(_BUN, hat="crown")),
    "prince": _man("king", replace(_SHORT, hair="topknot", hat="king"), _TEEN_M),
    "princess": _woman("hanbok_child", replace(_BUN, hair="braid", hat="jokduri"), _TEEN),
    "courtier": _man("official", replace(_SHORT, hair="topknot", hat="official", beard="goatee")),
    "court_lady": _woman("hanbok_jade", _BUN),
    "scholar": _man("dopo", _GAT),
    "servant": _man("hanbok_man", replace(_SHORT, hair="topknot", hat="band",
                                          hat_colour=rgb(226, 220, 206))),
    "general": _man("general", replace(_SHORT, hat="helmet", hat_colour=rgb(96, 84, 70),
                                       beard="goatee"), _BIG, tool="sword"),
    "swordsman": _man("reaper", replace(_SHORT, hair="topknot", hat="band", hat_colour=_RED),
                      tool="sword"),
    "monk": _man("monk", _BALD),
    "buddha": _man("buddha", replace(_BALD, hair="topknot", hair_colour=rgb(52, 60, 84),
                                     skin=rgb(226, 190, 120)), _STOUT, aura=True,
                   expression="asleep", motion="kneel"),
    "shaman": _woman("shaman", replace(_BUN, hat="shaman", hat_colour=_RED)),
    "mourner": _man("mourning", replace(_SHORT, hat="band", hat_colour=rgb(222, 206, 170)),
                    expression="sad"),
    "sage": _man("robe", _SAGE, _OLD_M, tool="staff", aura=True),
    "groom_of_old": _man("official", replace(_SHORT, hair="topknot", hat="official")),
    "bride_of_old": _woman("bride_hanbok", replace(_BUN, hat="jokduri")),
    # beyond
    "ghost": _woman("sobok", Head("loose", rgb(24, 22, 24), PALE, lips=rgb(120, 40, 48)),
                    expression="sad", motion="float"),
    "soul": _woman("sobok", Head("long", rgb(120, 124, 130), PALE), expression="plain",
                   motion="float", aura=True),
    "grim_reaper": _man("reaper", _REAPER, _TALL, height_m=1.86),
    "god": _man("robe", _SAGE, _M, tool="staff", aura=True, height_m=2.0),
    "angel": _woman("robe", replace(_LONG, hair_colour=rgb(120, 92, 66), hat="halo"),
                    extra="wings", aura=True),
    "fairy": _woman("hanbok_child", replace(_BUN, hair="bun"), extra="scarf", aura=True),
    "devil": _man("devil", replace(_SHORT, skin=rgb(196, 96, 84), hat="horns",
                                   hat_colour=rgb(50, 36, 38), beard="goatee"), _TALL,
                  extra="bat_wings", expression="angry", tool="fork"),
    "goblin": _man("fur", replace(_SHORT, hair="wild", skin=rgb(150, 120, 110), beard="goatee",
                                  hat="goblin_horn", hat_colour=rgb(226, 206, 160)), _BIG,
                   tool="club", expression="angry", height_m=2.0),
    "monster": _man("fur", replace(_SHORT, hair="wild", skin=rgb(104, 116, 100), hat="horns",
                                   hat_colour=rgb(60, 50, 46)), _BIG, expression="angry",
                    height_m=2.6),
    "vampire": _man("tuxedo", replace(_SHORT, skin=PALE, lips=_RED), extra="cape"),
    "zombie": _man("rags", replace(_SHORT, hair="wild", skin=rgb(152, 168, 140)),
                   expression="disgusted"),
    "skeleton": _man("bones", Head("bald", HAIR, rgb(232, 226, 210)), expression="surprised"),
    "mummy": _man("shroud", Head("bald", HAIR, rgb(228, 216, 186))),
    "witch": _woman("wizard", replace(_LONG, hair_colour=GREY, hat="pointed",
                                      hat_colour=rgb(50, 44, 60)), _OLD_W, tool="staff"),
    "wizard": _man("wizard", replace(_SAGE, hair="short", hat="pointed",
                                     hat_colour=rgb(70, 62, 108)), tool="staff"),
    "fox_spirit": _woman("sobok", replace(_LONG, hat="ears", hat_colour=rgb(200, 120, 60)),
                              extra="tails"),
    "medusa": _woman("robe", replace(_LONG, hair="wild", hair_colour=rgb(70, 104, 72),
                                     skin=rgb(206, 210, 180))),
    "scarecrow": _man("rags", Head("none", HAIR, rgb(214, 186, 128), hat="straw",
                                   hat_colour=rgb(190, 156, 92))),
    "stone_figure": _man("stone", Head("short", rgb(150, 150, 148), rgb(168, 168, 164),
                                       lips=rgb(132, 130, 128)), _BIG, height_m=2.0),
    "doll_figure": _woman("girl", Head("curly", rgb(150, 96, 60), rgb(244, 222, 204),
                                       lips=rgb(200, 80, 84)), _CHILD, height_m=0.9),
    "shadow": _man("shadow", Head("short", rgb(30, 29, 33), rgb(34, 33, 37), lips=rgb(34, 33, 37))),
    "robot": _man("knight", Head("none", HAIR, rgb(176, 182, 186), hat="antenna",
                                 hat_colour=rgb(120, 126, 132), lips=rgb(70, 76, 82)), _BIG,
                  expression="surprised"),
    "mermaid": _woman("mermaid", replace(_LONG, hair_colour=rgb(110, 70, 56)), extra="fin",
                      motion="float"),
    "diver": _woman("wetsuit", replace(_BUN, hat="diving_mask", hat_colour=rgb(44, 46, 52))),
    "photographer": _man("worker", replace(_SHORT, hat="field_cap",
                                           hat_colour=rgb(90, 84, 72)), motion="photograph"),
    "cowboy": _man("rags", replace(_SHORT, hat="brim", hat_colour=rgb(128, 92, 60))),
    "alien": _man("romper", Head("none", HAIR, rgb(158, 182, 158)), _BABY, height_m=1.2,
                  expression="surprised"),
}

GROUPS: Mapping[str, tuple[str, ...]] = {
    "couple": ("friend", "father"),
    "parents": ("mother", "father"),
    "grandparents": ("grandmother", "grandfather"),
    "family": ("mother", "boy", "father"),
    "friends": ("friend", "brother", "sister"),
    "students": ("student", "schoolboy", "student"),
    "children": ("girl", "boy", "child"),
    "soldiers": ("soldier", "soldier", "soldier"),
    "crowd": ("stranger", "mother", "clerk", "student", "father", "sister", "boss"),
}
# fmt: on
