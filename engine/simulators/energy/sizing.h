#pragma once
// How large photovoltaics, batteries and heat stores should be built: capacities are columns of the programme that runs the park's hub over
// the year with perfect foresight, at their annuity. Costs are those of the hub with annuities, carbon as in the trade-off; what is to be
// built is held against the year without it. Losses of the grid and bought heat are left out, and a size is not a whole number of devices.
#include <string>
#include <vector>

#include "engine/simulators/energy/generation/generation.h"
#include "engine/simulators/energy/park_hub.h"

namespace parktwin::energy {

struct SizedFigures {
  std::string name;
  SizedKind kind = SizedKind::battery;
  std::string reason;  ///< why it could not be sized; empty: it was
  double built = 0.0;
  bool at_most = false;
  double capital_cny = 0.0;
  double cny_per_year = 0.0;
};

template <class Visitor, DescribedAs<SizedFigures> Self>
void describe(Visitor&& visit, Self& figures) {
  visit(Field{"name", "", "what may be built"}, figures.name);
  visit(Field{"kind", "", "photovoltaic, battery or heat_store"}, figures.kind);
  visit(Field{"reason", "", "why it could not be sized"}, figures.reason);
  visit(Field{"built", "", "cheapest size, kW of modules or kWh of a store"}, figures.built);
  visit(Field{"at_most", "", "it is the most that may be built: more would pay too"}, figures.at_most);
  visit(Field{"capital_cny", "CNY", "outlay"}, figures.capital_cny);
  visit(Field{"cny_per_year", "CNY", "annuity and running cost a year"}, figures.cny_per_year);
}

struct Sizing {
  std::string reason;  ///< why nothing is sized although it is asked for; empty: it is, or nothing is asked for
  double cost_before_cny = 0.0;
  double cost_after_cny = 0.0;
  double carbon_before_t = 0.0;
  double carbon_after_t = 0.0;
  double import_before_mwh = 0.0;
  double import_after_mwh = 0.0;
  std::vector<SizedFigures> units;
};

template <class Visitor, DescribedAs<Sizing> Self>
void describe(Visitor&& visit, Self& sizing) {
  visit(Field{"reason", "", "why nothing is sized"}, sizing.reason);
  visit(Field{"cost_before_cny", "CNY", "electricity, gas and interruptions of the year without it"}, sizing.cost_before_cny);
  visit(Field{"cost_after_cny", "CNY", "the same with it, annuities and running cost among them"}, sizing.cost_after_cny);
  visit(Field{"carbon_before_t", "t", "CO2 of electricity by market and of gas without it"}, sizing.carbon_before_t);
  visit(Field{"carbon_after_t", "t", "the same with it"}, sizing.carbon_after_t);
  visit(Field{"import_before_mwh", "MWh", "drawn from the grid above without it"}, sizing.import_before_mwh);
  visit(Field{"import_after_mwh", "MWh", "the same with it"}, sizing.import_after_mwh);
  visit(Field{"units", "", "what may be built"}, sizing.units);
}

struct SizingInputs {
  const HubInputs& hub;
  const std::vector<SizedUnit>& units;
  const weather::QuarterHours* weather = nullptr;  ///< null: there is none
  const solar::PvSystem& pv;
  double discount_rate = 0.08;
};

/// Steps are means of `by` quarter-hours.
[[nodiscard]] Sizing size_units(const SizingInputs& inputs, std::size_t by);

}  // namespace parktwin::energy
