#include "words/citation.hpp"

#include "diagnostics/place.hpp"
#include "words/link.hpp"
#include "words/text.hpp"

namespace leps::inline wording {

std::vector<CitedSource> cite(const std::vector<SourceOfLawId>& ids, const Typed& typed) {
  std::vector<CitedSource> cited;
  for (const SourceOfLawId id : ids) {
    const typed::SourceOfLaw& source = typed.sources[id];
    cited.push_back({plain(source.title.empty() ? source.name : source.title), plain(source.urn),
                     plain(source.url), normattiva_link(source.urn), web_link(source.url),
                     plain_all(source.notes)});
  }
  return cited;
}

std::string place_of(Span span, const SourceMap* sources) {
  if (!sources || span.source.index >= sources->size()) return {};
  const std::string& path = sources->name(span.source);
  const std::size_t slash = path.find_last_of("/\\");
  const std::string file = slash == std::string::npos ? path : path.substr(slash + 1);
  return plain(file + ":" + short_place(span, *sources));
}

}  // namespace leps::inline wording
