// What a program may try must be answered, never crash; a handle must outlive those that it was
// made from; what failed makes nothing. A byte is read in the same order by every compiler, so none
// is read among the arguments of a call: make_capi_seeds.py writes in that order.
#include "fuzz/capi_machine.hpp"

#include "fuzz/harness.hpp"

#include <leps/leps.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <deque>
#include <string>
#include <utility>

using leps::broken;

namespace {

constexpr const char* kPack = R"(pacchetto prova versione "1"
fonte l "Legge"
unità abitanti, FTE
categoria LEPS "Livello"
dato popolazione : abitanti "Popolazione"  almeno 1  intero
dato operatori : FTE "Operatori"  almeno 0
dato attivo : sì/no "Attivo"
elenco sedi "Sedi"
  campo posti : numero "Posti"
regola organico "Organico"
  categoria LEPS
  secondo l
  in vigore dal 1 gennaio 2021
  requisito livello: operatori almeno 1 FTE ogni 5.000 abitanti di popolazione
    si colma con operatori
  requisito aperto: (attivo o (conta(s in sedi) almeno 1))
)";
constexpr const char* kLayer = "pacchetto sopra versione \"1\"\n  estende prova versione \"1\"\n";
constexpr const char* kYaml =
    "ambito: lago\nanni:\n  2025:\n    dati:\n      popolazione: 9\n      operatori: [0, 4]\n";

/// The bytes that are left, as choices.
class Choices {
 public:
  Choices(const std::uint8_t* bytes, std::size_t size) : at_(bytes), end_(bytes + size) {}
  [[nodiscard]] bool done() const { return at_ == end_; }
  std::uint8_t byte() { return at_ == end_ ? std::uint8_t{0} : *at_++; }
  std::size_t below(std::size_t count) { return byte() % count; }

  /// One of the words that mean something, nothing at all, or whatever stands in the input.
  const char* word() {
    constexpr std::array<const char*, 20> kWords = {
        nullptr,      "lago",       "popolazione", "operatori", "attivo", "sedi",    "posti",
        "12",         "[0, 4]",     "sì",          "n.d.",      "",       "livello", "organico",
        "2025-12-31", "{posti: 3}", "nome",        "stato",     "\xE8",   "aperto"};
    const std::size_t choice = below(kWords.size() + 2);
    if (choice < kWords.size()) return kWords[choice];
    const std::size_t length =
        std::min<std::size_t>(below(24), static_cast<std::size_t>(end_ - at_));
    words_.emplace_back(reinterpret_cast<const char*>(at_), length);
    at_ += length;
    return words_.back().c_str();
  }

 private:
  const std::uint8_t* at_;
  const std::uint8_t* end_;
  std::deque<std::string> words_;  // whose places never change
};

constexpr std::size_t kSlots = 4;

template <class Handle, void (*kFree)(Handle*)>
class Slots {
 public:
  Slots() = default;
  Slots(const Slots&) = delete;
  Slots& operator=(const Slots&) = delete;
  ~Slots() {
    for (Handle* handle : all_) kFree(handle);
  }
  Handle* at(std::size_t slot) { return all_[slot]; }
  [[nodiscard]] bool has(std::size_t slot) const { return all_[slot] != nullptr; }
  /// What a call made, which must agree with its status.
  void put(std::size_t slot, Handle* made, leps_status status, leps_status also = LEPS_OK) {
    if (made && status != LEPS_OK && status != also) broken("what failed makes nothing");
    if (!made && status == LEPS_OK) broken("what went well makes something");
    if (status == LEPS_ERROR_INTERNAL) broken("nothing is an internal error");
    kFree(all_[slot]);
    all_[slot] = made;
  }
  void free(std::size_t slot) {
    kFree(all_[slot]);
    all_[slot] = nullptr;
  }

 private:
  std::array<Handle*, kSlots> all_{};
};

class Machine {
 public:
  explicit Machine(Choices& choices) : choices_(choices) {}

  std::vector<std::string> run() {
    // Each handle may be used wherever one of its kind can be, whatever came of it.
    for (int steps = 0; steps < 64 && !choices_.done(); ++steps) step();
    check_answers();
    return std::move(done_);
  }

 private:
  std::size_t slot() { return choices_.below(kSlots); }

  leps_status did(const char* what, leps_status status) {
    constexpr std::array<const char*, 8> kAnswers = {"ok",     "rules",    "data",  "argument",
                                                     "memory", "internal", "limit", "cancelled"};
    done_.push_back(std::string(what) + " " + kAnswers.at(static_cast<std::size_t>(status)));
    return status;
  }

  static bool include(void* user, const char*, leps_files* files) {
    auto& machine = *static_cast<Machine*>(user);
    Choices& choices = machine.choices_;
    const char* text = choices.below(2) == 0 ? kPack : choices.word();
    const char* name = choices.word();
    machine.did("include", leps_files_add(files, name, text, text ? std::strlen(text) : 0));
    return choices.below(2) == 0;
  }

