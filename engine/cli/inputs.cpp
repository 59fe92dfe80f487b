#include "cli/inputs.hpp"

#include "base/nearest.hpp"
#include "base/plain_form.hpp"
#include "cli/out_name.hpp"
#include "diagnostics/expand_paths.hpp"
#include "diagnostics/load_source.hpp"
#include "pipeline.hpp"
#include "source/read_file.hpp"
#include "tables/own_report.hpp"
#include "tables/silent_files.hpp"

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>
#include <variant>

namespace leps::cli {
namespace {

constexpr const char* kShippedPack = "nazionale";

/// Reads one file under a name that is not its path.
std::optional<SourceId> load_as(std::string name, const std::string& path, Inputs& inputs) {
  auto read = read_file(path, kMaxRulesBytes);
  if (auto* bytes = std::get_if<std::string>(&read)) {
    return add_source(inputs.sources, std::move(name), std::move(*bytes), kMaxRulesBytes,
                      inputs.bag);
  }
  report_unreadable(path, std::get<ReadProblem>(read), inputs.bag);
  return std::nullopt;
}

std::string joined(const std::vector<std::string>& words) {
  std::string all;
  for (const std::string& word : words) all += (all.empty() ? "" : ", ") + word;
  return all;
}

/// Ends a message about an unknown name with the nearest one, or with those that there are.
void hint_names(Diagnostic& diagnostic, const std::string& given,
                const std::vector<std::string>& known) {
  constexpr std::size_t kFew = 30;  // more than a screen's worth helps nobody
  if (const auto near = nearest(given, known)) {
    diagnostic.hint({"forse volevi dire '" + *near + "'", "perhaps you meant '" + *near + "'"});
  } else if (known.empty()) {
    diagnostic.hint({"non ce n'è nessuno", "there are none"});
  } else if (known.size() <= kFew) {
    diagnostic.hint({"ci sono: " + joined(known), "there are: " + joined(known)});
  }
}

/// The id of what bears a name; none, and an error with the nearest name, where nothing does.
template <class Key, class Row>
std::optional<Key> called(const std::string& name, const IdMap<Key, Row>& rows, Code unknown,
                          DiagnosticBag& bag) {
  std::vector<std::string> known;
  for (const Key key : rows.keys()) {
    if (rows[key].name == name) return key;
    known.push_back(rows[key].name);
  }
  hint_names(bag.report(unknown, "", {name}), name, known);
  return std::nullopt;
}

/// The keys of the Ambiti that are asked for by key or, where none has that key, by name; an error
/// for each that the data lack, and for a name that several bear.
std::set<std::string> keys_of(const std::vector<std::string>& asked,
                              const std::vector<const FactTable*>& data, DiagnosticBag& bag) {
  std::set<std::string> keys, known;
  std::map<std::string, std::set<std::string>> by_name;
  for (const FactTable* facts : data) {
    keys.insert(facts->ambito);
    by_name[plain_form(facts->name)].insert(facts->ambito);
    known.insert({facts->ambito, facts->name});
  }
  known.erase("");
  std::set<std::string> found;
  for (const std::string& one : asked) {
    const auto named = by_name.find(plain_form(one));
    if (keys.contains(one)) {
      found.insert(one);
    } else if (named == by_name.end() || one.empty()) {
      hint_names(bag.report(Code::command_no_such_ambito, "", {one}), one,
                 std::vector<std::string>(known.begin(), known.end()));
    } else if (named->second.size() > 1) {
      const std::vector<std::string> bearers(named->second.begin(), named->second.end());
      bag.report(Code::command_ambiti_of_one_name, "", {one, joined(bearers)})
          .hint({"scrivi la chiave di uno di loro", "write the key of one of them"});
    } else {
      found.insert(*named->second.begin());
    }
  }
  return found;
}

/// Keeps of the data what `--ambito` and `--year` ask for.
bool keep_asked(const Options& options, std::vector<const FactTable*>& data, DiagnosticBag& bag) {
  if (!options.ambiti.empty()) {
    const std::set<std::string> keys = keys_of(options.ambiti, data, bag);
    if (bag.has_errors()) return false;
    std::erase_if(data, [&](const FactTable* facts) { return !keys.contains(facts->ambito); });
  }
  if (options.year) {
    std::set<int> years;
    for (const FactTable* facts : data) years.insert(facts->year);
    std::erase_if(data, [&](const FactTable* facts) { return facts->year != *options.year; });
    if (data.empty()) {
      std::vector<std::string> known;
      for (const int year : years) known.push_back(std::to_string(year));
      Diagnostic& missing =
          bag.report(Code::command_no_such_year, "", {std::to_string(*options.year)});
      missing.hint({"ci sono: " + joined(known), "there are: " + joined(known)});
      return false;
    }
  }
  return true;
}

std::size_t count_ambiti(const std::vector<const FactTable*>& data) {
  std::set<std::string> ambiti;
  for (const FactTable* facts : data) ambiti.insert(facts->ambito);
  return ambiti.size();
}

void report_nothing_read(const Inputs& inputs, DiagnosticBag& found) {
  found.report(Code::data_nothing_read, inputs.receipt.files == 1 ? inputs.paths.back() : "")
      .hint(found.empty() || inputs.receipt.files == 0
                ? Text("dai con --data un file o una cartella che abbia i dati di un Ambito",
                       "give with --data a file or a folder that has the data of an Ambito")
                : Text("qui sopra è scritto perché, file per file",
                       "the reason is written above, file by file"));
}

/// Reads the data, and keeps of them the Ambito and the year that the user asked for.
ExitStatus load_data(const Options& options, Inputs& inputs) {
  DiagnosticBag found;
  DataFiles files;
  const std::size_t rules_read = inputs.paths.size();
  for (const std::string& path :
       expand_paths(options.data, data_extensions(), found, refused_data_extensions())) {
    inputs.paths.push_back(path);
    add_data_file(files, inputs.sources, path, found);
  }
  inputs.everything = load(*inputs.rulebook, inputs.sources, files, found);
  inputs.receipt.files = inputs.paths.size() - rules_read;
  inputs.receipt.silent = find_silent_files(
      {inputs.paths.begin() + static_cast<std::ptrdiff_t>(rules_read), inputs.paths.end()}, files,
      inputs.everything, inputs.sources, *inputs.rulebook);
  std::vector<const FactTable*> asked = pointers_to(inputs.everything);
  DiagnosticBag not_there;
  const bool there = asked.empty() || keep_asked(options, asked, not_there);
  if (!there) asked.clear();
  inputs.judged =
      judge(*inputs.rulebook, asked, std::make_shared<const Surroundings>(inputs.everything),
            options.keep_good ? Keep::good_part : Keep::all_or_none, found);
  inputs.receipt.ambiti = count_ambiti(options.keep_good ? inputs.judged.data : asked);
  inputs.judged.files = std::move(files.read);
  // An empty report would look like one in which all is well.
  if (inputs.everything.empty() && !found.has_errors()) report_nothing_read(inputs, found);
  found.sort();

  ExitStatus status = status_of(found, ExitStatus::wrong_data);
  if (status != ExitStatus::good && options.keep_good && !inputs.judged.data.empty()) {
    inputs.bag.report(Code::command_data_left_out, "");
    inputs.owed = status;
    status = ExitStatus::good;
  }
  inputs.bag.append(std::move(found));
  if (status != ExitStatus::good) return status;
  inputs.bag.append(std::move(not_there));
  return there ? status : ExitStatus::wrong_command;
}

}  // namespace

ExitStatus status_of(const DiagnosticBag& bag, ExitStatus when_wrong) {
  const auto& all = bag.all();
  const bool io = std::any_of(all.begin(), all.end(),
                              [](const Diagnostic& diagnostic) { return is_io(diagnostic.code); });
  if (io) return ExitStatus::cannot_read_or_write;
  return bag.has_errors() ? when_wrong : ExitStatus::good;
}

std::string shipped_rules() {
  std::error_code error;
  const std::filesystem::path program = std::filesystem::read_symlink("/proc/self/exe", error);
  if (!error) {
    const std::filesystem::path installed =
        program.parent_path().parent_path() / "share" / "leps" / "rules" / kShippedPack;
    if (std::filesystem::is_directory(installed, error)) return installed;
  }
  return std::string(LEPS_SOURCE_RULES) + "/" + kShippedPack;
}

ExitStatus load_rules(const Options& options, Inputs& inputs) {
  const bool shipped = options.rules.empty();
  const std::string pack = shipped ? shipped_rules() : "";
  const std::vector<std::string> rules = shipped ? std::vector{pack} : options.rules;

  for (const std::string& path : expand_paths(rules, {".leps"}, inputs.bag)) {
    inputs.paths.push_back(path);
    if (shipped) {
      // Named alike on every machine, wherever the program is installed: reports show it.
      load_as("rules/" + std::string(kShippedPack) + path.substr(pack.size()), path, inputs);
    } else {
      load_source(inputs.sources, path, kMaxRulesBytes, inputs.bag);
    }
  }
  // Rules that are not all here would only add noise: names declared in what is missing.
  if (!inputs.bag.has_errors()) inputs.rulebook = compile(inputs.sources, inputs.bag);
  return status_of(inputs.bag, ExitStatus::wrong_rules);
}

ExitStatus load_all(const Options& options, Inputs& inputs) {
  if (const ExitStatus status = load_rules(options, inputs); status != ExitStatus::good) {
    return status;
  }
  const Typed& typed = inputs.rulebook->typed;
  if (!options.rule.empty()) {
    inputs.named = find_named(typed, options.rule);
    if (inputs.named.empty()) {
      hint_names(inputs.bag.report(Code::command_no_such_rule, "", {options.rule}), options.rule,
                 names_to_explain(typed));
    }
  }
  if (options.order) {
    inputs.order = called(*options.order, typed.orderings, Code::command_no_such_order, inputs.bag);
  }
  if (inputs.bag.has_errors()) return ExitStatus::wrong_command;

  const ExitStatus status = load_data(options, inputs);
  if (status != ExitStatus::good) return status;
  return would_overwrite(options, inputs) ? ExitStatus::wrong_command : status;
}

Report report_of(const Inputs& inputs) {
  Judged judged = inputs.judged;
  judged.found = inputs.bag;
  return assess(*inputs.rulebook, inputs.sources, std::move(judged), inputs.order);
}

namespace {

/// A report takes the place of a report of ours, and of nothing else: a name that slipped costs
/// nobody a file.
bool would_replace(const std::string& path, DiagnosticBag& bag) {
  std::error_code error;
  const std::filesystem::file_status status = std::filesystem::status(path, error);
  if (std::filesystem::is_directory(status) || path.ends_with('/')) {
    const std::string folder = path + (path.ends_with('/') ? "" : "/");
    bag.report(Code::command_out_folder, "", {path})
        .hint({"dai il nome di un file, come " + folder + "rapporto.html",
               "give the name of a file, such as " + folder + "report.html"});
    return true;
  }
  if (!std::filesystem::is_regular_file(status)) return false;
  constexpr std::uint64_t kLargest = std::uint64_t{1} << 30;
  const auto read = read_file(path, kLargest);
  const auto* bytes = std::get_if<std::string>(&read);
  if (bytes && is_own_report(*bytes)) return false;
  bag.report(Code::command_out_exists, "", {path})
      .hint({"dai un altro nome al report, o togli prima quel file",
             "give the report another name, or take that file away first"});
  return true;
}

}  // namespace

bool would_overwrite(const Options& options, Inputs& inputs) {
  if (!options.out) return false;
  for (const std::string& path : inputs.paths) {
    std::error_code error;
    if (!std::filesystem::equivalent(path, *options.out, error) || error) continue;
    inputs.bag.report(Code::command_out_is_input, "", {path})
        .hint({"scegli un altro nome per il risultato", "choose another name for the result"});
    return true;
  }
  const std::size_t said = inputs.bag.count();
  check_ending(options, inputs.bag);
  if (inputs.bag.count() > said) return true;
  return options.command == Command::check && would_replace(*options.out, inputs.bag);
}

}  // namespace leps::cli
