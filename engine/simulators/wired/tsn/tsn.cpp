#include "engine/simulators/wired/tsn/tsn.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/simulators/wired/tsn/memory.h"
#include "engine/simulators/wired/tsn/schedule/schedule.h"

namespace parktwin::wired::tsn {
namespace {

/// Everything a flow's figures follow from.
struct Case {
  const Park& park;
  const Ethernet& ethernet;
  const Members& members;
  const Timetable& timetable;
  const std::vector<MemberDelays>& delays;
};

/// Links, then nodes, each failing by itself.
schedule::Elements elements_of(const Park& park) {
  schedule::Elements elements;
  const std::size_t links = park.network_links->size();
  for (const NetworkLink& link : *park.network_links) elements.availability.push_back(availability_of(link));
  for (const NetworkNode& node : *park.network_nodes) elements.availability.push_back(availability_of(node));
  for (std::size_t directed = 0; directed < 2 * links; ++directed) elements.of_link.push_back(directed / 2);
  for (std::size_t node = 0; node < park.network_nodes->size(); ++node) elements.of_node.push_back(links + node);
  return elements;
}

bool in_order(const MemberDelays& delays) {
  if (!delays.tight_ns) return !delays.simulated_least_ns || *delays.simulated_least_ns >= delays.least_ns;
  if (!delays.simple_ns || *delays.simple_ns < *delays.tight_ns || *delays.tight_ns < delays.least_ns) return false;
  if (delays.delivered != delays.sent) return false;
  return !delays.simulated_most_ns || (*delays.simulated_least_ns >= delays.least_ns && *delays.simulated_most_ns <= *delays.tight_ns);
}

/// The worse of two; none, unbounded, is the worst of all.
void raise(std::optional<std::int64_t>& bound, const std::optional<Nanoseconds>& other, bool first) {
  if (first) {
    bound = other;
  } else if (bound) {
    bound = other ? std::optional(std::max(*bound, *other)) : std::nullopt;
  }
}

/// Of the member paths of one flow, all sent.
void add_figures(const Case& study, const std::vector<std::size_t>& members, FlowFigures& figures) {
  Nanoseconds earliest = 0;
  Nanoseconds latest = 0;
  for (const std::size_t m : members) {
    const MemberDelays& delays = study.delays[m];
    const bool first = m == members.front();
    figures.least_ns = first ? delays.least_ns : std::min(*figures.least_ns, delays.least_ns);
    raise(figures.tight_ns, delays.tight_ns, first);
    raise(figures.simple_ns, delays.simple_ns, first);
    if (delays.simulated_most_ns) figures.simulated_ns = std::max(figures.simulated_ns.value_or(0), *delays.simulated_most_ns);
    figures.frames += delays.delivered;
    figures.chain_holds = figures.chain_holds && in_order(delays);
    earliest = first ? delays.earliest_ns : std::min(earliest, delays.earliest_ns);
    latest = std::max(latest, delays.latest_ns);
  }
  if (!figures.tight_ns) return;
  figures.jitter_ns = *figures.tight_ns - *figures.least_ns;
  if (study.members.members[members.front()].traffic_class != TsnClass::scheduled) return;
  for (const Group& group : study.timetable.groups) {
    if (std::find(group.members.begin(), group.members.end(), members.front()) != group.members.end()) {
      figures.jitter_ns = latest - earliest + 2 * group.figures.clock_error_ns;  // as the verifier counts it
    }
  }
}

double microseconds(std::int64_t nanoseconds) { return static_cast<double>(nanoseconds) * 1e-3; }

void judge(const TsnFlow& flow, FlowFigures& figures) {
  if (!figures.tight_ns) {
    figures.state = FlowState::unbounded;
    figures.reason = "a port on its path is asked for more than it is left, so that no bound exists";
  } else if (*figures.tight_ns > flow.deadline_ns) {
    figures.state = FlowState::late;
    figures.excess_ns = *figures.tight_ns - flow.deadline_ns;
    figures.reason = fmt::format("can take {:.3f} us, {:.3f} us more than its deadline of {:.3f} us", microseconds(*figures.tight_ns),
                                 microseconds(figures.excess_ns), microseconds(flow.deadline_ns));
  } else if (flow.jitter_ns && *figures.jitter_ns > *flow.jitter_ns) {
    figures.state = FlowState::jitter_too_large;
    figures.excess_ns = *figures.jitter_ns - *flow.jitter_ns;
    figures.reason = fmt::format("delays can differ by {:.3f} us, {:.3f} us more than allowed", microseconds(*figures.jitter_ns),
                                 microseconds(figures.excess_ns));
  }
}

void finish(const Case& study, const schedule::Elements& elements, std::vector<FlowFigures>& flows) {
  std::vector<std::vector<std::size_t>> members(flows.size());
  for (std::size_t m = 0; m < study.members.members.size(); ++m) members[study.members.members[m].flow].push_back(m);
  for (std::size_t f = 0; f < flows.size(); ++f) {
    FlowFigures& figures = flows[f];
    if (members[f].empty()) continue;
    std::vector<Path> paths;
    for (const std::size_t m : members[f]) paths.push_back(study.members.members[m].stream.path);
    figures.availability = schedule::reliability(study.ethernet.network, elements, paths).availability;
    const auto unplaced = std::find_if(members[f].begin(), members[f].end(), [&](std::size_t m) { return !is_sent(study.timetable, m); });
    if (unplaced != members[f].end()) {
      figures.state = FlowState::not_scheduled;
      figures.reason = study.timetable.unplaced[*unplaced];
      continue;
    }
    add_figures(study, members[f], figures);
    judge(study.park.tsn_flows->records()[f], figures);
  }
}

std::vector<PortFigures> ports_of(const Case& study, const Treatment& treatment, const Simulated& simulated) {
  std::vector<double> share(treatment.in_use.size(), 0.0);
  for (std::size_t m = 0; m < study.members.members.size(); ++m) {
    const Stream& stream = study.members.members[m].stream;
    if (!is_sent(study.timetable, m)) continue;
    for (const std::size_t link : stream.path) {
      share[link] += static_cast<double>(port_time_ns(stream.payload_bytes, study.ethernet.network.links[link].rate_bit_s)) /
                     static_cast<double>(stream.period_ns);
    }
  }
  std::vector<double> closed(treatment.in_use.size(), 0.0);
  for (const Group& group : study.timetable.groups) {
    for (const auto& list : group.gates) {
      closed[list.link] = 1.0 - static_cast<double>(list.other_open_ns) / static_cast<double>(group.schedule.cycle_ns);
    }
  }
  std::vector<PortFigures> ports;
  for (std::size_t link = 0; link < treatment.in_use.size(); ++link) {
    if (treatment.in_use[link] == 0) continue;
    ports.push_back({Ethernet::link_of(link), Ethernet::is_outwards(link), share[link], closed[link], simulated.most_waiting[link]});
  }
  return ports;
}

void add_notes(const Case& study, const Treatment& treatment, Result& result) {
  const auto& links = *study.park.network_links;
  const auto unshaped = std::count(treatment.unshaped.begin(), treatment.unshaped.end(), 1);
  if (unshaped > 0) {
    result.notes.push_back({NoteKind::assumption, "time-sensitive networking",
                            fmt::format("On {} ports with gates classes A and B go by priority, not by credit.", unshaped)});
  }
  for (std::size_t link = 0; link < treatment.in_use.size(); ++link) {
    const NetworkLink& record = links[Ethernet::link_of(link)];
    if (treatment.in_use[link] == 0 || record.medium != LinkMedium::radio) continue;
    const std::string text =
        record.radio_cell.valid()
            ? fmt::format("Frames are held to the longest residence in the 5G system, {:.3f} us {}.",
                          microseconds(study.ethernet.network.links[link].propagation_ns), Ethernet::is_outwards(link) ? "down" : "up")
            : std::string("Carries flows as a line without a 5G cell: no scheduling delay.");
    result.notes.push_back({NoteKind::assumption, "network link " + record.id, text});
  }
  for (const FlowFigures& figures : result.flows) {
    if (figures.chain_holds) continue;
    result.notes.push_back({NoteKind::warning, "tsn flow " + (*study.park.tsn_flows)[figures.flow].id,
                            "A simulated delay lies outside its bounds: the bounds or the simulation are wrong for it."});
  }
}

}  // namespace

Result simulate(const Park& park, const Options& options, std::uint64_t seed) {
  Memory nothing;
  return simulate(park, options, seed, nothing);
}

Result simulate(const Park& park, const Options& options, std::uint64_t seed, Memory& memory) {
  Result result;
  if (park.tsn_flows->size() == 0) return result;
  const Ethernet ethernet = ethernet_of(park);
  const Members members = members_of(park, ethernet, options.most_reserved_share);
  const Study kept = memory.study(park, ethernet, members, options, seed);
  const Case study{park, ethernet, members, kept.timetable, kept.delays};
  result.flows = members.flows;
  finish(study, elements_of(park), result.flows);
  result.ports = ports_of(study, kept.treatment, kept.simulated);
  result.events = kept.simulated.events;
  add_notes(study, kept.treatment, result);
  for (const Group& group : kept.timetable.groups) result.schedules.push_back(group.figures);
  return result;
}

}  // namespace parktwin::wired::tsn
