#pragma once
// Cost against carbon: the park's hub over the year with perfect foresight at several prices of a tonne, from the cheapest year on, each
// started from the last one's basis. What changes is what the hub may choose: green power, gas or electricity for heat, when heat and power
// plants and batteries run, what moves or is left. Losses of the grid and bought heat are left out; carbon is market-based.
#include <optional>
#include <string>
#include <vector>

#include "engine/simulators/energy/park_hub.h"

namespace parktwin::energy {

struct TradeOffPoint {
  double carbon_cny_per_t = 0.0;
  double cost_cny = 0.0;
  double carbon_t = 0.0;
  double import_mwh = 0.0;
  double green_mwh = 0.0;
  double gas_mwh = 0.0;
  double moved_mwh = 0.0;
  double interrupted_mwh = 0.0;
  std::optional<double> cny_per_t;
};

template <class Visitor, DescribedAs<TradeOffPoint> Self>
void describe(Visitor&& visit, Self& point) {
  visit(Field{"carbon_cny_per_t", "CNY/t", "price of a tonne that the hub is run by"}, point.carbon_cny_per_t);
  visit(Field{"cost_cny", "CNY", "electricity, gas and interruptions of the year, without the price of carbon"}, point.cost_cny);
  visit(Field{"carbon_t", "t", "CO2 of electricity by market and of gas"}, point.carbon_t);
  visit(Field{"import_mwh", "MWh", "drawn from the grid above"}, point.import_mwh);
  visit(Field{"green_mwh", "MWh", "of it, with green certificates"}, point.green_mwh);
  visit(Field{"gas_mwh", "MWh", "burnt by boilers and free heat and power plants"}, point.gas_mwh);
  visit(Field{"moved_mwh", "MWh", "used at another time than planned"}, point.moved_mwh);
  visit(Field{"interrupted_mwh", "MWh", "not used, against payment"}, point.interrupted_mwh);
  visit(Field{"cny_per_t", "CNY/t", "cost of a tonne saved against the point before; empty: none is saved"}, point.cny_per_t);
}

struct TradeOff {
  std::string reason;  ///< why there is no curve although one is asked for; empty: there is one, or none is asked for
  std::vector<TradeOffPoint> points;
};

template <class Visitor, DescribedAs<TradeOff> Self>
void describe(Visitor&& visit, Self& curve) {
  visit(Field{"reason", "", "why there is no curve"}, curve.reason);
  visit(Field{"points", "", "from the cheapest year on"}, curve.points);
}

/// One point for 0 and each price, rising. Steps are means of `by` quarter-hours.
[[nodiscard]] TradeOff trade_off(const HubInputs& inputs, const std::vector<double>& prices_cny_per_t, std::size_t by);

}  // namespace parktwin::energy
