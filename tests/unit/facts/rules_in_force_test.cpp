// Data of years in which no rule is in force: the small rulebook's first rule is of 2021.
#include "unit/facts/small_rulebook.hpp"

#include <doctest/doctest.h>

using namespace leps;
using leps::test::Loaded;

namespace {

/// The small rulebook with an amount that looks at a datum of so many years before.
Rulebook looking_back(typed::Node node) {
  Rulebook rulebook = test::small_rulebook();
  typed::Expr expr;
  expr.node = std::move(node);
  rulebook.typed.exprs.add(expr);
  return rulebook;
}

std::string ambito(const std::string& name, const std::string& years,
                   const std::string& rest = "") {
  return "ambito: " + name + "\n" + rest + "anni: {" + years + "}\n";
}

const std::string k2020 = "2020: {dati: {}}", k2021 = "2021: {dati: {}}";

}  // namespace

TEST_CASE("a year before all rules is taken only where a later year looks back at it") {
  const DatumId datum{0};
  struct Row {
    std::string why;
    Rulebook rulebook;
    std::vector<std::string> files;
    bool taken;
  };
  const std::string both = k2020 + ", " + k2021;
  const Row rows[] = {
      {"nothing looks back", test::small_rulebook(), {ambito("lodi", both)}, false},
      {"the year before",
       looking_back(typed::PreviousYear{datum, 1}),
       {ambito("lodi", both)},
       true},
      {"in another file",
       looking_back(typed::PreviousYear{datum, 1}),
       {ambito("lodi", k2020), ambito("lodi", k2021)},
       true},
      {"nobody there to look back",
       looking_back(typed::PreviousYear{datum, 1}),
       {ambito("lodi", k2020)},
       false},
      {"another Ambito looks back at its own",
       looking_back(typed::PreviousYear{datum, 1}),
       {ambito("lodi", k2020), ambito("crema", k2021)},
       false},
      {"farther than anything looks",
       looking_back(typed::PreviousYear{datum, 1}),
       {ambito("lodi", k2020 + ", 2022: {dati: {}}")},
       false},
      {"a sum of two years looks one year back",
       looking_back(typed::OverYears{false, datum, 2}),
       {ambito("lodi", both)},
       true},
      {"a sum of one year does not",
       looking_back(typed::OverYears{false, datum, 1}),
       {ambito("lodi", both)},
       false},
      {"what it became looks back",
       looking_back(typed::PreviousYear{datum, 1}),
       {ambito("lodi", k2020),
        ambito("nuovo", k2021, "fusione: {da: [lodi, crema], dal: 2021-01-01}\n")},
       true},
  };
  for (const Row& row : rows) {
    CAPTURE(row.why);
    const Loaded loaded(row.rulebook, row.files);
    const std::string messages = loaded.messages();
    CAPTURE(messages);
    CHECK((messages.find("data/year-without-rules") == std::string::npos) == row.taken);
    if (row.taken) CHECK(messages.empty());
  }
}
