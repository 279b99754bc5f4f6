#include "engine/park/sector_list.h"

#include <gtest/gtest.h>

namespace parktwin {
namespace {

TEST(SectorList, NamesAreSeparatedByBlanks) {
  const SectorList list = parse_sectors("  food software\tfoo\nnew_materials ");
  EXPECT_EQ(list.sectors, (std::vector<Sector>{Sector::food, Sector::software, Sector::new_materials}));
  EXPECT_EQ(list.unknown, (std::vector<std::string_view>{"foo"}));
  EXPECT_TRUE(parse_sectors("").sectors.empty());
  EXPECT_TRUE(parse_sectors(" ").unknown.empty());
}

}  // namespace
}  // namespace parktwin
