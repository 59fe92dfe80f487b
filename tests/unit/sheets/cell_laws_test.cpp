// What holds of every cell, however a program chose to write it: random values in random spellings
// and pieces, in both formats, read as what they are. The seed is printed with every failure.
#include "unit/sheets/workbook_bytes.hpp"

#include "sheets/sheet_builder.hpp"
#include "sheets/utf16.hpp"

#include <random>

#include "support/seed.hpp"

using namespace leps;
using namespace leps::test;

namespace {

class Author {
 public:
  explicit Author(std::mt19937& random) : random_(random) {}

  std::size_t below(std::size_t limit) { return random_() % limit; }
  bool by_chance() { return below(2) == 0; }
  std::string one_of(std::initializer_list<const char*> words) {
    return words.begin()[below(words.size())];
  }

  /// Letters, blanks and whatever XML must write otherwise.
  std::u32string text() {
    static constexpr std::u32string_view kCharacters = U"abCD àèÙ €𝄞 &<>\"' 19._-";
    std::u32string text;
    for (std::size_t left = below(12); left > 0; --left) {
      text += kCharacters[below(kCharacters.size())];
    }
    return text;
  }

  /// The characters one after the other, each as a parser of XML may meet it.
  std::string pieces(const std::u32string& text) {
    std::string xml = pause();
    for (const char32_t character : text) xml += piece(character) + pause();
    return xml;
  }
  std::string pieces(const std::string& ascii) {
    return pieces(std::u32string(ascii.begin(), ascii.end()));
  }

  /// The text cut at random, each part within an element.
  std::string runs(const std::u32string& text, const std::string& open, const std::string& close) {
    std::string xml;
    std::size_t from = 0;
    do {
      const std::size_t length = 1 + below(4);
      xml += open + pieces(text.substr(from, length)) + close;
      from += length;
    } while (from < text.size());
    return xml;
  }

 private:
  /// Whatever may stand between two characters and says nothing.
  std::string pause() {
    return one_of({"", "", "", "", "<!-- 7 -->", "<?leps 7?>", "<![CDATA[]]>"});
  }

  std::string piece(char32_t character) {
    const std::string number = std::to_string(static_cast<std::uint32_t>(character));
    std::string plain;
    sheets::append_utf8(plain, character);
    switch (below(4)) {
      case 0:
        return "&#" + number + ";";
      case 1:
        return "<![CDATA[" + plain + "]]>";
      default:
        return plain == "&" ? "&amp;" : plain == "<" ? "&lt;" : plain == ">" ? "&gt;" : plain;
    }
  }

