#include "engine/simulators/energy/grid/hosting_sweep.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "engine/core/check.h"
#include "engine/core/parallel.h"
#include "engine/simulators/energy/grid/free_nodes.h"

namespace parktwin::energy::grid {

namespace {

constexpr std::uint32_t most_sweeps = 60;
constexpr double standstill = 1e-9;
constexpr double rounding = 1e-9;
constexpr double power_tolerance = 1e-8;  ///< per unit, or of a node's power
constexpr double beyond_all = std::numeric_limits<double>::infinity();

/// What a node or branch must keep: its limit, or what it is without the new generation where that is worse.
struct NodeBounds {
  double least = 0.0;
  double most = beyond_all;
  std::size_t least_bus = 0;
  std::size_t most_bus = 0;
};

/// All that the trials share.
struct Base {
  Base(const Grid& given, const HostingOptions& wanted)
      : grid(given),
        options(wanted),
        network(compile(given)),
        before(power_flow(given, network, wanted.newton)),
        injection(injection_of(given, network)),
        voltage(network.node_count(), 1.0),
        bounds(network.node_count()),
        fullest(network.branches.size(), 1.0),
        branches(network.islands.size()),
        inverters(network.islands.size()),
        free(network.islands.size()),
        rated_pu(network.node_count(), 0.0) {
    for (std::size_t bus = 0; bus < grid.buses.size(); ++bus) take_bus(bus);
    for (std::size_t i = 0; i < network.branches.size(); ++i) {
      const auto& branch = network.branches[i];
      if (branch.from_rated_pu <= 0.0) continue;
      branches[network.island_of_node[branch.from]].push_back(i);
      if (before.branches[i].loading > 1.0) fullest[i] = before.branches[i].loading + rounding;
      rated_pu[branch.from] += branch.from_rated_pu;
      rated_pu[branch.to] += branch.to_rated_pu;
    }
    for (const auto& inverter : injection.inverters) inverters[network.island_of_node[inverter.node]].push_back(&inverter);
    for (std::size_t i = 0; i < network.islands.size(); ++i) {
      if (network.islands[i].live() && network.islands[i].held.empty()) free[i] = free_nodes(network, i);
    }
  }
  Base(const Base&) = delete;
  Base& operator=(const Base&) = delete;

  const Grid& grid;
  const HostingOptions& options;
  Network network;
  PowerFlow before;
  Injection injection;
  std::vector<Complex> voltage;                             ///< per node, without new generation
  std::vector<NodeBounds> bounds;                           ///< per node
  std::vector<double> fullest;                              ///< per branch
  std::vector<std::vector<std::size_t>> branches;           ///< with a rating, per island
  std::vector<std::vector<const NodeInverter*>> inverters;  ///< per island
  std::vector<std::optional<FreeNodes>> free;               ///< per island that sweeps
  std::vector<double> rated_pu;                             ///< of the branches at a node

 private:
  void take_bus(std::size_t bus) {
    if (before.buses[bus].state != BusState::solved) return;
    const std::uint32_t node = network.node_of_bus[bus];
    const double size = before.buses[bus].voltage_pu;
    voltage[node] = std::polar(size, before.buses[bus].angle_rad);
    const double least = size < grid.buses[bus].least_pu ? size - rounding : grid.buses[bus].least_pu;
    const double most = size > grid.buses[bus].most_pu ? size + rounding : grid.buses[bus].most_pu;
    auto& kept = bounds[node];
    if (least > kept.least) kept.least = least, kept.least_bus = bus;
    if (most < kept.most) kept.most = most, kept.most_bus = bus;
  }
};

/// One bus: trial after trial, each from the voltages of the last.
class Probe {
 public:
  Probe(const Base& base, std::size_t bus)
      : base_(base), node_(base.network.node_of_bus[bus]), island_(base.network.island_of_node[node_]), voltage_(base.voltage) {}

  /// How far the worst limit is left, as a share of it; negative: all are kept. Infinite without a solution.
  double excess(double active_w) {
    const Complex added = Complex(1.0, base_.options.reactive_ratio) * active_w / base_.network.base_va;
    if (!swept(added) && !solved(added)) {
      voltage_ = base_.voltage;
      worst_.reset();
      return beyond_all;
    }
    return judged();
  }
  [[nodiscard]] const std::optional<Violation>& worst() const { return worst_; }

