#pragma once
// The park's grid over the year: extremes of voltage and loading with their time, losses, what left its limits, what is dead or had no
// solution. The park's tables become records of the grid solver; loads follow their profiles, generators and storages their series.
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/park/park.h"
#include "engine/simulators/energy/generation/generation.h"
#include "engine/simulators/energy/loads/loads.h"

namespace parktwin::energy {

struct BusFigures {
  Id<Bus> bus;
  bool supplied = false;
  std::optional<double> lowest_pu;  ///< none: not supplied, or never solved
  std::string lowest_at;
  std::optional<double> highest_pu;
  std::string highest_at;
  std::int32_t steps_below = 0;
  std::int32_t steps_above = 0;
  double consumption_mwh = 0.0;
  double generation_mwh = 0.0;
};

template <class Visitor, DescribedAs<BusFigures> Self>
void describe(Visitor&& visit, Self& figures) {
  visit(Field{"bus", "", "bus"}, figures.bus);
  visit(Field{"supplied", "", "a source reaches it"}, figures.supplied);
  visit(Field{"lowest_pu", "1", "lowest voltage, of nominal"}, figures.lowest_pu);
  visit(Field{"lowest_at", "", "when"}, figures.lowest_at);
  visit(Field{"highest_pu", "1", "highest voltage, of nominal"}, figures.highest_pu);
  visit(Field{"highest_at", "", "when"}, figures.highest_at);
  visit(Field{"steps_below", "", "quarter-hours below the limit"}, figures.steps_below);
  visit(Field{"steps_above", "", "quarter-hours above the limit"}, figures.steps_above);
  visit(Field{"consumption_mwh", "MWh", "wanted at it over the year"}, figures.consumption_mwh);
  visit(Field{"generation_mwh", "MWh", "offered at it over the year"}, figures.generation_mwh);
}

template <class Record>
struct BranchFigures {
  Id<Record> branch;
  double highest_loading = 0.0;
  std::string highest_at;
  std::int32_t steps_over = 0;
  double loss_mwh = 0.0;
};

template <class Visitor, class Record>
void describe_branch(Visitor&& visit, Record& figures) {
  visit(Field{"branch", "", "line or transformer"}, figures.branch);
  visit(Field{"highest_loading", "1", "greatest share of the rated current"}, figures.highest_loading);
  visit(Field{"highest_at", "", "when"}, figures.highest_at);
  visit(Field{"steps_over", "", "quarter-hours above the rated current"}, figures.steps_over);
  visit(Field{"loss_mwh", "MWh", "lost over the year"}, figures.loss_mwh);
}
template <class Visitor, DescribedAs<BranchFigures<PowerLine>> Self>
void describe(Visitor&& visit, Self& figures) {
  describe_branch(visit, figures);
}
template <class Visitor, DescribedAs<BranchFigures<Transformer>> Self>
void describe(Visitor&& visit, Self& figures) {
  describe_branch(visit, figures);
}

enum class LimitKind { voltage_low, voltage_high, line_overload, transformer_overload };

constexpr auto names_of(LimitKind) {
  return std::to_array<EnumName<LimitKind>>({{LimitKind::voltage_low, "voltage_low"},
                                             {LimitKind::voltage_high, "voltage_high"},
                                             {LimitKind::line_overload, "line_overload"},
                                             {LimitKind::transformer_overload, "transformer_overload"}});
}

struct LimitViolation {
  LimitKind kind = LimitKind::voltage_low;
  std::string place;   ///< id of the bus, line or transformer
  double worst = 0.0;  ///< of nominal voltage, or of rated current
  std::string at;
  std::int32_t steps = 0;
};

template <class Visitor, DescribedAs<LimitViolation> Self>
void describe(Visitor&& visit, Self& violation) {
  visit(Field{"kind", "", "which limit"}, violation.kind);
  visit(Field{"place", "", "id of the bus, line or transformer"}, violation.place);
  visit(Field{"worst", "1", "worst value, of nominal voltage or rated current"}, violation.worst);
  visit(Field{"at", "", "when"}, violation.at);
  visit(Field{"steps", "", "quarter-hours outside the limit"}, violation.steps);
}

/// A step in which an island of the grid has no solution.
struct UnsolvedStep {
  std::string at;
  Id<Bus> bus;  ///< with the greatest mismatch
  double mismatch_kw = 0.0;
};

template <class Visitor, DescribedAs<UnsolvedStep> Self>
void describe(Visitor&& visit, Self& step) {
  visit(Field{"at", "", "when"}, step.at);
  visit(Field{"bus", "", "bus of the greatest mismatch"}, step.bus);
  visit(Field{"mismatch_kw", "kW", "its mismatch"}, step.mismatch_kw);
}

struct GridYear {
  std::string reason;  ///< why no power flow was solved; empty: it was
  std::vector<BusFigures> buses;
  std::vector<BranchFigures<PowerLine>> lines;
  std::vector<BranchFigures<Transformer>> transformers;
  std::vector<LimitViolation> violations;  ///< in the order of the tables
  std::vector<UnsolvedStep> unsolved;      ///< in the order of time
  double loss_mwh = 0.0;
  double sweeps_per_block = 0.0;
};

template <class Visitor, DescribedAs<GridYear> Self>
void describe(Visitor&& visit, Self& year) {
  visit(Field{"reason", "", "why no power flow was solved"}, year.reason);
  visit(Field{"buses", "", "by bus"}, year.buses);
  visit(Field{"lines", "", "by line"}, year.lines);
  visit(Field{"transformers", "", "by transformer"}, year.transformers);
  visit(Field{"violations", "", "what left its limits"}, year.violations);
  visit(Field{"unsolved", "", "steps without a solution"}, year.unsolved);
  visit(Field{"loss_mwh", "MWh", "lost in lines and transformers"}, year.loss_mwh);
  visit(Field{"sweeps_per_block", "", "mean sweeps until eight steps stood still"}, year.sweeps_per_block);
}

struct GridInputs {
  const Park& park;
  const loads::Loads& loads;
  const std::vector<std::vector<double>>& per_rated;   ///< of generators, per step
  const std::vector<std::vector<double>>& storage_kw;  ///< discharged per storage and step, negative: charged; empty: idle
  double infeed_voltage_pu = 1.0;
  bool voltage_droop = false;
};

/// Beside the figures, what the balance needs of every step.
struct SolvedGrid {
  GridYear year;
  std::vector<double> supply_kw;  ///< by the grid above
  std::vector<double> loss_kw;
  std::vector<std::uint8_t> unsolved;      ///< 1: some island had no solution in that step
  std::vector<std::uint8_t> supplied_bus;  ///< 1: a source reaches it
};

[[nodiscard]] SolvedGrid solve_grid(const GridInputs& inputs);

}  // namespace parktwin::energy
