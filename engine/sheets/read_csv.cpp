#include "sheets/read_csv.hpp"

#include "base/watch.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace leps::sheets {
namespace {

constexpr std::string_view kSeparators = ";\t,";  // of those equally frequent, the first

bool is_line_end(char c) { return c == '\n' || c == '\r'; }

/// Counts what stands in the first row that is not blank, outside quotation marks.
char find_separator(std::string_view text) {
  std::array<std::size_t, kSeparators.size()> counts{};
  bool quoted = false, blank = true;
  for (const char c : text) {
    if (c == '"') quoted = !quoted;
    if (quoted) continue;
    if (is_line_end(c)) {
      if (!blank) break;
      continue;
    }
    blank = false;
    if (const std::size_t which = kSeparators.find(c); which != std::string_view::npos) {
      ++counts[which];
    }
  }
  const auto most = std::max_element(counts.begin(), counts.end());
  return kSeparators[static_cast<std::size_t>(most - counts.begin())];
}

Text in_words(char separator) {
  switch (separator) {
    case ';':
      return {"il punto e virgola", "a semicolon"};
    case ',':
      return {"la virgola", "a comma"};
    default:
      return {"una tabulazione", "a tab"};
  }
}

class CsvReader {
 public:
  CsvReader(std::string_view text, SourceId source, DiagnosticBag& bag)
      : text_(text), source_(source), separator_(find_separator(text)), bag_(bag) {}

  std::optional<Grid> read(std::string name) {
    Grid grid{source_, std::move(name), false, {}};
    while (at_ < text_.size()) {
      checkpoint();
      Row row{++number_, {}};
      if (!read_row(row)) return std::nullopt;
      const bool blank = std::all_of(row.cells.begin(), row.cells.end(),
                                     [](const Cell& cell) { return cell.text.empty(); });
      if (blank) continue;
      if (grid.rows.empty()) {
        while (row.cells.back().text.empty()) row.cells.pop_back();
        width_ = row.cells.size();
      } else if (!fits(row)) {
        continue;
      }
      cells_ += row.cells.size();
      if (cells_ > kMaxCells) {
        bag_.report(Code::sheet_too_many_cells, row.cells.front().span, {std::to_string(kMaxCells)})
            .hint({"dividi la tabella in più file", "split the table into several files"});
        return std::nullopt;
      }
      grid.rows.push_back(std::move(row));
    }
    if (grid.rows.empty()) return std::nullopt;
    return grid;
  }

 private:
  /// Fields behind the last column are no mistake while they are empty: spreadsheets write them.
  bool fits(Row& row) {
    while (row.cells.size() > width_ && row.cells.back().text.empty()) row.cells.pop_back();
    if (row.cells.size() == width_) return true;
    const bool more = row.cells.size() > width_;
    const Span where = more ? row.cells[width_].span : row.cells.back().span;
    Diagnostic& wrong = bag_.report(Code::sheet_row_length, where,
                                    {std::to_string(row.cells.size()), std::to_string(width_)});
    if (more && separator_ == ',') {
      wrong.hint(
          {"fra i campi c'è la virgola: un numero come 17,5 o un testo con una virgola va "
           "fra virgolette",
           "a comma stands between fields: a number such as 17,5 or a text with a comma "
           "goes between quotation marks"});
    } else if (more) {
      wrong.hint(format({"fra i campi c'è {0}: un testo che lo contiene va fra virgolette",
                         "{0} stands between fields: a text that holds one goes between quotation "
                         "marks"},
                        {in_words(separator_)}));
    } else {
      wrong.hint(format({"fra i campi c'è {0}, anche fra quelli vuoti",
                         "{0} stands between fields, empty ones too"},
                        {in_words(separator_)}));
    }
    return false;
  }

  bool read_row(Row& row) {
    for (;;) {
      Cell cell;
      cell.column = static_cast<std::uint32_t>(row.cells.size() + 1);
      if (!read_field(cell)) return false;
      row.cells.push_back(std::move(cell));
      if (row.cells.size() > kMaxCells) return too_many(row.cells.back().span);
      if (at_ < text_.size() && text_[at_] == separator_) {
        ++at_;
        continue;
      }
      if (at_ < text_.size() && text_[at_] == '\r') ++at_;
      if (at_ < text_.size() && text_[at_] == '\n') ++at_;
      return true;
    }
  }

