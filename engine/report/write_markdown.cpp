// Markdown, for a wiki or a repository: the tables of the terminal screen, then every rule in full.
#include "report/write_markdown.hpp"

#include "explain/summary.hpp"
#include "explain/totals.hpp"
#include "explain/verdict_sentence.hpp"
#include "report/markdown_text.hpp"
#include "words/text.hpp"
#include "words/words.hpp"

#include <algorithm>

namespace leps::inline reports {
namespace {

class MarkdownWriter {
 public:
  MarkdownWriter(const Report& report, Language language) : report_(report), language_(language) {}

  std::string operator()() {
    std::vector<AmbitoPage> pages;
    for (const Assessment& assessment : report_.assessments) {
      pages.push_back(make_page(report_, assessment, language_));
    }
    line("# " + say("Livelli essenziali delle prestazioni sociali",
                    "Essential levels of social services"));
    if (pages.size() > 1) overview(pages);
    for (const AmbitoPage& each : pages) page(each);
    rules();
    return text_;
  }

 private:
  [[nodiscard]] std::string say(std::string_view italian, std::string_view english) const {
    return std::string(language_ == Language::italian ? italian : english);
  }
  void line(std::string_view text = {}) {
    text_ += text;
    text_ += '\n';
  }
  void section(std::string_view title) {
    if (!text_.ends_with("\n\n")) line();
    line(title);
    line();
  }
  void row(const std::vector<std::string>& cells) {
    std::string text = "|";
    for (const std::string& cell : cells) text += " " + cell + " |";
    line(text);
  }
  void table_head(const std::vector<std::string>& cells) {
    row(cells);
    row(std::vector<std::string>(cells.size(), "---"));
  }
  [[nodiscard]] std::string verdict(Verdict verdict) const {
    return std::string(verdict_symbol(verdict)) + " " +
           std::string(verdict_word(verdict, language_));
  }

  void overview(const std::vector<AmbitoPage>& pages) {
    section("## " + say("Quadro d'insieme", "Overview"));
    overview_of_doubts(pages);
    std::vector<std::string> head = {"Ambito", say("Anno", "Year")};
    for (const CategoryCounts& category : pages.front().categories) {
      head.push_back(prose(category.title.empty() ? category.name : category.title));
    }
    head.push_back(say("Dubbi", "Doubts"));
    head.push_back(say("Da fare per primo", "To do first"));
    table_head(head);
    for (const AmbitoPage& page : pages) {
      std::vector<std::string> cells = {prose(page.name), std::to_string(page.facts->year)};
      for (const CategoryCounts& category : page.categories) {
        cells.push_back(counts_in_short(category));
      }
      cells.push_back(page.doubts.empty() ? "" : std::to_string(page.doubts.size()));
      cells.push_back(page.ranked.empty()
                          ? "–"
                          : code(page.rules[page.ranked.front()].name) +
                                prose(marks_of_rules(page, {page.ranked.front()}, language_)));
      row(cells);
    }
    std::vector<std::string> legend;
    for (const Verdict each : {Verdict::soddisfatto, Verdict::parziale, Verdict::non_soddisfatto,
                               Verdict::non_valutabile}) {
      legend.push_back(verdict(each));
    }
    line();
    line(join_words(legend, language_) + ".");
    totals();
  }

  void overview_of_doubts(const std::vector<AmbitoPage>& pages) {
    bool first = true;
    for (const AmbitoPage& page : pages) {
      if (page.doubts.empty()) continue;
      if (first) {
        line("**" + say("DATI INSOLITI", "ODD DATA") + "**");
        line();
      }
      first = false;
      line("- ⚠ " + prose(first_doubt_sentence(page, language_)));
    }
    if (!first) line();
  }

  void totals() {
    std::string scope;
    for (const Total& total : totals_of_many(report_)) {
      if (total.amount.hi.is_zero()) continue;
      if (const std::string own = total_scope(total, language_); own != scope) {
        section("### " + say("In tutto, ", "In all, ") + prose(own));
        scope = own;
      }
      line("- " + prose(total_sentence(total, report_.rulebook->typed, language_)));
    }
    if (scope.empty()) return;
    line();
    line(totals_proviso(language_));
  }

