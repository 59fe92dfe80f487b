#include "diagnostics/load_source.hpp"
#include "diagnostics/expand_paths.hpp"
#include "unit/source/temporary_folder.hpp"

#include <doctest/doctest.h>

#include <sys/stat.h>

#include <cerrno>

using namespace leps;
using leps::test::TemporaryFolder;

namespace {

/// `2:3 code message (hint)`, a line for each.
std::string describe(const DiagnosticBag& bag, const SourceMap& sources) {
  std::string all;
  for (const Diagnostic& diagnostic : bag.all()) {
    if (diagnostic.where) {
      const LineColumn at = sources.line_column(*diagnostic.where);
      all += std::to_string(at.line) + ":" + std::to_string(at.column) + " ";
    }
    all += std::string(name(diagnostic.code)) + " " + diagnostic.message.it;
    for (const Text& hint : diagnostic.hints) all += " (" + hint.it + ")";
    all += "\n";
  }
  return all;
}

}  // namespace

TEST_CASE("a clean file becomes a source under its path") {
  const TemporaryFolder folder;
  SourceMap sources;
  DiagnosticBag bag;
  const std::string path = folder.write("a.leps", "\xEF\xBB\xBFpacchetto è\r\n");
  const auto id = load_source(sources, path, kMaxRulesBytes, bag);
  REQUIRE(id.has_value());
  CHECK(sources.name(*id) == path);
  CHECK(sources.text(*id) == "pacchetto è\r\n");
  CHECK(bag.empty());
}

TEST_CASE("a file that cannot be read is a diagnostic about its path") {
  const TemporaryFolder folder;
  SourceMap sources;
  DiagnosticBag bag;
  CHECK_FALSE(load_source(sources, folder / "nothing", 10, bag).has_value());
  CHECK_FALSE(load_source(sources, folder.path(), 10, bag).has_value());
  CHECK_FALSE(load_source(sources, folder.write("large", "12345678901"), 10, bag).has_value());
  CHECK_FALSE(load_source(sources, "/dev/zero", 10, bag).has_value());
  CHECK_FALSE(load_source(sources, folder.write("utf16", "\xFF\xFEz"), 10, bag).has_value());
  CHECK(describe(bag, sources) ==
        "io/cannot-read non riesco a leggere il file: non esiste\n"
        "io/is-a-folder è una cartella, qui serve un file\n"
        "text/too-large il file è troppo grande: 11 byte, il limite è 10\n"
        "text/too-large il file è troppo grande: più di 10 byte, il limite è 10\n"
        "text/other-encoding il testo è in UTF-16, qui serve UTF-8 (salvalo come UTF-8)\n");
  CHECK(sources.size() == 0);
  CHECK(bag.all()[0].path == folder / "nothing");
  CHECK(is_io(bag.all()[0].code));
  CHECK(is_io(bag.all()[1].code));
  CHECK_FALSE(is_io(bag.all()[2].code));
}

TEST_CASE("a document of an office program is told by its name, whatever its file is called") {
  struct Document {
    std::string bytes;
    const char* italian;
  };
  const Document documents[] = {
      {"PK\x03\x04 [Content_Types].xml word/document.xml", "un documento di Word"},
      {"PK\x03\x04 [Content_Types].xml xl/workbook.xml", "una cartella di Excel"},
      {"PK\x03\x04 mimetypeapplication/vnd.oasis.opendocument.text",
       "un documento di LibreOffice Writer"},
      {"PK\x03\x04 mimetypeapplication/vnd.oasis.opendocument.spreadsheet",
       "un foglio di LibreOffice Calc"},
      {"PK\x03\x04 a.txt", "un archivio zip"},
      {"{\\rtf1\\ansi pacchetto p}", "un documento RTF"},
      {"%PDF-1.7", "un PDF"},
      {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "un documento di Office di prima del 2007"},
  };
  for (const Document& document : documents) {
    CAPTURE(document.italian);
    SourceMap sources;
    DiagnosticBag bag;
    CHECK_FALSE(add_source(sources, "x.leps", document.bytes, 1000, bag).has_value());
    CHECK(describe(bag, sources) == "text/is-a-document è " + std::string(document.italian) +
                                        ", qui serve un testo (salvalo come testo semplice "
                                        "(UTF-8))\n");
    CHECK(sources.size() == 0);
  }
}

