#pragma once
// Hourly weather as EPW files hold it (EnergyPlus Weather Format, "Auxiliary Programs" of EnergyPlus, chapter "EnergyPlus Weather File
// (EPW) Data Dictionary"): eight header lines, then a row an hour. Read are temperature, humidity, pressure, the three irradiances and wind
// speed; a typical year may take each month from another year. Rows of 29 February are left out. Missing codes (99.9, 9999, 999) in what
// the simulators need, gaps, doubled rows and more than one row an hour are problems with their line, never guesses; humidity or pressure
// that is missing throughout is assumed and noted.
#include <filesystem>
#include <string>
#include <vector>

#include "engine/core/note.h"
#include "engine/park/weather.h"

namespace parktwin::importers {

struct LoadedWeather {
  Weather weather;
  std::vector<Note> notes;
};

/// Throws InputError with all problems of the file.
[[nodiscard]] LoadedWeather read_epw(const std::filesystem::path& file);

/// The text of an EPW file that read_epw reads back to the same weather, given values with as many digits as EPW files usually have
/// (0.01 of degrees and metres per second, whole others). Precondition: whole columns.
[[nodiscard]] std::string epw_text(const Weather& weather);

}  // namespace parktwin::importers
