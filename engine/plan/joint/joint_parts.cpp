#include "engine/plan/joint/joint_parts.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "engine/plan/centres/centres_plan.h"
#include "engine/plan/cloud_policy/cloud_plan.h"
#include "engine/plan/energy_units/energy_plan.h"
#include "engine/plan/joint/asked_clauses.h"
#include "engine/run/cloud_access.h"
#include "engine/simulators/cloud/hosted_employees.h"

namespace parktwin::plan {
namespace {

struct Month {
  std::int32_t year = 0;
  std::int32_t month = 1;
};

/// January of the first year, where one is given; else the month after the assessment.
Month first_month_of(const Question& question) {
  if (question.first_year) return {*question.first_year, 1};
  const Month assessed{std::stoi(question.assessed_on.substr(0, 4)), std::stoi(question.assessed_on.substr(5, 2))};
  return assessed.month == 12 ? Month{assessed.year + 1, 1} : Month{assessed.year, assessed.month + 1};
}

void add_work(std::string id, std::string changes, double capital_cny, std::string en, std::string zh, PlannedPart& part) {
  part.row.items.push_back({id, std::move(en), std::move(zh), capital_cny});
  part.row.capital_cny += capital_cny;
  PlannedWork work;
  work.id = std::move(id);
  work.changes = std::move(changes);
  work.capital_cny = capital_cny;
  part.works.push_back(std::move(work));
}

void finish(PlannedPart& part) {
  part.row.outcome = part.works.empty() && part.options.empty() ? ProposalOutcome::nothing_to_build : ProposalOutcome::planned;
  for (auto& work : part.works) work.gain = 1.0 / static_cast<double>(part.works.size());
}

double value_of(const Park& park, const std::string& changes, const Pricing& pricing) {
  return price_changes(park, changes, pricing).present_value_cny;
}

std::string extension_text(const DataCentre& before, const CentreSizes& sizes) {
  std::string set;
  const auto add = [&set](const std::string& field) { set += (set.empty() ? "" : ", ") + field; };
  if (sizes.servers != before.servers) add(fmt::format("servers: {}", sizes.servers));
  if (sizes.racks != before.racks) add(fmt::format("racks: {}", sizes.racks));
  if (sizes.storage_tb != before.storage_tb) add(fmt::format("storage_tb: {}", sizes.storage_tb));
  if (sizes.uplink_mbps) add(fmt::format("uplink_mbps: {}", *sizes.uplink_mbps));
  return set.empty() ? "" : fmt::format("  - modify_data_centre: {{id: \"{}\", set: {{{}}}}}\n", before.id, set);
}

std::string centre_text(const Park& park, const DataCentre& centre) {
  std::string text = fmt::format(
      "  - add_data_centre: {{id: \"{}\", name: Public data centre, name_zh: 园区公共数据中心, node: \"{}\", racks: {}, rack_power_kw: "
      "{:g}, servers: {}, "
      "storage_tb: {}",
      centre.id, (*park.network_nodes)[centre.node].id, centre.racks, centre.rack_power.value(), centre.servers, centre.storage_tb);
  if (centre.bus.valid()) text += fmt::format(", bus: \"{}\"", (*park.buses)[centre.bus].id);
  if (centre.uplink) text += fmt::format(", uplink_mbps: {}", centre.uplink->value());
  return text + "}\n";
}

std::string sizes_en(const CentreSizes& sizes) {
  return fmt::format("{} servers, {} racks, {:g} TB{}", sizes.servers, sizes.racks, sizes.storage_tb,
                     sizes.uplink_mbps ? fmt::format(", uplink {:g} Mbit/s", *sizes.uplink_mbps) : "");
}

std::string sizes_zh(const CentreSizes& sizes) {
  return fmt::format("服务器 {} 台，机架 {} 个，存储 {:g} TB{}", sizes.servers, sizes.racks, sizes.storage_tb,
                     sizes.uplink_mbps ? fmt::format("，上联 {:g} Mbit/s", *sizes.uplink_mbps) : "");
}

/// What one more of each costs, by the price table.
CentrePrices prices_at(const PartQuestion& part, const DataCentre& centre) {
  const auto more = [&](CentreSizes sizes) { return value_of(part.park, extension_text(centre, sizes), part.pricing); };
  const CentreSizes now{centre.servers, centre.racks, centre.storage_tb, std::nullopt};
  CentrePrices prices;
  auto sizes = now;
  ++sizes.servers;
  prices.server_cny = more(sizes);
  sizes = now;
  ++sizes.racks;
  prices.rack_cny = more(sizes);
  sizes = now;
  sizes.storage_tb += 1.0;
  prices.storage_cny_per_tb = more(sizes);
  sizes = now;
  sizes.uplink_mbps = 1e6;
  prices.uplink_cny = more(sizes);
  return prices;
}

PlannedPart refused(PlannedPart part, std::string en, std::string zh) {
  part.row.outcome = ProposalOutcome::no_plan;
  part.row.reason_en = std::move(en);
  part.row.reason_zh = std::move(zh);
  return part;
}

/// Employees whose workloads would be hosted today, where no centre counts them.
double hosted_in_the_open(const Park& park, const cloud::data_centre::Options& options) {
  double employees = 0.0;
  for (const auto& enterprise : *park.enterprises) employees += cloud::hosted_today(enterprise, options);
  return employees;
}

PlannedPart first_centre_part(const PartQuestion& part, PlannedPart planned) {
  const auto& options = part.question.scenario.options.cloud.data_centre;
  const double employees = hosted_in_the_open(part.park, options);
  auto centre = first_centre(part.park, employees, options);
  if (!centre)
    return refused(std::move(planned), "no core router or aggregation switch to join a data centre to",
                   "没有可接入数据中心的核心路由器或汇聚交换机");
  if (!(employees > 0.0)) return refused(std::move(planned), "no enterprise has workloads to host", "没有可承载的企业负载");
  for (std::size_t number = 1; centre->id.empty() || part.park.data_centres->find(centre->id).valid(); ++number)
    centre->id = fmt::format("DC-PLAN-{}", number);
  centre->servers = centre->spare_servers + 1;
  const CentresPlan sizes = extend_centres(part.park, {*centre}, employees, options, {1.0, 1.0, 1.0, 1.0});
  if (!sizes.found) return refused(std::move(planned), sizes.reason_en, sizes.reason_zh);
  const std::string changes = centre_text(part.park, sized(*centre, sizes.sizes.front()));
  const PricedChanges priced = price_changes(part.park, changes, part.pricing);
  add_work(centre->id, changes, priced.capital_cny, "new data centre: " + sizes_en(sizes.sizes.front()),
           "新建数据中心：" + sizes_zh(sizes.sizes.front()), planned);
  planned.row.present_value_cny = planned.row.lower_bound_cny = priced.present_value_cny;
  finish(planned);
  return planned;
}

}  // namespace

PlannedPart cloud_part(const PartQuestion& part, const Results& results) {
  const Question& question = part.question;
  PlannedPart planned;
  planned.row.part = PlanPart::cloud;
  double target = 0.0;
  for (const auto& clause : part.asked.clauses) target = std::max(target, forecast_threshold(clause));
  const auto access = cloud_access(part.park, results.wired.topology);
  const Month first = first_month_of(question);
  const CloudPlan plan = plan_cloud({part.park, question.scenario.options.cloud, access, question.scenario.plan.joint.cloud,
                                     question.scenario.seed, target, first.year, first.month});
  if (!plan.found) {
    return refused(
        std::move(planned),
        fmt::format("with every policy at its greatest strength {:.1f} % of the enterprises are on a cloud at the horizon, {:.1f} less "
                    "than the {:g} % asked for",
                    plan.reachable_percent, target - plan.reachable_percent, target),
        fmt::format("全部政策取最大力度时，预测期末上云率为 {:.1f}%，距要求的 {:g}% 仍差 {:.1f} 个百分点", plan.reachable_percent, target,
                    target - plan.reachable_percent));
  }
  for (const auto& one : plan.policies) {
    const double cost = one.policy.fixed_cost.value() + one.payments_cny;
    add_work(one.policy.id, policy_text(one.policy), cost,
             fmt::format("{}, strength {:g}, from {}-{:02}; {:.0f} CNY of it to enterprises", one.policy.name, one.policy.strength,
                         one.policy.start_year, one.policy.start_month, one.payments_cny),
             fmt::format("{}，力度 {:g}，自 {} 年 {} 月起；其中补贴 {:.0f} 元", one.policy.name_zh, one.policy.strength,
                         one.policy.start_year, one.policy.start_month, one.payments_cny),
             planned);
    planned.works.back().at_once = true;
  }
  planned.row.present_value_cny = plan.cost_cny;
  planned.row.lower_bound_cny = plan.bound_cny;
  finish(planned);
  return planned;
}

PlannedPart centres_part(const PartQuestion& part, const Results& results) {
  PlannedPart planned;
  planned.row.part = PlanPart::data_centres;
  const auto& options = part.question.scenario.options.cloud.data_centre;
  std::vector<DataCentre> centres;
  for (const auto& centre : *part.park.data_centres) {
    if (centre.operational) centres.push_back(centre);
  }
  if (centres.empty()) return first_centre_part(part, std::move(planned));
  const auto demand = part.question.scenario.plan.joint.data_centre_demand;
  const HostedAt at = demand == CentreDemand::today ? HostedAt::today : demand == CentreDemand::median ? HostedAt::median : HostedAt::p90;
  const double employees = hosted_employees_of(part.park, results.cloud.data_centre, options, at);
  if (!(employees > 0.0)) return refused(std::move(planned), "the data centres host nobody", "数据中心无承载负载");
  const CentresPlan plan = extend_centres(part.park, centres, employees, options, prices_at(part, centres.front()));
  if (!plan.found) return refused(std::move(planned), plan.reason_en, plan.reason_zh);
  std::string all;
  for (std::size_t k = 0; k < centres.size(); ++k) {
    const std::string changes = extension_text(centres[k], plan.sizes[k]);
    if (changes.empty()) continue;
    all += changes;
    add_work(centres[k].id, changes, price_changes(part.park, changes, part.pricing).capital_cny, "extended to " + sizes_en(plan.sizes[k]),
             "扩容至" + sizes_zh(plan.sizes[k]), planned);
  }
  planned.row.present_value_cny = value_of(part.park, all, part.pricing);
  planned.row.lower_bound_cny = std::min(plan.bound_cny, planned.row.present_value_cny);
  finish(planned);
  return planned;
}

PlannedPart energy_part(const PartQuestion& part, LiveRun& live, Progress& progress) {
  const Question& question = part.question;
  PlannedPart planned;
  planned.row.part = PlanPart::energy;
  const EnergyPlan plan = plan_energy({part.park, question.scenario.options, question.scenario.plan.joint.energy, part.pricing, part.asked,
                                       question.assessed_on, question.scenario.seed},
                                      live, progress);
  if (!plan.found) return refused(std::move(planned), plan.reason_en, plan.reason_zh);
  const auto capital = [&](const std::string& changes) { return price_changes(part.park, changes, part.pricing).capital_cny; };
  for (const auto& roof : plan.roofs) {
    const std::string changes = roof_text(part.park, roof);
    const std::string& building = (*part.park.buildings)[roof.building].id;
    add_work(roof.id, changes, capital(changes), fmt::format("{:.0f} kW of modules on the roof of {}", roof.rated_power.value(), building),
             fmt::format("{} 屋顶光伏 {:.0f} kW", building, roof.rated_power.value()), planned);
  }
  if (plan.battery) {
    const std::string changes = battery_text(part.park, *plan.battery);
    const std::string& bus = (*part.park.buses)[plan.battery->bus].id;
    add_work(plan.battery->id, changes, capital(changes), fmt::format("battery of {:g} kWh at {}", plan.battery->capacity.value(), bus),
             fmt::format("{} 储能 {:g} kWh", bus, plan.battery->capacity.value()), planned);
  }
  if (plan.green_share) {
    planned.green_power_share = std::round(*plan.green_share * 1e4) / 1e4;
    planned.options = fmt::format("  energy: {{green_power_share: {:.4f}}}\n", *plan.green_share);
    planned.row.items.push_back({"green_power_share",
                                 fmt::format("{:.2f} % of what is drawn bought as green power", 100.0 * *plan.green_share),
                                 fmt::format("外购电力的 {:.2f}% 为绿电", 100.0 * *plan.green_share), 0.0});
  }
  planned.row.present_value_cny = plan.value_cny();
  planned.row.lower_bound_cny = plan.least_value_cny();
  finish(planned);
  return planned;
}

}  // namespace parktwin::plan
