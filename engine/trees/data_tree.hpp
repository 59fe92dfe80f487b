// A file of data as it was written: a tree of texts with their places, nothing guessed. `no` stays
// two letters and `010` three digits; what they mean is for whoever knows the datum. YAML, JSON and
// tables all become such a tree.
#pragma once

#include "source/span.hpp"

#include <cstddef>
#include <string>
#include <variant>
#include <vector>

namespace leps::inline trees {

struct DataNode;
struct DataEntry;

struct DataNull {};  // nothing, `~` or `null`
struct DataSequence {
  std::vector<DataNode> items;
};
struct DataMap {
  std::vector<DataEntry> entries;  // as written; of a doubled key, the first
};

struct DataNode {
  std::variant<DataNull, std::string, DataSequence, DataMap> value;
  Span span;  // of a value left out: its key

  [[nodiscard]] bool is_null() const { return std::holds_alternative<DataNull>(value); }
  [[nodiscard]] const std::string* text() const { return std::get_if<std::string>(&value); }
  [[nodiscard]] const DataSequence* sequence() const { return std::get_if<DataSequence>(&value); }
  [[nodiscard]] const DataMap* map() const { return std::get_if<DataMap>(&value); }
};

struct DataEntry {
  std::string key;
  Span key_span;
  DataNode value;
};

/// How many values one file may hold: an Ambito needs some hundreds, and each of them may need a
/// message.
inline constexpr std::size_t kMaxDataValues = 100'000;
/// How deep YAML or JSON may nest; data of an Ambito need five levels.
inline constexpr int kMaxDataDepth = 16;

}  // namespace leps::inline trees
