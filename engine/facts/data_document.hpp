// Data of one Ambito as a program gives them, value by value, into the text of a file, which is
// what messages show, one value a line; and into the tree that reading that text would make.
#pragma once

#include "diagnostics/diagnostic.hpp"
#include "facts/vocabulary.hpp"
#include "source/source_map.hpp"
#include "trees/data_tree.hpp"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace leps::inline reading {

/// Names and values are UTF-8 of any kind: what they may be is for the reader to say.
struct DataDocument {
  using Fields = std::vector<std::pair<std::string, std::string>>;
  struct Sourced {
    std::string value;
    std::optional<std::string> source, as_of;  // `fonte`, `al`
  };
  struct Datum {
    std::string name;
    std::vector<Sourced> values;  // one for each source, at least one
  };
  struct List {
    std::string name;
    std::vector<Fields> rows;
  };
  struct Year {
    int number = 0;
    Fields described;  // `stato`, `data_di_rilevazione`
    std::vector<Datum> data;
    std::vector<List> lists;
    Fields groups;
  };

  std::string ambito;
  Fields described;  // `nome`, `regione`, …
  std::vector<Year> years;
};

struct WrittenDocument {
  SourceId source;                      // the text, in YAML
  std::optional<trees::DataNode> root;  // what read_yaml() makes of it; none: it was refused
};

/// Writes a document as YAML in which each text is a value and nothing else: whatever stands in it,
/// it neither ends the value nor begins another. Of a number `[4, 9]` is written as a range, of a
/// period `{dal: …, al: …}` as one; of any other datum these are texts too.
///
/// Reported: what read_yaml() would, and a line break or a tabulation within a text, which it would
/// turn into a space; every other mistake is found by read_document().
WrittenDocument add_document(SourceMap& sources, const DataDocument& document,
                             const reading::Vocabulary& names, DiagnosticBag& bag);

}  // namespace leps::inline reading
