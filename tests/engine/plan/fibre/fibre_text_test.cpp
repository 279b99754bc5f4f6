#include "engine/plan/fibre/fibre_text.h"

#include <gtest/gtest.h>

#include "engine/park/cable_faults.h"
#include "tests/engine/plan/fibre/road_park.h"

namespace parktwin::plan {
namespace {

const FibreIds ids = {[](std::size_t number) { return "X-D-" + std::to_string(number); },
                      [](std::size_t number) { return "X-C-" + std::to_string(number); }};

TEST(FibreText, BuildsDuctsAndCablesThatJoin) {
  const Park park = with_ducts(with_roads({{{0, 280}, {600, 280}}}), {{{5, 280}, {300, 280}}});
  const FibreRoutes routes(park, {{320, 300}, {400, 290}}, {220.0, 35.0});
  const FibrePlan plan = routes.lay(plan_trenches(routes.problem()).routes);
  std::string text;
  for (std::size_t i = 0; i < plan.ducts.size(); ++i) text += duct_text(plan.ducts[i], i + 1, ids);
  for (std::size_t i = 0; i < plan.cables.size(); ++i) text += cable_text(park, plan.cables[i], i + 1, ids);
  const Park after = park_after(park, text);
  ASSERT_EQ(after.cables->size(), 2U);
  EXPECT_EQ(after.ducts->size(), 1U + plan.ducts.size());
  EXPECT_TRUE(cable_faults(after).empty());
  double course_m = 0.0;
  for (const auto duct : after.cables->records()[1].ducts) course_m += length((*after.ducts)[duct].path);
  EXPECT_NEAR(course_m, after.cables->records()[1].length.value(), 0.005);
  EXPECT_EQ(after.ducts->records()[1].tubes, 2);
}

TEST(FibreText, PricesAreOfAMetreWhateverACableCostsByItself) {
  auto prices = block_prices();
  prices.push_back(price("add_cable", "", 1, 77));
  prices.back().item = "splices";
  const CostOptions costs;
  const FibrePrices found = fibre_prices(block_park(600.0), {prices, costs, 2026});
  EXPECT_NEAR(found.trench_cny_per_m, 1.0, 1e-12);
  EXPECT_NEAR(found.cable_cny_per_m, 0.5, 1e-12);
  const std::vector<costs::Price> none;
  EXPECT_EQ(fibre_prices(block_park(600.0), {none, costs, 2026}).trench_cny_per_m, 0.0);
}

}  // namespace
}  // namespace parktwin::plan
