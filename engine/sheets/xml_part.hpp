// XML out of an untrusted workbook: parsed without a document type, so that nothing is ever
// expanded or fetched. Names are compared without their prefix, which every program chooses for
// itself.
#pragma once

#include "diagnostics/diagnostic.hpp"
#include "sheets/zip_parts.hpp"

#include <pugixml.hpp>

#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>

namespace leps::sheets {

/// How much memory the tree of one part may take: `<c/>`, four bytes of a file in which a thousand
/// of them are packed into ten, becomes 64. A sheet with kMaxCells cells needs a tenth.
inline constexpr std::uint64_t kMaxTreeBytes = std::uint64_t{512} << 20;

/// Reads and parses a part, in UTF-8 or UTF-16. Null, and a diagnostic, where it cannot be read, is
/// no XML, declares a document type, or would make too large a tree. Throws std::bad_alloc where
/// memory runs out.
std::unique_ptr<pugi::xml_document> read_xml(ZipParts& parts, std::string_view part,
                                             const std::string& file, DiagnosticBag& bag);

/// `table:table-row`: `table-row`.
std::string_view local_name(std::string_view name);
inline bool is_named(const pugi::xml_node& node, std::string_view local) {
  return local_name(node.name()) == local;
}
/// The first child of that name, or an empty node.
pugi::xml_node child(const pugi::xml_node& parent, std::string_view local);
/// All the text below a node, in however many pieces: comments, CDATA and nested elements cut it.
/// @param without  elements whose text is no part of it
/// @param blanks   elements that stand for a blank
std::string text_below(const pugi::xml_node& node,
                       std::initializer_list<std::string_view> without = {},
                       std::initializer_list<std::string_view> blanks = {});
/// The value of an attribute, whatever its prefix; empty where there is none.
std::string_view attribute(const pugi::xml_node& node, std::string_view local);
/// The same as a number from 1; 1 where there is none or it is no such number, and the largest that
/// there is for a larger one.
std::uint32_t count_attribute(const pugi::xml_node& node, std::string_view local);

}  // namespace leps::sheets
