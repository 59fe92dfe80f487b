#include "resolve/symbols.hpp"

#include "resolve/file_order.hpp"
#include "resolve/packs.hpp"
#include "resolve/parameter_words.hpp"
#include "syntax/keywords.hpp"
#include "syntax/print.hpp"

#include <algorithm>
#include <set>

namespace leps::inline resolving {
namespace {

/// The first declaration of a name, to which a second one is compared.
struct First {
  NameKind kind;
  Span where;
  PackId pack;
  const ast::File* file;
  const ast::Declaration* declaration;
};
using Firsts = std::map<std::string, First, std::less<>>;

class Declarer {
 public:
  Declarer(const ast::Program& program, DiagnosticBag& bag) : program_(program), bag_(bag) {
    resolved_.program = &program;
  }

  Declared run() {
    const std::vector<const ast::File*> files = lower_packs_first(program_);
    const PackIds packs = declare_packs(files, resolved_, bag_);
    for (const ast::File* file : files) {
      file_ = file;
      resolved_.incomplete = resolved_.incomplete || !file->unread_words.empty();
      pack_ = packs.find(file->package.text)->second;
      units_of_file_.clear();
      for (const ast::Declaration& declaration : file->declarations) {
        declaration_ = &declaration;
        std::visit(*this, declaration);
      }
    }
    attach_amendments();
    for (Resolved::RuleEntry& rule : resolved_.rules) {
      std::stable_sort(rule.versions.begin(), rule.versions.end(),
                       [](const auto& a, const auto& b) {
                         return a.decl->in_force.period.from < b.decl->in_force.period.from;
                       });
    }
    return {std::move(resolved_), std::move(names_)};
  }

  void operator()(const ast::SourceDecl& decl) {
    if (is_new(sources_, NameKind::source, decl.name)) {
      names_.sources[decl.name.text] = resolved_.sources.add({&decl, pack_});
    }
  }

  // A unit is a word, not a thing: files may each say which ones they use.
  void operator()(const ast::UnitsDecl& decl) {
    for (const ast::Identifier& symbol : decl.symbols) {
      const auto [first, added] = units_of_file_.emplace(symbol.text, symbol.span);
      if (!added) {
        bag_.report(Code::name_declared_twice, symbol.span, {symbol.text, one(NameKind::unit)})
            .label(first->second, Text("il primo è qui", "the first is here"));
      }
      resolved_.units.emplace(symbol.text, symbol.span);
    }
  }

  void operator()(const ast::CategoryDecl& decl) {
    if (is_new(categories_, NameKind::category, decl.name)) {
      names_.categories[decl.name.text] = resolved_.categories.add({&decl, pack_});
    }
  }

  void operator()(const ast::AreaDecl& decl) {
    if (is_new(areas_, NameKind::area, decl.name)) {
      names_.areas[decl.name.text] = resolved_.areas.add({&decl, pack_});
    }
  }

  void operator()(const ast::DatumDecl& decl) {
    if (!is_new(values_, NameKind::datum, decl.name)) return;
    names_.values[decl.name.text] = resolved_.data.add({&decl, nullptr, nullptr, {}, pack_});
    declare_words(decl.type);
  }

  void operator()(const ast::TableDecl& decl) {
    if (!is_new(values_, NameKind::table, decl.name)) return;
    const TableId id = resolved_.tables.add({&decl, pack_, {}, {}});
    const DatumId datum = resolved_.data.add({nullptr, &decl, nullptr, id, pack_});
    resolved_.tables[id].datum = datum;
    names_.values[decl.name.text] = datum;
    std::map<std::string_view, Span> seen;
    for (const ast::FieldDecl& field : decl.fields) {
      const auto [first, added] = seen.emplace(field.name.text, field.name.span);
      if (!added) {
        bag_.report(Code::name_declared_twice, field.name.span,
                    {field.name.text, one(NameKind::field)})
            .label(first->second, Text("il primo è qui", "the first is here"));
        continue;
      }
      resolved_.tables[id].fields.push_back(
          resolved_.data.add({nullptr, &decl, &field, id, pack_}));
      declare_words(field.type);
    }
  }

  void operator()(const ast::GroupDecl& decl) {
    if (is_new(groups_, NameKind::group, decl.name)) {
      names_.groups[decl.name.text] = resolved_.groups.add({&decl, pack_});
    }
  }

