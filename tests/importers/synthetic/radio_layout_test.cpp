#include "importers/synthetic/radio_layout.h"

#include <gtest/gtest.h>

#include <map>

#include "tests/importers/synthetic/drafts.h"

namespace parktwin::importers::synthetic {
namespace {

TEST(RadioLayout, ReferenceHasAbout60SitesWithThreeCellsEach) {
  const auto plans = plan_sites(reference_draft());
  const auto tables = build_radio(reference_draft(), plans);
  EXPECT_GE(plans.size(), 52U);
  EXPECT_LE(plans.size(), 68U);
  EXPECT_EQ(tables.cells.size(), 3 * plans.size());
  std::map<double, int> carriers;
  for (const auto& cell : tables.cells) {
    ++carriers[cell.frequency.value()];
    EXPECT_GE(cell.azimuth.value(), 0.0);
    EXPECT_LT(cell.azimuth.value(), 360.0);
  }
  EXPECT_EQ(carriers.size(), 3U);
  EXPECT_EQ(carriers.begin()->second, 12);  // four wide-area sites at 758 MHz
}

TEST(RadioLayout, IsDenserAtTheLakeThanInTheProcessQuarter) {
  std::map<Quarter, double> ground;
  std::map<Quarter, double> sites;
  for (const auto& block : reference_draft().blocks) ground[block.quarter] += block.area.area();
  for (const auto& plan : plan_sites(reference_draft())) sites[plan.quarter] += 1.0;
  EXPECT_GT(sites[Quarter::headquarters] / ground[Quarter::headquarters], 2.0 * sites[Quarter::process] / ground[Quarter::process]);
}

TEST(RadioLayout, RoofSitesStandOnTheirBuildings) {
  const Draft& draft = reference_draft();
  const auto plans = plan_sites(draft);
  const auto tables = build_radio(draft, plans);
  int roofs = 0;
  for (std::size_t i = 0; i < plans.size(); ++i) {
    EXPECT_EQ(plans[i].kind == SiteKind::macro_roof, tables.sites[i].building.valid());
    if (!tables.sites[i].building.valid()) continue;
    ++roofs;
    EXPECT_TRUE(contains(draft.buildings[tables.sites[i].building.index()].footprint, tables.sites[i].position)) << tables.sites[i].id;
  }
  EXPECT_GT(roofs, 10);
}

TEST(RadioLayout, EverySizeHasASite) {
  for (const auto& options : several_sizes()) EXPECT_GE(plan_sites(draw_plan(options)).size(), 1U);
}

}  // namespace
}  // namespace parktwin::importers::synthetic