  void page(const AmbitoPage& page) {
    const FactTable& facts = *page.facts;
    section("## " + prose(page.name) + " · " + std::to_string(facts.year));
    if (facts.synthetic) {
      line("**" +
           say("DATI SINTETICI, INVENTATI: questi verdetti non dicono nulla di un Ambito vero.",
               "SYNTHETIC, INVENTED DATA: these verdicts say nothing of a real Ambito.") +
           "**");
      line();
    }
    if (facts.forecast) {
      line("**" + say("PREVISIONE: verdetti non definitivi.", "FORECAST: verdicts not final.") +
           "**");
      line();
    }
    doubts(page);
    line(prose(lead_sentence(page, language_)) + " " + say("Dati al ", "Data as of ") +
         page.survey + ".");
    if (!facts.note.empty()) {
      line();
      line(paragraph(plain(facts.note)));
    }
    line();
    table_head({say("Verdetto", "Verdict"), say("Regola", "Rule"),
                say("Che cosa chiede", "What it asks"), say("Lacuna", "Gap"),
                say("Relativa", "Relative"), say("Posto", "Place")});
    for (const Explanation& rule : page.rules) {
      const bool gap = rule.shows_gap();
      row({std::string(verdict_symbol(rule.verdict)) + " " +
               prose(verdict_in_full(rule, language_)) + waived(rule),
           code(rule.name), prose(rule.title), gap ? prose(rule.gap_short) : "",
           gap ? prose(rule.relative) : "",
           rule.result->rank ? std::to_string(*rule.result->rank) : ""});
    }

    areas(page);
    if (!page.ranked.empty()) {
      section("### " + say("Che cosa fare per primo", "What to do first"));
      for (const std::size_t place : page.ranked) {
        const Explanation& rule = page.rules[place];
        line(std::to_string(*rule.result->rank) + ". **" + prose(rule.title) + "**" +
             marks(rule.draft, rule.doubts) + " — " + prose(rule.rank_reason) + ".");
      }
    }
    needs(page);
    asked(page);
    amounts(page);
    list(say("Ipotesi: ciò che non viene da una norma", "Assumptions: what no law gives"),
         page.assumptions);
    list(say("Da verificare", "To be verified"), page.unverified);
    section("### " + say("Ogni regola", "Every rule"));
    for (const Explanation& rule : page.rules) card(rule);
  }

  void areas(const AmbitoPage& page) {
    if (page.areas.empty()) return;
    section("### " + say("Area per area", "Area by area"));
    for (const PageArea& area : page.areas) {
      line("- **" + prose(area.title) + "**" +
           (area.unjudged() ? ": " + uncapitalized(no_rule_judges_it(language_)) : ""));
      for (const std::string& note : area.notes) line("  - " + prose(note));
      for (const std::size_t place : area.rules) {
        const Explanation& rule = page.rules[place];
        line("  - " + std::string(verdict_symbol(rule.verdict)) + " " +
             prose(verdict_in_full(rule, language_)) + " · " + prose(rule.title));
      }
      for (const std::size_t place : area.amounts) {
        const ExplainedAmount& amount = page.amounts[place];
        line("  - " + prose(amount.title.empty() ? amount.name : amount.title) + ": **" +
             prose(amount.value) + "**" + marks(amount.draft, amount.doubts));
      }
      if (const std::string data = area.data_sentence(language_); !data.empty()) {
        line("  - " + prose(capitalized(data)) + ".");
      }
    }
  }

  void doubts(const AmbitoPage& page) {
    if (page.doubts.empty()) return;
    line("**" + say("DATI INSOLITI", "ODD DATA") + ".** " +
         prose(doubts_sentence(page, language_)));
    line();
    for (const PageDoubt& each : page.doubts) {
      line(std::to_string(each.doubt.number) + ". " +
           prose(doubt_sentence(each.doubt, language_) + " · " +
                 touched_sentence(page, each, language_)));
    }
    line();
  }

