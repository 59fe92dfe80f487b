#include "facts/read_document.hpp"

#include "base/watch.hpp"
#include "facts/read_rows.hpp"
#include "facts/read_territory.hpp"
#include "facts/read_time.hpp"
#include "facts/read_value.hpp"
#include "facts/report_doubt.hpp"
#include "trees/format_names.hpp"
#include "trees/keys.hpp"
#include "trees/wording.hpp"

#include <algorithm>
#include <array>

namespace leps::inline reading {
namespace {

const std::array<std::string, 10> kTopKeys = {
    key::ambito,  key::nome,      key::regione, key::territorio, key::patrono,
    key::fusione, key::sintetico, key::nota,    key::numeri,     key::anni};
const std::array<std::string, 6> kYearKeys = {
    key::stato, key::data_di_rilevazione, key::dati, key::elenchi, key::gruppi, key::deroghe};
const std::array<std::string, 4> kWaiverKeys = {key::regola, key::atto, key::motivo, key::fino_al};

class DocumentReader {
 public:
  DocumentReader(const Vocabulary& names, const SourceMap& sources, const NumberStyles& styles,
                 DiagnosticBag& bag)
      : context_{names, sources, bag, styles} {}

  std::vector<FactTable> read(const DataNode& root) {
    const DataMap* top = root.map();
    if (!top) {
      report_wrong_kind(context_, root, {"il file", "the file"},
                        {"un gruppo di voci", "a group of entries"})
          .hint({"un file di dati comincia con `ambito:` e ha i suoi anni sotto `anni:`",
                 "a file of data begins with `ambito:` and has its years under `anni:`"});
      return {};
    }
    check_keys(context_, *top, kTopKeys);
    read_style(*top);  // first: it says how all that follows is read
    const FactTable header = read_header(*top, root);
    return read_years(*top, root, header);
  }

 private:
  void read_style(const DataMap& top) {
    const DataNode* node = find(top, key::numeri);
    if (!node || is_missing(*node)) return;
    if (node->text() && trimmed(*node->text()) == key::italiani) {
      context_.styles.set(node->span.source, NumberStyle::italian);
      return;
    }
    context_.bag
        .report(Code::data_unknown_word, node->span, {key::numeri, found(*node), key::italiani})
        .hint(
            {"scrivi `numeri: italiani`, o togli la voce: allora i numeri hanno il punto decimale",
             "write `numeri: italiani`, or take the entry out: numbers then have a decimal point"});
  }

  FactTable read_header(const DataMap& top, const DataNode& root) {
    FactTable header;
    header.ambito = read_ambito(top, root);
    header.name = text_of(top, key::nome);
    header.region = text_of(top, key::regione);
    header.note = text_of(top, key::nota);
    if (const DataNode* synthetic = find(top, key::sintetico)) {
      header.synthetic = read_truth(context_, *synthetic, key::sintetico).value_or(false);
    }
    if (const DataNode* territory = find(top, key::territorio)) {
      header.territory = read_territory(context_, *territory);
    }
    if (const DataNode* patron = find(top, key::patrono)) {
      header.patron = read_month_day(context_, *patron, key::patrono);
    }
    if (const DataNode* merger = find(top, key::fusione)) {
      header.merger = read_merger(context_, *merger);
    }
    return header;
  }

  std::string text_of(const DataMap& map, const char* key) {
    const DataNode* node = find(map, key);
    return node ? read_text(context_, *node, key).value_or("") : std::string();
  }

  std::string read_ambito(const DataMap& top, const DataNode& root) {
    const DataNode* node = find(top, key::ambito);
    if (!node || is_missing(*node)) {
      report_missing_key(key::ambito, node ? node->span : beginning(root))
          .hint({"comincia il file con la chiave dell'Ambito, come `ambito: lodi`",
                 "begin the file with the key of the Ambito, such as `ambito: lodi`"});
      return {};
    }
    const std::string_view text = node->text() ? trimmed(*node->text()) : std::string_view();
    if (is_ambito_key(text)) return std::string(text);
    Diagnostic& bad = context_.bag.report(Code::data_bad_ambito, node->span, {found(*node)});
    const std::string key = as_ambito_key(text);
    if (context_.is_table(node->span)) {
      bad.hint(key.empty() ? Text("nella colonna ambito va una chiave, come lodi",
                                  "the column ambito takes a key, such as lodi")
                           : format({"nella cella scrivi {0}; il nome per esteso va nella colonna "
                                     "nome",
                                     "write {0} into the cell; the full name goes into the column "
                                     "nome"},
                                    {key}));
    } else if (!key.empty()) {
      bad.hint(format({"scrivi `ambito: {0}`; il nome per esteso va in `nome:`",
                       "write `ambito: {0}`; the full name goes into `nome:`"},
                      {key}));
    } else {
      bad.hint({"scrivi una chiave come `ambito: lodi`", "write a key such as `ambito: lodi`"});
    }
    return {};
  }

