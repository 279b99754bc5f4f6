#include "engine/simulators/wired/tsn/timetable.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <string_view>

#include "engine/simulators/wired/tsn/port_sharing.h"

namespace parktwin::wired::tsn {
namespace {

/// The two largest clock errors among the nodes whose ports send.
Nanoseconds clock_error(const Park& park, const Network& network, const std::vector<Stream>& streams) {
  std::vector<std::size_t> nodes;
  for (const Stream& stream : streams) {
    for (const std::size_t link : stream.path) nodes.push_back(network.links[link].from);
  }
  std::sort(nodes.begin(), nodes.end());
  nodes.erase(std::unique(nodes.begin(), nodes.end()), nodes.end());
  if (nodes.size() < 2) return 0;
  std::vector<Nanoseconds> errors;
  for (const std::size_t node : nodes) errors.push_back(park.network_nodes->records()[node].clock_error_ns);
  std::partial_sort(errors.begin(), errors.begin() + 2, errors.end(), std::greater<>());
  return errors[0] + errors[1];
}

bool all_preempt(const Park& park, const Network& network, const std::vector<Stream>& streams) {
  const auto& nodes = park.network_nodes->records();
  return std::all_of(streams.begin(), streams.end(), [&](const Stream& stream) {
    return std::all_of(stream.path.begin(), stream.path.end(), [&](std::size_t link) {
      return nodes[network.links[link].from].preemption && nodes[network.links[link].to].preemption;
    });
  });
}

/// The flows of some streams, each once.
std::vector<Id<TsnFlow>> flows_of(const std::vector<Member>& members, const std::vector<std::size_t>& positions) {
  std::vector<Id<TsnFlow>> flows;
  for (const std::size_t m : positions) {
    if (flows.empty() || flows.back().index() != members[m].flow) flows.emplace_back(members[m].flow);
  }
  return flows;
}

std::string names(const Park& park, const std::vector<Id<TsnFlow>>& flows) {
  std::string text;
  for (const Id<TsnFlow> flow : flows) text += (text.empty() ? "" : ", ") + (*park.tsn_flows)[flow].id;
  return text;
}

/// The methods know links by number: puts the park's names there.
std::string with_link_names(const Park& park, std::string text) {
  constexpr std::string_view word = "link ";
  for (std::size_t at = text.find(word); at != std::string::npos; at = text.find(word, at + word.size())) {
    const std::size_t begin = at + word.size();
    const std::size_t end = std::min(text.find_first_not_of("0123456789", begin), text.size());
    std::size_t number = 0;
    std::from_chars(text.data() + begin, text.data() + end, number);
    if (end == begin || number / 2 >= park.network_links->size()) continue;
    text.replace(begin, end - begin, (*park.network_links)[Ethernet::link_of(number)].id);
  }
  return text;
}

class Planner {
 public:
  Planner(const Park& park, const Ethernet& ethernet, const Members& members, const Options& options)
      : park_(park), network_(ethernet.network), members_(members.members), guard_{options.best_effort_payload_bytes, false, 0} {
    for (const Member& member : members_)
      guard_.largest_payload_bytes = std::max(guard_.largest_payload_bytes, member.stream.payload_bytes);
    how_.wait_in_queues = options.wait_in_queues;
    how_.most_placements = options.most_placements;
    how_.most_branches = options.most_branches;
    made_.unplaced.resize(members_.size());
  }

  Timetable run() {
    std::vector<char> scheduled;
    for (const Member& member : members_) scheduled.push_back(member.traffic_class == TsnClass::scheduled ? 1 : 0);
    for (const auto& positions : sharing_ports(members_, network_.links.size(), scheduled)) plan(positions);
    return std::move(made_);
  }

 private:
  void plan(const std::vector<std::size_t>& positions) {
    std::vector<Stream> streams;
    for (const std::size_t m : positions) streams.push_back(members_[m].stream);
    Group group;
    group.figures.flows = flows_of(members_, positions);
    how_.clock_error_ns = group.figures.clock_error_ns = clock_error(park_, network_, streams);
    schedule::Result found = schedule::synthesise(network_, streams, how_);
    group.figures.complete = found.state == schedule::State::scheduled;
    group.figures.reason = with_link_names(park_, found.reason);
    if (!group.figures.complete) explain(positions, streams, found, group);
    group.schedule.cycle_ns = group.figures.cycle_ns = found.schedule.cycle_ns;
    for (std::size_t i = 0; i < positions.size() && i < found.schedule.starts_ns.size(); ++i) {
      if (found.schedule.starts_ns[i].empty()) continue;
      group.members.push_back(positions[i]);
      group.streams.push_back(std::move(streams[i]));
      group.schedule.starts_ns.push_back(std::move(found.schedule.starts_ns[i]));
    }
    verify(group);
    made_.groups.push_back(std::move(group));
  }

  void explain(const std::vector<std::size_t>& positions, const std::vector<Stream>& streams, const schedule::Result& found, Group& group) {
    const schedule::Conflict conflict = schedule::explain(network_, streams, how_);
    std::vector<std::size_t> together;
    for (const std::size_t i : conflict.streams) together.push_back(positions[i]);
    group.figures.conflict = flows_of(members_, together);
    group.figures.proven = conflict.proven;
    if (!conflict.reason.empty()) group.figures.reason = with_link_names(park_, conflict.reason);
    const std::string why = sentence_of(group.figures);
    for (std::size_t i = 0; i < positions.size(); ++i) {
      const bool placed = i < found.schedule.starts_ns.size() && !found.schedule.starts_ns[i].empty();
      if (!placed) made_.unplaced[positions[i]] = why;
    }
  }

  [[nodiscard]] std::string sentence_of(const ScheduleFigures& figures) const {
    if (figures.conflict.empty()) return "no schedule: " + figures.reason;
    const std::string who = names(park_, figures.conflict);
    const std::string what = figures.conflict.size() > 1 ? "cannot be scheduled together: " + who : who + " has no schedule even alone";
    return fmt::format("{}{} ({})", figures.proven ? "" : "no schedule was found; ", what, figures.reason);
  }

  /// What the verifier does not accept is not sent.
  void verify(Group& group) {
    if (group.members.empty()) return;
    guard_.preemption = all_preempt(park_, network_, group.streams);
    group.gates = schedule::gate_control_lists(network_, group.streams, group.schedule, guard_);
    auto faults = schedule::verify(network_, group.streams, group.schedule, how_.clock_error_ns);
    if (faults.empty()) faults = schedule::verify_gates(network_, group.streams, group.schedule, group.gates, guard_);
    group.figures.verified = faults.empty();
    if (faults.empty()) return;
    const std::string why =
        "the verifier refuses the schedule: " + with_link_names(park_, schedule::sentence(faults.front(), group.streams));
    for (const std::size_t m : group.members) made_.unplaced[m] = why;
    group.figures.reason = why;
    group.members.clear();
    group.streams.clear();
    group.gates.clear();
  }

  const Park& park_;
  const Network& network_;
  const std::vector<Member>& members_;
  schedule::Options how_;
  schedule::GuardBand guard_;
  Timetable made_;
};

}  // namespace

Timetable timetable_of(const Park& park, const Ethernet& ethernet, const Members& members, const Options& options) {
  return Planner(park, ethernet, members, options).run();
}

}  // namespace parktwin::wired::tsn