  std::mt19937& random_;
};

std::string in_utf8(const std::u32string& text) {
  std::string utf8;
  for (const char32_t character : text) sheets::append_utf8(utf8, character);
  return utf8;
}

/// A cell as it is written, and what is read of it.
struct Drawn {
  std::string written, texts, read;
};

std::string line(const char* kind, const std::string& text) {
  const std::string tidied = sheets::tidy(text);
  return tidied.empty() ? "" : std::string("A1 ") + kind + " " + tidied + "\n";
}

std::string damaged(const std::string& text) {
  return line("refused", text) + "A1 sheet/damaged-cell\n";
}

/// A word that stands where a yes or no does, and what it is: `?` where it is neither.
std::pair<std::string, std::string> draw_truth(Author& author) {
  const std::pair<const char*, const char*> words[] = {
      {"1", "sì"},     {"0", "no"},      {"true", "sì"}, {"false", "no"}, {"TRUE", "sì"},
      {"False", "no"}, {"1.0", "sì"},    {"0.00", "no"}, {"VERO", "?"},   {"2", "?"},
      {"-1", "?"},     {"1,0", "?"},     {"yes", "?"},   {"0.1", "?"},    {"", ""},
      {" ", ""},       {"  true ", "sì"}};
  return words[author.below(std::size(words))];
}

std::string truth_read(const std::pair<std::string, std::string>& drawn) {
  return drawn.second == "?" ? damaged(drawn.first) : line("truth", drawn.second);
}

Drawn draw_xlsx(Author& author) {
  const std::u32string text = author.text();
  switch (author.below(6)) {
    case 0: {
      const std::string runs = author.runs(text, "<r><rPr><b/></rPr><t>", "</t></r>\n");
      return {"<c t='s'><v>" + author.pieces("1") + "</v></c>",
              "<si><t>no</t></si>\n<si>" + runs + "</si>", line("text", in_utf8(text))};
    }
    case 1:
      return {"<c t='inlineStr'>\n<is>" + author.runs(text, "<t>", "</t>") + "</is></c>", "",
              line("text", in_utf8(text))};
    case 2:
      return {"<c t='str'><f>A2</f><v>" + author.pieces(text) + "</v></c>", "",
              line("text", in_utf8(text)) +
                  (line("text", in_utf8(text)).empty() ? "" : "A1 sheet/formulas\n")};
    case 3: {
      const auto drawn = draw_truth(author);
      return {"<c t='b'><v>" + author.pieces(drawn.first) + "</v></c>", "", truth_read(drawn)};
    }
    case 4:
      return {author.one_of({"<c/>", "<c t='s'/>", "<c t='b'><v/></c>", "<c t='str'><v></v></c>",
                             "<c t='d'>\n</c>", "<c><v> </v></c>", "<c t='inlineStr'><is/></c>",
                             "<c t='n'><v><!-- --></v></c>", "<c t='e'/>"}),
              "", ""};
    default: {
      const std::string number = std::to_string(author.below(1000) + 1) + author.one_of({"", ".5"});
      return {"<c" + author.one_of({"", " t='n'", " s='0'"}) + "><v>" +
                  author.one_of({"", " ", "\n"}) + author.pieces(number) + "</v></c>",
              "", line("number", number)};
    }
  }
}

Drawn draw_ods(Author& author) {
  const std::u32string text = author.text();
  const auto cell = [](const std::string& attributes, const std::string& content) {
    return "<t:table-cell " + attributes + ">" + content + "</t:table-cell>";
  };
  const auto attribute = [](const std::string& name, const std::string& value) {
    return value.empty() ? "" : "o:" + name + "='" + value + "'";
  };
  switch (author.below(4)) {
    case 0: {
      const std::string spans = author.runs(text, "<x:span>", "</x:span>");
      const std::string paragraph = "<x:p>" + spans + "</x:p>" + author.one_of({"", "\n"});
      return {cell(author.one_of({"", "o:value-type='string'"}), paragraph), "",
              line("text", in_utf8(text))};
    }
    case 1: {
      const std::string blank = author.one_of(
          {"<x:s/>", "<x:s x:c='3'/>", "<x:tab/>", "<x:line-break/>", " ", "</x:p><x:p>"});
      return {cell("o:value-type='string'",
                   "<x:p>" + author.pieces(text) + blank + author.pieces(U"Lodi") + "</x:p>"),
              "", line("text", in_utf8(text) + " Lodi")};
    }
    case 2: {
      const auto drawn = draw_truth(author);
      return {cell("o:value-type='boolean' " + attribute("boolean-value", drawn.first), ""), "",
              truth_read(drawn)};
    }
    default: {
      const std::string number = std::to_string(author.below(1000) + 1) + author.one_of({"", ".5"});
      const std::string shown = "<x:p>" + author.pieces(author.text()) + "</x:p>";
      const bool share = author.below(2) == 0;
      const std::string hundredths =
          number.ends_with(".5") ? number.substr(0, number.size() - 2) + "50" : number + "00";
      return {cell((share ? "o:value-type='percentage' " : "o:value-type='float' ") +
                       attribute("value", number),
                   shown),
              "", line("number", share ? hundredths + "%" : number)};
    }
  }
}

}  // namespace

TEST_CASE("a cell is read as what it is, however it is written") {
  const std::uint32_t seed = test::seed();
  INFO("seed " << seed);
  std::mt19937 random(seed);
  Author author(random);
  for (int i = 0; i < 3000; ++i) {
    const Drawn xlsx = draw_xlsx(author);
    CAPTURE(xlsx.written);
    CAPTURE(xlsx.texts);
    CHECK(read_cells(zipped(xlsx_parts("<row>" + xlsx.written + "</row>", xlsx.texts))) ==
          xlsx.read);
    const Drawn ods = draw_ods(author);
    CAPTURE(ods.written);
    CHECK(read_cells(zipped(
              ods_parts(ods_table("<t:table-row>" + ods.written + "</t:table-row>")))) == ods.read);
  }
}
