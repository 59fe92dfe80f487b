#include "xlsx/workbook.hpp"

#include "words/text.hpp"

#include <sys/mman.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cmath>
#include <map>
#include <set>
#include <stdexcept>
#include <tuple>

namespace leps::xlsx {
namespace {

// What Excel takes; libxlsxwriter leaves out what is longer.
constexpr std::size_t kLongestText = 32'767, kLongestTitle = 32, kLongestMessage = 255;
constexpr int kMostLines = 20;   // of one row
constexpr int kPageWidth = 280;  // characters across a lying A4 that can still be read
// Any day will do, but it must be the same on every day.
constexpr time_t kCreated = 1'735'689'600;  // 1 January 2025

/// The text, cut before `most` characters; of UTF-16, as Excel counts, never more than bytes.
std::string cut(std::string text, std::size_t most) {
  if (text.size() <= most) return text;
  std::size_t end = most - std::string_view("…").size();
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return text.substr(0, end) + "…";
}

/// For functions of C that take what they do not change as `char*`.
char* borrowed(std::string& text) { return text.data(); }

/// A number as a formula, `=1/3`: exact, where a double would not be.
std::string as_formula(const Rational& value) { return "=" + to_string(value); }

lxw_worksheet* of(void* worksheet) { return static_cast<lxw_worksheet*>(worksheet); }

/// A file in memory that has a name, for a library that writes only to names.
class MemoryFile {
 public:
  MemoryFile() : descriptor_(::memfd_create("leps", MFD_CLOEXEC)) {}
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;
  ~MemoryFile() {
    if (descriptor_ >= 0) ::close(descriptor_);
  }

  [[nodiscard]] std::string name() const { return "/proc/self/fd/" + std::to_string(descriptor_); }
  [[nodiscard]] std::optional<std::string> bytes() const {
    std::string all;
    std::array<char, 1 << 16> some;
    while (true) {
      const ssize_t got =
          ::pread(descriptor_, some.data(), some.size(), static_cast<off_t>(all.size()));
      if (got < 0 && errno == EINTR) continue;
      if (got < 0) return std::nullopt;
      if (got == 0) return all;
      all.append(some.data(), static_cast<std::size_t>(got));
    }
  }

 private:
  int descriptor_;
};

const char* share_format(const Rational& value) {
  const Rational least(1, 2'000'000);  // half of the last digit shown
  const bool hidden = (value > 0 && value < least) || (value < 1 && value > 1 - least);
  return hidden ? "0.0##########%" : "0.0###%";
}

const char* number_format(const Rational& value) {
  if (is_whole(value)) return "#,##0";
  const Rational size = value < 0 ? Rational(-value) : value;
  return size < Rational(1, 100) ? "General" : "#,##0.00##";
}

}  // namespace

struct Workbook::Own {
  MemoryFile file;
  lxw_workbook* workbook = nullptr;
  std::map<std::tuple<Face, std::string>, lxw_format*> formats;

  /// What a sheet's rows and pages need room for. Excel fits rows to wrapped text by itself when it
  /// opens a file; other programs do not.
  struct Layout {
    std::map<std::uint16_t, int> widths;
    std::map<std::uint32_t, int> lines;
    std::set<std::uint32_t> titles;
    bool lying = false;
  };
  std::map<void*, Layout> layouts;

  void note(void* sheet, At at, const std::string& text, Face face) {
    Layout& layout = layouts[sheet];
    if (face == Face::title) layout.titles.insert(at.row);
    if (face == Face::title || face == Face::quiet || face == Face::alarm) return;  // no wrapping
    const auto width = layout.widths.find(at.column);
    if (width == layout.widths.end()) return;
    // Two columns less than there are: words break early, and bold is wide.
    const auto room = static_cast<std::size_t>(std::max(width->second - 2, 4));
    const std::string wrapped = wrap(text, room);
    int lines = 1;
    for (std::size_t from = 0; from <= wrapped.size();) {
      const std::size_t end = std::min(wrapped.find('\n', from), wrapped.size());
      lines += from > 0 ? 1 : 0;
      // A word longer than its line is broken.
      lines += static_cast<int>(display_width(wrapped.substr(from, end - from)) / (room + 2));
      from = end + 1;
    }
    int& most = layout.lines[at.row];
    most = std::clamp(lines, most, std::max(most, kMostLines));
  }

  void lay_out() {
    constexpr double kLine = 15, kTitle = 21;
    for (const auto& [sheet, layout] : layouts) {
      for (const auto& [row, lines] : layout.lines) {
        if (lines > 1) worksheet_set_row(of(sheet), row, kLine * lines, nullptr);
      }
      for (const std::uint32_t row : layout.titles) {
        worksheet_set_row(of(sheet), row, kTitle, nullptr);
      }
      int width = 0;
      for (const auto& [column, own] : layout.widths) width += own;
      if (layout.lying) {
        worksheet_fit_to_pages(of(sheet), static_cast<std::uint16_t>(1 + width / kPageWidth), 0);
      }
    }
  }

