#include "engine/simulators/wired/failures/protection.h"

#include "engine/simulators/wired/failures/disjoint_paths.h"
#include "engine/simulators/wired/failures/rated_availability.h"

namespace parktwin::wired::failures {
namespace {

constexpr std::uint32_t paths_counted = 4;
constexpr int duct_steps = 2000;

DuctDiversity diversity(Disjointness found) {
  switch (found) {
    case Disjointness::disjoint:
      return DuctDiversity::two_routes;
    case Disjointness::shared:
      return DuctDiversity::shared;
    case Disjointness::undecided:
      break;
  }
  return DuctDiversity::undecided;
}

}  // namespace

std::vector<Protection> protections(const Park& park, const Options& options, const LayeredNetwork& network, const Census& census,
                                    const Survey::Singles& singles, KeptBounds& kept) {
  RatedAvailability availability(park, network, static_cast<std::uint64_t>(options.availability_effort), kept);
  DisjointPaths by_links(network.graph, network.root, network.fallible(), DisjointPaths::Of::edges);
  DisjointPaths by_nodes(network.graph, network.root, network.fallible(), DisjointPaths::Of::nodes);
  std::vector<Protection> rows(park.enterprises->size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    Protection& row = rows[i];
    row.enterprise = Id<Enterprise>(i);
    const auto& nodes = census.access_nodes()[i];
    if (nodes.empty()) continue;
    const Enterprise& enterprise = park.enterprises->records()[i];
    const Bounds bounds = availability.any_of(nodes, {enterprise.required_down.value(), enterprise.required_up.value()});
    const double required = enterprise.required_availability;
    row.availability = bounds.lower;
    row.availability_upper = bounds.upper;
    row.state = bounds.lower >= required  ? AvailabilityState::met
                : bounds.upper < required ? AvailabilityState::missed
                                          : AvailabilityState::undecided;
    row.link_disjoint_paths = static_cast<std::int32_t>(by_links.count(nodes, paths_counted));
    row.node_disjoint_paths = static_cast<std::int32_t>(by_nodes.count(nodes, paths_counted));
    row.ducts =
        singles.one_duct[i] != 0
            ? DuctDiversity::shared  // by all routes
            : diversity(risk_disjoint_pair(network.graph, network.root, nodes, network.ducts_of_edge, park.ducts->size(), duct_steps));
    row.single_failures = singles.elements[i];
  }
  return rows;
}

}  // namespace parktwin::wired::failures
