#include "facts/read_value.hpp"

#include "base/plain_form.hpp"
#include "facts/needed.hpp"
#include "facts/read_amount.hpp"
#include "facts/read_time.hpp"
#include "trees/format_names.hpp"
#include "trees/wording.hpp"

#include <algorithm>
#include <array>

namespace leps::inline reading {
namespace {

using typed::Datum;

/// What one source says. `known` is false where it says nothing, or something wrong.
struct Reading {
  Fact fact;
  bool known = false;
};

class ValueReader {
 public:
  ValueReader(const ReadingContext& context, DatumId id)
      : context_(context), id_(id), datum_(context.names.typed.data[id]) {}

  Fact read(const DataNode& node) {
    const DataSequence* sequence = node.sequence();
    const bool of_sources = sequence && !sequence->items.empty() &&
                            std::all_of(sequence->items.begin(), sequence->items.end(),
                                        [](const DataNode& item) { return item.map() != nullptr; });
    return of_sources ? read_sources(node, *sequence) : read_one(node).fact;
  }

 private:
  Reading read_one(const DataNode& node) {
    const DataMap* map = node.map();
    const bool bare_period = map && std::holds_alternative<PeriodOf>(datum_.type) &&
                             (find(*map, key::dal) || find(*map, key::al)) &&
                             !find(*map, key::valore);
    if (!map || bare_period) return read_bare(node);
    static const std::array<std::string, 3> kKeys = {key::valore, key::fonte, key::al};
    check_keys(context_, *map, kKeys);
    const DataNode* value = find(*map, key::valore);
    if (value && value->map() && !std::holds_alternative<PeriodOf>(datum_.type)) {
      report_wrong_kind(context_, *value, datum_.name, needed(datum_));
      value = nullptr;
    }
    Reading reading = value ? read_bare(*value) : nothing(node.span);
    if (const DataNode* origin = find(*map, key::fonte)) {
      reading.fact.origin = read_text(context_, *origin, key::fonte).value_or("");
    }
    if (const DataNode* day = find(*map, key::al))
      reading.fact.as_of = read_day(context_, *day, key::al);
    return reading;
  }

  /// Several sources that agree are one; which of two that differ to believe is for the pack to say
  /// (`precedenza`), and the others are kept beside it.
  Fact read_sources(const DataNode& node, const DataSequence& sequence) {
    std::vector<Reading> known;
    std::optional<Reading> silent;
    for (const DataNode& item : sequence.items) {
      Reading reading = read_one(item);
      if (reading.known) {
        known.push_back(std::move(reading));
      } else if (!silent) {
        silent = std::move(reading);
      }
    }
    if (known.empty()) return silent->fact;
    const bool agree = std::all_of(known.begin(), known.end(), [&](const Reading& reading) {
      return same(reading.fact.value, known.front().fact.value);
    });
    if (agree) return known.front().fact;
    if (const auto chosen = first_in_precedence(known)) {
      Fact fact = known[*chosen].fact;
      for (const Reading& reading : known) {
        if (same(reading.fact.value, fact.value)) continue;
        fact.others.push_back(
            {reading.fact.value, reading.fact.cell, reading.fact.origin, reading.fact.as_of});
      }
      return fact;
    }
    Diagnostic& differ = context_.bag.report(Code::data_sources_differ, node.span, {datum_.name});
    for (const Reading& reading : known) {
      const Text value = quote(context_.sources.text(*reading.fact.cell));
      differ.label(*reading.fact.cell,
                   reading.fact.origin.empty()
                       ? value
                       : format({"{0} dice {1}", "{0} says {1}"}, {reading.fact.origin, value}));
    }
    if (datum_.precedence.empty()) {
      differ.hint({"tieni il valore che vale e togli gli altri",
                   "keep the value that holds and take the others out"});
    } else {
      differ.hint(format({"vale la fonte che il pacchetto mette per prima, fra: {0}",
                          "the source that the pack puts first holds, among: {0}"},
                         {listed(datum_.precedence)}));
    }
    return nothing(node.span).fact;
  }

