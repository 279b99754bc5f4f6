#pragma once
// The workload that two states of a park have in common: traffic of the same source class, enterprise, connected assets and zone with the
// same units, samples and rates (wherever it enters the network and whatever bears it), and deterministic flows with the same demand.
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "engine/run/retrofit.h"
#include "engine/simulators/wired/traffic/traffic.h"

namespace parktwin::retrofit {

/// Whose traffic, by ids, whichever state of the park it is in.
struct TrafficKey {
  wired::traffic::SourceClass source = wired::traffic::SourceClass::other_elements;
  std::string enterprise;
  std::string assets;
  std::string zone;
  friend auto operator<=>(const TrafficKey&, const TrafficKey&) = default;
};

[[nodiscard]] TrafficKey key_of(const Park& park, const wired::traffic::Flow& flow);

struct State {
  const Park& park;
  const std::vector<wired::traffic::Flow>& flows;
};

/// What is not in common, by id.
struct Differences {
  std::set<TrafficKey> traffic;
  std::set<std::string> tsn_flows;
  std::vector<NotCompared> rows;
};

[[nodiscard]] Differences differences(const State& before, const State& after);

/// The park without the flows that are not in common.
[[nodiscard]] Park with_common_flows(const Park& park, const std::set<std::string>& left_out);

}  // namespace parktwin::retrofit
