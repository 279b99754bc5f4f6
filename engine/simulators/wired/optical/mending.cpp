#include "engine/simulators/wired/optical/mending.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "engine/park/pon_standards.h"
#include "engine/simulators/wired/optical/sentence.h"

namespace parktwin::wired::optical {
namespace {

/// The class with the smallest largest loss among those that the route fits into.
void add_other_class(const NetworkNode& terminal, const Options& options, double loss_db, std::vector<std::string>& ways) {
  std::optional<LossRange> best;
  std::string_view name;
  for (const auto& entry : names_of(PonClass{})) {
    const auto range = loss_range(terminal.pon_standard, entry.value);
    if (!range || loss_db < range->least.value() || loss_db + options.margin.value() > range->most.value()) continue;
    if (best && best->most.value() <= range->most.value()) continue;
    best = range;
    name = entry.name;
  }
  if (best) ways.push_back(fmt::format("class {} at {}", name, terminal.id));
}

void add_smaller_splitter(const Park& park, const PonRoute& route, double needed_db, std::vector<std::string>& ways) {
  for (std::size_t i = 0; i + 1 < route.links.size(); ++i) {
    const Id<NetworkNode> node = (*park.network_links)[route.links[i]].from;
    const NetworkNode& splitter = (*park.network_nodes)[node];
    const auto branches = std::count_if(park.network_links->begin(), park.network_links->end(), [&](const NetworkLink& link) {
      return link.medium == LinkMedium::passive_optical && link.from == node;
    });
    for (std::int32_t ratio = splitter.splitter_ratio / 2; ratio >= 2 && ratio >= branches; ratio /= 2) {
      const auto saved = splitter_loss(ratio) ? splitter_loss(splitter.splitter_ratio)->value() - splitter_loss(ratio)->value() : 0.0;
      if (saved < needed_db) continue;
      ways.push_back(fmt::format("a splitter 1:{} instead of 1:{} at {}", ratio, splitter.splitter_ratio, splitter.id));
      return;
    }
  }
}

}  // namespace

std::string mending(const Park& park, const Options& options, const PonRoute& route, const UnitBudget& budget) {
  const NetworkNode& terminal = (*park.network_nodes)[budget.terminal];
  std::vector<std::string> ways;
  add_other_class(terminal, options, budget.loss_db, ways);
  if (budget.state == BudgetState::too_strong) {
    ways.push_back(fmt::format("an attenuator of {:.0f} dB at the unit", std::ceil(budget.short_by_db)));
    return one_of(ways, "");
  }
  add_smaller_splitter(park, route, budget.short_by_db, ways);
  const double fibre_m = options.fibre_db_per_km > 0.0 ? 1000.0 * budget.short_by_db / options.fibre_db_per_km : budget.length_m;
  if (fibre_m < budget.length_m) ways.push_back(fmt::format("{:.0f} m less fibre", std::ceil(fibre_m)));
  return one_of(ways, "A line terminal nearer to the unit: neither a class nor a smaller splitter alone is enough.");
}

}  // namespace parktwin::wired::optical
