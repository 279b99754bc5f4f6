#include "engine/simulators/radio/link/modulation_table.h"

#include <array>
#include <cmath>
#include <cstddef>

#include "engine/core/check.h"

namespace parktwin::radio::link {
namespace {

struct Row {
  std::int32_t modulation_order;
  double code_rate_x1024;
};

template <std::size_t Count>
constexpr std::array<ModulationScheme, Count> numbered(const std::array<Row, Count>& rows, std::int32_t first_index) {
  std::array<ModulationScheme, Count> table;
  for (std::size_t i = 0; i < Count; ++i) {
    table[i] = {first_index + static_cast<std::int32_t>(i), rows[i].modulation_order, rows[i].code_rate_x1024};
  }
  return table;
}

// TS 38.214 table 5.1.3.1-1.
constexpr auto mcs_64qam =
    numbered(std::to_array<Row>({{2, 120}, {2, 157}, {2, 193}, {2, 251}, {2, 308}, {2, 379}, {2, 449}, {2, 526}, {2, 602}, {2, 679},
                                 {4, 340}, {4, 378}, {4, 434}, {4, 490}, {4, 553}, {4, 616}, {4, 658}, {6, 438}, {6, 466}, {6, 517},
                                 {6, 567}, {6, 616}, {6, 666}, {6, 719}, {6, 772}, {6, 822}, {6, 873}, {6, 910}, {6, 948}}),
             0);
// Table 5.1.3.1-2.
constexpr auto mcs_256qam =
    numbered(std::to_array<Row>({{2, 120},   {2, 193}, {2, 308}, {2, 449}, {2, 602}, {4, 378}, {4, 434},   {4, 490}, {4, 553}, {4, 616},
                                 {4, 658},   {6, 466}, {6, 517}, {6, 567}, {6, 616}, {6, 666}, {6, 719},   {6, 772}, {6, 822}, {6, 873},
                                 {8, 682.5}, {8, 711}, {8, 754}, {8, 797}, {8, 841}, {8, 885}, {8, 916.5}, {8, 948}}),
             0);
// Table 5.2.2.1-2; CQI 0 is out of range.
constexpr auto cqi_64qam = numbered(std::to_array<Row>({{2, 78},
                                                        {2, 120},
                                                        {2, 193},
                                                        {2, 308},
                                                        {2, 449},
                                                        {2, 602},
                                                        {4, 378},
                                                        {4, 490},
                                                        {4, 616},
                                                        {6, 466},
                                                        {6, 567},
                                                        {6, 666},
                                                        {6, 772},
                                                        {6, 873},
                                                        {6, 948}}),
                                    1);
// Table 5.2.2.1-3.
constexpr auto cqi_256qam = numbered(std::to_array<Row>({{2, 78},
                                                         {2, 193},
                                                         {2, 449},
                                                         {4, 378},
                                                         {4, 490},
                                                         {4, 616},
                                                         {6, 466},
                                                         {6, 567},
                                                         {6, 666},
                                                         {6, 772},
                                                         {6, 873},
                                                         {8, 711},
                                                         {8, 797},
                                                         {8, 885},
                                                         {8, 948}}),
                                     1);

}  // namespace

std::span<const ModulationScheme> schemes(SchemeTable table) {
  switch (table) {
    case SchemeTable::mcs_64qam:
      return mcs_64qam;
    case SchemeTable::mcs_256qam:
      return mcs_256qam;
    case SchemeTable::cqi_64qam:
      return cqi_64qam;
    case SchemeTable::cqi_256qam:
      return cqi_256qam;
  }
  return {};
}

Decibel required_sinr(double efficiency, const LinkCurve& curve) {
  PARKTWIN_CHECK(efficiency > 0.0 && curve.attenuation > 0.0, "efficiency and attenuation must be positive");
  // TR 36.942 annex A.2, Thr = α·log2(1 + SNIR), solved for SNIR.
  return Decibel(10.0 * std::log10(std::exp2(efficiency / curve.attenuation) - 1.0)) + curve.gap + curve.implementation_margin;
}

std::optional<ModulationScheme> best_scheme(SchemeTable table, Decibel sinr, const LinkCurve& curve) {
  std::optional<ModulationScheme> best;
  for (const auto& scheme : schemes(table)) {
    if (best && scheme.efficiency() <= best->efficiency()) continue;
    if (required_sinr(scheme.efficiency(), curve) > sinr) break;
    best = scheme;
  }
  return best;
}

LayeredScheme best_layers(SchemeTable table, Decibel sinr, std::int32_t most_layers, const LinkCurve& curve) {
  PARKTWIN_CHECK(most_layers > 0, "at least one layer");
  LayeredScheme best;
  for (std::int32_t layers = 1; layers <= most_layers; ++layers) {
    const auto scheme = best_scheme(table, sinr - Decibel(10.0 * std::log10(layers)), curve);
    if (!scheme) break;
    const LayeredScheme candidate{layers, *scheme};
    if (candidate.efficiency() > best.efficiency()) best = candidate;
  }
  return best;
}

}  // namespace parktwin::radio::link
