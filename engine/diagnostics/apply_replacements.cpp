#include "diagnostics/apply_replacements.hpp"

#include <algorithm>

namespace leps::inline diagnostics {

std::vector<const Diagnostic*> certainly_mended(const DiagnosticBag& bag, SourceId source) {
  std::vector<const Diagnostic*> all, chosen;
  for (const Diagnostic& diagnostic : bag.all()) {
    const auto& with = diagnostic.replacement;
    if (with && with->certain && with->where.source == source) all.push_back(&diagnostic);
  }
  std::stable_sort(all.begin(), all.end(), [](const Diagnostic* a, const Diagnostic* b) {
    return a->replacement->where < b->replacement->where;
  });
  for (const Diagnostic* each : all) {
    const Span where = each->replacement->where;
    if (chosen.empty() || chosen.back()->replacement->where.end < where.begin) {
      chosen.push_back(each);
    }
  }
  return chosen;
}

std::string replaced(std::string_view text, const std::vector<Replacement>& replacements) {
  std::string mended;
  std::size_t done = 0;
  for (const Replacement& each : replacements) {
    mended += text.substr(done, each.where.begin - done);
    mended += each.text;
    done = each.where.end;
  }
  mended += text.substr(done);
  return mended;
}

std::size_t place_before(const std::vector<Replacement>& replacements, std::size_t place) {
  std::size_t gone = 0, come = 0;  // bytes ahead of the place
  for (const Replacement& each : replacements) {
    const std::size_t begin = each.where.begin - gone + come;
    if (place < begin) break;
    if (place < begin + each.text.size()) return each.where.begin;
    gone += each.where.end - each.where.begin;
    come += each.text.size();
  }
  return place + gone - come;
}

}  // namespace leps::inline diagnostics
