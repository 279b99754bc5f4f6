#pragma once
// Whether light arrives: the loss between each optical network unit and its line terminal along the real route (fibre, splices, connectors,
// splitters), held against the loss range of the terminal's class (engine/park/pon_standards.h). With the margin it must not exceed the
// most the class allows, without it it must not fall below the least (overload). Of several routes (protection) the one with the least loss
// is the working one. Losses of components: ITU-T G.671 and L-series practice as options; wavelength dependence, reflections and dispersion
// are left out.
#include <array>
#include <limits>
#include <string>
#include <vector>

#include "engine/core/note.h"
#include "engine/park/park.h"

namespace parktwin::wired::optical {

struct Options {
  double fibre_db_per_km = 0.35;  ///< G.652 at 1310 nm, the longer-wave direction is lower
  Decibel splice_loss = Decibel(0.1);
  Decibel connector_loss = Decibel(0.5);
  Decibel margin = Decibel(3.0);  ///< ageing, repair splices, temperature
};

template <class Visitor, DescribedAs<Options> Self>
void describe(Visitor&& visit, Self& options) {
  visit(Field{"fibre_db_per_km", "dB/km", "loss of the fibre", 0, 10}, options.fibre_db_per_km);
  visit(Field{"splice_loss_db", "dB", "loss of a splice", 0, 5}, options.splice_loss);
  visit(Field{"connector_loss_db", "dB", "loss of a connector", 0, 5}, options.connector_loss);
  visit(Field{"margin_db", "dB", "kept for ageing and repairs", 0, 20}, options.margin);
}

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

struct Result {
  std::vector<UnitBudget> units;  ///< one per optical network unit at a passive link, in the order of the node table
  std::vector<Note> notes;
};

template <class Visitor, DescribedAs<Result> Self>
void describe(Visitor&& visit, Self& result) {
  visit(Field{"units", "", "power budget per optical network unit"}, result.units);
  visit(Field{"notes", "", "what a reader should know"}, result.notes);
}

[[nodiscard]] Result simulate(const Park& park, const Options& options);

}  // namespace parktwin::wired::optical
