#include "tests/importers/park_folder/sample_scenarios.h"

#include <utility>
#include <vector>

namespace parktwin::importers::testing {
namespace {

template <class T>
Part<Table<T>> part_of(std::vector<T> records) {
  return Part(Table<T>(std::move(records)));
}

}  // namespace

void add_scenarios(Park& park) {
  park.networked_scenarios = part_of<NetworkedScenario>({{"N-1", "Gallery", "管廊", ScenarioKind::pipe_gallery, true}});
  park.factory_scenarios =
      part_of<FactoryScenario>({{"FSC-1", "Inspection", "质检", Id<Enterprise>(0), FactoryScenarioKind::visual_inspection, true}});
  park.new_modes =
      part_of<NewModeUse>({{"NM-1", Id<Enterprise>(1), NewMode::networked_cooperation, "days to deliver", "交付天数", 30.0, 21.5, true}});
  ScenarioNeed sensors;
  sensors.id = "SN-1";
  sensors.scenario = Id<NetworkedScenario>(0);
  sensors.device = NeededDevice::gallery_sensor;
  sensors.count = 4;
  sensors.latency_ms = 250.5;
  sensors.delivered_share = 0.999;
  ScenarioNeed hall;
  hall.id = "SN-2";
  hall.factory_scenario = Id<FactoryScenario>(0);
  hall.kind = NeedKind::ground;
  hall.share = 0.9;
  hall.rate_up = MegabitsPerSecond(4.5);
  hall.rate_down = MegabitsPerSecond(1.0);
  hall.ground = NeededGround::premises;
  ScenarioNeed platform;
  platform.id = "SN-3";
  platform.new_mode = Id<NewModeUse>(0);
  platform.kind = NeedKind::shared_service;
  platform.shared_service = Id<SharedService>(0);
  ScenarioNeed names;
  names.id = "SN-4";
  names.new_mode = Id<NewModeUse>(0);
  names.kind = NeedKind::network_service;
  names.network_service = Id<NetworkService>(0);
  ScenarioNeed room;
  room.id = "SN-5";
  room.new_mode = Id<NewModeUse>(0);
  room.kind = NeedKind::data_centre;
  room.data_centre = Id<DataCentre>(0);
  room.virtual_cores = 12.5;
  room.storage_tb = 3.0;
  park.scenario_needs = part_of<ScenarioNeed>({sensors, hall, platform, names, room});
  ProcessStep made;
  made.id = "PS-1";
  made.process = "pump";
  made.name = "Assembly";
  made.name_zh = "装配";
  made.enterprise = Id<Enterprise>(1);
  made.application = Id<IdentifierApplication>(0);
  made.answer_within_ms = 120.5;
  ProcessStep sold = made;
  sold.id = "PS-2";
  sold.position = 2;
  sold.application = {};
  park.process_steps = part_of<ProcessStep>({made, sold});
  park.projects = part_of<Project>(
      {{"PR-1", "Pump plant", "泵厂", Id<Enterprise>(0), "2024-05-02", "2024-05-20", "2025-01-31", "", "", "", "", "2026-06-30"}});
}

}  // namespace parktwin::importers::testing
