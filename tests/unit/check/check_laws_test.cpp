// Laws of check/ over what is drawn: which numbers are shares, which days a message names, what a
// lever changes, which amounts are whole. Each is held against a plain reckoning that stands here.
#include "check/check.hpp"
#include "check/layers.hpp"
#include "check/whole.hpp"

#include "support/seed.hpp"
#include "unit/check/describe_typed.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>

using namespace leps;
using namespace leps::test;

namespace {

class Drawn {
 public:
  explicit Drawn(unsigned seed) : random_(seed) {}
  int pick(int below) { return static_cast<int>(random_() % static_cast<unsigned>(below)); }
  const char* one_of(const std::vector<const char*>& words) {
    return words[static_cast<std::size_t>(pick(static_cast<int>(words.size())))];
  }

 private:
  std::mt19937 random_;
};

// ---- shares

enum class Kind { plain, share, bare, zero };

/// A formula without a unit: its text, what it is, or else the messages that it gets.
struct Formula {
  std::string text;
  std::optional<Kind> kind;
  std::vector<std::string> codes;
};

class Formulas {
 public:
  explicit Formulas(Drawn& drawn) : drawn_(drawn) {}

  Formula formula(int depth) {
    if (depth == 0) return atom();
    switch (drawn_.pick(9)) {
      case 0: {
        Formula under = formula(depth - 1);
        under.text = "-(" + under.text + ")";
        return under;
      }
      case 1:
      case 2:
        return both(formula(depth - 1), drawn_.one_of({" + ", " - "}), formula(depth - 1), sum);
      case 3:
        return both(formula(depth - 1), " * ", formula(depth - 1), product);
      case 4:
        return both(formula(depth - 1), " / ", nonzero(depth - 1), quotient);
      case 5:
        return both(formula(depth - 1), " di ", formula(depth - 1), part);
      case 6: {
        const Formula yes = formula(depth - 1), no = formula(depth - 1);
        Formula made = common({yes, no});
        made.text = "(se attivo allora " + yes.text + " altrimenti " + no.text + ")";
        return made;
      }
      default: {
        std::vector<Formula> operands;
        for (int i = drawn_.pick(3) + 1; i >= 0; --i) operands.push_back(formula(depth - 1));
        Formula made = common(operands);
        made.text = drawn_.one_of({"min(", "max("});
        for (const Formula& operand : operands) {
          made.text +=
              (operand.text == operands.front().text && made.text.size() == 4 ? "" : "; ") +
              operand.text;
        }
        made.text += ")";
        return made;
      }
    }
  }

 private:
  Formula atom() {
    static const std::vector<std::pair<const char*, Kind>> kAtoms = {
        {"quota_a", Kind::share},
        {"quota_b", Kind::share},
        {"50%", Kind::share},
        {"1/2", Kind::share},
        {"3", Kind::bare},
        {"0,5", Kind::bare},
        {"numero_a", Kind::plain},
        {"(assistenti / 2 FTE)", Kind::plain},
        {"(2 FTE * (1 / 1 FTE))", Kind::plain},
        {"0", Kind::zero},
        {"conta(r in righe)", Kind::bare},
        {"percentuale(r in righe dove r.si)", Kind::share},
        {"somma(r.parte per ogni r in righe)", Kind::plain},
        {"media(r.parte per ogni r in righe)", Kind::share},
        {"minimo(r.parte per ogni r in righe)", Kind::share},
        {"massimo(r.parte per ogni r in righe)", Kind::share},
        {"somma(r.numero per ogni r in righe)", Kind::plain},
        {"somma(3 per ogni r in righe)", Kind::bare},
        {"somma(0 per ogni r in righe)", Kind::bare},
    };
    const auto& [text, kind] = kAtoms[static_cast<std::size_t>(drawn_.pick(19))];
    return {text, kind, {}};
  }

  Formula nonzero(int depth) {
    Formula made = formula(depth);
    while (made.text == "0") made = formula(depth);
    return made;
  }

  using Rule = Formula (*)(Kind, Kind);
  static Formula is(Kind kind) { return {"", kind, {}}; }
  static Formula wrong(const char* code) { return {"", {}, {code}}; }

