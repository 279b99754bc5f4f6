#include "engine/run/baseline.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "engine/run/compare_networks.h"
#include "engine/run/hosted_workloads.h"
#include "engine/run/radio_access.h"
#include "engine/run/radio_ends.h"

namespace parktwin::retrofit {
namespace {

/// Which cells serve where at which rate does not depend on them; which sites are connected is asked for beside them.
constexpr std::array<std::string_view, 8> not_read_by_radio = {
    "ducts", "cables", "network_nodes", "network_links", "network_services", "address_prefixes", "access_rules", "tsn_flows"};

bool same_for_radio(const Park& before, const Park& after) {
  bool same = true;
  describe(
      [&](const Field& field, const auto& part) {
        if (std::find(not_read_by_radio.begin(), not_read_by_radio.end(), field.name) != not_read_by_radio.end()) return;
        describe(
            [&](const Field& other, const auto& counterpart) {
              if (other.name == field.name) same = same && part.content_hash() == counterpart.content_hash();
            },
            after);
      },
      before);
  return same;
}

}  // namespace

std::vector<std::uint8_t> connected_sites(const wired::topology::Result& topology) {
  std::vector<std::uint8_t> connected;
  connected.reserve(topology.sites.size());
  for (const auto& backhaul : topology.sites) connected.push_back(backhaul.connected ? 1 : 0);
  return connected;
}

NetworkInputs network_inputs(const Park& park, const SimulationOptions& options, const radio::Result& radio) {
  return {radio_access(park, radio, options.radio.load_from_traffic), radio_ends(park, options.radio, radio),
          hosted_workloads(park, options.cloud)};
}

void BeforeAndAfter::before_radio(const wired::topology::Result& topology_after, Progress& progress, radio::GeometryCache*& geometries) {
  if (!asked()) return;
  const Park& before = baseline_->park;
  const auto connected = connected_sites(wired::topology::simulate(before, options_.wired.topology));
  same_radio_ = same_for_radio(before, after_) && connected == connected_sites(topology_after);
  if (same_radio_) return;
  if (geometries == nullptr) geometries = &geometries_;
  inputs_before_ = network_inputs(before, options_, radio::simulate(before, options_.radio, connected, seed_, progress, geometries));
}

Result BeforeAndAfter::compare(const Results& results, const NetworkInputs& inputs_after) const {
  Result result;
  result.changes = changes_.changes;
  if (!asked()) {
    result.reason = "there is no change of the network to compare";
    return result;
  }
  const Park& park = baseline_->park;
  const NetworkInputs inputs = same_radio_ ? network_inputs(park, options_, results.radio) : inputs_before_;
  NetworkState before = network_state(park, options_, seed_, inputs);
  NetworkState after{after_,          results.wired.topology, results.wired.failures.protections, results.wired.tsn,
                     results.bridges, results.traffic};
  const Differences different = differences({before.park, before.traffic.flows}, {after.park, after.traffic.flows});
  carry_common(before, different, options_, seed_, inputs);
  carry_common(after, different, options_, seed_, inputs_after);
  result.compared = true;
  result.not_compared = different.rows;
  result.figures = figures_of(before, yearly_cost(park, baseline_->prices), after, yearly_cost(after_, baseline_->prices));
  result.enterprises = outcomes_of(park, after_, result.figures, changes_);
  return result;
}

}  // namespace parktwin::retrofit
