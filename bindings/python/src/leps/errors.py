"""What can go wrong, beside TypeError and ValueError for a call that is wrong in itself."""

from leps.model import Diagnostics


class LepsError(Exception):
    """Of all the errors below."""


class _Found(LepsError):
    """Mistakes, as many as there are, each with its place."""

    def __init__(self, diagnostics: Diagnostics) -> None:
        super().__init__(diagnostics)
        self.diagnostics = diagnostics

    def __str__(self) -> str:
        return "\n" + "".join(each.text.it for each in self.diagnostics)

    @property
    def in_english(self) -> str:
        """What ``str()`` says in Italian."""
        return "\n" + "".join(each.text.en for each in self.diagnostics)


class RulesError(_Found):
    """The rules have mistakes: ``diagnostics`` has every one of them."""


class DataError(_Found):
    """The data have mistakes: ``diagnostics`` has every one of them."""


class LimitExceeded(LepsError):
    """The call went past its ``timeout`` or one of its ``limits``; nothing was made."""


class Cancelled(LepsError):
    """``cancelled`` said so, or Python ends around a daemon thread; nothing was made."""


class InternalError(LepsError):
    """A defect of the engine: please report it."""
