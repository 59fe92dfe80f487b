// How a report is to be written. Each format has a writer in a file of its own.
#pragma once

#include "diagnostics/diagnostic.hpp"

namespace leps::inline reports {

/// How much of a result a page holds: all, or the two pages that an assembly reads.
enum class Edition { complete, assembly };

struct WriteOptions {
  Language language = Language::italian;
  bool color = false;                   // text only: terminal colours
  Edition edition = Edition::complete;  // HTML only
  bool details = false;                 // HTML only: every step is open, and on paper
};

}  // namespace leps::inline reports
