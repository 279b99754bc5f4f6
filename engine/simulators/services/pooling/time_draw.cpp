#include "engine/simulators/services/pooling/time_draw.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace parktwin::services::pooling {

TimeDraw::TimeDraw(TimeLaw law, double mean, double cv) : law_(law), mean_(mean) {
  const double squared = cv * cv;
  if (law == TimeLaw::erlang) phases_ = std::max(1, static_cast<int>(std::lround(1.0 / squared)));
  half_width_ = std::min(1.0, std::sqrt(3.0) * cv);  // of the uniform law, over its mean
  if (law == TimeLaw::hyperexponential) first_share_ = 0.5 * (1.0 + std::sqrt((squared - 1.0) / (squared + 1.0)));
  if (law != TimeLaw::lognormal || mean <= 0.0) return;
  log_deviation_ = std::sqrt(std::log1p(squared));
  log_mean_ = std::log(mean) - 0.5 * log_deviation_ * log_deviation_;
}

double TimeDraw::operator()(kernel::RandomStream& random) const {
  double phases = 0.0;
  switch (law_) {
    case TimeLaw::constant:
      return mean_;
    case TimeLaw::uniform:
      return mean_ * (1.0 + half_width_ * (2.0 * random.uniform() - 1.0));
    case TimeLaw::erlang:
      for (int phase = 0; phase < phases_; ++phase) phases += random.exponential();
      return mean_ * phases / phases_;
    case TimeLaw::exponential:
      return mean_ * random.exponential();
    case TimeLaw::hyperexponential: {
      const double share = random.uniform() < first_share_ ? first_share_ : 1.0 - first_share_;
      return mean_ * random.exponential() / (2.0 * share);
    }
    case TimeLaw::lognormal: {
      // Box & Muller 1958.
      const double radius = std::sqrt(2.0 * random.exponential());
      const double normal = radius * std::cos(2.0 * std::numbers::pi * random.uniform());
      return mean_ > 0.0 ? std::exp(log_mean_ + log_deviation_ * normal) : 0.0;
    }
  }
  return mean_;
}

}  // namespace parktwin::services::pooling
