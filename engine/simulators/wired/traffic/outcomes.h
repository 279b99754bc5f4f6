#pragma once
// What becomes of each flow: how much of it arrives, how long it takes from the device to the destination, and how much of it is on time.
#include <vector>

#include "engine/simulators/wired/traffic/demand.h"
#include "engine/simulators/wired/traffic/path_delay.h"
#include "engine/simulators/wired/traffic/radio_queue.h"

namespace parktwin::wired::traffic {

/// Everything that was found on the way.
struct Carriage {
  const Network& network;
  const std::vector<Profile>& profiles;
  const Targets& targets;
  const Options& options;
  const RadioAccess& radio;
  CellQueues cells;
  Loads loads;
  std::vector<Moments> waits;
};

/// One per target and class with flows between them.
[[nodiscard]] std::vector<Stream> streams_of(const std::vector<Flow>& flows, const Targets& targets, const CellQueues& cells,
                                             std::size_t nodes);

/// How long a sample takes from the device into the network.
[[nodiscard]] Delay access_delay(const Flow& flow, const Carriage& carriage);

/// Completes the flows and yields the delay of what arrives of each; as built where nothing does.
[[nodiscard]] std::vector<Delay> complete(std::vector<Flow>& flows, const Carriage& carriage);

/// Sums and delay percentiles per source class.
[[nodiscard]] std::vector<ClassFigures> class_figures(const std::vector<Flow>& flows, const std::vector<Delay>& delays,
                                                      const std::vector<Profile>& profiles);

}  // namespace parktwin::wired::traffic