  static Formula both(const Formula& left, const char* sign, const Formula& right, Rule rule) {
    Formula made;
    if (left.kind && right.kind) {
      made = rule(*left.kind, *right.kind);
    } else {
      made.codes = left.codes;
      made.codes.insert(made.codes.end(), right.codes.begin(), right.codes.end());
    }
    made.text = "(" + left.text + sign + right.text + ")";
    return made;
  }

  // What adds up is of one kind; a plain number goes with either, a 0 with all.
  static Formula sum(Kind a, Kind b) {
    if (a == Kind::zero || a == b) return is(b);
    if (b == Kind::zero) return is(a);
    if (a == Kind::plain || b == Kind::plain) return is(Kind::plain);
    return wrong("share/bare-number");
  }

  static Kind unzeroed(Kind kind) { return kind == Kind::zero ? Kind::bare : kind; }

  static Formula product(Kind a, Kind b) {
    return is(unzeroed(a) == unzeroed(b) ? unzeroed(a) : Kind::plain);
  }
  // A share of a share may be over 1.
  static Formula quotient(Kind a, Kind b) {
    return is(unzeroed(a) == Kind::bare && unzeroed(b) == Kind::bare ? Kind::bare : Kind::plain);
  }
  static Formula part(Kind a, Kind b) {
    return a == Kind::bare ? wrong("share/bare-of") : product(a, b);
  }

  // Each is compared with the first that is not 0.
  static Formula common(const std::vector<Formula>& operands) {
    Formula made;
    for (const Formula& operand : operands) {
      made.codes.insert(made.codes.end(), operand.codes.begin(), operand.codes.end());
    }
    if (!made.codes.empty()) return made;
    const auto first = std::find_if(operands.begin(), operands.end(), [](const Formula& operand) {
      return operand.kind != Kind::zero;
    });
    if (first == operands.end()) return is(Kind::zero);
    made.kind = first->kind;
    for (const Formula& operand : operands) {
      const Formula pair = sum(*first->kind, *operand.kind);
      if (!pair.kind) return pair;
      if (pair.kind == Kind::plain) made.kind = Kind::plain;
    }
    return made;
  }

  Drawn& drawn_;
};

constexpr const char* kShares =
    "dato quota_a : quota\ndato quota_b : quota\ndato numero_a : numero\n"
    "elenco righe \"Righe\" campo parte : quota campo si : sì/no campo numero : numero\n";

}  // namespace

TEST_CASE("check: what is a share, a bare number or neither follows from what it is made of") {
  const auto seed = test::seed();
  CAPTURE(seed);
  Drawn drawn(seed);
  Formulas formulas(drawn);
  const std::string names[] = {"plain", "share", "bare", "bare"};
  for (int i = 0; i < 400; ++i) {
    const Formula formula = formulas.formula(i % 4);
    CAPTURE(formula.text);
    // `numero` takes any of them as it is.
    const CheckedPacks packs(std::string(kShares) + "calcolo c : numero = " + formula.text);
    CAPTURE(describe(packs.bag, packs.sources));
    std::string codes, expected;
    for (const Diagnostic& found : packs.bag.all()) codes += std::string(name(found.code)) + " ";
    for (const std::string& code : formula.codes) expected += code + " ";
    CHECK(codes == expected);
    if (!formula.kind || !codes.empty()) continue;
    const typed::Expr& made = packs.typed.exprs[packs.typed.computed[ComputedId{0}].value];
    CHECK(TypedPrinter(packs.typed).type(made.type) == names[static_cast<int>(*formula.kind)]);
    CHECK(std::get<NumberOf>(made.type).zero == (formula.kind == Kind::zero));
  }
}

// ---- days

