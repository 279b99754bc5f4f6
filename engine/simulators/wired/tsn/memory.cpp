#include "engine/simulators/wired/tsn/memory.h"

#include <algorithm>

#include "engine/core/parallel.h"
#include "engine/simulators/wired/tsn/port_sharing.h"

namespace parktwin::wired::tsn {
namespace {

Study study_of(const Park& park, const Ethernet& ethernet, const Members& members, const Options& options, std::uint64_t seed) {
  Study made;
  Network network = ethernet.network;
  made.timetable = timetable_of(park, ethernet, members, options);
  made.treatment = treatment_of(park, ethernet, members, made.timetable);
  network.cut_through = made.treatment.cut_through;
  made.delays.resize(members.members.size());
  add_bounds(network, members, made.timetable, made.treatment, options, made.delays);
  made.simulated = add_simulation(network, members, made.timetable, made.treatment, options, seed, made.delays);
  return made;
}

/// Puts a group's study where the group stands among all members. Groups have no link in common.
void add(const Study& part, const std::vector<std::size_t>& positions, Study& whole) {
  for (Group group : part.timetable.groups) {
    for (std::size_t& member : group.members) member = positions[member];
    whole.timetable.groups.push_back(std::move(group));
  }
  for (std::size_t i = 0; i < positions.size(); ++i) {
    whole.timetable.unplaced[positions[i]] = part.timetable.unplaced[i];
    whole.delays[positions[i]] = part.delays[i];
  }
  for (std::size_t link = 0; link < part.treatment.in_use.size(); ++link) {
    if (part.treatment.in_use[link] == 0) continue;
    whole.treatment.in_use[link] = 1;
    whole.treatment.unshaped[link] = part.treatment.unshaped[link];
    whole.treatment.egress[link] = part.treatment.egress[link];
    whole.simulated.most_waiting[link] = part.simulated.most_waiting[link];
  }
  whole.simulated.events += part.simulated.events;
}

}  // namespace

Study Memory::study(const Park& park, const Ethernet& ethernet, const Members& members, const Options& options, std::uint64_t seed) {
  known_.begin();
  const auto& links = park.network_links->records();
  const std::size_t ports = ethernet.network.links.size();
  Study whole;
  whole.timetable.unplaced.resize(members.members.size());
  whole.delays.resize(members.members.size());
  whole.treatment = {std::vector<packets::Egress>(ports), {}, std::vector<char>(ports, 0), std::vector<char>(ports, 0)};
  whole.simulated.most_waiting.assign(ports, 0);
  struct New {
    std::vector<std::size_t> positions;
    Basis basis;
    Study study;
  };
  std::vector<New> made;
  for (const auto& positions : sharing_ports(members.members, ports)) {
    Basis basis{{}, {}, ethernet.network.forwarding_ns, park.network_nodes.content_hash(), park.tsn_flows.content_hash()};
    for (const std::size_t m : positions) basis.members.push_back(members.members[m]);
    for (const Member& member : basis.members) {
      for (const std::size_t link : member.stream.path)
        basis.links.try_emplace(link, ethernet.network.links[link], links[Ethernet::link_of(link).index()].id);
    }
    if (const Study* known = known_.find(basis)) {
      add(*known, positions, whole);
    } else {
      made.push_back({positions, std::move(basis), {}});
    }
  }
  parallel_for(made.size(), [&](std::size_t i) { made[i].study = study_of(park, ethernet, {made[i].basis.members, {}}, options, seed); });
  for (New& group : made) {
    add(group.study, group.positions, whole);
    known_.add(std::move(group.basis), std::move(group.study));
  }
  std::sort(whole.timetable.groups.begin(), whole.timetable.groups.end(),
            [](const Group& a, const Group& b) { return a.figures.flows < b.figures.flows; });
  return whole;
}

}  // namespace parktwin::wired::tsn
