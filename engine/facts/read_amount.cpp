#include "facts/read_amount.hpp"

#include "facts/needed.hpp"
#include "facts/number_texts.hpp"
#include "facts/report_doubt.hpp"
#include "trees/wording.hpp"

namespace leps::inline reading {
namespace {

using typed::Datum;

constexpr int kThousand = 1000;
const Text kRangeInCell("scrivi [minimo; massimo], e niente dove non c'è un limite, come [4; ]",
                        "write [least; most], and nothing where there is no limit, such as [4; ]");

/// «61.348» (61 virgola 348, oppure 61348?): a number with all that it could mean.
Text with_readings(std::string_view text) {
  const std::vector<std::string> meant = readings(trimmed(text));
  if (meant.empty()) return quote(text);
  if (meant.size() == 1) {
    return format({"{0} ({1}?)", "{0} ({1}?)"}, {quote(text), spoken(meant[0])});
  }
  return format({"{0} ({1}, oppure {2}?)", "{0} ({1}, or {2}?)"},
                {quote(text), spoken(meant[0]), spoken(meant[1])});
}

/// How to write what was meant, so that it reads one way only.
Text how_to_write(std::string_view text, NumberStyle style, bool whole) {
  std::vector<std::string> forms;
  for (const std::string& reading : readings(trimmed(text))) {
    if (!whole || reading.find('.') == std::string::npos) forms.push_back(written(reading, style));
  }
  const Text form = forms.empty() ? Text("solo le cifre", "the digits only")
                    : forms.size() == 1
                        ? Text(forms[0])
                        : format({"{0} oppure {1}", "{0} or {1}"}, {forms[0], forms[1]});
  if (style == NumberStyle::italian) {
    return format({"questo file ha i numeri all'italiana, con la virgola decimale: scrivi {0}",
                   "this file has Italian numbers, with a decimal comma: write {0}"},
                  {form});
  }
  if (style == NumberStyle::table) {
    return format({"in questa tabella i numeri hanno il punto decimale e nessun segno fra le "
                   "migliaia: scrivi {0}",
                   "in this table numbers have a decimal point and no sign between thousands: "
                   "write {0}"},
                  {form});
  }
  return format(
      {"in questo file i numeri hanno il punto decimale e nessun segno fra le migliaia: scrivi "
       "{0}; per scriverli all'italiana metti `numeri: italiani` in testa al file",
       "in this file numbers have a decimal point and no sign between thousands: write {0}; to "
       "write them the Italian way put `numeri: italiani` at the top of the file"},
      {form});
}

/// True of `61.348`, where a point could stand between thousands; false of `25.5`.
bool by_thousands(std::string_view text) {
  const std::string_view number = trimmed(text);
  const std::size_t last = number.find_last_of(".,");
  return last != std::string_view::npos && number.size() - last - 1 == 3;
}

Text limits(const Interval& bounds) {
  const auto text = [](const Bound& bound) { return Text(to_string(bound.value())); };
  if (!bounds.hi.finite()) return format({"almeno {0}", "at least {0}"}, {text(bounds.lo)});
  if (!bounds.lo.finite()) return format({"al massimo {0}", "at most {0}"}, {text(bounds.hi)});
  return format({"da {0} a {1}", "from {0} to {1}"}, {text(bounds.lo), text(bounds.hi)});
}

class AmountReader {
 public:
  AmountReader(const ReadingContext& context, DatumId id)
      : context_(context), id_(id), datum_(context.names.typed.data[id]) {}

  std::optional<Interval> read(const DataNode& node) {
    const DataSequence* ends = node.sequence();
    return ends ? read_range(node, *ends) : read_point(node);
  }

 private:
  std::optional<Interval> read_point(const DataNode& node) {
    const auto value = read_end(node);
    if (!value) return std::nullopt;
    return Interval::point(*value);
  }

  std::optional<Interval> read_range(const DataNode& node, const DataSequence& ends) {
    if (ends.items.size() != 2 || runs_together(ends)) {
      context_.bag.report(Code::data_bad_range, node.span, {datum_.name})
          .hint(context_.is_table(node.span)
                    ? kRangeInCell
                    : Text{"scrivi [minimo, massimo], con uno spazio dopo la virgola e ~ dove non "
                           "c'è un "
                           "limite, "
                           "come [4, ~]; un numero con la virgola non va fra parentesi",
                           "write [least, most], with a space after the comma and ~ where there is "
                           "no limit, "
                           "such "
                           "as [4, ~]; a number with a comma does not go between brackets"});
      return std::nullopt;
    }
    Interval range = datum_.bounds;
    bool right = true;
    const auto read_side = [&](const DataNode& item, Bound& side) {
      if (is_missing(item)) return;
      const auto value = read_end(item);
      right = right && value.has_value();
      if (value) side = Bound(*value);
    };
    read_side(ends.items[0], range.lo);
    read_side(ends.items[1], range.hi);
    if (!right) return std::nullopt;
    if (range.lo > range.hi) {
      context_.bag.report(Code::data_range_reversed, node.span, {datum_.name})
          .hint({"il minimo va per primo", "the least comes first"});
      return std::nullopt;
    }
    return range;
  }

  /// `[17,5]` with Italian numbers: two numbers to YAML, most likely one to who wrote it.
  [[nodiscard]] bool runs_together(const DataSequence& ends) const {
    if (context_.style(ends.items[0]) != NumberStyle::italian) return false;
    const Span a = ends.items[0].span, b = ends.items[1].span;
    return context_.sources.text(Span{a.source, a.end, b.begin}) == ",";
  }

