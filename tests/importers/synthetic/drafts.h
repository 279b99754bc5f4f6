#pragma once
// Drafts of several sizes, drawn once per test program.
#include <vector>

#include "importers/synthetic/draft.h"

namespace parktwin::importers::synthetic {

inline const std::vector<SyntheticOptions>& several_sizes() {
  static const std::vector<SyntheticOptions> sizes = {{180, 12.0, 1}, {180, 12.0, 2}, {20, 1.5, 3}, {5, 0.5, 4},
                                                      {60, 4.0, 5},   {300, 0.6, 6},  {1, 3.0, 7},  {600, 40.0, 8}};
  return sizes;
}

inline const Draft& reference_draft() {
  static const Draft draft = [] {
    Draft drawn = draw_plan({});
    settle_enterprises(drawn);
    return drawn;
  }();
  return draft;
}

/// Area two shapes share by at most this much because coordinates are rounded to centimetres, m2.
inline constexpr double rounding_m2 = 8.0;

}  // namespace parktwin::importers::synthetic
