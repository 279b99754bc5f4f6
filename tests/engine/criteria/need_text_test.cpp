#include "engine/criteria/need_text.h"

#include "gtest/gtest.h"
#include "tests/engine/criteria/small_world.h"

namespace parktwin::criteria {
namespace {

Park park_of(std::vector<ScenarioNeed> needs) {
  Park park;
  NetworkedScenario security;
  security.id = "NSC-1";
  security.name = "Smart security";
  security.name_zh = "智慧安防";
  park.networked_scenarios = part_of<NetworkedScenario>({security});
  NetworkService video;
  video.id = "NS-1";
  video.name = "Video";
  park.network_services = part_of<NetworkService>({video});
  SharedService laboratory;
  laboratory.id = "SV-1";
  laboratory.deployed = true;
  SharedService planned = laboratory;
  planned.id = "SV-2";
  planned.deployed = false;
  park.shared_services = part_of<SharedService>({laboratory, planned});
  for (std::size_t i = 0; i < needs.size(); ++i) needs[i].id = "SN-" + std::to_string(i);
  park.scenario_needs = part_of<ScenarioNeed>(std::move(needs));
  return park;
}

ScenarioNeed need_of(NeedKind kind) {
  ScenarioNeed need;
  need.scenario = Id<NetworkedScenario>(0);
  need.kind = kind;
  return need;
}

needs::NeedOutcome outcome_of(std::size_t need, bool met, double share) {
  needs::NeedOutcome outcome;
  outcome.need = Id<ScenarioNeed>(need);
  outcome.met = met;
  outcome.found_share = share;
  return outcome;
}

TEST(NeedText, DevicesSayHowManyFailAndByHowMuch) {
  ScenarioNeed cameras = need_of(NeedKind::devices);
  cameras.device = NeededDevice::camera;
  cameras.count = 100;
  cameras.latency_ms = 400.0;
  cameras.rate_up = MegabitsPerSecond(4.0);
  const Park park = park_of({cameras});
  needs::NeedOutcome outcome = outcome_of(0, false, 0.75);
  outcome.all = 80.0;
  outcome.working = 60.0;
  outcome.lost = 8.0;
  outcome.late = 9.0;
  outcome.slow = 3.0;
  outcome.least_delivered_share = 0.4;
  outcome.most_latency_ms = 812.5;
  outcome.least_rate_mbps = 3.5;
  EXPECT_EQ(
      words_of(outcome, park),
      (Text{
          "cameras: 60 of 80 work (75 %, 95 % needed), at least 100 needed; 8 lose samples, down to 40 % delivered (99 % needed); 9 "
          "late, up to 812.5 ms (400 ms allowed); 3 too slow, down to 3.5 Mbit/s (4 Mbit/s needed)",
          "摄像机：80台中60台达标（75%，要求95%），至少100台；8台丢失样本，最低送达40%（要求99%）；9台超时，最长812.5毫秒（允许400毫秒）；"
          "3台速率不足，最低3.5Mbit/s（要求4Mbit/s）"}));
  EXPECT_EQ(words_of(outcome_of(0, false, 0.0), park), (Text{"no cameras on record", "未登记摄像机"}));
}

TEST(NeedText, GroundServicesAndAccess) {
  ScenarioNeed ground = need_of(NeedKind::ground);
  ground.ground = NeededGround::roads;
  ground.rate_up = MegabitsPerSecond(2.0);
  ground.rate_down = MegabitsPerSecond(5.0);
  ground.share = 0.9;
  ScenarioNeed video = need_of(NeedKind::network_service);
  video.network_service = Id<NetworkService>(0);
  ScenarioNeed laboratory = need_of(NeedKind::shared_service);
  laboratory.shared_service = Id<SharedService>(0);
  ScenarioNeed planned = need_of(NeedKind::shared_service);
  planned.shared_service = Id<SharedService>(1);
  ScenarioNeed access = need_of(NeedKind::access);
  access.share = 0.999;
  const Park park = park_of({ground, video, laboratory, planned, access});
  needs::NeedOutcome roads = outcome_of(0, false, 0.625);
  EXPECT_EQ(words_of(roads, park).en, "no public roads on the radio map");
  roads.all = 1000.0;
  EXPECT_EQ(words_of(roads, park), (Text{"5G serves 62.5 % of public roads with 2 Mbit/s up and 5 Mbit/s down (90 % needed)",
                                         "5G在62.5%的公共道路达到上行2Mbit/s、下行5Mbit/s（要求90%）"}));
  EXPECT_EQ(words_of(outcome_of(1, false, 0.0), park),
            (Text{"network service Video (NS-1) is not reachable", "网络服务Video（NS-1）不可达"}));
  EXPECT_EQ(words_of(outcome_of(1, true, 1.0), park).en, "network service Video (NS-1) is reachable");
  EXPECT_EQ(words_of(outcome_of(2, true, 1.0), park).en, "shared service SV-1 in use");
  EXPECT_EQ(words_of(outcome_of(2, false, 0.0), park), (Text{"does not use shared service SV-1", "未使用共享服务SV-1"}));
  EXPECT_EQ(words_of(outcome_of(3, false, 0.0), park), (Text{"shared service SV-2 is not in operation", "共享服务SV-2未投运"}));
  EXPECT_EQ(words_of(outcome_of(4, false, 0.98), park),
            (Text{"access works 98 % of the time (99.9 % needed)", "接入可用率98%（要求99.9%）"}));
}

TEST(NeedText, ADataCentreSaysWhatIsLeftInIt) {
  ScenarioNeed archive = need_of(NeedKind::data_centre);
  archive.data_centre = Id<DataCentre>(0);
  archive.virtual_cores = 64.0;
  archive.storage_tb = 20.5;
  Park park = park_of({archive});
  std::vector<DataCentre> centres(1);
  centres[0].id = "DC-1";
  park.data_centres = part_of(centres);
  needs::NeedOutcome outcome = outcome_of(0, false, 0.5);
  outcome.free_virtual_cores = 32.0;
  outcome.free_storage_tb = 400.0;
  EXPECT_EQ(words_of(outcome, park), (Text{"DC-1 has 32 virtual cores and 400 TB left (64 and 20.5 needed)",
                                           "DC-1剩余虚拟核32个、存储400 TB（要求64个、20.5 TB）"}));
}

TEST(NeedText, AReasonNamesEveryMissedNeedOfTheScenario) {
  ScenarioNeed video = need_of(NeedKind::network_service);
  video.network_service = Id<NetworkService>(0);
  ScenarioNeed planned = need_of(NeedKind::shared_service);
  planned.shared_service = Id<SharedService>(1);
  ScenarioNeed foreign = planned;
  foreign.scenario = Id<NetworkedScenario>(1);
  const Park park = park_of({video, planned, foreign});
  needs::Result result;
  result.needs = {outcome_of(0, true, 1.0), outcome_of(1, false, 0.0), outcome_of(2, false, 0.0)};
  needs::ScenarioOutcome outcome{Id<NetworkedScenario>(0), {}, {}, needs::ScenarioState::needs_missed, 2, 1};
  EXPECT_EQ(label_of(outcome, park), (Text{"Smart security (NSC-1)", "智慧安防（NSC-1）"}));
  EXPECT_EQ(reason_of(outcome, result, park).en, "shared service SV-2 is not in operation");
  result.needs[0].met = false;
  EXPECT_EQ(reason_of(outcome, result, park),
            (Text{"network service Video (NS-1) is not reachable; shared service SV-2 is not in operation",
                  "网络服务Video（NS-1）不可达；共享服务SV-2未投运"}));
  outcome.state = needs::ScenarioState::works;
  EXPECT_TRUE(reason_of(outcome, result, park).empty());
}

}  // namespace
}  // namespace parktwin::criteria
