#include "engine/simulators/wired/tsn/memory.h"

#include <utility>

namespace parktwin::wired::tsn {

const Study& Memory::study(const Park& park, const Ethernet& ethernet, const Members& members, const Options& options, std::uint64_t seed) {
  Basis basis{{}, ethernet.network.forwarding_ns, members.members, {}, park.network_nodes.content_hash(), park.tsn_flows.content_hash()};
  for (const Member& member : members.members) {
    for (const std::size_t link : member.stream.path) basis.links.emplace(link, ethernet.network.links[link]);
  }
  for (const NetworkLink& link : *park.network_links) basis.link_ids.push_back(link.id);
  if (basis_ == basis) return study_;
  basis_.reset();  // until the study is whole
  study_ = {ethernet.network, timetable_of(park, ethernet, members, options), {}, {}, {}};
  study_.treatment = treatment_of(park, ethernet, members, study_.timetable);
  study_.network.cut_through = study_.treatment.cut_through;
  study_.delays.resize(members.members.size());
  add_bounds(study_.network, members, study_.timetable, study_.treatment, options, study_.delays);
  study_.simulated = add_simulation(study_.network, members, study_.timetable, study_.treatment, options, seed, study_.delays);
  basis_ = std::move(basis);
  return study_;
}

}  // namespace parktwin::wired::tsn
