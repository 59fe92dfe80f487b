// regional.cpp - leps.h from C++17: where a Region's Ambiti fall short, rule by rule, and what
// would change if each of them took its levers to the level.
//
//     regional RULES DATA...
//
// RULES and DATA are files or folders. Handles free themselves; whatever goes wrong is an exception
// that carries what the library had to say.
#include <leps/leps.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <memory>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace {

// ---- handles ------------------------------------------------------------------------------------

template <auto free_it>
struct Free {
  template <class Handle>
  void operator()(Handle *handle) const {
    free_it(handle);
  }
};
using Rulebook = std::unique_ptr<leps_rulebook, Free<leps_rulebook_free>>;
using Data = std::unique_ptr<leps_data, Free<leps_data_free>>;
using Results = std::unique_ptr<leps_results, Free<leps_results_free>>;
using BreakEven = std::unique_ptr<leps_break_even, Free<leps_break_even_free>>;
using Diagnostics = std::unique_ptr<leps_diagnostics, Free<leps_diagnostics_free>>;

struct Failure : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// Throws where a call did not do what it was asked, with all that it found.
void check(leps_status status, const Diagnostics &diagnostics = nullptr) {
  if (status == LEPS_OK) return;
  std::string text;
  for (size_t i = 0; i < leps_diagnostics_count(diagnostics.get()); ++i) {
    text += leps_diagnostic_text(leps_diagnostics_at(diagnostics.get(), i), LEPS_ITALIAN);
  }
  throw Failure(text + "regional: " + leps_status_message(status, LEPS_ITALIAN));
}

/// A call that gives a handle and its findings.
template <class Handle, class Call>
Handle make(Call call) {
  typename Handle::pointer made = nullptr;
  leps_diagnostics *found = nullptr;
  const leps_status status = call(&made, &found);
  Handle handle(made);
  check(status, Diagnostics(found));
  return handle;
}

// ---- files --------------------------------------------------------------------------------------

struct File {
  std::string name, text;
};

File read_file(const std::filesystem::path &path) {
  std::ifstream file(path, std::ios::binary);
  File read{path.string(), {std::istreambuf_iterator<char>(file), {}}};
  if (!file) throw Failure(path.string() + ": non riesco a leggerlo");
  return read;
}

/// A file, or of a folder those with one of these extensions, by name.
void add_files(std::vector<File> &to, const std::filesystem::path &path,
               const std::vector<std::string> &extensions) {
  if (!std::filesystem::is_directory(path)) {
    to.push_back(read_file(path));
    return;
  }
  std::vector<std::filesystem::path> inside;
  for (const auto &entry : std::filesystem::directory_iterator(path)) {
    const std::string extension = entry.path().extension().string();
    if (std::find(extensions.begin(), extensions.end(), extension) != extensions.end()) {
      inside.push_back(entry.path());
    }
  }
  std::sort(inside.begin(), inside.end());
  for (const auto &each : inside) to.push_back(read_file(each));
}

std::vector<leps_text> texts(const std::vector<File> &files) {
  std::vector<leps_text> all;
  for (const File &file : files) {
    all.push_back({file.name.c_str(), file.text.data(), file.text.size()});
  }
  return all;
}

// ---- the summary --------------------------------------------------------------------------------

constexpr size_t kVerdicts = 6;

/// How many results of one rule have each verdict.
using Count = std::array<int, kVerdicts>;

/// By year and rule.
std::map<std::pair<int, std::string>, Count> count_verdicts(const leps_results *results) {
  std::map<std::pair<int, std::string>, Count> counts;
  for (size_t i = 0; i < leps_results_count(results); ++i) {
    const leps_result *result = leps_results_at(results, i);
    Count &count = counts[{leps_result_year(result), leps_result_rule(result)}];
    ++count.at(static_cast<size_t>(leps_result_verdict(result)));
  }
  return counts;
}

void print(const Count &count) {
  const char *between = "";
  for (size_t verdict = 0; verdict < kVerdicts; ++verdict) {
    if (count.at(verdict) == 0) continue;
    std::cout << between << count.at(verdict) << ' '
              << leps_verdict_word(static_cast<leps_verdict>(verdict));
    between = ", ";
  }
  std::cout << '\n';
}

/// `1/5000 FTE`, `da 0 a 2 FTE`, `almeno 0`: what is not known stays open.
std::string describe(const leps_quantity *quantity) {
  const char *lo = leps_quantity_lo(quantity);
  const char *hi = leps_quantity_hi(quantity);
  std::string text = "?";
  if (leps_quantity_is_known(quantity)) {
    text = hi;
  } else if (lo && hi) {
    text = std::string("da ") + lo + " a " + hi;
  } else if (lo) {
    text = std::string("almeno ") + lo;
  } else if (hi) {
    text = std::string("al massimo ") + hi;
  }
  const char *unit = leps_quantity_unit(quantity);
  return unit ? text + " " + unit : text;
}

void print_summary(const leps_results *results) {
  for (const auto &[key, count] : count_verdicts(results)) {
    const auto &[year, rule] = key;
    std::cout << year << ' ' << rule << ": ";
    print(count);
    for (size_t i = 0; i < leps_results_count(results); ++i) {
      const leps_result *result = leps_results_at(results, i);
      if (leps_result_year(result) != year || leps_result_rule(result) != rule) continue;
      for (size_t j = 0; j < leps_result_requirement_count(result); ++j) {
        const leps_requirement *requirement = leps_result_requirement(result, j);
        if (leps_requirement_verdict(requirement) != LEPS_NON_SODDISFATTO) continue;
        std::cout << "  " << leps_result_ambito(result) << ": a "
                  << leps_requirement_name(requirement) << " manca "
                  << describe(leps_gap_amount(leps_requirement_gap(requirement))) << '\n';
      }
    }
  }
}

