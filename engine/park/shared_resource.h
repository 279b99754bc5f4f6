#pragma once
// Resources that enterprises of the park share (备件, 仓储, 车队, 检测, 设备, 集采, 安全, 园区公共服务), each with what the same
// enterprises would keep for themselves, so that sharing can be compared with not sharing. Times are hours of operation.
#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "engine/core/describe.h"
#include "engine/core/table.h"
#include "engine/core/units.h"

namespace parktwin {

struct SharedService;

enum class ResourceKind {
  spare_parts,
  warehouse_docks,
  trucks,
  laboratory,
  machine,
  design_seat,
  maintenance_crew,
  group_purchasing,
  security_assessment,
  security_protection,
  security_response,
  security_advice,
  security_training,
  security_assets,
  security_traffic,
  office_planning,
  office_recruiting,
  office_financing,
  office_promotion
};

constexpr auto names_of(ResourceKind) {
  return std::to_array<EnumName<ResourceKind>>({{ResourceKind::spare_parts, "spare_parts"},
                                                {ResourceKind::warehouse_docks, "warehouse_docks"},
                                                {ResourceKind::trucks, "trucks"},
                                                {ResourceKind::laboratory, "laboratory"},
                                                {ResourceKind::machine, "machine"},
                                                {ResourceKind::design_seat, "design_seat"},
                                                {ResourceKind::maintenance_crew, "maintenance_crew"},
                                                {ResourceKind::group_purchasing, "group_purchasing"},
                                                {ResourceKind::security_assessment, "security_assessment"},
                                                {ResourceKind::security_protection, "security_protection"},
                                                {ResourceKind::security_response, "security_response"},
                                                {ResourceKind::security_advice, "security_advice"},
                                                {ResourceKind::security_training, "security_training"},
                                                {ResourceKind::security_assets, "security_assets"},
                                                {ResourceKind::security_traffic, "security_traffic"},
                                                {ResourceKind::office_planning, "office_planning"},
                                                {ResourceKind::office_recruiting, "office_recruiting"},
                                                {ResourceKind::office_financing, "office_financing"},
                                                {ResourceKind::office_promotion, "office_promotion"}});
}

/// Law of a time with a given mean. Erlang: 1 / cv² phases; hyperexponential: two phases with balanced means.
enum class TimeLaw { constant, uniform, erlang, exponential, hyperexponential, lognormal };

constexpr auto names_of(TimeLaw) {
  return std::to_array<EnumName<TimeLaw>>({{TimeLaw::constant, "constant"},
                                           {TimeLaw::uniform, "uniform"},
                                           {TimeLaw::erlang, "erlang"},
                                           {TimeLaw::exponential, "exponential"},
                                           {TimeLaw::hyperexponential, "hyperexponential"},
                                           {TimeLaw::lognormal, "lognormal"}});
}

/// Servers are docks, trucks, benches, machines, crews, analysts or counters. `own_…` is what each enterprise has when it does not share.
struct SharedResource {
  std::string id;
  std::string name;
  std::string name_zh;
  Id<SharedService> service;
  ResourceKind kind = ResourceKind::laboratory;
  std::int32_t servers = 1;
  std::int32_t own_servers = 1;
  double requests_per_year = 10.0;
  bool by_employees = false;
  double service_h = 8.0;
  TimeLaw service_law = TimeLaw::exponential;
  double service_cv = 1.0;
  double operating_hours_per_year = 2000.0;
  double target_wait_h = 8.0;
  double target_share = 0.9;
  Yuan server_cost_per_year;
  Yuan own_server_cost_per_year;
  Yuan wait_cost_per_h;
  Yuan sharing_cost_per_year;
  double sharing_extra_h = 0.0;
  std::int32_t sources = 0;
  double lead_time_h = 0.0;
  TimeLaw lead_time_law = TimeLaw::constant;
  double lead_time_cv = 0.0;
  std::int32_t order_up_to = 0;
  std::int32_t reorder_at = 0;
  std::int32_t own_order_up_to = 0;
  std::int32_t own_reorder_at = 0;
  double units_per_request = 1.0;
  Yuan unit_cost;
  Yuan holding_cost_per_unit_year;
  Yuan order_cost;
  double review_h = 0.0;
  double own_review_h = 0.0;
  std::vector<double> discount_from_units;
  std::vector<double> discount_percent;
  double speed_kmh = 30.0;
  Yuan cost_per_km;
  Yuan outside_price_per_request;
  double outside_wait_h = 0.0;
};

template <class Visitor, DescribedAs<SharedResource> Self>
void describe(Visitor&& visit, Self& resource) {
  visit(Field{.name = "id", .unit = "", .meaning = "unique id", .required = true}, resource.id);
  visit(Field{"name", "", "name in English"}, resource.name);
  visit(Field{"name_zh", "", "name in Chinese"}, resource.name_zh);
  visit(Field{.name = "service", .unit = "", .meaning = "shared service it belongs to, whose enterprises use it", .required = true},
        resource.service);
  visit(Field{.name = "kind", .unit = "", .meaning = "what is shared", .required = true}, resource.kind);
  visit(Field{"servers", "", "docks, trucks, benches, machines, crews, analysts or counters that are shared", 1, 10000}, resource.servers);
  visit(Field{"own_servers", "", "those each enterprise has for itself when it does not share", 1, 10000}, resource.own_servers);
  visit(Field{"requests_per_year", "1/a", "demand of each enterprise; with sources: of each source at work", 0, 1e6},
        resource.requests_per_year);
  visit(Field{"by_employees", "", "demand in proportion to employees, the same in total"}, resource.by_employees);
  visit(Field{"service_h", "h", "mean time of service, without driving", 0, 1e4}, resource.service_h);
  visit(Field{"service_law", "", "law of that time"}, resource.service_law);
  visit(Field{"service_cv", "1", "its standard deviation over its mean", 0, 20}, resource.service_cv);
  visit(Field{"operating_hours_per_year", "h", "hours of operation a year", 1, 8784}, resource.operating_hours_per_year);
  visit(Field{"target_wait_h", "h", "longest wait that keeps the agreement on service", 0, 1e4}, resource.target_wait_h);
  visit(Field{"target_share", "1", "share of requests that must keep it", 0, 1}, resource.target_share);
  visit(Field{"server_cost_per_year_cny", "CNY", "of a shared server", 0, 1e10}, resource.server_cost_per_year);
  visit(Field{"own_server_cost_per_year_cny", "CNY", "of a server of one's own", 0, 1e10}, resource.own_server_cost_per_year);
  visit(Field{"wait_cost_per_h_cny", "CNY", "of an hour that a request waits", 0, 1e9}, resource.wait_cost_per_h);
  visit(Field{"sharing_cost_per_year_cny", "CNY", "booking, accounting and other costs of sharing", 0, 1e10},
        resource.sharing_cost_per_year);
  visit(rare_field({"sharing_extra_h", "h", "time that sharing adds to each service: hand-over, set-up", 0, 1e4}),
        resource.sharing_extra_h);
  visit(rare_field({"sources", "", "machines of each enterprise that fail one by one; 0: demand without end", 0, 10000}), resource.sources);
  visit(rare_field({"lead_time_h", "h", "mean time from order to delivery of parts", 0, 1e5}), resource.lead_time_h);
  visit(rare_field({"lead_time_law", "", "law of that time"}), resource.lead_time_law);
  visit(rare_field({"lead_time_cv", "1", "its standard deviation over its mean", 0, 20}), resource.lead_time_cv);
  visit(rare_field({"order_up_to", "", "parts that stock and orders are filled up to, shared (S)", 0, 1e6}), resource.order_up_to);
  visit(rare_field({"reorder_at", "", "parts in stock and on order at which that is done, shared (s)", -1e6, 1e6}), resource.reorder_at);
  visit(rare_field({"own_order_up_to", "", "the same of each enterprise (S)", 0, 1e6}), resource.own_order_up_to);
  visit(rare_field({"own_reorder_at", "", "the same of each enterprise (s)", -1e6, 1e6}), resource.own_reorder_at);
  visit(rare_field({"units_per_request", "", "units bought together per request", 0.001, 1e9}), resource.units_per_request);
  visit(rare_field({"unit_cost_cny", "CNY", "list price of a unit", 0, 1e9}), resource.unit_cost);
  visit(rare_field({"holding_cost_per_unit_year_cny", "CNY", "of a part in stock for a year", 0, 1e9}),
        resource.holding_cost_per_unit_year);
  visit(rare_field({"order_cost_cny", "CNY", "fixed cost of an order", 0, 1e9}), resource.order_cost);
  visit(rare_field({"review_h", "h", "between two orders of the group", 0, 1e4}), resource.review_h);
  visit(rare_field({"own_review_h", "h", "between two orders of an enterprise", 0, 1e4}), resource.own_review_h);
  visit(rare_field({"discount_from_units", "", "units in an order from which each discount holds, growing", 0, 1e9}),
        resource.discount_from_units);
  visit(rare_field({"discount_percent", "%", "those discounts on all units of the order", 0, 100}), resource.discount_percent);
  visit(rare_field({"speed_kmh", "km/h", "on the park's roads: trucks, crews, and who goes to what is shared", 1, 120}),
        resource.speed_kmh);
  visit(rare_field({"cost_per_km_cny", "CNY", "of a kilometre so driven", 0, 1e5}), resource.cost_per_km);
  visit(rare_field({"outside_price_per_request_cny", "CNY",
                    "of a request done from outside the park, which an enterprise may choose instead of its own; 0: nobody offers it", 0,
                    1e9}),
        resource.outside_price_per_request);
  visit(rare_field({"outside_wait_h", "h", "wait until that is done", 0, 1e5}), resource.outside_wait_h);
}

}  // namespace parktwin
