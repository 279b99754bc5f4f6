#include "engine/plan/access/newcomers.h"

#include <algorithm>

#include "engine/criteria/judged_ground.h"
#include "engine/plan/fibre/centimetres.h"

namespace parktwin::plan {
namespace {

constexpr double per_cent = 100.0;

bool fixed_access_works(const Results& results, std::size_t enterprise) {
  using wired::topology::AccessState;
  const AccessState state = results.wired.topology.enterprises[enterprise].state;
  if (state != AccessState::availability_too_low) return state == AccessState::served;
  const auto& protections = results.wired.failures.protections;
  return enterprise < protections.size() && protections[enterprise].state == wired::failures::AvailabilityState::met;
}

std::vector<std::uint8_t> served_by_5g(const Park& park, const Results& results, const criteria::Rule& rule) {
  std::vector<std::uint8_t> served(park.enterprises->size(), 0);
  if (results.radio.throughput_down_mbit_s.values.empty()) return served;
  criteria::JudgedGround ground(results, park);
  const auto& premises = ground.premises(rule.coverage);
  for (std::size_t i = 0; i < served.size(); ++i) {
    const auto cells = static_cast<double>(premises[i].cells);
    const bool enough = per_cent * static_cast<double>(premises[i].served) >= rule.minimum_premises_share_percent * cells;
    served[i] = cells > 0.0 && enough ? 1 : 0;
  }
  return served;
}

}  // namespace

bool asks_for_access(const criteria::Clause& clause) {
  return clause.threshold && (clause.metric == "access.enterprises" || clause.metric == "access.enterprises_fixed");
}

Newcomers newcomers_of(const Park& park, const Results& results, const criteria::Clause& clause) {
  const std::size_t count = park.enterprises->size();
  const auto by_5g = clause.metric == "access.enterprises" ? served_by_5g(park, results, clause.rule) : std::vector<std::uint8_t>(count, 0);
  std::vector<Newcomer> at(count);
  std::vector<std::uint8_t> known(count, 0);
  const auto put = [&](Id<Enterprise> enterprise, Id<Building> building, Point position) {
    if (!enterprise.valid() || known[enterprise.index()] != 0) return;
    known[enterprise.index()] = 1;
    at[enterprise.index()] = {enterprise, building, to_centimetres(position)};
  };
  for (std::size_t b = 0; b < park.buildings->size(); ++b) {
    const Building& building = park.buildings->records()[b];
    put(building.enterprise, Id<Building>(b), centroid(building.footprint));
  }
  for (const Parcel& parcel : *park.parcels) {
    if (!parcel.shape.polygons.empty()) put(parcel.enterprise, {}, centroid(parcel.shape.polygons.front()));
  }
  Newcomers newcomers;
  for (std::size_t i = 0; i < count; ++i) {
    if (by_5g[i] != 0 || fixed_access_works(results, i)) continue;
    if (known[i] != 0) {
      newcomers.found.push_back(at[i]);
    } else {
      newcomers.nowhere.emplace_back(i);
    }
  }
  return newcomers;
}

}  // namespace parktwin::plan
