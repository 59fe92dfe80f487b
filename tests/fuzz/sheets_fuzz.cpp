// Any bytes as tables of data. The first byte says what the rest is: a CSV, a whole workbook, or
// one part of a workbook that is otherwise sound, since no fuzzer would find its way through an
// archive. What is read is typed and every message is shown; the same bytes give the same messages.
#include "diagnostics/render.hpp"
#include "fuzz/harness.hpp"
#include "pipeline.hpp"

#include <zip.h>

#include <map>
#include <string>

using namespace leps;

namespace {

constexpr const char* kPack = R"(pacchetto prova.tabelle versione "1"
fonte prova "Scelta di prova"
unità abitanti, FTE
categoria LEPS "Livello di prova" inderogabile
dato popolazione : abitanti "Popolazione"
  almeno 1  intero
dato operatori : FTE "Operatori"
  almeno 0  al massimo 5.000
dato coperti : quota "Quota di coperti"
dato attivo : sì/no "Servizio attivo"
dato forma : uno di dedicato, specialistico "Forma"
regola organico "Un operatore ogni 5.000 abitanti"
  categoria LEPS
  secondo prova
  in vigore dal 1 gennaio 2021
  requisito livello: operatori almeno 1 FTE ogni 5.000 abitanti di popolazione e attivo
)";

constexpr const char* kMain = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
constexpr const char* kDocument =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

using Parts = std::map<std::string, std::string>;

Parts sound_xlsx() {
  const std::string related = std::string("<Relationships>") + "<Relationship Id='1' Type='" +
                              kDocument + "/worksheet' Target='sheet.xml'/><Relationship Id='2' " +
                              "Type='" + kDocument + "/sharedStrings' Target='texts.xml'/>" +
                              "<Relationship Id='3' Type='" + kDocument +
                              "/styles' Target='styles.xml'/></Relationships>";
  return {
      {"_rels/.rels", std::string("<Relationships><Relationship Id='1' Type='") + kDocument +
                          "/officeDocument' Target='xl/workbook.xml'/></Relationships>"},
      {"xl/workbook.xml", std::string("<workbook xmlns='") + kMain + "' xmlns:r='" + kDocument +
                              "'><sheets><sheet name='dati' r:id='1'/></sheets></workbook>"},
      {"xl/_rels/workbook.xml.rels", related},
      {"xl/texts.xml", "<sst><si><t>ambito</t></si><si><t>anno</t></si><si><t>lodi</t></si></sst>"},
      {"xl/styles.xml",
       "<styleSheet><cellXfs><xf numFmtId='0'/><xf numFmtId='14'/></cellXfs>"
       "</styleSheet>"},
      {"xl/sheet.xml",
       "<worksheet><sheetData><row><c t='s'><v>0</v></c><c t='s'><v>1</v></c></row>"
       "<row><c t='s'><v>2</v></c><c><v>2025</v></c></row></sheetData></worksheet>"},
  };
}

std::string archive(const Parts& parts) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* memory = zip_source_buffer_create(nullptr, 0, 0, &error);
  zip_source_keep(memory);
  zip_t* file = zip_open_from_source(memory, ZIP_CREATE | ZIP_TRUNCATE, &error);
  if (!file) broken("an archive in memory opens");
  for (const auto& [name, content] : parts) {
    zip_source_t* part = zip_source_buffer(file, content.data(), content.size(), 0);
    const zip_int64_t index = zip_file_add(file, name.c_str(), part, 0);
    zip_set_file_compression(file, static_cast<zip_uint64_t>(index), ZIP_CM_STORE, 0);
  }
  if (zip_close(file) != 0) broken("an archive in memory closes");
  std::string bytes;
  zip_source_open(memory);
  zip_source_seek(memory, 0, SEEK_END);
  bytes.resize(static_cast<std::size_t>(zip_source_tell(memory)));
  zip_source_seek(memory, 0, SEEK_SET);
  zip_source_read(memory, bytes.data(), bytes.size());
  zip_source_close(memory);
  zip_source_free(memory);
  return bytes;
}

struct Input {
  std::string name, bytes;
};

Input make(char kind, std::string rest) {
  Parts parts = sound_xlsx();
  switch (kind) {
    case 'z':
      return {"dati.xlsx", std::move(rest)};
    case 'w':
      parts["xl/workbook.xml"] = std::move(rest);
      return {"dati.xlsx", archive(parts)};
    case 't':
      parts["xl/texts.xml"] = std::move(rest);
      return {"dati.xlsx", archive(parts)};
    case 's':
      parts["xl/styles.xml"] = std::move(rest);
      return {"dati.xlsx", archive(parts)};
    case 'x':
      parts["xl/sheet.xml"] = std::move(rest);
      return {"dati.xlsx", archive(parts)};
    case 'o':
      return {"dati.ods", archive({{"content.xml", std::move(rest)}})};
    default:
      return {"dati.csv", std::move(rest)};
  }
}

const Rulebook& rulebook() {
  static const Rulebook compiled = [] {
    SourceMap sources;
    DiagnosticBag bag;
    sources.add("prova.leps", kPack);
    std::optional<Rulebook> made = compile(sources, bag);
    if (!made) broken("the pack of the harness compiles");
    return *std::move(made);
  }();
  return compiled;
}

std::string run(const Input& input) {
  SourceMap sources;
  DiagnosticBag bag;
  DataFiles files;
  add_data_bytes(files, sources, input.name, input.bytes, bag);
  const DataSet data = load(rulebook(), sources, files, bag);
  bag.sort();
  std::string said = render(bag, sources, {Language::italian, true}) +
                     render(bag, sources, {Language::english, false});
  if (!bag.has_errors()) assess(rulebook(), sources, data, std::nullopt);
  return said;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  if (size == 0) return 0;
  const Input input =
      make(static_cast<char>(bytes[0]), {reinterpret_cast<const char*>(bytes) + 1, size - 1});
  if (run(input) != run(input)) broken("the same bytes give the same messages");
  return 0;
}