  void operator()(const ast::CheckDecl& decl) {
    if (is_new(checks_, NameKind::check, decl.name)) {
      names_.checks[decl.name.text] = resolved_.checks.add({&decl, pack_});
    }
  }

  // What they amend may be declared in a file that comes later.
  void operator()(const ast::ParameterAmendment& decl) {
    parameter_amendments_.push_back({&decl, pack_});
  }
  void operator()(const ast::RequirementAmendment& decl) { changes_.push_back({&decl, pack_}); }
  void operator()(const ast::RuleAmendment& decl) {
    changes_.push_back({&decl, pack_});
    declare(decl.requirements);
  }
  void operator()(const ast::Ending& decl) { changes_.push_back({&decl, pack_}); }

  void operator()(const ast::ParameterDecl& decl) {
    if (!is_new(values_, NameKind::parameter, decl.name)) return;
    declare_words(decl.type);
    WordTable table = declare_by_word(decl, pack_, resolved_, bag_);
    if (table.empty()) {
      names_.values[decl.name.text] = resolved_.parameters.add({&decl, pack_, {}, {}});
      return;
    }
    names_.values[decl.name.text] = table.front().second;
    resolved_.parameter_tables[decl.name.text] = std::move(table);
  }

  void operator()(const ast::ComputedDecl& decl) {
    if (!is_new(values_, NameKind::computed, decl.name)) return;
    names_.values[decl.name.text] = resolved_.computed.add({&decl, pack_});
    declare_words(decl.type);
  }

  // A name said again is another version of the rule; check/ compares their days.
  void operator()(const ast::RuleDecl& decl) {
    const auto [at, added] = names_.rules.emplace(decl.name.text, RuleId{});
    if (added) at->second = resolved_.rules.add({decl.name.text, {}, {}});
    resolved_.rules[at->second].versions.push_back({&decl, pack_});
    declare(decl.requirements);
  }

  void operator()(const ast::OrderingDecl& decl) {
    if (is_new(orderings_, NameKind::ordering, decl.name)) {
      names_.orderings[decl.name.text] = resolved_.orderings.add({&decl, pack_});
    }
  }

  void operator()(const ast::ExampleDecl& decl) { resolved_.examples.add({&decl, pack_}); }

 private:
  // The requirements of one declaration.
  void declare(const std::vector<ast::Requirement>& requirements) {
    std::map<std::string_view, Span> names;
    for (const ast::Requirement& requirement : requirements) {
      const auto [first, is_first] = names.emplace(requirement.name.text, requirement.name.span);
      if (is_first) continue;
      bag_.report(Code::name_declared_twice, requirement.name.span,
                  {requirement.name.text, one(NameKind::requirement)})
          .label(first->second, Text("il primo è qui", "the first is here"));
    }
  }

  void attach_amendments() {
    for (const auto& amendment : parameter_amendments_) {
      const std::string& name = amendment.decl->name.text;
      const auto table = resolved_.parameter_tables.find(name);
      if (table != resolved_.parameter_tables.end()) {
        amend_by_word(amendment, table->second, resolved_, bag_);
        continue;
      }
      const auto at = names_.values.find(name);
      const auto* id = at == names_.values.end() ? nullptr : std::get_if<ParameterId>(&at->second);
      if (!id) continue;
      report_words(*amendment.decl, bag_);
      resolved_.parameters[*id].amendments.push_back(amendment);
    }
    for (const Resolved::RuleChange& change : changes_) {
      const auto at = names_.rules.find(change.rule().text);
      if (at != names_.rules.end()) resolved_.rules[at->second].changes.push_back(change);
    }
  }

