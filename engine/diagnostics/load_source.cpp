#include "diagnostics/load_source.hpp"

#include "source/check_text.hpp"
#include "source/document_kind.hpp"
#include "source/read_file.hpp"
#include "source/write_file.hpp"

#include <array>
#include <cerrno>
#include <cstdio>

namespace leps::inline diagnostics {
namespace {

std::string hexadecimal(std::uint32_t value, int digits) {
  std::array<char, 16> text{};
  std::snprintf(text.data(), text.size(), "%0*X", digits, static_cast<unsigned>(value));
  return text.data();
}

/// What a byte is in Windows-1252, in which Italian offices still save; empty for what no text has.
std::string in_windows_1252(std::uint32_t byte) {
  if (byte == 0x80) return "€";
  if (byte == 0x92) return "’";
  if (byte < 0xA0) return {};
  return {static_cast<char>(0xC0 | byte >> 6), static_cast<char>(0x80 | (byte & 0x3F))};
}

/// The text up to the end of the line with the mistake, with `?` for whatever is not text.
std::string cleaned(const std::string& text, std::size_t mistake) {
  std::string clean = text.substr(0, mistake);
  const std::size_t end = std::min(text.find_first_of("\r\n", mistake), text.size());
  for (std::size_t i = mistake; i < end;) {
    std::string character = text.substr(i, std::max<std::size_t>(1, character_length(text, i)));
    i += character.size();
    clean += check_text(character) ? "?" : character;
  }
  return clean;
}

void report_text(SourceMap& sources, std::string name, const std::string& text,
                 const TextProblem& problem, DiagnosticBag& bag) {
  using Kind = TextProblem::Kind;
  static const Text save_as_utf8("salvalo come UTF-8", "save it as UTF-8");
  if (problem.kind == Kind::utf16 || problem.kind == Kind::utf32) {
    const char* encoding = problem.kind == Kind::utf16 ? "UTF-16" : "UTF-32";
    bag.report(Code::text_other_encoding, std::move(name), {encoding}).hint(save_as_utf8);
    return;
  }
  const auto offset = static_cast<std::uint32_t>(problem.offset);
  const Span where{sources.add(std::move(name), cleaned(text, problem.offset)), offset, offset + 1};
  if (problem.kind == Kind::control_character) {
    Diagnostic& found =
        bag.report(Code::text_control_character, where, {"U+" + hexadecimal(problem.value, 4)});
    if (problem.value == 0) {
      found.hint({"se il file è in UTF-16, salvalo come UTF-8",
                  "if the file is in UTF-16, save it as UTF-8"});
    } else {
      found.hint({"cancellalo", "delete it"});
    }
    return;
  }
  Diagnostic& found = bag.report(Code::text_not_utf8, where, {hexadecimal(problem.value, 2)});
  if (const std::string meant = in_windows_1252(problem.value); !meant.empty()) {
    found.hint(
        format({"in Windows-1252 quel byte è «{0}»: se il file viene da lì, salvalo come UTF-8",
                "in Windows-1252 that byte is “{0}”: if the file comes from there, save it as "
                "UTF-8"},
               {meant}));
  } else {
    found.hint(save_as_utf8);
  }
}

Text name_of(DocumentKind kind) {
  switch (kind) {
    case DocumentKind::word:
      return {"un documento di Word", "a Word document"};
    case DocumentKind::excel:
      return {"una cartella di Excel", "an Excel workbook"};
    case DocumentKind::writer:
      return {"un documento di LibreOffice Writer", "a LibreOffice Writer document"};
    case DocumentKind::calc:
      return {"un foglio di LibreOffice Calc", "a LibreOffice Calc spreadsheet"};
    case DocumentKind::rtf:
      return {"un documento RTF", "an RTF document"};
    case DocumentKind::pdf:
      return {"un PDF", "a PDF"};
    case DocumentKind::old_office:
      return {"un documento di Office di prima del 2007", "an Office document from before 2007"};
    case DocumentKind::archive:
      return {"un archivio zip", "a zip archive"};
  }
  return {};
}

void report_too_large(std::string name, const Text& size, std::uint64_t limit, DiagnosticBag& bag) {
  bag.report(Code::text_too_large, std::move(name), {size, std::to_string(limit)});
}

}  // namespace

std::optional<SourceId> load_source(SourceMap& sources, const std::string& path,
                                    std::uint64_t limit, DiagnosticBag& bag) {
  auto read = read_file(path, limit);
  if (auto* bytes = std::get_if<std::string>(&read)) {
    return add_source(sources, path, std::move(*bytes), limit, bag);
  }
  report_unreadable(path, std::get<ReadProblem>(read), bag);
  return std::nullopt;
}

void report_unreadable(const std::string& path, const ReadProblem& problem, DiagnosticBag& bag) {
  switch (problem.kind) {
    case ReadProblem::Kind::is_a_folder:
      bag.report(Code::io_is_a_folder, path);
      break;
    case ReadProblem::Kind::is_a_socket:
      bag.report(Code::io_cannot_read, path, {{"è un socket", "it is a socket"}});
      break;
    case ReadProblem::Kind::nobody_writes:
      bag.report(Code::io_cannot_read, path,
                 {{"è una pipe, e nessuno ci scrive", "it is a pipe, and nobody writes into it"}})
          .hint({"avvia prima il programma che ci scrive i dati",
                 "start the program that writes the data into it first"});
      break;
    case ReadProblem::Kind::too_large:
      report_too_large(
          path,
          problem.size ? Text(std::to_string(*problem.size))
                       : format({"più di {0}", "more than {0}"}, {std::to_string(problem.limit)}),
          problem.limit, bag);
      break;
    case ReadProblem::Kind::missing:
    case ReadProblem::Kind::not_permitted:
    case ReadProblem::Kind::other:
      bag.report(Code::io_cannot_read, path, {system_words(problem.error)});
      break;
  }
}

std::optional<SourceId> add_source(SourceMap& sources, std::string name, std::string bytes,
                                   std::uint64_t limit, DiagnosticBag& bag) {
  if (bytes.size() > limit) {
    report_too_large(std::move(name), std::to_string(bytes.size()), limit, bag);
    return std::nullopt;
  }
  if (const auto kind = document_kind(bytes)) {
    bag.report(Code::text_is_a_document, std::move(name), {name_of(*kind)})
        .hint({"salvalo come testo semplice (UTF-8)", "save it as plain text (UTF-8)"});
    return std::nullopt;
  }
  if (const auto problem = check_text(bytes)) {
    report_text(sources, std::move(name), bytes, *problem, bag);
    return std::nullopt;
  }
  return sources.add(std::move(name), std::move(bytes));
}

bool save_file(const std::string& path, std::string_view bytes, DiagnosticBag& bag) {
  const auto problem = write_file(path, bytes);
  if (!problem) return true;
  if (problem->kind == WriteProblem::Kind::is_a_folder) {
    bag.report(Code::io_is_a_folder, path);
  } else if (problem->error == ENOENT) {
    bag.report(Code::io_cannot_write, path,
               {{"la cartella non esiste", "its folder does not exist"}});
  } else {
    bag.report(Code::io_cannot_write, path, {system_words(problem->error)});
  }
  return false;
}

Text system_words(int error) {
  switch (error) {
    case ENOENT:
      return {"non esiste", "it does not exist"};
    case ENOTDIR:
      return {"una parte del percorso è un file, non una cartella",
              "a part of the path is a file, not a folder"};
    case EACCES:
    case EPERM:
      return {"permesso negato", "permission denied"};
    case ENOSPC:
      return {"il disco è pieno", "the disk is full"};
    case EDQUOT:
      return {"lo spazio assegnato all'utente è finito", "the user's disk quota is used up"};
    case EFBIG:
      return {"il file supera la dimensione ammessa dal sistema",
              "the file is larger than the system allows"};
    case EROFS:
      return {"il disco è in sola lettura", "the disk is read-only"};
    case ENAMETOOLONG:
      return {"il nome è troppo lungo", "the name is too long"};
    case ELOOP:
      return {"i collegamenti simbolici girano in tondo", "symbolic links run in a circle"};
    case EIO:
      return {"errore del disco", "disk error"};
    case EPIPE:
      return {"chi leggeva ha smesso di leggere", "whoever was reading has stopped"};
    case EMFILE:
    case ENFILE:
      return {"troppi file aperti", "too many open files"};
    case ETXTBSY:
    case EBUSY:
      return {"il file è in uso", "the file is in use"};
    case ENXIO:
    case ENODEV:
      return {"il dispositivo non risponde", "the device does not answer"};
    case EBADF:
      return {"non è aperto", "it is not open"};
    default:
      return format({"errore di sistema {0}", "system error {0}"}, {std::to_string(error)});
  }
}

bool is_io(Code code) {
  switch (code) {
    case Code::io_cannot_read:
    case Code::io_is_a_folder:
    case Code::io_cannot_write:
    case Code::io_nothing_found:
      return true;
    default:
      return false;
  }
}

}  // namespace leps::inline diagnostics
