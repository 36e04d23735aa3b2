"""OpenAI's moderation beside the rules, where the operator has chosen it (extra `hosted`).

It is asked last, and only about what nobody here refuses, without names, numbers and places. Where
it cannot answer, nothing is filmed.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from mongyudo.chat import Server, client, openai_server, told
from mongyudo.errors import PolicyError
from mongyudo.records import PolicyCategory, Reason, Verdict
from mongyudo.settings import Settings

SOURCE = "openai"
MODEL = "omni-moderation-latest"
MOST_WAIT_S = 20.0

MEANT: Mapping[str, PolicyCategory] = MappingProxyType(
    {
        "sexual": "sexual",
        "sexual/minors": "minors-sexual",
        "self-harm": "self-harm",
        "self-harm/intent": "self-harm",
        "self-harm/instructions": "self-harm",
        "violence": "violence",
        "violence/graphic": "gore",
        "harassment": "hate",
        "harassment/threatening": "violence",
        "hate": "hate",
        "hate/threatening": "hate",
        "illicit": "drugs",
        "illicit/violent": "violence",
    }
)
"""Its thirteen categories (openai 3.57) as ours; the nearest where none is the same."""


@dataclass(frozen=True, slots=True)
class Moderator:
    """Whom to ask, and how a text is made to leave (`hide`: names, numbers and places out)."""

    server: Server
    hide: Callable[[str], str]

    def judge(self, text: str) -> Verdict:
        """Its verdict on a text; reasons are of the whole text, for it tells no places.

        Raises PolicyError where it does not answer, or with what nobody understands.
        """
        if not text.strip():
            return Verdict("allow")
        flagged = self._flagged(self.hide(text))
        categories = dict.fromkeys(MEANT[name] for name in flagged)
        reasons = tuple(Reason(each, text, 0, len(text), SOURCE) for each in categories)
        return Verdict("refuse", reasons) if reasons else Verdict("allow")

    def _flagged(self, text: str) -> list[str]:
        """Names of its categories that it found."""
        import openai

        with client(self.server) as talking:
            try:
                raw = talking.moderations.with_raw_response.create(
                    model=self.server.model, input=text
                )
            except openai.OpenAIError as error:
                raise _no_answer(str(told(self.server, error))) from None
        return _understood(raw.text)


def _understood(answer: str) -> list[str]:
    """Flagged categories; PolicyError for what is no answer, or names none that we know."""
    from openai.types import ModerationCreateResponse

    try:
        (result,) = ModerationCreateResponse.model_validate_json(answer).results
    except ValueError:  # ValidationError is one
        raise _no_answer(
            "OpenAI: 답이 정해진 꼴이 아닙니다 (the answer has not the form of a moderation)"
        ) from None
    found = [name for name, value in result.categories.model_dump(by_alias=True).items() if value]
    unknown = sorted(set(found) - MEANT.keys())
    if unknown or (result.flagged and not found):
        raise _no_answer(
            f"OpenAI: 모르는 까닭으로 걸렸습니다 (flagged for what this version does not know: "
            f"{', '.join(unknown) or 'nothing named'})"
        )
    return found


def _no_answer(why: str) -> PolicyError:
    return PolicyError(
        f"심사를 마치지 못해 영상을 만들지 않았습니다 (the moderation that was asked for gave no "
        f'verdict, so nothing is filmed). {why}. Try again, or set policy_moderation = "off".'
    )


def moderator_from(settings: Settings, hide: Callable[[str], str]) -> Moderator:
    """OpenAI's moderation with the key of the settings.

    Raises ProviderError without the SDK, MissingKeyError without a key.
    """
    server = openai_server(settings, MODEL)
    return Moderator(replace(server, timeout_s=min(server.timeout_s, MOST_WAIT_S)), hide)