  /// One number, with every check but that of its place in a range.
  std::optional<Rational> read_end(const DataNode& node) {
    const std::string* text = node.text();
    if (!text) {
      report_wrong_kind(context_, node, datum_.name, needed(datum_))
          .hint({"per un dato noto solo fra due limiti scrivi [minimo, massimo]",
                 "for a datum known only between two limits write [least, most]"});
      return std::nullopt;
    }
    const NumberStyle style = context_.style(node);
    if (style == NumberStyle::undecided && find_in_doubt(trimmed(*text))) return std::nullopt;
    auto read = read_number(trimmed(*text), style);
    if (const auto* mistake = std::get_if<NumberMistake>(&read)) {
      report_mistake(node, *text, *mistake);
      return std::nullopt;
    }
    const auto& number = std::get<WrittenNumber>(read);
    if (datum_.whole && could_be_thousands(trimmed(*text)) && is_whole(number.value) &&
        style != NumberStyle::undecided && number.value < kThousand) {
      report_thousands(node, *text);
      return std::nullopt;
    }
    if (const auto meant = before_binary(trimmed(*text))) report_binary(node, *text, *meant, style);
    if (number.share && !is_share(datum_)) {
      report_wrong_kind(context_, node, datum_.name, needed(datum_)).hint(number_for_share());
      return std::nullopt;
    }
    if (datum_.whole && !is_whole(number.value)) {
      context_.bag.report(Code::data_not_whole, node.span, {datum_.name, with_readings(*text)})
          .hint(by_thousands(*text)
                    ? how_to_write(*text, context_.style(node), true)
                    : format({"questo dato si conta a unità intere: scrivi quante sono o, se non è "
                              "certo, un intervallo come {0}",
                              "this datum is counted in whole units: write how many there are or, "
                              "if it is not certain, a range such as {0}"},
                             {context_.is_table(node.span) ? "[25; 26]" : "[25, 26]"}));
      return std::nullopt;
    }
    const Bound value(number.value);
    if (value < datum_.bounds.lo || value > datum_.bounds.hi) {
      report_out_of_bounds(node, *text);
      return std::nullopt;
    }
    return number.value;
  }

  /// `87.000` where only whole numbers may stand: nobody counts thousandths that are none.
  void report_thousands(const DataNode& node, const std::string& text) {
    const std::vector<std::string> meant = readings(trimmed(text));
    const std::string few = meant[0].substr(0, meant[0].find('.'));
    context_.bag.report(Code::data_thousands, node.span, {datum_.name, quote(text), few, meant[1]})
        .hint(format({"scrivi {0} oppure {1}, senza decimali e senza segno fra le migliaia",
                      "write {0} or {1}, without decimals and without a sign between thousands"},
                     {few, meant[1]}));
  }

  /// What a program made of a number in binary: exact as it stands, and most likely not meant.
  void report_binary(const DataNode& node, const std::string& text, const std::string& meant,
                     NumberStyle style) {
    report_doubt(context_, id_, Code::data_binary_number, node.span, {datum_.name, quote(text)})
        .hint(format({"probabilmente è {0}, passato per un programma che conta in binario: se è "
                      "così scrivi {0}; finché non lo fai vale il numero com'è scritto",
                      "it probably is {0}, passed through a program that counts in binary: if so "
                      "write {0}; until then the number counts as it is written"},
                     {written(meant, style)}));
  }

  /// Half of full time is 18 hours, and only who wrote 50% knows of how many.
  [[nodiscard]] Text number_for_share() const {
    const auto* number = std::get_if<NumberOf>(&datum_.type);
    const std::string unit = number ? to_string(number->unit) : std::string();
    if (unit.empty()) {
      return {"percentuali e frazioni valgono solo per le quote: scrivi il numero per esteso",
              "percentages and fractions are for shares only: write the number in full"};
    }
    return format({"percentuali e frazioni valgono solo per le quote: scrivi quante {0} sono, come "
                   "18",
                   "percentages and fractions are for shares only: write how many {0} there are, "
                   "such as 18"},
                  {unit});
  }

  void report_mistake(const DataNode& node, const std::string& text, const NumberMistake& mistake) {
    switch (mistake.kind) {
      case NumberMistake::Kind::too_long:
        context_.bag
            .report(Code::data_number_too_long, node.span,
                    {datum_.name, std::to_string(kMaxDigits)})
            .hint({"controlla il numero: così lungo non conta niente di questo mondo",
                   "check the number: one so long counts nothing of this world"});
        return;
      case NumberMistake::Kind::separators:
        context_.bag
            .report(Code::data_ambiguous_number, node.span, {datum_.name, with_readings(text)})
            .hint(how_to_write(text, context_.style(node), datum_.whole));
        return;
      case NumberMistake::Kind::not_a_number:
        report_wrong_kind(context_, node, datum_.name, needed(datum_)).hint(mistake.hint);
        return;
    }
  }

  void report_out_of_bounds(const DataNode& node, const std::string& text) {
    Diagnostic& outside =
        context_.bag.report(Code::data_out_of_bounds, node.span,
                            {datum_.name, with_readings(text), limits(datum_.bounds)});
    if (is_share(datum_)) {
      outside.hint({"una quota va da 0 a 1: cinquantasei su cento si scrive 56%",
                    "a share goes from 0 to 1: fifty-six out of a hundred is written 56%"});
    } else if (!readings(trimmed(text)).empty()) {
      outside.hint(how_to_write(text, context_.style(node), datum_.whole));
    } else {
      outside.hint({"controlla il numero; se non è noto scrivi n.d.",
                    "check the number; if it is not known write n.d."});
    }
  }

  const ReadingContext& context_;
  DatumId id_;
  const Datum& datum_;
};

}  // namespace

std::optional<Interval> read_amount(const ReadingContext& context, DatumId datum,
                                    const DataNode& node) {
  return AmountReader(context, datum).read(node);
}

}  // namespace leps::inline reading
