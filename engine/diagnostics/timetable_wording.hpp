// What is wrong with the text of a timetable, in words. The text may stand in a rule or in a datum:
// who reads it reports the mistake with a code of its own, and takes the words from here.
#pragma once

#include "base/timetable_text.hpp"
#include "diagnostics/diagnostic.hpp"

namespace leps::inline diagnostics {

struct TimetableWording {
  Text message;  // a clause for "orario: …": what was found, and what was expected
  Text hint;     // what to write instead
};

TimetableWording wording(const TimetableMistake& mistake);

}  // namespace leps::inline diagnostics
