#include "source/document_kind.hpp"

namespace leps::inline source {
namespace {

using namespace std::string_view_literals;

/// Office documents are archives: the names of the files in them say of which program.
DocumentKind archived_kind(std::string_view bytes) {
  const auto has = [&](std::string_view name) {
    return bytes.find(name) != std::string_view::npos;
  };
  if (has("opendocument.text")) return DocumentKind::writer;
  if (has("opendocument.spreadsheet")) return DocumentKind::calc;
  if (has("word/")) return DocumentKind::word;
  return has("xl/") ? DocumentKind::excel : DocumentKind::archive;
}

}  // namespace

std::optional<DocumentKind> document_kind(std::string_view bytes) {
  if (bytes.starts_with("PK\x03\x04")) return archived_kind(bytes);
  if (bytes.starts_with("{\\rtf")) return DocumentKind::rtf;
  if (bytes.starts_with("%PDF-")) return DocumentKind::pdf;
  if (bytes.starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv)) return DocumentKind::old_office;
  return std::nullopt;
}

}  // namespace leps::inline source