  // True for the first declaration of a name. The same words in another file say the same thing
  // and pass; anything else is reported.
  bool is_new(Firsts& names, NameKind kind, const ast::Identifier& name) {
    const auto [at, added] =
        names.emplace(name.text, First{kind, name.span, pack_, file_, declaration_});
    if (added) return true;
    const First& first = at->second;
    const bool may_repeat = kind == NameKind::source || kind == NameKind::category ||
                            kind == NameKind::area || kind == NameKind::datum ||
                            kind == NameKind::table || kind == NameKind::group;
    const bool in_two_files = may_repeat && first.kind == kind && first.file != file_;
    if (in_two_files && same(*first.declaration, *declaration_)) return false;

    Diagnostic& twice =
        bag_.report(Code::name_declared_twice, name.span, {name.text, one(first.kind)})
            .label(first.where, Text("il primo è qui", "the first is here"));
    if (first.pack != pack_ && stands_on(resolved_, pack_, first.pack)) {
      twice.hint(hint_at_layer(first, kind, name.text));
    } else if (in_two_files) {
      twice.hint(
          Text("in due file la stessa dichiarazione può ripetersi solo se è identica; queste "
               "due sono diverse",
               "two files may repeat a declaration only if it is identical; these two "
               "differ"));
    } else {
      twice.hint(Text("cambia uno dei due nomi", "change one of the two names"));
    }
    return false;
  }

  // What a pack below declares is there already; only its parameters can be given other values.
  [[nodiscard]] Text hint_at_layer(const First& first, NameKind kind,
                                   const std::string& name) const {
    const std::string& lower = resolved_.packs[first.pack].name;
    if (kind == NameKind::parameter && first.kind == kind) {
      return format({"è già del pacchetto '{0}': per cambiarlo scrivi: {1} {2} {3}",
                     "it is already of the package '{0}': to change it write: {1} {2} {3}"},
                    {lower, in_file(Keyword::amend), in_file(Keyword::parameter), name});
    }
    if (first.kind == kind) {
      return format(
          {"è già del pacchetto '{0}', che questo estende: usalo com'è, senza dichiararlo "
           "di nuovo; per un'altra cosa scegli un altro nome",
           "it is already of the package '{0}', which this one extends: use it as it is, "
           "without declaring it again; for another thing choose another name"},
          {lower});
    }
    return format({"è un nome del pacchetto '{0}', che questo estende: scegline un altro",
                   "it is a name of the package '{0}', which this one extends: choose another"},
                  {lower});
  }
  [[nodiscard]] std::string_view in_file(Keyword keyword) const {
    return word(keyword, file_->language);
  }

  bool same(const ast::Declaration& a, const ast::Declaration& b) const {
    return print(program_, a, Language::italian) == print(program_, b, Language::italian);
  }

  void declare_words(const ast::TypeText& type) {
    const auto* choice = std::get_if<ast::ChoiceType>(&type.type);
    if (!choice) return;
    std::vector<std::string> words;
    for (const ast::Identifier& word : choice->values) words.push_back(word.text);
    const auto [at, added] = resolved_.choice_type_ids.emplace(words, ChoiceTypeId{});
    if (!added) return;
    at->second = resolved_.choice_types.add(words);

    std::set<std::string_view> seen;
    for (std::uint32_t i = 0; i < choice->values.size(); ++i) {
      const ast::Identifier& word = choice->values[i];
      if (!seen.insert(word.text).second) {
        bag_.report(Code::name_repeated, word.span, {word.text})
            .hint(Text("toglila, o correggi una delle due",
                       "take it away, or correct one of the two"));
        continue;
      }
      declare_word(word, {at->second, i});
    }
  }

  // Two lists may have a word in common: the context says which is meant.
  void declare_word(const ast::Identifier& word, ChoiceWord meaning) {
    const auto known = values_.find(word.text);
    if (known != values_.end() && known->second.kind != NameKind::word) {
      is_new(values_, NameKind::word, word);
      return;
    }
    values_.emplace(word.text, First{NameKind::word, word.span, pack_, file_, declaration_});
    names_.values.emplace(word.text, meaning);
    resolved_.words[word.text].push_back(meaning);
  }

  const ast::Program& program_;
  DiagnosticBag& bag_;
  Resolved resolved_;
  Names names_;
  Firsts sources_, categories_, areas_, values_, orderings_, groups_, checks_;
  std::vector<Resolved::Entry<ast::ParameterAmendment>> parameter_amendments_;
  std::vector<Resolved::RuleChange> changes_;
  std::map<std::string, Span, std::less<>> units_of_file_;
  const ast::File* file_ = nullptr;
  const ast::Declaration* declaration_ = nullptr;
  PackId pack_;
};

}  // namespace

Declared declare(const ast::Program& program, DiagnosticBag& bag) {
  return Declarer(program, bag).run();
}

}  // namespace leps::inline resolving
