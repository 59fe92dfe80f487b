#include "sheets/xml_part.hpp"

#include "sheets/utf16.hpp"
#include "source/check_text.hpp"

#include <algorithm>
#include <charconv>
#include <limits>
#include <new>

namespace leps::sheets {
namespace {

/// At most so much memory does pugixml take for the tree of a text: 64 bytes for an element or a
/// piece of text, 40 for an attribute. What only looks like one counts too.
std::uint64_t tree_bytes(std::string_view xml) {
  constexpr std::uint64_t kNode = 64, kAttribute = 40;
  std::uint64_t bytes = xml.size();
  for (std::size_t i = 0; i < xml.size(); ++i) {
    const char next = i + 1 < xml.size() ? xml[i + 1] : '<';
    if (xml[i] == '<' && next != '/') bytes += kNode;
    if (xml[i] == '>' && next != '<') bytes += kNode;
    if (xml[i] == '=') bytes += kAttribute;
  }
  return bytes;
}

/// Whether some byte belongs to no character; a part in Latin-1 says so and is none of these.
bool is_broken_utf8(std::string_view xml) {
  const std::string_view declaration = xml.substr(0, std::min<std::size_t>(xml.find("?>"), 200));
  if (declaration.find("8859-1") != std::string_view::npos) return false;
  for (std::size_t i = 0; i < xml.size();) {
    const std::size_t length =
        static_cast<unsigned char>(xml[i]) < 0x80 ? 1 : character_length(xml, i);
    if (length == 0) return true;
    i += length;
  }
  return false;
}

class TextBelow final : public pugi::xml_tree_walker {
 public:
  TextBelow(std::initializer_list<std::string_view> without,
            std::initializer_list<std::string_view> blanks)
      : without_(without), blanks_(blanks) {}

  bool for_each(pugi::xml_node& node) override {
    if (depth() > left_out_) return true;  // within an element that is left out
    left_out_ = kNone;
    if (node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata) text += node.value();
    if (is_among(without_, node)) left_out_ = depth();
    if (is_among(blanks_, node)) text += ' ';
    return true;
  }
  std::string text;

 private:
  static bool is_among(std::initializer_list<std::string_view> names, const pugi::xml_node& node) {
    return std::find(names.begin(), names.end(), local_name(node.name())) != names.end();
  }

  static constexpr int kNone = std::numeric_limits<int>::max();
  std::initializer_list<std::string_view> without_, blanks_;
  int left_out_ = kNone;
};

}  // namespace

std::unique_ptr<pugi::xml_document> read_xml(ZipParts& parts, std::string_view part,
                                             const std::string& file, DiagnosticBag& bag) {
  auto bytes = parts.read(part, bag);
  if (!bytes) return nullptr;
  const bool is_utf16 = is_utf16_xml(*bytes);
  if (is_utf16) bytes = from_utf16(*bytes);
  if (!bytes || is_broken_utf8(*bytes)) {
    report_damaged(file, part, bag);
    return nullptr;
  }
  if (tree_bytes(*bytes) > kMaxTreeBytes) {
    report_unpacks_too_large(file, kMaxTreeBytes, bag);
    return nullptr;
  }
  auto document = std::make_unique<pugi::xml_document>();
  const pugi::xml_parse_result result =
      document->load_buffer(bytes->data(), bytes->size(),
                            pugi::parse_default | pugi::parse_doctype | pugi::parse_ws_pcdata,
                            is_utf16 ? pugi::encoding_utf8 : pugi::encoding_auto);
  if (result.status == pugi::status_out_of_memory) throw std::bad_alloc();
  const bool has_type =
      std::any_of(document->begin(), document->end(),
                  [](const pugi::xml_node& node) { return node.type() == pugi::node_doctype; });
  if (has_type) {
    bag.report(Code::sheet_document_type, file, {part})
        .hint({"nessun foglio di calcolo scrive così: chiedi il file a chi l'ha fatto",
               "no spreadsheet program writes so: ask whoever made the file"});
    return nullptr;
  }
  if (!result) {
    report_damaged(file, part, bag);
    return nullptr;
  }
  return document;
}

std::string_view local_name(std::string_view name) {
  const std::size_t colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

pugi::xml_node child(const pugi::xml_node& parent, std::string_view local) {
  for (const pugi::xml_node& node : parent.children()) {
    if (is_named(node, local)) return node;
  }
  return {};
}

std::string text_below(const pugi::xml_node& node, std::initializer_list<std::string_view> without,
                       std::initializer_list<std::string_view> blanks) {
  TextBelow walker(without, blanks);
  pugi::xml_node top = node;
  top.traverse(walker);
  return std::move(walker.text);
}

std::string_view attribute(const pugi::xml_node& node, std::string_view local) {
  for (const pugi::xml_attribute& own : node.attributes()) {
    if (local_name(own.name()) == local) return own.value();
  }
  return {};
}

std::uint32_t count_attribute(const pugi::xml_node& node, std::string_view local) {
  const std::string_view text = attribute(node, local);
  std::uint32_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (end != text.data() + text.size()) return 1;
  if (error == std::errc::result_out_of_range) return std::numeric_limits<std::uint32_t>::max();
  return error == std::errc() && number > 0 ? number : 1;
}

}  // namespace leps::sheets
