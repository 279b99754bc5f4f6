#include "engine/run/yearly_cost.h"

#include <gtest/gtest.h>

#include "tests/engine/run/retrofit_world.h"

namespace parktwin::retrofit {
namespace {

costs::Price price_of(const std::string& change, const std::string& field, const std::string& value, double operating_cny) {
  costs::Price price;
  price.item = change + value;
  price.change = change;
  price.field = field;
  price.value = value;
  price.operating_likely_cny = operating_cny;
  return price;
}

TEST(YearlyCost, AddsUpEveryRecordAndGivesEnterprisesTheirOwn) {
  const std::vector<costs::Price> prices{
      price_of("add_network_node", "kind", "access_switch", 1000.0), price_of("add_network_node", "kind", "core_router", 30000.0),
      price_of("add_network_link", "medium", "fibre", 50.0), price_of("remove_network_link", "", "", 7.0)};
  const auto cost = yearly_cost(testing::plants(), prices);
  // One core router, four switches, 13 fibres: of each plant its switch, its access link and two links to end stations.
  EXPECT_DOUBLE_EQ(cost.all_cny, 30000.0 + 4 * 1000.0 + 13 * 50.0);
  EXPECT_DOUBLE_EQ(cost.by_enterprise_cny.at("E-2"), 1000.0 + 3 * 50.0);
  EXPECT_EQ(cost.by_enterprise_cny.size(), testing::plant_count);
}

TEST(YearlyCost, NothingWithoutPrices) {
  EXPECT_EQ(yearly_cost(testing::plants(), {}).all_cny, 0.0);
  EXPECT_TRUE(yearly_cost(testing::plants(), {}).by_enterprise_cny.empty());
}

}  // namespace
}  // namespace parktwin::retrofit
