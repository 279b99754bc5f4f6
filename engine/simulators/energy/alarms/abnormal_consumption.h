#pragma once
// Abnormal consumption in a metered series. Expected is the median of the same time of the week in the weeks around; the scale is the
// median absolute deviation from it at that time of day over the whole series, times 1.4826 for the standard deviation of a normal
// distribution (Hampel's identifier). Neither bends under the anomalies they are to find. Beside it, meters that repeat one value. Needs
// some weeks: with fewer than three values of a time of the week nothing is expected and nothing is raised.
#include <span>
#include <vector>

#include "engine/simulators/energy/alarms/alarm.h"

namespace parktwin::energy::alarms {

struct AbnormalOptions {
  double deviations = 6.0;    ///< scales beyond the expected
  double least_share = 0.15;  ///< of the expected value, so that very regular meters do not ring for nothing
  std::int32_t weeks = 4;     ///< to either side
  double least_h = 1.0;       ///< shorter deviations are no alarm
  double stuck_h = 12.0;      ///< of one repeated value other than 0
  double join_h = 1.0;        ///< deviations closer than this are one alarm
};

template <class Visitor, DescribedAs<AbnormalOptions> Self>
void describe(Visitor&& visit, Self& options) {
  visit(Field{"deviations", "1", "robust standard deviations from the expected", 0.1, 100}, options.deviations);
  visit(Field{"least_share", "1", "least deviation as a share of the expected", 0, 10}, options.least_share);
  visit(Field{"weeks", "", "weeks to either side that say what is expected", 1, 52}, options.weeks);
  visit(Field{"least_h", "h", "least duration of an alarm", 0, 168}, options.least_h);
  visit(Field{"stuck_h", "h", "how long one value may repeat", 1, 8760}, options.stuck_h);
  visit(Field{"join_h", "h", "deviations closer than this are one alarm", 0, 168}, options.join_h);
}

/// In the order of their first step. Values that are not finite are no evidence of anything. Precondition: step_h divides a day.
[[nodiscard]] std::vector<Alarm> abnormal_consumption(std::span<const double> kw, double step_h, const std::string& meter,
                                                      const AbnormalOptions& options = {});

}  // namespace parktwin::energy::alarms
