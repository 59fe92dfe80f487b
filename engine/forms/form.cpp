#include "forms/form.hpp"

#include "sheets/grid.hpp"
#include "trees/format_names.hpp"
#include "words/datum_words.hpp"
#include "words/format.hpp"
#include "words/text.hpp"
#include "words/words.hpp"
#include "xlsx/workbook.hpp"

#include <algorithm>
#include <set>

namespace leps::inline forms {
namespace {

using Part = FormColumn::Part;

constexpr const char* kAmbitoToWrite = "chiave_da_scrivere";

/// The year in which the newest text of a rule comes into force.
int newest_year(const Typed& typed) {
  constexpr int kNoRules = 2025;
  int year = 0;
  for (const typed::Rule& rule : typed.rules) {
    year = std::max(year, year_of(rule.versions.back().in_force.from));
  }
  return year > 0 ? year : kNoRules;
}

class Maker {
 public:
  Maker(const Rulebook& rulebook, const FormOptions& options) {
    form_.typed = &rulebook.typed;
    form_.language = options.language;
    form_.ambito = options.ambito.empty() ? kAmbitoToWrite : options.ambito;
    form_.ambito_given = !options.ambito.empty();
    form_.year = options.year ? *options.year : newest_year(rulebook.typed);
    for (const typed::Pack& pack : rulebook.typed.packs) {
      const std::string own = plain(pack.name) + " " + plain(pack.version);
      if (form_.packs.find(own) == std::string::npos) {
        form_.packs += (form_.packs.empty() ? "" : ", ") + own;
      }
    }
  }

  Form operator()() && {
    find_holders();
    make_lists();
    make_main();
    return std::move(form_);
  }

 private:
  void find_holders() {
    for (const DatumId id : form_.typed->data.keys()) {
      const typed::Datum& datum = form_.typed->data[id];
      if (datum.field_of || std::holds_alternative<RowsOf>(datum.type)) continue;
      const std::string name = plain(datum.held_by);
      auto own = std::find_if(form_.holders.begin(), form_.holders.end(),
                              [&](const FormHolder& holder) { return holder.name == name; });
      if (own == form_.holders.end()) own = form_.holders.insert(own, {name, {}});
      own->data.push_back(id);
    }
  }

  void make_lists() {
    for (const TableId id : form_.typed->tables.keys()) {
      const typed::Table& table = form_.typed->tables[id];
      FormTable list{
          table.name, plain(table.title), plain(table.held_by), plain_all(table.notes), id, {}};
      add_keys(list);
      std::set<std::string, std::less<>> names;
      for (const DatumId field : table.fields) {
        names.emplace(form_.typed->data[field].field());
      }
      for (std::size_t i = 0; i < table.fields.size(); ++i) {
        const typed::Datum& datum = form_.typed->data[table.fields[i]];
        add_datum(list, table.fields[i], std::string(datum.field()), names);
        if (table.key == i) {
          list.columns.back().writing =
              form_.say("in ogni riga, e ogni volta diverso: dice di chi è la riga",
                        "in every row, each time another: it says whose row it is");
        }
      }
      form_.lists.push_back(std::move(list));
    }
  }

  void make_main() {
    form_.main.name = "dati";
    const auto taken = [&] {
      return std::any_of(form_.lists.begin(), form_.lists.end(),
                         [&](const FormTable& list) { return list.name == form_.main.name; });
    };
    while (taken()) form_.main.name += "_ambito";
    form_.main.title =
        form_.say("Una riga per ogni Ambito e anno", "A row for each Ambito and year");
    add_keys(form_.main);
    add_key(key::nome, form_.say("Nome per esteso dell'Ambito", "Full name of the Ambito"), {});
    add_key(key::regione, form_.say("Regione", "Region"), {});
    add_key(key::stato, form_.say("Se i dati sono definitivi", "Whether the data are final"),
            form_.say("definitivo o previsione; vuoto: definitivo",
                      "definitivo (final) or previsione (forecast); empty: final"));
    add_key(key::data_di_rilevazione,
            form_.say("Il giorno a cui si riferiscono i dati", "The day that the data are of"),
            form_.say("come 31/12/2025; vuoto: l'ultimo dell'anno",
                      "such as 31/12/2025; empty: the last of the year"));
    form_.main.columns.back().day = true;
    std::set<std::string, std::less<>> names;
    for (const typed::Datum& datum : form_.typed->data) names.insert(datum.name);
    for (const FormHolder& holder : form_.holders) {
      for (const DatumId id : holder.data) {
        add_datum(form_.main, id, form_.typed->data[id].name, names);
      }
    }
  }

