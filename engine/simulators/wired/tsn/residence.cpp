#include "engine/simulators/wired/tsn/residence.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

namespace parktwin::wired::tsn {
namespace {

struct Numerology {
  double spacing_hz;
  double receiving_symbols;  ///< N1: from the last symbol of data until it is decoded
  double sending_symbols;    ///< N2: from data to its first symbol
};
constexpr std::array<Numerology, 4> numerologies = {{{15e3, 8, 10}, {30e3, 10, 12}, {60e3, 17, 23}, {120e3, 20, 36}}};

std::string slots_of(const RadioCell& cell) {
  if (!cell.duplex_pattern.empty()) return cell.duplex_pattern;
  const double mhz = cell.frequency.value() / 1e6;
  const bool time_division = mhz >= 2300.0 || (mhz >= 1880.0 && mhz <= 1920.0) || (mhz >= 2010.0 && mhz <= 2025.0);
  return time_division ? "DDDSU" : "FDD";
}

/// Slots from the beginning of one of the direction to the beginning of the next, at most.
int longest_wait_slots(const std::string& slots, char direction) {
  if (slots == "FDD" || slots.find(direction) == std::string::npos) return 1;
  const auto count = static_cast<int>(slots.size());
  int longest = 1;
  int since = 1;
  for (int i = 1; i <= 2 * count; ++i) {
    if (slots[static_cast<std::size_t>(i % count)] == direction) {
      if (i > count) longest = std::max(longest, since);
      since = 1;
    } else {
      ++since;
    }
  }
  return longest;
}

const Numerology& numerology_of(const RadioCell& cell) {
  const double spacing = cell.subcarrier_spacing.value();
  return *std::find_if(numerologies.begin(), numerologies.end() - 1, [&](const auto& n) { return spacing <= n.spacing_hz; });
}

double slot_of(const Numerology& numerology) { return 1e6 * 15e3 / numerology.spacing_hz; }
double symbol_of(const Numerology& numerology) { return (2048.0 + 144.0) / 30.72e6 * 1e9 * 15e3 / numerology.spacing_hz; }

}  // namespace

RadioTimes radio_times(const RadioCell& cell) {
  const Numerology& numerology = numerology_of(cell);
  const auto whole = [](double ns) { return std::llround(std::ceil(ns)); };
  return {slots_of(cell), whole(slot_of(numerology)), whole(numerology.sending_symbols * symbol_of(numerology)),
          whole(numerology.receiving_symbols * symbol_of(numerology))};
}

Residence residence_ns(const RadioCell& cell, bool downlink) {
  const Numerology& numerology = numerology_of(cell);
  const double slot_ns = slot_of(numerology);
  const double always = (numerology.receiving_symbols + numerology.sending_symbols) * symbol_of(numerology) + slot_ns;
  const double wait = longest_wait_slots(slots_of(cell), downlink ? 'D' : 'U') * slot_ns;
  return {std::llround(std::ceil(always)), std::llround(std::ceil(always + wait))};
}

}  // namespace parktwin::wired::tsn
