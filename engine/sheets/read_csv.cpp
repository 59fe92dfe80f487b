#include "sheets/read_csv.hpp"

#include "base/blanks.hpp"
#include "base/watch.hpp"
#include "sheets/find_header.hpp"

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

/// What stands before each `separator` of a line, without quotation marks.
std::vector<std::string> parts_of(std::string_view line, char separator) {
  std::vector<std::string> parts(1);
  for (const char c : line) {
    if (c == separator) {
      parts.emplace_back();
    } else if (c != '"') {
      parts.back() += c;
    }
  }
  return parts;
}

/// Where the reading begins, and what separates the fields.
struct Beginning {
  std::size_t at = 0;
  std::uint32_t line = 1;
  char separator = ';';
  std::optional<std::size_t> above;  // where a line that is passed over begins
};

/// A line longer than any header of people is not taken apart to look for one in it.
constexpr std::size_t kLongestHeader = std::size_t{1} << 16;

/// `sep=;`: how Excel is told, in a line of its own.
std::optional<char> separator_said(std::string_view line) {
  constexpr std::string_view kWord = "sep=";
  if (line.size() != kWord.size() + 1 || !line.starts_with(kWord)) return std::nullopt;
  return line.back();
}

/// Looks for the line that names the columns, below a title or a block of metadata: these follow no
/// rule of a CSV, and are not read as one. Where it is not found, the first line it is.
Beginning find_beginning(std::string_view text) {
  Beginning found;
  std::optional<char> said;
  std::optional<std::size_t> above;
  std::size_t first = 0;
  std::uint32_t first_line = 1, line_number = 0;
  for (std::size_t at = 0; at < text.size() && line_number < kLinesAbove;) {
    const std::size_t end = std::min(text.find_first_of("\r\n", at), text.size());
    const std::string_view line = text.substr(at, end - at);
    ++line_number;
    std::size_t next = end;
    if (next < text.size() && text[next] == '\r') ++next;
    if (next < text.size() && text[next] == '\n') ++next;
    if (const auto separator = line_number == 1 ? separator_said(line) : std::nullopt) {
      said = separator;
      first = next;
      first_line = 2;
    } else if (line.size() <= kLongestHeader) {
      for (const char each : said ? std::string(1, *said) : std::string(kSeparators)) {
        if (name_columns(parts_of(line, each))) return {at, line_number, each, above};
      }
    }
    if (at >= first && !above && !trimmed(line).empty()) above = at;
    at = next;
  }
  found.at = first;
  found.line = first_line;
  found.separator = said.value_or(find_separator(text.substr(first)));
  return found;
}

class CsvReader {
 public:
  CsvReader(std::string_view text, SourceId source, const KeepRow& keep, DiagnosticBag& bag)
      : text_(text), source_(source), keep_(keep), bag_(bag) {}

  std::optional<Grid> read(std::string name) {
    const Beginning beginning = find_beginning(text_);
    separator_ = beginning.separator;
    at_ = beginning.at;
    number_ = beginning.line - 1;
    if (beginning.above) {
      bag_.report(Code::table_lines_above, span(*beginning.above, *beginning.above),
                  {std::to_string(beginning.line)});
    }
    Grid grid{source_, std::move(name), false, {}};
    if (!read_rows(grid)) return std::nullopt;
    if (grid.rows.empty()) return std::nullopt;
    drop_below(grid, bag_);
    width_ = grid.rows.front().cells.size();
    grid.rows_refused = std::erase_if(grid.rows, [this](Row& row) { return !fits(row); }) > 0;
    return grid;
  }

 private:
  bool read_rows(Grid& grid) {
    while (at_ < text_.size()) {
      checkpoint();
      Row row{++number_, {}};
      if (!read_row(row)) return false;
      const bool blank = std::all_of(row.cells.begin(), row.cells.end(),
                                     [](const Cell& cell) { return cell.text.empty(); });
      if (blank) continue;
      if (grid.rows.empty()) {
        while (row.cells.back().text.empty()) row.cells.pop_back();
      }
      if (is_passed_over(grid, row)) continue;
      cells_ += row.cells.size();
      if (cells_ > kMaxCells) {
        bag_.report(Code::sheet_too_many_cells, row.cells.front().span, {std::to_string(kMaxCells)})
            .hint({"dividi la tabella in più file", "split the table into several files"});
        return false;
      }
      grid.rows.push_back(std::move(row));
    }
    return true;
  }

  [[nodiscard]] bool is_passed_over(const Grid& grid, const Row& row) const {
    if (!keep_ || grid.rows.empty()) return false;
    const Row& header = grid.rows.front();
    return row.cells.size() == header.cells.size() && !keep_(header, row);
  }

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
    set(cell, text_.substr(begin, at_ - begin), begin, at_);
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
    set(cell, value, begin, end);
    return true;
  }

  void set(Cell& cell, std::string_view value, std::size_t begin, std::size_t end) {
    cell.text = trimmed(value);
    for (char& c : cell.text) {
      if (c == '\t' || c == '\r' || c == '\n') c = ' ';
    }
    const std::string_view written = trimmed(text_.substr(begin, end - begin));
    if (written.empty()) {
      begin = end;
    } else {
      begin = static_cast<std::size_t>(written.data() - text_.data());
      end = begin + written.size();
    }
    cell.span = span(begin, end);
  }

  [[nodiscard]] Span span(std::size_t begin, std::size_t end) const {
    return {source_, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
  }

  std::string_view text_;
  SourceId source_;
  char separator_ = ';';
  const KeepRow& keep_;
  DiagnosticBag& bag_;
  std::size_t at_ = 0, width_ = 0, cells_ = 0;
  std::uint32_t number_ = 0;
};

}  // namespace

std::optional<Grid> read_csv(const SourceMap& sources, SourceId source, std::string name,
                             DiagnosticBag& bag, const KeepRow& keep) {
  bag.expect_rows(source);
  DiagnosticBag found;
  auto grid = CsvReader(sources.text(source), source, keep, found).read(std::move(name));
  if (!grid && !found.has_errors()) {
    found.report(Code::data_empty_file, Span{source, 0, 0})
        .hint({"la prima riga ha i nomi delle colonne: ambito, anno, e i dati",
               "the first row holds the names of the columns: ambito, anno, and the data"});
  }
  bag.append(std::move(found));
  return grid;
}

}  // namespace leps::sheets
