#include "engine/simulators/radio/link/duplex_choice.h"

#include "engine/core/check.h"

namespace parktwin::radio::link {

bool is_time_division(Hertz frequency) {
  const auto lies_in = [frequency](double low_mhz, double high_mhz) {
    return frequency >= megahertz(low_mhz) && frequency <= megahertz(high_mhz);
  };
  return frequency >= gigahertz(2.3) || lies_in(1880.0, 1920.0) || lies_in(2010.0, 2025.0);
}

DuplexPattern duplex_of(std::string_view pattern, Hertz frequency) {
  const std::string_view assumed = is_time_division(frequency) ? assumed_slots : "FDD";
  const auto parsed = parse_duplex(pattern.empty() ? assumed : pattern);
  PARKTWIN_CHECK(parsed.has_value(), "a duplex pattern that was not validated");
  return *parsed;
}

}  // namespace parktwin::radio::link
