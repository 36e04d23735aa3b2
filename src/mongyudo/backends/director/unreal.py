"""Whether a verb is only meant, feared, wished, rumoured or likened, by what stands behind it."""

import re

from mongyudo.reading.hangul import tail_of

_UNREAL = re.compile(
    r"^\S{1,4}?(려 ?[했하든]|려고|려는|(?<![내올데])려다|(?<![불눌굴흘찔질들갈걸둘별일르물길])러 "
    r"|(?<=[부치누고오찌따]르)러 "
    r"|( (주|보|가|오|드리))?고 ?싶|야 ?(하|했(?![다고어음습네더던])|할|겠|지)"
    r"|기 ?(싫|전에|두려|무서|힘들)|면 \S{0,6}까 ?봐"
    r"|[가-힣]? ?(달라|주라)고 ?(했|하|해|말|부탁|빌|졸|소리|애원)"
    r"|[라자]고 ?(했|하|해|말|시[키켰킨]|명령|재촉|부탁|다그|윽박|소리|그|나를|나한테|나보고|날"
    r"|부르|불렀|손|외치|외쳤)"
    r"|라 ?(항께|캉께|캤|카[는더이]|허[고니는]|했|하[고니는])"
    r"|기보[다단]|기[는ㄴ]? ?커녕|긴커녕|[는운] ?것까진 ?아니"
    r"| ?적(이|은|도)? ?없| 줄(로만?|만)? ?알)"
    r"|^\S{1,4}?다(고)? ?(카|캤)|^\S{1,4} ?(버릴|줄|볼|놓을|둘)까 ?(하|말|생각|고민|망설|싶)"
    r"|^\S{1,5}?[다라]는 ?(말|이야기|얘기|소문|소식|민원|전설|뉴스|핑계|생각)"
    r"|^\S{1,4} (것 ?(처럼|마냥)|듯이? )|^\S{1,4}?듯이? (?!하|했|한 |싶)"
)
_WHENEVER = re.compile(r"\S{1,5}?( ?때(?!까지)| ?수밖에 ?없|게 ?[되됐된]| 중[이에])|줄 ?지[어은]")
"""국을 뜰 때마다: it is done, again and again."""
_BEFORE_RIEUL = " 까뻔게지걸"
RIEUL = 8  # its place among the final consonants: 드릴, 먹을 end in it


def is_unreal(words_from_verb: str) -> bool:
    """Whether the text that begins with a verb speaks of something not happening (yet)."""
    if _UNREAL.search(words_from_verb):
        return True
    word = words_from_verb.split(" ", 1)[0][:5]
    following = words_from_verb[1 : len(word) + 1] + " "
    return not _WHENEVER.match(words_from_verb) and any(
        tail_of(char) == RIEUL and after in _BEFORE_RIEUL
        for char, after in zip(word, following, strict=False)
    )
