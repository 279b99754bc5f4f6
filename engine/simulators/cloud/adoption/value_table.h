#pragma once
// The value of each level of cloud use for each enterprise in each month under a set of policies, before what its peers add when they
// follow: sector, size, access, today's peers against the expected share, the push of the calibrated curve (ahead of time where information
// reaches it), price and help. Barred enterprises have barred_value.
#include <cstdint>
#include <vector>

#include "engine/simulators/cloud/adoption/setting.h"
#include "engine/simulators/cloud/adoption/thresholds.h"

namespace parktwin::cloud::adoption {

inline constexpr std::size_t lanes_per_block = 64;

/// value[(level * months + month - 1) * stride + enterprise]; what pads a row is barred.
struct ValueTable {
  std::size_t stride = 0;
  std::vector<std::int32_t> value;
};

/// Length of a row: whole blocks of lanes.
[[nodiscard]] std::size_t stride_of(std::size_t enterprises);

/// Of all campaigns but the one at position `without`.
[[nodiscard]] ValueTable value_table(const Setting& setting, std::size_t without = without_none);

}  // namespace parktwin::cloud::adoption
