#pragma once
// The tables of the report, made from a saved run: what is covered and what is not, who is connected, what fails and whom it cuts off,
// deterministic flows, shared resources, energy, documents. Charts of the page draw these tables, so a figure stands in one place only.
#include "engine/storage/storage.h"
#include "viz/report/table_json.h"

namespace parktwin::viz::report {

/// zone_coverage, unserved_places, threshold_shifts, radio_cells.
[[nodiscard]] std::vector<Json> radio_tables(const storage::SavedRun& run);
/// enterprises, failures, failure_pairs, tsn_flows, bottlenecks, ipv6_failing.
[[nodiscard]] std::vector<Json> network_tables(const storage::SavedRun& run);
/// shared_resources, evidence.
[[nodiscard]] std::vector<Json> service_tables(const storage::SavedRun& run);
/// energy_flows: the links of a Sankey diagram, few enough to be read.
[[nodiscard]] Json energy_flow_table(const storage::SavedRun& run);

}  // namespace parktwin::viz::report
