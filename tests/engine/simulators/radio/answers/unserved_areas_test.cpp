#include "engine/simulators/radio/answers/unserved_areas.h"

#include <gtest/gtest.h>

#include "engine/core/random.h"

namespace parktwin::radio::answers {
namespace {

// Flood fill with a stack: the label of every cell, by the first cell of its area.
std::vector<std::size_t> flooded(const GridFrame& frame, const std::vector<std::int32_t>& keys) {
  std::vector<std::size_t> label(keys.size(), keys.size());
  for (std::size_t seed = 0; seed < keys.size(); ++seed) {
    if (keys[seed] == no_key || label[seed] != keys.size()) continue;
    std::vector<std::size_t> open{seed};
    label[seed] = seed;
    while (!open.empty()) {
      const std::size_t at = open.back();
      open.pop_back();
      const auto column = static_cast<std::int32_t>(at % static_cast<std::size_t>(frame.columns));
      const auto row = static_cast<std::int32_t>(at / static_cast<std::size_t>(frame.columns));
      for (const auto& [x, y] : {std::pair{-1, 0}, {1, 0}, {0, -1}, {0, 1}}) {
        if (!frame.holds(column + x, row + y)) continue;
        const std::size_t next = frame.index(column + x, row + y);
        if (keys[next] != keys[at] || label[next] != keys.size()) continue;
        label[next] = seed;
        open.push_back(next);
      }
    }
  }
  return label;
}

TEST(UnservedAreas, AreThoseOfAFloodFill) {
  const GridFrame frame{.origin = {}, .cell_size = 1.0, .columns = 93, .rows = 170};
  for (std::uint32_t number = 0; number < 6; ++number) {
    const RandomSequence random(23, 1, number);
    const double share = 0.3 + 0.1 * number;
    std::vector<std::int32_t> keys(frame.size(), no_key);
    for (std::size_t i = 0; i < keys.size(); ++i) {
      const auto draw = static_cast<std::uint32_t>(2 * i);
      if (random.uniform(draw) < share) keys[i] = random.uniform(draw + 1) < 0.85 ? -1 : 7;
    }
    const auto label = flooded(frame, keys);
    std::vector<std::size_t> found(keys.size(), keys.size());
    std::size_t last_first = 0;
    std::size_t areas_with_bends = 0;
    for (const auto& area : connected_areas(frame, [&](std::size_t cell) { return keys[cell]; })) {
      const std::size_t first = frame.index(area.runs[0].begin, area.runs[0].row);
      EXPECT_TRUE(first > last_first || last_first == 0);
      last_first = first;
      std::size_t cells = 0;
      for (const auto& run : area.runs) {
        for (std::int32_t column = run.begin; column < run.end; ++column, ++cells) {
          const std::size_t cell = frame.index(column, run.row);
          EXPECT_EQ(keys[cell], area.key);
          EXPECT_EQ(found[cell], keys.size()) << "in two areas";
          found[cell] = first;
        }
      }
      EXPECT_EQ(cells, area.cells);
      areas_with_bends += area.runs.size() > 5 ? 1 : 0;
    }
    EXPECT_EQ(found, label) << "share " << share;
    EXPECT_GT(areas_with_bends, 0U);
  }
}

TEST(UnservedAreas, CornersDoNotConnect) {
  const GridFrame frame{.origin = {}, .cell_size = 1.0, .columns = 2, .rows = 2};
  const auto diagonal = [](std::size_t cell) { return cell == 0 || cell == 3 ? 5 : no_key; };
  EXPECT_EQ(connected_areas(frame, diagonal).size(), 2U);
  EXPECT_TRUE(connected_areas(frame, [](std::size_t) { return no_key; }).empty());
  EXPECT_TRUE(connected_areas({}, [](std::size_t) { return 1; }).empty());
}

}  // namespace
}  // namespace parktwin::radio::answers
