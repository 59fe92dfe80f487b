// JSON, written as it goes: no document is ever held in memory but the text itself. Where memory
// runs out it throws std::bad_alloc and leaves nothing behind, which a tree of nodes, freed by
// destructors that ask for memory, would not promise.
#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace leps::inline json {

/// Writes one document, a space an indent. Keys stand as they are given.
class JsonWriter {
 public:
  /// @param text  gets the document at its end; must outlive the writer
  explicit JsonWriter(std::string& text);
  ~JsonWriter();
  JsonWriter(const JsonWriter&) = delete;
  JsonWriter& operator=(const JsonWriter&) = delete;

  void key(std::string_view name);

  void value(std::nullptr_t);
  /// Bytes that are no UTF-8 become U+FFFD: the document stays readable.
  void value(std::string_view text);
  void value(const char* text) { value(std::string_view(text)); }
  void value(std::same_as<bool> auto truth) { write_bool(truth); }
  template <std::integral Number>
  requires(!std::same_as<Number, bool>) void value(Number number) {
    write_integer(static_cast<std::int64_t>(number));
  }

  void begin_object();
  void end_object();
  void begin_array();
  void end_array();

  template <class Value>
  void field(std::string_view name, const Value& value) {
    key(name);
    this->value(value);
  }
  /// @param members  writes the fields
  template <class Members>
  void object(const Members& members) {
    begin_object();
    members();
    end_object();
  }
  template <class Members>
  void object(std::string_view name, const Members& members) {
    key(name);
    object(members);
  }
  /// @param element  writes one value for each of `all`
  template <class All, class Element>
  void array(std::string_view name, const All& all, const Element& element) {
    key(name);
    begin_array();
    for (const auto& each : all) element(each);
    end_array();
  }

 private:
  void write_bool(bool truth);
  void write_integer(std::int64_t number);

  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace leps::inline json
