#include "engine/park/duplex_faults.h"

#include <gtest/gtest.h>

namespace parktwin {
namespace {

TEST(DuplexFaults, AcceptsSlotsThatFollowEachOtherWell) {
  for (const char* pattern : {"", "FDD", "DDDSU", "DDDSUDDSUU", "DDDDDDDSUU", "D", "U", "SU", "DS"}) {
    EXPECT_EQ(fault_of_duplex(pattern), std::nullopt) << pattern;
  }
}

TEST(DuplexFaults, NamesWhatItFoundAndExpects) {
  for (const char* pattern : {"DDDXU", "dddsu", "fdd", "FDDD", "D S U"}) {
    const auto fault = fault_of_duplex(pattern);
    ASSERT_TRUE(fault.has_value()) << pattern;
    EXPECT_NE(fault->find("expected FDD or slots"), std::string::npos) << *fault;
    EXPECT_NE(fault->find(pattern), std::string::npos) << *fault;
  }
  EXPECT_EQ(fault_of_duplex("DDU"), "found \"DDU\" with U after D, expected a special slot S between");
  EXPECT_EQ(fault_of_duplex("USD"), "found \"USD\" with U after D where the period repeats, expected a special slot S between");
}

}  // namespace
}  // namespace parktwin
