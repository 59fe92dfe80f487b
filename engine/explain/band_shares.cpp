#include "explain/band_shares.hpp"

#include "check/walk.hpp"
#include "eval/bands.hpp"
#include "syntax/keywords.hpp"
#include "words/show_value.hpp"
#include "words/words.hpp"

#include <optional>

namespace leps::inline explaining {
namespace {

class SharesWriter {
 public:
  SharesWriter(Evaluator& evaluator, Language language)
      : evaluator_(evaluator), typed_(evaluator.rulebook().typed), language_(language) {}

  std::string operator()(const typed::Expr& expr, const typed::Bands& bands) {
    const auto of = known(bands.of);
    std::vector<Rational> limits;
    for (const typed::ExprId limit : bands.limits) {
      const auto value = known(limit);
      if (!value) return {};
      limits.push_back(*value);
    }
    if (!of) return {};
    const std::vector<Rational> widths = in_each_band(*of, limits);
    std::string text;
    Rational sum(0);
    for (std::size_t i = 0; i < widths.size(); ++i) {
      const auto rate = known(bands.rates[i]);
      if (!rate) return {};
      sum += *rate * widths[i];
      const bool only = text.empty() && i + 1 == widths.size();
      if (widths[i] == 0 && !only) continue;
      text += (text.empty() ? "" : " + ") + show(*rate, bands.rates[i]) + " " +
              std::string(word(Keyword::of, language_)) + " " + show(widths[i], bands.of);
    }
    return text + " = " +
           show_value(Quantity{Interval::point(sum), {}, {}}, expr.type, typed_, language_);
  }

 private:
  std::optional<Rational> known(typed::ExprId expr) {
    const Quantity& quantity = evaluator_.quantity(expr);
    const bool single = quantity.range.single() && quantity.zero_divisors.empty();
    return single ? std::optional(quantity.range.lo.value()) : std::nullopt;
  }
  std::string show(const Rational& value, typed::ExprId like) {
    const Type& type = typed_.exprs[like].type;
    return show_value(Quantity{Interval::point(value), {}, {}}, type, typed_, language_);
  }

  Evaluator& evaluator_;
  const Typed& typed_;
  Language language_;
};

}  // namespace

std::vector<std::string> show_band_shares(typed::ExprId expr, Evaluator& evaluator,
                                          Language language) {
  std::vector<std::string> all;
  const Typed& typed = evaluator.rulebook().typed;
  for_each_under(typed, expr, [&](const typed::Expr& found) {
    const auto* bands = std::get_if<typed::Bands>(&found.node);
    if (!bands || found.rows != 0) return;
    std::string shares = SharesWriter(evaluator, language)(found, *bands);
    if (!shares.empty()) all.push_back(std::move(shares));
  });
  return all;
}

}  // namespace leps::inline explaining
