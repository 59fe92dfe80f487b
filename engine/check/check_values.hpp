// Values that a pack writes down: of a parameter, of a bound, of a step, in an example. Each is a
// literal, read as its declared type asks.
#pragma once

#include "check/context.hpp"

#include <string>

namespace leps::inline checking {

/// What a number without a unit stands for where one with a unit is needed.
enum class Bare {
  is_a_mistake,    // in a parameter: which unit is part of what the law says
  takes_the_unit,  // in bounds and examples: it is that of the datum
};

struct WrittenValue {
  /// A day is the number of its days from 1 January 1970.
  std::variant<Rational, bool, ChoiceWord, Timetable, std::string> value;
  std::string text;  // as written, in neutral form
  std::optional<typed::Served> served = {};
};

/// A literal of a type, in its unit.
/// @param declared  where the type is written, to show it where the value does not fit
/// @return nothing where it does not fit, which is reported
std::optional<WrittenValue> check_value(Context& context, ast::ExprId expr, const Type& type,
                                        Bare bare, const ast::TypeText* declared = nullptr);

/// The same for a bare literal number, such as the ends of a range.
std::optional<Rational> check_number_value(Context& context, const ast::Number& number,
                                           const NumberOf& type, Bare bare);

}  // namespace leps::inline checking
