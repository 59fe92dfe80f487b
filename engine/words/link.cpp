#include "words/link.hpp"

#include <algorithm>
#include <string_view>

namespace leps::inline wording {
namespace {

bool only_address_characters(std::string_view text) {
  constexpr std::string_view kMarks = "-._~:/?#[]@!$&()*+,;=%";
  return std::all_of(text.begin(), text.end(), [&](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           kMarks.find(c) != std::string_view::npos;
  });
}

}  // namespace

std::optional<std::string> normattiva_link(const std::string& urn) {
  if (!urn.starts_with("urn:nir:") || !only_address_characters(urn)) return std::nullopt;
  return "https://www.normattiva.it/uri-res/N2Ls?" + urn;
}

std::optional<std::string> web_link(const std::string& url) {
  std::string_view rest = url;
  if (rest.starts_with("https://")) {
    rest.remove_prefix(8);
  } else if (rest.starts_with("http://")) {
    rest.remove_prefix(7);
  } else {
    return std::nullopt;
  }
  // `user@host` shows one name and opens another.
  const std::string_view host = rest.substr(0, rest.find_first_of("/?#"));
  if (host.empty() || host.find('@') != std::string_view::npos) return std::nullopt;
  return only_address_characters(rest) ? std::optional(url) : std::nullopt;
}

}  // namespace leps::inline wording
