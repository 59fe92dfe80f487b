#include "resolve/resolve.hpp"

#include "base/nearest.hpp"
#include "base/unit.hpp"
#include "resolve/slips.hpp"
#include "resolve/symbols.hpp"

#include <algorithm>
#include <set>

namespace leps {
namespace {

using namespace resolving;

/// What a place needs a name for.
struct Wanted {
  Text what;                    // «un dato, un parametro o un calcolo»
  std::vector<NameKind> kinds;  // whose names may be meant
};

const Wanted kValue{{"il nome di un dato, di un parametro o di un calcolo",
                     "the name of a datum, a parameter or a computed amount"},
                    {NameKind::datum, NameKind::parameter, NameKind::computed, NameKind::word}};

Wanted only(NameKind kind) { return {one(kind), {kind}}; }

/// Looks up every name that the declarations use. A name that nobody declares is reported once,
/// at its first place, with the others as labels.
class Resolver {
 public:
  Resolver(Resolved& resolved, DiagnosticBag& bag)
      : resolved_(resolved), program_(*resolved.program), bag_(bag) {
    for (const ast::File& file : program_.files) {
      unread_.insert(file.unread_words.begin(), file.unread_words.end());
    }
  }

  void run() {
    for (const ast::File& file : program_.files) {
      for (const ast::Declaration& declaration : file.declarations) std::visit(*this, declaration);
    }
    for (const Mistake& mistake : mistakes_) report(mistake);
  }

  // ---- declarations
  void operator()(const ast::SourceDecl&) {}
  void operator()(const ast::UnitsDecl&) {}
  void operator()(const ast::CategoryDecl&) {}

  void operator()(const ast::DatumDecl& decl) {
    type(decl.type);
    if (decl.at_least) expression(*decl.at_least);
    if (decl.at_most) expression(*decl.at_most);
  }

  void operator()(const ast::ParameterDecl& decl) {
    type(decl.type);
    for (const ast::ParameterValue& value : decl.values) {
      expression(value.value);
      sources(value.sources);
    }
  }

  void operator()(const ast::ComputedDecl& decl) {
    type(decl.type);
    expression(decl.value);
    sources(decl.sources);
  }

  void operator()(const ast::RuleDecl& decl) {
    look_up(resolved_.category_names, decl.category, only(NameKind::category));
    sources(decl.sources);
    if (decl.applies_if) expression(*decl.applies_if);
    for (const ast::Requirement& requirement : decl.requirements) {
      expression(requirement.condition);
      if (requirement.applies_if) expression(*requirement.applies_if);
      for (const ast::Lever& lever : requirement.levers) {
        datum(lever.datum);
        for (const auto& part : {lever.step, lever.cost, lever.net_of}) {
          if (part) expression(*part);
        }
      }
    }
    if (decl.partial_if) expression(decl.partial_if->condition);
    for (const ast::Identifier& rule : decl.after) {
      look_up(resolved_.rule_names, rule, only(NameKind::rule));
    }
    no_repetition(decl.after);
    if (decl.beneficiaries) expression(*decl.beneficiaries);
    if (decl.score) expression(*decl.score);
  }

  void operator()(const ast::OrderingDecl&) {}

  void operator()(const ast::ExampleDecl& decl) {
    for (const ast::Given& given : decl.givens) {
      datum(given.datum);
      value(given.value);
    }
    for (const ast::Expected& expected : decl.expectations) {
      path(expected);
      if (expected.value) value(*expected.value);
    }
  }

  // ---- expressions; the parser bounds how deep they nest
  void operator()(const ast::Number& number) {
    if (number.unit) unit(*number.unit);
  }
  void operator()(const ast::Ratio& ratio) {
    (*this)(ratio.counted);
    (*this)(ratio.served);
  }
  void operator()(const ast::TruthLiteral&) {}
  void operator()(const ast::Name& name) {
    const auto at = resolved_.value_names.find(name.text);
    if (at != resolved_.value_names.end()) {
      resolved_.referents.emplace(expr_, at->second);
    } else {
      mistake({name.text, program_.exprs[expr_].span}, kValue);
    }
  }
  void operator()(const ast::Unary& node) { expression(node.operand); }
  void operator()(const ast::Binary& node) {
    expression(node.left);
    expression(node.right);
  }
  void operator()(const ast::Call& node) {
    for (const ast::ExprId argument : node.arguments) expression(argument);
  }
  void operator()(const ast::Conditional& node) {
    expression(node.condition);
    expression(node.yes);
    expression(node.no);
  }

