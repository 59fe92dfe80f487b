// A number as people write it. A form declares one way of writing; what is written the other way
// is never guessed: `61.348` is 61348 to one office, and sixty-one and a bit to another.
#pragma once

#include "base/rational.hpp"
#include "diagnostics/diagnostic.hpp"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace leps::inline reading {

enum class NumberStyle {
  neutral,   // decimal point, no grouping: `1234.5`
  italian,   // `numeri: italiani`: decimal comma, points between thousands if any: `1.234,5`
  table,     // as neutral, in a table of data, which has no place to ask for another
  undecided  // a table that was reported because nobody knows; see `find_in_doubt`
};

/// How each source writes its numbers: neutral where nothing else was set. What it was set for is a
/// table, or a document that says so.
class NumberStyles {
 public:
  [[nodiscard]] NumberStyle of(Span where) const {
    const auto found = styles_.find(where.source);
    return found == styles_.end() ? NumberStyle::neutral : found->second;
  }
  void set(SourceId source, NumberStyle style) { styles_[source] = style; }
  /// The style of a table, in which cells are written, and not entries.
  void set_table(SourceId source, NumberStyle style) {
    styles_[source] = style;
    tables_.insert(source);
  }
  [[nodiscard]] bool is_table(Span where) const { return tables_.contains(where.source); }

 private:
  std::map<SourceId, NumberStyle> styles_;
  std::set<SourceId> tables_;
};

struct WrittenNumber {
  Rational value;
  bool share = false;  // written `56%` or `9/10`: only a quota is
};

struct NumberMistake {
  enum class Kind {
    too_long,    // over kMaxDigits digits
    separators,  // commas and points that this style does not have
    not_a_number
  };

  Kind kind;
  Text hint;
};

std::variant<WrittenNumber, NumberMistake> read_number(std::string_view text, NumberStyle style);

/// The numbers, in neutral form, that somebody could have meant by digits with commas or points:
/// the last separator for a decimal one, then every separator for one between thousands.
/// `61.348`: 61.348 and 61348. Empty for any other text.
std::vector<std::string> readings(std::string_view text);

/// `1.234` or `87.000`: at most three digits, one sign, three digits: thousands to one office, and
/// decimals to another. One that begins with a zero, `012.500`, is nobody's thousand, but was
/// written by somebody who fills up with zeros: what he meant by the sign it does not say. `0.500`
/// it does.
bool could_be_thousands(std::string_view text);

/// `17.4` of `17.399999999999999`: what somebody most likely wrote before a program that counts in
/// binary passed it on. Nothing for any other text, in the form with a decimal point or comma.
std::optional<std::string> before_binary(std::string_view text);

/// `61348`, or `61 virgola 348`: words, since the sign is the very thing in doubt.
Text spoken(const std::string& neutral);

/// A number in the style of the file: `61,348`.
std::string written(const std::string& neutral, NumberStyle style);

}  // namespace leps::inline reading
