#include "tables/read_istat.hpp"

#include "sheets/read_csv.hpp"
#include "tables/istat_columns.hpp"
#include "trees/format_names.hpp"
#include "trees/wording.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <tuple>

namespace leps::inline tables {
namespace {

using sheets::Cell;
using sheets::Grid;
using sheets::Row;

std::string text_of(const Row& row, std::uint32_t column) {
  const Cell* cell = row.at(column);
  return cell ? cell->text : std::string();
}

Span span_of(const Row& row, std::uint32_t column) {
  const Cell* cell = row.at(column);
  return cell ? cell->span : row.cells.front().span;
}

/// What ISTAT's own signs say (Annuario statistico italiano, «Segni convenzionali»).
std::optional<Text> meaning_of_mark(std::string_view text) {
  if (text == "-") {
    return Text("il fenomeno non esiste, o non si è verificato alcun caso",
                "the phenomenon does not exist, or no case was found");
  }
  if (text == "....") {
    return Text("il fenomeno esiste, ma i dati non si conoscono",
                "the phenomenon exists, but the data are not known");
  }
  if (text == "..") {
    return Text("il numero non raggiunge la metà dell'ultima cifra che si pubblica",
                "the number does not reach half of the last digit that is published");
  }
  if (text == "…" || text == "...") return Text("il dato non c'è", "there is no datum");
  return std::nullopt;
}

using Series = std::tuple<std::string, std::string, std::string>;
struct Named {
  std::string name;
  Span span;
};

class IstatReader {
 public:
  IstatReader(const Vocabulary& names, DocumentBuilder& documents, DiagnosticBag& bag)
      : names_(names), documents_(documents), bag_(bag) {}

  void read_series(const Grid& grid) {
    for (auto row = grid.rows.begin() + 1; row != grid.rows.end(); ++row) {
      const Named datum{text_of(*row, 4), span_of(*row, 4)};
      if (!names_.data.contains(datum.name)) {
        Diagnostic& unknown =
            bag_.report(Code::data_unknown_datum, datum.span, {quote(datum.name)});
        if (!suggest(unknown, datum.name, names_.datum_names)) {
          unknown.hint({"qui va il nome di una riga `dato` del pacchetto",
                        "the name of a `dato` line of the pack goes here"});
        }
        continue;
      }
      add(series_, Series{text_of(*row, 1), text_of(*row, 2), text_of(*row, 3)}, datum);
    }
  }

  void read_ambiti(const Grid& grid) {
    for (auto row = grid.rows.begin() + 1; row != grid.rows.end(); ++row) {
      add(ambiti_, text_of(*row, 1), {text_of(*row, 2), span_of(*row, 2)});
    }
  }

  void read_data(const Grid& grid) {
    Rest rest;
    const IstatColumns columns = *istat_columns(grid);
    std::vector<const Row*> named;
    for (auto row = grid.rows.begin() + 1; row != grid.rows.end(); ++row) {
      if (is_named(*row, columns, rest)) named.push_back(&*row);
    }
    use(named, columns, grid.rows.front(), rest);
  }

  void read_data(const SourceMap& sources, SourceId text) {
    Rest rest;
    std::optional<IstatColumns> columns;
    const auto keep = [&](const Row& header, const Row& row) {
      if (!columns) columns = istat_columns(header);
      return is_named(row, *columns, rest);
    };
    const auto grid = sheets::read_csv(sources, text, sources.name(text), bag_, keep);
    if (!grid) return;
    if (!columns) columns = istat_columns(*grid);
    std::vector<const Row*> named;
    for (auto row = grid->rows.begin() + 1; row != grid->rows.end(); ++row) named.push_back(&*row);
    use(named, *columns, grid->rows.front(), rest);
  }

 private:
  /// The rows that no table names.
  struct Rest {
    std::size_t of_other_areas = 0, of_other_series = 0;
    std::set<std::string> areas, series;  // with their labels
  };

  // Whether the two tables name a row's area and series. Where not, it is counted.
  bool is_named(const Row& row, const IstatColumns& columns, Rest& rest) const {
    if (!ambiti_.contains(text_of(row, columns.area))) {
      ++rest.of_other_areas;
      const std::string label = text_of(row, columns.area_label);
      rest.areas.insert(text_of(row, columns.area) + (label.empty() ? "" : " " + label));
      return false;
    }
    const Series series = series_of(row, columns);
    if (series_.contains(series)) return true;
    ++rest.of_other_series;
    rest.series.insert(std::get<0>(series) + "/" + std::get<1>(series) + "/" + std::get<2>(series));
    return false;
  }

  static Series series_of(const Row& row, const IstatColumns& columns) {
    return {text_of(row, columns.indicator), text_of(row, columns.users),
            text_of(row, columns.service)};
  }

