#include "eval/bands.hpp"

#include <algorithm>
#include <optional>
#include <set>

namespace leps::inline evaluating {
namespace {

constexpr std::size_t kMostCorners = 4096;  // beyond, each band is taken by itself

/// The amount is straight between the values at which one number passes another, so its ends are at
/// those: every number is taken at its own ends and at those of the others that it may meet.
class Corners {
 public:
  explicit Corners(const BandsOf& bands) : bands_(bands) {
    std::set<Rational> ends = {Rational(0)};
    for (const Interval* each : numbers()) {
      for (const Bound* end : {&each->lo, &each->hi}) {
        if (end->finite()) ends.insert(end->value());
      }
    }
    beyond_ = Rational(*ends.rbegin() + 1);
    before_ = Rational(*ends.begin() - 1);
    for (const Interval* each : numbers()) {
      std::vector<Rational> own;
      for (const Rational& end : ends) {
        if (each->lo <= Bound(end) && Bound(end) <= each->hi) own.push_back(end);
      }
      if (!each->hi.finite()) own.push_back(beyond_);
      if (!each->lo.finite()) own.push_back(before_);
      values_.push_back(std::move(own));
    }
  }

  [[nodiscard]] std::size_t count() const {
    std::size_t all = 1;
    for (const auto& own : values_) all = std::min(all * own.size(), kMostCorners + 1);
    return all;
  }

  Interval range() {
    choose(0);
    Interval range = *range_;
    if (bands_.of.hi == Bound::plus_infinity()) go_on(range, bands_.rates.size() - 1);
    for (std::size_t i = 0; i < bands_.limits.size(); ++i) {
      const bool endless =
          bands_.limits[i].hi == Bound::plus_infinity() && bands_.of.hi == Bound::plus_infinity();
      if (endless) go_on(range, i);
    }
    return range;
  }

 private:
  [[nodiscard]] std::vector<const Interval*> numbers() const {
    std::vector<const Interval*> all{&bands_.of};
    for (const Interval& limit : bands_.limits) all.push_back(&limit);
    return all;
  }

  // A band without an end: the amount goes on as its rate does.
  void go_on(Interval& range, std::size_t band) const {
    if (bands_.rates[band].hi.sign() > 0) range.hi = Bound::plus_infinity();
    if (bands_.rates[band].lo.sign() < 0) range.lo = Bound::minus_infinity();
  }

  void choose(std::size_t number) {
    if (number < values_.size()) {
      for (const Rational& value : values_[number]) {
        chosen_.push_back(value);
        choose(number + 1);
        chosen_.pop_back();
      }
      return;
    }
    const std::vector<Rational> limits(chosen_.begin() + 1, chosen_.end());
    const std::vector<Rational> in_each = in_each_band(chosen_.front(), limits);
    Interval amount = Interval::point(0);
    for (std::size_t i = 0; i < in_each.size(); ++i) {
      amount = amount + bands_.rates[i] * Interval::point(in_each[i]);
    }
    range_ = range_ ? hull(*range_, amount) : amount;
  }

  const BandsOf& bands_;
  Rational beyond_, before_;
  std::vector<std::vector<Rational>> values_;
  std::vector<Rational> chosen_;
  std::optional<Interval> range_;
};

// Sound, and looser: what lies in each band, as if no other spoke of the same number.
Interval band_by_band(const BandsOf& bands) {
  const Interval none = Interval::point(0);
  Interval begin = none, amount = none;
  for (std::size_t i = 0; i < bands.rates.size(); ++i) {
    const bool last = i == bands.limits.size();
    const Interval end = last ? max(begin, bands.of) : max(begin, bands.limits[i]);
    const Interval in_it = max(none, min(bands.of, end) - begin);
    amount = amount + bands.rates[i] * in_it;
    begin = end;
  }
  return amount;
}

}  // namespace

std::vector<Rational> in_each_band(const Rational& of, const std::vector<Rational>& limits) {
  std::vector<Rational> all;
  Rational begin(0);
  for (const Rational& limit : limits) {
    const Rational end = std::max(begin, limit);
    all.push_back(std::max(Rational(0), Rational(std::min(of, end) - begin)));
    begin = end;
  }
  all.push_back(std::max(Rational(0), Rational(of - begin)));
  return all;
}

Interval range_of(const BandsOf& bands) {
  Corners corners(bands);
  return corners.count() > kMostCorners ? band_by_band(bands) : corners.range();
}

Bound reached_at(const Rational& amount, const std::vector<Rational>& limits,
                 const std::vector<Rational>& rates) {
  if (amount <= 0) return Bound::minus_infinity();
  Rational begin(0), left = amount;
  for (std::size_t i = 0; i < rates.size(); ++i) {
    const bool last = i == limits.size();
    const Rational end = last ? begin : std::max(begin, limits[i]);
    const Rational most = last ? left : Rational((end - begin) * rates[i]);
    if (rates[i] > 0 && most >= left) return Bound(Rational(begin + left / rates[i]));
    if (last) break;
    left -= most;
    begin = end;
  }
  return Bound::plus_infinity();
}

Bound kept_up_to(const Rational& amount, const std::vector<Rational>& limits,
                 const std::vector<Rational>& rates) {
  if (amount < 0) return Bound::minus_infinity();
  Rational begin(0), left = amount;
  for (std::size_t i = 0; i < rates.size(); ++i) {
    const bool last = i == limits.size();
    const Rational end = last ? begin : std::max(begin, limits[i]);
    if (rates[i] > 0 && (last || (end - begin) * rates[i] > left)) {
      return Bound(Rational(begin + left / rates[i]));
    }
    left -= (end - begin) * rates[i];
    begin = end;
  }
  return Bound::plus_infinity();
}

}  // namespace leps::inline evaluating
