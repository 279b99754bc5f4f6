#include "engine/simulators/wired/optical/splitters/bound.h"

#include <algorithm>
#include <cmath>

#include "engine/simulators/wired/optical/splitters/level.h"

namespace parktwin::wired::optical::splitters {
namespace {

constexpr int iterations = 150;
constexpr int patience = 8;  // iterations without a better bound before the step is halved

/// A splitter full of the units that pay most for it; `metres` is what it costs beyond what they pay, below 0.
struct Offer {
  double metres = 0.0;
  std::vector<std::size_t> units;
};

/// Splitters at one place that pay for themselves, the best first.
void add_offers(const Level& level, std::size_t place, const std::vector<double>& price, std::vector<Offer>& offers) {
  std::vector<std::pair<double, std::size_t>> paying;
  for (std::size_t unit = 0; unit < price.size(); ++unit) {
    const double metres = level.unit_m[place][unit] - price[unit];
    if (metres < 0.0) paying.emplace_back(metres, unit);
  }
  std::sort(paying.begin(), paying.end());
  for (std::size_t from = 0; from < paying.size(); from += level.ways) {
    Offer offer{level.open_m[place], {}};
    for (std::size_t i = from; i < std::min(paying.size(), from + level.ways); ++i) {
      offer.metres += paying[i].first;
      offer.units.push_back(paying[i].second);
    }
    if (offer.metres >= 0.0) return;
    offers.push_back(std::move(offer));
  }
}

class Relaxation {
 public:
  Relaxation(const Problem& problem, const Stages& stages) : problem_(problem), ways_(static_cast<std::size_t>(stages.first)) {
    if (!stages.two()) {
      levels_.push_back(level_of(problem, stages));
      return;
    }
    for (std::size_t place = 0; place < problem.places(); ++place) levels_.push_back(level_of(problem, stages, place));
  }

  /// Prices at which no plan is shorter than the returned length; `unserved` becomes 1 minus how often each unit is served.
  double value(const std::vector<double>& price, std::vector<double>& unserved) const {
    unserved.assign(price.size(), 1.0);
    double sum = 0.0;
    for (std::size_t unit = 0; unit < price.size(); ++unit) {
      sum += price[unit];
      if (problem_.join_m[unit] - price[unit] < 0.0) {
        sum += problem_.join_m[unit] - price[unit];
        unserved[unit] -= 1.0;
      }
    }
    const auto take = [&](const Offer& offer) {
      sum += offer.metres;
      for (const std::size_t unit : offer.units) unserved[unit] -= 1.0;
    };
    for (std::size_t first = 0; first < levels_.size(); ++first) {
      std::vector<Offer> offers;
      for (std::size_t place = 0; place < problem_.places(); ++place) add_offers(levels_[first], place, price, offers);
      if (ways_ == 1) {
        std::for_each(offers.begin(), offers.end(), take);
        continue;
      }
      std::stable_sort(offers.begin(), offers.end(), [](const Offer& a, const Offer& b) { return a.metres < b.metres; });
      for (std::size_t from = 0; from < offers.size(); from += ways_) {
        const auto begin = offers.begin() + static_cast<std::ptrdiff_t>(from);
        const auto end = offers.begin() + static_cast<std::ptrdiff_t>(std::min(offers.size(), from + ways_));
        const double open_m = problem_.feeder_m[first] + problem_.splitter_m;
        double bundle = open_m;
        std::for_each(begin, end, [&](const Offer& offer) { bundle += offer.metres; });
        if (bundle >= 0.0) break;
        sum += open_m;
        std::for_each(begin, end, take);
      }
    }
    return sum;
  }

  /// What each unit would pay at most: served alone.
  [[nodiscard]] std::vector<double> first_prices() const {
    std::vector<double> price = problem_.join_m;
    for (std::size_t first = 0; first < levels_.size(); ++first) {
      const double up_m = ways_ == 1 ? 0.0 : problem_.feeder_m[first] + problem_.splitter_m;
      for (std::size_t place = 0; place < problem_.places(); ++place) {
        for (std::size_t unit = 0; unit < price.size(); ++unit) {
          price[unit] = std::min(price[unit], up_m + levels_[first].open_m[place] + levels_[first].unit_m[place][unit]);
        }
      }
    }
    return price;
  }

 private:
  const Problem& problem_;
  std::size_t ways_;
  std::vector<Level> levels_;  ///< below each place of the first stage, or the only one
};

}  // namespace

double least_possible_effort(const Problem& problem, const Stages& stages, double known_m) {
  const Relaxation relaxation(problem, stages);
  std::vector<double> price = relaxation.first_prices();
  std::vector<double> unserved;
  double best = 0.0;  // effort is not negative
  double step = 1.0;
  int since = 0;
  for (int i = 0; i < iterations; ++i) {
    const double value = relaxation.value(price, unserved);
    if (value > best) {
      best = value;
      since = 0;
    } else if (++since == patience) {
      step /= 2.0;
      since = 0;
    }
    double norm = 0.0;
    for (const double gap : unserved) norm += gap * gap;
    if (norm <= 0.0) break;  // every unit is served once: the bound is reached by a plan
    for (std::size_t unit = 0; unit < price.size(); ++unit) price[unit] += step * (known_m - value) / norm * unserved[unit];
  }
  return std::min(best, known_m);
}

}  // namespace parktwin::wired::optical::splitters
