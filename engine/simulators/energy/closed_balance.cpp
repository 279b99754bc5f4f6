#include "engine/simulators/energy/closed_balance.h"

#include <fmt/format.h>

#include <cmath>

#include "engine/core/check.h"
#include "engine/simulators/energy/loads/sector_profile.h"
#include "engine/simulators/energy/loads/working_days.h"

namespace parktwin::energy {

double check_closed(std::string_view carrier, const std::vector<double>& open_kw, double used_kwh) {
  const double year_kwh = used_kwh > 0.0 ? used_kwh : 1.0;
  double greatest = 0.0;
  for (std::size_t step = 0; step < open_kw.size(); ++step) {
    const double share = std::abs(open_kw[step]) * loads::step_h / year_kwh;
    PARKTWIN_CHECK(share <= closed_share_of_year, fmt::format("the balance of {} does not close at {}: {:.3g} kW, {:.1e} of the year's use",
                                                              carrier, loads::time_of_step(step), open_kw[step], share));
    greatest = std::max(greatest, share);
  }
  return used_kwh > 0.0 ? greatest : 0.0;
}

}  // namespace parktwin::energy
