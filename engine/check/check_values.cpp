#include "check/check_values.hpp"

#include "base/day_number.hpp"
#include "check/check_types.hpp"
#include "check/check_units.hpp"
#include "check/quoted_words.hpp"
#include "check/unit_hints.hpp"
#include "check/words.hpp"

namespace leps::inline checking {
namespace {

/// A number as it was written, whatever its form.
struct Written {
  Rational value;
  Unit unit;
  bool has_unit = false;
  bool share_form = false;  // with %, as a fraction or as a ratio: no doubt what a share it is
  bool percent = false;
  std::string text;
  Span span;
  const ast::Number* number = nullptr;  // one of the two, to say how it should be written
  const ast::Ratio* ratio = nullptr;
};

std::optional<Written> as_written(const Context& context, const ast::Number& number) {
  Written written{number.value,
                  {},
                  false,
                  number.form != ast::NumberForm::plain,
                  number.form == ast::NumberForm::percent,
                  neutral(number),
                  number.span,
                  &number};
  if (number.unit) {
    const auto unit = unit_of(context.resolved, *number.unit);
    if (!unit) return std::nullopt;
    written.unit = *unit;
    written.has_unit = !unit->none();
  }
  return written;
}

void report_readings(Context& context, const Written& number) {
  const Language language = context.language_at(number.span);
  const std::string small = written(number.value, language) + "%";
  const std::string large = written(Rational(number.value * 100), language) + "%";
  context.bag
      .report(Code::share_two_readings, number.span,
              {written(number.value, language), small, large})
      .hint(Text("scrivi '" + small + "' o '" + large + "'",
                 "write '" + small + "' or '" + large + "'"));
}

std::optional<Rational> as_share(Context& context, const Written& number, Bare bare) {
  const bool whole_or_none = number.value == 0;
  const bool proper = number.value > 0 && number.value < 1;
  const bool plain_will_do = whole_or_none || (bare == Bare::takes_the_unit && proper);
  if (!number.share_form && !plain_will_do && number.value > 0) {
    report_readings(context, number);
    return std::nullopt;
  }
  if (number.value < 0 || number.value > 1) {
    const Language language = context.language_at(number.span);
    context.bag.report(Code::share_out_of_range, number.span,
                       {written(Rational(number.value * 100), language) + "%"});
    return std::nullopt;
  }
  return number.value;
}

// A value that fits its law may stand under a type that does not.
void hint_at_type(Diagnostic& found, const ast::TypeText* declared,
                  const std::optional<Unit>& unit) {
  if (!declared) return;
  found.label(declared->span, Text("il tipo è dichiarato qui", "the type is declared here"));
  if (!unit || unit->none()) return;
  const std::string type = to_string(*unit);
  found
      .hint(Text("se il valore è giusto, è il tipo da correggere: '" + type + "'",
                 "if the value is right, it is the type that needs correcting: '" + type + "'"))
      .mend({declared->span, type});
}

std::optional<Rational> in_type(Context& context, const Written& number, const NumberOf& type,
                                Bare bare, const ast::TypeText* declared) {
  if (is_cut_short(context, number.span)) return std::nullopt;
  if (number.has_unit || (number.percent && !type.unit.none())) {
    const auto factor = number.percent ? std::nullopt : conversion(number.unit, type.unit);
    if (factor) return Rational(number.value * *factor);
    Diagnostic& found = context.bag.report(
        Code::value_wrong_type, number.span,
        {describe(context, type), describe(context, number.percent ? NumberOf{Unit(), Purity::share}
                                                                   : NumberOf{number.unit})});
    const auto hint =
        number.ratio ? ratio_to_write(context, *number.ratio, type.unit) : std::nullopt;
    if (hint) {
      suggest(found, number.span, *hint);
    } else {
      hint_at_type(found, declared, number.percent ? std::nullopt : std::optional(number.unit));
    }
    return std::nullopt;
  }
  if (type.unit.none()) {
    return type.purity == Purity::share ? as_share(context, number, bare) : number.value;
  }
  if (bare == Bare::takes_the_unit || number.value == 0) return number.value;
  const Language language = context.language_at(number.span);
  const std::string fixed = written(number.value, type.unit, language);
  Diagnostic& found = context.bag.report(Code::value_needs_unit, number.span,
                                         {to_string(type.unit), written(number.value, language)});
  const auto level =
      number.number ? level_to_write(context, *number.number, type.unit) : std::nullopt;
  suggest(found, number.span,
          level.value_or(Instead(Text("scrivi '" + fixed + "'", "write '" + fixed + "'"), fixed)));
  return std::nullopt;
}

class ValueOf {
 public:
  ValueOf(Context& context, ast::ExprId id, const Type& type, Bare bare,
          const ast::TypeText* declared)
      : context_(context),
        id_(id),
        expr_(context.program.exprs[id]),
        type_(type),
        bare_(bare),
        declared_(declared) {}

  std::optional<WrittenValue> operator()(const ast::Number& number) {
    auto written = as_written(context_, number);
    return written ? of_number(std::move(*written)) : std::nullopt;
  }

  std::optional<WrittenValue> operator()(const ast::Ratio& ratio) {
    const auto counted = as_written(context_, ratio.counted);
    const auto served = as_written(context_, ratio.served);
    if (!counted || !served) return std::nullopt;
    if (served->value == 0) {
      context_.bag.report(Code::number_zero_divisor, served->span);
      return std::nullopt;
    }
    const Unit unit = counted->unit / served->unit;
    auto level = of_number({Rational(counted->value / served->value), unit, !unit.none(), true,
                            false, neutral(ratio), expr_.span, nullptr, &ratio});
    if (level) level->served = typed::Served{served->value, served->unit};
    return level;
  }

