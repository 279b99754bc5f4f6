#include "engine/simulators/energy/grid/contingencies.h"

#include <algorithm>
#include <tuple>

#include "engine/core/check.h"
#include "engine/core/parallel.h"

namespace parktwin::energy::grid {

namespace {

void open(Grid& grid, std::size_t branch) {
  if (branch < grid.lines.size()) {
    grid.lines[branch].from_closed = grid.lines[branch].to_closed = false;
    return;
  }
  auto& unit = grid.transformers[branch - grid.lines.size()];
  unit.high_closed = unit.low_closed = false;
}

bool in_service(const Grid& grid, std::size_t branch) {
  if (branch < grid.lines.size()) return grid.lines[branch].from_closed && grid.lines[branch].to_closed;
  const auto& unit = grid.transformers[branch - grid.lines.size()];
  return unit.high_closed && unit.low_closed;
}

Outage judged(const Grid& grid, const PowerFlow& before, std::size_t branch, std::size_t tie, const NewtonOptions& options) {
  auto flow = power_flow(grid, options);
  Outage outage;
  outage.branch = branch;
  outage.tie = tie;
  for (std::size_t bus = 0; bus < grid.buses.size(); ++bus) {
    if (flow.buses[bus].state == BusState::dead && before.buses[bus].state != BusState::dead) outage.dead.push_back(bus);
  }
  for (const auto& load : grid.loads) {
    const bool lost = flow.buses[load.bus].state == BusState::dead && before.buses[load.bus].state != BusState::dead;
    if (lost) outage.lost_w += load.active_w;
  }
  outage.violations = std::move(flow.violations);
  outage.unsolved = std::move(flow.unsolved);
  return outage;
}

/// Less is better.
std::tuple<std::size_t, std::size_t, std::size_t> harm(const Outage& outage) {
  return {outage.unsolved.size(), outage.dead.size(), outage.violations.size()};
}

}  // namespace

std::vector<Outage> contingencies(const Grid& grid, const ContingencyOptions& options) {
  for (const std::size_t tie : options.ties) {
    PARKTWIN_CHECK(tie < grid.switches.size() && !grid.switches[tie].closed, "ties are open switches of the grid");
  }
  const auto before = power_flow(grid, options.newton);
  std::vector<Outage> outages;
  for (std::size_t branch = 0; branch < grid.lines.size() + grid.transformers.size(); ++branch) {
    const bool asked =
        options.branches.empty() || std::find(options.branches.begin(), options.branches.end(), branch) != options.branches.end();
    if (asked && in_service(grid, branch)) outages.emplace_back().branch = branch;
  }
  parallel_for(outages.size(), [&](std::size_t i) {
    const std::size_t branch = outages[i].branch;
    Grid without = grid;
    open(without, branch);
    outages[i] = judged(without, before, branch, no_tie, options.newton);
    if (outages[i].dead.empty()) return;
    for (const std::size_t tie : options.ties) {
      without.switches[tie].closed = true;
      auto other = judged(without, before, branch, tie, options.newton);
      without.switches[tie].closed = false;
      // A tie that revives nobody only moves trouble about.
      const bool first = outages[i].tie == no_tie && other.dead.size() < outages[i].dead.size() && other.unsolved.empty();
      if (first || (outages[i].tie != no_tie && harm(other) < harm(outages[i]))) outages[i] = std::move(other);
    }
  });
  return outages;
}

}  // namespace parktwin::energy::grid
