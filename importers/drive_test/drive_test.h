#pragma once
// A drive test from a CSV table (columns: drive_test_columns.h) into points in the park's local frame.
// Strict: every problem of the table is collected and thrown at once. Points outside the park's boundary and rows that repeat an earlier
// one are left out, counted and noted. Rows are numbered as a spreadsheet shows them: the header is row 1; empty lines do not count.
#include <filesystem>
#include <string>
#include <vector>

#include "engine/core/note.h"
#include "engine/park/park.h"
#include "engine/simulators/radio/calibration/drive_test_point.h"

namespace parktwin::importers {

struct DriveTestSource {
  std::filesystem::path file;
  std::string crs;  ///< of easting_m and northing_m; empty: the park's
};

struct DriveTest {
  std::vector<radio::calibration::DriveTestPoint> points;  ///< in the order of the rows
  std::size_t outside = 0;                                 ///< left out: not within the park's boundary
  std::size_t repeated = 0;                                ///< left out: equal to an earlier row in every column
  std::vector<Note> notes;
};

/// Throws InputError: file missing, empty, a folder or not CSV; columns missing or positions given twice; a value that is missing, not a
/// finite number or out of range (RSRP -160 to -20 dBm, SINR -50 to 60 dB); a radio cell the park does not have; a position not on the
/// Earth or more than 100 km from the park; no row, or none within the boundary.
[[nodiscard]] DriveTest read_drive_test(const DriveTestSource& source, const Park& park);

}  // namespace parktwin::importers
