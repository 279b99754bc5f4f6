#include "engine/run/workload.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "engine/run/network_changes.h"

namespace parktwin::retrofit {
namespace {

using wired::traffic::Flow;

/// Sums of parts that radio cells share out.
struct Demand {
  double units = 0.0;
  double samples_per_s = 0.0;
  double up_mbit_s = 0.0;
  double down_mbit_s = 0.0;
};

bool equal(double a, double b) { return std::abs(a - b) <= 1e-9 * std::max(std::abs(a), std::abs(b)); }

bool equal(const Demand& a, const Demand& b) {
  return equal(a.units, b.units) && equal(a.samples_per_s, b.samples_per_s) && equal(a.up_mbit_s, b.up_mbit_s) &&
         equal(a.down_mbit_s, b.down_mbit_s);
}

std::map<TrafficKey, Demand> demand_of(const State& state) {
  std::map<TrafficKey, Demand> demand;
  for (const Flow& flow : state.flows) {
    Demand& sum = demand[key_of(state.park, flow)];
    sum.units += flow.units;
    sum.samples_per_s += flow.samples_per_s;
    sum.up_mbit_s += flow.up_mbit_s;
    sum.down_mbit_s += flow.down_mbit_s;
  }
  return demand;
}

std::string text_of(const TrafficKey& key) {
  std::string text(name_of(key.source));
  for (const auto* part : {&key.enterprise, &key.assets, &key.zone}) {
    if (!part->empty()) text += " " + *part;
  }
  return text;
}

template <class T>
std::string id_of(const Table<T>& table, Id<T> id) {
  return id.valid() ? table[id].id : std::string();
}

void compare_traffic(const State& before, const State& after, Differences& found) {
  const auto was = demand_of(before);
  const auto is = demand_of(after);
  const auto add = [&found](const TrafficKey& key, WorkloadChange change) {
    found.traffic.insert(key);
    found.rows.push_back({Subject::source_class, text_of(key), change});
  };
  for (const auto& [key, demand] : was) {
    const auto other = is.find(key);
    if (other == is.end()) {
      add(key, WorkloadChange::before_only);
    } else if (!equal(demand, other->second)) {
      add(key, WorkloadChange::other_demand);
    }
  }
  for (const auto& [key, demand] : is) {
    if (!was.contains(key)) add(key, WorkloadChange::after_only);
  }
}

void compare_tsn(const Park& before, const Park& after, Differences& found) {
  const auto add = [&found](const TsnFlow& flow, WorkloadChange change) {
    found.tsn_flows.insert(flow.id);
    found.rows.push_back({Subject::tsn_flow, flow.id, change});
  };
  for (const TsnFlow& was : *before.tsn_flows) {
    const auto other = after.tsn_flows->find(was.id);
    if (!other.valid()) {
      add(was, WorkloadChange::before_only);
    } else if (!same_demand(before, was, after, (*after.tsn_flows)[other])) {
      add(was, WorkloadChange::other_demand);
    }
  }
  for (const TsnFlow& is : *after.tsn_flows) {
    if (!before.tsn_flows->find(is.id).valid()) add(is, WorkloadChange::after_only);
  }
}

void compare_enterprises(const Park& before, const Park& after, Differences& found) {
  for (const Enterprise& was : *before.enterprises) {
    if (!after.enterprises->find(was.id).valid()) found.rows.push_back({Subject::enterprise, was.id, WorkloadChange::before_only});
  }
  for (const Enterprise& is : *after.enterprises) {
    if (!before.enterprises->find(is.id).valid()) found.rows.push_back({Subject::enterprise, is.id, WorkloadChange::after_only});
  }
}

}  // namespace

TrafficKey key_of(const Park& park, const Flow& flow) {
  return {flow.source, id_of(*park.enterprises, flow.enterprise), id_of(*park.connected_assets, flow.assets),
          id_of(*park.zones, flow.zone)};
}

Differences differences(const State& before, const State& after) {
  Differences found;
  compare_enterprises(before.park, after.park, found);
  compare_traffic(before, after, found);
  compare_tsn(before.park, after.park, found);
  return found;
}

Park with_common_flows(const Park& park, const std::set<std::string>& left_out) {
  if (left_out.empty()) return park;
  auto flows = park.tsn_flows->records();
  std::erase_if(flows, [&](const TsnFlow& flow) { return left_out.contains(flow.id); });
  Park common = park;
  common.tsn_flows = Part(Table(std::move(flows)));
  return common;
}

}  // namespace parktwin::retrofit
