#include "engine/criteria/coverage_metrics.h"

#include <fmt/format.h>

#include <array>
#include <cstdint>
#include <numeric>

#include "engine/criteria/coverage.h"
#include "engine/criteria/ground.h"
#include "engine/criteria/where.h"

namespace parktwin::criteria {
namespace {

constexpr std::array<std::string_view, 3> coverage_fields = {"minimum_rsrp_dbm", "minimum_sinr_db", "shadowing_margin_deviations"};
enum class Ground { all, outdoors };

double cell_area(const Facts& facts) {
  const double side = facts.results.radio.place.frame.cell_size;
  return side * side;
}

/// Cells that count and cells that are served, over the park and by owner.
struct Tally {
  explicit Tally(const Park& park)
      : counted_by_owner(static_cast<std::size_t>(OwnerNumbers(park).count) + 1), unserved_by_owner(counted_by_owner) {}

  void add(const OwnedRun& run, std::int64_t served) {
    const auto slot = static_cast<std::size_t>(run.owner - no_owner);
    const std::int64_t cells = run.end - run.begin;
    counted_by_owner[slot] += cells;
    unserved_by_owner[slot] += cells - served;
  }

  std::vector<std::int64_t> counted_by_owner;  ///< no_owner first, then the owners
  std::vector<std::int64_t> unserved_by_owner;
};

Measurement measured(const Tally& tally, const Facts& facts, Text reason_when_empty) {
  const auto counted = std::accumulate(tally.counted_by_owner.begin(), tally.counted_by_owner.end(), std::int64_t{0});
  const auto unserved = std::accumulate(tally.unserved_by_owner.begin(), tally.unserved_by_owner.end(), std::int64_t{0});
  Measurement measurement = share(static_cast<double>(counted - unserved), static_cast<double>(counted), std::move(reason_when_empty));
  if (!measurement.measured()) return measurement;
  measurement.scale = cell_area(facts);
  std::vector<Shortfall> shortfalls;
  for (std::size_t slot = 0; slot < tally.counted_by_owner.size(); ++slot) {
    if (tally.unserved_by_owner[slot] == 0) continue;
    const double square_metres = static_cast<double>(tally.unserved_by_owner[slot]) * measurement.scale;
    const Text lacking = shown_area(square_metres);
    const Text whole = shown_area(static_cast<double>(tally.counted_by_owner[slot]) * measurement.scale);
    const Text reason = {fmt::format("{} of {} unserved", lacking.en, whole.en), fmt::format("{}中有 {}未覆盖", whole.zh, lacking.zh)};
    shortfalls.push_back({square_metres, named(owner_label(static_cast<std::int32_t>(slot) + no_owner, facts.park), reason)});
  }
  measurement.where = largest_first(std::move(shortfalls));
  return measurement;
}

bool counts(Ground ground, const OwnedRun& run) { return ground == Ground::all || run.outdoors; }

Measurement park_share(const Facts& facts, const Rule& rule, Ground ground) {
  if (Text gap = radio_map_gap(facts, rule); !gap.empty()) return not_measured(gap.en, gap.zh);
  const auto& covered = facts.ground->covered(rule.coverage);
  Tally tally(facts.park);
  for (const OwnedRun& run : facts.ground->land().park) {
    if (counts(ground, run)) tally.add(run, ones_of(covered, run));
  }
  return measured(tally, facts, {"no cell of the radio map lies inside the park", "无线覆盖图没有位于园区内的栅格"});
}

Measurement public_share(const Facts& facts, const Rule& rule, Ground ground, bool radio_only) {
  if (Text gap = radio_map_gap(facts, rule); !gap.empty()) return not_measured(gap.en, gap.zh);
  const auto& covered = facts.ground->covered(rule.coverage);
  Tally tally(facts.park);
  for (const OwnedRun& run : facts.ground->land().open_to_public) {
    if (!counts(ground, run)) continue;
    tally.add(run, radio_only ? ones_of(covered, run) : ones_of_any(covered, facts.ground->wired(), run));
  }
  return measured(tally, facts, {"the park has no public ground on the map", "地图上没有公共区域"});
}

Measurement park_all(const Facts& facts, const Rule& rule) { return park_share(facts, rule, Ground::all); }
Measurement park_outdoors(const Facts& facts, const Rule& rule) { return park_share(facts, rule, Ground::outdoors); }
Measurement public_any(const Facts& facts, const Rule& rule) { return public_share(facts, rule, Ground::all, false); }
Measurement public_5g(const Facts& facts, const Rule& rule) { return public_share(facts, rule, Ground::all, true); }
Measurement public_outdoors(const Facts& facts, const Rule& rule) { return public_share(facts, rule, Ground::outdoors, false); }

/// Ground of parcels that enterprises use; a cell of two parcels belongs to the first.
Measurement enterprise_parcels(const Facts& facts, const Rule& rule) {
  if (Text gap = radio_map_gap(facts, rule); !gap.empty()) return not_measured(gap.en, gap.zh);
  const auto& covered = facts.ground->covered(rule.coverage);
  Tally tally(facts.park);
  for (const OwnedRun& run : facts.ground->land().parcels) tally.add(run, ones_of(covered, run));
  return measured(tally, facts, {"no parcel of an enterprise lies on the map", "地图上没有企业地块"});
}

}  // namespace

std::vector<Metric> coverage_metrics() {
  return {{"radio.park", MetricKind::share, Origin::simulated, coverage_fields, park_all, RunExtent::coverage},
          {"radio.park_outdoors", MetricKind::share, Origin::simulated, coverage_fields, park_outdoors, RunExtent::coverage},
          {"radio.enterprise_parcels", MetricKind::share, Origin::simulated, coverage_fields, enterprise_parcels, RunExtent::coverage},
          {"public.any_access", MetricKind::share, Origin::simulated, coverage_fields, public_any, RunExtent::coverage},
          {"public.5g_only", MetricKind::share, Origin::simulated, coverage_fields, public_5g, RunExtent::coverage},
          {"public.outdoors", MetricKind::share, Origin::simulated, coverage_fields, public_outdoors, RunExtent::coverage}};
}

}  // namespace parktwin::criteria