  void needs(const AmbitoPage& page) {
    if (page.needs.empty() && page.activations.empty()) return;
    section("### " + say("Che cosa serve", "What it takes"));
    for (const Need& need : page.needs) {
      line("- " + prose(show_need(need, language_)) + " · " + prose(need.label) +
           (need.cost && need.cost->hi.finite()
                ? " · " + show_cost(*need.cost, need.cost_unit, language_)
                : "") +
           prose(marks_of_rules(page, need.rules, language_)));
    }
    for (const Activation& activation : page.activations) {
      line("- " + say("da attivare · ", "to activate · ") + prose(activation.label) +
           prose(marks_of_rules(page, {activation.rule}, language_)));
    }
    if (!page.total_cost.empty()) {
      line();
      line(prose(page.total_cost));
    }
  }

  void asked(const AmbitoPage& page) {
    if (page.asked.empty()) return;
    section("### " + say("Dati da chiedere", "Data to ask for"));
    table_head({say("Dato", "Datum"), say("A chi", "From whom"), say("Decide", "Decides"),
                say("Serve a", "Serves")});
    const auto names = [&](const std::vector<std::size_t>& places) {
      std::vector<std::string> all;
      for (const std::size_t place : places) all.push_back(code(page.rules[place].name));
      return join_words(all, language_);
    };
    for (const Asked& asked : page.asked) {
      row({prose(asked.datum.label()) + " " + code(asked.datum.name) +
               prose(for_which_rows(asked.datum, language_)),
           prose(asked.datum.held_by), names(asked.decides), names(asked.serves)});
    }
  }

  void amounts(const AmbitoPage& page) {
    if (page.amounts.empty()) return;
    section("### " + say("Importi calcolati", "Computed amounts"));
    for (const ExplainedAmount& amount : page.amounts) {
      line("- " + code(amount.name) + " = **" + prose(amount.value) + "**" +
           marks(amount.draft, amount.doubts) +
           (amount.title.empty() ? "" : " · " + prose(amount.title)) +
           (amount.worked_out.empty() ? "" : " · " + prose(amount.worked_out)));
      line("  - " + code(amount.formula.written));
      line("  - " + code(amount.formula.with_numbers));
      for (const std::string& shares : amount.formula.by_band) line("  - " + code(shares));
      rows(amount.rows, "  ");
      weeks(amount.weeks, "  ");
    }
  }

  [[nodiscard]] std::string marks(bool draft, const std::vector<ShownDoubt>& doubts) const {
    return prose(result_marks(draft, doubts, language_));
  }

  // An act beside the verdict, never in place of it.
  [[nodiscard]] std::string waived(const Explanation& rule) const {
    if (rule.waivers.empty()) return {};
    const bool all_expired = std::all_of(rule.waivers.begin(), rule.waivers.end(),
                                         [](const ShownWaiver& waiver) { return waiver.expired; });
    return all_expired ? say(" · deroga scaduta", " · expired waiver")
                       : say(" · deroga", " · waiver");
  }

  void rows(const std::vector<UsedRows>& all, const std::string& indent) {
    for (const UsedRows& each : all) {
      line(indent + "- " + prose(rows_sentence(each, language_)) + ":");
      for (const UsedRow& row : each.rows) {
        const std::string_view mark = row.state == Statement::State::holds
                                          ? (each.conditions ? "✓ " : "")
                                          : (row.state == Statement::State::fails ? "✗ " : "? ");
        line(indent + "  - " + std::string(mark) + prose(row.key) +
             (row.brings.empty() ? "" : ": " + code(row.brings)) +
             (row.place.empty() ? "" : " · " + prose(row.place)));
      }
      if (const std::string more = more_rows(each, language_); !more.empty()) {
        line(indent + "  - " + prose(more));
      }
    }
  }

  void weeks(const std::vector<ShownWeek>& all, const std::string& indent) {
    for (const ShownWeek& week : all) {
      line(indent + "- " + code(week.formula) + ": " + prose(week_sentence(week, language_)));
      for (const std::string& each : week.holidays) line(indent + "  - " + prose(each));
    }
  }

  void list(const std::string& title, const std::vector<std::string>& items) {
    if (items.empty()) return;
    section("### " + title);
    for (const std::string& item : items) line("- " + prose(item));
  }

  void changes(const std::vector<ExplainedChange>& all, const std::string& indent) {
    for (const ExplainedChange& change : all) {
      std::string text = indent + "- " + prose(change.text);
      for (const CitedSource& source : change.by) text += ", " + prose(source.title);
      line(text);
    }
  }

