#pragma once
// Runs with random content: every field of every record takes random values of its kind, found by walking the field lists.
#include <limits>
#include <string>
#include <vector>

#include "engine/core/random.h"
#include "engine/storage/column_layout.h"
#include "engine/storage/storage.h"

namespace parktwin::storage::testing {

inline constexpr std::uint32_t records_per_table = 7;

/// Fills values one after the other from one random sequence.
class RandomFill {
 public:
  explicit RandomFill(std::uint64_t seed) : random_(seed, 20, 0) {}

  void set_frame(const GridFrame& frame) { frame_ = frame; }

  template <class T>
  void fill(T& value) {
    if constexpr (ParkPart<T>) {
      typename T::Content content{};
      fill(content);
      value = T(std::move(content));
    } else if constexpr (RecordTable<T>) {
      std::vector<typename T::Record> records(records_per_table);
      for (std::size_t i = 0; i < records.size(); ++i) {
        fill(records[i]);
        records[i].id = table_name<typename T::Record>() + "-" + std::to_string(i);
      }
      value = T(std::move(records));
    } else if constexpr (Raster<T>) {
      value = T(frame_);
      for (auto& cell : value.values) fill_cell(cell);
    } else if constexpr (std::same_as<T, bool>) {
      value = below(2) == 1;
    } else if constexpr (std::integral<T>) {
      value = static_cast<T>(below(200));
    } else if constexpr (std::floating_point<T>) {
      value = static_cast<T>(random_.uniform(draw_++, -1e6, 1e6));
    } else if constexpr (UnitValue<T>) {
      value = T(random_.uniform(draw_++, -1e6, 1e6));
    } else if constexpr (NamedEnum<T>) {
      const auto names = names_of(T{});
      value = names[below(static_cast<std::uint32_t>(names.size()))].value;
    } else if constexpr (RecordId<T>) {
      const std::uint32_t index = below(records_per_table + 1);
      value = index == records_per_table ? T() : T(index);
    } else if constexpr (std::same_as<T, std::string>) {
      static const std::vector<std::string> texts{"", "one", "two words", "园区企业覆盖率", "line\nbreak \"quoted\"", "−105 dBm ≤ x"};
      value = texts[below(static_cast<std::uint32_t>(texts.size()))];
    } else if constexpr (Optional<T>) {
      value.reset();
      if (below(2) == 1) fill(value.emplace());
    } else if constexpr (IdList<T>) {
      value.clear();
      for (std::uint32_t i = below(4); i > 0; --i) value.push_back(typename T::value_type(below(records_per_table)));
    } else if constexpr (Vector<T>) {
      value.resize(below(5));
      for (auto& item : value) fill(item);
    } else if constexpr (std::same_as<T, Point>) {
      value = {random_.uniform(draw_++, -3000, 3000), random_.uniform(draw_++, -3000, 3000)};
    } else if constexpr (std::same_as<T, LineString>) {
      fill(value.points);
    } else if constexpr (std::same_as<T, Polygon>) {
      fill(value.outer);
      fill(value.holes);
    } else if constexpr (std::same_as<T, MultiPolygon>) {
      fill(value.polygons);
    } else {
      describe([this](const Field&, auto& member) { fill(member); }, value);
    }
  }

 private:
  std::uint32_t below(std::uint32_t count) { return random_.below(draw_++, count); }

  template <class Cell>
  void fill_cell(Cell& cell) {
    if constexpr (std::floating_point<Cell>) {
      cell = below(5) == 0 ? std::numeric_limits<Cell>::quiet_NaN() : static_cast<Cell>(random_.uniform(draw_++, -130, -40));
    } else {
      cell = static_cast<Cell>(below(std::numeric_limits<Cell>::max()));
    }
  }

  RandomSequence random_;
  std::uint32_t draw_ = 0;
  GridFrame frame_{{-40.0, 60.0}, 2.5, 13, 9};
};

[[nodiscard]] SavedRun random_run(std::uint64_t seed);

}  // namespace parktwin::storage::testing
