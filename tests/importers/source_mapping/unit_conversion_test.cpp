#include "importers/source_mapping/unit_conversion.h"

#include <gtest/gtest.h>

namespace parktwin::importers {
namespace {

TEST(UnitConversion, KnowsWhatBelongsTogether) {
  EXPECT_DOUBLE_EQ(unit_factor("ft", "m").value(), 0.3048);
  EXPECT_NEAR(unit_factor("亩", "m2").value(), 666.6667, 1e-4);
  EXPECT_DOUBLE_EQ(unit_factor("万元", "CNY").value(), 1e4);
  EXPECT_DOUBLE_EQ(unit_factor("GJ", "MWh").value(), 1.0 / 3.6);
  EXPECT_FALSE(unit_factor("ft", "m2"));
  EXPECT_FALSE(unit_factor("furlong", "m"));
}

TEST(UnitConversion, TextsMayNameTheirUnit) {
  EXPECT_DOUBLE_EQ(quantity(Attribute(std::string("12.5 m")), "m", "m").value(), 12.5);
  EXPECT_DOUBLE_EQ(quantity(Attribute(std::string("40'")), "m", "m").value(), 40 * 0.3048);
  EXPECT_DOUBLE_EQ(quantity(Attribute(std::string("40")), "ft", "m").value(), 40 * 0.3048);
  EXPECT_DOUBLE_EQ(quantity(Attribute(std::int64_t{3}), "GHz", "Hz").value(), 3e9);
  EXPECT_NEAR(quantity(Attribute(200.0), "W", "dBm").value(), 53.01, 0.005);
  EXPECT_FALSE(quantity(Attribute(std::string("tall")), "m", "m"));
  EXPECT_DOUBLE_EQ(quantity(Attribute(std::string("110000;20000")), "V", "kV").value(), 110.0);  // of a list the first
  EXPECT_FALSE(quantity(Attribute(std::string("3 kg")), "m", "m"));
  EXPECT_FALSE(quantity(Attribute(), "m", "m"));
}

}  // namespace
}  // namespace parktwin::importers
