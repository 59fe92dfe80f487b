#include "syntax/foreign_signs.hpp"

namespace leps::inline syntax {
namespace {

constexpr const char* kNoBraces = "i blocchi non hanno parentesi: cominciano e finiscono da soli";
constexpr const char* kNoBracesEn = "blocks have no braces: they begin and end by themselves";
constexpr const char* kAccent = "gli accenti si scrivono sulle lettere: è, à, ù";
constexpr const char* kAccentEn = "accents are written on their letters: è, à, ù";
constexpr const char* kComment = "i commenti si scrivono /* così */";
constexpr const char* kCommentEn = "comments are written /* like this */";

// The longer first, where one begins with another.
constexpr ForeignSign kForeignSigns[] = {
    {"> =", Keyword::at_least},
    {"< =", Keyword::at_most},
    {">=", Keyword::at_least},
    {"=>", Keyword::at_least},
    {"<=", Keyword::at_most},
    {"=<", Keyword::at_most},
    {"<>", Keyword::different_from},
    {"!=", Keyword::different_from},
    {"==", Keyword::equal_to},
    {"≥", Keyword::at_least},
    {"≤", Keyword::at_most},
    {"≠", Keyword::different_from},
    {">", Keyword::more_than},
    {"<", Keyword::less_than},
    {"&&", Keyword::logical_and},
    {"&", Keyword::logical_and},
    {"||", Keyword::logical_or},
    {"|", Keyword::logical_or},
    {"!", Keyword::logical_not},
    {"{", std::nullopt, kNoBraces, kNoBracesEn},
    {"}", std::nullopt, kNoBraces, kNoBracesEn},
    {"//", std::nullopt, kComment, kCommentEn},
    {"#", std::nullopt, kComment, kCommentEn},
    {"**", std::nullopt, "scrivi x * x", "write x * x"},
    {"^", std::nullopt, "scrivi x * x", "write x * x"},
    {"×", std::nullopt, "per moltiplicare scrivi *", "to multiply write *", "*"},
    {"·", std::nullopt, "per moltiplicare scrivi *", "to multiply write *", "*", true},
    {"÷", std::nullopt, "per dividere scrivi /", "to divide write /", " / "},
    {"−", std::nullopt, "il meno si scrive -", "minus is written -", "-"},
    {"–", std::nullopt, "il meno si scrive -", "minus is written -", "-", true},
    {"—", std::nullopt, "il meno si scrive -", "minus is written -", "-", true},
    {"€", std::nullopt, "scrivi l'unità dopo il numero: 100 euro",
     "write the unit behind the number: 100 euro"},
    {"'", std::nullopt, kAccent, kAccentEn},
    {"’", std::nullopt, kAccent, kAccentEn},
    {"`", std::nullopt, kAccent, kAccentEn},
    {"“", std::nullopt, "i testi vanno tra virgolette diritte: \"…\"",
     "texts stand between straight quotes: \"…\""},
    {"”", std::nullopt, "i testi vanno tra virgolette diritte: \"…\"",
     "texts stand between straight quotes: \"…\""},
};

}  // namespace

const ForeignSign* foreign_sign_at(const Reader& reader, Place at) {
  const std::string_view rest = between(at, reader.end());
  for (const ForeignSign& foreign : kForeignSigns) {
    if (rest.starts_with(foreign.sign)) return &foreign;
  }
  return nullptr;
}

}  // namespace leps::inline syntax
