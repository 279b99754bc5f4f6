#include "engine/simulators/radio/wifi/wifi_rate.h"

#include <array>
#include <cstddef>

namespace parktwin::radio::wifi {
namespace {

struct Scheme {
  double least_dbm;  ///< receiver minimum input sensitivity, 20 MHz
  double bits;       ///< per tone: bits of a symbol times code rate
};
// BPSK ½, QPSK ½ and ¾, 16QAM ½ and ¾, 64QAM ⅔, ¾ and ⅚, 256QAM ¾ and ⅚, 1024QAM ¾ and ⅚, 4096QAM ¾ and ⅚.
constexpr std::array<Scheme, 14> schemes = {{{-82.0, 1.0 / 2.0},
                                             {-79.0, 2.0 / 2.0},
                                             {-77.0, 2.0 * 3.0 / 4.0},
                                             {-74.0, 4.0 / 2.0},
                                             {-70.0, 4.0 * 3.0 / 4.0},
                                             {-66.0, 6.0 * 2.0 / 3.0},
                                             {-65.0, 6.0 * 3.0 / 4.0},
                                             {-64.0, 6.0 * 5.0 / 6.0},
                                             {-59.0, 8.0 * 3.0 / 4.0},
                                             {-57.0, 8.0 * 5.0 / 6.0},
                                             {-54.0, 10.0 * 3.0 / 4.0},
                                             {-52.0, 10.0 * 5.0 / 6.0},
                                             {-49.0, 12.0 * 3.0 / 4.0},
                                             {-46.0, 12.0 * 5.0 / 6.0}}};
constexpr std::size_t wifi6_schemes = 12;
constexpr double data_tones = 234.0;
constexpr double symbol_us = 12.8 + 0.8;

}  // namespace

MegabitsPerSecond rate_at(WifiGeneration generation, Dbm level) {
  const std::size_t known = generation == WifiGeneration::wifi7 ? schemes.size() : wifi6_schemes;
  double bits = 0.0;
  for (std::size_t i = 0; i < known && level.value() >= schemes[i].least_dbm; ++i) bits = schemes[i].bits;
  return MegabitsPerSecond(data_tones * bits / symbol_us);
}

}  // namespace parktwin::radio::wifi
