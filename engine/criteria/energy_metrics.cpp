#include "engine/criteria/energy_metrics.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/criteria/where.h"

namespace parktwin::criteria {
namespace {

/// Of chargers, heat pumps and chillers at supplied buses: they count what they take themselves.
double counted_by_units(const Facts& facts) {
  const auto& energy = facts.results.energy;
  const auto reached = [&](Id<Bus> bus) {
    return bus.valid() && (bus.index() >= energy.grid.buses.size() || energy.grid.buses[bus.index()].supplied);
  };
  double mwh = 0.0;
  for (const auto& figures : energy.charging) {
    if (reached((*facts.park.charging_stations)[figures.station].bus)) mwh += figures.energy_mwh;
  }
  for (const auto& figures : energy.heat_and_cold.units) {
    if (reached((*facts.park.thermal_units)[figures.unit].bus)) mwh += figures.electricity_mwh;
  }
  return mwh;
}

/// Of the electricity wanted, without communication equipment, that with a known energy of the year and a place in the supplied grid.
Measurement metered(const Facts& facts, const Rule&) {
  if (Text gap = energy_gap(facts); !gap.empty()) return not_measured(gap.en, gap.zh);
  const auto& energy = facts.results.energy;
  double counted = counted_by_units(facts);
  std::vector<Shortfall> shortfalls;
  double other = energy.balance.consumption_mwh + energy.balance.unserved_mwh - energy.balance.equipment_mwh;
  const double whole = other;
  other -= counted;
  for (const auto& figures : energy.enterprises) {
    const Enterprise& enterprise = (*facts.park.enterprises)[figures.enterprise];
    other -= figures.consumption_mwh;
    if (figures.metered) {
      counted += figures.consumption_mwh;
    } else if (figures.consumption_mwh > 0.0) {
      shortfalls.push_back({figures.consumption_mwh,
                            named(label(enterprise), {fmt::format("{:.0f} MWh without a meter in the grid", figures.consumption_mwh),
                                                      fmt::format("{:.0f} MWh无电网计量", figures.consumption_mwh)})});
    }
  }
  // Sums of thousands of steps: what is below a millionth of the whole is rounding.
  if (other > 1e-6 * whole) {
    shortfalls.push_back({other,
                          {fmt::format("loads of no enterprise: {:.0f} MWh by planned peak only", other),
                           fmt::format("无企业归属的负荷：{:.0f} MWh，仅按规划峰值估算", other)}});
  }
  if (shortfalls.empty()) counted = whole;
  Measurement measurement = share(counted, whole, {"no electricity is used", "无用电量"});
  measurement.where = largest_first(std::move(shortfalls));
  return measurement;
}

struct Part {
  Text name;
  Text reason;  ///< why it does not count; empty: it does
};

Part monitoring(const Facts& facts, const Rule& rule) {
  const Measurement measurement = metered(facts, rule);
  Part part{{"monitoring", "能源监测"}, {}};
  if (!(measurement.whole > 0.0)) {
    part.reason = {"no electricity is used", "无用电量"};
    return part;
  }
  if (measurement.part == measurement.whole) return part;
  const double percent = 100.0 * measurement.part / measurement.whole;
  part.reason = {fmt::format("{} % of the electricity is metered", shown(percent)), fmt::format("计量用电占{}%", shown(percent))};
  return part;
}

Part dispatch(const Facts& facts) {
  const auto& energy = facts.results.energy;
  Part part{{"dispatch", "动态调配"}, {}};
  if (facts.park.storages->empty()) {
    part.reason = {"the park has no storage to dispatch", "园区无可调配储能"};
  } else if (!energy.bill.reason.empty()) {
    part.reason = {"no saving can be told: " + energy.bill.reason, "无电价，无法核算调配节约"};
  } else if (!(energy.bill.saving_cny > 0.0)) {
    part.reason = {fmt::format("the control of storages costs {:.0f} CNY a year more than idling", -energy.bill.saving_cny),
                   fmt::format("储能调配比闲置年多支出{:.0f}元", -energy.bill.saving_cny)};
  }
  return part;
}

Part carbon(const Facts& facts) {
  const auto& energy = facts.results.energy;
  Part part{{"carbon account", "碳排放核算"}, {}};
  if (!energy.carbon_reason.empty()) {
    part.reason = {energy.carbon_reason, "未给出排放因子"};
  } else if (!energy.carbon.complete) {
    part.reason = {"not every use of energy has a factor", "部分用能缺少排放因子"};
  }
  return part;
}

Part cutting(const Facts& facts) {
  const auto& balance = facts.results.energy.balance;
  Part part{{"cut of emissions", "节能减排"}, {}};
  if (!(balance.pv_mwh + balance.wind_mwh > 0.0)) part.reason = {"no generation without fuel", "无清洁发电"};
  return part;
}

Measurement count(const std::vector<Part>& parts) {
  Measurement measurement;
  measurement.whole = static_cast<double>(parts.size());
  for (const Part& part : parts) {
    if (part.reason.empty()) {
      measurement.part += 1.0;
    } else {
      measurement.where.push_back(named(part.name, part.reason));
    }
  }
  return measurement;
}

Measurement linked(const Facts& facts, const Rule& rule) {
  if (Text gap = energy_gap(facts); !gap.empty()) return not_measured(gap.en, gap.zh);
  return count({monitoring(facts, rule), dispatch(facts), cutting(facts)});
}

/// A plain count of classes; thrifty production is not in the results.
Measurement green_scenarios(const Facts& facts, const Rule&) {
  if (Text gap = energy_gap(facts); !gap.empty()) return not_measured(gap.en, gap.zh);
  const Part thrift{{"thrifty production", "绿色集约生产"}, {"not simulated", "未仿真"}};
  Part supply = dispatch(facts);
  supply.name = {"dynamic energy supply", "能源动态配置"};
  Part control = carbon(facts);
  control.name = {"control of consumption and emissions", "能耗和排放管控"};
  Measurement measurement = count({thrift, supply, control});
  measurement.whole = 0.0;
  return measurement;
}

bool watches_for_hazards(ScenarioKind kind) {
  return kind == ScenarioKind::security || kind == ScenarioKind::environment || kind == ScenarioKind::pipe_gallery;
}

/// Shown by a networked scenario that watches for hazards and gets what it needs; else the reason names those that do not.
Part safety(const Facts& facts) {
  Part part{{"supervision of safety", "安全监管"}, {"no networked scenario watches for hazards", "无安防、环境或管廊监测场景"}};
  Text failing;
  for (const auto& outcome : facts.results.needs.scenarios) {
    if (!outcome.scenario.valid()) continue;
    const NetworkedScenario& scenario = (*facts.park.networked_scenarios)[outcome.scenario];
    if (!watches_for_hazards(scenario.kind)) continue;
    if (outcome.state == needs::ScenarioState::works) {
      part.reason = {};
      return part;
    }
    const Text name = label(scenario);
    failing.en += (failing.en.empty() ? "" : ", ") + name.en;
    failing.zh += (failing.zh.empty() ? "" : "、") + name.zh;
  }
  if (!failing.empty()) part.reason = {"deployed and with all needs met is none of " + failing.en, failing.zh + "均未部署或需求未满足"};
  return part;
}

Measurement supervision(const Facts& facts, const Rule&) {
  if (Text gap = energy_gap(facts); !gap.empty()) return not_measured(gap.en, gap.zh);
  return count({safety(facts), carbon(facts), dispatch(facts)});
}

}  // namespace

Text energy_gap(const Facts& facts) {
  const auto& energy = facts.results.energy;
  if (energy.year == 0) return {"there is no year of energy in the results", "结果中没有全年能源仿真"};
  if (!energy.simulated()) return {"no year of energy: " + energy.reason, "未仿真全年能源：模型未登记用电负荷与发电设备"};
  return {};
}

std::vector<Metric> energy_metrics() {
  return {{"energy.metered", MetricKind::share, Origin::simulated, {}, metered},
          {"energy.linked", MetricKind::count, Origin::simulated, {}, linked},
          {"energy.green_scenarios", MetricKind::count, Origin::simulated, {}, green_scenarios},
          {"energy.supervision", MetricKind::count, Origin::simulated, {}, supervision}};
}

}  // namespace parktwin::criteria
