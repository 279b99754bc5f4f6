#include "engine/park/scenario_faults.h"

#include <fmt/format.h>

namespace parktwin {
namespace {

constexpr std::string_view needs_table = "scenario_needs";

class Check {
 public:
  std::vector<ScenarioFault> faults(const Park& park) {
    for (const ScenarioNeed& need : *park.scenario_needs) {
      check_owner(need);
      check_object(need, NeedKind::devices, "device", need.device != NeededDevice::none);
      check_object(need, NeedKind::ground, "ground", need.ground != NeededGround::none);
      check_object(need, NeedKind::network_service, "network_service", need.network_service.valid());
      check_object(need, NeedKind::shared_service, "shared_service", need.shared_service.valid());
      check_object(need, NeedKind::data_centre, "data_centre", need.data_centre.valid());
      check_room(need);
      if (need.scenario.valid() && need.kind == NeedKind::access) {
        report(need, "kind", "found access, which only an enterprise has, expected another kind for a networked scenario");
      }
      check_device(need);
    }
    for (const NewModeUse& use : *park.new_modes) {
      if (use.figure.empty() && use.figure_zh.empty()) {
        faults_.push_back({"new_modes", use.id, "figure", "is empty, expected the key figure that before and since are values of"});
      }
    }
    return std::move(faults_);
  }

 private:
  void report(const ScenarioNeed& need, std::string_view field, std::string message) {
    faults_.push_back({needs_table, need.id, field, std::move(message)});
  }

  void check_owner(const ScenarioNeed& need) {
    const int owners = (need.scenario.valid() ? 1 : 0) + (need.factory_scenario.valid() ? 1 : 0) + (need.new_mode.valid() ? 1 : 0);
    if (owners == 1) return;
    report(need, "scenario",
           fmt::format("found {} of scenario, factory_scenario and new_mode filled, expected one: whose need it is", owners));
  }

  void check_object(const ScenarioNeed& need, NeedKind kind, std::string_view field, bool given) {
    if (need.kind == kind && !given)
      report(need, field, fmt::format("is empty, expected which one a need of kind {} means", name_of(kind)));
    if (need.kind != kind && given)
      report(need, field, fmt::format("is not used by a need of kind {}, expected nothing", name_of(need.kind)));
  }

  void check_room(const ScenarioNeed& need) {
    if (need.kind == NeedKind::data_centre) {
      if (!(need.virtual_cores > 0.0) && !(need.storage_tb > 0.0))
        report(need, "virtual_cores", "found neither virtual cores nor storage, expected what it needs of the data centre");
      return;
    }
    const auto refuse = [&](std::string_view field, double given) {
      if (given > 0.0) report(need, field, fmt::format("is not used by a need of kind {}, expected nothing", name_of(need.kind)));
    };
    refuse("virtual_cores", need.virtual_cores);
    refuse("storage_tb", need.storage_tb);
  }

  void check_device(const ScenarioNeed& need) {
    if (need.scenario.valid() || need.kind != NeedKind::devices) return;
    const bool of_park = need.device == NeededDevice::camera || need.device == NeededDevice::environment_station ||
                         need.device == NeededDevice::gallery_sensor || need.device == NeededDevice::network_node;
    if (of_park)
      report(need, "device", fmt::format("found {}, which enterprises do not have, expected their devices", name_of(need.device)));
    if (need.factory_scenario.valid() && need.device == NeededDevice::meter)
      report(need, "device", "found meter, which is wired, expected devices that a factory connects over 5G");
  }

  std::vector<ScenarioFault> faults_;
};

}  // namespace

std::vector<ScenarioFault> scenario_faults(const Park& park) { return Check().faults(park); }

}  // namespace parktwin