  leps_control control() {
    leps_control control = LEPS_CONTROL_INIT;
    left_ = choices_.byte();
    control.user = &left_;
    if (choices_.below(4) == 0) {
      control.cancelled = [](void* user) { return (*static_cast<std::size_t*>(user))-- == 0; };
    }
    control.log = [](void*, leps_log_level, const char* line) {
      if (std::strpbrk(line, "\r\n")) broken("a log is made of lines");
    };
    if (choices_.below(8) == 0) control.max_results = choices_.byte();
    if (choices_.below(8) == 0) control.max_input = choices_.byte();
    if (choices_.below(8) == 0) control.max_nesting = choices_.byte();
    return control;
  }

  void step() {
    const leps_control limits = control();
    const leps_control* given = choices_.below(2) == 0 ? &limits : nullptr;
    switch (choices_.below(12)) {
      case 0:
        return compile(given);
      case 1:
        return load(given);
      case 2:
        return evaluate(given);
      case 3:
        return what_if(given);
      case 4:
        return build(given);
      case 5:
        return finish(given);
      case 6:
        return explain();
      case 7:
        return judge(given);
      default:
        return free();
    }
  }

  void compile(const leps_control* control) {
    leps_compile_options options = LEPS_COMPILE_OPTIONS_INIT;
    options.control = control;
    if (choices_.below(2) == 0) options.include = include;
    options.include_user = this;
    const std::array<const char*, 4> packs = {kPack, kPack, kLayer, choices_.word()};
    const char* text = packs[choices_.below(packs.size())];
    const leps_text file = {"prova.leps", text, text ? std::strlen(text) : 1};
    leps_rulebook* made = nullptr;
    leps_diagnostics* found = nullptr;
    const leps_status status =
        did("compile", leps_rulebook_compile(&made, &found, &file, 1, &options));
    rulebooks_.put(slot(), made, status);
    diagnostics_.put(slot(), found, status, found ? status : LEPS_OK);
  }

  void load(const leps_control* control) {
    leps_load_options options = LEPS_LOAD_OPTIONS_INIT;
    options.control = control;
    const char* text = choices_.below(2) == 0 ? kYaml : choices_.word();
    const std::array<const char*, 4> names = {"a.yaml", "a.json", "a.csv", "a.xlsx"};
    const leps_text file = {names[choices_.below(names.size())], text,
                            text ? std::strlen(text) : 0};
    leps_data* made = nullptr;
    leps_diagnostics* found = nullptr;
    const leps_rulebook* rulebook = rulebooks_.at(slot());
    const leps_status status =
        did("load", leps_data_load(&made, &found, rulebook, &file, 1, &options));
    data_.put(slot(), made, status);
    diagnostics_.put(slot(), found, status, found ? status : LEPS_OK);
  }

  void evaluate(const leps_control* control) {
    leps_evaluate_options options = LEPS_EVALUATE_OPTIONS_INIT;
    options.control = control;
    if (choices_.below(4) == 0) options.ordering = choices_.word();
    const char* key = choices_.word();
    if (choices_.below(4) == 0) {
      options.ambiti = &key;
      options.ambito_count = choices_.below(2);
    }
    if (choices_.below(4) == 0) options.year = 2025;
    leps_results* made = nullptr;
    const leps_rulebook* rulebook = rulebooks_.at(slot());
    const leps_data* data = data_.at(slot());
    const leps_status status = did("evaluate", leps_evaluate(&made, rulebook, data, &options));
    results_.put(slot(), made, status);
  }

  void what_if(const leps_control* control) {
    const leps_change change = {choices_.word(), 2025, choices_.word(), choices_.word()};
    leps_results* made = nullptr;
    leps_diagnostics* found = nullptr;
    const leps_results* base = results_.at(slot());
    const leps_status status =
        did("what_if", leps_what_if(&made, &found, base, &change, 1, control));
    results_.put(slot(), made, status);
    diagnostics_.put(slot(), found, status, found ? status : LEPS_OK);
  }

  void build(const leps_control*) {
    const std::size_t where = slot();
    if (!builders_.at(where)) {
      leps_builder* made = nullptr;
      builders_.put(where, made, leps_builder_new(nullptr));
      const leps_status status = leps_builder_new(&made);
      builders_.put(where, made, status);
      leps_builder_begin(made, "lago", 2025);
    }
    leps_builder* builder = builders_.at(where);
    for (std::size_t calls = choices_.below(8); calls > 0; --calls) {
      const char* first = choices_.word();
      const char* second = choices_.word();
      switch (choices_.below(8)) {
        case 0:
          did("begin",
              leps_builder_begin(builder, first, 2020 + static_cast<int>(choices_.below(8))));
          break;
        case 1:
          did("set_from", leps_builder_set_from(builder, first, second, "Ambito", choices_.word()));
          break;
        case 2:
          did("list", leps_builder_list(builder, first));
          break;
        case 3:
          did("row", leps_builder_row(builder, first));
          break;
        case 4:
          did("field", leps_builder_field(builder, first, second));
          break;
        case 5:
          did("describe", leps_builder_describe(builder, first, second));
          break;
        case 6:
          did("group", leps_builder_group(builder, first, second));
          break;
        default:
          did("set", leps_builder_set(builder, first, second));
          break;
      }
    }
  }