  void use(const std::vector<const Row*>& named, const IstatColumns& columns, const Row& header,
           const Rest& rest) {
    columns_ = columns;
    std::size_t used = 0;
    std::map<std::tuple<std::string, std::string, std::string>, Span> seen;
    for (const Row* row : named) {
      const Named& ambito = ambiti_.at(text_of(*row, columns.area));
      const Named& datum = series_.at(series_of(*row, columns));
      const auto [first, is_new] = seen.try_emplace(
          {ambito.name, text_of(*row, columns.year), datum.name}, span_of(*row, columns.value));
      if (is_new) {
        use(*row, ambito, datum);
        ++used;
      } else {
        bag_.report(Code::istat_row_twice, span_of(*row, columns.value))
            .label(first->second, {"è già qui", "it is already here"})
            .hint({"tieni una sola delle due righe", "keep only one of the two rows"});
      }
    }
    const std::size_t all = named.size() + rest.of_other_areas + rest.of_other_series;
    Diagnostic& told = bag_.report(
        used > 0 ? Code::istat_read : Code::istat_nothing_used, header.cells.front().span,
        {std::to_string(used), std::to_string(all), std::to_string(rest.of_other_areas),
         std::to_string(rest.of_other_series)});
    if (!columns.others.empty()) {
      told.hint(format({"colonne che non servono: {0}", "columns that are not needed: {0}"},
                       {listed(columns.others)}));
    }
    if (!rest.areas.empty()) {
      told.hint(format(
          {"senza Ambito in ambiti.mappa.csv: {0}", "without an Ambito in ambiti.mappa.csv: {0}"},
          {some_of(rest.areas)}));
    }
    if (!rest.series.empty()) {
      told.hint(
          format({"senza dato in istat.mappa.csv: {0}", "without a datum in istat.mappa.csv: {0}"},
                 {some_of(rest.series)}));
    }
  }

  template <class Key>
  void add(std::map<Key, Named>& all, const Key& key, const Named& named) {
    const auto [first, is_new] = all.try_emplace(key, named);
    if (is_new) return;
    bag_.report(Code::istat_map_twice, named.span, {quote(named.name)})
        .label(first->second.span, {"è già qui", "it is already here"})
        .hint({"tieni una sola delle due righe", "keep only one of the two rows"});
  }

  /// In words where the table has them, else the code.
  static std::string label_of(const Row& row, std::uint32_t label, std::uint32_t code) {
    std::string text = text_of(row, label);
    return text.empty() ? text_of(row, code) : text;
  }

  void use(const Row& row, const Named& ambito, const Named& datum) {
    const Span value_span = span_of(row, columns_.value);
    if (const auto meaning = meaning_of_mark(text_of(row, columns_.value))) {
      bag_.report(Code::istat_mark, value_span, {quote(text_of(row, columns_.value)), *meaning})
          .hint({"per ISTAT è un segno, non un numero: svuota la cella, e il dato sarà non noto",
                 "to ISTAT it is a sign, no number: empty the cell, and the datum will be not "
                 "known"});
      return;
    }
    DataMap map;
    map.entries.push_back({key::valore, value_span,
                           text_of(row, columns_.value).empty()
                               ? DataNode{DataNull{}, value_span}
                               : text_node(text_of(row, columns_.value), value_span)});
    map.entries.push_back(
        {key::fonte, value_span,
         text_node("ISTAT, " + label_of(row, columns_.indicator_label, columns_.indicator) + ", " +
                       label_of(row, columns_.users_label, columns_.users) + ", " +
                       label_of(row, columns_.service_label, columns_.service),
                   value_span)});
    documents_.add_datum_source(
        {ambito.name, text_of(row, columns_.year), ambito.span, span_of(row, columns_.year)},
        datum.name, value_span, {std::move(map), value_span});
  }

  static std::string some_of(const std::set<std::string>& all) {
    constexpr std::size_t kFew = 8;
    std::string text;
    std::size_t count = 0;
    for (const std::string& one : all) {
      if (count++ == kFew) return text + ", …";
      text += (text.empty() ? "" : ", ") + one;
    }
    return text;
  }

  const Vocabulary& names_;
  DocumentBuilder& documents_;
  DiagnosticBag& bag_;
  IstatColumns columns_;
  std::map<Series, Named> series_;
  std::map<std::string, Named> ambiti_;
};

}  // namespace

void read_istat(const Vocabulary& names, const SourceMap& sources, const IstatTables& tables,
                DocumentBuilder& documents, DiagnosticBag& bag) {
  if (tables.data.empty() && tables.texts.empty()) return;
  IstatReader reader(names, documents, bag);
  for (const Grid* grid : tables.series) reader.read_series(*grid);
  for (const Grid* grid : tables.ambiti) reader.read_ambiti(*grid);
  for (const Grid* grid : tables.data) reader.read_data(*grid);
  for (const SourceId text : tables.texts) reader.read_data(sources, text);
}

}  // namespace leps::inline tables