  std::vector<FactTable> read_years(const DataMap& top, const DataNode& root,
                                    const FactTable& header) {
    const DataNode* node = find(top, key::anni);
    const Text example(
        "scrivi gli anni così: `anni:`, poi sotto `2025:`, e sotto ancora `dati:`",
        "write the years so: `anni:`, then below it `2025:`, and below that `dati:`");
    if (!node || is_missing(*node)) {
      report_missing_key(key::anni, node ? node->span : beginning(root)).hint(example);
      return {};
    }
    const DataMap* years = node->map();
    if (!years) {
      report_wrong_kind(context_, *node, key::anni, {"un gruppo di voci", "a group of entries"})
          .hint(example);
      return {};
    }
    if (years->entries.empty()) report_missing_key(key::anni, node->span).hint(example);
    std::vector<FactTable> tables;
    for (const DataEntry& entry : years->entries) {
      checkpoint();
      const auto year = read_year_key(entry);
      FactTable table = header;
      table.year = year.value_or(kFirstYear);
      table.span = entry.key_span;
      context_.doubts = &table.doubts;
      const bool readable = read_year(entry, table);  // findings below a bad key count too
      context_.doubts = nullptr;
      if (year && readable && !table.ambito.empty()) tables.push_back(std::move(table));
    }
    return tables;
  }

  std::optional<int> read_year_key(const DataEntry& entry) {
    int year = 0;
    const bool digits =
        entry.key.size() == 4 && std::all_of(entry.key.begin(), entry.key.end(), [&](char c) {
          year = year * 10 + (c - '0');
          return c >= '0' && c <= '9';
        });
    if (digits && year >= kFirstYear && year <= kLastYear) return year;
    context_.bag
        .report(Code::data_bad_year, entry.key_span,
                {quote(entry.key), std::to_string(kFirstYear), std::to_string(kLastYear)})
        .hint(context_.is_table(entry.key_span)
                  ? Text("nella colonna anno scrivi l'anno dei dati con quattro cifre, come 2025",
                         "in the column anno write the year of the data in four digits, such as "
                         "2025")
                  : Text{"sotto `anni:` ogni voce è un anno di quattro cifre, come `2025:`",
                         "under `anni:` each entry is a year of four digits, such as `2025:`"});
    return std::nullopt;
  }

  bool read_year(const DataEntry& entry, FactTable& table) {
    const DataMap* map = entry.value.map();
    if (!map) {
      const Text hint("sotto l'anno metti `dati:`, e sotto i dati",
                      "under the year put `dati:`, and under it the data");
      if (is_missing(entry.value)) {
        report_missing_key(key::dati, entry.key_span).hint(hint);
      } else {
        report_wrong_kind(context_, entry.value, entry.key,
                          {"un gruppo di voci", "a group of entries"})
            .hint(hint);
      }
      return false;
    }
    check_keys(context_, *map, kYearKeys);
    read_state(*map, table);
    read_survey_date(*map, table);
    read_data(*map, entry, table);
    read_tables(*map, table);
    if (const DataNode* groups = find(*map, key::gruppi)) {
      table.groups = read_groups(context_, *groups);
    }
    read_waivers(*map, table);
    return true;
  }

  void read_state(const DataMap& map, FactTable& table) {
    const DataNode* node = find(map, key::stato);
    if (!node || is_missing(*node)) return;
    static const std::array<std::string, 2> kStates = {key::definitivo, key::previsione};
    const std::string_view text = node->text() ? trimmed(*node->text()) : std::string_view();
    table.forecast = text == kStates[1];
    if (std::find(kStates.begin(), kStates.end(), text) != kStates.end()) return;
    Diagnostic& unknown = context_.bag.report(Code::data_unknown_word, node->span,
                                              {key::stato, found(*node), listed(kStates)});
    if (!suggest(unknown, text, kStates)) {
      unknown.hint({"scrivi una di quelle parole, o togli la voce: allora i dati sono definitivi",
                    "write one of those words, or take the entry out: the data are then final"});
    }
  }