namespace {

constexpr int kForever = 99;

/// Some days of January 2021, or those from one of them on.
struct Days {
  int from = 1, to = kForever;
};

std::string january(int day) {
  return "2021-01-" + std::string(day < 10 ? "0" : "") + std::to_string(day);
}
std::string written(const Days& days) {
  return january(days.from) + (days.to == kForever ? "" : " al " + january(days.to));
}
std::string said(const Days& days) {
  const auto day = [](int number) { return std::to_string(number) + " gennaio 2021"; };
  if (days.to == kForever) return "dal " + day(days.from) + " in poi";
  if (days.to == days.from) return "il " + day(days.from);
  return "dal " + day(days.from) + " al " + day(days.to);
}
std::string labelled(const std::string& place, const Days& held) {
  return " | «" + place + "» vale " + said(held);
}
std::string value_on(const Days& days) {
  return "dal " + written(days) + " vale 1 FTE verificato secondo legge";
}

Days drawn_days(Drawn& drawn) {
  const int from = drawn.pick(12) + 1;
  return {from, drawn.pick(7) == 0 ? kForever : from + drawn.pick(8)};
}

/// What is said of versions on these days, one after the other.
std::string said_of_sequence(const std::string& what, std::vector<Days> versions) {
  std::stable_sort(versions.begin(), versions.end(),
                   [](const Days& a, const Days& b) { return a.from < b.from; });
  std::string messages;
  for (std::size_t i = 1; i < versions.size(); ++i) {
    const Days& version = versions[i];
    Days last = versions.front();  // which ends last of those before
    for (std::size_t j = 1; j < i; ++j) {
      if (versions[j].to > last.to) last = versions[j];
    }
    const std::string labels = labelled(written(last), last) + labelled(written(version), version);
    if (version.from <= last.to) {
      messages += "period/overlap «" + written(version) + "» " + what +
                  " ha due versioni per gli stessi giorni: " +
                  said({version.from, std::min(version.to, last.to)}) + labels;
      if (last.to == kForever && last.from < version.from) {
        messages += " > se il primo finisce, scrivi quando: 'al " +
                    std::to_string(version.from - 1) + " gennaio 2021'";
      }
      messages += "\n";
    } else if (version.from > last.to + 1) {
      messages += "period/hole «" + written(version) + "» " + what + " non ha nessuna versione " +
                  said({last.to + 1, version.from - 1}) + labels + "\n";
    }
  }
  return messages;
}

std::string parameter(const std::vector<Days>& versions) {
  std::string text = "parametro p : FTE";
  for (const Days& days : versions) text += " " + value_on(days);
  return text + "\n";
}
std::string rule(const Days& days, const std::string& condition) {
  return "regola r \"R\" categoria LEPS secondo legge in vigore dal " + written(days) +
         " requisito q: " + condition + "\n";
}

}  // namespace

TEST_CASE("check: versions that share days, or leave some out, are named with those days") {
  const auto seed = test::seed();
  CAPTURE(seed);
  Drawn drawn(seed);
  for (int i = 0; i < 300; ++i) {
    std::vector<Days> versions;
    for (int n = drawn.pick(3) + 2; n > 0; --n) versions.push_back(drawn_days(drawn));
    const CheckedPacks parameters(parameter(versions));
    CHECK(describe(parameters.bag, parameters.sources) ==
          said_of_sequence("il parametro 'p'", versions));
    std::string text;
    for (const Days& days : versions) text += rule(days, "attivo");
    const CheckedPacks rules(text);
    CHECK(describe(rules.bag, rules.sources) == said_of_sequence("la regola 'r'", versions));
  }
}

TEST_CASE("check: a rule is told the days on which its parameter or its category is not there") {
  const auto seed = test::seed();
  CAPTURE(seed);
  Drawn drawn(seed);
  for (int i = 0; i < 300; ++i) {
    const Days needed = drawn_days(drawn);
    std::vector<Days> versions;
    for (int n = drawn.pick(3) + 1; n > 0; --n) versions.push_back(drawn_days(drawn));
    std::stable_sort(versions.begin(), versions.end(),
                     [](const Days& a, const Days& b) { return a.from < b.from; });
    Days there = versions.front();
    for (const Days& version : versions) there.to = std::max(there.to, version.to);

    const auto expected = [&](const char* place, const char* what, const std::string& declared,
                              const Days& held) -> std::string {
      std::vector<std::string> missing;
      if (needed.from > held.to || needed.to < held.from) {
        missing.push_back(said(needed));
      } else {
        if (needed.from < held.from) missing.push_back(said({needed.from, held.from - 1}));
        if (needed.to > held.to) missing.push_back(said({held.to + 1, needed.to}));
      }
      if (missing.empty()) return "";
      return "period/uncovered «" + std::string(place) + "» la regola 'r' è in vigore anche " +
             missing.front() + (missing.size() > 1 ? " e " + missing.back() : "") + ", quando " +
             what + " non c'è" + labelled(written(needed), needed) + labelled(declared, held) +
             "\n";
    };
    const CheckedPacks packs(parameter(versions) + rule(needed, "assistenti almeno p"));
    CHECK(describe(packs.bag, packs.sources) ==
          said_of_sequence("il parametro 'p'", versions) +
              expected("p", "il parametro 'p'", value_on(versions.front()), there));

    const Days only = drawn_days(drawn);
    std::string of_category = rule(needed, "attivo");
    of_category.replace(of_category.find("LEPS"), 4, "POT");
    const CheckedPacks category("categoria POT \"P\" dal " + written(only) + "\n" + of_category);
    CHECK(describe(category.bag, category.sources) ==
          expected("POT", "la categoria 'POT'", written(only), only));
  }
}

