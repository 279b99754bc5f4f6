#include "engine/simulators/radio/held_edges.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

#include "engine/core/random.h"

namespace parktwin::radio {
namespace {

constexpr std::size_t rays = 90;
constexpr std::size_t cells = 40;

/// Rays that walk over drawn ground and roofs, step by step, their edges held as the sweep holds them.
class Walk {
 public:
  explicit Walk(std::uint32_t number) : random_(91, 0, number), strings_(rays), unit_m_(rays + line_padding, 2.0F) {
    for (std::size_t ray = 0; ray < rays; ++ray) {
      unit_m_[ray] = 2.0F + 0.01F * static_cast<float>(ray);
      strings_[ray].begin(30.0F, unit_m_[ray]);
    }
    held_.begin(rays, unit_m_.data());
    for (auto* array : {&flags_, &ray_}) array->resize(cells + line_padding);
    ground_m_.resize(cells + line_padding);
    limit_.resize(cells + line_padding);
  }

  void grow(float along) {
    for (std::size_t ray = 0; ray < rays; ++ray) {
      const double kind = next(0.0, 1.0);
      if (kind > 0.3) continue;
      strings_[ray].add(along - 0.25F, static_cast<float>(kind < 0.04 ? next(5.0, 45.0) : next(-1.0, 1.0)));
      if (kind < 0.02) strings_[ray].add(along, static_cast<float>(next(5.0, 45.0)));
      held_.follow(ray, strings_[ray]);
    }
  }

  // What is found is what the string says; what is left asks the string, and is held from then on.
  void check_line(float along, bool far) {
    for (std::size_t i = 0; i < cells; ++i) {
      const double kind = next(0.0, 1.0);
      flags_[i] = kind < 0.8 ? to_judge : (kind < 0.85 ? to_judge | in_sight : (kind < 0.9 ? to_judge | was_passed : 0));
      if (next(0.0, 1.0) < 0.1) flags_[i] |= beside_wall;
      ray_[i] = static_cast<std::int32_t>(far ? 2 * i + 3 : (7 * i) % rays);
      ground_m_[i] = static_cast<float>(next(-2.0, 2.0));
    }
    const JudgedLine line{.count = cells,
                          .along = along,
                          .ratio = far ? 2.0F : 7.0F,
                          .device_height_m = 1.5F,
                          .column = 0,
                          .row = 0,
                          .ground_m = ground_m_.data(),
                          .flags = flags_.data(),
                          .ray = ray_.data(),
                          .limit = limit_.data()};
    std::vector<std::uint8_t> found(EdgeBatch::capacity);
    std::vector<std::uint8_t> left(EdgeBatch::capacity);
    EdgeBatch batch;
    held_.find(line, 0, cells, batch, {found.data(), left.data()});
    for (std::size_t i = 0; i < cells; ++i) check_cell(along, i, batch, found[i] != 0, left[i]);
  }

  std::size_t found_count = 0;
  std::size_t left_count = 0;

 private:
  double next(double low, double high) { return random_.uniform(draw_++, low, high); }

  void check_cell(float along, std::size_t i, EdgeBatch& batch, bool found, std::uint8_t left) {
    const bool judged = (flags_[i] & to_judge) != 0;
    const bool hidden = judged && (flags_[i] & (in_sight | was_passed)) == 0;
    EXPECT_EQ((left & left_to_judge) != 0, judged && !found);
    EXPECT_EQ((left & left_beside_wall) != 0, judged && (flags_[i] & beside_wall) != 0);
    if (!hidden) {
      EXPECT_FALSE(found);
      return;
    }
    const auto ray = static_cast<std::size_t>(ray_[i]);
    ProfileString& string = strings_[ray];
    const float device_m = ground_m_[i] + 1.5F;
    const int point = string.last_point(along, device_m);
    const LastEdge edge = string.edge_at(point, along, device_m);
    if (!found) {
      ++left_count;
      if (point > 0) held_.hold(ray, string, point);
      return;
    }
    ++found_count;
    ASSERT_TRUE(edge.hidden);
    const EdgeBatch::Legs legs = batch.legs();
    EXPECT_EQ(legs.way1[i], edge.way1_m);
    EXPECT_EQ(legs.way2[i], edge.way2_m);
    EXPECT_EQ(legs.rise1[i], edge.rise1_m);
    EXPECT_EQ(legs.rise2[i], edge.rise2_m);
    EXPECT_EQ(legs.before[i], edge.before_m);
    EXPECT_EQ(legs.ratio[i], edge.ratio);
    EXPECT_EQ(legs.greater[i], edge.greater);
    EXPECT_EQ(legs.other[i], edge.other);
    EXPECT_EQ(legs.departure_slope[i], edge.departure_slope);
  }

  RandomSequence random_;
  std::uint32_t draw_ = 0;
  std::vector<ProfileString> strings_;
  std::vector<float> unit_m_;
  HeldEdges held_;
  std::vector<std::int32_t> flags_, ray_;
  std::vector<float> ground_m_, limit_;
};

TEST(HeldEdges, AreWhatTheStringSaysBitForBit) {
  std::size_t found = 0;
  std::size_t left = 0;
  for (std::uint32_t number = 0; number < 30; ++number) {
    Walk walk(number);
    for (int step = 2; step < 120; ++step) {
      walk.check_line(static_cast<float>(step), number % 2 == 0);
      walk.grow(static_cast<float>(step) + 0.5F);
    }
    found += walk.found_count;
    left += walk.left_count;
  }
  EXPECT_GT(found, 20000U);
  EXPECT_GT(left, 5000U);
}

TEST(HeldEdges, NothingIsHeldAtFirst) {
  Walk walk(99);
  walk.grow(1.0F);
  walk.check_line(2.0F, true);
  EXPECT_EQ(walk.found_count, 0U);
}

}  // namespace
}  // namespace parktwin::radio
