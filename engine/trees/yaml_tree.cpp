#include "trees/yaml_tree.hpp"

#include "base/watch.hpp"
#include "trees/tree_mistakes.hpp"
#include "trees/yaml_mistakes.hpp"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <sstream>
#include <unordered_map>

namespace leps::inline trees {
namespace {

constexpr std::string_view kSigns = ",[]{}:?\"'#&*!|>";

bool is_in(std::string_view set, char c) { return set.find(c) != std::string_view::npos; }
bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

/// Where in the text a value ends: yaml-cpp tells only where it begins.
class Extent {
 public:
  explicit Extent(std::string_view text) : text_(text) {}

  /// @return nothing where the quotation marks are never closed, which yaml-cpp lets pass and so
  ///         swallows the rest of the file
  [[nodiscard]] std::optional<std::size_t> of_scalar(std::size_t begin,
                                                     const std::string& value) const {
    const char first = at(begin);
    if (first == '\'' || first == '"') return quoted(begin + 1, first);
    if (text_.substr(begin, value.size()) == value) return begin + value.size();
    // A text over several lines: its first one. An anchor or a tag may stand before it; a line may
    // be as long as the file.
    constexpr std::size_t kLongestPrefix = 1024;
    const std::string_view near = text_.substr(begin, value.size() + kLongestPrefix);
    std::size_t end = begin + std::min(near.find_first_of("\r\n"), near.size());
    while (end > begin && is_blank(text_[end - 1])) --end;
    return end;
  }

  /// The end of `[…]` or `{…}` whose last value ends at `end`; of any other, `end`.
  [[nodiscard]] std::size_t of_brackets(std::size_t begin, std::size_t end) const {
    const char open = at(begin);
    if (open != '[' && open != '{') return end;
    std::size_t i = std::max(begin + 1, end);
    while (i < text_.size() && (is_blank(text_[i]) || text_[i] == ',')) ++i;
    return at(i) == (open == '[' ? ']' : '}') ? i + 1 : std::max(begin + 1, end);
  }

  [[nodiscard]] char at(std::size_t i) const { return i < text_.size() ? text_[i] : '\0'; }

 private:
  [[nodiscard]] std::optional<std::size_t> quoted(std::size_t i, char mark) const {
    for (; i < text_.size(); ++i) {
      if (mark == '"' && text_[i] == '\\') {
        ++i;
      } else if (text_[i] == mark) {
        if (mark == '"' || at(i + 1) != '\'') return i + 1;
        ++i;  // '' is a quotation mark within
      }
    }
    return std::nullopt;
  }

  std::string_view text_;
};

class TreeBuilder final : public YAML::EventHandler {
 public:
  TreeBuilder(std::string_view text, SourceId source, DiagnosticBag& bag)
      : text_(text), extent_(text), source_(source), bag_(bag) {}

  /// Every sign that can begin something, wherever it stands: what is a text or a comment only the
  /// parser can say, and it would have to read it all. A row of # is one.
  void refuse_many_signs() {
    std::size_t signs = 0;
    for (std::size_t i = 0; i < text_.size(); ++i) {
      if (!is_in(kSigns, text_[i]) || (i > 0 && text_[i] == '#' && text_[i - 1] == '#')) continue;
      if (++signs <= kMaxYamlSigns) continue;
      bag_.report(Code::data_too_many_signs, span(i, i + 1), {std::to_string(kMaxYamlSigns)})
          .hint({"un file tiene i dati di un solo Ambito: dividilo; contano anche i segni nei "
                 "testi e "
                 "nei commenti",
                 "a file holds the data of one Ambito only: split it; the signs in texts and "
                 "comments count too"});
      throw Refused{};
    }
  }

  /// yaml-cpp ends the document at a directive, and drops what follows without a word.
  void refuse_directives() {
    for (std::size_t line = 0; line < text_.size(); ++line) {
      const bool known =
          text_.substr(line).starts_with("%YAML") || text_.substr(line).starts_with("%TAG");
      if (text_[line] == '%') refuse_text(line, known ? "YAML directive" : "directive");
      line = text_.find('\n', line);
      if (line == std::string_view::npos) return;
    }
  }

  [[nodiscard]] bool has_document() const { return root_.has_value(); }
  std::optional<DataNode> take() { return std::move(root_); }
  [[nodiscard]] Span span(std::size_t begin, std::size_t end) const {
    begin = std::min(begin, text_.size());
    return {source_, static_cast<std::uint32_t>(begin),
            static_cast<std::uint32_t>(std::clamp(end, begin, text_.size()))};
  }

