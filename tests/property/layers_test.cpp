// A rule that packs change, one on top of the other, against the same rule written out by hand in
// one pack, with a version for every stretch of days: on every day and for every data the same
// comes out. LEPS_SEED chooses a run; the seed is printed with every failure.

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "diagnostics/render.hpp"
#include "pipeline.hpp"
#include "support/seed.hpp"
#include "support/world.hpp"
#include "syntax/print_expression.hpp"

using namespace leps;

namespace {

using Days = std::chrono::days;

const Day kFirst{std::chrono::year{2021} / 1 / 1};
constexpr int kPacks = 3;  // that change the rule, each on top of the one before

/// A requirement as one text has it: everything behind its name.
struct Asked {
  std::string name, text;
  bool operator==(const Asked&) const = default;
};
/// What the rule is on one day.
struct OnADay {
  bool in_force = false;
  std::string title;
  std::vector<Asked> asked;
  bool operator==(const OnADay&) const = default;

  [[nodiscard]] bool has(const std::string& name) const {
    return std::any_of(asked.begin(), asked.end(),
                       [&](const Asked& each) { return each.name == name; });
  }
};

std::string day_text(Day day) { return print_day(day, Language::italian); }

class Case {
 public:
  explicit Case(std::mt19937& random) : random_(random), days_(kMonths) {
    const int second = pick(2) == 0 ? kMonths : 6 + pick(20);
    int next = 0;
    for (const auto& [from, to] : {std::pair(0, second), std::pair(second, kMonths)}) {
      if (from == to) continue;
      OnADay version{true, "Versione " + std::to_string(++next), {}};
      for (const char* name : {"p", "q", "s"}) {
        if (version.asked.empty() || pick(2) == 0) version.asked.push_back({name, condition()});
      }
      std::fill(days_.begin() + from, days_.begin() + to, version);
      base_ += rule(version, from, to);
    }
    for (int pack = 0; pack < kPacks; ++pack) draw_pack();
  }

  /// The law and the packs that change it.
  [[nodiscard]] std::vector<std::string> layered() const {
    std::vector<std::string> all = {head("legge", "") + kData + base_};
    for (std::size_t i = 0; i < packs_.size(); ++i) {
      const std::string below = i == 0 ? "legge" : "sopra" + std::to_string(i);
      std::string text = head("sopra" + std::to_string(i + 1), below);
      for (const std::string& block : packs_[i]) text += block;
      all.push_back(std::move(text));
    }
    return all;
  }

  /// The same in one pack.
  [[nodiscard]] std::string flat() const {
    std::string text = head("piatto", "") + kData;
    for (int from = 0; from < kMonths;) {
      int to = from;
      while (to < kMonths &&
             days_[static_cast<std::size_t>(to)] == days_[static_cast<std::size_t>(from)]) {
        ++to;
      }
      const OnADay& there = days_[static_cast<std::size_t>(from)];
      if (there.in_force) text += rule(there, from, to);
      from = to;
    }
    return text;
  }

  /// The days around which something may change.
  [[nodiscard]] std::vector<Day> days() {
    std::vector<Day> all;
    for (int month = 0; month < kMonths; month += 1 + pick(3)) {
      all.push_back(first(month));
      if (month > 0) all.push_back(first(month) - Days{1});
    }
    return all;
  }

  /// How many changes of each kind were drawn.
  std::map<std::string, int> drawn;

 private:
  static constexpr int kMonths = 36;
  static constexpr const char* kData =
      "unità FTE, euro\n"
      "categoria STANDARD \"Standard\"\n"
      "dato x : FTE almeno 0 al massimo 9\ndato y : FTE almeno 0 al massimo 9\n"
      "dato a : sì/no\ndato b : sì/no\n"
      "regola causa \"Causa\" categoria STANDARD secondo f in vigore dal 1 gennaio 2021\n"
      "  requisito c: y almeno 3 FTE\n"
      "regola effetto \"Effetto\" categoria STANDARD secondo f in vigore dal 1 gennaio 2021\n"
      "  requisito e: b\n  dopo cambiata\n";

  int pick(int below) { return static_cast<int>(random_() % static_cast<unsigned>(below)); }

  static Day first(int month) {
    return Day{std::chrono::year{2021 + month / 12} /
               std::chrono::month(static_cast<unsigned>(month % 12) + 1U) / 1};
  }
  static std::string head(const std::string& name, const std::string& below) {
    std::string text = "pacchetto " + name + " versione \"1\"";
    if (!below.empty()) text += " estende " + below + " versione \"1\"";
    return text + "\nfonte f" + (below.empty() ? "" : "_" + name) + " \"F\"\n";
  }
  [[nodiscard]] std::string source() const { return "f_sopra" + std::to_string(packs_.size()); }

