#include "engine/simulators/wired/traffic/queueing.h"

#include <algorithm>
#include <boost/math/special_functions/gamma.hpp>
#include <cmath>

#include "engine/core/check.h"

namespace parktwin::wired::traffic {
namespace {

/// A random part that scatters less than this share of its mean is taken as fixed.
constexpr double least_variation = 1e-3;
constexpr double far_off_deviations = 40.0;

using boost::math::policies::policy;
using boost::math::policies::promote_double;
using Double = policy<promote_double<false>>;

bool scatters(const Moments& random) { return random.variance_s2 > least_variation * least_variation * random.mean_s * random.mean_s; }

}  // namespace

void Arrivals::add(double rate_per_s, double service_s) {
  utilisation += rate_per_s * service_s;
  second_s += rate_per_s * service_s * service_s;
  third_s2 += rate_per_s * service_s * service_s * service_s;
}

Arrivals& Arrivals::operator+=(const Arrivals& other) {
  utilisation += other.utilisation;
  second_s += other.second_s;
  third_s2 += other.third_s2;
  return *this;
}

Moments& Moments::operator+=(const Moments& other) {
  mean_s += other.mean_s;
  variance_s2 += other.variance_s2;
  return *this;
}

Moments waiting(const Arrivals& arrivals, double buffer_s) {
  if (arrivals.utilisation >= 1.0) return {buffer_s, 0.0};
  const double free = 1.0 - arrivals.utilisation;
  const double mean = arrivals.second_s / (2.0 * free);
  if (mean >= buffer_s) return {buffer_s, 0.0};
  return {mean, mean * mean + arrivals.third_s2 / (3.0 * free)};
}

Delay& Delay::operator+=(const Delay& other) {
  fixed_s += other.fixed_s;
  random += other.random;
  return *this;
}

double share_within(const Delay& delay, double seconds) {
  if (!scatters(delay.random)) return seconds >= delay.mean_s() ? 1.0 : 0.0;
  const double room = seconds - delay.fixed_s;
  if (!(room > 0.0)) return 0.0;
  const double shape = delay.random.mean_s * delay.random.mean_s / delay.random.variance_s2;
  const double scale = delay.random.variance_s2 / delay.random.mean_s;
  if (room - delay.random.mean_s > far_off_deviations * std::max(1.0, std::sqrt(shape)) * scale) return 1.0;
  return boost::math::gamma_p(shape, room / scale, Double());
}

double percentile_s(const Delay& delay, double share) {
  PARKTWIN_CHECK(share > 0.0 && share < 1.0, "a percentile lies between 0 and 1");
  if (!scatters(delay.random)) return delay.mean_s();
  const double shape = delay.random.mean_s * delay.random.mean_s / delay.random.variance_s2;
  const double scale = delay.random.variance_s2 / delay.random.mean_s;
  return delay.fixed_s + scale * boost::math::gamma_p_inv(shape, share, Double());
}

}  // namespace parktwin::wired::traffic
