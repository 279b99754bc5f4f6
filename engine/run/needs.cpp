#include "engine/run/needs.h"

#include <algorithm>
#include <limits>
#include <optional>

#include "engine/core/parallel.h"
#include "engine/run/data_centre_room.h"
#include "engine/run/premises.h"

namespace parktwin::needs {
namespace {

using wired::traffic::Flow;
using wired::traffic::SourceClass;

constexpr double rounding = 1e-9;  // relative, of sums of shares

std::optional<SourceClass> class_of(NeededDevice device) {
  switch (device) {
    case NeededDevice::camera:
      return SourceClass::park_video;
    case NeededDevice::environment_station:
      return SourceClass::environment;
    case NeededDevice::meter:
      return SourceClass::metering;
    case NeededDevice::gallery_sensor:
      return SourceClass::pipe_gallery;
    case NeededDevice::vehicle:
      return SourceClass::vehicles;
    case NeededDevice::machine_vision:
      return SourceClass::machine_vision;
    case NeededDevice::machine:
      return SourceClass::machines;
    case NeededDevice::sensor:
      return SourceClass::sensors;
    case NeededDevice::terminal:
      return SourceClass::terminals;
    case NeededDevice::network_node:
    case NeededDevice::none:
      break;
  }
  return std::nullopt;
}

/// So many devices alike.
struct Devices {
  double units = 0.0;
  double delivered_share = 0.0;
  double latency_ms = 0.0;
  double rate_mbps = 0.0;
};

void count(const ScenarioNeed& need, const Devices& devices, NeedOutcome& outcome) {
  outcome.all += devices.units;
  if (!(devices.delivered_share > 0.0) || devices.delivered_share < need.delivered_share * (1.0 - rounding)) {
    outcome.least_delivered_share =
        outcome.lost > 0.0 ? std::min(outcome.least_delivered_share, devices.delivered_share) : devices.delivered_share;
    outcome.lost += devices.units;
  } else if (devices.latency_ms > need.latency_ms) {
    outcome.most_latency_ms = std::max(outcome.most_latency_ms, devices.latency_ms);
    outcome.late += devices.units;
  } else if (devices.rate_mbps < need.rate_up.value() * (1.0 - rounding)) {
    outcome.least_rate_mbps = outcome.slow > 0.0 ? std::min(outcome.least_rate_mbps, devices.rate_mbps) : devices.rate_mbps;
    outcome.slow += devices.units;
  } else {
    outcome.working += devices.units;
  }
}

class Judge {
 public:
  Judge(const Park& park, const wired::Result& wired, const radio::Result& radio, const wired::traffic::Result& traffic,
        const cloud::data_centre::Result& centres)
      : park_(park), wired_(wired), radio_(radio), traffic_(traffic), premises_(premises_of(park)), room_(centres) {
    const auto& needs = park.scenario_needs->records();
    ground_.resize(needs.size());
    parallel_for(needs.size(), [&](std::size_t i) {
      ground_[i].need = Id<ScenarioNeed>(i);
      if (needs[i].kind == NeedKind::ground) count_ground(needs[i], ground_[i]);
    });
  }

  /// Of one need after the other: each takes its room.
  NeedOutcome outcome(Id<ScenarioNeed> id) {
    const ScenarioNeed& need = (*park_.scenario_needs)[id];
    NeedOutcome made;
    made.need = id;
    switch (need.kind) {
      case NeedKind::devices:
        count_devices(need, made);
        break;
      case NeedKind::ground:
        made = ground_[id.index()];
        break;
      case NeedKind::network_service:
        made.found_share = is_reachable((*park_.network_services)[need.network_service].node) ? 1.0 : 0.0;
        made.met = made.found_share > 0.0;
        break;
      case NeedKind::shared_service:
        made.found_share = is_given(need) ? 1.0 : 0.0;
        made.met = made.found_share > 0.0;
        break;
      case NeedKind::access:
        if (const auto& all = wired_.failures.protections; enterprise_of(need).index() < all.size())
          made.found_share = all[enterprise_of(need).index()].availability;
        made.met = made.found_share >= need.share && made.found_share > 0.0;
        break;
      case NeedKind::data_centre:
        look_for_room(need, made);
        break;
    }
    return made;
  }

 private:
  [[nodiscard]] bool is_deployed(const ScenarioNeed& need) const {
    if (need.scenario.valid()) return (*park_.networked_scenarios)[need.scenario].deployed;
    return !need.factory_scenario.valid() || (*park_.factory_scenarios)[need.factory_scenario].deployed;
  }

