#include "engine/simulators/radio/row_evaluator.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "engine/simulators/radio/rural_path_loss.h"

#include "engine/simulators/radio/hall_levels.h"
#include "engine/simulators/radio/scattered_power.h"

namespace parktwin::radio {

RowEvaluator::RowEvaluator(const Scene& scene) : scene_(&scene) {}

void RowEvaluator::begin_row(std::int32_t row, std::int32_t begin, std::int32_t end) {
  is_row_ = true;
  row_begin_ = {begin, row};
  chosen_ = static_cast<std::size_t>(end - begin);
  resize(chosen_);
}

void RowEvaluator::begin_cells(std::span<const MapCell> cells) {
  is_row_ = false;
  cells_.assign(cells.begin(), cells.end());
  chosen_ = cells.size();
  resize(chosen_);
}

void RowEvaluator::resize(std::size_t count) {
  if (count <= east_.size()) return;
  for (auto* array : {&device_m_, &east_, &north_, &rise_, &inverse_, &ground_square_, &lg_distance_, &rise_out_, &inverse_out_, &extra_,
                      &loss_, &attenuation_, &received_}) {
    array->resize(count);
  }
  scratch_.resize(3 * count);
  seen_.resize(count);
  building_.resize(count);
  for (auto& plane : edge_) plane.resize(count);
  departure_.resize(count);
  spreading_.resize(count);
  vegetation_.resize(count);
  detour_.resize(count);
  if (!scene_->options.calibration.classes.empty()) correction_db_.resize(count);
  if (scene_->fields.empty()) return;
  for (auto* array : {&field_x_, &field_y_, &field_, &deviation_}) array->resize(count);
}

void RowEvaluator::reach_in_row(const Mast& mast, const Window& window) {
  const GridFrame& frame = scene_->obstacles->surface.frame;
  const double reach_m = scene_->options.maximum_distance.value();
  count_ = 0;
  if (chosen_ == 0 || row_begin_.row < window.first_row || row_begin_.row >= window.first_row + window.rows) return;
  const double north_m = frame.centre(0, row_begin_.row).y - mast.point.position.y;
  if (std::abs(north_m) > reach_m) return;
  const double half = std::sqrt(reach_m * reach_m - north_m * north_m) / frame.cell_size;
  const double here = (mast.point.position.x - frame.origin.x) / frame.cell_size - 0.5;
  const auto nearest = [&](double column) { return static_cast<std::int32_t>(std::clamp(column, -1.0, frame.columns + 1.0)); };
  const std::int32_t begin = std::max({row_begin_.column, nearest(std::ceil(here - half)), window.first_column});
  const std::int32_t last = std::min({row_begin_.column + static_cast<std::int32_t>(chosen_) - 1, nearest(std::floor(here + half)),
                                      window.first_column + window.columns - 1});
  if (begin > last) return;
  first_ = static_cast<std::size_t>(begin - row_begin_.column);
  count_ = static_cast<std::size_t>(last - begin) + 1;
}

void RowEvaluator::reach_in_list(const Mast& mast, const Window& window) {
  const GridFrame& frame = scene_->obstacles->surface.frame;
  const double reach_m = scene_->options.maximum_distance.value();
  const double here = (mast.point.position.x - frame.origin.x) / frame.cell_size - 0.5;
  reached_.clear();
  for (std::size_t i = 0; i < cells_.size(); ++i) {
    const double north_m = frame.centre(0, cells_[i].row).y - mast.point.position.y;
    if (std::abs(north_m) > reach_m || !window.holds(cells_[i].column, cells_[i].row)) continue;
    const double half = std::sqrt(reach_m * reach_m - north_m * north_m) / frame.cell_size;
    if (cells_[i].column >= std::ceil(here - half) && cells_[i].column <= std::floor(here + half)) {
      reached_.push_back(static_cast<std::uint32_t>(i));
    }
  }
  count_ = reached_.size();
}

std::size_t RowEvaluator::begin_mast(std::size_t number) {
  const Mast& mast = scene_->transmitters.masts[number];
  const SiteGeometry& geometry = *scene_->geometries[number];
  if (is_row_) {
    reach_in_row(mast, geometry.window);
  } else {
    reach_in_list(mast, geometry.window);
  }
  detours_.clear();
  rural_ = mast.environment == Environment::rural_macro;
  frequency_ = scene_->transmitters.frequencies.size();
  if (count_ == 0) return 0;
  const GridFrame& frame = scene_->obstacles->surface.frame;
  for (std::size_t i = 0; i < count_; ++i) {
    const MapCell cell = reached_cell(i);
    const Point centre = frame.centre(cell.column, cell.row);
    east_[i] = static_cast<float>(centre.x - mast.point.position.x);
    north_[i] = static_cast<float>(centre.y - mast.point.position.y);
  }
  hall_ = mast.hall ? &*mast.hall : nullptr;
  if (hall_ != nullptr) {
    begin_hall(number);
    return count_;
  }
  const float* const device_m = take(scene_->ground->device_m, device_m_);
  row_geometry(count_, static_cast<float>(mast.point.elevation_m), device_m, east_.data(), north_.data(), rise_.data(), inverse_.data(),
               ground_square_.data(), lg_distance_.data());
  take_codes(geometry);
  row_departures(count_, codes_, east_.data(), north_.data(), rise_.data(), inverse_.data(), seen_.data(), rise_out_.data(),
                 inverse_out_.data());
  if (bends()) find_detours(geometry);
  if (!scene_->fields.empty()) fade(mast, scene_->fields[number]);
  return count_;
}

// Straight ways through the hall and its walls. Inside, devices stand on the hall's floor.
void RowEvaluator::begin_hall(std::size_t number) {
  const auto& surface = scene_->obstacles->surface;
  const auto on_floor_m = static_cast<float>(hall_->floor_m + scene_->options.receiver_height.value());
  for (std::size_t i = 0; i < count_; ++i) {
    const std::size_t at = surface.frame.index(reached_cell(i).column, reached_cell(i).row);
    building_[i] = surface.values[at].building;
    seen_[i] = 0;
    device_m_[i] = building_[i] == hall_->building ? on_floor_m : scene_->ground->device_m[at];
  }
  row_geometry(count_, static_cast<float>(scene_->transmitters.masts[number].point.elevation_m), device_m_.data(), east_.data(),
               north_.data(), rise_.data(), inverse_.data(), ground_square_.data(), lg_distance_.data());
  if (scene_->fields.empty()) return;
  for (std::size_t i = 0; i < count_; ++i) {
    field_x_[i] = east_[i] / hall_correlation_m;
    field_y_[i] = north_[i] / hall_correlation_m;
  }
  scene_->fields[number].evaluate(std::span(field_x_).first(count_), std::span(field_y_).first(count_), std::span(field_).first(count_));
}

// A row reads the frame's planes where they are.
const float* RowEvaluator::take(const std::vector<float>& plane, std::vector<float>& own) const {
  const GridFrame& frame = scene_->obstacles->surface.frame;
  if (is_row_) return plane.data() + frame.index(reached_cell(0).column, row_begin_.row);
  for (std::size_t i = 0; i < count_; ++i) own[i] = plane[frame.index(reached_cell(i).column, reached_cell(i).row)];
  return own.data();
}

// And the geometry's.
void RowEvaluator::take_codes(const SiteGeometry& geometry) {
  const auto take = [&](const auto& plane, auto& own) {
    if (is_row_) return plane.data() + geometry.window.index(reached_cell(0).column, row_begin_.row);
    for (std::size_t i = 0; i < count_; ++i) own[i] = plane[geometry.window.index(reached_cell(i).column, reached_cell(i).row)];
    return static_cast<decltype(plane.data())>(own.data());
  };
  codes_ = {take(geometry.edge[0], edge_[0]),     take(geometry.edge[1], edge_[1]),     take(geometry.edge[2], edge_[2]),
            take(geometry.departure, departure_), take(geometry.spreading, spreading_), take(geometry.vegetation, vegetation_)};
  detour_codes_ = take(geometry.detour, detour_);
}

void RowEvaluator::find_detours(const SiteGeometry& geometry) {
  const GridFrame& frame = scene_->obstacles->surface.frame;
  for (std::size_t i = 0; i < count_; ++i) {
    if (detour_codes_[i] == 0) continue;
    const MapCell cell = reached_cell(i);
    const float ground_m = std::sqrt(east_[i] * east_[i] + north_[i] * north_[i]);
    detours_.add(i, geometry.detours[detour_codes_[i] - std::size_t{1}], frame.centre(cell.column, cell.row), ground_m, rise_[i]);
  }
}

void RowEvaluator::fade(const Mast& mast, const ShadowField& field) {
  const auto& surface = scene_->obstacles->surface;
  for (std::size_t i = 0; i < count_; ++i) {
    const MapCell cell = reached_cell(i);
    const bool indoor = surface.values[surface.frame.index(cell.column, cell.row)].building != no_building;
    const auto unit_m = static_cast<float>(correlation_distance(mast.environment, seen_[i] != 0, indoor).value());
    field_x_[i] = east_[i] / unit_m;
    field_y_[i] = north_[i] / unit_m;
    deviation_[i] = static_cast<float>(shadowing_deviation(mast.environment, seen_[i] != 0, indoor).value());
  }
  field.evaluate(std::span(field_x_).first(count_), std::span(field_y_).first(count_), std::span(field_).first(count_));
}

void RowEvaluator::put_fading(const Transmitter& transmitter, const float* indoor_db) {
  const auto breakpoint_square = static_cast<float>(transmitter.law.breakpoint_m * transmitter.law.breakpoint_m);
  const RuralLaw law{.breakpoint_m = transmitter.law.breakpoint_m};
  const auto far_db = static_cast<float>(rural_deviation_db(law, std::numeric_limits<double>::infinity(), true));
  for (std::size_t i = 0; i < count_; ++i) {
    const bool is_far = rural_ && seen_[i] != 0 && indoor_db[i] == 0.0F && ground_square_[i] > breakpoint_square;
    extra_[i] = indoor_db[i] + (is_far ? far_db : deviation_[i]) * field_[i];
  }
}

void RowEvaluator::prepare_frequency(const Transmitter& transmitter) {
  frequency_ = transmitter.frequency;
  const float* extra = take(scene_->ground->indoor_db[frequency_], extra_);
  if (hall_ != nullptr) {
    hall_losses(
        *hall_, scene_->transmitters.frequencies[frequency_],
        static_cast<double>(scene_->wall_loss_db[frequency_][static_cast<std::size_t>(hall_->building)]),
        {count_, east_.data(), north_.data(), rise_.data(), building_.data(), extra, scene_->fields.empty() ? nullptr : field_.data()},
        loss_.data());
    std::fill(correction_db_.begin(), correction_db_.end(), 0.0F);  // a drive test says nothing of halls
    return;
  }
  if (!scene_->fields.empty()) {
    put_fading(transmitter, extra);
    extra = extra_.data();
  }
  if (!bends()) {
    row_losses(transmitter.law, count_, ground_square_.data(), lg_distance_.data(), seen_.data(), extra, loss_.data());
    if (!correction_db_.empty()) find_corrections();
    return;
  }
  const PathTables& tables = *scene_->tables[frequency_];
  row_direct_losses(count_, tables, codes_, lg_distance_.data(), extra, loss_.data());
  if (scene_->options.scattered_power) {
    add_scattered_power(transmitter.law, count_, ground_square_.data(), lg_distance_.data(), seen_.data(), extra, loss_.data());
  }
  if (!detours_.empty()) detours_.prepare(tables, extra);
  if (!correction_db_.empty()) find_corrections();
}

std::span<const calibration::PropagationClass> RowEvaluator::propagation() {
  using calibration::PropagationClass;
  const auto& surface = scene_->obstacles->surface;
  propagation_.resize(count_);
  around_.assign(count_, 0);
  if (!detours_.empty()) detours_.mark_stronger(loss_.data(), around_.data());
  for (std::size_t i = 0; i < count_; ++i) {
    const MapCell cell = reached_cell(i);
    if (surface.at(cell.column, cell.row).building != no_building) {
      propagation_[i] = PropagationClass::indoor;
    } else if (around_[i] != 0) {
      propagation_[i] = PropagationClass::around_corner;
    } else if (seen_[i] == 0) {
      propagation_[i] = PropagationClass::over_roof;
    } else {
      propagation_[i] = bends() && codes_.vegetation[i] != 0 ? PropagationClass::vegetation : PropagationClass::line_of_sight;
    }
  }
  return propagation_;
}

void RowEvaluator::find_corrections() {
  const auto classes = propagation();
  for (std::size_t i = 0; i < count_; ++i) {
    const Decibel correction = calibration::apply(scene_->options.calibration, classes[i], static_cast<double>(lg_distance_[i]));
    correction_db_[i] = static_cast<float>(correction.value());
  }
}

RowEvaluator::Prepared RowEvaluator::prepared(const Transmitter& transmitter) {
  if (transmitter.frequency != frequency_ || !bends()) prepare_frequency(transmitter);
  const bool departs = bends() && hall_ == nullptr;
  return {.loss = std::span<const float>(loss_).first(count_),
          .rise = std::span<const float>(departs ? rise_out_ : rise_).first(count_),
          .correction_db = std::span<const float>(correction_db_).first(correction_db_.empty() ? 0 : count_),
          .detours = &detours_};
}

std::span<const float> RowEvaluator::levels(const Transmitter& transmitter) {
  if (transmitter.frequency != frequency_ || !bends()) prepare_frequency(transmitter);
  const PatternTable& pattern = *scene_->transmitters.patterns[transmitter.pattern];
  const bool departs = bends() && hall_ == nullptr;
  row_attenuations(
      pattern, transmitter.orientation, count_,
      {east_.data(), north_.data(), departs ? rise_out_.data() : rise_.data(), departs ? inverse_out_.data() : inverse_.data()},
      attenuation_.data(), scratch_.data());
  row_levels(count_, static_cast<float>(transmitter.peak_dbm), loss_.data(), attenuation_.data(), received_.data());
  if (!detours_.empty()) detours_.join(pattern, transmitter, received_.data());
  if (!correction_db_.empty()) {
    for (std::size_t i = 0; i < count_; ++i) received_[i] += correction_db_[i];
  }
  return std::span(received_).first(count_);
}

}  // namespace parktwin::radio
