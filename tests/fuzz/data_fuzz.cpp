// Any bytes as the data of an Ambito, under a pack that has a datum of every type; what is read is
// assessed and written in every format. The same data give the same bytes.
#include "diagnostics/load_source.hpp"
#include "diagnostics/render.hpp"
#include "fuzz/harness.hpp"
#include "pipeline.hpp"
#include "report/write_csv.hpp"
#include "report/write_html.hpp"
#include "report/write_json.hpp"
#include "report/write_markdown.hpp"
#include "report/write_text.hpp"

#include <string>

using namespace leps;

namespace {

constexpr const char* kPack = R"(pacchetto prova.dati versione "1"
fonte prova "Scelta di prova"
unità abitanti, FTE, persone, euro
categoria LEPS "Livello di prova" inderogabile
dato popolazione : abitanti "Popolazione"
  almeno 1  intero
dato operatori : FTE "Operatori"
  almeno 0  al massimo 5.000
dato saldo : euro "Saldo"
dato coperti : quota "Quota di coperti"
dato attivo : sì/no "Servizio attivo"
dato forma : uno di dedicato, specialistico "Forma"
calcolo costo_annuo : euro "Costo"
  = operatori * 42.000 euro/FTE - saldo
regola organico "Un operatore ogni 5.000 abitanti"
  categoria LEPS
  secondo prova
  in vigore dal 1 gennaio 2021
  requisito livello: operatori almeno 1 FTE ogni 5.000 abitanti di popolazione
    si colma con operatori  costo 42.000 euro/FTE
  parziale se operatori almeno 1 FTE ogni 6.500 abitanti di popolazione
regola servizio "Un servizio attivo"
  categoria LEPS
  secondo prova
  in vigore dal 1 gennaio 2021
  requisito attivo: attivo e coperti almeno 90% o forma pari a dedicato
  dopo organico
)";

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

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  SourceMap sources;
  DiagnosticBag bag;
  const auto source =
      add_source(sources, "fuzz.yaml", std::string(reinterpret_cast<const char*>(bytes), size),
                 kMaxDataBytes, bag);
  if (source) {
    // What was read beside the mistakes may be assessed too: the user can ask for it.
    const DataSet data = load(rulebook(), sources, {.documents = {*source}}, bag);
    const Report report = assess(rulebook(), sources, data, std::nullopt);
    if (write_json(report) != write_json(report)) broken("the same data give the same bytes");
    write_text(report, {Language::italian, true});
    write_html(report, {Language::italian, false});
    write_markdown(report, {Language::english, false});
    write_csv(report, {Language::english, false});
  }
  render(bag, sources, {Language::italian, true});
  render(bag, sources, {Language::english, false});
  return 0;
}
