#include "source/source_map.hpp"

#include <algorithm>

namespace leps {

SourceId SourceMap::add(std::string name, std::string text) {
  Source source{std::move(name), std::move(text), {0}};
  for (std::size_t i = 0; i < source.text.size(); ++i) {
    if (source.text[i] == '\n') source.line_starts.push_back(i + 1);
  }
  return sources_.add(std::move(source));
}

std::string_view SourceMap::text(Span span) const {
  return text(span.source).substr(span.begin, span.end - span.begin);
}

std::string_view SourceMap::line_at(SourceId id, std::size_t offset) const {
  const Source& source = sources_[id];
  const std::size_t start = source.line_starts[line_column(id, offset).line - 1];
  const std::size_t end = std::min(source.text.find('\n', start), source.text.size());
  std::string_view line = std::string_view(source.text).substr(start, end - start);
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

LineColumn SourceMap::line_column(SourceId id, std::size_t offset) const {
  const Source& source = sources_[id];
  offset = std::min(offset, source.text.size());
  const auto after = std::upper_bound(source.line_starts.begin(), source.line_starts.end(), offset);
  const std::size_t line = static_cast<std::size_t>(after - source.line_starts.begin());
  std::size_t column = 1;
  for (std::size_t i = source.line_starts[line - 1]; i < offset; ++i) {
    if ((static_cast<unsigned char>(source.text[i]) & 0xC0) != 0x80) ++column;
  }
  return {line, column};
}

}  // namespace leps
