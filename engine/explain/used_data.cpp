#include "explain/used_data.hpp"

#include "eval/value_of.hpp"
#include "explain/not_known.hpp"
#include "explain/sentences.hpp"
#include "words/citation.hpp"
#include "words/format.hpp"
#include "words/formula.hpp"
#include "words/narrowed_data.hpp"
#include "words/text.hpp"
#include "words/words.hpp"

#include <algorithm>

namespace leps::inline explaining {
namespace {

std::string without_underscores(std::string_view name) {
  std::string text(name);
  std::replace(text.begin(), text.end(), '_', ' ');
  return text;
}

class Use {
 public:
  Use(const Report& report, Evaluator& evaluator, Language language)
      : report_(report),
        evaluator_(evaluator),
        typed_(evaluator.rulebook().typed),
        language_(language),
        say_(language) {}

  UsedDatum operator()(DatumId id) {
    const typed::Datum& declared = typed_.data[id];
    const Fact& fact = evaluator_.facts().facts[id];
    UsedDatum used = begin(id);
    used.known = is_known(fact);
    if (fact.cell) used.place = place_of(*fact.cell, report_.sources);
    used.origin = plain(fact.origin);
    if (fact.as_of) used.as_of = show_day(*fact.as_of, language_);
    if (declared.field_of) {
      of_field(id, *declared.field_of, used);
      return used;
    }
    if (const auto* rows = std::get_if<Rows>(&fact.value)) {
      used.value = count_of_rows((*rows)->size(), language_);
      return used;
    }
    if (is_not_given(fact, declared)) {
      declared.if_missing ? worked_out(id, *declared.if_missing, used)
                          : void(used.value = say_(sentences::datum_not_known));
    } else {
      used.value = given(fact.value, fact, id);
    }
    Narrowing by = narrowing_of(id, evaluator_);
    if (by.any()) hold(used, {id, std::move(by), &evaluator_}, report_, language_);
    for (std::size_t i = 0; i < fact.others.size(); ++i) {
      const Fact::Other& other = fact.others[i];
      used.others.push_back({i, given(other.value, fact, id), plain(other.origin),
                             other.as_of ? show_day(*other.as_of, language_) : std::string(),
                             other.cell ? place_of(*other.cell, report_.sources) : std::string(),
                             std::nullopt});
    }
    return used;
  }

  UsedDatum operator()(const MissingDatum& missing) {
    UsedDatum used = begin(missing.datum);
    used.name = name_of(missing, typed_, evaluator_.facts().year);
    const std::string& title = typed_.data[missing.datum].title;
    const std::string what = plain(title.empty() ? typed_.data[missing.datum].name : title);
    if (missing.of_group) {
      used.title = say_(sentences::of_the_others_of_the_group, what);
    } else if (missing.years_back == 1) {
      used.title = say_(sentences::of_the_year_before, what);
    } else {
      used.title = say_(sentences::of_years_before, what, std::to_string(missing.years_back));
    }
    used.value = say_(sentences::datum_not_known);
    used.known = false;
    return used;
  }

 private:
  UsedDatum begin(DatumId id) const {
    const typed::Datum& declared = typed_.data[id];
    UsedDatum used;
    used.datum = id;
    used.name = declared.name;
    used.title = plain(declared.title);
    used.held_by = plain(declared.held_by);
    for (const std::string& note : declared.notes) used.notes.push_back(plain(note));
    return used;
  }

  // Exact where it is one number.
  std::string given(const FactValue& value, const Fact& fact, DatumId id) const {
    const typed::Datum& declared = typed_.data[id];
    const auto* range = std::get_if<Interval>(&value);
    if (range && std::holds_alternative<NumberOf>(declared.type)) {
      const Measure measure = measure_of(declared.type);
      return range->known() ? show_exact(range->lo.value(), measure, language_)
                            : show_range(*range, measure, language_);
    }
    Fact alone = fact;
    alone.value = value;
    return show_value(value_of(alone, declared, id), declared.type, typed_, language_);
  }

  void worked_out(DatumId id, ComputedId amount, UsedDatum& used) {
    const typed::Datum& declared = typed_.data[id];
    const Value value = evaluator_.value(id);
    std::vector<std::string> from;
    for (const DatumId source : typed_.computed[amount].data) {
      if (!typed_.data[source].field_of) from.push_back(typed_.data[source].name);
    }
    used.worked_out = from.empty() ? say_(sentences::worked_out)
                                   : say_(sentences::worked_out_from, join_words(from, language_));
    const auto* quantity = std::get_if<Quantity>(&value);
    used.known = quantity ? quantity->range.single() && quantity->zero_divisors.empty()
                          : show_value(value, declared.type, typed_, language_) != "?";
    const bool number = quantity && std::holds_alternative<NumberOf>(declared.type);
    const DatumSet& rests =
        std::visit([](const auto& one) -> const DatumSet& { return one.rests_on; }, value);
    const bool waits = std::any_of(rests.begin(), rests.end(), [&](const MissingDatum& missing) {
      return leps::is_not_given(missing, evaluator_);
    });
    if (!used.known &&
        (waits || !(number && (quantity->range.lo.finite() || quantity->range.hi.finite())))) {
      used.value = say_(sentences::datum_not_known);
    } else {
      used.value = number ? show_range(quantity->range, measure_of(declared.type), language_)
                          : show_value(value, declared.type, typed_, language_);
    }
  }