// ---- what if ------------------------------------------------------------------------------------

/// One Ambito takes one lever to where a requirement is met.
struct Move {
  std::string ambito;
  int year = 0;
  std::string lever, from, to;
};

/// The exact text of a number up to a whole one, or down to it: nobody hires 1/5000 of a person.
std::string whole(const std::string &exact, bool up) {
  const size_t slash = exact.find('/');
  if (slash == std::string::npos) return exact;
  const long long above = std::stoll(exact), below = std::stoll(exact.substr(slash + 1));
  const long long towards_zero = above / below;
  if (up) return std::to_string(above > 0 ? towards_zero + 1 : towards_zero);
  return std::to_string(above > 0 ? towards_zero : towards_zero - 1);
}

/// What every Ambito would have to do, where its requirement has a lever and its data say how far.
std::vector<Move> moves(const leps_results *results) {
  std::vector<Move> all;
  for (size_t i = 0; i < leps_results_count(results); ++i) {
    const leps_result *result = leps_results_at(results, i);
    for (size_t j = 0; j < leps_result_requirement_count(result); ++j) {
      const leps_requirement *requirement = leps_result_requirement(result, j);
      const leps_gap *gap = leps_requirement_gap(requirement);
      if (leps_requirement_verdict(requirement) != LEPS_NON_SODDISFATTO || !leps_gap_lever(gap)) {
        continue;
      }
      const auto turn = make<BreakEven>([&](leps_break_even **out, leps_diagnostics **) {
        return leps_compute_break_even(out, results, result, leps_requirement_name(requirement),
                                       nullptr);
      });
      const leps_quantity *value = leps_break_even_value(turn.get());
      const leps_way way = leps_break_even_way(turn.get());
      if (!leps_quantity_is_known(value) || way == LEPS_WAY_UNKNOWN) continue;
      all.push_back({leps_result_ambito(result), leps_result_year(result),
                     leps_break_even_lever(turn.get()),
                     describe(leps_break_even_current(turn.get())),
                     whole(leps_quantity_hi(value), way == LEPS_WAY_UP)});
    }
  }
  return all;
}

Results what_if(const leps_results *base, const std::vector<Move> &moves) {
  std::vector<leps_change> changes;
  for (const Move &move : moves) {
    changes.push_back({move.ambito.c_str(), move.year, move.lever.c_str(), move.to.c_str()});
  }
  return make<Results>([&](leps_results **out, leps_diagnostics **found) {
    return leps_what_if(out, found, base, changes.data(), changes.size(), nullptr);
  });
}

void print_differences(const leps_results *results) {
  for (size_t i = 0; i < leps_results_difference_count(results); ++i) {
    const leps_difference *difference = leps_results_difference(results, i);
    const leps_result *before = leps_difference_before(difference);
    const leps_result *after = leps_difference_after(difference);
    std::cout << "  " << leps_result_ambito(after) << ' ' << leps_result_year(after) << ' '
              << leps_result_rule(after) << ": " << leps_verdict_word(leps_result_verdict(before))
              << " -> " << leps_verdict_word(leps_result_verdict(after));
    if (leps_result_is_fragile(before) && !leps_result_is_fragile(after)) {
      std::cout << ", non più fragile";
    }
    std::cout << '\n';
  }
}

void run(const std::vector<File> &rules, const std::vector<File> &data_files) {
  const auto rulebook = make<Rulebook>([&](leps_rulebook **out, leps_diagnostics **found) {
    const auto files = texts(rules);
    return leps_rulebook_compile(out, found, files.data(), files.size(), nullptr);
  });
  const auto data = make<Data>([&](leps_data **out, leps_diagnostics **found) {
    const auto files = texts(data_files);
    return leps_data_load(out, found, rulebook.get(), files.data(), files.size(), nullptr);
  });
  const auto results = make<Results>([&](leps_results **out, leps_diagnostics **) {
    return leps_evaluate(out, rulebook.get(), data.get(), nullptr);
  });

  print_summary(results.get());
  const std::vector<Move> all = moves(results.get());
  if (all.empty()) return;
  std::cout << "\nSe ogni Ambito portasse le sue leve al livello:\n";
  for (const Move &move : all) {
    std::cout << "  " << move.ambito << ' ' << move.year << ", " << move.lever << ": da "
              << move.from << " a " << move.to << '\n';
  }
  std::cout << "\ncambierebbe:\n";
  print_differences(what_if(results.get(), all).get());
}

}  // namespace

int main(int argc, char **argv) {
  if (argc < 3) {
    std::cerr << "uso: regional REGOLE DATI...\n";
    return 2;
  }
  try {
    std::vector<File> rules, data;
    add_files(rules, argv[1], {".leps"});
    for (int i = 2; i < argc; ++i) {
      add_files(data, argv[i], {".yaml", ".yml", ".json", ".csv", ".xlsx", ".ods"});
    }
    run(rules, data);
    return 0;
  } catch (const std::exception &failure) {
    std::cerr << failure.what() << '\n';
    return 1;
  }
}
