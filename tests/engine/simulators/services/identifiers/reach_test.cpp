#include "engine/simulators/services/identifiers/reach.h"

#include <gtest/gtest.h>

namespace parktwin::services::identifiers {
namespace {

TEST(Reach, EachNodeThatIsDownCostsATimeout) {
  const std::vector<TimedNode> nodes{TimedNode({10.0, {{1.0, 3.0}, {5.0, 6.0}}}), TimedNode({30.0, {{2.0, 4.0}}}), TimedNode({50.0, {}})};
  EXPECT_EQ(nodes[1].round_trip, 30'000'000);
  const auto expect = [&](double at_s, std::uint32_t node, double asked_s) {
    const auto contact = reach(nodes, nanoseconds(at_s), nanoseconds(0.5));
    ASSERT_TRUE(contact);
    EXPECT_EQ(contact->node, node) << at_s;
    EXPECT_EQ(contact->asked_at, nanoseconds(asked_s)) << at_s;
  };
  expect(0.0, 0, 0.0);
  expect(1.0, 1, 1.5);  // down from its first moment on
  expect(1.6, 2, 2.6);  // the second is down when asked, at 2.1
  expect(3.0, 0, 3.0);  // up again
  expect(5.5, 1, 6.0);
}

TEST(Reach, NothingWhenAllAreDown) {
  EXPECT_FALSE(reach({TimedNode({10.0, {{0.0, 1.0}}})}, 0, 5));
  EXPECT_FALSE(reach({}, 0, 5));
}

}  // namespace
}  // namespace parktwin::services::identifiers
