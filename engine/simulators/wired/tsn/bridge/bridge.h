#pragma once
// What a 5G system that stands in the network as a bridge does to the deterministic flows that pass it: the distribution of its delay
// (radio_chain.h) from the radio result at the device's place, and what that means for their deadlines. The network itself holds frames to
// the longest residence without errors (residence.h), which the flow's bounds contain; here is which share of frames is ready by then,
// how long they would have to be held for the reliability asked for, and the probability that the deadline is met while the rest of the
// path takes its tight bound. Sources: slots and processing 3GPP TS 38.211, 38.214 (residence.h); schemes and error target TS 38.214
// clauses 5.1.3.1, 5.2.2.1. Assumptions: errors fall with the margin by `decade_db` per decade (fading with diversity two); a repeated
// block is combined with those before (n times the energy); retransmissions wait for slots that others leave.
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/core/note.h"
#include "engine/park/park.h"
#include "engine/simulators/wired/tsn/bridge/delay_law.h"
#include "engine/simulators/wired/tsn/bridge/radio_end.h"
#include "engine/simulators/wired/tsn/tsn.h"

namespace parktwin::wired::tsn::bridge {

struct Options {
  double reliability = 0.99999;  ///< share of frames that has to arrive in time
  double block_error = 0.1;      ///< 3GPP TS 38.214 clause 5.2.2.1: what a scheme is chosen for
  double decade_db = 5.0;
  std::int32_t most_transmissions = 4;
  bool robust_schemes = true;
  bool granted_slots = true;
  double scheduling_request_ms = 10.0;
  double core_delay_us = 100.0;
};

template <class Visitor, DescribedAs<Options> Self>
void describe(Visitor&& visit, Self& options) {
  visit(Field{"reliability", "1", "share of frames that has to arrive in time", 0.5, 0.9999999}, options.reliability);
  visit(Field{"block_error", "1", "share of blocks lost where the SINR is just what a scheme needs", 1e-6, 0.9}, options.block_error);
  visit(Field{"decade_db", "dB", "more SINR than a scheme needs by which errors fall to a tenth", 0.1, 30}, options.decade_db);
  visit(Field{"most_transmissions", "", "of a frame, the first included", 1, 16}, options.most_transmissions);
  visit(Field{"robust_schemes", "", "the most robust scheme with which a frame still fits its slots; otherwise the fastest"},
        options.robust_schemes);
  visit(Field{"granted_slots", "",
              "slots for first transmissions are the flow's own (semi-persistent scheduling, configured grants); otherwise it waits for "
              "slots others leave, and upwards asks first"},
        options.granted_slots);
  visit(Field{"scheduling_request_ms", "ms", "period in which a device may ask for slots that are not granted", 0.1, 1000},
        options.scheduling_request_ms);
  visit(Field{"core_delay_us", "us", "way between base station and user plane function", 0, 1e6}, options.core_delay_us);
}

enum class BridgeState { met, unreliable, saturated, no_radio, not_carried };

constexpr auto names_of(BridgeState) {
  return std::to_array<EnumName<BridgeState>>({{BridgeState::met, "met"},
                                               {BridgeState::unreliable, "unreliable"},
                                               {BridgeState::saturated, "saturated"},
                                               {BridgeState::no_radio, "no_radio"},
                                               {BridgeState::not_carried, "not_carried"}});
}

/// One path of a flow that passes 5G systems. Delays are of those systems on the path alone.
struct BridgedFlow {
  Id<TsnFlow> flow;
  std::int32_t path = 1;  ///< 2: the second of a redundant flow
  Id<NetworkLink> link;   ///< the first radio link on it
  Id<RadioCell> cell;     ///< that serves its device
  BridgeState state = BridgeState::not_carried;
  std::string reason;  ///< unless met
  bool downlink = true;
  double sinr_db = 0.0;
  double taken_share = 0.0;
  std::int32_t slots_per_frame = 0;
  double block_error = 0.0;  ///< of the first transmission
  std::int64_t minimum_ns = 0;
  double mean_ns = 0.0;
  std::optional<std::int64_t> p50_ns;  ///< none, as the others: fewer arrive at all
  std::optional<std::int64_t> p99_ns;
  std::optional<std::int64_t> p999_ns;
  std::optional<std::int64_t> p99999_ns;
  std::optional<std::int64_t> reliable_ns;  ///< at the reliability asked for
  double lost_share = 1.0;
  std::int64_t held_ns = 0;
  double ready_share = 0.0;
  std::int64_t left_ns = 0;  ///< of the deadline, for the 5G systems
  double on_time_share = 0.0;
};

template <class Visitor, DescribedAs<BridgedFlow> Self>
void describe(Visitor&& visit, Self& flow) {
  visit(Field{"flow", "", "flow"}, flow.flow);
  visit(Field{"path", "", "1, or 2 for the second path of a redundant flow"}, flow.path);
  visit(Field{"link", "", "first radio link on the path"}, flow.link);
  visit(Field{"cell", "", "radio cell that serves its device"}, flow.cell);
  visit(Field{"state", "", "met, or why not"}, flow.state);
  visit(Field{"reason", "", "what is in the way"}, flow.reason);
  visit(Field{"downlink", "", "towards the device, on that link"}, flow.downlink);
  visit(Field{"sinr_db", "dB", "signal to interference and noise of that direction at the device's place"}, flow.sinr_db);
  visit(Field{"taken_share", "1", "share of the direction's slots that others fill"}, flow.taken_share);
  visit(Field{"slots_per_frame", "", "slots that a frame takes"}, flow.slots_per_frame);
  visit(Field{"block_error", "1", "share of first transmissions that are lost"}, flow.block_error);
  visit(Field{"minimum_ns", "ns", "least delay"}, flow.minimum_ns);
  visit(Field{"mean_ns", "ns", "mean delay of frames that arrive"}, flow.mean_ns);
  visit(Field{"p50_ns", "ns", "half of all frames are through within this"}, flow.p50_ns);
  visit(Field{"p99_ns", "ns", "99 %"}, flow.p99_ns);
  visit(Field{"p999_ns", "ns", "99.9 %"}, flow.p999_ns);
  visit(Field{"p99999_ns", "ns", "99.999 %"}, flow.p99999_ns);
  visit(Field{"reliable_ns", "ns", "the share asked for: how long frames would have to be held"}, flow.reliable_ns);
  visit(Field{"lost_share", "1", "frames that never arrive"}, flow.lost_share);
  visit(Field{"held_ns", "ns", "to which the network holds frames: the longest residence without errors"}, flow.held_ns);
  visit(Field{"ready_share", "1", "frames that are ready by then"}, flow.ready_share);
  visit(Field{"left_ns", "ns", "what the tight bound of the rest of the path leaves of the deadline"}, flow.left_ns);
  visit(Field{"on_time_share", "1", "frames that meet the deadline so"}, flow.on_time_share);
}

struct Result {
  double reliability = 0.0;        ///< asked for
  std::vector<BridgedFlow> flows;  ///< only those that pass a 5G system, in the order of the table
  std::vector<Note> notes;
};

template <class Visitor, DescribedAs<Result> Self>
void describe(Visitor&& visit, Self& result) {
  visit(Field{"reliability", "1", "share of frames that has to arrive in time"}, result.reliability);
  visit(Field{"flows", "", "per path of a flow over 5G"}, result.flows);
  visit(Field{"notes", "", "what a reader should know"}, result.notes);
}

/// `figures` are of the same park.
[[nodiscard]] Result simulate(const Park& park, const Options& options, const tsn::Result& figures, const RadioEnds& radio);

}  // namespace parktwin::wired::tsn::bridge
