#pragma once
// The periodic flows of a plant's control: set points and positions of its robots by the clock, a safety signal over two paths, images and
// results of machine vision, diagnostics. Periods and sizes lie in the ranges of IEC/IEEE 60802 for isochronous (100 µs to 2 ms, 30 to 100
// bytes) and cyclic traffic; all are assumptions.
#include "importers/synthetic/network_draft.h"

namespace parktwin::importers::synthetic {

struct PlantStations {
  Id<Enterprise> enterprise;
  Id<NetworkNode> controller;
  Id<NetworkNode> robot_cell;
  Id<NetworkNode> machine_vision;
  Id<NetworkNode> edge_server;  ///< none in most plants
};

/// Adds to `network.flows`.
void add_flows(NetworkDraft& network, const PlantStations& stations);

}  // namespace parktwin::importers::synthetic
