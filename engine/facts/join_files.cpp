#include "facts/join_files.hpp"

#include "base/period.hpp"
#include "trees/format_names.hpp"
#include "trees/wording.hpp"

#include <algorithm>

namespace leps::inline reading {
namespace {

/// Two tables of one Ambito and year, the second into the first.
class Joiner {
 public:
  Joiner(const Typed& typed, FactTable& into, DiagnosticBag& bag)
      : typed_(typed), into_(into), bag_(bag) {}

  void take(FactTable& more) {
    const Day usual = last_day_of(into_.year);
    if (into_.region.empty()) into_.region = more.region;
    if (!more.region.empty() && more.region != into_.region) differ(key::regione, more);
    if (more.survey_date != usual && more.survey_date != into_.survey_date) {
      if (into_.survey_date != usual) differ(key::data_di_rilevazione, more);
      into_.survey_date = more.survey_date;
    }
    into_.forecast = into_.forecast || more.forecast;
    into_.synthetic = into_.synthetic || more.synthetic;
    if (!more.note.empty() && more.note != into_.note) {
      into_.note += (into_.note.empty() ? "" : " ") + more.note;
    }
    fill(into_.patron, more.patron, key::patrono, more);
    if (!into_.merger) into_.merger = more.merger;
    join_territory(more);
    for (auto& [kind, membership] : more.groups) {
      const auto [own, is_new] = into_.groups.try_emplace(kind, membership);
      if (!is_new && own->second.name != membership.name) {
        report(membership.span, own->second.span, typed_.groups[kind].name);
      }
    }
    std::move(more.waivers.begin(), more.waivers.end(), std::back_inserter(into_.waivers));
    for (const DatumId id : into_.facts.keys()) {
      join(typed_.data[id], into_.facts[id], more.facts[id]);
    }
  }

 private:
  void report(std::optional<Span> here, std::optional<Span> there, const std::string& what) {
    Diagnostic& differ = bag_.report(Code::data_files_differ, here.value_or(into_.span),
                                     {quote(into_.ambito), std::to_string(into_.year), what});
    if (there) differ.label(*there, {"qui è un altro", "here it is another"});
    differ.hint({"tieni il valore giusto e togli l'altro, o scrivili uguali",
                 "keep the right value and take the other out, or write them alike"});
  }
  void differ(const char* what, const FactTable& more) { report(more.span, into_.span, what); }

  template <class Value>
  void fill(std::optional<Value>& own, const std::optional<Value>& more, const char* what,
            const FactTable& table) {
    if (own && more && !(*own == *more)) differ(what, table);
    if (!own) own = more;
  }

  void join_territory(const FactTable& more) {
    for (const TerritoryLink& link : more.territory) {
      const bool there = std::any_of(
          into_.territory.begin(), into_.territory.end(),
          [&](const auto& own) { return own.kind == link.kind && own.name == link.name; });
      if (!there) into_.territory.push_back(link);
    }
    std::stable_sort(into_.territory.begin(), into_.territory.end(),
                     [](const auto& a, const auto& b) { return a.kind < b.kind; });
  }

  void join(const typed::Datum& datum, Fact& own, Fact& more) {
    const bool of_rows = std::holds_alternative<RowsOf>(datum.type);
    const auto given = [&](const Fact& fact) {
      return of_rows ? std::holds_alternative<Rows>(fact.value) : is_given(fact, datum);
    };
    if (!given(more)) return;
    if (!given(own)) {
      own = std::move(more);
    } else if (of_rows) {
      join_rows(datum, own, more);
    } else if (!same(own.value, more.value)) {
      choose(datum, own, more);
    } else if (own.origin.empty()) {
      own.origin = more.origin;
      own.as_of = more.as_of;
    }
  }

  void choose(const typed::Datum& datum, Fact& own, Fact& more) {
    const auto* a = std::get_if<Interval>(&own.value);
    const auto* b = std::get_if<Interval>(&more.value);
    const auto within = [](const Interval& inner, const Interval& outer) {
      return outer.lo <= inner.lo && inner.hi <= outer.hi;
    };
    if (a && b && within(*a, *b)) return;
    if (a && b && within(*b, *a)) {
      own = std::move(more);
      return;
    }
    const auto place = [&](const Fact& fact) {
      return std::find(datum.precedence.begin(), datum.precedence.end(), fact.origin);
    };
    const auto first = place(own), second = place(more);
    const auto end = datum.precedence.end();
    if (first != end && second != end && first != second) {
      if (second < first) std::swap(own, more);
      own.others.push_back({more.value, more.cell, more.origin, more.as_of});
      std::move(more.others.begin(), more.others.end(), std::back_inserter(own.others));
      return;
    }
    report(more.cell, own.cell, datum.name);
    const auto cell = own.cell;
    own = missing_fact(datum);
    own.cell = cell;
  }

  void join_rows(const typed::Datum& datum, Fact& own, const Fact& more) {
    const typed::Table& table = typed_.tables[std::get<RowsOf>(datum.type).table];
    const auto& there = *std::get<Rows>(own.value);
    const auto& here = *std::get<Rows>(more.value);
    if (!table.key) {
      if (!alike(there, here)) report(more.cell, own.cell, datum.name);
      return;
    }
    auto rows = std::make_shared<std::vector<FactRow>>(there);
    for (const FactRow& row : here) {
      const auto same_key = std::find_if(rows->begin(), rows->end(),
                                         [&](const FactRow& one) { return one.key == row.key; });
      if (same_key == rows->end()) {
        rows->push_back(row);
        continue;
      }
      for (std::size_t i = 0; i < table.fields.size(); ++i) {
        Fact cell = row.cells[i];
        join(typed_.data[table.fields[i]], same_key->cells[i], cell);
      }
    }
    own.value = Rows(std::move(rows));
  }

  static bool alike(const std::vector<FactRow>& a, const std::vector<FactRow>& b) {
    return std::equal(
        a.begin(), a.end(), b.begin(), b.end(), [](const FactRow& x, const FactRow& y) {
          return std::equal(x.cells.begin(), x.cells.end(), y.cells.begin(), y.cells.end(),
                            [](const Fact& p, const Fact& q) { return same(p.value, q.value); });
        });
  }

  const Typed& typed_;
  FactTable& into_;
  DiagnosticBag& bag_;
};

void report_twice(const FactTable& again, const FactTable& first, DiagnosticBag& bag) {
  bag.report(Code::data_year_twice, again.span, {quote(again.ambito), std::to_string(again.year)})
      .label(first.span, {"sono già qui", "they are already here"})
      .hint({"tieni uno solo dei due", "keep only one of the two"});
}

}  // namespace

DataSet join_files(DataSet tables, const Typed& typed, const SourceMap& sources,
                   DiagnosticBag& bag) {
  DataSet joined;
  std::vector<SourceId> files;  // that the last of `joined` comes from
  for (FactTable& table : tables) {
    const SourceId file = table.span.source;
    const auto is_it = [&](SourceId other) { return sources.same_file(file, other); };
    const bool again =
        !joined.empty() && joined.back().ambito == table.ambito && joined.back().year == table.year;
    if (!again) {
      joined.push_back(std::move(table));
      files = {file};
    } else if (std::any_of(files.begin(), files.end(), is_it)) {
      report_twice(table, joined.back(), bag);
    } else {
      Joiner(typed, joined.back(), bag).take(table);
      files.push_back(file);
    }
  }
  return joined;
}

}  // namespace leps::inline reading
