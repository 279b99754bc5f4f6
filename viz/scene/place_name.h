#pragma once
// What a place without service is called in Chinese, by the record that gave it its name (unserved_places.cpp of the radio simulator).
#include <string>

#include "engine/park/park.h"
#include "engine/simulators/radio/answers/unserved_place.h"

namespace parktwin::viz {

/// Empty where that record has none. Records that the park lacks have none.
[[nodiscard]] std::string chinese_name(const radio::answers::UnservedPlace& place, const Park& park);

}  // namespace parktwin::viz
