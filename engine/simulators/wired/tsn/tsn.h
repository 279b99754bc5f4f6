#pragma once
// Does every periodic flow of the park (tsn_flows) arrive in time? Flows are routed over the working Ethernet (routes.h). Scheduled ones
// get gate schedules, proven by the independent verifier (schedule/), or the smallest set that cannot be scheduled together is named; all
// others get worst-case bounds under those gates, credit-based or asynchronous shapers and best-effort frames (bounds/); then every frame
// is simulated with best-effort traffic (packets/). A flow is met by its bound, never by the simulation. For each flow: path minimum <=
// simulated <= tight bound <= simple bound. Where a port has gates, classes A and B are served by priority, not by credit. Not modelled:
// several frames of a flow per period, losses on lines, clocks beyond their error.
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/core/note.h"
#include "engine/park/park.h"

namespace parktwin::wired::tsn {

class Memory;

struct Options {
  double best_effort_share = 0.3;  ///< of every link in use, an assumption; its frames are below all flows
  std::int32_t best_effort_payload_bytes = 1500;
  double most_reserved_share = 0.75;      ///< of a link for classes A and B together
  Seconds duration = Seconds(0.1);        ///< simulated, in each replica
  std::int32_t replicas = 4;              ///< independent offsets and best-effort traffic
  bool wait_in_queues = true;             ///< scheduled frames may wait for their window within the network
  std::int32_t most_placements = 10'000;  ///< see schedule::Options
  std::int32_t most_branches = 20'000;
  bool tighten_all = true;  ///< otherwise only bounds beyond their deadline
};

template <class Visitor, DescribedAs<Options> Self>
void describe(Visitor&& visit, Self& options) {
  visit(Field{"best_effort_share", "1", "best-effort traffic on every link in use, 0: none", 0, 0.95}, options.best_effort_share);
  visit(Field{"best_effort_payload_bytes", "B", "payload of its frames", 42, 1500}, options.best_effort_payload_bytes);
  visit(Field{"most_reserved_share", "1", "share of a link that classes A and B may reserve together", 0, 1}, options.most_reserved_share);
  visit(Field{"duration_s", "s", "simulated time of each replica", 0.001, 100}, options.duration);
  visit(Field{"replicas", "", "independent runs of the packet simulation", 1, 10000}, options.replicas);
  visit(Field{"wait_in_queues", "", "scheduled frames may wait within the network"}, options.wait_in_queues);
  visit(Field{"most_placements", "", "streams placed while a schedule is sought", 1, 1e9}, options.most_placements);
  visit(Field{"most_branches", "", "branches of the complete search for a schedule", 0, 1e9}, options.most_branches);
  visit(Field{"tighten_all", "", "tight bounds for all flows, not only those past their deadline"}, options.tighten_all);
}

enum class FlowState { met, late, jitter_too_large, unbounded, not_scheduled, not_redundant, over_reserved, no_path };

constexpr auto names_of(FlowState) {
  return std::to_array<EnumName<FlowState>>({{FlowState::met, "met"},
                                             {FlowState::late, "late"},
                                             {FlowState::jitter_too_large, "jitter_too_large"},
                                             {FlowState::unbounded, "unbounded"},
                                             {FlowState::not_scheduled, "not_scheduled"},
                                             {FlowState::not_redundant, "not_redundant"},
                                             {FlowState::over_reserved, "over_reserved"},
                                             {FlowState::no_path, "no_path"}});
}

/// Delays from the talker's port to the last bit at the listener. Of a redundant flow: the worse of its paths, the other having failed.
struct FlowFigures {
  Id<TsnFlow> flow;
  FlowState state = FlowState::no_path;
  std::string reason;                        ///< unless met
  std::vector<Id<NetworkLink>> path;         ///< from the talker on
  std::vector<Id<NetworkLink>> second_path;  ///< of a redundant flow
  std::optional<std::int64_t> least_ns;      ///< on an empty network; none, as the rest, for a flow that is not carried
  std::optional<std::int64_t> simulated_ns;  ///< longest of all frames of all replicas
  std::optional<std::int64_t> tight_ns;      ///< none: unbounded
  std::optional<std::int64_t> simple_ns;
  std::int64_t deadline_ns = 0;
  std::int64_t excess_ns = 0;             ///< how far the tight bound or the jitter is beyond what is allowed; 0 when met or not carried
  std::optional<std::int64_t> jitter_ns;  ///< largest difference of delays
  std::int64_t frames = 0;                ///< delivered in the simulation
  bool chain_holds = true;                ///< least <= simulated <= tight <= simple, and no frame lost
  double availability = 0.0;              ///< that its links and nodes, or those of one of its paths, work
};

template <class Visitor, DescribedAs<FlowFigures> Self>
void describe(Visitor&& visit, Self& figures) {
  visit(Field{"flow", "", "flow"}, figures.flow);
  visit(Field{"state", "", "met, or why not"}, figures.state);
  visit(Field{"reason", "", "what is in the way"}, figures.reason);
  visit(Field{"path", "", "links from talker to listener"}, figures.path);
  visit(Field{"second_path", "", "links of the second path of a redundant flow"}, figures.second_path);
  visit(Field{"least_ns", "ns", "path minimum: delay on an empty network"}, figures.least_ns);
  visit(Field{"simulated_ns", "ns", "longest delay of a simulated frame"}, figures.simulated_ns);
  visit(Field{"tight_ns", "ns", "tight bound on the delay"}, figures.tight_ns);
  visit(Field{"simple_ns", "ns", "simple bound on the delay"}, figures.simple_ns);
  visit(Field{"deadline_ns", "ns", "longest delay allowed"}, figures.deadline_ns);
  visit(Field{"excess_ns", "ns", "how far bound or jitter exceed what is allowed"}, figures.excess_ns);
  visit(Field{"jitter_ns", "ns", "bound on the difference of delays"}, figures.jitter_ns);
  visit(Field{"frames", "", "frames delivered in the simulation"}, figures.frames);
  visit(Field{"chain_holds", "", "path minimum <= simulated <= tight <= simple bound"}, figures.chain_holds);
  visit(Field{"availability", "1", "share of time in which one of its paths works"}, figures.availability);
}

/// Scheduled flows that share ports, directly or through others, and so one cycle.
struct ScheduleFigures {
  std::vector<Id<TsnFlow>> flows;
  std::int64_t cycle_ns = 0;
  std::int64_t clock_error_ns = 0;    ///< most by which two of its clocks differ, kept free as a guard
  bool complete = false;              ///< all have a place
  bool verified = false;              ///< the verifier found nothing against what was placed
  std::vector<Id<TsnFlow>> conflict;  ///< unless complete: cannot be scheduled together, but without any one of them
  bool proven = false;                ///< no schedule of the conflict exists; otherwise none was found
  std::string reason;
};

template <class Visitor, DescribedAs<ScheduleFigures> Self>
void describe(Visitor&& visit, Self& figures) {
  visit(Field{"flows", "", "scheduled flows that share ports"}, figures.flows);
  visit(Field{"cycle_ns", "ns", "cycle of their gates"}, figures.cycle_ns);
  visit(Field{"clock_error_ns", "ns", "most by which two clocks differ"}, figures.clock_error_ns);
  visit(Field{"complete", "", "all have a place"}, figures.complete);
  visit(Field{"verified", "", "the independent verifier accepts the schedule and its gates"}, figures.verified);
  visit(Field{"conflict", "", "smallest set found that cannot be scheduled together"}, figures.conflict);
  visit(Field{"proven", "", "no schedule of the conflict exists"}, figures.proven);
  visit(Field{"reason", "", "why it has no schedule"}, figures.reason);
}

/// The port of a link at one end, where flows leave by it.
struct PortFigures {
  Id<NetworkLink> link;
  bool outwards = true;           ///< from the link's `from` end
  double flow_share = 0.0;        ///< of its rate that flows ask for
  double closed_share = 0.0;      ///< of the time in which its gates are shut for unscheduled frames
  std::int32_t most_waiting = 0;  ///< frames of one priority at once, in the simulation
};

template <class Visitor, DescribedAs<PortFigures> Self>
void describe(Visitor&& visit, Self& figures) {
  visit(Field{"link", "", "link"}, figures.link);
  visit(Field{"outwards", "", "port at the end nearer to the core"}, figures.outwards);
  visit(Field{"flow_share", "1", "share of its rate that flows ask for"}, figures.flow_share);
  visit(Field{"closed_share", "1", "share of time its gates are shut for unscheduled frames"}, figures.closed_share);
  visit(Field{"most_waiting", "", "most frames of one priority waiting at once"}, figures.most_waiting);
}

struct Result {
  std::vector<FlowFigures> flows;  ///< one per flow, in the order of the table
  std::vector<ScheduleFigures> schedules;
  std::vector<PortFigures> ports;
  std::int64_t events = 0;  ///< of the packet simulation
  std::vector<Note> notes;
};

template <class Visitor, DescribedAs<Result> Self>
void describe(Visitor&& visit, Self& result) {
  visit(Field{"flows", "", "per flow"}, result.flows);
  visit(Field{"schedules", "", "per group of scheduled flows that share ports"}, result.schedules);
  visit(Field{"ports", "", "per port that flows leave by"}, result.ports);
  visit(Field{"events", "", "events of the packet simulation"}, result.events);
  visit(Field{"notes", "", "what a reader should know"}, result.notes);
}

/// Deterministic for a seed, on any number of threads.
[[nodiscard]] Result simulate(const Park& park, const Options& options, std::uint64_t seed);
/// The same with what is kept of an earlier one with the same options and seed (memory.h).
[[nodiscard]] Result simulate(const Park& park, const Options& options, std::uint64_t seed, Memory& memory);

}  // namespace parktwin::wired::tsn
