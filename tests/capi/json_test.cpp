// The results as JSON and by typed access are the same results, field by field.
#include "session.hpp"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include <map>
#include <string>

using namespace capi;
using nlohmann::json;

namespace {

json text_or_null(const char* text) { return text ? json(text) : json(nullptr); }

json bounds(const leps_quantity* quantity) {
  if (!quantity) return nullptr;
  return {{"lo", text_or_null(leps_quantity_lo(quantity))},
          {"hi", text_or_null(leps_quantity_hi(quantity))}};
}

template <class Owner>
json list(const Owner* owner, size_t (*count)(const Owner*),
          const char* (*name)(const Owner*, size_t)) {
  json names = json::array();
  for (size_t i = 0; i < count(owner); ++i) names.push_back(name(owner, i));
  return names;
}

// What typed access tells of a gap must be told by the JSON too, and the other way round.
void check_gap(const json& in_json, const leps_gap* gap) {
  REQUIRE(in_json.is_null() == (gap == nullptr));
  if (!gap) return;
  const leps_quantity* amount = leps_gap_amount(gap);
  CHECK(in_json["lo"] == text_or_null(leps_quantity_lo(amount)));
  CHECK(in_json["hi"] == text_or_null(leps_quantity_hi(amount)));
  CHECK(in_json["unit"] == text_or_null(leps_quantity_unit(amount)));
  CHECK(in_json["lever"] == text_or_null(leps_gap_lever(gap)));
  const leps_way way = leps_gap_lever_way(gap);
  CHECK(in_json["decrease"] == (way == LEPS_WAY_UNKNOWN ? json() : json(way == LEPS_WAY_DOWN)));
  CHECK(leps_gap_lever_goes_down(gap) == (way == LEPS_WAY_DOWN));
  CHECK(in_json["unreachable"] == leps_gap_is_unreachable(gap));
  CHECK(in_json["strict"] == leps_gap_is_strict(gap));
  CHECK(in_json["failing"] == list(gap, leps_gap_failing_count, leps_gap_failing));
  REQUIRE(in_json["parts"].size() == leps_gap_part_count(gap));
  for (size_t i = 0; i < leps_gap_part_count(gap); ++i) {
    check_gap(in_json["parts"][i], leps_gap_part(gap, i));
  }
  REQUIRE(in_json["alternatives"].size() == leps_gap_alternative_count(gap));
  for (size_t i = 0; i < leps_gap_alternative_count(gap); ++i) {
    check_gap(in_json["alternatives"][i], leps_gap_alternative(gap, i));
  }
}

json possible_words(const leps_result* result) {
  json words = json::array();
  for (int verdict = LEPS_SODDISFATTO; verdict <= LEPS_NON_VIGENTE; ++verdict) {
    if (leps_result_possible(result) & LEPS_VERDICT_BIT(verdict)) {
      words.push_back(leps_verdict_word(static_cast<leps_verdict>(verdict)));
    }
  }
  return words;
}

void check_result(const json& in_json, const leps_result* result) {
  CAPTURE(in_json.dump());
  CHECK(in_json["ambito"] == leps_result_ambito(result));
  CHECK(in_json["year"] == leps_result_year(result));
  CHECK(in_json["rule"] == leps_result_rule(result));
  CHECK(in_json["category"] == text_or_null(leps_result_category(result)));
  CHECK(in_json["verdict"] == leps_verdict_word(leps_result_verdict(result)));
  CHECK(in_json["possible"] == possible_words(result));
  CHECK(in_json["fragile"] == leps_result_is_fragile(result));
  CHECK(in_json["forecast"] == leps_result_is_forecast(result));
  const unsigned rank = leps_result_rank(result);
  CHECK(in_json["rank"] == (rank ? json(rank) : json(nullptr)));
  CHECK(in_json["relative_gap"] == bounds(leps_result_relative_gap(result)));
  CHECK(in_json["missing"] == list(result, leps_result_missing_count, leps_result_missing));
  CHECK(in_json["deciding"] == list(result, leps_result_deciding_count, leps_result_deciding));
  CHECK(in_json["assumptions"] ==
        list(result, leps_result_assumption_count, leps_result_assumption));

  REQUIRE(in_json["requirements"].size() == leps_result_requirement_count(result));
  for (size_t i = 0; i < leps_result_requirement_count(result); ++i) {
    const json& requirement = in_json["requirements"][i];
    const leps_requirement* typed = leps_result_requirement(result, i);
    CHECK(requirement["name"] == leps_requirement_name(typed));
    CHECK(requirement["verdict"] == leps_verdict_word(leps_requirement_verdict(typed)));
    check_gap(requirement["gap"], leps_requirement_gap(typed));
  }
}

}  // namespace

