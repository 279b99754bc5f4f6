#include "engine/simulators/radio/ray_block.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

#include "engine/core/random.h"

namespace parktwin::radio {
namespace {

struct Step {
  std::vector<float> slope = std::vector<float>(rays_per_block), steepest = slope;
  std::vector<std::int32_t> inside = std::vector<std::int32_t>(rays_per_block, -1);
  std::vector<float> box = std::vector<float>(200), ground = box;
  std::vector<std::int32_t> cover = std::vector<std::int32_t>(200, -1);

  explicit Step(std::uint32_t number) {
    const RandomSequence random(91, 0, number);
    const double begin = random.uniform(0, -0.9, 0.7);
    for (std::uint32_t i = 0; i < rays_per_block; ++i) {
      slope[i] = static_cast<float>(begin + 0.01 * i);
      steepest[i] = static_cast<float>(random.uniform(10 + i, -1.0, 1.0));
    }
    for (std::uint32_t i = 0; i < 200; ++i) {
      box[i] = static_cast<float>(random.uniform(100 + i, -1.0, 1.0));
      ground[i] = static_cast<float>(random.uniform(400 + i, -1.0, 1.0));
    }
  }
  [[nodiscard]] bool step(float along, float shift) {
    return step_block({slope.data(), inside.data(), steepest.data(), cover.data(), box.data(), ground.data()}, along, shift);
  }
};

TEST(RayBlock, EveryRayKeepsTheSteepestOfWhatItMeets) {
  for (std::uint32_t number = 0; number < 200; ++number) {
    Step step(number);
    const auto before = step.steepest;
    const float along = 3.0F + static_cast<float>(number % 90);
    constexpr float shift = 100.5F;
    ASSERT_TRUE(step.step(along, shift));
    for (std::size_t i = 0; i < rays_per_block; ++i) {
      const auto slot = [&](float position) { return static_cast<std::size_t>(step.slope[i] * position + shift); };
      const float expected = std::max({before[i], step.box[slot(along - 0.5F)], step.box[slot(along + 0.5F)], step.ground[slot(along)]});
      EXPECT_EQ(step.steepest[i], expected);
    }
  }
}

TEST(RayBlock, ARayThatCrossesAWallStopsTheBlock) {
  Step step(3);
  const auto before = step.steepest;
  step.inside[7] = 4;  // leaves building 4
  EXPECT_FALSE(step.step(20.0F, 100.5F));
  EXPECT_EQ(step.steepest, before);
  step.inside[7] = -1;
  std::fill(step.cover.begin(), step.cover.end(), 2);  // all enter building 2
  EXPECT_FALSE(step.step(20.0F, 100.5F));
  EXPECT_EQ(step.steepest, before);
  std::fill(step.inside.begin(), step.inside.end(), 2);  // all are in it
  EXPECT_TRUE(step.step(20.0F, 100.5F));
}

}  // namespace
}  // namespace parktwin::radio
