#include "resolve/other_kinds.hpp"

#include "syntax/keywords.hpp"

namespace leps::inline resolving {
namespace {

std::optional<OtherMeaning> field_called(const Resolved& resolved, std::string_view name) {
  for (const Resolved::DatumEntry& datum : resolved.data) {
    if (!datum.field || datum.field->name.text != name) continue;
    const std::string& table = datum.table->name.text;
    return OtherMeaning{
        NameKind::field,
        datum.field->name.span,
        {"un campo dell'elenco '" + table + "'", "a field of the table '" + table + "'"},
        table};
  }
  return std::nullopt;
}

std::optional<OtherMeaning> requirement_called(const Resolved& resolved, std::string_view name) {
  for (const Resolved::RuleEntry& rule : resolved.rules) {
    for (const auto& version : rule.versions) {
      for (const ast::Requirement& each : version.decl->requirements) {
        if (each.name.text != name) continue;
        return OtherMeaning{NameKind::requirement,
                            each.name.span,
                            {"un requisito della regola '" + rule.name + "'",
                             "a requirement of the rule '" + rule.name + "'"},
                            rule.name};
      }
    }
  }
  return std::nullopt;
}

/// A sentence in which {0} is the name, {1} its table or rule, and {2}, {3} are keywords.
struct Advice {
  Role role;
  NameKind kind;
  Text sentence;
  std::vector<Keyword> keywords = {};
  const char* written = "";  // in place of the name, where that is all
};

const Text kVerdictOf("di una regola si scrive il verdetto, senza '=': {0} {2}",
                      "of a rule its verdict is written, without '=': {0} {2}");
const Text kFindingOf("di un controllo scrivi '{0} {2}' o '{0} {3} {2}'",
                      "of a check write '{0} {2}' or '{0} {3} {2}'");
const Text kAmountOf("di un calcolo si scrive il valore: {0} = …",
                     "of a computed amount its value is written: {0} = …");
const Text kGivenBefore("si dà prima di '{2}': {0} = …", "it is given before '{2}': {0} = …");
const Text kOfPack(
    "un parametro vale quanto dice il pacchetto: un esempio non lo dà e non lo attende",
    "a parameter is what the package says: an example neither gives nor expects it");
const Text kNoVerdictInside(
    "il verdetto di una regola non si può usare in un'espressione: ripeti la sua condizione, o "
    "mettila in un '{2}' che usano tutte e due",
    "the verdict of a rule cannot be used in an expression: repeat its condition, or put it into a "
    "'{2}' that both use");
const Text kNoLever("una leva è un dato dell'Ambito che sta nella condizione",
                    "a lever is a datum of the Ambito that stands in the condition");

const Advice kAdvice[] = {
    {Role::expected_verdict, NameKind::check, kFindingOf, {Keyword::raised, Keyword::logical_not}},
    {Role::expected_verdict, NameKind::computed, kAmountOf},
    {Role::expected_verdict, NameKind::datum, kGivenBefore, {Keyword::expect}},
    {Role::expected_verdict, NameKind::table, kGivenBefore, {Keyword::expect}},
    {Role::expected_verdict, NameKind::parameter, kOfPack},
    {Role::expected_verdict,
     NameKind::requirement,
     {"scrivi anche la sua regola: {1}.{0}", "write its rule too: {1}.{0}"},
     {},
     "{1}.{0}"},
    {Role::expected_finding,
     NameKind::rule,
     {"di una regola si scrive il verdetto: {0} {2}", "of a rule its verdict is written: {0} {2}"},
     {Keyword::met}},
    {Role::expected_finding, NameKind::computed, kAmountOf},
    {Role::expected_finding,
     NameKind::requirement,
     {"di un requisito si scrive il verdetto: {1}.{0} {2}",
      "of a requirement its verdict is written: {1}.{0} {2}"},
     {Keyword::met}},
    {Role::expected_amount, NameKind::rule, kVerdictOf, {Keyword::met}},
    {Role::expected_amount, NameKind::check, kFindingOf, {Keyword::raised, Keyword::logical_not}},
    {Role::expected_amount, NameKind::datum, kGivenBefore, {Keyword::expect}},
    {Role::expected_amount, NameKind::table, kGivenBefore, {Keyword::expect}},
    {Role::expected_amount, NameKind::parameter, kOfPack},
    {Role::expected_amount,
     NameKind::requirement,
     {"di un requisito si scrive il verdetto, senza '=': {1}.{0} {2}",
      "of a requirement its verdict is written, without '=': {1}.{0} {2}"},
     {Keyword::met}},
    {Role::given, NameKind::parameter, kOfPack},
    {Role::given,
     NameKind::computed,
     {"un calcolo si ricava dai dati: il suo valore si attende, dopo '{2}'",
      "a computed amount follows from the data: its value is expected, behind '{2}'"},
     {Keyword::expect}},
    {Role::given,
     NameKind::rule,
     {"il verdetto di una regola si attende, dopo '{2}': {0} {3}",
      "the verdict of a rule is expected, behind '{2}': {0} {3}"},
     {Keyword::expect, Keyword::met}},
    {Role::given,
     NameKind::check,
     {"che un controllo segnali si attende, dopo '{2}': {0} {3}",
      "that a check is raised is expected, behind '{2}': {0} {3}"},
     {Keyword::expect, Keyword::raised}},
    {Role::given,
     NameKind::field,
     {"un campo si dà nelle righe del suo elenco: {1} = [({0} = …)]",
      "a field is given in the rows of its table: {1} = [({0} = …)]"}},
    {Role::value,
     NameKind::field,
     {"scrivi di quali righe: {2}(r.{0} {3} r {4} {1}), o '{3} r {4} {1}: …' con r.{0} dentro",
      "write of which rows: {2}(r.{0} {3} r {4} {1}), or '{3} r {4} {1}: …' with r.{0} inside"},
     {Keyword::sum, Keyword::for_every, Keyword::in}},
    {Role::value,
     NameKind::table,
     {"un elenco ha righe: {2}(r.campo {3} r {4} {0}), o '{3} r {4} {0}: …' con r.campo dentro",
      "a table has rows: {2}(r.field {3} r {4} {0}), or '{3} r {4} {0}: …' with r.field inside"},
     {Keyword::sum, Keyword::for_every, Keyword::in}},
    {Role::value, NameKind::rule, kNoVerdictInside, {Keyword::computed}},
    {Role::value, NameKind::requirement, kNoVerdictInside, {Keyword::computed}},
    {Role::value,
     NameKind::check,
     {"un controllo guarda i dati e non ha un valore: ripeti la sua condizione, o mettila in un "
      "'{2}' che usano tutti e due",
      "a check looks at the data and has no value: repeat its condition, or put it into a '{2}' "
      "that both use"},
     {Keyword::computed}},
    {Role::value,
     NameKind::group,
     {"di un gruppo si usa il totale: {2}(x; {0})", "of a group the total is used: {2}(x; {0})"},
     {Keyword::total}},
    {Role::value,
     NameKind::unit,
     {"un'unità sta dopo un numero: 1 {0}", "a unit stands behind a number: 1 {0}"}},
    {Role::value,  // before a dot
     NameKind::parameter,
     {"il valore che ha per una parola si scrive {0}[parola]",
      "the value that it has for a word is written {0}[word]"}},
    {Role::lever, NameKind::parameter, kNoLever},
    {Role::lever, NameKind::computed, kNoLever},
    {Role::lever, NameKind::table, kNoLever},
    {Role::lever,
     NameKind::field,
     {"una leva è un dato dell'Ambito, non il campo di una riga",
      "a lever is a datum of the Ambito, not the field of a row"}},
    {Role::after,
     NameKind::requirement,
     {"'{2}' vuole una regola, non un requisito: {2} {1}",
      "'{2}' takes a rule, not a requirement: {2} {1}"},
     {Keyword::after},
     "{1}"},
};

}  // namespace

std::optional<OtherMeaning> meaning_elsewhere(const Names& names, const Resolved& resolved,
                                              std::string_view name) {
  if (auto known = any_meaning(names, resolved, name)) {
    known->what = one(known->kind);
    return known;
  }
  if (const auto at = names.checks.find(name); at != names.checks.end()) {
    return OtherMeaning{NameKind::check, resolved.checks[at->second].decl->name.span,
                        one(NameKind::check)};
  }
  if (auto field = field_called(resolved, name)) return field;
  return requirement_called(resolved, name);
}

void report_swapped_total(const ast::Identifier& group, const ast::Identifier& amount,
                          DiagnosticBag& bag) {
  const Span both{group.span.source, group.span.begin, amount.span.end};
  const std::string form = amount.text + "; " + group.text;
  suggest(bag.report(Code::name_wrong_kind, group.span,
                     {group.text, one(NameKind::group),
                      Text("ciò che si somma, e il gruppo viene dopo",
                           "what is added up, and the group comes behind it")}),
          both, {Text("scrivi: " + form, "write: " + form), form});
}

std::optional<Instead> what_to_write(const UnknownName& mistake) {
  for (const Advice& advice : kAdvice) {
    if (advice.role != mistake.wanted.role || advice.kind != mistake.other->kind) continue;
    std::vector<Text> words = {mistake.name, mistake.other->owner};
    for (const Keyword keyword : advice.keywords) words.push_back(word(keyword, mistake.language));
    return Instead(format(advice.sentence, words), format(Text(advice.written), words).it);
  }
  return std::nullopt;
}

}  // namespace leps::inline resolving
