// Diagnostics: messages to whoever wrote the rules or the data. Each has a stable code, a place,
// what was found and expected, and a next step where there is one, in Italian and in English.
// What is not known about an Ambito is never a diagnostic: it is a value.
#pragma once

#include "base/text.hpp"
#include "source/span.hpp"

#include <cstddef>
#include <deque>
#include <initializer_list>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

namespace leps::inline diagnostics {

/// A note is worth knowing and asks for nothing.
enum class Severity { error, warning, note };

enum class Code {
#define LEPS_CODE(id, name, severity, italian, english) id,
#include "diagnostics/codes.def"
#undef LEPS_CODE
};

/// The stable name shown in brackets, such as `syntax/unexpected`.
std::string_view name(Code code);
Severity severity(Code code);
/// `error`, `warning`, `note`: as JSON says it.
std::string_view to_string(Severity severity);
/// The code's sentence with `{0}`, `{1}`, … replaced by the arguments.
Text format(Code code, const std::vector<Text>& arguments);
/// A sentence with `{0}`, `{1}`, … replaced, in both languages.
Text format(const Text& sentence, const std::vector<Text>& arguments);

/// What to write in place of what stands somewhere, letter by letter.
struct Replacement {
  Span where;        // empty: the text goes in there
  std::string text;  // empty: what stands there goes
  /// The rules that come of it say the same, or are the only ones that can have been meant: they
  /// could not be read as they stood. A program may write it unasked. Never where there are two
  /// readings, nor where rules that could be read would say another thing.
  bool certain = false;
};

struct Diagnostic {
  struct Label {
    Span where;
    Text text;
  };

  Code code;
  std::optional<Span> where;  // none where it is about no text: a missing file, the command line
  std::string path;           // what it is about where there is no span; else empty
  Text message;
  std::vector<Label> labels;     // the other places that matter, in the order of the story
  std::vector<Text> hints;       // what to do next
  std::vector<Span> alike = {};  // of one that stands for several: where they are
  bool left_out = false;         // is one of those: it is counted, and nobody reads its words
  std::string ambito = {};  // whose data it is about, by its key; empty where that is not known
  bool of_rows = false;  // stands for the same finding in several rows, its own among them; else,
                         // if for several, for all beyond kMostAlike
  std::optional<Replacement> replacement = {};  // how the words or a hint say that it is written;
                                                // none where the author has to choose

  /// How many findings it is: one, or all that it stands for.
  [[nodiscard]] std::size_t count() const { return alike.empty() ? 1 : alike.size(); }

  Diagnostic& label(Span at, Text text);
  Diagnostic& hint(Text text);
  Diagnostic& mend(Replacement with);
};

/// How many findings of one code in one file (or sheet) are told each by itself: whoever mends
/// twenty has understood, and a file can deserve a hundred thousand.
inline constexpr std::size_t kMostAlike = 20;

/// Collects diagnostics. Every stage reports all it can; the page that calls the stages decides.
///
/// The same words about several rows of one table are one finding, which says in how many rows: one
/// slip in three hundred rows is mended once.
///
/// Beyond kMostAlike of one code in one source, one more says how many there are, at the place of
/// the first. It is here and not where messages are shown, so that the command, JSON and the C API
/// say the same, and a file of mistakes takes no more memory than a place for each.
class DiagnosticBag {
 public:
  /// @return the diagnostic, to be given labels and hints, until the bag is sorted or appended to
  ///         another; beyond kMostAlike one that goes nowhere, until the next report
  Diagnostic& report(Code code, Span where, const std::vector<Text>& arguments = {});
  Diagnostic& report(Code code, std::string path, const std::vector<Text>& arguments = {});

  /// What is found in this source from now on is found in rows: see above.
  void expect_rows(SourceId source) { of_rows_.insert(source); }
  /// Gives every finding its last words, such as the row that it is about.
  template <class Amend>
  void amend(Amend amend) {
    for (Diagnostic& diagnostic : all_) amend(diagnostic);
  }
  /// One that was made elsewhere, as if it were reported now.
  void add(Diagnostic diagnostic) { admit(std::move(diagnostic)); }

  [[nodiscard]] bool has_errors() const;
  [[nodiscard]] bool empty() const { return all_.empty(); }
  [[nodiscard]] const std::deque<Diagnostic>& all() const { return all_; }
  /// By source and place, those without a place first, otherwise as reported.
  void sort();
  void append(DiagnosticBag other);
  /// The same without those that say again, of the same place, what was said.
  void append_new(DiagnosticBag other);
  /// How many findings there are, those left out among them.
  [[nodiscard]] std::size_t count() const;

 private:
  struct Tally {
    std::size_t told = 0;
    std::optional<std::size_t> rest;  // where in all_ the one is that stands for the others
  };
  using Kind = std::pair<Code, SourceId>;
  /// Which finding it is, and its words in one row.
  struct Said {
    std::size_t at;
    Text message;
  };
  using Words = std::tuple<Code, SourceId, std::string>;

  /// Adds a place to the finding with the same words; false where there is none.
  bool join_rows(Code code, Span where, const Text& message);
  void admit(Diagnostic diagnostic);
  void leave_out(Code code, Span where);

  std::deque<Diagnostic> all_;  // what report() returned stays where it is while more is reported
  std::map<Kind, Tally> tallies_;
  std::set<SourceId> of_rows_;
  std::map<Words, Said> said_;
  Diagnostic left_out_{};
};

}  // namespace leps::inline diagnostics
