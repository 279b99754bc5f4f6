#include "engine/simulators/radio/answers/unserved_places.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "engine/simulators/radio/answers/unserved_areas.h"

namespace parktwin::radio::answers {
namespace {

constexpr std::int32_t outdoor_key = -1;  // indoors the building's index

double level_needed_dbm(const ServedRule& rule, double noise_dbm) {
  return std::max(rule.minimum_rsrp_dbm, rule.minimum_sinr_db + noise_dbm);
}

template <class Visit>
void for_each_cell(const GridFrame& frame, const ConnectedArea& area, Visit&& visit) {
  for (const Run& run : area.runs) {
    for (std::int32_t column = run.begin; column < run.end; ++column) visit(frame.index(column, run.row), column, run.row);
  }
}

/// The reason that most cells share and the cell in the middle of those that have it.
struct Verdict {
  UnservedReason reason = UnservedReason::too_far;
  std::size_t cells = 0;
  std::size_t middle = 0;
};

Verdict judge(const MapView& map, const ServedRule& rule, const ServerFacts& facts, const ConnectedArea& area) {
  constexpr std::size_t reasons = names_of(UnservedReason{}).size();
  std::array<std::size_t, reasons> counts{};
  std::array<Point, reasons> sums{};
  for_each_cell(map.place.frame, area, [&](std::size_t cell, std::int32_t column, std::int32_t row) {
    const auto reason = static_cast<std::size_t>(reason_at(map, rule, facts, cell));
    ++counts[reason];
    sums[reason].x += column;
    sums[reason].y += row;
  });
  const auto most = static_cast<std::size_t>(std::max_element(counts.begin(), counts.end()) - counts.begin());
  Verdict verdict{.reason = static_cast<UnservedReason>(most), .cells = counts[most], .middle = 0};
  const auto count = static_cast<double>(counts[most]);
  const Point middle{sums[most].x / count, sums[most].y / count};
  double nearest = std::numeric_limits<double>::infinity();
  for_each_cell(map.place.frame, area, [&](std::size_t cell, std::int32_t column, std::int32_t row) {
    const double away = distance(middle, {static_cast<double>(column), static_cast<double>(row)});
    if (away >= nearest || reason_at(map, rule, facts, cell) != verdict.reason) return;
    nearest = away;
    verdict.middle = cell;
  });
  return verdict;
}

void name_building(const Park& park, std::int32_t number, UnservedPlace& place) {
  place.building = Id<Building>(static_cast<std::size_t>(number));
  const Building& building = (*park.buildings)[place.building];
  place.enterprise = building.enterprise;
  place.name = building.name.empty() && building.enterprise.valid() ? (*park.enterprises)[building.enterprise].name : building.name;
}

// Outdoors: public zones before parcels, as public ground is counted.
void name_ground(const Park& park, const GridFrame& frame, const GroundHolders& holders, const ConnectedArea& area, UnservedPlace& place) {
  std::map<std::pair<bool, std::int32_t>, std::size_t> votes;  // of parcels (true) and zones by number
  for_each_cell(frame, area, [&](std::size_t cell, std::int32_t, std::int32_t) {
    const bool by_parcel = !holders.is_public(cell);
    ++votes[{by_parcel, by_parcel ? holders.parcel(cell) : holders.zone(cell)}];
  });
  const auto most = std::max_element(votes.begin(), votes.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  const auto [by_parcel, number] = most->first;
  if (by_parcel) {
    place.parcel = Id<Parcel>(static_cast<std::size_t>(number));
    place.enterprise = (*park.parcels)[place.parcel].enterprise;
    if (place.enterprise.valid()) place.name = (*park.enterprises)[place.enterprise].name;
  } else {
    place.zone = Id<Zone>(static_cast<std::size_t>(number));
    place.name = (*park.zones)[place.zone].name;
  }
}

void measure(const MapView& map, const ServedRule& rule, const ServerFacts& facts, std::size_t cell, UnservedPlace& place) {
  const std::uint16_t server = map.best_server.values[cell];
  if (server == nobody) return;
  place.server = Id<RadioCell>(server);
  place.rsrp_dbm = static_cast<double>(map.rsrp_dbm.values[cell]);
  place.sinr_db = static_cast<double>(map.sinr_db.values[cell]);
  place.missing_db = place.reason == UnservedReason::interference ? rule.minimum_sinr_db - place.sinr_db
                                                                  : level_needed_dbm(rule, facts.noise_dbm[server]) - place.rsrp_dbm;
  if (place.indoor) place.indoor_loss_db = static_cast<double>(facts.indoor_db[server][cell]);
}

}  // namespace

UnservedReason reason_at(const MapView& map, const ServedRule& rule, const ServerFacts& facts, std::size_t map_cell) {
  const std::uint16_t server = map.best_server.values[map_cell];
  if (server == nobody) return UnservedReason::too_far;
  const double needed_dbm = level_needed_dbm(rule, facts.noise_dbm[server]);
  const auto level_dbm = static_cast<double>(map.rsrp_dbm.values[map_cell]);
  if (level_dbm >= needed_dbm) return UnservedReason::interference;
  if (map.place.values[map_cell] == indoors && level_dbm + static_cast<double>(facts.indoor_db[server][map_cell]) >= needed_dbm) {
    return UnservedReason::walls;
  }
  return map.line_of_sight.values[map_cell] != 0 ? UnservedReason::weak : UnservedReason::blocked;
}

UnservedPlaces find_unserved(const Park& park, const MapView& map, const GroundHolders& holders, const ServedRule& rule,
                             const ServerFacts& facts, double smallest_area_m2) {
  const GridFrame& frame = map.place.frame;
  const auto areas = connected_areas(frame, [&](std::size_t cell) {
    const std::uint8_t where = map.place.values[cell];
    if (where == outside_park || rule.holds(map.rsrp_dbm.values[cell], map.sinr_db.values[cell])) return no_key;
    if (!holders.is_public(cell) && holders.enterprise(cell) == held_by_none) return no_key;
    return where == indoors ? holders.building(cell) : outdoor_key;
  });
  const double cell_area_m2 = frame.cell_size * frame.cell_size;
  UnservedPlaces result;
  std::vector<const ConnectedArea*> reported;
  for (const auto& area : areas) {
    const double area_m2 = static_cast<double>(area.cells) * cell_area_m2;
    if (area_m2 >= smallest_area_m2) {
      reported.push_back(&area);
    } else {
      ++result.small.count;
      result.small.area_m2 += area_m2;
    }
  }
  std::stable_sort(reported.begin(), reported.end(), [](const auto* a, const auto* b) { return a->cells > b->cells; });
  for (const ConnectedArea* area : reported) {
    const double area_m2 = static_cast<double>(area->cells) * cell_area_m2;
    if (result.places.size() == most_unserved_places) {
      ++result.more.count;
      result.more.area_m2 += area_m2;
      continue;
    }
    const Verdict verdict = judge(map, rule, facts, *area);
    UnservedPlace place;
    place.area_m2 = area_m2;
    const auto columns = static_cast<std::size_t>(frame.columns);
    place.position = frame.centre(static_cast<std::int32_t>(verdict.middle % columns), static_cast<std::int32_t>(verdict.middle / columns));
    place.indoor = area->key != outdoor_key;
    place.reason = verdict.reason;
    place.reason_share = static_cast<double>(verdict.cells) / static_cast<double>(area->cells);
    if (place.indoor) {
      name_building(park, area->key, place);
    } else {
      name_ground(park, frame, holders, *area, place);
    }
    measure(map, rule, facts, verdict.middle, place);
    result.places.push_back(std::move(place));
    result.map_cells.push_back(verdict.middle);
  }
  return result;
}

}  // namespace parktwin::radio::answers
