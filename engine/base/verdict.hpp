// The six words with which a rule judges an Ambito, and the three for how sure a number is.
#pragma once

#include <array>
#include <bitset>
#include <cstdint>
#include <string_view>

namespace leps::inline base {

/// In the order in which sets of candidates are listed.
enum class Verdict : std::uint8_t {
  soddisfatto,
  parziale,
  non_soddisfatto,
  non_valutabile,
  non_applicabile,
  non_vigente
};

inline constexpr std::array kVerdicts = {Verdict::soddisfatto,     Verdict::parziale,
                                         Verdict::non_soddisfatto, Verdict::non_valutabile,
                                         Verdict::non_applicabile, Verdict::non_vigente};

/// The Italian word, the same in every language of the results.
constexpr std::string_view to_string(Verdict verdict) {
  constexpr std::string_view words[] = {"soddisfatto",    "parziale",        "non_soddisfatto",
                                        "non_valutabile", "non_applicabile", "non_vigente"};
  return words[static_cast<std::size_t>(verdict)];
}

/// A set of verdicts: the outcomes that are still possible.
class VerdictSet {
 public:
  VerdictSet() = default;
  void add(Verdict verdict) { bits_.set(static_cast<std::size_t>(verdict)); }
  [[nodiscard]] bool has(Verdict verdict) const {
    return bits_.test(static_cast<std::size_t>(verdict));
  }
  [[nodiscard]] std::size_t size() const { return bits_.count(); }
  /// The only outcome possible, or `non_valutabile` where there are several.
  [[nodiscard]] Verdict verdict() const {
    if (size() != 1) return Verdict::non_valutabile;
    for (const Verdict candidate : kVerdicts) {
      if (has(candidate)) return candidate;
    }
    return Verdict::non_valutabile;
  }
  bool operator==(const VerdictSet&) const = default;

 private:
  std::bitset<kVerdicts.size()> bits_;
};

/// How sure a number of the law is; set where it is declared, shown wherever it was used.
enum class Confidence : std::uint8_t { verificato, da_verificare, ipotesi };

}  // namespace leps::inline base
