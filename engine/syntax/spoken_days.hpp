// The last day of a month or of a year, in words: `entro fine anno`, `entro il mese di marzo`.
#pragma once

#include "syntax/reader.hpp"

namespace leps::inline syntax {

/// True where one is said at a place: it is refused, with the day as it is written.
bool refuse_spoken_day(Reader& reader, Place at);

/// True where the survey day is said in words: `data di rilevazione`.
bool refuse_spoken_survey_day(Reader& reader, Place at);

}  // namespace leps::inline syntax
