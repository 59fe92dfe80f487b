#include "report/write_findings.hpp"

#include "diagnostics/place.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace leps::inline reports {
namespace {

constexpr std::string_view kTitleIt = "Che cosa correggere nei dati";
constexpr std::string_view kTitleEn = "What to mend in the data";

class FindingsWriter {
 public:
  FindingsWriter(const SourceMap& sources, Language language)
      : sources_(sources), language_(language) {}

  std::string operator()(const DiagnosticBag& bag, const DataSet& data,
                         const std::vector<std::string>& silent) {
    std::map<std::string, std::string> names;
    for (const FactTable& table : data) names.try_emplace(table.ambito, table.name);
    std::map<std::string, std::vector<const Diagnostic*>> by_ambito;
    std::vector<const Diagnostic*> of_none;
    for (const Diagnostic& found : bag.all()) {
      if (severity(found.code) == Severity::note) continue;
      (found.ambito.empty() ? of_none : by_ambito[found.ambito]).push_back(&found);
      if (!found.ambito.empty()) names.try_emplace(found.ambito, "");
    }
    line(say(kTitleIt, kTitleEn));
    line();
    outcome(names, by_ambito);
    for (auto& [ambito, findings] : by_ambito) {
      const std::string& name = names[ambito];
      section((name.empty() || name == ambito ? ambito : name + " (" + ambito + ")"), findings);
    }
    if (!of_none.empty()) {
      section(say("Di nessun Ambito in particolare", "About no Ambito in particular"), of_none);
    }
    if (!silent.empty()) {
      line();
      line(say("Da questi file non è stato letto niente:", "Nothing was read from these files:"));
      for (const std::string& file : silent) line("- " + file);
    }
    return std::move(text_);
  }

 private:
  using Findings = std::vector<const Diagnostic*>;

  static bool has_error(const Findings& findings) {
    return std::any_of(findings.begin(), findings.end(), [](const Diagnostic* found) {
      return severity(found->code) == Severity::error;
    });
  }

  void outcome(const std::map<std::string, std::string>& names,
               const std::map<std::string, Findings>& by_ambito) {
    std::size_t wrong = 0, doubtful = 0;
    for (const auto& [ambito, findings] : by_ambito) ++(has_error(findings) ? wrong : doubtful);
    const std::size_t fine = names.size() - wrong - doubtful;
    line(format(Text("{0} Ambiti: {1} a posto, {2} da correggere, {3} da controllare",
                     "{0} Ambiti: {1} in order, {2} to mend, {3} to look at"),
                {std::to_string(names.size()), std::to_string(fine), std::to_string(wrong),
                 std::to_string(doubtful)})
             .in(language_));
  }

  void section(const std::string& title, Findings& findings) {
    std::stable_sort(findings.begin(), findings.end(),
                     [](const Diagnostic* a, const Diagnostic* b) {
                       return severity(a->code) < severity(b->code);
                     });
    line();
    line(title);
    line(std::string(title.size(), '-'));
    std::size_t number = 0;
    for (const Diagnostic* found : findings) {
      const bool error = severity(found->code) == Severity::error;
      line(std::to_string(++number) + ". " +
           (error ? say("Errore", "Error") : say("Da controllare", "To look at")) + ": " +
           found->message.in(language_));
      line("   " + say("dove: ", "where: ") + place(*found));
      for (const Text& hint : found->hints) line("   → " + hint.in(language_));
    }
  }

  std::string place(const Diagnostic& found) const {
    if (!found.where)
      return found.path.empty() ? say("la riga di comando", "the command line") : found.path;
    const Span where = *found.where;
    std::string text = sources_.name(where.source);
    if (const std::string* sheet = sources_.sheet(where.source)) {
      text += say(", foglio «", ", sheet “") + *sheet + say("», cella ", "”, cell ") +
              to_string(sources_.cell(where));
    } else {
      text += say(", riga ", ", line ") + std::to_string(sources_.line_column(where).line);
    }
    const bool named = !found.labels.empty() && found.labels.front().where == where;
    if (named) text += " (" + found.labels.front().text.in(language_) + ")";
    return text;
  }

  [[nodiscard]] std::string say(std::string_view italian, std::string_view english) const {
    return std::string(language_ == Language::italian ? italian : english);
  }
  void line(const std::string& text = "") { text_ += text + "\n"; }

  const SourceMap& sources_;
  Language language_;
  std::string text_;
};

}  // namespace

bool begins_findings(std::string_view text) {
  return text.starts_with(kTitleIt) || text.starts_with(kTitleEn);
}

std::string write_findings(const DiagnosticBag& bag, const SourceMap& sources, const DataSet& data,
                           const std::vector<std::string>& silent, Language language) {
  return FindingsWriter(sources, language)(bag, data, silent);
}

}  // namespace leps::inline reports
