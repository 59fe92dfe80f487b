#include "diagnostics/render.hpp"

#include "diagnostics/place.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <optional>

namespace leps {
namespace {

// As compilers do on Unix: what is wrong in red, warnings in yellow, the next step in cyan.
constexpr std::string_view kRed = "\x1b[1;31m";
constexpr std::string_view kYellow = "\x1b[1;33m";
constexpr std::string_view kCyan = "\x1b[36m";
constexpr std::string_view kBold = "\x1b[1m";
constexpr std::string_view kReset = "\x1b[0m";

constexpr std::size_t kWidest = 160;      // columns of a quoted line
constexpr std::size_t kBeforeCaret = 60;  // of them, before the caret where the line is cut
constexpr std::size_t kNear = 4096;       // bytes on either side that are looked at
constexpr std::string_view kTab = "    ";
constexpr std::string_view kCut = "…";

// ---- characters as a terminal shows them

struct CodePoint {
  char32_t code = 0;
  std::size_t length = 1;
  bool valid = false;
};

CodePoint code_point_at(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char first = byte(at);
  if (first < 0x80) return {first, 1, true};
  const std::size_t length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
  if (first < 0xC2 || first > 0xF4 || at + length > text.size()) return {};
  char32_t code = first & (0x7Fu >> length);
  for (std::size_t i = 1; i < length; ++i) {
    if ((byte(at + i) & 0xC0) != 0x80) return {};
    code = (code << 6) | (byte(at + i) & 0x3Fu);
  }
  return {code, length, true};
}

struct Interval {
  char32_t first, last;
};
template <std::size_t size>
bool is_in(const Interval (&intervals)[size], char32_t code) {
  return std::any_of(std::begin(intervals), std::end(intervals), [code](const Interval& interval) {
    return interval.first <= code && code <= interval.last;
  });
}

// What would move the cursor, colour the terminal, turn the writing around or hide in it.
constexpr Interval kHostile[] = {{0x00, 0x1F},     {0x7F, 0x9F},     {0xAD, 0xAD},
                                 {0x061C, 0x061C}, {0x200B, 0x200F}, {0x2028, 0x202E},
                                 {0x2060, 0x206F}, {0xFEFF, 0xFEFF}, {0xE0000, 0xE0FFF}};
// Accents that stand over the letter before them take up no column.
constexpr Interval kCombining[] = {{0x300, 0x36F}, {0x1AB0, 0x1AFF}, {0x20D0, 0x20FF}};
constexpr Interval kWide[] = {{0x1100, 0x115F},   {0x2E80, 0xA4CF},  {0xAC00, 0xD7A3},
                              {0xF900, 0xFAFF},   {0xFE30, 0xFE6F},  {0xFF00, 0xFF60},
                              {0x1F300, 0x1FAFF}, {0x20000, 0x3FFFD}};

/// A character as it is shown.
struct Shown {
  std::string_view text;
  std::size_t length = 1;   // in the source, in bytes
  std::size_t columns = 1;  // on the screen
};

Shown shown_at(std::string_view line, std::size_t at) {
  const CodePoint next = code_point_at(line, at);
  if (line[at] == '\t') return {kTab, 1, kTab.size()};
  if (!next.valid || is_in(kHostile, next.code)) return {"·", next.length, 1};
  const std::size_t columns = is_in(kCombining, next.code) ? 0 : is_in(kWide, next.code) ? 2 : 1;
  return {line.substr(at, next.length), next.length, columns};
}

/// A sentence or a path, harmless.
std::string harmless(std::string_view text) {
  std::string clean;
  for (std::size_t at = 0; at < text.size();) {
    const Shown next = shown_at(text, at);
    clean += text[at] == '\t' ? " " : next.text;
    at += next.length;
  }
  return clean;
}

// ---- a line with carets under some of its bytes

/// A quoted line, cut around `from` where it is too long, and the carets for `[from, to)`.
struct Excerpt {
  std::string line, carets;
};

Excerpt excerpt(std::string_view line, std::size_t from, std::size_t to) {
  // A line may be as long as the file, and may have a thousand mistakes.
  if (from > kNear) {
    std::size_t cut = std::min(from, line.size()) - kNear;
    while (cut > 0 && (static_cast<unsigned char>(line[cut]) & 0xC0) == 0x80) --cut;
    line.remove_prefix(cut);
    from -= cut;
    to -= cut;
  }
  line = line.substr(0, from + kNear);
  std::size_t column = 0, caret_begin = std::string::npos, caret_end = 0;
  for (std::size_t at = 0; at < line.size();) {
    const Shown next = shown_at(line, at);
    if (at + next.length > from && caret_begin == std::string::npos) caret_begin = column;
    column += next.columns;
    if (at < to) caret_end = column;
    at += next.length;
  }
  if (caret_begin == std::string::npos) caret_begin = column;  // behind the last character
  caret_end = std::max(caret_end, caret_begin + 1);

  const bool cut = column > kWidest;
  const std::size_t first = cut && caret_begin > kBeforeCaret ? caret_begin - kBeforeCaret : 0;
  const std::size_t last = cut ? first + kWidest : std::max(column, caret_end);
  Excerpt result;
  const std::size_t shift = first > 0 ? 1 : 0;
  if (first > 0) result.line += kCut;
  std::size_t at_column = 0;
  for (std::size_t at = 0; at < line.size() && at_column < last;) {
    const Shown next = shown_at(line, at);
    if (at_column >= first && at_column + next.columns <= last) result.line += next.text;
    at_column += next.columns;
    at += next.length;
  }
  if (column > last) result.line += kCut;
  const std::size_t shown_end = std::min(caret_end, last);
  result.carets = std::string(caret_begin - first + shift, ' ') +
                  std::string(std::max(shown_end, caret_begin + 1) - caret_begin, '^');
  return result;
}

class Renderer {
 public:
  Renderer(const SourceMap& sources, RenderOptions options)
      : sources_(sources), options_(options) {}

