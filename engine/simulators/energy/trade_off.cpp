#include "engine/simulators/energy/trade_off.h"

#include <algorithm>
#include <cmath>

#include "engine/simulators/energy/dispatch/dispatch.h"

namespace parktwin::energy {
namespace {

constexpr double kwh_per_mwh = 1e3;
constexpr double least_saving = 1e-6;  ///< of the carbon before, below which it is rounding

const std::vector<double>* flow(const dispatch::Result& result, const std::string& name) {
  for (const auto& each : result.flows) {
    if (each.name == name && each.carrier == dispatch::Carrier::electricity) return &each.kw;
  }
  return nullptr;
}

TradeOffPoint point_of(const HubInputs& in, const ParkHub& park, const dispatch::Result& result) {
  TradeOffPoint point;
  const double mwh_per_kw = result.step_h / kwh_per_mwh;
  point.carbon_cny_per_t = in.carbon.cny_per_t;
  const auto& costs = result.costs;
  point.cost_cny =
      costs.import_cny + costs.feed_in_cny + costs.demand_charge_cny + costs.gas_cny + costs.starts_cny + costs.interruptions_cny;
  point.carbon_t = (result.import_kg + result.gas_kg) / kwh_per_mwh;
  if (const auto* import = flow(result, "import"); import != nullptr) {
    for (const double kw : *import) point.import_mwh += kw * mwh_per_kw;
  }
  const double share_mwh = green_share(in.green, in.carbon.cny_per_t, in.carbon.grid_kg_per_kwh) * point.import_mwh;
  point.green_mwh = green_power(in.green, point.import_mwh, in.carbon.cny_per_t, in.carbon.grid_kg_per_kwh).bought_mwh;
  const double declared_mwh = point.green_mwh - share_mwh;  // a fixed amount, which the programme's prices do not hold
  point.cost_cny += declared_mwh * kwh_per_mwh * in.green.premium_cny_per_kwh;
  point.carbon_t -= declared_mwh * in.carbon.grid_kg_per_kwh;
  point.gas_mwh = result.gas_kwh / kwh_per_mwh;
  const auto less = [&](const std::string& name, dispatch::Series demand) {
    double mwh = 0.0;
    const auto* used = flow(result, name);
    for (std::size_t i = 0; used != nullptr && i < used->size(); ++i) mwh += std::max(0.0, demand[i] - (*used)[i]) * mwh_per_kw;
    return mwh;
  };
  for (const auto& load : park.hub.flexible) point.moved_mwh += less(load.name, load.demand_kw);
  for (const auto& load : park.hub.interruptible) point.interrupted_mwh += less(load.name, load.demand_kw);
  return point;
}

}  // namespace

TradeOff trade_off(const HubInputs& inputs, const std::vector<double>& prices_cny_per_t, std::size_t by) {
  TradeOff curve;
  std::vector<double> prices(prices_cny_per_t);
  prices.push_back(0.0);
  std::sort(prices.begin(), prices.end());
  prices.erase(std::unique(prices.begin(), prices.end()), prices.end());
  HubInputs in = inputs;
  in.control = StorageControl::perfect_foresight;
  dispatch::Basis basis;
  for (const double price : prices) {
    in.carbon.cny_per_t = price;
    const ParkHub park(in, by);
    dispatch::Options options;
    options.carbon_cny_per_t = price;
    options.switched_units = true;
    const auto result = dispatch::dispatch(park.hub, options, &basis);
    if (result.flows.empty()) {
      curve.reason = result.reason;
      break;
    }
    TradeOffPoint point = point_of(in, park, result);
    if (!curve.points.empty()) {
      const TradeOffPoint& before = curve.points.back();
      const double saved_t = before.carbon_t - point.carbon_t;
      if (saved_t > least_saving * std::abs(before.carbon_t)) point.cny_per_t = (point.cost_cny - before.cost_cny) / saved_t;
    }
    curve.points.push_back(point);
  }
  return curve;
}

}  // namespace parktwin::energy
