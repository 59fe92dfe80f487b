// leps_compile_options.include: the packs that others extend, asked for by name.
#include "session.hpp"

#include <doctest/doctest.h>

#include <map>

using namespace capi;

namespace {

/// A pack that declares a datum, and perhaps stands on another.
std::string pack(const std::string& name, const std::string& extends = {}) {
  std::string text = "pacchetto " + name + " versione \"1\"";
  if (!extends.empty()) text += "\n  estende " + extends + " versione \"1\"";
  const std::string datum = name.substr(name.find('.') + 1);
  return text + "\nunità posti_" + datum + "\ndato " + datum + " : posti_" + datum +
         " \"Un dato\"\n";
}

/// What an include callback has to give, by pack, and what it was asked for.
struct Shelf {
  std::map<std::string, std::vector<File>> packs;
  std::vector<std::string> asked;
  std::vector<leps_status> added;
  bool deny = false;  // adds the files, and then says that there are none

  static bool include(void* user, const char* name, leps_files* files) {
    Shelf& shelf = *static_cast<Shelf*>(user);
    shelf.asked.emplace_back(name);
    const auto found = shelf.packs.find(name);
    if (found == shelf.packs.end()) return false;
    for (const File& file : found->second) {
      shelf.added.push_back(
          leps_files_add(files, file.name.c_str(), file.text.data(), file.text.size()));
    }
    return !shelf.deny;
  }
};

struct Compiled {
  leps_status status;
  RulebookHandle rulebook;
  DiagnosticsHandle diagnostics;

