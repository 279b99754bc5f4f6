#pragma once
// What the radial sweep keeps of a site: the string of every ray (profile_string.h), and from it the codes of the cells of one quarter and,
// beside walls, the elevation from which the antenna is in sight.
#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include "engine/simulators/radio/code_block.h"
#include "engine/simulators/radio/radial_sweep.h"

namespace parktwin::radio {

class StringRecorder {
 public:
  /// `fresh`: empty, or one mark per cell of the window, set for those judged; what these hold in the planes is dropped.
  StringRecorder(SiteGeometry& geometry, std::vector<float>& lowest_seen_m, std::span<std::uint8_t> fresh = {})
      : geometry_(geometry), window_(geometry.window), codes_(geometry), lowest_seen_m_(lowest_seen_m), fresh_(fresh) {}

  void begin(std::span<const float> slopes, float antenna_m, float cell_size_m, float own_top_m, bool by_columns) {
    codes_.begin(by_columns);
    antenna_m_ = antenna_m;
    strings_.resize(slopes.size());
    unit_m_.resize(slopes.size() + line_padding);
    first_along_.assign(slopes.size() + line_padding, 0.0F);
    first_height_m_.assign(slopes.size() + line_padding, no_roof);
    entered_.assign(slopes.size(), -1.0F);
    top_m_.assign(slopes.size(), own_top_m);
    for (std::size_t ray = 0; ray < slopes.size(); ++ray) {
      unit_m_[ray] = cell_size_m * std::sqrt(1.0F + slopes[ray] * slopes[ray]);
      strings_[ray].begin(antenna_m, unit_m_[ray]);
    }
  }
  void enter(std::size_t ray, float along, float top_m) {
    entered_[ray] = along;
    top_m_[ray] = top_m;
  }
  // Both edges of a roof join the string behind it, so that inside the building only what stands before it counts.
  void leave(std::size_t ray, float along) {
    add_roof(strings_[ray], ray, along);
    keep_first(ray);
  }
  void ground(std::size_t ray, float along, float ground_m) {
    strings_[ray].add(along, ground_m);
    keep_first(ray);
  }
  // A cell judged anew is emptied first, and so is never passed over.
  [[nodiscard]] FirstEdges first_edges() const {
    return {fresh_.empty() ? first_along_.data() : nullptr, first_height_m_.data(), unit_m_.data()};
  }

  [[gnu::always_inline]] void judge(std::size_t ray, std::int32_t column, std::int32_t row, float along, float device_m, float limit,
                                    const Judgement& judgement) {
    if (judgement.beside_wall) lowest_seen_m_[window_.index(column, row)] = antenna_m_ + limit * along;  // where detours set out
    if (!fresh_.empty()) begin_anew(window_.index(column, row));
    codes_.enter_column(column - window_.first_column);
    const std::size_t cell = codes_.place(column - window_.first_column, row - window_.first_row);
    if (!judgement.passed) return record(strings_[ray], ray, cell, along, device_m, judgement.seen);
    // The first cell behind a building: its ray leaves the building just before.
    ProfileString string = strings_[ray];
    add_roof(string, ray, along - 0.5F);
    record(string, ray, cell, along, device_m, judgement.seen);
  }
  void end_step() { write_batch(); }

 private:
  static constexpr float no_roof = -std::numeric_limits<float>::infinity();

  void write_batch() {
    batch_.compute();
    codes_.write(batch_);
    batch_.clear();
  }

  void keep_first(std::size_t ray) {
    if (!strings_[ray].has_edge()) return;
    first_along_[ray] = strings_[ray].first_along();
    first_height_m_[ray] = strings_[ray].first_height_m();
  }
  void begin_anew(std::size_t cell) {
    fresh_[cell] = 1;
    for (auto& plane : geometry_.edge) plane[cell] = 0;
    geometry_.departure[cell] = 0;
    geometry_.spreading[cell] = 0;
  }
  void add_roof(ProfileString& string, std::size_t ray, float along) const {
    if (top_m_[ray] == no_roof) return;
    if (entered_[ray] > 0.0F) string.add(entered_[ray], top_m_[ray]);
    if (along > 0.0F) string.add(along, top_m_[ray]);
  }
  void record(ProfileString& string, std::size_t ray, std::size_t cell, float along, float device_m, bool seen) {
    if (seen) {
      const float grazing = string.grazing_parameter(along, device_m);
      if (grazing > least_parameter) codes_.write(cell, {.first = parameter_code(std::min(grazing, 0.0F))});
      return;
    }
    const LastEdge edge = string.last_edge(along, device_m);
    if (edge.hidden) {
      if (batch_.is_full()) write_batch();
      return batch_.add(cell, edge);
    }
    // The string just clears what the sweep's box blocked: an edge that grazes.
    const auto grazing = static_cast<std::uint16_t>(parameter_code(0.0F) | hidden_bit);
    codes_.write(cell, {.first = grazing, .departure = grazing_departure(along, device_m, ray)});
  }
  [[nodiscard]] std::int16_t grazing_departure(float along, float device_m, std::size_t ray) const {
    const float slope = (device_m - antenna_m_) / (along * unit_m_[ray]);
    return static_cast<std::int16_t>(std::lround(std::clamp(slope / departure_step, -32767.0F, 32767.0F)));
  }

  SiteGeometry& geometry_;
  Window window_;
  CodeBlock codes_;
  EdgeBatch batch_;
  std::vector<float>& lowest_seen_m_;
  std::span<std::uint8_t> fresh_;
  float antenna_m_ = 0.0F;
  std::vector<ProfileString> strings_;
  std::vector<float> entered_;      // where the ray entered the building it is in, in cells along; negative: it began there
  std::vector<float> top_m_;        // that building's roof
  std::vector<float> unit_m_;       // metres of ground per cell along
  std::vector<float> first_along_;  // the nearest edge of each string
  std::vector<float> first_height_m_;
};

}  // namespace parktwin::radio
