#include "engine/park/vlan_list.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace parktwin {
namespace {

using ::testing::ElementsAre;

TEST(VlanList, ReadsNumbersAndRanges) {
  EXPECT_THAT(*parse_vlans("10,20-29"), ElementsAre(VlanRange{10, 10}, VlanRange{20, 29}));
  EXPECT_THAT(*parse_vlans("1 4094"), ElementsAre(VlanRange{1, 1}, VlanRange{4094, 4094}));
  EXPECT_THAT(*parse_vlans(" 7, 8 "), ElementsAre(VlanRange{7, 7}, VlanRange{8, 8}));
  EXPECT_TRUE(parse_vlans("")->empty());
}

TEST(VlanList, RefusesWhatIsNone) {
  for (const char* text : {"0", "4095", "ten", "10-", "-10", "29-20", "10;20", "1-2-3", "99999999999"})
    EXPECT_FALSE(parse_vlans(text)) << text;
}

TEST(VlanList, AnEmptyListCarriesAll) {
  EXPECT_TRUE(carries_vlan("", 4094));
  EXPECT_TRUE(carries_vlan("10,20-29", 20));
  EXPECT_TRUE(carries_vlan("10,20-29", 29));
  EXPECT_FALSE(carries_vlan("10,20-29", 30));
  EXPECT_FALSE(carries_vlan("none", 10));
}

}  // namespace
}  // namespace parktwin
