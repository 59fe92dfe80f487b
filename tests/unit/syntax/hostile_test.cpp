// Text that nobody would write: the parser answers with a message, in time, and never crashes.
#include "diagnostics/render.hpp"
#include "syntax/print.hpp"
#include "unit/syntax/describe.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <set>
#include <utility>

using namespace leps;
using namespace leps::test;

namespace {

std::string repeated(const std::string& piece, std::size_t times) {
  std::string text;
  text.reserve(piece.size() * times);
  for (std::size_t i = 0; i < times; ++i) text += piece;
  return text;
}

/// Parses and shows all that is said about it: neither may crash, whatever the text.
Parsed survive(const std::string& text) {
  Parsed parsed = parse_text(text);
  for (const Language language : {Language::italian, Language::english}) {
    CHECK(render(parsed.bag, parsed.sources, {language, false}).size() <
          40 * text.size() + 1'000'000);
  }
  return parsed;
}

/// True where a deletion may change the meaning: in digits, and in texts and addresses; and in
/// `1%`, for check/ refuses a bare number where a share is meant.
std::vector<bool> excused(const std::string& text) {
  const auto is_digit = [&](std::size_t i) { return text[i] >= '0' && text[i] <= '9'; };
  std::vector<bool> mask(text.size(), false);
  bool in_text = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '"') in_text = !in_text;
    const bool in_number = i > 0 && i + 1 < text.size() && is_digit(i - 1) && is_digit(i + 1);
    mask[i] = (in_text && text[i] != '"') || in_number || is_digit(i) || text[i] == '%';
  }
  for (auto urn = text.find("urn:"); urn != std::string::npos; urn = text.find("urn:", urn + 1)) {
    for (std::size_t i = urn; i < text.size() && text[i] != '\n'; ++i) mask[i] = true;
  }
  return mask;
}

/// The words of a description. A name that no text had before is one that resolve/ does not find.
std::set<std::string> words_of(const std::string& text) {
  std::set<std::string> words;
  std::string word;
  for (const char c : text + ' ') {
    const bool part = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                      c == '_' || static_cast<unsigned char>(c) >= 0x80;
    if (part) {
      word += c;
    } else {
      words.insert(std::exchange(word, {}));
    }
  }
  return words;
}

}  // namespace

