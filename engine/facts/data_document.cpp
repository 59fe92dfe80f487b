#include "facts/data_document.hpp"

#include "facts/keys.hpp"
#include "facts/read_field.hpp"
#include "facts/vocabulary.hpp"
#include "source/check_text.hpp"

#include <algorithm>
#include <iomanip>
#include <sstream>

namespace leps {
namespace {

using reading::trimmed;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }

/// True of what YAML reads as the same text without quotation marks, wherever it stands.
bool is_plain(std::string_view text) {
  if (text.empty() || text.back() == ' ' || text == "null" || text == "Null" || text == "NULL") {
    return false;
  }
  const bool negative = text.size() > 1 && text[0] == '-' && is_digit(text[1]);
  if (!is_letter(text[0]) && !is_digit(text[0]) && !negative) return false;
  return std::all_of(text.begin(), text.end(), [](char c) {
    return is_letter(c) || is_digit(c) || c == ' ' || c == '.' || c == '-' || c == '/' || c == '%';
  });
}

class DocumentWriter {
 public:
  explicit DocumentWriter(const Rulebook& rulebook) : names_(rulebook) {}

  /// Bytes of the text, from and to, of a value that holds a line break or a tabulation.
  struct Broken {
    std::size_t begin, end;
    char character;
  };
  [[nodiscard]] const std::vector<Broken>& broken() const { return broken_; }

  std::string operator()(const DataDocument& document) {
    entry("", "ambito", document.ambito);
    fields("", document.described);
    text_ += "anni:\n";
    for (const DataDocument::Year& year : document.years) write(year);
    return std::move(text_);
  }

 private:
  void write(const DataDocument::Year& year) {
    text_ += "  " + std::to_string(year.number) + ":\n";
    fields("    ", year.described);
    text_ += year.data.empty() ? "    dati: {}\n" : "    dati:\n";
    for (const DataDocument::Datum& datum : year.data) write(datum);
    if (!year.lists.empty()) text_ += "    elenchi:\n";
    for (const DataDocument::List& list : year.lists) write(list);
    if (!year.groups.empty()) text_ += "    gruppi:\n";
    fields("      ", year.groups);
  }

  void write(const DataDocument::Datum& datum) {
    text_ += "      ";
    scalar(datum.name);
    text_ += ":";
    const Type* type = type_of(names_.data, datum.name);
    const bool one = datum.values.size() == 1;
    for (const DataDocument::Sourced& each : datum.values) {
      text_ += one ? " " : "\n        - ";
      write(each, type, one);
    }
    text_ += "\n";
  }

  void write(const DataDocument::Sourced& sourced, const Type* type, bool alone) {
    if (alone && !sourced.source && !sourced.as_of) return value(sourced.value, type);
    text_ += "{valore: ";
    value(sourced.value, type);
    if (sourced.source) {
      text_ += ", fonte: ";
      scalar(*sourced.source);
    }
    if (sourced.as_of) {
      text_ += ", al: ";
      scalar(*sourced.as_of);
    }
    text_ += "}";
  }

  void write(const DataDocument::List& list) {
    text_ += "      ";
    scalar(list.name);
    text_ += list.rows.empty() ? ": []\n" : ":\n";
    for (const DataDocument::Fields& row : list.rows) {
      text_ += "        - {";
      for (std::size_t i = 0; i < row.size(); ++i) {
        text_ += i ? ", " : "";
        scalar(row[i].first);
        text_ += ": ";
        value(row[i].second, type_of(names_.fields, list.name + "." + row[i].first));
      }
      text_ += "}\n";
    }
  }

  void fields(const char* indent, const DataDocument::Fields& fields) {
    for (const auto& [name, text] : fields) entry(indent, name, text);
  }

  void entry(const char* indent, const std::string& name, const std::string& text) {
    text_ += indent;
    scalar(name);
    text_ += ": ";
    scalar(text);
    text_ += "\n";
  }

  [[nodiscard]] const Type* type_of(const std::map<std::string, DatumId, std::less<>>& names,
                                    const std::string& name) const {
    const auto found = names.find(name);
    return found == names.end() ? nullptr : &names_.typed.data[found->second].type;
  }

  void value(const std::string& text, const Type* type) {
    if (type && std::holds_alternative<NumberOf>(*type) && range(text)) return;
    if (type && std::holds_alternative<PeriodOf>(*type) && period(text)) return;
    scalar(text);
  }

