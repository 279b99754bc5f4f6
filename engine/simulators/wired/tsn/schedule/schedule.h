#pragma once
// Can all periodic streams be sent by the clock (IEEE 802.1Qbv), and when does each frame leave each port? Store and forward along fixed
// paths, one frame per period, one cycle as long as the hyperperiod. Constraints of Craciunas et al. (RTNS 2016, pp. 183–192): frames of a
// port do not overlap, a frame leaves after it has arrived whole, deadlines, frame isolation in each queue; to them a bound on jitter.
// Method: necessary conditions, then list scheduling without waiting in queues (Dürr and Nayak, RTNS 2016, doi:10.1145/2997465.2997494),
// with waiting, and with the frames of a stream apart, reordered after failures; what is open then and small enough is searched completely,
// at last port by port. Ignored: loss, drift within a cycle, queues in the listener; how other classes are kept away: see the gate lists.
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "engine/simulators/wired/tsn/network.h"

namespace parktwin::wired::tsn::schedule {

struct Options {
  Nanoseconds clock_error_ns = 0;         ///< most by which the clocks of two nodes differ (gPTP, IEEE 802.1AS)
  Nanoseconds cycle_ns = 0;               ///< a multiple of the hyperperiod; 0: the hyperperiod
  bool wait_in_queues = true;             ///< otherwise each frame leaves a bridge as soon as it surely stands in the queue
  std::int64_t most_placements = 10'000;  ///< streams placed, over all orders tried
  std::int64_t most_branches = 20'000;    ///< of the complete search
};

/// When the first bit of each frame leaves each port, by that port's clock.
struct Schedule {
  Nanoseconds cycle_ns = 0;
  /// Per stream, of every frame of the cycle in turn, on every link of its path in turn. Frame k leaves its talker in
  /// [k · period, (k + 1) · period); later starts may lie beyond the cycle. Empty for a stream that is not scheduled.
  std::vector<std::vector<Nanoseconds>> starts_ns;
};

enum class State : std::uint8_t {
  scheduled,
  not_found,   ///< none found within the budget; one may exist
  infeasible,  ///< proven: none exists with this cycle
  unusable,    ///< the input has no meaning, see the reason
};

struct Result {
  State state = State::unusable;
  std::string reason;                 ///< unless scheduled
  Schedule schedule;                  ///< unless all are scheduled: of the streams that could be placed
  std::vector<std::size_t> unplaced;  ///< streams without a place in that schedule
  std::int64_t placements = 0;
  std::int64_t branches = 0;
};

/// Deterministic. Time about placements × frames on the links of a path.
[[nodiscard]] Result synthesise(const Network& network, std::span<const Stream> streams, const Options& options);

/// Adds the last of the streams to a valid schedule of those before it and moves none of them; the cycle becomes the least common multiple
/// of the old one and the new period. `not_found` means: no room was found without moving others.
[[nodiscard]] Result add_stream(const Network& network, std::span<const Stream> streams, const Schedule& running, const Options& options);

/// Streams that cannot be scheduled together, while without any one of them the others can.
struct Conflict {
  std::vector<std::size_t> streams;  ///< empty when all can be scheduled
  bool proven = false;               ///< no schedule of these exists, hence none of all streams; otherwise only none was found
  std::string reason;
};

/// By a deletion filter over `synthesise`, first in large bites, with the cycle of all streams. O(conflict · log streams) syntheses when
/// one conflict exists.
[[nodiscard]] Conflict explain(const Network& network, std::span<const Stream> streams, const Options& options);

/// Least common multiple of the periods; 0 when a period is not positive or the multiple overflows 62 bits.
[[nodiscard]] Nanoseconds hyperperiod_ns(std::span<const Stream> streams);

// ---- Independent verification

enum class Rule : std::uint8_t {
  shape,      ///< cycle or number of starts wrong
  release,    ///< frame leaves its talker outside its period
  order,      ///< frame leaves a port before it surely stands in the queue
  overlap,    ///< a port would send two frames at once, or closer than the gap between frames
  isolation,  ///< two frames of one traffic class stand in a queue together
  deadline,
  jitter,
  gate,        ///< the gate of a frame's class is not open, or another is, while the frame is sent
  guard_band,  ///< a gate of the other classes closes too late before a frame
};

struct Violation {
  Rule rule = Rule::shape;
  std::size_t stream = 0;
  std::size_t other = 0;  ///< stream that is in the way, for `overlap` and `isolation`; otherwise the stream itself
  std::size_t link = 0;
  Nanoseconds at_ns = 0;     ///< in the cycle
  Nanoseconds found_ns = 0;  ///< and required: what is compared by the rule
  Nanoseconds required_ns = 0;
};

/// Walks the whole cycle frame by frame. Empty: the schedule keeps every rule but the last two. Precondition: the paths are in the network.
[[nodiscard]] std::vector<Violation> verify(const Network& network, std::span<const Stream> streams, const Schedule& schedule,
                                            Nanoseconds clock_error_ns);

[[nodiscard]] std::string sentence(const Violation& violation, std::span<const Stream> streams);

// ---- Gate control lists

/// How long other traffic may still occupy a port after its gate has closed.
struct GuardBand {
  std::int32_t largest_payload_bytes = tsn::largest_payload_bytes;  ///< of frames of the other classes
  bool preemption = false;                                          ///< IEEE 802.1Qbu: those classes are preemptable
  std::int32_t additional_fragment = 0;                             ///< addFragSize of IEEE 802.3-2022 clause 99.4.4, 0 to 3
};

/// Whole largest frame and gap, or with preemption what cannot be cut any more: a first fragment has 64 · (1 + addFragSize) − 4 bytes and
/// the last one 64 with its check sequence, so up to 64 · (2 + addFragSize) − 5 bytes stay together (123 for addFragSize 0).
[[nodiscard]] Nanoseconds guard_band_ns(const GuardBand& guard, std::int64_t rate_bit_s);

struct GateEntry {
  Nanoseconds start_ns = 0;
  Nanoseconds duration_ns = 0;
  std::uint8_t open = 0;  ///< bit c: gate of traffic class c
};

struct GateControlList {
  std::size_t link = 0;
  std::vector<GateEntry> entries;  ///< they fill the cycle
  Nanoseconds other_open_ns = 0;   ///< time of the cycle in which the classes without scheduled streams may start frames
};

/// One list for each port that sends scheduled frames. A class with scheduled streams anywhere is open exactly while they are sent, windows
/// that touch being one; all other classes are open except then and in the guard band before it.
[[nodiscard]] std::vector<GateControlList> gate_control_lists(const Network& network, std::span<const Stream> streams,
                                                              const Schedule& schedule, const GuardBand& guard);

/// The last two rules. Precondition: `verify` found nothing.
[[nodiscard]] std::vector<Violation> verify_gates(const Network& network, std::span<const Stream> streams, const Schedule& schedule,
                                                  std::span<const GateControlList> lists, const GuardBand& guard);

// ---- Frame replication and elimination

/// What can fail by itself: cables, nodes, shared risks. Each link and node belongs to one element.
struct Elements {
  std::vector<double> availability;
  std::vector<std::size_t> of_link;
  std::vector<std::size_t> of_node;
};

struct Reliability {
  double availability = 0.0;
  double unavailability = 0.0;  ///< summed by itself, so that it keeps its digits
};

/// That at least one of the member paths of a stream (IEEE 802.1CB-2017, talker to listener, links in turn) has all its elements: exact sum
/// over the states of all elements, states that leave the same paths together. Where duplicates are also eliminated on the way, every path
/// through the split and merge points counts as one. O(elements · 2^paths); precondition: at most 16 paths.
[[nodiscard]] Reliability reliability(const Network& network, const Elements& elements, std::span<const std::vector<std::size_t>> paths);

}  // namespace parktwin::wired::tsn::schedule
