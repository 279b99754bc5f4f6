#include "engine/simulators/radio/link/duplex_choice.h"

#include <gtest/gtest.h>

#include <string>

#include "engine/core/check.h"
#include "engine/park/duplex_faults.h"

namespace parktwin::radio::link {
namespace {

// 3GPP TS 38.101-1 table 5.2-1: n28, n3, n1 FDD; n34, n39, n40, n41, n78, n79 TDD.
TEST(DuplexChoice, ByBandWithoutAPattern) {
  for (const double mhz : {758.0, 1850.0, 1842.5, 1960.0, 2140.0, 2000.0}) EXPECT_FALSE(is_time_division(megahertz(mhz))) << mhz;
  for (const double mhz : {1880.0, 1900.0, 1920.0, 2017.5, 2350.0, 2565.0, 3500.0, 4900.0, 26000.0}) {
    EXPECT_TRUE(is_time_division(megahertz(mhz))) << mhz;
  }
  EXPECT_EQ(duplex_of("", gigahertz(0.758)).share(Direction::up), 1.0);
  // DDDSU with a special slot of 10, 2 and 2 symbols: 52 and 16 of 70.
  EXPECT_DOUBLE_EQ(duplex_of("", gigahertz(3.5)).share(Direction::down), 52.0 / 70.0);
  EXPECT_DOUBLE_EQ(duplex_of("", gigahertz(3.5)).share(Direction::up), 16.0 / 70.0);
}

TEST(DuplexChoice, APatternGoesBeforeTheBand) {
  EXPECT_EQ(duplex_of("FDD", gigahertz(2.65)).share(Direction::up), 1.0);
  EXPECT_DOUBLE_EQ(duplex_of("SU", gigahertz(0.758)).share(Direction::up), 16.0 / 28.0);
  EXPECT_THROW((void)duplex_of("DU", gigahertz(3.5)), BrokenPromise);
}

// What the park refuses is exactly what the formula does not know: all texts of up to six letters.
TEST(DuplexChoice, KnowsWhatTheParkAccepts) {
  const std::string letters = "DSUX";
  for (std::size_t length = 1; length <= 6; ++length) {
    for (std::size_t number = 0; number < (std::size_t{1} << (2 * length)); ++number) {
      std::string text;
      for (std::size_t i = 0; i < length; ++i) text += letters[(number >> (2 * i)) & 3U];
      ASSERT_EQ(parse_duplex(text).has_value(), !fault_of_duplex(text).has_value()) << text;
    }
  }
}

}  // namespace
}  // namespace parktwin::radio::link
