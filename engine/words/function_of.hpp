// Which function of the language a typed measure is.
#pragma once

#include "check/typed_expressions.hpp"

namespace leps::inline wording {

ast::Function function_of(typed::PeriodMeasure measure);
ast::Function function_of(typed::TimetableOp op);
ast::Function function_of(typed::TimetableMeasure measure);

}  // namespace leps::inline wording
