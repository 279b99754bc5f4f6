#include "engine/simulators/radio/path_kernels.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>
#include <vector>

#include "engine/core/random.h"
#include "engine/simulators/radio/knife_edge.h"
#include "engine/simulators/radio/rank_kernels.h"
#include "engine/simulators/radio/site_geometry.h"

namespace parktwin::radio {
namespace {

constexpr std::size_t count = 301;  // no multiple of any vector's width

std::vector<float> random_row(std::uint32_t stream, double low, double high) {
  const RandomSequence random(51, 0, stream);
  std::vector<float> row(count);
  for (std::uint32_t i = 0; i < count; ++i) row[i] = static_cast<float>(random.uniform(i, low, high));
  return row;
}

/// Cells without an edge, with a grazing one, and hidden ones with one to three.
struct Planes {
  std::vector<std::uint16_t> first = std::vector<std::uint16_t>(count), second = first, third = first;
  std::vector<std::int16_t> departure = std::vector<std::int16_t>(count);
  std::vector<std::uint8_t> spreading = std::vector<std::uint8_t>(count), vegetation = spreading;

  Planes() {
    const RandomSequence random(52, 0, 0);
    for (std::uint32_t i = 0; i < count; ++i) {
      const auto edge = [&](std::uint32_t draw) { return parameter_code(static_cast<float>(random.uniform(8 * i + draw, 0.0, 12.0))); };
      vegetation[i] = static_cast<std::uint8_t>(random.below(8 * i, 256));
      if (i % 5 == 1) first[i] = parameter_code(static_cast<float>(random.uniform(8 * i + 1, -0.9, 0.0)));
      if (i % 5 < 2) continue;
      first[i] = edge(1) | hidden_bit;
      if (i % 5 > 2) second[i] = edge(2);
      if (i % 5 > 3) third[i] = edge(3);
      departure[i] = static_cast<std::int16_t>(static_cast<std::int32_t>(random.below(8 * i + 4, 65535)) - 32767);
      if (i % 5 > 2) spreading[i] = static_cast<std::uint8_t>(random.below(8 * i + 5, 256));
    }
  }
  [[nodiscard]] PathCodes codes() const {
    return {first.data(), second.data(), third.data(), departure.data(), spreading.data(), vegetation.data()};
  }
};

TEST(PathKernels, HiddenPathsLeaveTowardsTheirFirstEdge) {
  const Planes planes;
  const auto east = random_row(1, -400.0, 400.0);
  const auto rise = random_row(2, -40.0, 10.0);
  const auto inverse = random_row(3, 0.001, 0.1);
  for (const float north_m : {-37.25F, 0.0F, 250.0F}) {
    std::vector<std::int32_t> seen(count);
    std::vector<float> rise_out(count), inverse_out(count);
    const std::vector<float> north(count, north_m);
    row_departures(count, planes.codes(), east.data(), north.data(), rise.data(), inverse.data(), seen.data(), rise_out.data(),
                   inverse_out.data());
    for (std::size_t i = 0; i < count; ++i) {
      ASSERT_EQ(seen[i], i % 5 < 2 ? 1 : 0);
      if (seen[i] != 0) {
        EXPECT_EQ(rise_out[i], rise[i]);
        EXPECT_EQ(inverse_out[i], inverse[i]);
        continue;
      }
      const double ground_m = std::hypot(static_cast<double>(east[i]), static_cast<double>(north_m));
      const double up_m = planes.departure[i] / 4096.0 * ground_m;
      EXPECT_NEAR(rise_out[i], up_m, 1e-6 * std::abs(up_m) + 1e-6);
      EXPECT_NEAR(inverse_out[i] * std::hypot(ground_m, up_m), 1.0, 1e-6);
    }
  }
}

// The antenna's own cell: no way at all, and still a number.
TEST(PathKernels, DeparturesAtTheMastAreFinite) {
  const std::uint16_t first = parameter_code(1.0F) | hidden_bit;
  const std::int16_t departure = -400;
  const PathCodes codes{&first, nullptr, nullptr, &departure, nullptr, nullptr};
  const float nothing = 0.0F;
  const float rise = -20.0F;
  const float inverse = 0.05F;
  std::int32_t seen = 1;
  float rise_out = 1.0F;
  float inverse_out = 0.0F;
  row_departures(1, codes, &nothing, &nothing, &rise, &inverse, &seen, &rise_out, &inverse_out);
  EXPECT_EQ(seen, 0);
  EXPECT_EQ(rise_out, 0.0F);
  EXPECT_TRUE(std::isfinite(inverse_out));
}

// The spreading correction of a string whose least edge costs so much (P.526-15 section 4.3: edges above about 15 dB are isolated).
double spreading_share(double least_db) { return std::clamp((least_db - 6.0) / 9.0, 0.0, 1.0); }

TEST(PathKernels, DirectLossesAddUp) {
  const Planes planes;
  const auto lg_distance = random_row(4, 0.5, 3.2);
  const auto extra_db = random_row(5, 0.0, 60.0);
  for (const double ghz : {0.7, 3.5, 26.0}) {
    const PathTables tables(gigahertz(ghz));
    std::vector<float> loss(count);
    row_direct_losses(count, tables, planes.codes(), lg_distance.data(), extra_db.data(), loss.data());
    for (std::size_t i = 0; i < count; ++i) {
      double expected = tables.free_space_db + 20.0 * static_cast<double>(lg_distance[i]) + static_cast<double>(extra_db[i]);
      double least_db = 1e9;
      for (const auto* plane : {&planes.first, &planes.second, &planes.third}) {
        if (((*plane)[i] & parameter_mask) == 0) continue;
        const double edge_db = knife_edge_loss_db(std::sqrt(ghz) * static_cast<double>(parameter_of((*plane)[i])));
        expected += edge_db;
        least_db = std::min(least_db, edge_db);
      }
      if (planes.spreading[i] != 0) expected += 0.1 * planes.spreading[i] * spreading_share(least_db);
      expected += static_cast<double>(tables.vegetation_db[planes.vegetation[i]]);
      EXPECT_NEAR(loss[i], expected, 2e-4) << ghz << " " << i;
    }
  }
}

TEST(PathKernels, LevelsAreWhatRemains) {
  const auto loss = random_row(6, 60.0, 180.0);
  const auto attenuation = random_row(7, 0.0, 30.0);
  std::vector<float> level(count);
  row_levels(count, 42.5F, loss.data(), attenuation.data(), level.data());
  for (std::size_t i = 0; i < count; ++i) EXPECT_NEAR(level[i], 42.5 - loss[i] - attenuation[i], 3e-5);
}

TEST(PathKernels, DetourLossesAreCornersAndFacades) {
  const auto lg_slant = random_row(8, 0.5, 3.2);
  auto bend = random_row(9, 0.0, 1.0);
  std::vector<std::int32_t> material(count);
  for (std::uint32_t i = 0; i < count; ++i) material[i] = static_cast<std::int32_t>(i % 6) - 1;
  bend[0] = 0.0F;
  bend[1] = 1.0F;
  bend[2] = 0.0F;
  bend[5] = 1.0F;  // normal incidence at the last material: the end of the tables
  for (std::uint32_t i = 6; i < count; i += 6) bend[i] *= 80.0F;
  for (const double ghz : {0.7, 3.5, 26.0}) {
    const PathTables tables(gigahertz(ghz));
    std::vector<float> loss(count);
    detour_losses(count, tables, material.data(), bend.data(), lg_slant.data(), loss.data());
    for (std::size_t i = 0; i < count; ++i) {
      double expected = tables.free_space_db + 20.0 * static_cast<double>(lg_slant[i]);
      if (material[i] < 0) {
        expected += knife_edge_loss_db(2.0 * std::sqrt(static_cast<double>(bend[i]) / tables.wavelength_m));
      } else {
        const double position = static_cast<double>(bend[i]) * PathTables::cosine_steps;
        const auto slot = static_cast<std::size_t>(position);
        const float* facade_db = tables.facade_db.data() + static_cast<std::size_t>(material[i]) * PathTables::cosines + slot;
        expected += facade_db[0] + (position - static_cast<double>(slot)) * (facade_db[1] - facade_db[0]);
      }
      EXPECT_NEAR(loss[i], expected, 3e-4) << ghz << " " << i;
    }
  }
}

TEST(PathKernels, JoinedLevelsAreSumsOfPowers) {
  const auto loss = random_row(10, 60.0, 160.0);
  const auto attenuation = random_row(11, 0.0, 30.0);
  const auto before = random_row(12, -140.0, -40.0);
  auto level = before;
  join_levels(count, 30.0F, loss.data(), attenuation.data(), level.data());
  for (std::size_t i = 0; i < count; ++i) {
    const double detour_dbm = 30.0 - static_cast<double>(loss[i]) - static_cast<double>(attenuation[i]);
    EXPECT_NEAR(level[i], 10.0 * std::log10(std::pow(10.0, 0.1 * static_cast<double>(before[i])) + std::pow(10.0, 0.1 * detour_dbm)), 1e-3);
    EXPECT_GE(level[i], before[i] - 1e-3F);
  }
}

struct Transmission {
  float load;
  std::vector<float> level;
};

std::vector<Transmission> random_transmissions(std::uint32_t number) {
  const RandomSequence random(53, 0, number);
  std::vector<Transmission> all;
  for (std::uint32_t cell = 0; cell < 24; ++cell) {
    all.push_back({static_cast<float>(random.uniform(cell, 0.0, 1.0)), random_row(100 + 50 * number + cell, -170.0, -30.0)});
  }
  return all;
}

/// All of them added, the strongest of each cell, and its power as it went into the sum.
struct Summed {
  std::vector<float> level = std::vector<float>(count, -1e30F);
  std::vector<std::uint16_t> cell = std::vector<std::uint16_t>(count, 0xFFFF);
  std::vector<float> load = std::vector<float>(count);
  std::vector<double> total = std::vector<double>(count), power = total;
};
Summed summed(const std::vector<Transmission>& all) {
  Summed sum;
  for (std::uint16_t i = 0; i < all.size(); ++i) {
    row_add(count, all[i].load, all[i].level.data(), sum.total.data());
    row_strongest(count, i, all[i].level.data(), sum.level.data(), sum.cell.data());
  }
  for (std::size_t at = 0; at < count; ++at) sum.load[at] = all[sum.cell[at]].load;
  row_powers(count, sum.level.data(), sum.load.data(), sum.power.data());
  return sum;
}

// Exactly zero after all was withdrawn in another order than it was added, and the same bits whatever the order.
TEST(PathKernels, SumsDoNotDependOnTheirOrder) {
  for (std::uint32_t number = 0; number < 20; ++number) {
    const auto all = random_transmissions(number);
    const RandomSequence random(54, 0, number);
    std::vector<std::uint16_t> order(all.size());
    std::iota(order.begin(), order.end(), std::uint16_t{0});
    std::vector<double> first_total;
    std::vector<float> first_level;
    std::vector<std::uint16_t> first_cell;
    for (std::uint32_t round = 0; round < 4; ++round) {
      std::vector<float> level(count, -1e30F);
      std::vector<std::uint16_t> cell(count, 0xFFFF);
      std::vector<double> total(count);
      for (const std::uint16_t i : order) {
        row_add(count, all[i].load, all[i].level.data(), total.data());
        row_strongest(count, i, all[i].level.data(), level.data(), cell.data());
      }
      if (round == 0) {
        first_total = total;
        first_level = level;
        first_cell = cell;
      }
      EXPECT_EQ(total, first_total);
      EXPECT_EQ(level, first_level);
      EXPECT_EQ(cell, first_cell);
      for (std::uint32_t i = 0; i + 1 < order.size(); ++i) {
        std::swap(order[i], order[i + random.below(100 * round + i, static_cast<std::uint32_t>(order.size()) - i)]);
      }
      for (const std::uint16_t i : order) row_withdraw(count, all[i].load, all[i].level.data(), total.data());
      EXPECT_EQ(total, std::vector<double>(count, 0.0));
    }
  }
}

TEST(PathKernels, SumsAndStrongestMatchPlainLoops) {
  const auto all = random_transmissions(99);
  const auto [level, cell, load, total, power] = summed(all);
  std::vector<float> ratio(count);
  row_ratios(count, level.data(), total.data(), ratio.data());
  for (std::size_t at = 0; at < count; ++at) {
    double sum_mw = 0.0;
    std::size_t winner = 0;
    for (std::size_t i = 0; i < all.size(); ++i) {
      sum_mw += static_cast<double>(all[i].load) * std::pow(10.0, 0.1 * static_cast<double>(all[i].level[at]));
      if (all[i].level[at] > all[winner].level[at]) winner = i;
    }
    EXPECT_EQ(cell[at], winner);
    EXPECT_EQ(level[at], all[winner].level[at]);
    EXPECT_NEAR(total[at], sum_mw, 2e-5 * sum_mw + 24 * 0x1p-57);
    EXPECT_NEAR(power[at], static_cast<double>(load[at]) * std::pow(10.0, 0.1 * static_cast<double>(level[at])),
                2e-5 * power[at] + 0x1p-57);
    EXPECT_NEAR(ratio[at], static_cast<double>(level[at]) - 10.0 * std::log10(total[at]), 1e-4);
  }
}

TEST(PathKernels, PowersAreWholeUnits) {
  const auto levels = random_row(13, -175.0, -100.0);
  const std::vector<float> load(count, 0.5F);
  std::vector<double> power(count);
  row_powers(count, levels.data(), load.data(), power.data());
  for (std::size_t i = 0; i < count; ++i) {
    const double exact_mw = 0.5 * std::pow(10.0, 0.1 * static_cast<double>(levels[i]));
    EXPECT_EQ(power[i], std::ldexp(std::round(std::ldexp(power[i], 56)), -56));
    EXPECT_NEAR(power[i], exact_mw, 0.51 * 0x1p-56 + 2e-5 * exact_mw);
  }
}

// What the strongest brought is taken off its sum without a trace: what remains is what the others alone make.
TEST(PathKernels, PowersOfTheStrongestLeaveExactlyTheOthers) {
  const auto all = random_transmissions(7);
  const auto [level, cell, load, total, power] = summed(all);
  for (std::size_t at = 0; at < count; ++at) {
    double others = 0.0;
    for (std::uint16_t i = 0; i < all.size(); ++i) {
      if (i != cell[at]) row_add(1, all[i].load, &all[i].level[at], &others);
    }
    EXPECT_EQ(total[at] - power[at], others);
  }
}

// Below what a unit of power holds nothing is added; a receiver under the mast does not spoil the sums.
TEST(PathKernels, SumsHoldTheWeakestAndTheStrongest) {
  const std::vector<float> levels = {-400.0F, -1e30F, -180.0F, -160.0F, -20.0F, 10.0F, 60.0F};
  std::vector<double> total(levels.size(), 0x1p-40);
  row_add(levels.size(), 1.0F, levels.data(), total.data());
  EXPECT_EQ(total[0], 0x1p-40);
  EXPECT_EQ(total[1], 0x1p-40);
  EXPECT_EQ(total[2], 0x1p-40);
  EXPECT_GT(total[3], 0x1p-40);
  for (const double each : total) {
    EXPECT_EQ(each, std::ldexp(std::round(std::ldexp(each, 56)), -56));
    EXPECT_LE(each, 0x1p-5);
  }
  row_withdraw(levels.size(), 1.0F, levels.data(), total.data());
  EXPECT_EQ(total, std::vector<double>(levels.size(), 0x1p-40));
}

// Masts of three cells each, ranked in any order, against a sort.
TEST(PathKernels, SwappingIsWithdrawingAndAdding) {
  const auto all = random_transmissions(3);
  auto swapped = summed(all).total;
  auto expected = swapped;
  row_withdraw(count, all[5].load, all[5].level.data(), expected.data());
  row_add(count, 0.25F, all[6].level.data(), expected.data());
  auto received = all[5].level;
  row_swap(count, all[5].load, received.data(), 0.25F, all[6].level.data(), swapped.data());
  EXPECT_EQ(received, all[6].level);
  EXPECT_EQ(swapped, expected);
}

TEST(PathKernels, RatiosOfTheOnlyCarrier) {
  const auto all = random_transmissions(8);
  const auto [level, cell, load, total, power] = summed(all);
  std::vector<float> ratio(count), expected(count);
  row_only_ratios(count, level.data(), load.data(), total.data(), 1e-12, 0.75, ratio.data());
  std::vector<double> disturbance(count);
  for (std::size_t i = 0; i < count; ++i) disturbance[i] = 1e-12 + 0.75 * (total[i] - power[i]);
  row_ratios(count, level.data(), disturbance.data(), expected.data());
  EXPECT_EQ(ratio, expected);
}

TEST(PathKernels, LoadsOfServers) {
  const std::vector<float> load_of_cell = {0.5F, 0.25F, 1.0F};
  std::vector<std::uint16_t> server;
  for (std::size_t i = 0; i < count; ++i) server.push_back(i % 4 == 3 ? 0xFFFF : static_cast<std::uint16_t>(i % 4));
  std::vector<float> load(count, 7.0F);
  row_loads(count, server.data(), load_of_cell.data(), load.data());
  for (std::size_t i = 0; i < count; ++i) EXPECT_EQ(load[i], i % 4 == 3 ? 0.0F : load_of_cell[i % 4]);
}

}  // namespace
}  // namespace parktwin::radio
