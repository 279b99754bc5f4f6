#pragma once
// What the park's policies do for one enterprise in one month. Subsidies, mandates and zones add to its value, information moves it ahead
// on the curve, better access mends its access, a zone admits its data and spares it staff (docs/cloud.md).
#include <cstdint>
#include <limits>
#include <vector>

#include "engine/park/park.h"
#include "engine/simulators/cloud/adoption/options.h"

namespace parktwin::cloud::adoption {

/// Month 1 of the forecast is the one whose beginning is nearest to the park's data date.
struct Calendar {
  std::int32_t year = 2026;  ///< of month 1
  std::int32_t month = 1;    ///< 1 to 12
  bool dated = false;        ///< the park says so

  /// From the data date; 2026-01 when there is none.
  [[nodiscard]] static Calendar of(const Site& site);
  /// Month of the forecast, 1 for the first; before it 0 and less.
  [[nodiscard]] std::int32_t months_to(std::int32_t to_year, std::int32_t to_month) const {
    return (to_year - year) * 12 + (to_month - month) + 1;
  }
  /// Of the end of a month of the forecast; 0: of the month before the first.
  [[nodiscard]] std::int32_t year_of(std::int32_t step) const { return (year * 12 + month + step - 2) / 12; }
  [[nodiscard]] std::int32_t month_of(std::int32_t step) const { return (year * 12 + month + step - 2) % 12 + 1; }
};

/// A policy with its months [first, end) and whom it is aimed at.
struct Campaign {
  Id<CloudPolicy> policy;
  CloudPolicyKind kind = CloudPolicyKind::subsidy;
  double strength = 0.0;
  std::int32_t first = 0;
  std::int32_t end = std::numeric_limits<std::int32_t>::max();
  std::vector<std::uint8_t> aimed_at;  ///< per enterprise

  [[nodiscard]] bool runs(std::int32_t month) const { return month >= first && month < end; }
};

[[nodiscard]] std::vector<Campaign> campaigns(const Park& park, const Calendar& calendar);

struct Help {
  double value = 0.0;          ///< log-odds
  double months_ahead = 0.0;   ///< on the curve
  double better_access = 0.0;  ///< part of what is missing that is mended
  bool in_zone = false;
};

/// Of all campaigns but the one at position `without`. Of several zones or of several better accesses the strongest counts.
[[nodiscard]] Help help_for(const std::vector<Campaign>& all, std::size_t without, std::size_t enterprise, std::int32_t month,
                            const Options& options);

inline constexpr auto without_none = static_cast<std::size_t>(-1);

}  // namespace parktwin::cloud::adoption
