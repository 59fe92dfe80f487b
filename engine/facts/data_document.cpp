#include "facts/data_document.hpp"

#include "base/digits.hpp"
#include "base/watch.hpp"
#include "facts/read_field.hpp"
#include "source/check_text.hpp"
#include "trees/format_names.hpp"
#include "trees/keys.hpp"
#include "trees/tree_mistakes.hpp"

#include <algorithm>
#include <iomanip>
#include <sstream>
#include <unordered_map>

namespace leps::inline reading {
namespace {

using trees::DataMap;
using trees::DataNode;
using trees::DataSequence;

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

/// Writes the text and, beside it, the tree: each node with the place of what was just written.
class DocumentWriter {
 public:
  DocumentWriter(const reading::Vocabulary& names, SourceId source, DiagnosticBag& bag)
      : names_(names), source_(source), bag_(bag) {}

  /// Nothing where it has more values than a file may.
  std::optional<DataNode> write(const DataDocument& document) {
    Entries root(*this);
    line(root, "", key::ambito, document.ambito);
    lines(root, "", document.described);
    root.add(key::anni, [&] {
      text_ += ":\n";
      Entries years(*this);
      for (const DataDocument::Year& year : document.years) add(years, year);
      return years.take();
    });
    DataNode node = root.take();
    if (too_many_) return std::nullopt;
    return node;
  }
  std::string take_text() { return std::move(text_); }

 private:
  /// The entries of a map that is being written, from here on.
  class Entries {
   public:
    explicit Entries(DocumentWriter& writer) : writer_(writer) {}

    /// @param write_value  writes all that comes after the key, and gives its node
    template <class WriteValue>
    void add(const std::string& key, const WriteValue& write_value) {
      DataNode name = writer_.scalar(key);
      if (map_.entries.empty()) begin_ = name.span.begin;
      DataNode value = write_value();
      end_ = std::max(name.span.end, value.span.end);
      const auto [first, is_new] = known_.try_emplace(key, name.span);
      if (is_new) {
        map_.entries.push_back({key, name.span, std::move(value)});
      } else {
        trees::report_doubled(key, name.span, first->second, writer_.bag_);
      }
    }
    DataNode take() { return writer_.placed({std::move(map_), {writer_.source_, begin_, end_}}); }
    /// In braces, from there to here.
    DataNode take(std::size_t brace) {
      return writer_.placed({std::move(map_), writer_.since(brace)});
    }

   private:
    DocumentWriter& writer_;
    DataMap map_;
    std::unordered_map<std::string, Span> known_;
    std::uint32_t begin_ = 0, end_ = 0;
  };

  void add(Entries& years, const DataDocument::Year& year) {
    text_ += "  ";
    years.add(std::to_string(year.number), [&] {
      text_ += ":\n";
      Entries entries(*this);
      lines(entries, "    ", year.described);
      group(entries, key::dati, year.data, [&](Entries& data, const DataDocument::Datum& datum) {
        data.add(datum.name, [&] { return sourced(datum); });
        text_ += "\n";
      });
      if (!year.lists.empty()) {
        group(entries, key::elenchi, year.lists,
              [&](Entries& lists, const DataDocument::List& list) {
                lists.add(list.name, [&] { return rows(list); });
              });
      }
      if (!year.groups.empty()) {
        group(entries, key::gruppi, year.groups, [&](Entries& groups, const auto& field) {
          groups.add(field.first, [&] { return text_after_colon(field.second); });
          text_ += "\n";
        });
      }
      return entries.take();
    });
  }

  /// An entry of a year, and under it its own, each on a line.
  template <class Item, class AddItem>
  void group(Entries& entries, const char* key, const std::vector<Item>& items,
             const AddItem& add_item) {
    text_ += "    ";
    entries.add(key, [&] {
      if (items.empty()) {
        text_ += ": {}";
        return placed({DataMap{}, since(text_.size() - 2)});
      }
      text_ += ":\n";
      Entries own(*this);
      for (const Item& item : items) {
        text_ += "      ";
        add_item(own, item);
      }
      return own.take();
    });
    if (items.empty()) text_ += "\n";
  }

  DataNode sourced(const DataDocument::Datum& datum) {
    const Type* type = type_of(names_.data, datum.name);
    text_ += ":";
    if (datum.values.size() == 1) {
      text_ += " ";
      const DataDocument::Sourced& only = datum.values[0];
      return only.source || only.as_of ? braces(only, type) : value(only.value, type);
    }
    DataSequence sequence;
    const std::size_t begin = text_.size() + 9;
    for (const DataDocument::Sourced& each : datum.values) {
      text_ += "\n        - ";
      sequence.items.push_back(braces(each, type));
    }
    return placed({std::move(sequence), since(begin)});
  }

  DataNode braces(const DataDocument::Sourced& sourced, const Type* type) {
    const std::size_t begin = text_.size();
    text_ += "{";
    Entries entries(*this);
    entries.add(key::valore, [&] {
      text_ += ": ";
      return value(sourced.value, type);
    });
    const auto add = [&](const char* key, const std::optional<std::string>& said) {
      if (!said) return;
      text_ += ", ";
      entries.add(key, [&] { return text_after_colon(*said); });
    };
    add(key::fonte, sourced.source);
    add(key::al, sourced.as_of);
    text_ += "}";
    return entries.take(begin);
  }

