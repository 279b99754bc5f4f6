#pragma once
// What is dear of a study of flows and kept for the next one with the same options and seed: the timetable, the treatment of ports, the
// delays and what the simulation counted, as long as all they follow from is the same. A result has the same bits with and without.
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "engine/simulators/wired/tsn/delays.h"
#include "engine/simulators/wired/tsn/ethernet.h"
#include "engine/simulators/wired/tsn/members.h"
#include "engine/simulators/wired/tsn/timetable.h"
#include "engine/simulators/wired/tsn/treatment.h"

namespace parktwin::wired::tsn {

struct Study {
  Network network;  ///< with the switches that cut through
  Timetable timetable;
  Treatment treatment;
  std::vector<MemberDelays> delays;
  Simulated simulated;
};

class Memory {
 public:
  /// The study of the members on the network, made anew where anything it follows from changed.
  [[nodiscard]] const Study& study(const Park& park, const Ethernet& ethernet, const Members& members, const Options& options,
                                   std::uint64_t seed);

 private:
  struct Basis {
    std::map<std::size_t, Link> links;  ///< those that members pass, by number
    std::vector<Nanoseconds> forwarding_ns;
    std::vector<Member> members;
    std::vector<std::string> link_ids;  ///< named in reasons
    ContentHash nodes;
    ContentHash flows;
    friend bool operator==(const Basis&, const Basis&) = default;
  };
  std::optional<Basis> basis_;
  Study study_;
};

}  // namespace parktwin::wired::tsn
