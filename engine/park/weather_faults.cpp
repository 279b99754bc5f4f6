#include "engine/park/weather_faults.h"

#include <fmt/format.h>

#include <algorithm>

namespace parktwin {

std::vector<WeatherFault> faults_of(const Weather& weather) {
  std::vector<WeatherFault> faults;
  bool any = false;
  describe(
      [&]<class M>(const Field& field, const M& column) {
        if constexpr (Vector<M>) {
          any = any || !column.empty();
          if (column.size() != hours_per_year)
            faults.push_back({field.name, fmt::format("has {} values, expected {}, one per hour", column.size(), hours_per_year)});
        }
      },
      weather);
  return any ? faults : std::vector<WeatherFault>{};
}

}  // namespace parktwin
