#pragma once
// What the sweeps over many time steps of one island need, laid out in the order of elimination: factors, the sources' currents, who feeds
// in where by which profile, curves of inverters, branches with their limits. Places 0 … count − 1 are free nodes, then the slacks.
#include <cstdint>
#include <vector>

#include "engine/simulators/energy/grid/free_nodes.h"

namespace parktwin::energy::grid {

inline constexpr std::uint32_t constant_profile = UINT32_MAX;

/// Which profile scales each record; empty: all constant.
struct ProfileUse {
  std::vector<std::uint32_t> loads;
  std::vector<std::uint32_t> generators;
  std::vector<std::uint32_t> inverters;
};

struct ComplexColumns {
  std::vector<double> re;
  std::vector<double> im;
  void add(Complex value) {
    re.push_back(value.real());
    im.push_back(value.imag());
  }
};

/// Power at a place that follows one profile; profile numbers are shifted by one, 0 is the constant.
struct ScaledPower {
  std::uint32_t place = 0;
  std::uint32_t factor = 0;
  double active = 0.0;
  double reactive = 0.0;
};

struct CurvePiece {
  double from = 0.0;
  double to = 0.0;
  double slope = 0.0;
};

struct SweepInverter {
  std::uint32_t place = 0;
  std::uint32_t factor = 0;
  std::uint32_t record = 0;  ///< in the grid
  double rated = 0.0;
  double active = 0.0;
  bool by_voltage = false;
  double first_value = 0.0;  ///< of the curve
  std::uint32_t first_piece = 0;
  std::uint32_t last_piece = 0;
};

struct SweepBranch {
  std::uint32_t from = 0;  ///< place
  std::uint32_t to = 0;
  std::uint32_t record = 0;  ///< in the network
  double from_weight = 0.0;  ///< 1 / rated²
  double to_weight = 0.0;
  TwoPort admittance;
};

/// An entry of a slack's row of the admittance matrix.
struct SlackEntry {
  std::uint32_t slack = 0;  ///< place
  std::uint32_t place = 0;
  Complex admittance;
};

/// What takes active power by the square of its voltage.
struct SweepShunt {
  std::uint32_t place = 0;
  double conductance = 0.0;
};

struct SweepPlan {
  std::uint32_t count = 0;
  std::vector<std::uint32_t> node;  ///< of each place
  std::vector<std::uint32_t> begin;
  std::vector<std::uint32_t> later;
  ComplexColumns lower;
  ComplexColumns upper;
  ComplexColumns inverse_pivot;
  ComplexColumns source_current;
  ComplexColumns start;  ///< voltages without load; for slacks their own
  std::vector<ScaledPower> powers;
  std::vector<SweepInverter> inverters;
  std::vector<CurvePiece> pieces;
  std::vector<SweepBranch> branches;
  std::vector<SweepShunt> shunts;
  std::vector<SlackEntry> slack_entries;
  std::vector<std::uint32_t> row_begin;  ///< rows of the admittance matrix of the free nodes, as the records give it
  std::vector<std::uint32_t> column;     ///< place
  ComplexColumns admittance;
  std::vector<double> reach_square;     ///< of a power's error: (1 + what inverters there change by a per unit of voltage)²
  std::vector<double> rounding_square;  ///< of 64 roundings of the row
  bool sweeps = true;                   ///< false: held nodes or a singular matrix, Newton's method for every step
};

/// Preconditions: the island is live; `use` has a profile per record or is empty.
[[nodiscard]] SweepPlan plan_sweeps(const Grid& grid, const Network& network, std::size_t island, const ProfileUse& use);

}  // namespace parktwin::energy::grid
