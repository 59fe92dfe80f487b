// Tells documents of office programs from texts, by how their bytes begin.
#pragma once

#include <optional>
#include <string_view>

namespace leps::inline source {

enum class DocumentKind { word, excel, writer, calc, rtf, pdf, old_office, archive };

/// What a file is that is no text; nothing for what may be one.
std::optional<DocumentKind> document_kind(std::string_view bytes);

}  // namespace leps::inline source
