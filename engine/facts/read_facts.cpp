#include "facts/read_facts.hpp"

#include "facts/check_rules_in_force.hpp"
#include "facts/join_files.hpp"
#include "facts/read_document.hpp"
#include "trees/wording.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace leps::inline reading {
namespace {

/// The years of one Ambito may come from several files, and only some of them need to name it.
void agree_on_names(DataSet& tables, DiagnosticBag& bag) {
  for (auto first = tables.begin(); first != tables.end();) {
    const auto last = std::find_if(first, tables.end(),
                                   [&](const FactTable& t) { return t.ambito != first->ambito; });
    const auto named =
        std::find_if(first, last, [](const FactTable& t) { return !t.name.empty(); });
    const std::string name = named == last ? first->ambito : named->name;
    for (auto table = first; table != last; ++table) {
      if (table->name.empty()) table->name = name;
      if (table->name == name || table->span.source == named->span.source) continue;
      bag.report(Code::data_names_differ, table->span,
                 {trees::quote(table->ambito), trees::quote(table->name), trees::quote(name)})
          .label(named->span, format({"qui è {0}", "here it is {0}"}, {trees::quote(name)}))
          .hint({"se sono due Ambiti, dai loro due chiavi; se è uno, lo stesso nome",
                 "if they are two Ambiti, give them two keys; if it is one, the same name"});
    }
    first = last;
  }
}

/// An Ambito that was merged away is not judged after that day, nor the new one before it.
void check_mergers(const DataSet& tables, DiagnosticBag& bag) {
  for (const FactTable& made : tables) {
    if (!made.merger) continue;
    const Merger& merger = *made.merger;
    if (made.survey_date < merger.day) {
      bag.report(Code::data_before_merger, made.span,
                 {trees::quote(made.ambito), to_iso(merger.day), std::to_string(made.year)})
          .label(merger.span, {"la fusione è qui", "the merger is here"})
          .hint({"i dati di prima stanno sotto gli Ambiti di allora",
                 "earlier data stand under the Ambiti of then"});
    }
    for (const FactTable& part : tables) {
      const bool merged_away =
          std::find(merger.from.begin(), merger.from.end(), part.ambito) != merger.from.end();
      if (!merged_away || part.survey_date < merger.day || made.year != part.year) continue;
      bag.report(Code::data_after_merger, part.span,
                 {trees::quote(part.ambito), trees::quote(made.ambito), to_iso(merger.day),
                  std::to_string(part.year)})
          .label(merger.span, {"la fusione è qui", "the merger is here"})
          .hint({"togli questi dati, o correggi il giorno della fusione",
                 "take these data out, or correct the day of the merger"});
    }
  }
}

}  // namespace

DataSet read_facts(const reading::Vocabulary& names, const SourceMap& sources,
                   const std::vector<const std::vector<trees::DataNode>*>& documents,
                   const reading::NumberStyles& styles, DiagnosticBag& bag) {
  DataSet tables;
  std::map<SourceId, std::string> whose;
  for (const std::vector<trees::DataNode>* roots : documents) {
    for (const trees::DataNode& root : *roots) {
      for (FactTable& table : reading::read_document(names, sources, root, styles, bag)) {
        if (!styles.is_table(table.span)) whose.emplace(table.span.source, table.ambito);
        tables.push_back(std::move(table));
      }
    }
  }
  bag.amend([&](Diagnostic& diagnostic) {
    const auto ambito = diagnostic.where ? whose.find(diagnostic.where->source) : whose.end();
    if (ambito != whose.end()) diagnostic.ambito = ambito->second;
  });
  // Stable: of two with the same Ambito and year, the one of the earlier file comes first.
  std::stable_sort(tables.begin(), tables.end(), [](const FactTable& a, const FactTable& b) {
    return std::tie(a.ambito, a.year) < std::tie(b.ambito, b.year);
  });
  agree_on_names(tables, bag);
  tables = reading::join_files(std::move(tables), names.typed, sources, bag);
  check_mergers(tables, bag);
  check_rules_in_force(names.typed, tables, bag);
  return tables;
}

}  // namespace leps::inline reading
