// Rows of tables on their way to documents: one tree for each Ambito, of the same form as a file in
// YAML, so that one reader types both.
#pragma once

#include "diagnostics/diagnostic.hpp"
#include "facts/vocabulary.hpp"
#include "source/source_map.hpp"
#include "trees/data_tree.hpp"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace leps::inline tables {

/// A text that stands in a cell.
DataNode text_node(std::string text, Span span);

class DocumentBuilder {
 public:
  /// One Ambito in one year, as the cells of `ambito` and `anno` name it.
  struct Key {
    std::string ambito, year;
    Span ambito_span, year_span;
  };

  explicit DocumentBuilder(const SourceMap& sources) : sources_(sources) {}

  /// A row of a main table.
  /// @return the builder that takes what the row says: another than this one where another file had
  ///         a row of that Ambito and year; null, and a message, where the same file had one
  DocumentBuilder* add_main(const Key& key, const Vocabulary& names, DiagnosticBag& bag);
  /// `nome`, `regione`, `sintetico`, `nota`: of the Ambito; two rows may not differ, but in `nota`.
  void set_of_ambito(const Key& key, const std::string& name, DataNode value, DiagnosticBag& bag);
  /// `ats_salute`, `asst`, `provincia`: what the Ambito belongs to; two rows may not differ.
  void set_territory(const Key& key, const std::string& kind, DataNode value, DiagnosticBag& bag);
  /// The group of that kind in which the Ambito is in that year.
  void set_group(const Key& key, const std::string& kind, Span column, DataNode value);
  /// `stato`, `data_di_rilevazione`.
  void set_of_year(const Key& key, const std::string& name, Span column, DataNode value);
  void set_datum(const Key& key, const std::string& name, Span column, DataNode value);
  /// A value from another source than the main table, which stands beside what is there.
  void add_datum_source(const Key& key, const std::string& name, Span column, DataNode value);
  /// Says that a list is known, be it empty.
  void open_list(const Key& key, const std::string& list, Span where);
  void add_row(const Key& key, const std::string& list, DataNode row);

  /// Adds lists and values of other sources to the documents in YAML that have their Ambito and
  /// year.
  void join(std::vector<DataNode>& documents);
  /// The trees of the rest, by Ambito and year. A year of which only lists are known is reported
  /// and left out.
  std::vector<DataNode> finish(DiagnosticBag& bag) &&;

 private:
  struct Year {
    Span span;
    std::optional<Span> main;
    bool has_data = false;
    std::vector<DataEntry> entries, data, lists;
  };
  struct Ambito {
    Span span;
    std::vector<DataEntry> entries;
    std::map<std::string, Year> years;
  };
  static void set(std::vector<DataEntry>& entries, const Key& key, const std::string& name,
                  DataNode value, DiagnosticBag& bag);
  /// Moves what a document in YAML lacks into it. @return whether nothing is left: a list that both
  /// have is joined once it is typed
  static bool join_year(Year& year, std::vector<DataEntry>& parts);
  /// The rows of a list, in the builder that has those of the file at `where`.
  DataSequence& list_of(const Key& key, const std::string& list, Span where);
  Ambito& ambito(const Key& key);
  Year& year(const Key& key);

  const SourceMap& sources_;
  std::map<std::string, Ambito> ambiti_;
  std::unique_ptr<DocumentBuilder> more_;  // what further files say of the same Ambiti and years
};

}  // namespace leps::inline tables
