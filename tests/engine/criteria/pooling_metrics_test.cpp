#include "engine/criteria/pooling_metrics.h"

#include <gmock/gmock.h>

#include "gtest/gtest.h"
#include "tests/engine/criteria/small_world.h"

namespace parktwin::criteria {
namespace {

using services::pooling::Mode;
using services::pooling::ModeFigures;
using services::pooling::Outcome;
using services::pooling::ResourceFigures;
using ::testing::ElementsAre;

void add(SmallWorld& world, ResourceKind kind, Outcome outcome, bool kept = true) {
  auto resources = world.park.shared_resources->records();
  const Id<SharedResource> id(resources.size());
  SharedResource resource;
  resource.id = "SR-" + std::to_string(resources.size());
  resource.kind = kind;
  resource.target_wait_h = 2.0;
  resources.push_back(resource);
  world.park.shared_resources = part_of(resources);
  ResourceFigures figures;
  figures.resource = id;
  figures.outcome = outcome;
  figures.enterprises = 5;
  figures.agreement_kept = kept;
  figures.saving_cny_per_year = outcome == Outcome::pooling_saves ? 900.0 : -100.0;
  figures.saving_half_width = 30.0;
  world.results.services.pooling.resources.push_back(figures);
  if (outcome == Outcome::not_in_operation || outcome == Outcome::unused) return;
  ModeFigures pool;
  pool.resource = id;
  pool.simulated = outcome != Outcome::unstable;
  pool.in_time_share = kept ? 0.95 : 0.825;
  world.results.services.pooling.modes.push_back(pool);
}

TEST(PoolingMetrics, ClassesOfSecurityAreThoseWithoutOverload) {
  SmallWorld world;
  add(world, ResourceKind::security_advice, Outcome::pooling_costs, false);
  add(world, ResourceKind::security_advice, Outcome::pooling_saves);
  add(world, ResourceKind::security_training, Outcome::unstable, false);
  add(world, ResourceKind::security_assets, Outcome::pooling_saves);
  const auto classes = world.measure("security.service_classes");
  EXPECT_EQ(classes.part, 2.0);
  EXPECT_EQ(classes.whole, 0.0);
  EXPECT_EQ(classes.where.size(), 5U);
  EXPECT_EQ(classes.where[0], (Text{"assessment: not in the inventory", "检测评估：未登记"}));
  EXPECT_EQ(classes.where[3], (Text{"SR-2: overloaded: ", "SR-2：过载，排队无法稳定"}));
}

TEST(PoolingMetrics, ThePoolOfSecurityHasToKeepItsAgreement) {
  SmallWorld world;
  add(world, ResourceKind::security_assets, Outcome::pooling_costs);
  add(world, ResourceKind::security_traffic, Outcome::pooling_saves, false);
  add(world, ResourceKind::security_response, Outcome::not_in_operation);
  const auto pool = world.measure("security.pool");
  EXPECT_EQ(pool.part, 1.0);
  EXPECT_EQ(pool.whole, 3.0);
  EXPECT_THAT(pool.where, ElementsAre(Text{"SR-1: 82.5 % served within 2 h, 90 % agreed", "SR-1：2小时内响应82.5%，约定90%"},
                                      Text{"SR-2: not in operation", "SR-2：未投运"}));
}

TEST(PoolingMetrics, PublicServicesHaveToSave) {
  SmallWorld world;
  add(world, ResourceKind::spare_parts, Outcome::pooling_saves, false);
  add(world, ResourceKind::trucks, Outcome::pooling_saves);
  add(world, ResourceKind::warehouse_docks, Outcome::pooling_costs);
  add(world, ResourceKind::laboratory, Outcome::pooling_costs);
  add(world, ResourceKind::group_purchasing, Outcome::unused);
  const auto shared = world.measure("sharing.public_services");
  EXPECT_EQ(shared.part, 2.0);
  EXPECT_EQ(shared.whole, 5.0);
  EXPECT_EQ(shared.where.size(), 3U);
  EXPECT_EQ(shared.where[1], (Text{"SR-3: sharing saves -100 ± 30 CNY a year", "SR-3：共享年节约-100±30元"}));
  EXPECT_EQ(world.measure("sharing.platform_scenarios").part, 1.0);
}

TEST(PoolingMetrics, OfficesAndMachinesAreCountedOverWhatTheClauseNames) {
  SmallWorld world;
  add(world, ResourceKind::machine, Outcome::pooling_saves);
  add(world, ResourceKind::office_planning, Outcome::pooling_costs);
  EXPECT_EQ(world.measure("sharing.joint_production").part, 1.0);
  EXPECT_EQ(world.measure("sharing.joint_production").whole, 2.0);
  EXPECT_EQ(world.measure("sharing.park_offices").part, 1.0);
  EXPECT_EQ(world.measure("sharing.park_offices").where.size(), 3U);
}

TEST(PoolingMetrics, AreNotMeasuredWithoutResources) {
  const SmallWorld empty;
  for (const auto& metric : pooling_metrics()) EXPECT_FALSE(empty.measure(std::string(metric.name)).measured()) << metric.name;
}

}  // namespace
}  // namespace parktwin::criteria
