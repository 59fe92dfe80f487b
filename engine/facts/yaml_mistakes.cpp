#include "facts/yaml_mistakes.hpp"

namespace leps::reading {
namespace {

struct Row {
  std::string_view complaint;  // how it begins
  const char *it, *en;
  const char *hint_it, *hint_en;
};

constexpr const char* kAlignIt =
    "le voci di uno stesso gruppo cominciano tutte alla stessa colonna, con spazi e non "
    "tabulazioni";
constexpr const char* kAlignEn =
    "the entries of one group all begin at the same column, with spaces and not tabs";

constexpr Row kRows[] = {
    {"illegal tab", "la riga è rientrata con una tabulazione", "the line is indented with a tab",
     "rientra con spazi: una tabulazione è larga quanto vuole chi la mostra",
     "indent with spaces: a tab is as wide as whoever shows it likes"},
    {"illegal map value", "qui i due punti non possono stare", "a colon cannot stand here",
     "guarda anche la riga prima: dopo i due punti serve uno spazio, il rientro è di spazi e non "
     "di "
     "tabulazioni, e un testo con i due punti va fra virgolette",
     "look at the line before too: a colon needs a space after it, indent with spaces and not "
     "tabs, "
     "and a text with a colon goes between quotation marks"},
    {"illegal map key", "qui non può cominciare una voce", "an entry cannot begin here",
     "un testo che comincia con ? va fra virgolette; per un dato non noto scrivi n.d.",
     "a text that begins with ? goes between quotation marks; for a datum not known write n.d."},
    {"illegal block entry", "qui non può cominciare una riga di elenco",
     "a list item cannot begin here",
     "il trattino di un elenco sta su una riga sua, sotto la chiave",
     "the dash of a list stands on a line of its own, under the key"},
    {"illegal flow end", "una parentesi si chiude senza essere stata aperta",
     "a bracket closes that was never opened", "cancellala, o metti il testo fra virgolette",
     "delete it, or put the text between quotation marks"},
    {"end of sequence flow", "la parentesi [ non si chiude", "the bracket [ is not closed",
     "chiudi con ], e separa i valori con virgole",
     "close it with ], and separate the values with commas"},
    {"end of map flow", "la parentesi { non si chiude", "the bracket { is not closed",
     "chiudi con }, e separa le voci con virgole",
     "close it with }, and separate the entries with commas"},
    {"end of map", "questa riga non è una voce del gruppo in cui si trova",
     "this line is no entry of the group in which it stands",
     "una voce è `nome: valore`, con i due punti e uno spazio; le voci di uno stesso gruppo "
     "cominciano tutte alla stessa colonna",
     "an entry is `name: value`, with a colon and a space; the entries of one group all begin at "
     "the "
     "same column"},
    {"end of sequence", "questa riga non è una riga dell'elenco in cui si trova",
     "this line is no item of the list in which it stands", kAlignIt, kAlignEn},
    {"unknown token", "un valore non può cominciare con questo carattere",
     "a value cannot begin with this character", "metti il testo fra virgolette",
     "put the text between quotation marks"},
    {"unknown escape", "dopo \\ c'è un carattere che non forma nessun segno",
     "the character after \\ forms no sign",
     "fra virgolette semplici '…' la \\ è una lettera come le altre",
     "between single quotation marks '…' a \\ is a letter like any other"},
    {"illegal document indicator", "le virgolette non si chiudono prima della fine del documento",
     "the quotation marks are not closed before the document ends", "chiudi le virgolette",
     "close the quotation marks"},
    {"illegal EOF", "le virgolette non si chiudono", "the quotation marks are not closed",
     "chiudi le virgolette", "close the quotation marks"},
    {"the referenced anchor", "questo alias (*) non rimanda a niente",
     "this alias (*) refers to nothing", "scrivi il valore per esteso",
     "write the value out in full"},
    // Ours: yaml-cpp lets these pass.
    {"directive", "una riga non può cominciare con %", "a line cannot begin with %",
     "cancella il segno %", "delete the % sign"},
    {"empty block scalar", "dopo | o > il testo sta nelle righe sotto, e qui non ce n'è",
     "after | or > the text stands on the lines below, and there is none",
     "scrivi il valore senza quel segno, o il testo nelle righe sotto, rientrato",
     "write the value without that sign, or the text on the lines below, indented"},
};

}  // namespace

YamlMistake explain_yaml(std::string_view complaint) {
  for (const Row& row : kRows) {
    if (complaint.starts_with(row.complaint)) {
      return {{row.it, row.en}, {row.hint_it, row.hint_en}};
    }
  }
  return {
      {"questa riga non segue le regole di YAML", "this line does not follow the rules of YAML"},
      {kAlignIt, kAlignEn}};
}

}  // namespace leps::reading
