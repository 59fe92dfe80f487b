#include "base/plain_form.hpp"

#include "base/blanks.hpp"

#include <doctest/doctest.h>

#include <random>

#include "support/seed.hpp"

using namespace leps;

TEST_CASE("plain form: capitals, accents and what stands between words make no difference") {
  struct Row {
    std::string written, form;
  };
  const Row rows[] = {
      {"Assistente sociale", "assistente_sociale"},
      {"assistente-sociale", "assistente_sociale"},
      {"  Ambito  ", "ambito"},
      {"Città di Mantova", "citta_di_mantova"},
      {"CITTÀ", "citta"},
      {"Cantù", "cantu"},
      {"Cantu'", "cantu"},
      {"L’Aquila", "l_aquila"},
      {"citta\u0300", "citta"},
      {"assistenti\u00A0sociali", "assistenti_sociali"},
      {"Müllheim", "mullheim"},
      {"n/d", "n_d"},
      {"東京", "東京"},
      {"", ""},
      {"---", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.written);
    CHECK(plain_form(row.written) == row.form);
    CHECK(plain_form(row.form) == row.form);
  }
}

TEST_CASE("blanks: whatever stands around a text is taken off, and nothing else") {
  const std::uint32_t seed = test::seed();
  CAPTURE(seed);
  std::mt19937 random(seed);
  const std::string blanks[] = {" ", "\t", "\r", "\n", "\u00A0", "\u2007", "\u202F"};
  const std::string texts[] = {"a", "87\u00A0000", "à b", "東", "\u00A0x", "\u00E0"};
  for (int turn = 0; turn < 500; ++turn) {
    const std::string text = "<" + texts[random() % std::size(texts)] + ">";
    std::string around = text;
    for (unsigned i = random() % 4; i > 0; --i)
      around = blanks[random() % std::size(blanks)] + around;
    for (unsigned i = random() % 4; i > 0; --i) around += blanks[random() % std::size(blanks)];
    CAPTURE(around);
    CHECK(trimmed(around) == text);
  }
  CHECK(trimmed(" \u00A0\t").empty());
  CHECK(hidden_blank("87\u202F000") == "U+202F");
  CHECK(hidden_blank("87 000").empty());
  CHECK(without_blanks("8 7\u00A00 00") == "87000");
}
