"""What users wrote in their data never becomes markup in HTML or Markdown, or a formula in a CSV."""
import csv
import html.parser
import io
import json
import unittest

from command import CommandTest

NAMES = ['<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', "=HYPERLINK(\"x\")",
         "+1+1", "-2+3", "@SUM(1)", "&lt;b&gt;", "]]>", "<!--", "a|b", "*a*",
         "a,b;c\"d'e", "javascript:alert(1)"]


class Tags(html.parser.HTMLParser):
    """The elements, attributes and text of a page."""

    def __init__(self, page):
        super().__init__(convert_charrefs=True)
        self.elements, self.text = [], ""
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data):
        self.text += data


class HostileText(CommandTest):
    def checked(self, form):
        for i, name in enumerate(NAMES):
            text = json.dumps(name)
            self.write(f"data/{i}.yaml",
                       f"ambito: k{i}\nnome: {text}\nregione: {text}\nnota: {text}\nanni:\n"
                       f"  2025:\n    dati:\n      assistenti: {{valore: 1, fonte: {text}}}\n"
                       f"    deroghe:\n"
                       f"      - {{regola: organico, atto: {text}, motivo: {text}}}\n")
        return self.expect(1, "check", "rules.leps", "--data", "data", "--format", form).out

    def test_html(self):
        page = Tags(self.checked("html"))
        for tag, attributes in page.elements:
            self.assertNotIn(tag, ("script", "img", "iframe", "object", "embed", "link", "base",
                                   "form"))
            for name, value in attributes.items():
                self.assertFalse(name.startswith("on"), (tag, name))
                if name in ("href", "src", "action"):
                    self.assertRegex(value, r"^(#|https?://|data:image/)", (tag, name, value))
        for name in NAMES:
            self.assertIn(name, page.text, "the name itself must be shown")

    def test_the_page_needs_nothing_from_outside(self):
        page = self.checked("html")
        self.assertNotRegex(page, r"(?i)@import|url\((?!['\"]?(data:|#))")
        self.assertTrue(page.lower().startswith("<!doctype html>"))

    def test_markdown(self):
        for line in self.checked("md").splitlines():
            self.assertNotRegex(line, r"(?<!\\)<(script|img)")

    def test_csv(self):
        text = self.checked("csv").removeprefix("\ufeff")
        delimiter = max(";,", key=text.splitlines()[0].count)
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
        self.assertGreater(len(rows), len(NAMES))
        for row in rows:
            self.assertEqual(len(row), len(rows[0]), row)
            for cell in row:
                self.assertNotIn(cell[:1], ("=", "+", "@", "\t", "\r"), cell)
                self.assertNotRegex(cell, r"^-[^0-9]|^-\d+[^\d.,/ ]", "a formula too")


if __name__ == "__main__":
    unittest.main()
