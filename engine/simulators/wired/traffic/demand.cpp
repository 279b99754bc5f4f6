#include "engine/simulators/wired/traffic/demand.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

namespace parktwin::wired::traffic {
namespace {

constexpr double payload_bytes = 1500.0 - 40.0 - 8.0;
constexpr double overhead_bytes = 40.0 + 8.0 + 8.0 + 14.0 + 4.0 + 4.0 + 12.0;
constexpr double duct_per_group_m = 200.0;  // fire compartments of a pipe gallery are at most 200 m long (GB 50838)

/// Share of the employees at a desk: assumption.
double desk_share(Sector sector) {
  switch (sector) {
    case Sector::software:
    case Sector::research:
    case Sector::public_services:
      return 1.0;
    case Sector::electronics:
    case Sector::pharmaceuticals:
    case Sector::energy:
      return 0.4;
    default:
      return 0.25;
  }
}

class Demand {
 public:
  Demand(const Park& park, const Options& options, const std::vector<Profile>& profiles, const Targets& targets, const RadioAccess& radio,
         const std::vector<HostedWorkload>& hosted, std::vector<Note>& notes)
      : park_(park),
        options_(options),
        profiles_(profiles),
        targets_(targets),
        notes_(notes),
        own_nodes_(park.enterprises->size()),
        hosted_(park.enterprises->size()) {
    for (const HostedWorkload& workload : hosted) hosted_[workload.enterprise.index()] = workload;
    for (std::uint32_t i = 0; i < park.network_nodes->size(); ++i) {
      const NetworkNode& node = park.network_nodes->records()[i];
      if (!node.operational) continue;
      if (node.enterprise.valid()) own_nodes_[node.enterprise.index()].push_back(i);
      const bool shared = !node.enterprise.valid();
      if (shared && (node.kind == NodeKind::aggregation_switch || node.kind == NodeKind::access_switch)) switches_.push_back(i);
    }
    for (const CellShare& share : radio.serving) serving_[share.enterprise.index()].push_back(share);
  }

  std::vector<Flow> run() {
    for (std::size_t i = 0; i < park_.enterprises->size(); ++i) add_enterprise(Id<Enterprise>(i));
    for (std::size_t i = 0; i < park_.connected_assets->size(); ++i) add_assets(Id<ConnectedAssets>(i));
    if (runs(ScenarioKind::security)) add_cameras();
    if (runs(ScenarioKind::environment)) add_stations();
    if (runs(ScenarioKind::energy)) add_meters();
    if (runs(ScenarioKind::pipe_gallery)) add_gallery();
    return std::move(flows_);
  }

 private:
  [[nodiscard]] bool runs(ScenarioKind kind) const {
    return std::any_of(park_.networked_scenarios->begin(), park_.networked_scenarios->end(),
                       [kind](const NetworkedScenario& scenario) { return scenario.kind == kind && scenario.deployed; });
  }

  [[nodiscard]] const Target& target(SourceClass source) const { return targets_.all[targets_.of_class[static_cast<std::size_t>(source)]]; }

  Flow flow(SourceClass source, double units) const {
    const Profile& profile = profiles_[static_cast<std::size_t>(source)];
    Flow made;
    made.source = source;
    made.units = units;
    made.samples_per_s = units * profile.samples_per_s;
    made.up_mbit_s = made.samples_per_s * wire_bits(profile.sample_bytes) * 1e-6;
    made.down_mbit_s = units * profile.down_mbit_s * wire_bits(profile.sample_bytes) / (8.0 * profile.sample_bytes);
    return made;
  }

  void add(Flow made, Id<NetworkNode> node, FlowState otherwise) {
    if (!(made.samples_per_s > 0.0) && !(made.down_mbit_s > 0.0)) return;
    made.node = node;
    made.state = node.valid() ? FlowState::on_time : otherwise;
    flows_.push_back(made);
  }

