#include "viz/twin/byte_planes.h"

#include <gtest/gtest.h>

#include "tests/viz/twin/unpacking.h"

namespace parktwin::viz::twin {
namespace {

TEST(BytePlanes, DifferencesSummedAreTheValues) {
  const std::vector<std::uint32_t> values{7, 3, 70000, 0, 65535, 65536};
  std::string bytes = "x";
  add_planes(bytes, differences(values), 3);
  EXPECT_EQ(bytes.size(), 1 + 3 * values.size());
  EXPECT_EQ(testing::Reader(bytes, 1).sums(values.size(), 3), values);
}

TEST(BytePlanes, LowestBytesComeFirst) {
  std::string bytes;
  add_planes(bytes, std::vector<std::uint32_t>{0x0201, 0x0403}, 2);
  EXPECT_EQ(bytes, std::string("\x01\x03\x02\x04"));
}

TEST(BytePlanes, NothingIsNothing) {
  std::string bytes;
  add_planes(bytes, differences({}), 2);
  EXPECT_EQ(bytes, "");
}

TEST(BytePlanes, DeflatedBytesComeBack) {
  std::string bytes;
  for (int i = 0; i < 5000; ++i) bytes.push_back(static_cast<char>(i * i % 251));
  const std::string packed = deflated(bytes);
  EXPECT_LT(packed.size(), bytes.size());
  EXPECT_EQ(testing::inflated(packed, bytes.size()), bytes);
  EXPECT_EQ(testing::inflated(deflated(""), 0), "");
}

}  // namespace
}  // namespace parktwin::viz::twin
