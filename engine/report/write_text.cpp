// For a terminal or an e-mail: one screen for each Ambito and year, from the verdicts to what to do
// first. Without colours it says the same.
#include "report/write_text.hpp"

#include "explain/summary.hpp"
#include "explain/totals.hpp"
#include "explain/verdict_sentence.hpp"
#include "report/terminal.hpp"
#include "words/text.hpp"
#include "words/words.hpp"

#include <algorithm>

namespace leps::inline reports {
namespace {

class TextWriter {
 public:
  TextWriter(const Report& report, WriteOptions options)
      : report_(report), out_(options.language, options.color) {}

  std::string operator()() {
    std::vector<AmbitoPage> pages;
    for (const Assessment& assessment : report_.assessments) {
      pages.push_back(make_page(report_, assessment, out_.language()));
    }
    if (pages.empty()) out_.line(out_.say("Nessun Ambito da valutare.", "No Ambito to judge."));
    if (pages.size() > 1) overview(pages);
    for (std::size_t i = 0; i < pages.size(); ++i) {
      if (i > 0 || pages.size() > 1) {
        out_.line();
        out_.line(out_.dim(repeated("─", kTerminalWidth)));
      }
      page(pages[i]);
    }
    left_out();
    return out_.text();
  }

 private:
  static std::string repeated(std::string_view text, std::size_t times) {
    std::string all;
    for (std::size_t i = 0; i < times; ++i) all += text;
    return all;
  }

  void overview(const std::vector<AmbitoPage>& pages) {
    out_.line(out_.bold(out_.say("Quadro d'insieme", "Overview")));
    overview_of_doubts(pages);
    std::vector<std::vector<std::string>> rows;
    rows.push_back({"Ambito", out_.say("anno", "year")});
    for (const CategoryCounts& category : pages.front().categories) {
      rows[0].push_back(category.name);
    }
    const bool doubted = std::any_of(pages.begin(), pages.end(),
                                     [](const AmbitoPage& page) { return !page.doubts.empty(); });
    if (doubted) rows[0].push_back(out_.say("dubbi", "doubts"));
    rows[0].push_back(out_.say("da fare per primo", "to do first"));
    for (const AmbitoPage& page : pages) {
      std::vector<std::string> row = {page.name, std::to_string(page.facts->year)};
      for (const CategoryCounts& category : page.categories) {
        row.push_back(counts_in_short(category));
      }
      if (doubted) row.push_back(page.doubts.empty() ? "" : std::to_string(page.doubts.size()));
      row.push_back(page.ranked.empty()
                        ? "–"
                        : page.rules[page.ranked.front()].name +
                              marks_of_rules(page, {page.ranked.front()}, out_.language()));
      rows.push_back(std::move(row));
    }
    out_.table(rows);
    std::string legend;
    for (const Verdict verdict : {Verdict::soddisfatto, Verdict::parziale, Verdict::non_soddisfatto,
                                  Verdict::non_valutabile}) {
      legend += (legend.empty() ? "" : "   ") + out_.verdict(verdict);
    }
    out_.line("  " + legend);
    totals();
  }

  // The first of each Ambito and year, and how many more its page has.
  void overview_of_doubts(const std::vector<AmbitoPage>& pages) {
    bool first = true;
    for (const AmbitoPage& page : pages) {
      if (page.doubts.empty()) continue;
      if (first) out_.line(out_.flag(out_.say("DATI INSOLITI", "ODD DATA")));
      first = false;
      out_.item("!", first_doubt_sentence(page, out_.language()), 2);
    }
    if (!first) out_.line();
  }

  void totals() {
    std::string scope;
    for (const Total& total : totals_of_many(report_)) {
      if (total.amount.hi.is_zero()) continue;
      if (const std::string own = total_scope(total, out_.language()); own != scope) {
        out_.heading(out_.say("In tutto, ", "In all, ") + own);
        scope = own;
      }
      out_.item("-", total_sentence(total, report_.rulebook->typed, out_.language()), 2);
    }
    if (!scope.empty()) out_.paragraph(totals_proviso(out_.language()), 2);
  }

  void page(const AmbitoPage& page) {
    header(page);
    verdicts(page);
    areas(page);
    what_to_do(page);
    what_it_takes(page);
    asked(page);
    amounts(page);
    list(out_.say("Ipotesi: ciò che non viene da una norma", "Assumptions: what no law gives"),
         page.assumptions);
    list(out_.say("Da verificare", "To be verified"), page.unverified);
    waivers(page);
  }

  void header(const AmbitoPage& page) {
    const FactTable& facts = *page.facts;
    std::string title = out_.bold(page.name + " · " + std::to_string(facts.year));
    if (facts.synthetic) {
      title += "  " + out_.flag(out_.say("DATI SINTETICI, INVENTATI", "SYNTHETIC, INVENTED DATA"));
    }
    if (facts.forecast) {
      title += "  " + out_.flag(out_.say("PREVISIONE, verdetti non definitivi",
                                         "FORECAST, verdicts not final"));
    }
    out_.line(title);
    std::string below = out_.say("dati al ", "data as of ") + page.survey;
    if (!facts.region.empty()) below = plain(facts.region) + " · " + below;
    out_.line(out_.dim(below));
    if (!facts.note.empty()) out_.paragraph(plain(facts.note), 0);
    doubts(page);
    out_.line();
    out_.paragraph(lead_sentence(page, out_.language()), 0);
    out_.line();
  }