  void look_for_room(const ScenarioNeed& need, NeedOutcome& made) {
    const Room left = room_.left_in(need.data_centre);
    const Room needed{need.virtual_cores, need.storage_tb};
    made.free_virtual_cores = left.virtual_cores;
    made.free_storage_tb = left.storage_tb;
    made.found_share = found_share(left, needed);
    made.met = made.found_share == 1.0;
    if (made.met && is_deployed(need)) room_.take(need.data_centre, needed);
  }

  /// None of a networked scenario.
  [[nodiscard]] Id<Enterprise> enterprise_of(const ScenarioNeed& need) const {
    if (need.factory_scenario.valid()) return (*park_.factory_scenarios)[need.factory_scenario].enterprise;
    return need.new_mode.valid() ? (*park_.new_modes)[need.new_mode].enterprise : Id<Enterprise>();
  }

  [[nodiscard]] bool is_reachable(Id<NetworkNode> node) const {
    const auto& nodes = wired_.topology.nodes;
    return node.valid() && node.index() < nodes.size() && nodes[node.index()].reachable;
  }

  [[nodiscard]] bool is_given(const ScenarioNeed& need) const {
    const SharedService& service = (*park_.shared_services)[need.shared_service];
    const Id<Enterprise> user = enterprise_of(need);
    const auto& users = service.enterprises;
    return service.deployed && (!user.valid() || std::find(users.begin(), users.end(), user) != users.end());
  }

  void count_devices(const ScenarioNeed& need, NeedOutcome& made) const {
    if (need.device == NeededDevice::network_node) {
      count_nodes(need, made);
    } else if (const auto source = class_of(need.device)) {
      count_flows(need, *source, made);
    }
    made.found_share = made.all > 0.0 ? made.working / made.all : 0.0;
    made.met = made.working > 0.0 && made.working >= need.count * (1.0 - rounding) && made.found_share >= need.share - rounding;
  }

  /// Splitters have nothing to manage.
  void count_nodes(const ScenarioNeed& need, NeedOutcome& made) const {
    for (const auto& reach : wired_.topology.nodes) {
      if ((*park_.network_nodes)[reach.node].kind == NodeKind::splitter) continue;
      count(need, {1.0, reach.reachable ? 1.0 : 0.0, 0.0, reach.rate_up_mbps}, made);
    }
  }

  void count_flows(const ScenarioNeed& need, SourceClass source, NeedOutcome& made) const {
    const Id<Enterprise> enterprise = enterprise_of(need);
    double sample_bytes = 0.0;
    for (const auto& figures : traffic_.classes) {
      if (figures.source == source) sample_bytes = figures.sample_bytes;
    }
    for (const Flow& flow : traffic_.flows) {
      if (flow.source != source || !(flow.units > 0.0)) continue;
      if (enterprise.valid() && flow.enterprise != enterprise) continue;
      if (need.factory_scenario.valid() && flow.bearer != AssetBearer::nr) continue;
      count(need, {flow.units, flow.delivered_share, flow.percentile_ms, flow.samples_per_s / flow.units * sample_bytes * 8e-6}, made);
    }
  }

  [[nodiscard]] std::vector<MultiPolygon> shapes_of(const ScenarioNeed& need) const {
    std::vector<MultiPolygon> shapes;
    if (need.ground == NeededGround::premises) {
      const Id<Enterprise> enterprise = enterprise_of(need);
      if (enterprise.valid()) return premises_[enterprise.index()];
      for (const auto& some : premises_) shapes.insert(shapes.end(), some.begin(), some.end());
      return shapes;
    }
    for (const Zone& zone : *park_.zones) {
      const bool wanted = need.ground == NeededGround::roads ? zone.kind == ZoneKind::road : zone.kind != ZoneKind::water;
      if (zone.is_public && wanted) shapes.push_back(zone.shape);
    }
    return shapes;
  }

  [[nodiscard]] bool serves(const ScenarioNeed& need, std::size_t cell) const {
    if (radio_.best_server.values[cell] == radio::no_server) return false;
    const auto up = static_cast<double>(radio_.throughput_up_mbit_s.values[cell]);
    const auto down = static_cast<double>(radio_.throughput_down_mbit_s.values[cell]);
    return up > 0.0 && down > 0.0 && up >= need.rate_up.value() && down >= need.rate_down.value();
  }

