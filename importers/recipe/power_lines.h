#pragma once
// Sources of power lines that name no buses (OpenStreetMap): their ends are connected by place to the buses the recipe reads, and where
// there is none a bus is made and counted as a guess. Lines get the columns from, to and length they did not have.
#include <vector>

#include "importers/recipe/source_reading.h"

namespace parktwin::importers {

/// May append sources of made buses. Shapes are in the frame of the park.
void connect_power_lines(std::vector<ReadSource>& sources);

}  // namespace parktwin::importers
