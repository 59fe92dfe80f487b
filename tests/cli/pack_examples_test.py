"""The examples inside the shipped packs: they name all that has a result of its own, and no small
change to the rules goes unnoticed by them."""
import re
import unittest

from command import ROOT, CommandTest

RULES = ROOT / "rules"
TEXTS = {path: path.read_text(encoding="utf-8") for path in sorted(RULES.rglob("*.leps"))}
SECONDS = 800  # each of some hundred changes runs the examples again, here under sanitizers


def blocks(keyword):
    """(name, text) of every block that a keyword opens, in the canonical layout."""
    opening = re.compile(rf"^{keyword} (\w+)(.*?)(?=^\w|\Z)", re.MULTILINE | re.DOTALL)
    return [found.groups() for text in TEXTS.values() for found in opening.finditer(text)]


def expected():
    """What examples say that should come out, one line each."""
    lists = re.compile(r"^  attesi\n((?:    .+\n)+)", re.MULTILINE)
    return [line.strip() for text in TEXTS.values() for found in lists.findall(text)
            for line in found.splitlines()]


class PackExamples(CommandTest):
    def test_examples_name_all_that_has_a_result(self):
        """Else a letter lost from its name would only show in the results."""
        subjects = {re.match(r"[\w.]+", line).group() for line in expected()}
        rules = blocks("regola")
        names = [name for kind in ("regola", "calcolo", "controllo") for name, _ in blocks(kind)]
        for rule, text in rules:
            requirements = re.findall(r"^  requisito (\w+)", text, re.MULTILINE)
            self.assertTrue(requirements, rule)
            names += [f"{rule}.{requirement}" for requirement in requirements]
        self.assertGreater(len(names), 80)
        self.assertEqual([name for name in names if name not in subjects], [])

    def test_no_small_change_goes_unnoticed(self):
        for above in ((), ("lombardia", "anteprima_2027")):
            packs = [RULES / "nazionale", *(RULES / name for name in above)]
            self.expect(0, "test", "--mutate", *packs, prints="sopravvissuti: 0", seconds=SECONDS)


if __name__ == "__main__":
    unittest.main()
