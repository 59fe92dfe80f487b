#include "cli/command_doc.hpp"

#include "cli/inputs.hpp"
#include "cli/output.hpp"
#include "diagnostics/load_source.hpp"
#include "lawbook/lawbook.hpp"
#include "source/write_folder.hpp"
#include "syntax/parse.hpp"

#include <cerrno>

namespace leps::cli {
namespace {

/// Whether an earlier `leps doc` wrote a file: every page says so in its head.
bool is_page(std::string_view bytes) {
  constexpr std::size_t kHead = 2000;
  const std::string mark =
      "name=\"generator\" content=\"" + std::string(lawbook::kDocGenerator) + "\"";
  return bytes.substr(0, kHead).find(mark) != std::string_view::npos;
}

void report(const FolderProblem& problem, DiagnosticBag& bag) {
  switch (problem.kind) {
    case FolderProblem::Kind::not_a_folder:
      bag.report(Code::command_out_not_a_folder, "", {problem.path})
          .hint({"dai il nome di una cartella, che può anche non esserci ancora",
                 "give the name of a folder, which need not be there yet"});
      return;
    case FolderProblem::Kind::other_file:
      bag.report(Code::command_out_has_other_files, "", {problem.path})
          .hint({"scegli una cartella nuova: in una che c'è si riscrivono solo le pagine di 'leps "
                 "doc'",
                 "choose a new folder: in one that is there, only the pages of 'leps doc' are "
                 "written again"});
      return;
    case FolderProblem::Kind::system:
      break;
  }
  const Text words = problem.error == ENOENT
                         ? Text("la cartella non esiste", "its folder does not exist")
                         : system_words(problem.error);
  bag.report(Code::io_cannot_write, problem.path, {words});
}

/// What was done, for who asked for it.
std::string summarize(const std::string& folder, std::size_t written, std::size_t removed,
                      Language language) {
  const bool italian = language == Language::italian;
  const std::string start = folder + (folder.ends_with('/') ? "" : "/") + "index.html";
  std::string text = std::to_string(written) +
                     (italian ? " pagine; si comincia da " : " pages; begin with ") + start;
  if (removed > 0) {
    text += (italian ? "; tolte perché di troppo: " : "; taken away, no longer needed: ") +
            std::to_string(removed);
  }
  return text + "\n";
}

}  // namespace

ExitStatus doc(const Options& options) {
  Inputs inputs;
  const ExitStatus status = load_rules(options, inputs);
  tell(inputs.bag, inputs.sources, options);
  if (status != ExitStatus::good) return status;

  DiagnosticBag bag;
  const ast::Program program = parse(inputs.sources, bag);  // compile() keeps none
  std::vector<NamedFile> files;
  for (lawbook::DocPage& page : lawbook::write_doc(*inputs.rulebook, program, options.language)) {
    files.push_back({std::move(page.name), std::move(page.text)});
  }
  const auto done = write_folder(*options.out, files, is_page);
  if (const auto* problem = std::get_if<FolderProblem>(&done)) {
    report(*problem, bag);
    tell(bag, SourceMap(), options);
    return status_of(bag, ExitStatus::wrong_command);
  }
  Options to_terminal = options;
  to_terminal.out.reset();
  return deliver(summarize(*options.out, files.size(), std::get<FolderWritten>(done).removed,
                           options.language),
                 to_terminal, ExitStatus::good);
}

}  // namespace leps::cli
