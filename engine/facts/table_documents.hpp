// Rows of tables on their way to documents: one tree for each Ambito, of the same form as a file in
// YAML, so that one reader types both.
#pragma once

#include "diagnostics/diagnostic.hpp"
#include "facts/yaml_tree.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace leps::reading {

/// A text that stands in a cell.
YamlNode text_node(std::string text, Span span);

class DocumentBuilder {
 public:
  /// One Ambito in one year, as the cells of `ambito` and `anno` name it.
  struct Key {
    std::string ambito, year;
    Span ambito_span, year_span;
  };

  /// A row of a main table. @return false, and a message, where the Ambito and year had one already
  bool add_main(const Key& key, DiagnosticBag& bag);
  /// `nome`, `regione`, `sintetico`, `nota`: of the Ambito; two rows may not differ, but in `nota`.
  void set_of_ambito(const Key& key, const std::string& name, YamlNode value, DiagnosticBag& bag);
  /// `stato`, `data_di_rilevazione`.
  void set_of_year(const Key& key, const std::string& name, Span column, YamlNode value);
  void set_datum(const Key& key, const std::string& name, Span column, YamlNode value);
  /// A value from another source than the main table, which stands beside what is there.
  void add_datum_source(const Key& key, const std::string& name, Span column, YamlNode value);
  /// Says that a list is known, be it empty.
  void open_list(const Key& key, const std::string& list, Span where);
  void add_row(const Key& key, const std::string& list, YamlNode row);

  /// Adds lists and values of other sources to the documents in YAML that have their Ambito and
  /// year.
  void join(std::vector<YamlNode>& documents, DiagnosticBag& bag);
  /// The trees of the rest, by Ambito and year. A year of which only lists are known is reported
  /// and left out.
  std::vector<YamlNode> finish(DiagnosticBag& bag) &&;

 private:
  struct Year {
    Span span;
    std::optional<Span> main;
    bool has_data = false;
    std::vector<YamlEntry> entries, data, lists;
  };
  struct Ambito {
    Span span;
    std::vector<YamlEntry> entries;
    std::map<std::string, Year> years;
  };
  static void join_year(const std::string& ambito, const std::string& number, Year year,
                        std::vector<YamlEntry>& parts, DiagnosticBag& bag);
  Ambito& ambito(const Key& key);
  Year& year(const Key& key);

  std::map<std::string, Ambito> ambiti_;
};

}  // namespace leps::reading
