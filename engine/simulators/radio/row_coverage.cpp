#include "engine/simulators/radio/row_coverage.h"

#include <algorithm>
#include <cmath>

#include "engine/simulators/radio/fast_math.h"

namespace parktwin::radio {
namespace {

constexpr float no_level_dbm = -1e30F;
constexpr std::int32_t no_code = -1;

}  // namespace

RowCoverage::RowCoverage(const Scene& scene) : scene_(scene) {
  const auto columns = static_cast<std::size_t>(scene.surface->frame.columns);
  extra_db_.assign(scene.transmitters->frequencies.size(), std::vector<float>(columns));
  const CarrierRow empty{std::vector<float>(columns), std::vector<std::int32_t>(columns), std::vector<float>(columns),
                         std::vector<float>(columns)};
  best_.assign(scene.transmitters->carriers.size(), empty);
  building_.resize(columns);
  seen_.resize(columns);
  for (auto* array : {&device_elevation_m_, &east_, &rise_, &inverse_, &ground_square_, &lg_distance_, &extra_, &loss_, &attenuation_}) {
    array->resize(columns);
  }
  scratch_.resize(3 * columns);
  for (auto* array : {&fading_db_, &field_x_, &field_y_, &field_, &deviation_}) array->resize(scene.fields.empty() ? 0 : columns);
}

void RowCoverage::evaluate(std::int32_t row, Result& result) {
  prepare(row, result);
  if (begin_ == end_) return;
  for (std::size_t mast = 0; mast < scene_.transmitters->masts.size(); ++mast) add_mast(mast, row);
  finish(row, result);
}

void RowCoverage::prepare(std::int32_t row, const Result& result) {
  const GridFrame& frame = scene_.surface->frame;
  const std::size_t start = frame.index(0, row);
  const auto is_inside = [&](std::int32_t column) { return result.place.values[start + static_cast<std::size_t>(column)] != 0; };
  begin_ = 0;
  end_ = frame.columns;
  while (begin_ < end_ && !is_inside(begin_)) ++begin_;
  while (end_ > begin_ && !is_inside(end_ - 1)) --end_;
  const auto receiver_m = static_cast<float>(scene_.options->receiver_height.value());
  const auto loss_per_metre = static_cast<float>(scene_.options->indoor_loss_per_metre.value());
  for (auto column = static_cast<std::size_t>(begin_); column < static_cast<std::size_t>(end_); ++column) {
    const SurfaceCell& cell = scene_.surface->values[start + column];
    device_elevation_m_[column] = cell.ground_m + receiver_m;
    building_[column] = cell.building;
    for (std::size_t f = 0; f < extra_db_.size(); ++f) {
      extra_db_[f][column] = cell.building == no_building ? 0.0F
                                                          : scene_.wall_loss_db[f][static_cast<std::size_t>(cell.building)] +
                                                                loss_per_metre * cell.facade_distance_m;
    }
  }
  for (auto& carrier : best_) {
    std::fill(carrier.level_dbm.begin(), carrier.level_dbm.end(), no_level_dbm);
    std::fill(carrier.code.begin(), carrier.code.end(), no_code);
    std::fill(carrier.loaded_mw.begin(), carrier.loaded_mw.end(), 0.0F);
    std::fill(carrier.others_mw.begin(), carrier.others_mw.end(), 0.0F);
  }
}

void RowCoverage::add_mast(std::size_t mast_index, std::int32_t row) {
  const GridFrame& frame = scene_.surface->frame;
  const Mast& mast = scene_.transmitters->masts[mast_index];
  const double north_m = frame.centre(0, row).y - mast.point.position.y;
  const double reach_m = scene_.options->maximum_distance.value();
  if (std::abs(north_m) > reach_m) return;
  const double half_m = std::sqrt(reach_m * reach_m - north_m * north_m);
  const double here = (mast.point.position.x - frame.origin.x) / frame.cell_size - 0.5;
  const auto nearest = [&](double column) { return static_cast<std::int32_t>(std::clamp(column, -1.0, frame.columns + 1.0)); };
  const std::int32_t first = std::max(begin_, nearest(std::ceil(here - half_m / frame.cell_size)));
  const std::int32_t last = std::min(end_ - 1, nearest(std::floor(here + half_m / frame.cell_size)));
  if (first > last) return;
  RowGeometry geometry;
  geometry.count = static_cast<std::size_t>(last) + 1 - static_cast<std::size_t>(first);
  geometry.first_east_m = static_cast<float>(frame.centre(first, row).x - mast.point.position.x);
  geometry.step_m = static_cast<float>(frame.cell_size);
  geometry.north_m = static_cast<float>(north_m);
  geometry.antenna_m = static_cast<float>(mast.point.elevation_m);
  const auto offset = static_cast<std::size_t>(first);
  look_around(mast_index, geometry, row, offset);
  std::size_t frequency = scene_.transmitters->frequencies.size();
  for (const auto& transmitter : mast.transmitters) {
    if (transmitter.frequency != frequency) {
      frequency = transmitter.frequency;
      const float* extra = extra_db_[frequency].data() + offset;
      if (!scene_.fields.empty()) {
        for (std::size_t i = 0; i < geometry.count; ++i) extra_[i] = extra[i] + fading_db_[i];
        extra = extra_.data();
      }
      row_losses(transmitter.law, geometry.count, ground_square_.data(), lg_distance_.data(), seen_.data(), extra, loss_.data());
    }
    row_attenuations(scene_.transmitters->patterns[transmitter.pattern], transmitter.orientation, geometry, east_.data(), rise_.data(),
                     inverse_.data(), attenuation_.data(), scratch_.data());
    CarrierRow& best = best_[transmitter.carrier];
    row_accumulate(
        geometry.count, static_cast<float>(transmitter.peak_dbm), static_cast<float>(transmitter.load), transmitter.cell, loss_.data(),
        attenuation_.data(), seen_.data(),
        {best.level_dbm.data() + offset, best.code.data() + offset, best.loaded_mw.data() + offset, best.others_mw.data() + offset});
  }
}

void RowCoverage::look_around(std::size_t mast_index, const RowGeometry& geometry, std::int32_t row, std::size_t first) {
  row_geometry(geometry, device_elevation_m_.data() + first, east_.data(), rise_.data(), inverse_.data(), ground_square_.data(),
               lg_distance_.data());
  const SightMap& sight = scene_.sights[mast_index];
  for (std::size_t i = 0; i < geometry.count; ++i) seen_[i] = sight.seen(static_cast<std::int32_t>(first + i), row) ? 1 : 0;
  if (!scene_.fields.empty()) fade(mast_index, geometry, first);
}

void RowCoverage::fade(std::size_t mast_index, const RowGeometry& geometry, std::size_t first) {
  const Environment environment = scene_.transmitters->masts[mast_index].environment;
  for (std::size_t i = 0; i < geometry.count; ++i) {
    const bool indoor = building_[first + i] != no_building;
    const auto unit_m = static_cast<float>(correlation_distance(environment, seen_[i] != 0, indoor).value());
    field_x_[i] = east_[i] / unit_m;
    field_y_[i] = geometry.north_m / unit_m;
    deviation_[i] = static_cast<float>(shadowing_deviation(environment, seen_[i] != 0, indoor).value());
  }
  const std::size_t count = geometry.count;
  scene_.fields[mast_index].evaluate(std::span(field_x_).first(count), std::span(field_y_).first(count), std::span(field_).first(count));
  for (std::size_t i = 0; i < count; ++i) fading_db_[i] = deviation_[i] * field_[i];
}

void RowCoverage::finish(std::int32_t row, Result& result) const {
  const std::size_t start = result.place.frame.index(0, row);
  for (auto column = static_cast<std::size_t>(begin_); column < static_cast<std::size_t>(end_); ++column) {
    if (result.place.values[start + column] != 0) finish_cell(column, start + column, result);
  }
}

void RowCoverage::finish_cell(std::size_t column, std::size_t cell, Result& result) const {
  std::size_t serving = best_.size();
  for (std::size_t carrier = 0; carrier < best_.size(); ++carrier) {
    if (best_[carrier].code[column] == no_code) continue;
    if (serving == best_.size() || best_[carrier].level_dbm[column] > best_[serving].level_dbm[column]) serving = carrier;
  }
  if (serving == best_.size()) return;
  float disturbance_mw = scene_.noise_mw[serving];
  for (std::size_t carrier = 0; carrier < best_.size(); ++carrier) {
    const float servers_mw = carrier == serving ? 0.0F : best_[carrier].loaded_mw[column];
    disturbance_mw += scene_.coupling[serving][carrier] * (best_[carrier].others_mw[column] + servers_mw);
  }
  const float level_dbm = best_[serving].level_dbm[column];
  const std::int32_t code = best_[serving].code[column];
  const auto server = static_cast<std::uint16_t>(code / 2);
  const bool seen = code % 2 != 0;
  const std::int32_t building = building_[column];
  Decibel deviation = shadowing_deviation(scene_.environment[server], seen, building != no_building);
  if (building != no_building) {
    deviation = combined_deviation(deviation, Decibel(scene_.wall_deviation_db[static_cast<std::size_t>(building)]));
  }
  result.rsrp_dbm.values[cell] = level_dbm;
  result.sinr_db.values[cell] = level_dbm - 10.0F * fast_log10(disturbance_mw);
  result.best_server.values[cell] = server;
  result.line_of_sight.values[cell] = seen ? 1 : 0;
  result.shadowing_deviation_db.values[cell] = static_cast<float>(deviation.value());
}

}  // namespace parktwin::radio