  void read_survey_date(const DataMap& map, FactTable& table) {
    table.survey_date = last_day_of(table.year);
    const DataNode* node = find(map, key::data_di_rilevazione);
    if (!node) return;
    const auto day = read_day(context_, *node, key::data_di_rilevazione);
    if (!day) return;
    table.survey_date = *day;
    if (year_of(*day) != table.year) {
      report_doubt(context_, std::nullopt, Code::data_date_outside_year, node->span,
                   {to_iso(*day), std::to_string(table.year)})
          .hint({"le regole usate sono quelle in vigore in quel giorno",
                 "the rules used are those in force on that day"});
    }
  }

  void read_data(const DataMap& map, const DataEntry& year, FactTable& table) {
    for (const typed::Datum& datum : context_.names.typed.data)
      table.facts.add(missing_fact(datum));
    const DataNode* node = find(map, key::dati);
    if (!node) {
      report_missing_key(key::dati, year.key_span)
          .hint({"metti i dati dell'anno sotto `dati:`", "put the year's data under `dati:`"});
      return;
    }
    if (is_missing(*node)) return;
    const DataMap* data = node->map();
    if (!data) {
      report_wrong_kind(context_, *node, key::dati, {"un gruppo di voci", "a group of entries"})
          .hint({"una voce per riga, come `popolazione: 231000`",
                 "an entry a line, such as `popolazione: 231000`"});
      return;
    }
    for (const DataEntry& entry : data->entries) {
      if (const auto datum = context_.names.data.find(entry.key);
          datum != context_.names.data.end()) {
        table.facts[datum->second] = read_fact(context_, datum->second, entry.value);
      } else {
        report_unknown_datum(entry);
      }
    }
  }

  void report_unknown_datum(const DataEntry& entry) {
    Diagnostic& unknown =
        context_.bag.report(Code::data_unknown_datum, entry.key_span, {quote(entry.key)});
    if (const auto is =
            [&](const auto& table) {
              return std::any_of(table.begin(), table.end(),
                                 [&](const auto& row) { return row.name == entry.key; });
            };
        is(context_.names.typed.parameters)) {
      unknown.hint({"è un parametro: il suo valore lo dà il pacchetto, con la fonte",
                    "it is a parameter: the pack gives its value, with the source"});
    } else if (is(context_.names.typed.computed)) {
      unknown.hint({"è un calcolo: il suo valore viene dagli altri dati",
                    "it is a computed amount: its value comes from the other data"});
    } else if (context_.names.tables.contains(entry.key)) {
      unknown.hint({"è un elenco: le sue righe vanno sotto `elenchi:`, accanto a `dati:`",
                    "it is a list: its rows go under `elenchi:`, beside `dati:`"});
    } else if (is(context_.names.typed.rules)) {
      unknown.hint({"è una regola, non un dato; una deroga va sotto `deroghe:`",
                    "it is a rule, not a datum; a waiver goes under `deroghe:`"});
    } else if (std::find(kYearKeys.begin(), kYearKeys.end(), entry.key) != kYearKeys.end()) {
      unknown.hint({"va accanto a `dati:`, non sotto", "it goes beside `dati:`, not under it"});
    } else if (std::find(kTopKeys.begin(), kTopKeys.end(), entry.key) != kTopKeys.end()) {
      unknown.hint({"va in testa al file, non sotto `dati:`",
                    "it goes at the top of the file, not under `dati:`"});
    } else if (entry.value.sequence() && !entry.value.sequence()->items.empty() &&
               entry.value.sequence()->items.front().map()) {
      unknown.hint({"una tabella di righe va sotto `elenchi:`, accanto a `dati:`",
                    "a table of rows goes under `elenchi:`, beside `dati:`"});
    } else if (!suggest(unknown, entry.key, context_.names.datum_names)) {
      unknown.hint(
          {"nessun dato delle regole ha un nome simile: guarda le righe `dato` del pacchetto",
           "no datum of the rules has a similar name: look at the `dato` lines of the pack"});
    }
  }

  void read_tables(const DataMap& map, FactTable& table) {
    const DataNode* node = find(map, key::elenchi);
    if (!node || is_missing(*node)) return;
    const DataMap* entries = node->map();
    if (!entries) {
      report_wrong_kind(context_, *node, key::elenchi, {"un gruppo di voci", "a group of entries"})
          .hint({"un elenco per voce, con le sue righe sotto: `comuni:`, poi `- {nome: Lodi}`",
                 "a list an entry, with its rows below: `comuni:`, then `- {nome: Lodi}`"});
      return;
    }
    for (const DataEntry& entry : entries->entries) {
      const auto known = context_.names.tables.find(entry.key);
      if (known == context_.names.tables.end()) {
        report_undeclared_table(entry);
        continue;
      }
      const auto rows = read_rows(context_, known->second, entry.value);
      if (!rows) continue;
      Fact& fact = table.facts[context_.names.typed.tables[known->second].datum];
      fact.value = *rows;
      fact.cell = entry.key_span;
    }
  }