  // ` dal 1 gennaio 2022 al 31 marzo 2022`; without an end where it is that of all days.
  static std::string period(int from, int to) {
    std::string text = "dal " + day_text(first(from));
    if (to < kMonths) text += " al " + day_text(first(to) - Days{1});
    return text;
  }
  static std::string rule(const OnADay& version, int from, int to) {
    std::string text = "regola cambiata \"" + version.title + "\"\n  categoria STANDARD\n" +
                       "  secondo f\n  in vigore " + period(from, to) + "\n";
    for (const Asked& each : version.asked) text += requirement(each);
    return text + "  parziale se x almeno 1 FTE\n  dopo causa\n";
  }
  static std::string requirement(const Asked& asked) {
    return "  requisito " + asked.name + asked.text + "\n";
  }

  std::string condition() {
    const std::string level = std::to_string(1 + pick(6)) + " FTE";
    const std::string conditions[] = {
        ": x almeno " + level + "\n    si colma con x costo 2 euro/FTE",
        ": x + y almeno " + level + "\n    si colma con y",
        ": a",
        ": a o b",
        " \"Titolo\": x al massimo " + level,
        ": y più di " + level,
    };
    std::string text = conditions[pick(6)];
    if (pick(4) == 0)
      text += "\n    si applica se " + std::string(pick(2) == 0 ? "b" : "y almeno 2 FTE");
    return text;
  }

  // ---- what a pack changes, in the text and day by day

  void draw_pack() {
    packs_.emplace_back();
    endings_.clear();
    // What a pack ends is no more for its other changes, whatever the order of the text.
    if (pick(2) == 0) end_requirement();
    if (pick(6) == 0) end_rule();
    for (int count = pick(4); count > 0; --count) {
      if (pick(2) == 0) {
        add();
      } else {
        replace();
      }
    }
    std::shuffle(packs_.back().begin(), packs_.back().end(), random_);
  }

  [[nodiscard]] OnADay& at(int month) { return days_[static_cast<std::size_t>(month)]; }
  template <class Holds>
  bool all_of(int from, int to, const Holds& holds) {
    return std::all_of(days_.begin() + from, days_.begin() + to, holds);
  }
  std::pair<int, int> stretch() {
    const int from = pick(kMonths);
    return {from, pick(2) == 0 ? kMonths : from + 1 + pick(kMonths - from)};
  }
  void write(const char* kind, std::string block) {
    ++drawn[kind];
    packs_.back().push_back(std::move(block));
  }

  void end_requirement() {
    const int from = 1 + pick(kMonths - 1);
    const std::string name = std::string(1, "pqst"[pick(4)]);
    const auto last = [&](const OnADay& day) {
      return day.in_force && day.has(name) && day.asked.size() == 1;
    };
    const bool before = at(from - 1).in_force && at(from - 1).has(name);
    const bool ends = std::any_of(days_.begin() + from, days_.end(),
                                  [&](const OnADay& day) { return day.in_force && day.has(name); });
    if (!before || !ends || std::any_of(days_.begin() + from, days_.end(), last)) return;
    for (int month = from; month < kMonths; ++month) {
      std::erase_if(at(month).asked, [&](const Asked& each) { return each.name == name; });
    }
    endings_[name] = from;
    write("ended requirement", "modifica requisito cambiata." + name + "\n  cessa dal " +
                                   day_text(first(from)) + "\n  secondo " + source() + "\n");
  }

  void end_rule() {
    int from = 1 + pick(kMonths - 1);
    for (const auto& [name, day] : endings_) from = std::max(from, day + 1);
    if (from >= kMonths || !at(from - 1).in_force || !at(from).in_force) return;
    for (int month = from; month < kMonths; ++month) at(month) = OnADay{};
    write("ended rule", "modifica regola cambiata\n  secondo " + source() + "\n  cessa dal " +
                            day_text(first(from)) + "\n");
  }

