#pragma once
// How every port treats frames, from the classes of the flows that leave by it: gates where flows are scheduled, else credit-based shapers
// with what classes A and B ask for, else interruption of best-effort frames where both ends can; behind every switch the token buckets of
// asynchronous flows. Switches that cut through do so for classes that neither gates nor token buckets hold back from any of the members.
#include <cstdint>
#include <vector>

#include "engine/simulators/wired/tsn/members.h"
#include "engine/simulators/wired/tsn/packets/egress.h"
#include "engine/simulators/wired/tsn/timetable.h"

namespace parktwin::wired::tsn {

struct Treatment {
  std::vector<packets::Egress> egress;    ///< per directed link
  std::vector<std::uint8_t> cut_through;  ///< as Network::cut_through
  std::vector<char> in_use;               ///< per directed link: some member that is sent leaves by it
  std::vector<char> unshaped;             ///< per directed link: has gates, so that classes A and B there go by priority alone
};

/// Whether a member is sent: it needs no place in a schedule, or has one.
[[nodiscard]] bool is_sent(const Timetable& timetable, std::size_t member);

[[nodiscard]] Treatment treatment_of(const Park& park, const Ethernet& ethernet, const Members& members, const Timetable& timetable);

/// Token bucket of one frame that is filled as fast as the stream empties it.
[[nodiscard]] packets::Commitment commitment_of(const Stream& stream);

}  // namespace parktwin::wired::tsn
