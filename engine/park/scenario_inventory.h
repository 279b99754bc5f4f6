#pragma once
// What networked scenarios of the park, 5G scenarios of factories and new modes of production need to work, as a park declares it: devices
// that have to deliver, their rates and delay, ground that has to be covered, services, access and data centres they stand on. Whether the
// park gives it, the results say.
#include <array>
#include <cstdint>
#include <string>

#include "engine/core/describe.h"
#include "engine/core/table.h"
#include "engine/core/units.h"

namespace parktwin {

struct DataCentre;
struct Enterprise;
struct NetworkedScenario;
struct NetworkService;
struct SharedService;

/// The scenarios that the direction "5G fully connected factory" names (5G典型场景), and others.
enum class FactoryScenarioKind {
  cooperative_design,
  remote_operation,
  flexible_production,
  visual_inspection,
  fault_diagnosis,
  plant_logistics,
  unmanned_patrol,
  other
};

constexpr auto names_of(FactoryScenarioKind) {
  return std::to_array<EnumName<FactoryScenarioKind>>({{FactoryScenarioKind::cooperative_design, "cooperative_design"},
                                                       {FactoryScenarioKind::remote_operation, "remote_operation"},
                                                       {FactoryScenarioKind::flexible_production, "flexible_production"},
                                                       {FactoryScenarioKind::visual_inspection, "visual_inspection"},
                                                       {FactoryScenarioKind::fault_diagnosis, "fault_diagnosis"},
                                                       {FactoryScenarioKind::plant_logistics, "plant_logistics"},
                                                       {FactoryScenarioKind::unmanned_patrol, "unmanned_patrol"},
                                                       {FactoryScenarioKind::other, "other"}});
}

/// A scenario that one enterprise runs over 5G.
struct FactoryScenario {
  std::string id;
  std::string name;
  std::string name_zh;
  Id<Enterprise> enterprise;
  FactoryScenarioKind kind = FactoryScenarioKind::other;
  bool deployed = false;
};

template <class Visitor, DescribedAs<FactoryScenario> Self>
void describe(Visitor&& visit, Self& scenario) {
  visit(Field{.name = "id", .unit = "", .meaning = "unique id", .required = true}, scenario.id);
  visit(Field{"name", "", "name in English"}, scenario.name);
  visit(Field{"name_zh", "", "name in Chinese"}, scenario.name_zh);
  visit(Field{.name = "enterprise", .unit = "", .meaning = "whose factory", .required = true}, scenario.enterprise);
  visit(Field{"kind", "", "which of the named scenarios it is"}, scenario.kind);
  visit(Field{"deployed", "", "in operation"}, scenario.deployed);
}

/// The six new modes (新模式) of the industrial internet.
enum class NewMode {
  platform_design,
  smart_manufacturing,
  networked_cooperation,
  personal_customisation,
  extended_services,
  digital_management
};

constexpr auto names_of(NewMode) {
  return std::to_array<EnumName<NewMode>>({{NewMode::platform_design, "platform_design"},
                                           {NewMode::smart_manufacturing, "smart_manufacturing"},
                                           {NewMode::networked_cooperation, "networked_cooperation"},
                                           {NewMode::personal_customisation, "personal_customisation"},
                                           {NewMode::extended_services, "extended_services"},
                                           {NewMode::digital_management, "digital_management"}});
}

/// An enterprise that works in one of them, with a key figure before and since.
struct NewModeUse {
  std::string id;
  Id<Enterprise> enterprise;
  NewMode mode = NewMode::digital_management;
  std::string figure;  ///< "days from order to delivery"
  std::string figure_zh;
  double before = 0.0;
  double since = 0.0;
  bool lower_is_better = false;
};

template <class Visitor, DescribedAs<NewModeUse> Self>
void describe(Visitor&& visit, Self& use) {
  visit(Field{.name = "id", .unit = "", .meaning = "unique id", .required = true}, use.id);
  visit(Field{.name = "enterprise", .unit = "", .meaning = "who works that way", .required = true}, use.enterprise);
  visit(Field{"mode", "", "which new mode"}, use.mode);
  visit(Field{"figure", "", "key figure, in English"}, use.figure);
  visit(Field{"figure_zh", "", "key figure, in Chinese"}, use.figure_zh);
  visit(Field{"before", "", "its value before", -1e12, 1e12}, use.before);
  visit(Field{"since", "", "its value since", -1e12, 1e12}, use.since);
  visit(Field{"lower_is_better", "", "it has improved when it has fallen"}, use.lower_is_better);
}

enum class NeedKind { devices, ground, network_service, shared_service, access, data_centre };

constexpr auto names_of(NeedKind) {
  return std::to_array<EnumName<NeedKind>>({{NeedKind::devices, "devices"},
                                            {NeedKind::ground, "ground"},
                                            {NeedKind::network_service, "network_service"},
                                            {NeedKind::shared_service, "shared_service"},
                                            {NeedKind::access, "access"},
                                            {NeedKind::data_centre, "data_centre"}});
}

/// Sources of samples, and the nodes of the network themselves.
enum class NeededDevice {
  none,
  camera,
  environment_station,
  meter,
  gallery_sensor,
  network_node,
  vehicle,
  machine_vision,
  machine,
  sensor,
  terminal
};

constexpr auto names_of(NeededDevice) {
  return std::to_array<EnumName<NeededDevice>>({{NeededDevice::none, "none"},
                                                {NeededDevice::camera, "camera"},
                                                {NeededDevice::environment_station, "environment_station"},
                                                {NeededDevice::meter, "meter"},
                                                {NeededDevice::gallery_sensor, "gallery_sensor"},
                                                {NeededDevice::network_node, "network_node"},
                                                {NeededDevice::vehicle, "vehicle"},
                                                {NeededDevice::machine_vision, "machine_vision"},
                                                {NeededDevice::machine, "machine"},
                                                {NeededDevice::sensor, "sensor"},
                                                {NeededDevice::terminal, "terminal"}});
}

/// roads, public_ground: zones that count as public, water left out. premises: buildings, else parcels, of the enterprise whose scenario it
/// is, or of all.
enum class NeededGround { none, roads, public_ground, premises };

constexpr auto names_of(NeededGround) {
  return std::to_array<EnumName<NeededGround>>({{NeededGround::none, "none"},
                                                {NeededGround::roads, "roads"},
                                                {NeededGround::public_ground, "public_ground"},
                                                {NeededGround::premises, "premises"}});
}

/// One thing that one scenario or use of a new mode needs. Devices of a factory's scenario are those of its enterprise on 5G, of a new mode
/// those of its enterprise, of a networked scenario all of the park.
struct ScenarioNeed {
  std::string id;
  Id<NetworkedScenario> scenario;
  Id<FactoryScenario> factory_scenario;
  Id<NewModeUse> new_mode;
  NeedKind kind = NeedKind::devices;
  double share = 0.95;
  NeededDevice device = NeededDevice::none;
  std::int32_t count = 1;
  MegabitsPerSecond rate_up;
  MegabitsPerSecond rate_down;
  double latency_ms = 1000.0;
  double delivered_share = 0.99;
  NeededGround ground = NeededGround::none;
  Id<NetworkService> network_service;
  Id<SharedService> shared_service;
  Id<DataCentre> data_centre;
  double virtual_cores = 0.0;  ///< this and the storage: in the data centre
  double storage_tb = 0.0;
};

template <class Visitor, DescribedAs<ScenarioNeed> Self>
void describe(Visitor&& visit, Self& need) {
  visit(Field{.name = "id", .unit = "", .meaning = "unique id", .required = true}, need.id);
  visit(Field{"scenario", "", "networked scenario that needs it"}, need.scenario);
  visit(Field{"factory_scenario", "", "or scenario of a factory"}, need.factory_scenario);
  visit(Field{"new_mode", "", "or use of a new mode"}, need.new_mode);
  visit(Field{"kind", "",
              "devices that deliver; ground that 5G serves; network_service that is reachable; shared_service in operation; access: the "
              "enterprise's own to the network; data_centre with room"},
        need.kind);
  visit(Field{"share", "1", "of those devices, of that ground, or of time in which the access works", 0, 1}, need.share);
  visit(Field{"device", "", "which devices"}, need.device);
  visit(Field{"count", "", "how many of them have to work at least", 0, 1e9}, need.count);
  visit(Field{"rate_up_mbps", "Mbit/s",
              "payload each device sends; of nodes the rate to the core; on ground that of one device alone there", 0, 1e6},
        need.rate_up);
  visit(Field{"rate_down_mbps", "Mbit/s", "on ground: rate of one device alone there", 0, 1e6}, need.rate_down);
  visit(Field{"latency_ms", "ms", "longest delay of a device's samples, at the percentile of the traffic", 0, 1e6}, need.latency_ms);
  visit(Field{"delivered_share", "1", "share of a device's samples that has to arrive", 0, 1}, need.delivered_share);
  visit(Field{"ground", "", "which ground"}, need.ground);
  visit(Field{"network_service", "", "which network service"}, need.network_service);
  visit(Field{"shared_service", "", "which shared service; of an enterprise's need one that it uses"}, need.shared_service);
  visit(rare_field({"data_centre", "", "which data centre"}), need.data_centre);
  visit(rare_field({"virtual_cores", "", "virtual cores in the data centre", 0, 1e9}), need.virtual_cores);
  visit(rare_field({"storage_tb", "TB", "storage in the data centre", 0, 1e9}), need.storage_tb);
}

}  // namespace parktwin
