#include "json/json_writer.hpp"

#include "source/check_text.hpp"

#include <rapidjson/prettywriter.h>

#include <algorithm>
#include <new>

namespace leps::inline json {
namespace {

/// RapidJSON's own allocators answer null, and are not asked whether they did.
struct ThrowingAllocator {
  [[maybe_unused]] static const bool kNeedFree = true;  // part of what RapidJSON asks of one

  static void* Malloc(std::size_t size) { return size == 0 ? nullptr : ::operator new(size); }
  static void* Realloc(void* memory, std::size_t size, std::size_t new_size) {
    if (new_size == size) return memory;
    void* moved = Malloc(new_size);
    if (memory && moved) {
      const auto* from = static_cast<const char*>(memory);
      std::copy(from, from + std::min(size, new_size), static_cast<char*>(moved));
    }
    Free(memory);
    return moved;
  }
  static void Free(void* memory) { ::operator delete(memory); }
};

struct Sink {
  using Ch = char;
  std::string& text;

  void Put(char c) { text += c; }
  void Flush() {}
};

bool is_utf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = character_length(text, at);
    if (length == 0) return false;
    at += length;
  }
  return true;
}

/// How many bytes at `at`, where no character begins, are the beginning of one; at least 1.
std::size_t broken_length(std::string_view text, std::size_t at) {
  constexpr std::size_t kLongest = 4;
  for (std::size_t known = std::min(kLongest - 1, text.size() - at); known > 1; --known) {
    for (std::size_t length = known + 1; length <= kLongest; ++length) {
      for (const char rest : {'\x80', '\xBF'}) {  // what a second byte may be depends on the first
        const std::string completed =
            std::string(text.substr(at, known)) + std::string(length - known, rest);
        if (character_length(completed, 0) == length) return known;
      }
    }
  }
  return 1;
}

std::string repaired(std::string_view text) {
  std::string whole;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = character_length(text, at);
    if (length != 0) {
      whole += text.substr(at, length);
      at += length;
    } else {
      whole += "\uFFFD";
      at += broken_length(text, at);
    }
  }
  return whole;
}

}  // namespace

struct JsonWriter::Impl {
  explicit Impl(std::string& text) : sink{text}, writer(sink) { writer.SetIndent(' ', 1); }

  Sink sink;
  rapidjson::PrettyWriter<Sink, rapidjson::UTF8<>, rapidjson::UTF8<>, ThrowingAllocator> writer;
};

JsonWriter::JsonWriter(std::string& text) : impl_(std::make_unique<Impl>(text)) {}
JsonWriter::~JsonWriter() = default;

void JsonWriter::key(std::string_view name) { value(name); }

void JsonWriter::value(std::nullptr_t) { impl_->writer.Null(); }

void JsonWriter::value(std::string_view text) {
  if (!is_utf8(text)) return value(std::string_view(repaired(text)));
  impl_->writer.String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
}

void JsonWriter::write_bool(bool truth) { impl_->writer.Bool(truth); }
void JsonWriter::write_integer(std::int64_t number) { impl_->writer.Int64(number); }

void JsonWriter::begin_object() { impl_->writer.StartObject(); }
void JsonWriter::end_object() { impl_->writer.EndObject(); }
void JsonWriter::begin_array() { impl_->writer.StartArray(); }
void JsonWriter::end_array() { impl_->writer.EndArray(); }

}  // namespace leps::inline json
