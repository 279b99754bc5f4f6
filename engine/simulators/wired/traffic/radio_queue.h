#pragma once
// What a radio cell passes on and how long its devices' samples wait. Classes whose devices send 1 Mbit/s and less come first, because a
// full cell shares by device and who asks little gets it; among them, and among the others, what is due sooner, then smaller samples:
// priorities after the packet delay budgets of 5G (3GPP TS 23.501 table 5.7.4-1). What comes later is broken off,
// slots being far shorter than samples. Uplink by M/G/1 with preemptive resume (Conway, Maxwell and Miller, Theory of Scheduling, 1967): a
// sample finds the work V of classes up to its own (moments as in queueing.h) and waits for it, drawn out by more urgent samples that come
// meanwhile (σ, λ, S: of those):
//   E[W] = E[V] / (1−σ),   E[W²] = E[V²] / (1−σ)² + λE[S²] E[V] / (1−σ)³,
// and its own time on the air is drawn out alike. Each flow needs the time that its bits take at the rate of its own place. What does not
// fit is lost, the last class first.
#include <array>
#include <vector>

#include "engine/simulators/wired/traffic/queueing.h"
#include "engine/simulators/wired/traffic/traffic.h"

namespace parktwin::wired::traffic {

/// One class in one cell.
struct CellService {
  double passed_up = 1.0;
  double passed_down = 1.0;
  Moments wait;
  double stretch = 1.0;    ///< of the time a sample is on the air
  double scatter_s = 0.0;  ///< variance of that time, for each second of it without others
};

struct CellQueues {
  std::vector<CellLoad> loads;
  std::vector<std::array<CellService, class_count>> services;

  /// As built for flows without radio cell.
  [[nodiscard]] CellService service_of(const Flow& flow) const;
};

[[nodiscard]] CellQueues cell_queues(const std::vector<Flow>& flows, const std::vector<Profile>& profiles, const RadioAccess& radio,
                                     const Options& options);

}  // namespace parktwin::wired::traffic