  void of_field(DatumId id, TableId table, UsedDatum& used) {
    used.title = label_of(id, typed_);
    if (used.held_by.empty()) used.held_by = plain(typed_.tables[table].held_by);
    const std::vector<FactRow>* rows = evaluator_.rows(table);
    used.known = rows != nullptr;
    used.value = say_(sentences::field_without_table);
    if (!rows) return;
    const std::vector<DatumId>& fields = typed_.tables[table].fields;
    const auto place =
        static_cast<std::size_t>(std::find(fields.begin(), fields.end(), id) - fields.begin());
    for (const FactRow& row : *rows) {
      const Fact& cell = row.cells[place];
      if (is_known(cell)) continue;
      used.blank_rows.push_back(plain(row.key));
      used.blank_places.push_back(place_of(cell.cell.value_or(row.span), report_.sources));
    }
    used.known = used.blank_rows.empty();
    const std::string all = count_of_rows(rows->size(), language_);
    if (used.known) {
      used.value = rows->empty() ? all : say_(sentences::field_all_known, all);
      return;
    }
    used.value = say_(sentences::field_not_known_in, std::to_string(used.blank_rows.size()), all);
  }

  const Report& report_;
  Evaluator& evaluator_;
  const Typed& typed_;
  Language language_;
  Say say_;
};

}  // namespace

std::string other_sentence(const ShownOther& other, std::optional<Verdict> verdict,
                           Language language) {
  const Say say(language);
  const std::string who = other.origin.empty() ? say(sentences::another_source) : other.origin;
  if (!verdict || !other.would_be) return say(sentences::other_says, who, other.value);
  if (*other.would_be == *verdict) return say(sentences::other_says_the_same, who, other.value);
  return say(sentences::other_says_it_would_be, who, other.value,
             uncapitalized(verdict_word(*other.would_be, language)));
}

std::string for_which_rows(const UsedDatum& datum, Language language) {
  if (datum.blank_rows.empty()) return {};
  return Say(language)(sentences::for_rows, names_of_rows(datum.blank_rows, language));
}

std::string blanks_sentence(const UsedDatum& datum, Language language) {
  std::vector<std::string> rows;
  for (std::size_t i = 0; i < datum.blank_rows.size(); ++i) {
    const std::string& place = datum.blank_places[i];
    rows.push_back(datum.blank_rows[i] + (place.empty() ? "" : " (" + place + ")"));
  }
  return rows.empty() ? std::string()
                      : Say(language)(sentences::not_known_for_rows, names_of_rows(rows, language));
}

void hold(UsedDatum& used, const NarrowedDatum& narrowed, const Report& report, Language language) {
  const Type& type = narrowed.there->rulebook().typed.data[narrowed.datum.datum].type;
  used.held = narrowed_sentence(narrowed, report.sources, language);
  used.known = narrowed.by.range.single();
  used.value = show_range(narrowed.by.range, measure_of(type), language);
}

UsedDatum use_datum(DatumId id, const Report& report, Evaluator& evaluator, Language language) {
  return Use(report, evaluator, language)(id);
}

UsedDatum use_missing(const MissingDatum& missing, const Report& report, Evaluator& evaluator,
                      Language language) {
  return Use(report, evaluator, language)(missing);
}

std::string label_of_table(TableId table, const Typed& typed) {
  const typed::Table& declared = typed.tables[table];
  return declared.title.empty() ? without_underscores(declared.name) : plain(declared.title);
}

std::string label_of(DatumId id, const Typed& typed) {
  const typed::Datum& datum = typed.data[id];
  if (datum.field_of) {
    return capitalized(label_of_field(id, typed)) + " (" + label_of_table(*datum.field_of, typed) +
           ")";
  }
  return plain(datum.title.empty() ? datum.name : datum.title);
}

std::string label_of_field(DatumId field, const Typed& typed) {
  const typed::Datum& declared = typed.data[field];
  return declared.title.empty() ? without_underscores(declared.field()) : plain(declared.title);
}

std::string names_of_rows(const std::vector<std::string>& keys, Language language) {
  if (keys.size() <= kMostNames) return join_words(keys, language);
  std::vector<std::string> shown(keys.begin(), keys.begin() + kMostNames);
  const std::size_t more = keys.size() - kMostNames;
  shown.push_back(Say(language).of(more == 1, sentences::more_rows, std::to_string(more)));
  return join_words(shown, language);
}

std::string count_of_rows(std::size_t rows, Language language) {
  return Say(language).of(rows == 1, sentences::rows_counted, std::to_string(rows));
}

}  // namespace leps::inline explaining
