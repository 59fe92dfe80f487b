// Diagnostics: messages to whoever wrote the rules or the data. Each has a stable code, a place,
// what was found and expected, and a next step where there is one, in Italian and in English.
// What is not known about an Ambito is never a diagnostic: it is a value.
#pragma once

#include "source/span.hpp"

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace leps {

enum class Severity {
  error,
  warning,
  note,  // nothing is wrong: a choice was made that the reader should know of
};
enum class Language { italian, english };

/// The same words in both languages. A plain string is a word of the user's own: it stays.
struct Text {
  std::string it, en;

  Text() = default;
  Text(std::string both) : it(both), en(std::move(both)) {}  // NOLINT
  Text(std::string_view both) : Text(std::string(both)) {}   // NOLINT
  Text(const char* both) : Text(std::string(both)) {}        // NOLINT
  Text(std::string italian, std::string english) : it(std::move(italian)), en(std::move(english)) {}

  [[nodiscard]] const std::string& in(Language language) const {
    return language == Language::italian ? it : en;
  }
  bool operator==(const Text&) const = default;
};

enum class Code {
#define LEPS_CODE(id, name, severity, italian, english) id,
#include "diagnostics/codes.def"
#undef LEPS_CODE
};

/// The stable name shown in brackets, such as `syntax/unexpected`.
std::string_view name(Code code);
Severity severity(Code code);
/// `error`, `warning`, `note`: the word for other programs, whatever the user's language.
std::string_view severity_word(Severity severity);
/// The code's sentence with `{0}`, `{1}`, … replaced by the arguments.
Text format(Code code, const std::vector<Text>& arguments);
/// A sentence with `{0}`, `{1}`, … replaced, in both languages.
Text format(const Text& sentence, const std::vector<Text>& arguments);

struct Diagnostic {
  struct Label {
    Span where;
    Text text;
  };

  Code code;
  std::optional<Span> where;  // none where it is about no text: a missing file, the command line
  std::string path;           // what it is about where there is no span; else empty
  Text message;
  std::vector<Label> labels;  // the other places that matter, in the order of the story
  std::vector<Text> hints;    // what to do next

  Diagnostic& label(Span at, Text text);
  Diagnostic& hint(Text text);
};

/// Collects diagnostics. Every stage reports all it can; the page that calls the stages decides.
class DiagnosticBag {
 public:
  Diagnostic& report(Code code, Span where, const std::vector<Text>& arguments = {});
  Diagnostic& report(Code code, std::string path, const std::vector<Text>& arguments = {});

  [[nodiscard]] bool has_errors() const;
  [[nodiscard]] bool empty() const { return all_.empty(); }
  [[nodiscard]] const std::vector<Diagnostic>& all() const { return all_; }
  /// By source and place, those without a place first, otherwise as reported.
  void sort();
  void append(DiagnosticBag other);

 private:
  std::vector<Diagnostic> all_;
};

}  // namespace leps
