#pragma once
// The study of a park's flows, made for each group of flows that share ports by itself: timetable, treatment of ports, delays, and what the
// simulation counted. A group's study is kept for the next one with the same options and seed, as long as all it follows from is the same,
// and for some time after, so that a link that comes back costs nothing. A result has the same bits with and without.
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "engine/core/recent.h"
#include "engine/simulators/wired/tsn/delays.h"
#include "engine/simulators/wired/tsn/ethernet.h"
#include "engine/simulators/wired/tsn/members.h"
#include "engine/simulators/wired/tsn/timetable.h"
#include "engine/simulators/wired/tsn/treatment.h"

namespace parktwin::wired::tsn {

struct Study {
  Timetable timetable;
  Treatment treatment;
  std::vector<MemberDelays> delays;
  Simulated simulated;
};

class Memory {
 public:
  /// Of all members: what their groups' studies say, groups of the timetable by their first member.
  [[nodiscard]] Study study(const Park& park, const Ethernet& ethernet, const Members& members, const Options& options, std::uint64_t seed);

 private:
  /// All that a group's study follows from, besides options and seed.
  struct Basis {
    std::vector<Member> members;
    std::map<std::size_t, std::pair<Link, std::string>> links;  ///< those the members pass, by number, with the id named in reasons
    std::vector<Nanoseconds> forwarding_ns;
    ContentHash nodes;
    ContentHash flows;
    friend bool operator==(const Basis&, const Basis&) = default;
  };
  Recent<Basis, Study> known_;
};

}  // namespace parktwin::wired::tsn
