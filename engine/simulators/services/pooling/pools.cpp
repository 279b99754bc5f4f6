#include "engine/simulators/services/pooling/pools.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "engine/core/geometry.h"
#include "engine/simulators/services/pooling/road_distances.h"

namespace parktwin::services::pooling {
namespace {

constexpr double detour = 1.3;  // of roads over the straight line where they do not connect: assumption

/// The largest building of an enterprise, else its largest parcel.
std::optional<Point> place_of(const Park& park, Id<Enterprise> enterprise) {
  std::optional<Point> place;
  double largest = 0.0;
  for (const auto& building : *park.buildings) {
    if (building.enterprise != enterprise || area(building.footprint) <= largest) continue;
    largest = area(building.footprint);
    place = centroid(building.footprint);
  }
  if (place) return place;
  for (const auto& parcel : *park.parcels) {
    if (parcel.enterprise != enterprise || area(parcel.shape) <= largest) continue;
    largest = area(parcel.shape);
    place = centroid(parcel.shape);
  }
  return place;
}

/// Those to whose building enterprises go, or whose crew comes from there; the others come over the network or are asked for.
bool is_gone_to(ResourceKind kind) {
  switch (kind) {
    case ResourceKind::spare_parts:
    case ResourceKind::warehouse_docks:
    case ResourceKind::laboratory:
    case ResourceKind::machine:
    case ResourceKind::maintenance_crew:
    case ResourceKind::group_purchasing:
      return true;
    default:
      return false;
  }
}

void add_ways(const Park& park, const SharedService& service, const std::vector<Id<Enterprise>>& users, Pool& pool,
              std::vector<Note>& notes) {
  std::vector<Point> places;
  std::size_t unplaced = 0;
  const Point home = service.building.valid() ? centroid((*park.buildings)[service.building].footprint) : Point{};
  for (const Id<Enterprise> user : users) {
    const auto place = place_of(park, user);
    unplaced += place ? 0 : 1;
    places.push_back(place.value_or(home));
  }
  places.push_back(home);
  const auto km = road_distances(park.roads->records(), places);
  std::size_t apart = 0;
  pool.drive_km.assign(places.size(), std::vector<double>(places.size()));
  pool.drive_h = pool.drive_km;
  for (std::size_t i = 0; i < places.size(); ++i) {
    for (std::size_t j = 0; j < places.size(); ++j) {
      apart += km[i][j] ? 0 : 1;
      pool.drive_km[i][j] = km[i][j].value_or(1e-3 * detour * distance(places[i], places[j]));
      pool.drive_h[i][j] = pool.drive_km[i][j] / pool.resource->speed_kmh;
    }
  }
  const std::string place = "shared resource " + pool.resource->id;
  if (apart > 0)
    notes.push_back({NoteKind::assumption, place,
                     fmt::format("{} of its ways are not connected by roads; 1.3 times the straight line is taken.", apart)});
  if (unplaced > 0)
    notes.push_back({NoteKind::assumption, place,
                     fmt::format("{} of its enterprises have neither building nor parcel and stand at its depot.", unplaced)});
}

/// To the depot alone, the last place.
void keep_ways_to_depot(Pool& pool) {
  for (std::size_t i = 0; i < pool.enterprises(); ++i) {
    pool.way_km.push_back(pool.drive_km[i].back());
    pool.way_h.push_back(pool.drive_h[i].back());
  }
  pool.drive_km.clear();
  pool.drive_h.clear();
}

/// Where it is offered, an enterprise hires when its own would be overloaded or cost more in a year.
void choose_hiring(Pool& pool) {
  const SharedResource& resource = *pool.resource;
  const double each = resource.outside_price_per_request.value() + resource.outside_wait_h * resource.wait_cost_per_h.value();
  if (!(resource.outside_price_per_request > Yuan())) return;
  for (const double rate : pool.requests_per_h) {
    const double requests_per_h = rate * std::max(1, resource.sources);
    const bool overloaded = resource.sources == 0 && requests_per_h * resource.service_h >= resource.own_servers;
    const double own = resource.own_servers * resource.own_server_cost_per_year.value();
    pool.hires.push_back(overloaded || each * requests_per_h * resource.operating_hours_per_year < own);
  }
}

}  // namespace

Pool make_pool(const Park& park, const SharedResource& resource, const Options& options, std::vector<Note>& notes) {
  Pool pool;
  pool.resource = &resource;
  const double hours = resource.operating_hours_per_year;
  pool.warm_up_h = options.warm_up_years * hours;
  pool.end_h = pool.warm_up_h + options.years * hours;
  const SharedService& service = (*park.shared_services)[resource.service];
  const std::set<Id<Enterprise>> unique(service.enterprises.begin(), service.enterprises.end());
  const std::vector<Id<Enterprise>> users(unique.begin(), unique.end());
  double employees = 0.0;
  for (const auto user : users) employees += (*park.enterprises)[user].employees;
  for (const auto user : users) {
    const double weight = resource.by_employees && employees > 0.0
                              ? (*park.enterprises)[user].employees * static_cast<double>(users.size()) / employees
                              : 1.0;
    pool.requests_per_h.push_back(resource.requests_per_year * weight / hours);
  }
  if (resource.kind == ResourceKind::trucks && !users.empty()) add_ways(park, service, users, pool, notes);
  if (is_gone_to(resource.kind) && service.building.valid() && !users.empty()) {
    add_ways(park, service, users, pool, notes);
    keep_ways_to_depot(pool);
  }
  choose_hiring(pool);
  return pool;
}

}  // namespace parktwin::services::pooling
