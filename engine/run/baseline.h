#pragma once
// The state before a retrofit, simulated only where the network differs. Radio runs again only where something it reads differs.
#include <vector>

#include "engine/core/progress.h"
#include "engine/run/network_changes.h"
#include "engine/run/network_state.h"
#include "engine/run/results.h"
#include "engine/run/retrofit.h"
#include "engine/scenario/cost/price.h"
#include "engine/simulators/radio/geometry_cache.h"
#include "engine/simulators/radio/radio.h"

namespace parktwin::retrofit {

/// What a run is measured against; has to outlive it.
struct Baseline {
  Park park;  ///< without the changes that the scenario makes itself
  std::vector<costs::Price> prices;
};

/// Radio sites whose backhaul works, by site.
[[nodiscard]] std::vector<std::uint8_t> connected_sites(const wired::topology::Result& topology);

class BeforeAndAfter {
 public:
  /// `baseline`: none when nothing is compared.
  BeforeAndAfter(const Baseline* baseline, const Park& after, const SimulationOptions& options, std::uint64_t seed)
      : baseline_(baseline), after_(after), options_(options), seed_(seed) {
    if (baseline != nullptr) changes_ = network_changes(baseline->park, after);
  }

  /// Before radio runs for the park after, so that the maps of one state are held at a time. `geometries`: none, or what both runs share;
  /// then it is pointed to memory of this object where radio runs twice.
  void before_radio(const wired::topology::Result& topology_after, Progress& progress, radio::GeometryCache*& geometries);
  /// With the results of the park after, but for energy, needs and services, and what its network took from elsewhere.
  [[nodiscard]] Result compare(const Results& results, const NetworkInputs& inputs_after) const;

 private:
  [[nodiscard]] bool asked() const { return baseline_ != nullptr && changes_.changes > 0; }

  const Baseline* baseline_;
  const Park& after_;
  const SimulationOptions& options_;
  std::uint64_t seed_;
  NetworkChanges changes_;
  bool same_radio_ = true;
  radio::GeometryCache geometries_;
  NetworkInputs inputs_before_;
};

/// What traffic and bridges take from a park's radio result and its registry of cloud use.
[[nodiscard]] NetworkInputs network_inputs(const Park& park, const SimulationOptions& options, const radio::Result& radio);

}  // namespace parktwin::retrofit