TEST_CASE("check: the days of two periods, and those of one alone, are neither lost nor doubled") {
  const auto seed = test::seed();
  CAPTURE(seed);
  Drawn drawn(seed);
  const auto period = [](const Days& days) {
    Period made{*parse_iso_day(january(days.from)), {}};
    if (days.to != kForever) made.to = parse_iso_day(january(days.to));
    return made;
  };
  for (int i = 0; i < 300; ++i) {
    const Period one = period(drawn_days(drawn)), other = period(drawn_days(drawn));
    CAPTURE(describe(one));
    CAPTURE(describe(other));
    const std::vector<Period> alone = checking::without(one, other);
    const std::optional<Period> both = common_days(one, other);
    if (both) CHECK((!both->to || both->from <= *both->to));
    for (const Period& each : alone) CHECK((!each.to || each.from <= *each.to));
    for (int number = 1; number <= 40; ++number) {
      const Day day = *parse_iso_day(january(1)) + std::chrono::days(number - 1);
      CAPTURE(to_iso(day));
      const auto times = std::count_if(alone.begin(), alone.end(),
                                       [&](const Period& each) { return each.contains(day); });
      CHECK(times == (one.contains(day) && !other.contains(day) ? 1 : 0));
      CHECK((both && both->contains(day)) == (one.contains(day) && other.contains(day)));
    }
  }
}

// ---- levers

namespace {

/// The numbers of formulas where all data are known.
struct Worth {
  const Typed& typed;
  const std::map<std::string, Rational>& data;  // a truth is 0 or 1

  Rational of(typed::ExprId expr) const { return std::visit(*this, typed.exprs[expr].node); }

  Rational operator()(const typed::Constant& node) const { return node.value; }
  Rational operator()(const typed::DatumRef& node) const {
    return data.at(typed.data[node.datum].name);
  }
  Rational operator()(const typed::ParameterRef& node) const {
    return std::get<Rational>(typed.parameters[node.parameter].versions.front().value);
  }
  Rational operator()(const typed::ComputedRef& node) const {
    return of(typed.computed[node.computed].value);
  }
  Rational operator()(const typed::Negate& node) const { return -of(node.operand); }
  Rational operator()(const typed::Convert& node) const { return of(node.operand) * node.factor; }
  Rational operator()(const typed::Conditional& node) const {
    return of(node.condition) == 1 ? of(node.yes) : of(node.no);
  }
  Rational operator()(const typed::Arithmetic& node) const {
    const Rational left = of(node.left), right = of(node.right);
    switch (node.op) {
      case typed::ArithmeticOp::add:
        return left + right;
      case typed::ArithmeticOp::subtract:
        return left - right;
      case typed::ArithmeticOp::divide:
        return left / right;
      default:
        return left * right;
    }
  }
  Rational operator()(const auto&) const {
    FAIL("no number of these tests");
    return 0;
  }
};

/// Whether each sum, product and quotient under an expression is in the unit of its sides.
bool units_fit(const Typed& typed, typed::ExprId expr) {
  const auto unit = [&](typed::ExprId id) { return std::get<NumberOf>(typed.exprs[id].type).unit; };
  const auto& node = typed.exprs[expr].node;
  if (const auto* made = std::get_if<typed::Arithmetic>(&node)) {
    const Unit left = unit(made->left), right = unit(made->right);
    const bool product =
        made->op == typed::ArithmeticOp::multiply || made->op == typed::ArithmeticOp::of;
    const bool quotient = made->op == typed::ArithmeticOp::divide;
    if (unit(expr) != (product ? left * right : quotient ? left / right : left)) return false;
    if (!product && !quotient && left != right) return false;
  }
  for (const typed::ExprId under : typed::operands(node)) {
    if (std::holds_alternative<NumberOf>(typed.exprs[under].type) && !units_fit(typed, under)) {
      return false;
    }
  }
  return true;
}

/// Amounts of time, linear in each of the data in hours or days that they mention.
class Times {
 public:
  explicit Times(Drawn& drawn) : drawn_(drawn) {}

