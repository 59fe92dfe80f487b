// Shows how what goes over the rows of a table is written, to who has left out a part of it.
#pragma once

#include "syntax/mistakes.hpp"

namespace leps::inline syntax {

/// Reports the form, where one was begun and failed at `standing`; false where none was.
bool report_row_form(Reader& reader, const Standing& standing);

}  // namespace leps::inline syntax
