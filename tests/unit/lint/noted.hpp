// What `lint` finds under one code in a small pack of either language, held against rows.
#pragma once

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "lint/lint.hpp"
#include "pipeline.hpp"

namespace leps::test {

inline constexpr std::string_view kItalianHead = R"(pacchetto prova versione "1"
fonte s "Fonte"
unità FTE, abitanti, persone, euro
categoria LEPS "Livello"
dato fte : FTE  almeno 0
dato altri : FTE  almeno 0
dato residenti : abitanti  almeno 1  intero
dato parte_loro : quota
dato a : sì/no
dato b : sì/no
dato c : sì/no
dato giorno : data
dato orario_suo : orario
elenco righe "Righe"
  campo nome : testo  chiave
  campo posti : persone  almeno 0
  campo chiesto : data
  campo dato_il : data
parametro livello : FTE
  dal 1 gennaio 2020 vale 5 FTE  verificato  secondo s
parametro quota_chiesta : quota
  dal 1 gennaio 2020 vale 80%  verificato  secondo s
)";
inline constexpr std::string_view kEnglishHead = R"(package prova version "1"
source s "Source"
units FTE, abitanti, persone, euro
category LEPS "Level"
datum fte : FTE  at least 0
datum a : yes/no
datum b : yes/no
datum c : yes/no
datum giorno : date
parameter livello : FTE
  from 1 January 2020 is 5 FTE  verified  according to s
)";

inline std::string in_rule(const std::string& clauses) {
  return "regola r \"R\"\n  categoria LEPS\n  secondo s\n  in vigore dal 1 gennaio 2020\n" +
         clauses + "\n";
}
inline std::string in_english_rule(const std::string& clauses) {
  return "rule r \"R\"\n  category LEPS\n  according to s\n  in force from 1 January 2020\n" +
         clauses + "\n";
}

struct Told {
  std::string place, it, en;  // the message, then its hints
};

/// All that `lint` finds under one code, or why the pack does not compile.
inline std::vector<Told> told_of(const std::string& code, const std::string& body) {
  const bool english = body.starts_with("rule ") || body.starts_with("check ");
  const std::string text = std::string(english ? kEnglishHead : kItalianHead) + body;
  SourceMap sources;
  sources.add("prova.leps", text);
  DiagnosticBag bag;
  const auto rulebook = compile(sources, bag);
  if (rulebook) lint(*rulebook, bag);
  std::vector<Told> told;
  for (const Diagnostic& found : bag.all()) {
    if (rulebook && name(found.code) != code) continue;
    Told one{text.substr(found.where->begin, found.where->end - found.where->begin),
             found.message.it, found.message.en};
    for (const Text& hint : found.hints) {
      one.it += " > " + hint.it;
      one.en += " > " + hint.en;
    }
    told.push_back(std::move(one));
  }
  return told;
}

/// Found once, at `place`, with these words among those of the message and its hints; without a
/// place, not found at all.
struct Noted {
  std::string why;
  std::string body;
  const char* place;
  const char* it;
  const char* en;
};

template <std::size_t size>
void check_noted(const char* code, const Noted (&rows)[size]) {
  for (const Noted& row : rows) {
    CAPTURE(row.why);
    const std::vector<Told> told = told_of(code, row.body);
    if (row.place == nullptr) {
      CHECK((told.empty() ? "" : told.front().place + ": " + told.front().it) == "");
      continue;
    }
    CHECK(told.size() == 1);
    if (told.empty()) continue;
    CHECK(told.front().place == row.place);
    CAPTURE(told.front().it);
    CAPTURE(told.front().en);
    CHECK(told.front().it.find(row.it) != std::string::npos);
    CHECK(told.front().en.find(row.en) != std::string::npos);
  }
}

}  // namespace leps::test
