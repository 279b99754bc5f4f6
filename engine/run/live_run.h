#pragma once
// The only place that knows the order of the simulators. Data goes one way: who reaches the core (topology) -> who adopts clouds and what
// the data centres carry -> radio -> traffic, with today's workloads in the data centres -> needs, energy, services. Traffic never goes
// back: access quality in adoption is that of the topology, without anyone else's traffic.
// The results of a park that changes, or of options that change: each simulator runs again only when something that it reads has
// (simulator_keys.h), and the radio map and the wired network reuse what a change leaves as it was. The results have the same bits as those
// of a run from scratch. Holds the state of the last update, no more.
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "engine/core/progress.h"
#include "engine/park/park.h"
#include "engine/run/baseline.h"
#include "engine/run/results.h"
#include "engine/run/run_extent.h"
#include "engine/scenario/options.h"
#include "engine/simulators/radio/live_map.h"

namespace parktwin {

class LiveRun {
 public:
  /// `tables` and `geometries` as of run(); geometries outlive the run.
  explicit LiveRun(energy::Tables tables = {}, radio::GeometryCache* geometries = nullptr, RunExtent extent = RunExtent::whole);
  ~LiveRun();
  LiveRun(const LiveRun&) = delete;
  LiveRun& operator=(const LiveRun&) = delete;

  /// As run(). After an exception the next update begins from scratch. Valid until the next call.
  const Results& update(const Park& park, const SimulationOptions& options, std::uint64_t seed, Progress& progress,
                        const retrofit::Baseline* baseline = nullptr);

  /// Names of the fields of Results that the last update simulated anew.
  [[nodiscard]] const std::vector<std::string_view>& simulated() const { return simulated_; }
  /// The results of the last update; the next one begins from scratch.
  [[nodiscard]] Results take_results();

 private:
  struct Memory;
  void follow(const Park& park, const SimulationOptions& options, std::uint64_t seed, Progress& progress,
              const retrofit::Baseline* baseline);
  bool follow_wired(const Park& park, const SimulationOptions& options, std::uint64_t seed, Progress& progress);
  void follow_cloud(const Park& park, const SimulationOptions& options, std::uint64_t seed, Progress& progress);
  void follow_energy(const Park& park, const SimulationOptions& options, Progress& progress);
  bool follow_radio(const Park& park, const SimulationOptions& options, std::uint64_t seed, Progress& progress);
  bool is_due(std::string_view simulator, ContentHash& known, const ContentHash& key, bool input_changed);

  energy::Tables tables_;
  radio::GeometryCache* geometries_;
  RunExtent extent_;
  std::unique_ptr<Memory> memory_;
  Results results_;
  std::vector<std::string_view> simulated_;
};

}  // namespace parktwin
