// Diagnostics for C: every text is ready and every place worked out when the object is made, so
// that it needs nothing of what it is about and reading it cannot fail.
#pragma once

#include "leps/leps.h"

#include "kept_text.hpp"

#include "diagnostics/diagnostic.hpp"
#include "source/source_map.hpp"

#include <memory>
#include <optional>
#include <string>
#include <vector>

struct leps_place {
  std::string source;
  std::size_t line = 0, column = 0;  // 0: the file as a whole
  std::size_t begin = 0, end = 0;
};

struct leps_diagnostic {
  struct Label {
    leps_place place;
    leps::Text text;
  };

  struct Replacement {
    leps_place place;
    leps::LineColumn end;  // of the place
    std::string text;
    bool certain = false;
  };

  const char* code = nullptr;
  leps_severity severity = LEPS_SEVERITY_ERROR;
  leps::Text message;
  leps_place place;
  std::vector<Label> labels;
  std::vector<leps::Text> hints;
  std::optional<Replacement> replacement;
  leps::Text rendered;
};

struct leps_diagnostics {
  std::vector<leps_diagnostic> all;
  mutable leps::capi::KeptText json;
};

namespace leps::capi {

/// Where a span begins and ends; where there is none, the file of that path as a whole.
leps_place place_of(const std::optional<Span>& where, const std::string& path,
                    const SourceMap& sources);

std::unique_ptr<leps_diagnostics> make_diagnostics(const DiagnosticBag& bag,
                                                   const SourceMap& sources);

}  // namespace leps::capi