  /// Of some nodes the one with the least cost to the destination of the class; the first of them when none reaches it.
  [[nodiscard]] Id<NetworkNode> nearest(const std::vector<std::uint32_t>& nodes, SourceClass source) const {
    const auto& cost = target(source).route.cost;
    const auto best = std::min_element(nodes.begin(), nodes.end(), [&](auto a, auto b) { return cost[a] < cost[b]; });
    return best == nodes.end() ? Id<NetworkNode>() : Id<NetworkNode>(*best);
  }

  [[nodiscard]] Id<NetworkNode> beyond_core(SourceClass source) const {
    std::vector<std::uint32_t> cores;
    for (std::uint32_t i = 0; i < park_.network_nodes->size(); ++i) {
      const NetworkNode& node = park_.network_nodes->records()[i];
      if (node.operational && node.kind == NodeKind::core_router) cores.push_back(i);
    }
    return nearest(cores, source);
  }

  /// Nearest by way of a shared switch that reaches the destination.
  [[nodiscard]] Id<NetworkNode> nearest_switch(Point place, SourceClass source) const {
    Id<NetworkNode> best;
    double least_m = std::numeric_limits<double>::infinity();
    for (const std::uint32_t node : switches_) {
      const double away_m = distance(place, park_.network_nodes->records()[node].position);
      if (away_m >= least_m || !target(source).route.reaches(node)) continue;
      least_m = away_m;
      best = Id<NetworkNode>(node);
    }
    return best;
  }

  void add_own(Flow made, Id<Enterprise> enterprise) {
    made.enterprise = enterprise;
    const auto node = nearest(own_nodes_[enterprise.index()], made.source);
    add(made, node, FlowState::no_access);
  }

  void add_enterprise(Id<Enterprise> id) {
    const Enterprise& enterprise = (*park_.enterprises)[id];
    add_own(flow(SourceClass::office, std::round(enterprise.employees * desk_share(enterprise.sector))), id);
    if (enterprise.cloud_level == CloudLevel::none) return;
    const HostedWorkload& hosted = hosted_[id.index()];
    add_own(flow(SourceClass::cloud_sync, std::max(0.0, enterprise.employees - hosted.employees)), id);
    if (!(hosted.employees > 0.0)) return;
    Flow made = flow(SourceClass::hosted_workloads, hosted.employees);
    const double bytes = profiles_[static_cast<std::size_t>(SourceClass::hosted_workloads)].sample_bytes;
    made.down_mbit_s += hosted.down_mbit_s * wire_bits(bytes) / (8.0 * bytes);
    add_own(made, id);
  }

  void add_assets(Id<ConnectedAssets> id) {
    const ConnectedAssets& assets = (*park_.connected_assets)[id];
    const SourceClass source = class_of_element(assets.element);
    const Profile& profile = profiles_[static_cast<std::size_t>(source)];
    Flow made = flow(source, assets.count);
    made.assets = id;
    made.enterprise = assets.enterprise;
    made.bearer = assets.bearer;
    const double headers = wire_bits(profile.sample_bytes) / (8.0 * profile.sample_bytes);
    if (assets.rate_up.value() > 0.0) {
      made.samples_per_s = assets.count * assets.rate_up.value() * 1e6 / (8.0 * profile.sample_bytes);
      made.up_mbit_s = assets.count * assets.rate_up.value() * headers;
    }
    if (assets.rate_down.value() > 0.0) made.down_mbit_s = assets.count * assets.rate_down.value() * headers;
    if (!(made.samples_per_s > 0.0) && assets.count > 0) {
      notes_.push_back(
          {NoteKind::warning, "connected assets " + assets.id,
           fmt::format("\"{}\" is of no known source class and has no rate: nothing of it is in the traffic.", assets.element)});
    }
    if (assets.bearer == AssetBearer::nr) {
      add_5g(made);
    } else if (assets.bearer == AssetBearer::lte) {
      add(made, beyond_core(source), FlowState::no_path);
    } else {
      add_own(made, assets.enterprise);
    }
  }

