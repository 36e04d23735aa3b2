"""Where a Korean text may be broken into lines, columns and captions: between phrases.

Never inside an 어절; between a modifier and its noun, a number and what it counts, or a verb and
its auxiliary only where nothing else fits. After the ends of words alone, since the rooms that
write (film, ink) hold no analyser. The costs are ours, set on dreams by eye.
"""

import re
from collections.abc import Callable, Sequence

Cost = Callable[[int, int], float]
"""What a line of the words from the first to before the second costs by itself; infinite: never."""

_SENTENCE = re.compile(r"[.!?…~][\"'”’)]*$")
_PAUSE = re.compile(r"[,;:][\"'”’)]*$")
_CLAUSE = re.compile(
    r"(는데|은데|인데|던데|다가|더니|지만|니까|면서|으며|자마자|려고|도록|거나|아서|어서|해서|여서|라서"
    r"|와서|가서|워서|려서|져서|하고|[었았였했]고|이고|지고|치고|나고|오고|가고|되고|보고|들고|하며|하자|더라"
    r"|[으하오가되지]면|더군|는지|길래)$"
)
_GOING_ON = re.compile(r"[가-힣](고|자|며|서)$|[가-힣][아어여워려해와져]$")
_ADNOMINAL_NEUN = re.compile(
    r"([하오가되있없나서치리키기우추르주보싶않]|[어아여해러려겨쳐춰워와져]지)는$"
)
_ADNOMINAL_EUN = re.compile(
    r"([검작높낮넓좁깊얕밝젊늙붉맑죽썩젖많적좋짧굵얇같입먹앉남묶닫찍묻얻잡찢녹굳숨웃받신안업찾뜯씻벗심담감깎])은$"
)
_SPEAKER = re.compile(
    r"(^[나너저]|우리|누나|언니|오빠|아버지|어머니|할머니|강아지|돼지|[가-힣]이)는$"
)
_TOPIC = re.compile(r"([은는]|에는|에서는|[도만])$")
_ADVERBIAL = re.compile(
    r"(에서|에게서?|한테서?|께서?|까지|부터|처럼|마다|으로|[가-힣]로|에|쯤|동안|채)$"
)
_SUBJECT, _OBJECT = re.compile(r"([가-힣](이|가)|들이)$"), re.compile(r"[을를]$")
_TOGETHER = re.compile(r"([와과랑]|이랑|하고)$")
_OWNER = re.compile(r"[의]$")
_DETERMINER = re.compile(
    r"^(그|이|저|한|두|세|네|다섯|몇|여러|온|새|헌|첫|내|제|우리|모든|어떤|무슨|어느|다른|웬|온갖|\d+|수십"
    r"|수백|안|못|잘|더|가장|너무|매우|아주|막|꽤|정말|제일|훨씬)$"
)
_DEPENDENT = re.compile(
    r"^(것|거|게|걸|수|줄|적|때|채|듯|만큼|대로|뿐|중|번|마리|명|개|분|살|사람|쪽|척|지|데|김|바람에)"
    r"([이가을를은는에도로의만]|였|이었|처럼|까지|쯤|[.,!?]|$)"
)
_AUXILIARY = re.compile(
    r"^(있|없|않|못하|못했|싶|버리|버렸|버린|주었|줬|주셨|주는|보았|봤|계시|계셨|말았|했다)"
)
_FINALS = frozenset({4, 8})
"""ㄴ and ㄹ, in which what describes a noun ends: 커다란, 떨어질."""


def break_cost(before: str, after: str) -> float:
    """How much it hurts to break between two words, from 0 (a sentence ends) to about 9.

    `before` and `after` are whole 어절, with the signs that stand at them.
    """
    cost = _after(before)
    if cost <= 1.0:
        return cost
    if _DEPENDENT.search(after):
        cost += 4.0
    if _AUXILIARY.search(after):
        cost += 3.0
    return cost


def _after(word: str) -> float:
    for pattern, cost in _ENDS:
        if pattern.search(word):
            return cost
    last = word[-1] if word else ""
    final = (ord(last) - ord("가")) % 28 if "가" <= last <= "힣" else -1
    return 5.0 if final in _FINALS else 3.0


_ENDS: tuple[tuple[re.Pattern[str], float], ...] = (
    (_SENTENCE, 0.0),
    (_PAUSE, 0.4),
    (_DETERMINER, 6.0),
    (_CLAUSE, 0.8),
    (_GOING_ON, 1.2),
    (_OWNER, 5.0),
    (_SPEAKER, 1.4),
    (_ADNOMINAL_NEUN, 5.0),
    (_ADNOMINAL_EUN, 5.0),
    (_TOPIC, 1.4),
    (_ADVERBIAL, 1.8),
    (_TOGETHER, 2.6),
    (_OBJECT, 2.4),
    (_SUBJECT, 2.2),
)
"""By how a word ends, what a break after it costs; the first that fits counts."""


def broken(words: Sequence[str], line_cost: Cost, *, weight: float = 1.0) -> list[str]:
    """`words` in lines whose costs and breaks (times `weight`) together cost least.

    A single word is always allowed, whatever its line costs.
    """
    count = len(words)
    least = [0.0] + [float("inf")] * count
    start = [0] * (count + 1)
    for end in range(1, count + 1):
        for first in range(end - 1, -1, -1):
            own = line_cost(first, end)
            if own == float("inf") and first < end - 1:
                break
            total = least[first] + (own if own < float("inf") else 1e6)
            if end < count:
                total += weight * break_cost(words[end - 1], words[end])
            if total < least[end]:
                least[end], start[end] = total, first
    lines: list[str] = []
    end = count
    while end > 0:
        lines.insert(0, " ".join(words[start[end] : end]))
        end = start[end]
    return lines


def in_lines(text: str, lines: int) -> list[str]:
    """`text` in at most `lines` lines, about even, broken between phrases; words stay whole."""
    words = text.split()
    wished = min(lines, len(words))
    if wished <= 1:
        return [" ".join(words)] if words else []
    target = (len(text) + 1) / wished

    def cost(first: int, end: int) -> float:
        length = sum(map(len, words[first:end])) + end - first - 1
        return each + 14.0 * ((length - target) / target) ** 2

    each = 4.0
    made = broken(words, cost, weight=1.5)
    while len(made) > lines:
        each *= 3
        made = broken(words, cost, weight=1.5)
    return made