  std::string time(int depth, int amounts) {
    if (depth == 0 || drawn_.pick(6) == 0) {
      if (amounts > 0 && drawn_.pick(2) == 0) return "c" + std::to_string(drawn_.pick(amounts));
      return drawn_.one_of(
          {"ore_a", "ore_a", "giorni_a", "giorni_a", "2 giorni", "ore_b", "tempo"});
    }
    const std::string one = time(depth - 1, amounts);
    switch (drawn_.pick(8)) {
      case 0:
        return "(" + one + " + " + time(depth - 1, amounts) + ")";
      case 1:
        return "(" + one + " - " + time(depth - 1, amounts) + ")";
      case 2:
        return "-(" + one + ")";
      case 3:
        return "(" + factor() + " * " + one + ")";
      case 4:
        return "(" + one + " * " + factor() + ")";
      case 5:
        return std::string("(") + drawn_.one_of({"50%", "quota_a"}) + " di " + one + ")";
      case 6:
        return "(" + one + " / " + factor() + ")";
      default:
        return "(se attivo allora " + one + " altrimenti " + time(depth - 1, amounts) + ")";
    }
  }

 private:
  std::string factor() {
    return drawn_.one_of({"2", "3/2", "quota_a", "numero_a", "-2", "(numero_a + 1)", "volte",
                          "(ore_b / 2 ore)", "1"});
  }

  Drawn& drawn_;
};

}  // namespace

TEST_CASE("check: one more of a lever changes the two sides by as much as was solved") {
  const auto seed = test::seed();
  CAPTURE(seed);
  Drawn drawn(seed);
  Times times(drawn);
  int solved = 0;
  for (int i = 0; i < 200; ++i) {
    const std::string lever = drawn.one_of({"ore_a", "giorni_a"});
    std::string text =
        "dato ore_a : ore\ndato ore_b : ore\ndato giorni_a : giorni\ndato quota_a : quota\n"
        "dato numero_a : numero\n"
        "parametro volte : numero dal 2021-01-01 vale 4 verificato secondo legge\n"
        "parametro tempo : ore dal 2021-01-01 vale 7 ore verificato secondo legge\n";
    for (int amount = 0; amount < 3; ++amount) {
      text += "calcolo c" + std::to_string(amount) + " : " + drawn.one_of({"ore", "giorni"}) +
              " = " + times.time(2, amount) + "\n";
    }
    text += "regola r \"R\" categoria LEPS secondo legge in vigore dal 2021-01-01 requisito q: " +
            times.time(3, 3) + " almeno " + times.time(3, 3) + " + " + lever + " si colma con " +
            lever;
    CAPTURE(text);
    const CheckedPacks packs(text);
    REQUIRE(describe(packs.bag, packs.sources) == "");
    const auto& requirement = packs.typed.rules[RuleId{0}].versions.front().requirements.front();
    REQUIRE(requirement.solutions.size() == 1);
    const typed::Solution& solution = requirement.solutions.front();
    const auto& compare = std::get<typed::Compare>(packs.typed.exprs[requirement.condition].node);
    CAPTURE(TypedPrinter(packs.typed).expr(solution.coefficient));
    const auto unit = [&](typed::ExprId expr) {
      return std::get<NumberOf>(packs.typed.exprs[expr].type).unit;
    };
    CHECK(unit(solution.coefficient) ==
          unit(compare.left) / Unit::of(lever == "ore_a" ? "ore" : "giorni"));
    CHECK(units_fit(packs.typed, solution.coefficient));
    for (int point = 0; point < 4; ++point) {
      std::map<std::string, Rational> data = {
          {"ore_a", drawn.pick(20) - 10},    {"ore_b", drawn.pick(9) + 1},
          {"giorni_a", drawn.pick(20) - 10}, {"quota_a", Rational(drawn.pick(7) + 1, 8)},
          {"numero_a", drawn.pick(9) + 1},   {"attivo", point % 2}};
      std::map<std::string, Rational> more = data;
      more[lever] += 1;
      const Worth now{packs.typed, data}, then{packs.typed, more};
      const Rational left = then.of(compare.left) - now.of(compare.left);
      const Rational right = then.of(compare.right) - now.of(compare.right);
      CHECK(to_string(now.of(solution.coefficient)) == to_string(Rational(left - right)));
      ++solved;
    }
  }
  CHECK(solved == 800);
}

