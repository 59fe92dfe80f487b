// What many objects of `leps-results/1` have in common: bounds, units, names, sources.
#pragma once

#include "eval/value.hpp"
#include "explain/explain.hpp"
#include "gap/way.hpp"
#include "json/json_writer.hpp"
#include "words/format.hpp"
#include "words/formula.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace leps::inline reports {

/// Every function writes fields of the object that is open.
class JsonParts {
 public:
  JsonParts(const Typed& typed, JsonWriter& json) : typed_(typed), json_(json) {}

  void text_or_null(std::string_view name, const std::string& text) {
    json_.key(name);
    text.empty() ? json_.value(nullptr) : json_.value(text);
  }

  template <class Key, class Row>
  void optional_name(std::string_view name, const std::optional<Key>& id,
                     const IdMap<Key, Row>& rows) {
    json_.key(name);
    id ? json_.value(rows[*id].name) : json_.value(nullptr);
  }

  void day(std::string_view name, const std::optional<Day>& day) {
    json_.key(name);
    day ? json_.value(to_iso(*day)) : json_.value(nullptr);
  }

  void bound(std::string_view name, const Bound& bound) {
    json_.key(name);
    bound.finite() ? json_.value(to_string(bound.value())) : json_.value(nullptr);
  }

  void range(const Interval& interval) {
    bound("lo", interval.lo);
    bound("hi", interval.hi);
  }

  void unit(const Unit& unit) {
    json_.key("unit");
    unit.none() ? json_.value(nullptr) : json_.value(to_string(unit));
  }

  /// An interval, with its unit where one is given.
  void interval(std::string_view name, const std::optional<Interval>& interval,
                const Unit* of = nullptr) {
    json_.key(name);
    if (!interval) return json_.value(nullptr);
    json_.object([&] {
      range(*interval);
      if (of) unit(*of);
    });
  }

  /// @param year  of the result
  template <class Data>  // a DatumSet, or a vector of MissingDatum
  requires requires(const Data& data) { MissingDatum(*data.begin()); }
  void names(std::string_view name, const Data& data, int year) {
    json_.array(name, data,
                [&](const MissingDatum& each) { json_.value(name_of(each, typed_, year)); });
  }
  void names(std::string_view name, const std::vector<ParameterId>& parameters) {
    json_.array(name, parameters, [&](ParameterId id) { json_.value(typed_.parameters[id].name); });
  }
  void texts(std::string_view name, const std::vector<std::string>& texts) {
    json_.array(name, texts, [&](const std::string& text) { json_.value(text); });
  }
  void formulas(std::string_view name, const DivisorSet& divisors) {
    json_.array(name, divisors,
                [&](typed::ExprId id) { json_.value(formula(id, typed_, Language::italian)); });
  }

  /// Whether a lever, or a total, goes down; null where what is missing decides.
  void decrease(Way way) {
    json_.key("decrease");
    way == Way::unknown ? json_.value(nullptr) : json_.value(way == Way::down);
  }

  void possible(const VerdictSet& set) {
    json_.key("possible");
    json_.begin_array();
    for (const Verdict verdict : kVerdicts) {
      if (set.has(verdict)) json_.value(to_string(verdict));
    }
    json_.end_array();
  }

  void confidence(const std::optional<Confidence>& confidence) {
    json_.key("confidence");
    confidence ? json_.value(word_of(*confidence)) : json_.value(nullptr);
  }
  static std::string_view word_of(Confidence confidence) {
    switch (confidence) {
      case Confidence::verificato:
        return "verificato";
      case Confidence::da_verificare:
        return "da_verificare";
      case Confidence::ipotesi:
        break;
    }
    return "ipotesi";
  }

  void sources(const std::vector<SourceOfLawId>& ids) {
    json_.array("sources", ids, [&](SourceOfLawId id) {
      const typed::SourceOfLaw& source = typed_.sources[id];
      json_.object([&] {
        json_.field("name", source.name);
        json_.field("title", source.title);
        text_or_null("urn", source.urn);
        text_or_null("url", source.url);
      });
    });
  }

 protected:
  const Typed& typed_;
  JsonWriter& json_;
};

}  // namespace leps::inline reports
