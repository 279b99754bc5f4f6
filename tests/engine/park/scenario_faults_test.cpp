#include "engine/park/scenario_faults.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/core/errors.h"
#include "engine/park/validate.h"

namespace parktwin {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

ScenarioNeed cameras(const std::string& id) {
  ScenarioNeed need;
  need.id = id;
  need.scenario = Id<NetworkedScenario>(0);
  need.device = NeededDevice::camera;
  return need;
}

Park park_of(std::vector<ScenarioNeed> needs) {
  Park park;
  std::vector<Enterprise> enterprises(1);
  enterprises[0].id = "E";
  park.enterprises = Part(Table(enterprises));
  park.networked_scenarios = Part(Table(std::vector<NetworkedScenario>{{.id = "S", .name = {}, .name_zh = {}}}));
  park.factory_scenarios =
      Part(Table(std::vector<FactoryScenario>{{.id = "F", .name = {}, .name_zh = {}, .enterprise = Id<Enterprise>(0)}}));
  park.new_modes =
      Part(Table(std::vector<NewModeUse>{{.id = "M", .enterprise = Id<Enterprise>(0), .figure = "orders a day", .figure_zh = {}}}));
  park.network_services = Part(Table(std::vector<NetworkService>(1)));
  park.scenario_needs = Part(Table(std::move(needs)));
  return park;
}

std::vector<std::string> lines_of(const Park& park) {
  std::vector<std::string> lines;
  for (const auto& fault : scenario_faults(park))
    lines.push_back(std::string(fault.table) + " " + fault.record + ", " + std::string(fault.field) + ": " + fault.message);
  return lines;
}

TEST(ScenarioFaults, NeedsBelongToOneScenario) {
  ScenarioNeed of_nobody = cameras("A");
  of_nobody.scenario = {};
  of_nobody.device = NeededDevice::vehicle;
  ScenarioNeed of_two = cameras("B");
  of_two.factory_scenario = Id<FactoryScenario>(0);
  EXPECT_THAT(lines_of(park_of({cameras("C"), of_nobody, of_two})),
              ElementsAre("scenario_needs A, scenario: found 0 of scenario, factory_scenario and new_mode filled, expected one: whose need "
                          "it is",
                          "scenario_needs B, scenario: found 2 of scenario, factory_scenario and new_mode filled, expected one: whose need "
                          "it is"));
}

TEST(ScenarioFaults, NeedsOfADataCentreSayHowMuchOfWhich) {
  ScenarioNeed good = cameras("A");
  good.kind = NeedKind::data_centre;
  good.device = NeededDevice::none;
  good.data_centre = Id<DataCentre>(0);
  good.storage_tb = 20.0;
  ScenarioNeed nothing = good;
  nothing.id = "B";
  nothing.storage_tb = 0.0;
  ScenarioNeed nowhere = good;
  nowhere.id = "C";
  nowhere.data_centre = {};
  ScenarioNeed other = cameras("D");
  other.virtual_cores = 8.0;
  EXPECT_THAT(lines_of(park_of({good, nothing, nowhere, other})),
              ElementsAre("scenario_needs B, virtual_cores: found neither virtual cores nor storage, expected what it needs of the data "
                          "centre",
                          "scenario_needs C, data_centre: is empty, expected which one a need of kind data_centre means",
                          "scenario_needs D, virtual_cores: is not used by a need of kind devices, expected nothing"));
}

TEST(ScenarioFaults, NeedsSayWhatTheyMeanAndNothingElse) {
  ScenarioNeed no_device = cameras("A");
  no_device.device = NeededDevice::none;
  ScenarioNeed no_ground = cameras("B");
  no_ground.kind = NeedKind::ground;
  ScenarioNeed no_service = cameras("C");
  no_service.kind = NeedKind::network_service;
  no_service.device = NeededDevice::none;
  ScenarioNeed shared = cameras("D");
  shared.kind = NeedKind::shared_service;
  shared.device = NeededDevice::none;
  shared.network_service = Id<NetworkService>(0);
  EXPECT_THAT(lines_of(park_of({no_device, no_ground, no_service, shared})),
              ElementsAre("scenario_needs A, device: is empty, expected which one a need of kind devices means",
                          "scenario_needs B, device: is not used by a need of kind ground, expected nothing",
                          "scenario_needs B, ground: is empty, expected which one a need of kind ground means",
                          "scenario_needs C, network_service: is empty, expected which one a need of kind network_service means",
                          "scenario_needs D, network_service: is not used by a need of kind shared_service, expected nothing",
                          "scenario_needs D, shared_service: is empty, expected which one a need of kind shared_service means"));
}

TEST(ScenarioFaults, EnterprisesHaveOnlyTheirOwnDevicesAndAccess) {
  ScenarioNeed access = cameras("A");
  access.kind = NeedKind::access;
  access.device = NeededDevice::none;
  ScenarioNeed camera = cameras("B");
  camera.scenario = {};
  camera.new_mode = Id<NewModeUse>(0);
  ScenarioNeed meter = cameras("C");
  meter.scenario = {};
  meter.factory_scenario = Id<FactoryScenario>(0);
  meter.device = NeededDevice::meter;
  ScenarioNeed mode_meter = meter;
  mode_meter.id = "D";
  mode_meter.factory_scenario = {};
  mode_meter.new_mode = Id<NewModeUse>(0);
  EXPECT_THAT(lines_of(park_of({access, camera, meter, mode_meter})),
              ElementsAre("scenario_needs A, kind: found access, which only an enterprise has, expected another kind for a networked "
                          "scenario",
                          "scenario_needs B, device: found camera, which enterprises do not have, expected their devices",
                          "scenario_needs C, device: found meter, which is wired, expected devices that a factory connects over 5G"));
}

TEST(ScenarioFaults, ANewModeHasAKeyFigureAndAllIsFoundWithTheOthersOfThePark) {
  Park park = park_of({cameras("A")});
  EXPECT_THAT(scenario_faults(park), IsEmpty());
  auto modes = park.new_modes->records();
  modes[0].figure.clear();
  park.new_modes = Part(Table(modes));
  auto needs = park.scenario_needs->records();
  needs[0].share = 1.5;
  needs.push_back(cameras("B"));
  needs[1].scenario = Id<NetworkedScenario>(7);
  needs[1].network_service = Id<NetworkService>(0);
  park.scenario_needs = Part(Table(needs));
  Problems problems;
  validate(park, "park.yaml", problems);
  std::vector<std::string> places;
  for (const auto& problem : problems.list()) places.push_back(problem.place);
  EXPECT_THAT(places, ::testing::IsSupersetOf({"scenario_needs A, field share", "scenario_needs B, field scenario",
                                               "scenario_needs B, field network_service", "new_modes M, field figure"}));
}

}  // namespace
}  // namespace parktwin
