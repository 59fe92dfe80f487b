// `parte di`: each part with its whole. A datum has one whole at most, so wholes are a chain
// upwards and parts a tree downwards; whoever reads a datum walks both.
#include "check/check_parts.hpp"

#include "check/check_declarations.hpp"
#include "check/words.hpp"

#include <algorithm>

namespace leps::inline checking {
namespace {

// How many wholes may stand above one datum: each of them is looked at wherever the datum is read.
constexpr std::size_t kMostWholes = 32;

class Parts {
 public:
  explicit Parts(Context& context) : context_(context) {}

  void run() {
    for (const DatumId id : context_.resolved.data.keys()) {
      const ast::DatumDecl* decl = context_.resolved.data[id].decl;
      if (decl && decl->part_of) tie(id, *decl->part_of);
    }
    cut_circles();
    cut_chains();
    for (const DatumId id : context_.typed.data.keys()) {
      const auto& part_of = context_.typed.data[id].part_of;
      if (part_of) context_.typed.data[part_of->whole].parts.push_back(id);
    }
  }

 private:
  void tie(DatumId part, const ast::PartOf& written) {
    const auto whole = context_.resolved.meaning<DatumId>(written.whole);
    if (!whole || !context_.data[part] || !context_.data[*whole]) return;  // reported already
    if (!is_number(part, written) || !is_number(*whole, written)) return;
    const auto& own = std::get<NumberOf>(*context_.data[part]);
    const auto& others = std::get<NumberOf>(*context_.data[*whole]);
    if (own != others) {
      context_.bag
          .report(Code::part_other_unit, written.whole.span,
                  {name(part), describe(context_, own), name(*whole), describe(context_, others)})
          .label(declared(*whole), Text("l'intero è dichiarato qui", "the whole is declared here"))
          .hint(Text("se l'una non supera mai l'altro, dillo con un 'controllo … errore'",
                     "if the one never exceeds the other, say so with a 'check … error'"));
      return;
    }
    std::optional<Confidence> confidence;
    if (written.confidence) confidence = written.confidence->value;
    context_.typed.data[part].part_of =
        typed::Datum::PartOf{*whole, confidence, written.whole.span};
  }

  bool is_number(DatumId datum, const ast::PartOf& written) {
    const Type& type = *context_.data[datum];
    if (std::holds_alternative<NumberOf>(type)) return true;
    context_.bag
        .report(Code::part_not_a_number, written.whole.span,
                {name(datum), describe(context_, type)})
        .label(declared(datum), Text("è dichiarato qui", "it is declared here"));
    return false;
  }

  // Each datum is walked from once: what was walked before leads into no circle, or into one that
  // is cut.
  void cut_circles() {
    enum class Seen : char { no, on_the_way, yes };
    IdMap<DatumId, Seen> seen(context_.typed.data.size());
    for (const DatumId from : context_.typed.data.keys()) {
      std::vector<DatumId> way;
      std::optional<DatumId> at = from;
      while (at && seen[*at] == Seen::no) {
        seen[*at] = Seen::on_the_way;
        way.push_back(*at);
        at = whole_of(*at);
      }
      if (at && seen[*at] == Seen::on_the_way) {
        report_circle({std::find(way.begin(), way.end(), *at), way.end()});
      }
      for (const DatumId datum : way) seen[datum] = Seen::yes;
    }
  }

  void cut_chains() {
    for (const DatumId from : context_.typed.data.keys()) {
      std::size_t above = 0;
      for (auto whole = whole_of(from); whole && above <= kMostWholes; whole = whole_of(*whole)) {
        ++above;
      }
      if (above <= kMostWholes) continue;
      context_.bag
          .report(Code::part_too_deep, context_.typed.data[from].part_of->span,
                  {std::to_string(kMostWholes)})
          .hint(Text("scrivi di quale intero è parte senza passare per tutti gli altri",
                     "write of which whole it is part without going through all the others"));
      context_.typed.data[from].part_of.reset();
    }
  }

  void report_circle(const std::vector<DatumId>& circle) {
    std::string path = name(circle.front());
    for (std::size_t i = 1; i <= circle.size(); ++i)
      path += " → " + name(circle[i % circle.size()]);
    Diagnostic& found = context_.bag.report(
        Code::part_circle, context_.typed.data[circle.front()].part_of->span, {path});
    for (std::size_t i = 0; i < circle.size(); ++i) {
      const std::string part = "'" + name(circle[i]) + "' ";
      const std::string whole = " '" + name(circle[(i + 1) % circle.size()]) + "'";
      found.label(
          context_.typed.data[circle[i]].part_of->span,
          Text("qui " + part + "è parte di" + whole, "here " + part + "is part of" + whole));
    }
    found.hint(circle.size() == 1
                   ? Text("un dato è parte di un altro, che lo contiene",
                          "a datum is part of another one, which holds it")
                   : Text("togli uno di questi passi", "take away one of these steps"));
    for (const DatumId datum : circle) context_.typed.data[datum].part_of.reset();
  }

  [[nodiscard]] std::optional<DatumId> whole_of(DatumId part) const {
    const auto& part_of = context_.typed.data[part].part_of;
    return part_of ? std::optional(part_of->whole) : std::nullopt;
  }
  [[nodiscard]] const std::string& name(DatumId datum) const {
    return context_.typed.data[datum].name;
  }
  [[nodiscard]] Span declared(DatumId datum) const { return context_.typed.data[datum].span; }

  Context& context_;
};

}  // namespace

void check_parts(Context& context) { Parts(context).run(); }

}  // namespace leps::inline checking
