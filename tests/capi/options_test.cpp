// leps_evaluate: which arguments and options it takes, and which it refuses rather than ignore.
#include "session.hpp"

#include <doctest/doctest.h>

#include <cstring>

using namespace capi;

namespace {

// The sample pack with a second ordering, which puts first what concerns most people.
File pack_with_two_orderings() {
  File pack = sample_pack();
  pack.text += "\nordine per_nome_di_categoria\n  per categoria\n";
  return pack;
}

}  // namespace

TEST_CASE("leps.h: the orderings of the packs can be listed and chosen") {
  const auto rulebook = compile({pack_with_two_orderings()});
  REQUIRE(rulebook.status == LEPS_OK);
  const leps_rulebook* rules = rulebook.handle.get();
  REQUIRE(leps_rulebook_ordering_count(rules) == 2);
  CHECK(std::string(leps_rulebook_ordering(rules, 0)) == "regionale");
  CHECK(std::string(leps_rulebook_ordering(rules, 1)) == "per_nome_di_categoria");
  CHECK(leps_rulebook_ordering(rules, 2) == nullptr);

  // Forecast of lago: dimissioni lacks most, but with categories alone equals go as the packs
  // declare them.
  const auto data = load(rules, {sample_data("lago")});
  const auto rank = [&](const char* ordering, const char* rule) {
    leps_evaluate_options options = LEPS_EVALUATE_OPTIONS_INIT;
    options.ordering = ordering;
    const ResultsHandle results = evaluate(rules, data.handle.get(), &options);
    return leps_result_rank(find(results.get(), "lago", 2025, rule));
  };
  CHECK(rank("per_nome_di_categoria", "pronto_intervento_sociale") == 1);
  CHECK(rank("per_nome_di_categoria", "dimissioni_protette") == 2);
  CHECK(rank("per_nome_di_categoria", "servizio_sociale_professionale") == 3);
  // Causes first: the PIS has the widest gap, but its cause comes before it.
  CHECK(rank("regionale", "servizio_sociale_professionale") == 1);
  CHECK(rank("regionale", "pronto_intervento_sociale") == 2);
  CHECK(rank(nullptr, "pronto_intervento_sociale") == 2);
}

TEST_CASE("leps.h: an option that cannot be honoured is refused, never ignored") {
  const auto rulebook = compile({sample_pack()});
  const auto data = load(rulebook.handle.get(), {sample_data("confine")});
  leps_results* results = nullptr;
  const auto status_of = [&](const leps_evaluate_options* options) {
    const leps_status status =
        leps_evaluate(&results, rulebook.handle.get(), data.handle.get(), options);
    leps_results_free(results);
    return status;
  };

  leps_evaluate_options options = LEPS_EVALUATE_OPTIONS_INIT;
  CHECK(status_of(&options) == LEPS_OK);
  options.ordering = "per_simpatia";
  CHECK(status_of(&options) == LEPS_ERROR_ARGUMENT);
  CHECK(results == nullptr);
  options.ordering = "";
  CHECK(status_of(&options) == LEPS_ERROR_ARGUMENT);

  options = LEPS_EVALUATE_OPTIONS_INIT;
  options.size = 0;  // never initialized
  CHECK(status_of(&options) == LEPS_ERROR_ARGUMENT);
  options.size = sizeof(size_t);
  CHECK(status_of(&options) == LEPS_ERROR_ARGUMENT);
  options.size = static_cast<size_t>(-1);
  CHECK(status_of(&options) == LEPS_ERROR_ARGUMENT);

  // A program compiled with a header of the future, whose struct has one more field.
  struct {
    leps_evaluate_options known;
    size_t future;
  } longer = {LEPS_EVALUATE_OPTIONS_INIT, 0};
  longer.known.size = sizeof longer;
  CHECK(status_of(&longer.known) == LEPS_OK);
  longer.future = 1;
  CHECK(status_of(&longer.known) == LEPS_ERROR_ARGUMENT);
}

TEST_CASE("leps.h: data are evaluated only with the rulebook they were loaded with") {
  const auto one = compile({sample_pack()});
  const auto other = compile({sample_pack()});  // the same text is still another rulebook
  const auto data = load(one.handle.get(), {sample_data("confine")});
  leps_results* results = nullptr;
  CHECK(leps_evaluate(&results, other.handle.get(), data.handle.get(), nullptr) ==
        LEPS_ERROR_ARGUMENT);
  CHECK(results == nullptr);
  CHECK(leps_evaluate(nullptr, one.handle.get(), data.handle.get(), nullptr) ==
        LEPS_ERROR_ARGUMENT);
  CHECK(leps_evaluate(&results, one.handle.get(), data.handle.get(), nullptr) == LEPS_OK);
  leps_results_free(results);
}