  void finish(const leps_control* control) {
    leps_load_options options = LEPS_LOAD_OPTIONS_INIT;
    options.control = control;
    leps_data* made = nullptr;
    leps_diagnostics* found = nullptr;
    const leps_builder* builder = builders_.at(slot());
    const leps_rulebook* rulebook = rulebooks_.at(slot());
    const leps_status status =
        did("finish", leps_builder_finish(&made, &found, builder, rulebook, &options));
    data_.put(slot(), made, status);
    diagnostics_.put(slot(), found, status, found ? status : LEPS_OK);
  }

  void explain() {
    const leps_results* results = results_.at(slot());
    const leps_results* others = results_.at(slot());
    const leps_result* result = leps_results_at(others, choices_.below(3));
    leps_explanation* made = nullptr;
    const leps_status status = did("explain", leps_explain(&made, results, result));
    if (status == LEPS_OK && !leps_explanation_text(made, LEPS_ENGLISH)) {
      broken("an explanation has words");
    }
    explanations_.put(slot(), made, status);
    leps_break_even* turn = nullptr;
    const char* requirement = choices_.word();
    const char* lever = choices_.word();
    const leps_status found =
        did("break_even", leps_compute_break_even(&turn, results, result, requirement, lever));
    leps_quantity_lo(leps_break_even_value(turn));
    break_evens_.put(slot(), turn, found);
  }

  void judge(const leps_control* control) {
    leps_diagnostics* found = nullptr;
    const leps_rulebook* read = rulebooks_.at(slot());
    const leps_status status = did("lint", leps_rulebook_lint(&found, read, control));
    diagnostics_.put(slot(), found, status);
    leps_examples* examples = nullptr;
    const leps_rulebook* run = rulebooks_.at(slot());
    did("run_examples", leps_rulebook_run_examples(&examples, run, control));
    leps_examples_free(examples);
  }

  void free() {
    free_one("rulebook", rulebooks_);
    free_one("data", data_);
    free_one("builder", builders_);
    if (choices_.below(2) == 0) free_one("results", results_);
    free_one("explanation", explanations_);
  }

  template <class OfItsKind>
  void free_one(const char* kind, OfItsKind& all) {
    const std::size_t where = slot();
    if (all.has(where)) done_.push_back(std::string("free ") + kind);
    all.free(where);
  }

  // What is left says what it said, even where all that it was made from is gone.
  void check_answers() {
    for (std::size_t i = 0; i < kSlots; ++i) {
      rulebooks_.free(i);
      data_.free(i);
    }
    for (std::size_t i = 0; i < kSlots; ++i) {
      const leps_results* results = results_.at(i);
      if (!results) continue;
      if (!leps_results_json(results, nullptr)) broken("results have their JSON");
      for (std::size_t k = 0; k < leps_results_difference_count(results); ++k) {
        const leps_difference* each = leps_results_difference(results, k);
        if (!leps_result_rule(leps_difference_before(each)) ||
            !leps_result_rule(leps_difference_after(each))) {
          broken("a difference is between two results");
        }
      }
      const leps_result* last = leps_results_at(results, leps_results_count(results) - 1);
      if (leps_results_count(results) > 0 && !leps_verdict_word(leps_result_verdict(last))) {
        broken("every result has a verdict");
      }
    }
    for (std::size_t i = 0; i < kSlots; ++i) {
      const leps_diagnostics* all = diagnostics_.at(i);
      if (all && !leps_diagnostics_json(all, nullptr)) broken("findings have their JSON");
      for (std::size_t k = 0; k < leps_diagnostics_count(all); ++k) {
        if (!leps_diagnostic_text(leps_diagnostics_at(all, k), LEPS_ITALIAN)) {
          broken("every finding has its words");
        }
      }
    }
  }

  Choices& choices_;
  std::vector<std::string> done_;
  std::size_t left_ = 0;
  Slots<leps_rulebook, leps_rulebook_free> rulebooks_;
  Slots<leps_data, leps_data_free> data_;
  Slots<leps_builder, leps_builder_free> builders_;
  Slots<leps_results, leps_results_free> results_;
  Slots<leps_explanation, leps_explanation_free> explanations_;
  Slots<leps_break_even, leps_break_even_free> break_evens_;
  Slots<leps_diagnostics, leps_diagnostics_free> diagnostics_;
};

}  // namespace

namespace leps {

std::vector<std::string> call_capi(const std::uint8_t* bytes, std::size_t size) {
  Choices choices(bytes, size);
  return Machine(choices).run();
}

}  // namespace leps
