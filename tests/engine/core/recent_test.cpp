#include "engine/core/recent.h"

#include <gtest/gtest.h>

#include <string>

namespace parktwin {
namespace {

TEST(Recent, KeepsWhatIsAskedForAndForgetsTheRestAfterSomeRounds) {
  Recent<std::string, int> recent;
  recent.begin();
  EXPECT_EQ(recent.find("a"), nullptr);
  recent.add("a", 1);
  recent.add("b", 2);
  for (std::uint64_t round = 0; round < rounds_kept; ++round) {
    recent.begin();
    ASSERT_NE(recent.find("b"), nullptr);
    EXPECT_EQ(*recent.find("b"), 2);
    EXPECT_EQ(recent.size(), 2U);
  }
  recent.begin();
  EXPECT_EQ(recent.find("a"), nullptr);
  EXPECT_EQ(*recent.find("b"), 2);
  EXPECT_EQ(recent.size(), 1U);
}

}  // namespace
}  // namespace parktwin
