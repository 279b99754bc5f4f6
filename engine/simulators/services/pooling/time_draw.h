#pragma once
// Times by the laws of the inventory. Erlang: sum of 1 / cv² exponential phases. Hyperexponential: two phases with balanced means (Tijms, A
// First Course in Stochastic Models, appendix B). Lognormal by its mean and coefficient of variation.
#include "engine/park/shared_resource.h"
#include "engine/simulators/services/kernel/random_stream.h"

namespace parktwin::services::pooling {

class TimeDraw {
 public:
  /// Precondition: sharing_faults() finds none in law and cv.
  TimeDraw(TimeLaw law, double mean, double cv);
  /// In the unit of the mean, never negative. Draws of one law take equally many random numbers each.
  [[nodiscard]] double operator()(kernel::RandomStream& random) const;

 private:
  TimeLaw law_;
  double mean_;
  int phases_ = 1;
  double half_width_ = 1.0;
  double first_share_ = 1.0;  ///< of the hyperexponential's phases
  double log_mean_ = 0.0;
  double log_deviation_ = 0.0;
};

}  // namespace parktwin::services::pooling
