#include "facts/report_doubt.hpp"

namespace leps::inline reading {
namespace {

Diagnostic& report(DiagnosticBag& bag, ReadDoubts* kept, std::optional<DatumId> datum, Code code,
                   Span where, const std::vector<Text>& arguments) {
  if (kept) kept->push_back({datum, code, where, format(code, arguments)});
  return bag.report(code, where, arguments);
}

}  // namespace

Diagnostic& report_doubt(DiagnosticBag& bag, FactTable& facts, std::optional<DatumId> datum,
                         Code code, Span where, const std::vector<Text>& arguments) {
  return report(bag, &facts.doubts, datum, code, where, arguments);
}

Diagnostic& report_doubt(const ReadingContext& context, std::optional<DatumId> datum, Code code,
                         Span where, const std::vector<Text>& arguments) {
  return report(context.bag, context.doubts, datum, code, where, arguments);
}

}  // namespace leps::inline reading