  /// Map cells within the boundary, each once.
  void count_ground(const ScenarioNeed& need, NeedOutcome& made) const {
    const GridFrame& frame = radio_.place.frame;
    if (radio_.place.empty()) return;
    const auto shapes = shapes_of(need);
    std::int32_t lowest = frame.rows;
    std::int32_t highest = -1;
    for (const auto& shape : shapes) {
      const Box box = bounds(shape);
      lowest = std::min(lowest, std::max(0, frame.row_of(box.low.y)));
      highest = std::max(highest, std::min(frame.rows - 1, frame.row_of(box.high.y)));
    }
    if (highest < lowest) return;
    const std::size_t first_cell = frame.index(0, lowest);
    std::vector<std::uint8_t> seen(frame.index(0, highest + 1) - first_cell, 0);
    std::int64_t all = 0;
    std::int64_t working = 0;
    for (const auto& shape : shapes) {
      for_each_run(frame, shape, [&](std::int32_t row, std::int32_t first, std::int32_t end) {
        for (std::size_t cell = frame.index(first, row); cell < frame.index(end, row); ++cell) {
          auto& known = seen[cell - first_cell];
          if (known != 0 || radio_.place.values[cell] == static_cast<std::uint8_t>(radio::Place::outside)) continue;
          known = 1;
          ++all;
          if (serves(need, cell)) ++working;
        }
      });
    }
    const double cell_m2 = frame.cell_size * frame.cell_size;
    made.all = static_cast<double>(all) * cell_m2;
    made.working = static_cast<double>(working) * cell_m2;
    made.found_share = all > 0 ? static_cast<double>(working) / static_cast<double>(all) : 0.0;
    made.met = working > 0 && made.found_share >= need.share - rounding;
  }

  const Park& park_;
  const wired::Result& wired_;
  const radio::Result& radio_;
  const wired::traffic::Result& traffic_;
  std::vector<std::vector<MultiPolygon>> premises_;
  DataCentreRoom room_;
  std::vector<NeedOutcome> ground_;  // per need, of those for ground
};

bool has_improved(const NewModeUse& use) { return use.lower_is_better ? use.since < use.before : use.since > use.before; }

/// Of one owner whose needs `is_its` tells.
template <class IsIts>
void settle(const Park& park, const std::vector<NeedOutcome>& needs, bool deployed, bool improved, const IsIts& is_its,
            ScenarioOutcome& outcome) {
  for (const NeedOutcome& need : needs) {
    if (!is_its((*park.scenario_needs)[need.need])) continue;
    ++outcome.needs;
    outcome.met += need.met ? 1 : 0;
  }
  outcome.state = !deployed                      ? ScenarioState::not_deployed
                  : outcome.needs == 0           ? ScenarioState::no_needs
                  : outcome.met != outcome.needs ? ScenarioState::needs_missed
                  : !improved                    ? ScenarioState::not_improved
                                                 : ScenarioState::works;
}

}  // namespace

Result judge(const Park& park, const wired::Result& wired, const radio::Result& radio, const wired::traffic::Result& traffic,
             const cloud::data_centre::Result& centres) {
  Judge judge(park, wired, radio, traffic, centres);
  Result result;
  for (std::size_t i = 0; i < park.scenario_needs->size(); ++i) result.needs.push_back(judge.outcome(Id<ScenarioNeed>(i)));
  for (std::size_t i = 0; i < park.networked_scenarios->size(); ++i) {
    const Id<NetworkedScenario> id(i);
    auto& outcome = result.scenarios.emplace_back(ScenarioOutcome{.scenario = id, .factory_scenario = {}, .new_mode = {}});
    settle(
        park, result.needs, (*park.networked_scenarios)[id].deployed, true, [id](const auto& need) { return need.scenario == id; },
        outcome);
  }
  for (std::size_t i = 0; i < park.factory_scenarios->size(); ++i) {
    const Id<FactoryScenario> id(i);
    auto& outcome = result.scenarios.emplace_back(ScenarioOutcome{.scenario = {}, .factory_scenario = id, .new_mode = {}});
    settle(
        park, result.needs, (*park.factory_scenarios)[id].deployed, true, [id](const auto& need) { return need.factory_scenario == id; },
        outcome);
  }
  for (std::size_t i = 0; i < park.new_modes->size(); ++i) {
    const Id<NewModeUse> id(i);
    auto& outcome = result.scenarios.emplace_back(ScenarioOutcome{.scenario = {}, .factory_scenario = {}, .new_mode = id});
    settle(
        park, result.needs, true, has_improved((*park.new_modes)[id]), [id](const auto& need) { return need.new_mode == id; }, outcome);
  }
  return result;
}

}  // namespace parktwin::needs
