#include "engine/core/random.h"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <numbers>
#include <vector>

#include "engine/core/check.h"

namespace parktwin {
namespace {

using Words = std::array<std::uint32_t, 4>;

/// Philox4x32-10 as published (Salmon et al. 2011, section 3.3 and table 2), written again.
Words philox(Words counter, std::array<std::uint32_t, 2> key) {
  for (int round = 0; round < 10; ++round) {
    const std::uint64_t a = std::uint64_t{0xD2511F53} * counter[0];
    const std::uint64_t b = std::uint64_t{0xCD9E8D57} * counter[2];
    counter = {static_cast<std::uint32_t>(b >> 32U) ^ counter[1] ^ key[0], static_cast<std::uint32_t>(b),
               static_cast<std::uint32_t>(a >> 32U) ^ counter[3] ^ key[1], static_cast<std::uint32_t>(a)};
    key = {key[0] + 0x9E3779B9U, key[1] + 0xBB67AE85U};
  }
  return counter;
}

double first_uniform(const Words& words) { return static_cast<double>(((std::uint64_t{words[1]} << 32U) | words[0]) >> 11U) * 0x1.0p-53; }

TEST(RandomSequence, GivesThePublishedKnownAnswer) {
  // Random123 kat_vectors, philox4x32 10 rounds: counter and key zero.
  const Words known = {0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8};
  EXPECT_EQ(philox({0, 0, 0, 0}, {0, 0}), known);
  EXPECT_EQ(RandomSequence(0, 0, 0).uniform(0), first_uniform(known));
  EXPECT_EQ(RandomSequence(0, 0, 0).uniform(0), 0x1.c2d38b1acc4fdp-1);
}

TEST(RandomSequence, KeepsItsLayoutOfCounterAndKey) {
  for (std::uint32_t i = 0; i < 1000; ++i) {
    const std::uint64_t seed = 0x9E3779B97F4A7C15ULL * (i + 1);
    const std::uint32_t stream = 17 * i;
    const std::uint32_t entity = 0xFFFFFFFFU - i;
    const std::uint32_t draw = i * i;
    const Words words = philox({draw, entity, stream, 0}, {static_cast<std::uint32_t>(seed), static_cast<std::uint32_t>(seed >> 32U)});
    EXPECT_EQ(RandomSequence(seed, stream, entity).uniform(draw), first_uniform(words));
  }
}

TEST(RandomSequence, NormalIsBoxMullerOnOneCounter) {
  for (std::uint32_t i = 0; i < 100; ++i) {
    const Words words = philox({i, 3, 2, 0}, {1, 0});
    const double second = first_uniform({words[2], words[3], 0, 0});
    const double expected = std::sqrt(-2.0 * std::log(1.0 - first_uniform(words))) * std::cos(2.0 * std::numbers::pi * second);
    EXPECT_NEAR(RandomSequence(1, 2, 3).normal(i), expected, 1e-14);
  }
}

TEST(RandomSequence, DoesNotDependOnTheOrderOfDraws) {
  const RandomSequence sequence(42, 1, 5);
  std::vector<double> forwards;
  for (std::uint32_t i = 0; i < 100; ++i) forwards.push_back(sequence.uniform(i));
  for (std::uint32_t i = 100; i-- > 0;) EXPECT_EQ(RandomSequence(42, 1, 5).uniform(i), forwards[i]);
}

TEST(RandomSequence, DiffersBySeedStreamEntityAndDraw) {
  const double base = RandomSequence(1, 1, 1).uniform(1);
  EXPECT_NE(base, RandomSequence(2, 1, 1).uniform(1));
  EXPECT_NE(base, RandomSequence(1 + (std::uint64_t{1} << 32U), 1, 1).uniform(1));
  EXPECT_NE(base, RandomSequence(1, 2, 1).uniform(1));
  EXPECT_NE(base, RandomSequence(1, 1, 2).uniform(1));
  EXPECT_NE(base, RandomSequence(1, 1, 1).uniform(2));
}

constexpr std::uint32_t draws = 200000;

TEST(RandomSequence, UniformHasTheMomentsAndEvenBuckets) {
  const RandomSequence sequence(2024, 1, 1);
  double sum = 0.0;
  double squares = 0.0;
  double serial = 0.0;
  std::array<double, 100> buckets{};
  for (std::uint32_t i = 0; i < draws; ++i) {
    const double u = sequence.uniform(i);
    ASSERT_GE(u, 0.0);
    ASSERT_LT(u, 1.0);
    sum += u - 0.5;
    squares += (u - 0.5) * (u - 0.5);
    serial += (u - 0.5) * (sequence.uniform(i + 1) - 0.5) + (u - 0.5) * (RandomSequence(2024, 1, 2).uniform(i) - 0.5);
    buckets[static_cast<std::size_t>(u * 100.0)] += 1.0;
  }
  const double n = draws;
  EXPECT_NEAR(sum / n, 0.0, 5.0 * std::sqrt(1.0 / 12.0 / n));
  EXPECT_NEAR(squares / n, 1.0 / 12.0, 5.0 * std::sqrt(1.0 / 180.0 / n));
  EXPECT_NEAR(serial / n, 0.0, 5.0 * std::sqrt(2.0 / 144.0 / n));
  double chi_squared = 0.0;
  for (const double count : buckets) chi_squared += (count - n / 100.0) * (count - n / 100.0) / (n / 100.0);
  EXPECT_NEAR(chi_squared, 99.0, 5.0 * std::sqrt(2.0 * 99.0));
}

TEST(RandomSequence, NormalHasTheMomentsAcrossEntities) {
  std::array<double, 5> moments{};
  for (std::uint32_t i = 0; i < draws; ++i) {
    const double z = RandomSequence(5, 2, i).normal(0);
    for (std::size_t k = 1; k <= 4; ++k) moments[k] += std::pow(z, static_cast<double>(k)) / draws;
  }
  const double scale = 5.0 / std::sqrt(static_cast<double>(draws));
  EXPECT_NEAR(moments[1], 0.0, scale);
  EXPECT_NEAR(moments[2], 1.0, scale * std::sqrt(2.0));
  EXPECT_NEAR(moments[3], 0.0, scale * std::sqrt(15.0));
  EXPECT_NEAR(moments[4], 3.0, scale * std::sqrt(96.0));
}

TEST(RandomSequence, RangesAndChoicesStayInside) {
  const RandomSequence sequence(8, 8, 8);
  std::array<int, 7> chosen{};
  for (std::uint32_t i = 0; i < 70000; ++i) {
    const double inside = sequence.uniform(i, -3.0, 5.0);
    ASSERT_GE(inside, -3.0);
    ASSERT_LT(inside, 5.0);
    ++chosen.at(sequence.below(i, 7));
  }
  for (const int count : chosen) EXPECT_NEAR(count, 10000, 500);
  EXPECT_EQ(sequence.below(3, 1), 0U);
  EXPECT_THROW(static_cast<void>(sequence.below(0, 0)), BrokenPromise);
}

}  // namespace
}  // namespace parktwin
