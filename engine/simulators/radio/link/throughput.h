#pragma once
// Data rate of one carrier in one direction: 3GPP TS 38.306 v16.2.0 clause 4.1.2,
// rate = layers · Q · f · R · (12·blocks / Ts) · (1 − overhead), Ts = 1 ms / (14·2^µ) with normal cyclic prefix, times the share of
// symbols that the duplex pattern gives the direction. The formula's overhead stands for control channels and reference signals of a
// carrier that is otherwise full of data. Ignores block errors, retransmissions and measurement gaps.
#include <cstdint>
#include <optional>
#include <string_view>

#include "engine/core/units.h"
#include "engine/simulators/radio/link/direction.h"

namespace parktwin::radio::link {

inline constexpr std::int32_t symbols_per_slot = 14;         ///< normal cyclic prefix, TS 38.211 table 4.3.2-1
inline constexpr double highest_code_rate = 948.0 / 1024.0;  ///< Rmax of TS 38.306

/// Symbols of the slot in which the direction changes.
struct SpecialSlot {
  std::int32_t down_symbols = 10;
  std::int32_t guard_symbols = 2;
  std::int32_t up_symbols = 2;
};

/// How the symbols of one period are divided. As built: both directions always (FDD).
struct DuplexPattern {
  std::int32_t symbols = symbols_per_slot;
  std::int32_t down_symbols = symbols_per_slot;
  std::int32_t up_symbols = symbols_per_slot;

  [[nodiscard]] constexpr double share(Direction direction) const {
    return static_cast<double>(direction == Direction::down ? down_symbols : up_symbols) / symbols;
  }
};

/// "FDD", or one period of slots such as "DDDSU": D down, U up, S special. None for other letters, for a special slot that does not fill
/// 14 symbols or has no guard, and for D directly before U, also around the end, where a device has no time to turn (TS 38.211 clause
/// 4.3.2).
[[nodiscard]] std::optional<DuplexPattern> parse_duplex(std::string_view pattern, const SpecialSlot& special = {});

/// OH of TS 38.306: 0.14 and 0.18 down, 0.08 and 0.10 up, for FR1 and FR2.
[[nodiscard]] double overhead(FrequencyRange range, Direction direction);

struct CarrierLink {
  Direction direction = Direction::down;
  FrequencyRange range = FrequencyRange::fr1;
  Hertz subcarrier_spacing = {};
  std::int32_t resource_blocks = 0;
  std::int32_t layers = 1;
  double scaling = 1.0;  ///< f of TS 38.306: 1, 0.8, 0.75 or 0.4 by device
  DuplexPattern duplex = {};
};

/// Rate at so many bits per resource element of each layer. Preconditions: spacing positive, others not negative.
[[nodiscard]] MegabitsPerSecond expected_rate(const CarrierLink& link, double efficiency_per_layer);

/// Rate at the highest code rate.
[[nodiscard]] MegabitsPerSecond peak_rate(const CarrierLink& link, std::int32_t modulation_order);

}  // namespace parktwin::radio::link