  DataNode rows(const DataDocument::List& list) {
    DataSequence sequence;
    if (list.rows.empty()) {
      text_ += ": []";
      const std::size_t begin = text_.size() - 2;
      text_ += "\n";
      return placed({std::move(sequence), between(begin, begin + 2)});
    }
    text_ += ":\n";
    const std::size_t begin = text_.size() + 8;
    for (const DataDocument::Fields& row : list.rows) {
      text_ += "        - ";
      const std::size_t brace = text_.size();
      text_ += "{";
      Entries entries(*this);
      for (std::size_t i = 0; i < row.size(); ++i) {
        text_ += i ? ", " : "";
        entries.add(row[i].first, [&] {
          text_ += ": ";
          return value(row[i].second, type_of(names_.fields, list.name + "." + row[i].first));
        });
      }
      text_ += "}";
      sequence.items.push_back(entries.take(brace));
      text_ += "\n";
    }
    return placed({std::move(sequence), between(begin, text_.size() - 1)});
  }

  void lines(Entries& entries, const char* indent, const DataDocument::Fields& fields) {
    for (const auto& [name, text] : fields) line(entries, indent, name, text);
  }

  void line(Entries& entries, const char* indent, const std::string& name,
            const std::string& text) {
    text_ += indent;
    entries.add(name, [&] { return text_after_colon(text); });
    text_ += "\n";
  }

  DataNode text_after_colon(const std::string& text) {
    text_ += ": ";
    return scalar(text);
  }

  [[nodiscard]] const Type* type_of(const std::map<std::string, DatumId, std::less<>>& names,
                                    const std::string& name) const {
    const auto found = names.find(name);
    return found == names.end() ? nullptr : &names_.typed.data[found->second].type;
  }

  DataNode value(const std::string& text, const Type* type) {
    std::optional<DataNode> bracketed;
    if (type && std::holds_alternative<NumberOf>(*type)) bracketed = range(text);
    if (type && std::holds_alternative<PeriodOf>(*type)) bracketed = period(text);
    return bracketed ? *std::move(bracketed) : scalar(text);
  }

  /// `[4, 9]`, `[4, ~]`. Nothing, and nothing written, of any other text.
  std::optional<DataNode> range(std::string_view text) {
    const auto parts = within(text, '[', ']');
    if (parts.size() != 2) return std::nullopt;
    DataSequence sequence;
    const std::size_t begin = text_.size();
    text_ += "[";
    for (std::size_t i = 0; i < 2; ++i) {
      text_ += i ? ", " : "";
      const bool open = parts[i].empty() || parts[i] == "~" || parts[i] == "null";
      sequence.items.push_back(open ? null() : scalar(std::string(parts[i])));
    }
    text_ += "]";
    return placed({std::move(sequence), since(begin)});
  }

  /// `{dal: 2025-10-01, al: 2025-12-31}`, `{dal: 2025-10-01}`.
  std::optional<DataNode> period(std::string_view text) {
    std::vector<std::pair<std::string_view, std::string_view>> ends;
    for (const std::string_view part : within(text, '{', '}')) {
      const std::size_t colon = part.find(':');
      if (colon == std::string_view::npos) return std::nullopt;
      ends.emplace_back(trimmed(part.substr(0, colon)), trimmed(part.substr(colon + 1)));
    }
    if (ends.empty()) return std::nullopt;
    const std::size_t begin = text_.size();
    text_ += "{";
    Entries entries(*this);
    for (std::size_t i = 0; i < ends.size(); ++i) {
      text_ += i ? ", " : "";
      entries.add(std::string(ends[i].first),
                  [&] { return text_after_colon(std::string(ends[i].second)); });
    }
    text_ += "}";
    return entries.take(begin);
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

  DataNode null() {
    text_ += "~";
    return placed({trees::DataNull{}, since(text_.size() - 1)});
  }

  DataNode scalar(const std::string& text) {
    const std::size_t begin = text_.size();
    if (is_plain(text)) {
      text_ += text;
      return placed({text, since(begin)});
    }
    char broken = 0;
    text_ += '"';
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t length = std::max<std::size_t>(character_length(text, at), 1);
      const char first = text[at];
      if (first == '\n' || first == '\r' || first == '\t') broken = first;
      character(text.substr(at, length));
      at += length;
    }
    text_ += '"';
    const Span where = since(begin);
    trees::report_hidden(text, where, bag_);
    if (broken) report_broken(broken, where);
    return placed({text, where});
  }

  void report_broken(char character, Span where) {
    bag_.report(Code::text_control_character, where,
                {character == '\n'   ? "U+000A"
                 : character == '\r' ? "U+000D"
                                     : "U+0009"})
        .hint({"il valore sta su una riga: al posto di \\n, \\r o \\t metti uno spazio",
               "the value stands on one line: put a space in the place of \\n, \\r or \\t"});
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

  [[nodiscard]] Span between(std::size_t begin, std::size_t end) const {
    return {source_, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
  }
  [[nodiscard]] Span since(std::size_t begin) const { return between(begin, text_.size()); }

  /// Counts the values, as reading a file does.
  DataNode placed(DataNode node) {
    checkpoint();
    if (++values_ > trees::kMaxDataValues && !too_many_) {
      too_many_ = true;
      trees::report_too_many(node.span, bag_);
    }
    return node;
  }

  const reading::Vocabulary& names_;
  SourceId source_;
  DiagnosticBag& bag_;
  std::string text_;
  std::size_t values_ = 0;
  bool too_many_ = false;
};

/// The key, where it is one: messages show the name of a file as it is.
std::string file_name(const std::string& ambito) {
  return (is_ambito_key(ambito) ? ambito : key::ambito) + ".yaml";
}

}  // namespace

WrittenDocument add_document(SourceMap& sources, const DataDocument& document,
                             const reading::Vocabulary& names, DiagnosticBag& bag) {
  DocumentWriter writer(names, sources.next(), bag);
  std::optional<DataNode> root = writer.write(document);
  return {sources.add(file_name(document.ambito), writer.take_text()), std::move(root)};
}

}  // namespace leps::inline reading
