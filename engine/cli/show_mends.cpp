#include "cli/show_mends.hpp"

#include "diagnostics/load_source.hpp"
#include "diagnostics/place.hpp"
#include "diagnostics/render.hpp"

#include <algorithm>
#include <optional>

namespace leps::cli {
namespace {

constexpr std::size_t kWidest = 160;  // bytes of a line; of a longer one what changes is shown

bool begins_character(const std::string& text, std::size_t at) {
  return at >= text.size() || (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80;
}

/// The part of a line in which it differs from another.
std::string shown_part(const std::string& line, const std::string& other) {
  if (line.size() <= kWidest) return line;
  constexpr std::size_t kAround = kWidest / 3;
  const auto [mine, its] = std::mismatch(line.begin(), line.end(), other.begin(), other.end());
  const auto differs = static_cast<std::size_t>(mine - line.begin());
  std::size_t begin = differs < kAround ? 0 : differs - kAround;
  std::size_t end = std::min(line.size(), begin + kWidest);
  while (!begins_character(line, begin)) --begin;
  while (!begins_character(line, end)) ++end;
  return (begin > 0 ? "…" : "") + line.substr(begin, end - begin) + (end < line.size() ? "…" : "");
}

/// Each line of a text by itself, behind a sign.
std::string each_line(const std::string& text, const char* sign) {
  std::string all;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    std::string line = text.substr(at, end - at);
    if (line.ends_with('\r')) line.pop_back();
    all += sign + harmless(line) + '\n';
    at = end + 1;
  }
  return all;
}

std::string counted(std::size_t count, const Text& one, const Text& many, Language language) {
  return std::to_string(count) + ' ' + (count == 1 ? one : many).in(language);
}

}  // namespace

std::string show_mends(const std::string& path, const std::string& bytes,
                       const std::vector<Mend>& made, const Options& options) {
  SourceMap sources;
  DiagnosticBag ignored;
  const std::optional<SourceId> file = add_source(sources, path, bytes, kMaxRulesBytes, ignored);
  if (!file) return {};
  const Text what =
      options.check_only ? Text("da correggere", "to be mended") : Text("corretto", "mended");
  std::string all;
  for (const Mend& mend : made) {
    const auto at = static_cast<std::uint32_t>(mend.at);
    all += harmless(place_name({*file, at, at}, sources).in(options.language)) + ": " +
           what.in(options.language) + ": " + harmless(mend.message.in(options.language)) + " [" +
           std::string(name(mend.code)) + "]\n";
    all += each_line(shown_part(mend.before, mend.after), "  - ");
    all += each_line(shown_part(mend.after, mend.before), "  + ");
  }
  return all;
}

std::string count_mends(const std::string& path, std::size_t made, const DiagnosticBag& left,
                        const Options& options) {
  std::size_t errors = 0;
  for (const Diagnostic& found : left.all()) {
    if (severity(found.code) == Severity::error && !is_io(found.code)) errors += found.count();
  }
  if (made == 0 && errors == 0) return {};
  const Language language = options.language;
  std::string text = harmless(path) + ": ";
  if (options.check_only) {
    text += counted(made, {"correzione da fare", "mistake to be mended"},
                    {"correzioni da fare", "mistakes to be mended"}, language);
  } else {
    text += counted(made, {"correzione", "mistake mended"}, {"correzioni", "mistakes mended"},
                    language);
  }
  if (errors == 0) return text + '\n';
  return text + (errors == 1 ? Text("; resta ", "; ") : Text("; restano ", "; ")).in(language) +
         counted(errors, {"errore da correggere a mano", "is left to be mended by hand"},
                 {"errori da correggere a mano", "are left to be mended by hand"}, language) +
         '\n';
}

}  // namespace leps::cli
