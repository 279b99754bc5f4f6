#pragma once
// What is named in a picture, most important first: landmarks, quarters, the largest enterprises, water and greens, main roads.
#include <vector>

#include "engine/park/park.h"
#include "viz/scene/ground.h"
#include "viz/scene/scene.h"

namespace parktwin::viz {

namespace label_rank {
inline constexpr int landmark = 0;    ///< data centre, public service centre
inline constexpr int quarter = 1;     ///< named part of the park
inline constexpr int enterprise = 2;  ///< the largest by floor area
inline constexpr int land = 3;        ///< named water, greens and squares
inline constexpr int road = 4;        ///< named motorways and arterials
}  // namespace label_rank

/// At most a few dozen, sorted by rank and then by size; each text once.
[[nodiscard]] std::vector<Label> labels_of(const Park& park, const Ground& ground, Language language);

}  // namespace parktwin::viz
