#include "importers/enterprise_registry/plain_text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace parktwin::importers {
namespace {

TEST(PlainText, FullWidthFormsBecomeAscii) {
  EXPECT_EQ(half_width("（９１ＡＢ）　号"), "(91AB) 号");
  EXPECT_EQ(half_width("，！～"), ",!~");
  EXPECT_EQ(half_width("园区 A1"), "园区 A1");
}

TEST(PlainText, CodePointsAndTheirPairs) {
  EXPECT_THAT(code_points("a号😀"), ::testing::ElementsAre("a", "号", "😀"));
  EXPECT_EQ(neighbour_pairs("远山电子").size(), 3U);
  EXPECT_TRUE(neighbour_pairs("远").empty());
  EXPECT_DOUBLE_EQ(pair_overlap(neighbour_pairs("远山电子"), neighbour_pairs("苏州远山电子科技")), 1.0);
  EXPECT_DOUBLE_EQ(pair_overlap(neighbour_pairs("远山电子"), neighbour_pairs("远山材料公司")), 1.0 / 3.0);
  EXPECT_DOUBLE_EQ(pair_overlap(neighbour_pairs("aaa"), neighbour_pairs("aaaa")), 1.0);  // each pair as often as it stands there
  EXPECT_EQ(pair_overlap({}, neighbour_pairs("ab")), 0.0);
  std::string text = "一厂厂房二厂房";
  remove_all(text, "厂房");
  EXPECT_EQ(text, "一厂二");
}

}  // namespace
}  // namespace parktwin::importers