  /// `[4, 9]`, `[4, ~]`. False, and nothing written, of any other text.
  bool range(std::string_view text) {
    const auto parts = within(text, '[', ']');
    if (parts.size() != 2) return false;
    text_ += "[";
    for (std::size_t i = 0; i < 2; ++i) {
      text_ += i ? ", " : "";
      const bool open = parts[i].empty() || parts[i] == "~" || parts[i] == "null";
      open ? void(text_ += "~") : scalar(std::string(parts[i]));
    }
    text_ += "]";
    return true;
  }

  /// `{dal: 2025-10-01, al: 2025-12-31}`, `{dal: 2025-10-01}`.
  bool period(std::string_view text) {
    std::vector<std::pair<std::string_view, std::string_view>> ends;
    for (const std::string_view part : within(text, '{', '}')) {
      const std::size_t colon = part.find(':');
      if (colon == std::string_view::npos) return false;
      ends.emplace_back(trimmed(part.substr(0, colon)), trimmed(part.substr(colon + 1)));
    }
    if (ends.empty()) return false;
    text_ += "{";
    for (std::size_t i = 0; i < ends.size(); ++i) {
      text_ += i ? ", " : "";
      scalar(std::string(ends[i].first));
      text_ += ": ";
      scalar(std::string(ends[i].second));
    }
    text_ += "}";
    return true;
  }

  /// What stands between two brackets, divided by commas; nothing where they do not enclose it all.
  static std::vector<std::string_view> within(std::string_view text, char open, char close) {
    text = trimmed(text);
    if (text.size() < 2 || text.front() != open || text.back() != close) return {};
    text = text.substr(1, text.size() - 2);
    std::vector<std::string_view> parts;
    for (std::size_t at = 0; at <= text.size();) {
      const std::size_t comma = std::min(text.find(',', at), text.size());
      parts.push_back(trimmed(text.substr(at, comma - at)));
      at = comma + 1;
    }
    return parts;
  }

  void scalar(const std::string& text) {
    if (is_plain(text)) {
      text_ += text;
      return;
    }
    const std::size_t begin = text_.size();
    std::optional<char> broken;
    text_ += '"';
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t length = std::max<std::size_t>(character_length(text, at), 1);
      const char first = text[at];
      if (first == '\n' || first == '\r' || first == '\t') broken = first;
      character(text.substr(at, length));
      at += length;
    }
    text_ += '"';
    if (broken) broken_.push_back({begin, text_.size(), *broken});
  }

  void character(const std::string& one) {
    std::string shown = one;  // check_text() takes a byte-order mark off what it is given
    if (one == "\n" || one == "\r" || one == "\t") {
      text_ += one == "\n" ? "\\n" : one == "\r" ? "\\r" : "\\t";
    } else if (one == "\"" || one == "\\") {
      text_ += "\\" + one;
    } else if (const auto hidden = check_text(shown)) {  // read, it is refused at its own place
      std::ostringstream number;
      number << "\\u" << std::hex << std::setw(4) << std::setfill('0') << hidden->value;
      text_ += number.str();
    } else {
      text_ += one;
    }
  }

  reading::Vocabulary names_;
  std::string text_;
  std::vector<Broken> broken_;
};

/// The key, where it is one: messages show the name of a file as it is.
std::string file_name(const std::string& ambito) {
  return (is_ambito_key(ambito) ? ambito : "ambito") + ".yaml";
}

}  // namespace

SourceId add_document(SourceMap& sources, const DataDocument& document, const Rulebook& rulebook,
                      DiagnosticBag& bag) {
  DocumentWriter write(rulebook);
  std::string text = write(document);
  const SourceId source = sources.add(file_name(document.ambito), std::move(text));
  for (const DocumentWriter::Broken& broken : write.broken()) {
    bag.report(Code::text_control_character,
               Span{source, static_cast<std::uint32_t>(broken.begin),
                    static_cast<std::uint32_t>(broken.end)},
               {broken.character == '\n'   ? "U+000A"
                : broken.character == '\r' ? "U+000D"
                                           : "U+0009"})
        .hint({"il valore sta su una riga: al posto di \\n, \\r o \\t metti uno spazio",
               "the value stands on one line: put a space in the place of \\n, \\r or \\t"});
  }
  return source;
}

}  // namespace leps