  lxw_format* format(Face face, const std::string& digits) {
    lxw_format*& own = formats[{face, digits}];
    if (own) return own;
    own = workbook_add_format(workbook);
    if (!own) throw std::bad_alloc();
    if (!digits.empty()) format_set_num_format(own, digits.c_str());
    dress(own, face);
    return own;
  }

 private:
  static void dress(lxw_format* format, Face face) {
    format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
    const auto paint = [&](lxw_color_t paper, lxw_color_t ink) {
      format_set_bg_color(format, paper);
      format_set_font_color(format, ink);
    };
    switch (face) {
      case Face::plain:
        format_set_text_wrap(format);
        return;
      case Face::strong:
        format_set_bold(format);
        format_set_text_wrap(format);
        return;
      case Face::head:
        paint(0x1F3A5F, 0xFFFFFF);
        format_set_bold(format);
        format_set_text_wrap(format);
        format_set_border(format, LXW_BORDER_THIN);
        format_set_border_color(format, 0xB0B8C4);
        return;
      case Face::title:
        format_set_bold(format);
        format_set_font_size(format, 14);
        return;
      case Face::quiet:
        format_set_font_color(format, 0x555555);
        return;
      case Face::alarm:
        paint(0xFFE08A, 0x000000);
        format_set_bold(format);
        return;
      case Face::met:
        paint(0xDDEFDD, 0x14501F);
        break;
      case Face::partial:
        paint(0xFFF0CC, 0x5C3D00);
        break;
      case Face::unmet:
        paint(0xF8D9D5, 0x7A1410);
        break;
      case Face::unknown:
        paint(0xE3E6EC, 0x2B3440);
        break;
    }
    format_set_text_wrap(format);
  }
};

Workbook::Workbook(const std::string& title) : own_(std::make_unique<Own>()) {
  own_->workbook = workbook_new(own_->file.name().c_str());
  if (!own_->workbook) throw std::bad_alloc();
  std::string own_title = cut(plain(title), kLongestMessage), author = "leps";
  lxw_doc_properties properties{};
  properties.title = borrowed(own_title);
  properties.author = borrowed(author);
  properties.created = kCreated;
  workbook_set_properties(own_->workbook, &properties);
}

Workbook::~Workbook() {
  if (own_->workbook) lxw_workbook_free(own_->workbook);
}

Sheet Workbook::add_sheet(const std::string& name) {
  lxw_worksheet* sheet = workbook_add_worksheet(own_->workbook, name.c_str());
  if (!sheet) throw std::logic_error("not the name of a new sheet: " + name);
  worksheet_set_paper(sheet, 9);  // A4
  worksheet_set_margins(sheet, 0.4, 0.4, 0.5, 0.6);
  worksheet_set_footer(sheet, "&L&A&R&P / &N");
  return {*this, sheet};
}

std::optional<std::string> Workbook::finish() {
  own_->lay_out();
  const lxw_error error = workbook_close(own_->workbook);  // and frees it, come what may
  own_->workbook = nullptr;
  return error == LXW_NO_ERROR ? own_->file.bytes() : std::nullopt;
}

bool is_sheet_name(std::string_view name) {
  std::size_t characters = 0;
  for (const char c : name) characters += (static_cast<unsigned char>(c) & 0xC0U) != 0x80U ? 1 : 0;
  return characters > 0 && characters <= LXW_SHEETNAME_MAX &&
         name.find_first_of("[]:*?/\\") == std::string_view::npos && name.front() != '\'' &&
         name.back() != '\'';
}

void Sheet::text(At at, std::string_view text, Face face) {
  const std::string own = cut(plain(text), kLongestText);
  // As a text it stays one even when somebody edits the cell.
  lxw_format* format = workbook_->own_->format(face, would_run(own) ? "@" : "");
  worksheet_write_string(of(worksheet_), at.row, at.column, own.c_str(), format);
  workbook_->own_->note(worksheet_, at, own, face);
}

void Sheet::number(At at, const Rational& value, Face face) {
  const double nearest = value.nearest_double();
  if (!std::isfinite(nearest) || (nearest == 0 && value != 0)) return text(at, to_string(value));
  worksheet_write_number(of(worksheet_), at.row, at.column, nearest,
                         workbook_->own_->format(face, number_format(value)));
}

void Sheet::whole(At at, long long value) {
  worksheet_write_number(of(worksheet_), at.row, at.column, static_cast<double>(value),
                         workbook_->own_->format(Face::plain, ""));
}

void Sheet::share(At at, const Rational& value, Face face) {
  worksheet_write_number(of(worksheet_), at.row, at.column, value.nearest_double(),
                         workbook_->own_->format(face, share_format(value)));
}

void Sheet::comment(At at, std::string_view text) {
  lxw_comment_options options{};
  std::string author = "leps";
  options.author = borrowed(author);
  options.x_scale = 2.5;
  options.y_scale = 1.5;
  worksheet_write_comment_opt(of(worksheet_), at.row, at.column,
                              cut(plain(text), kLongestText).c_str(), &options);
}

void Sheet::width(std::uint16_t column, int characters, Kind kind) {
  static const std::map<Kind, std::string> kDigits = {
      {Kind::general, ""}, {Kind::text, "@"}, {Kind::day, "dd/mm/yyyy"}, {Kind::share, "0.##%"}};
  workbook_->own_->layouts[worksheet_].widths[column] = characters;
  worksheet_set_column(
      of(worksheet_), column, column, characters,
      kind == Kind::general ? nullptr : workbook_->own_->format(Face::plain, kDigits.at(kind)));
}

void Sheet::freeze(At first_free) {
  worksheet_freeze_panes(of(worksheet_), first_free.row, first_free.column);
  if (first_free.row > 0) {
    worksheet_repeat_rows(of(worksheet_), first_free.row - 1, first_free.row - 1);
  }
  if (first_free.column > 0) {
    const auto last = static_cast<lxw_col_t>(first_free.column - 1);
    worksheet_repeat_columns(of(worksheet_), 0, last);
  }
}

void Sheet::filter(At head, At last) {
  worksheet_autofilter(of(worksheet_), head.row, head.column, last.row, last.column);
}

void Sheet::print_lying() {
  worksheet_set_landscape(of(worksheet_));
  workbook_->own_->layouts[worksheet_].lying = true;
}

void Sheet::hide() { worksheet_hide(of(worksheet_)); }

namespace {

/// A validation with its texts, which must live until it is added.
class Validation {
 public:
  explicit Validation(const Prompt& prompt)
      : title_(cut(plain(prompt.title), kLongestTitle)),
        message_(cut(plain(prompt.message), kLongestMessage)) {
    rule.ignore_blank = LXW_VALIDATION_ON;
    rule.show_input = LXW_VALIDATION_ON;
    rule.show_error = LXW_VALIDATION_ON;
    rule.error_type = LXW_VALIDATION_ERROR_TYPE_WARNING;
    rule.input_title = rule.error_title = borrowed(title_);
    rule.input_message = rule.error_message = borrowed(message_);
  }

