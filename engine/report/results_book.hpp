// Results as a workbook, one sheet a question: who is where, what is missing, what first, what to
// ask and of whom, how much money, on what it all rests. Exact numbers stand beside those that a
// spreadsheet can add up.
#pragma once

#include "explain/summary.hpp"
#include "report/report_table.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace leps::inline reports {

class ResultsBook {
 public:
  ResultsBook(const Report& report, Language language);

  /// The bytes of the workbook; nothing where it could not be written.
  std::optional<std::string> operator()();

 private:
  using Columns = std::vector<ReportTable::Column>;

  // ---- what came out
  void overview();
  void gaps();
  void gap(ReportTable& sheet, const AmbitoPage& page, const Explanation& rule, std::size_t place);
  void priorities();
  void missing_data();
  void amounts();
  void areas();

  // ---- how much it can be relied on
  void doubted_data();
  void doubt(ReportTable& sheet, const AmbitoPage& page, const PageDoubt& each,
             const std::string& name, const std::string& title);
  void doubts();
  void doubts(ReportTable& sheet, const AmbitoPage& page, const Explanation& rule,
              const std::vector<Doubt>& doubts, Confidence confidence);
  void waivers();
  void findings();
  void rules();

  // ---- what sheets share
  [[nodiscard]] std::string say(std::string_view italian, std::string_view english) const {
    return std::string(language_ == Language::italian ? italian : english);
  }
  ReportTable table(const std::string& name, const std::string& title, Columns columns,
                    bool of_ambiti = true) {
    return {book_, report_, language_, name, title, std::move(columns), of_ambiti};
  }
  void mark_draft(ReportTable& sheet, bool draft) const;
  /// The columns of a result: whether it is of a draft, what is doubted of its data.
  void marks(ReportTable& sheet, bool draft, const std::vector<ShownDoubt>& doubts) const;

  const Report& report_;
  const Typed& typed_;
  Language language_;
  xlsx::Workbook book_;
  std::vector<AmbitoPage> pages_;
};

}  // namespace leps::inline reports
