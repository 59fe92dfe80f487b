// Texts and their names: every place in a message or a derivation is a span of one of these.
#pragma once

#include "source/span.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace leps {

/// Line and column as a person counts them: from 1, a column for each character, not each byte.
struct LineColumn {
  std::size_t line = 1;
  std::size_t column = 1;
};

class SourceMap {
 public:
  /// @param name  what messages call it: the path as the user wrote it
  /// @param text  UTF-8, without a byte-order mark
  SourceId add(std::string name, std::string text);

  [[nodiscard]] std::size_t size() const { return sources_.size(); }
  [[nodiscard]] const std::string& name(SourceId id) const { return sources_[id].name; }
  [[nodiscard]] std::string_view text(SourceId id) const { return sources_[id].text; }
  [[nodiscard]] std::string_view text(Span span) const;
  /// The whole line in which `offset` falls, without its end.
  [[nodiscard]] std::string_view line_at(SourceId id, std::size_t offset) const;
  [[nodiscard]] LineColumn line_column(SourceId id, std::size_t offset) const;
  [[nodiscard]] LineColumn line_column(Span span) const {
    return line_column(span.source, span.begin);
  }

 private:
  struct Source {
    std::string name, text;
    std::vector<std::size_t> line_starts;
  };
  IdMap<SourceId, Source> sources_;
};

}  // namespace leps
