#pragma once
// Which share of time a carrier has for each direction when the inventory may not say. Without a pattern: below 2.3 GHz FDD, but TDD in
// bands n34 (2010–2025 MHz) and n39 (1880–1920 MHz) of 3GPP TS 38.101-1 table 5.2-1; from 2.3 GHz TDD with the slots DDDSU, an assumption.
// So the FDD bands from 2.3 GHz, n7 and n30, need their pattern "FDD", and the TDD bands n50, n51 (1427–1517 MHz) and n54 (1670–1675 MHz)
// theirs.
#include <string_view>

#include "engine/core/units.h"
#include "engine/simulators/radio/link/throughput.h"

namespace parktwin::radio::link {

inline constexpr std::string_view assumed_slots = "DDDSU";

/// Of the carrier's centre.
[[nodiscard]] bool is_time_division(Hertz frequency);

/// `pattern` as in RadioCell::duplex_pattern, which may be empty. Precondition: parse_duplex knows it, or it is empty.
[[nodiscard]] DuplexPattern duplex_of(std::string_view pattern, Hertz frequency);

}  // namespace parktwin::radio::link
