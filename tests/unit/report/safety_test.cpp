// Users' text in every format: it is read, never run and never markup.
#include "html/html.hpp"
#include "report/write_csv.hpp"
#include "report/write_explanation.hpp"
#include "report/write_html.hpp"
#include "report/write_json.hpp"
#include "report/write_markdown.hpp"
#include "report/write_options.hpp"
#include "report/write_text.hpp"
#include "report/write_xlsx.hpp"
#include "sheets/read_workbook.hpp"
#include "sheets/sheet_builder.hpp"
#include "support/world.hpp"
#include "words/text.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <random>
#include <set>
#include <vector>

#include "support/seed.hpp"

using namespace leps;
using leps::test::World;

namespace {

constexpr const char* kRules = R"(
fonte cattiva "=HYPERLINK('x')</style><script>alert(1)</script>"
categoria CATTIVA "Livello | *grassetto* <i>"
dato sportello : sì/no "<img src=x onerror=alert(1)>" detenuto da "@capo;,|"
regola prova "=cmd|' /C calc'!A0"
  categoria CATTIVA secondo cattiva in vigore dal 1 gennaio 2020
  requisito attivo: sportello
)";

struct Hostile {
  World world{kRules};
  Rulebook rulebook;
  SourceMap sources;
  FactTable facts;
  Report report;

  explicit Hostile(const std::string& name) {
    REQUIRE_MESSAGE(world.good(), world.messages());
    rulebook = world.rulebook();  // what the grammar would refuse may still come another way
    for (typed::SourceOfLaw& source : rulebook.typed.sources) {
      source.url = "javascript:alert(1)";
      source.urn = "urn:nir:\"><script>alert(1)</script>";
      source.notes = {name};
    }
    for (typed::Datum& datum : rulebook.typed.data) datum.notes = {name};
    facts = world.facts("sportello = ?");
    facts.ambito = name;
    facts.name = name;
    facts.region = name;
    facts.note = name;
    facts.territory = {{"asst", name, {}}};
    facts.waivers.push_back({RuleId{0}, name, name, std::nullopt, {}});
    for (Fact& fact : facts.facts) fact.origin = name;
    report.rulebook = &rulebook;
    report.sources = &sources;
    report.assessments.push_back(assess(rulebook, facts, std::nullopt));
    report.assessments[0].facts = &facts;
  }
};

const char* const kNames[] = {
    "<script>alert(1)</script>",
    "\"><svg onload=alert(1)>",
    "&lt;b&gt;&amp;",
    "]]><!--",
    "=cmd|' /C calc'!A0",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1+1",
    "\r=1+1",
    "a\nb;c,d\"e",
    "a\x1b]0;x\x07"
    "b",
    "a\xE2\x80\xAE"
    "b",
    "a\xFF"
    "b",
    "``` | # - *",
    "${x} {{x}}",
};

// Fields of one separator, quotes doubled; a newline within quotes belongs to the field.
std::vector<std::vector<std::string>> parse_csv(const std::string& text, char separator) {
  std::vector<std::vector<std::string>> rows(1, std::vector<std::string>(1));
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (quoted) {
      if (c != '"') {
        rows.back().back() += c;
      } else if (i + 1 < text.size() && text[i + 1] == '"') {
        rows.back().back() += text[++i];
      } else {
        quoted = false;
      }
    } else if (c == '"') {
      quoted = true;
    } else if (c == separator) {
      rows.back().emplace_back();
    } else if (c == '\n') {
      rows.emplace_back(1);
    } else if (c != '\r') {
      rows.back().back() += c;
    }
  }
  rows.pop_back();  // after the last line
  return rows;
}

/// Names of the signs that a spreadsheet runs, or that begin a line of Markdown, behind blanks of
/// any kind or none.
class Names {
 public:
  explicit Names(std::uint32_t seed) : random_(seed) {}

  std::string formula() { return blanks() + one_of({"=", "+", "-", "@"}) + rest(); }
  std::string markdown() {
    return blanks() +
           one_of({"- ",     "+ ",     "* ", "1. ",  "1) ",  "12. ", "123) ",  "# ",  "## ",
                   "> ",     "| a | ", "|",  "``` ", "~~~ ", "---",  "===",    "***", "___",
                   "- [ ] ", "1.",     "-",  "+",    "=",    "<b>",  "[a](b)", "`a`", "&amp;"}) +
           rest();
  }