TEST_CASE("hostile: deep nesting is one message, and does not touch the stack") {
  const std::string head = "pacchetto p versione \"1\"\ncalcolo c : x = ";
  struct Row {
    std::string why;
    std::string text;
  };
  const Row rows[] = {
      {"parentheses", repeated("(", 10'000) + "a" + repeated(")", 10'000)},
      {"parentheses never closed", repeated("(", 100'000)},
      {"non non non", repeated("non ", 10'000) + "a"},
      {"minus signs", repeated("-", 10'000) + "a"},
      {"functions", repeated("min(", 10'000) + "a" + repeated(")", 10'000)},
      {"conditions", repeated("se ", 10'000) + "a"},
      {"sums", repeated("somma(", 10'000) + "a" + repeated(" per ogni o in l)", 10'000)},
      {"quantifiers", repeated("per ogni o in l: ", 10'000) + "a"},
      {"where", repeated("esiste o in l dove ", 10'000) + "a"},
      {"otherwise", repeated("se a allora b altrimenti ", 10'000) + "c"},
  };
  for (const Row& row : rows) {
    CAPTURE(std::string(row.why));
    CHECK(codes(survive(head + row.text).bag) == "syntax/too-deep");
  }
  CHECK(codes(survive(head + repeated("a di ", 10'000) + "b").bag) == "syntax/too-many-operators");
  CHECK(codes(survive(head + repeated("a + ", 10'000) + "b").bag) == "syntax/too-many-operators");
  CHECK(codes(survive(head + repeated("(", 49) + "a" + repeated(")", 49)).bag) == "");
  CHECK(codes(survive(head + repeated("a di ", 250) + "b").bag) == "");
}

TEST_CASE("hostile: a number of a million digits is refused before it is a number") {
  const std::string head = "pacchetto p versione \"1\"\ncalcolo c : x = ";
  for (const std::string& digits :
       {repeated("9", 1'000'000), "0," + repeated("9", 1'000'000), "1/" + repeated("9", 1'000'000),
        "9" + repeated(".999", 300'000), repeated("9", 1'000'000) + "%"}) {
    const Parsed parsed = survive(head + digits);
    CHECK(codes(parsed.bag) == "syntax/number-too-long");
  }
}

TEST_CASE("hostile: long texts are read in a time that grows with their length") {
  const auto begin = std::chrono::steady_clock::now();
  const std::string head = "pacchetto p versione \"1\"\n";
  survive(head + repeated("a", 1'000'000));
  survive(head + repeated("foo ", 200'000));
  survive(head + repeated("unità a ", 20'000));
  survive(head + repeated("/* c */ ", 200'000));
  survive(head + "unità " + repeated("a, ", 200'000) + "b");
  survive(head + "esempio \"e\" anno 2025 " + repeated("a = 1; ", 50'000) + "attesi r soddisfatto");
  survive(head + repeated("\"", 100'000));
  survive(head + repeated("\"\n", 10'000));
  survive(head + repeated("fonte a \"x\" ", 50'000));
  survive(head + repeated("\n", 1'000'000));
  survive(head + "esempio \"e\" anno 2025 a = [" + repeated("(b = 1; c = \"x\"); ", 50'000));
  survive(head + "esempio \"e\" anno 2025 a = " + repeated("[(b = ", 50'000));
  survive(head + repeated("elenco a campo b : testo ", 20'000));
  survive(head + "calcolo c : x = " + repeated("o.", 200'000));
  const auto seconds = std::chrono::steady_clock::now() - begin;
  CHECK(seconds < std::chrono::seconds(60));  // minutes if anything grew with the square
}

TEST_CASE("hostile: a file of nothing but mistakes is given up after some hundreds") {
  struct Row {
    const char* piece;
    std::size_t least;
  };
  const Row rows[] = {{"regola r \"R\" ", 200}, {"unità è = ", 1}, {"fonte f x\n", 200},
                      {"/* /* */ ", 100},       {"*/ ", 100},      {"fonte 1 ", 1}};
  for (const Row& row : rows) {
    CAPTURE(std::string(row.piece));
    const Parsed parsed = survive("pacchetto p versione \"1\"\n" + repeated(row.piece, 10'000));
    CHECK(parsed.bag.count() >= row.least);
    CHECK(parsed.bag.count() <= 310);
  }
}

TEST_CASE("hostile: what is no text is refused with its place") {
  struct Row {
    std::string why;
    std::string text;
    const char* code;
  };
  const std::string pack = "pacchetto p versione \"1\"\n";
  const Row rows[] = {
      {"a NUL", pack + std::string("\0", 1), "text/control-character"},
      {"a NUL in a text", pack + "fonte f \"" + std::string("\0", 1) + "\"",
       "text/control-character"},
      {"an escape", pack + "\x1B[31m", "text/control-character"},
      {"a lone byte", pack + "fonte f \"\xE8\"", "text/not-utf8"},
      {"half a character", pack + "fonte f \"\xC3", "text/not-utf8"},
      {"an overlong slash", pack + "\xC0\xAF", "text/not-utf8"},
      {"a surrogate", pack + "\xED\xA0\x80", "text/not-utf8"},
      {"beyond the last character", pack + "\xF5\x80\x80\x80", "text/not-utf8"},
  };
  for (const Row& row : rows) {
    CAPTURE(std::string(row.why));
    CHECK(codes(survive(row.text).bag) == row.code);
  }
}

TEST_CASE("hostile: line ends, a byte-order mark and no final newline change nothing") {
  const std::string text = read_pack("esempio.leps");
  const Parsed plain = parse_text(text);
  std::string windows;
  for (const char c : text) windows += c == '\n' ? std::string("\r\n") : std::string(1, c);
  for (const std::string& other :
       {windows, "\xEF\xBB\xBF" + text, text.substr(0, text.size() - 1), text + "\n\n"}) {
    const Parsed parsed = parse_text(other);
    CHECK(codes(parsed.bag) == "");
    CHECK(describe(parsed.program, parsed.file()) == describe(plain.program, plain.file()));
  }
}

TEST_CASE("hostile: a character lost anywhere is an error, or loses nothing") {
  for (const char* pack : {"esempio.leps", "esempio_en.leps", "righe.leps", "righe_en.leps"}) {
    const std::string text = read_pack(pack);
    const Parsed whole = parse_text(text);
    const std::string meaning = describe(whole.program, whole.file());
    const std::set<std::string> words = words_of(meaning);
    const std::vector<bool> may_change = excused(text);
    std::size_t refused = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
      if ((static_cast<unsigned char>(text[i]) & 0xC0) == 0x80) continue;
      std::size_t length = 1;
      while (i + length < text.size() &&
             (static_cast<unsigned char>(text[i + length]) & 0xC0) == 0x80) {
        ++length;
      }
      std::string without = text;
      without.erase(i, length);
      const Parsed parsed = survive(without);
      if (parsed.bag.has_errors()) {
        ++refused;
        continue;
      }
      if (may_change[i]) continue;
      const std::string read = describe(parsed.program, parsed.file());
      const std::set<std::string> now = words_of(read);
      const bool unknown_word = !std::includes(words.begin(), words.end(), now.begin(), now.end());
      const std::string around = text.substr(i < 20 ? 0 : i - 20, 40);
      CAPTURE(around);
      CHECK((unknown_word || read == meaning));
    }
    CHECK(refused > 500);  // the keywords alone
  }
}

TEST_CASE("hostile: a pack broken at random still has its messages and still prints") {
  const std::string text = read_pack("esempio.leps") + read_pack("righe.leps");
  std::uint32_t state = 20250101;
  const auto random = [&](std::size_t below) {
    state = state * 1664525 + 1013904223;
    return static_cast<std::size_t>(state >> 8) % below;
  };
  const std::string pieces[] = {
      "(",          ")",      "\"",       "/*",    "*/",         ";",        ",",  "=",
      "-",          "[",      "]",        "?",     "%",          ".",        "è",  "\xE8",
      "regola",     "dal",    "se",       "non ",  "di",         "5.",       "0/", "“",
      "/",          "attesi", "\n",       "e",     "'",          "per ogni", "in", "dove",
      "altro anno", "mai",    "modifica", "campo", "2025-01-01", "volte"};
  for (int round = 0; round < 500; ++round) {
    std::string broken = text;
    for (std::size_t i = 0; i <= random(6); ++i) {
      const std::size_t at = random(broken.size());
      if (random(2) == 0) {
        broken.erase(at, random(30));
      } else {
        broken.insert(at, pieces[random(std::size(pieces))]);
      }
    }
    const Parsed parsed = survive(broken);
    CHECK(parsed.bag.all().size() < 60);
    print(parsed.program, parsed.file(), Language::english);
  }
}
