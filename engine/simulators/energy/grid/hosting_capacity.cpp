#include "engine/simulators/energy/grid/hosting_capacity.h"

#include <algorithm>
#include <numeric>

#include "engine/core/check.h"
#include "engine/core/parallel.h"

namespace parktwin::energy::grid {

namespace {

class Trial {
 public:
  Trial(const Grid& grid, const Network& network, const PowerFlow& before, const HostingOptions& options, std::size_t bus)
      : grid_(grid), network_(network), before_(before), options_(options) {
    grid_.loads.push_back({bus, 0.0, 0.0});
  }

  /// Whether it fits; if not, what stops it goes to `found`.
  bool fits(double active_w, HostingCapacity& found) {
    grid_.loads.back().active_w = -active_w;
    grid_.loads.back().reactive_var = -active_w * options_.reactive_ratio;
    const auto flow = power_flow(grid_, network_, options_.newton);
    found.limit.reset();
    found.no_solution = flow.unsolved.size() > before_.unsolved.size();
    if (found.no_solution) return false;
    for (const auto& violation : flow.violations) {
      if (!worse(violation)) continue;
      if (!found.limit || excess(violation) > excess(*found.limit)) found.limit = violation;
    }
    return !found.limit;
  }

 private:
  [[nodiscard]] bool worse(const Violation& violation) const {
    constexpr double rounding = 1e-9;
    const auto known = std::find_if(before_.violations.begin(), before_.violations.end(), [&](const Violation& other) {
      return other.limit == violation.limit && other.place == violation.place;
    });
    if (known == before_.violations.end()) return true;
    const double change = violation.value - known->value;
    return violation.limit == Limit::voltage_low ? change < -rounding : change > rounding;
  }
  /// How far beyond its limit, as a share of it.
  [[nodiscard]] double excess(const Violation& violation) const {
    if (violation.limit == Limit::loading) return violation.value - 1.0;
    const auto& bus = grid_.buses[violation.place];
    return violation.limit == Limit::voltage_high ? violation.value / bus.most_pu - 1.0 : 1.0 - violation.value / bus.least_pu;
  }

  Grid grid_;
  const Network& network_;
  const PowerFlow& before_;
  const HostingOptions& options_;
};

HostingCapacity capacity_of(Trial trial, const HostingOptions& options, std::size_t bus) {
  HostingCapacity capacity;
  capacity.bus = bus;
  capacity.live = true;
  HostingCapacity stopped;
  if (trial.fits(options.most_w, stopped)) {
    capacity.active_w = options.most_w;
    return capacity;
  }
  double low = 0.0;
  double high = options.most_w;
  while (high - low > options.resolution_w) {
    const double middle = 0.5 * (low + high);
    HostingCapacity outcome;
    if (trial.fits(middle, outcome)) {
      low = middle;
    } else {
      high = middle;
      stopped = outcome;
    }
  }
  capacity.active_w = low;
  capacity.limit = stopped.limit;
  capacity.no_solution = stopped.no_solution;
  return capacity;
}

}  // namespace

std::vector<HostingCapacity> hosting_capacity(const Grid& grid, const HostingOptions& options) {
  PARKTWIN_CHECK(options.resolution_w > 0.0 && options.most_w >= 0.0, "a resolution above 0");
  const Network network = compile(grid);
  const auto before = power_flow(grid, network, options.newton);
  std::vector<std::size_t> buses = options.buses;
  if (buses.empty()) {
    buses.resize(grid.buses.size());
    std::iota(buses.begin(), buses.end(), std::size_t{0});
  }
  std::vector<HostingCapacity> found(buses.size());
  parallel_for(buses.size(), [&](std::size_t i) {
    PARKTWIN_CHECK(buses[i] < grid.buses.size(), "buses exist");
    found[i].bus = buses[i];
    if (before.buses[buses[i]].state != BusState::solved) return;
    found[i] = capacity_of(Trial(grid, network, before, options, buses[i]), options, buses[i]);
  });
  return found;
}

}  // namespace parktwin::energy::grid
