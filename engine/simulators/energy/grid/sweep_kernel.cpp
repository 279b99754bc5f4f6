#include "engine/simulators/energy/grid/sweep_kernel.h"
#include "engine/core/vector_clones.h"

#include <cmath>
#include <limits>

namespace parktwin::energy::grid {

namespace {

#define PARKTWIN_INLINE [[gnu::always_inline]] inline

PARKTWIN_INLINE void root(Doubles& value) {
  for (std::size_t i = 0; i < lane_count; ++i) value[i] = __builtin_sqrt(value[i]);
}
PARKTWIN_INLINE void lesser(Doubles& a, const Doubles& b) { a = b < a ? b : a; }
PARKTWIN_INLINE void greater(Doubles& a, const Doubles& b) { a = b > a ? b : a; }

PARKTWIN_INLINE void follow_voltages(const SweepPlan& plan, SweepBlock& block) {
  for (const auto& inverter : plan.inverters) {
    if (inverter.by_voltage) block.reactive_now[inverter.place].at = block.reactive[inverter.place].at;
  }
  for (std::size_t i = 0; i < plan.inverters.size(); ++i) {
    const auto& inverter = plan.inverters[i];
    if (!inverter.by_voltage) continue;
    const Doubles re = block.voltage_re[inverter.place].at;
    const Doubles im = block.voltage_im[inverter.place].at;
    Doubles size = re * re + im * im;
    root(size);
    Doubles share = size * 0.0 + inverter.first_value;
    for (std::uint32_t number = inverter.first_piece; number < inverter.last_piece; ++number) {
      const auto& piece = plan.pieces[number];
      Doubles inside = size;
      lesser(inside, size * 0.0 + piece.to);
      greater(inside, size * 0.0 + piece.from);
      share += piece.slope * (inside - piece.from);
    }
    Doubles reactive = inverter.rated * share;
    lesser(reactive, block.inverter_most[i].at);
    greater(reactive, -block.inverter_most[i].at);
    block.reactive_now[inverter.place].at += reactive;
  }
}

PARKTWIN_INLINE void inject(const SweepPlan& plan, SweepBlock& block) {
  for (std::uint32_t k = 0; k < plan.count; ++k) {
    const Doubles re = block.voltage_re[k].at;
    const Doubles im = block.voltage_im[k].at;
    const Doubles scale = 1.0 / (re * re + im * im);
    const Doubles p = block.active[k].at;
    const Doubles q = block.reactive_now[k].at;
    block.current_re[k].at = (p * re + q * im) * scale + plan.source_current.re[k];
    block.current_im[k].at = (p * im - q * re) * scale + plan.source_current.im[k];
  }
}

PARKTWIN_INLINE void eliminate(const SweepPlan& plan, SweepBlock& block) {
  for (std::uint32_t k = 0; k < plan.count; ++k) {
    const Doubles re = block.current_re[k].at;
    const Doubles im = block.current_im[k].at;
    for (std::uint32_t entry = plan.begin[k]; entry < plan.begin[k + 1]; ++entry) {
      const std::uint32_t other = plan.later[entry];
      block.current_re[other].at -= plan.lower.re[entry] * re - plan.lower.im[entry] * im;
      block.current_im[other].at -= plan.lower.re[entry] * im + plan.lower.im[entry] * re;
    }
    block.current_re[k].at = plan.inverse_pivot.re[k] * re - plan.inverse_pivot.im[k] * im;
    block.current_im[k].at = plan.inverse_pivot.re[k] * im + plan.inverse_pivot.im[k] * re;
  }
}

/// Puts the new voltages in and adds the squares of their changes up.
PARKTWIN_INLINE void substitute(const SweepPlan& plan, SweepBlock& block, Doubles& change) {
  for (std::uint32_t k = plan.count; k-- > 0;) {
    Doubles re = block.current_re[k].at;
    Doubles im = block.current_im[k].at;
    for (std::uint32_t entry = plan.begin[k]; entry < plan.begin[k + 1]; ++entry) {
      const Doubles other_re = block.voltage_re[plan.later[entry]].at;
      const Doubles other_im = block.voltage_im[plan.later[entry]].at;
      re -= plan.upper.re[entry] * other_re - plan.upper.im[entry] * other_im;
      im -= plan.upper.re[entry] * other_im + plan.upper.im[entry] * other_re;
    }
    const Doubles away_re = re - block.voltage_re[k].at;
    const Doubles away_im = im - block.voltage_im[k].at;
    change += away_re * away_re + away_im * away_im;
    block.voltage_re[k].at = re;
    block.voltage_im[k].at = im;
  }
}

/// All ones where the node's power is as far from what is fed in as it may be, or not a number.
PARKTWIN_INLINE void check_powers(const SweepPlan& plan, const SweepBlock& block, double tolerance_square, Integers& wrong) {
  for (std::uint32_t k = 0; k < plan.count; ++k) {
    Doubles current_re = block.active[k].at * 0.0;
    Doubles current_im = current_re;
    for (std::uint32_t entry = plan.row_begin[k]; entry < plan.row_begin[k + 1]; ++entry) {
      const Doubles re = block.voltage_re[plan.column[entry]].at;
      const Doubles im = block.voltage_im[plan.column[entry]].at;
      current_re += plan.admittance.re[entry] * re - plan.admittance.im[entry] * im;
      current_im += plan.admittance.re[entry] * im + plan.admittance.im[entry] * re;
    }
    const Doubles re = block.voltage_re[k].at;
    const Doubles im = block.voltage_im[k].at;
    const Doubles p = block.active[k].at;
    const Doubles q = block.reactive_now[k].at;
    const Doubles away_p = p - (re * current_re + im * current_im);
    const Doubles away_q = q - (im * current_re - re * current_im);
    const Doubles square = re * re + im * im;
    const Doubles allowed = tolerance_square * (plan.reach_square[k] + p * p + q * q) + plan.rounding_square[k] * square * square;
    wrong |= ~(away_p * away_p + away_q * away_q <= allowed);
  }
}

PARKTWIN_INLINE std::uint32_t right_lanes(const SweepPlan& plan, double tolerance_pu, const SweepBlock& block) {
  Integers wrong{};
  check_powers(plan, block, tolerance_pu * tolerance_pu, wrong);
  std::uint32_t right = 0;
  for (std::size_t lane = 0; lane < lane_count; ++lane) right |= wrong[lane] == 0 ? 1U << lane : 0U;
  return right;
}

/// Lanes are all ones where valid.
PARKTWIN_INLINE void record_places(const SweepPlan& plan, const SweepBlock& block, const Integers& step, const Integers& valid,
                                   SweepRecord& record) {
  for (std::size_t k = 0; k < plan.node.size(); ++k) {
    const Doubles re = block.voltage_re[k].at;
    const Doubles im = block.voltage_im[k].at;
    const Doubles square = re * re + im * im;
    const Integers lower = (square < record.lowest[k].at) & valid;
    const Integers higher = (square > record.highest[k].at) & valid;
    record.lowest[k].at = lower ? square : record.lowest[k].at;
    record.lowest_step[k].at = lower ? step : record.lowest_step[k].at;
    record.highest[k].at = higher ? square : record.highest[k].at;
    record.highest_step[k].at = higher ? step : record.highest_step[k].at;
    record.below[k].at -= (square < record.least_square[k]) & valid;
    record.above[k].at -= (square > record.most_square[k]) & valid;
  }
}

PARKTWIN_INLINE void record_branches(const SweepPlan& plan, const SweepBlock& block, const Integers& step, const Integers& valid,
                                     SweepRecord& record) {
  Doubles total = record.step_loss.at * 0.0;
  const Doubles none = total;
  for (std::size_t i = 0; i < plan.branches.size(); ++i) {
    const auto& branch = plan.branches[i];
    const double* y = reinterpret_cast<const double*>(&branch.admittance);  // eight doubles: arrays of two by the rules of std::complex
    const Doubles from_re = block.voltage_re[branch.from].at;
    const Doubles from_im = block.voltage_im[branch.from].at;
    const Doubles to_re = block.voltage_re[branch.to].at;
    const Doubles to_im = block.voltage_im[branch.to].at;
    const Doubles out_re = y[0] * from_re - y[1] * from_im + (y[2] * to_re - y[3] * to_im);
    const Doubles out_im = y[0] * from_im + y[1] * from_re + (y[2] * to_im + y[3] * to_re);
    const Doubles in_re = y[4] * from_re - y[5] * from_im + (y[6] * to_re - y[7] * to_im);
    const Doubles in_im = y[4] * from_im + y[5] * from_re + (y[6] * to_im + y[7] * to_re);
    Doubles loading = (out_re * out_re + out_im * out_im) * branch.from_weight;
    greater(loading, (in_re * in_re + in_im * in_im) * branch.to_weight);
    const Doubles loss = from_re * out_re + from_im * out_im + (to_re * in_re + to_im * in_im);
    const Doubles counted = valid ? loss : none;
    total += counted;
    record.loss[i].at += counted;
    const Integers fuller = (loading > record.fullest[i].at) & valid;
    record.fullest[i].at = fuller ? loading : record.fullest[i].at;
    record.fullest_step[i].at = fuller ? step : record.fullest_step[i].at;
    record.over[i].at -= (loading > 1.0) & valid;
  }
  for (const auto& shunt : plan.shunts) {
    const Doubles re = block.voltage_re[shunt.place].at;
    const Doubles im = block.voltage_im[shunt.place].at;
    const Doubles taken = shunt.conductance * (re * re + im * im);
    total += valid ? taken : none;
  }
  record.step_loss.at = total;
}

/// The power that leaves the slacks.
PARKTWIN_INLINE void record_sources(const SweepPlan& plan, const SweepBlock& block, SweepRecord& record) {
  Doubles active = record.step_loss.at * 0.0;
  Doubles reactive = active;
  for (const auto& entry : plan.slack_entries) {
    const Doubles re = block.voltage_re[entry.place].at;
    const Doubles im = block.voltage_im[entry.place].at;
    const Doubles current_re = entry.admittance.real() * re - entry.admittance.imag() * im;
    const Doubles current_im = entry.admittance.real() * im + entry.admittance.imag() * re;
    const Doubles slack_re = block.voltage_re[entry.slack].at;
    const Doubles slack_im = block.voltage_im[entry.slack].at;
    active += slack_re * current_re + slack_im * current_im;
    reactive += slack_im * current_re - slack_re * current_im;
  }
  for (std::size_t k = plan.count; k < plan.node.size(); ++k) {
    active -= block.active[k].at;
    reactive -= block.reactive_now[k].at;
  }
  record.step_source_re.at = active;
  record.step_source_im.at = reactive;
}

}  // namespace

SweepBlock::SweepBlock(const SweepPlan& plan) {
  const std::size_t places = plan.node.size();
  for (auto* column : {&active, &reactive, &reactive_now, &current_re, &current_im}) column->assign(places, all_lanes(0.0));
  for (std::size_t k = 0; k < places; ++k) {
    voltage_re.push_back(all_lanes(plan.start.re[k]));
    voltage_im.push_back(all_lanes(plan.start.im[k]));
  }
  inverter_active.assign(plan.inverters.size(), all_lanes(0.0));
  inverter_most.assign(plan.inverters.size(), all_lanes(0.0));
}

SweepRecord::SweepRecord(const SweepPlan& plan, std::vector<double> least_pu, std::vector<double> most_pu)
    : least_square(std::move(least_pu)), most_square(std::move(most_pu)) {
  for (auto* limits : {&least_square, &most_square}) {
    for (auto& limit : *limits) limit = limit * std::abs(limit);
  }
  const std::size_t places = plan.node.size();
  lowest.assign(places, all_lanes(std::numeric_limits<double>::infinity()));
  highest.assign(places, all_lanes(-1.0));
  for (auto* column : {&lowest_step, &highest_step, &below, &above}) column->assign(places, IntegerLanes{});
  fullest.assign(plan.branches.size(), all_lanes(-1.0));
  loss.assign(plan.branches.size(), all_lanes(0.0));
  for (auto* column : {&fullest_step, &over}) column->assign(plan.branches.size(), IntegerLanes{});
}

PARKTWIN_VECTOR_CLONES void update_reactive(const SweepPlan& plan, SweepBlock& block) {
  block.reactive_now = block.reactive;
  follow_voltages(plan, block);
}

PARKTWIN_VECTOR_CLONES SweepOutcome sweep(const SweepPlan& plan, const SweepOptions& options, SweepBlock& block) {
  SweepOutcome outcome;
  block.reactive_now = block.reactive;
  const double enough = options.tolerance_pu * options.tolerance_pu;
  constexpr std::uint32_t all = (1U << lane_count) - 1U;
  while (outcome.iterations < options.most_iterations && outcome.converged != all) {
    ++outcome.iterations;
    follow_voltages(plan, block);
    inject(plan, block);
    eliminate(plan, block);
    Lanes change = all_lanes(0.0);
    substitute(plan, block, change.at);
    outcome.converged = 0;
    for (std::size_t lane = 0; lane < lane_count; ++lane) {
      if (change.at[lane] <= enough) outcome.converged |= 1U << lane;
    }
  }
  follow_voltages(plan, block);
  if (outcome.converged != 0) outcome.converged &= right_lanes(plan, options.tolerance_pu, block);
  return outcome;
}

PARKTWIN_VECTOR_CLONES std::uint32_t balanced_lanes(const SweepPlan& plan, double tolerance_pu, const SweepBlock& block) {
  return right_lanes(plan, tolerance_pu, block);
}

PARKTWIN_VECTOR_CLONES void record_block(const SweepPlan& plan, const SweepBlock& block, std::int64_t first_step, std::uint32_t valid,
                                         SweepRecord& record) {
  Integers step{};
  Integers mask{};
  for (std::size_t lane = 0; lane < lane_count; ++lane) {
    step[lane] = first_step + static_cast<std::int64_t>(lane);
    mask[lane] = (valid >> lane & 1U) != 0U ? -1 : 0;
  }
  record_places(plan, block, step, mask, record);
  record_branches(plan, block, step, mask, record);
  record_sources(plan, block, record);
}

}  // namespace parktwin::energy::grid
