#include "engine/simulators/cloud/adoption/bass_curve.h"

#include <algorithm>
#include <cmath>

#include "engine/core/check.h"

namespace parktwin::cloud::adoption {
namespace {

constexpr double nearest_to_ceiling = 1.0 - 1e-9;
constexpr double least_innovation = 1e-5;
constexpr double most_per_year = 3.0;

/// Sum of squared differences to the cumulated shares of years 1, 2, …
double squares(const BassCurve& curve, const std::vector<double>& shares) {
  double sum = 0.0;
  for (std::size_t k = 0; k < shares.size(); ++k) {
    const double difference = curve.share(static_cast<double>(k + 1)) - shares[k];
    sum += difference * difference;
  }
  return sum;
}

std::vector<double> cumulated(const std::vector<Observation>& observations, double population, std::int32_t first, std::int32_t last) {
  std::vector<double> shares(static_cast<std::size_t>(last - first + 1), 0.0);
  for (const auto& observation : observations) {
    for (auto k = static_cast<std::size_t>(observation.year - first); k < shares.size(); ++k) shares[k] += observation.adopters;
  }
  for (double& share : shares) share /= population;
  return shares;
}

}  // namespace

double BassCurve::share(double years) const {
  if (years <= 0.0) return 0.0;
  const double decay = std::exp(-(innovation_per_year + imitation_per_year) * years);
  return ceiling * (1.0 - decay) / (1.0 + imitation_per_year / innovation_per_year * decay);
}

double BassCurve::years_until(double share) const {
  if (share <= 0.0 || ceiling <= 0.0) return 0.0;
  const double part = std::min(share / ceiling, nearest_to_ceiling);
  const double ratio = imitation_per_year / innovation_per_year;
  return std::log((1.0 + ratio * part) / (1.0 - part)) / (innovation_per_year + imitation_per_year);
}

BassFit fit_bass(const std::vector<Observation>& observations, double population, double ceiling) {
  const auto [first, last] = std::minmax_element(observations.begin(), observations.end(),
                                                 [](const Observation& a, const Observation& b) { return a.year < b.year; });
  PARKTWIN_CHECK(population > 0 && first != observations.end() && first->year < last->year, "a fit needs two years");
  const auto shares = cumulated(observations, population, first->year, last->year);
  BassFit fit{{0.03, 0.1, ceiling}, first->year, 0.0};
  double least = squares(fit.curve, shares);
  // A search over a net that shrinks around its best point: two parameters, no derivative, never leaves the allowed range.
  double factor = 2.0;
  for (int round = 0; round < 200 && factor - 1.0 > 1e-7; ++round) {
    const BassCurve centre = fit.curve;
    bool better = false;
    for (int i = -2; i <= 2; ++i) {
      for (int j = -2; j <= 2; ++j) {
        const BassCurve tried{std::clamp(centre.innovation_per_year * std::pow(factor, i), least_innovation, most_per_year),
                              std::clamp((centre.imitation_per_year + 1e-3) * std::pow(factor, j) - 1e-3, 0.0, most_per_year), ceiling};
        const double sum = squares(tried, shares);
        if (sum < least) {
          least = sum;
          fit.curve = tried;
          better = true;
        }
      }
    }
    if (!better) factor = std::sqrt(factor);
  }
  fit.rms_error = std::sqrt(least / static_cast<double>(shares.size()));
  return fit;
}

}  // namespace parktwin::cloud::adoption