  void add(lxw_worksheet* sheet, std::uint16_t column) {
    worksheet_data_validation_range(sheet, 1, column, kFormRows, column, &rule);
  }

  lxw_data_validation rule{};

 private:
  std::string title_, message_;
};

}  // namespace

void Sheet::offer(std::uint16_t column, const std::vector<std::string>& words,
                  const Prompt& prompt) {
  std::vector<std::string> own = words;
  std::vector<char*> list;
  for (std::string& word : own) list.push_back(borrowed(word));
  list.push_back(nullptr);
  Validation validation(prompt);
  validation.rule.validate = LXW_VALIDATION_TYPE_LIST;
  validation.rule.value_list = list.data();
  validation.add(of(worksheet_), column);
}

void Sheet::offer(std::uint16_t column, const std::string& sheet, std::uint16_t from_column,
                  std::size_t count, const Prompt& prompt) {
  std::array<char, LXW_MAX_CELL_RANGE_LENGTH> range{};
  lxw_rowcol_to_range_abs(range.data(), 0, from_column, static_cast<lxw_row_t>(count - 1),
                          from_column);
  std::string formula = "=" + sheet + "!" + range.data();
  Validation validation(prompt);
  validation.rule.validate = LXW_VALIDATION_TYPE_LIST_FORMULA;
  validation.rule.value_formula = borrowed(formula);
  validation.add(of(worksheet_), column);
}

void Sheet::expect_number(std::uint16_t column, const Interval& bounds, bool whole,
                          const Prompt& prompt) {
  Validation validation(prompt);
  validation.rule.validate =
      whole ? LXW_VALIDATION_TYPE_INTEGER_FORMULA : LXW_VALIDATION_TYPE_DECIMAL_FORMULA;
  // Without a bound any number will do, which Excel only says with one.
  std::string least = bounds.lo.finite() ? as_formula(bounds.lo.value()) : "=-1E+300";
  std::string most = bounds.hi.finite() ? as_formula(bounds.hi.value()) : "=1E+300";
  validation.rule.criteria = LXW_VALIDATION_CRITERIA_BETWEEN;
  validation.rule.minimum_formula = borrowed(least);
  validation.rule.maximum_formula = borrowed(most);
  validation.add(of(worksheet_), column);
}

void Sheet::expect_day(std::uint16_t column, const Prompt& prompt) {
  Validation validation(prompt);
  std::string first = "=61";  // 1 March 1900: before, Excel's calendar is off by a day
  validation.rule.validate = LXW_VALIDATION_TYPE_DATE_FORMULA;
  validation.rule.criteria = LXW_VALIDATION_CRITERIA_GREATER_THAN_OR_EQUAL_TO;
  validation.rule.value_formula = borrowed(first);
  validation.add(of(worksheet_), column);
}

void Sheet::explain(std::uint16_t column, const Prompt& prompt) {
  Validation validation(prompt);
  validation.rule.validate = LXW_VALIDATION_TYPE_ANY;
  validation.add(of(worksheet_), column);
}

}  // namespace leps::xlsx
