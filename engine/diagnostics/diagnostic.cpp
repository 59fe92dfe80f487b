#include "diagnostics/diagnostic.hpp"

#include <algorithm>
#include <set>

namespace leps::inline diagnostics {
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
  std::vector<std::string_view> texts;
  for (const Text& argument : arguments) texts.push_back(argument.in(language));
  return filled(sentence, texts);
}

/// `7980` in groups of three.
std::string grouped(std::size_t number, char mark) {
  std::string digits = std::to_string(number);
  for (std::size_t at = digits.size(); at > 3;) digits.insert(at -= 3, 1, mark);
  return digits;
}

Text how_many_more(std::size_t count) {
  if (count == 1) return {"un altro come questo", "one more like this"};
  return {"altri " + grouped(count, '.') + " come questo", grouped(count, ',') + " more like this"};
}

/// A sentence that holds in several rows.
Text in_rows(const Text& message, std::size_t rows) {
  return format({"{0} (in {1} righe)", "{0} (in {1} rows)"}, {message, std::to_string(rows)});
}

}  // namespace

std::string_view name(Code code) { return row(code).name; }
Severity severity(Code code) { return row(code).severity; }

std::string_view to_string(Severity severity) {
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
  if (!left_out) labels.push_back({at, std::move(text)});
  return *this;
}

Diagnostic& Diagnostic::hint(Text text) {
  if (!left_out) hints.push_back(std::move(text));
  return *this;
}

Diagnostic& Diagnostic::mend(Replacement with) {
  if (!left_out) replacement = std::move(with);
  return *this;
}

bool DiagnosticBag::join_rows(Code code, Span where, const Text& message) {
  if (!of_rows_.contains(where.source)) return false;
  const auto [said, is_new] =
      said_.try_emplace({code, where.source, message.it}, Said{all_.size(), message});
  if (is_new) return false;
  Diagnostic& first = all_[said->second.at];
  if (first.alike.empty()) first.alike.push_back(*first.where);
  first.of_rows = true;
  first.alike.push_back(where);
  first.message = in_rows(said->second.message, first.alike.size());
  return true;
}

Diagnostic& DiagnosticBag::report(Code code, Span where, const std::vector<Text>& arguments) {
  Text message = format(code, arguments);
  const bool joined = join_rows(code, where, message);
  Tally& tally = tallies_[{code, where.source}];
  if (joined || tally.told == kMostAlike) {
    if (!joined) {
      said_.erase({code, where.source, message.it});
      leave_out(code, where);
    }
    left_out_ = {code, where, {}, {}, {}, {}, {}, true};
    return left_out_;
  }
  ++tally.told;
  all_.push_back({code, where, {}, std::move(message), {}, {}});
  return all_.back();
}

Diagnostic& DiagnosticBag::report(Code code, std::string path, const std::vector<Text>& arguments) {
  all_.push_back({code, std::nullopt, std::move(path), format(code, arguments), {}, {}});
  return all_.back();
}

void DiagnosticBag::leave_out(Code code, Span where) {
  Tally& tally = tallies_[{code, where.source}];
  if (!tally.rest) {
    tally.rest = all_.size();
    all_.push_back({code, where, {}, {}, {}, {}});
  }
  Diagnostic& rest = all_[*tally.rest];
  rest.alike.push_back(where);
  rest.message = how_many_more(rest.alike.size());
}

void DiagnosticBag::admit(Diagnostic diagnostic) {
  if (!diagnostic.where) {
    all_.push_back(std::move(diagnostic));
    return;
  }
  if (!diagnostic.of_rows && diagnostic.alike.empty() &&
      join_rows(diagnostic.code, *diagnostic.where, diagnostic.message)) {
    return;
  }
  Tally& tally = tallies_[{diagnostic.code, diagnostic.where->source}];
  const bool full = tally.told == kMostAlike;
  if (!diagnostic.alike.empty() && (full || !diagnostic.of_rows)) {
    for (const Span where : diagnostic.alike) leave_out(diagnostic.code, where);
  } else if (full) {
    said_.erase({diagnostic.code, diagnostic.where->source, diagnostic.message.it});
    leave_out(diagnostic.code, *diagnostic.where);
  } else {
    ++tally.told;
    all_.push_back(std::move(diagnostic));
  }
}

bool DiagnosticBag::has_errors() const {
  return std::any_of(all_.begin(), all_.end(), [](const Diagnostic& diagnostic) {
    return severity(diagnostic.code) == Severity::error;
  });
}

std::size_t DiagnosticBag::count() const {
  std::size_t count = 0;
  for (const Diagnostic& diagnostic : all_) count += diagnostic.count();
  return count;
}

void DiagnosticBag::sort() {
  std::stable_sort(all_.begin(), all_.end(),
                   [](const Diagnostic& a, const Diagnostic& b) { return a.where < b.where; });
  said_.clear();  // whoever sorts has heard all
  for (std::size_t i = 0; i < all_.size(); ++i) {
    if (!all_[i].alike.empty() && !all_[i].of_rows)
      tallies_[{all_[i].code, all_[i].where->source}].rest = i;
  }
}

void DiagnosticBag::append(DiagnosticBag other) {
  for (Diagnostic& diagnostic : other.all_) admit(std::move(diagnostic));
}

void DiagnosticBag::append_new(DiagnosticBag other) {
  std::set<std::pair<Code, std::optional<Span>>> said;
  for (const Diagnostic& diagnostic : all_) {
    said.emplace(diagnostic.code, diagnostic.where);
    for (const Span where : diagnostic.alike) said.emplace(diagnostic.code, where);
  }
  for (Diagnostic& diagnostic : other.all_) {
    if (diagnostic.alike.empty() || diagnostic.of_rows) {
      if (said.emplace(diagnostic.code, diagnostic.where).second) admit(std::move(diagnostic));
      continue;
    }
    for (const Span where : diagnostic.alike) {
      if (said.emplace(diagnostic.code, where).second) leave_out(diagnostic.code, where);
    }
  }
}

}  // namespace leps::inline diagnostics
