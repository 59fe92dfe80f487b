// Writes a form as CSV, in the layout in which write_csv() writes results: `;` between fields in
// Italian, `,` in English, UTF-8 with its mark, each as that language's Excel reads without asking.
// Only the names of columns stand in a list: a row with an Ambito and nothing else would be half a
// row.
#include "forms/write_form.hpp"
#include "trees/format_names.hpp"
#include "words/text.hpp"

namespace leps::inline forms {
namespace {

class CsvTable {
 public:
  explicit CsvTable(Language language) : separator_(language == Language::italian ? ';' : ',') {}

  void field(const std::string& value) {
    if (!first_) text_ += separator_;
    first_ = false;
    // A name of the packs, a key or a year: nothing to be quoted; but a key may begin with `-`.
    text_ += cell_text(value);
  }
  void end_row() {
    text_ += "\r\n";
    first_ = true;
  }
  [[nodiscard]] std::string text() && { return std::move(text_); }

 private:
  char separator_;
  bool first_ = true;
  std::string text_ = "\xEF\xBB\xBF";
};

}  // namespace

std::vector<NamedFile> write_form_csv(const Form& form, const std::string& name) {
  std::vector<NamedFile> files;
  CsvTable main(form.language);
  for (const FormColumn& column : form.main.columns) main.field(column.name);
  main.end_row();
  for (const FormColumn& column : form.main.columns) {
    main.field(column.name == key::ambito ? form.ambito
               : column.name == key::anno ? std::to_string(form.year)
                                          : std::string());
  }
  main.end_row();
  files.push_back({name, std::move(main).text()});
  for (const FormTable& list : form.lists) {
    CsvTable table(form.language);
    for (const FormColumn& column : list.columns) table.field(column.name);
    table.end_row();
    files.push_back({list.name + ".csv", std::move(table).text()});
  }
  return files;
}

}  // namespace leps::inline forms
