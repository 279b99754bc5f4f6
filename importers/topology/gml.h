#pragma once
// GML, the Graph Modelling Language (Himsolt 1996): keys with numbers, texts or lists in brackets. Lists within nodes and edges become
// columns such as graphics.x. (The Geography Markup Language of the same name is a format of GDAL.)
#include "importers/topology/topology.h"

namespace parktwin::importers::topology {

[[nodiscard]] std::optional<Graph> parse_gml(const std::string& text, const std::string& file, Problems& problems);

}  // namespace parktwin::importers::topology
