// Mistakes that can be mended in one way only, put into packs that had none: `leps fmt --fix` gives
// the same rules back, comments too. LEPS_SEED chooses a run; the seed is printed with every
// failure.

#include "cli/mend_rules.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <optional>
#include <random>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/render.hpp"
#include "support/seed.hpp"
#include "syntax/parse.hpp"
#include "syntax/print.hpp"

using namespace leps;

namespace {

using Random = std::mt19937;

std::size_t draw(Random& random, std::size_t count) {
  return std::uniform_int_distribution<std::size_t>(0, count - 1)(random);
}

template <class Row>
const Row& one_of(Random& random, const std::vector<Row>& rows) {
  return rows[draw(random, rows.size())];
}

/// The canonical text, which says all that the AST does; none where the text has mistakes.
std::optional<std::string> canonical(const std::string& text, std::optional<Language> in = {}) {
  SourceMap sources;
  DiagnosticBag bag;
  sources.add("pack.leps", text);
  const ast::Program program = parse(sources, bag);
  if (bag.has_errors()) return std::nullopt;
  const ast::File& file = program.files.front();
  return print(program, file, in.value_or(file.language));
}

std::string what_is_wrong(const std::string& text) {
  SourceMap sources;
  DiagnosticBag bag;
  sources.add("pack.leps", text);
  parse(sources, bag);
  return "still wrong:\n" + render(bag, sources, {});
}

std::vector<std::string> shipped_packs() {
  std::vector<std::string> packs;
  for (const auto& each : std::filesystem::recursive_directory_iterator(LEPS_ROOT "/rules")) {
    if (each.path().extension() != ".leps") continue;
    std::ostringstream text;
    text << std::ifstream(each.path()).rdbuf();
    packs.push_back(*canonical(text.str()));
  }
  return packs;
}

/// A pack of rules over invented data: every operator, sign and value beside every other.
class Author {
 public:
  explicit Author(Random& random) : random_(random) {}

  std::string pack() {
    std::string text =
        "pacchetto prova versione \"1\" /* un commento */\n"
        "fonte s \"Una fonte\"\nunità FTE, persone, posti\ncategoria LEPS \"LEPS\" dal 2020-01-01\n"
        "gruppo zona \"Zona\"\n"
        "dato posti_letto : posti \"Posti letto\" almeno 0 al massimo 10.000\n"
        "dato unità_attive : numero \"Unità attive\" intero\n"
        "dato adesione : sì/no \"Adesione\"\n"
        "dato stato : uno di aperto, chiuso \"Stato\"\n";
    for (int i = 0; i < 4; ++i) {
      const std::string n = std::to_string(i);
      text += "regola r" + n + " \"R\"\n  categoria LEPS secondo s in vigore dal 1 gennaio 2020\n";
      if (coin()) text += "  si applica se " + condition(1) + "\n";
      text += "  requisito q: " + condition(2) + "\n";
      if (coin()) text += "    si applica se " + comparison() + "\n";
      if (coin()) text += "  parziale se " + comparison() + " /* anche qui */\n";
    }
    text +=
        "esempio \"E\"\n  anno 2025\n  posti_letto = 1.500 posti; adesione = sì;\n"
        "  unità_attive = ?\n  altro membro di zona\n  posti_letto = ?\nattesi\n"
        "  r0 soddisfatto\n  r1 non_soddisfatto\n  r2.q non_valutabile\n";
    const auto laid_out = canonical(text, coin() ? Language::italian : Language::english);
    if (!laid_out) FAIL(what_is_wrong(text));
    return *laid_out;
  }

