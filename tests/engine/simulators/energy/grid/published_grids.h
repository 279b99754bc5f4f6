#pragma once
// Published test grids as numbers: the IEEE 14-bus test case (University of Washington archive) and the 9-bus system of Chow 1982 as
// MATPOWER holds them (cases 14 and 9), and the 33-bus feeder of Baran and Wu 1989 (doi:10.1109/61.25627). Per unit on 100 MVA, 100 kV.
#include <array>
#include <cmath>
#include <cstddef>
#include <numbers>
#include <vector>

#include "engine/simulators/energy/grid/grid.h"

namespace parktwin::energy::grid {

inline constexpr double case_base_va = 100e6;
inline constexpr double case_base_v = 100e3;
inline constexpr double case_base_ohm = case_base_v * case_base_v / case_base_va;

/// From, to, resistance, reactance, charging, ratio (0: a line).
using CaseBranch = std::array<double, 6>;

inline void add_case_branch(Grid& grid, const CaseBranch& row) {
  const auto from = static_cast<std::size_t>(row[0]) - 1;
  const auto to = static_cast<std::size_t>(row[1]) - 1;
  if (row[5] == 0.0) {
    Line line;
    line.from = from;
    line.to = to;
    line.resistance_ohm = row[2] * case_base_ohm;
    line.reactance_ohm = row[3] * case_base_ohm;
    line.capacitance_f = row[4] / case_base_ohm / (2.0 * std::numbers::pi * grid.frequency_hz);
    grid.lines.push_back(line);
    return;
  }
  Transformer unit;
  unit.high = from;
  unit.low = to;
  unit.rated_va = case_base_va;
  unit.high_v = case_base_v * row[5];
  unit.low_v = case_base_v;
  unit.short_circuit_voltage = std::hypot(row[2], row[3]);
  unit.load_loss_w = row[2] * case_base_va;
  grid.transformers.push_back(unit);
}

inline void add_case_loads(Grid& grid, const std::vector<std::array<double, 2>>& megawatts) {
  grid.buses.assign(megawatts.size(), Bus{case_base_v, 0.94, 1.1});
  for (std::size_t bus = 0; bus < megawatts.size(); ++bus) {
    grid.loads.push_back({bus, megawatts[bus][0] * 1e6, megawatts[bus][1] * 1e6});
  }
}

/// Published to 0.001 per unit and 0.01°.
struct PublishedVoltage {
  double voltage_pu;
  double angle_deg;
};

inline const std::vector<PublishedVoltage> ieee14_voltages = {
    {1.060, 0.0},    {1.045, -4.98},  {1.010, -12.72}, {1.019, -10.33}, {1.020, -8.78},  {1.070, -14.22}, {1.062, -13.37},
    {1.090, -13.36}, {1.056, -14.94}, {1.051, -15.10}, {1.057, -14.79}, {1.055, -15.07}, {1.050, -15.16}, {1.036, -16.04}};

inline Grid ieee14() {
  Grid grid;
  add_case_loads(grid, {{0, 0},
                        {21.7, 12.7},
                        {94.2, 19},
                        {47.8, -3.9},
                        {7.6, 1.6},
                        {11.2, 7.5},
                        {0, 0},
                        {0, 0},
                        {29.5, 16.6},
                        {9, 5.8},
                        {3.5, 1.8},
                        {6.1, 1.6},
                        {13.5, 5.8},
                        {14.9, 5}});
  const std::vector<CaseBranch> branches = {{1, 2, 0.01938, 0.05917, 0.0528, 0},
                                            {1, 5, 0.05403, 0.22304, 0.0492, 0},
                                            {2, 3, 0.04699, 0.19797, 0.0438, 0},
                                            {2, 4, 0.05811, 0.17632, 0.034, 0},
                                            {2, 5, 0.05695, 0.17388, 0.0346, 0},
                                            {3, 4, 0.06701, 0.17103, 0.0128, 0},
                                            {4, 5, 0.01335, 0.04211, 0, 0},
                                            {4, 7, 0, 0.20912, 0, 0.978},
                                            {4, 9, 0, 0.55618, 0, 0.969},
                                            {5, 6, 0, 0.25202, 0, 0.932},
                                            {6, 11, 0.09498, 0.1989, 0, 0},
                                            {6, 12, 0.12291, 0.25581, 0, 0},
                                            {6, 13, 0.06615, 0.13027, 0, 0},
                                            {7, 8, 0, 0.17615, 0, 0},
                                            {7, 9, 0, 0.11001, 0, 0},
                                            {9, 10, 0.03181, 0.0845, 0, 0},
                                            {9, 14, 0.12711, 0.27038, 0, 0},
                                            {10, 11, 0.08205, 0.19207, 0, 0},
                                            {12, 13, 0.22092, 0.19988, 0, 0},
                                            {13, 14, 0.17093, 0.34802, 0, 0}};
  for (const auto& branch : branches) add_case_branch(grid, branch);
  grid.shunts.push_back({8, 0.0, 0.19 / case_base_ohm});
  grid.sources.push_back({0, 1.06});
  grid.generators = {{1, 40e6, 1.045, -40e6, 50e6}, {2, 0.0, 1.010, 0.0, 40e6}, {5, 0.0, 1.070, -6e6, 24e6}, {7, 0.0, 1.090, -6e6, 24e6}};
  return grid;
}

/// Bus voltages of a solved case as its source prints them.
struct SolvedVoltage {
  double voltage_pu;
  double angle_deg;
};

/// Case 9 with all voltages held at 1, as MATPOWER's own tests state it: lib/t/t_node_test.m of MATPOWER 8 (commit 5caa64c), its eV.
inline const std::vector<SolvedVoltage> matpower9_voltages = {{1.000000000000000, 0.0},
                                                              {1.000000000000000, 9.668741126628102},
                                                              {1.000000000000000, 4.771073237177304},
                                                              {0.987006852391906, -2.406643919519414},
                                                              {0.975472177085053, -4.017264326707555},
                                                              {1.003375436452801, 1.925601686828552},
                                                              {0.985644881724947, 0.621544555388917},
                                                              {0.996185245809070, 3.799120192692305},
                                                              {0.957621040429904, -4.349933576561018}};

/// Case 14 solved by programs that are not ours, as public tests hold it to nine and more digits (pandapower and PYPOWER, eight decimals;
/// a MATLAB Newton, fourteen: these).
inline const std::vector<SolvedVoltage> solved14_voltages = {{1.06, 0.0},
                                                             {1.045, -4.98258914197497},
                                                             {1.01, -12.7250999382679},
                                                             {1.01767085369177, -10.3129010923315},
                                                             {1.01951385981906, -8.77385389829527},
                                                             {1.07, -14.2209464637019},
                                                             {1.06151953249094, -13.3596273653462},
                                                             {1.09, -13.3596273653462},
                                                             {1.05593172063697, -14.9385212952289},
                                                             {1.05098462499985, -15.0972884630709},
                                                             {1.05690651854037, -14.7906220313214},
                                                             {1.05518856319710, -15.0755845204241},
                                                             {1.05038171362860, -15.1562763362218},
                                                             {1.03552994585357, -16.0336445292053}};

inline Grid chow9() {
  Grid grid;
  add_case_loads(grid, {{0, 0}, {0, 0}, {0, 0}, {0, 0}, {90, 30}, {0, 0}, {100, 35}, {0, 0}, {125, 50}});
  const std::vector<CaseBranch> branches = {{1, 4, 0, 0.0576, 0, 0}, {4, 5, 0.017, 0.092, 0.158, 0},   {5, 6, 0.039, 0.17, 0.358, 0},
                                            {3, 6, 0, 0.0586, 0, 0}, {6, 7, 0.0119, 0.1008, 0.209, 0}, {7, 8, 0.0085, 0.072, 0.149, 0},
                                            {8, 2, 0, 0.0625, 0, 0}, {8, 9, 0.032, 0.161, 0.306, 0},   {9, 4, 0.01, 0.085, 0.176, 0}};
  for (const auto& branch : branches) add_case_branch(grid, branch);
  grid.sources.push_back({0, 1.04});
  grid.generators = {{1, 163e6, 1.025, -300e6, 300e6}, {2, 85e6, 1.025, -300e6, 300e6}};
  return grid;
}

/// Ohms and kilowatts at 12.66 kV, without its five open ties.
inline Grid baran_wu33() {
  Grid grid;
  grid.buses.assign(33, Bus{12.66e3, 0.9, 1.1});
  grid.sources.push_back({0, 1.0});
  const std::vector<std::array<double, 2>> load_kw = {
      {100, 60},  {90, 40},   {120, 80}, {60, 30}, {60, 20}, {200, 100}, {200, 100}, {60, 20},  {60, 20},   {45, 30}, {60, 35},
      {60, 35},   {120, 80},  {60, 10},  {60, 20}, {60, 20}, {90, 40},   {90, 40},   {90, 40},  {90, 40},   {90, 40}, {90, 50},
      {420, 200}, {420, 200}, {60, 25},  {60, 25}, {60, 20}, {120, 70},  {200, 600}, {150, 70}, {210, 100}, {60, 40}};
  for (std::size_t i = 0; i < load_kw.size(); ++i) grid.loads.push_back({i + 1, load_kw[i][0] * 1e3, load_kw[i][1] * 1e3});
  const std::vector<std::array<double, 4>> lines = {
      {1, 2, 0.0922, 0.0470},   {2, 3, 0.4930, 0.2511},   {3, 4, 0.3660, 0.1864},   {4, 5, 0.3811, 0.1941},   {5, 6, 0.8190, 0.7070},
      {6, 7, 0.1872, 0.6188},   {7, 8, 0.7114, 0.2351},   {8, 9, 1.0300, 0.7400},   {9, 10, 1.0440, 0.7400},  {10, 11, 0.1966, 0.0650},
      {11, 12, 0.3744, 0.1238}, {12, 13, 1.4680, 1.1550}, {13, 14, 0.5416, 0.7129}, {14, 15, 0.5910, 0.5260}, {15, 16, 0.7463, 0.5450},
      {16, 17, 1.2890, 1.7210}, {17, 18, 0.7320, 0.5740}, {2, 19, 0.1640, 0.1565},  {19, 20, 1.5042, 1.3554}, {20, 21, 0.4095, 0.4784},
      {21, 22, 0.7089, 0.9373}, {3, 23, 0.4512, 0.3083},  {23, 24, 0.8980, 0.7091}, {24, 25, 0.8960, 0.7011}, {6, 26, 0.2030, 0.1034},
      {26, 27, 0.2842, 0.1447}, {27, 28, 1.0590, 0.9337}, {28, 29, 0.8042, 0.7006}, {29, 30, 0.5075, 0.2585}, {30, 31, 0.9744, 0.9630},
      {31, 32, 0.3105, 0.3619}, {32, 33, 0.3410, 0.5302}};
  for (const auto& row : lines) {
    Line line;
    line.from = static_cast<std::size_t>(row[0]) - 1;
    line.to = static_cast<std::size_t>(row[1]) - 1;
    line.resistance_ohm = row[2];
    line.reactance_ohm = row[3];
    grid.lines.push_back(line);
  }
  return grid;
}

}  // namespace parktwin::energy::grid
