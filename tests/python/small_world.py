"""The small world of tests/support: its pack, and the data of its Ambito in two years."""
import pathlib

_WORLD = pathlib.Path(__file__).resolve().parent.parent / "support/small_world"

SMALL = (_WORLD / "prova.leps").read_text(encoding="utf-8")
SMALL_DATA = (_WORLD / "prova.yaml").read_text(encoding="utf-8").replace(
    "anni:\n", "anni:\n  2024: {dati: {popolazione: 100000, assistenti: 20}}\n"
)
