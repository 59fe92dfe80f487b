// XML out of an untrusted workbook: parsed without a document type, so that nothing is ever
// expanded or fetched. Names are compared without their prefix, which every program chooses for
// itself.
#pragma once

#include "diagnostics/diagnostic.hpp"
#include "sheets/zip_parts.hpp"

#include <pugixml.hpp>

#include <memory>
#include <string>
#include <string_view>

namespace leps::sheets {

/// Reads and parses a part. Null, and a diagnostic, where it cannot be read, is no XML in UTF-8, or
/// declares a document type.
std::unique_ptr<pugi::xml_document> read_xml(ZipParts& parts, std::string_view part,
                                             const std::string& file, DiagnosticBag& bag);

/// `table:table-row`: `table-row`.
std::string_view local_name(std::string_view name);
inline bool is_named(const pugi::xml_node& node, std::string_view local) {
  return local_name(node.name()) == local;
}
/// The first child of that name, or an empty node.
pugi::xml_node child(const pugi::xml_node& parent, std::string_view local);
/// The value of an attribute, whatever its prefix; empty where there is none.
std::string_view attribute(const pugi::xml_node& node, std::string_view local);
/// The same as a number from 1; 1 where there is none or it is no such number.
std::uint32_t count_attribute(const pugi::xml_node& node, std::string_view local);

}  // namespace leps::sheets