  // ---- types
  void operator()(const ast::UnitText& text) { unit(text); }
  void operator()(const ast::ShareType&) {}
  void operator()(const ast::NumberType&) {}
  void operator()(const ast::TruthType&) {}
  void operator()(const ast::ChoiceType&) {}

  // ---- values of examples
  void operator()(const ast::Unknown&) {}
  void operator()(const ast::Range& range) {
    (*this)(range.lo);
    (*this)(range.hi);
  }
  void operator()(const ast::ExprId& expr) { expression(expr); }

 private:
  /// A name that means nothing, or something of another kind, and every place that uses it.
  struct Mistake {
    std::string name;
    Wanted wanted;
    std::vector<Span> where;
    std::optional<OtherMeaning> other;
    std::vector<std::string> candidates;  // where `kinds` does not say which names may be meant
  };

  void expression(ast::ExprId id) {
    expr_ = id;
    std::visit(*this, program_.exprs[id].node);
  }
  void type(const ast::TypeText& text) { std::visit(*this, text.type); }
  void value(const ast::Value& value) { std::visit(*this, value.value); }

  void unit(const ast::UnitText& text) {
    for (const ast::UnitText::Factor& factor : text.factors) {
      if (is_built_in_unit(factor.symbol.text)) continue;
      look_up(resolved_.unit_names, factor.symbol, only(NameKind::unit));
    }
  }

  void sources(const std::vector<ast::Identifier>& names) {
    for (const ast::Identifier& name : names) {
      look_up(resolved_.source_names, name, only(NameKind::source));
    }
    no_repetition(names);
  }

  void datum(const ast::Identifier& name) {
    const auto at = resolved_.value_names.find(name.text);
    if (at == resolved_.value_names.end() || kind_of(at->second) != NameKind::datum) {
      mistake(name, only(NameKind::datum));
    }
  }

  void path(const ast::Expected& expected) {
    if (expected.path.empty()) return;
    const ast::Identifier& name = expected.path.front();
    if (expected.path.size() == 1 && !expected.verdict) {
      const auto at = resolved_.value_names.find(name.text);
      if (at == resolved_.value_names.end() || kind_of(at->second) != NameKind::computed) {
        mistake(name, only(NameKind::computed));
      }
      return;
    }
    const auto rule = resolved_.rule_names.find(name.text);
    if (rule == resolved_.rule_names.end()) return mistake(name, only(NameKind::rule));
    if (expected.path.size() == 1) return;

    std::vector<std::string> known;
    for (const auto& version : resolved_.rules[rule->second].versions) {
      for (const auto& requirement : version.decl->requirements) {
        known.push_back(requirement.name.text);
      }
    }
    const ast::Identifier& requirement = expected.path[1];
    if (std::find(known.begin(), known.end(), requirement.text) != known.end()) return;
    const Text what("un requisito della regola '" + name.text + "'",
                    "a requirement of the rule '" + name.text + "'");
    mistake(requirement, {what, {}}, std::move(known));
  }

  template <class Names>
  void look_up(const Names& names, const ast::Identifier& name, const Wanted& wanted) {
    if (names.find(name.text) == names.end()) mistake(name, wanted);
  }

  void no_repetition(const std::vector<ast::Identifier>& names) {
    std::map<std::string_view, Span> seen;
    for (const ast::Identifier& name : names) {
      const auto [first, added] = seen.emplace(name.text, name.span);
      if (added) continue;
      bag_.report(Code::name_repeated, name.span, {name.text})
          .label(first->second, Text("già qui", "already here"))
          .hint(Text("toglilo, o correggi uno dei due", "take it away, or correct one of the two"));
    }
  }

