#pragma once
// Ranks by Zipf's law: P(k) proportional to k^−s for k = 1 … n, in constant time and memory by rejection from the integral of the
// continuous law (rejection-inversion: Hörmann & Derflinger, ACM Transactions on Modeling and Computer Simulation 6(3), 1996).
#include <cstdint>

#include "engine/simulators/services/kernel/random_stream.h"

namespace parktwin::services::identifiers {

class Zipf {
 public:
  /// Preconditions: count > 0, exponent >= 0.
  Zipf(std::uint32_t count, double exponent);

  /// From 0 (most popular) to count − 1.
  [[nodiscard]] std::uint32_t draw(kernel::RandomStream& random) const;

 private:
  [[nodiscard]] double integral(double x) const;
  [[nodiscard]] double inverse(double area) const;
  [[nodiscard]] double height(double x) const;

  double count_;
  double exponent_;
  double first_ = 0.0;
  double last_ = 0.0;
  double surely_ = 0.0;
};

}  // namespace parktwin::services::identifiers