  void add_5g(const Flow& whole) {
    const auto found = serving_.find(whole.enterprise.index());
    if (found == serving_.end()) {
      add(whole, {}, FlowState::no_radio);
      return;
    }
    for (const CellShare& part : found->second) {
      Flow made = whole;
      made.cell = part.cell;
      made.units *= part.share;
      made.samples_per_s *= part.share;
      made.up_mbit_s *= part.share;
      made.down_mbit_s *= part.share;
      made.radio_up_mbit_s = part.up_mbit_s;
      made.radio_down_mbit_s = part.down_mbit_s;
      Id<NetworkNode> node;
      if (part.cell.valid()) {
        node = (*park_.radio_sites)[(*park_.radio_cells)[part.cell].site].backhaul;
        if (!node.valid()) node = beyond_core(made.source);
      }
      add(made, node, part.cell.valid() ? FlowState::no_path : FlowState::no_radio);
    }
  }

  void add_at(Flow made, Point place) {
    const auto node = nearest_switch(place, made.source);
    add(made, node, FlowState::no_path);
  }

  void add_cameras() {
    for (std::size_t i = 0; i < park_.zones->size(); ++i) {
      const Zone& zone = park_.zones->records()[i];
      if (!zone.is_public || zone.kind == ZoneKind::water) continue;
      Flow made = flow(SourceClass::park_video, std::round(area(zone.shape) / options_.camera_area.value()));
      made.zone = Id<Zone>(i);
      add_at(made, centroid(zone.shape));
    }
  }

  void add_stations() {
    for (std::size_t i = 0; i < park_.zones->size(); ++i) {
      const Zone& zone = park_.zones->records()[i];
      if (!zone.is_public || zone.kind == ZoneKind::water || zone.kind == ZoneKind::road) continue;
      Flow made = flow(SourceClass::environment, 1.0);
      made.zone = Id<Zone>(i);
      add_at(made, centroid(zone.shape));
    }
  }

  void add_meters() {
    std::vector<double> meters(park_.enterprises->size(), 0.0);
    for (const auto& load : *park_.power_loads) {
      if (load.enterprise.valid()) meters[load.enterprise.index()] += 1.0;
    }
    for (std::size_t i = 0; i < meters.size(); ++i) add_own(flow(SourceClass::metering, std::max(meters[i], 1.0)), Id<Enterprise>(i));
  }

  void add_gallery() {
    for (const auto& duct : *park_.ducts) {
      if (duct.path.points.empty()) continue;
      const double length_m = length(duct.path);
      add_at(flow(SourceClass::pipe_gallery, std::ceil(length_m / duct_per_group_m)), point_along(duct.path, length_m / 2.0));
    }
  }

  const Park& park_;
  const Options& options_;
  const std::vector<Profile>& profiles_;
  const Targets& targets_;
  std::vector<Note>& notes_;
  std::vector<std::vector<std::uint32_t>> own_nodes_;
  std::vector<HostedWorkload> hosted_;
  std::vector<std::uint32_t> switches_;
  std::map<std::size_t, std::vector<CellShare>> serving_;
  std::vector<Flow> flows_;
};

}  // namespace

double packets_of(double sample_bytes) { return std::ceil(sample_bytes / payload_bytes); }

double wire_bits(double sample_bytes) { return 8.0 * (sample_bytes + packets_of(sample_bytes) * overhead_bytes); }

std::vector<Flow> flows_of(const Park& park, const Options& options, const std::vector<Profile>& profiles, const Targets& targets,
                           const RadioAccess& radio, const std::vector<HostedWorkload>& hosted, std::vector<Note>& notes) {
  return Demand(park, options, profiles, targets, radio, hosted, notes).run();
}

}  // namespace parktwin::wired::traffic
