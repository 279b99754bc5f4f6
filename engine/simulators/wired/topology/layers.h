#pragma once
// The working path of an enterprise or a network service, layer by layer: the nodes and links it runs over, the cables that carry those
// links and the ducts in which the cables lie, each in order from the core outwards and named once. Links without a cable (within a
// building, radio) leave a gap in the lower layers.
#include <vector>

#include "engine/park/park.h"
#include "engine/simulators/wired/topology/paths.h"

namespace parktwin::wired::topology {

struct LayeredPath {
  Id<Enterprise> enterprise;  ///< whose path it is; this or the service
  Id<NetworkService> service;
  std::vector<Id<NetworkNode>> nodes;  ///< core router first, access node last
  std::vector<Id<NetworkLink>> links;
  std::vector<Id<Cable>> cables;
  std::vector<Id<Duct>> ducts;
};

template <class Visitor, DescribedAs<LayeredPath> Self>
void describe(Visitor&& visit, Self& path) {
  visit(Field{"enterprise", "", "enterprise whose path it is"}, path.enterprise);
  visit(Field{"service", "", "network service whose path it is"}, path.service);
  visit(Field{"nodes", "", "from the core router to its node"}, path.nodes);
  visit(Field{"links", "", "between them"}, path.links);
  visit(Field{"cables", "", "that carry the links"}, path.cables);
  visit(Field{"ducts", "", "in which the cables lie"}, path.ducts);
}

/// The path to `end` among the best paths of most_available_paths(). Precondition: there is one.
[[nodiscard]] LayeredPath trace(const Park& park, const std::vector<std::optional<Path>>& paths, Id<NetworkNode> end);

}  // namespace parktwin::wired::topology
