#pragma once
// What the park's grid could bear beyond the year as it is: how much more generation each bus takes, who is dark when a feeder or an infeed
// transformer is out and whether an open line can take over, and the short-circuit currents of every bus. Hosting capacity is asked at
// the step of least import, outages at that of the greatest (loads, generation and storages as they are then). Short-circuit power of
// the grid above is an option. Kernels and sources: grid/hosting_sweep.h, grid/contingencies.h, grid/short_circuit.h.
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "engine/simulators/energy/grid_year.h"

namespace parktwin::energy {

struct HostingFigures {
  Id<Bus> bus;
  std::optional<double> capacity_kw;  ///< none: the bus has no supply or no solution
  std::optional<LimitKind> limit;     ///< what stops more; none: nothing up to the most that was tried, or no solution
  std::string limit_place;
  std::optional<double> limit_value;  ///< of nominal voltage or rated current, a little beyond the capacity
  bool no_solution = false;           ///< more has no power flow
};

template <class Visitor, DescribedAs<HostingFigures> Self>
void describe(Visitor&& visit, Self& figures) {
  visit(Field{"bus", "", "bus"}, figures.bus);
  visit(Field{"capacity_kw", "kW", "generation that may be added there, alone; none: no supply"}, figures.capacity_kw);
  visit(Field{"limit", "", "which limit stops more"}, figures.limit);
  visit(Field{"limit_place", "", "id of the bus, line or transformer that reaches it"}, figures.limit_place);
  visit(Field{"limit_value", "1", "value just beyond, of nominal voltage or rated current"}, figures.limit_value);
  visit(Field{"no_solution", "", "more has no power flow"}, figures.no_solution);
}

struct FeederOutage {
  std::string branch;  ///< id of the line or transformer that is out
  std::int32_t dark_buses = 0;
  double lost_kw = 0.0;
  std::vector<Id<Enterprise>> dark;  ///< enterprises with a load without supply
  std::string closed_line;           ///< open line that was closed to take over; empty: none
  std::int32_t violations = 0;       ///< limits left that were kept before
  std::optional<LimitKind> worst;
  std::string worst_place;
  std::optional<double> worst_value;
  bool unsolved = false;  ///< some island has no solution
};

template <class Visitor, DescribedAs<FeederOutage> Self>
void describe(Visitor&& visit, Self& outage) {
  visit(Field{"branch", "", "id of the line or transformer that is out"}, outage.branch);
  visit(Field{"dark_buses", "", "buses without supply, open lines used"}, outage.dark_buses);
  visit(Field{"lost_kw", "kW", "load without supply at that time"}, outage.lost_kw);
  visit(Field{"dark", "", "enterprises with a load without supply"}, outage.dark);
  visit(Field{"closed_line", "", "open line that takes over; empty: none helps"}, outage.closed_line);
  visit(Field{"violations", "", "limits left that are kept without the outage"}, outage.violations);
  visit(Field{"worst", "", "which of them is left farthest"}, outage.worst);
  visit(Field{"worst_place", "", "id of its bus, line or transformer"}, outage.worst_place);
  visit(Field{"worst_value", "1", "its value, of nominal voltage or rated current"}, outage.worst_value);
  visit(Field{"unsolved", "", "an island has no solution"}, outage.unsolved);
}

struct ShortCircuitFigures {
  Id<Bus> bus;
  std::optional<double> most_ka;  ///< none: no source reaches it
  std::optional<double> least_ka;
  std::optional<double> peak_ka;
  std::optional<double> power_mva;
};

template <class Visitor, DescribedAs<ShortCircuitFigures> Self>
void describe(Visitor&& visit, Self& figures) {
  visit(Field{"bus", "", "bus"}, figures.bus);
  visit(Field{"most_ka", "kA", "greatest initial symmetrical current of a three-phase fault"}, figures.most_ka);
  visit(Field{"least_ka", "kA", "smallest"}, figures.least_ka);
  visit(Field{"peak_ka", "kA", "greatest peak current"}, figures.peak_ka);
  visit(Field{"power_mva", "MVA", "greatest initial short-circuit power"}, figures.power_mva);
}

struct GridStudy {
  std::string reason;  ///< why there is none; empty: there is one
  std::string least_at;
  std::string greatest_at;
  std::vector<HostingFigures> hosting_capacity;
  std::vector<FeederOutage> feeder_outages;
  std::vector<ShortCircuitFigures> short_circuits;
};

template <class Visitor, DescribedAs<GridStudy> Self>
void describe(Visitor&& visit, Self& study) {
  visit(Field{"reason", "", "why there is none"}, study.reason);
  visit(Field{"least_at", "", "when import is least: hosting capacity is of that time"}, study.least_at);
  visit(Field{"greatest_at", "", "when import is greatest: outages are of that time"}, study.greatest_at);
  visit(Field{"hosting_capacity", "", "by bus"}, study.hosting_capacity);
  visit(Field{"feeder_outages", "", "lines above low voltage and infeed transformers, one out at a time"}, study.feeder_outages);
  visit(Field{"short_circuits", "", "by bus"}, study.short_circuits);
}

struct GridStudyOptions {
  double short_circuit_mva = 2000.0;  ///< of the grid above
  double least_short_circuit_mva = 1000.0;
};

/// `import_kw` per step. Precondition: the grid's year was solved.
[[nodiscard]] GridStudy study_grid(const GridInputs& inputs, std::span<const double> import_kw, const GridStudyOptions& options);

}  // namespace parktwin::energy
