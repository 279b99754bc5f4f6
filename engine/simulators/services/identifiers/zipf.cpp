#include "engine/simulators/services/identifiers/zipf.h"

#include <algorithm>
#include <cmath>

#include "engine/core/check.h"

namespace parktwin::services::identifiers {
namespace {

/// (e^(a x) − 1) / a, which is x for a = 0.
double expm1_over(double a, double x) { return std::abs(a) < 1e-12 ? x : std::expm1(a * x) / a; }
double log1p_over(double a, double x) { return std::abs(a) < 1e-12 ? x : std::log1p(a * x) / a; }

}  // namespace

Zipf::Zipf(std::uint32_t count, double exponent) : count_(count), exponent_(exponent) {
  PARKTWIN_CHECK(count > 0 && exponent >= 0.0, "Zipf's law over nothing or with a negative exponent");
  first_ = integral(1.5) - 1.0;
  last_ = integral(count_ + 0.5);
  surely_ = 2.0 - inverse(integral(2.5) - height(2.0));
}

// H(x) = ∫ t^−s dt from 1 to x = (x^(1−s) − 1) / (1 − s), or ln x for s = 1.
double Zipf::integral(double x) const { return expm1_over(1.0 - exponent_, std::log(x)); }
double Zipf::inverse(double area) const { return std::exp(log1p_over(1.0 - exponent_, area)); }
double Zipf::height(double x) const { return std::pow(x, -exponent_); }

std::uint32_t Zipf::draw(kernel::RandomStream& random) const {
  while (true) {
    const double area = last_ + random.uniform() * (first_ - last_);
    const double x = inverse(area);
    const double k = std::clamp(std::floor(x + 0.5), 1.0, count_);
    // Near the rank itself the law surely lies above its hat's lower edge; elsewhere its height decides.
    if (k - x <= surely_ || area >= integral(k + 0.5) - height(k)) return static_cast<std::uint32_t>(k) - 1;
  }
}

}  // namespace parktwin::services::identifiers
