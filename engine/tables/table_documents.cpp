#include "tables/table_documents.hpp"

#include "tables/table_columns.hpp"
#include "trees/format_names.hpp"
#include "trees/wording.hpp"

#include <algorithm>
#include <utility>

namespace leps::inline tables {
namespace {

DataEntry entry(std::string key, Span key_span, DataNode value) {
  return {std::move(key), key_span, std::move(value)};
}

DataNode map_node(std::vector<DataEntry> entries, Span span) {
  return {DataMap{std::move(entries)}, span};
}

DataEntry* find_entry(std::vector<DataEntry>& entries, const std::string& key) {
  const auto found = std::find_if(entries.begin(), entries.end(),
                                  [&](const DataEntry& own) { return own.key == key; });
  return found == entries.end() ? nullptr : &*found;
}

/// The entries of the map under `key`, which is made where there is none; null where something else
/// stands there, which is for the reader of the document to report.
std::vector<DataEntry>* map_under(std::vector<DataEntry>& entries, const std::string& key,
                                  Span where) {
  DataEntry* own = find_entry(entries, key);
  if (!own) {
    entries.push_back(entry(key, where, map_node({}, where)));
    own = &entries.back();
  }
  if (own->value.is_null()) own->value = map_node({}, own->value.span);
  auto* map = std::get_if<DataMap>(&own->value.value);
  return map ? &map->entries : nullptr;
}

/// Adds a value beside those that other sources give.
void add_source(std::vector<DataEntry>& data, DataEntry added) {
  DataEntry* there = find_entry(data, added.key);
  if (!there) {
    data.push_back(std::move(added));
    return;
  }
  if (there->value.is_null()) {
    there->value = std::move(added.value);
    return;
  }
  auto* several = std::get_if<DataSequence>(&there->value.value);
  if (several && !several->items.empty() && several->items.front().map()) {
    several->items.push_back(std::move(added.value));
    return;
  }
  DataNode first = std::move(there->value);
  const Span span = first.span;
  if (!first.map()) {
    std::vector<DataEntry> bare;
    bare.push_back(entry(key::valore, span, std::move(first)));
    first = map_node(std::move(bare), span);
  }
  DataSequence both;
  both.items.push_back(std::move(first));
  both.items.push_back(std::move(added.value));
  there->value = {std::move(both), span};
}

/// Two rows of one Ambito and year are most likely rows of something else.
Text rows_of_what(const Vocabulary& names) {
  if (names.table_names.empty()) return {"tieni una sola delle due righe", "keep only one of them"};
  if (!names.tables.contains("comuni")) {
    return format(
        {"in questa tabella un Ambito e un anno hanno una riga sola; se le righe sono voci "
         "di un elenco vanno nella tabella che ne porta il nome: {0}",
         "in this table an Ambito and a year have one row; if the rows are those of a "
         "list they go into the table that bears its name: {0}"},
        {listed(names.table_names)});
  }
  std::string fields;
  for (const std::string& field : fields_of(names, "comuni")) fields += ", " + field;
  return format(
      {"in questa tabella un Ambito e un anno hanno una riga sola. Se ogni riga è di un "
       "Comune, le righe vanno in comuni.csv (o nel foglio comuni), con le colonne "
       "ambito, anno{0}; se sono due versioni degli stessi dati, tieni quella giusta",
       "in this table an Ambito and a year have one row. If every row is of a Comune, the "
       "rows go into comuni.csv (or the sheet comuni), with the columns ambito, anno{0}; "
       "if they are two versions of the same data, keep the right one"},
      {fields});
}

}  // namespace

DataNode text_node(std::string text, Span span) { return {std::move(text), span}; }

DocumentBuilder::Ambito& DocumentBuilder::ambito(const Key& key) {
  return ambiti_.try_emplace(key.ambito, Ambito{key.ambito_span, {}, {}}).first->second;
}

DocumentBuilder::Year& DocumentBuilder::year(const Key& key) {
  auto& years = ambito(key).years;
  return years.try_emplace(key.year, Year{key.year_span, std::nullopt, false, {}, {}, {}})
      .first->second;
}

DocumentBuilder* DocumentBuilder::add_main(const Key& key, const Vocabulary& names,
                                           DiagnosticBag& bag) {
  Year& own = year(key);
  if (own.main && !sources_.same_file(own.main->source, key.year_span.source)) {
    if (!more_) more_ = std::make_unique<DocumentBuilder>(sources_);
    return more_->add_main(key, names, bag);
  }
  if (own.main) {
    bag.report(Code::data_year_twice, key.year_span, {quote(key.ambito), shortened(key.year)})
        .label(*own.main, {"sono già qui", "they are already here"})
        .hint(rows_of_what(names));
    return nullptr;
  }
  own.main = key.year_span;
  own.span = key.year_span;
  own.has_data = true;
  return this;
}

void DocumentBuilder::set_of_ambito(const Key& key, const std::string& name, DataNode value,
                                    DiagnosticBag& bag) {
  set(ambito(key).entries, key, name, std::move(value), bag);
}

void DocumentBuilder::set_territory(const Key& key, const std::string& kind, DataNode value,
                                    DiagnosticBag& bag) {
  if (value.is_null()) return;
  if (auto* links = map_under(ambito(key).entries, key::territorio, value.span)) {
    set(*links, key, kind, std::move(value), bag);
  }
}

void DocumentBuilder::set_group(const Key& key, const std::string& kind, Span column,
                                DataNode value) {
  if (value.is_null()) return;
  if (auto* groups = map_under(year(key).entries, key::gruppi, value.span)) {
    groups->push_back(entry(kind, column, std::move(value)));
  }
}

void DocumentBuilder::set(std::vector<DataEntry>& entries, const Key& key, const std::string& name,
                          DataNode value, DiagnosticBag& bag) {
  DataEntry* own = find_entry(entries, name);
  if (!own) {
    const Span span = value.span;
    entries.push_back(entry(name, span, std::move(value)));
    return;
  }
  if (own->value.is_null()) own->value = value;
  auto* said = std::get_if<std::string>(&own->value.value);
  if (!said || !value.text() || *said == *value.text()) return;
  if (name == key::nota) {
    *said += " " + *value.text();
    return;
  }
  bag.report(Code::table_rows_differ, value.span,
             {quote(key.ambito), name, quote(*value.text()), quote(*said)})
      .label(own->value.span, format({"qui è {0}", "here it is {0}"}, {quote(*said)}))
      .hint({"di un Ambito è uno solo per tutti gli anni: scrivilo uguale in ogni riga",
             "an Ambito has only one for all years: write it alike in every row"});
}

void DocumentBuilder::set_of_year(const Key& key, const std::string& name, Span column,
                                  DataNode value) {
  year(key).entries.push_back(entry(name, column, std::move(value)));
}

void DocumentBuilder::set_datum(const Key& key, const std::string& name, Span column,
                                DataNode value) {
  year(key).data.push_back(entry(name, column, std::move(value)));
}

void DocumentBuilder::add_datum_source(const Key& key, const std::string& name, Span column,
                                       DataNode value) {
  Year& own = year(key);
  own.has_data = true;
  add_source(own.data, entry(name, column, std::move(value)));
}

void DocumentBuilder::open_list(const Key& key, const std::string& list, Span where) {
  (void)list_of(key, list, where);
}

void DocumentBuilder::add_row(const Key& key, const std::string& list, DataNode row) {
  list_of(key, list, row.span).items.push_back(std::move(row));
}

DataSequence& DocumentBuilder::list_of(const Key& key, const std::string& list, Span where) {
  std::vector<DataEntry>& lists = year(key).lists;
  DataEntry* own = find_entry(lists, list);
  if (own && !sources_.same_file(own->key_span.source, where.source)) {
    if (!more_) more_ = std::make_unique<DocumentBuilder>(sources_);
    more_->year(key).has_data = true;  // joined with the rest once it is typed
    return more_->list_of(key, list, where);
  }
  if (!own) {
    lists.push_back(entry(list, where, {DataSequence{}, where}));
    own = &lists.back();
  }
  return std::get<DataSequence>(own->value.value);
}

void DocumentBuilder::join(std::vector<DataNode>& documents) {
  for (DataNode& document : documents) {
    auto* top = std::get_if<DataMap>(&document.value);
    const DataEntry* name = top ? find_entry(top->entries, key::ambito) : nullptr;
    DataEntry* years = top ? find_entry(top->entries, key::anni) : nullptr;
    auto* map = years ? std::get_if<DataMap>(&years->value.value) : nullptr;
    const std::string* text = name ? name->value.text() : nullptr;
    const auto own = text ? ambiti_.find(*text) : ambiti_.end();
    if (!map || own == ambiti_.end()) continue;
    for (DataEntry& there : map->entries) {
      const auto found = own->second.years.find(there.key);
      auto* parts = std::get_if<DataMap>(&there.value.value);
      // A row of a main table is a document of its own: the two are joined once they are typed.
      if (found == own->second.years.end() || found->second.main || !parts) continue;
      if (join_year(found->second, parts->entries)) own->second.years.erase(found);
    }
  }
}

bool DocumentBuilder::join_year(Year& year, std::vector<DataEntry>& parts) {
  if (auto* data = map_under(parts, key::dati, year.span); data && !year.data.empty()) {
    for (DataEntry& datum : year.data) add_source(*data, std::move(datum));
    year.data.clear();
  }
  if (year.lists.empty()) return true;
  auto* lists = map_under(parts, key::elenchi, year.span);
  if (!lists) return true;
  std::vector<DataEntry> twice;
  for (DataEntry& list : year.lists) {
    const DataEntry* there = find_entry(*lists, list.key);
    if (there && !there->value.is_null()) {
      twice.push_back(std::move(list));
    } else {
      std::erase_if(*lists, [&](const DataEntry& empty) { return empty.key == list.key; });
      lists->push_back(std::move(list));
    }
  }
  year.lists = std::move(twice);
  year.has_data = true;  // what is left stays a document of its own
  return year.lists.empty();
}

std::vector<DataNode> DocumentBuilder::finish(DiagnosticBag& bag) && {
  std::vector<DataNode> roots;
  for (auto& [name, own] : ambiti_) {
    std::vector<DataEntry> years;
    for (auto& [number, year] : own.years) {
      if (!year.has_data) {
        bag.report(Code::table_list_alone, year.lists.front().key_span, {quote(name), number})
            .hint({"aggiungi alla tabella principale una riga per quell'Ambito e quell'anno, o "
                   "correggi la chiave",
                   "add a row for that Ambito and year to the main table, or correct the key"});
        continue;
      }
      std::vector<DataEntry> parts = std::move(year.entries);
      parts.push_back(entry(key::dati, year.span, map_node(std::move(year.data), year.span)));
      if (!year.lists.empty()) {
        parts.push_back(entry(key::elenchi, year.span, map_node(std::move(year.lists), year.span)));
      }
      years.push_back(entry(number, year.span, map_node(std::move(parts), year.span)));
    }
    if (years.empty()) continue;
    std::vector<DataEntry> top;
    top.push_back(entry(key::ambito, own.span, text_node(name, own.span)));
    for (DataEntry& of_ambito : own.entries) top.push_back(std::move(of_ambito));
    top.push_back(entry(key::anni, own.span, map_node(std::move(years), own.span)));
    roots.push_back(map_node(std::move(top), own.span));
  }
  if (more_) {
    for (DataNode& root : std::move(*more_).finish(bag)) roots.push_back(std::move(root));
  }
  return roots;
}

}  // namespace leps::inline tables
