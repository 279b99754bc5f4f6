#include "engine/simulators/wired/tsn/bridge/delay_law.h"

#include <gtest/gtest.h>

#include <vector>

namespace parktwin::wired::tsn::bridge {
namespace {

TEST(DelayLaw, SortsAndJoinsItsAtoms) {
  const DelayLaw law({{30, 0.25}, {10, 0.25}, {30, 0.25}, {20, 0.0}});
  EXPECT_EQ(law.atoms(), (std::vector<DelayAtom>{{10, 0.25}, {30, 0.5}}));
  EXPECT_DOUBLE_EQ(law.arriving(), 0.75);
  EXPECT_DOUBLE_EQ(law.mean_ns(), (10 * 0.25 + 30 * 0.5) / 0.75);
  EXPECT_EQ(DelayLaw().mean_ns(), 0.0);
}

TEST(DelayLaw, QuantilesCountLostFrames) {
  const DelayLaw law({{10, 0.25}, {30, 0.5}});
  EXPECT_EQ(law.within(9), 0.0);
  EXPECT_EQ(law.within(10), 0.25);
  EXPECT_EQ(law.within(1000), 0.75);
  EXPECT_EQ(law.quantile(0.25), 10);
  EXPECT_EQ(law.quantile(0.26), 30);
  EXPECT_EQ(law.quantile(0.75), 30);
  EXPECT_FALSE(law.quantile(0.76).has_value());
}

TEST(DelayLaw, RoundsUpAndAdds) {
  EXPECT_EQ(DelayLaw({{10, 0.5}, {11, 0.25}, {20, 0.25}}).rounded_up(10).atoms(), (std::vector<DelayAtom>{{10, 0.5}, {20, 0.5}}));
  const DelayLaw coin({{1, 0.5}, {2, 0.5}});
  EXPECT_EQ(sum(coin, coin).atoms(), (std::vector<DelayAtom>{{2, 0.25}, {3, 0.5}, {4, 0.25}}));
  EXPECT_DOUBLE_EQ(sum(coin, DelayLaw({{5, 0.5}})).arriving(), 0.5);
}

}  // namespace
}  // namespace parktwin::wired::tsn::bridge