TEST_CASE("what is no text is shown at its place, on a line made clean") {
  struct Row {
    std::string bytes;
    const char* message;
    const char* line;
  };
  const Row rows[] = {
      {"uno\nè gi\xE0 \x80\xFF \x1B[0m\nmai",
       "2:5 text/not-utf8 il testo non è in UTF-8: il byte E0 non "
       "appartiene a nessun carattere (in Windows-1252 quel byte è «à»: se il file viene da lì, "
       "salvalo "
       "come UTF-8)\n",
       "è gi? ?? ?[0m"},
      {"a\x92"
       "b",
       "1:2 text/not-utf8 il testo non è in UTF-8: il byte 92 non appartiene a nessun carattere "
       "(in Windows-1252 quel byte è «’»: se il file viene da lì, salvalo come UTF-8)\n",
       "a?b"},
      {"\x81",
       "1:1 text/not-utf8 il testo non è in UTF-8: il byte 81 non appartiene a nessun carattere "
       "(salvalo come UTF-8)\n",
       "?"},
      {std::string("a\0b", 3),
       "1:2 text/control-character c'è un carattere di controllo (U+0000), che non si "
       "vede e qui non è ammesso (se il file è in UTF-16, salvalo come UTF-8)\n",
       "a?b"},
      {"a\xE2\x80\xAE"
       "b",
       "1:2 text/control-character c'è un carattere di controllo (U+202E), che non si "
       "vede e qui non è ammesso (cancellalo)\n",
       "a?b"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.message);
    SourceMap sources;
    DiagnosticBag bag;
    CHECK_FALSE(add_source(sources, "x.leps", row.bytes, 1000, bag).has_value());
    CHECK(describe(bag, sources) == row.message);
    REQUIRE(sources.size() == 1);
    CHECK(sources.line_at(SourceId{0}, bag.all()[0].where->begin) == row.line);
  }
}

TEST_CASE("a file that cannot be written says why, in words that do not ask the locale") {
  const TemporaryFolder folder;
  const SourceMap sources;
  DiagnosticBag bag;
  CHECK(save_file(folder / "good", "x", bag));
  CHECK(bag.empty());
  CHECK_FALSE(save_file("/dev/full", "x", bag));
  CHECK_FALSE(save_file(folder / "no/folder", "x", bag));
  CHECK_FALSE(save_file(folder.path(), "x", bag));
  CHECK(describe(bag, sources) ==
        "io/cannot-write non riesco a scrivere il file: il disco è pieno\n"
        "io/cannot-write non riesco a scrivere il file: la cartella non esiste\n"
        "io/is-a-folder è una cartella, qui serve un file\n");
  CHECK(system_words(EACCES).it == "permesso negato");
  CHECK(system_words(EACCES).en == "permission denied");
  CHECK(system_words(9999).it == "errore di sistema 9999");
}

TEST_CASE("folders are read through, in the order of bytes") {
  const TemporaryFolder folder;
  for (const char* name : {"b.yaml", "a.YAML", "deep/er/c.yml", "deep.yaml", "notes.txt",
                           ".hidden.yaml", ".git/d.yaml", "no_extension"}) {
    folder.write(name, "x");
  }
  std::filesystem::create_directory_symlink("..", folder / "deep/up");
  DiagnosticBag bag;
  const auto files = expand_paths({folder / "notes.txt", folder.path(), folder / "b.yaml"},
                                  {".yaml", ".yml"}, bag);
  CHECK(bag.empty());
  const std::vector<std::string> expected = {folder / "notes.txt", folder / "a.YAML",
                                             folder / "b.yaml", folder / "deep.yaml",
                                             folder / "deep/er/c.yml"};
  CHECK(files == expected);
}