 private:
  bool coin() { return draw(random_, 2) == 0; }
  std::string comparison() {
    static const std::vector<std::string> kWords = {"almeno",  "al massimo", "più di",
                                                    "meno di", "pari a",     "diverso da"};
    return amount(1) + " " + one_of(random_, kWords) + " " + amount(1);
  }
  std::string condition(int depth) {
    if (depth == 0 || coin()) return coin() ? comparison() : "adesione";
    const std::string left = condition(depth - 1), right = condition(depth - 1);
    return "(" + left + (coin() ? ") e (" : ") o (") + right + ")";
  }
  std::string amount(int depth) {
    static const std::vector<std::string> kAmounts = {"posti_letto",
                                                      "unità_attive",
                                                      "3 posti",
                                                      "1.000",
                                                      "90%",
                                                      "12,5",
                                                      "1/4 posti",
                                                      "2 posti ogni 1.000 persone",
                                                      "min(unità_attive; 3)"};
    if (depth == 0 || coin()) return one_of(random_, kAmounts);
    static const std::vector<std::string> kSigns = {" + ", " - ", " * ", " / "};
    return amount(0) + one_of(random_, kSigns) + amount(0);
  }

  Random& random_;
};

/// The text with blanks in place of comments and of what stands between quotes.
std::string code_of(const std::string& text) {
  std::string code = text;
  const auto blank = [&](std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) {
      if (code[i] != '\n') code[i] = '\x01';
    }
  };
  // What an earlier mistake has left open ends with its line.
  const auto behind = [&](std::string_view mark, std::size_t from) {
    const std::size_t line_end = std::min(text.find('\n', from), text.size());
    return std::min(text.find(mark, from), line_end - mark.size()) + mark.size();
  };
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at + 1;
    if (text.compare(at, 2, "/*") == 0) {
      end = std::max(end, std::min(text.find("*/", at) + 2, text.size()));
      blank(at, end);
    } else if (text[at] == '"') {
      end = std::max(end, behind("\"", at + 1));
      blank(at, end);
    } else if (text.compare(at, 4, "urn:") == 0 || text.compare(at, 4, "http") == 0) {
      end = text.find_first_of(" \n", at);
      blank(at, end);
    }
    at = end;
  }
  return code;
}

bool is_of_word(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) || c == '_' || (c & 0x80);
}

/// Where words stand in the code, as words of their own.
std::vector<std::size_t> places_of(const std::string& code, const std::string& words) {
  std::vector<std::size_t> places;
  for (auto at = code.find(words); at != std::string::npos; at = code.find(words, at + 1)) {
    const bool before = is_of_word(words.front()) && at > 0 && is_of_word(code[at - 1]);
    const std::size_t end = at + words.size();
    const bool behind = is_of_word(words.back()) && end < code.size() && is_of_word(code[end]);
    if (!before && !behind) places.push_back(at);
  }
  return places;
}

std::string line_of(const std::string& text, std::size_t at) {
  const std::size_t begin = at == 0 ? 0 : text.rfind('\n', at - 1) + 1;
  return text.substr(begin, text.find('\n', at) - begin);
}

/// Words of a right pack, and ways to get them wrong.
struct Family {
  std::string name, right;
  std::vector<std::string> wrong;
  /// Whether this place of the code is one where nothing else can be meant.
  std::function<bool(const std::string& code, std::size_t at)> fits = nullptr;
};

bool in_expression(const std::string& code, std::size_t at) {
  const std::string line = line_of(code, at);
  for (const char* begins :
       {"requisito", "si applica se", "parziale se", "requirement", "applies if", "partial if"}) {
    const std::size_t begin = line.find(begins);
    if (begin != std::string::npos && begin < line.find(code.substr(at, 3))) return true;
  }
  return false;
}
bool begins_line(const std::string& code, std::size_t at) {
  const std::size_t before = code.find_last_not_of(' ', at - 1);
  return at == 0 || code[before] == '\n';
}
/// Behind a number any word may be its unit.
bool follows_number(const std::string& code, std::size_t at) {
  const std::size_t before = code.find_last_not_of(" \n\x01", at - 1);
  return before != std::string::npos && std::isdigit(static_cast<unsigned char>(code[before]));
}
bool begins_clause(const std::string& code, std::size_t at) {
  return begins_line(code, at) && !follows_number(code, at);
}
bool in_italian(const std::string& code) { return !places_of(code, "pacchetto").empty(); }
bool between_digits(const std::string& code, std::size_t at) {
  return at > 1 && std::isdigit(static_cast<unsigned char>(code[at - 1])) &&
         std::isdigit(static_cast<unsigned char>(code[at + 1])) && in_italian(code) &&
         !std::isdigit(static_cast<unsigned char>(code[at + 4])) && in_expression(code, at);
}