  /// What the branches at the bus carry away, in watt, beyond which nothing can fit; 0 where none has a rating.
  [[nodiscard]] double reach_w() const {
    return 1.2 * (base_.rated_pu[node_] + std::abs(base_.injection.power[node_])) * base_.network.base_va;
  }

 private:
  bool swept(Complex added) {
    const auto& free = base_.free[island_];
    if (!free || !free->factors.regular) return false;
    const std::uint32_t first = base_.network.islands[island_].first;
    std::vector<Complex> current(free->nodes.size());
    for (std::uint32_t sweep = 0; sweep < most_sweeps; ++sweep) {
      for (std::size_t row = 0; row < current.size(); ++row) {
        const std::uint32_t node = free->nodes[row];
        const Complex power = base_.injection.power[node] + (node == node_ ? added : 0.0);
        current[row] = free->source_current[row] + std::conj(power / voltage_[node]);
      }
      for (const auto* inverter : base_.inverters[island_]) {
        const std::uint32_t row = free->row[inverter->node - first];
        if (row == nowhere) continue;
        const Complex at = voltage_[inverter->node];
        const auto reactive = reactive_power(*inverter->control, inverter->rated_pu, inverter->active_pu, std::abs(at));
        current[row] += std::conj(Complex(inverter->active_pu, reactive.value) / at);
      }
      free->factors.solve(current);
      double moved = 0.0;
      for (std::size_t row = 0; row < current.size(); ++row) {
        moved += std::norm(current[row] - voltage_[free->nodes[row]]);
        voltage_[free->nodes[row]] = current[row];
      }
      if (!std::isfinite(moved) || moved > 1e6) return false;
      if (moved < standstill * standstill) return balanced(*free, added);
    }
    return false;
  }

  /// The power that every free node's row of the admittance matrix asks for is what is fed in there.
  bool balanced(const FreeNodes& free, Complex added) const {
    const Network& network = base_.network;
    std::vector<Complex> fed(free.nodes.size());
    for (std::size_t row = 0; row < fed.size(); ++row)
      fed[row] = base_.injection.power[free.nodes[row]] + (free.nodes[row] == node_ ? added : 0.0);
    for (const auto* inverter : base_.inverters[island_]) {
      const std::uint32_t row = free.row[inverter->node - network.islands[island_].first];
      if (row == nowhere) continue;
      const auto reactive = reactive_power(*inverter->control, inverter->rated_pu, inverter->active_pu, std::abs(voltage_[inverter->node]));
      fed[row] += Complex(inverter->active_pu, reactive.value);
    }
    for (std::size_t row = 0; row < fed.size(); ++row) {
      const std::uint32_t node = free.nodes[row];
      Complex current = 0.0;
      double size = 0.0;
      for (std::uint32_t entry = network.row_begin[node]; entry < network.row_begin[node + 1]; ++entry) {
        current += network.admittance[entry] * voltage_[network.column[entry]];
        size += std::abs(network.admittance[entry]);
      }
      const double allowed = power_tolerance * (1.0 + std::abs(fed[row])) + 64.0 * std::numeric_limits<double>::epsilon() * size;
      if (!(std::abs(fed[row] - voltage_[node] * std::conj(current)) <= allowed)) return false;
    }
    return true;
  }

  bool solved(Complex added) {
    voltage_ = base_.voltage;
    Injection injection = base_.injection;
    injection.power[node_] += added;
    NewtonSolver solver(base_.network, island_);
    return solver.solve(injection, base_.options.newton, voltage_).converged;
  }

