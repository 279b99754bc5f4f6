#pragma once
// Where a figure that a verdict or an account rests on comes from.
#include <array>

#include "engine/core/describe.h"

namespace parktwin {

enum class FigureOrigin {
  official,   ///< from the document that sets it
  secondary,  ///< transcribed, or found in practice
  user        ///< set by this project
};

constexpr auto names_of(FigureOrigin) {
  return std::to_array<EnumName<FigureOrigin>>(
      {{FigureOrigin::official, "official"}, {FigureOrigin::secondary, "secondary"}, {FigureOrigin::user, "user"}});
}

}  // namespace parktwin
