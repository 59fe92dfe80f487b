// The deletion measure: delete one character at every position of every shipped pack and run its
// data. A typing error must never change a result in silence: the variants that are accepted and
// give another result, digits and texts aside, must be none.
#include "deletion/variants.hpp"
#include "diagnostics/expand_paths.hpp"
#include "diagnostics/load_source.hpp"
#include "examples/example_facts.hpp"
#include "pipeline.hpp"
#include "report/write_json.hpp"
#include "syntax/parse.hpp"
#include "syntax/print.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <atomic>
#include <cstdlib>
#include <iostream>
#include <mutex>
#include <random>
#include <string>
#include <thread>
#include <vector>

using namespace leps;

namespace {

// Every position takes half an hour, and under the sanitizers a night: one in so many; another
// seed takes others. LEPS_ONE_IN=1 measures them all.
#if defined(LEPS_SANITIZED)
constexpr std::size_t kUsualOneIn = 200;
#else
constexpr std::size_t kUsualOneIn = 8;
#endif

std::size_t one_in() {
  const char* given = std::getenv("LEPS_ONE_IN");
  const std::size_t asked = given ? std::strtoul(given, nullptr, 10) : kUsualOneIn;
  return std::max<std::size_t>(1, asked);
}

// Of the fixtures, evenly, so many files: beside the packs' own examples, which reach every rule.
constexpr std::size_t kDataFiles = 12;

struct Texts {
  std::vector<std::string> names, texts;
};

Texts read(const std::string& folder, const std::string& extension) {
  DiagnosticBag bag;
  SourceMap sources;
  Texts read;
  for (const std::string& path : expand_paths({folder}, {extension}, bag)) {
    const auto id = load_source(sources, path, kMaxDataBytes, bag);
    REQUIRE(id);
    read.names.push_back(path);
    read.texts.emplace_back(sources.text(*id));
  }
  REQUIRE_FALSE(bag.has_errors());
  return read;
}

Texts read_data() {
  const Texts all = read(LEPS_ROOT "/fixtures", ".yaml");
  Texts some;
  const std::size_t step = (all.names.size() + kDataFiles - 1) / kDataFiles;
  for (std::size_t i = 0; i < all.names.size(); i += std::max<std::size_t>(step, 1)) {
    some.names.push_back(all.names[i]);
    some.texts.push_back(all.texts[i]);
  }
  return some;
}

// Everything that the packs say about their own examples and about the data, or nothing where the
// rules or the data that follow them are refused. Places are left out: every later one moves.
std::optional<std::string> results(const Texts& rules, const Texts& data) {
  DiagnosticBag bag;
  SourceMap sources;
  for (std::size_t i = 0; i < rules.names.size(); ++i) sources.add(rules.names[i], rules.texts[i]);
  std::optional<Rulebook> rulebook = compile(sources, bag);
  if (!rulebook) return std::nullopt;

  std::vector<SourceId> files;
  for (std::size_t i = 0; i < data.names.size(); ++i) {
    files.push_back(sources.add(data.names[i], data.texts[i]));
  }
  DataSet facts = load(*rulebook, sources, {.documents = files}, bag);
  if (bag.has_errors()) return std::nullopt;
  for (const ExampleId example : rulebook->typed.examples.keys()) {
    const DataSet given = facts_of(rulebook->typed.examples[example], *rulebook);
    facts.insert(facts.end(), given.begin(), given.end());
  }
  // What only labels the results: fingerprints of the bytes, names of packs and of orderings. (A
  // slip in the name that two files of a pack share is refused.)
  rulebook->sources.clear();
  for (const PackId pack : rulebook->typed.packs.keys()) rulebook->typed.packs[pack].name.clear();
  for (typed::Ordering& ordering : rulebook->typed.orderings) ordering.name.clear();
  return write_json(assess(*rulebook, sources, facts, std::nullopt));
}

// A file in its canonical layout, or nothing where it cannot be parsed. A file that cannot be
// parsed by itself cannot be parsed among others, and one that reads the same says the same: most
// variants end here.
std::optional<std::string> canonical(const std::string& name, const std::string& text) {
  DiagnosticBag bag;
  SourceMap sources;
  sources.add(name, text);
  const ast::Program program = parse(sources, bag);
  if (bag.has_errors()) return std::nullopt;
  return print(program, program.files.front(), Language::italian);
}

struct Count {
  std::size_t tried = 0, refused = 0, same = 0;
  std::vector<std::string> different;
};

// Tries every deletion in the first `own` files of a set of packs on all the processors.
Count measure(const Texts& pack, std::size_t own, const Texts& data, std::mt19937& random) {
  struct Variant {
    std::size_t file;
    Deletion deletion;
  };
  const std::size_t every = one_in();
  std::vector<Variant> variants;
  for (std::size_t file = 0; file < own; ++file) {
    for (const Deletion& deletion : deletions(pack.texts[file])) {
      if (every == 1 || random() % every == 0) variants.push_back({file, deletion});
    }
  }
  const std::optional<std::string> expected = results(pack, data);
  REQUIRE(expected);

  std::vector<std::optional<std::string>> unchanged;
  for (std::size_t file = 0; file < own; ++file) {
    unchanged.push_back(canonical(pack.names[file], pack.texts[file]));
    REQUIRE(unchanged.back());
  }

  Count count;
  std::mutex guard;
  std::atomic<std::size_t> next = 0;
  const auto work = [&] {
    for (std::size_t i = next++; i < variants.size(); i = next++) {
      const auto& [file, deletion] = variants[i];
      Texts changed = pack;
      changed.texts[file].erase(deletion.begin, deletion.length);
      const auto read = canonical(changed.names[file], changed.texts[file]);
      std::optional<std::string> found;
      if (read) found = *read == *unchanged[file] ? expected : results(changed, data);

      const std::lock_guard lock(guard);
      ++count.tried;
      if (!found) {
        ++count.refused;
      } else if (*found == *expected) {
        ++count.same;
      } else {
        count.different.push_back(pack.names[file] + ": " + describe(pack.texts[file], deletion));
      }
    }
  };
  std::vector<std::thread> threads;
  for (unsigned i = 0; i < std::max(2U, std::thread::hardware_concurrency()); ++i) {
    threads.emplace_back(work);
  }
  for (std::thread& thread : threads) thread.join();
  return count;
}

}  // namespace

