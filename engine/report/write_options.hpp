// How a report is to be written. Each format has a writer in a file of its own.
#pragma once

#include "diagnostics/diagnostic.hpp"

namespace leps::inline reports {

struct WriteOptions {
  Language language = Language::italian;
  bool color = false;  // text only: terminal colours
};

}  // namespace leps::inline reports
