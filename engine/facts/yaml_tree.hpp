// YAML as it was written: a tree of texts with their places, nothing guessed. `no` stays two
// letters and `010` three digits; what they mean is for whoever knows the datum.
// yaml_tree.cpp is the only file that knows yaml-cpp.
#pragma once

#include "diagnostics/diagnostic.hpp"
#include "source/source_map.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace leps::reading {

struct YamlNode;
struct YamlEntry;

struct YamlNull {};  // nothing, `~` or `null`
struct YamlSequence {
  std::vector<YamlNode> items;
};
struct YamlMap {
  std::vector<YamlEntry> entries;  // as written; of a doubled key, the first
};

struct YamlNode {
  std::variant<YamlNull, std::string, YamlSequence, YamlMap> value;
  Span span;  // of a value left out: its key

  [[nodiscard]] bool is_null() const { return std::holds_alternative<YamlNull>(value); }
  [[nodiscard]] const std::string* text() const { return std::get_if<std::string>(&value); }
  [[nodiscard]] const YamlSequence* sequence() const { return std::get_if<YamlSequence>(&value); }
  [[nodiscard]] const YamlMap* map() const { return std::get_if<YamlMap>(&value); }
};

struct YamlEntry {
  std::string key;
  Span key_span;
  YamlNode value;
};

/// How many values one file may hold: an Ambito needs some hundreds, and each of them may need a
/// message.
inline constexpr std::size_t kMaxYamlValues = 100'000;
/// How many signs of YAML, of which a value takes three: yaml-cpp keeps all that stands between two
/// brackets, sign by sign, before it hands over the first value.
inline constexpr std::size_t kMaxYamlSigns = 10 * kMaxYamlValues;

/// Reads a source that holds one YAML document. Reported: what is not YAML, doubled keys, and what
/// data have no use for and could hide something: anchors and aliases, tags, further documents,
/// deep nesting.
/// @return nothing where the file is empty or could not be read to its end
std::optional<YamlNode> read_yaml(const SourceMap& sources, SourceId source, DiagnosticBag& bag);

}  // namespace leps::reading