std::vector<Family> families() {
  const auto value = [](const std::string& code, std::size_t at) {
    return at > 1 && code.compare(at - 2, 2, "= ") == 0;
  };
  const auto italian = [](const std::string& code, std::size_t at) {
    return in_italian(code) && in_expression(code, at);
  };
  const auto behind_no_number = [](const std::string& code, std::size_t at) {
    return !follows_number(code, at) && in_expression(code, at);
  };
  const auto of_rule = [](const std::string& code, std::size_t at) {
    return line_of(code, at).find('.') == std::string::npos;
  };
  return {
      {"everyday words",
       "almeno",
       {"maggiore o uguale a", "non inferiore a", "come minimo", "è almeno", "deve essere almeno"},
       in_expression},
      {"everyday words",
       "al massimo",
       {"minore o uguale a", "non superiore a", "al massimo il"},
       in_expression},
      {"everyday words",
       "più di",
       {"superiore a", "maggiore di", "supera", "piu di", "Più di"},
       in_expression},
      {"everyday words",
       "meno di",
       {"inferiore a", "minore di", "risulta inferiore a"},
       in_expression},
      {"everyday words", "pari a", {"uguale a", "è", "è pari a", "coincide con"}, in_expression},
      {"everyday words", "diverso da", {"diversa da", "non è pari a"}, in_expression},
      {"everyday words",
       "at least",
       {"greater than or equal to", "not less than", "is at least"},
       in_expression},
      {"everyday words", "more than", {"greater than", "above", "exceeds the"}, in_expression},
      {"signs", "almeno", {">=", "≥"}, in_expression},
      {"signs", "al massimo", {"<=", "≤"}, in_expression},
      {"signs", "più di", {">"}, in_expression},
      {"signs", "meno di", {"<"}, in_expression},
      {"signs", "pari a", {"=="}, in_expression},
      {"signs", "diverso da", {"!=", "<>", "≠"}, in_expression},
      {"signs", "e", {"&&", "&", "ed"}, in_expression},
      {"signs", "o", {"||", "od"}, in_expression},
      {"signs", "*", {"×"}, in_expression},
      {"signs", "-", {"−"}, in_expression},
      {"clauses",
       "si applica se",
       {"si applica quando", "Si applica se", "si applica solo se"},
       begins_clause},
      {"clauses", "applies if", {"applies when", "Applies if", "APPLIES IF"}, begins_clause},
      {"capitals", "requisito", {"Requisito", "REQUISITO"}, begins_clause},
      {"capitals", "regola", {"Regola", "REGOLA"}, begins_clause},
      {"capitals", "dato", {"Dato", "DATO"}, begins_clause},
      {"capitals", "rule", {"Rule"}, begins_clause},
      {"accents", "unità", {"unita", "unita'", "unita\u0300", "Unità"}, begins_clause},
      {"accents", "unità_attive", {"unita\u0300_attive"}},
      {"accents", "sì", {"si"}, value},
      {"blanks", "%", {" %"}, in_expression},
      {"blanks",
       " posti",
       {"posti"},
       [](const std::string& code, std::size_t at) {
         return std::isdigit(static_cast<unsigned char>(code[at - 1])) && in_expression(code, at);
       }},
      {"invisible", "almeno", {"\u200Balmeno", "almeno\u200B", "almeno \uFEFF"}, in_expression},
      {"invisible", "posti_letto", {"posti\u200B_letto", "\u00ADposti_letto"}, in_expression},
      {"thousands", ".", {" "}, between_digits},
      {"articles", "posti_letto", {"i posti_letto", "il posti_letto"}, italian},
      {"verdicts", "non_soddisfatto", {"non soddisfatto"}},
      {"verdicts", "non_soddisfatto", {"= non_soddisfatto"}, of_rule},
      {"verdicts", "soddisfatto", {"= soddisfatto"}, of_rule},
      {"verdicts",
       "non_valutabile",
       {"non valutabile"},
       [](const std::string& code, std::size_t at) { return code[at - 2] != '='; }},
      {"unknown", "?", {"n.d.", "n.d"}, value},
      {"examples", "altro membro di", {"altro membro"}, begins_clause},
      {"other language", "requisito", {"requirement"}, begins_clause},
      {"other language", "almeno", {"at least"}, behind_no_number},
      {"other language", "requirement", {"requisito"}, begins_clause},
      {"functions", "min(", {"Min(", "MIN("}},
      {"separators",
       ";",
       {","},
       [](const std::string& code, std::size_t at) {
         return code.compare(at, 3, "; 3") == 0 && in_expression(code, at);
       }},
  };
}

