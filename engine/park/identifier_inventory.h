#pragma once
// Identifier resolution (标识解析) in the park: its secondary nodes (二级节点) with capacity, cache and upstream, the applications that run
// on identifiers, and the steps of business processes that look records up by them. Demand belongs to the applications; what asks for one
// node's answers is all of them together.
#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "engine/core/describe.h"
#include "engine/core/table.h"

namespace parktwin {

struct Enterprise;
struct NetworkNode;
struct SharedService;

/// A secondary node with its recursive node. Disturbances are of the day that is counted.
struct IdentifierNode {
  std::string id;
  Id<SharedService> service;
  Id<NetworkNode> node;
  std::int32_t servers = 4;
  std::int32_t waiting_places = 1000;
  double service_ms = 2.0;
  std::int32_t cache_entries = 100'000;
  double cache_ttl_s = 3600.0;
  double synchronisation_interval_s = 300.0;
  std::int32_t top_nodes = 1;
  double top_round_trip_ms = 20.0;
  std::vector<Id<Enterprise>> enterprise_nodes;  ///< which answer for their own identifiers
  bool standby = false;
  double source_rate_per_s = 0.0;
  double source_burst = 1000.0;
  double outage_from_h = 0.0;
  double outage_hours = 0.0;
  double top_outage_from_h = 0.0;
  double top_outage_hours = 0.0;
  double flood_from_h = 0.0;
  double flood_hours = 0.0;
  double flood_queries_per_s = 1000.0;
  std::int32_t flood_sources = 10;
  double flood_forged_share = 1.0;
};

template <class Visitor, DescribedAs<IdentifierNode> Self>
void describe(Visitor&& visit, Self& node) {
  visit(Field{.name = "id", .unit = "", .meaning = "unique id", .required = true}, node.id);
  visit(Field{.name = "service", .unit = "", .meaning = "shared service of kind identifier_node it gives", .required = true}, node.service);
  visit(Field{"node", "", "server in the park's network it runs on"}, node.node);
  visit(Field{"servers", "", "queries it works on at once", 1, 100000}, node.servers);
  visit(Field{"waiting_places", "", "queries that may wait; more are refused", 0, 1e9}, node.waiting_places);
  visit(Field{"service_ms", "ms", "mean work of a query or registration, exponential", 0, 1e6}, node.service_ms);
  visit(Field{"cache_entries", "", "identifiers the recursive node remembers", 0, 1e8}, node.cache_entries);
  visit(Field{"cache_ttl_s", "s", "time to live in its cache", 0, 1e7}, node.cache_ttl_s);
  visit(Field{"synchronisation_interval_s", "s", "between two messages of new registrations to the top node", 1, 1e6},
        node.synchronisation_interval_s);
  visit(Field{"top_nodes", "", "top nodes it can ask, one after the other", 1, 10}, node.top_nodes);
  visit(Field{"top_round_trip_ms", "ms", "round trip to a top node", 0, 1e5}, node.top_round_trip_ms);
  visit(Field{"enterprise_nodes", "", "enterprises with a node of their own, separated by spaces"}, node.enterprise_nodes);
  visit(rare_field({"standby", "", "a second node of the same capacity answers while it is down"}), node.standby);
  visit(rare_field({"source_rate_per_s", "1/s", "queries a source may send in the long run; 0: no limit", 0, 1e9}), node.source_rate_per_s);
  visit(rare_field({"source_burst", "", "queries a source may send at once when limited", 1, 1e9}), node.source_burst);
  visit(rare_field({"outage_from_h", "h", "hour of the day at which it fails", 0, 24}), node.outage_from_h);
  visit(rare_field({"outage_hours", "h", "how long it is down; 0: never", 0, 24}), node.outage_hours);
  visit(rare_field({"top_outage_from_h", "h", "hour of the day at which the first top node fails", 0, 24}), node.top_outage_from_h);
  visit(rare_field({"top_outage_hours", "h", "how long that is down; 0: never", 0, 24}), node.top_outage_hours);
  visit(rare_field({"flood_from_h", "h", "hour of the day at which a flood of queries begins", 0, 24}), node.flood_from_h);
  visit(rare_field({"flood_hours", "h", "how long it lasts; 0: none", 0, 24}), node.flood_hours);
  visit(rare_field({"flood_queries_per_s", "1/s", "queries of the flood", 0.001, 1e5}), node.flood_queries_per_s);
  visit(rare_field({"flood_sources", "", "sources of the flood, which take turns", 1, 1e6}), node.flood_sources);
  visit(rare_field({"flood_forged_share", "1", "of its queries, those for identifiers that nobody registered", 0, 1}),
        node.flood_forged_share);
}

/// What an application does with identifiers (典型应用模式).
enum class IdentifierMode {
  product_traceability,
  quality_control,
  equipment_management,
  supply_chain,
  anti_counterfeiting,
  warehouse_logistics,
  digital_delivery,
  other
};

constexpr auto names_of(IdentifierMode) {
  return std::to_array<EnumName<IdentifierMode>>({{IdentifierMode::product_traceability, "product_traceability"},
                                                  {IdentifierMode::quality_control, "quality_control"},
                                                  {IdentifierMode::equipment_management, "equipment_management"},
                                                  {IdentifierMode::supply_chain, "supply_chain"},
                                                  {IdentifierMode::anti_counterfeiting, "anti_counterfeiting"},
                                                  {IdentifierMode::warehouse_logistics, "warehouse_logistics"},
                                                  {IdentifierMode::digital_delivery, "digital_delivery"},
                                                  {IdentifierMode::other, "other"}});
}

/// Figures are of each enterprise that uses it.
struct IdentifierApplication {
  std::string id;
  std::string name;
  std::string name_zh;
  Id<IdentifierNode> node;
  IdentifierMode mode = IdentifierMode::other;
  bool deployed = true;
  bool across_chain = false;
  std::vector<Id<Enterprise>> enterprises;
  std::int32_t identifiers = 1000;
  double resolutions_per_day = 0.0;
  double registrations_per_day = 0.0;
  double batches_per_day = 0.0;
  std::int32_t batch_size = 500;
  std::int32_t carriers = 0;
  std::int32_t active_carriers = 0;
};

template <class Visitor, DescribedAs<IdentifierApplication> Self>
void describe(Visitor&& visit, Self& application) {
  visit(Field{.name = "id", .unit = "", .meaning = "unique id", .required = true}, application.id);
  visit(Field{"name", "", "name in English"}, application.name);
  visit(Field{"name_zh", "", "name in Chinese"}, application.name_zh);
  visit(Field{.name = "node", .unit = "", .meaning = "identifier node it registers and resolves with", .required = true}, application.node);
  visit(Field{"mode", "", "what it does with identifiers"}, application.mode);
  visit(Field{"deployed", "", "in operation"}, application.deployed);
  visit(Field{"across_chain", "", "its enterprises supply each other: one resolves what another registered"}, application.across_chain);
  visit(Field{"enterprises", "", "enterprises that use it, separated by spaces"}, application.enterprises);
  visit(Field{"identifiers", "", "registered so far, each enterprise", 1, 1e7}, application.identifiers);
  visit(Field{"resolutions_per_day", "1/d", "single resolutions, each enterprise", 0, 1e9}, application.resolutions_per_day);
  visit(Field{"registrations_per_day", "1/d", "registrations, each enterprise", 0, 1e8}, application.registrations_per_day);
  visit(Field{"batches_per_day", "1/d", "scans of neighbouring identifiers, each enterprise", 0, 1e6}, application.batches_per_day);
  visit(Field{"batch_size", "", "identifiers in a scan", 1, 1e6}, application.batch_size);
  visit(Field{"carriers", "", "identifier carriers (标识载体), each enterprise", 0, 1e8}, application.carriers);
  visit(Field{"active_carriers", "", "of them active ones (主动标识载体), which connect and register by themselves", 0, 1e8},
        application.active_carriers);
}

/// One step of a business process (追溯, 质量管控, 设备运维): the record that its enterprise made there is found by an identifier, or it is
/// not. Steps of one process have its name in common.
struct ProcessStep {
  std::string id;
  std::string process;
  std::string name;
  std::string name_zh;
  IdentifierMode purpose = IdentifierMode::product_traceability;
  std::int32_t position = 1;
  Id<Enterprise> enterprise;
  Id<IdentifierApplication> application;
  double answer_within_ms = 500.0;
  double answered_share = 0.99;
};

template <class Visitor, DescribedAs<ProcessStep> Self>
void describe(Visitor&& visit, Self& step) {
  visit(Field{.name = "id", .unit = "", .meaning = "unique id", .required = true}, step.id);
  visit(Field{.name = "process", .unit = "", .meaning = "process it is a step of, by a name that all its steps share", .required = true},
        step.process);
  visit(Field{"name", "", "name in English"}, step.name);
  visit(Field{"name_zh", "", "name in Chinese"}, step.name_zh);
  visit(Field{"purpose", "", "what the process is for; the same for all its steps"}, step.purpose);
  visit(Field{"position", "", "place in the order of the process", 1, 10000}, step.position);
  visit(Field{.name = "enterprise", .unit = "", .meaning = "enterprise that does it", .required = true}, step.enterprise);
  visit(Field{"application", "", "application of identifiers that holds its record; empty: none"}, step.application);
  visit(Field{"answer_within_ms", "ms", "longest time in which the record has to be found", 0.001, 1e7}, step.answer_within_ms);
  visit(Field{"answered_share", "1", "share of look-ups that must be answered, and be in time", 0, 1}, step.answered_share);
}

}  // namespace parktwin
