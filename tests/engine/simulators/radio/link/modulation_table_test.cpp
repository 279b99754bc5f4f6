#include "engine/simulators/radio/link/modulation_table.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "engine/core/check.h"
#include "engine/core/random.h"

namespace parktwin::radio::link {
namespace {

constexpr LinkCurve ideal = {.implementation_margin = Decibel(0.0)};

void expect_efficiencies(SchemeTable table, std::int32_t first_index, const std::vector<double>& published) {
  const auto rows = schemes(table);
  ASSERT_EQ(rows.size(), published.size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    EXPECT_EQ(rows[i].index, first_index + static_cast<std::int32_t>(i));
    EXPECT_NEAR(rows[i].efficiency(), published[i], 5.01e-5) << "index " << rows[i].index;  // rounded to four places
  }
}

// The spectral-efficiency columns of TS 38.214 v16.4.0.
TEST(ModulationTable, EfficienciesOfTheStandard) {
  expect_efficiencies(SchemeTable::mcs_64qam, 0, {0.2344, 0.3066, 0.3770, 0.4902, 0.6016, 0.7402, 0.8770, 1.0273, 1.1758, 1.3262,
                                                  1.3281, 1.4766, 1.6953, 1.9141, 2.1602, 2.4063, 2.5703, 2.5664, 2.7305, 3.0293,
                                                  3.3223, 3.6094, 3.9023, 4.2129, 4.5234, 4.8164, 5.1152, 5.3320, 5.5547});
  expect_efficiencies(SchemeTable::mcs_256qam, 0,
                      {0.2344, 0.3770, 0.6016, 0.8770, 1.1758, 1.4766, 1.6953, 1.9141, 2.1602, 2.4063, 2.5703, 2.7305, 3.0293, 3.3223,
                       3.6094, 3.9023, 4.2129, 4.5234, 4.8164, 5.1152, 5.3320, 5.5547, 5.8906, 6.2266, 6.5703, 6.9141, 7.1602, 7.4063});
  expect_efficiencies(
      SchemeTable::cqi_64qam, 1,
      {0.1523, 0.2344, 0.3770, 0.6016, 0.8770, 1.1758, 1.4766, 1.9141, 2.4063, 2.7305, 3.3223, 3.9023, 4.5234, 5.1152, 5.5547});
  expect_efficiencies(
      SchemeTable::cqi_256qam, 1,
      {0.1523, 0.3770, 0.8770, 1.4766, 1.9141, 2.4063, 2.7305, 3.3223, 3.9023, 4.5234, 5.1152, 5.5547, 6.2266, 6.9141, 7.4063});
}

// Sionna 2.2.0, sys/bler_tables/PDSCH_table1.json and PDSCH_table2.json, code blocks of 2000 bits: SNR at 10 % block errors, by normal
// deviates of the block error rates between tabulated SNRs, which lie 1.6 to 1.8 dB apart.
TEST(ModulationTable, RequiredSinrFollowsSimulatedBlockErrors) {
  const std::vector<double> table_1 = {-2.26, -1.80, -0.23, 0.65,  1.56,  2.66,  3.34,  3.52,  4.55,  5.22,  6.39,  6.97, 8.38, 8.70,
                                       9.11,  10.11, 10.69, 12.07, 12.66, 13.95, 14.54, 15.70, 16.59, 17.68, 18.58, 19.62};  // MCS 3–28
  const std::vector<double> table_2 = {-1.38, 0.74,  2.38,  4.19,  5.35,  6.05,  7.11,  8.29,  8.74,  9.95,  10.72, 11.79, 12.94,
                                       13.69, 14.78, 15.53, 16.56, 17.75, 18.64, 19.21, 20.12, 21.25, 22.31, 23.28, 24.25};  // MCS 2–26
  double square_sum = 0.0;
  const auto compare = [&](SchemeTable table, std::size_t first, const std::vector<double>& simulated_db) {
    for (std::size_t i = 0; i < simulated_db.size(); ++i) {
      const auto& scheme = schemes(table)[first + i];
      const double error_db = required_sinr(scheme.efficiency(), ideal).value() - simulated_db[i];
      EXPECT_LT(std::abs(error_db), 0.7) << "index " << scheme.index;
      square_sum += error_db * error_db;
    }
  };
  compare(SchemeTable::mcs_64qam, 3, table_1);
  compare(SchemeTable::mcs_256qam, 2, table_2);
  EXPECT_LT(std::sqrt(square_sum / static_cast<double>(table_1.size() + table_2.size())), 0.25);
}

// 5G-LENA, model/nr-eesm-t2.cc, base graph 1, largest code block: between the tabulated SINRs where the block error rate passes 10 %.
TEST(ModulationTable, MarginMeetsAnotherSimulator) {
  struct Row {
    std::size_t mcs;
    double sinr_db;
  };
  for (const Row& row : {Row{2, 1.96}, Row{3, 3.48}, Row{4, 4.84}, Row{5, 7.01}, Row{25, 25.31}}) {
    const auto& scheme = schemes(SchemeTable::mcs_256qam)[row.mcs];
    EXPECT_NEAR(required_sinr(scheme.efficiency(), LinkCurve{}).value(), row.sinr_db, 1.0) << "MCS " << row.mcs;
  }
}

// 10 lg(2^(1.4766/0.925) − 1) = 10 lg 2.0234 = 3.061 dB, + 1.2 + 2.5.
TEST(ModulationTable, RequiredSinrByHand) {
  EXPECT_NEAR(required_sinr(1.4766, LinkCurve{}).value(), 6.761, 1e-3);
  EXPECT_THROW((void)required_sinr(0.0, LinkCurve{}), BrokenPromise);
}

TEST(ModulationTable, BestSchemeCarriesMostOfThoseInReach) {
  const RandomSequence random(11, 0, 0);
  for (const auto table : {SchemeTable::mcs_64qam, SchemeTable::mcs_256qam, SchemeTable::cqi_64qam, SchemeTable::cqi_256qam}) {
    for (std::uint32_t i = 0; i < 500; ++i) {
      const Decibel sinr(random.uniform(i, -12.0, 35.0));
      double most = 0.0;
      for (const auto& scheme : schemes(table)) {
        if (required_sinr(scheme.efficiency(), LinkCurve{}) <= sinr) most = std::max(most, scheme.efficiency());
      }
      const auto best = best_scheme(table, sinr, LinkCurve{});
      EXPECT_EQ(best ? best->efficiency() : 0.0, most) << sinr.value() << " dB";
    }
  }
}

TEST(ModulationTable, BestSchemeAtTheThresholds) {
  for (const auto& scheme : schemes(SchemeTable::cqi_256qam)) {
    const Decibel needed = required_sinr(scheme.efficiency(), LinkCurve{});
    EXPECT_EQ(best_scheme(SchemeTable::cqi_256qam, needed, LinkCurve{})->index, scheme.index);
    const auto below = best_scheme(SchemeTable::cqi_256qam, needed - Decibel(1e-9), LinkCurve{});
    EXPECT_EQ(below ? below->index : 0, scheme.index - 1);
  }
  // I_MCS 17 of the 64QAM table carries less than 16 and is never the best.
  EXPECT_EQ(best_scheme(SchemeTable::mcs_64qam, required_sinr(2.5703125, LinkCurve{}), LinkCurve{})->index, 16);
}

TEST(ModulationTable, LayersPayOnlyAtHighSinr) {
  const auto table = SchemeTable::mcs_256qam;
  EXPECT_EQ(best_layers(table, Decibel(-10.0), 4, LinkCurve{}).layers, 0);
  EXPECT_EQ(best_layers(table, Decibel(-10.0), 4, LinkCurve{}).efficiency(), 0.0);
  EXPECT_EQ(best_layers(table, Decibel(-3.0), 4, LinkCurve{}).layers, 1);
  const auto best = best_layers(table, Decibel(40.0), 4, LinkCurve{});
  EXPECT_EQ(best.layers, 4);
  EXPECT_EQ(best.scheme.index, 27);
  double before = 0.0;
  for (double sinr_db = -10.0; sinr_db < 40.0; sinr_db += 0.1) {
    const double efficiency = best_layers(table, Decibel(sinr_db), 4, LinkCurve{}).efficiency();
    EXPECT_GE(efficiency, before);
    EXPECT_GE(efficiency, best_layers(table, Decibel(sinr_db), 2, LinkCurve{}).efficiency());
    EXPECT_LE(efficiency, 4.0 * std::log2(1.0 + std::pow(10.0, 0.1 * sinr_db) / 4.0));  // Shannon
    before = efficiency;
  }
}

}  // namespace
}  // namespace parktwin::radio::link
