// Users' text in every format: it is read, never run and never markup.
#include "report/html.hpp"
#include "report/write.hpp"
#include "support/world.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <set>
#include <vector>

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
