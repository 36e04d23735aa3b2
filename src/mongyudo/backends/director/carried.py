"""Whom the dreamer carries from picture to picture: the cat saved from the fire, a child."""

import re

from mongyudo.backends.director.continuity import told_until
from mongyudo.backends.director.holding import MOST_CARRIED_M
from mongyudo.backends.director.repertoire import Repertoire
from mongyudo.backends.director.story import Story
from mongyudo.backends.director.tables import named_by
from mongyudo.records import Shot

_TAKES = re.compile(
    r"(을|를|만|도)? ?([가-힣]{1,5} ){0,2}(끌어 ?|껴|부둥켜 ?|둘러 ?|들쳐 ?|들춰 ?)?"
    r"(안고|안은|안아|안았|업고|업은|업어|업었|품고|품은|품에 ?안)"
)
_OF_ANOTHER = re.compile(
    r"(?<![가-힣])(?!나는|내가|저는|제가|난 )[가-힣]+(이|가|께서|은|는) [^.!?]*$"
)
_LETS_GO = re.compile(
    r"내려 ?(놓|놨|주|줬)|내려 ?앉|놓아|놓쳤|놓치|놓고|놨|건네|맡기|맡겼|넘겨|눕히|눕혔|뛰어내|사라"
    r"|달아났|날아갔|빠져나|품에서|뺏|빼앗|잃|(으)?로 변|[이가] ?되어|떨어뜨|꿈에서 ?깨|잠에서 ?깨"
)


def carried_still(story: Story, shot: Shot, known: Repertoire) -> str:
    """Whom the dreamer took in the arms before `story` and has not let go of since; "" for
    nobody."""
    told = told_until(shot, story)
    for element in reversed(shot.earlier):
        kind, concept = named_by(element)
        if kind != "actor" or not concept or element.negated:
            continue
        taken = _TAKES.match(told, element.end_char)
        if taken is None or _OF_ANOTHER.search(told[: element.start_char].rpartition(".")[2]):
            continue
        return (
            concept
            if _is_small(concept, known) and not _LETS_GO.search(told[taken.end() :])
            else ""
        )
    return ""


def _is_small(concept: str, known: Repertoire) -> bool:
    played = known.actor(concept)
    return played is not None and known.build(played[0]).height_m < MOST_CARRIED_M
