#include "engine/simulators/radio/array_factor.h"

#include <gtest/gtest.h>

#include <cmath>
#include <complex>
#include <numbers>

#include "engine/core/random.h"

namespace parktwin::radio {
namespace {

// Sum of the elements' phasors.
double summed_db(std::int32_t elements, double phase) {
  std::complex<double> sum = 0.0;
  for (std::int32_t i = 0; i < elements; ++i) sum += std::polar(1.0, i * phase);
  return -20.0 * std::log10(std::abs(sum) / elements);
}

TEST(ArrayFactor, IsTheSumOfTheElements) {
  const RandomSequence random(1, 0, 0);
  for (std::uint32_t i = 0; i < 5000; ++i) {
    const auto elements = static_cast<std::int32_t>(1 + random.below(2 * i, 32));
    const double phase = random.uniform(2 * i + 1, -20.0, 20.0);
    const double expected = summed_db(elements, phase);
    EXPECT_NEAR(array_attenuation_db(elements, phase, 50.0), std::min(expected, 50.0), 1e-6) << elements << " " << phase;
  }
}

// The first side lobe of a long uniform array tends to that of sin x / x, 13.26 dB down (Balanis, Antenna Theory, 6.3.1); null at 2π/n.
TEST(ArrayFactor, SideLobesAndNulls) {
  double largest = 100.0;
  for (double phase = 2.2 * std::numbers::pi / 64; phase < 4.0 * std::numbers::pi / 64; phase += 1e-5) {
    largest = std::min(largest, array_attenuation_db(64, phase, 100.0));
  }
  EXPECT_NEAR(largest, 13.26, 0.02);
  EXPECT_DOUBLE_EQ(array_attenuation_db(8, 2.0 * std::numbers::pi / 8, 30.0), 30.0);
  EXPECT_DOUBLE_EQ(array_attenuation_db(8, 0.0, 30.0), 0.0);
  EXPECT_DOUBLE_EQ(array_attenuation_db(1, 1.0, 30.0), 0.0);
  EXPECT_NEAR(array_attenuation_db(8, 4.0 * std::numbers::pi, 30.0), 0.0, 1e-9);  // grating lobe
}

}  // namespace
}  // namespace parktwin::radio
