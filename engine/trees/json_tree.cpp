#include "trees/json_tree.hpp"

#include "base/digits.hpp"
#include "base/watch.hpp"
#include "source/check_text.hpp"
#include "trees/tree_mistakes.hpp"
#include "trees/wording.hpp"

#include <algorithm>
#include <unordered_map>

namespace leps::inline trees {
namespace {

/// What words are made of, in any language: `sì` is read to its end.
bool is_word(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '-' ||
         c == '+' || c == '.' || static_cast<unsigned char>(c) >= 0x80;
}

/// What programs write where a computation went wrong: `NaN`, `-Infinity`.
bool is_no_number(std::string_view text) {
  if (text.starts_with('-') || text.starts_with('+')) text.remove_prefix(1);
  std::string small(text.substr(0, 9));
  for (char& c : small) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return text.size() < 9 && (small == "nan" || small == "inf" || small == "infinity");
}

void append_utf8(std::string& text, std::uint32_t c) {
  const auto byte = [&](std::uint32_t bits) { text += static_cast<char>(bits); };
  if (c < 0x80) return byte(c);
  if (c < 0x800) {
    byte(0xC0 | c >> 6);
  } else if (c < 0x10000) {
    byte(0xE0 | c >> 12);
    byte(0x80 | (c >> 6 & 0x3F));
  } else {
    byte(0xF0 | c >> 18);
    byte(0x80 | (c >> 12 & 0x3F));
    byte(0x80 | (c >> 6 & 0x3F));
  }
  byte(0x80 | (c & 0x3F));
}

class JsonReader {
 public:
  JsonReader(std::string_view text, SourceId source, DiagnosticBag& bag)
      : text_(text), source_(source), bag_(bag) {}

  std::optional<DataNode> read() {
    skip_blank();
    if (at_ == text_.size()) {
      bag_.report(Code::data_empty_file, span(0, 0))
          .hint({"un file di dati comincia con {\"ambito\": … e ha i suoi anni sotto \"anni\"",
                 "a file of data begins with {\"ambito\": … and has its years under \"anni\""});
      return std::nullopt;
    }
    DataNode root = value(0);
    skip_blank();
    if (at_ < text_.size()) {
      refuse(at_,
             {"dopo la fine del documento c'è ancora del testo",
              "there is more text after the end of the document"},
             {"un file, un Ambito: togli il resto, o controlla le parentesi prima",
              "one file, one Ambito: take the rest out, or check the brackets before it"});
    }
    return root;
  }

