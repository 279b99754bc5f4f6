#pragma once
// What a carrier's numbers mean for one resource element: how many subcarriers share the power, and how much of another carrier's signal
// falls into it. Resource blocks from 3GPP TS 38.104 v16.4.0 tables 5.3.2-1 (FR1) and 5.3.2-2 (FR2).
#include <cstdint>
#include <optional>

#include "engine/core/units.h"
#include "engine/park/radio_inventory.h"

namespace parktwin::radio {

struct Carrier {
  Hertz frequency;  ///< centre
  Hertz bandwidth;
  Hertz subcarrier_spacing;
  friend bool operator==(const Carrier&, const Carrier&) = default;
};

[[nodiscard]] Carrier carrier_of(const RadioCell& cell);

/// Resource blocks of 12 subcarriers as tabulated; none where the standard knows no such channel.
[[nodiscard]] std::optional<std::int32_t> tabulated_resource_blocks(const Carrier& carrier);

/// The tabulated number or, for other channels, as many as fit into 95 % of the bandwidth, at least one.
[[nodiscard]] std::int32_t resource_blocks(const Carrier& carrier);

/// Power of one resource element when `total` is spread evenly over all subcarriers.
[[nodiscard]] Dbm power_per_resource_element(Dbm total, const Carrier& carrier);

/// What one resource element of `victim` receives from a signal of 1 mW per resource element on `other`, in mW: the share of the victim's
/// channel that the other covers, times the ratio of subcarrier widths. 1 for equal carriers, 0 for separate ones.
[[nodiscard]] double coupling(const Carrier& victim, const Carrier& other);

}  // namespace parktwin::radio
