#pragma once
// GraphML (graphml.graphdrawing.org) by Expat, one element at a time with its line. Document types are refused, and with them every entity
// that could unfold or lead to another file. Nested graphs, hyperedges and ports are refused; contents of data that are elements of other
// programs are left out and remarked.
#include "importers/topology/topology.h"

namespace parktwin::importers::topology {

[[nodiscard]] std::optional<Graph> parse_graphml(const std::string& text, const std::string& file, Problems& problems);

}  // namespace parktwin::importers::topology
