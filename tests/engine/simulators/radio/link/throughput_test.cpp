#include "engine/simulators/radio/link/throughput.h"

#include <gtest/gtest.h>

#include <string>

#include "engine/core/check.h"
#include "engine/core/random.h"

namespace parktwin::radio::link {
namespace {

CarrierLink hundred_megahertz(Direction direction, std::int32_t layers) {
  return {.direction = direction, .subcarrier_spacing = Hertz(30e3), .resource_blocks = 273, .layers = layers};
}

// The usual quotation of TS 38.306 clause 4.1.2 for 100 MHz, 30 kHz, 4 layers, 256QAM: 2.337 Gbit/s before the TDD share.
// 4·8·(948/1024)·273·12·28000·0.86 = 2,337.0 Mbit/s; up with 2 layers 2·8·(948/1024)·273·12·28000·0.92 = 1,250.0 Mbit/s.
TEST(Throughput, PeakOfHundredMegahertz) {
  EXPECT_NEAR(peak_rate(hundred_megahertz(Direction::down, 4), 8).value(), 2337.0, 0.1);
  EXPECT_NEAR(peak_rate(hundred_megahertz(Direction::up, 2), 8).value(), 1250.0, 0.1);
}

// 2·6·(948/1024)·264·12·112000·0.82 = 3,232.2 Mbit/s for 400 MHz in FR2; 4·8·(948/1024)·106·12·14000·0.86 = 453.7 for 20 MHz FDD.
TEST(Throughput, OtherNumerologies) {
  const CarrierLink millimetre{.range = FrequencyRange::fr2, .subcarrier_spacing = Hertz(120e3), .resource_blocks = 264, .layers = 2};
  EXPECT_NEAR(peak_rate(millimetre, 6).value(), 3232.2, 0.1);
  const CarrierLink narrow{.subcarrier_spacing = Hertz(15e3), .resource_blocks = 106, .layers = 4};
  EXPECT_NEAR(peak_rate(narrow, 8).value(), 453.7, 0.1);
}

// TS 38.306 clause 4.1.2.
TEST(Throughput, OverheadsOfTheStandard) {
  EXPECT_EQ(overhead(FrequencyRange::fr1, Direction::down), 0.14);
  EXPECT_EQ(overhead(FrequencyRange::fr1, Direction::up), 0.08);
  EXPECT_EQ(overhead(FrequencyRange::fr2, Direction::down), 0.18);
  EXPECT_EQ(overhead(FrequencyRange::fr2, Direction::up), 0.10);
  EXPECT_EQ(frequency_range(gigahertz(4.9)), FrequencyRange::fr1);
  EXPECT_EQ(frequency_range(gigahertz(26.0)), FrequencyRange::fr2);
}

void expect_symbols(const std::optional<DuplexPattern>& pattern, std::int32_t symbols, std::int32_t down, std::int32_t up) {
  ASSERT_TRUE(pattern.has_value());
  EXPECT_EQ(pattern->symbols, symbols);
  EXPECT_EQ(pattern->down_symbols, down);
  EXPECT_EQ(pattern->up_symbols, up);
}

TEST(Throughput, DuplexPatternsInSymbols) {
  expect_symbols(parse_duplex("DDDSU"), 70, 3 * 14 + 10, 14 + 2);
  expect_symbols(parse_duplex("DDDDDDDSUU", {6, 4, 4}), 140, 7 * 14 + 6, 2 * 14 + 4);
  expect_symbols(parse_duplex("DSUUU"), 70, 14 + 10, 3 * 14 + 2);
  expect_symbols(parse_duplex("DDDSUDDSUU"), 140, 5 * 14 + 2 * 10, 3 * 14 + 2 * 2);
  expect_symbols(parse_duplex("D"), 14, 14, 0);
  expect_symbols(parse_duplex("FDD"), 14, 14, 14);
  EXPECT_DOUBLE_EQ(parse_duplex("DDDSU")->share(Direction::down), 52.0 / 70.0);
  EXPECT_DOUBLE_EQ(parse_duplex("DDDSU")->share(Direction::up), 16.0 / 70.0);
}

TEST(Throughput, PatternsThatCannotBe) {
  EXPECT_FALSE(parse_duplex(""));
  EXPECT_FALSE(parse_duplex("TDD"));
  EXPECT_FALSE(parse_duplex("dddsu"));
  EXPECT_FALSE(parse_duplex("DDDU"));
  EXPECT_FALSE(parse_duplex("UUSD"));  // D, and then U of the next period
  EXPECT_FALSE(parse_duplex("DDDSU", {10, 2, 3}));
  EXPECT_FALSE(parse_duplex("DDDSU", {12, 0, 2}));
  EXPECT_FALSE(parse_duplex("DDDSU", {16, 2, -4}));
}

// Down, up and guard of a period are all its symbols.
TEST(Throughput, SymbolsAddUp) {
  const RandomSequence random(5, 0, 0);
  for (std::uint32_t i = 0; i < 300; ++i) {
    std::string pattern;
    std::int32_t specials = 0;
    for (std::uint32_t k = 0; k < 1 + i % 10; ++k) {
      pattern += "DSU"[random.below(100 * i + k, 3)];
      if (pattern.back() == 'S') ++specials;
    }
    const SpecialSlot special{6, 5, 3};
    const auto parsed = parse_duplex(pattern, special);
    if (!parsed) {
      EXPECT_NE((pattern + pattern).find("DU"), std::string::npos) << pattern;
      continue;
    }
    EXPECT_EQ(parsed->down_symbols + parsed->up_symbols + specials * special.guard_symbols, parsed->symbols) << pattern;
  }
}

TEST(Throughput, ShareScalingAndEfficiencyMultiply) {
  auto link = hundred_megahertz(Direction::down, 4);
  const double full = peak_rate(link, 8).value();
  link.duplex = *parse_duplex("DDDSU");
  EXPECT_NEAR(peak_rate(link, 8).value(), full * 52.0 / 70.0, 1e-9);  // 1,736 Mbit/s
  link.scaling = 0.75;
  EXPECT_NEAR(peak_rate(link, 8).value(), 0.75 * full * 52.0 / 70.0, 1e-9);
  EXPECT_NEAR(expected_rate(link, 4.0 * highest_code_rate).value(), 0.375 * full * 52.0 / 70.0, 1e-9);
  link.resource_blocks = 0;
  EXPECT_EQ(expected_rate(link, 4.0).value(), 0.0);
  link.subcarrier_spacing = Hertz(0.0);
  EXPECT_THROW((void)expected_rate(link, 4.0), BrokenPromise);
}

}  // namespace
}  // namespace parktwin::radio::link