 private:
  std::string one_of(const std::vector<std::string>& words) {
    return words[random_() % words.size()];
  }
  std::string blanks() {
    std::string all;
    for (std::size_t left = random_() % 4; left > 0; --left) {
      all += one_of({" ", " ", "\t", "\r", "\n", "\xE2\x80\xA8"});
    }
    return all;
  }
  std::string rest() {
    return one_of({"", "1", "1+1", "SUM(A1)", "x", " x", "x | y", "x `y` z", "x *y* _z_", "x ~~y~~",
                   "x <b>y</b>", "x\ny", "x\n- y", "x # y", "x\\", "x;y", "\"x\"", "1. x"});
  }

  std::mt19937 random_;
};

/// How Markdown begins each line, and the marks within that are not escaped: all that makes its
/// headings, lists, tables and emphasis.
std::vector<std::string> structure(const std::string& markdown) {
  std::vector<std::string> lines(1);
  bool begins = true;
  for (std::size_t i = 0; i < markdown.size(); ++i) {
    const char c = markdown[i];
    const bool digit = c >= '0' && c <= '9';
    std::string& line = lines.back();
    if (c == '\n') {
      lines.emplace_back();
      begins = true;
    } else if (begins && (c == ' ' || digit)) {
      line += digit ? '1' : c;
    } else {
      const bool escaped = c == '\\';  // then it is a letter
      if (escaped) ++i;
      const bool of_list = line.ends_with('1') && (c == '.' || c == ')');
      const bool acts =
          std::string_view(begins ? "#-+=>|`~*_" : "*_`|<>~&#[]").find(c) != std::string_view::npos;
      if (begins && !of_list) {
        while (line.ends_with('1')) line.pop_back();  // a number, and no list
      }
      if (!escaped && (acts || (begins && of_list))) {
        line += c;
      } else if (begins) {
        line += 'x';
      }
      begins = false;
    }
  }
  return lines;
}

struct Elements : pugi::xml_tree_walker {
  std::vector<std::string> bad;
  bool for_each(pugi::xml_node& node) override {
    const std::string tag = node.name();
    for (const char* forbidden : {"script", "iframe", "object", "embed", "img", "i", "b", "link"}) {
      if (tag == forbidden) bad.push_back(tag);
    }
    std::set<std::string> names;
    for (const pugi::xml_attribute& attribute : node.attributes()) {
      if (!names.insert(attribute.name()).second) bad.push_back(tag + " twice");
      const std::string name = attribute.name(), value = attribute.value();
      if (name.starts_with("on") || name == "style" || name == "src") bad.push_back(name);
      const bool safe =
          value.starts_with("#") || value.starts_with("https://") || value.starts_with("http://");
      if (name == "href" && !safe) bad.push_back(value);
    }
    return true;
  }
};

}  // namespace

TEST_CASE("html: a page of text only, whatever the names") {
  for (const char* name : kNames) {
    CAPTURE(name);
    const Hostile hostile(name);
    const std::string page = write_html(hostile.report, {Language::italian, false});
    CHECK(page.starts_with("<!DOCTYPE html>\n<html lang=\"it\">"));
    pugi::xml_document document;
    const pugi::xml_parse_result parsed =
        document.load_string(page.c_str(), pugi::parse_full | pugi::parse_doctype);
    CHECK_MESSAGE(parsed.status == pugi::status_ok, parsed.description());
    Elements elements;
    document.traverse(elements);
    CHECK(elements.bad == std::vector<std::string>{});
    CHECK(page.find('\x1b') == std::string::npos);
    CHECK(page.find("\xE2\x80\xAE") == std::string::npos);
  }
}

TEST_CASE("html: no element that HTML would leave open") {
  const Hostile hostile("Ambito");
  const std::string page = write_html(hostile.report, {Language::english, false});
  for (const char* tag : {"div", "span", "p", "td", "th", "ul", "li", "section", "a", "code"}) {
    CAPTURE(tag);
    const std::string open = std::string("<") + tag;
    for (std::size_t at = page.find(open); at != std::string::npos; at = page.find(open, at + 1)) {
      const char after = page[at + open.size()];
      if (after != ' ' && after != '>' && after != '/') continue;
      const std::size_t end = page.find('>', at);
      CHECK(page[end - 1] != '/');
    }
  }
}

TEST_CASE("html: the style sheet holds nothing that a tree would escape") {
  CHECK(html::style_sheet().find_first_of("<>&") == std::string_view::npos);
  CHECK(html::style_sheet().find("url(") == std::string_view::npos);
  CHECK(html::style_sheet().find("@import") == std::string_view::npos);
}