namespace {

/// A condition, and its comparisons from left to right that ask for the exact number.
struct Exact {
  std::string text;
  std::vector<std::string> exact;
};

Exact condition(Drawn& drawn, int depth, bool negated, int& next) {
  if (depth == 0 || drawn.pick(5) == 0) {
    if (drawn.pick(6) == 0) return {"attivo", {}};
    const std::string relation =
        drawn.one_of({"almeno", "al massimo", "più di", "meno di", "pari a", "diverso da"});
    const std::string text = "assistenti " + relation + " " + std::to_string(next++) + " FTE";
    const bool exact = relation == (negated ? "diverso da" : "pari a");
    return {text, exact ? std::vector{text} : std::vector<std::string>{}};
  }
  const int kind = drawn.pick(4);
  if (kind == 0) {
    const Exact under = condition(drawn, depth - 1, !negated, next);
    return {"(non (" + under.text + "))", under.exact};
  }
  Exact made = condition(drawn, depth - 1, negated, next);
  const Exact other = condition(drawn, depth - 1, negated, next);
  made.exact.insert(made.exact.end(), other.exact.begin(), other.exact.end());
  made.text = kind == 1 ? "((" + made.text + ") e (" + other.text + "))"
              : kind == 2
                  ? "((" + made.text + ") o (" + other.text + "))"
                  : "(se attivo allora (" + made.text + ") altrimenti (" + other.text + "))";
  return made;
}

}  // namespace

TEST_CASE("check: a rounded lever never has to reach a number exactly, under 'non' and 'o' too") {
  const auto seed = test::seed();
  CAPTURE(seed);
  Drawn drawn(seed);
  for (int i = 0; i < 400; ++i) {
    int next = 1;
    const Exact drawn_condition = condition(drawn, 1 + i % 4, false, next);
    const std::string text =
        "regola r \"R\" categoria LEPS secondo legge in vigore dal 2021-01-01 requisito q: (" +
        drawn_condition.text + ") e assistenti almeno 100 FTE si colma con assistenti ";
    CAPTURE(text);
    for (const char* rounding : {"", "a unità intere", "a passi di 2 FTE"}) {
      const CheckedPacks packs(text + rounding);
      const std::string said = describe(packs.bag, packs.sources);
      if (drawn_condition.exact.empty() || std::string(rounding).empty()) {
        CHECK(said == "");
      } else {
        CHECK(packs.bag.all().size() == 1);
        CHECK(said.find("lever/rounding-exact «assistenti»") == 0);
        CHECK(said.find(" | «" + drawn_condition.exact.front() + "» qui serve il numero esatto") !=
              std::string::npos);
      }
    }
  }
}

// ---- whole numbers

namespace {

struct Counted {
  const char* text;  // in persone
  bool whole;
};

constexpr const char* kCounted = R"(
unità mesi
dato n : persone almeno 0 al massimo 9 intero
dato basso_rotto : persone almeno 0,5 intero
dato alto_spezzato : persone al massimo 9,5 intero
dato rotto : persone almeno 0
dato quota_a : quota
dato n_supplito : persone intero se manca n + 1 persone
dato n_stimato : persone intero se manca rotto
dato patto : periodo
dato turno : orario
elenco righe "Righe" campo teste : persone intero campo mezze : persone campo durata : periodo campo si : sì/no
gruppo progetto "Progetto"
parametro due : persone dal 2021-01-01 al 2021-12-31 vale 1 persone verificato secondo legge dal 2022-01-01 vale 2 persone verificato secondo legge
parametro mezzo : persone dal 2021-01-01 al 2021-12-31 vale 1 persone verificato secondo legge dal 2022-01-01 vale 2,5 persone verificato secondo legge
calcolo doppio : persone = 2 * n
calcolo dimezzato : persone = n / 2
)";

