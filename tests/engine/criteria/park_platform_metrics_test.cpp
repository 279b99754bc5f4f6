#include "engine/criteria/park_platform_metrics.h"

#include <gmock/gmock.h>

#include "gtest/gtest.h"
#include "tests/engine/criteria/small_world.h"

namespace parktwin::criteria {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

/// Five enterprises in a chain with full profiles, a counter for newcomers that keeps its agreement, one project under way.
SmallWorld managed() {
  SmallWorld world;
  std::vector<Enterprise> enterprises;
  std::vector<SupplyLink> links;
  for (std::size_t i = 0; i < 5; ++i) {
    enterprises.push_back(enterprise("E-" + std::to_string(i), "Plant", 100.0 * static_cast<double>(i + 1), 10));
    enterprises.back().sector = Sector::machinery;
    enterprises.back().yearly_output = Yuan(1e6);
    if (i > 0) links.push_back({"SL-" + std::to_string(i), Id<Enterprise>(i - 1), Id<Enterprise>(i), 1.0, false});
  }
  SharedService platform;
  platform.kind = SharedServiceKind::platform;
  SharedResource counter;
  counter.id = "SR-1";
  counter.kind = ResourceKind::office_recruiting;
  services::pooling::ResourceFigures figures;
  figures.resource = Id<SharedResource>(0);
  figures.agreement_kept = true;
  Site site;
  site.data_date = "2026-01-01";
  world.park.site = Part(site);
  world.park.enterprises = part_of(enterprises);
  world.park.supply_links = part_of(links);
  world.park.shared_services = part_of<SharedService>({platform});
  world.park.shared_resources = part_of<SharedResource>({counter});
  world.park.projects = part_of<Project>({{"PR-1", "Pumps", "泵", {}, "2025-01-01", "2025-02-01", "", "", "", "", "", "2026-01-01"}});
  world.results.services.pooling.resources = {figures};
  return world;
}

TEST(ParkPlatformMetrics, AllFourFunctionsWork) {
  const Measurement all = managed().measure("platform.functions");
  EXPECT_EQ(all.part, 4.0);
  EXPECT_EQ(all.whole, 4.0);
  EXPECT_THAT(all.where, IsEmpty());
}

TEST(ParkPlatformMetrics, MapAndProfilesHoldTheShareOfTheRule) {
  SmallWorld world = managed();
  auto links = world.park.supply_links->records();
  links.pop_back();  // the last enterprise is alone
  world.park.supply_links = part_of(links);
  auto enterprises = world.park.enterprises->records();
  enterprises[0].employees = 0;
  world.park.enterprises = part_of(enterprises);
  const Measurement enough = world.measure("platform.functions");
  EXPECT_EQ(enough.part, 4.0);  // 80 % of five
  EXPECT_THAT(enough.where, ElementsAre(Text{"map of industries: Plant (E-4): sector or links of supply not known",
                                             "产业图谱：Plant（E-4）：行业或供应链关系未登记"},
                                        Text{"profile: Plant (E-0): sector, employees, output or floor area not known",
                                             "企业画像：Plant（E-0）：行业、员工、产值或建筑面积未登记"}));
  Rule all;
  all.minimum_map_share_percent = 100.0;
  EXPECT_EQ(world.measure("platform.functions", all).part, 2.0);
}

TEST(ParkPlatformMetrics, AdviceKeepsItsAgreement) {
  SmallWorld world = managed();
  world.results.services.pooling.resources[0].agreement_kept = false;
  EXPECT_EQ(world.measure("platform.functions").part, 3.0);
  world.results.services.pooling.resources.clear();
  EXPECT_THAT(world.measure("platform.functions").where,
              ElementsAre(Text{"advice to newcomers: no counter for it in the inventory", "招商咨询：未登记服务窗口"}));
}

TEST(ParkPlatformMetrics, ProjectsHaveNoGapsAndAreNotOverdue) {
  SmallWorld world = managed();
  world.park.projects = part_of<Project>(
      {{"PR-1", "", "", {}, "2025-01-01", "", "2025-02-01", "", "", "", "", "2026-02-01"},
       {"PR-2", "", "", {}, "2025-01-01", "", "", "", "", "", "", "2025-12-31"},
       {"PR-3", "", "", {}, "2025-01-01", "", "", "", "", "", "", ""},
       {"PR-4", "", "", {}, "2025-01-01", "2025-01-01", "2025-01-01", "2025-01-01", "2025-01-01", "2025-01-01", "2025-01-01", ""}});
  const Measurement measurement = world.measure("platform.functions");
  EXPECT_EQ(measurement.part, 3.0);
  EXPECT_THAT(
      measurement.where,
      ElementsAre(
          Text{"course of projects: PR-1: agreed_on is known, advised_on before it is not",
               "项目全流程：PR-1：已登记agreed_on，此前的advised_on缺失"},
          Text{"course of projects: PR-2: advised_on was due on 2025-12-31", "项目全流程：PR-2：advised_on应于2025-12-31完成，尚未登记"},
          Text{"course of projects: PR-3: no day by which advised_on is due", "项目全流程：PR-3：未登记advised_on的计划日期"}));
  world.park.projects = part_of<Project>({});
  EXPECT_EQ(world.measure("platform.functions").part, 3.0);
}

TEST(ParkPlatformMetrics, NothingWorksWithoutAPlatform) {
  SmallWorld world = managed();
  auto services = world.park.shared_services->records();
  services[0].deployed = false;
  world.park.shared_services = part_of(services);
  EXPECT_EQ(world.measure("platform.functions").part, 0.0);
  EXPECT_EQ(world.measure("platform.functions").where.size(), 1U);
}

}  // namespace
}  // namespace parktwin::criteria
