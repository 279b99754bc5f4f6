#include "engine/simulators/energy/grid/time_series.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <tuple>

#include "engine/core/check.h"
#include "engine/core/parallel.h"
#include "engine/simulators/energy/grid/step_chunk.h"

namespace parktwin::energy::grid {

namespace {

constexpr std::size_t chunk_steps = 512;

/// Lanes hold different steps: of equal values the first step counts.
template <class Better>
void fold(const Lanes& values, const IntegerLanes& steps, Better better, double& best, std::uint32_t& best_step) {
  for (std::size_t lane = 0; lane < lane_count; ++lane) {
    const auto step = static_cast<std::uint32_t>(steps.at[lane]);
    const double value = values.at[lane];
    if (!better(value, best) && !(value == best && step < best_step)) continue;
    best = value;
    best_step = step;
  }
}

std::uint32_t sum(const IntegerLanes& counts) {
  std::int64_t total = 0;
  for (std::size_t lane = 0; lane < lane_count; ++lane) total += counts.at[lane];
  return static_cast<std::uint32_t>(total);
}

/// Squares while chunks are folded, in the order of their steps.
class Folded {
 public:
  Folded() = default;
  explicit Folded(const SweepPlan& plan) : plan_(&plan), nodes_(plan.node.size()), branches_(plan.branches.size()) {
    for (auto& node : nodes_) {
      node.lowest_pu = std::numeric_limits<double>::infinity();
      node.highest_pu = -1.0;
    }
    for (auto& branch : branches_) branch.highest_loading = -1.0;
  }

  void add(const SweepRecord& record) {
    for (std::size_t k = 0; k < nodes_.size(); ++k) {
      auto& node = nodes_[k];
      fold(record.lowest[k], record.lowest_step[k], std::less<>(), node.lowest_pu, node.lowest_step);
      fold(record.highest[k], record.highest_step[k], std::greater<>(), node.highest_pu, node.highest_step);
      node.steps_below = sum(record.below[k]);
      node.steps_above = sum(record.above[k]);
    }
    for (std::size_t i = 0; i < branches_.size(); ++i) {
      auto& branch = branches_[i];
      fold(record.fullest[i], record.fullest_step[i], std::greater<>(), branch.highest_loading, branch.highest_step);
      branch.steps_over = sum(record.over[i]);
      for (std::size_t lane = 0; lane < lane_count; ++lane) branch.loss_wh += record.loss[i].at[lane];
    }
  }

  void add(const Folded& later) {
    for (std::size_t k = 0; k < nodes_.size(); ++k) {
      auto& node = nodes_[k];
      const auto& other = later.nodes_[k];
      if (other.lowest_pu < node.lowest_pu) std::tie(node.lowest_pu, node.lowest_step) = std::tie(other.lowest_pu, other.lowest_step);
      if (other.highest_pu > node.highest_pu) std::tie(node.highest_pu, node.highest_step) = std::tie(other.highest_pu, other.highest_step);
      node.steps_below += other.steps_below;
      node.steps_above += other.steps_above;
    }
    for (std::size_t i = 0; i < branches_.size(); ++i) {
      auto& branch = branches_[i];
      const auto& other = later.branches_[i];
      if (other.highest_loading > branch.highest_loading) {
        branch.highest_loading = other.highest_loading;
        branch.highest_step = other.highest_step;
      }
      branch.steps_over += other.steps_over;
      branch.loss_wh += other.loss_wh;
    }
  }

  void hand_over(const Network& network, double step_hours, std::vector<BusExtremes>& of_node,
                 std::vector<BranchExtremes>& of_branch) const {
    for (std::size_t k = 0; k < nodes_.size(); ++k) {
      auto node = nodes_[k];
      node.dead = false;
      const bool solved = node.highest_pu >= 0.0;
      node.lowest_pu = solved ? std::sqrt(node.lowest_pu) : std::numeric_limits<double>::quiet_NaN();
      node.highest_pu = solved ? std::sqrt(node.highest_pu) : std::numeric_limits<double>::quiet_NaN();
      of_node[plan_->node[k]] = node;
    }
    for (std::size_t i = 0; i < branches_.size(); ++i) {
      auto& branch = of_branch[plan_->branches[i].record];
      const double loading = std::sqrt(std::max(branches_[i].highest_loading, 0.0));
      if (loading > branch.highest_loading) {
        branch.highest_loading = loading;
        branch.highest_step = branches_[i].highest_step;
      }
      branch.steps_over = std::max(branch.steps_over, branches_[i].steps_over);
      branch.loss_wh += branches_[i].loss_wh * network.base_va * step_hours;
    }
  }