/// Ends of lines behind which a sign stands that nothing needs.
std::vector<std::size_t> ends_of_expressions(const std::string& code) {
  std::vector<std::size_t> ends;
  for (std::size_t at = code.find('\n'); at != std::string::npos; at = code.find('\n', at + 1)) {
    const std::string line = line_of(code, at);
    if (line.find("requisito q: ") != std::string::npos && line.back() != '\x01')
      ends.push_back(at);
  }
  return ends;
}

std::string first_difference(const std::string& right, const std::string& mended) {
  std::size_t at = 0;
  while (at < right.size() && at < mended.size() && right[at] == mended[at]) ++at;
  return "other rules:\n" + line_of(right, at) + "\n" + line_of(mended, at);
}

struct Spoilt {
  std::string text, family, how;
  std::size_t line;  // how many there are before it
};

/// Texts between straight quotes that have no other marks in them.
std::vector<std::size_t> plain_texts(const std::string& text, const std::string& code) {
  std::vector<std::size_t> places;
  for (auto at = text.find(" \""); at != std::string::npos; at = text.find(" \"", at + 1)) {
    // One that opens outside a comment.
    if (code[at] != ' ' || code[at + 1] != '\x01') continue;
    const std::string inside = text.substr(at + 2, text.find('"', at + 2) - at - 2);
    bool plain = true;
    for (const char* mark : {"'", "’", "«", "“"}) {
      plain = plain && inside.find(mark) == std::string::npos;
    }
    if (plain) places.push_back(at + 1);
  }
  return places;
}

std::string with_other_quotes(std::string text, std::size_t at, Random& random) {
  static const std::vector<std::pair<const char*, const char*>> kQuotes = {
      {"“", "”"}, {"«", "»"}, {"„", "“"}, {"\"", "”"}};
  const auto [open, close] = one_of(random, kQuotes);
  text.replace(text.find('"', at + 1), 1, close);
  return text.replace(at, 1, open);
}

constexpr std::size_t kOtherKinds = 2;  // that are no words: quotes, ends of clauses

/// A mistake of a kind, at a place that is drawn; none where the text has no place for it.
std::optional<Spoilt> spoil(const std::string& text, std::size_t kind, Random& random) {
  static const std::vector<Family> all = families();
  const std::string code = code_of(text);
  const bool quotes = kind == all.size(), ends = kind == all.size() + 1;
  std::vector<std::size_t> places;
  if (quotes) places = plain_texts(text, code);
  if (ends) places = ends_of_expressions(code);
  if (kind < all.size()) {
    for (const std::size_t at : places_of(code, all[kind].right)) {
      if (!all[kind].fits || all[kind].fits(code, at)) places.push_back(at);
    }
  }
  if (places.empty()) return std::nullopt;
  const std::size_t at = one_of(random, places);
  const auto line = static_cast<std::size_t>(
      std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
  Spoilt spoilt{text, quotes ? "quotes" : ends ? "ends" : all[kind].name, line_of(text, at), line};
  if (quotes) {
    spoilt.text = with_other_quotes(text, at, random);
  } else if (ends) {
    spoilt.text.insert(at, one_of(random, std::vector<std::string>{".", ";"}));
  } else {
    const std::string& wrong = one_of(random, all[kind].wrong);
    spoilt.how.insert(0, wrong + " in: ");
    spoilt.text.replace(at, all[kind].right.size(), wrong);
  }
  return spoilt;
}

/// Spoils a pack, a line once, mends it, and holds it against what it was.
/// @return how many mistakes there were
std::size_t spoil_and_mend(const std::string& right, const std::vector<std::size_t>& kinds,
                           Random& random) {
  std::string wrong = right, how;
  std::set<std::size_t> lines;
  for (const std::size_t kind : kinds) {
    const auto spoilt = spoil(wrong, kind, random);
    if (!spoilt || !lines.insert(spoilt->line).second) continue;
    wrong = spoilt->text;
    how += spoilt->family + ": " + spoilt->how + "\n";
  }
  if (lines.empty()) return 0;
  CAPTURE(how);
  const cli::MendedRules done = cli::mend_rules("pack.leps", wrong, {});
  const auto again = canonical(done.bytes);
  if (!again) {
    FAIL_CHECK(what_is_wrong(done.bytes));
    return lines.size();
  }
  if (*again != right) FAIL_CHECK(first_difference(right, *again));
  CHECK(done.made.size() >= lines.size());
  // What has been mended needs no mending.
  CHECK(cli::mend_rules("pack.leps", done.bytes, {}).made.empty());
  return lines.size();
}

}  // namespace

