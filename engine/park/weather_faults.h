#pragma once
// What makes a year of weather unusable: a column that does not hold one value per hour of a year of 365 days.
#include <string>
#include <string_view>
#include <vector>

#include "engine/park/weather.h"

namespace parktwin {

struct WeatherFault {
  std::string_view field;  ///< name in the field list
  std::string message;     ///< what was found and what is expected
};

/// None for weather without any column.
[[nodiscard]] std::vector<WeatherFault> faults_of(const Weather& weather);

}  // namespace parktwin
