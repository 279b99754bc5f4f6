#include "engine/simulators/wired/ipv6/segment_pool.h"

#include <gtest/gtest.h>

namespace parktwin::wired::ipv6 {
namespace {

IpPrefix prefix(const std::string& text) { return parse_ip_prefix(text).value(); }

TEST(SegmentPool, GivesTheSameNumberTheSameSegment) {
  SegmentPool pool(prefix("2001:db8:5ee:100::/56"), {});
  EXPECT_EQ(to_text(pool.segment(0)), "2001:db8:5ee:100::/64");
  EXPECT_EQ(to_text(pool.segment(3)), "2001:db8:5ee:103::/64");
  EXPECT_EQ(to_text(pool.segment(3)), "2001:db8:5ee:103::/64");
  EXPECT_EQ(to_text(pool.segment(255)), "2001:db8:5ee:1ff::/64");
}

TEST(SegmentPool, StepsAsideForWhatIsInUse) {
  SegmentPool pool(prefix("2001:db8:5ee:100::/56"),
                   {prefix("2001:db8:5ee:103::/64"), prefix("2001:db8:5ee:1f8::/61"), prefix("2001:db8:5ee:104::1/128")});
  EXPECT_EQ(to_text(pool.segment(3)), "2001:db8:5ee:1f7::/64");
  EXPECT_EQ(to_text(pool.segment(4)), "2001:db8:5ee:1f6::/64");
  EXPECT_EQ(to_text(pool.segment(5)), "2001:db8:5ee:105::/64");
}

TEST(SegmentPool, SharesTheFirstWhereThereAreNotAsMany) {
  SegmentPool one(prefix("2001:db8:5ee:100::/64"), {});
  EXPECT_EQ(to_text(one.segment(4)), "2001:db8:5ee:100::/64");
  SegmentPool full(prefix("2001:db8:5ee:100::/63"), {prefix("2001:db8:5ee:100::/64"), prefix("2001:db8:5ee:101::/64")});
  EXPECT_EQ(to_text(full.segment(1)), "2001:db8:5ee:101::/64");
  EXPECT_EQ(to_text(full.segment(7)), "2001:db8:5ee:100::/64");
}

}  // namespace
}  // namespace parktwin::wired::ipv6
