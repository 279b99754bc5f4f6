#include "importers/synthetic/allotment.h"

#include <gtest/gtest.h>

#include <numeric>

namespace parktwin::importers::synthetic {
namespace {

TEST(Apportion, FollowsSainteLague) {
  // 7 seats for votes 53000, 24000, 23000: Sainte-Lague quotients give 3, 2, 2 (highest averages 53, 24, 23, 17.7, 10.6, 8, 7.7 thousand).
  EXPECT_EQ(apportion(7, {53000.0, 24000.0, 23000.0}, {7, 7, 7}), (std::vector<std::size_t>{3, 2, 2}));
}

TEST(Apportion, RespectsCapsAndIgnoresZeroWeights) {
  const auto given = apportion(10, {5.0, 5.0, 0.0}, {3, 4, 9});
  EXPECT_EQ(given, (std::vector<std::size_t>{3, 4, 0}));
}

TEST(Allotment, GivesEveryEnterpriseAPlotAndSomeReserve) {
  std::vector<Superblock> blocks;
  for (int i = 0; i < 30; ++i) blocks.push_back({0, 0, {0.0, 0.0, 400.0, 400.0}, i == 0 ? Quarter::lake : Quarter::machinery});
  const auto plots = allot(blocks, 100);
  EXPECT_EQ(std::accumulate(plots.begin(), plots.end(), std::size_t{0}), 104U);
  EXPECT_EQ(plots[0], 0U);
}

TEST(Allotment, QuartersWithoutEnterprisesHaveNoUsualPlot) {
  EXPECT_EQ(usual_plot_m2(Quarter::apartments), 0.0);
  EXPECT_GT(usual_plot_m2(Quarter::logistics), usual_plot_m2(Quarter::headquarters));
}

}  // namespace
}  // namespace parktwin::importers::synthetic
