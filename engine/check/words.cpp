#include "check/words.hpp"

#include "syntax/keywords.hpp"
#include "syntax/print_expression.hpp"

namespace leps::inline checking {
namespace {

struct DescribeType {
  const Context& context;

  Text operator()(const NumberOf& number) const {
    if (!number.unit.none()) {
      const std::string unit = to_string(number.unit);
      return {"un numero in " + unit, "a number in " + unit};
    }
    if (number.purity == Purity::share) return {"una quota", "a share"};
    return {"un numero senza unità", "a number without a unit"};
  }
  Text operator()(const TruthValue&) const {
    return {"una condizione (sì/no)", "a condition (yes/no)"};
  }
  Text operator()(const WordOf& word) const {
    std::string words;
    for (const std::string& each : context.resolved.choice_types[word.list]) {
      words += (words.empty() ? "" : ", ") + each;
    }
    return {"una parola di 'uno di " + words + "'", "a word of 'one of " + words + "'"};
  }
  Text operator()(const DayOf&) const { return {"una data", "a date"}; }
  Text operator()(const PeriodOf&) const { return {"un periodo", "a period"}; }
  Text operator()(const TimetableOf&) const { return {"un orario", "a timetable"}; }
  Text operator()(const TextOf&) const { return {"un testo", "a text"}; }
  Text operator()(const RowsOf& rows) const {
    const std::string& name = context.resolved.tables[rows.table].decl->name.text;
    return {"l'elenco '" + name + "'", "the table '" + name + "'"};
  }
};

// As written, so that `1 ora` does not become `1 ore`.
std::string unit_as_written(const ast::UnitText& unit) {
  std::string above, below;
  for (const ast::UnitText::Factor& factor : unit.factors) {
    for (int i = 0; i < factor.exponent; ++i) {
      above += (above.empty() ? "" : "·") + factor.symbol.text;
    }
    for (int i = 0; i > factor.exponent; --i) below += "/" + factor.symbol.text;
  }
  return above + below;
}

/// `12.5` for 25/2; nothing where the decimals do not end.
std::optional<std::string> decimal(const Rational& value) {
  constexpr std::size_t kMostDecimals = 60;
  Rational scaled = abs(value);
  std::size_t decimals = 0;
  while (!is_whole(scaled)) {
    if (++decimals > kMostDecimals) return std::nullopt;
    scaled *= 10;
  }
  std::string digits = to_string(scaled);
  if (decimals > 0) {
    if (digits.size() <= decimals) digits.insert(0, decimals + 1 - digits.size(), '0');
    digits.insert(digits.size() - decimals, ".");
  }
  return digits;
}

}  // namespace

Text describe(const Context& context, const Type& type) {
  return std::visit(DescribeType{context}, type);
}

Text describe(const Unit& unit) {
  if (unit.none()) return {"nessuna unità", "no unit"};
  return to_string(unit);
}

Text describe(ast::BinaryOp op) {
  const auto both = [](Keyword keyword) {
    return Text(std::string(word(keyword, Language::italian)),
                std::string(word(keyword, Language::english)));
  };
  switch (op) {
    case ast::BinaryOp::add:
      return "+";
    case ast::BinaryOp::subtract:
      return "-";
    case ast::BinaryOp::multiply:
      return "*";
    case ast::BinaryOp::divide:
      return "/";
    case ast::BinaryOp::of:
      return both(Keyword::of);
    case ast::BinaryOp::at_least:
      return both(Keyword::at_least);
    case ast::BinaryOp::at_most:
      return both(Keyword::at_most);
    case ast::BinaryOp::more_than:
      return both(Keyword::more_than);
    case ast::BinaryOp::less_than:
      return both(Keyword::less_than);
    case ast::BinaryOp::equal_to:
      return both(Keyword::equal_to);
    case ast::BinaryOp::different_from:
      return both(Keyword::different_from);
    case ast::BinaryOp::logical_and:
      return both(Keyword::logical_and);
    case ast::BinaryOp::logical_or:
      return both(Keyword::logical_or);
  }
  return {};
}

std::string written(const Rational& value, Language language) {
  const std::string digits = decimal(value).value_or(to_string(Rational(abs(value))));
  return (value < 0 ? "-" : "") + print_digits(digits, language);
}

std::string written(const Rational& value, const Unit& unit, Language language) {
  return written(value, language) + (unit.none() ? "" : " " + to_string(unit));
}

std::string neutral(const ast::Number& number) {
  std::string text = number.digits;
  if (number.form == ast::NumberForm::percent) text += "%";
  if (number.unit) text += " " + unit_as_written(*number.unit);
  return text;
}

std::string neutral(const ast::Ratio& ratio) {
  return neutral(ratio.counted) + " ogni " + neutral(ratio.served);
}

Text describe(Day day) {
  return {print_day(day, Language::italian), print_day(day, Language::english)};
}

Text describe(const Period& period) {
  const Text from = describe(period.from);
  if (!period.to) return {"dal " + from.it + " in poi", "from " + from.en + " on"};
  if (*period.to == period.from) return {"il " + from.it, "on " + from.en};
  const Text to = describe(*period.to);
  return {"dal " + from.it + " al " + to.it, "from " + from.en + " to " + to.en};
}

}  // namespace leps::inline checking
