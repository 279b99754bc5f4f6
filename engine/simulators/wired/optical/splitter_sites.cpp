#include "engine/simulators/wired/optical/splitter_sites.h"

#include <algorithm>
#include <map>
#include <set>

#include "engine/park/pon_standards.h"

namespace parktwin::wired::optical {
namespace {

/// The ends themselves and those where the shortest ways between them branch.
std::vector<std::size_t> branching_ends(const std::vector<std::size_t>& ends, const std::vector<const ShortestWays*>& ways) {
  std::set<std::pair<std::size_t, std::size_t>> stretches;
  for (std::size_t from = 0; from < ends.size(); ++from) {
    for (const std::size_t to : ends) {
      const std::vector<std::size_t>& previous = ways[from]->previous;
      for (std::size_t end = to; previous[end] != DuctGraph::none; end = previous[end]) {
        stretches.insert(std::minmax(end, previous[end]));
      }
    }
  }
  std::map<std::size_t, int> branches;
  for (const auto& [a, b] : stretches) {
    ++branches[a];
    ++branches[b];
  }
  std::set<std::size_t> kept(ends.begin(), ends.end());
  for (const auto& [end, count] : branches) {
    if (count >= 3) kept.insert(end);
  }
  return {kept.begin(), kept.end()};
}

}  // namespace

DuctEntry entry_of(DuctWays& ways, Point at) {
  const std::size_t end = ways.nearest(at);
  return {at, end, distance(at, ways.graph().at(end))};
}

double usual_link_db(const Options& options) {
  const NetworkLink usual;
  return usual.splices * options.splice_loss.value() + usual.connectors * options.connector_loss.value();
}

SplitterSites sites_below(const Options& options, DuctWays& known, const NetworkNode& terminal, const std::vector<DuctEntry>& units) {
  const DuctEntry top = entry_of(known, terminal.position);
  std::vector<std::size_t> ends{top.end};
  for (const DuctEntry& unit : units) ends.push_back(unit.end);
  std::sort(ends.begin(), ends.end());
  ends.erase(std::unique(ends.begin(), ends.end()), ends.end());
  std::vector<const ShortestWays*> ways;
  for (const std::size_t end : ends) ways.push_back(&known.from(end));
  SplitterSites sites;
  sites.ends = branching_ends(ends, ways);
  splitters::Problem& problem = sites.problem;
  for (const std::size_t place : sites.ends) {
    const ShortestWays& from_here = known.from(place);
    problem.feeder_m.push_back(top.trench_m + from_here.cost[top.end]);
    auto& between = problem.between_m.emplace_back();
    for (const std::size_t other : sites.ends) between.push_back(from_here.cost[other]);
    auto& drops = problem.drop_m.emplace_back();
    for (const DuctEntry& unit : units) drops.push_back(from_here.cost[unit.end] + unit.trench_m);
  }
  const auto range = loss_range(terminal.pon_standard, terminal.pon_class);
  PARKTWIN_CHECK(range.has_value(), "a park is validated before it is simulated: class of a line terminal");
  problem.join_m.assign(units.size(), splitters::out_of_reach);
  problem.fibre_db_per_km = options.fibre_db_per_km;
  problem.splitter_m = splitter_worth_m;
  problem.link_db = usual_link_db(options);
  problem.least_db = range->least.value();
  problem.most_db = (range->most - options.margin).value();
  problem.reach_m = pon_reach.value();
  return sites;
}

std::vector<splitters::Stages> kinds_of_splitters() {
  constexpr std::int32_t most_ways = 64;
  std::vector<splitters::Stages> kinds;
  for (std::int32_t ways = 2; ways <= most_ways; ways *= 2) kinds.push_back({1, ways, splitter_loss(ways)->value()});
  for (std::int32_t first = 2; first <= most_ways; first *= 2) {
    for (std::int32_t second = 2; first * second <= most_ways; second *= 2) {
      kinds.push_back({first, second, (*splitter_loss(first) + *splitter_loss(second)).value()});
    }
  }
  return kinds;
}

}  // namespace parktwin::wired::optical
