#include "engine/plan/pricing/pricing.h"

#include <gtest/gtest.h>

#include "tests/engine/plan/block_park.h"

namespace parktwin::plan {
namespace {

TEST(Pricing, BillsChangesByRecord) {
  const Park park = block_park(400.0);
  const auto prices = block_prices();
  const CostOptions costs;
  const std::string changes =
      "  - add_duct: {id: D-9, path: [[0, 0], [500, 0]]}\n"
      "  - add_cable: {id: C-9, ducts: [D-9], length_m: 200}\n"
      "  - add_network_node: {id: N-9, kind: radio_unit, position: [0, 0]}\n";
  const PricedChanges priced = price_changes(park, changes, {prices, costs, 2026});
  EXPECT_DOUBLE_EQ(priced.of_record.at("D-9"), 500.0);
  EXPECT_DOUBLE_EQ(priced.of_record.at("C-9"), 100.0);
  EXPECT_DOUBLE_EQ(priced.capital_of_record.at("C-9"), 100.0);
  EXPECT_DOUBLE_EQ(priced.present_value_cny, 600.0);
  EXPECT_DOUBLE_EQ(priced.capital_cny, 600.0);
  EXPECT_EQ(priced.unpriced, std::set<std::string>{"add_network_node"});
  EXPECT_EQ(park_after(park, changes).ducts->size(), 1U);
}

TEST(Pricing, NothingCostsNothing) {
  const auto prices = block_prices();
  const CostOptions costs;
  EXPECT_EQ(price_changes(block_park(400.0), "", {prices, costs, 2026}).present_value_cny, 0.0);
  EXPECT_EQ(park_after(block_park(400.0), "").ducts->size(), 0U);
}

}  // namespace
}  // namespace parktwin::plan