TEST_CASE("deletion: digits, texts and comments are aside, each text is tried once") {
  struct Row {
    std::string why;
    const char* text;
    const char* tried;  // the characters that are deleted, in order
  };
  const Row rows[] = {
      {"every character of a name", "dato", "dato"},
      {"a run of the same character gives the same text", "a  e\n\n\ne", "a e\ne"},
      {"a text, not its quotes", "nota \"due parole\"", "nota \"\""},
      {"a comment, not its ends", "/* ciao */ e", "/**/ e"},
      {"a number and its separators", "1 FTE ogni 5.000,5", " FTE ogni "},
      {"a percent sign says what the number is", "90% di", "% di"},
      {"a fraction, as the number that it is", "9/10 di x/7", " di x/"},
      {"digits within a name are the name's", "l178_c7", "l178_c7"},
      {"a date's dashes", "2021-01-31", "--"},
      {"an address", "urn urn:nir:1~art2\ne", "urn \ne"},
      {"a letter of two bytes", "sì", "sì"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.why);
    const std::string text = row.text;
    std::string tried;
    for (const Deletion& deletion : deletions(text)) {
      tried += text.substr(deletion.begin, deletion.length);
    }
    CHECK(tried == row.tried);
  }
}

TEST_CASE("deletion: no character deleted from a shipped pack changes a result in silence") {
  const char* given = std::getenv("LEPS_SEED");
  const unsigned seed = given ? static_cast<unsigned>(std::atoi(given)) : 20250101U;
  std::mt19937 random(seed);
  const Texts data = read_data();
  std::cout << "seed " << seed << ", one position in " << one_in() << ", " << data.names.size()
            << " files of data\n";

  const Texts national = read(LEPS_ROOT "/rules/nazionale", ".leps");
  const Texts preview = read(LEPS_ROOT "/rules/anteprima_2027", ".leps");
  const Texts regional = read(LEPS_ROOT "/rules/lombardia", ".leps");
  struct Row {
    const char* pack;
    Texts own;
    Texts beside;  // the data speak of these rules too
  };
  for (const auto& [pack, own, beside] :
       {Row{"nazionale", national, Texts()}, Row{"anteprima_2027", preview, national},
        Row{"lombardia", regional, national}}) {
    Texts all = own;
    all.names.insert(all.names.end(), beside.names.begin(), beside.names.end());
    all.texts.insert(all.texts.end(), beside.texts.begin(), beside.texts.end());
    const Count count = measure(all, own.names.size(), data, random);
    std::cout << pack << ": " << count.tried << " deletions, " << count.refused << " refused, "
              << count.same << " with the same results, " << count.different.size()
              << " different\n";
    for (const std::string& variant : count.different) {
      CAPTURE(variant);
      CHECK_MESSAGE(false, "accepted, and gives another result");
    }
    CHECK(count.refused > count.same);  // a pack of which most could be deleted would say nothing
  }
}

TEST_CASE("deletion: nor one deleted from a pack that changes the rules of another") {
  const char* given = std::getenv("LEPS_SEED");
  std::mt19937 random(given ? static_cast<unsigned>(std::atoi(given)) : 20250101U);
  const Texts both = read(LEPS_ROOT "/tests/golden/doc/good/modifiche", ".leps");
  REQUIRE(both.names.size() == 2);
  REQUIRE(both.names[1].ends_with("regione.leps"));
  const Texts pack = {{both.names[1], both.names[0]}, {both.texts[1], both.texts[0]}};
  const Count count = measure(pack, 1, Texts(), random);
  for (const std::string& variant : count.different) {
    CAPTURE(variant);
    CHECK_MESSAGE(false, "accepted, and gives another result");
  }
  CHECK(count.refused > count.same);
}
