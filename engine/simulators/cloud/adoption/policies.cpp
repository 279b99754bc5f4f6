#include "engine/simulators/cloud/adoption/policies.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <string>

#include "engine/core/calendar_date.h"
#include "engine/park/sector_list.h"

namespace parktwin::cloud::adoption {
namespace {

bool is_aimed_at(const CloudPolicy& policy, const std::vector<Sector>& sectors, const Enterprise& enterprise) {
  if (!sectors.empty() && std::find(sectors.begin(), sectors.end(), enterprise.sector) == sectors.end()) return false;
  return enterprise.employees >= policy.least_employees && (!policy.most_employees || enterprise.employees <= *policy.most_employees);
}

}  // namespace

Calendar Calendar::of(const Site& site) {
  if (!is_calendar_date(site.data_date)) return {};
  const auto number = [&](std::size_t at, std::size_t length) { return std::atoi(site.data_date.substr(at, length).c_str()); };
  Calendar calendar{number(0, 4), number(5, 2), true};
  if (number(8, 2) <= 15) return calendar;
  return {calendar.year_of(2), calendar.month_of(2), true};
}

std::vector<Campaign> campaigns(const Park& park, const Calendar& calendar) {
  std::vector<Campaign> all;
  for (const auto& policy : *park.cloud_policies) {
    Campaign campaign;
    campaign.policy = Id<CloudPolicy>(all.size());
    campaign.kind = policy.kind;
    campaign.strength = policy.strength;
    campaign.first = calendar.months_to(policy.start_year, policy.start_month);
    if (policy.months) campaign.end = campaign.first + *policy.months;
    const auto sectors = parse_sectors(policy.sectors).sectors;
    for (const auto& enterprise : *park.enterprises) campaign.aimed_at.push_back(is_aimed_at(policy, sectors, enterprise) ? 1 : 0);
    all.push_back(std::move(campaign));
  }
  return all;
}

Help help_for(const std::vector<Campaign>& all, std::size_t without, std::size_t enterprise, std::int32_t month, const Options& options) {
  Help help;
  double zone = 0.0;
  for (std::size_t k = 0; k < all.size(); ++k) {
    const Campaign& campaign = all[k];
    if (k == without || campaign.aimed_at[enterprise] == 0) continue;
    if (campaign.kind == CloudPolicyKind::information) {
      // What was learnt stays: months gained since the beginning of the forecast.
      const auto gained = std::min(month + 1, campaign.end) - std::max(campaign.first, 1);
      if (gained > 0) help.months_ahead += campaign.strength * gained;
    }
    if (!campaign.runs(month)) continue;
    if (campaign.kind == CloudPolicyKind::subsidy) help.value += options.price_weight * campaign.strength;
    if (campaign.kind == CloudPolicyKind::mandate) help.value -= std::log1p(-campaign.strength);  // odds times 1 / (1 − strength)
    if (campaign.kind == CloudPolicyKind::better_access) help.better_access = std::max(help.better_access, campaign.strength);
    if (campaign.kind == CloudPolicyKind::public_cloud_zone) {
      zone = std::max(zone, campaign.strength);
      help.in_zone = true;
    }
  }
  help.value += options.zone_weight * zone;
  return help;
}

}  // namespace parktwin::cloud::adoption
