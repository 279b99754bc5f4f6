#pragma once
// Whether one map is shifted against another of the same things: every pair of alike landmarks votes for the vector between them, and a
// shift shows as a sharp peak away from zero (a cross-correlation of the two maps, by pairs instead of pixels). Landmarks missing in one
// map and errors of a few metres do little harm. It says nothing where the peak is not clear: few landmarks, unrelated maps, patterns that
// repeat. Finds shifts from 20 m to 1.5 km, which covers GCJ-02 and BD-09.
#include <optional>
#include <string>
#include <vector>

#include "engine/core/note.h"
#include "importers/recipe/source_reading.h"

namespace parktwin::importers {

struct Landmark {
  Point place;
  double size = 0.0;  ///< area, m2; 0: any other is alike
};

struct MapShift {
  Point by;                 ///< the second map lies this far from the first, m
  std::size_t matched = 0;  ///< landmarks of the first map that have their like there
};

/// None when the maps agree or nothing can be said.
[[nodiscard]] std::optional<MapShift> shift_between(const std::vector<Landmark>& first, const std::vector<Landmark>& second);

/// "north-east" and so on, of the eight winds.
[[nodiscard]] std::string wind(Point direction);

/// Compares every source of areas, lines or points with the first of its table, and roads with the first source of buildings
/// (road_shift.h), and warns in its report. Shapes are in the frame.
void warn_of_shifts(std::vector<ReadSource>& sources, const LocalFrame& frame, std::vector<Note>& notes);

}  // namespace parktwin::importers