  std::string run(const Diagnostic& diagnostic) {
    head(diagnostic);
    if (diagnostic.where) {
      std::vector<Diagnostic::Label> marks = diagnostic.labels;
      const bool named = !marks.empty() && marks.front().where == *diagnostic.where;
      if (!named) marks.insert(marks.begin(), {*diagnostic.where, {}});
      quote(marks);
    } else if (!diagnostic.labels.empty()) {
      quote(diagnostic.labels);
    }
    for (const Text& hint : diagnostic.hints) {
      out_ += "  " + colored(kCyan, in(Text{"suggerimento:", "hint:"})) + ' ' +
              harmless(hint.in(options_.language)) + '\n';
    }
    return std::move(out_);
  }

 private:
  void head(const Diagnostic& diagnostic) {
    std::string place;
    if (diagnostic.where) {
      place = place_of(*diagnostic.where);
    } else if (!diagnostic.path.empty()) {
      place = harmless(diagnostic.path);
    }
    if (!place.empty()) out_ += colored(kBold, place + ':') + ' ';
    switch (severity(diagnostic.code)) {
      case Severity::error:
        out_ += colored(kRed, in(Text{"errore:", "error:"}));
        break;
      case Severity::warning:
        out_ += colored(kYellow, in(Text{"attenzione:", "warning:"}));
        break;
      case Severity::note:
        out_ += colored(kCyan, in(Text{"nota:", "note:"}));
        break;
    }
    out_ += ' ';
    out_ += harmless(diagnostic.message.in(options_.language));
    out_ += " [" + std::string(name(diagnostic.code)) + "]\n";
  }

  void quote(const std::vector<Diagnostic::Label>& marks) {
    std::size_t width = 1;
    for (const Diagnostic::Label& mark : marks) {
      width = std::max(width, margin(mark.where).size());
    }
    std::optional<Span> before;
    const char* line_before = nullptr;
    for (const Diagnostic::Label& mark : marks) {
      const Span where = mark.where;
      const std::string_view line = sources_.line_at(where.source, where.begin);
      const auto line_begin =
          static_cast<std::size_t>(line.data() - sources_.text(where.source).data());
      const std::size_t from = std::min<std::size_t>(where.begin, line_begin + line.size());
      const Excerpt shown = excerpt(line, from - line_begin, where.end - line_begin);

      if (before && before->source != where.source) {
        out_ += std::string(width + 1, ' ') + " > " + place_of(where) + '\n';
      }
      // Marks on one line share it, unless it is cut: each then shows its own piece.
      const bool same_line = before && before->source == where.source &&
                             line_before == line.data() && line.size() <= kWidest;
      if (!same_line) {
        const std::string number = margin(where);
        out_ += std::string(width + 1 - number.size(), ' ') + number + " | " + shown.line + '\n';
      }
      out_ += std::string(width + 1, ' ') + " | " + colored(kRed, shown.carets);
      const std::string text = harmless(mark.text.in(options_.language));
      if (!text.empty()) out_ += ' ' + text;
      out_ += '\n';
      before = where;
      line_before = line.data();
    }
  }

  [[nodiscard]] std::string place_of(Span where) const {
    return harmless(in(place_name(where, sources_)));
  }
  /// What stands before a quoted line: its number or, of a sheet, the cell.
  [[nodiscard]] std::string margin(Span where) const {
    if (sources_.sheet(where.source)) return to_string(sources_.cell(where));
    return std::to_string(sources_.line_column(where).line);
  }
  [[nodiscard]] std::string in(const Text& text) const { return text.in(options_.language); }
  [[nodiscard]] std::string colored(std::string_view color, const std::string& text) const {
    if (!options_.color) return text;
    return std::string(color) + text + std::string(kReset);
  }

  const SourceMap& sources_;
  RenderOptions options_;
  std::string out_;
};

}  // namespace

std::string render(const Diagnostic& diagnostic, const SourceMap& sources, RenderOptions options) {
  return Renderer(sources, options).run(diagnostic);
}

std::string render(const DiagnosticBag& bag, const SourceMap& sources, RenderOptions options) {
  std::string all;
  for (const Diagnostic& diagnostic : bag.all()) all += render(diagnostic, sources, options);
  return all;
}

}  // namespace leps
