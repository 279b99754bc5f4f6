#pragma once
// Where a preemptable frame may be cut (IEEE 802.3-2022, clause 99): every fragment carries at least 64 bytes with its check sequence, so
// that at least 60 bytes go before the cut and 64 after it. A cut costs a check sequence, a gap and a preamble, 24 bytes.
#include <algorithm>
#include <cstdint>
#include <optional>

#include "engine/simulators/wired/tsn/network.h"

namespace parktwin::wired::tsn::packets {

inline constexpr std::int64_t preamble_bytes = 8;
inline constexpr std::int64_t check_bytes = 4;
inline constexpr std::int64_t least_before_cut_bytes = 60;
inline constexpr std::int64_t least_after_cut_bytes = 64;
inline constexpr std::int64_t cut_bytes = check_bytes + interframe_gap_bytes + preamble_bytes;
/// What cannot be cut at most: a fragment of 123 bytes, with preamble and gap.
inline constexpr std::int64_t uncut_bytes = preamble_bytes + least_before_cut_bytes + least_after_cut_bytes - 1 + interframe_gap_bytes;

/// A preemptable frame, or its rest, on the way out of a port.
struct Fragment {
  Nanoseconds begin_ns = 0;
  std::int64_t bytes = 0;  ///< without preamble, with the check sequence of the frame
  std::int64_t rate_bit_s = 0;

  [[nodiscard]] Nanoseconds last_bit_ns() const { return begin_ns + wire_time_ns(preamble_bytes + bytes, rate_bit_s); }
  [[nodiscard]] Nanoseconds free_ns() const { return begin_ns + wire_time_ns(preamble_bytes + bytes + interframe_gap_bytes, rate_bit_s); }

  /// The bytes that go before the soonest cut from a time on, if one is allowed.
  [[nodiscard]] std::optional<std::int64_t> cut(Nanoseconds time_ns) const {
    const std::int64_t begun = ((time_ns - begin_ns) * rate_bit_s + 7'999'999'999) / 8'000'000'000 - preamble_bytes;
    const std::int64_t before = std::max(begun, least_before_cut_bytes);
    if (bytes - before < least_after_cut_bytes) return std::nullopt;
    return before;
  }
  /// When the port is free after a cut.
  [[nodiscard]] Nanoseconds cut_free_ns(std::int64_t before) const {
    return begin_ns + wire_time_ns(preamble_bytes + before + check_bytes + interframe_gap_bytes, rate_bit_s);
  }
};

}  // namespace parktwin::wired::tsn::packets
