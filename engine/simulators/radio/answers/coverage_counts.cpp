#include "engine/simulators/radio/answers/coverage_counts.h"

#include "engine/core/parallel.h"
#include "engine/simulators/radio/answers/level_steps.h"

namespace parktwin::radio::answers {
namespace {

constexpr std::size_t rows_per_chunk = 128;

using Counters = std::vector<std::uint32_t>;

// Histograms numbered through: zones and enterprises outdoors and indoors, buildings.
struct Groups {
  std::size_t first_enterprise = 0;
  std::size_t first_building = 0;
  std::size_t count = 0;

  explicit Groups(const Park& park)
      : first_enterprise(2 * park.zones->size()),
        first_building(first_enterprise + 2 * park.enterprises->size()),
        count(first_building + park.buildings->size()) {}
};

void count_cell(const MapView& map, const GroundHolders& holders, const ServedRule& rule, const LevelSteps& steps, const Groups& groups,
                std::size_t cell, Counters& counters) {
  const std::size_t inside = map.place.values[cell] == indoors ? 1 : 0;
  const float level_dbm = map.rsrp_dbm.values[cell];
  const std::size_t slot = steps.slot(level_dbm, rule.holds(level_dbm, map.sinr_db.values[cell]));
  const auto add = [&](std::size_t group) { ++counters[group * steps.slots() + slot]; };
  if (const std::int32_t zone = holders.zone(cell); zone != held_by_none) add(2 * static_cast<std::size_t>(zone) + inside);
  if (const std::int32_t enterprise = holders.enterprise(cell); enterprise != held_by_none) {
    add(groups.first_enterprise + 2 * static_cast<std::size_t>(enterprise) + inside);
  }
  if (inside != 0 && holders.building(cell) != held_by_none) {
    add(groups.first_building + static_cast<std::size_t>(holders.building(cell)));
  }
}

}  // namespace

CoverageCounts count_coverage(const Park& park, const MapView& map, const GroundHolders& holders, const ServedRule& rule,
                              std::span<const double> thresholds_dbm) {
  const LevelSteps steps(thresholds_dbm);
  const Groups groups(park);
  const GridFrame& frame = map.place.frame;
  const auto rows = static_cast<std::size_t>(frame.rows);
  const auto columns = static_cast<std::size_t>(frame.columns);
  std::vector<Counters> parts((rows + rows_per_chunk - 1) / rows_per_chunk);
  parallel_chunks(rows, rows_per_chunk, [&](std::size_t begin, std::size_t end) {
    Counters& counters = parts[begin / rows_per_chunk];
    counters.resize(groups.count * steps.slots());
    for (std::size_t cell = begin * columns; cell < end * columns; ++cell) {
      if (map.place.values[cell] != outside_park) count_cell(map, holders, rule, steps, groups, cell, counters);
    }
  });
  Counters total(groups.count * steps.slots());
  for (const auto& part : parts) {
    for (std::size_t i = 0; i < total.size(); ++i) total[i] += part[i];
  }
  const double cell_area_m2 = frame.cell_size * frame.cell_size;
  const auto shares = [&](std::size_t group) {
    return steps.shares(std::span(total).subspan(group * steps.slots(), steps.slots()), cell_area_m2);
  };
  CoverageCounts result;
  for (std::size_t i = 0; i < park.zones->size(); ++i) result.zones.push_back({Id<Zone>(i), shares(2 * i), shares(2 * i + 1)});
  for (std::size_t i = 0; i < park.enterprises->size(); ++i) {
    const std::size_t group = groups.first_enterprise + 2 * i;
    result.enterprises.push_back({Id<Enterprise>(i), shares(group), shares(group + 1)});
  }
  for (std::size_t i = 0; i < park.buildings->size(); ++i) {
    result.buildings.push_back({Id<Building>(i), shares(groups.first_building + i)});
  }
  return result;
}

}  // namespace parktwin::radio::answers
