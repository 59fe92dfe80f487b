#include "source/sha256.hpp"

#include <sodium.h>

#include <array>

namespace leps::inline source {

std::string sha256(std::string_view bytes) {
  // A plain hash needs no sodium_init: that only picks random sources and processor features.
  std::array<unsigned char, crypto_hash_sha256_BYTES> digest{};
  crypto_hash_sha256(digest.data(), reinterpret_cast<const unsigned char*>(bytes.data()),
                     bytes.size());
  constexpr char kHex[] = "0123456789abcdef";
  std::string text;
  text.reserve(2 * digest.size());
  for (const unsigned char byte : digest) {
    text += kHex[byte >> 4U];
    text += kHex[byte & 0xFU];
  }
  return text;
}

}  // namespace leps::inline source
