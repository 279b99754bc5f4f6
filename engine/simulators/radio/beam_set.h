#pragma once
// The beams that carry the synchronisation signal of a panel: a grid of horizontal by vertical beams, each the array of antenna_pattern.h
// with its rows and columns phased for one direction (ITU-R M.2101-0 section 5.2, table 4). Beams lie in equal steps of the sine of their
// direction, as those of a discrete Fourier transform: 1/(n·d) for n elements at d wavelengths, the step of orthogonal beams, or closer
// where they would leave the sector, ±60° horizontally about boresight and ±30° vertically about the tilt.
// A device listens to the best beam, so coverage follows the envelope: per direction the strongest of all beams. Since phases along rows
// and columns are independent, that is the best row beam times the best column beam.
// Ignores quantised phase shifters, tapering and the difference between a beam's sine and its azimuth off the horizon.
#include <vector>

#include "engine/core/units.h"
#include "engine/park/radio_inventory.h"
#include "engine/simulators/radio/antenna_pattern.h"

namespace parktwin::radio {

/// Sines of the beams' directions towards the antenna's side, ascending and symmetric about 0.
[[nodiscard]] std::vector<double> horizontal_beam_sines(const Antenna& antenna);

/// Sines of the beams' downward directions, ascending, their middle at the electrical tilt.
[[nodiscard]] std::vector<double> vertical_beam_sines(const Antenna& antenna, Degrees electrical_downtilt);

/// Attenuation below the coherent sum of one beam's rows over the sine of elevation, and of its columns over the sine to the side.
[[nodiscard]] double row_beam_attenuation_db(const Antenna& antenna, double vertical_sine, double up);
[[nodiscard]] double column_beam_attenuation_db(const Antenna& antenna, double horizontal_sine, double side);

/// dBi of one beam in a direction. `antenna_gain_dbi` is the envelope over all, `PatternTable` its table.
[[nodiscard]] double beam_gain_dbi(const Antenna& antenna, double horizontal_sine, double vertical_sine, const Direction& direction);

}  // namespace parktwin::radio
