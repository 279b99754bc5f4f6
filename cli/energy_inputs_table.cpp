#include "cli/energy_inputs_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <vector>

namespace parktwin::cli {
namespace {

constexpr std::size_t shown_alarms = 5;
constexpr std::size_t shown_outages = 3;

/// Chooses the form by language and fills it.
template <class... Values>
std::string line(const Session& session, const char* en, const char* zh, const Values&... values) {
  return fmt::format(fmt::runtime(session.choose(en, zh)), values...);
}

std::string meters(const energy::Result& result, const Session& session) {
  std::string text;
  if (!result.meters.empty()) {
    const auto used = std::count_if(result.meters.begin(), result.meters.end(), [](const auto& use) { return use.reason.empty(); });
    text += line(session, "    {} meters read, {} of them in place of profiles\n", "    读入电表 {} 只，其中 {} 只替代典型曲线\n",
                 result.meters.size(), used);
  }
  if (result.alarms.empty()) return text;
  std::map<std::string, std::size_t> counts;
  for (const auto& alarm : result.alarms) ++counts[std::string(name_of(alarm.kind))];
  std::string kinds;
  for (const auto& [kind, count] : counts) kinds += fmt::format("{}{} {}", kinds.empty() ? "" : ", ", kind, count);
  text += line(session, "    {} alarms: {}\n", "    告警 {} 条：{}\n", result.alarms.size(), kinds);
  for (std::size_t i = 0; i < std::min(shown_alarms, result.alarms.size()); ++i) {
    const auto& alarm = result.alarms[i];
    text += fmt::format("      {} {} {} – {}: {}\n", name_of(alarm.kind), alarm.place, alarm.from, alarm.to, alarm.cause);
  }
  return text;
}

std::string study(const energy::GridStudy& study, const Park& park, const Session& session) {
  if (!study.reason.empty() || study.hosting_capacity.empty()) return {};
  const energy::HostingFigures* least = nullptr;
  for (const auto& figures : study.hosting_capacity) {
    if (figures.capacity_kw && (least == nullptr || *figures.capacity_kw < *least->capacity_kw)) least = &figures;
  }
  std::string text;
  if (least != nullptr) {
    text += line(session, "    hosting capacity: least at {} with {:.0f} kW, stopped by {}\n",
                 "    接纳能力：最小为母线 {}，{:.0f} kW，受限于 {}\n", (*park.buses)[least->bus].id, *least->capacity_kw,
                 least->limit_place.empty() ? "-" : least->limit_place);
  }
  auto outages = study.feeder_outages;
  std::stable_sort(outages.begin(), outages.end(), [](const auto& a, const auto& b) { return a.lost_kw > b.lost_kw; });
  const auto dark = std::count_if(outages.begin(), outages.end(), [](const auto& outage) { return outage.dark_buses > 0; });
  const auto over = std::count_if(outages.begin(), outages.end(), [](const auto& outage) { return outage.violations > 0; });
  text += line(session, "    N-1 of {} feeders and infeed transformers: {} leave somebody dark, {} leave limits\n",
               "    馈线与主变N-1共 {} 项：{} 项造成失电，{} 项越限\n", outages.size(), dark, over);
  for (std::size_t i = 0; i < std::min(shown_outages, outages.size()) && outages[i].dark_buses > 0; ++i) {
    text += line(session, "      without {}: {:.0f} kW and {} enterprises dark{}\n", "      {} 停运：失电 {:.0f} kW，企业 {} 家{}\n",
                 outages[i].branch, outages[i].lost_kw, outages[i].dark.size(),
                 outages[i].closed_line.empty() ? "" : ", " + outages[i].closed_line + " closed");
  }
  double most_ka = 0.0;
  for (const auto& figures : study.short_circuits) most_ka = std::max(most_ka, figures.most_ka.value_or(0.0));
  return text +
         line(session, "    short circuits: at most {:.1f} kA (IEC 60909)\n", "    短路电流：最大 {:.1f} kA（IEC 60909）\n", most_ka);
}

std::string charging(const energy::Result& result, const Session& session) {
  if (result.charging.empty()) return {};
  double mwh = 0.0;
  double missed = 0.0;
  std::int64_t sessions = 0;
  std::int64_t away = 0;
  for (const auto& figures : result.charging) {
    mwh += figures.energy_mwh;
    missed += figures.missed_mwh;
    sessions += figures.sessions;
    away += figures.turned_away;
  }
  return line(session, "    charging: {} stations, {} sessions, {:.0f} MWh; {} vehicles turned away, {:.0f} MWh missed\n",
              "    充电：{} 站，{} 次，{:.0f} MWh；未能接入 {} 次，未充满 {:.0f} MWh\n", result.charging.size(), sessions, mwh, away,
              missed);
}

std::string word_of(energy::ThermalCarrier carrier, const Session& session) {
  switch (carrier) {
    case energy::ThermalCarrier::heat:
      return session.choose("heat", "热");
    case energy::ThermalCarrier::cold:
      return session.choose("cold", "冷");
    case energy::ThermalCarrier::gas:
      return session.choose("gas", "燃气");
  }
  return {};
}

std::string thermal(const energy::HeatAndCold& year, const Session& session) {
  std::string text;
  for (const auto& balance : year.balances) {
    text += line(
        session, "    {}: {:.0f} MWh taken, {:.0f} converted; plants {:.0f}, units {:.0f}, outside {:.0f}, lost in stores {:.0f}\n",
        "    {}：用 {:.0f} MWh，转换 {:.0f}；热电 {:.0f}，机组 {:.0f}，外部 {:.0f}，储能损失 {:.0f}\n", word_of(balance.carrier, session),
        balance.demand_mwh, balance.converted_mwh, balance.plants_mwh, balance.units_mwh, balance.outside_mwh, balance.store_loss_mwh);
  }
  if (!year.reason.empty() && !year.units.empty())
    text += line(session, "    units of heat and cold stand idle: {}\n", "    冷热机组停用：{}\n", year.reason);
  return text;
}

}  // namespace

std::string energy_inputs_table(const energy::Result& result, const Park& park, const Session& session) {
  return meters(result, session) + study(result.grid_study, park, session) + charging(result, session) +
         thermal(result.heat_and_cold, session);
}

}  // namespace parktwin::cli
