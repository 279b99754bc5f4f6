#pragma once
// What a year of energy answers beyond its sums: where energy and carbon flow (Sankey), the typical day of each month, what each enterprise
// pays line by line, what measures against emissions cost, who has allowances to sell or to buy.
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/park/park.h"
#include "engine/simulators/energy/planning_options.h"

namespace parktwin::energy {

/// A node of the Sankey diagram: what flows in flows out, unless it is a source or a sink.
struct FlowNode {
  std::string name;
  double in_mwh = 0.0;
  double out_mwh = 0.0;
  double in_t = 0.0;
  double out_t = 0.0;
};

template <class Visitor, DescribedAs<FlowNode> Self>
void describe(Visitor&& visit, Self& node) {
  visit(Field{"name", "", "source, carrier, plant, sector, or where energy is lost"}, node.name);
  visit(Field{"in_mwh", "MWh", "energy that flows in"}, node.in_mwh);
  visit(Field{"out_mwh", "MWh", "energy that flows out"}, node.out_mwh);
  visit(Field{"in_t", "t", "CO2 that flows in with it"}, node.in_t);
  visit(Field{"out_t", "t", "CO2 that flows out with it"}, node.out_t);
}

/// CO2 by the location-based account; each carrier hands it on in proportion to its energy.
struct FlowLink {
  std::string from;
  std::string to;
  double mwh = 0.0;
  double t = 0.0;
};

template <class Visitor, DescribedAs<FlowLink> Self>
void describe(Visitor&& visit, Self& link) {
  visit(Field{"from", "", "node it leaves"}, link.from);
  visit(Field{"to", "", "node it reaches"}, link.to);
  visit(Field{"mwh", "MWh", "energy of the year"}, link.mwh);
  visit(Field{"t", "t", "CO2 that it stands for"}, link.t);
}

struct EnergyFlows {
  std::vector<FlowNode> nodes;
  std::vector<FlowLink> links;
};

template <class Visitor, DescribedAs<EnergyFlows> Self>
void describe(Visitor&& visit, Self& flows) {
  visit(Field{"nodes", "", "nodes of the Sankey diagram"}, flows.nodes);
  visit(Field{"links", "", "what flows between them"}, flows.links);
}

enum class TypicalDayKind { working, rest, holiday };

constexpr auto names_of(TypicalDayKind) {
  return std::to_array<EnumName<TypicalDayKind>>(
      {{TypicalDayKind::working, "working"}, {TypicalDayKind::rest, "rest"}, {TypicalDayKind::holiday, "holiday"}});
}

/// One quarter-hour of the mean day of a month and kind.
struct TypicalQuarter {
  std::int32_t month = 1;
  TypicalDayKind kind = TypicalDayKind::working;
  std::int32_t days = 0;
  double hour = 0.0;
  double load_kw = 0.0;
  double pv_kw = 0.0;
  double wind_kw = 0.0;
  double plant_kw = 0.0;
  double storage_kw = 0.0;
  double import_kw = 0.0;
};

template <class Visitor, DescribedAs<TypicalQuarter> Self>
void describe(Visitor&& visit, Self& quarter) {
  visit(Field{"month", "", "month, 1 to 12"}, quarter.month);
  visit(Field{"kind", "", "working, rest or holiday"}, quarter.kind);
  visit(Field{"days", "", "days that the mean is of"}, quarter.days);
  visit(Field{"hour", "h", "beginning of the quarter-hour"}, quarter.hour);
  visit(Field{"load_kw", "kW", "consumed"}, quarter.load_kw);
  visit(Field{"pv_kw", "kW", "fed in by PV"}, quarter.pv_kw);
  visit(Field{"wind_kw", "kW", "fed in by wind turbines"}, quarter.wind_kw);
  visit(Field{"plant_kw", "kW", "fed in by heat and power plants"}, quarter.plant_kw);
  visit(Field{"storage_kw", "kW", "discharged by storages; negative: charged"}, quarter.storage_kw);
  visit(Field{"import_kw", "kW", "drawn from the grid above; negative: fed in"}, quarter.import_kw);
}

/// An enterprise's part of one line of the park's bill.
struct SharedBillLine {
  Id<Enterprise> enterprise;  ///< none: what no enterprise causes, losses among it
  std::int32_t month = 1;
  std::string name;
  double quantity = 0.0;
  std::string unit;
  double price_cny = 0.0;
  double amount_cny = 0.0;
};

template <class Visitor, DescribedAs<SharedBillLine> Self>
void describe(Visitor&& visit, Self& line) {
  visit(Field{"enterprise", "", "who pays; none: what no enterprise causes, losses among it"}, line.enterprise);
  visit(Field{"month", "", "month, 1 to 12"}, line.month);
  visit(Field{"name", "", "line of the park's bill"}, line.name);
  visit(Field{"quantity", "", "part of its quantity, in the unit"}, line.quantity);
  visit(Field{"unit", "", "kWh, kW, kVA or CNY"}, line.unit);
  visit(Field{"price_cny", "CNY", "price of one unit"}, line.price_cny);
  visit(Field{"amount_cny", "CNY", "quantity times price"}, line.amount_cny);
}

struct SharedBill {
  Id<Enterprise> enterprise;  ///< none: what no enterprise causes
  double drawn_mwh = 0.0;     ///< its part of what the park draws
  double total_cny = 0.0;
  double share = 0.0;
};

template <class Visitor, DescribedAs<SharedBill> Self>
void describe(Visitor&& visit, Self& bill) {
  visit(Field{"enterprise", "", "who pays; none: what no enterprise causes, losses among it"}, bill.enterprise);
  visit(Field{"drawn_mwh", "MWh", "its part of what the park draws"}, bill.drawn_mwh);
  visit(Field{"total_cny", "CNY", "sum of its lines"}, bill.total_cny);
  visit(Field{"share", "1", "of the park's bill"}, bill.share);
}

/// A measure against the year without it.
struct MeasureOutcome {
  std::string name;
  MeasureKind kind = MeasureKind::photovoltaic;
  std::string reason;  ///< why it has no place in the curve; empty: it has one
  double size = 0.0;
  double saved_import_mwh = 0.0;
  double saved_location_t = 0.0;
  double saved_market_t = 0.0;  ///< what the curve counts
  double capital_cny = 0.0;
  double annuity_cny = 0.0;
  double operating_cny = 0.0;
  double saved_cny = 0.0;  ///< of the bill of electricity and of heat
  double cny_per_year = 0.0;
  std::optional<double> cny_per_t;
  double from_t = 0.0;
};

template <class Visitor, DescribedAs<MeasureOutcome> Self>
void describe(Visitor&& visit, Self& outcome) {
  visit(Field{"name", "", "measure"}, outcome.name);
  visit(Field{"kind", "", "photovoltaic, battery, heat_pump, efficiency or green_power"}, outcome.kind);
  visit(Field{"reason", "", "why it has no place in the curve"}, outcome.reason);
  visit(Field{"size", "", "kW, kWh, percent or MWh"}, outcome.size);
  visit(Field{"saved_import_mwh", "MWh", "less drawn from the grid above in a year"}, outcome.saved_import_mwh);
  visit(Field{"saved_location_t", "t", "CO2 saved in a year, location-based"}, outcome.saved_location_t);
  visit(Field{"saved_market_t", "t", "CO2 saved in a year, market-based"}, outcome.saved_market_t);
  visit(Field{"capital_cny", "CNY", "outlay"}, outcome.capital_cny);
  visit(Field{"annuity_cny", "CNY", "outlay spread over the years of its life"}, outcome.annuity_cny);
  visit(Field{"operating_cny", "CNY", "cost of running it a year"}, outcome.operating_cny);
  visit(Field{"saved_cny", "CNY", "saved a year on electricity and heat"}, outcome.saved_cny);
  visit(Field{"cny_per_year", "CNY", "annuity and running cost less what is saved"}, outcome.cny_per_year);
  visit(Field{"cny_per_t", "CNY/t", "cost of a tonne, market-based; below 0: it saves money"}, outcome.cny_per_t);
  visit(Field{"from_t", "t", "abated by all cheaper measures"}, outcome.from_t);
}

enum class QuotaBasis { none, given, benchmark };

constexpr auto names_of(QuotaBasis) {
  return std::to_array<EnumName<QuotaBasis>>(
      {{QuotaBasis::none, "none"}, {QuotaBasis::given, "given"}, {QuotaBasis::benchmark, "benchmark"}});
}

/// Scopes 1 and 2 (market-based) against the allowances.
struct CarbonPosition {
  Id<Enterprise> enterprise;  ///< none: the park, sum of all with a quota
  QuotaBasis basis = QuotaBasis::none;
  double emissions_t = 0.0;
  double quota_t = 0.0;
  double surplus_t = 0.0;
  double cash_cny = 0.0;
};

template <class Visitor, DescribedAs<CarbonPosition> Self>
void describe(Visitor&& visit, Self& position) {
  visit(Field{"enterprise", "", "who; none: all with a quota together"}, position.enterprise);
  visit(Field{"basis", "", "where the quota comes from: given, or benchmark times output"}, position.basis);
  visit(Field{"emissions_t", "t", "scopes 1 and 2, market-based"}, position.emissions_t);
  visit(Field{"quota_t", "t", "allowances of the year"}, position.quota_t);
  visit(Field{"surplus_t", "t", "allowances left over; below 0: to be bought"}, position.surplus_t);
  visit(Field{"cash_cny", "CNY", "earned by selling; below 0: paid"}, position.cash_cny);
}

}  // namespace parktwin::energy