 private:
  [[nodiscard]] char here() const { return at_ < text_.size() ? text_[at_] : '\0'; }
  [[nodiscard]] Span span(std::size_t begin, std::size_t end) const {
    return {source_, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
  }

  [[noreturn]] void refuse(std::size_t at, const Text& what, const Text& hint) {
    at = std::min(at, text_.size());
    const std::size_t length = std::max<std::size_t>(character_length(text_, at), 1);
    refuse({source_, static_cast<std::uint32_t>(at),
            static_cast<std::uint32_t>(std::min(at + length, text_.size()))},
           what, hint);
  }
  [[noreturn]] void refuse(Span where, const Text& what, const Text& hint) {
    bag_.report(Code::data_not_json, where, {what}).hint(hint);
    throw Refused{};
  }

  void skip_blank() {
    while (here() == ' ' || here() == '\t' || here() == '\r' || here() == '\n') ++at_;
    if (here() != '#' && text_.substr(at_, 2) != "//" && text_.substr(at_, 2) != "/*") return;
    refuse(at_, {"il JSON non ha commenti", "JSON has no comments"},
           {"togli il commento; i commenti si possono scrivere in un file .yaml",
            "take the comment out; comments can be written in a .yaml file"});
  }

  DataNode value(int depth) {
    checkpoint();
    if (++values_ > kMaxDataValues) {
      report_too_many(span(at_, at_), bag_);
      throw Refused{};
    }
    const std::size_t begin = at_;
    const char first = here();
    if (first == '"') {
      std::string text = string();
      return {std::move(text), span(begin, at_)};
    }
    if (first == '{' || first == '[') {
      if (depth >= kMaxDataDepth) {
        bag_.report(Code::data_too_deep, span(at_, at_ + 1), {std::to_string(kMaxDataDepth)})
            .hint({"ai dati di un Ambito ne bastano cinque: chiudi le parentesi",
                   "the data of an Ambito need five: close the brackets"});
        throw Refused{};
      }
      return first == '{' ? object(depth) : array(depth);
    }
    if (is_word(first)) return word();
    if (first == '\'') {
      refuse(at_, {"i testi stanno fra virgolette doppie", "texts stand between double quotes"},
             {"scrivi \"…\" al posto di '…'", "write \"…\" in the place of '…'"});
    }
    if (at_ == text_.size()) {
      refuse(at_,
             {"il file finisce dove manca un valore", "the file ends where a value is missing"},
             {"scrivi il valore, o null se non è noto, e chiudi le parentesi",
              "write the value, or null if it is not known, and close the brackets"});
    }
    refuse(at_, {"qui manca un valore", "a value is missing here"},
           {"scrivi il valore, o null se non è noto; dopo l'ultimo non va la virgola",
            "write the value, or null if it is not known; no comma goes after the last one"});
  }

  // A number, true, false or null. Numbers are kept as they are written, and read later.
  DataNode word() {
    const std::size_t begin = at_;
    while (is_word(here())) ++at_;
    const std::string_view text = text_.substr(begin, at_ - begin);
    const Span where = span(begin, at_);
    if (text == "null") return {DataNull{}, where};
    if (text == "true" || text == "false" || is_number(text)) return {std::string(text), where};
    if (is_no_number(text)) {
      refuse(where,
             {std::string(text) + " non è un numero, e il JSON non lo ha",
              std::string(text) + " is no number, and JSON does not have it"},
             {"togli il dato; se non è noto, scrivi null o \"n.d.\"",
              "take the datum out; if it is not known, write null or \"n.d.\""});
    }
    if (is_digit(text.front()) || text.front() == '-' || text.front() == '+' ||
        text.front() == '.') {
      refuse(where,
             {"questo non è un numero come li scrive il JSON",
              "this is not a number as JSON writes them"},
             {"cifre, il punto per i decimali, nessuno zero davanti; una data, un periodo o una "
              "quota come 56% vanno fra virgolette",
              "digits, a point before the decimals, no zero in front; a date, a period or a share "
              "such as 56% go between quotation marks"});
    }
    const std::string word = shortened(text);
    refuse(where,
           {"questa parola sta senza virgolette", "this word stands without quotation marks"},
           {"scrivi \"" + word + "\"; senza virgolette vanno solo true, false e null",
            "write \"" + word + "\"; only true, false and null go without quotation marks"});
  }

  static bool is_number(std::string_view text) {
    std::size_t at = text.starts_with('-') ? 1 : 0;
    const auto digits = [&] {
      const std::size_t from = at;
      while (at < text.size() && is_digit(text[at])) ++at;
      return at > from;
    };
    const bool zero = at < text.size() && text[at] == '0';
    const std::size_t from = at;
    if (!digits() || (zero && at - from > 1)) return false;
    if (at < text.size() && text[at] == '.') {
      ++at;
      if (!digits()) return false;
    }
    if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
      ++at;
      if (at < text.size() && (text[at] == '+' || text[at] == '-')) ++at;
      if (!digits()) return false;
    }
    return at == text.size();
  }

  std::string string() {
    const std::size_t begin = at_++;
    std::string value;
    while (here() != '"') {
      if (at_ == text_.size() || here() == '\n' || here() == '\r') {
        refuse(begin, {"le virgolette non si chiudono", "the quotation marks are not closed"},
               {"un testo sta su una riga sola, fra due virgolette",
                "a text stands on one line, between two quotation marks"});
      }
      if (here() == '\t') {
        refuse(at_,
               {"in un testo JSON non può stare una tabulazione",
                "no tab may stand in a text of JSON"},
               {"scrivi uno spazio, o \\t", "write a space, or \\t"});
      }
      if (here() == '\\') {
        escape(value);
      } else {
        value += text_[at_++];
      }
    }
    ++at_;
    report_hidden(value, span(begin, at_), bag_);
    return value;
  }

