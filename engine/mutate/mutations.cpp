#include "mutate/mutations.hpp"

#include "check/words.hpp"
#include "mutate/change_words.hpp"
#include "mutate/list_expressions.hpp"

#include <algorithm>

namespace leps::inline mutating {
namespace {

using ast::ExprId;

/// Walks one declaration and lists what can be changed in it.
class Lister {
 public:
  Lister(const ast::Program& program, Mutation::Place place, std::vector<Mutation>& found)
      : program_(program), place_(place), found_(found) {}

  void operator()(const ast::RuleDecl& rule) {
    subject_ = rule.name.text;
    const auto decl = getter<ast::RuleDecl>();
    period(rule.in_force.period, rule.in_force.span,
           [decl](ast::Program& p) -> Period& { return decl(p).in_force.period; });
    if (rule.applies_if) {
      drop(*rule.applies_if, Keyword::applies_if,
           [decl](ast::Program& p) { decl(p).applies_if.reset(); });
      condition(*rule.applies_if,
                [decl](ast::Program& p) -> ExprId& { return *decl(p).applies_if; });
    }
    for (std::size_t i = 0; i < rule.requirements.size(); ++i) {
      subject_ = rule.name.text + "." + rule.requirements[i].name.text;
      if (rule.requirements.size() > 1) {
        add(rule.requirements[i].name.span, left_out({"il requisito", "the requirement"}),
            [decl, i](ast::Program& p) {
              auto& all = decl(p).requirements;
              all.erase(all.begin() + static_cast<std::ptrdiff_t>(i));
            });
      }
      requirement(rule.requirements[i], [decl, i](ast::Program& p) -> ast::Requirement& {
        return decl(p).requirements[i];
      });
    }
    subject_ = rule.name.text;
    if (rule.partial_if) {
      drop(*rule.partial_if, Keyword::partial_if,
           [decl](ast::Program& p) { decl(p).partial_if.reset(); });
      condition(*rule.partial_if,
                [decl](ast::Program& p) -> ExprId& { return *decl(p).partial_if; });
    }
  }

  void operator()(const ast::RequirementAmendment& amendment) {
    subject_ = amendment.rule.text + "." + amendment.requirement.name.text;
    const auto decl = getter<ast::RequirementAmendment>();
    period(amendment.in_force.period, amendment.in_force.span,
           [decl](ast::Program& p) -> Period& { return decl(p).in_force.period; });
    requirement(amendment.requirement,
                [decl](ast::Program& p) -> ast::Requirement& { return decl(p).requirement; });
  }

  // Nobody sees the day from which a rule is called otherwise.
  void operator()(const ast::RuleAmendment& amendment) {
    subject_ = amendment.rule.text;
    const auto decl = getter<ast::RuleAmendment>();
    if (amendment.requirements.empty()) return;
    period(amendment.in_force.period, amendment.in_force.span,
           [decl](ast::Program& p) -> Period& { return decl(p).in_force.period; });
    for (std::size_t i = 0; i < amendment.requirements.size(); ++i) {
      const ast::Requirement& added = amendment.requirements[i];
      subject_ = amendment.rule.text + "." + added.name.text;
      add(added.name.span, left_out({"il requisito", "the requirement"}),
          [decl, i](ast::Program& p) {
            auto& all = decl(p).requirements;
            all.erase(all.begin() + static_cast<std::ptrdiff_t>(i));
          });
      requirement(added, [decl, i](ast::Program& p) -> ast::Requirement& {
        return decl(p).requirements[i];
      });
    }
  }

  void operator()(const ast::Ending& ending) {
    subject_ = ending.rule.text;
    if (ending.requirement) subject_ += "." + ending.requirement->text;
    const auto decl = getter<ast::Ending>();
    day(ending.end.day, ending.end.span,
        [decl](ast::Program& p) -> Day& { return decl(p).end.day; });
    const Text name = word_of(Keyword::ends);
    add(ending.end.span, left_out({"'" + name.it + "'", "'" + name.en + "'"}),
        [place = place_](ast::Program& p) {
          auto& all = p.files[place.file].declarations;
          all.erase(all.begin() + static_cast<std::ptrdiff_t>(place.declaration));
        });
  }

  void operator()(const ast::ParameterDecl& parameter) {
    subject_ = parameter.name.text;
    values(parameter.values, getter<ast::ParameterDecl>());
  }
  void operator()(const ast::ParameterAmendment& parameter) {
    subject_ = parameter.name.text;
    values(parameter.values, getter<ast::ParameterAmendment>());
  }

  void operator()(const ast::ComputedDecl& computed) {
    subject_ = computed.name.text;
    const auto decl = getter<ast::ComputedDecl>();
    expression(computed.value, [decl](ast::Program& p) -> ExprId& { return decl(p).value; });
  }
  void operator()(const ast::DatumDecl& datum) {
    if (!datum.if_missing) return;
    subject_ = datum.name.text;
    const auto decl = getter<ast::DatumDecl>();
    expression(*datum.if_missing,
               [decl](ast::Program& p) -> ExprId& { return *decl(p).if_missing; });
  }

  void operator()(const ast::CheckDecl& check) {
    subject_ = check.name.text;
    const auto decl = getter<ast::CheckDecl>();
    condition(check.condition, [decl](ast::Program& p) -> ExprId& { return decl(p).condition; });
    if (!check.applies_if) return;
    drop(*check.applies_if, Keyword::applies_if,
         [decl](ast::Program& p) { decl(p).applies_if.reset(); });
    condition(*check.applies_if,
              [decl](ast::Program& p) -> ExprId& { return *decl(p).applies_if; });
  }

