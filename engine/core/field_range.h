#pragma once
// The range of an integer field: what its field list allows and its type can hold.
#include <algorithm>
#include <concepts>
#include <limits>

#include "engine/core/describe.h"

namespace parktwin {

template <std::integral M>
[[nodiscard]] constexpr Field within_type(Field field) {
  field.minimum = std::max(field.minimum, static_cast<double>(std::numeric_limits<M>::min()));
  field.maximum = std::min(field.maximum, static_cast<double>(std::numeric_limits<M>::max()));
  return field;
}

}  // namespace parktwin
