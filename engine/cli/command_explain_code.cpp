#include "cli/command_explain_code.hpp"

#include "base/nearest.hpp"
#include "cli/output.hpp"
#include "diagnostics/explain_code.hpp"
#include "words/text.hpp"

#include <algorithm>
#include <sstream>

namespace leps::cli {
namespace {

constexpr std::size_t kWidth = 80;

std::string say(const Text& text, const Options& options) { return text.in(options.language); }

/// The part of a code's name up to its slash.
std::string room_of(const std::string& code) { return code.substr(0, code.find('/') + 1); }

/// The sentence of a code; where the stage fills all of it, how its explanation begins.
std::string in_short(const std::string& code, const Options& options) {
  std::string sentence = code_sentence(code)->in(options.language);
  if (sentence != "…") return sentence;
  const std::optional<CodeExplanation> explanation = leps::explain_code(code);
  if (!explanation) return sentence;
  const std::string& text = explanation->text.in(options.language);
  return text.substr(0, text.find(". "));
}

/// Every code that begins so, one a line, with its sentence.
std::string list(const std::string& beginning, const Options& options) {
  std::vector<std::string> codes = code_names();
  std::erase_if(codes, [&](const std::string& code) { return !code.starts_with(beginning); });
  std::size_t widest = 0;
  for (const std::string& code : codes) widest = std::max(widest, code.size());
  std::string text;
  for (const std::string& code : codes) {
    text += pad_right(code, widest + 2) + in_short(code, options) + "\n";
  }
  return text;
}

void add_examples(const std::vector<CodeExample>& examples, const std::string& title,
                  std::string& text) {
  for (const CodeExample& example : examples) {
    text += "\n" + title + "\n";
    std::istringstream lines(example.text);
    for (std::string line; std::getline(lines, line);)
      text += line.empty() ? "\n" : "    " + line + "\n";
  }
}

/// Whether an example leans on names that it does not declare.
bool goes_on(const CodeExample& example) {
  return example.kind == "leps" || example.kind == "dati";
}

std::string explanation_of(const std::string& code, const Options& options) {
  std::string text = code + "\n" + wrap(in_short(code, options), kWidth) + "\n";
  const std::optional<CodeExplanation> explanation = leps::explain_code(code);
  if (!explanation) return text;
  std::istringstream paragraphs(explanation->text.in(options.language));
  for (std::string line; std::getline(paragraphs, line);) {
    if (!line.empty()) text += "\n" + wrap(line, kWidth) + "\n";
  }
  add_examples(explanation->wrong, say({"Sbagliato:", "Wrong:"}, options), text);
  add_examples(explanation->right, say({"Giusto:", "Right:"}, options), text);
  if (std::any_of(explanation->wrong.begin(), explanation->wrong.end(), goes_on)) {
    const Text base(
        "Gli esempi proseguono un piccolo pacchetto che dichiara i dati popolazione (abitanti), "
        "assistenti (FTE), pronto_attivo (sì/no), dimissioni (quota), ore_apertura (ore), forma "
        "(uno di consorzio, azienda), la fonte legge, la categoria LEPS e la regola organico.",
        "The examples go on from a small pack that declares the data popolazione (abitanti), "
        "assistenti (FTE), pronto_attivo (yes/no), dimissioni (a share), ore_apertura (ore), forma "
        "(one of consorzio, azienda), the source legge, the category LEPS and the rule organico.");
    text += "\n" + wrap(say(base, options), kWidth) + "\n";
  }
  return text;
}

ExitStatus refuse(const Options& options) {
  DiagnosticBag bag;
  std::vector<std::string> known = code_names();
  for (const std::string& code : code_names()) {
    if (std::find(known.begin(), known.end(), room_of(code)) == known.end()) {
      known.push_back(room_of(code));
    }
  }
  Diagnostic& unknown = bag.report(Code::command_no_such_code, "", {options.code});
  if (const auto near = nearest(options.code, known)) {
    unknown.hint({"forse volevi dire '" + *near + "'", "perhaps you meant '" + *near + "'"});
  }
  unknown.hint({"'leps explain --codes' li elenca tutti",
                "'leps explain --codes --lang en' lists them all"});
  tell(bag, SourceMap(), options);
  return ExitStatus::wrong_command;
}

}  // namespace

ExitStatus explain_code(const Options& options) {
  const bool room = options.code.ends_with('/');
  std::string text;
  if (options.codes || room) {
    text = list(options.code, options);
  } else if (code_sentence(options.code)) {
    text = explanation_of(options.code, options);
  }
  return text.empty() ? refuse(options) : deliver(text, options, ExitStatus::good);
}

}  // namespace leps::cli
