"""People at work whom the lexicon lacks: told by how their word ends (수납원, 파트장님) and by what
they do, what is said to them, or who meets them."""

from collections.abc import Iterator

from mongyudo.reading.deeds import (
    deed_after,
    deeds_after,
    handles,
    moves_own_body,
    own_clause,
    tag_after,
)
from mongyudo.reading.elements import Hit, is_verb, verb_lemma
from mongyudo.reading.words import word_list, word_pairs
from mongyudo.records import Element, Token

_INSIDE = frozenset(("NNG", "NNP", "XSN", "XPN", "XR", "SL"))
"""Tags of what a word for somebody is built of."""
_FAR = 16
"""So many tokens on one reads for what a subject does."""
_SURELY = ("님", "댁", "꾼", "쟁이", "업자")
"""Endings of nobody but people: 순례댁, 소리꾼."""
_HANDLES = ("원", "사", "자", "인", "생", "님", "꾼", "객", "남", "녀", "장이", "쟁이")
"""Who is called so and does something to a thing is somebody: 수납원이 서랍을 닫았다."""
_VAGUE = ("장", "관", "사", "병", "상", "족", "가")
"""Places, firms and things are called so, too: what they do at once must tell."""
_OFFICES = ("과", "팀", "부")
"""Endings of offices that speak and act as the people in them: 총무과가 커튼을 젖혔다."""
_TO_PEOPLE = frozenset(("에게", "한테", "께", "께서", "더러", "에게서", "한테서"))
_WITH = frozenset(("와", "과", "랑", "이랑", "하고"))
_SAYING = ("다며", "라며", "냐며", "자며", "다면서", "라면서")
_PLURAL = "들"
_SIGNS = {"SN": "numbers", "SL": "writing"}
_LONGEST_SIGN = {"SN": 2, "SL": 1}


def trades(tokens: tuple[Token, ...], known: dict[int, Hit]) -> Iterator[Element]:
    """An element for everybody who has a trade, a rank or a title that the lexicon lacks, and for
    whom a word for a thing, a place or a deed is said."""
    for first, last in _words(tokens):
        concept = _somebody(tokens, known, first, last)
        if concept:
            form, end = _form(tokens, first, last), last + _is_plural(tokens, last)
            start_char, end_char = tokens[first].start_char, tokens[end].end_char
            yield Element(form, "somebody", "actor", concept, start_char, end_char)
    yield from _also_people(tokens, known)
    yield from _signs(tokens, known)


def _signs(tokens: tuple[Token, ...], known: dict[int, Hit]) -> Iterator[Element]:
    """0이 따라왔다, A가 고개를 돌렸다: a figure or a letter that does what only the living do."""
    alive = word_list("deeds of people") | word_list("deeds of the living")
    for index, token in enumerate(tokens):
        sign = _SIGNS.get(token.tag, "")
        glued = index > 0 and tokens[index - 1].end_char == token.start_char
        if not sign or glued or index in known or len(token.form) > _LONGEST_SIGN[token.tag]:
            continue
        subject = tag_after(tokens, index) == "JKS"
        if subject and (deed_after(tokens, index) in alive or moves_own_body(tokens, index)):
            yield Element(token.form, "sign", "prop", sign, token.start_char, token.end_char)


def _words(tokens: tuple[Token, ...]) -> Iterator[tuple[int, int]]:
    """The first and the last token of every noun as it is written, without 들."""
    index = 0
    while index < len(tokens):
        last = index
        while last + 1 < len(tokens) and _goes_on(tokens, last):
            last += 1
        if tokens[index].tag in ("NNG", "NNP", "XR"):
            yield index, last
        index = last + 1


def _goes_on(tokens: tuple[Token, ...], index: int) -> bool:
    token, after = tokens[index], tokens[index + 1]
    glued = after.start_char == token.end_char and after.form != _PLURAL
    return glued and token.tag in _INSIDE and after.tag in _INSIDE


def _form(tokens: tuple[Token, ...], first: int, last: int) -> str:
    return "".join(token.form for token in tokens[first : last + 1])


def _is_plural(tokens: tuple[Token, ...], last: int) -> bool:
    after = tokens[last + 1] if last + 1 < len(tokens) else None
    return after is not None and after.form == _PLURAL and after.tag == "XSN"


def _somebody(tokens: tuple[Token, ...], known: dict[int, Hit], first: int, last: int) -> str:
    """Who is drawn for the word of tokens `first` to `last`; "" for nobody."""
    form = _form(tokens, first, last)
    titled = tokens[last].tag == "XSN" and tokens[last].form in ("님", "네")
    bare = form[:-1] if titled else form
    if _is_known(known, last - titled, bare) or bare in word_list("no people"):
        return ""
    end = last + _is_plural(tokens, last)
    if len(bare) > 2 and bare.endswith(_OFFICES) and _speaks_or_acts(tokens, end):
        return "clerk"
    concept = _by_ending(bare, titled=titled)
    if bare in word_pairs("also people"):
        return ""
    whole = first == last and tokens[first].tag == "NNG"
    proof = concept and (_is_dealt_with(tokens, end) or _acts(tokens, end, form, whole=whole))
    if proof and end > last and concept in ("stranger", "clerk"):
        return "crowd"
    return concept if proof else ""


