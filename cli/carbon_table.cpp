#include "cli/carbon_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "cli/text_columns.h"

namespace parktwin::cli {
namespace {

constexpr std::size_t shown_enterprises = 5;
constexpr std::size_t name_width = 34;

template <class... Values>
std::string line(const Session& session, const char* en, const char* zh, const Values&... values) {
  return fmt::format(fmt::runtime(session.choose(en, zh)), values...);
}

std::string name_of_enterprise(const Park& park, Id<Enterprise> id, const char* en, const char* zh, const Session& session) {
  if (!id.valid()) return session.choose(en, zh);
  const Enterprise& enterprise = (*park.enterprises)[id];
  const std::string& name = session.choose(enterprise.name, enterprise.name_zh);
  return name.empty() ? enterprise.id : fmt::format("{} ({})", name, enterprise.id);
}

std::string row_name(const std::string& name) { return "      " + left(cut_to_width(name, name_width), name_width); }

std::string account(const energy::Result& result, const Session& session) {
  const auto& carbon = result.carbon;
  const double used = carbon.park.energy_tce + carbon.renewable_tce;
  if (!(used > 0.0)) return {};
  return line(
      session,
      "    energy used {:.0f} tce, of it own sun and wind {:.0f} and green power {:.0f}; processes {:.0f} t, value chain {:.0f} t\n",
      "    综合能源消费 {:.0f} tce，其中自用风光 {:.0f}、绿电 {:.0f}；工业过程 {:.0f} t，价值链 {:.0f} t\n", used, carbon.renewable_tce,
      carbon.green_tce, carbon.park.process_t, carbon.park.value_chain_t);
}

std::string measures(const energy::Result& result, const Session& session) {
  if (result.abatement_measures.empty()) return {};
  std::string text = line(session, "    measures by cost of a tonne: CNY/t, t a year (by market; by location), outlay, saved a year, CNY\n",
                          "    减排措施（按吨成本排序）：元/t，年减排量t（市场法；位置法），投资元，年节约元\n");
  for (const auto& outcome : result.abatement_measures) {
    text += row_name(outcome.name);
    if (!outcome.cny_per_t) {
      text += "  " + outcome.reason + '\n';
      continue;
    }
    text += fmt::format("{:>10.0f} {:>10.0f} {:>10.0f} {:>13.0f} {:>12.0f}\n", *outcome.cny_per_t, outcome.saved_market_t,
                        outcome.saved_location_t, outcome.capital_cny, outcome.saved_cny);
  }
  return text;
}

std::string positions(const energy::Result& result, const Park& park, const Session& session, bool all) {
  if (result.carbon_positions.empty()) return {};
  std::string text = line(session, "    allowances: emissions, quota, left over, t; earned (paid below 0), CNY\n",
                          "    碳配额：排放、配额、盈余（t）；交易收入（负为支出，元）\n");
  std::vector<energy::CarbonPosition> rows = result.carbon_positions;
  std::stable_sort(rows.begin() + 1, rows.end(), [](const auto& a, const auto& b) { return a.surplus_t < b.surplus_t; });
  const std::size_t shown = all ? rows.size() : std::min(rows.size(), shown_enterprises + 1);
  for (std::size_t i = 0; i < shown; ++i) {
    text +=
        row_name(name_of_enterprise(park, rows[i].enterprise, "all with a quota", "全部有配额企业", session)) +
        fmt::format("{:>10.0f} {:>10.0f} {:>10.0f} {:>13.0f}\n", rows[i].emissions_t, rows[i].quota_t, rows[i].surplus_t, rows[i].cash_cny);
  }
  if (shown < rows.size()) text += line(session, "      and {} more\n", "      另有 {} 家\n", rows.size() - shown);
  return text;
}

std::string bills(const energy::Result& result, const Park& park, const Session& session, bool all) {
  if (result.enterprise_bills.empty()) return {};
  std::string text = line(session, "    who pays the electricity: MWh drawn, CNY, % of the bill\n", "    电费分摊：购电MWh，元，占比%\n");
  std::vector<energy::SharedBill> rows = result.enterprise_bills;
  std::stable_sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.total_cny > b.total_cny; });
  const std::size_t shown = all ? rows.size() : std::min(rows.size(), shown_enterprises);
  for (std::size_t i = 0; i < shown; ++i) {
    text += row_name(name_of_enterprise(park, rows[i].enterprise, "equipment, others, losses", "通信设备、其他与损耗", session)) +
            fmt::format("{:>10.0f} {:>12.0f} {:>8.2f}\n", rows[i].drawn_mwh, rows[i].total_cny, 100.0 * rows[i].share);
  }
  if (shown < rows.size()) text += line(session, "      and {} more\n", "      另有 {} 家\n", rows.size() - shown);
  return text;
}

}  // namespace

std::string carbon_table(const energy::Result& result, const Park& park, const Session& session, bool all) {
  if (result.year == 0 || !result.simulated()) return {};
  return account(result, session) + measures(result, session) + positions(result, park, session, all) + bills(result, park, session, all);
}

}  // namespace parktwin::cli