  void statement(const Statement& statement, std::size_t depth) {
    line(std::string(2 * depth, ' ') + "- " + prose(statement.text));
    for (const Statement& part : statement.parts) this->statement(part, depth + 1);
  }

  void card(const Explanation& rule) {
    section("#### " + std::string(verdict_symbol(rule.verdict)) + " " + prose(rule.title));
    line("**" + prose(verdict_in_full(rule, language_)) + "**" + waived(rule) + " · " +
         code(rule.name) + " · " +
         prose(rule.category_title.empty() ? rule.category : rule.category_title));
    line();
    line(prose(rule.headline));
    for (const std::string& doubt : doubt_sentences(rule.doubts, language_)) {
      line();
      line("⚠ " + prose(doubt));
    }
    if (!rule.fragile.empty()) {
      line();
      line(prose(rule.fragile));
    }
    line();
    for (const ExplainedRequirement& requirement : rule.requirements) {
      if (!requirement.statement.text.empty()) statement(requirement.statement, 0);
      line("  - " + code(requirement.formula.written));
      if (!requirement.formula.with_numbers.empty()) {
        line("  - " + code(requirement.formula.with_numbers));
      }
      for (const std::string& shares : requirement.formula.by_band) line("  - " + code(shares));
      if (!requirement.formula.worked_out.empty()) {
        line("  - " + code(requirement.formula.worked_out));
      }
      changes(requirement.changes, "  ");
      rows(requirement.rows, "  ");
      weeks(requirement.weeks, "  ");
    }
    changes(rule.changes, "");
    for (const CitedSource& source : rule.sources) {
      std::string text = "- " + say("Fonte: ", "Source: ");
      const auto& link = source.urn_link ? source.urn_link : source.url_link;
      text += link ? "[" + prose(source.title) + "](<" + *link + ">)" : prose(source.title);
      line(text);
    }
    for (const std::string& doubt : texts(rule.assumptions)) {
      line("- " + say("Ipotesi: ", "Assumption: ") + prose(doubt));
    }
    for (const std::string& doubt : texts(rule.unverified)) {
      line("- " + say("Da verificare: ", "To be verified: ") + prose(doubt));
    }
    for (const UsedParameter& parameter : rule.parameters) {
      if (parameter.amended.empty()) continue;
      line("- " + code(parameter.name) + " = " + prose(parameter.value) + " · " +
           prose(parameter.amended));
    }
    for (const UsedDatum& datum : rule.data) {
      std::string text = "- " + code(datum.name) + " = " + prose(datum.value);
      if (!datum.worked_out.empty()) text += " · " + prose(datum.worked_out);
      if (!datum.held.empty()) text += " · " + prose(datum.held);
      if (!datum.place.empty()) text += " · " + prose(datum.place);
      if (!datum.origin.empty()) text += " · " + prose(datum.origin);
      if (!datum.as_of.empty()) text += " · " + datum.as_of;
      if (!datum.known && !datum.held_by.empty()) {
        text += " · " + say("da chiedere a ", "ask ") + prose(datum.held_by);
      }
      line(text);
      if (!datum.blank_rows.empty()) line("  - " + prose(blanks_sentence(datum, language_)));
      for (const ShownOther& other : datum.others) {
        line("  - " + prose(other_sentence(other, rule.verdict, language_)) +
             (other.place.empty() ? "" : " · " + prose(other.place)));
      }
    }
    for (const ShownWaiver& waiver : rule.waivers) {
      line("- " + say("Deroga (il verdetto non cambia): ", "Waiver (the verdict stays): ") +
           prose(waiver_sentence(waiver, language_)));
    }
  }

  void rules() {
    section("## " + say("Regole usate", "Rules used"));
    table_head({say("Pacchetto", "Pack"), say("Versione", "Version"), "File", "SHA-256"});
    for (const RulebookSource& source : report_.rulebook->sources) {
      row({prose(plain(source.pack)) +
               (source.draft ? " · " + std::string(draft_word(language_)) : ""),
           prose(plain(source.version)), prose(plain(source.file)), code(source.sha256)});
    }
  }

  const Report& report_;
  Language language_;
  std::string text_;
};

}  // namespace

std::string write_markdown(const Report& report, WriteOptions options) {
  return MarkdownWriter(report, options.language)();
}

}  // namespace leps::inline reports
