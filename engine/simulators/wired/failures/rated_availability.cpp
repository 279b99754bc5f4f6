#include "engine/simulators/wired/failures/rated_availability.h"

#include <algorithm>

#include "engine/simulators/wired/failures/link_cuts.h"

namespace parktwin::wired::failures {
namespace {

/// Two ways of adding up the same probability differ by less.
constexpr double rounding = 1e-12;

}  // namespace

RatedAvailability::RatedAvailability(const Park& park, const LayeredNetwork& network, std::uint64_t effort, KeptBounds& kept)
    : park_(park), network_(network), effort_(effort), kept_(kept) {}

std::vector<RatedAvailability::Use> RatedAvailability::uses(RequiredRates rates) const {
  std::vector<Use> uses(network_.graph.edges.size(), Use::both);
  for (std::uint32_t edge = 0; edge < network_.fallible(); ++edge) {
    const NetworkLink& link = park_.network_links->records()[network_.link_of[edge]];
    const double down = link.rate_down.value();
    const double up = link.rate_up.value();
    const bool outwards = down >= rates.down_mbps && up >= rates.up_mbps;
    const bool inwards = up >= rates.down_mbps && down >= rates.up_mbps;
    uses[edge] = outwards && inwards ? Use::both : outwards ? Use::outwards : inwards ? Use::inwards : Use::no;
  }
  return uses;
}

std::unique_ptr<RatedAvailability::Part> RatedAvailability::part(const std::vector<std::uint8_t>& taken) const {
  auto part = std::make_unique<Part>();
  std::vector<Ends> edges;
  for (std::uint32_t edge = 0; edge < taken.size(); ++edge) {
    if (!taken[edge]) continue;
    edges.push_back(network_.graph.edges[edge]);
    part->edges.push_back(network_.edge_availability[edge]);
  }
  part->graph = plain_graph(network_.graph.size(), std::move(edges));
  part->availability = std::make_unique<Availability>(part->graph, network_.root, network_.node_availability, part->edges, effort_, kept_);
  return part;
}

RatedAvailability::Parts RatedAvailability::parts(std::vector<Use> uses) const {
  std::vector<Ends> edges = network_.graph.edges;
  for (std::uint32_t edge = 0; edge < edges.size(); ++edge) {
    if (uses[edge] == Use::no) edges[edge].b = edges[edge].a;  // a loop joins nothing
  }
  const PlainGraph usable = plain_graph(network_.graph.size(), std::move(edges));
  const LinkCuts cuts = link_cuts(usable, network_.root, 0);
  bool one_way_on_cycle = false;
  for (std::uint32_t edge = 0; edge < uses.size(); ++edge) {
    if (uses[edge] != Use::outwards && uses[edge] != Use::inwards) continue;
    if (cuts.on_cycle[edge]) {
      one_way_on_cycle = true;
    } else if (cuts.lower[edge] != none) {
      const bool from_end_first = cuts.tree.place[usable.edges[edge].b] == cuts.lower[edge];
      uses[edge] = from_end_first == (uses[edge] == Use::outwards) ? Use::both : Use::no;
    }
  }
  const auto taken = [&](bool one_way) {
    std::vector<std::uint8_t> marks(uses.size());
    for (std::size_t i = 0; i < uses.size(); ++i) marks[i] = uses[i] == Use::both || (one_way && uses[i] != Use::no) ? 1 : 0;
    return marks;
  };
  if (!one_way_on_cycle) return {part(taken(false)), nullptr, {}};
  return {part(taken(false)), part(taken(true)), reached(uses)};
}

std::vector<std::uint8_t> RatedAvailability::reached(const std::vector<Use>& uses) const {
  std::vector<std::uint8_t> reached(network_.graph.size(), 0);
  std::vector<std::uint32_t> open{network_.root};
  reached[network_.root] = 1;
  while (!open.empty()) {
    const std::uint32_t node = open.back();
    open.pop_back();
    for (const Incidence& incidence : network_.graph.incidences_of(node)) {
      const Use here = network_.graph.edges[incidence.edge].a == node ? Use::outwards : Use::inwards;
      const Use use = uses[incidence.edge];
      if (reached[incidence.node] || (use != Use::both && use != here)) continue;
      reached[incidence.node] = 1;
      open.push_back(incidence.node);
    }
  }
  return reached;
}

RatedAvailability::Parts& RatedAvailability::parts_at(RequiredRates rates) {
  Parts*& known = known_rates_[rates];
  if (known != nullptr) return *known;
  std::vector<Use> used = uses(rates);
  auto same = known_.find(used);
  if (same == known_.end()) same = known_.emplace(used, parts(used)).first;
  known = &same->second;
  return *known;
}

Bounds RatedAvailability::any_of(std::span<const std::uint32_t> nodes, RequiredRates rates) {
  Parts& at_rates = parts_at(rates);
  const Bounds bounds = at_rates.sure->availability->any_of(nodes);
  if (!at_rates.perhaps) return bounds;
  if (std::none_of(nodes.begin(), nodes.end(), [&](std::uint32_t node) { return at_rates.reached[node] != 0; })) return {0.0, 0.0};
  const double upper = at_rates.perhaps->availability->any_of(nodes).upper;
  return {bounds.lower, upper > bounds.lower + rounding ? upper : bounds.lower};
}

}  // namespace parktwin::wired::failures