  void escape(std::string& value) {
    const std::size_t begin = at_++;
    const char letter = at_ < text_.size() ? text_[at_++] : '\0';
    constexpr std::string_view kLetters = "\"\\/bfnrt", kMeant = "\"\\/\b\f\n\r\t";
    if (const std::size_t which = kLetters.find(letter); letter && which != kLetters.npos) {
      value += kMeant[which];
      return;
    }
    const auto half = [&]() -> std::uint32_t {
      std::uint32_t number = 0;
      for (int i = 0; i < 4; ++i) {
        const char c = here();
        const bool small = c >= 'a' && c <= 'f', capital = c >= 'A' && c <= 'F';
        if (!is_digit(c) && !small && !capital) refuse_escape(begin);
        number = number * 16 + static_cast<std::uint32_t>(
                                   is_digit(c) ? c - '0' : (small ? c - 'a' : c - 'A') + 10);
        ++at_;
      }
      return number;
    };
    if (letter != 'u') refuse_escape(begin);
    std::uint32_t character = half();
    if (character >= 0xD800 && character < 0xDC00 && text_.substr(at_, 2) == "\\u") {
      at_ += 2;
      const std::uint32_t low = half();
      if (low < 0xDC00 || low >= 0xE000) refuse_escape(begin);
      character = 0x10000 + ((character - 0xD800) << 10) + (low - 0xDC00);
    } else if (character >= 0xD800 && character < 0xE000) {
      refuse_escape(begin);  // half a character
    }
    append_utf8(value, character);
  }

  [[noreturn]] void refuse_escape(std::size_t begin) {
    refuse(
        begin, {"dopo \\ non c'è una sequenza del JSON", "no sequence of JSON follows this \\"},
        {"scrivi \\\\ per una barra rovesciata, \\\" per le virgolette; le altre sono \\n, \\t e "
         "\\u con quattro cifre esadecimali",
         "write \\\\ for a backslash, \\\" for a quotation mark; the others are \\n, \\t and \\u "
         "with four hexadecimal digits"});
  }

  DataNode array(int depth) {
    const std::size_t begin = at_++;
    DataSequence sequence;
    skip_blank();
    while (here() != ']') {
      sequence.items.push_back(value(depth + 1));
      end_of_item(begin, ']');
    }
    ++at_;
    return {std::move(sequence), span(begin, at_)};
  }

  DataNode object(int depth) {
    const std::size_t begin = at_++;
    DataMap map;
    std::unordered_map<std::string, Span> known;
    skip_blank();
    while (here() != '}') {
      DataEntry entry = key(begin);
      skip_blank();
      if (here() != ':') {
        refuse(at_,
               {"dopo il nome di una voce mancano i due punti",
                "the colon after the name of an entry is missing"},
               {"una voce è \"nome\": valore", "an entry is \"name\": value"});
      }
      ++at_;
      skip_blank();
      entry.value = value(depth + 1);
      const auto [first, is_new] = known.try_emplace(entry.key, entry.key_span);
      if (is_new) {
        map.entries.push_back(std::move(entry));
      } else {
        report_doubled(entry.key, entry.key_span, first->second, bag_);
      }
      end_of_item(begin, '}');
    }
    ++at_;
    return {std::move(map), span(begin, at_)};
  }

  DataEntry key(std::size_t open) {
    const std::size_t begin = at_;
    if (at_ == text_.size()) refuse_open(open);
    if (here() != '"') {
      refuse(at_,
             {"qui serve il nome di una voce, fra virgolette",
              "the name of an entry is needed here, between quotation marks"},
             {"una voce è \"nome\": valore; dopo l'ultima non va la virgola",
              "an entry is \"name\": value; no comma goes after the last one"});
    }
    std::string name = string();
    return {std::move(name), span(begin, at_), {}};
  }

  // A comma and what follows it, or the bracket that closes.
  void end_of_item(std::size_t open, char close) {
    skip_blank();
    if (here() == close) return;
    if (at_ == text_.size()) refuse_open(open);
    if (here() != ',') {
      refuse(at_, {"fra due voci manca la virgola", "the comma between two entries is missing"},
             {"metti una virgola, o chiudi la parentesi", "put a comma, or close the bracket"});
    }
    const std::size_t comma = at_++;
    skip_blank();
    if (here() != close) return;
    refuse(comma, {"dopo l'ultima voce non va la virgola", "no comma goes after the last entry"},
           {"togli questa virgola", "take this comma out"});
  }

  [[noreturn]] void refuse_open(std::size_t open) {
    const std::string bracket(1, text_[open]);
    refuse(
        open,
        {"la parentesi " + bracket + " non si chiude", "the bracket " + bracket + " is not closed"},
        {"chiudi la parentesi", "close the bracket"});
  }

  std::string_view text_;
  SourceId source_;
  DiagnosticBag& bag_;
  std::size_t at_ = 0;
  std::size_t values_ = 0;
};

}  // namespace

std::optional<DataNode> read_json(const SourceMap& sources, SourceId source, DiagnosticBag& bag) {
  try {
    return JsonReader(sources.text(source), source, bag).read();
  } catch (const Refused&) {
    return std::nullopt;
  }
}

}  // namespace leps::inline trees
