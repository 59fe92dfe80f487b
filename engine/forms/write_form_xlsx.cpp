// A form as a workbook: a sheet that says what each column is, the main table, a sheet for each
// list. The first row of a table has the names by which it is read back, and nothing else; what a
// column is stands beside the table, in a note on its name, and in what the sheet says while a cell
// is being filled in.
#include "forms/write_form.hpp"
#include "trees/format_names.hpp"
#include "words/words.hpp"
#include "xlsx/workbook.hpp"

#include <algorithm>
#include <map>

namespace leps::inline forms {
namespace {

using Part = FormColumn::Part;
using xlsx::At;
using xlsx::Face;
using xlsx::Kind;
using xlsx::Sheet;

// The names that facts/ knows, whatever the language: see sheets::is_form_helper.
constexpr const char* kHelp = "Istruzioni";
constexpr const char* kWords = "opzioni";
constexpr std::size_t kWordsInline = 200;  // in bytes; a list within a cell's rule takes 255

class XlsxForm {
 public:
  explicit XlsxForm(const Form& form)
      : form_(form),
        book_(form.say("Modulo dei dati di un Ambito", "Form for the data of an Ambito")) {}

  std::optional<std::string> operator()() {
    help();
    table(form_.main);
    for (const FormTable& list : form_.lists) table(list);
    words();
    return book_.finish();
  }

 private:
  void help() {
    Sheet sheet = book_.add_sheet(kHelp);
    sheet.print_lying();
    std::uint32_t row = 0;
    sheet.text({row++, 0},
               form_.say("Modulo dei dati di un Ambito", "Form for the data of an Ambito"),
               Face::title);
    sheet.text({row++, 0}, form_.say("Per le regole: ", "For the rules: ") + form_.packs,
               Face::quiet);
    ++row;
    for (const std::string& text : advice()) sheet.text({row++, 0}, text, Face::quiet);
    ++row;
    const std::vector<std::pair<std::string, int>> columns = {
        {form_.say("Foglio", "Sheet"), 18},
        {form_.say("Colonna", "Column"), 34},
        {form_.say("Che cos'è", "What it is"), 50},
        {form_.say("Che cosa si scrive", "What is written"), 36},
        {form_.say("Come", "How"), 44},
        {form_.say("Chi lo ha", "Who holds it"), 30},
        {"Area", 34},
        {form_.say("Note", "Notes"), 60}};
    const std::uint32_t head = row++;
    for (std::uint16_t i = 0; i < columns.size(); ++i) {
      sheet.width(i, columns[i].second);
      sheet.text({head, i}, columns[i].first, Face::head);
    }
    sheet.freeze({head + 1, 2});
    help(sheet, form_.main, row);
    for (const FormTable& list : form_.lists) help(sheet, list, row);
    sheet.filter({head, 0}, {row - 1, static_cast<std::uint16_t>(columns.size() - 1)});
  }

  [[nodiscard]] std::vector<std::string> advice() const {
    std::vector<std::string> all = {
        form_.say("Una riga per ogni Ambito e anno nel foglio «" + form_.main.name +
                      "»; i nomi nella prima riga non si cambiano, colonne e fogli che non servono "
                      "si possono togliere.",
                  "A row for each Ambito and year in the sheet “" + form_.main.name +
                      "”; the names in the first row stay as they are, columns and sheets that are "
                      "not needed can be taken out."),
        form_.say("Ciò che non si sa si lascia vuoto, o si scrive n.d.; uno zero solo se è proprio "
                  "zero.",
                  "What is not known is left empty, or n.d. is written; a zero only where it is a "
                  "zero indeed."),
        form_.say("Un dato noto solo fra due limiti si scrive [4; 9]. Niente formule, celle unite, "
                  "titoli o totali nelle tabelle.",
                  "A datum known only between two limits is written [4; 9]. No formulas, merged "
                  "cells, titles or totals in the tables."),
        form_.say("Chi pubblica un dato e a che giorno si può dire: accanto a «x» si aggiungono le "
                  "colonne «x_fonte» e «x_al».",
                  "Who gives a datum and as of which day can be said: beside “x” add the columns "
                  "“x_fonte” and “x_al”.")};
    if (!form_.lists.empty()) {
      all.push_back(
          form_.say("Nei fogli degli elenchi, una riga per voce. Un elenco senza righe non è noto; "
                    "di uno che "
                    "si sa vuoto si scrive una riga con Ambito, anno e «nessuno».",
                    "In the sheets of lists, a row an entry. A list without rows is not known; of "
                    "one known to "
                    "be empty write a row with Ambito, year and “nessuno”."));
    }
    return all;
  }

