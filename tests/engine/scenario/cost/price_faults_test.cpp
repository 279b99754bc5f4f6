#include "engine/scenario/cost/price_faults.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace parktwin::costs {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> faults(const std::string& change, const std::string& field, const std::string& value, const std::string& measure) {
  Price price;
  price.change = change;
  price.field = field;
  price.value = value;
  price.measure = measure;
  std::vector<std::string> list;
  for (const auto& fault : faults_of(price)) list.push_back(fault.field + ": " + fault.message);
  return list;
}

TEST(PriceFaults, WhatFits) {
  EXPECT_THAT(faults("add_radio_site", "", "", ""), IsEmpty());
  EXPECT_THAT(faults("add_network_node", "kind", "firewall", ""), IsEmpty());
  EXPECT_THAT(faults("add_duct", "", "", "path"), IsEmpty());
  EXPECT_THAT(faults("add_cable", "", "", "length_m"), IsEmpty());
  EXPECT_THAT(faults("modify_radio_site", "position", "", ""), IsEmpty());
  EXPECT_THAT(faults("modify_network_node", "operational", "true", ""), IsEmpty());
}

TEST(PriceFaults, WhatDoesNot) {
  EXPECT_THAT(faults("add_radio_sit", "", "", ""),
              ElementsAre("change: found \"add_radio_sit\", expected a kind of change, did you mean add_radio_site?"));
  EXPECT_THAT(faults("add_duct", "colour", "", "depth_m"),
              ElementsAre("field: found \"colour\", expected a field of a duct", "measure: found \"depth_m\", expected a field of a duct"));
  EXPECT_THAT(
      faults("add_network_node", "building", "B-1", "kind"),
      ElementsAre("field: found \"building\", expected a field that is a number, a flag, a name or a text, because a value is given",
                  "measure: found \"kind\", expected a field that is a number or a course"));
  EXPECT_THAT(faults("remove_duct", "tubes", "", ""),
              ElementsAre("field: found \"tubes\", expected nothing: a remove_duct gives no fields"));
  EXPECT_THAT(faults("add_duct", "", "4", ""), ElementsAre("value: found \"4\" without a field, expected the field that has it"));
}

TEST(PriceFaults, FiguresOutOfOrder) {
  Price price;
  price.change = "add_duct";
  price.capital_low_cny = 2.0;
  price.capital_likely_cny = 1.0;
  price.capital_high_cny = 3.0;
  price.operating_likely_cny = 5.0;
  price.operating_high_cny = 4.0;
  const auto list = faults_of(price);
  ASSERT_EQ(list.size(), 2U);
  EXPECT_EQ(list[0].message, "found 1 with the range 2 to 3, expected low, likely and high in this order");
  EXPECT_EQ(list[1].field, "operating_likely_cny");
}

}  // namespace
}  // namespace parktwin::costs
