#include "cli/command_template.hpp"

#include "cli/inputs.hpp"
#include "cli/output.hpp"
#include "diagnostics/load_source.hpp"
#include "forms/write_form.hpp"
#include "source/extension.hpp"
#include "source/read_file.hpp"
#include "trees/keys.hpp"

#include <filesystem>

namespace leps::cli {
namespace {

enum class Ending { yaml, csv, xlsx };

std::optional<Ending> ending_of(std::string_view name) {
  const std::string extension = extension_of(name);
  if (extension == ".yaml" || extension == ".yml") return Ending::yaml;
  if (extension == ".csv") return Ending::csv;
  if (extension == ".xlsx") return Ending::xlsx;
  return std::nullopt;
}

/// What is wrong with the command line, as far as data would not take it.
void check_words(const Options& options, DiagnosticBag& bag) {
  if (!ending_of(*options.out)) {
    bag.report(Code::command_form_ending, "", {*options.out})
        .hint({"fallo finire in .yaml, .csv o .xlsx", "let it end in .yaml, .csv or .xlsx"});
  }
  if (!options.ambiti.empty() && !is_ambito_key(options.ambiti.front())) {
    Diagnostic& wrong = bag.report(Code::command_wrong_value, "",
                                   {options.ambiti.front(), "--ambito",
                                    Text("una chiave di minuscole, cifre, _ e -, come lodi",
                                         "a key of small letters, digits, _ and -, such as lodi")});
    if (const std::string key = as_ambito_key(options.ambiti.front()); !key.empty()) {
      wrong.hint({"scrivi --ambito " + key, "write --ambito " + key});
    }
  }
  if (options.year && (*options.year < kFirstYear || *options.year > kLastYear)) {
    const std::string first = std::to_string(kFirstYear), last = std::to_string(kLastYear);
    bag.report(Code::command_wrong_value, "",
               {std::to_string(*options.year), "--year",
                Text("un anno tra il " + first + " e il " + last,
                     "a year from " + first + " to " + last)});
  }
}

/// False, and a message, where the form has no place for a name of the rules.
bool fits(const Form& form, Ending ending, DiagnosticBag& bag) {
  if (ending == Ending::yaml) return true;
  const bool csv = ending == Ending::csv;
  const auto misfit = find_misfit(form, csv ? FormLayout::csv : FormLayout::workbook);
  if (!misfit) return true;
  bag.report(Code::command_form_name, "", {misfit->name, csv ? "CSV" : "xlsx", misfit->why})
      .hint({"usa un modulo .yaml, che prende qualsiasi nome",
             "use a .yaml form, which takes any name"});
  return false;
}

/// A file beside the form is written only where there is none, or one that this form has made and
/// nobody has filled in.
bool may_write(const std::string& path, const std::string& bytes) {
  std::error_code error;
  if (!std::filesystem::exists(std::filesystem::symlink_status(path, error))) return true;
  const auto read = read_file(path, kMaxDataBytes);
  const auto* there = std::get_if<std::string>(&read);
  return there && *there == bytes;
}

/// True, and a message, where the form would take the place of a file that somebody may have filled
/// in: whatever is there, but the same form as it was made.
bool would_replace(const Options& options, const std::string& bytes) {
  if (options.force || may_write(*options.out, bytes)) return false;
  DiagnosticBag bag;
  bag.report(Code::command_form_exists, "", {*options.out})
      .hint({"dai un altro nome, o aggiungi --force per sostituirlo",
             "give another name, or add --force to replace it"});
  tell(bag, SourceMap(), options);
  return true;
}

ExitStatus write_whole(const std::string& bytes, const Options& options) {
  if (would_replace(options, bytes)) return ExitStatus::wrong_command;
  return deliver(bytes, options, ExitStatus::good);
}

/// The main table into the file that was named, the lists beside it.
ExitStatus write_csv_files(const Form& form, const Options& options, std::string& done) {
  DiagnosticBag bag;
  const std::filesystem::path main = *options.out;
  std::vector<NamedFile> files = write_form_csv(form, main.native());
  for (std::size_t i = 1; i < files.size(); ++i) {
    NamedFile& list = files[i];
    const bool is_main = list.name == main.filename();
    list.name = (main.parent_path() / list.name).native();
    if (!is_main && (options.force || may_write(list.name, list.bytes))) continue;
    bag.report(Code::command_form_beside, "", {list.name})
        .hint({"ogni elenco ha il suo file, che ne porta il nome: dai al modulo un altro nome o "
               "un'altra cartella, oppure usa .xlsx, che è un file solo",
               "every list has its file, which bears its name: give the form another name or "
               "another folder, or use .xlsx, which is a single file"});
  }
  if (bag.has_errors()) {
    tell(bag, SourceMap(), options);
    return ExitStatus::wrong_command;
  }
  if (would_replace(options, files.front().bytes)) return ExitStatus::wrong_command;
  // The lists first: where one cannot be written, no form looks finished.
  for (std::size_t i = files.size(); i-- > 0;) {
    if (save_file(files[i].name, files[i].bytes, bag)) continue;
    tell(bag, SourceMap(), options);
    return ExitStatus::cannot_read_or_write;
  }
  for (const NamedFile& file : files) done += (done.empty() ? "" : " ") + file.name;
  return ExitStatus::good;
}

ExitStatus write(const Form& form, Ending ending, const Options& options, std::string& done) {
  done = *options.out;
  switch (ending) {
    case Ending::yaml:
      return write_whole(write_form_yaml(form), options);
    case Ending::csv:
      done.clear();
      return write_csv_files(form, options, done);
    case Ending::xlsx:
      break;
  }
  const auto workbook = write_form_xlsx(form);
  return workbook ? write_whole(*workbook, options) : lacks_room(options);
}

/// What was done, and what comes next.
/// @param done  the files, with spaces between
std::string summarize(const Form& form, const std::string& done, const Options& options) {
  std::size_t data = 0;
  for (const FormHolder& holder : form.holders) data += holder.data.size();
  std::string text = done + ": " + std::to_string(data) +
                     (data == 1 ? form.say(" dato", " datum") : form.say(" dati", " data"));
  if (const std::size_t lists = form.lists.size(); lists > 0) {
    text += form.say(" e ", " and ") + std::to_string(lists) +
            (lists == 1 ? form.say(" elenco", " list") : form.say(" elenchi", " lists"));
  }
  std::string rules;
  for (const std::string& path : options.rules) rules += " " + path;
  return text + form.say(", anno ", ", year ") + std::to_string(form.year) +
         form.say("\nUna volta compilato: leps check", "\nOnce filled in: leps check") + rules +
         " --data " + done + "\n";
}

}  // namespace

ExitStatus form(const Options& options) {
  DiagnosticBag wrong;
  check_words(options, wrong);
  tell(wrong, SourceMap(), options);
  if (wrong.has_errors()) return ExitStatus::wrong_command;

  Inputs inputs;
  ExitStatus status = load_rules(options, inputs);
  if (status == ExitStatus::good && would_overwrite(options, inputs)) {
    status = ExitStatus::wrong_command;
  }
  std::optional<Form> form;
  const Ending ending = *ending_of(*options.out);
  if (status == ExitStatus::good) {
    form = make_form(*inputs.rulebook, {options.ambiti.empty() ? "" : options.ambiti.front(),
                                        options.year, options.language});
    if (!fits(*form, ending, inputs.bag)) status = ExitStatus::wrong_command;
  }
  tell(inputs.bag, inputs.sources, options);
  if (status != ExitStatus::good) return status;

  std::string done;
  status = write(*form, ending, options, done);
  if (status != ExitStatus::good) return status;
  Options to_terminal = options;
  to_terminal.out.reset();
  return deliver(summarize(*form, done, options), to_terminal, status);
}

}  // namespace leps::cli
