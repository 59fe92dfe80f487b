#include "lawbook/book.hpp"

#include "check/walk.hpp"
#include "provenance/derivation.hpp"
#include "source/sha256.hpp"
#include "syntax/print.hpp"
#include "words/text.hpp"
#include "words/words.hpp"

#include <algorithm>

namespace leps::lawbook {
namespace {

template <class Value>
void add_once(std::vector<Value>& to, const Value& value) {
  if (std::find(to.begin(), to.end(), value) == to.end()) to.push_back(value);
}

}  // namespace

Book::Book(const Rulebook& rulebook_there, const ast::Program& program_there, Language language)
    : rulebook(rulebook_there),
      typed(rulebook_there.typed),
      program(program_there),
      say{language},
      pack_language(program_there.files.empty() ? language : program_there.files[0].language) {
  before.resize(typed.rules.size());
  after.resize(typed.rules.size());
  for (const RuleId id : typed.rules.keys()) {
    const auto cite = [&](const typed::Amendment& by) {
      for (const SourceOfLawId source : by.sources) add_once(cites[source], id);
    };
    for (const typed::RuleVersion& version : typed.rules[id].versions) {
      for (const RuleId each : version.after) {
        add_once(before[id], each);
        add_once(after[each], id);
      }
      const Derivation rests = derive(typed, roots_of(version));
      for (const DatumId datum : rests.data) add_once(asks[datum], id);
      for (const ParameterId parameter : rests.parameters) {
        add_once(counts_with[parameter], id);
        for (const typed::ParameterVersion& value : typed.parameters[parameter].versions) {
          for (const SourceOfLawId source : value.sources) add_once(cites[source], id);
        }
      }
      for (const SourceOfLawId source : version.sources) add_once(cites[source], id);
      for (const typed::Requirement& each : version.requirements) {
        for (const typed::Amendment& by : each.amendments) cite(by);
      }
      if (version.titled) cite(*version.titled);
    }
    for (const typed::Ending& ending : typed.rules[id].endings) cite(ending.by);
  }
}

std::string Book::title(RuleId id) const { return plain(latest(id).title); }

std::string Book::pack(PackId id) const {
  const typed::Pack& pack = typed.packs[id];
  std::string text = plain(pack.name) + " " + plain(pack.version);
  if (pack.draft) text += " · " + std::string(draft_word(say.language));
  return text;
}

std::string Book::packs() const {
  std::vector<std::string> names;
  for (const PackId id : typed.packs.keys()) add_once(names, pack(id));
  std::string text;
  for (const std::string& name : names) text += (text.empty() ? "" : " · ") + name;
  return text;
}

std::string Book::as_written(const typed::RuleVersion& version) const {
  for (const ast::File& file : program.files) {
    for (const ast::Declaration& declaration : file.declarations) {
      const auto* rule = std::get_if<ast::RuleDecl>(&declaration);
      if (rule && rule->name.span == version.span) {
        return print(program, declaration, file.language);
      }
    }
  }
  return {};
}

std::string Book::as_written(const typed::Amendment& amendment) const {
  for (const ast::File& file : program.files) {
    if (file.source != amendment.declaration.source) continue;
    for (const ast::Declaration& declaration : file.declarations) {
      const Span where = std::visit([](const auto& each) { return each.span; }, declaration);
      if (where == amendment.declaration) return print(program, declaration, file.language);
    }
  }
  return {};
}

std::string slug(std::string_view name) {
  constexpr std::size_t kLongest = 100;  // bytes; file systems stop at 255
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string text;
  for (const char c : name) {
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_') {
      text += c;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    text += '-';
    text += kDigits[byte >> 4];
    text += kDigits[byte & 0xF];
  }
  if (text.size() <= kLongest) return text;
  return text.substr(0, kLongest) + "--" + sha256(name).substr(0, 16);
}

std::string page_of(const Book& book, RuleId id) {
  return "regola-" + slug(book.typed.rules[id].name) + ".html";
}
std::string address(const Book& book, DatumId id) {
  return std::string(kData) + "#" + slug(book.typed.data[id].name);
}
std::string address(const Book& book, ParameterId id) {
  return std::string(kNumbers) + "#" + slug(book.typed.parameters[id].name);
}
std::string address(const Book& book, ComputedId id) {
  return std::string(kAmounts) + "#" + slug(book.typed.computed[id].name);
}
std::string address(const Book& book, SourceOfLawId id) {
  return std::string(kSources) + "#" + slug(book.typed.sources[id].name);
}
std::string address(ExampleId id) {
  return std::string(kExamples) + "#e" + std::to_string(id.index + 1);
}

}  // namespace leps::lawbook
