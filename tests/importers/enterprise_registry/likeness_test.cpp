#include "importers/enterprise_registry/likeness.h"

#include <gtest/gtest.h>

namespace parktwin::importers {
namespace {

double confidence(const Traits& building, const Traits& enterprise, std::size_t on_parcel = 1) {
  return likeness_of(building, enterprise, on_parcel).confidence;
}

TEST(Likeness, LegalFormsAndWordsOfBuildingsDoNotCount) {
  const auto enterprise = traits_of("苏州远山电子科技有限公司", "", "");
  EXPECT_NEAR(confidence(traits_of("远山电子 厂房", "", ""), enterprise), 0.85, 1e-12);
  EXPECT_NEAR(confidence(traits_of("苏州远山电子科技（集团）股份有限公司", "", ""), enterprise), 0.85, 1e-12);
  EXPECT_LT(confidence(traits_of("苏州晨曦纺织有限公司", "", ""), enterprise), 0.1);
  EXPECT_EQ(confidence(traits_of("厂房", "", ""), enterprise), 0.0);
  EXPECT_EQ(confidence(traits_of("", "", ""), traits_of("", "", "")), 0.0);  // nothing is not alike
}

TEST(Likeness, HouseNumbersTellAddressesApart) {
  const auto building = traits_of("", "星湖路 12 号", "");
  EXPECT_NEAR(confidence(building, traits_of("", "江苏省苏州市工业园区星湖路12号", "")), 0.8, 1e-12);
  EXPECT_LT(confidence(building, traits_of("", "江苏省苏州市工业园区星湖路122号", "")), 0.25);
  EXPECT_LT(confidence(building, traits_of("", "星湖路14号", "")), 0.2);
}

TEST(Likeness, EvidenceAddsUpAndASharedParcelWeighsLess) {
  const auto building = traits_of("远山电子", "星湖路12号", "G-7");
  const auto enterprise = traits_of("远山电子有限公司", "星湖路12号", "g7");
  const auto all = likeness_of(building, enterprise, 1);
  EXPECT_NEAR(all.confidence, 1.0 - 0.15 * 0.2 * 0.1, 1e-12);
  EXPECT_EQ(all.reasons, "name 0.85, address 0.80, parcel 0.90");
  EXPECT_NEAR(confidence(traits_of("", "", "G-7"), traits_of("", "", "G-7"), 3), 0.3, 1e-12);
}

}  // namespace
}  // namespace parktwin::importers
