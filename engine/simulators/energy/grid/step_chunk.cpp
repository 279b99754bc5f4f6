#include "engine/simulators/energy/grid/step_chunk.h"

#include <algorithm>
#include <cmath>

namespace parktwin::energy::grid {

IslandSteps island_steps(const Grid& grid, const Network& network, std::size_t island, const Profiles& profiles,
                         const TimeSeriesOptions& options) {
  IslandSteps steps{grid, network, island, profiles, options, plan_sweeps(grid, network, island, profiles.use), {}, {}, {}};
  std::vector<std::uint32_t> place(network.node_count(), nowhere);
  for (std::uint32_t k = 0; k < steps.plan.node.size(); ++k) place[steps.plan.node[k]] = k;
  steps.least_pu.assign(steps.plan.node.size(), -std::numeric_limits<double>::infinity());
  steps.most_pu.assign(steps.plan.node.size(), std::numeric_limits<double>::infinity());
  for (std::size_t bus = 0; bus < grid.buses.size(); ++bus) {
    const std::uint32_t k = place[network.node_of_bus[bus]];
    if (k == nowhere) continue;
    steps.least_pu[k] = std::max(steps.least_pu[k], grid.buses[bus].least_pu);
    steps.most_pu[k] = std::min(steps.most_pu[k], grid.buses[bus].most_pu);
  }
  for (const std::size_t bus : options.voltage_buses) steps.kept_place.push_back(place[network.node_of_bus[bus]]);
  return steps;
}

StepChunk::StepChunk(const IslandSteps& steps, TimeSeries& series)
    : record(steps.plan, steps.least_pu, steps.most_pu), steps_(steps), series_(series), block_(steps.plan) {
  const std::size_t profiles = steps.profiles.steps == 0 ? 0 : steps.profiles.factors.size() / steps.profiles.steps;
  factors_.assign(profiles + 1, all_lanes(1.0));
}

void StepChunk::run(std::size_t first_step, std::size_t last_step) {
  constexpr std::uint32_t all = (1U << lane_count) - 1U;
  for (std::size_t step = first_step; step < last_step; step += lane_count) {
    const auto lanes = std::min(last_step - step, lane_count);
    const std::uint32_t wanted = all >> (lane_count - lanes);
    load(step);
    std::uint32_t solved = 0;
    if (steps_.plan.sweeps) {
      const auto outcome = sweep(steps_.plan, steps_.options.sweep, block_);
      solved = outcome.converged & wanted;
      sweeps += outcome.iterations;
      ++blocks;
      swept_steps += static_cast<std::size_t>(__builtin_popcount(solved));
    }
    if (solved != wanted) settle_by_newton(step, wanted & ~solved, solved);
    record_block(steps_.plan, block_, static_cast<std::int64_t>(step), solved, record);
    write(step, solved);
    for (std::size_t lane = 0; lane < lane_count; ++lane) {
      if ((solved >> lane & 1U) == 0U) restart(lane);
    }
  }
}

/// Steps behind the last repeat it.
void StepChunk::load(std::size_t first_step) {
  const std::size_t count = steps_.profiles.steps;
  for (std::size_t profile = 1; profile < factors_.size(); ++profile) {
    const double* from = steps_.profiles.factors.data() + (profile - 1) * count;
    for (std::size_t lane = 0; lane < lane_count; ++lane) factors_[profile].at[lane] = from[std::min(first_step + lane, count - 1)];
  }
  std::fill(block_.active.begin(), block_.active.end(), all_lanes(0.0));
  std::fill(block_.reactive.begin(), block_.reactive.end(), all_lanes(0.0));
  for (const auto& power : steps_.plan.powers) {
    block_.active[power.place].at += power.active * factors_[power.factor].at;
    block_.reactive[power.place].at += power.reactive * factors_[power.factor].at;
  }
  load_inverters();
}

void StepChunk::load_inverters() {
  for (std::size_t i = 0; i < steps_.plan.inverters.size(); ++i) {
    const auto& inverter = steps_.plan.inverters[i];
    const auto& control = steps_.grid.inverters[inverter.record].control;
    for (std::size_t lane = 0; lane < lane_count; ++lane) {
      const double active = std::clamp(inverter.active * factors_[inverter.factor].at[lane], -inverter.rated, inverter.rated);
      block_.inverter_active[i].at[lane] = active;
      block_.inverter_most[i].at[lane] = std::sqrt(std::max(inverter.rated * inverter.rated - active * active, 0.0));
      block_.active[inverter.place].at[lane] += active;
      if (inverter.by_voltage) continue;
      block_.reactive[inverter.place].at[lane] += reactive_power(control, inverter.rated, active, 1.0).value;
    }
  }
}

Injection StepChunk::injection_of_lane(std::size_t lane) const {
  Injection injection;
  injection.power.assign(steps_.network.node_count(), 0.0);
  for (std::size_t k = 0; k < steps_.plan.node.size(); ++k) {
    injection.power[steps_.plan.node[k]] = Complex(block_.active[k].at[lane], block_.reactive[k].at[lane]);
  }
  for (std::size_t i = 0; i < steps_.plan.inverters.size(); ++i) {
    const auto& inverter = steps_.plan.inverters[i];
    if (!inverter.by_voltage) continue;
    const double active = block_.inverter_active[i].at[lane];
    const std::uint32_t node = steps_.plan.node[inverter.place];
    injection.power[node] -= active;
    injection.inverters.push_back({node, inverter.rated, active, &steps_.grid.inverters[inverter.record].control});
  }
  return injection;
}

void StepChunk::settle_by_newton(std::size_t first_step, std::uint32_t lanes, std::uint32_t& solved) {
  const auto& plan = steps_.plan;
  const auto start = [&] {
    voltage_.assign(steps_.network.node_count(), 1.0);
    for (std::size_t k = 0; k < plan.node.size(); ++k) voltage_[plan.node[k]] = Complex(plan.start.re[k], plan.start.im[k]);
  };
  if (!newton_) {
    newton_ = std::make_unique<NewtonSolver>(steps_.network, steps_.island);
    start();
  }
  if (plan.sweeps) start();
  for (std::size_t lane = 0; lane < lane_count; ++lane) {
    if ((lanes >> lane & 1U) == 0U) continue;
    const auto injection = injection_of_lane(lane);
    auto outcome = newton_->solve(injection, steps_.options.newton, voltage_);
    if (!outcome.converged) {
      start();
      outcome = newton_->solve(injection, steps_.options.newton, voltage_);
    }
    if (!outcome.converged) {
      const std::uint32_t worst = outcome.worst_node == nowhere ? steps_.network.islands[steps_.island].first : outcome.worst_node;
      failures.push_back({static_cast<std::uint32_t>(first_step + lane), steps_.network.bus_of_node[worst],
                          outcome.greatest_mismatch_pu * steps_.network.base_va});
      start();
      continue;
    }
    solved |= 1U << lane;
    ++newton_steps;
    for (std::size_t k = 0; k < plan.node.size(); ++k) {
      block_.voltage_re[k].at[lane] = voltage_[plan.node[k]].real();
      block_.voltage_im[k].at[lane] = voltage_[plan.node[k]].imag();
    }
  }
  update_reactive(plan, block_);
}

void StepChunk::write(std::size_t first_step, std::uint32_t valid) {
  for (std::size_t lane = 0; lane < lane_count; ++lane) {
    if ((valid >> lane & 1U) == 0U) continue;
    const std::size_t step = first_step + lane;
    series_.loss_w[step] += record.step_loss.at[lane] * steps_.network.base_va;
    series_.supply_w[step] += record.step_source_re.at[lane] * steps_.network.base_va;
    series_.supply_var[step] += record.step_source_im.at[lane] * steps_.network.base_va;
  }
  for (std::size_t i = 0; i < steps_.kept_place.size(); ++i) {
    const std::uint32_t k = steps_.kept_place[i];
    if (k == nowhere) continue;
    double* re = series_.voltage_re_pu.data() + i * steps_.profiles.steps + first_step;
    double* im = series_.voltage_im_pu.data() + i * steps_.profiles.steps + first_step;
    for (std::size_t lane = 0; lane < lane_count; ++lane) {
      if ((valid >> lane & 1U) == 0U) continue;
      re[lane] = block_.voltage_re[k].at[lane];
      im[lane] = block_.voltage_im[k].at[lane];
    }
  }
}

/// A lane without a solution must not spoil those that start from it.
void StepChunk::restart(std::size_t lane) {
  for (std::size_t k = 0; k < steps_.plan.node.size(); ++k) {
    block_.voltage_re[k].at[lane] = steps_.plan.start.re[k];
    block_.voltage_im[k].at[lane] = steps_.plan.start.im[k];
  }
}

}  // namespace parktwin::energy::grid
