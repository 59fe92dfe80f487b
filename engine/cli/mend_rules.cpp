#include "cli/mend_rules.hpp"

#include "diagnostics/apply_replacements.hpp"
#include "diagnostics/load_source.hpp"
#include "syntax/parse.hpp"

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

namespace leps::cli {
namespace {

// A round mends twenty mistakes of a kind, one in each clause: a file that needs more is no pack.
constexpr int kMostRounds = 100;
constexpr std::string_view kMark = "\xEF\xBB\xBF";

class Mender {
 public:
  Mender(const std::string& name, std::string bytes, const FindInNames& in_names)
      : name_(name),
        in_names_(in_names),
        file_(bytes.substr(bytes.starts_with(kMark) ? kMark.size() : 0)),
        mended_{std::move(bytes), {}} {}

  MendedRules run() {
    for (int round = 0; round < kMostRounds && mend_once(); ++round) {
    }
    in_order_of_lines();
    return std::move(mended_);
  }

 private:
  // Of one line as they were made: each shows what those before it left.
  void in_order_of_lines() {
    const auto line = [&](const Mend& mend) {
      return std::count(file_.begin(), file_.begin() + static_cast<std::ptrdiff_t>(mend.at), '\n');
    };
    std::vector<std::pair<std::ptrdiff_t, Mend>> lines;
    for (Mend& each : mended_.made) {
      const std::ptrdiff_t at = line(each);
      lines.emplace_back(at, std::move(each));
    }
    std::stable_sort(lines.begin(), lines.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    mended_.made.clear();
    for (auto& [at, each] : lines) mended_.made.push_back(std::move(each));
  }

  bool mend_once() {
    SourceMap sources;
    DiagnosticBag bag;
    const auto file = add_source(sources, name_, mended_.bytes, kMaxRulesBytes, bag);
    if (!file) return false;
    parse(sources, bag);
    if (mend(sources.text(*file), bag, *file)) return true;
    if (bag.has_errors() || !in_names_) return false;
    SourceMap pack;
    DiagnosticBag found;
    const SourceId in_pack = in_names_(sources.text(*file), pack, found);
    return mend(sources.text(*file), found, in_pack);
  }

  bool mend(std::string_view text, const DiagnosticBag& bag, SourceId file) {
    std::vector<Replacement> made;
    for (const Diagnostic* found : certainly_mended(bag, file)) {
      const Replacement& with = *found->replacement;
      const std::size_t at = place_in_file(with.where.begin);
      // What was written there once and did not help would not help again.
      if (!done_.insert({found->code, at, with.text}).second) continue;
      mended_.made.push_back(shown(*found, text, at));
      made.push_back(with);
    }
    if (made.empty()) return false;
    const std::size_t mark = mended_.bytes.starts_with(kMark) ? kMark.size() : 0;
    mended_.bytes = mended_.bytes.substr(0, mark) +
                    replaced(std::string_view(mended_.bytes).substr(mark), made);
    rounds_.push_back(std::move(made));
    return true;
  }

  [[nodiscard]] std::size_t place_in_file(std::size_t at) const {
    for (auto round = rounds_.rbegin(); round != rounds_.rend(); ++round) {
      at = place_before(*round, at);
    }
    return at;
  }

  static Mend shown(const Diagnostic& found, std::string_view text, std::size_t at) {
    const Span where = found.replacement->where;
    const std::size_t begin = where.begin == 0 ? 0 : text.rfind('\n', where.begin - 1) + 1;
    const std::size_t end = std::min(text.find('\n', where.end), text.size());
    const std::string before(text.substr(begin, end - begin));
    std::string after = before;
    after.replace(where.begin - begin, where.end - where.begin, found.replacement->text);
    return {found.code, found.message, at, before, after};
  }

  const std::string& name_;
  const FindInNames& in_names_;
  const std::string file_;  // as it was
  MendedRules mended_;
  std::vector<std::vector<Replacement>> rounds_;
  std::set<std::tuple<Code, std::size_t, std::string>> done_;
};

}  // namespace

MendedRules mend_rules(const std::string& name, std::string bytes, const FindInNames& in_names) {
  return Mender(name, std::move(bytes), in_names).run();
}

}  // namespace leps::cli
