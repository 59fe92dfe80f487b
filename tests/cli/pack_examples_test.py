"""The examples inside the shipped packs notice every small change to the rules, a pack alone and
with those that stand on it."""
import unittest

from command import ROOT, CommandTest

RULES = ROOT / "rules"
SECONDS = 800  # each of some hundred changes runs the examples again


class PackExamples(CommandTest):
    def test_no_small_change_goes_unnoticed(self):
        for above in ((), ("lombardia", "anteprima_2027")):
            packs = [RULES / "nazionale", *(RULES / name for name in above)]
            self.expect(0, "test", "--mutate", *packs, prints="sopravvissuti: 0", seconds=SECONDS)


if __name__ == "__main__":
    unittest.main()