  void OnDocumentStart(const YAML::Mark& mark) override {
    if (!root_) return;
    // yaml-cpp takes a line that belongs to nothing for the beginning of another document.
    if (!text_.substr(offset(mark)).starts_with("---")) refuse_text(offset(mark), "end of map");
    bag_.report(Code::data_several_documents, span(offset(mark), offset(mark) + 1))
        .hint({"un file, un Ambito: dividilo in più file, o togli la riga ---",
               "one file, one Ambito: split it into several files, or take the line --- out"});
    throw Refused{};
  }
  void OnDocumentEnd() override {}

  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    refuse_anchor(mark, anchor);
    const std::size_t begin = offset(mark);
    const std::size_t length = extent_.at(begin) == '~' ? 1 : written_null(begin) ? 4 : 0;
    place({DataNull{}, span(begin, begin + length)});
  }

  void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override {
    report_anchor(mark);
    place({DataNull{}, word_at(mark)});
  }

  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override {
    refuse_anchor(mark, anchor);
    refuse_tag(mark, tag);
    const std::size_t begin = offset(mark);
    const auto end = extent_.of_scalar(begin, value);
    if (!end) refuse_text(begin, "illegal EOF in scalar");
    // `|3` is the beginning of a text with an indent of 3: an empty one, not a number.
    const char first = extent_.at(begin);
    if (value.empty() && (first == '|' || first == '>')) refuse_text(begin, "empty block scalar");
    report_hidden(value, span(begin, *end), bag_);
    place({value, span(begin, *end)});
  }

  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value) override {
    open(mark, tag, anchor, DataSequence{});
  }
  void OnSequenceEnd() override { close(); }

  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value) override {
    open(mark, tag, anchor, DataMap{});
  }
  void OnMapEnd() override { close(); }

 private:
  struct Open {
    DataNode node;
    std::optional<DataEntry> entry;  // of a map: the key whose value comes next
    bool key_is_text = true;
    std::unordered_map<std::string, Span> known;  // its keys so far
  };

  [[nodiscard]] std::size_t offset(const YAML::Mark& mark) const {
    return std::min(static_cast<std::size_t>(std::max(mark.pos, 0)), text_.size());
  }

  /// What yaml-cpp should have complained about.
  [[noreturn]] void refuse_text(std::size_t at, std::string_view complaint) {
    const YamlMistake mistake = explain_yaml(complaint);
    bag_.report(Code::data_not_yaml, span(at, at + 1), {mistake.what}).hint(mistake.hint);
    throw Refused{};
  }

  [[nodiscard]] bool written_null(std::size_t begin) const {
    const std::string_view word = text_.substr(std::min(begin, text_.size()), 4);
    return word == "null" || word == "Null" || word == "NULL";
  }

  [[nodiscard]] bool in_braces(const Open& open) const {
    return extent_.at(open.node.span.begin) == '{';
  }

  [[nodiscard]] bool followed_by_colon(std::size_t end) const {
    while (extent_.at(end) == ' ' || extent_.at(end) == '\t') ++end;
    return extent_.at(end) == ':';
  }

  [[nodiscard]] Span word_at(const YAML::Mark& mark) const {
    const std::size_t begin = offset(mark);
    std::size_t end = begin;
    while (end < text_.size() && !is_blank(text_[end]) && !is_in(",[]{}", text_[end])) ++end;
    return span(begin, end);
  }

  void refuse_anchor(const YAML::Mark& mark, YAML::anchor_t anchor) {
    if (anchor != YAML::NullAnchor) report_anchor(mark);
  }
  void report_anchor(const YAML::Mark& mark) {
    bag_.report(Code::data_anchor, word_at(mark))
        .hint({"scrivi il valore per esteso; un testo che comincia con & o * va fra virgolette",
               "write the value out in full; a text that begins with & or * goes between quotation "
               "marks"});
  }
  // yaml-cpp itself tags what has none: `?`, or `!` where the value is in quotation marks.
  void refuse_tag(const YAML::Mark& mark, const std::string& tag) {
    const bool own = tag.empty() || tag == "?" || (tag == "!" && extent_.at(offset(mark)) != '!');
    if (own) return;
    bag_.report(Code::data_tag, word_at(mark))
        .hint({"il tipo di un dato lo dice il pacchetto: cancella il tag; un testo che comincia "
               "con ! "
               "va fra virgolette",
               "the pack says of which type a datum is: delete the tag; a text that begins with ! "
               "goes between quotation marks"});
  }

  void open(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
            decltype(DataNode::value) value) {
    refuse_anchor(mark, anchor);
    refuse_tag(mark, tag);
    const Span where = span(offset(mark), offset(mark) + 1);
    // Here and not later: yaml-cpp calls itself for each level, and its stack is ours.
    if (open_.size() >= static_cast<std::size_t>(kMaxDataDepth)) {
      bag_.report(Code::data_too_deep, where, {std::to_string(kMaxDataDepth)})
          .hint({"ai dati di un Ambito ne bastano cinque: chiudi le parentesi, controlla i rientri",
                 "the data of an Ambito need five: close the brackets, check the indents"});
      throw Refused{};
    }
    open_.push_back({{std::move(value), where}, std::nullopt, true, {}});
  }

  void close() {
    DataNode node = std::move(open_.back().node);
    open_.pop_back();
    std::size_t end = node.span.begin;
    if (const auto* sequence = std::get_if<DataSequence>(&node.value)) {
      if (!sequence->items.empty()) end = sequence->items.back().span.end;
    } else if (const auto* map = std::get_if<DataMap>(&node.value)) {
      for (const DataEntry& entry : map->entries) {
        end = std::max<std::size_t>({end, entry.key_span.end, entry.value.span.end});
      }
    }
    node.span = span(node.span.begin, extent_.of_brackets(node.span.begin, end));
    place(std::move(node));
  }

  void place(DataNode node) {
    checkpoint();
    if (++values_ > kMaxDataValues) {
      report_too_many(node.span, bag_);
      throw Refused{};
    }
    if (open_.empty()) {
      root_ = std::move(node);
      return;
    }
    Open& parent = open_.back();
    if (auto* sequence = std::get_if<DataSequence>(&parent.node.value)) {
      sequence->items.push_back(std::move(node));
    } else if (!parent.entry) {
      begin_entry(parent, std::move(node));
    } else {
      end_entry(parent, std::move(node));
    }
  }

  void begin_entry(Open& parent, DataNode node) {
    DataEntry entry;
    entry.key_span = node.span;
    auto* key = std::get_if<std::string>(&node.value);
    parent.key_is_text = key != nullptr;
    // Within braces yaml-cpp puts nothing in the place of a name that it does not take for one.
    const bool unsaid = node.is_null() && node.span.begin == node.span.end;
    if (unsaid && in_braces(parent) && !is_in(",:}?", extent_.at(node.span.begin))) {
      refuse_text(node.span.begin, "name over lines");
    }
    if (key) {
      entry.key = std::move(*key);
    } else {
      bag_.report(Code::data_key_not_text, node.span)
          .hint({"una voce è `nome: valore`", "an entry is `name: value`"});
    }
    parent.entry = std::move(entry);
  }

  void end_entry(Open& parent, DataNode node) {
    DataEntry entry = std::move(*parent.entry);
    parent.entry.reset();
    if (!parent.key_is_text) return;  // already reported
    // A value left out has no place of its own: yaml-cpp gives that of whatever comes next.
    if (node.is_null() &&
        (node.span.begin == node.span.end ||
         text_.substr(entry.key_span.end, node.span.begin - entry.key_span.end).find('\n') !=
             std::string_view::npos)) {
      node.span = entry.key_span;
    }
    // A last line that is a word alone would be a key whose value is not known.
    if (node.is_null() && !in_braces(parent) && !followed_by_colon(entry.key_span.end)) {
      refuse_text(entry.key_span.begin, "end of map");
    }
    entry.value = std::move(node);
    const auto [first, is_new] = parent.known.try_emplace(entry.key, entry.key_span);
    if (is_new) {
      std::get<DataMap>(parent.node.value).entries.push_back(std::move(entry));
    } else {
      report_doubled(entry.key, entry.key_span, first->second, bag_);
    }
  }

  std::string_view text_;
  Extent extent_;
  SourceId source_;
  DiagnosticBag& bag_;
  std::vector<Open> open_;
  std::optional<DataNode> root_;
  std::size_t values_ = 0;
};

}  // namespace

std::optional<DataNode> read_yaml(const SourceMap& sources, SourceId source, DiagnosticBag& bag) {
  const std::string_view text = sources.text(source);
  TreeBuilder builder(text, source, bag);
  try {
    builder.refuse_many_signs();
    builder.refuse_directives();
    std::istringstream stream{std::string(text)};
    YAML::Parser parser(stream);
    while (parser.HandleNextDocument(builder)) {
    }
  } catch (const Refused&) {
    return std::nullopt;
  } catch (const YAML::Exception& complaint) {
    const auto at = static_cast<std::size_t>(std::max(complaint.mark.pos, 0));
    const auto [what, begin, end] = about_the_name(text, complaint.msg, at);
    const YamlMistake mistake = explain_yaml(what);
    bag.report(Code::data_not_yaml, builder.span(begin, end), {mistake.what}).hint(mistake.hint);
    return std::nullopt;
  }
  if (!builder.has_document()) {
    bag.report(Code::data_empty_file, builder.span(0, 0))
        .hint({"un file di dati comincia con `ambito:` e ha i suoi anni sotto `anni:`",
               "a file of data begins with `ambito:` and has its years under `anni:`"});
  }
  return builder.take();
}

}  // namespace leps::inline trees
