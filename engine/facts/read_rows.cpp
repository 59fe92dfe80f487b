#include "facts/read_rows.hpp"

#include "base/watch.hpp"
#include "facts/read_value.hpp"
#include "trees/wording.hpp"

#include <algorithm>
#include <map>

namespace leps::inline reading {
namespace {

class RowReader {
 public:
  RowReader(const ReadingContext& context, TableId id)
      : context_(context), table_(context.names.typed.tables[id]) {
    for (const DatumId field : table_.fields) {
      fields_.emplace_back(context.names.typed.data[field].field());
    }
  }

  std::optional<Rows> read(const DataNode& node) {
    if (is_missing(node)) return std::nullopt;
    const DataSequence* items = node.sequence();
    if (!items) {
      report_wrong_kind(context_, node, table_.name, {"una lista di righe", "a list of rows"})
          .hint(example());
      return std::nullopt;
    }
    auto rows = std::make_shared<std::vector<FactRow>>();
    for (const DataNode& item : items->items) {
      checkpoint();
      if (const DataMap* map = item.map()) {
        rows->push_back(read_row(item, *map, rows->size() + 1));
      } else {
        report_wrong_kind(context_, item, table_.name, {"una riga", "a row"}).hint(example());
      }
    }
    return rows;
  }

 private:
  FactRow read_row(const DataNode& item, const DataMap& map, std::size_t number) {
    FactRow row;
    row.span = item.span;
    row.key = "riga " + std::to_string(number);
    for (const DatumId field : table_.fields) {
      row.cells.push_back(missing_fact(context_.names.typed.data[field]));
    }
    for (const DataEntry& entry : map.entries) {
      const auto at = std::find(fields_.begin(), fields_.end(), entry.key);
      if (at == fields_.end()) {
        report_unknown(entry);
        continue;
      }
      const auto place = static_cast<std::size_t>(at - fields_.begin());
      row.cells[place] = read_fact(context_, table_.fields[place], entry.value);
    }
    if (table_.key) name(row, item, map);
    return row;
  }

  void name(FactRow& row, const DataNode& item, const DataMap& map) {
    const std::string& field = fields_[*table_.key];
    const DataNode* key = find(map, field);
    if (!key || is_missing(*key) || !key->text()) {
      context_.bag.report(Code::data_row_without_key, item.span, {table_.name, quote(field)})
          .hint({"ogni riga dice di che cosa parla", "every row says what it is about"});
      return;
    }
    row.key = std::string(trimmed(*key->text()));
    const auto [first, added] = keys_.emplace(row.key, key->span);
    if (added) return;
    context_.bag.report(Code::data_row_twice, key->span, {table_.name, quote(row.key)})
        .label(first->second, {"è già qui", "it is already here"})
        .hint({"se è la stessa cosa, tieni una riga sola; se sono due, distinguile",
               "if it is the same thing, keep one row; if they are two, tell them apart"});
  }

  void report_unknown(const DataEntry& entry) {
    Diagnostic& unknown = context_.bag.report(Code::data_unknown_field, entry.key_span,
                                              {table_.name, quote(entry.key)});
    if (!suggest(unknown, entry.key, fields_)) {
      unknown.hint(format({"i campi sono: {0}", "the fields are: {0}"}, {listed(fields_)}));
    }
  }

  [[nodiscard]] Text example() const {
    const std::string row = "`- {" + fields_.front() + ": …}`";
    return {"scrivi una riga per voce, come " + row + "; se non ce n'è nessuna, []",
            "write a row an entry, such as " + row + "; if there is none, []"};
  }

  const ReadingContext& context_;
  const typed::Table& table_;
  std::vector<std::string> fields_;
  std::map<std::string, Span> keys_;
};

}  // namespace

std::optional<Rows> read_rows(const ReadingContext& context, TableId table, const DataNode& node) {
  return RowReader(context, table).read(node);
}

}  // namespace leps::inline reading
