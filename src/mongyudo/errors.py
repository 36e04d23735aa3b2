"""One error tree. Every message says what happened, the value, the limit and the remedy."""

from collections.abc import Iterable


class MongyudoError(Exception):
    """Any failure that Mongyudo foresees; the command line prints it in one line and exits 1."""

    exit_code = 1


class InputError(MongyudoError):
    """The dream cannot be read as it is (empty, not text, too long): change the text."""


class UsageError(MongyudoError):
    """An option has a value that cannot work (size, fps, seed): change the option."""

    exit_code = 2


class SettingsError(UsageError):
    """`mongyudo.toml` or a MONGYUDO_* variable holds an unknown key or a value out of bounds."""


class LexiconError(MongyudoError):
    """A data file of the lexicon or the policy breaks its format; the message names the line."""


class BackendError(MongyudoError):
    """A backend is unknown, not ready, or failed while rendering; the message names it."""


class ProviderError(MongyudoError):
    """A hosted service, or a server that speaks as one, failed; the message names it."""


class MissingKeyError(ProviderError):
    """No usable key of a provider is at hand; the message says where one may be put."""


class NotAcceptedError(ProviderError):
    """The provider surely did not take the request: nothing was bought."""


class UnclearPaymentError(ProviderError):
    """Nobody knows whether the provider took a request: it is not sent again unasked."""


class BudgetError(MongyudoError):
    """It would cost more than the settings or the asker allow; nothing was bought."""


class RenderCancelledError(BackendError):
    """The caller asked to stop; nothing was left under a final name."""


class FilmError(MongyudoError):
    """Encoding or writing the film failed (disk full, folder not writable, codec missing)."""


class DataError(MongyudoError):
    """A set of clips cannot be used as it is; the message lists the files and the remedy."""


class StoppedError(MongyudoError):
    """A training was stopped; what was learned is kept, and the message says how to go on."""


class MissingSystemLibraryError(MongyudoError):
    """A shared library that Skia needs is absent: install the Debian packages it names."""


class PolicyError(MongyudoError):
    """A filter that was asked for cannot judge (missing, broken, not answering): nothing passes."""


class RefusedError(MongyudoError):
    """The policy refuses to film this dream; the reading and the verdict were still saved."""

    exit_code = 3


def did_you_mean(given: str, known: Iterable[str]) -> str:
    """A question after a misspelt name, with a space before it; "" where nothing is like it."""
    import difflib

    alike = difflib.get_close_matches(given, list(known))
    return f" Did you mean {' or '.join(map(repr, alike))}?" if alike else ""
