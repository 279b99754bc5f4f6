#include "engine/plan/radio/demand.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "engine/criteria/ground.h"

namespace parktwin::plan {
namespace {

struct Ground {
  std::string_view metric;
  bool is_public = false;
  bool outdoors_only = false;
  bool counts_wire = false;
};

constexpr std::array<Ground, 5> grounds = {{{.metric = "radio.park"},
                                            {.metric = "radio.park_outdoors", .outdoors_only = true},
                                            {.metric = "public.any_access", .is_public = true, .counts_wire = true},
                                            {.metric = "public.5g_only", .is_public = true},
                                            {.metric = "public.outdoors", .is_public = true, .outdoors_only = true, .counts_wire = true}}};

RadioDemand demand_of(const criteria::Clause& clause, const Ground& ground, const Park& park, const Results& results) {
  const auto& place = results.radio.place;
  RadioDemand demand{clause.id, clause.rule.coverage, *clause.threshold / 100.0, {}, {}};
  Grid<std::int32_t> owner;
  if (ground.is_public) owner = criteria::public_owner(place, park);
  Grid<std::uint8_t> service;
  if (ground.counts_wire) service = criteria::public_service(results, park, clause.rule.coverage);
  for (std::size_t cell = 0; cell < place.values.size(); ++cell) {
    if (ground.is_public && owner.values[cell] == criteria::no_owner) continue;
    if (ground.outdoors_only ? !criteria::is_outdoor(place.values[cell]) : !criteria::inside_park(place.values[cell])) continue;
    demand.counted.push_back(static_cast<std::uint32_t>(cell));
    const bool by_wire = ground.counts_wire && service.values[cell] == static_cast<std::uint8_t>(criteria::PublicService::wired);
    demand.served_by_wire.push_back(by_wire ? 1 : 0);
  }
  return demand;
}

}  // namespace

std::vector<RadioDemand> radio_demands(const criteria::Pack& pack, const Park& park, const Results& results) {
  std::vector<RadioDemand> demands;
  for (const auto& clause : pack.clauses) {
    const auto ground = std::find_if(grounds.begin(), grounds.end(), [&](const Ground& one) { return one.metric == clause.metric; });
    if (ground == grounds.end() || !clause.threshold || clause.comparator != criteria::Comparator::at_least) continue;
    RadioDemand demand = demand_of(clause, *ground, park, results);
    if (!demand.counted.empty()) demands.push_back(std::move(demand));
  }
  return demands;
}

double served_share(const RadioDemand& demand, const radio::Result& radio) {
  std::size_t served = 0;
  for (std::size_t i = 0; i < demand.counted.size(); ++i) {
    if (demand.served_by_wire[i] != 0 || criteria::has_5g(radio, demand.rule, demand.counted[i])) ++served;
  }
  return static_cast<double>(served) / static_cast<double>(demand.counted.size());
}

double shortfall(const std::vector<RadioDemand>& demands, const radio::Result& radio, double margin_share) {
  double missing = 0.0;
  for (const RadioDemand& demand : demands) {
    const double wanted = std::min(1.0, demand.target_share + margin_share);
    missing += std::max(0.0, wanted - served_share(demand, radio));
  }
  return missing;
}

}  // namespace parktwin::plan
