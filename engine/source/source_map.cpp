#include "source/source_map.hpp"

#include <algorithm>

namespace leps::inline source {
namespace {

constexpr std::size_t kBlock = 1024;  // bytes of text between two counts of its characters

bool begins_character(char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80; }

}  // namespace

std::string to_string(CellAddress address) {
  std::string letters;
  // Columns count in 26 digits without a zero: Z is followed by AA.
  for (std::uint32_t left = address.column; left > 0; left = (left - 1) / 26) {
    letters.insert(letters.begin(), static_cast<char>('A' + (left - 1) % 26));
  }
  return letters + std::to_string(address.row);
}

SourceMap::Source SourceMap::make(std::string name, std::string text) {
  Source source{std::move(name), std::move(text), {0}, {}, std::nullopt, {}};
  std::size_t characters = 0;
  for (std::size_t i = 0; i < source.text.size(); ++i) {
    if (i % kBlock == 0) source.characters.push_back(characters);
    if (begins_character(source.text[i])) ++characters;
    if (source.text[i] == '\n') source.line_starts.push_back(i + 1);
  }
  return source;
}

SourceId SourceMap::add(std::string name, std::string text) {
  return sources_.add(std::make_shared<const Source>(make(std::move(name), std::move(text))));
}

SourceId SourceMap::add(std::string name, SheetSource sheet) {
  Source source = make(std::move(name), std::move(sheet.text));
  source.sheet = std::move(sheet.sheet);
  source.cells = std::move(sheet.cells);
  return sources_.add(std::make_shared<const Source>(std::move(source)));
}

std::string_view SourceMap::text(Span span) const {
  return text(span.source).substr(span.begin, span.end - span.begin);
}

std::string_view SourceMap::line_at(SourceId id, std::size_t offset) const {
  const Source& source = *sources_[id];
  const std::size_t index = line_index(source, offset);
  const std::size_t start = source.line_starts[index];
  const bool last = index + 1 == source.line_starts.size();
  const std::size_t end = last ? source.text.size() : source.line_starts[index + 1] - 1;
  std::string_view line = std::string_view(source.text).substr(start, end - start);
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

std::size_t SourceMap::line_index(const Source& source, std::size_t offset) {
  offset = std::min(offset, source.text.size());
  const auto after = std::upper_bound(source.line_starts.begin(), source.line_starts.end(), offset);
  return static_cast<std::size_t>(after - source.line_starts.begin()) - 1;
}

std::size_t SourceMap::characters_before(const Source& source, std::size_t offset) {
  if (source.characters.empty()) return 0;
  const std::size_t block = std::min(offset / kBlock, source.characters.size() - 1);
  const auto from = source.text.begin() + static_cast<std::ptrdiff_t>(block * kBlock);
  const auto to = source.text.begin() + static_cast<std::ptrdiff_t>(offset);
  return source.characters[block] +
         static_cast<std::size_t>(std::count_if(from, to, begins_character));
}

LineColumn SourceMap::line_column(SourceId id, std::size_t offset) const {
  const Source& source = *sources_[id];
  if (source.sheet) {
    const auto at = static_cast<std::uint32_t>(offset);
    const CellAddress address = cell({id, at, at});
    return {address.row, address.column};
  }
  offset = std::min(offset, source.text.size());
  const std::size_t line = line_index(source, offset);
  const std::size_t before = characters_before(source, source.line_starts[line]);
  return {line + 1, characters_before(source, offset) - before + 1};
}

const std::string* SourceMap::sheet(SourceId id) const {
  const Source& source = *sources_[id];
  return source.sheet ? &*source.sheet : nullptr;
}

bool SourceMap::same_file(SourceId a, SourceId b) const {
  return a == b || (sheet(a) && sheet(b) && name(a) == name(b));
}

CellAddress SourceMap::cell(Span span) const {
  const Source& source = *sources_[span.source];
  if (source.cells.empty()) return {};
  return source.cells[std::min(line_index(source, span.begin), source.cells.size() - 1)];
}

}  // namespace leps::inline source