  void add() {
    const auto [from, to] = stretch();
    const bool titled = pick(2) == 0 && own_.insert({packs_.size(), "title"}).second;  // once
    const std::string title = titled ? "Titolo " + std::to_string(pick(100)) : "";
    std::vector<Asked> added;
    for (const char* name : {"p", "t", "u"}) {
      const auto clashes = [&](const OnADay& day) { return day.has(name); };
      if (pick(2) == 0 || std::any_of(days_.begin() + from, days_.begin() + to, clashes)) continue;
      added.push_back({name, condition()});
    }
    if (!at(from).in_force || (title.empty() && added.empty())) return;
    for (int month = from; month < to; ++month) {
      if (!at(month).in_force) continue;
      if (!title.empty()) at(month).title = title;
      at(month).asked.insert(at(month).asked.end(), added.begin(), added.end());
    }
    for (const Asked& each : added) own_.insert({packs_.size(), each.name});
    std::string text = "modifica regola cambiata" + (title.empty() ? "" : " \"" + title + "\"") +
                       "\n  in vigore " + period(from, to) + "\n  secondo " + source() + "\n";
    for (const Asked& each : added) text += requirement(each);
    write(added.empty() ? "title" : "added", std::move(text));
  }

  // Not of what the pack itself has added, which it changes where it adds it.
  void replace() {
    const auto [from, to] = stretch();
    const std::string name = std::string(1, "pqst"[pick(4)]);
    if (!at(from).has(name) || own_.contains({packs_.size(), name})) return;
    const std::string text = condition();
    for (int month = from; month < to; ++month) {
      for (Asked& each : at(month).asked) {
        if (each.name == name) each.text = text;
      }
    }
    own_.insert({packs_.size(), name});
    write("replaced", "modifica requisito cambiata." + name + text + "\n  in vigore " +
                          period(from, to) + "\n  secondo " + source() + "\n");
  }

  std::mt19937& random_;
  std::vector<OnADay> days_;  // by month, for nothing changes within one
  std::string base_;
  std::vector<std::vector<std::string>> packs_;
  std::map<std::string, int> endings_;                 // of the pack that is drawn
  std::set<std::pair<std::size_t, std::string>> own_;  // what each pack has written
};

struct Compiled {
  std::optional<Rulebook> rulebook;
  std::string messages;
};

Compiled compiled(const std::vector<std::string>& packs) {
  SourceMap sources;
  for (std::size_t i = 0; i < packs.size(); ++i) {
    sources.add(std::to_string(i) + ".leps", packs[i]);
  }
  DiagnosticBag bag;
  Compiled result{compile(sources, bag), {}};
  result.messages = render(bag, sources, {});
  return result;
}

/// All that comes out for the rule and for what comes after it.
std::string outcome(const Rulebook& rulebook, const FactTable& facts) {
  const Assessment found = assess(rulebook, facts, std::nullopt);
  std::string text;
  for (const char* name : {"cambiata", "effetto"}) {
    const RuleResult& result = test::result_of(found, rulebook, name);
    text += std::string(name) + " " + test::describe(result.outcome.possible);
    if (result.rank) text += " #" + std::to_string(*result.rank);
    if (result.fragile) text += " fragile";
    const typed::RuleVersion* version = result.outcome.version;
    text += version ? " «" + version->title + "»\n" : "\n";
    if (!version) continue;
    // In which order two changes of one pack add their requirements is nothing.
    std::set<std::string> requirements;
    for (std::size_t i = 0; i < version->requirements.size(); ++i) {
      std::string line = "  " + version->requirements[i].name + " " +
                         test::describe(result.outcome.requirements[i].possible);
      if (const std::optional<Gap>& gap = result.gaps[i]) {
        line += " " + test::describe(*gap, rulebook.typed) + " " + test::describe(gap->relative);
        if (gap->cost) line += " € " + test::describe(*gap->cost);
      }
      requirements.insert(line + "\n");
    }
    for (const std::string& line : requirements) text += line;
  }
  return text;
}

void give(FactTable& facts, DatumId id, std::mt19937& random) {
  const auto pick = [&](unsigned below) { return static_cast<int>(random() % below); };
  if (pick(4) == 0) return;  // missing
  if (id.index >= 2) {
    facts.facts[id].value = pick(2) == 0;
    return;
  }
  const int lo = pick(8);
  facts.facts[id].value = Interval{Bound(lo), Bound(pick(4) == 0 ? lo + 1 : lo)};
}

}  // namespace

