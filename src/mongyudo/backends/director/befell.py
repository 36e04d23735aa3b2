"""Whom a verb does not mean: what befell a thing befell nobody else (떨어진 별을 주웠다), and who
goes on foot gathers nothing (맨발로 걸었다)."""

from mongyudo.backends.director.clause import Clause
from mongyudo.backends.director.persons import is_answering
from mongyudo.backends.director.story import Event
from mongyudo.backends.director.tables import words


def befell(clause: Clause, concept: str, hero: str) -> bool:
    """나는 떨어진 별을 주웠다: the star fell."""
    noun = clause.described
    suffers = concept in words("impersonal") | words("thing_deeds")
    return noun is not None and bool(hero) and clause.last_subject is not noun and suffers


def beside_what_befell(clause: Clause, before: Event) -> str:
    """아기가 떨어진 사과를 주웠다: who stands before what befell the thing does the rest."""
    if before.doer or not before.hero_thing or not before.partners:
        return ""
    said = any(clause.text.describes(before.element, m.element) for m in clause.things)
    return before.partners[-1] if said else ""


def by_its_word(clause: Clause) -> str:
    """맨발로 걸었다 (but 빨래를 걷었다), 전화를 받았다: what the word itself tells; "" for most."""
    verb = clause.verb.element
    said = clause.text.between(verb.start_char, verb.start_char + 1)
    if verb.lemma == "걷다" and said == "걸":
        return "walk"
    return "call" if is_answering(clause) else ""
