#pragma once
// What the radial sweep keeps of a site: the string of every ray (profile_string.h), and from it the codes of the cells of one quarter and,
// beside walls, the elevation from which the antenna is in sight.
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <limits>
#include <span>
#include <vector>

#include "engine/simulators/radio/code_block.h"
#include "engine/simulators/radio/held_edges.h"
#include "engine/simulators/radio/radial_sweep.h"

namespace parktwin::radio {

class StringRecorder {
 public:
  /// `fresh`: empty, or one mark per cell of the window, set for those judged; what these hold in the planes is dropped.
  StringRecorder(SiteGeometry& geometry, std::vector<float>& lowest_seen_m, std::span<std::uint8_t> fresh = {})
      : geometry_(geometry), window_(geometry.window), codes_(geometry), lowest_seen_m_(lowest_seen_m), fresh_(fresh) {}

  void begin(std::span<const float> slopes, float antenna_m, float cell_size_m, float own_top_m, bool by_columns) {
    codes_.begin(by_columns);
    by_columns_ = by_columns;
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
    held_.begin(slopes.size(), unit_m_.data());
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

  void judge_line(const JudgedLine& line) {
    codes_.enter_column(line.column - window_.first_column);
    for (std::size_t begin = 0; begin < line.count; begin += EdgeBatch::capacity) {
      judge_part(line, begin, std::min(EdgeBatch::capacity, line.count - begin));
    }
  }

 private:
  static constexpr float no_roof = -std::numeric_limits<float>::infinity();
  using Marks = std::array<std::uint8_t, EdgeBatch::capacity>;

  void keep_first(std::size_t ray) {
    held_.follow(ray, strings_[ray]);
    if (!strings_[ray].has_edge()) return;
    first_along_[ray] = strings_[ray].first_along();
    first_height_m_[ray] = strings_[ray].first_height_m();
  }
  void add_roof(ProfileString& string, std::size_t ray, float along) const {
    if (top_m_[ray] == no_roof) return;
    if (entered_[ray] > 0.0F) string.add(entered_[ray], top_m_[ray]);
    if (along > 0.0F) string.add(along, top_m_[ray]);
  }
  [[nodiscard]] std::size_t place(const JudgedLine& line, std::size_t cell) const {
    const auto [column, row] = position(line, cell);
    return codes_.place(column - window_.first_column, row - window_.first_row);
  }
  struct Position {
    std::int32_t column, row;
  };
  [[nodiscard]] Position position(const JudgedLine& line, std::size_t cell) const {
    const auto onward = static_cast<std::int32_t>(cell);
    return {line.column + (by_columns_ ? 0 : onward), line.row + (by_columns_ ? onward : 0)};
  }

  // Nearly all cells out of sight find the edge that their ray holds; the others ask their ray's string one by one.
  void judge_part(const JudgedLine& line, std::size_t begin, std::size_t count) {
    if (!fresh_.empty()) begin_anew(line, begin, count);
    held_.find(line, begin, count, batch_, {found_.data(), left_.data()});
    for_each_mark(left_, count, [&](std::size_t i) {
      if ((left_[i] & left_beside_wall) != 0) {  // where detours set out
        const auto [column, row] = position(line, begin + i);
        lowest_seen_m_[window_.index(column, row)] = antenna_m_ + line.limit[begin + i] * line.along;
      }
      if ((left_[i] & left_to_judge) != 0) judge_cell(line, begin, i);
    });
    batch_.compute(count);
    for (std::size_t i = next_mark(0, count); i < count;) {
      std::size_t past = i + 1;
      while (past < count && found_[past] != 0) ++past;
      codes_.write(batch_, i, past - i, place(line, begin + i));
      i = next_mark(past, count);
    }
  }
  // Marks are few: eight of them are passed over at once.
  template <class Visit>
  static void for_each_mark(const Marks& marks, std::size_t count, const Visit& visit) {
    for (std::size_t i = 0; i < count; i += 8) {
      std::uint64_t eight = 0;
      std::memcpy(&eight, marks.data() + i, sizeof eight);
      if (eight == 0) continue;
      for (std::size_t k = i; k < std::min(i + 8, count); ++k) {
        if (marks[k] != 0) visit(k);
      }
    }
  }
  [[nodiscard]] std::size_t next_mark(std::size_t from, std::size_t count) const {
    while (from < count && found_[from] == 0) ++from;
    return from;
  }
  void begin_anew(const JudgedLine& line, std::size_t begin, std::size_t count) {
    for (std::size_t i = begin; i < begin + count; ++i) {
      if ((line.flags[i] & to_judge) == 0) continue;
      const auto [column, row] = position(line, i);
      const std::size_t cell = window_.index(column, row);
      fresh_[cell] = 1;
      for (auto& plane : geometry_.edge) plane[cell] = 0;
      geometry_.departure[cell] = 0;
      geometry_.spreading[cell] = 0;
    }
  }
  void judge_cell(const JudgedLine& line, std::size_t begin, std::size_t at) {
    const std::size_t cell = begin + at;
    const auto ray = static_cast<std::size_t>(line.ray[cell]);
    const bool seen = (line.flags[cell] & in_sight) != 0;
    const float device_m = line.ground_m[cell] + line.device_height_m;
    if ((line.flags[cell] & was_passed) == 0) {
      const int point = record(strings_[ray], ray, at, line, cell, device_m, seen);
      if (point > 0) held_.hold(ray, strings_[ray], point);
      return;
    }
    // The first cell behind a building: its ray leaves the building just before.
    ProfileString string = strings_[ray];
    add_roof(string, ray, line.along - 0.5F);
    record(string, ray, at, line, cell, device_m, seen);
  }
  // Returns the string's point that is the cell's last edge, or 0.
  int record(ProfileString& string, std::size_t ray, std::size_t at, const JudgedLine& line, std::size_t cell, float device_m, bool seen) {
    if (seen) {
      const float grazing = string.grazing_parameter(line.along, device_m);
      if (grazing > least_parameter) codes_.write(place(line, cell), {.first = parameter_code(std::min(grazing, 0.0F))});
      return 0;
    }
    const int point = string.last_point(line.along, device_m);
    if (point > 0) {
      batch_.put(at, string.edge_at(point, line.along, device_m));
      found_[at] = 1;
      return point;
    }
    // The string just clears what the sweep's box blocked: an edge that grazes.
    const auto grazing = static_cast<std::uint16_t>(parameter_code(0.0F) | hidden_bit);
    codes_.write(place(line, cell), {.first = grazing, .departure = grazing_departure(line.along, device_m, ray)});
    return 0;
  }
  [[nodiscard]] std::int16_t grazing_departure(float along, float device_m, std::size_t ray) const {
    const float slope = (device_m - antenna_m_) / (along * unit_m_[ray]);
    return static_cast<std::int16_t>(std::lround(std::clamp(slope / departure_step, -32767.0F, 32767.0F)));
  }

  SiteGeometry& geometry_;
  Window window_;
  CodeBlock codes_;
  HeldEdges held_;
  EdgeBatch batch_;  // of the cells of a part, in their order
  Marks found_{};
  Marks left_{};
  bool by_columns_ = false;
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
