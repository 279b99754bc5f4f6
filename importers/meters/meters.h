#pragma once
// Metered series from a CSV table, separated by commas, semicolons or tabs, in one of three layouts that the header tells apart:
//   long   time, meter, and kw, kwh or register_kwh
//   wide   time, and one column per meter named <meter>_kw, <meter>_kwh or <meter>_register_kwh
//   days   meter, date, and one column per time of day named HH:MM (kW), each the beginning of its interval
// Energy becomes mean power. Registers count on: what stands at the end of an interval less what stands at its beginning is its energy; one
// that falls (exchanged, or turned over) is named, and what was consumed over a gap is spread evenly over it where gaps are filled. A
// series is whole or an error: what is missing, twice, between the steps, or bent by a clock set forward or back is named with its line.
// Times with an offset from UTC are taken at the offset of the first row, so that clocks that are set do no harm; without one, an hour that
// is missing or twice in the night of a Sunday is called what it probably is.
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "engine/core/note.h"
#include "engine/simulators/energy/metering.h"

namespace parktwin::importers {

struct MeterSource {
  std::filesystem::path file;
  std::int32_t fill_steps = 0;  ///< gaps of at most so many steps are filled by straight lines, counted and noted; never an hour in which
                                ///< clocks may have been set
};

using MeterSeries = energy::MeteredSeries;

struct Meters {
  std::vector<MeterSeries> series;  ///< in the order of their first row
  std::vector<Note> notes;
};

/// Throws InputError with all problems of the file.
[[nodiscard]] Meters read_meters(const MeterSource& source);

}  // namespace parktwin::importers
