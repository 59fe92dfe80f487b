"""`leps doc`: a page for every rule of the shipped packs, every link leads somewhere, every page is
well formed and stands alone; a folder of somebody else's is left as it is."""
import html.parser
import re
import unittest
import xml.etree.ElementTree as xml

from command import PACK, ROOT, CommandTest

PACKS = (ROOT / "rules/nazionale", ROOT / "rules/anteprima_2027")
VOID = {"meta", "br", "hr", "link", "img"}


class Links(html.parser.HTMLParser):
    """The links, the ids, the headings and the open elements of a page."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.links, self.ids, self.headings, self.open, self.wrong = [], [], [], [], []

    def handle_starttag(self, tag, attrs):
        attributes = dict(attrs)
        if tag == "a" and "href" in attributes:
            self.links.append(attributes["href"])
        if "id" in attributes:
            self.ids.append(attributes["id"])
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.wrong.append(tag)


class Doc(CommandTest):
    def pages(self, *words, folder="pagine"):
        self.expect(0, "doc", *words, "--out", folder)
        return {path.name: path.read_text(encoding="utf-8")
                for path in (self.folder / folder).iterdir()}

    def test_every_rule_has_a_page_and_every_link_leads_somewhere(self):
        names = set()
        for pack in PACKS:
            for file in pack.glob("*.leps"):
                names |= set(re.findall(r"^regola (\w+)", file.read_text(encoding="utf-8"), re.M))
        self.assertGreater(len(names), 15)
        for language in ("it", "en"):
            pages = self.pages(*PACKS, "--lang", language, folder=language)
            for name in names:
                self.assertIn(f'href="regola-{name}.html"', pages["index.html"])
                page = pages[f"regola-{name}.html"]
                self.assertIn(f"regola {name} ", page)  # as written
            ids, links = {}, []
            for name, page in pages.items():
                with self.subTest(page=name, language=language):
                    root = xml.fromstring(page.removeprefix("<!DOCTYPE html>\n"))
                    self.assertEqual(root.get("lang"), language)
                    parser = Links()
                    parser.feed(page)
                    self.assertEqual((parser.wrong, parser.open), ([], []))
                    self.assertEqual(len(set(parser.ids)), len(parser.ids))
                    self.assertEqual(parser.headings.count(1), 1)
                    for above, below in zip([0] + parser.headings, parser.headings):
                        self.assertLessEqual(below, above + 1, parser.headings)
                    self.assertNotIn("<script", page)
                    self.assertNotRegex(page, r'(src|href)="(file:|/|\.\.)')
                    ids[name] = set(parser.ids)
                    links += [(name, link) for link in parser.links]
            self.assertGreater(len(links), 500)
            for page, link in links:
                if link.startswith("https://") or link.startswith("http://"):
                    continue
                file, _, place = link.partition("#")
                self.assertIn(file or page, pages, f"{page}: {link}")
                if place:
                    self.assertIn(place, ids[file or page], f"{page}: {link}")

    def test_normattiva_is_one_click_away(self):
        page = self.pages()["regola-servizio_sociale_professionale.html"]
        self.assertIn("https://www.normattiva.it/uri-res/N2Ls?urn:nir:stato:legge:2020-12-30;178", page)
        self.assertIn(">1 FTE ogni 5.000 abitanti</a> <span class=\"fiducia verificato\">verificato<", page)

    def test_the_same_bytes_twice_and_only_pages_of_its_own_are_taken_away(self):
        first = self.pages(PACKS[0])
        self.write("pagine/index.html", first["index.html"].replace("Regole", "Altro"))
        self.assertEqual(self.pages(PACKS[0]), first)
        done = self.expect(0, "doc", "rules.leps", "--out", "pagine", prints="tolte")
        self.assertIn("10 pagine; si comincia da pagine/index.html", done.out)
        self.assertEqual(len(list((self.folder / "pagine").iterdir())), 10)

    def test_a_folder_of_somebody_elses_is_left_alone(self):
        self.expect(2, "doc", "rules.leps", "--out", ".", says="[command/out-has-other-files]")
        self.assertEqual(self.read("rules.leps").decode(), PACK)
        self.expect(2, "doc", "rules.leps", "--out", "met.yaml", says="[command/out-not-a-folder]")
        self.write("sito/index.html", "<!DOCTYPE html><html></html>")
        self.expect(2, "doc", "rules.leps", "--out", "sito", says="sito/index.html")
        self.expect(5, "doc", "rules.leps", "--out", "manca/sito", says="[io/cannot-write]")
        self.expect(3, "doc", self.write("bad.leps", PACK + "regola"), "--out", "nuova")
        self.assertFalse((self.folder / "nuova").exists())
        self.expect(2, "doc", "rules.leps", says="--out")

    def test_written_where_the_user_is(self):
        (self.folder / "qui").mkdir()
        self.expect(0, "doc", "../rules.leps", "--out", ".", cwd=self.folder / "qui")
        self.expect(0, "doc", "../rules.leps", "--out", ".", cwd=self.folder / "qui")
        self.assertEqual(len(list((self.folder / "qui").iterdir())), 10)


if __name__ == "__main__":
    unittest.main()
