#include "engine/simulators/energy/dispatch/diagnosis.h"

#include <fmt/format.h>

#include <algorithm>

namespace parktwin::energy::dispatch {
namespace {

/// Balances are broken only where every other bound already gave way.
constexpr double balance_weight = 1000.0;
constexpr double noticeable = 1e-6;

struct Slack {
  const Block* row = nullptr;
  std::int32_t lacking = -1;  ///< first column that adds to the rows
  std::int32_t over = -1;
};

struct Worst {
  double most = noticeable;
  std::size_t step = 0;
  std::size_t steps = 0;
  double total = 0.0;
};

Worst worst_of(const std::vector<double>& values, std::int32_t first, std::size_t count) {
  Worst worst;
  for (std::size_t i = 0; i < count; ++i) {
    const double value = values[static_cast<std::size_t>(first) + i];
    if (value <= noticeable) continue;
    ++worst.steps;
    worst.total += value;
    if (value <= worst.most) continue;
    worst.most = value;
    worst.step = i;
  }
  return worst;
}

std::string sentence(const Slack& slack, const Window& window, const Worst& worst, bool lacking) {
  const auto& row = *slack.row;
  if (row.kind != Block::Kind::step) return fmt::format("{}: {:.6g} {}", row.name, worst.total, lacking ? "is lacking" : "too much");
  return fmt::format("{}, step {}: {:.6g} kW {}, in {} steps of {} to {}", row.name, window.first + worst.step, worst.most,
                     lacking ? "lacking" : "too much", worst.steps, window.first, window.first + window.steps - 1);
}

}  // namespace

std::string why_infeasible(const HubProgramme& built, const Window& window) {
  LinearProgramme elastic = built.programme;
  std::fill(elastic.cost.begin(), elastic.cost.end(), 0.0);
  std::vector<Slack> slacks;
  for (const auto& row : built.rows) {
    const bool balance = std::find(built.balance.begin(), built.balance.end(), row.first) != built.balance.end();
    if (!balance && row.kind != Block::Kind::single) continue;
    const double weight = balance ? balance_weight : 1.0;
    Slack slack{&row, elastic.add_columns(row.count, 0.0, unlimited, weight), elastic.add_columns(row.count, 0.0, unlimited, weight)};
    for (std::size_t i = 0; i < row.count; ++i) {
      const auto place = static_cast<std::int32_t>(i);
      elastic.set(row.first + place, slack.lacking + place, 1.0);
      elastic.set(row.first + place, slack.over + place, -1.0);
    }
    slacks.push_back(slack);
  }
  const auto solution = solve(elastic);
  if (solution.outcome != Outcome::optimal) return "the bounds of stores or flexible loads contradict each other";
  std::string reason;
  for (const auto& slack : slacks) {
    for (const bool lacking : {true, false}) {
      const auto worst = worst_of(solution.values, lacking ? slack.lacking : slack.over, slack.row->count);
      if (worst.steps == 0) continue;
      reason += (reason.empty() ? "" : "; ") + sentence(slack, window, worst, lacking);
    }
  }
  return reason.empty() ? "no solution within the solver's tolerance" : reason;
}

std::string why_unbounded(const HubProgramme& built, const Window& window, std::int32_t column) {
  for (const auto& block : built.columns) {
    if (column < block.first || column >= block.first + static_cast<std::int32_t>(block.count)) continue;
    if (block.kind != Block::Kind::step) return block.name + " pays without end";
    return fmt::format("{}, step {}: more of it pays without end", block.name,
                       window.first + static_cast<std::size_t>(column - block.first));
  }
  return "something pays without end";
}

}  // namespace parktwin::energy::dispatch
