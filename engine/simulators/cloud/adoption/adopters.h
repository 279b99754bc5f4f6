#pragma once
// The kernel: in which month each enterprise comes to each level, in each replica. Every month is decided by the states at its beginning:
// who has adopted adds its weight to the values of those who look at it from the next month on, and frees those who wait for it. Whole
// numbers throughout, so the answer is the same for any order and any number of threads.
#include <cstdint>
#include <vector>

#include "engine/simulators/cloud/adoption/calibration.h"
#include "engine/simulators/cloud/adoption/thresholds.h"
#include "engine/simulators/cloud/adoption/value_table.h"

namespace parktwin::cloud::adoption {

inline constexpr std::uint16_t never = 65535;

/// month[(replica * level_count + level) * enterprises + enterprise]: 0 today, else the month of adoption or never.
struct AdoptionMonths {
  std::size_t enterprises = 0;
  std::size_t replicas = 0;
  std::vector<std::uint16_t> month;

  [[nodiscard]] const std::uint16_t* row(std::size_t replica, std::size_t level) const {
    return month.data() + (replica * level_count + level) * enterprises;
  }
};

[[nodiscard]] AdoptionMonths adopt(const Setting& setting, const ValueTable& values, const Thresholds& thresholds, std::size_t replicas);

}  // namespace parktwin::cloud::adoption
