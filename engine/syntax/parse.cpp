#include "syntax/parse.hpp"

#include "base/watch.hpp"
#include "syntax/block_clauses.hpp"
#include "syntax/blocks.hpp"
#include "syntax/find_mixed_words.hpp"
#include "syntax/survey.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <vector>

namespace leps::inline syntax {
namespace {

using syntax::Place;

std::optional<Language> language_of_block(std::string_view word) {
  for (const Language language : {Language::italian, Language::english}) {
    const auto known = keyword(word, language);
    const auto blocks = syntax::block_keywords();
    if (known && std::find(blocks.begin(), blocks.end(), *known) != blocks.end()) return language;
  }
  return std::nullopt;
}

/// A name or a title stands behind a block's word on its line; `source = "x"` is a value of a row.
bool heads_block(Place at, Place end) {
  while (at != end && (*at == ' ' || *at == '\t')) ++at;
  return at != end && (*at == '"' || syntax::word_end(at, end) != at);
}

/// The language of the first word that is a block's keyword; Italian where there is none. Where the
/// lines begin with more of the other language's, it is that word that is wrong.
Language language_of(std::string_view text) {
  const Place end = text.data() + text.size();
  std::optional<Language> first;
  std::size_t italian = 0, english = 0;
  bool new_line = true;
  for (Place at = text.data(); at != end;) {
    const Place stop = syntax::word_end(at, end);
    if (stop == at) {
      new_line = *at == '\n' || (new_line && is_blank(*at));
      at += std::max<std::size_t>(1, syntax::character_at(at, end).length);
      continue;
    }
    if (new_line || !first) {
      const auto begun =
          language_of_block(std::string_view(at, static_cast<std::size_t>(stop - at)));
      if (begun && !first) first = begun;
      if (begun && new_line && heads_block(stop, end)) {
        std::size_t& headers = *begun == Language::italian ? italian : english;
        if (++headers > 1 && begun == first) return *first;  // the first word was right
      }
    }
    new_line = false;
    at = stop;
  }
  // One header of its own is the first line.
  if (first == Language::english) return italian > 1 ? Language::italian : *first;
  return english > 1 ? Language::english : Language::italian;
}

void read_file(SourceId source, std::string_view text, ast::Program& program, DiagnosticBag& bag) {
  ast::File file;
  file.source = source;
  if (auto survey = syntax::survey(source, text, bag)) {
    file.comments = std::move(survey->comments);
    file.language = language_of(survey->text);
    syntax::Reader reader(source, text, survey->text, file.language, program, bag);
    if (reader.after_blanks(reader.at()) == reader.end()) {
      bag.report(Code::syntax_empty_file, Span{source, 0, 0})
          .hint({"la prima riga è pacchetto nome.del.pacchetto versione \"1\"",
                 "the first line is package name.of.package version \"1\""});
    } else {
      const std::size_t before = program.exprs.size();
      syntax::BlockReader(reader, file).read_file();
      syntax::find_mixed_words(program, before, text, file.language);
    }
  }
  program.files.push_back(std::move(file));
}

std::vector<SourceId> all_of(const SourceMap& sources) {
  std::vector<SourceId> ids;
  for (std::size_t i = 0; i < sources.size(); ++i) {
    ids.push_back(SourceId{static_cast<std::uint32_t>(i)});
  }
  std::stable_sort(ids.begin(), ids.end(),
                   [&](SourceId a, SourceId b) { return sources.name(a) < sources.name(b); });
  return ids;
}

void read_files(const std::vector<SourceId>& files, const SourceMap& sources, ast::Program& program,
                DiagnosticBag& bag) {
  for (const SourceId file : files) {
    read_file(file, sources.text(file), program, bag);
    advance();
  }
}

}  // namespace

ast::Program parse(const SourceMap& sources, DiagnosticBag& bag) {
  ast::Program program;
  begin_stage(Stage::reading, sources.size());
  read_files(all_of(sources), sources, program, bag);
  return program;
}

ast::Program parse(SourceMap& sources, DiagnosticBag& bag, const Include& include) {
  ast::Program program;
  begin_stage(Stage::reading, sources.size());
  read_files(all_of(sources), sources, program, bag);
  std::set<std::string> known;  // no pack is asked for twice, so that circles come to an end
  for (const ast::File& file : program.files) known.insert(file.package.text);
  for (std::size_t i = 0; i < program.files.size(); ++i) {
    if (!program.files[i].extends) continue;
    const std::string pack = program.files[i].extends->package.text;
    if (!known.insert(pack).second) continue;
    const std::vector<SourceId> included = include(pack, bag);
    const std::size_t first = program.files.size();
    grow_stage(included.size());
    read_files(included, sources, program, bag);
    for (std::size_t j = first; j < program.files.size(); ++j) {
      known.insert(program.files[j].package.text);
    }
  }
  std::stable_sort(program.files.begin(), program.files.end(),
                   [&](const ast::File& a, const ast::File& b) {
                     return sources.name(a.source) < sources.name(b.source);
                   });
  return program;
}

}  // namespace leps::inline syntax
