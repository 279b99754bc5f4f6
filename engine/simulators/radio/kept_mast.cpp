#include "engine/simulators/radio/kept_mast.h"

#include <algorithm>

#include "engine/core/check.h"
#include "engine/core/parallel.h"
#include "engine/core/vector_clones.h"
#include "engine/simulators/radio/fast_math.h"
#include "engine/simulators/radio/path_kernels.h"

namespace parktwin::radio {
namespace {

constexpr std::size_t rows_per_chunk = 16;
constexpr std::size_t block = 512;  // cells whose arrays stay in the nearest cache

// As row_geometry and row_departures.
PARKTWIN_VECTOR_CLONES
void row_inverses(std::size_t count, const float* __restrict east, float north, const float* __restrict rise, float* __restrict inverse) {
  for (std::size_t i = 0; i < count; ++i) {
    const float ground = east[i] * east[i] + north * north;
    const float slant = ground + rise[i] * rise[i];
    inverse[i] = fast_inverse_root(slant > 1e-6F ? slant : 1e-6F);
  }
}

std::vector<float> copy_of(std::span<const float> values) { return {values.begin(), values.end()}; }

}  // namespace

KeptMast::KeptMast(const Scene& scene, std::size_t mast, std::span<const ColumnRun> runs)
    : geometry_(scene.geometries[mast]),
      environment_(scene.transmitters.masts[mast].environment),
      position_(scene.transmitters.masts[mast].point.position) {
  for (const auto& transmitter : scene.transmitters.masts[mast].transmitters) {
    cells_.push_back(transmitter.cell);
    const LossKey key{transmitter.frequency, transmitter.law};
    if (std::find(losses_.begin(), losses_.end(), key) == losses_.end()) losses_.push_back(key);
  }
  const GridFrame& frame = scene.obstacles->surface.frame;
  for (std::int32_t column = 0; column < frame.columns; ++column) {
    east_m_.push_back(static_cast<float>(frame.centre(column, 0).x - position_.x));
  }
  rows_.resize(runs.size());
  parallel_chunks(runs.size(), rows_per_chunk, [&](std::size_t begin, std::size_t end) {
    RowEvaluator evaluator(scene);
    for (std::size_t row = begin; row < end; ++row) keep_row(evaluator, scene, mast, static_cast<std::int32_t>(row), runs[row]);
  });
  aimed_at_.resize(cells_.size());
  for (const auto& row : rows_) {
    reached_ += row.count;
    for (const auto& loss : row.losses) detour_bytes_ += loss.detours.bytes();
  }
}

void KeptMast::keep_row(RowEvaluator& evaluator, const Scene& scene, std::size_t mast, std::int32_t row, const ColumnRun& run) {
  if (run.begin == run.end) return;
  evaluator.begin_row(row, run.begin, run.end);
  Row& kept = rows_[static_cast<std::size_t>(row)];
  kept.count = evaluator.begin_mast(mast);
  if (kept.count == 0) return;
  kept.first_column = run.begin + static_cast<std::int32_t>(evaluator.first_reached());
  kept.losses.resize(losses_.size());
  kept.aims.resize(cells_.size());
  for (const auto& transmitter : scene.transmitters.masts[mast].transmitters) {
    const auto at = std::find(losses_.begin(), losses_.end(), LossKey{transmitter.frequency, transmitter.law}) - losses_.begin();
    Loss& loss = kept.losses[static_cast<std::size_t>(at)];
    if (loss.loss_db.empty()) {
      const auto prepared = evaluator.prepared(transmitter);
      loss = {copy_of(prepared.loss), copy_of(prepared.correction_db), prepared.detours->trimmed()};
      if (kept.rise_m.empty()) kept.rise_m = copy_of(prepared.rise);
    }
    kept.levels_dbm.push_back(copy_of(evaluator.levels(transmitter)));
  }
}

bool KeptMast::is_of(const Scene& scene, std::size_t number) const {
  const Mast& mast = scene.transmitters.masts[number];
  if (scene.geometries[number] != geometry_ || mast.environment != environment_ || mast.transmitters.size() != cells_.size()) return false;
  for (std::size_t i = 0; i < cells_.size(); ++i) {
    const Transmitter& transmitter = mast.transmitters[i];
    if (transmitter.cell != cells_[i]) return false;
    if (std::find(losses_.begin(), losses_.end(), LossKey{transmitter.frequency, transmitter.law}) == losses_.end()) return false;
  }
  return true;
}

std::size_t KeptMast::bytes() const {
  std::size_t arrays = 1 + 2 * losses_.size() + cells_.size();
  for (const auto& aimed : aimed_at_) arrays += aimed.pattern ? 2 : 0;
  return detour_bytes_ + arrays * reached_ * sizeof(float);
}

void KeptMast::aim(const Scene& scene, std::size_t mast, std::span<const std::uint8_t> stays) {
  const auto& transmitters = scene.transmitters.masts[mast].transmitters;
  for (std::size_t i = 0; i < transmitters.size(); ++i) {
    if (stays[transmitters[i].cell] != 0) continue;
    const auto& pattern = scene.transmitters.patterns[transmitters[i].pattern];
    AimedAt& aimed = aimed_at_[i];
    aimed.is_new = !aimed.pattern || pattern->measured() != nullptr || aimed.orientation != transmitters[i].orientation ||
                   aimed.pattern->over_turn() != pattern->over_turn() || aimed.pattern->over_side() != pattern->over_side();
    aimed.pattern = pattern->measured() == nullptr ? pattern : nullptr;
    aimed.orientation = transmitters[i].orientation;
  }
}

// scratch.attenuation of part of a row.
void KeptMast::attenuate(Row& row, std::size_t number, const PatternTable& pattern, const Orientation& orientation, std::size_t begin,
                         std::size_t count, Scratch& scratch) {
  float* const attenuation = scratch.attenuation.data();
  Aim& aim = row.aims[number];
  if (aimed_at_[number].is_new) {
    const float* const east = east_m_.data() + static_cast<std::size_t>(row.first_column) + begin;
    const float* const rise = row.rise_m.data() + begin;
    row_inverses(count, east, scratch.north[0], rise, scratch.inverse.data());
    const RowDirections directions{east, scratch.north.data(), rise, scratch.inverse.data()};
    if (pattern.measured() != nullptr) {
      return row_attenuations(pattern, orientation, count, directions, attenuation, scratch.positions.data());
    }
    row_aims(pattern, orientation, count, directions, aim.up.data() + begin, aim.around_db.data() + begin);
  }
  row_aimed_attenuations(pattern, count, aim.up.data() + begin, aim.around_db.data() + begin, attenuation);
}

std::span<const float> KeptMast::levels(std::int32_t row_number, const Scene& scene, std::size_t number, const Transmitter& transmitter,
                                        Scratch& scratch) {
  Row& row = rows_[static_cast<std::size_t>(row_number)];
  const auto found = std::find(losses_.begin(), losses_.end(), LossKey{transmitter.frequency, transmitter.law});
  PARKTWIN_CHECK(found != losses_.end(), "a transmitter whose losses are not kept");
  Loss& loss = row.losses[static_cast<std::size_t>(found - losses_.begin())];
  const double north_m = scene.obstacles->surface.frame.centre(0, row_number).y - position_.y;
  scratch.north.assign(block, static_cast<float>(north_m));
  for (auto* array : {&scratch.inverse, &scratch.attenuation}) array->resize(block);
  scratch.positions.resize(3 * block);
  if (scratch.levels_dbm.size() < row.count) scratch.levels_dbm.resize(row.count);
  const PatternTable& pattern = *scene.transmitters.patterns[transmitter.pattern];
  if (aimed_at_[number].is_new && pattern.measured() == nullptr) {
    row.aims[number].up.resize(row.count);
    row.aims[number].around_db.resize(row.count);
  }
  for (std::size_t begin = 0; begin < row.count; begin += block) {
    const std::size_t count = std::min(block, row.count - begin);
    attenuate(row, number, pattern, transmitter.orientation, begin, count, scratch);
    row_levels(count, static_cast<float>(transmitter.peak_dbm), loss.loss_db.data() + begin, scratch.attenuation.data(),
               scratch.levels_dbm.data() + begin);
  }
  if (!loss.detours.empty()) loss.detours.join(pattern, transmitter, scratch.levels_dbm.data());
  for (std::size_t i = 0; i < loss.correction_db.size(); ++i) scratch.levels_dbm[i] += loss.correction_db[i];
  return std::span<const float>(scratch.levels_dbm).first(row.count);
}

}  // namespace parktwin::radio
