#pragma once
// What the methods of time-sensitive networking work on: a network of directed links, each with the egress port that feeds it, and periodic
// streams along fixed paths. Times are whole nanoseconds. Sizes on the wire count what IEEE 802.3-2022 clause 3.1.1 and IEEE 802.1Q-2022
// clause 9.3 add to the payload: preamble and start delimiter 8, addresses and type 14, tag 4, check sequence 4, gap to the next frame 12.
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace parktwin::wired::tsn {

using Nanoseconds = std::int64_t;

inline constexpr std::int32_t smallest_payload_bytes = 42;  ///< of a tagged frame; smaller ones are padded
inline constexpr std::int32_t largest_payload_bytes = 1500;
inline constexpr std::int32_t frame_overhead_bytes = 8 + 14 + 4 + 4;  ///< on the wire before the last bit of the frame has left
inline constexpr std::int32_t interframe_gap_bytes = 12;
inline constexpr std::int32_t header_bytes = 8 + 14;  ///< on the wire before a switch that cuts through knows where the frame goes

/// One direction of a full-duplex link.
struct Link {
  std::size_t from = 0;  ///< node
  std::size_t to = 0;
  std::int64_t rate_bit_s = 1'000'000'000;
  Nanoseconds propagation_ns = 0;
  friend bool operator==(const Link&, const Link&) = default;
};

struct Network {
  std::vector<Nanoseconds> forwarding_ns;  ///< per node, from a frame's last bit in to its standing in the egress queue
  std::vector<Link> links;
  /// Per node, bit p: frames of priority p go on once their header is in, where the next link is not faster than the one they come by.
  /// Shorter than the nodes: the rest store and forward.
  std::vector<std::uint8_t> cut_through{};
  friend bool operator==(const Network&, const Network&) = default;
};

struct Stream {
  std::string id;
  Nanoseconds period_ns = 1'000'000;
  std::int32_t payload_bytes = 100;        ///< of its one frame per period
  Nanoseconds deadline_ns = 1'000'000;     ///< from the first bit's leaving the talker to the last bit at the listener
  Nanoseconds most_jitter_ns = 1'000'000;  ///< between the earliest and the latest arrival within the period
  std::int32_t priority = 7;               ///< traffic class, 0 to 7, the higher the sooner
  std::vector<std::size_t> path;           ///< links from talker to listener, each beginning where the one before ends
  friend bool operator==(const Stream&, const Stream&) = default;
};

/// Time on the wire, rounded up to a whole nanosecond. `bytes` as counted above.
[[nodiscard]] constexpr Nanoseconds wire_time_ns(std::int64_t bytes, std::int64_t rate_bit_s) {
  return (bytes * 8 * 1'000'000'000 + rate_bit_s - 1) / rate_bit_s;
}

/// From the first bit of the preamble to the last bit of the frame.
[[nodiscard]] constexpr Nanoseconds frame_time_ns(std::int32_t payload_bytes, std::int64_t rate_bit_s) {
  const std::int32_t payload = payload_bytes < smallest_payload_bytes ? smallest_payload_bytes : payload_bytes;
  return wire_time_ns(payload + frame_overhead_bytes, rate_bit_s);
}

/// Whether the frames of a priority that come by `link` are cut through to `next`.
[[nodiscard]] inline bool is_cut_through(const Network& network, std::int32_t priority, std::size_t link, std::size_t next) {
  const std::size_t node = network.links[link].to;
  return node < network.cut_through.size() && ((network.cut_through[node] >> static_cast<unsigned>(priority)) & 1U) != 0 &&
         network.links[next].rate_bit_s <= network.links[link].rate_bit_s;
}

/// From a frame's first bit on the `hop`-th link of its path until the next node has what it needs of it: all of it, or its header.
[[nodiscard]] inline Nanoseconds handover_ns(const Network& network, const Stream& stream, std::size_t hop) {
  const std::size_t link = stream.path[hop];
  const bool cut = hop + 1 < stream.path.size() && is_cut_through(network, stream.priority, link, stream.path[hop + 1]);
  return cut ? wire_time_ns(header_bytes, network.links[link].rate_bit_s)
             : frame_time_ns(stream.payload_bytes, network.links[link].rate_bit_s);
}

/// From a frame's first bit on the `hop`-th link of its path to its standing in the next queue, or to its last bit at the listener.
[[nodiscard]] inline Nanoseconds passage_ns(const Network& network, const Stream& stream, std::size_t hop) {
  const Link& link = network.links[stream.path[hop]];
  const bool last = hop + 1 == stream.path.size();
  return handover_ns(network, stream, hop) + link.propagation_ns + (last ? 0 : network.forwarding_ns[link.to]);
}

/// How long the frame keeps the port from sending another: with the gap.
[[nodiscard]] constexpr Nanoseconds port_time_ns(std::int32_t payload_bytes, std::int64_t rate_bit_s) {
  const std::int32_t payload = payload_bytes < smallest_payload_bytes ? smallest_payload_bytes : payload_bytes;
  return wire_time_ns(payload + frame_overhead_bytes + interframe_gap_bytes, rate_bit_s);
}

}  // namespace parktwin::wired::tsn
