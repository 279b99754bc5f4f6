#include "importers/synthetic/parcels.h"

#include <gtest/gtest.h>

#include <map>

#include "importers/synthetic/quarters.h"
#include "tests/importers/synthetic/drafts.h"

namespace parktwin::importers::synthetic {
namespace {

double shared_m2(const Rect& a, const Rect& b) {
  return std::max(0.0, std::min(a.x1, b.x1) - std::max(a.x0, b.x0)) * std::max(0.0, std::min(a.y1, b.y1) - std::max(a.y0, b.y0));
}

TEST(Parcels, LotsStayInTheirBlocksAndApartFromEachOtherAndTheStreets) {
  for (const auto& options : several_sizes()) {
    const StreetGrid grid = lay_out_grid(options);
    auto blocks = superblocks(grid);
    assign_quarters(grid, blocks);
    const Subdivision plan = subdivide(grid, blocks, options);
    for (std::size_t i = 0; i < plan.lots.size(); ++i) {
      const Rect& area = plan.lots[i].area;
      EXPECT_NEAR(shared_m2(area, blocks[plan.lots[i].block].area), area.area(), 1e-6);
      for (std::size_t j = i + 1; j < plan.lots.size(); ++j) EXPECT_LT(shared_m2(area, plan.lots[j].area), 1e-6);
      for (const auto& street : plan.locals) {
        for (const auto& surface : street.surface) EXPECT_LT(shared_m2(area, surface), 1e-6);
      }
    }
  }
}

TEST(Parcels, CountsMatchTheOptions) {
  for (const auto& options : several_sizes()) {
    const StreetGrid grid = lay_out_grid(options);
    auto blocks = superblocks(grid);
    assign_quarters(grid, blocks);
    std::map<LotUse, int> counts;
    for (const auto& lot : subdivide(grid, blocks, options).lots) ++counts[lot.use];
    EXPECT_GE(counts[LotUse::enterprise], 1);
    EXPECT_LE(counts[LotUse::enterprise], options.enterprises);
    if (options.enterprises <= 15.0 * options.area_km2) {
      EXPECT_EQ(counts[LotUse::enterprise], options.enterprises);
    }
    EXPECT_EQ(counts[LotUse::public_centre], 1);
    EXPECT_EQ(counts[LotUse::data_centre], 1);
    EXPECT_EQ(counts[LotUse::substation], 1);
  }
}

}  // namespace
}  // namespace parktwin::importers::synthetic
