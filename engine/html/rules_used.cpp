#include "html/rules_used.hpp"

#include "source/sha256.hpp"
#include "words/text.hpp"
#include "words/words.hpp"

namespace leps::html {

void add_rules_used(Node parent, const Rulebook& rulebook, Voice say) {
  say.heading(parent, 2, say("Le regole usate", "The rules used"));
  Node table = add(add(parent, "div", "scorre"), "table", "quadro");
  Node head = add(add(table, "thead"), "tr");
  for (const std::string& title : {say("Pacchetto", "Pack"), say("Versione", "Version"),
                                   std::string("File"), std::string("SHA-256")}) {
    attribute(add_text(head, "th", title), "scope", "col");
  }
  Node rows = add(table, "tbody");
  for (const RulebookSource& source : rulebook.sources) {
    Node row = add(rows, "tr");
    Node pack = add_text(row, "td", plain(source.pack));
    if (source.draft) add_draft(pack, say);
    add_text(row, "td", plain(source.version));
    add_text(row, "td", plain(source.file));
    add_text(add(row, "td"), "code", plain(source.sha256), "impronta");
  }
}

std::string rules_in_short(const Rulebook& rulebook, Voice say) {
  constexpr std::size_t kFigures = 12;
  std::string packs, all;
  for (const RulebookSource& source : rulebook.sources) {
    const std::string pack = plain(source.pack) + " " + plain(source.version);
    if (packs.find(pack) == std::string::npos) packs += (packs.empty() ? "" : ", ") + pack;
    all += source.pack + " " + source.version + " " + source.file + " " + source.sha256 + "\n";
  }
  return say("Regole: ", "Rules: ") + packs + say(", impronta ", ", fingerprint ") +
         sha256(all).substr(0, kFigures);
}

}  // namespace leps::html
