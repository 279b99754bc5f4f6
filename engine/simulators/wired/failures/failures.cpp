#include "engine/simulators/wired/failures/failures.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "engine/simulators/wired/failures/availability.h"
#include "engine/simulators/wired/failures/disjoint_paths.h"
#include "engine/simulators/wired/failures/survey.h"

namespace parktwin::wired::failures {
namespace {

constexpr std::uint32_t paths_counted = 4;
constexpr int duct_steps = 2000;
constexpr std::size_t names_told = 3;

/// The ducts of each edge.
std::vector<std::vector<std::uint32_t>> ducts_of_edges(const Park& park, const Network& network) {
  std::vector<std::vector<std::uint32_t>> ducts(network.graph.edges.size());
  for (std::uint32_t edge = 0; edge < network.fallible(); ++edge) {
    const Id<Cable> cable = park.network_links->records()[network.link_of[edge]].cable;
    if (!cable.valid()) continue;
    for (const Id<Duct> duct : (*park.cables)[cable].ducts) ducts[edge].push_back(static_cast<std::uint32_t>(duct.index()));
  }
  return ducts;
}

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

std::vector<Protection> protections(const Park& park, const Options& options, const Network& network, const Census& census,
                                    const std::vector<std::int32_t>& single_failures) {
  Availability availability(network.graph, network.root, network.node_availability, network.edge_availability,
                            static_cast<std::uint64_t>(options.availability_effort));
  DisjointPaths by_links(network.graph, network.root, network.fallible(), DisjointPaths::Of::edges);
  DisjointPaths by_nodes(network.graph, network.root, network.fallible(), DisjointPaths::Of::nodes);
  const auto ducts = ducts_of_edges(park, network);
  std::vector<Protection> rows(park.enterprises->size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    Protection& row = rows[i];
    row.enterprise = Id<Enterprise>(i);
    const auto& nodes = census.access_nodes()[i];
    if (nodes.empty()) continue;
    const Bounds bounds = availability.any_of(nodes);
    const double required = park.enterprises->records()[i].required_availability;
    row.availability = bounds.lower;
    row.availability_upper = bounds.upper;
    row.state = bounds.lower >= required  ? AvailabilityState::met
                : bounds.upper < required ? AvailabilityState::missed
                                          : AvailabilityState::undecided;
    row.link_disjoint_paths = static_cast<std::int32_t>(by_links.count(nodes, paths_counted));
    row.node_disjoint_paths = static_cast<std::int32_t>(by_nodes.count(nodes, paths_counted));
    row.ducts = diversity(risk_disjoint_pair(network.graph, network.root, nodes, ducts, park.ducts->size(), duct_steps));
    row.single_failures = single_failures[i];
  }
  return rows;
}

template <class T>
void tell(std::string& text, const std::vector<Id<T>>& lost, const Table<T>& table, const char* one, const char* many) {
  if (lost.empty()) return;
  text += fmt::format("{}{} {} (", text.empty() ? "" : ", ", lost.size(), lost.size() == 1 ? one : many);
  for (std::size_t i = 0; i < std::min(lost.size(), names_told); ++i) text += (i > 0 ? ", " : "") + table[lost[i]].id;
  text += lost.size() > names_told ? ", …)" : ")";
}

/// The most harmful failures; several that cost the same in the same way (cables and ducts on one route) are told once.
void note_worst(const Park& park, const Options& options, Result& result) {
  std::set<std::tuple<RiskKind, std::vector<Id<Enterprise>>, std::vector<Id<NetworkService>>, std::vector<Id<RadioSite>>>> told;
  for (const Failure& failure : result.failures) {
    if (told.size() >= static_cast<std::size_t>(options.failures_noted)) break;
    std::string lost;
    tell(lost, failure.enterprises, *park.enterprises, "enterprise", "enterprises");
    tell(lost, failure.services, *park.network_services, "network service", "network services");
    tell(lost, failure.sites, *park.radio_sites, "radio site", "radio sites");
    if (lost.empty() || !told.emplace(failure.kind, failure.enterprises, failure.services, failure.sites).second) continue;
    const std::string also = failure.same > 0 ? fmt::format("; {} more of its kind take down the same links", failure.same) : "";
    result.notes.push_back({NoteKind::information, fmt::format("{} {}", name_of(failure.kind), failure.id),
                            fmt::format("Its failure cuts off {}{}.", lost, also)});
  }
}

void note_limits(const Park& park, Result& result) {
  const auto open = std::count_if(result.protections.begin(), result.protections.end(),
                                  [](const Protection& row) { return row.availability < row.availability_upper; });
  if (open > 0) {
    result.notes.push_back({NoteKind::warning, "availability",
                            fmt::format("The availability of {} enterprises is given as bounds, the effort allowed was used up.", open)});
  }
  const bool fed = std::any_of(park.network_nodes->begin(), park.network_nodes->end(), [](const NetworkNode& n) { return n.bus.valid(); });
  if (fed) {
    result.notes.push_back({NoteKind::assumption, "power",
                            "Nodes fail with the bus that feeds them: no standby supply and no switching over is taken into account."});
  }
}

}  // namespace

Result simulate(const Park& park, const Options& options) {
  const Network network = network_of(park);
  const Census census(park, network);
  const Survey survey(park, network, census);
  Result result;
  result.failures = survey.failures();
  result.protections = protections(park, options, network, census, survey.single_failures());
  note_worst(park, options, result);
  for (const PairClass of : {PairClass::links, PairClass::nodes, PairClass::groups}) {
    if (!options.pairs) break;
    Survey::Pairs pairs = survey.pairs(of, options);
    result.pair_counts.push_back(pairs.count);
    std::move(pairs.worst.begin(), pairs.worst.end(), std::back_inserter(result.pairs));
    if (pairs.not_looked_at > 0) {
      result.notes.push_back({NoteKind::warning, fmt::format("pairs of {}", name_of(of)),
                              fmt::format("{} pairs that may cut off more together than alone were not looked at.", pairs.not_looked_at)});
    }
  }
  note_limits(park, result);
  return result;
}

}  // namespace parktwin::wired::failures