  void help(Sheet& sheet, const FormTable& table, std::uint32_t& row) {
    for (const FormColumn& column : table.columns) {
      std::string notes;
      for (const std::string& note : column.notes) notes += (notes.empty() ? "" : " ") + note;
      if (table.table && &column == &table.columns.front()) {
        for (const std::string& note : table.notes) notes += (notes.empty() ? "" : " ") + note;
      }
      const std::string title =
          column.part == Part::key && !table.title.empty() && column.name == key::ambito
              ? table.title + ". " + column.title
              : column.title;
      const std::string cells[] = {table.name,
                                   column.name,
                                   title,
                                   column.kind,
                                   column.writing,
                                   column.held_by.empty() ? table.held_by : column.held_by,
                                   area_of(table, column),
                                   notes};
      for (std::uint16_t i = 0; i < std::size(cells); ++i) {
        if (!cells[i].empty()) sheet.text({row, i}, cells[i], i == 1 ? Face::strong : Face::plain);
      }
      ++row;
    }
  }

  [[nodiscard]] std::string area_of(const FormTable& table, const FormColumn& column) const {
    if (column.part == Part::key || !table.table) return column.area;
    return area_words(form_.typed->tables[*table.table].area, form_);
  }

  void table(const FormTable& table) {
    Sheet sheet = book_.add_sheet(table.name);
    sheet.print_lying();
    for (std::uint16_t i = 0; i < table.columns.size(); ++i) {
      const FormColumn& column = table.columns[i];
      const int width = std::clamp(static_cast<int>(column.name.size()) + 3, 12, 40);
      sheet.width(i, width, kind_of(column));
      sheet.text({0, i}, column.name, Face::head);
      sheet.comment({0, i}, comment(table, column));
      rule(sheet, i, column);
    }
    sheet.freeze({1, 2});
    if (table.table) return;
    for (std::uint16_t i = 0; i < table.columns.size(); ++i) {
      if (table.columns[i].name == key::ambito) sheet.text({1, i}, form_.ambito);
      if (table.columns[i].name == key::anno) sheet.whole({1, i}, form_.year);
    }
  }

  [[nodiscard]] const Type* type_of(const FormColumn& column) const {
    return column.datum && column.part == Part::whole ? &form_.typed->data[*column.datum].type
                                                      : nullptr;
  }

  [[nodiscard]] Kind kind_of(const FormColumn& column) const {
    if (column.day) return Kind::day;
    if (column.text) return Kind::text;
    const Type* type = type_of(column);
    const auto* number = type ? std::get_if<NumberOf>(type) : nullptr;
    const bool share = number && number->unit.none() && number->purity == Purity::share;
    return share ? Kind::share : Kind::general;
  }

  [[nodiscard]] std::string comment(const FormTable& table, const FormColumn& column) const {
    std::string text = column.title;
    const auto add = [&](const std::string& more) {
      if (!more.empty()) text += (text.empty() ? "" : ". ") + more;
    };
    add(column.kind);
    add(column.writing);
    const std::string& holder = column.held_by.empty() ? table.held_by : column.held_by;
    if (column.part != Part::key && !holder.empty()) {
      add(form_.say("Da chiedere a: ", "To be asked of: ") + holder);
    }
    return text;
  }

  void rule(Sheet& sheet, std::uint16_t place, const FormColumn& column) {
    xlsx::Prompt prompt{column.name,
                        column.kind.empty() ? column.writing : column.kind + ". " + column.writing};
    if (column.name == key::stato && column.part == Part::key) {
      return sheet.offer(place, {key::definitivo, key::previsione}, prompt);
    }
    if (column.day) return sheet.expect_day(place, prompt);
    const Type* type = type_of(column);
    if (!type || prompt.message.empty()) return;
    if (std::holds_alternative<TruthValue>(*type)) {
      sheet.offer(place, {"sì", "no"}, prompt);
    } else if (const auto* word = std::get_if<WordOf>(type)) {
      offer(sheet, place, word->list, prompt);
    } else if (std::holds_alternative<NumberOf>(*type)) {
      const typed::Datum& datum = form_.typed->data[*column.datum];
      sheet.expect_number(place, datum.bounds, datum.whole, prompt);
    } else {
      sheet.explain(place, prompt);
    }
  }

  void offer(Sheet& sheet, std::uint16_t place, ChoiceTypeId list, const xlsx::Prompt& prompt) {
    const std::vector<std::string>& words = form_.typed->choice_types[list];
    std::size_t bytes = 0;
    for (const std::string& word : words) bytes += word.size() + 1;
    if (bytes <= kWordsInline) return sheet.offer(place, words, prompt);
    const auto [own, added] =
        long_lists_.emplace(list, static_cast<std::uint16_t>(long_lists_.size()));
    sheet.offer(place, kWords, own->second, words.size(), prompt);
  }

  /// The lists that are too long to stand within a rule.
  void words() {
    if (long_lists_.empty()) return;
    Sheet sheet = book_.add_sheet(kWords);
    for (const auto& [list, column] : long_lists_) {
      const std::vector<std::string>& words = form_.typed->choice_types[list];
      for (std::uint32_t row = 0; row < words.size(); ++row) {
        sheet.text({row, column}, words[row]);
      }
    }
    sheet.hide();
  }

  const Form& form_;
  xlsx::Workbook book_;
  std::map<ChoiceTypeId, std::uint16_t> long_lists_;
};

}  // namespace

std::optional<std::string> write_form_xlsx(const Form& form) { return XlsxForm(form)(); }

}  // namespace leps::inline forms