TEST_CASE("layers: a rule that packs change is the rule written out by hand") {
  const std::uint32_t seed = test::seed();
  CAPTURE(seed);
  std::mt19937 random(seed);
  std::map<std::string, int> drawn;
  for (int round = 0; round < 150; ++round) {
    Case one(random);
    for (const auto& [kind, count] : one.drawn) drawn[kind] += count;
    std::vector<std::string> layers = one.layered();
    std::string all;
    for (const std::string& each : layers) all += each + "---\n";
    CAPTURE(all);
    CAPTURE(one.flat());
    std::shuffle(layers.begin(), layers.end(), random);  // whatever the files are called
    const Compiled layered = compiled(layers), flat = compiled({one.flat()});
    REQUIRE_MESSAGE(layered.rulebook, layered.messages);
    REQUIRE_MESSAGE(flat.rulebook, flat.messages);
    for (const Day day : one.days()) {
      CAPTURE(day_text(day));
      FactTable facts;
      facts.ambito = "a";
      facts.year = year_of(day);
      facts.survey_date = day;
      facts.facts.resize(flat.rulebook->typed.data.size());
      for (const DatumId id : flat.rulebook->typed.data.keys()) give(facts, id, random);
      CHECK(outcome(*layered.rulebook, facts) == outcome(*flat.rulebook, facts));
    }
  }
  for (const char* kind : {"added", "title", "replaced", "ended requirement", "ended rule"}) {
    CAPTURE(kind);
    CHECK(drawn[kind] >= 5);  // else it says nothing of them
  }
}

TEST_CASE("layers: one more requirement makes nobody pass") {
  const std::uint32_t seed = test::seed();
  CAPTURE(seed);
  std::mt19937 random(seed);
  const auto pick = [&](unsigned below) { return static_cast<int>(random() % below); };
  const std::string head =
      "pacchetto legge versione \"1\"\nfonte f \"F\"\nunità FTE\n"
      "categoria LEPS \"Livello\" inderogabile\n"
      "dato x : FTE almeno 0 al massimo 9\ndato y : FTE almeno 0 al massimo 9\n"
      "dato a : sì/no\ndato b : sì/no\n"
      "regola effetto \"E\" categoria LEPS secondo f in vigore dal 1 gennaio 2021\n"
      "  requisito e: b\n  dopo cambiata\n"
      "regola cambiata \"R\" categoria LEPS secondo f in vigore dal 1 gennaio 2021\n";
  const auto condition = [&] {
    const std::string level = std::to_string(1 + pick(6));
    const std::string conditions[] = {"x almeno " + level + " FTE", "a", "a e b",
                                      "x / y almeno " + level, "y al massimo " + level + " FTE"};
    std::string text = conditions[pick(5)] + "\n";
    if (pick(3) == 0)
      text += "    si applica se " + std::string(pick(2) == 0 ? "b" : "x / y almeno 1") + "\n";
    return text;
  };
  int failed = 0;
  for (int round = 0; round < 60; ++round) {
    std::string law = head + "  requisito p: " + condition();
    if (pick(2) == 0) law += "  requisito q: " + condition();
    if (pick(2) == 0) law += "  parziale se x almeno 1 FTE\n";
    const std::string region =
        "pacchetto regione versione \"1\" estende legge versione \"1\"\nfonte dgr \"D\"\n"
        "modifica regola cambiata in vigore dal 1 gennaio 2025 secondo dgr\n  requisito n: " +
        condition() + (pick(2) == 0 ? "  requisito m: " + condition() : "");
    CAPTURE(law);
    CAPTURE(region);
    const Compiled base = compiled({law}), both = compiled({law, region});
    REQUIRE_MESSAGE(both.rulebook, both.messages);
    for (int i = 0; i < 20; ++i) {
      FactTable facts;
      facts.ambito = "a";
      facts.year = 2025;
      facts.survey_date = last_day_of(2025);
      facts.facts.resize(base.rulebook->typed.data.size());
      for (const DatumId id : base.rulebook->typed.data.keys()) give(facts, id, random);
      const Assessment before = assess(*base.rulebook, facts, std::nullopt);
      const Assessment after = assess(*both.rulebook, facts, std::nullopt);
      const RuleResult& old_one = test::result_of(before, *base.rulebook, "cambiata");
      const RuleResult& new_one = test::result_of(after, *both.rulebook, "cambiata");
      CAPTURE(test::describe(old_one.outcome.possible));
      CAPTURE(test::describe(new_one.outcome.possible));
      const auto passes = [](const RuleResult& result) {
        const VerdictSet& possible = result.outcome.possible;
        return possible.has(Verdict::soddisfatto) || possible.has(Verdict::non_applicabile);
      };
      if (passes(old_one)) continue;
      ++failed;
      CHECK(!passes(new_one));
      CHECK(new_one.outcome.possible == old_one.outcome.possible);
      if (old_one.relative_gap && new_one.relative_gap) {
        CHECK(old_one.relative_gap->lo <= new_one.relative_gap->lo);
        CHECK(old_one.relative_gap->hi <= new_one.relative_gap->hi);
      }
    }
  }
  CHECK(failed > 50);
}
