"""Data of Ambiti, read against a rulebook."""

from leps import _read
from leps._checked import Checked
from leps._library import lib, text
from leps.model import DataFile


class Data(Checked):
    """Data of one or more Ambiti, read and checked. Never changes; for any number of threads."""

    _comes_from = "rulebook.load gives one"

    @property
    def files(self) -> tuple[DataFile, ...]:
        """The files of data, each with the SHA-256 of its bytes."""
        owned = self._open()
        return _read.files(
            DataFile,
            lib.leps_data_file_count,
            owned,
            name=lib.leps_data_file_name,
            sha256=lib.leps_data_file_sha256,
        )

    @property
    def ambiti(self) -> tuple[tuple[str, int], ...]:
        """The Ambiti, by key, and years that the data hold."""
        owned = self._open()
        return tuple(
            (
                text(lib.leps_data_ambito(owned, i)),
                lib.leps_data_ambito_year(owned, i),
            )
            for i in range(lib.leps_data_ambito_count(owned))
        )