  /// Rules could not use it, so nobody may rely on it.
  void report_undeclared_table(const DataEntry& entry) {
    Diagnostic& unknown =
        context_.bag.report(Code::data_undeclared_list, entry.key_span, {quote(entry.key)});
    if (context_.names.data.contains(entry.key)) {
      unknown.hint({"è un dato: va sotto `dati:`", "it is a datum: it goes under `dati:`"});
    } else if (!suggest(unknown, entry.key, context_.names.table_names)) {
      unknown.hint({"togli la voce: nessun pacchetto la dichiara, e nessuna regola la userebbe",
                    "take the entry out: no pack declares it, and no rule would use it"});
    }
  }

  void read_waivers(const DataMap& map, FactTable& table) {
    const DataNode* node = find(map, key::deroghe);
    if (!node || is_missing(*node)) return;
    const Text example("scrivi `- {regola: …, atto: …, motivo: …, fino_al: 2026-06-30}`",
                       "write `- {regola: …, atto: …, motivo: …, fino_al: 2026-06-30}`");
    const DataSequence* list = node->sequence();
    if (!list) {
      report_wrong_kind(context_, *node, key::deroghe, {"una lista", "a list"}).hint(example);
      return;
    }
    for (const DataNode& item : list->items) {
      if (const DataMap* waiver = item.map()) {
        read_waiver(item, *waiver, table);
      } else {
        report_wrong_kind(context_, item, {"la deroga", "the waiver"},
                          {"un gruppo di voci", "a group of entries"})
            .hint(example);
      }
    }
  }

  void read_waiver(const DataNode& item, const DataMap& map, FactTable& table) {
    check_keys(context_, map, kWaiverKeys);
    const std::string rule = required_text(item, map, key::regola);
    Waiver waiver;
    waiver.act = required_text(item, map, key::atto);
    waiver.reason = required_text(item, map, key::motivo);
    waiver.span = item.span;
    if (const DataNode* until = find(map, key::fino_al))
      waiver.until = read_day(context_, *until, key::fino_al);
    if (rule.empty()) return;
    const auto known = context_.names.rules.find(rule);
    if (known == context_.names.rules.end()) {
      Diagnostic& unknown =
          context_.bag.report(Code::data_unknown_rule, find(map, key::regola)->span, {quote(rule)});
      const auto& amounts = context_.names.typed.computed;
      if (std::any_of(amounts.begin(), amounts.end(), [&](auto& a) { return a.name == rule; })) {
        unknown.hint({"è un calcolo, che non giudica: togli la deroga",
                      "it is a computed amount, which judges nobody: take the waiver away"});
      } else if (!suggest(unknown, rule, context_.names.rule_names)) {
        unknown.hint({"scrivi il nome della regola come sta nel pacchetto",
                      "write the name of the rule as it stands in the pack"});
      }
      return;
    }
    waiver.rule = known->second;
    if (!waiver.act.empty() && !waiver.reason.empty()) table.waivers.push_back(std::move(waiver));
  }

  std::string required_text(const DataNode& item, const DataMap& map, const char* key) {
    const DataNode* node = find(map, key);
    if (node && !is_missing(*node)) return read_text(context_, *node, key).value_or("");
    report_missing_key(key, node ? node->span : item.span)
        .hint({"una deroga dice quale regola, con quale atto e perché",
               "a waiver says which rule, by which act and why"});
    return {};
  }

  Diagnostic& report_missing_key(const char* key, Span where) {
    return context_.bag.report(Code::data_missing_key, where, {quote(key)});
  }

  static Span beginning(const DataNode& root) {
    const DataMap* map = root.map();
    return map && !map->entries.empty() ? map->entries.front().key_span : root.span;
  }

  ReadingContext context_;
};

}  // namespace

std::vector<FactTable> read_document(const Vocabulary& names, const SourceMap& sources,
                                     const DataNode& root, const NumberStyles& styles,
                                     DiagnosticBag& bag) {
  return DocumentReader(names, sources, styles, bag).read(root);
}

}  // namespace leps::inline reading
