#pragma once
// A grid compiled for its solvers: buses joined by closed switches become nodes, branches become two-port admittances, all in per unit of
// one base power and each bus's nominal voltage; nodes of one island lie together. Branch model: pi section behind an ideal complex ratio
// t : 1 at the `from` side, I_f = (y_s + y_0 / 2) / |t|² V_f − y_s / t* V_t, I_t = −y_s / t V_f + (y_s + y_0 / 2) V_t (Zimmerman et al.,
// IEEE Transactions on Power Systems 26(1), 2011, doi:10.1109/TPWRS.2010.2051168, section II.A). An open end is eliminated exactly.
#include <complex>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "engine/simulators/energy/grid/grid.h"

namespace parktwin::energy::grid {

using Complex = std::complex<double>;

inline constexpr std::uint32_t nowhere = UINT32_MAX;

struct TwoPort {
  Complex from_from, from_to, to_from, to_to;
};

/// A line (numbers from 0) or transformer (numbers from lines.size()) in per unit.
struct Branch {
  std::uint32_t from = nowhere;  ///< node
  std::uint32_t to = nowhere;
  TwoPort admittance;
  double from_rated_pu = 0.0;  ///< current; 0: no limit
  double to_rated_pu = 0.0;
};

/// A node whose voltage machines hold.
struct HeldNode {
  std::uint32_t node = nowhere;
  double voltage_pu = 1.0;
  double least_reactive_pu = 0.0;
  double most_reactive_pu = 0.0;
};

struct SlackNode {
  std::uint32_t node = nowhere;
  Complex voltage_pu = 1.0;
};

/// Nodes [first, last) that hang together.
struct Island {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  std::vector<SlackNode> slacks;  ///< none: dead
  std::vector<HeldNode> held;
  [[nodiscard]] bool live() const { return !slacks.empty(); }
};

struct Network {
  double base_va = 1e6;
  std::vector<std::uint32_t> node_of_bus;
  std::vector<std::uint32_t> bus_of_node;  ///< the first bus of each
  std::vector<std::uint32_t> island_of_node;
  std::vector<Island> islands;
  std::vector<Branch> branches;
  // Rows of the admittance matrix, columns rising; its pattern is symmetric and has every diagonal entry.
  std::vector<std::uint32_t> row_begin;
  std::vector<std::uint32_t> column;
  std::vector<Complex> admittance;

  [[nodiscard]] std::size_t node_count() const { return bus_of_node.size(); }
};

/// Precondition: faults(grid) is empty.
[[nodiscard]] Network compile(const Grid& grid, double base_va = 1e6);

/// The node of each bus when closed switches are ideal, numbered by first bus.
[[nodiscard]] std::vector<std::uint32_t> joined_buses(const Grid& grid);

[[nodiscard]] TwoPort line_admittance(const Line& line, double frequency_hz, double base_ohm);

[[nodiscard]] TwoPort transformer_admittance(const Transformer& transformer, double base_va, double high_nominal_v, double low_nominal_v);

/// Without end `to`, what is left at `from` is y_ff − y_ft y_tf / y_tt.
[[nodiscard]] TwoPort with_open_ends(const TwoPort& closed, bool from_closed, bool to_closed);

}  // namespace parktwin::energy::grid