 private:
  const SweepPlan* plan_ = nullptr;
  std::vector<BusExtremes> nodes_;
  std::vector<BranchExtremes> branches_;
};

struct ChunkSummary {
  Folded folded;
  std::vector<StepFailure> failures;
  std::size_t swept_steps = 0;
  std::size_t newton_steps = 0;
  std::size_t sweeps = 0;
  std::size_t blocks = 0;
};

void check(const Grid& grid, const Profiles& profiles, const TimeSeriesOptions& options) {
  const auto& factors = profiles.factors;
  PARKTWIN_CHECK(profiles.steps == 0 ? factors.empty() : factors.size() % profiles.steps == 0, "every profile has a factor per step");
  PARKTWIN_CHECK(std::all_of(factors.begin(), factors.end(), [](double factor) { return std::isfinite(factor); }), "factors are finite");
  const std::size_t count = profiles.steps == 0 ? 0 : factors.size() / profiles.steps;
  for (const auto* use : {&profiles.use.loads, &profiles.use.generators, &profiles.use.inverters}) {
    for (const std::uint32_t profile : *use) PARKTWIN_CHECK(profile == constant_profile || profile < count, "profiles exist");
  }
  for (const std::size_t bus : options.voltage_buses) PARKTWIN_CHECK(bus < grid.buses.size(), "buses exist");
}

void prepare(const Grid& grid, const Profiles& profiles, const TimeSeriesOptions& options, TimeSeries& series) {
  series.buses.resize(grid.buses.size());
  for (auto* column : {&series.loss_w, &series.supply_w, &series.supply_var}) column->assign(profiles.steps, 0.0);
  for (auto* column : {&series.voltage_re_pu, &series.voltage_im_pu}) {
    column->assign(options.voltage_buses.size() * profiles.steps, std::numeric_limits<double>::quiet_NaN());
  }
}

}  // namespace

TimeSeries time_series(const Grid& grid, const Profiles& profiles, const TimeSeriesOptions& options) {
  check(grid, profiles, options);
  const Network network = compile(grid);
  TimeSeries series;
  prepare(grid, profiles, options, series);
  std::vector<BusExtremes> of_node(network.node_count());
  series.branches.resize(network.branches.size());
  std::size_t sweeps = 0;
  std::size_t blocks = 0;
  for (std::size_t island = 0; island < network.islands.size(); ++island) {
    if (!network.islands[island].live()) continue;
    const auto steps = island_steps(grid, network, island, profiles, options);
    std::vector<ChunkSummary> chunks((profiles.steps + chunk_steps - 1) / chunk_steps);
    parallel_chunks(profiles.steps, chunk_steps, [&](std::size_t first, std::size_t last) {
      StepChunk chunk(steps, series);
      chunk.run(first, last);
      chunks[first / chunk_steps] =
          ChunkSummary{Folded(steps.plan), chunk.failures, chunk.swept_steps, chunk.newton_steps, chunk.sweeps, chunk.blocks};
      chunks[first / chunk_steps].folded.add(chunk.record);
    });
    Folded folded(steps.plan);
    for (const auto& chunk : chunks) {
      folded.add(chunk.folded);
      series.failures.insert(series.failures.end(), chunk.failures.begin(), chunk.failures.end());
      series.swept_steps += chunk.swept_steps;
      series.newton_steps += chunk.newton_steps;
      sweeps += chunk.sweeps;
      blocks += chunk.blocks;
    }
    folded.hand_over(network, options.step_hours, of_node, series.branches);
  }
  if (blocks > 0) series.sweeps_per_block = static_cast<double>(sweeps) / static_cast<double>(blocks);
  std::stable_sort(series.failures.begin(), series.failures.end(),
                   [](const StepFailure& a, const StepFailure& b) { return a.step < b.step; });
  for (std::size_t bus = 0; bus < grid.buses.size(); ++bus) series.buses[bus] = of_node[network.node_of_bus[bus]];
  return series;
}

}  // namespace parktwin::energy::grid