TEST_CASE("csv: no cell is a formula, and every field comes back") {
  for (const char* name : kNames) {
    CAPTURE(name);
    const Hostile hostile(name);
    for (const Language language : {Language::italian, Language::english}) {
      std::string text = write_csv(hostile.report, {language, false});
      CHECK(text.starts_with("\xEF\xBB\xBF"));
      text.erase(0, 3);
      CHECK(text.ends_with("\r\n"));
      const auto rows = parse_csv(text, language == Language::italian ? ';' : ',');
      REQUIRE(rows.size() == 2);
      CHECK(rows[0].size() == rows[1].size());
      for (const std::string& cell : rows[1]) {
        CAPTURE(cell);
        CHECK((cell.empty() || std::string("=+-@\t\r").find(cell[0]) == std::string::npos));
      }
    }
  }
}

TEST_CASE("csv: what would run has an apostrophe before it, behind blanks too") {
  const std::uint32_t seed = test::seed();
  CAPTURE(seed);
  Names names(seed);
  for (int i = 0; i < 60; ++i) {
    const std::string name = names.formula();
    CAPTURE(name);
    const Hostile hostile(name);
    for (const Language language : {Language::italian, Language::english}) {
      const std::string text = write_csv(hostile.report, {language, false}).substr(3);
      const auto rows = parse_csv(text, language == Language::italian ? ';' : ',');
      REQUIRE(rows.size() == 2);
      CHECK(rows[1][0] == "'" + plain(name));  // the Ambito
      CHECK(rows[1][1] == "'" + plain(name));  // its name
      CHECK(rows[1][7].starts_with("'=cmd"));  // the title of the rule
      CHECK(rows[1][8] == "CATTIVA");          // what would not run has none
      for (const std::string& cell : rows[1]) {
        CAPTURE(cell);
        CHECK_FALSE(would_run(cell));
      }
    }
  }
}

// Of a spreadsheet's own: no sign between thousands, six decimals, and never a zero for what is
// more than none.
TEST_CASE("csv: numbers have six decimals, and stand exactly beside them") {
  const World world(R"(
dato posti : FTE almeno 0
regola livello "Livello"
  categoria LEPS secondo s in vigore dal 1 gennaio 2020
  requisito abbastanza: posti almeno 2.000.000 FTE
    si colma con posti
)");
  REQUIRE_MESSAGE(world.good(), world.messages());
  struct Row {
    std::string lacking, italian, english, above, below;
  };
  const Row rows[] = {
      {"1", "1", "1", "1", "1"},
      {"1/3", "0,333333", "0.333333", "1", "3"},
      {"2/3", "0,666667", "0.666667", "2", "3"},
      {"1/8", "0,125", "0.125", "1", "8"},
      {"1234567", "1234567", "1234567", "1234567", "1"},
      {"12345/10", "1234,5", "1234.5", "2469", "2"},
      {"1234567/1000000", "1,234567", "1.234567", "1234567", "1000000"},
      {"12345675/10000000", "1,234568", "1.234568", "493827", "400000"},  // half: away from zero
      {"12345665/10000000", "1,234567", "1.234567", "2469133", "2000000"},
      {"1/2000000", "0,000001", "0.000001", "1", "2000000"},
      {"1/3000000", "0,0000003", "0.0000003", "1", "3000000"},
      {"1/70000000", "0,00000001", "0.00000001", "1", "70000000"},
      {"0", "0", "0", "0", "1"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.lacking);
    FactTable facts = world.facts("posti = ?");
    const std::size_t slash = row.lacking.find('/');
    Rational lacking = *parse_rational(row.lacking.substr(0, slash));
    if (slash != std::string::npos) lacking /= *parse_rational(row.lacking.substr(slash + 1));
    facts.facts[DatumId{0}].value = Interval::point(Rational(2'000'000 - lacking));
    SourceMap sources;
    Report report;
    report.rulebook = &world.rulebook();
    report.sources = &sources;
    report.assessments.push_back(world.assess(facts));
    report.assessments[0].facts = &facts;
    for (const Language language : {Language::italian, Language::english}) {
      const bool italian = language == Language::italian;
      const auto cells =
          parse_csv(write_csv(report, {language, false}).substr(3), italian ? ';' : ',');
      REQUIRE(cells.size() == 2);
      const auto cell = [&](const char* name) {
        const auto at = std::find(cells[0].begin(), cells[0].end(), name);
        REQUIRE(at != cells[0].end());
        return cells[1][static_cast<std::size_t>(at - cells[0].begin())];
      };
      for (const bool least : {true, false}) {
        CHECK(cell(italian ? (least ? "lacuna_minima" : "lacuna_massima")
                           : (least ? "least_gap" : "greatest_gap")) ==
              (italian ? row.italian : row.english));
      }
      CHECK(cell(italian ? "lacuna_minima_numeratore" : "least_gap_numerator") == row.above);
      CHECK(cell(italian ? "lacuna_massima_denominatore" : "greatest_gap_denominator") ==
            row.below);
    }
  }
}