  // Before any verdict: a number that is wrong by a factor makes them all wrong.
  void doubts(const AmbitoPage& page) {
    if (page.doubts.empty()) return;
    out_.line();
    out_.line(out_.flag(out_.say("DATI INSOLITI", "ODD DATA")));
    out_.paragraph(doubts_sentence(page, out_.language()), 0);
    for (const PageDoubt& each : page.doubts) {
      out_.item(std::to_string(each.doubt.number) + ".",
                doubt_sentence(each.doubt, out_.language()) + " · " +
                    touched_sentence(page, each, out_.language()),
                2);
    }
  }

  void verdicts(const AmbitoPage& page) {
    std::vector<std::vector<std::string>> rows;
    rows.push_back({out_.say("verdetto", "verdict"), out_.say("regola", "rule"),
                    out_.say("lacuna", "gap"), out_.say("relativa", "relative"),
                    out_.say("posto", "place")});
    for (const Explanation& rule : page.rules) {
      const bool gap = rule.shows_gap();
      rows.push_back({out_.verdict(rule.verdict) + verdict_marks(rule, out_.language()),
                      rule.name + marks(rule), gap ? rule.gap_short : "", gap ? rule.relative : "",
                      rule.result->rank ? std::to_string(*rule.result->rank) : ""});
    }
    out_.table(rows);
    bool assumed = false, waived = false, fragile = false;
    for (const Explanation& rule : page.rules) {
      assumed = assumed || !rule.assumptions.empty();
      waived = waived || !rule.waivers.empty();
      fragile = fragile || !rule.fragile.empty();
    }
    std::string legend;
    const auto add = [&](bool used, const std::string& text) {
      if (used) legend += (legend.empty() ? "" : "   ") + text;
    };
    add(assumed, out_.say("* si regge su un'ipotesi", "* rests on an assumption"));
    add(fragile,
        out_.say("(fragile) ciò da cui dipende manca", "(fragile) what it needs is not met"));
    add(waived, out_.say("(deroga) c'è un atto di deroga", "(waiver) there is a waiver"));
    add(std::any_of(page.rules.begin(), page.rules.end(),
                    [](const Explanation& rule) { return rule.draft; }),
        out_.say("BOZZA: non è ancora norma", "DRAFT: not law yet"));
    if (!legend.empty()) out_.line("  " + out_.dim(legend));
    for (const Explanation& rule : page.rules) {
      if (!rule.fragile.empty()) out_.item("!", rule.name + ": " + rule.fragile, 2);
    }
    for (const Explanation& rule : page.rules) {
      for (const UsedDatum& datum : rule.data) {
        for (const ShownOther& other : datum.others) {
          if (!other.would_be || *other.would_be == rule.verdict) continue;
          out_.item("!",
                    rule.name + ", " + datum.name + ": " +
                        other_sentence(other, rule.verdict, out_.language()),
                    2);
        }
      }
    }
  }

  std::string marks(const Explanation& rule) const {
    std::string text;
    if (!rule.assumptions.empty()) text += " *";
    if (!rule.fragile.empty()) text += out_.say(" (fragile)", " (fragile)");
    if (!rule.within_tolerance.empty()) text += " (" + rule.within_tolerance + ")";
    if (rule.waivers.empty()) return text;
    const bool all_expired = std::all_of(rule.waivers.begin(), rule.waivers.end(),
                                         [](const ShownWaiver& waiver) { return waiver.expired; });
    text += all_expired ? out_.say(" (deroga scaduta)", " (expired waiver)")
                        : out_.say(" (deroga)", " (waiver)");
    return text;
  }

  void areas(const AmbitoPage& page) {
    if (page.areas.empty()) return;
    out_.heading(out_.say("Area per area", "Area by area"));
    for (const PageArea& area : page.areas) {
      out_.line("  " + out_.bold(area.title));
      for (const std::size_t place : area.rules) {
        const Explanation& rule = page.rules[place];
        out_.item("-",
                  out_.verdict(rule.verdict) + verdict_marks(rule, out_.language()) + " " +
                      rule.name + marks(rule),
                  4);
      }
      for (const std::size_t place : area.amounts) {
        const ExplainedAmount& amount = page.amounts[place];
        out_.item("-",
                  amount.name + " = " + amount.value +
                      result_marks(amount.draft, amount.doubts, out_.language()),
                  4);
      }
      if (area.unjudged()) out_.paragraph(no_rule_judges_it(out_.language()), 4);
      for (const std::string& note : area.notes) out_.paragraph(note, 4);
      if (const std::string data = area.data_sentence(out_.language()); !data.empty()) {
        out_.paragraph(capitalized(data) + ".", 4);
      }
    }
  }

