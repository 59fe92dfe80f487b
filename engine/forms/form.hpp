// An empty form: all that the rules ask of an Ambito, before it is laid out as YAML, CSV or a
// workbook. What a form says, facts/ reads back: the names here are those that it knows.
#pragma once

#include "check/typed.hpp"
#include "diagnostics/diagnostic.hpp"
#include "schedule/rulebook.hpp"

#include <optional>
#include <string>
#include <vector>

namespace leps::inline forms {

struct FormOptions {
  std::string ambito;       // its key; empty: to be filled in
  std::optional<int> year;  // none: that in which the newest of the rules comes into force
  Language language = Language::italian;
};

/// A column of a table. Those of one datum follow one another: a period has two.
struct FormColumn {
  /// What is written in it; `part` of a datum is a day, or a text that says its source.
  enum class Part { key, whole, from, to, origin, as_of };

  std::string name;  // `in_servizio_dal`
  Part part = Part::whole;
  std::optional<DatumId> datum;  // none of a key
  std::string title;             // what it is
  std::string kind;              // `numero in FTE, almeno 0`
  std::string writing;           // how it is written in a table: `come 31/12/2025`
  std::string held_by;
  std::string area;  // its title; empty of none
  std::vector<std::string> notes;
  bool day = false;   // holds a day
  bool text = false;  // holds words that a spreadsheet must leave alone
};

struct FormTable {
  std::string name;  // of the sheet or file
  std::string title, held_by;
  std::vector<std::string> notes;
  std::optional<TableId> table;  // none of the main one
  std::vector<FormColumn> columns;
};

/// Those who hold data, and which.
struct FormHolder {
  std::string name;  // empty: the packs do not say who
  std::vector<DatumId> data;
};

struct Form {
  const Typed* typed = nullptr;
  Language language = Language::italian;
  std::string ambito;  // a key, be it one to be replaced
  bool ambito_given = false;
  int year = 0;
  std::string packs;                // `leps.nazionale 2025.1`
  std::vector<FormHolder> holders;  // in the order in which the packs first name them
  FormTable main;
  std::vector<FormTable> lists;

  [[nodiscard]] std::string say(std::string_view italian, std::string_view english) const {
    return std::string(language == Language::italian ? italian : english);
  }
};

Form make_form(const Rulebook& rulebook, const FormOptions& options);

/// `numero in abitanti, almeno 1 abitanti, intero`, and what else is to be said of how it counts.
std::string kind_words(const typed::Datum& datum, const Form& form);
/// The title of an area; empty of none.
std::string area_words(std::optional<AreaId> area, const Form& form);
/// Where a datum may be left out because the rules work it out, that it may.
std::string fallback_words(const typed::Datum& datum, const Form& form);

enum class FormLayout { csv, workbook };
/// A name that cannot stand in a form, and why.
struct FormMisfit {
  std::string name;
  Text why;
};
/// Whether everything has its place in a form of tables; in YAML it always has.
std::optional<FormMisfit> find_misfit(const Form& form, FormLayout layout);

}  // namespace leps::inline forms