  void add_keys(FormTable& table) const {
    FormColumn ambito;
    ambito.name = key::ambito;
    ambito.part = Part::key;
    ambito.text = true;
    ambito.title = form_.say("Chiave dell'Ambito", "Key of the Ambito");
    ambito.kind = form_.say("testo", "text");
    ambito.writing = form_.say("in ogni riga: lettere minuscole, cifre, _ e -, come lodi",
                               "in every row: small letters, digits, _ and -, such as lodi");
    FormColumn year;
    year.name = key::anno;
    year.part = Part::key;
    year.title = form_.say("Anno dei dati", "Year of the data");
    year.kind = form_.say("anno", "year");
    year.writing = form_.say("in ogni riga: quattro cifre, come 2025",
                             "in every row: four digits, such as 2025");
    table.columns.push_back(std::move(ambito));
    table.columns.push_back(std::move(year));
  }

  void add_key(const char* name, std::string title, std::string writing) {
    FormColumn column;
    column.name = name;
    column.part = Part::key;
    column.text = true;
    column.title = std::move(title);
    column.writing = std::move(writing);
    form_.main.columns.push_back(std::move(column));
  }

  /// @param names  of the other data of the table: none may be mistaken for a part of this one
  void add_datum(FormTable& table, DatumId id, const std::string& name,
                 const std::set<std::string, std::less<>>& names) const {
    const typed::Datum& datum = form_.typed->data[id];
    FormColumn column;
    column.name = name;
    column.datum = id;
    column.title = plain(datum.title);
    column.kind = kind_words(datum, form_);
    column.held_by = plain(datum.held_by);
    column.area = area_words(datum.area, form_);
    column.notes = plain_all(datum.notes);
    column.writing = how_to_write(datum.type);
    if (const std::string fallback = fallback_words(datum, form_); !fallback.empty()) {
      column.writing += "; " + fallback;
    }
    column.day = std::holds_alternative<DayOf>(datum.type);
    column.text = std::holds_alternative<TextOf>(datum.type) ||
                  std::holds_alternative<TimetableOf>(datum.type) ||
                  std::holds_alternative<WordOf>(datum.type);
    const auto free = [&](const char* ending) { return !names.contains(name + ending); };
    if (std::holds_alternative<PeriodOf>(datum.type)) {
      if (free("_dal") && free("_al")) {
        const std::string day = form_.say("come 31/12/2025", "such as 31/12/2025");
        column.day = true;
        table.columns.push_back(
            part_of(column, Part::from, "_dal", form_.say("primo giorno", "first day"), day));
        table.columns.push_back(
            part_of(column, Part::to, "_al", form_.say("ultimo giorno", "last day"),
                    day + form_.say("; vuoto: dura ancora", "; empty: it still lasts")));
        return;
      }
      column.text = true;
    }
    table.columns.push_back(column);
    if (datum.precedence.empty() || !free("_fonte") || !free("_al")) return;
    column.day = false;
    column.text = true;
    table.columns.push_back(part_of(column, Part::origin, "_fonte", form_.say("fonte", "source"),
                                    form_.say("chi lo pubblica, fra: ", "who gives it, among: ") +
                                        join_words(plain_all(datum.precedence), form_.language)));
    column.day = true;
    column.text = false;
    table.columns.push_back(part_of(column, Part::as_of, "_al", form_.say("a che giorno", "as of"),
                                    form_.say("come 31/12/2025", "such as 31/12/2025")));
  }

