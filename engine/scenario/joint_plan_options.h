#pragma once
// What `parktwin plan` may do beside sites and fibre: which parts it plans, cloud policies that may be bought, how far data centres look
// ahead, what roofs and batteries may be built. All figures are assumptions of this project (docs/planning.md).
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/core/describe.h"
#include "engine/park/cloud_inventory.h"

namespace parktwin {

enum class PlanPart { network, cloud, data_centres, energy };

constexpr auto names_of(PlanPart) {
  return std::to_array<EnumName<PlanPart>>(
      {{PlanPart::network, "network"}, {PlanPart::cloud, "cloud"}, {PlanPart::data_centres, "data_centres"}, {PlanPart::energy, "energy"}});
}

/// A policy on offer at some strengths; costs are those of one strength in proportion, beside a fixed part.
struct OfferedPolicy {
  std::string name;
  std::string name_zh;
  CloudPolicyKind kind = CloudPolicyKind::subsidy;
  std::vector<double> strengths;
  std::optional<std::int32_t> months;
  double fixed_cost_cny = 0.0;
  double cost_of_full_strength_cny = 0.0;
  double cost_per_adopter_of_full_strength_cny = 0.0;
  std::optional<std::int32_t> most_employees;
};

template <class Visitor, DescribedAs<OfferedPolicy> Self>
void describe(Visitor&& visit, Self& offer) {
  visit(Field{"name", "", "name in English"}, offer.name);
  visit(Field{"name_zh", "", "name in Chinese"}, offer.name_zh);
  visit(Field{.name = "kind", .unit = "", .meaning = "subsidy, information, mandate, better_access or public_cloud_zone", .required = true},
        offer.kind);
  visit(
      Field{.name = "strengths", .unit = "", .meaning = "at which it may be bought, rising", .minimum = 0, .maximum = 10, .required = true},
      offer.strengths);
  visit(Field{"months", "", "how long; empty: without end", 1, 1200}, offer.months);
  visit(Field{"fixed_cost_cny", "CNY", "cost at any strength", 0, 1e12}, offer.fixed_cost_cny);
  visit(Field{"cost_of_full_strength_cny", "CNY", "more at strength 1, in proportion to the strength", 0, 1e12},
        offer.cost_of_full_strength_cny);
  visit(Field{"cost_per_adopter_of_full_strength_cny", "CNY", "paid for each enterprise that comes while it runs, at strength 1", 0, 1e10},
        offer.cost_per_adopter_of_full_strength_cny);
  visit(Field{"most_employees", "", "largest enterprise aimed at; empty: any", 0, 1e6}, offer.most_employees);
}

struct CloudPlanOptions {
  std::vector<OfferedPolicy> policies = {
      {"Information campaign", "上云宣传培训", CloudPolicyKind::information, {0.5, 1.0}, 12, 100000.0, 300000.0, 0.0, std::nullopt},
      {"Vouchers for small enterprises", "中小企业上云券", CloudPolicyKind::subsidy, {0.25, 0.5}, 24, 300000.0, 0.0, 80000.0, 300},
      {"Public cloud zone",
       "园区公有云专区",
       CloudPolicyKind::public_cloud_zone,
       {0.4, 0.8},
       std::nullopt,
       400000.0,
       2000000.0,
       0.0,
       std::nullopt},
      {"Better access", "接入改善", CloudPolicyKind::better_access, {0.5, 1.0}, std::nullopt, 200000.0, 1000000.0, 0.0, std::nullopt},
  };
  std::int32_t most_mixes = 300;
};

template <class Visitor, DescribedAs<CloudPlanOptions> Self>
void describe(Visitor&& visit, Self& options) {
  visit(Field{"policies", "", "policies on offer, each bought at one of its strengths or not at all"}, options.policies);
  visit(Field{"most_mixes", "", "mixes that are simulated at most", 2, 100000}, options.most_mixes);
}

/// Workloads that data centres are sized for.
enum class CentreDemand { today, median, p90 };

constexpr auto names_of(CentreDemand) {
  return std::to_array<EnumName<CentreDemand>>(
      {{CentreDemand::today, "today"}, {CentreDemand::median, "median"}, {CentreDemand::p90, "p90"}});
}

struct EnergyPlanOptions {
  std::int32_t most_roofs = 12;
  double roof_share = 0.5;
  double module_kw_per_m2 = 0.2;
  double most_battery_kwh = 20000.0;
  double battery_duration_h = 2.0;
};

template <class Visitor, DescribedAs<EnergyPlanOptions> Self>
void describe(Visitor&& visit, Self& options) {
  visit(Field{"most_roofs", "", "largest roofs without modules that may get some", 0, 1000}, options.most_roofs);
  visit(Field{"roof_share", "1", "part of a roof that modules may cover", 0, 1}, options.roof_share);
  visit(Field{"module_kw_per_m2", "kW/m2", "rated power of modules per area", 0.01, 1}, options.module_kw_per_m2);
  visit(Field{"most_battery_kwh", "kWh", "largest battery; 0: none may be built", 0, 1e9}, options.most_battery_kwh);
  visit(Field{"battery_duration_h", "h", "hours in which a full battery is empty at its rated power", 0.1, 100},
        options.battery_duration_h);
}

struct JointPlanOptions {
  std::vector<PlanPart> parts = {PlanPart::network};
  CloudPlanOptions cloud;
  CentreDemand data_centre_demand = CentreDemand::median;
  EnergyPlanOptions energy;
};

template <class Visitor, DescribedAs<JointPlanOptions> Self>
void describe(Visitor&& visit, Self& options) {
  visit(Field{"parts", "", "network, cloud, data_centres, energy: what is planned where the criteria ask for it"}, options.parts);
  visit(Field{"cloud", "", "policies that bring enterprises to a cloud"}, options.cloud);
  visit(Field{"data_centre_demand", "", "workloads that data centres are sized for: today's, or those of the horizon"},
        options.data_centre_demand);
  visit(Field{"energy", "", "photovoltaics and batteries"}, options.energy);
}

}  // namespace parktwin
