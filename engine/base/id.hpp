// Ids: small numbers that name a thing in a table, one C++ type for each kind of thing.
// One kind of id where another is meant does not compile.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace leps::inline base {

template <class Tag>
struct Id {
  std::uint32_t index = 0;
  auto operator<=>(const Id&) const = default;
};

/// A table with a row for each id, in the order in which the ids were made.
template <class Key, class Value>
class IdMap {
 public:
  IdMap() = default;
  explicit IdMap(std::size_t size) : rows_(size) {}

  Key add(Value value) {
    rows_.push_back(std::move(value));
    return Key{static_cast<std::uint32_t>(rows_.size() - 1)};
  }
  void resize(std::size_t size) { rows_.resize(size); }
  void assign(std::size_t size, const Value& value) { rows_.assign(size, value); }

  [[nodiscard]] std::size_t size() const { return rows_.size(); }
  [[nodiscard]] bool empty() const { return rows_.empty(); }
  [[nodiscard]] bool contains(Key key) const { return key.index < rows_.size(); }

  Value& operator[](Key key) { return rows_[key.index]; }
  const Value& operator[](Key key) const { return rows_[key.index]; }

  [[nodiscard]] Key key_at(std::size_t position) const {
    return Key{static_cast<std::uint32_t>(position)};
  }
  [[nodiscard]] std::vector<Key> keys() const {
    std::vector<Key> all;
    all.reserve(rows_.size());
    for (std::size_t i = 0; i < rows_.size(); ++i) all.push_back(key_at(i));
    return all;
  }

  auto begin() { return rows_.begin(); }
  auto end() { return rows_.end(); }
  auto begin() const { return rows_.begin(); }
  auto end() const { return rows_.end(); }

 private:
  std::vector<Value> rows_;
};

}  // namespace leps::inline base
