// One sheet of a report as a workbook: a title, a warning where data are invented or a forecast, a
// header that stays in sight with buttons to pick rows by, then row after row.
#pragma once

#include "diagnostics/diagnostic.hpp"
#include "explain/summary.hpp"
#include "words/format.hpp"
#include "xlsx/workbook.hpp"

#include <optional>
#include <string>
#include <vector>

namespace leps::inline reports {

using xlsx::At;
using xlsx::Face;
using xlsx::Sheet;
using xlsx::Workbook;

class ReportTable {
 public:
  struct Column {
    std::string title;
    int width;
  };

  /// @param columns  those after the ones that say whose row it is: Ambito, name, year, what data
  /// @param of_ambiti  false: rows are of no Ambito, and those columns are left out
  ReportTable(Workbook& workbook, const Report& report, Language language, const std::string& name,
              const std::string& title, std::vector<Column> columns, bool of_ambiti = true);

  /// Begins a row of an Ambito.
  void begin(const AmbitoPage& page);
  /// Begins a row of none.
  void begin();
  void text(std::string_view text, Face face = Face::plain);
  void texts(const std::vector<std::string>& items, Face face = Face::plain);
  void whole(long long value);
  void truth(bool value);
  /// @param marks  what must stand behind its word
  void verdict(Verdict verdict, std::string_view marks = {});
  /// Empty where it is not known or has no bound.
  void number(const std::optional<Bound>& bound);
  void share(const std::optional<Bound>& bound);
  /// The least and the most as numbers, then both exact, as texts.
  void range(const std::optional<Interval>& range);
  void exact(const std::optional<Interval>& range);
  /// Ends the sheet. One without rows says so.
  void finish();

 private:
  [[nodiscard]] std::string say(std::string_view italian, std::string_view english) const {
    return std::string(language_ == Language::italian ? italian : english);
  }
  At next() { return {row_, column_++}; }

  Language language_;
  Sheet sheet_;
  std::uint32_t row_;
  std::uint16_t column_ = 0, columns_ = 0;
};

/// `DATI SINTETICI, INVENTATI`, `previsione`, `definitivi`: what the data of a row are.
std::string kind_of_data(const FactTable& facts, Language language);

}  // namespace leps::inline reports
