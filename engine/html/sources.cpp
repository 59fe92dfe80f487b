#include "html/sources.hpp"

namespace leps::html {

void add_sources(Node parent, const std::vector<CitedSource>& sources) {
  if (sources.empty()) return;
  Node list = add(parent, "ul", "righe fonti");
  for (const CitedSource& source : sources) {
    Node item = add(list, "li");
    if (source.urn_link) {
      link_out(item, *source.urn_link, source.title);
    } else {
      text(item, source.title);
      if (!source.urn.empty()) text(item, " · " + source.urn);
    }
    if (!source.url.empty()) {
      text(item, " · ");
      if (source.url_link) {
        link_out(item, *source.url_link, source.url, "indirizzo");
      } else {
        text(item, source.url);
      }
    }
    for (const std::string& note : source.notes) add_text(item, "span", note, "da");
  }
}

}  // namespace leps::html