TEST_CASE("in a folder, what would be waited for is passed over and named; what is broken, read") {
  const TemporaryFolder folder;
  folder.write("good.yaml", "x");
  folder.write("folder.yaml/inner.yaml", "x");
  REQUIRE(::mkfifo((folder / "pipe.yaml").c_str(), 0600) == 0);
  REQUIRE(::mkfifo((folder / "pipe.txt").c_str(), 0600) == 0);
  const test::Socket socket(folder / "socket.yaml");
  std::filesystem::create_symlink("pipe.yaml", folder / "to_pipe.yaml");
  std::filesystem::create_symlink("/dev/zero", folder / "zero.yaml");
  std::filesystem::create_symlink("loop.yaml", folder / "loop.yaml");
  std::filesystem::create_symlink("nowhere", folder / "lost.yaml");
  std::filesystem::create_directory_symlink(".", folder / "up.yaml");
  const SourceMap sources;
  DiagnosticBag bag;
  const std::vector<std::string> expected = {folder / "folder.yaml/inner.yaml",
                                             folder / "good.yaml", folder / "loop.yaml",
                                             folder / "lost.yaml"};
  CHECK(expand_paths({folder.path()}, {".yaml"}, bag) == expected);
  const std::string passed = "io/passed-over non è un file ma ";
  const std::string rest = ": in una cartella non si legge (per leggerlo, dai il suo percorso)\n";
  CHECK(describe(bag, sources) ==
        passed + "una pipe" + rest + passed + "un socket" + rest + passed + "una pipe" + rest +
            passed + "un collegamento a una cartella" + rest + passed + "un dispositivo" + rest);
  CHECK(bag.all().front().path == folder / "pipe.yaml");
  CHECK_FALSE(bag.has_errors());

  DiagnosticBag broken;
  SourceMap read;
  CHECK_FALSE(load_source(read, folder / "loop.yaml", 10, broken).has_value());
  CHECK_FALSE(load_source(read, folder / "lost.yaml", 10, broken).has_value());
  CHECK_FALSE(load_source(read, folder / "socket.yaml", 10, broken).has_value());
  CHECK(describe(broken, read) ==
        "io/cannot-read non riesco a leggere il file: i collegamenti simbolici girano in tondo\n"
        "io/cannot-read non riesco a leggere il file: non esiste\n"
        "io/cannot-read non riesco a leggere il file: è un socket\n");
}

TEST_CASE("a folder of nothing but pipes holds no file") {
  const TemporaryFolder folder;
  REQUIRE(::mkfifo((folder / "pipe.yaml").c_str(), 0600) == 0);
  DiagnosticBag bag;
  CHECK(expand_paths({folder.path()}, {".yaml"}, bag).empty());
  CHECK(bag.all().size() == 2);
  CHECK(bag.has_errors());
}

TEST_CASE("a path that leads to no file is reported") {
  const TemporaryFolder folder;
  folder.write("sub/notes.txt", "x");
  const SourceMap sources;
  DiagnosticBag bag;
  CHECK(expand_paths({folder / "nothing", folder.path()}, {".yaml", ".yml"}, bag).empty());
  CHECK(describe(bag, sources) ==
        "io/cannot-read non riesco a leggere il file: non esiste\n"
        "io/nothing-found nella cartella non c'è nessun file .yaml, .yml\n");
  ::chmod((folder / "sub").c_str(), 0);
  {
    const test::Unprivileged nobody;
    DiagnosticBag locked;
    CHECK(expand_paths({folder.path()}, {".yaml"}, locked).empty());
    if (nobody.holds()) {
      CHECK(describe(locked, sources) ==
            "io/cannot-read non riesco a leggere il file: permesso negato\n");
    }
  }
  ::chmod((folder / "sub").c_str(), 0700);
}
