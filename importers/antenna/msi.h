#pragma once
// The MSI Planet antenna format (.msi, .pln): lines of a keyword and its value, then the sections HORIZONTAL and VERTICAL with a count and
// as many rows of angle in degrees and attenuation in dB below the peak, given without a minus sign.
// Conventions, as in the description of the format by Radio Mobile and the readers of crc-covlib and RF::Antenna::Planet::MSI::Format:
// horizontal angles run clockwise from boresight; vertical ones from the horizon in front through straight down (90) and the back (180).
// GAIN counts over a half-wave dipole (dBd, 2.15 dB over isotropic) unless it says dBi. FREQUENCY is in MHz unless it says otherwise.
// The first line may be the name without its keyword. Other keywords, and text in known ones that is no number, mean nothing here.
#include <string>
#include <vector>

#include "engine/core/errors.h"
#include "importers/antenna/measured_pattern.h"
#include "importers/antenna/text_lines.h"

namespace parktwin::importers {

/// What does not fit is added to `problems`; the pattern is whole only when nothing was.
[[nodiscard]] MeasuredPattern parse_msi(const std::vector<TextLine>& lines, const std::string& file, Problems& problems);

}  // namespace parktwin::importers
