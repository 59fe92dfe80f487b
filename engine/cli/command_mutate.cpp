#include "cli/command_mutate.hpp"

#include "cli/findings.hpp"
#include "cli/output.hpp"
#include "mutate/mutate.hpp"
#include "syntax/parse.hpp"

#include <unistd.h>
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <thread>

namespace leps::cli {
namespace {

using Fate = Mutant::Fate;

/// How far it is, on standard error, where somebody is looking.
class Progress {
 public:
  explicit Progress(Language language)
      : italian_(language == Language::italian), shown_(::isatty(STDERR_FILENO) == 1) {}

  void operator()(std::size_t done, std::size_t all) {
    if (!shown_) return;
    const auto now = std::chrono::steady_clock::now();
    if (done < all && now - last_ < std::chrono::milliseconds(200)) return;
    last_ = now;
    const auto seconds = std::chrono::duration<double>(now - start_).count();
    std::fprintf(stderr,
                 italian_ ? "\r%zu cambiamenti di %zu, %.0f al secondo"
                          : "\r%zu changes of %zu, %.0f a second",
                 done, all, seconds > 0 ? static_cast<double>(done) / seconds : 0.0);
    if (done == all) std::fputs("\n", stderr);
  }

 private:
  bool italian_, shown_;
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now(), last_;
};

std::size_t count(const std::vector<Mutant>& mutants, Fate fate) {
  return static_cast<std::size_t>(std::count_if(
      mutants.begin(), mutants.end(), [&](const Mutant& each) { return each.fate == fate; }));
}

constexpr std::pair<Fate, std::string_view> kFates[] = {{Fate::noticed, "noticed"},
                                                        {Fate::refused, "refused"},
                                                        {Fate::survived, "survived"},
                                                        {Fate::same, "same"},
                                                        {Fate::unseen, "unseen"}};

std::string_view word_of(Fate fate) {
  for (const auto& [each, word] : kFates) {
    if (each == fate) return word;
  }
  return {};
}

std::string write(const std::vector<Mutant>& mutants, const SourceMap& sources, Language language) {
  const auto say = [&](const char* it, const char* en) {
    return std::string(language == Language::italian ? it : en);
  };
  std::string text;
  const auto list = [&](Fate fate, const std::string& title, const std::string& label) {
    if (count(mutants, fate) == 0) return;
    text += title + "\n";
    for (const Mutant& mutant : mutants) {
      if (mutant.fate != fate) continue;
      const LineColumn at = sources.line_column(mutant.mutation.where);
      text += "  " + sources.name(mutant.mutation.where.source) + ":" + std::to_string(at.line) +
              ":" + std::to_string(at.column) + ": " + mutant.mutation.subject + ": " +
              mutant.mutation.change.in(language) + "\n";
      if (!mutant.remark.it.empty()) text += "    " + label + mutant.remark.in(language) + "\n";
    }
    text += "\n";
  };
  list(Fate::survived, say("Nessun esempio se ne accorge:", "No example notices:"),
       say("lo noterebbe: ", "would notice: "));
  list(Fate::same, say("Non cambiano niente:", "They change nothing:"), "");
  list(Fate::unseen, say("Gli esempi non possono vederli:", "Examples cannot see them:"), "");
  const auto number = [&](Fate fate) { return std::to_string(count(mutants, fate)); };
  return text + say("cambiamenti: ", "changes: ") + std::to_string(mutants.size()) +
         say("; notati: ", "; noticed: ") + number(Fate::noticed) +
         say("; rifiutati: ", "; refused: ") + number(Fate::refused) +
         say("; sopravvissuti: ", "; survived: ") + number(Fate::survived) +
         say("; senza effetto: ", "; without effect: ") + number(Fate::same) +
         say("; che gli esempi non vedono: ", "; that examples cannot see: ") +
         number(Fate::unseen) + "\n";
}

std::string write_json(const std::vector<Mutant>& mutants, const SourceMap& sources) {
  std::vector<Json> all;
  for (const Mutant& mutant : mutants) {
    all.push_back(placed(mutant.mutation.where, sources,
                         {{"subject", json_text(mutant.mutation.subject)},
                          {"change", to_json(mutant.mutation.change)},
                          {"fate", json_text(word_of(mutant.fate))},
                          {"remark", to_json(mutant.remark)}}));
  }
  return json_object({{"schema", json_text("leps-mutants/1")}, {"mutants", json_list(all)}})
             .written +
         "\n";
}

}  // namespace

ExitStatus test_by_mutants(const Options& options, const Inputs& inputs) {
  DiagnosticBag bag;  // the rules have compiled: it stays empty of errors
  const ast::Program program = parse(inputs.sources, bag);
  Progress progress(options.language);
  const std::vector<Mutant> mutants =
      mutate(program, *inputs.rulebook, std::thread::hardware_concurrency(),
             [&](std::size_t done, std::size_t all) { progress(done, all); });
  const ExitStatus status =
      count(mutants, Fate::survived) > 0 ? ExitStatus::not_all_good : ExitStatus::good;
  return deliver(options.format == Format::json ? write_json(mutants, inputs.sources)
                                                : write(mutants, inputs.sources, options.language),
                 options, status);
}

}  // namespace leps::cli
