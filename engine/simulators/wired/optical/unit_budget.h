#pragma once
// The power budget of an optical network unit along one route: loss between it and its line terminal, held against the loss range of the
// terminal's class (engine/park/pon_standards.h).
#include <array>
#include <limits>
#include <string>

#include "engine/park/park.h"
#include "engine/simulators/wired/optical/options.h"
#include "engine/simulators/wired/optical/pon_routes.h"

namespace parktwin::wired::optical {

enum class BudgetState { met, too_weak, too_strong, no_route };

constexpr auto names_of(BudgetState) {
  return std::to_array<EnumName<BudgetState>>({{BudgetState::met, "met"},
                                               {BudgetState::too_weak, "too_weak"},
                                               {BudgetState::too_strong, "too_strong"},
                                               {BudgetState::no_route, "no_route"}});
}

enum class PonProtection { none, type_b, type_c };

constexpr auto names_of(PonProtection) {
  return std::to_array<EnumName<PonProtection>>(
      {{PonProtection::none, "none"}, {PonProtection::type_b, "type_b"}, {PonProtection::type_c, "type_c"}});
}

struct UnitBudget {
  Id<NetworkNode> unit;
  BudgetState state = BudgetState::no_route;
  Id<NetworkNode> terminal;  ///< that feeds it; none when there is no route
  PonProtection protection = PonProtection::none;
  double length_m = 0.0;   ///< fibre
  std::int32_t split = 1;  ///< product of the splitting ratios
  double loss_db = 0.0;    ///< without margin
  double least_db = 0.0;   ///< of the terminal's class
  double most_db = 0.0;
  double short_by_db = 0.0;                                              ///< by how much the class is missed; 0 when met
  double received_least_dbm = std::numeric_limits<double>::quiet_NaN();  ///< downstream, at least launch power; not known for 50G-PON
  double received_most_dbm = std::numeric_limits<double>::quiet_NaN();
  std::string mend;  ///< what would help; empty when met
};

template <class Visitor, DescribedAs<UnitBudget> Self>
void describe(Visitor&& visit, Self& budget) {
  visit(Field{"unit", "", "optical network unit"}, budget.unit);
  visit(Field{"state", "", "whether the loss lies in the range of the class"}, budget.state);
  visit(Field{"terminal", "", "line terminal that feeds it"}, budget.terminal);
  visit(Field{"protection", "", "type of protection (ITU-T G.984.1)"}, budget.protection);
  visit(Field{"length_m", "m", "fibre to the line terminal"}, budget.length_m);
  visit(Field{"split", "", "product of the splitting ratios"}, budget.split);
  visit(Field{"loss_db", "dB", "loss of the route, without margin"}, budget.loss_db);
  visit(Field{"least_db", "dB", "least loss of the class"}, budget.least_db);
  visit(Field{"most_db", "dB", "largest loss of the class"}, budget.most_db);
  visit(Field{"short_by_db", "dB", "by how much the range is missed, margin included"}, budget.short_by_db);
  visit(Field{"received_least_dbm", "dBm", "received downstream at the least launch power"}, budget.received_least_dbm);
  visit(Field{"received_most_dbm", "dBm", "received downstream at the largest launch power"}, budget.received_most_dbm);
  visit(Field{"mend", "", "what would mend it"}, budget.mend);
}

struct RouteLoss {
  double length_m = 0.0;
  std::int32_t split = 1;
  double loss_db = 0.0;
};

[[nodiscard]] RouteLoss loss_of(const Park& park, const Options& options, const PonRoute& route);

/// Along that route; protection is left at none.
[[nodiscard]] UnitBudget budget_along(const Park& park, const Options& options, Id<NetworkNode> unit, const PonRoute& route);

/// Position of the route with the least loss. Precondition: not empty.
[[nodiscard]] std::size_t working_route(const Park& park, const Options& options, const std::vector<PonRoute>& routes);

/// Type B when the ways part at a splitter with two feeds, type C when they leave the unit apart.
[[nodiscard]] PonProtection protection_of(const std::vector<PonRoute>& routes);

}  // namespace parktwin::wired::optical
