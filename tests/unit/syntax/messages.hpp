// Messages in tests: a row is a text with one mistake in it and what its author must be told.
#pragma once

#include "unit/syntax/describe.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace leps::test {

inline const std::string kPackage = "pacchetto p versione \"1\"\n";
inline const std::string kRule =
    kPackage + "regola r \"R\" categoria A secondo f in vigore dal 2021-01-01\n";
inline const std::string kFormula = kPackage + "calcolo c : x = ";
inline const std::string kParameter = kPackage + "parametro p : x ";
inline const std::string kExample = kPackage + "esempio \"e\" anno 2025 ";

/// The message with its hints and labels, all that a reader sees of it.
inline std::string said(const Diagnostic& diagnostic, Language language) {
  std::string text = diagnostic.message.in(language);
  for (const auto& label : diagnostic.labels) text += " | " + label.text.in(language);
  for (const auto& hint : diagnostic.hints) text += " | " + hint.in(language);
  return text;
}

struct Row {
  std::string text;
  const char* code;
  const char* at;  // the words under the caret
  const char* italian;
  const char* english;
};

inline void check_row(const Row& row) {
  CAPTURE(row.text);
  const Parsed parsed = parse_text(row.text);
  CHECK(codes(parsed.bag) == row.code);
  if (parsed.bag.all().size() != 1) return;
  const Diagnostic& diagnostic = parsed.bag.all().front();
  CHECK(parsed.written(*diagnostic.where) == row.at);
  const std::string italian = said(diagnostic, Language::italian);
  const std::string english = said(diagnostic, Language::english);
  CAPTURE(italian);
  CAPTURE(english);
  CHECK(italian.find(row.italian) != std::string::npos);
  CHECK(english.find(row.english) != std::string::npos);
  CHECK(italian.find("{0") == std::string::npos);  // nothing left to fill
  CHECK(english.find("{0") == std::string::npos);
}

inline void check_rows(const std::vector<Row>& rows) {
  for (const Row& row : rows) check_row(row);
}

}  // namespace leps::test