  bool too_many(Span where) {
    bag_.report(Code::sheet_too_many_cells, where, {std::to_string(kMaxCells)})
        .hint({"dividi la tabella in più file", "split the table into several files"});
    return false;
  }

  bool read_field(Cell& cell) {
    const std::size_t begin = at_;
    while (at_ < text_.size() && text_[at_] == ' ') ++at_;
    if (at_ < text_.size() && text_[at_] == '"') return read_quoted(cell);
    at_ = begin;
    while (at_ < text_.size() && text_[at_] != separator_ && !is_line_end(text_[at_])) {
      if (text_[at_] == '"') {
        bag_.report(Code::sheet_stray_quote, span(at_, at_ + 1))
            .hint({"un campo con virgolette va tutto fra virgolette, e le sue si raddoppiano: "
                   "\"detto \"\"il Vecchio\"\"\"",
                   "a field that holds quotation marks goes between quotation marks, and its own "
                   "are doubled: \"called \"\"the Elder\"\"\""});
        return false;
      }
      ++at_;
    }
    set(cell, std::string(text_.substr(begin, at_ - begin)), begin, at_);
    return true;
  }

  bool read_quoted(Cell& cell) {
    const std::size_t begin = at_++;
    std::string value;
    for (;; ++at_) {
      if (at_ >= text_.size()) {
        bag_.report(Code::sheet_open_quote, span(begin, begin + 1))
            .hint({"chiudi le virgolette alla fine del campo",
                   "close the quotation marks at the end of the field"});
        return false;
      }
      if (text_[at_] == '"') {
        if (at_ + 1 >= text_.size() || text_[at_ + 1] != '"') break;
        ++at_;
      }
      value += text_[at_];
    }
    const std::size_t end = ++at_;
    while (at_ < text_.size() && text_[at_] == ' ') ++at_;
    if (at_ < text_.size() && text_[at_] != separator_ && !is_line_end(text_[at_])) {
      bag_.report(Code::sheet_stray_quote, span(end - 1, end))
          .hint(
              {"dopo le virgolette che chiudono un campo ne comincia un altro, o la riga finisce; "
               "quelle dentro il testo si raddoppiano",
               "behind the quotation marks that close a field another one begins, or the row "
               "ends; those within the text are doubled"});
      return false;
    }
    set(cell, std::move(value), begin, end);
    return true;
  }

  void set(Cell& cell, std::string value, std::size_t begin, std::size_t end) {
    constexpr std::string_view kWhite = " \t\r\n";
    const std::size_t first = value.find_first_not_of(kWhite);
    cell.text = first == std::string::npos
                    ? std::string()
                    : value.substr(first, value.find_last_not_of(kWhite) - first + 1);
    for (char& c : cell.text) {
      if (c == '\t' || c == '\r' || c == '\n') c = ' ';
    }
    while (begin < end && text_[begin] == ' ') ++begin;
    while (end > begin && text_[end - 1] == ' ') --end;
    cell.span = span(begin, end);
  }

  [[nodiscard]] Span span(std::size_t begin, std::size_t end) const {
    return {source_, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
  }

  std::string_view text_;
  SourceId source_;
  char separator_;
  DiagnosticBag& bag_;
  std::size_t at_ = 0, width_ = 0, cells_ = 0;
  std::uint32_t number_ = 0;
};

}  // namespace

std::optional<Grid> read_csv(const SourceMap& sources, SourceId source, std::string name,
                             DiagnosticBag& bag) {
  DiagnosticBag found;
  auto grid = CsvReader(sources.text(source), source, found).read(std::move(name));
  if (!grid && !found.has_errors()) {
    found.report(Code::data_empty_file, Span{source, 0, 0})
        .hint({"la prima riga ha i nomi delle colonne: ambito, anno, e i dati",
               "the first row holds the names of the columns: ambito, anno, and the data"});
  }
  bag.append(std::move(found));
  return grid;
}

}  // namespace leps::sheets
