#include "engine/simulators/radio/code_block.h"

#include <gtest/gtest.h>

#include "engine/core/random.h"

namespace parktwin::radio {
namespace {

SiteGeometry empty_geometry() {
  SiteGeometry geometry;
  geometry.window = {.first_column = 7, .first_row = 3, .columns = 53, .rows = 31};  // no multiple of a block
  for (auto& plane : geometry.edge) plane.resize(geometry.window.size());
  geometry.departure.resize(geometry.window.size());
  geometry.spreading.resize(geometry.window.size());
  return geometry;
}

CellCodes codes_of(std::uint32_t number) {
  const RandomSequence random(81, 0, number);
  return {static_cast<std::uint16_t>(random.below(0, 65536)), static_cast<std::uint16_t>(random.below(1, 3)),
          static_cast<std::uint16_t>(random.below(2, 3)), static_cast<std::int16_t>(static_cast<std::int32_t>(random.below(3, 9)) - 4),
          static_cast<std::uint8_t>(random.below(4, 3))};
}

// Some cells of some columns, forwards or backwards, the rest untouched: as if written straight away.
void expect_as_written(bool by_columns, bool backwards) {
  SiteGeometry expected = empty_geometry();
  SiteGeometry found = empty_geometry();
  const RandomSequence random(82, 0, backwards ? 1 : 0);
  {
    CodeBlock block(found);
    block.begin(by_columns);
    for (std::int32_t step = 0; step < 53; ++step) {
      const std::int32_t column = backwards ? 52 - step : step;
      block.enter_column(column);
      for (std::int32_t row = 0; row < 31; ++row) {
        const auto number = static_cast<std::uint32_t>(53 * row + column);
        if (random.below(number, 4) == 0) continue;
        const CellCodes codes = codes_of(number);
        block.write(block.place(column, row), codes);
        const std::size_t cell = expected.window.index(7 + column, 3 + row);
        expected.edge[0][cell] = codes.first;
        expected.edge[1][cell] = codes.second;
        expected.edge[2][cell] = codes.third;
        expected.departure[cell] = codes.departure;
        expected.spreading[cell] = codes.spreading;
      }
    }
  }  // the last block is written when it goes
  EXPECT_EQ(found, expected);
}

TEST(CodeBlock, WritesWhatItGathers) {
  expect_as_written(true, false);
  expect_as_written(true, true);
  expect_as_written(false, false);
}

TEST(CodeBlock, WritesNothingBeforeItIsFull) {
  SiteGeometry geometry = empty_geometry();
  CodeBlock block(geometry);
  block.begin(true);
  block.enter_column(0);
  block.write(block.place(0, 4), {.first = 9});
  EXPECT_EQ(geometry, empty_geometry());
  block.enter_column(15);  // the same block
  EXPECT_EQ(geometry, empty_geometry());
  block.enter_column(16);
  EXPECT_EQ(geometry.edge[0][geometry.window.index(7, 7)], 9);
}

}  // namespace
}  // namespace parktwin::radio
