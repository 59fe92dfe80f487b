#include "controls/find_doubts.hpp"

#include "assess/assess.hpp"
#include "assess/rule_version.hpp"
#include "check/walk.hpp"
#include "eval/parts.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace leps::inline controls {
namespace {

class DoubtFinder {
 public:
  DoubtFinder(const Report& report, const DoubtsOfData& known)
      : report_(report),
        typed_(report.rulebook->typed),
        rulebook_(*report.rulebook),
        around_(report.around.get()),
        has_parts_(has_parts(rulebook_)),
        known_(known) {}

  void operator()(Assessment& assessment) {
    const FactTable& own = *assessment.facts;
    Evaluator evaluator = reading_of(report_, assessment);
    assessment.doubts = about(own);
    // Of the data elsewhere only what a result rests on: the report may not be about them.
    std::map<const FactTable*, std::vector<std::size_t>> places;
    for (std::size_t i = 0; i < assessment.doubts.size(); ++i) places[&own].push_back(i);
    assessment.doubts_of_rules.assign(typed_.rules.size(), {});
    for (const RuleResult& result : assessment.rules) {
      if (!result.outcome.version) continue;
      assessment.doubts_of_rules[result.outcome.rule] =
          of(roots_of(*result.outcome.version), assessment, evaluator, places);
    }
    for (ComputedResult& amount : assessment.computed) {
      const typed::Computed& declared = typed_.computed[amount.computed];
      if (is_idle(declared, typed_, own)) continue;
      amount.doubts = of({declared.value}, assessment, evaluator, places);
    }
  }

 private:
  using Places = std::map<const FactTable*, std::vector<std::size_t>>;

  std::vector<Doubted> of(const std::vector<typed::ExprId>& exprs, Assessment& assessment,
                          Evaluator& evaluator, Places& places) {
    const FactTable& own = *assessment.facts;
    std::vector<Read> reads = reads_of(exprs, typed_, own, around_);
    if (has_parts_ && (!assessment.doubts.empty() || reads_elsewhere(reads, own))) {
      add_kin(reads, exprs, evaluator);
    }
    const std::set<Read> rests(reads.begin(), reads.end());
    std::vector<const FactTable*> tables = {&own};
    for (const Read& read : reads) {
      if (std::find(tables.begin(), tables.end(), read.facts) == tables.end()) {
        tables.push_back(read.facts);
      }
    }
    std::vector<Doubted> found;
    for (const FactTable* table : tables) {
      if (table == &own) {
        for (const std::size_t place : places[&own]) {
          add(assessment.doubts[place], place, rests, own, found);
        }
        continue;
      }
      for (const DataDoubt& doubt : about(*table)) {
        if (!touches(doubt, rests)) continue;
        const std::size_t place = index_of(doubt, assessment, places[table]);
        add(assessment.doubts[place], place, rests, own, found);
      }
    }
    return found;
  }

  static bool reads_elsewhere(const std::vector<Read>& reads, const FactTable& own) {
    return std::any_of(reads.begin(), reads.end(),
                       [&](const Read& read) { return read.facts != &own; });
  }

  // Parts and wholes that narrow what is read, and what those are worked out from.
  void add_kin(std::vector<Read>& reads, const std::vector<typed::ExprId>& exprs,
               Evaluator& evaluator) {
    for (const NarrowedDatum& narrowed : narrowed_under(exprs, evaluator)) {
      const FactTable& there = narrowed.there->facts();
      for (const auto& end : {narrowed.by.lo, narrowed.by.hi}) {
        if (!end) continue;
        reads.push_back({&there, end->by});
        if (!narrowed.there->is_worked_out(end->by)) continue;
        const typed::ExprId formula = typed_.computed[*typed_.data[end->by].if_missing].value;
        for (const Read& read : reads_of({formula}, typed_, there, around_)) reads.push_back(read);
      }
    }
  }

  // Where a doubt of other data stands among those of the assessment; it is added once.
  static std::size_t index_of(const DataDoubt& doubt, Assessment& assessment,
                              std::vector<std::size_t>& known) {
    for (const std::size_t place : known) {
      const DataDoubt& other = assessment.doubts[place];
      if (other.code == doubt.code && other.where == doubt.where &&
          other.message == doubt.message) {
        return place;
      }
    }
    known.push_back(assessment.doubts.size());
    assessment.doubts.push_back(doubt);
    assessment.doubts.back().said = doubt.message;  // whose it is must be said here
    return known.back();
  }

  static bool touches(const DataDoubt& doubt, const std::set<Read>& rests) {
    return doubt.about.empty() || std::any_of(doubt.about.begin(), doubt.about.end(),
                                              [&](const Read& one) { return rests.contains(one); });
  }

  void add(const DataDoubt& doubt, std::size_t place, const std::set<Read>& rests,
           const FactTable& own, std::vector<Doubted>& found) const {
    if (doubt.about.empty()) return found.push_back({place, "data_di_rilevazione"});
    const auto by = std::find_if(doubt.about.begin(), doubt.about.end(),
                                 [&](const Read& one) { return rests.contains(one); });
    if (by != doubt.about.end()) found.push_back({place, name_of(*by, own)});
  }

  // As what is missing is named.
  std::string name_of(const Read& read, const FactTable& own) const {
    const FactTable& there = *read.facts;
    const auto named = [&](int years_back, std::optional<GroupId> group) {
      return leps::name_of(MissingDatum(read.datum, years_back, group), typed_, own.year);
    };
    if (there.ambito == own.ambito || there.year != own.year || !around_) {
      return named(own.year - there.year, std::nullopt);
    }
    for (const auto& [group, membership] : own.groups) {
      const auto others = around_->others(own, group).present;
      if (std::find(others.begin(), others.end(), &there) != others.end()) return named(0, group);
    }
    return named(0, std::nullopt) + "@" + there.ambito;
  }

  const std::vector<DataDoubt>& about(const FactTable& facts) {
    const auto judged = known_.find(&facts);
    if (judged != known_.end()) return judged->second;
    const auto [known, is_new] = elsewhere_.try_emplace(&facts);
    if (is_new) known->second = doubts_about(facts, find_in_data(rulebook_, facts, around_));
    return known->second;
  }

  const Report& report_;
  const Typed& typed_;
  const Rulebook& rulebook_;
  const Surroundings* around_;
  bool has_parts_;
  const DoubtsOfData& known_;
  DoubtsOfData elsewhere_;
};

}  // namespace

void find_doubts(Report& report, const DoubtsOfData& known) {
  DoubtFinder find(report, known);
  for (Assessment& assessment : report.assessments) find(assessment);
}

}  // namespace leps::inline controls
