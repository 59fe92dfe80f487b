"""What rules and data have in common: they were read, and all that was found on the way is kept."""

from leps._handle import Closable
from leps._owned import Owned
from leps.model import Diagnostics


class Checked(Closable):
    """A handle with what was found when it was made."""

    _diagnostics = Diagnostics((), "[]")

    def __init__(self, owned: Owned, diagnostics: Diagnostics) -> None:
        super().__init__(owned)
        self._diagnostics = diagnostics

    @property
    def diagnostics(self) -> Diagnostics:
        """What was found without refusing any of it: warnings and notes."""
        self._check_is_made()
        return self._diagnostics
