#include "sheets/xml_part.hpp"

#include <algorithm>
#include <charconv>
#include <new>

namespace leps::sheets {

std::unique_ptr<pugi::xml_document> read_xml(ZipParts& parts, std::string_view part,
                                             const std::string& file, DiagnosticBag& bag) {
  const auto bytes = parts.read(part, bag);
  if (!bytes) return nullptr;
  auto document = std::make_unique<pugi::xml_document>();
  const pugi::xml_parse_result result = document->load_buffer(
      bytes->data(), bytes->size(), pugi::parse_default | pugi::parse_doctype, pugi::encoding_utf8);
  const bool has_type =
      std::any_of(document->begin(), document->end(),
                  [](const pugi::xml_node& node) { return node.type() == pugi::node_doctype; });
  if (has_type) {
    bag.report(Code::sheet_document_type, file, {part})
        .hint({"nessun foglio di calcolo scrive così: chiedi il file a chi l'ha fatto",
               "no spreadsheet program writes so: ask whoever made the file"});
    return nullptr;
  }
  if (result.status == pugi::status_out_of_memory) throw std::bad_alloc();
  if (!result) {
    bag.report(Code::sheet_damaged, file, {part})
        .hint({"aprilo con il foglio di calcolo e salvalo di nuovo",
               "open it with the spreadsheet program and save it anew"});
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
  return error == std::errc() && end == text.data() + text.size() && number > 0 ? number : 1;
}

}  // namespace leps::sheets
