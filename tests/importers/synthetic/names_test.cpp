#include "importers/synthetic/names.h"

#include <gtest/gtest.h>

#include "tests/importers/synthetic/drafts.h"

namespace parktwin::importers::synthetic {
namespace {

TEST(Names, StayUniqueBeyondAllPairsOfSyllables) {
  EnterpriseNames names(1);
  std::set<std::string> english;
  for (int i = 0; i < 2000; ++i) EXPECT_TRUE(english.insert(names.next(static_cast<Sector>(i % 15)).english).second);
}

TEST(Names, CarryTheInventedTownInChinese) {
  EnterpriseNames names(2);
  const Name name = names.next(Sector::chemicals);
  EXPECT_EQ(name.chinese.rfind(town_chinese, 0), 0U);
  EXPECT_NE(name.english.find(names.brand().english), std::string::npos);
}

TEST(Names, StreetsAreNamedByClassAndUnique) {
  std::set<std::string> seen;
  for (const auto& street : reference_draft().streets) {
    EXPECT_TRUE(seen.insert(street.name).second) << street.name;
    EXPECT_FALSE(street.name_zh.empty());
    if (street.road_class == RoadClass::local) {
      EXPECT_NE(street.name.find("Street"), std::string::npos);
    }
  }
}

}  // namespace
}  // namespace parktwin::importers::synthetic