TEST_CASE("xlsx: what would run stands in cells of text, and nothing is a formula") {
  const std::uint32_t seed = test::seed();
  CAPTURE(seed);
  Names names(seed);
  for (int i = 0; i < 20; ++i) {
    const std::string name = names.formula();
    CAPTURE(name);
    const Hostile hostile(name);
    for (const Language language : {Language::italian, Language::english}) {
      const auto bytes = write_xlsx(hostile.report, {language, false});
      REQUIRE(bytes.has_value());
      SourceMap sources;
      DiagnosticBag bag;
      std::size_t found = 0;
      for (const sheets::Grid& grid : sheets::read_workbook(sources, "r.xlsx", *bytes, bag)) {
        for (const sheets::Row& row : grid.rows) {
          for (const sheets::Cell& cell : row.cells) {
            CAPTURE(cell.text);
            CHECK((!would_run(cell.text) || cell.kind == sheets::CellKind::text));
            found += cell.text == sheets::tidy(plain(name));
          }
        }
      }
      CHECK(found > 0);
      for (const Diagnostic& said : bag.all()) CHECK(said.code != Code::sheet_formulas);
    }
  }
}

TEST_CASE("text: nothing of the user's moves the cursor") {
  for (const char* name : kNames) {
    CAPTURE(name);
    const Hostile hostile(name);
    const WriteOptions options{Language::italian, false};
    const std::string screen =
        write_text(hostile.report, options) +
        write_explanation(hostile.report, hostile.report.assessments[0], RuleId{0}, options);
    for (const char c : screen) {
      CHECK((c == '\n' || static_cast<unsigned char>(c) >= 0x20));
    }
    CHECK(screen.find("\xE2\x80\xAE") == std::string::npos);
  }
}

TEST_CASE("json: exact text, and always a document") {
  for (const char* name : kNames) {
    CAPTURE(name);
    const Hostile hostile(name);
    const auto json = nlohmann::json::parse(write_json(hostile.report), nullptr, false);
    REQUIRE_FALSE(json.is_discarded());
    if (std::string(name).find('\xFF') == std::string::npos) {
      CHECK(json["ambiti"][0]["nome"] == name);
    }
    CHECK(json["results"][0]["missing"] == nlohmann::json::array({"sportello"}));
  }
}

TEST_CASE("markdown: names cannot begin a heading, a table cell or markup") {
  const Hostile hostile("| # <b>x</b> [y](z)");
  const Hostile list("1. one"), ruler("---");
  CHECK(write_markdown(list.report, {Language::italian, false}).find("\n1\\. one\n") !=
        std::string::npos);
  CHECK(write_markdown(ruler.report, {Language::italian, false}).find("\n\\---\n") !=
        std::string::npos);
  const std::string text = write_markdown(hostile.report, {Language::italian, false});
  CHECK(text.find("<b>") == std::string::npos);
  CHECK(text.find("\\| \\# \\<b\\>x\\</b\\> \\[y\\](z)") != std::string::npos);
}

TEST_CASE("markdown: a document has the structure that it has with a harmless name") {
  const std::uint32_t seed = test::seed();
  CAPTURE(seed);
  Names names(seed);
  for (const Language language : {Language::italian, Language::english}) {
    const auto written = [&](const std::string& name) {
      return write_markdown(Hostile(name).report, {language, false});
    };
    const auto harmless = structure(written("Nome"));
    for (int i = 0; i < 150; ++i) {
      const std::string name = names.markdown();
      CAPTURE(name);
      const auto found = structure(written(name));
      REQUIRE(found.size() == harmless.size());
      for (std::size_t line = 0; line < found.size(); ++line) {
        CAPTURE(line);
        CHECK(found[line] == harmless[line]);
      }
    }
  }
}