  [[nodiscard]] std::string codes() const {
    std::string all;
    for (size_t i = 0; i < leps_diagnostics_count(diagnostics.get()); ++i) {
      all += std::string(all.empty() ? "" : " ") +
             leps_diagnostic_code(leps_diagnostics_at(diagnostics.get(), i));
    }
    return all;
  }
};

Compiled compile_from(Shelf& shelf, const File& file, const leps_control* control = nullptr) {
  leps_compile_options options = LEPS_COMPILE_OPTIONS_INIT;
  options.control = control;
  options.include = Shelf::include;
  options.include_user = &shelf;
  const leps_text text = {file.name.c_str(), file.text.data(), file.text.size()};
  leps_rulebook* rulebook = nullptr;
  leps_diagnostics* diagnostics = nullptr;
  const leps_status status = leps_rulebook_compile(&rulebook, &diagnostics, &text, 1, &options);
  return {status, RulebookHandle(rulebook), DiagnosticsHandle(diagnostics)};
}

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("leps.h: what a pack extends is asked for, and what that extends in turn, once each") {
  Shelf shelf;
  shelf.packs["prova.regione"] = {{"regione.leps", pack("prova.regione", "prova.stato")},
                                  {"regione_2.leps",
                                   "pacchetto prova.regione versione \"1\"\n"
                                   "  estende prova.stato versione \"1\"\n"}};
  shelf.packs["prova.stato"] = {{"stato.leps", pack("prova.stato")}};
  const Compiled made = compile_from(shelf, {"comune.leps", pack("prova.comune", "prova.regione")});
  CHECK(made.status == LEPS_OK);
  CHECK(made.codes() == "");
  CHECK(shelf.asked == Names{"prova.regione", "prova.stato"});
  CHECK(shelf.added == std::vector<leps_status>(3, LEPS_OK));
}

TEST_CASE("leps.h: a pack that is among the files is not asked for") {
  Shelf shelf;
  const Compiled made = compile_from(shelf, {"stato.leps", pack("prova.stato")});
  CHECK(made.status == LEPS_OK);
  CHECK(shelf.asked.empty());
  // An included file may be of another pack than the one asked for; it then is known too.
  shelf.packs["prova.regione"] = {{"regione.leps", pack("prova.regione", "prova.stato")},
                                  {"stato.leps", pack("prova.stato")}};
  CHECK(compile_from(shelf, {"c.leps", pack("prova.comune", "prova.regione")}).status == LEPS_OK);
  CHECK(shelf.asked == Names{"prova.regione"});
}

TEST_CASE("leps.h: packs that extend each other come to an end") {
  Shelf shelf;
  shelf.packs["prova.b"] = {{"b.leps", pack("prova.b", "prova.c")}};
  shelf.packs["prova.c"] = {{"c.leps", pack("prova.c", "prova.a")}};
  const Compiled made = compile_from(shelf, {"a.leps", pack("prova.a", "prova.b")});
  CHECK(made.status == LEPS_ERROR_RULES);
  CHECK(shelf.asked == Names{"prova.b", "prova.c"});
  CHECK(made.codes().find("layer/circle") != std::string::npos);
}

TEST_CASE("leps.h: a pack that nobody has is reported at its place") {
  Shelf shelf;
  const File file = {"a.leps", pack("prova.a", "prova.b")};
  Compiled made = compile_from(shelf, file);
  CHECK(made.status == LEPS_ERROR_RULES);
  CHECK(made.codes() == "layer/unknown-pack");
  const leps_place* place = leps_diagnostic_place(leps_diagnostics_at(made.diagnostics.get(), 0));
  CHECK(leps_place_source(place) == std::string("a.leps"));
  CHECK(leps_place_line(place) == 2);

  // Files that were added before the callback said no are not there.
  shelf.packs["prova.b"] = {{"b.leps", pack("prova.b")}};
  shelf.deny = true;
  made = compile_from(shelf, file);
  CHECK(made.codes() == "layer/unknown-pack");
  CHECK(shelf.asked == Names{"prova.b", "prova.b"});

  // Nor does one that adds nothing make the pack known.
  shelf.deny = false;
  shelf.packs["prova.b"] = {};
  CHECK(compile_from(shelf, file).codes() == "layer/unknown-pack");
}

TEST_CASE("leps.h: mistakes of included files are reported in them, and only those") {
  Shelf shelf;
  shelf.packs["prova.b"] = {
      {"b.leps", "pacchetto prova.b versione \"1\"\ndato x : numero \"\xE8\""}};
  const File file = {"a.leps", pack("prova.a", "prova.b")};
  Compiled made = compile_from(shelf, file);
  CHECK(made.status == LEPS_ERROR_RULES);
  CHECK(made.codes() == "text/not-utf8");
  shelf.packs["prova.b"] = {{"b.leps", pack("prova.b") + "dato y : cavalli \"Y\"\n"}};
  made = compile_from(shelf, file);
  REQUIRE(leps_diagnostics_count(made.diagnostics.get()) == 1);
  CHECK(leps_place_source(leps_diagnostic_place(leps_diagnostics_at(made.diagnostics.get(), 0))) ==
        std::string("b.leps"));
}

TEST_CASE("leps.h: leps_files_add takes what leps_rulebook_compile takes") {
  struct Adder {
    std::vector<leps_status> answers;
    static bool include(void* user, const char*, leps_files* files) {
      auto& answers = static_cast<Adder*>(user)->answers;
      answers.push_back(leps_files_add(nullptr, "b.leps", "", 0));
      answers.push_back(leps_files_add(files, nullptr, "", 0));
      answers.push_back(leps_files_add(files, "\xE8.leps", "", 0));
      answers.push_back(leps_files_add(files, "b.leps", nullptr, 1));
      std::string text = pack("prova.b");
      answers.push_back(leps_files_add(files, "b.leps", text.data(), text.size()));
      text.assign(text.size(), 'x');  // it was copied
      return true;
    }
  } adder;
  const std::string text = pack("prova.a", "prova.b");
  const leps_text file = {"a.leps", text.data(), text.size()};
  leps_compile_options options = LEPS_COMPILE_OPTIONS_INIT;
  options.include = Adder::include;
  options.include_user = &adder;
  leps_rulebook* rulebook = nullptr;
  CHECK(leps_rulebook_compile(&rulebook, nullptr, &file, 1, &options) == LEPS_OK);
  leps_rulebook_free(rulebook);
  std::vector<leps_status> expected(4, LEPS_ERROR_ARGUMENT);
  expected.push_back(LEPS_OK);
  CHECK(adder.answers == expected);
}

TEST_CASE("leps.h: included files count against the limit of the input, and into the progress") {
  Shelf shelf;
  shelf.packs["prova.b"] = {{"b.leps", pack("prova.b")}};
  const File file = {"a.leps", pack("prova.a", "prova.b")};
  Names told;
  leps_control control = LEPS_CONTROL_INIT;
  control.user = &told;
  control.progress = [](void* user, leps_stage stage, size_t done, size_t total) {
    if (stage != LEPS_STAGE_READING) return;
    static_cast<Names*>(user)->push_back(std::to_string(done) + "/" + std::to_string(total));
  };
  control.max_input = file.text.size() + pack("prova.b").size();
  CHECK(compile_from(shelf, file, &control).status == LEPS_OK);
  CHECK(told == Names{"0/1", "1/1", "2/2"});
  control.max_input -= 1;
  CHECK(compile_from(shelf, file, &control).status == LEPS_ERROR_LIMIT);
}
