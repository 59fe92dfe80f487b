// A text that a handle writes when it is first asked for, and keeps: who never asks does not pay.
#pragma once

#include <atomic>
#include <cstddef>
#include <memory>
#include <string>

namespace leps::capi {

// No lock: the child of a fork would find it held for ever, by a thread that only its parent has.
// Two threads that ask at once both write the text, and keep that of the first.
class KeptText {
 public:
  KeptText() = default;
  KeptText(const KeptText&) = delete;
  KeptText& operator=(const KeptText&) = delete;
  ~KeptText() { delete text_.load(); }

  /// @param make    writes the text, each time the same
  /// @param length  receives the bytes of the text; may be null
  /// @return null, with a length of 0, where the text could not be made; any thread may ask
  template <class Make>
  const char* get(std::size_t* length, const Make& make) noexcept {
    if (length) *length = 0;
    try {
      const std::string* kept = text_.load();
      if (!kept) {
        auto made = std::make_unique<const std::string>(make());
        if (text_.compare_exchange_strong(kept, made.get())) kept = made.release();
      }
      if (length) *length = kept->size();
      return kept->c_str();
    } catch (...) {  // memory, or a defect: either way there is no text to give
      return nullptr;
    }
  }

 private:
  std::atomic<const std::string*> text_ = nullptr;
};

}  // namespace leps::capi
