#include "engine/simulators/wired/tsn/memory.h"

#include <algorithm>
#include <iterator>

#include "engine/core/parallel.h"
#include "engine/simulators/wired/tsn/port_sharing.h"

namespace parktwin::wired::tsn {
namespace {

constexpr std::uint64_t studies_unused = 16;  // before a group's study is forgotten

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

const Memory::Kept* Memory::find(const Basis& basis) {
  const auto found = std::find_if(kept_.begin(), kept_.end(), [&](const Kept& kept) { return kept.basis == basis; });
  if (found == kept_.end()) return nullptr;
  found->last_used = studies_;
  return &*found;
}

Study Memory::study(const Park& park, const Ethernet& ethernet, const Members& members, const Options& options, std::uint64_t seed) {
  ++studies_;
  const auto& links = park.network_links->records();
  const auto groups = sharing_ports(members.members, ethernet.network.links.size());
  std::vector<Kept> made;
  std::vector<Members> to_make;
  std::vector<std::size_t> place;  // per group: in kept_, or behind it in made
  for (const auto& positions : groups) {
    Members part;
    Basis basis{{}, {}, ethernet.network.forwarding_ns, park.network_nodes.content_hash(), park.tsn_flows.content_hash()};
    for (const std::size_t m : positions) part.members.push_back(members.members[m]);
    basis.members = part.members;
    for (const Member& member : part.members) {
      for (const std::size_t link : member.stream.path)
        basis.links.try_emplace(link, ethernet.network.links[link], links[Ethernet::link_of(link).index()].id);
    }
    const Kept* known = find(basis);
    place.push_back(known != nullptr ? static_cast<std::size_t>(known - kept_.data()) : kept_.size() + made.size());
    if (known != nullptr) continue;
    made.push_back({std::move(basis), {}, studies_});
    to_make.push_back(std::move(part));
  }
  parallel_for(made.size(), [&](std::size_t i) { made[i].study = study_of(park, ethernet, to_make[i], options, seed); });
  std::move(made.begin(), made.end(), std::back_inserter(kept_));
  Study whole;
  const std::size_t ports = ethernet.network.links.size();
  whole.timetable.unplaced.resize(members.members.size());
  whole.delays.resize(members.members.size());
  whole.treatment = {std::vector<packets::Egress>(ports), {}, std::vector<char>(ports, 0), std::vector<char>(ports, 0)};
  whole.simulated.most_waiting.assign(ports, 0);
  for (std::size_t g = 0; g < groups.size(); ++g) add(kept_[place[g]].study, groups[g], whole);
  std::sort(whole.timetable.groups.begin(), whole.timetable.groups.end(),
            [](const Group& a, const Group& b) { return a.figures.flows < b.figures.flows; });
  std::erase_if(kept_, [&](const Kept& kept) { return kept.last_used + studies_unused < studies_; });
  return whole;
}

}  // namespace parktwin::wired::tsn
