#include "diagnostics/place.hpp"

namespace leps::inline diagnostics {

Text place_name(Span where, const SourceMap& sources) {
  const std::string& file = sources.name(where.source);
  if (const std::string* sheet = sources.sheet(where.source)) {
    return format({"{0}, foglio «{1}», cella {2}", "{0}, sheet “{1}”, cell {2}"},
                  {file, *sheet, to_string(sources.cell(where))});
  }
  const LineColumn at = sources.line_column(where);
  return file + ':' + std::to_string(at.line) + ':' + std::to_string(at.column);
}

std::string short_place(Span where, const SourceMap& sources) {
  if (const std::string* sheet = sources.sheet(where.source)) {
    return *sheet + '!' + to_string(sources.cell(where));
  }
  return std::to_string(sources.line_column(where).line);
}

}  // namespace leps::inline diagnostics
