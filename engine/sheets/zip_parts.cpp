#include "sheets/zip_parts.hpp"

#include <zip.h>

#include <algorithm>
#include <memory>
#include <new>
#include <utility>

namespace leps::sheets {
namespace {

struct CloseFile {
  void operator()(zip_file_t* file) const { zip_fclose(file); }
};

void report_damaged(const std::string& name, const Text& part, DiagnosticBag& bag) {
  bag.report(Code::sheet_damaged, name, {part})
      .hint({"aprilo con il foglio di calcolo e salvalo di nuovo",
             "open it with the spreadsheet program and save it anew"});
}

void report_bomb(const std::string& name, DiagnosticBag& bag) {
  bag.report(Code::sheet_unpacks_too_large, name, {std::to_string(kMaxUnpackedBytes)})
      .hint({"se il file è tuo, togli fogli, immagini e righe vuote formattate, o dividilo",
             "if the file is yours, take out sheets, pictures and empty formatted rows, or split "
             "it"});
}

/// A part that does not unpack is damaged, unless there was no room to unpack it in.
void throw_if_no_memory(zip_error_t* error) {
  if (zip_error_code_zip(error) == ZIP_ER_MEMORY) throw std::bad_alloc();
}

}  // namespace

std::optional<ZipParts> ZipParts::open(std::string_view bytes, const std::string& name,
                                       DiagnosticBag& bag) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  zip_t* archive = source ? zip_open_from_source(source, ZIP_RDONLY, &error) : nullptr;
  const int why = zip_error_code_zip(&error);
  zip_error_fini(&error);
  if (!archive) {
    if (source) zip_source_free(source);
    if (why == ZIP_ER_MEMORY) throw std::bad_alloc();
    report_damaged(name, {"archivio", "archive"}, bag);
    return std::nullopt;
  }
  ZipParts parts(archive, name);
  if (!parts.list(bag)) return std::nullopt;
  return parts;
}

ZipParts::ZipParts(ZipParts&& other) noexcept
    : archive_(std::exchange(other.archive_, nullptr)),
      name_(std::move(other.name_)),
      names_(std::move(other.names_)),
      index_(std::move(other.index_)),
      left_(other.left_) {}

ZipParts::~ZipParts() {
  if (archive_) zip_discard(archive_);
}

bool ZipParts::list(DiagnosticBag& bag) {
  const auto count =
      static_cast<std::uint64_t>(std::max<zip_int64_t>(0, zip_get_num_entries(archive_, 0)));
  if (count > kMaxParts) {
    report_bomb(name_, bag);
    return false;
  }
  std::uint64_t stated = 0;
  for (std::uint64_t i = 0; i < count; ++i) {
    zip_stat_t about;
    if (zip_stat_index(archive_, i, 0, &about) != 0 || !(about.valid & ZIP_STAT_NAME)) {
      report_damaged(name_, {"archivio", "archive"}, bag);
      return false;
    }
    if ((about.valid & ZIP_STAT_ENCRYPTION_METHOD) && about.encryption_method != ZIP_EM_NONE) {
      bag.report(Code::sheet_password, name_)
          .hint({"salvalo senza password", "save it without a password"});
      return false;
    }
    const std::uint64_t size = (about.valid & ZIP_STAT_SIZE) ? about.size : 0;
    if (size > kMaxUnpackedBytes - stated) {
      report_bomb(name_, bag);
      return false;
    }
    stated += size;
    // Of two parts of one name programs disagree which they show.
    if (!index_.emplace(about.name, i).second) {
      report_damaged(name_, about.name, bag);
      return false;
    }
    names_.emplace_back(about.name);
  }
  return true;
}

std::optional<std::string> ZipParts::read(std::string_view part, DiagnosticBag& bag) {
  const auto at = index_.find(part);
  if (at == index_.end()) {
    report_damaged(name_, part, bag);
    return std::nullopt;
  }
  const std::unique_ptr<zip_file_t, CloseFile> file(zip_fopen_index(archive_, at->second, 0));
  if (!file) throw_if_no_memory(zip_get_error(archive_));
  std::string bytes;
  constexpr std::size_t kChunk = 1 << 16;
  while (file) {
    const std::size_t before = bytes.size();
    bytes.resize(before + kChunk);
    const zip_int64_t got = zip_fread(file.get(), bytes.data() + before, kChunk);
    bytes.resize(before + static_cast<std::size_t>(std::max<zip_int64_t>(got, 0)));
    if (got < 0) {
      throw_if_no_memory(zip_file_get_error(file.get()));
      break;
    }
    if (bytes.size() > left_) {  // more than the directory said
      report_bomb(name_, bag);
      return std::nullopt;
    }
    if (got == 0) {
      left_ -= bytes.size();
      return bytes;
    }
  }
  report_damaged(name_, part, bag);
  return std::nullopt;
}

}  // namespace leps::sheets