TEST_CASE("leps.h: JSON and typed access tell the same") {
  const ResultsHandle results =
      results_of({sample_data("confine"), sample_data("lago"), sample_data("mare")});
  REQUIRE(results);
  size_t length = 0;
  const char* text = leps_results_json(results.get(), &length);
  REQUIRE(text);
  CHECK(std::string(text).size() == length);
  CHECK(leps_results_json(results.get(), nullptr) == text);  // written once
  const json all = json::parse(text);

  CHECK(all["schema"] == "leps-results/1");
  CHECK(all["rules"][0]["pack"] == "leps.esempio");
  CHECK(all["rules"][0]["sha256"].get<std::string>().size() == 64);
  CHECK(all["data"].size() == 3);
  CHECK(all["data"][0]["name"] == "confine.yaml");
  CHECK(all["data"][2]["name"] == "mare.yaml");
  REQUIRE(all["results"].size() == leps_results_count(results.get()));
  for (size_t i = 0; i < all["results"].size(); ++i) {
    check_result(all["results"][i], leps_results_at(results.get(), i));
  }
  REQUIRE(all["computed"].size() == leps_results_computed_count(results.get()));
  for (size_t i = 0; i < all["computed"].size(); ++i) {
    const json& amount = all["computed"][i];
    const leps_computed* computed = leps_results_computed_at(results.get(), i);
    const leps_quantity* quantity = leps_computed_amount(computed);
    CHECK(amount["ambito"] == leps_computed_ambito(computed));
    CHECK(amount["year"] == leps_computed_year(computed));
    CHECK(amount["name"] == leps_computed_name(computed));
    CHECK(amount["lo"] == text_or_null(leps_quantity_lo(quantity)));
    CHECK(amount["hi"] == text_or_null(leps_quantity_hi(quantity)));
    CHECK(amount["unit"] == text_or_null(leps_quantity_unit(quantity)));
    CHECK(amount["value"] == text_or_null(leps_computed_value(computed)));
  }
}

TEST_CASE("leps.h: the data in the JSON are the files that were read, by name, with their hashes") {
  const auto rulebook = compile({sample_pack()});
  const auto data = load(rulebook.handle.get(), {sample_data("mare"), sample_data("lago")});
  const ResultsHandle results = evaluate(rulebook.handle.get(), data.handle.get());
  REQUIRE(results);
  std::map<std::string, std::string> typed;  // by name, as the JSON has them
  for (size_t i = 0; i < leps_data_file_count(data.handle.get()); ++i) {
    typed[leps_data_file_name(data.handle.get(), i)] = leps_data_file_sha256(data.handle.get(), i);
  }
  json expected = json::array();
  for (const auto& [name, sha256] : typed) expected.push_back({{"name", name}, {"sha256", sha256}});
  REQUIRE(expected.size() == 2);
  CHECK(json::parse(leps_results_json(results.get(), nullptr))["data"] == expected);
}

TEST_CASE("leps.h: findings as JSON and by typed access are the same") {
  const auto made = compile({{"male.leps",
                              "pacchetto prova versione \"1\"\ndato x : cavalli \"X\"\n"
                              "dato x : cavalli \"X\"\n"}});
  const leps_diagnostics* findings = made.diagnostics.get();
  REQUIRE(leps_diagnostics_count(findings) > 0);
  size_t length = 0;
  const char* text = leps_diagnostics_json(findings, &length);
  REQUIRE(text);
  CHECK(std::string(text).size() == length);
  CHECK(leps_diagnostics_json(findings, nullptr) == text);  // written once
  const json all = json::parse(text);
  REQUIRE(all.size() == leps_diagnostics_count(findings));
  for (size_t i = 0; i < all.size(); ++i) {
    const leps_diagnostic* each = leps_diagnostics_at(findings, i);
    const leps_place* place = leps_diagnostic_place(each);
    constexpr const char* kSeverities[] = {"error", "warning", "note"};
    json expected = {{"code", leps_diagnostic_code(each)},
                     {"severity", kSeverities[leps_diagnostic_severity(each)]},
                     {"file", leps_place_source(place)},
                     {"line", leps_place_line(place)},
                     {"column", leps_place_column(place)},
                     {"message",
                      {{"it", leps_diagnostic_message(each, LEPS_ITALIAN)},
                       {"en", leps_diagnostic_message(each, LEPS_ENGLISH)}}},
                     {"hints", json::array()}};
    for (size_t k = 0; k < leps_diagnostic_hint_count(each); ++k) {
      expected["hints"].push_back({{"it", leps_diagnostic_hint(each, k, LEPS_ITALIAN)},
                                   {"en", leps_diagnostic_hint(each, k, LEPS_ENGLISH)}});
    }
    expected["replacement"] = nullptr;
    if (const leps_place* with = leps_diagnostic_replacement_place(each)) {
      // On one line, as all of these: a column for each character.
      const std::string written = leps_diagnostic_replacement_text(each);
      expected["replacement"] = {
          {"file", leps_place_source(with)},
          {"line", leps_place_line(with)},
          {"column", leps_place_column(with)},
          {"end_line", leps_place_line(with)},
          {"end_column", leps_place_column(with) + leps_place_end(with) - leps_place_begin(with)},
          {"text", written},
          {"certain", leps_diagnostic_replacement_is_certain(each)}};
    }
    CHECK(all[i] == expected);
  }
  // The findings of results are those of their JSON.
  const ResultsHandle results = results_of({sample_data("lago")});
  CHECK(json::parse(leps_diagnostics_json(leps_results_diagnostics(results.get()), nullptr)) ==
        json::parse(leps_results_json(results.get(), nullptr))["diagnostics"]);
}