  std::optional<WrittenValue> operator()(const ast::TruthLiteral& literal) {
    if (!std::holds_alternative<TruthValue>(type_)) return wrong(describe(context_, TruthValue{}));
    return WrittenValue{literal.value, literal.value ? "sì" : "no"};
  }

  std::optional<WrittenValue> operator()(const ast::Name& name) {
    const Referent* referent = context_.resolved.referent(id_);
    if (!referent) return std::nullopt;
    if (!std::holds_alternative<ChoiceWord>(*referent)) {
      return wrong(Text("il nome '" + name.text + "'", "the name '" + name.text + "'"));
    }
    const auto* list = std::get_if<WordOf>(&type_);
    const auto chosen = choose_word(context_, name.text,
                                    list ? std::optional(list->list) : std::nullopt, expr_.span);
    if (!chosen) return std::nullopt;
    if (!list || chosen->type != list->list) {
      auto nothing = wrong(describe(context_, WordOf{chosen->type}));
      if (std::holds_alternative<TextOf>(type_)) {
        const std::string text = '"' + name.text + '"';
        latest_
            ->hint(Text("un testo sta fra virgolette: " + text,
                        "a text stands between quotes: " + text))
            .mend({expr_.span, text, true});
      }
      return nothing;
    }
    return WrittenValue{*chosen, name.text};
  }

  std::optional<WrittenValue> operator()(const ast::Unary& node) {
    const ast::Expr& operand = context_.program.exprs[node.operand];
    const auto* number = std::get_if<ast::Number>(&operand.node);
    if (node.op != ast::UnaryOp::negate || !number) return formula();
    auto written = as_written(context_, *number);
    if (!written) return std::nullopt;
    written->value = -written->value;
    written->text.insert(0, "-");
    written->span = expr_.span;
    return of_number(std::move(*written));
  }

  std::optional<WrittenValue> operator()(const ast::Binary&) { return formula(); }
  std::optional<WrittenValue> operator()(const ast::Call&) { return formula(); }
  std::optional<WrittenValue> operator()(const ast::Conditional&) { return formula(); }
  std::optional<WrittenValue> operator()(const ast::SurveyDay&) { return formula(); }
  std::optional<WrittenValue> operator()(const ast::YearDayLiteral&) { return formula(); }
  std::optional<WrittenValue> operator()(const ast::Within&) { return formula(); }
  std::optional<WrittenValue> operator()(const ast::Between&) { return formula(); }
  std::optional<WrittenValue> operator()(const ast::OneAmong&) { return formula(); }
  std::optional<WrittenValue> operator()(const ast::CountAmong&) { return formula(); }
  std::optional<WrittenValue> operator()(const ast::Bands&) { return formula(); }
  std::optional<WrittenValue> operator()(const ast::Lookup&) { return formula(); }
  std::optional<WrittenValue> operator()(const ast::Field&) { return formula(); }
  std::optional<WrittenValue> operator()(const ast::Aggregate&) { return formula(); }
  std::optional<WrittenValue> operator()(const ast::OverYears&) { return formula(); }
  std::optional<WrittenValue> operator()(const ast::GroupTotal&) { return formula(); }
  std::optional<WrittenValue> operator()(const ast::GroupSize&) { return formula(); }

  std::optional<WrittenValue> operator()(const ast::DayLiteral& literal) {
    if (!std::holds_alternative<DayOf>(type_)) return wrong(describe(context_, DayOf{}));
    return WrittenValue{number_of(literal.day), to_iso(literal.day)};
  }
  std::optional<WrittenValue> operator()(const ast::Never&) {
    return wrong(Text("'mai'", "'never'"));
  }
  std::optional<WrittenValue> operator()(const ast::TextLiteral& literal) {
    if (std::holds_alternative<TextOf>(type_)) return WrittenValue{literal.text, literal.text};
    if (!std::holds_alternative<TimetableOf>(type_)) {
      auto nothing = wrong(describe(context_, TextOf{}));
      if (const auto hint = without_quotes(context_, literal.text, type_)) {
        suggest(*latest_, expr_.span, *hint);
      }
      return nothing;
    }
    const auto timetable = read_timetable(context_, literal.text, expr_.span);
    if (!timetable) return std::nullopt;
    return WrittenValue{*timetable, literal.text};
  }

 private:
  std::optional<WrittenValue> of_number(Written number) {
    const auto* type = std::get_if<NumberOf>(&type_);
    if (!type) return wrong(describe(context_, NumberOf{number.unit}));
    const auto value = in_type(context_, number, *type, bare_, declared_);
    if (!value) return std::nullopt;
    return WrittenValue{*value, std::move(number.text)};
  }

  std::optional<WrittenValue> wrong(const Text& found) {
    latest_ = &context_.bag.report(Code::value_wrong_type, expr_.span,
                                   {describe(context_, type_), found});
    hint_at_type(*latest_, declared_, std::nullopt);
    return std::nullopt;
  }

  std::optional<WrittenValue> formula() { return wrong(Text("una formula", "a formula")); }

  Context& context_;
  ast::ExprId id_;
  const ast::Expr& expr_;
  const Type& type_;
  Bare bare_;
  const ast::TypeText* declared_;
  Diagnostic* latest_ = nullptr;  // what was reported last
};

}  // namespace

std::optional<WrittenValue> check_value(Context& context, ast::ExprId expr, const Type& type,
                                        Bare bare, const ast::TypeText* declared) {
  return std::visit(ValueOf(context, expr, type, bare, declared), context.program.exprs[expr].node);
}

std::optional<Rational> check_number_value(Context& context, const ast::Number& number,
                                           const NumberOf& type, Bare bare) {
  const auto written = as_written(context, number);
  return written ? in_type(context, *written, type, bare, nullptr) : std::nullopt;
}

}  // namespace leps::inline checking
