// A text that a handle writes when it is first asked for, and keeps: who never asks does not pay.
#pragma once

#include <cstddef>
#include <mutex>
#include <optional>
#include <string>

namespace leps::capi {

class KeptText {
 public:
  /// @param make    writes the text; called once, unless it throws
  /// @param length  receives the bytes of the text; may be null
  /// @return null, with a length of 0, where the text could not be made; any thread may ask
  template <class Make>
  const char* get(std::size_t* length, const Make& make) noexcept {
    if (length) *length = 0;
    try {
      const std::lock_guard lock(mutex_);
      if (!text_) text_ = make();
      if (length) *length = text_->size();
      return text_->c_str();
    } catch (...) {  // memory, or a defect: either way there is no text to give
      return nullptr;
    }
  }

 private:
  std::mutex mutex_;
  std::optional<std::string> text_;
};

}  // namespace leps::capi
