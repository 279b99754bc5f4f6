#pragma once
// What decides how enterprises come to a cloud beside themselves: who supplies whom, the park's policies, and the data centres that carry
// their workloads.
#include <array>
#include <cstdint>
#include <optional>
#include <string>

#include "engine/core/describe.h"
#include "engine/core/table.h"
#include "engine/core/units.h"

namespace parktwin {

struct Bus;
struct Enterprise;
struct NetworkNode;

/// Two enterprises of one supply chain see what the other does, the more the more they trade.
struct SupplyLink {
  std::string id;
  Id<Enterprise> supplier;
  Id<Enterprise> customer;
  double weight = 1.0;
  bool supplier_first = false;  ///< the customer follows its supplier: such links must not run in a circle
};

template <class Visitor, DescribedAs<SupplyLink> Self>
void describe(Visitor&& visit, Self& link) {
  visit(Field{.name = "id", .unit = "", .meaning = "unique id", .required = true}, link.id);
  visit(Field{.name = "supplier", .unit = "", .meaning = "enterprise that delivers", .required = true}, link.supplier);
  visit(Field{.name = "customer", .unit = "", .meaning = "enterprise that receives", .required = true}, link.customer);
  visit(Field{"weight", "", "size of the trade relative to other links", 0, 1e6}, link.weight);
  visit(Field{"supplier_first", "", "the customer reaches no level of cloud use before its supplier"}, link.supplier_first);
}

enum class CloudPolicyKind { subsidy, information, mandate, better_access, public_cloud_zone };

constexpr auto names_of(CloudPolicyKind) {
  return std::to_array<EnumName<CloudPolicyKind>>({{CloudPolicyKind::subsidy, "subsidy"},
                                                   {CloudPolicyKind::information, "information"},
                                                   {CloudPolicyKind::mandate, "mandate"},
                                                   {CloudPolicyKind::better_access, "better_access"},
                                                   {CloudPolicyKind::public_cloud_zone, "public_cloud_zone"}});
}

/// A measure that brings enterprises to a cloud: what it does is said with each kind in docs/cloud.md.
struct CloudPolicy {
  std::string id;
  std::string name;
  std::string name_zh;
  CloudPolicyKind kind = CloudPolicyKind::subsidy;
  std::int32_t start_year = 2026;
  std::int32_t start_month = 1;
  std::optional<std::int32_t> months;  ///< none: it does not end
  double strength = 0.5;
  Yuan fixed_cost;
  Yuan cost_per_adopter;
  std::string sectors;  ///< empty: all
  std::int32_t least_employees = 0;
  std::optional<std::int32_t> most_employees;
};

template <class Visitor, DescribedAs<CloudPolicy> Self>
void describe(Visitor&& visit, Self& policy) {
  visit(Field{.name = "id", .unit = "", .meaning = "unique id", .required = true}, policy.id);
  visit(Field{"name", "", "name in English"}, policy.name);
  visit(Field{"name_zh", "", "name in Chinese"}, policy.name_zh);
  visit(Field{.name = "kind", .unit = "", .meaning = "subsidy, information, mandate, better_access or public_cloud_zone", .required = true},
        policy.kind);
  visit(Field{.name = "start_year", .unit = "", .meaning = "first year", .minimum = 1990, .maximum = 2100, .required = true},
        policy.start_year);
  visit(Field{"start_month", "", "first month in it", 1, 12}, policy.start_month);
  visit(Field{"months", "", "how long; empty: without end", 1, 1200}, policy.months);
  visit(Field{.name = "strength",
              .unit = "",
              .meaning = "subsidy: share of the price; information: months gained in each; others: share of full force",
              .minimum = 0,
              .maximum = 10,
              .required = true},
        policy.strength);
  visit(Field{"fixed_cost_cny", "CNY", "cost whoever comes", 0, 1e12}, policy.fixed_cost);
  visit(Field{"cost_per_adopter_cny", "CNY", "paid for each enterprise aimed at that comes while it runs", 0, 1e10},
        policy.cost_per_adopter);
  visit(Field{"sectors", "", "sectors aimed at, separated by spaces; empty: all"}, policy.sectors);
  visit(Field{"least_employees", "", "smallest enterprise aimed at", 0, 1e6}, policy.least_employees);
  visit(Field{"most_employees", "", "largest enterprise aimed at; empty: any", 0, 1e6}, policy.most_employees);
}

/// A data centre whose servers carry workloads of the park's enterprises.
struct DataCentre {
  std::string id;
  std::string name;
  std::string name_zh;
  Id<NetworkNode> node;
  Id<Bus> bus;
  bool operational = true;
  std::int32_t racks = 1;
  Kilowatts rack_power;
  std::int32_t servers = 1;
  std::int32_t spare_servers = 1;
  std::int32_t cores_per_server = 64;
  double memory_per_server_gb = 512.0;
  double storage_tb = 0.0;
  std::optional<MegabitsPerSecond> uplink;  ///< none: the rates of its node's links
  double virtual_cores_per_core = 3.0;
  double memory_overcommit = 1.0;
  double server_idle_w = 200.0;
  double server_full_w = 600.0;
  double design_pue = 1.4;
};

template <class Visitor, DescribedAs<DataCentre> Self>
void describe(Visitor&& visit, Self& centre) {
  visit(Field{.name = "id", .unit = "", .meaning = "unique id", .required = true}, centre.id);
  visit(Field{"name", "", "name in English"}, centre.name);
  visit(Field{"name_zh", "", "name in Chinese"}, centre.name_zh);
  visit(Field{"node", "", "node by which it hangs on the park's network"}, centre.node);
  visit(Field{"bus", "", "bus that feeds it"}, centre.bus);
  visit(Field{"operational", "", "in operation"}, centre.operational);
  visit(Field{.name = "racks", .unit = "", .meaning = "racks", .minimum = 1, .maximum = 1e6, .required = true}, centre.racks);
  visit(Field{.name = "rack_power_kw", .unit = "kW", .meaning = "power each rack can take", .minimum = 0, .maximum = 500, .required = true},
        centre.rack_power);
  visit(Field{.name = "servers", .unit = "", .meaning = "servers, spare ones included", .minimum = 1, .maximum = 1e7, .required = true},
        centre.servers);
  visit(Field{"spare_servers", "", "kept free for the failure of others: 1 is N+1", 0, 1e7}, centre.spare_servers);
  visit(Field{"cores_per_server", "", "physical cores of a server", 1, 10000}, centre.cores_per_server);
  visit(Field{"memory_per_server_gb", "GB", "memory of a server", 1, 1e6}, centre.memory_per_server_gb);
  visit(Field{"storage_tb", "TB", "usable storage, copies taken off", 0, 1e9}, centre.storage_tb);
  visit(Field{"uplink_mbps", "Mbit/s", "rate to the network; empty: of its node's links in operation", 0, 1e8}, centre.uplink);
  visit(Field{"virtual_cores_per_core", "", "virtual cores sold for each physical one (overcommit)", 1, 64}, centre.virtual_cores_per_core);
  visit(Field{"memory_overcommit", "", "memory sold over memory there", 1, 8}, centre.memory_overcommit);
  visit(Field{"server_idle_w", "W", "power of an idle server", 0, 100000}, centre.server_idle_w);
  visit(Field{"server_full_w", "W", "power of a fully loaded server", 0, 100000}, centre.server_full_w);
  visit(Field{"design_pue", "", "power usage effectiveness at full load and 35 degrees outdoors", 1, 4}, centre.design_pue);
}

}  // namespace parktwin