const Counted kCounts[] = {
    {"3 persone", true},
    {"2,5 persone", false},
    {"n", true},
    {"basso_rotto", false},
    {"alto_spezzato", false},
    {"rotto", false},
    {"n_supplito", true},
    {"n_stimato", false},
    {"due", true},
    {"mezzo", false},
    {"doppio", true},
    {"dimezzato", false},
    {"(100% di n)", true},
    {"(50% di n)", false},
    {"(quota_a di n)", false},
    {"anno_precedente(n)", true},
    {"anno_precedente(rotto)", false},
    {"somma(n; anni 3)", true},
    {"somma(rotto; anni 3)", false},
    {"totale(n; progetto)", true},
    {"totale(rotto; progetto)", false},
    {"somma(r.teste per ogni r in righe)", true},
    {"minimo(r.teste per ogni r in righe)", true},
    {"massimo(r.teste per ogni r in righe)", true},
    {"media(r.teste per ogni r in righe)", false},
    {"somma(r.mezze per ogni r in righe)", false},
    {"minimo(r.mezze per ogni r in righe)", false},
    {"massimo(r.mezze per ogni r in righe)", false},
    {"(conta(r in righe) * 1 persone)", true},
    {"(percentuale(r in righe dove r.si) * 1 persone)", false},
};

}  // namespace

TEST_CASE("check: an amount is always whole where all that it is made of is, and not divided") {
  const auto is_whole_amount = [](const std::string& formula, const char* type = "persone") {
    const CheckedPacks packs(std::string(kCounted) + "calcolo c : " + type + " = " + formula);
    REQUIRE(describe(packs.bag, packs.sources) == "");
    for (const typed::Computed& computed : packs.typed.computed) {
      if (computed.name == "c") return is_always_whole(packs.typed, computed.value);
    }
    return false;
  };
  for (const Counted& row : kCounts) {
    CAPTURE(std::string(row.text));
    CHECK(is_whole_amount(row.text) == row.whole);
    CHECK(is_whole_amount("-(" + std::string(row.text) + ")") == row.whole);
  }
  const auto seed = test::seed();
  CAPTURE(seed);
  Drawn drawn(seed);
  for (int i = 0; i < 100; ++i) {
    const Counted& a = kCounts[drawn.pick(static_cast<int>(std::size(kCounts)))];
    const Counted& b = kCounts[drawn.pick(static_cast<int>(std::size(kCounts)))];
    const std::string one = a.text, other = b.text;
    CAPTURE(one);
    CAPTURE(other);
    const bool whole = a.whole && b.whole;
    CHECK(is_whole_amount(one + " + " + other) == whole);
    CHECK(is_whole_amount(one + " - " + other) == whole);
    CHECK(is_whole_amount("2 * (" + one + ")") == a.whole);
    CHECK(is_whole_amount("(" + one + ") * 2") == a.whole);
    CHECK(!is_whole_amount("0,5 * (" + one + ")"));
    CHECK(!is_whole_amount("(" + one + ") * 0,5"));
    CHECK(is_whole_amount("max(" + one + "; " + other + ")") == whole);
    CHECK(is_whole_amount("se n almeno 2 persone allora " + one + " altrimenti " + other) == whole);
    CHECK(!is_whole_amount(one + " / 1"));
  }
  const struct {
    const char* text;
    const char* type;
    bool whole;
  } measures[] = {
      {"giorni_nell_anno(patto)", "giorni", true},
      {"giorni_scoperti(patto)", "giorni", true},
      {"parte_dell_anno(patto)", "numero", false},
      {"parte_dell_anno_a_mesi(patto)", "numero", false},
      {"giorni_nell_anno(patto)", "ore", true},  // times 24
      {"3 ore + giorni_nell_anno(patto)", "giorni", false},
      {"ore_settimana(turno)", "ore", false},
  };
  for (const auto& row : measures) {
    CAPTURE(std::string(row.text));
    CHECK(is_whole_amount(row.text, row.type) == row.whole);
  }
}
