#include "importers/synthetic/places.h"

#include <gtest/gtest.h>

#include "tests/importers/synthetic/drafts.h"

namespace parktwin::importers::synthetic {
namespace {

TEST(Places, FrontIsTheMiddleOfItsSide) {
  Lot lot{{0.0, 0.0, 10.0, 20.0}, LotUse::enterprise, Quarter::machinery, 0, Side::south};
  EXPECT_EQ(front_of(lot), (Point{5.0, 0.0}));
  lot.front = Side::east;
  EXPECT_EQ(front_of(lot), (Point{10.0, 10.0}));
  lot.front = Side::north;
  EXPECT_EQ(front_of(lot), (Point{5.0, 20.0}));
  lot.front = Side::west;
  EXPECT_EQ(front_of(lot), (Point{0.0, 10.0}));
}

TEST(Places, AreLotsThenSitesThenCrossings) {
  const Draft& draft = reference_draft();
  const auto sites = plan_sites(draft);
  const Places places = collect_places(draft, sites);
  EXPECT_EQ(places.lot_count, draft.lots().size());
  EXPECT_EQ(places.site_count, sites.size());
  EXPECT_GE(places.crossing_count(), draft.blocks.size());
  EXPECT_EQ(places.points[places.crossing(0)], (Point{draft.grid.columns[0], draft.grid.rows[0]}));
}

}  // namespace
}  // namespace parktwin::importers::synthetic