  /// The reading of the source that the pack puts first; nothing where it names none of them, or
  /// where that source contradicts itself.
  [[nodiscard]] std::optional<std::size_t> first_in_precedence(
      const std::vector<Reading>& known) const {
    for (const std::string& source : datum_.precedence) {
      std::optional<std::size_t> found;
      for (std::size_t i = 0; i < known.size(); ++i) {
        if (known[i].fact.origin != source) continue;
        if (found && !same(known[i].fact.value, known[*found].fact.value)) return std::nullopt;
        if (!found) found = i;
      }
      if (found) return found;
    }
    return std::nullopt;
  }

  Reading read_bare(const DataNode& node) {
    if (is_missing(node)) return nothing(node.span);
    std::optional<FactValue> value;
    if (std::holds_alternative<NumberOf>(datum_.type)) {
      value = read_amount(context_, id_, node);
    } else if (const auto* word = std::get_if<WordOf>(&datum_.type)) {
      value = read_word(node, *word);
    } else if (std::holds_alternative<DayOf>(datum_.type)) {
      if (const auto day = read_day_or_never(context_, node, datum_.name)) value = *day;
    } else if (std::holds_alternative<PeriodOf>(datum_.type)) {
      if (const auto period = read_period(context_, node, datum_.name)) value = *period;
    } else if (std::holds_alternative<TimetableOf>(datum_.type)) {
      if (auto hours = read_timetable(context_, node, datum_.name)) value = *std::move(hours);
    } else if (std::holds_alternative<TextOf>(datum_.type)) {
      if (auto text = read_text(context_, node, datum_.name)) value = *std::move(text);
    } else if (const auto truth = read_truth(context_, node, datum_.name)) {
      value = *truth;
    }
    if (!value) return nothing(node.span);
    Reading reading;
    reading.fact.value = *std::move(value);
    reading.fact.cell = node.span;
    const auto* range = std::get_if<Interval>(&reading.fact.value);
    reading.known = !range || !(*range == datum_.bounds) || range->known();
    return reading;
  }

  Reading nothing(Span span) const {
    Fact fact = missing_fact(datum_);
    fact.cell = span;
    return {std::move(fact), false};
  }

  std::optional<FactValue> read_word(const DataNode& node, const WordOf& type) {
    const std::vector<std::string>& words = context_.names.typed.choice_types[type.list];
    if (const std::string* text = node.text()) {
      auto at = std::find(words.begin(), words.end(), trimmed(*text));
      if (at == words.end()) at = find_alike(words, node, *text);
      if (at != words.end()) {
        return ChoiceWord{type.list, static_cast<std::uint32_t>(at - words.begin())};
      }
    }
    Diagnostic& unknown = context_.bag.report(Code::data_unknown_word, node.span,
                                              {datum_.name, found(node), listed(words)});
    if (!node.text() || !suggest(unknown, trimmed(*node.text()), words)) {
      unknown.hint({"scrivi una di quelle parole; se non si sa, n.d.",
                    "write one of those words; if it is not known, n.d."});
    }
    return std::nullopt;
  }

  /// `Assistente sociale` for `assistente_sociale`: capitals, accents and what stands between words
  /// make no other word, as in the headers of tables. Said, and not where two words are so alike.
  std::vector<std::string>::const_iterator find_alike(const std::vector<std::string>& words,
                                                      const DataNode& node,
                                                      const std::string& text) {
    const std::string form = plain_form(text);
    const auto is_alike = [&](const std::string& word) { return plain_form(word) == form; };
    const auto at = std::find_if(words.begin(), words.end(), is_alike);
    if (at == words.end() || std::find_if(at + 1, words.end(), is_alike) != words.end()) {
      return words.end();
    }
    context_.bag.report(Code::data_word_taken, node.span, {datum_.name, quote(text), *at});
    return at;
  }

  const ReadingContext& context_;
  DatumId id_;
  const Datum& datum_;
};

}  // namespace

Fact read_fact(const ReadingContext& context, DatumId datum, const DataNode& node) {
  return ValueReader(context, datum).read(node);
}

}  // namespace leps::inline reading
