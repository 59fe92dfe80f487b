#include "trees/yaml_mistakes.hpp"

#include <algorithm>

namespace leps::inline trees {
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
    {"name over lines", "il nome di una voce è su più righe",
     "the name of an entry runs over several lines",
     "un nome sta su una riga sola, con i suoi due punti; se la riga prima è una voce a sé, le "
     "mancano i due punti",
     "a name stands on one line, with its colon; if the line before is an entry of its own, it "
     "lacks the colon"},
    {"long name", "il nome di una voce ha più di 1024 caratteri",
     "the name of an entry has more than 1024 characters",
     "un nome è una parola o poche: un testo con i due punti va fra virgolette",
     "a name is a word or a few: a text with a colon goes between quotation marks"},
    {"YAML directive", "questa riga è una direttiva di YAML, che nei dati non si usa",
     "this line is a directive of YAML, which is not used in data", "togli la riga",
     "take the line out"},
    {"directive", "una riga non può cominciare con %", "a line cannot begin with %",
     "cancella il segno %", "delete the % sign"},
    {"empty block scalar", "dopo | o > il testo sta nelle righe sotto, e qui non ce n'è",
     "after | or > the text stands on the lines below, and there is none",
     "scrivi il valore senza quel segno, o il testo nelle righe sotto, rientrato",
     "write the value without that sign, or the text on the lines below, indented"},
};

constexpr std::string_view kBlank = " \t\r\n";
constexpr std::size_t kLongestName = 1024;  // yaml-cpp's own limit, and YAML's

std::size_t line_begin(std::string_view text, std::size_t at) {
  const std::size_t end = text.substr(0, at).rfind('\n');
  return end == std::string_view::npos ? 0 : end + 1;
}

/// Where the line above, or above blank ones, begins with what can only be the first part of a
/// name.
std::size_t beginning_above(std::string_view text, std::size_t line) {
  const std::size_t last = text.substr(0, line).find_last_not_of(kBlank);
  if (last == std::string_view::npos) return line;
  const std::size_t above = text.find_first_not_of(kBlank, line_begin(text, last));
  const std::string_view words = text.substr(above, last + 1 - above);
  const bool is_word = words.find_first_of("-#[{'\"&*!|>%@") != 0;
  return is_word && words.find(':') == std::string_view::npos ? above : line;
}

}  // namespace

YamlComplaint about_the_name(std::string_view text, std::string_view complaint, std::size_t at) {
  const YamlComplaint as_it_is{complaint, at, at + 1};
  if (!complaint.starts_with("illegal map value") || at >= text.size()) return as_it_is;
  const std::size_t line = line_begin(text, at);
  if (at - line > kLongestName) return {"long name", line, at};
  const std::size_t last = text.substr(0, at).find_last_not_of(kBlank);
  if (last == std::string_view::npos || last < line) return as_it_is;
  const std::string_view name = text.substr(line, last + 1 - line);
  const char mark = name.back();
  if (mark == '"' || mark == '\'') {
    if (std::count(name.begin(), name.end(), mark) % 2 == 0) return as_it_is;
    const std::size_t open = text.substr(0, line).rfind(mark);
    if (open == std::string_view::npos) return as_it_is;
    return {"name over lines", open, last + 1};
  }
  if (name.find(':') != std::string_view::npos) return as_it_is;
  const std::size_t begin = beginning_above(text, line);
  if (begin == line) return as_it_is;
  return {"name over lines", begin, last + 1};
}

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

}  // namespace leps::inline trees
