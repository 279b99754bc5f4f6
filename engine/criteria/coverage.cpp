#include "engine/criteria/coverage.h"

#include <cmath>
#include <limits>

#include "engine/core/parallel.h"
#include "engine/core/vector_clones.h"
#include "engine/criteria/ground.h"

namespace parktwin::criteria {
namespace {

constexpr std::size_t cells_per_chunk = 65'536;

/// Smallest float that is not below the number: the same comparisons, four cells at a time more.
float least_float(double least) {
  const auto nearest = static_cast<float>(least);
  return static_cast<double>(nearest) < least ? std::nextafter(nearest, std::numeric_limits<float>::infinity()) : nearest;
}

PARKTWIN_VECTOR_CLONES void mark_reached(const float* level, float least_dbm, const float* quality, float least_db, std::size_t count,
                                         std::uint8_t* reached) {
  for (std::size_t i = 0; i < count; ++i) reached[i] = level[i] >= least_dbm && quality[i] >= least_db ? 1 : 0;
}

// In double, as has_5g() compares.
PARKTWIN_VECTOR_CLONES void mark_reached_with_margin(const float* __restrict level, const float* __restrict deviation, double least_dbm,
                                                     double deviations, const float* __restrict quality, float least_db, std::size_t count,
                                                     std::uint8_t* __restrict reached) {
  for (std::size_t i = 0; i < count; ++i) {
    const double margin_db = static_cast<double>(level[i]) - (least_dbm + deviations * static_cast<double>(deviation[i]));
    const std::int32_t strong = margin_db >= 0.0 ? 1 : 0;
    const std::int32_t clear = quality[i] >= least_db ? 1 : 0;
    reached[i] = static_cast<std::uint8_t>(strong & clear);
  }
}

PARKTWIN_VECTOR_CLONES void leave_out_outside(const std::uint8_t* place, std::size_t count, std::uint8_t* reached) {
  for (std::size_t i = 0; i < count; ++i) reached[i] = inside_park(place[i]) ? reached[i] : std::uint8_t{0};
}

void serve_circle(Grid<std::uint8_t>& served, Point centre, double radius) {
  const GridFrame& frame = served.frame;
  const std::int32_t first_row = std::max(0, frame.row_of(centre.y - radius));
  const std::int32_t last_row = std::min(frame.rows - 1, frame.row_of(centre.y + radius));
  const std::int32_t first_column = std::max(0, frame.column_of(centre.x - radius));
  const std::int32_t last_column = std::min(frame.columns - 1, frame.column_of(centre.x + radius));
  for (std::int32_t row = first_row; row <= last_row; ++row) {
    for (std::int32_t column = first_column; column <= last_column; ++column) {
      if (distance(frame.centre(column, row), centre) <= radius) served.at(column, row) = 1;
    }
  }
}

/// Serves cells where the strongest access point is on the network and its beacon strong enough.
void serve_by_level(Grid<std::uint8_t>& served, const radio::wifi::Result& wifi, const std::vector<std::uint8_t>& reachable) {
  std::vector<std::uint8_t> works(std::size_t{radio::wifi::no_access_point} + 1);
  for (std::size_t i = 0; i < wifi.access_points.size(); ++i) works[i] = reachable[wifi.access_points[i].node.index()];
  const float least_dbm = least_float(radio::wifi::served_level.value());
  parallel_chunks(served.values.size(), cells_per_chunk, [&](std::size_t begin, std::size_t end) {
    for (std::size_t cell = begin; cell < end; ++cell) {
      if (wifi.level_dbm.values[cell] >= least_dbm && works[wifi.access_point.values[cell]] != 0) served.values[cell] = 1;
    }
  });
}

}  // namespace

Grid<std::uint8_t> served_by_wire(const Results& results, const Park& park) {
  const Grid<std::uint8_t>& place = results.radio.place;
  Grid<std::uint8_t> served(place.frame);
  std::vector<std::uint8_t> connected(park.buildings->size(), 0);
  std::vector<std::uint8_t> reachable(park.network_nodes->size(), 0);
  const bool simulated = !place.empty() && results.radio.wifi.level_dbm.values.size() == place.values.size();
  for (const auto& reach : results.wired.topology.nodes) {
    if (!reach.reachable) continue;
    const NetworkNode& node = (*park.network_nodes)[reach.node];
    reachable[reach.node.index()] = 1;
    if (node.kind == NodeKind::wifi_access_point && !simulated) serve_circle(served, node.position, node.service_radius.value());
    if (node.building.valid()) connected[node.building.index()] = 1;
  }
  if (simulated) serve_by_level(served, results.radio.wifi, reachable);
  for (std::size_t i = 0; i < connected.size(); ++i) {
    const Building& building = park.buildings->records()[i];
    if (connected[i] == 0 || !building.is_public) continue;
    for_each_park_cell(place, building.footprint, [&](std::size_t cell) { served.values[cell] = 1; });
  }
  return served;
}

bool has_5g(const radio::Result& radio, const CoverageRule& rule, std::size_t cell) {
  double least_dbm = rule.minimum_rsrp.value();
  if (rule.shadowing_margin_deviations > 0.0) least_dbm += rule.shadowing_margin_deviations * radio.shadowing_deviation_db.values[cell];
  // NaN, where no cell reaches, compares false.
  return radio.rsrp_dbm.values[cell] >= least_dbm && radio.sinr_db.values[cell] >= rule.minimum_sinr.value();
}

Grid<std::uint8_t> covered_by_5g(const Results& results, const CoverageRule& rule) {
  const auto& radio = results.radio;
  const std::size_t size = radio.place.values.size();
  Grid<std::uint8_t> covered(radio.place.frame);
  const bool with_margin = rule.shadowing_margin_deviations > 0.0;
  if (radio.rsrp_dbm.values.size() != size || radio.sinr_db.values.size() != size) return covered;
  if (with_margin && radio.shadowing_deviation_db.values.size() != size) return covered;
  const float least_dbm = least_float(rule.minimum_rsrp.value());
  const float least_db = least_float(rule.minimum_sinr.value());
  const auto* const level = radio.rsrp_dbm.values.data();
  const auto* const quality = radio.sinr_db.values.data();
  parallel_chunks(size, cells_per_chunk, [&](std::size_t begin, std::size_t end) {
    if (with_margin) {
      mark_reached_with_margin(level + begin, radio.shadowing_deviation_db.values.data() + begin, rule.minimum_rsrp.value(),
                               rule.shadowing_margin_deviations, quality + begin, least_db, end - begin, covered.values.data() + begin);
    } else {
      mark_reached(level + begin, least_dbm, quality + begin, least_db, end - begin, covered.values.data() + begin);
    }
    leave_out_outside(radio.place.values.data() + begin, end - begin, covered.values.data() + begin);
  });
  return covered;
}

Grid<std::uint8_t> public_service(const Results& results, const Park& park, const CoverageRule& rule) {
  const Grid<std::uint8_t>& place = results.radio.place;
  Grid<std::uint8_t> service(place.frame, static_cast<std::uint8_t>(PublicService::not_public));
  const Grid<std::uint8_t> by_radio = covered_by_5g(results, rule);
  const Grid<std::uint8_t> by_wire = served_by_wire(results, park);
  const Grid<std::int32_t> owner = public_owner(place, park);
  for (std::size_t cell = 0; cell < service.values.size(); ++cell) {
    if (owner.values[cell] == no_owner) continue;
    PublicService state = PublicService::unserved;
    if (by_wire.values[cell] != 0) state = PublicService::wired;
    if (by_radio.values[cell] != 0) state = PublicService::radio;
    service.values[cell] = static_cast<std::uint8_t>(state);
  }
  return service;
}

}  // namespace parktwin::criteria