  // Nothing here enters a verdict, a gap, an amount or a finding.
  void operator()(const ast::SourceDecl&) {}
  void operator()(const ast::UnitsDecl&) {}
  void operator()(const ast::CategoryDecl&) {}
  void operator()(const ast::OrderingDecl&) {}
  void operator()(const ast::ExampleDecl&) {}
  void operator()(const ast::TableDecl&) {}
  void operator()(const ast::GroupDecl&) {}
  void operator()(const ast::AreaDecl&) {}

 private:
  template <class Decl>
  [[nodiscard]] std::function<Decl&(ast::Program&)> getter() const {
    return [place = place_](ast::Program& p) -> Decl& {
      return std::get<Decl>(p.files[place.file].declarations[place.declaration]);
    };
  }

  void add(Span where, Text change, std::function<void(ast::Program&)> apply,
           std::optional<Period> moved_days = std::nullopt) {
    found_.push_back({place_, subject_, where, std::move(change), moved_days, changes_, false,
                      std::move(apply)});
  }
  template <class Apply>
  void drop(ExprId clause, Keyword keyword, const Apply& apply) {
    const Text name = word_of(keyword);
    add(program_.exprs[clause].span, left_out({"'" + name.it + "'", "'" + name.en + "'"}), apply);
  }

  // Each end one day earlier and one day later.
  template <class Get>
  void period(const Period& written, Span where, const Get& get) {
    day(written.from, where, [get](ast::Program& p) -> Day& { return get(p).from; });
    if (!written.to) return;
    day(
        *written.to, where, [get](ast::Program& p) -> Day& { return *get(p).to; }, false);
  }

  /// @param first  it is the first of some days; else it is their last
  template <class Get>
  void day(Day from, Span where, const Get& get, bool first = true) {
    constexpr std::chrono::days kOne{1};
    for (const int by : {-1, 1}) {
      const Day to = from + kOne * by;
      const Period sides = first ? Period{std::min(from, to), std::max(from, to) - kOne}
                                 : Period{std::min(from, to) + kOne, std::max(from, to)};
      add(
          where, quoted(checking::describe(from), checking::describe(to)),
          [get, to](ast::Program& p) { get(p) = to; }, sides);
    }
  }

  template <class Decl>
  void values(const std::vector<ast::ParameterValue>& all, const Decl& decl) {
    for (std::size_t i = 0; i < all.size(); ++i) {
      period(all[i].period.period, all[i].period.span,
             [decl, i](ast::Program& p) -> Period& { return decl(p).values[i].period.period; });
      expression(all[i].value,
                 [decl, i](ast::Program& p) -> ExprId& { return decl(p).values[i].value; });
    }
  }

  template <class Get>
  void requirement(const ast::Requirement& written, const Get& get) {
    if (written.applies_if) {
      drop(*written.applies_if, Keyword::applies_if,
           [get](ast::Program& p) { get(p).applies_if.reset(); });
      condition(*written.applies_if,
                [get](ast::Program& p) -> ExprId& { return *get(p).applies_if; });
    }
    condition(written.condition, [get](ast::Program& p) -> ExprId& { return get(p).condition; });
    if (written.tolerance) {
      expression(*written.tolerance,
                 [get](ast::Program& p) -> ExprId& { return *get(p).tolerance; });
    }
    for (std::size_t i = 0; i < written.levers.size(); ++i) {
      const auto lever = [get, i](ast::Program& p) -> ast::Lever& { return get(p).levers[i]; };
      changes_ = Mutation::Changes::rounding;
      rounding(written.levers[i], lever);
      changes_ = Mutation::Changes::cost;
      costs(written.levers[i], lever);
    }
    changes_ = Mutation::Changes::verdict;
  }

  template <class Get>
  void rounding(const ast::Lever& lever, const Get& get) {
    if (lever.rounding == ast::Rounding::none) return;
    const Text name = word_of(lever.rounding == ast::Rounding::steps ? Keyword::in_steps_of
                                                                     : Keyword::in_whole_units);
    add(lever.span, left_out({"'" + name.it + "'", "'" + name.en + "'"}),
        [get](ast::Program& p) { get(p).rounding = ast::Rounding::none; });
    found_.back().drops_whole_units = lever.rounding == ast::Rounding::whole_units;
    if (lever.step) {
      expression(*lever.step, [get](ast::Program& p) -> ExprId& { return *get(p).step; });
    }
  }

  template <class Get>
  void costs(const ast::Lever& lever, const Get& get) {
    if (lever.cost) {
      expression(*lever.cost, [get](ast::Program& p) -> ExprId& { return *get(p).cost; });
    }
    if (!lever.net_of) return;
    drop(*lever.net_of, Keyword::net_of, [get](ast::Program& p) { get(p).net_of.reset(); });
    expression(*lever.net_of, [get](ast::Program& p) -> ExprId& { return *get(p).net_of; });
  }

  void condition(ExprId id, const Slot& slot) { list_condition(program_, id, slot, adder()); }
  void expression(ExprId id, const Slot& slot) { list_expression(program_, id, slot, adder()); }
  AddChange adder() {
    return [this](Span where, Text change, std::function<void(ast::Program&)> apply) {
      add(where, std::move(change), std::move(apply));
    };
  }

  const ast::Program& program_;
  Mutation::Place place_;
  std::vector<Mutation>& found_;
  std::string subject_;
  Mutation::Changes changes_ = Mutation::Changes::verdict;
};

}  // namespace

std::vector<Mutation> mutations_of(const ast::Program& program) {
  std::vector<Mutation> found;
  for (std::size_t file = 0; file < program.files.size(); ++file) {
    const auto& declarations = program.files[file].declarations;
    for (std::size_t i = 0; i < declarations.size(); ++i) {
      std::visit(Lister(program, {file, i}, found), declarations[i]);
    }
  }
  return found;
}

}  // namespace leps::inline mutating
