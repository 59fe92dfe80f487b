#include "diagnostics/render.hpp"

#include "diagnostics/place.hpp"
#include "source/glyph.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>

namespace leps::inline diagnostics {
namespace {

// As compilers do on Unix: what is wrong in red, warnings in yellow, the next step in cyan.
constexpr std::string_view kRed = "\x1b[1;31m";
constexpr std::string_view kYellow = "\x1b[1;33m";
constexpr std::string_view kCyan = "\x1b[36m";
constexpr std::string_view kBold = "\x1b[1m";
constexpr std::string_view kReset = "\x1b[0m";

constexpr std::size_t kWidest = 160;      // columns of a quoted line
constexpr std::size_t kBeforeCaret = 60;  // of them, before the caret where the line is cut
constexpr std::string_view kTab = "    ";
constexpr std::string_view kCut = "…";
constexpr std::string_view kUnseen = "·";  // of what would act, or hide, instead of being read

// ---- characters as a terminal shows them

/// A character as it is shown.
struct Shown {
  std::string_view text;
  std::size_t length = 1;   // in the source, in bytes
  std::size_t columns = 1;  // on the screen
};

Shown shown_at(std::string_view line, std::size_t at) {
  if (line[at] == '\t') return {kTab, 1, kTab.size()};
  const Glyph glyph = glyph_at(line, at);
  return {glyph.is_seen ? line.substr(at, glyph.length) : kUnseen, glyph.length, glyph.columns};
}

// ---- a line with carets under some of its bytes

/// The part of a line that may be shown: no more characters on either side of `from` than fit, so
/// that a line of megabytes costs no more than one of a page.
struct Window {
  std::size_t begin, end;
};

Window window(std::string_view line, std::size_t from) {
  constexpr std::size_t kMostBytes = 16 * kWidest;  // a letter may bear accents without end
  Window part{from, from};
  for (std::size_t columns = 0;
       part.begin > 0 && columns <= kWidest && from - part.begin < kMostBytes;) {
    do {
      --part.begin;
    } while (part.begin > 0 && (static_cast<unsigned char>(line[part.begin]) & 0xC0U) == 0x80 &&
             from - part.begin < kMostBytes);
    columns += shown_at(line, part.begin).columns;
  }
  for (std::size_t columns = 0;
       part.end < line.size() && columns <= kWidest && part.end - from < kMostBytes;) {
    const Shown next = shown_at(line, part.end);
    columns += next.columns;
    part.end += next.length;
  }
  return part;
}

/// A quoted line, cut around `from` where it is too long, and the carets for `[from, to)`.
struct Excerpt {
  std::string line, carets;
};

Excerpt excerpt(std::string_view whole, std::size_t from, std::size_t to) {
  const Window part = window(whole, from);
  const std::string_view line = whole.substr(part.begin, part.end - part.begin);
  from -= part.begin;
  to -= part.begin;
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

  const bool cut = column > kWidest || line.size() < whole.size();
  const std::size_t first = cut && caret_begin > kBeforeCaret ? caret_begin - kBeforeCaret : 0;
  const std::size_t last = cut ? first + kWidest : std::max(column, caret_end);
  Excerpt result;
  const bool cut_before = first > 0 || part.begin > 0;
  const std::size_t shift = cut_before ? 1 : 0;
  if (cut_before) result.line += kCut;
  std::size_t at_column = 0, left_out = 0;  // columns before the first that is shown
  for (std::size_t at = 0; at < line.size() && at_column < last;) {
    const Shown next = shown_at(line, at);
    if (at_column < first) {
      left_out = at_column + next.columns;  // of a wide character no half is shown
    } else if (at_column + next.columns <= last) {
      result.line += next.text;
    }
    at_column += next.columns;
    at += next.length;
  }
  if (column > last || part.end < whole.size()) result.line += kCut;
  const std::size_t shown_end = std::min(caret_end, last);
  result.carets = std::string(caret_begin - left_out + shift, ' ') +
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
    if (diagnostic.of_rows) rows(diagnostic.alike);
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

  /// Where the same stands, as far as a line bears it.
  void rows(const std::vector<Span>& places) {
    constexpr std::size_t kFew = 12;
    std::string list;
    for (std::size_t i = 0; i < places.size() && i < kFew; ++i) {
      list += (i == 0 ? "" : ", ") + margin(places[i]);
    }
    if (places.size() > kFew) list += ", …";
    const Text what =
        sources_.sheet(places.front().source) ? Text("celle", "cells") : Text("righe", "rows");
    out_ += "  " + in(what) + ": " + list + '\n';
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

std::string harmless(std::string_view text) {
  std::string clean;
  for (std::size_t at = 0; at < text.size();) {
    const Shown next = shown_at(text, at);
    clean += text[at] == '\t' ? " " : next.text;
    at += next.length;
  }
  return clean;
}

std::string render(const Diagnostic& diagnostic, const SourceMap& sources, RenderOptions options) {
  return Renderer(sources, options).run(diagnostic);
}

std::string render(const DiagnosticBag& bag, const SourceMap& sources, RenderOptions options) {
  std::string all;
  for (const Diagnostic& diagnostic : bag.all()) all += render(diagnostic, sources, options);
  return all;
}

}  // namespace leps::inline diagnostics
