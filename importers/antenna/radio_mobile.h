#pragma once
// The antenna format of Radio Mobile, version 3 (.ant): 720 lines with one number each, the gain in dB relative to the peak, zero or less.
// Lines 1 to 360 are the horizontal cut at 0 to 359 degrees clockwise from boresight; lines 361 to 720 the vertical one, beginning straight
// up and running down through the horizon in front (line 451), straight down and the back (line 631).
// Versions 1 and 2 of the format, with 360 and 540 lines, lack the back of the vertical cut and are refused. The format names no gain.
#include <string>
#include <vector>

#include "engine/core/errors.h"
#include "importers/antenna/measured_pattern.h"
#include "importers/antenna/text_lines.h"

namespace parktwin::importers {

/// What does not fit is added to `problems`; the pattern is whole only when nothing was.
[[nodiscard]] MeasuredPattern parse_radio_mobile(const std::vector<TextLine>& lines, const std::string& file, Problems& problems);

}  // namespace parktwin::importers
