"""Data of Ambiti, read against a rulebook."""

from leps._library import Closable, Owned, lib, text
from leps.model import DataFile, Diagnostic


class Data(Closable):
    """Data of one or more Ambiti, read and checked. Never changes; for any number of threads."""

    def __init__(self, owned: Owned, diagnostics: tuple[Diagnostic, ...]) -> None:
        super().__init__(owned)
        self._diagnostics = diagnostics

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """What reading found without refusing the data: warnings and notes."""
        return self._diagnostics

    @property
    def files(self) -> tuple[DataFile, ...]:
        """The files of data, each with the SHA-256 of its bytes."""
        owned = self._open()
        return tuple(
            DataFile(
                name=text(lib.leps_data_file_name(owned.pointer, i)),
                sha256=text(lib.leps_data_file_sha256(owned.pointer, i)),
            )
            for i in range(lib.leps_data_file_count(owned.pointer))
        )

    @property
    def ambiti(self) -> tuple[tuple[str, int], ...]:
        """The Ambiti, by key, and years that the data hold."""
        owned = self._open()
        return tuple(
            (
                text(lib.leps_data_ambito(owned.pointer, i)),
                lib.leps_data_ambito_year(owned.pointer, i),
            )
            for i in range(lib.leps_data_ambito_count(owned.pointer))
        )