TEST_CASE("mends: each kind of mistake is mended into the rules that were there") {
  const std::uint32_t seed = test::seed();
  CAPTURE(seed);
  Random random(seed);
  const std::vector<std::string> packs = shipped_packs();
  REQUIRE(packs.size() > 10);
  const std::size_t kinds = families().size() + kOtherKinds;
  for (std::size_t kind = 0; kind < kinds; ++kind) {
    CAPTURE(kind);
    // Of a shipped pack where it has a place for it; and of drawn ones, until some have.
    spoil_and_mend(one_of(random, packs), {kind}, random);
    std::size_t mended = 0;
    for (int i = 0; i < 100 && mended < 2; ++i) {
      mended += spoil_and_mend(Author(random).pack(), {kind}, random);
    }
    CHECK(mended >= 2);
  }
}

TEST_CASE("mends: several mistakes in one file are mended, one that hides another too") {
  const std::uint32_t seed = test::seed() + 1;
  CAPTURE(seed);
  Random random(seed);
  const std::size_t kinds = families().size() + kOtherKinds;
  std::size_t mended = 0;
  for (int i = 0; i < 15; ++i) {
    std::vector<std::size_t> drawn;
    for (int k = 0; k < 6; ++k) drawn.push_back(draw(random, kinds));
    mended += spoil_and_mend(Author(random).pack(), drawn, random);
  }
  CHECK(mended > 10);  // of ninety draws, some find no place and some the line of another
}

TEST_CASE("mends: of any broken text, what has been mended needs no mending") {
  const std::uint32_t seed = test::seed() + 2;
  CAPTURE(seed);
  Random random(seed);
  const std::string pieces[] = {"\"", ">=", " ",  "\n", "(", "il ",   ".", ";", "=", "n.d.",
                                "«",  "'",  "# ", "si", "x", "1 000", ",", "/", "%", "\u200B"};
  for (int i = 0; i < 40; ++i) {
    std::string text = Author(random).pack();
    for (int k = 0; k < 3; ++k) {
      std::size_t at = draw(random, text.size());
      while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80) --at;
      std::size_t end = at + draw(random, 3);
      while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80) ++end;
      text.replace(at, end - at, pieces[draw(random, std::size(pieces))]);
    }
    CAPTURE(text);
    const std::string mended = cli::mend_rules("pack.leps", text, {}).bytes;
    CHECK(cli::mend_rules("pack.leps", mended, {}).bytes == mended);
    // What is mended is mended: no more is wrong than was.
    if (canonical(text)) CHECK(mended == text);
  }
}

TEST_CASE("mends: what is right stays as it is, byte for byte") {
  for (const std::string& pack : shipped_packs()) {
    const cli::MendedRules done = cli::mend_rules("pack.leps", pack, {});
    CHECK(done.made.empty());
    CHECK(done.bytes == pack);
  }
}