  double judged() {
    double most = -beyond_all;
    const auto take = [&](double excess, Limit limit, std::size_t place, double value) {
      if (excess <= most) return;
      most = excess;
      worst_ = {limit, place, value};
    };
    const auto& island = base_.network.islands[island_];
    for (std::uint32_t node = island.first; node < island.last; ++node) {
      const double size = std::abs(voltage_[node]);
      const auto& bounds = base_.bounds[node];
      take(size / bounds.most - 1.0, Limit::voltage_high, bounds.most_bus, size);
      take(1.0 - size / bounds.least, Limit::voltage_low, bounds.least_bus, size);
    }
    for (const std::size_t i : base_.branches[island_]) {
      const auto& branch = base_.network.branches[i];
      const auto& y = branch.admittance;
      const double from = std::abs(y.from_from * voltage_[branch.from] + y.from_to * voltage_[branch.to]) / branch.from_rated_pu;
      const double to = std::abs(y.to_from * voltage_[branch.from] + y.to_to * voltage_[branch.to]) / branch.to_rated_pu;
      const double loading = std::max(from, to);
      take(loading / base_.fullest[i] - 1.0, Limit::loading, i, loading);
    }
    return most;
  }

  const Base& base_;
  std::uint32_t node_;
  std::uint32_t island_;
  std::vector<Complex> voltage_;
  std::optional<Violation> worst_;
};

/// Fits at `low`, does not at `high`.
struct Bracket {
  double low = 0.0;
  double low_excess = 0.0;
  double high = 0.0;
  double high_excess = 0.0;

  /// By false position, moved half a resolution so that the bracket closes from both sides; by halves where that does not do.
  [[nodiscard]] double next(double resolution, bool from_below, bool halve) const {
    const double middle = 0.5 * (low + high);
    if (halve || !std::isfinite(high_excess) || low_excess >= 0.0) return middle;
    const double crossing = low + (high - low) * low_excess / (low_excess - high_excess);
    const double moved = crossing + (from_below ? 0.5 : -0.5) * resolution;
    const double edge = 0.1 * std::min(resolution, high - low);
    return std::clamp(moved, low + edge, high - edge);
  }
};

HostingCapacity capacity_of(const Base& base, std::size_t bus) {
  HostingCapacity capacity;
  capacity.bus = bus;
  capacity.live = true;
  Probe probe(base, bus);
  const double most_w = base.options.most_w;
  const double resolution = base.options.resolution_w;
  Bracket bracket;
  bracket.low_excess = std::min(0.0, probe.excess(0.0));
  bracket.high = probe.reach_w() > 0.0 ? std::min(most_w, probe.reach_w()) : most_w;
  for (;;) {
    bracket.high_excess = probe.excess(bracket.high);
    if (bracket.high_excess > 0.0) break;
    capacity.active_w = bracket.high;
    if (bracket.high >= most_w) return capacity;
    bracket.low = bracket.high;
    bracket.low_excess = bracket.high_excess;
    bracket.high = std::min(most_w, 2.0 * bracket.high);
  }
  capacity.limit = probe.worst();
  bool from_below = false;
  for (std::uint32_t trial = 1; bracket.high - bracket.low > resolution; ++trial) {
    const double power = bracket.next(resolution, from_below, trial % 4 == 0);
    const double excess = probe.excess(power);
    from_below = excess <= 0.0;
    if (from_below) {
      bracket.low = power;
      bracket.low_excess = excess;
    } else {
      bracket.high = power;
      bracket.high_excess = excess;
      capacity.limit = probe.worst();
    }
  }
  capacity.active_w = bracket.low;
  capacity.no_solution = !std::isfinite(bracket.high_excess);
  return capacity;
}

}  // namespace

std::vector<HostingCapacity> hosting_by_sweeps(const Grid& grid, const HostingOptions& options) {
  PARKTWIN_CHECK(options.resolution_w > 0.0 && options.most_w >= 0.0, "a resolution above 0");
  const Base base(grid, options);
  std::vector<std::size_t> buses = options.buses;
  if (buses.empty()) {
    buses.resize(grid.buses.size());
    std::iota(buses.begin(), buses.end(), std::size_t{0});
  }
  std::vector<HostingCapacity> found(buses.size());
  parallel_for(buses.size(), [&](std::size_t i) {
    PARKTWIN_CHECK(buses[i] < grid.buses.size(), "buses exist");
    found[i].bus = buses[i];
    if (base.before.buses[buses[i]].state == BusState::solved) found[i] = capacity_of(base, buses[i]);
  });
  return found;
}

}  // namespace parktwin::energy::grid
