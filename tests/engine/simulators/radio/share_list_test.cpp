#include "engine/simulators/radio/share_list.h"

#include <gtest/gtest.h>

namespace parktwin::radio {
namespace {

TEST(ShareList, LargestFirstAndEqualOnesInTheirOrder) {
  EXPECT_EQ(share_list({}), "");
  EXPECT_EQ(share_list({{"C-1", 0.042}}), "C-1 (4.2 %)");
  EXPECT_EQ(share_list({{"C-1", 0.042}, {"C-2", 1.31}, {"C-3", 0.042}}), "C-2 (131.0 %), C-1 (4.2 %), C-3 (4.2 %)");
}

TEST(ShareList, TheManyAsANumber) {
  std::vector<NamedShare> shares;
  for (int i = 0; i < 11; ++i) shares.push_back({"C-" + std::to_string(i), 0.01 * i});
  EXPECT_EQ(share_list(shares),
            "C-10 (10.0 %), C-9 (9.0 %), C-8 (8.0 %), C-7 (7.0 %), C-6 (6.0 %), C-5 (5.0 %), C-4 (4.0 %), C-3 (3.0 %) and 3 more");
  shares.resize(8);
  EXPECT_EQ(share_list(shares).find("more"), std::string::npos);
}

}  // namespace
}  // namespace parktwin::radio
