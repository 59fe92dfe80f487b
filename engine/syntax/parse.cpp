#include "syntax/parse.hpp"

#include "base/watch.hpp"
#include "syntax/blocks.hpp"
#include "syntax/survey.hpp"

#include <algorithm>

namespace leps {
namespace {

using syntax::Place;

/// The language of the first word that is a block's keyword; Italian where there is none.
Language language_of(std::string_view text) {
  const Place end = text.data() + text.size();
  for (Place at = text.data(); at != end;) {
    const Place stop = syntax::word_end(at, end);
    if (stop == at) {
      at += std::max<std::size_t>(1, syntax::character_at(at, end).length);
      continue;
    }
    const std::string_view word(at, static_cast<std::size_t>(stop - at));
    for (const Language language : {Language::italian, Language::english}) {
      const auto known = keyword(word, language);
      const auto blocks = syntax::block_keywords();
      if (known && std::find(blocks.begin(), blocks.end(), *known) != blocks.end()) {
        return language;
      }
    }
    at = stop;
  }
  return Language::italian;
}

void read_file(SourceId source, std::string_view text, ast::Program& program, DiagnosticBag& bag) {
  ast::File file;
  file.source = source;
  if (auto survey = syntax::survey(source, text, bag)) {
    file.comments = std::move(survey->comments);
    file.language = language_of(survey->text);
    syntax::Reader reader(source, survey->text, file.language, program, bag);
    if (reader.after_blanks(reader.at()) == reader.end()) {
      bag.report(Code::syntax_empty_file, Span{source, 0, 0})
          .hint({"la prima riga è pacchetto nome.del.pacchetto versione \"1\"",
                 "the first line is package name.of.package version \"1\""});
    } else {
      syntax::BlockReader(reader, file).read_file();
    }
  }
  program.files.push_back(std::move(file));
}

}  // namespace

ast::Program parse(const SourceMap& sources, DiagnosticBag& bag) {
  ast::Program program;
  std::vector<SourceId> ids;
  for (std::size_t i = 0; i < sources.size(); ++i) {
    ids.push_back(SourceId{static_cast<std::uint32_t>(i)});
  }
  std::stable_sort(ids.begin(), ids.end(),
                   [&](SourceId a, SourceId b) { return sources.name(a) < sources.name(b); });
  begin_stage(Stage::reading, ids.size());
  for (const SourceId id : ids) {
    read_file(id, sources.text(id), program, bag);
    advance();
  }
  return program;
}

}  // namespace leps
