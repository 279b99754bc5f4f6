#include "engine/simulators/radio/code_block.h"

#include <gtest/gtest.h>

#include <algorithm>

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

// Runs of a batch, so long that eight rows of eight columns are turned at once, and single cells between them.
void expect_runs_as_written(bool by_columns, std::uint32_t gap) {
  SiteGeometry expected = empty_geometry();
  SiteGeometry found = empty_geometry();
  const RandomSequence random(83, 0, gap);
  LastEdge edge;
  edge.hidden = true;
  EdgeBatch batch;
  for (std::uint32_t i = 0; i < 64; ++i) {
    edge.way1_m = static_cast<float>(random.uniform(4 * i, 1.0, 90.0));
    edge.way2_m = static_cast<float>(random.uniform(4 * i + 1, 1.0, 90.0));
    edge.rise1_m = static_cast<float>(random.uniform(4 * i + 2, 1.0, 20.0));
    edge.rise2_m = -edge.rise1_m;
    edge.before_m = 30.0F;
    edge.greater = i % 3 == 0 ? -1.0F : 2.0F;
    edge.departure_slope = static_cast<float>(random.uniform(4 * i + 3, -2.0, 2.0));
    batch.put(i, edge);
  }
  batch.compute(64);
  const std::int32_t lines = by_columns ? 53 : 31;
  const std::int32_t length = by_columns ? 31 : 53;
  {
    CodeBlock block(found);
    block.begin(by_columns);
    for (std::int32_t line = 0; line < lines; ++line) {
      if (by_columns) block.enter_column(line);
      for (std::int32_t from = 0; from < length;) {
        const auto number = static_cast<std::uint32_t>(100 + 53 * line + from);
        const auto past = std::min(length, from + 1 + static_cast<std::int32_t>(random.below(number, gap)));
        const std::size_t at = static_cast<std::size_t>(line % 7);
        block.write(batch, at, static_cast<std::size_t>(past - from), by_columns ? block.place(line, from) : block.place(from, line));
        for (std::int32_t i = from; i < past; ++i) {
          const std::size_t cell = by_columns ? expected.window.index(7 + line, 3 + i) : expected.window.index(7 + i, 3 + line);
          const std::size_t k = at + static_cast<std::size_t>(i - from);
          expected.edge[0][cell] = batch.first[k];
          expected.edge[1][cell] = batch.second[k];
          expected.edge[2][cell] = batch.third[k];
          expected.departure[cell] = batch.departure[k];
          expected.spreading[cell] = batch.spreading[k];
        }
        from = past + static_cast<std::int32_t>(random.below(number + 5000, 2));
      }
    }
  }
  EXPECT_EQ(found, expected);
}

TEST(CodeBlock, WritesRunsOfABatch) {
  for (const std::uint32_t gap : {1U, 5U, 60U}) {
    expect_runs_as_written(true, gap);
    expect_runs_as_written(false, gap);
  }
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
