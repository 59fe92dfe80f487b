"""What is drawn is one small change of code, and never of a comment, a text or a type."""
import pathlib
import unittest

from draw import Drawer, Places, tokens_of

ROOT = pathlib.Path(__file__).resolve().parents[2]
SAMPLE = """\
#include <vector>  // a > b
/* a == b */
namespace leps {
const char* text = "a + b";
bool inside(const std::vector<int>& row, int lo, int hi) {
  int sum = 0;
  sum += row[0] - lo;
  if (sum < hi && !row.empty()) return clamp(lo, hi) == -sum;
  note(sum);
  return false;
}
}  // namespace leps
"""
CHANGES = {
    ("sign", " - ", " + "), ("sign", "sum < ", "sum <= "), ("sign", "sum < ", "sum > "), ("sign", "&&", "||"),
    ("sign", ") == -", ") != -"), ("sign", "!row", "row"), ("sign", "-sum", "sum"), ("sign", "sum +=", "sum -="),
    ("word", "false", "true"), ("constant", "= 0", "= 1"), ("constant", "[0]", "[1]"),
    ("condition", "(sum < hi && !row.empty())", "(true || (sum < hi && !row.empty()))"),
    ("condition", "(sum < hi && !row.empty())", "(false && (sum < hi && !row.empty()))"),
    ("operand", "sum < hi && !row.empty()", "sum < hi"), ("ends", "clamp(lo, hi)", "clamp(hi, lo)"),
    ("statement", "note(sum);", ";"), ("statement", "sum += row[0] - lo;", ";"),
}


class DrawTest(unittest.TestCase):
    def test_each_kind_of_change_is_drawn(self):
        made = {(change.kind, change.applied(SAMPLE)) for change in Places("a.cpp", SAMPLE).found}
        for kind, old, new in CHANGES:
            self.assertEqual(SAMPLE.count(old), 1, old)
            self.assertIn((kind, SAMPLE.replace(old, new)), made)

    def test_nothing_else_is_drawn(self):
        made = {change.applied(SAMPLE) for change in Places("a.cpp", SAMPLE).found}
        known = {SAMPLE.replace(old, new) for _, old, new in CHANGES}
        # Of `lo` and `hi` each is taken for the other, wherever it stands.
        for text in made - known:
            self.assertEqual(text.count("lo") + text.count("hi"), SAMPLE.count("lo") + SAMPLE.count("hi"))
        for line in ("#include <vector>  // a > b", "/* a == b */", 'const char* text = "a + b";'):
            self.assertTrue(all(line in text for text in made), line)

    def test_a_change_of_the_engine_is_one_place_on_code(self):
        texts = {path.relative_to(ROOT).as_posix(): path.read_text("utf-8")
                 for path in sorted((ROOT / "engine" / "gap").glob("*.cpp"))}
        drawer = Drawer(texts)
        self.assertGreater(len(drawer.changes), 500)
        for seed in range(300):
            change = drawer.draw(seed)
            self.assertEqual(change, drawer.draw(seed))
            text = texts[change.path]
            self.assertNotEqual(change.applied(text), text)
            for token in tokens_of(text):
                if token.kind == "skip" and not (change.at <= token.at and token.end <= change.at + len(change.old)):
                    self.assertTrue(token.end <= change.at or change.at + len(change.old) <= token.at)


if __name__ == "__main__":
    unittest.main()