  FormColumn part_of(FormColumn column, Part part, const char* ending, const std::string& what,
                     std::string writing) const {
    column.name += ending;
    column.part = part;
    column.title = (column.title.empty() ? "" : column.title + ": ") + what;
    column.kind = column.day ? form_.say("data", "date") : form_.say("testo", "text");
    column.writing = std::move(writing);
    return column;
  }

  [[nodiscard]] std::string how_to_write(const Type& type) const {
    if (const auto* number = std::get_if<NumberOf>(&type)) {
      if (number->unit.none() && number->purity == Purity::share) {
        return form_.say("come 56% o 9/10; noto fra due limiti: [50%; 60%]",
                         "such as 56% or 9/10; known between two limits: [50%; 60%]");
      }
      return form_.say("come 17 o 17,5; noto fra due limiti: [4; 9]",
                       "such as 17 or 17.5; known between two limits: [4; 9]");
    }
    if (std::holds_alternative<DayOf>(type)) {
      return form_.say("come 31/12/2025; mai se non c'è stato",
                       "such as 31/12/2025; mai (never) if it did not take place");
    }
    if (std::holds_alternative<PeriodOf>(type)) {
      return form_.say("come dal 2025-10-01 al 2025-12-31; senza al se dura ancora",
                       "such as dal 2025-10-01 al 2025-12-31; without al while it lasts");
    }
    if (std::holds_alternative<TimetableOf>(type)) {
      return form_.say("come lun-ven 08:00-18:00; sab-dom chiuso; festivi chiuso",
                       "such as lun-ven 08:00-18:00; sab-dom chiuso; festivi chiuso");
    }
    if (std::holds_alternative<TruthValue>(type)) {
      return form_.say("sì o no", "sì (yes) or no");
    }
    if (std::holds_alternative<WordOf>(type)) {
      return form_.say("una di quelle parole", "one of those words");
    }
    return form_.say("un testo su una riga", "a text on one line");
  }

  Form form_;
};

std::string small(std::string text) {
  for (char& c : text) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return text;
}

}  // namespace

Form make_form(const Rulebook& rulebook, const FormOptions& options) {
  return Maker(rulebook, options)();
}

std::string area_words(std::optional<AreaId> area, const Form& form) {
  return area ? plain(form.typed->areas[*area].title) : std::string();
}

std::string kind_words(const typed::Datum& datum, const Form& form) {
  return plain(type_words(datum.type, *form.typed, form.language)) +
         bounds_words(datum, form.language) + part_words(datum, *form.typed, form.language);
}

std::string fallback_words(const typed::Datum& datum, const Form& form) {
  if (!datum.if_missing) return {};
  return form.say("se manca si calcola dagli altri dati",
                  "where it is missing it is worked out from the other data");
}

std::optional<FormMisfit> find_misfit(const Form& form, FormLayout layout) {
  std::set<std::string> taken = {form.main.name};
  const auto check = [&](const FormTable& table) -> std::optional<FormMisfit> {
    std::set<std::string> names;
    for (const FormColumn& column : table.columns) {
      if (names.insert(column.name).second) continue;
      return FormMisfit{column.name,
                        {"in ogni tabella una colonna con quel nome c'è già, e dice altro",
                         "every table has a column so called already, which says something else"}};
    }
    return std::nullopt;
  };
  if (auto misfit = check(form.main)) return misfit;
  for (const FormTable& list : form.lists) {
    if (auto misfit = check(list)) return misfit;
    if (layout == FormLayout::csv) continue;
    if (!xlsx::is_sheet_name(list.name)) {
      return FormMisfit{list.name,
                        {"il nome di un foglio ha al massimo 31 caratteri",
                         "the name of a sheet has at most 31 characters"}};
    }
    const bool helper = list.name == "opzioni" || small(list.name) == "istruzioni" ||
                        sheets::is_form_helper(list.name);
    if (helper || !taken.insert(small(list.name)).second) {
      return FormMisfit{list.name,
                        {"un foglio con quel nome c'è già", "there is a sheet so called already"}};
    }
  }
  return std::nullopt;
}

}  // namespace leps::inline forms
