#pragma once
// Identifier resolution of the park as a day of its secondary nodes: what their applications ask, over the park's network, answered from
// the cache or along the chain; see identifiers/identifiers.h. An enterprise is served when it is registered as a user of identifiers, is
// in an application in operation and its network reaches the node. The day's profile of 24 hours is an assumption.
#include <array>
#include <vector>

#include "engine/core/note.h"
#include "engine/park/park.h"

namespace parktwin::services {

struct ResolutionOptions {
  std::int32_t replicas = 3;
  double warm_up_h = 6.0;
  double zipf_exponent = 0.8;
  double confidence = 0.95;
};

template <class Visitor, DescribedAs<ResolutionOptions> Self>
void describe(Visitor&& visit, Self& options) {
  visit(Field{"replicas", "", "independent days of each identifier node", 2, 1000}, options.replicas);
  visit(Field{"warm_up_h", "h", "time before the day that is counted", 0, 240}, options.warm_up_h);
  visit(Field{"zipf_exponent", "1", "popularity of rank k is proportional to k^-exponent", 0, 5}, options.zipf_exponent);
  visit(Field{"confidence", "1", "of the intervals", 0.5, 0.999}, options.confidence);
}

/// A day of one identifier node. Half widths are of the confidence interval over replicas; failures are means per day.
struct IdentifierNodeFigures {
  Id<IdentifierNode> node;
  bool simulated = false;
  std::string reason;  ///< why not
  std::int32_t enterprises = 0;
  double asked_per_day = 0.0;
  double answered_per_day = 0.0;
  double answered_half_width = 0.0;
  double availability = 0.0;
  double availability_half_width = 0.0;
  double hit_ratio = 0.0;
  double latency_mean_ms = 0.0;
  double latency_p50_ms = 0.0;
  double latency_p95_ms = 0.0;
  double latency_p99_ms = 0.0;
  double utilisation = 0.0;
  double registrations_per_day = 0.0;
  double synchronised_per_day = 0.0;
  double synchronisation_p95_s = 0.0;
  double completeness = 0.0;
  double refused_per_day = 0.0;
  double top_unreachable_per_day = 0.0;
  double node_unreachable_per_day = 0.0;
  double node_full_per_day = 0.0;
  double enterprise_unreachable_per_day = 0.0;
  double flood_queries_per_day = 0.0;
  double flood_refused_per_day = 0.0;
};

template <class Visitor, DescribedAs<IdentifierNodeFigures> Self>
void describe(Visitor&& visit, Self& figures) {
  visit(Field{"node", "", "identifier node"}, figures.node);
  visit(Field{"simulated", "", "false where nothing could be"}, figures.simulated);
  visit(Field{"reason", "", "why not"}, figures.reason);
  visit(Field{"enterprises", "", "enterprises it serves"}, figures.enterprises);
  visit(Field{"asked_per_day", "1/d", "resolutions asked for"}, figures.asked_per_day);
  visit(Field{"answered_per_day", "1/d", "resolutions answered"}, figures.answered_per_day);
  visit(Field{"answered_half_width", "1/d", "half width of its confidence interval"}, figures.answered_half_width);
  visit(Field{"availability", "1", "answered over asked"}, figures.availability);
  visit(Field{"availability_half_width", "1", "half width of its confidence interval"}, figures.availability_half_width);
  visit(Field{"hit_ratio", "1", "answered from the cache"}, figures.hit_ratio);
  visit(Field{"latency_mean_ms", "ms", "from the question to the answer at the enterprise, mean"}, figures.latency_mean_ms);
  visit(Field{"latency_p50_ms", "ms", "its median"}, figures.latency_p50_ms);
  visit(Field{"latency_p95_ms", "ms", "its 95th percentile"}, figures.latency_p95_ms);
  visit(Field{"latency_p99_ms", "ms", "its 99th percentile"}, figures.latency_p99_ms);
  visit(Field{"utilisation", "1", "share of the servers' time"}, figures.utilisation);
  visit(Field{"registrations_per_day", "1/d", "identifiers registered"}, figures.registrations_per_day);
  visit(Field{"synchronised_per_day", "1/d", "of them known at a top node at the end of the day"}, figures.synchronised_per_day);
  visit(Field{"synchronisation_p95_s", "s", "95th percentile of the time until then"}, figures.synchronisation_p95_s);
  visit(Field{"completeness", "1", "synchronised over registered"}, figures.completeness);
  visit(Field{"refused_per_day", "1/d", "clients' queries refused by the limit of their source"}, figures.refused_per_day);
  visit(Field{"top_unreachable_per_day", "1/d", "queries that found no top node"}, figures.top_unreachable_per_day);
  visit(Field{"node_unreachable_per_day", "1/d", "queries that found the node down"}, figures.node_unreachable_per_day);
  visit(Field{"node_full_per_day", "1/d", "queries that found no place to wait"}, figures.node_full_per_day);
  visit(Field{"enterprise_unreachable_per_day", "1/d", "queries whose enterprise node was down"}, figures.enterprise_unreachable_per_day);
  visit(Field{"flood_queries_per_day", "1/d", "queries of the flood"}, figures.flood_queries_per_day);
  visit(Field{"flood_refused_per_day", "1/d", "of them refused"}, figures.flood_refused_per_day);
}

enum class IdentifierState { served, no_node, not_registered, unreachable };

constexpr auto names_of(IdentifierState) {
  return std::to_array<EnumName<IdentifierState>>({{IdentifierState::served, "served"},
                                                   {IdentifierState::no_node, "no_node"},
                                                   {IdentifierState::not_registered, "not_registered"},
                                                   {IdentifierState::unreachable, "unreachable"}});
}

/// Whether the record of a step of a business process is found, or what keeps it.
enum class StepState { found, no_application, not_in_operation, not_a_user, not_served, not_across, too_seldom };

constexpr auto names_of(StepState) {
  return std::to_array<EnumName<StepState>>({{StepState::found, "found"},
                                             {StepState::no_application, "no_application"},
                                             {StepState::not_in_operation, "not_in_operation"},
                                             {StepState::not_a_user, "not_a_user"},
                                             {StepState::not_served, "not_served"},
                                             {StepState::not_across, "not_across"},
                                             {StepState::too_seldom, "too_seldom"}});
}

struct StepFigures {
  Id<ProcessStep> step;
  StepState state = StepState::no_application;
  double answered_share = 0.0;  ///< of look-ups, those answered in the step's time
};

template <class Visitor, DescribedAs<StepFigures> Self>
void describe(Visitor&& visit, Self& figures) {
  visit(Field{"step", "", "step of a process"}, figures.step);
  visit(Field{"state", "", "whether its record is found by its identifier, or why not"}, figures.state);
  visit(Field{"answered_share", "1", "look-ups answered within the step's time, of all that are asked"}, figures.answered_share);
}

/// A trace of a whole process: its steps are looked up one after the other.
struct ProcessFigures {
  std::string process;
  IdentifierMode purpose = IdentifierMode::product_traceability;
  std::int32_t steps = 0;
  std::int32_t found = 0;
  double traced_share = 0.0;
  double trace_ms = 0.0;
};

template <class Visitor, DescribedAs<ProcessFigures> Self>
void describe(Visitor&& visit, Self& figures) {
  visit(Field{"process", "", "business process"}, figures.process);
  visit(Field{"purpose", "", "what it is for"}, figures.purpose);
  visit(Field{"steps", "", "its steps"}, figures.steps);
  visit(Field{"found", "", "of them those whose records are found"}, figures.found);
  visit(Field{"traced_share", "1", "traces in which every step answers in time; 0 while a step is not found"}, figures.traced_share);
  visit(Field{"trace_ms", "ms", "mean time of the look-ups of the steps found, one after the other"}, figures.trace_ms);
}

/// One enterprise in one application in operation.
struct IdentifierUse {
  Id<IdentifierApplication> application;
  Id<Enterprise> enterprise;
  IdentifierState state = IdentifierState::no_node;
  double round_trip_ms = 0.0;  ///< over the park's network to the node; 0 where unreachable
};

template <class Visitor, DescribedAs<IdentifierUse> Self>
void describe(Visitor&& visit, Self& use) {
  visit(Field{"application", "", "application"}, use.application);
  visit(Field{"enterprise", "", "enterprise that uses it"}, use.enterprise);
  visit(Field{"state", "", "whether the node serves it there"}, use.state);
  visit(Field{"round_trip_ms", "ms", "over the park's network to the node"}, use.round_trip_ms);
}

struct Resolution {
  std::vector<IdentifierNodeFigures> nodes;  ///< in the order of the table
  std::vector<IdentifierUse> uses;           ///< by application in the order of the table
  std::vector<StepFigures> steps;            ///< in the order of the table
  std::vector<ProcessFigures> processes;     ///< in the order of their first steps
  std::vector<Note> notes;
};

template <class Visitor, DescribedAs<Resolution> Self>
void describe(Visitor&& visit, Self& resolution) {
  visit(Field{"nodes", "", "a day of each identifier node"}, resolution.nodes);
  visit(Field{"uses", "", "who uses which application through it"}, resolution.uses);
  visit(Field{"steps", "", "steps of business processes"}, resolution.steps);
  visit(Field{"processes", "", "traces of whole processes"}, resolution.processes);
  visit(Field{"notes", "", "what a reader should know"}, resolution.notes);
}

[[nodiscard]] Resolution simulate_resolution(const Park& park, const ResolutionOptions& options, std::uint64_t seed);

}  // namespace parktwin::services
