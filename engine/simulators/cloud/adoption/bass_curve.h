#pragma once
// The Bass curve of diffusion: share that has adopted t years after the beginning (Bass 1969, A new product growth model for consumer
// durables, Management Science 15(5)): F(t) = m (1 − e^(−(p+q)t)) / (1 + (q/p) e^(−(p+q)t)), with p innovation, q imitation, m ceiling.
#include <cstdint>
#include <vector>

namespace parktwin::cloud::adoption {

struct BassCurve {
  double innovation_per_year = 0.03;
  double imitation_per_year = 0.38;
  double ceiling = 1.0;

  /// 0 for years <= 0.
  [[nodiscard]] double share(double years) const;
  /// Years until that share; 0 for a share <= 0. A share at or above the ceiling gives the year at which all but 1e-9 of it are reached.
  [[nodiscard]] double years_until(double share) const;
};

/// Enterprises, of all, whose adoption is dated to the end of a year.
struct Observation {
  std::int32_t year = 0;
  std::int32_t adopters = 0;  ///< in that year
};

struct BassFit {
  BassCurve curve;
  std::int32_t first_year = 0;  ///< the curve begins at its start
  double rms_error = 0.0;       ///< of the share, over the years
};

/// Least squares over the cumulated shares at the end of each year from the first to the last observed one, the ceiling held. Nothing is
/// known of the ceiling before growth slows, so it is not fitted. Precondition: at least two different years, population > 0.
[[nodiscard]] BassFit fit_bass(const std::vector<Observation>& observations, double population, double ceiling);

}  // namespace parktwin::cloud::adoption