  void mistake(const ast::Identifier& name, const Wanted& wanted,
               std::vector<std::string> candidates = {}) {
    if (unread_.count(name.text) > 0) return;  // its declaration may be what could not be read
    const auto [at, added] =
        known_mistakes_.emplace(std::pair(wanted.what.it, name.text), mistakes_.size());
    if (added) {
      mistakes_.push_back(
          {name.text, wanted, {}, any_meaning(resolved_, name.text), std::move(candidates)});
    }
    mistakes_[at->second].where.push_back(name.span);
  }

  void report(const Mistake& mistake) {
    const Wanted& wanted = mistake.wanted;
    const bool unit = wanted.kinds == std::vector{NameKind::unit};
    const Span where = mistake.where.front();
    Diagnostic& found =
        mistake.other ? bag_.report(Code::name_wrong_kind, where,
                                    {mistake.name, one(mistake.other->kind), wanted.what})
        : unit        ? bag_.report(Code::unit_unknown, where, {mistake.name})
                      : bag_.report(Code::name_unknown, where, {mistake.name, wanted.what});
    if (mistake.other && mistake.other->where) {
      found.label(*mistake.other->where, Text("è dichiarato qui", "it is declared here"));
    }
    constexpr std::size_t kMostLabels = 4;
    for (std::size_t i = 1; i < mistake.where.size() && i < kMostLabels; ++i) {
      found.label(mistake.where[i], Text("usato anche qui", "used here too"));
    }
    if (const auto near = nearest_to(mistake)) {
      found.hint(Text("forse volevi dire '" + *near + "'?", "did you mean '" + *near + "'?"));
    } else if (!mistake.other) {
      found.hint(unit ? Text("le unità si dichiarano: aggiungila alla riga 'unità'",
                             "units are declared: add it to the line 'units'")
                      : Text("correggi il nome, o dichiaralo in uno dei file",
                             "correct the name, or declare it in one of the files"));
    }
  }

  // Comparing with every known name is slow enough to matter only where hundreds are wrong, and
  // then the nearest name is not what its author needs.
  std::optional<std::string> nearest_to(const Mistake& mistake) {
    constexpr int kMostSearches = 200;
    if (++searches_ > kMostSearches) return std::nullopt;
    if (!mistake.candidates.empty()) return nearest(mistake.name, mistake.candidates);
    std::vector<std::string> candidates;
    for (const NameKind kind : mistake.wanted.kinds) add_names(kind, candidates);
    return nearest(mistake.name, candidates);
  }

  void add_names(NameKind kind, std::vector<std::string>& into) const {
    const auto add_keys = [&](const auto& names) {
      for (const auto& entry : names) into.push_back(entry.first);
    };
    switch (kind) {
      case NameKind::source:
        return add_keys(resolved_.source_names);
      case NameKind::unit:
        for (const char* symbol : {"ore", "giorni", "settimane", "hours", "days", "weeks"}) {
          into.emplace_back(symbol);
        }
        return add_keys(resolved_.unit_names);
      case NameKind::category:
        return add_keys(resolved_.category_names);
      case NameKind::rule:
        return add_keys(resolved_.rule_names);
      case NameKind::ordering:
        return add_keys(resolved_.ordering_names);
      case NameKind::requirement:
        return;  // known only within a rule: see path()
      case NameKind::datum:
      case NameKind::parameter:
      case NameKind::computed:
      case NameKind::word:
        for (const auto& [name, referent] : resolved_.value_names) {
          if (kind_of(referent) == kind) into.push_back(name);
        }
        return;
    }
  }

  Resolved& resolved_;
  const ast::Program& program_;
  DiagnosticBag& bag_;
  std::set<std::string, std::less<>> unread_;
  ast::ExprId expr_;
  std::vector<Mistake> mistakes_;
  std::map<std::pair<std::string, std::string>, std::size_t> known_mistakes_;
  int searches_ = 0;
};

}  // namespace

Resolved resolve(const ast::Program& program, DiagnosticBag& bag) {
  Resolved resolved = declare(program, bag);
  Resolver(resolved, bag).run();
  resolving::report_slips(resolved, bag);
  return resolved;
}

}  // namespace leps