  void what_to_do(const AmbitoPage& page) {
    if (page.ranked.empty()) return;
    out_.heading(out_.say("Che cosa fare per primo", "What to do first"));
    for (const std::size_t place : page.ranked) {
      const Explanation& rule = page.rules[place];
      out_.item(std::to_string(*rule.result->rank) + ".",
                out_.bold(rule.name) + " — " + rule.title +
                    result_marks(rule.draft, rule.doubts, out_.language()),
                2);
      out_.paragraph(capitalized(rule.rank_reason) + ".", 5);
      if (!rule.no_value.empty()) out_.paragraph(rule.headline, 5);
      for (const ExplainedRequirement& requirement : rule.requirements) {
        const bool open = requirement.verdict == Verdict::non_soddisfatto ||
                          requirement.verdict == Verdict::non_valutabile;
        if (!open) continue;
        out_.statement(requirement.statement, 5);
        for (const ShownWeek& week : requirement.weeks) {
          out_.paragraph(week_sentence(week, out_.language()), 7);
        }
      }
      if (!rule.cost.empty()) out_.paragraph(out_.say("Costo: ", "Cost: ") + rule.cost, 5);
    }
  }

  void what_it_takes(const AmbitoPage& page) {
    if (page.needs.empty() && page.activations.empty()) return;
    out_.heading(out_.say("Che cosa serve", "What it takes"));
    for (const Need& need : page.needs) {
      std::string text = show_need(need, out_.language()) + " · " + need.label;
      if (need.cost && need.cost->hi.finite()) {
        text += " · " + show_cost(*need.cost, need.cost_unit, out_.language());
      }
      out_.item("-", text + marks_of_rules(page, need.rules, out_.language()), 2);
    }
    for (const Activation& activation : page.activations) {
      out_.item("-",
                out_.say("da attivare · ", "to activate · ") + activation.label +
                    marks_of_rules(page, {activation.rule}, out_.language()),
                2);
    }
    if (!page.total_cost.empty()) out_.paragraph(page.total_cost, 2);
  }

  void asked(const AmbitoPage& page) {
    if (page.asked.empty()) return;
    out_.heading(out_.say("Dati da chiedere", "Data to ask for"));
    std::vector<std::string> idle;
    for (const Asked& asked : page.asked) {
      if (asked.decides.empty()) {
        idle.push_back(asked.datum.name);
        continue;
      }
      std::string text = asked.datum.label() + " (" + asked.datum.name + ")" +
                         for_which_rows(asked.datum, out_.language());
      if (!asked.datum.held_by.empty()) {
        text += out_.say(" · da chiedere a ", " · ask ") + asked.datum.held_by;
      }
      const auto names = [&](const std::vector<std::size_t>& places) {
        std::vector<std::string> all;
        for (const std::size_t place : places) all.push_back(page.rules[place].name);
        return join_words(all, out_.language());
      };
      text += out_.say(" · decide ", " · decides ") + names(asked.decides);
      out_.item("-", text, 2);
    }
    if (!idle.empty()) {
      out_.item("-",
                out_.say("Non cambiano nessun verdetto: ", "These change no verdict: ") +
                    join_words(idle, out_.language()),
                2);
    }
  }

  void amounts(const AmbitoPage& page) {
    if (page.amounts.empty()) return;
    out_.heading(out_.say("Importi calcolati", "Computed amounts"));
    for (const ExplainedAmount& amount : page.amounts) {
      out_.item("-",
                amount.name + " = " + out_.bold(amount.value) +
                    result_marks(amount.draft, amount.doubts, out_.language()) +
                    (amount.title.empty() ? "" : " · " + amount.title) +
                    (amount.worked_out.empty() ? "" : " · " + amount.worked_out),
                2);
    }
  }

  void list(const std::string& title, const std::vector<std::string>& items) {
    if (items.empty()) return;
    out_.heading(title);
    for (const std::string& item : items) out_.item("-", item, 2);
  }

  void waivers(const AmbitoPage& page) {
    bool first = true;
    for (const Explanation& rule : page.rules) {
      for (const ShownWaiver& waiver : rule.waivers) {
        if (first)
          out_.heading(out_.say("Deroghe: il verdetto non cambia", "Waivers: the verdict stays"));
        first = false;
        out_.item("-", rule.name + ": " + waiver_sentence(waiver, out_.language()), 2);
      }
    }
  }

  void left_out() {
    if (report_.diagnostics.empty()) return;
    out_.heading(out_.say("Avvisi sui dati e sulle regole", "Findings about data and rules"));
    for (const Diagnostic& diagnostic : report_.diagnostics.all()) {
      std::string place = plain(diagnostic.path);
      if (diagnostic.where) place = place_of(*diagnostic.where, report_.sources);
      out_.item("-",
                (place.empty() ? "" : place + ": ") +
                    plain(diagnostic.message.in(out_.language())) + " [" +
                    std::string(name(diagnostic.code)) + "]",
                2);
    }
  }

  const Report& report_;
  Terminal out_;
};

}  // namespace

std::string write_text(const Report& report, WriteOptions options) {
  return TextWriter(report, options)();
}

}  // namespace leps::inline reports
