#include "diagnostics/diagnostic.hpp"

#include <algorithm>
#include <iterator>

namespace leps {
namespace {

struct CodeRow {
  std::string_view name;
  Severity severity;
  const char* italian;
  const char* english;
};

constexpr CodeRow kCodes[] = {
#define LEPS_CODE(id, name, severity, italian, english) \
  {name, Severity::severity, italian, english},
#include "diagnostics/codes.def"
#undef LEPS_CODE
};

const CodeRow& row(Code code) { return kCodes[static_cast<std::size_t>(code)]; }

std::string fill(std::string_view sentence, const std::vector<Text>& arguments, Language language) {
  std::string filled;
  for (std::size_t i = 0; i < sentence.size(); ++i) {
    if (sentence[i] == '{' && i + 2 < sentence.size() && sentence[i + 2] == '}') {
      const auto which = static_cast<std::size_t>(sentence[i + 1] - '0');
      if (which < arguments.size()) {
        filled += arguments[which].in(language);
        i += 2;
        continue;
      }
    }
    filled += sentence[i];
  }
  return filled;
}

}  // namespace

std::string_view name(Code code) { return row(code).name; }
Severity severity(Code code) { return row(code).severity; }

std::string_view severity_word(Severity severity) {
  switch (severity) {
    case Severity::error:
      return "error";
    case Severity::warning:
      return "warning";
    case Severity::note:
      break;
  }
  return "note";
}

Text format(const Text& sentence, const std::vector<Text>& arguments) {
  return {fill(sentence.it, arguments, Language::italian),
          fill(sentence.en, arguments, Language::english)};
}

Text format(Code code, const std::vector<Text>& arguments) {
  return format(Text(row(code).italian, row(code).english), arguments);
}

Diagnostic& Diagnostic::label(Span at, Text text) {
  labels.push_back({at, std::move(text)});
  return *this;
}

Diagnostic& Diagnostic::hint(Text text) {
  hints.push_back(std::move(text));
  return *this;
}

Diagnostic& DiagnosticBag::report(Code code, Span where, const std::vector<Text>& arguments) {
  all_.push_back({code, where, {}, format(code, arguments), {}, {}});
  return all_.back();
}

Diagnostic& DiagnosticBag::report(Code code, std::string path, const std::vector<Text>& arguments) {
  all_.push_back({code, std::nullopt, std::move(path), format(code, arguments), {}, {}});
  return all_.back();
}

bool DiagnosticBag::has_errors() const {
  return std::any_of(all_.begin(), all_.end(), [](const Diagnostic& diagnostic) {
    return severity(diagnostic.code) == Severity::error;
  });
}

void DiagnosticBag::sort() {
  std::stable_sort(all_.begin(), all_.end(),
                   [](const Diagnostic& a, const Diagnostic& b) { return a.where < b.where; });
}

void DiagnosticBag::append(DiagnosticBag other) {
  std::move(other.all_.begin(), other.all_.end(), std::back_inserter(all_));
}

}  // namespace leps