def _is_known(known: dict[int, Hit], last: int, form: str) -> bool:
    """Whether the lexicon has the word, or what it is in the end; not 원 in 수납원."""
    hit = known.get(last)
    if hit is None:
        return False
    lemma = hit.entry.lemma
    return len(lemma) > 1 or lemma == form or hit.entry.kind in ("motion", "setting")


def _by_ending(form: str, *, titled: bool) -> str:
    """Who has a trade that ends so, the longest ending first."""
    ends = word_pairs("ends of people")
    for cut in range(1, len(form)):
        tail = form[cut:]
        if tail in ends and cut >= (2 if len(tail) == 1 and not titled else 1):
            return ends[tail]
    return "stranger" if titled or form.endswith(_SURELY) else ""


def _is_dealt_with(tokens: tuple[Token, ...], last: int) -> bool:
    """수납원에게, 파트장님께서, 지배인을 만났다, 심판원과 함께: only people are spoken of so."""
    after = tokens[last + 1] if last + 1 < len(tokens) else None
    if after is None or after.sentence != tokens[last].sentence:
        return False
    if after.form in _TO_PEOPLE:
        return True
    near = tokens[last + 2 : last + 6]
    if after.form in _WITH:
        return any(token.form in word_list("done together") for token in near)
    if after.tag == "JKG":
        return any(token.form in word_list("of somebody") for token in near[:2])
    met = next((verb_lemma(t) for t in near if is_verb(t)), "")
    return after.tag == "JKO" and met in word_list("deeds done to people")


def _acts(tokens: tuple[Token, ...], last: int, form: str, *, whole: bool) -> bool:
    """Whether the word is a subject that speaks, or does what only somebody does; with hands or in
    words, where it is one `whole` word that may be a thing."""
    if tag_after(tokens, last) not in ("JKS", "JX"):
        return False
    if form.endswith(_SURELY):
        return True
    behind = tuple(own_clause(tokens, last + 1))
    deeds, known = {deed_after(tokens, last + 1)}, word_list("deeds of people")
    if not form.endswith(_VAGUE):
        deeds |= {verb_lemma(token) for token in behind if is_verb(token)}
    if not (whole and form.endswith(_VAGUE)):
        known |= word_list("deeds of the living")
    speaks = any(token.tag == "EC" and token.form.endswith(_SAYING) for token in behind)
    honoured = any(token.tag == "EP" and token.form in ("시", "으시") for token in behind)
    named = form.endswith(_HANDLES) and len(form) > 2 and tag_after(tokens, last) == "JKS"
    busy = (named and handles(tokens, last + 1)) or moves_own_body(tokens, last)
    return bool(deeds & known) or speaks or honoured or busy


def _speaks_or_acts(tokens: tuple[Token, ...], last: int) -> bool:
    """총무과가 커튼을 젖혔다, 영업부는 좋다며 나갔다."""
    marked = tag_after(tokens, last) in ("JKS", "JX")
    return marked and (
        _is_said_to_speak(tokens, last)
        or bool(deeds_after(tokens, last) & word_list("deeds of people"))
    )


def _also_people(tokens: tuple[Token, ...], known: dict[int, Hit]) -> Iterator[Element]:
    """알바가 웃었다, 옆집이 쳐다봤다: what only somebody does, whom the word may mean."""
    deeds = word_list("deeds of people") | word_list("deeds of the living")
    names = word_pairs("also people")
    for index, token in enumerate(tokens):
        concept = names.get(token.form, "") if token.tag.startswith("NN") else ""
        glued = index > 0 and tokens[index - 1].end_char == token.start_char
        if not concept or glued:
            continue
        many = index + 1 < len(tokens) and tokens[index + 1].form == _PLURAL
        last = index + 1 if many else index
        subject = tag_after(tokens, last) in ("JKS", "JX")
        alive = deed_after(tokens, last + 1) in deeds or _is_said_to_speak(tokens, last)
        if (subject and alive) or _is_spoken_to(tokens, last):
            end = known[index].end_char if index in known else token.end_char
            yield Element(token.form, "somebody", "actor", concept, token.start_char, end)


def _is_spoken_to(tokens: tuple[Token, ...], last: int) -> bool:
    """경비께서, 고수에게, 검사님이."""
    after = tokens[last + 1] if last + 1 < len(tokens) else None
    return after is not None and (after.form in _TO_PEOPLE or after.form == "님")


def _is_said_to_speak(tokens: tuple[Token, ...], index: int) -> bool:
    """화상은 질감이 좋다며 다가왔다: what is quoted behind the subject is what they say."""
    behind = tokens[index + 1 : index + _FAR]
    here = [t for t in behind if t.sentence == tokens[index].sentence and t.tag == "EC"]
    return any(token.form.endswith(_SAYING) for token in here)
